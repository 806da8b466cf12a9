//! What the papers print without a date: floating, beside no axis.

use super::super::super::sketch::{Ink, Sketch};
use super::super::super::{Picture, Tone, Type};
use super::entry::Entry;
use super::moment::{MONTH, YEAR};
use super::{Lane, heading};
use crate::scene::{Anchor, Dash, Geometry, Point, Rect, Role, Stroke, Weight};
use crate::words::Phrase;

/// Between the edge of a chip and its words, and between two chips.
const SPACE: f64 = 9.0;
/// Length of a month that comes again.
const AGAIN: f64 = 18.0;
/// How the outline of a chip is dashed.
const FLOATING: Dash = Dash { on: 3.0, off: 3.0 };

/// Draws the lane of the undated and tells where it ends.
pub(super) fn draw(
    picture: &Picture<'_>,
    sketch: &mut Sketch<'_>,
    entries: &[&Entry],
    lanes: &[Lane],
    (top, across): (f64, bool),
) -> f64 {
    if entries.is_empty() {
        return top;
    }
    let width = sketch.frame.width;
    let panel = sketch.panel("undated", Rect::new(0.0, top, width, 0.0));
    let mut y = heading::head(picture, sketch, (Phrase::UndatedLane, Phrase::NotOnTheAxis), top) + 8.0;
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
            let setting = entry.set(sketch, "", room - 2.0 * SPACE, lane.color);
            // A word that no line holds is cut, not its chip.
            let wide = (setting.width() + 2.0 * SPACE).min(room);
            let high = setting.height() + 1.2 * SPACE;
            if x > left && x + wide > width {
                x = left;
                y += row + 1.6 * SPACE;
                row = 0.0;
            }
            let chip = Rect::new(x.round(), y.round(), wide.floor(), high.round());
            let datum = entry.datum(sketch, panel);
            outline(sketch, chip, entry, lane.color, datum);
            let place = Rect::new(chip.x + SPACE, chip.y + 0.6 * SPACE, setting.width(), setting.height());
            setting.draw(sketch, place, false, (datum, Point::new(chip.center().x, chip.y)));
            sketch.extend(datum, chip);
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
    let line = bottom + 1.5;
    let bar = Rect::new(left + SPACE, line - YEAR / 2.0, chip.width - 2.0 * SPACE, YEAR);
    if entry.lasts {
        sketch.shape(Geometry::Rect { rect: bar, fill: Some(color), stroke: None }, Role::Mark, datum);
        for (tip, back) in [(left + 2.0, 4.0), (right - 2.0, -4.0)] {
            let head = [Point::new(tip + back, line - 4.0), Point::new(tip, line), Point::new(tip + back, line + 4.0)];
            sketch.line(&head, Stroke { color, width: 1.5 }, None, Role::Open, datum);
        }
    } else if entry.when.is_some() {
        let ends = [Point::new(left + 2.0, line), Point::new(right - 2.0, line)];
        sketch.line(&ends, stroke, Some(&FLOATING), Role::Axis, datum);
        for share in [0.0, 0.5, 1.0] {
            let rect = Rect::new((bar.x + (bar.width - AGAIN) * share).round(), line - MONTH / 2.0, AGAIN, MONTH);
            sketch.shape(Geometry::Rect { rect, fill: Some(Tone::Background), stroke: Some(stroke) }, Role::Mark, datum);
        }
    } else {
        let first = Point::new(left, top);
        let corners = [first, Point::new(right, top), Point::new(right, bottom), Point::new(left, bottom), first];
        sketch.line(&corners, stroke, Some(&FLOATING), Role::Mark, datum);
    }
}
