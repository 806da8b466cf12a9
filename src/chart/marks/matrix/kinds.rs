//! Every statement of the page as one square: articles by kinds of statement. Where there is no room for the kinds beside each other
//! the articles are the columns; where there is none for those either, they follow one another.

use super::super::super::{Picture, Tone};
use super::super::pen::Pen;
use super::kinds_columns::Columns;
use super::kinds_rows::Rows;
use super::statement::{self, Statement};
use super::tally;
use crate::data::{Kind, Source};
use crate::words::{Phrase, kind_name};

/// A kind of statement over all articles.
pub(super) struct Head {
    pub(super) kind: Kind,
    pub(super) name: &'static str,
    pub(super) total: usize,
    /// In the article that has most of it.
    pub(super) most: usize,
    /// Where its squares stand: the left edge of its column, or the baseline of its row.
    pub(super) place: f64,
}

/// An article with its statements.
pub(super) struct Article {
    pub(super) source: &'static Source,
    pub(super) name: &'static str,
    pub(super) accent: Tone,
    pub(super) statements: Vec<Statement>,
}

impl Article {
    /// How many of its statements are of a kind.
    pub(super) fn count(&self, kind: Kind) -> usize {
        self.statements.iter().filter(|statement| statement.observation.kind == kind).count()
    }
}

/// Draws the squares.
pub(super) fn draw(pen: &mut Pen<'_, '_>) {
    let picture = pen.picture;
    let articles = sorted(picture);
    let mut heads = heads(picture, &articles);
    statement::key(pen);
    pen.y += 20.0;
    if let Some(rows) = Rows::new(picture, pen.sketch, &articles, &mut heads) {
        pen.y = rows.draw(pen.sketch, &articles, &heads, pen.y);
        return;
    }
    // The number of a single article stands over its column.
    if articles.len() > 1 {
        tally::draw(pen, (total(&articles), Tone::Ink), (Phrase::Statements.get(picture.frame.language), ""));
        pen.y += 14.0;
    }
    let columns = Columns::new(pen.sketch, articles.len());
    if columns.hold(pen.sketch, &articles, &heads) {
        pen.y = columns.draw(pen.sketch, &articles, &mut heads, pen.y);
        return;
    }
    for article in articles.chunks(1) {
        let mut heads = self::heads(picture, article);
        pen.y = Columns::new(pen.sketch, 1).draw(pen.sketch, article, &mut heads, pen.y) + 26.0;
    }
    pen.y -= 26.0;
}

/// Sorts the statements into articles; an article without any is left out.
fn sorted(picture: &Picture<'_>) -> Vec<Article> {
    let mut articles: Vec<Article> = Vec::new();
    for statement in statement::admitted(picture) {
        let source = statement.observation.source;
        match articles.last_mut() {
            Some(last) if last.source.id == source.id => last.statements.push(statement),
            _ => articles.push(Article {
                source,
                name: picture.article_name(source),
                accent: Tone::of(source),
                statements: vec![statement],
            }),
        }
    }
    articles
}

/// How many statements some articles have.
pub(super) fn total(articles: &[Article]) -> usize {
    let mut total = 0;
    for article in articles {
        total += article.statements.len();
    }
    total
}

/// The kinds with how many statements they have in some articles.
fn heads(picture: &Picture<'_>, articles: &[Article]) -> Vec<Head> {
    let mut heads = Vec::new();
    for kind in Kind::ALL {
        let name = kind_name(*kind, picture.frame.language);
        let mut head = Head { kind: *kind, name, total: 0, most: 0, place: 0.0 };
        for article in articles {
            let count = article.count(*kind);
            head.total += count;
            head.most = head.most.max(count);
        }
        heads.push(head);
    }
    heads
}
