//! A level axis: the round values on it, and names under their ticks.

use super::super::scale::LinearScale;
use super::super::sketch::{Ink, Sketch};
use super::super::ticks::ticks;
use super::super::{Tone, Type};
use crate::data::{Language, Rational};
use crate::scene::{Anchor, Point, Rect, Role, Weight};
use crate::words;

/// A value on an axis with its name.
pub(super) type Stop = (f64, String);

/// About `count` round whole values between two ends with their names. Zero comes first: where names are in each other's way, it is
/// the one that stays.
pub(super) fn stops((low, high): (f64, f64), count: usize, unit: &str, language: Language) -> Vec<Stop> {
    let mut stops = Vec::new();
    for value in ticks(low, high, count) {
        if value.fract() == 0.0 {
            let mut name = words::number(Rational::from_integer(value as i64), 0, language);
            name.push_str(unit);
            stops.insert(if value == 0.0 { 0 } else { stops.len() }, (value, name));
        }
    }
    stops
}

/// Draws a tick at each value of a scale and names it within the edges: on the first of so many lines that has room, else not at all.
/// Returns where the next thing may start.
pub(super) fn names(
    sketch: &mut Sketch<'_>,
    stops: &[Stop],
    scale: &LinearScale,
    y: f64,
    (left, right): (f64, f64),
    (lines, color): (usize, Tone),
) -> f64 {
    let ink = Ink::new(Type::Small, Weight::Regular, color, Role::Axis);
    let line = sketch.frame.line(ink.kind);
    let mut bottom = y + 6.0 + line;
    for (value, name) in stops {
        let x = scale.map(*value);
        sketch.hairline(Point::new(x, y), Point::new(x, y + 4.0), color, Role::Axis);
        let half = sketch.width_of(name, ink) / 2.0;
        let mut at = Point::new(x.min(right - half).max(left + half), y + 6.0 + sketch.frame.size(ink.kind));
        for _ in 0..lines {
            let area = sketch.text_box(name, at, Anchor::Middle, ink);
            let area = Rect::new(area.x - 3.0, area.y + 3.0, area.width + 6.0, area.height - 3.0);
            if sketch.is_free(&area, &area) {
                sketch.text(name, at, Anchor::Middle, ink, None);
                bottom = bottom.max(at.y + line * 0.4);
                break;
            }
            at.y += line;
        }
    }
    bottom
}
