//! The squares with a row an article and a column a kind.

use super::super::super::sketch::{Ink, Sketch};
use super::super::super::{Picture, Tone, Type};
use super::kinds::{Article, Head, total};
use super::statement::{GAP, square};
use crate::scene::{Anchor, Point, Rect, Role, Stroke, Weight};
use crate::words::Phrase;

/// How many squares stand on each other at most, and from which pitch on, in CSS pixels: the first that fits is taken.
const STACKS: [(usize, f64); 4] = [(3, 35.0), (4, 31.0), (5, 28.0), (6, 25.0)];
/// The largest pitch of the squares, in CSS pixels.
const LARGEST: f64 = 38.0;
/// The least and the largest distance between two columns, in CSS pixels.
const GUTTERS: (f64, f64) = (20.0, 110.0);

/// The measures of the rows.
pub(super) struct Rows {
    /// Width of the column of the articles.
    names: f64,
    pitch: f64,
    /// How many squares stand on each other at most.
    stack: usize,
}

impl Rows {
    /// Places the columns of the kinds; `None` where they do not fit.
    pub(super) fn new(picture: &Picture<'_>, sketch: &Sketch<'_>, articles: &[Article], heads: &mut [Head]) -> Option<Self> {
        let name = Ink::new(Type::Name, Weight::Bold, Tone::Ink, Role::Label);
        let label = Ink { kind: Type::Label, weight: Weight::Regular, ..name };
        let mut names = sketch.width_of(Phrase::Statements.get(picture.frame.language), label);
        for article in articles {
            names = names.max(sketch.width_of(article.name, name));
            for statement in &article.statements {
                names = names.max(sketch.width_of(statement.printed.as_deref().unwrap_or_default(), label));
            }
        }
        let names = (names + 30.0).ceil();
        for (stack, least) in &STACKS {
            let mut rows = Self { names, pitch: LARGEST, stack: *stack };
            while rows.pitch >= *least {
                // Without gutters first, to see how wide these can be.
                let taken = rows.place(sketch, heads, label, 0.0);
                let gaps = heads.len().saturating_sub(1).max(1) as f64;
                let gutter = ((sketch.frame.width - names - taken) / gaps).min(GUTTERS.1);
                if gutter >= GUTTERS.0 {
                    rows.place(sketch, heads, label, gutter);
                    return Some(rows);
                }
                rows.pitch -= 1.0;
            }
        }
        None
    }

    /// Places the columns of the kinds a gutter apart. Returns how wide they are without gutters.
    fn place(&self, sketch: &Sketch<'_>, heads: &mut [Head], label: Ink, gutter: f64) -> f64 {
        let (mut left, mut taken) = (self.names, 0.0);
        for head in heads {
            let squares = head.most.div_ceil(self.stack) as f64 * self.pitch - GAP;
            let wide = squares.max(sketch.width_of(head.name, label));
            head.place = left.round();
            taken += wide;
            left += wide + gutter;
        }
        taken
    }

    /// Draws heads and rows from `top` on and tells where they end.
    pub(super) fn draw(&self, sketch: &mut Sketch<'_>, articles: &[Article], heads: &[Head], top: f64) -> f64 {
        let large = Ink::new(Type::Headline, Weight::Bold, Tone::Ink, Role::Label);
        let figure = Ink { kind: Type::Figure, ..large };
        let label = Ink::new(Type::Label, Weight::Regular, Tone::Muted, Role::Label);
        let frame = sketch.frame;
        // The numbers of a single article are those of its row.
        let several = articles.len() > 1;
        let first = top + frame.size(Type::Headline) * 0.8;
        let second = if several { first + frame.line(Type::Label) + 2.0 } else { top + frame.size(Type::Label) };
        for head in heads {
            if several {
                sketch.text(&head.total.to_string(), Point::new(head.place, first), Anchor::Start, figure, None);
            }
            sketch.text(head.name, Point::new(head.place, second), Anchor::Start, label, None);
        }
        if several {
            sketch.text(&total(articles).to_string(), Point::new(0.0, first), Anchor::Start, large, None);
            sketch.text(Phrase::Statements.get(frame.language), Point::new(0.0, second), Anchor::Start, label, None);
        }
        let mut bottom = second + 14.0;
        for article in articles {
            bottom = self.row(sketch, (article, heads), bottom) + 20.0;
        }
        bottom - 18.0
    }

