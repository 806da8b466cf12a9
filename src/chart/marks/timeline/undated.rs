//! What the papers print without a date: floating, beside no axis.

use super::super::super::sketch::{Ink, Sketch};
use super::super::super::{Tone, Type};
use super::entry::Entry;
use super::moment::{Form, Track};
use super::{Lane, heading};
use crate::data::Precision;
use crate::scene::{Anchor, Dash, Point, Rect, Role, Stroke, Weight};
use crate::words::Phrase;

/// Between the edge of a chip and its words, and between two chips.
const SPACE: f64 = 9.0;
/// Length of a month that comes again.
const AGAIN: f64 = 18.0;
/// How the outline of a chip is dashed.
const FLOATING: Dash = Dash { on: 3.0, off: 3.0 };

/// Draws the lane of the undated and tells where it ends.
pub(super) fn draw(sketch: &mut Sketch<'_>, entries: &[&Entry], lanes: &[Lane], (top, across): (f64, bool)) -> f64 {
    if entries.is_empty() {
        return top;
    }
    let width = sketch.frame.width;
    let panel = sketch.panel("undated", Rect::new(0.0, top, width, 0.0));
    let mut y = heading::head(sketch, (Phrase::UndatedLane, Phrase::NotOnTheAxis), top) + 8.0;
    let line = sketch.frame.line(Type::Label);
    let mut named: f64 = 0.0;
    for lane in lanes {
        named = named.max(sketch.width_of(lane.name, Ink::new(Type::Label, Weight::Bold, lane.color, Role::Label)));
    }
    let left = if across { (named + 20.0).round() } else { 0.0 };
    let room = width - left;
    for (index, lane) in lanes.iter().enumerate() {
        if !entries.iter().any(|entry| entry.lane == index) {
            continue;
        }
        let name = Ink::new(Type::Label, Weight::Bold, lane.color, Role::Label);
        let baseline = y + SPACE * 0.6 + line / 2.0 + sketch.frame.size(Type::Label) * 0.36;
        sketch.text(lane.name, Point::new(0.0, baseline), Anchor::Start, name, None);
        if !across {
            y += line + 10.0;
        }
        let (mut x, mut row) = (left, 0.0f64);
        for entry in entries.iter().filter(|entry| entry.lane == index) {
            let inside = Rect::new(0.0, 0.0, room - 2.0 * SPACE, 0.0);
            let mark = sketch.mark();
            let datum = sketch.unplaced(entry.words.id, panel);
            let words = entry.draw(sketch, "", inside, lane.color, datum);
            sketch.forget(mark);
            // A word that no line holds is cut, not its chip.
            let wide = (words.width + 2.0 * SPACE).min(room);
            let high = words.height + 1.2 * SPACE;
            if x > left && x + wide > width {
                x = left;
                y += row + 1.6 * SPACE;
                row = 0.0;
            }
            let chip = Rect::new(x.round(), y.round(), wide.floor(), high.round());
            let datum = sketch.unplaced(entry.words.id, panel);
            let place = Rect { x: chip.x + SPACE, y: chip.y + 0.6 * SPACE, ..inside };
            let words = entry.draw(sketch, "", place, lane.color, datum);
            sketch.settle_under(datum, &chip.union(words), chip.width / 2.0);
            outline(sketch, chip, entry, lane.color, datum);
            x += wide + SPACE;
            row = row.max(high);
        }
        y += row + 2.2 * SPACE;
    }
    // The last marks hang a little below their chips.
    y - 0.6 * SPACE
}

/// What has no date floats in a dashed outline. A length of time is a long bar that runs on at both ends, and a month of every year a
/// hollow one again and again: both under their words.
fn outline(sketch: &mut Sketch<'_>, chip: Rect, entry: &Entry, color: Tone, datum: usize) {
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
