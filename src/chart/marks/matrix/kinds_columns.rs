//! The squares with a column an article and a row a kind.

use super::super::super::sketch::{Ink, Sketch};
use super::super::super::{Tone, Type};
use super::super::set::{holds, paragraph, paragraph_height};
use super::kinds::{Article, Head};
use super::statement::{GAP, square};
use crate::data::Kind;
use crate::scene::{Anchor, Point, Rect, Role, Weight};

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
        let bold = bold(Tone::Ink);
        let holds = articles.iter().all(|article| holds(sketch, article.name, self.width, bold));
        holds
            && heads.iter().all(|head| {
                let mut numbers = head.total.to_string();
                numbers.push_str(&head.most.to_string());
                sketch.width_of(head.name, bold) + sketch.width_of(&numbers, bold) + 22.0 <= self.width
            })
    }

    /// Draws articles and kinds from `top` on and tells where they end.
    pub(super) fn draw(&self, sketch: &mut Sketch<'_>, articles: &[Article], heads: &mut [Head], top: f64) -> f64 {
        let frame = sketch.frame;

        // Names and numbers of the articles, then the tops of the kinds.
        let mut names: f64 = 0.0;
        for article in articles {
            names = names.max(paragraph_height(sketch, article.name, self.width, bold(article.accent)));
        }
        let numbers = top + names + frame.size(Type::Headline);
        let mut bottom = numbers + 12.0;
        for head in heads.iter_mut() {
            let y = bottom.round();
            sketch.rule((0.0, frame.width), y);
            head.place = y + 6.0 + frame.size(Type::Label);
            let words = sketch.text(head.name, Point::new(0.0, head.place), Anchor::Start, bold(Tone::Ink), None);
            if self.count > 1 {
                let ink = Ink { weight: Weight::Regular, ..bold(Tone::Muted) };
                let behind = Point::new(words.right() + 6.0, head.place);
                sketch.text(&head.total.to_string(), behind, Anchor::Start, ink, None);
            }
            let mut high: f64 = 0.0;
            for article in articles {
                high = high.max(self.height(sketch, article, head.kind));
            }
            bottom = head.place + 9.0 + high + 9.0;
        }
        for (i, article) in articles.iter().enumerate() {
            let left = i as f64 * (self.width + GUTTER);
            let panel = sketch.panel(article.source.id, Rect::between(left, top, left + self.width, bottom));
            paragraph(sketch, article.name, Point::new(left, top), self.width, bold(article.accent), None);
            let large = Ink { kind: Type::Headline, ..bold(article.accent) };
            let count = article.statements.len().to_string();
            sketch.text(&count, Point::new(left, numbers), Anchor::Start, large, None);
            for head in heads.iter() {
                let count = article.count(head.kind);
                let color = if count == 0 { Tone::Muted } else { article.accent };
                let right = Point::new(left + self.width, head.place);
                sketch.text(&count.to_string(), right, Anchor::End, bold(color), None);
                let origin = Point::new(left, head.place + 9.0);
                let mut below = origin.y + self.squares(count);
                let mut i = 0;
                for statement in &article.statements {
                    if statement.observation.kind != head.kind {
                        continue;
                    }
                    let datum = statement.draw(sketch, square(i, self.across, origin, self.pitch), panel);
                    if let Some(printed) = &statement.printed {
                        let place = Rect::new(left, below, self.width, 0.0);
                        below = paragraph(sketch, printed, place.origin(), place.width, small(Tone::Remark), Some(datum));
                    }
                    i += 1;
                }
            }
        }
        bottom
    }

    /// How high the squares of a kind are with the printed readings under them.
    fn height(&self, sketch: &Sketch<'_>, article: &Article, kind: Kind) -> f64 {
        let mut notes = 0.0;
        for statement in &article.statements {
            if let (Some(printed), true) = (&statement.printed, statement.observation.kind == kind) {
                notes += paragraph_height(sketch, printed, self.width, small(Tone::Ink));
            }
        }
        self.squares(article.count(kind)) + notes
    }

    /// How high a number of squares is.
    fn squares(&self, count: usize) -> f64 {
        count.div_ceil(self.across) as f64 * self.pitch
    }
}

const fn bold(color: Tone) -> Ink {
    Ink::new(Type::Label, Weight::Bold, color, Role::Label)
}

const fn small(color: Tone) -> Ink {
    Ink::new(Type::Small, Weight::Regular, color, Role::Printed)
}
