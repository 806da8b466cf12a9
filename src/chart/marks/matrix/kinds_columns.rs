//! The squares with a column an article and a row a kind.

use super::super::super::sketch::{Ink, Sketch};
use super::super::super::{Picture, Tone, Type};
use super::super::set::{holds, paragraph, paragraph_height};
use super::kinds::{Article, GAP, Head};
use crate::scene::{Anchor, Point, Rect, Role, Stroke, Weight};

/// Between two columns, in CSS pixels.
const GUTTER: f64 = 16.0;
/// The least pitch of the squares, in CSS pixels.
const PITCH: f64 = 24.0;

/// The measures of the columns.
pub(super) struct Columns {
    count: usize,
    width: f64,
    /// How many squares stand beside each other.
    across: usize,
    pitch: f64,
}

impl Columns {
    pub(super) fn new(sketch: &Sketch<'_>, count: usize) -> Self {
        let count = count.max(1);
        let width = ((sketch.frame.width + GUTTER) / count as f64 - GUTTER).floor();
        let across = (((width + GAP) / PITCH).floor() as usize).max(2);
        let pitch = ((width + GAP) / across as f64).floor();
        Self { count, width, across, pitch }
    }

    /// Whether all words fit into their columns.
    pub(super) fn hold(&self, sketch: &Sketch<'_>, articles: &[Article], heads: &[Head]) -> bool {
        let (name, label) = (name(Tone::Ink), label(Tone::Ink));
        let names = articles.iter().all(|article| holds(sketch, article.name, self.width, name));
        let line = |head: &Head| {
            sketch.width_of(head.name, label) + sketch.width_of(&format!("{}{}", head.total, head.most), label) + 22.0
        };
        names && heads.iter().map(line).fold(0.0, f64::max) <= self.width
    }

    /// Draws articles and kinds from `top` on and tells where they end.
    pub(super) fn draw(
        &self,
        picture: &Picture<'_>,
        sketch: &mut Sketch<'_>,
        articles: &[Article],
        heads: &[Head],
        top: f64,
    ) -> f64 {
        let palette = picture.palette();
        let frame = sketch.frame;
        let rule = Stroke { color: palette.grid, width: 1.0 };

        // Names and numbers of the articles, then the tops of the kinds.
        let names = articles.iter().map(|article| paragraph_height(sketch, article.name, self.width, name(article.accent)));
        let numbers = top + names.fold(0.0, f64::max) + frame.size(Type::Headline);
        let mut bottom = numbers + 12.0;
        let mut tops = Vec::new();
        for (place, head) in heads.iter().enumerate() {
            let y = bottom.round();
            sketch.line(&[Point::new(0.0, y), Point::new(frame.width, y)], rule, None, Role::Decoration, None);
            let baseline = y + 6.0 + frame.size(Type::Label);
            let words = sketch.text(head.name, Point::new(0.0, baseline), Anchor::Start, label(palette.ink), None);
            if self.count > 1 {
                let ink = Ink { weight: Weight::Regular, ..label(palette.muted) };
                sketch.text(&head.total.to_string(), Point::new(words.right() + 6.0, baseline), Anchor::Start, ink, None);
            }
            tops.push(baseline);
            let cells = articles.iter().filter_map(|article| article.cells.get(place));
            let high = cells.map(|cell| self.height(sketch, cell)).fold(0.0, f64::max);
            bottom = baseline + 9.0 + high + 9.0;
        }
        for (i, article) in articles.iter().enumerate() {
            let left = i as f64 * (self.width + GUTTER);
            let area = Rect::between(left, top, left + self.width, bottom);
            let panel = sketch.panel(article.source.id, area);
            let place = Rect::new(left, top, self.width, 0.0);
            paragraph(sketch, article.name, place, name(article.accent), None);
            let large = Ink::new(Type::Headline, Weight::Bold, article.accent, Role::Label);
            sketch.text(&article.count().to_string(), Point::new(left, numbers), Anchor::Start, large, None);
            for (cell, baseline) in article.cells.iter().zip(&tops) {
                let color = if cell.is_empty() { palette.muted } else { article.accent };
                let right = Point::new(left + self.width, *baseline);
                sketch.text(&cell.len().to_string(), right, Anchor::End, label(color), None);
                let mut below = baseline + 9.0 + self.squares(cell.len());
                for (i, statement) in cell.iter().enumerate() {
                    let (row, column) = ((i / self.across) as f64, (i % self.across) as f64);
                    let side = self.pitch - GAP;
                    let rect = Rect::new(left + column * self.pitch, baseline + 9.0 + row * self.pitch, side, side);
                    let datum = statement.draw(sketch, rect, panel);
                    if let Some(printed) = &statement.printed {
                        let place = Rect::new(left, below, self.width, 0.0);
                        below = paragraph(sketch, printed, place, self::printed(palette.remark), Some(datum));
                    }
                }
            }
        }
        bottom
    }

    /// How high a cell is with the printed readings under its squares.
    fn height(&self, sketch: &Sketch<'_>, cell: &[super::statement::Statement]) -> f64 {
        let printed = cell.iter().filter_map(|statement| statement.printed.as_ref());
        let notes = printed.map(|text| paragraph_height(sketch, text, self.width, self::printed(Tone::Ink)));
        self.squares(cell.len()) + notes.sum::<f64>()
    }

    /// How high a number of squares is.
    fn squares(&self, count: usize) -> f64 {
        count.div_ceil(self.across) as f64 * self.pitch
    }
}

const fn name(color: Tone) -> Ink {
    Ink::new(Type::Label, Weight::Bold, color, Role::Label)
}

const fn label(color: Tone) -> Ink {
    Ink::new(Type::Label, Weight::Bold, color, Role::Label)
}

const fn printed(color: Tone) -> Ink {
    Ink::new(Type::Small, Weight::Regular, color, Role::Printed)
}
