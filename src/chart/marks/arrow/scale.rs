//! Where the zero line stands, how long a unit is, and what an arrow looks like.

use super::super::super::sketch::{Ink, Sketch};
use super::super::super::ticks::ticks;
use super::super::super::{Picture, Type};
use super::{Change, NAMED_ASIDE, in_percent};
use crate::data::Rational;
use crate::scene::{Anchor, Point, Rect, Role, Stroke, Weight};
use crate::words;

/// Between the tip of an arrow and its figure, and between the zero line and words, in CSS pixels.
pub(super) const SPACE: f64 = 10.0;

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
    pub(super) fn new(picture: &Picture<'_>, sketch: &Sketch<'_>, changes: &[&Change], right: f64) -> Self {
        let color = picture.palette().ink;
        let ink = |kind, weight| Ink::new(kind, weight, color, Role::Label);
        let wide = right >= NAMED_ASIDE;
        let kind = if wide { Type::Headline } else { Type::Figure };
        let mut names: f64 = 0.0;
        let mut low: f64 = 0.0;
        let mut high: f64 = 0.0;
        for change in changes {
            let (name, years) = change.names(picture);
            names = names.max(sketch.width_of(name, ink(Type::Name, Weight::Bold)));
            names = names.max(sketch.width_of(&years, ink(Type::Label, Weight::Regular)));
            low = low.min(change.value);
            high = high.max(change.value);
        }
        let left = if wide { (names + 20.0).round() } else { 1.0 };
        let mut unit = f64::INFINITY;
        for change in changes {
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
    pub(super) fn outline(&self, value: f64, middle: f64) -> Vec<Point> {
        let tip = self.x(value);
        let head = (self.head * 0.62).min((tip - self.zero).abs() * 0.65);
        let neck = tip - head * value.signum();
        let (shaft, half) = (self.head * 0.22, self.head / 2.0);
        let mut points = Vec::new();
        for (x, away) in [
            (self.zero, -shaft),
            (neck, -shaft),
            (neck, -half),
            (tip, 0.0),
            (neck, half),
            (neck, shaft),
            (self.zero, shaft),
            (self.zero, -shaft),
        ] {
            points.push(Point::new(x, middle + away));
        }
        points
    }

    /// The round values of the scale, as many as their labels leave room for.
    fn stops(&self, picture: &Picture<'_>, sketch: &Sketch<'_>) -> Vec<(f64, String)> {
        let language = picture.frame.language;
        let label = |stop: f64| {
            let mut text = words::number(Rational::from_integer(stop as i64), 0, language);
            if in_percent(picture) {
                text.push('%');
            }
            text
        };
        let (low, high) = self.ends;
        let widest = sketch.width_of(&label(high), self.ink(picture)) + 16.0;
        let count = ((high - low) * self.unit / widest).clamp(3.0, 5.0) as usize;
        // Zero comes first: where labels are in each other's way, it is the one that stays.
        let others = ticks(low, high, count).into_iter().filter(|stop| *stop != 0.0);
        core::iter::once(0.0).chain(others).map(|stop| (stop, label(stop))).collect()
    }

    fn ink(&self, picture: &Picture<'_>) -> Ink {
        Ink::new(Type::Small, Weight::Regular, picture.palette().muted, Role::Axis)
    }

    /// Draws the lines of the scale behind an arrow.
    pub(super) fn lines(&self, picture: &Picture<'_>, sketch: &mut Sketch<'_>, top: f64, bottom: f64) {
        let palette = picture.palette();
        for (stop, _) in self.stops(picture, sketch) {
            let x = if stop == 0.0 { self.zero } else { self.x(stop).round() + 0.5 };
            let (color, role) = if stop == 0.0 { (palette.ink, Role::Axis) } else { (palette.grid, Role::Grid) };
            sketch.line(&[Point::new(x, top), Point::new(x, bottom)], Stroke { color, width: 1.0 }, None, role, None);
        }
    }

    /// Draws the zero line through all rows.
    pub(super) fn zero_line(&self, picture: &Picture<'_>, sketch: &mut Sketch<'_>, top: f64, bottom: f64) {
        let stroke = Stroke { color: picture.palette().ink, width: 1.0 };
        let ends = [Point::new(self.zero, top), Point::new(self.zero, bottom)];
        sketch.line(&ends, stroke, None, Role::Axis, None);
    }

    /// Names the round values under the rows and tells where the next thing may start.
    pub(super) fn axis(&self, picture: &Picture<'_>, sketch: &mut Sketch<'_>, top: f64) -> f64 {
        let ink = self.ink(picture);
        let stroke = Stroke { color: ink.color, width: 1.0 };
        let baseline = top + 6.0 + sketch.frame.size(ink.kind);
        for (stop, label) in self.stops(picture, sketch) {
            let x = if stop == 0.0 { self.zero } else { self.x(stop).round() + 0.5 };
            sketch.line(&[Point::new(x, top), Point::new(x, top + 4.0)], stroke, None, Role::Axis, None);
            let half = sketch.width_of(&label, ink) / 2.0;
            let at = Point::new(x.min(self.right - half).max(half), baseline);
            let area = sketch.text_box(&label, at, Anchor::Middle, ink);
            if sketch.is_free(Rect::new(area.x - 4.0, top + 3.0, area.width + 8.0, area.height), area.grown(20.0)) {
                sketch.text(&label, at, Anchor::Middle, ink, None);
            }
        }
        top + 6.0 + sketch.frame.line(ink.kind)
    }
}
