//! Where the zero line stands, how long a unit is, and what an arrow looks like.

use super::super::super::sketch::{Ink, Sketch};
use super::super::super::ticks::ticks;
use super::super::super::{Picture, Tone, Type};
use super::super::set;
use super::{Group, NAMED_ASIDE, in_percent};
use crate::data::Rational;
use crate::scene::{Point, Role, Weight};
use crate::words;

/// Between the tip of an arrow and its figure, and between the zero line and words, in CSS pixels.
pub(super) const SPACE: f64 = 10.0;

/// How the round values of the scale are set.
const SMALL: Ink = Ink::new(Type::Small, Weight::Regular, Tone::Muted, Role::Axis);

/// The scale of one panel, or of all of them.
pub(super) struct Scale {
    /// Where the zero line stands.
    pub(super) zero: f64,
    /// Right edge of the room.
    pub(super) right: f64,
    /// CSS pixels to the unit.
    unit: f64,
    /// The smallest and the largest value.
    ends: (f64, f64),
    /// Whether the names stand to the left of the arrows.
    pub(super) wide: bool,
    /// The size of the figures.
    pub(super) kind: Type,
    /// Height of a row without the words under it.
    pub(super) band: f64,
    /// Height of an arrow head.
    pub(super) head: f64,
    /// From one row to the next.
    pub(super) gap: f64,
}

impl Scale {
    /// The scale on which all changes fit between zero line and `right` with their figures, and to the left of the zero line.
    pub(super) fn new(picture: &Picture<'_>, sketch: &Sketch<'_>, groups: &[Group], right: f64) -> Self {
        let ink = |kind, weight| Ink::new(kind, weight, Tone::Ink, Role::Label);
        let wide = right >= NAMED_ASIDE;
        let kind = if wide { Type::Headline } else { Type::Figure };
        let mut names: f64 = 0.0;
        let mut low: f64 = 0.0;
        let mut high: f64 = 0.0;
        for change in groups.iter().flat_map(|group| &group.changes) {
            let (name, years) = change.names(picture);
            names = names.max(sketch.width_of(name, ink(Type::Name, Weight::Bold)));
            names = names.max(sketch.width_of(&years, ink(Type::Label, Weight::Regular)));
            low = low.min(change.value);
            high = high.max(change.value);
        }
        let left = if wide { (names + 20.0).round() } else { 1.0 };
        let mut unit = f64::INFINITY;
        for change in groups.iter().flat_map(|group| &group.changes) {
            let figure = sketch.width_of(&change.words.unmarked_figure(), ink(kind, Weight::Bold))
                + sketch.width_of(&change.words.marks, ink(Type::Label, Weight::Bold))
                + 4.0;
            let room = right - left - SPACE - figure;
            unit = unit.min(room / (change.value.max(0.0) - low).max(f64::MIN_POSITIVE));
        }
        // Type too large for any arrow leaves none, rather than one that points the wrong way.
        let unit = unit.max(0.0);
        Self {
            zero: (left - low * unit).round() + 0.5,
            right,
            unit,
            ends: (low, high),
            wide,
            kind,
            band: (sketch.frame.size(kind) * if wide { 1.25 } else { 1.5 }).round(),
            head: if wide { 30.0 } else { 22.0 },
            gap: if wide { 14.0 } else { 16.0 },
        }
    }

    /// Where a value stands.
    pub(super) fn x(&self, value: f64) -> f64 {
        self.zero + value * self.unit
    }

    /// The outline of an arrow from the zero line to a value, closed: a shaft and a head, which is shorter where the
    /// arrow is.
    pub(super) fn outline(&self, value: f64, middle: f64) -> [Point; 8] {
        let tip = self.x(value);
        let head = (self.head * 0.62).min((tip - self.zero).abs() * 0.65);
        let neck = tip - head * value.signum();
        let (shaft, half) = (self.head * 0.22, self.head / 2.0);
        let point = |x, away| Point::new(x, middle + away);
        [
            point(self.zero, -shaft),
            point(neck, -shaft),
            point(neck, -half),
            point(tip, 0.0),
            point(neck, half),
            point(neck, shaft),
            point(self.zero, shaft),
            point(self.zero, -shaft),
        ]
    }

    /// The round values of the scale with where they stand, as many as their labels leave room for. Zero comes first: where labels are
    /// in each other's way, it is the one that stays.
    fn stops(&self, picture: &Picture<'_>, sketch: &Sketch<'_>) -> Vec<(f64, f64)> {
        let (low, high) = self.ends;
        let widest = sketch.width_of(&label(picture, high), SMALL) + 16.0;
        let count = (((high - low) * self.unit / widest) as usize).clamp(3, 5);
        let mut stops = vec![(0.0, self.zero)];
        for stop in ticks(low, high, count) {
            if stop != 0.0 {
                stops.push((stop, self.x(stop).round() + 0.5));
            }
        }
        stops
    }

    /// Draws the lines of the scale behind an arrow.
    pub(super) fn lines(&self, picture: &Picture<'_>, sketch: &mut Sketch<'_>, top: f64, bottom: f64) {
        for (stop, x) in self.stops(picture, sketch) {
            let (color, role) = if stop == 0.0 { (Tone::Ink, Role::Axis) } else { (Tone::Grid, Role::Grid) };
            sketch.hairline(Point::new(x, top), Point::new(x, bottom), color, role);
        }
    }

    /// Names the round values under the rows and tells where the next thing may start.
    pub(super) fn axis(&self, picture: &Picture<'_>, sketch: &mut Sketch<'_>, top: f64) -> f64 {
        let baseline = top + 6.0 + sketch.frame.size(SMALL.kind);
        for (stop, x) in self.stops(picture, sketch) {
            sketch.hairline(Point::new(x, top), Point::new(x, top + 4.0), Tone::Muted, Role::Axis);
            let label = label(picture, stop);
            let half = sketch.width_of(&label, SMALL) / 2.0;
            let at = Point::new(x.min(self.right - half).max(half), baseline);
            set::apart(sketch, &label, at, (4.0, top + 3.0), SMALL);
        }
        top + 6.0 + sketch.frame.line(SMALL.kind)
    }
}

/// A round value in words.
fn label(picture: &Picture<'_>, stop: f64) -> String {
    let mut text = words::number(Rational::from_integer(stop as i64), 0, picture.frame.language);
    if in_percent(picture) {
        text.push('%');
    }
    text
}
