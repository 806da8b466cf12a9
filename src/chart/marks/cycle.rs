//! Stages over one strip: what the strip stands for is there for all of them, and nothing says which stage a part of it belongs to.

use super::super::{Tone, Type};
use super::block::{Entry, Setting};
use super::pen::{BELOW, Pen};
use super::{groups, members};
use crate::scene::{Point, Rect, Role, Stroke};

/// How high the strip is, in CSS pixels.
const STRIP: f64 = 12.0;
/// Between the strip and what stands above or below it, in CSS pixels.
const GAP: f64 = 6.0;

/// Draws the first row as stages along a line, the second as the strip below all of them with its members in a row.
#[inline(never)]
pub(super) fn draw(pen: &mut Pen<'_, '_>, entries: &[Entry]) {
    let package = pen.picture.package;
    let mut stages = 0;
    for (row, entry) in entries.iter().enumerate() {
        let top = pen.y;
        pen.y += if row > 0 { STRIP + GAP } else { 0.0 };
        pen.open(entry.words.id);
        let beside = groups::count(pen, &entry.words, Setting::LABELLED);
        let items = package.items_of(entry.words.id);
        let mut columns = groups::columns(pen, items, members::indent(pen.sketch, Type::Name), 30.0);
        if row > 0 {
            pen.sketch.filled(&Rect::new(pen.x, top, pen.width, STRIP), Tone::Accent, Role::Mark, pen.datum);
            // A part that begins where a stage does would look like a pair. None but the first does where the columns of the parts are
            // no multiple of those of the stages, of which there are two or three.
            let alike = columns.count.is_multiple_of(stages);
            columns.count = columns.count.saturating_sub(alike.into());
        } else {
            stages = columns.count;
        }
        let mut grid = pen.grid(columns);
        for (i, item) in items.iter().enumerate() {
            // The stages are joined by a line.
            let from = pen.end.x + 9.0;
            grid.next(pen);
            members::member(pen, item.label.get(pen.picture.frame.language), (Type::Name, BELOW));
            let to = pen.x - 10.0;
            if row == 0 && i > 0 && from < to {
                let y = (pen.end.y - pen.sketch.drop(Type::Name)).round();
                let ends = [Point::new(from, y), Point::new(to, y)];
                pen.sketch.line(&ends, Stroke { color: Tone::Accent, width: 2.0 }, None, Role::Axis, pen.datum);
            }
        }
        grid.end(pen);
        beside.end(pen);
        pen.close();
        pen.y += GAP;
    }
    pen.y -= GAP;
}
