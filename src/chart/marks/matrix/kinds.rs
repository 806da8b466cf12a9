//! Every statement of the page as one square: articles by kinds of statement. Where there is no room for the kinds beside each other
//! the articles are the columns; where there is none for those either, they follow one another.

use super::super::super::sketch::Sketch;
use super::super::super::{Picture, Tone};
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

/// Draws the squares and tells how high they are.
pub(super) fn draw(picture: &Picture<'_>, sketch: &mut Sketch<'_>) -> f64 {
    let articles = sorted(picture);
    let mut heads = heads(picture, &articles);
    let top = statement::key(picture, sketch) + 20.0;
    if let Some(rows) = Rows::new(picture, sketch, &articles, &mut heads) {
        return rows.draw(sketch, &articles, &heads, top);
    }
    let mut bottom = top - 14.0;
    // The number of a single article stands over its column.
    if articles.len() > 1 {
        let words = (Phrase::Statements.get(picture.frame.language), "");
        bottom = tally::draw(sketch, (total(&articles), Tone::Ink), words, top);
    }
    let columns = Columns::new(sketch, articles.len());
    if columns.hold(sketch, &articles, &heads) {
        return columns.draw(sketch, &articles, &mut heads, bottom + 14.0);
    }
    for article in articles.chunks(1) {
        let mut heads = self::heads(picture, article);
        bottom = Columns::new(sketch, 1).draw(sketch, article, &mut heads, bottom + 26.0);
    }
    bottom
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
