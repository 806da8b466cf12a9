//! The squares with a row an article and a column a kind.

use super::super::super::sketch::{Ink, Sketch};
use super::super::super::{Picture, Type};
use super::kinds::{Article, GAP, Head};
use crate::scene::{Anchor, Point, Rect, Role, Stroke, Weight};
use crate::words::Phrase;

/// How many squares stand on each other at most, and from which pitch on, in CSS pixels: the first that fits is taken.
const STACKS: [(usize, f64); 4] = [(3, 35.0), (4, 31.0), (5, 28.0), (6, 25.0)];
/// The largest pitch of the squares, in CSS pixels.
const LARGEST: f64 = 38.0;
/// The least and the largest distance between two columns, in CSS pixels.
const GUTTERS: (f64, f64) = (20.0, 110.0);

/// The places of the columns.
pub(super) struct Rows {
    /// Width of the column of the articles.
    names: f64,
    pitch: f64,
    kinds: Vec<Column>,
}

/// The column of a kind: its left edge, and how many squares stand beside each other.
struct Column {
    left: f64,
    across: usize,
}

impl Rows {
    /// Places the columns; `None` where they do not fit.
    pub(super) fn new(picture: &Picture<'_>, sketch: &Sketch<'_>, articles: &[Article], heads: &[Head]) -> Option<Self> {
        let name = Ink::new(Type::Name, Weight::Bold, picture.palette().ink, Role::Label);
        let label = Ink::new(Type::Label, Weight::Regular, picture.palette().ink, Role::Label);
        let mut names = sketch.width_of(Phrase::Statements.get(picture.frame.language), label);
        for article in articles {
            names = names.max(sketch.width_of(article.name, name));
            for statement in article.cells.iter().flatten() {
                names = names.max(statement.printed.as_ref().map_or(0.0, |printed| sketch.width_of(printed, label)));
            }
        }
        let names = (names + 30.0).ceil();
        let room = sketch.frame.width - names;
        let gaps = heads.len().saturating_sub(1) as f64;
        for (stack, least) in STACKS {
            let mut pitch = LARGEST;
            while pitch >= least {
                let wide = |head: &Head| {
                    let squares = head.most.div_ceil(stack) as f64 * pitch - GAP;
                    squares.max(sketch.width_of(head.name, label))
                };
                let taken: f64 = heads.iter().map(wide).sum();
                let gutter = ((room - taken) / gaps.max(1.0)).min(GUTTERS.1);
                if gutter >= GUTTERS.0 {
                    let mut left = names;
                    let mut kinds = Vec::new();
                    for head in heads {
                        kinds.push(Column { left: left.round(), across: head.most.div_ceil(stack).max(1) });
                        left += wide(head) + gutter;
                    }
                    return Some(Self { names, pitch, kinds });
                }
                pitch -= 1.0;
            }
        }
        None
    }

    /// Draws heads and rows from `top` on and tells where they end.
    pub(super) fn draw(
        &self,
        picture: &Picture<'_>,
        sketch: &mut Sketch<'_>,
        articles: &[Article],
        heads: &[Head],
        top: f64,
    ) -> f64 {
        let palette = picture.palette();
        let large = Ink::new(Type::Headline, Weight::Bold, palette.ink, Role::Label);
        let figure = Ink::new(Type::Figure, Weight::Bold, palette.ink, Role::Label);
        let label = Ink::new(Type::Label, Weight::Regular, palette.muted, Role::Label);
        let frame = sketch.frame;
        // The numbers of a single article are those of its row.
        let several = articles.len() > 1;
        let first = top + frame.size(Type::Headline) * 0.8;
        let second = if several { first + frame.line(Type::Label) + 2.0 } else { top + frame.size(Type::Label) };
        for (head, column) in heads.iter().zip(&self.kinds) {
            if several {
                sketch.text(&head.total.to_string(), Point::new(column.left, first), Anchor::Start, figure, None);
            }
            sketch.text(head.name, Point::new(column.left, second), Anchor::Start, label, None);
        }
        if several {
            let total: usize = heads.iter().map(|head| head.total).sum();
            sketch.text(&total.to_string(), Point::new(0.0, first), Anchor::Start, large, None);
            sketch.text(Phrase::Statements.get(frame.language), Point::new(0.0, second), Anchor::Start, label, None);
        }
        let mut bottom = second + 14.0;
        for article in articles {
            bottom = self.row(picture, sketch, article, bottom) + 20.0;
        }
        bottom - 18.0
    }

