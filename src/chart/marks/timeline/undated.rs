//! What the papers print without a date: floating, beside no axis.

use super::super::super::sketch::{Ink, Sketch};
use super::super::super::{Tone, Type};
use super::super::pen::Pen;
use super::entry::Entry;
use super::moment::{Form, Track};
use super::{Lane, heading};
use crate::data::Precision;
use crate::scene::{Dash, Point, Rect, Role, Stroke, Weight};
use crate::words::Phrase;

/// Between the edge of a chip and its words, and between two chips.
const SPACE: f64 = 9.0;
/// Length of a month that comes again.
const AGAIN: f64 = 18.0;
/// How the outline of a chip is dashed.
const FLOATING: Dash = Dash { on: 3.0, off: 3.0 };

/// Draws the lane of the undated.
pub(super) fn draw(pen: &mut Pen<'_, '_>, entries: &[&Entry], lanes: &[Lane], across: bool) {
    if entries.is_empty() {
        return;
    }
    let width = pen.sketch.frame.width;
    pen.sketch.panel("undated");
    heading::head(pen, (Phrase::UndatedLane, Phrase::NotOnTheAxis));
    pen.y = (pen.y + 8.0).round();
    let name = |lane: &Lane| Ink::new(Type::Label, Weight::Bold, lane.color, Role::Label);
    let mut rail: f64 = 0.0;
    if across {
        for lane in lanes {
            rail = rail.max(pen.sketch.width_of(lane.name, name(lane)).ceil());
        }
    }
    for (index, lane) in lanes.iter().enumerate() {
        if !entries.iter().any(|entry| entry.lane == index) {
            continue;
        }
        let mut beside = pen.rail((rail, 20.0));
        pen.y += 0.8 * SPACE;
        pen.write(lane.name, name(lane));
        pen.y += 0.4 * SPACE;
        beside.turn(pen, 0.0);
        let (left, mut x, mut y, mut row) = (pen.x, pen.x, pen.y, 0.0f64);
        let room = width - left;
        for entry in entries.iter().filter(|entry| entry.lane == index) {
            let mark = pen.sketch.mark();
            let words = entry.chip(pen, (0.0, 0.0, room), lane.color).1;
            pen.sketch.forget(mark);
            // A word that no line holds is cut, not its chip.
            let wide = (words.width + 2.0 * SPACE).min(room);
            let high = words.height + 1.2 * SPACE;
            if x > left && x + wide > width {
                x = left;
                y += row + 1.6 * SPACE;
                row = 0.0;
            }
            let chip = Rect::new(x.round(), y.round(), wide.floor(), high.round());
            let (datum, words) = entry.chip(pen, (chip.x, chip.y, room), lane.color);
            let mut area = chip;
            area.include(&words);
            pen.sketch.settle_under(datum, &area, chip.width / 2.0);
            outline(pen.sketch, &chip, entry, lane.color, datum);
            x += wide + SPACE;
            row = row.max(high);
        }
        // The last marks hang a little below their chips.
        pen.y = y + row + 1.6 * SPACE;
        beside.end(pen);
    }
}

impl Entry {
    /// Sets the words of a chip and tells their datum and the box that they take.
    fn chip(&self, pen: &mut Pen<'_, '_>, (x, y, room): (f64, f64, f64), color: Tone) -> (usize, Rect) {
        pen.put(&Rect::new(x + SPACE, y + 0.6 * SPACE, room - 2.0 * SPACE, 0.0));
        let datum = pen.sketch.unplaced(self.words.id);
        (datum, self.draw(pen, "", color, datum))
    }
}

/// What has no date floats in a dashed outline. A length of time is a long bar that runs on at both ends, and a month of every year a
/// hollow one again and again: both under their words.
fn outline(sketch: &mut Sketch<'_>, chip: &Rect, entry: &Entry, color: Tone, datum: usize) {
    let datum = Some(datum);
    let stroke = Stroke { color, width: 1.0 };
    let (left, right, top, bottom) = (chip.x + 0.5, chip.right() - 0.5, chip.y + 0.5, chip.bottom() - 0.5);
    let track = Track { across: bottom + 1.5, down: false };
    let (from, to) = (left + SPACE - 2.0, right - SPACE + 2.0);
    let own = (Role::Mark, datum);
    if entry.lasts {
        let form = Form { precision: Precision::Year, hollow: false, open: (true, true) };
        track.draw(sketch, (from, to), form, color, own);
    } else if entry.when.is_some() {
        let ends = [track.point(left + 2.0, 0.0), track.point(right - 2.0, 0.0)];
        sketch.line(&ends, stroke, Some(&FLOATING), Role::Axis, datum);
        for share in &[0.0, 0.5, 1.0] {
            let at = (from + (to - AGAIN - from) * share).round();
            let form = Form { precision: Precision::Month, hollow: true, open: (false, false) };
            track.draw(sketch, (at, at + AGAIN), form, color, own);
        }
    } else {
        let first = Point::new(left, top);
        let corners = [first, Point::new(right, top), Point::new(right, bottom), Point::new(left, bottom), first];
        sketch.line(&corners, stroke, Some(&FLOATING), Role::Mark, datum);
    }
}
