//! Where the zero line stands, how long a unit is, and what an arrow looks like.

use super::super::super::scale::LinearScale;
use super::super::super::sketch::{Ink, Sketch};
use super::super::super::{Picture, Tone, Type};
use super::super::axis::{self, Stop};
use super::super::points::NAME;
use super::{Change, NAMED_ASIDE, in_percent};
use crate::scene::{Point, Role, Weight};

/// Between the tip of an arrow and its figure, and between the zero line and words, in CSS pixels.
pub(super) const SPACE: f64 = 10.0;

/// The least width of a step between two round values, by the size of the text.
const STEP: f64 = 50.0;

/// The scale of one panel, or of all of them.
pub(super) struct Scale {
    /// Right edge of the room.
    pub(super) right: f64,
    /// From values to pixels.
    across: LinearScale,
    /// The round values.
    stops: Vec<Stop>,
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
    pub(super) fn new(picture: &Picture<'_>, sketch: &Sketch<'_>, changes: &[Change], right: f64) -> Self {
        let ink = |kind, weight| Ink::new(kind, weight, Tone::Ink, Role::Label);
        let wide = right >= NAMED_ASIDE;
        let kind = if wide { Type::Headline } else { Type::Figure };
        let mut left: f64 = 1.0;
        let (mut low, mut high): (f64, f64) = (0.0, 0.0);
        for change in changes {
            if wide {
                let name = sketch.width_of(change.way.get(picture.frame.language), NAME);
                left = left.max(name.max(sketch.width_of(&change.years, ink(Type::Label, Weight::Regular))) + 20.0).round();
            }
            low = low.min(change.value);
            high = high.max(change.value);
        }
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
        let zero = (left - low * unit).round() + 0.5;
        let count = (((high - low) * unit / (STEP * sketch.frame.text_scale)) as usize).clamp(3, 5);
        let sign = if in_percent(picture) { "%" } else { "" };
        Self {
            right,
            across: LinearScale::new((0.0, 1.0), (zero, zero + unit)),
            stops: axis::stops((low, high), count, sign, sketch.frame.language),
            wide,
            kind,
            band: (sketch.frame.size(kind) * if wide { 1.25 } else { 1.5 }).round(),
            head: if wide { 30.0 } else { 22.0 },
            gap: if wide { 14.0 } else { 16.0 },
        }
    }

    /// Where a value stands.
    pub(super) fn x(&self, value: f64) -> f64 {
        self.across.map(value)
    }

    /// The outline of an arrow from the zero line to a value, closed: a shaft and a head, which is shorter where the
    /// arrow is.
    pub(super) fn outline(&self, value: f64, middle: f64) -> [Point; 8] {
        let (zero, tip) = (self.x(0.0), self.x(value));
        let head = (self.head * 0.62).min((tip - zero).abs() * 0.65);
        let neck = tip - head * value.signum();
        let (shaft, half) = (self.head * 0.22, self.head / 2.0);
        let point = |x, away| Point::new(x, middle + away);
        [
            point(zero, -shaft),
            point(neck, -shaft),
            point(neck, -half),
            point(tip, 0.0),
            point(neck, half),
            point(neck, shaft),
            point(zero, shaft),
            point(zero, -shaft),
        ]
    }

    /// Draws the lines of the scale behind an arrow.
    pub(super) fn lines(&self, sketch: &mut Sketch<'_>, top: f64, bottom: f64) {
        for (stop, _) in &self.stops {
            let x = self.x(*stop);
            let (color, role) = if *stop == 0.0 { (Tone::Ink, Role::Axis) } else { (Tone::Grid, Role::Grid) };
            sketch.hairline(Point::new(x, top), Point::new(x, bottom), color, role);
        }
    }

    /// Names the round values under the rows and tells where the next thing may start.
    pub(super) fn axis(&self, sketch: &mut Sketch<'_>, top: f64) -> f64 {
        axis::names(sketch, &self.stops, &self.across, top, (0.0, self.right), (1, Tone::Muted))
    }
}