    /// Draws the squares of an article under a rule and tells where they end.
    fn row(&self, picture: &Picture<'_>, sketch: &mut Sketch<'_>, article: &Article, top: f64) -> f64 {
        let palette = picture.palette();
        let frame = sketch.frame;
        let top = top.round();
        let rule = Stroke { color: palette.grid, width: 1.0 };
        sketch.line(&[Point::new(0.0, top), Point::new(frame.width, top)], rule, None, Role::Decoration, None);
        let name = Ink::new(Type::Name, Weight::Bold, article.accent, Role::Label);
        let large = Ink::new(Type::Headline, Weight::Bold, article.accent, Role::Label);
        let small = Ink::new(Type::Label, Weight::Bold, article.accent, Role::Label);
        let none = Ink::new(Type::Label, Weight::Regular, palette.muted, Role::Label);

        let first = top + 8.0 + frame.size(Type::Name);
        let squares = (first + 10.0).round();
        sketch.text(article.name, Point::new(0.0, first), Anchor::Start, name, None);
        let number = Point::new(0.0, squares + frame.size(Type::Headline) * 0.85);
        let free = sketch.text(&article.count().to_string(), number, Anchor::Start, large, None).bottom();
        let mut notes = Notes { free, last: Point::new(0.0, 0.0) };

        let cells = || article.cells.iter().zip(&self.kinds);
        let rows = cells().map(|(cell, column)| cell.len().div_ceil(column.across)).max().unwrap_or(0);
        let high = rows as f64 * self.pitch - GAP;
        let area = Rect::new(0.0, top, frame.width, squares + high - top);
        let panel = sketch.panel(article.source.id, area);
        for (cell, Column { left, across }) in cells() {
            let ink = if cell.is_empty() { none } else { small };
            sketch.text(&cell.len().to_string(), Point::new(*left, first), Anchor::Start, ink, None);
            for (i, statement) in cell.iter().enumerate() {
                let (row, column) = ((i / across) as f64, (i % across) as f64);
                let side = self.pitch - GAP;
                let rect = Rect::new(left + column * self.pitch, squares + row * self.pitch, side, side);
                let datum = statement.draw(sketch, rect, panel);
                if let Some(printed) = &statement.printed {
                    self.note(picture, sketch, printed, (rect, datum), &mut notes);
                }
            }
        }
        (squares + high).max(notes.free)
    }

    /// Says in the column of the articles what the paper prints instead of our reading, with a leader between the rows to its square.
    /// Squares of one row share a leader.
    fn note(
        &self,
        picture: &Picture<'_>,
        sketch: &mut Sketch<'_>,
        printed: &str,
        (square, datum): (Rect, usize),
        notes: &mut Notes,
    ) {
        let color = picture.palette().remark;
        let ink = Ink::new(Type::Label, Weight::Regular, color, Role::Printed);
        let line = sketch.frame.line(Type::Label);
        let end = Point::new(square.center().x, square.bottom() + GAP / 2.0);
        let middle = end.y.max(notes.free + line / 2.0);
        let baseline = middle + sketch.frame.size(Type::Label) * 0.36;
        let words = sketch.text(printed, Point::new(0.0, baseline), Anchor::Start, ink, Some(datum));
        let turn = self.names - 12.0;
        let mut leader = if notes.last.y == end.y {
            vec![notes.last]
        } else {
            vec![Point::new(words.right() + 6.0, middle), Point::new(turn, middle), Point::new(turn, end.y)]
        };
        leader.extend([end, Point::new(end.x, square.bottom())]);
        sketch.line(&leader, Stroke { color, width: 1.0 }, None, Role::Axis, Some(datum));
        *notes = Notes { free: middle + line / 2.0, last: end };
    }
}

/// The notes in the column of the articles: where it is free from, and where the last leader ends.
struct Notes {
    free: f64,
    last: Point,
}