    /// Draws the squares of an article under a rule and tells where they end.
    fn row(&self, sketch: &mut Sketch<'_>, (article, heads): (&Article, &[Head]), top: f64) -> f64 {
        let frame = sketch.frame;
        let top = top.round();
        sketch.rule((0.0, frame.width), top);
        let name = Ink::new(Type::Name, Weight::Bold, article.accent, Role::Label);
        let large = Ink { kind: Type::Headline, ..name };
        let small = Ink { kind: Type::Label, ..name };
        let none = Ink::new(Type::Label, Weight::Regular, Tone::Muted, Role::Label);

        let first = top + 8.0 + frame.size(Type::Name);
        let squares = (first + 10.0).round();
        sketch.text(article.name, Point::new(0.0, first), Anchor::Start, name, None);
        let number = Point::new(0.0, squares + frame.size(Type::Headline) * 0.85);
        let free = sketch.text(&article.statements.len().to_string(), number, Anchor::Start, large, None).bottom();
        let mut notes = Notes { free, last: Point::new(0.0, 0.0) };

        let mut rows = 0;
        for head in heads {
            rows = rows.max(article.count(head.kind).div_ceil(self.across(head)));
        }
        let high = rows as f64 * self.pitch - GAP;
        let panel = sketch.panel(article.source.id, Rect::new(0.0, top, frame.width, squares + high - top));
        for head in heads {
            let count = article.count(head.kind);
            let ink = if count == 0 { none } else { small };
            sketch.text(&count.to_string(), Point::new(head.place, first), Anchor::Start, ink, None);
            let origin = Point::new(head.place, squares);
            let mut i = 0;
            for statement in &article.statements {
                if statement.observation.kind != head.kind {
                    continue;
                }
                let rect = square(i, self.across(head), origin, self.pitch);
                let datum = statement.draw(sketch, rect, panel);
                if let Some(printed) = &statement.printed {
                    self.note(Tone::Remark, sketch, printed, (rect, datum), &mut notes);
                }
                i += 1;
            }
        }
        (squares + high).max(notes.free)
    }

    /// How many squares of a kind stand beside each other.
    fn across(&self, head: &Head) -> usize {
        head.most.div_ceil(self.stack).max(1)
    }

    /// Says in the column of the articles what the paper prints instead of our reading, with a leader between the rows to its square.
    /// Squares of one row share a leader.
    fn note(&self, color: Tone, sketch: &mut Sketch<'_>, printed: &str, (square, datum): (Rect, usize), notes: &mut Notes) {
        let ink = Ink::new(Type::Label, Weight::Regular, color, Role::Printed);
        let line = sketch.frame.line(Type::Label);
        let end = Point::new(square.center().x, square.bottom() + GAP / 2.0);
        let middle = end.y.max(notes.free + line / 2.0);
        let baseline = middle + sketch.frame.size(Type::Label) * 0.36;
        let words = sketch.text(printed, Point::new(0.0, baseline), Anchor::Start, ink, Some(datum));
        let turn = self.names - 12.0;
        let (start, corner) = (Point::new(words.right() + 6.0, middle), Point::new(turn, middle));
        let leader = [start, corner, Point::new(turn, end.y), end, Point::new(end.x, square.bottom())];
        let joined = [notes.last, end, Point::new(end.x, square.bottom())];
        let points: &[Point] = if notes.last.y == end.y { &joined } else { &leader };
        sketch.line(points, Stroke { color, width: 1.0 }, None, Role::Axis, Some(datum));
        *notes = Notes { free: middle + line / 2.0, last: end };
    }
}

/// The notes in the column of the articles: where it is free from, and where the last leader ends.
struct Notes {
    free: f64,
    last: Point,
}
