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

/// Between two squares, in CSS pixels.
pub(super) const GAP: f64 = 5.0;

/// A kind of statement over all articles.
pub(super) struct Head {
    pub(super) name: &'static str,
    pub(super) total: usize,
    /// In the article that has most of it.
    pub(super) most: usize,
}

/// An article with its statements by kind.
pub(super) struct Article {
    pub(super) source: &'static Source,
    pub(super) name: &'static str,
    pub(super) accent: Tone,
    /// The statements of each kind, in the order of the heads.
    pub(super) cells: Vec<Vec<Statement>>,
}

impl Article {
    pub(super) fn count(&self) -> usize {
        self.cells.iter().map(Vec::len).sum()
    }
}

/// Draws the squares and tells how high they are.
pub(super) fn draw(picture: &Picture<'_>, sketch: &mut Sketch<'_>) -> f64 {
    let articles = sorted(picture);
    let heads = heads(picture, &articles);
    let top = statement::key(picture, sketch) + 20.0;
    if let Some(rows) = Rows::new(picture, sketch, &articles, &heads) {
        return rows.draw(picture, sketch, &articles, &heads, top);
    }
    let mut bottom = top - 14.0;
    // The number of a single article stands over its column.
    if articles.len() > 1 {
        let total = heads.iter().map(|head| head.total).sum();
        let words = (Phrase::Statements.get(picture.frame.language), "");
        bottom = tally::draw(picture, sketch, (total, picture.palette().ink), words, top);
    }
    let columns = Columns::new(sketch, articles.len());
    if columns.hold(sketch, &articles, &heads) {
        return columns.draw(picture, sketch, &articles, &heads, bottom + 14.0);
    }
    for article in articles.chunks(1) {
        let heads = self::heads(picture, article);
        bottom = Columns::new(sketch, 1).draw(picture, sketch, article, &heads, bottom + 26.0);
    }
    bottom
}

/// Sorts the statements into articles and kinds; an article without any is left out.
fn sorted(picture: &Picture<'_>) -> Vec<Article> {
    let mut articles: Vec<Article> = Vec::new();
    for statement in statement::admitted(picture) {
        let source = statement.observation.source;
        if articles.last().is_none_or(|last| last.source.id != source.id) {
            articles.push(Article {
                source,
                name: picture.article_name(source),
                accent: Tone::of(source),
                cells: Kind::ALL.iter().map(|_| Vec::new()).collect(),
            });
        }
        let place = Kind::ALL.iter().position(|kind| *kind == statement.observation.kind);
        if let (Some(article), Some(place)) = (articles.last_mut(), place)
            && let Some(cell) = article.cells.get_mut(place)
        {
            cell.push(statement);
        }
    }
    articles
}

/// The kinds with how many statements they have in some articles.
fn heads(picture: &Picture<'_>, articles: &[Article]) -> Vec<Head> {
    let mut heads = Vec::new();
    for (place, kind) in Kind::ALL.iter().enumerate() {
        let mut head = Head { name: kind_name(*kind, picture.frame.language), total: 0, most: 0 };
        for cell in articles.iter().filter_map(|article| article.cells.get(place)) {
            head.total += cell.len();
            head.most = head.most.max(cell.len());
        }
        heads.push(head);
    }
    heads
}
