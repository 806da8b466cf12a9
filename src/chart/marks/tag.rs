//! Members that are named once, and rows that say something of each of them: a square a member and a row. An open row ends in an open
//! edge.

use super::super::sketch::Ink;
use super::super::{Tone, Type};
use super::block::{Entry, Setting};
use super::pen::Pen;
use super::{groups, members};
use crate::data::Comparator;
use crate::scene::{Rect, Role, Stroke, Weight};

/// Side of a square, in CSS pixels at the usual text size.
const SIDE: f64 = 18.0;
/// Between two rows, in CSS pixels.
const GAP: f64 = 16.0;

/// Draws the members of the first row and what the other rows say of them.
#[inline(never)]
pub(super) fn draw(pen: &mut Pen<'_, '_>, entries: &[Entry]) {
    let language = pen.picture.frame.language;
    let names = entries.first().map_or(&[][..], |named| pen.picture.package.items_of(named.words.id));
    let bold = Ink::new(Type::Name, Weight::Bold, Tone::Ink, Role::Label);
    let side = SIDE * pen.sketch.frame.text_scale;
    for (row, entry) in entries.iter().enumerate() {
        pen.open(entry.words.id);
        let beside = groups::count(pen, &entry.words, Setting::LABELLED);
        // An open edge stands beside the last square.
        let columns = groups::columns(pen, names, 0.0, side * 2.5);
        let mut grid = pen.grid(columns);
        let mut square = Rect::new(pen.x, pen.y, side, side);
        for name in names {
            grid.next(pen);
            if row == 0 {
                pen.write(name.label.get(language), bold);
            } else {
                square = Rect::new(pen.x, pen.y, side, side);
                pen.sketch.filled(&square, Tone::Accent, Role::Mark, pen.datum);
                pen.y += side;
            }
        }
        if row > 0 && entry.words.comparator == Comparator::GreaterOrEqual {
            square.x += side * 1.5;
            members::open(pen.sketch, &square, Stroke { color: Tone::Accent, width: 2.0 }, pen.datum);
        }
        grid.end(pen);
        beside.end(pen);
        pen.close();
        pen.y += GAP;
    }
    pen.y -= GAP;
}
