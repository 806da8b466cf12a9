//! Marks whose form is the precision that was printed: a dot a day, a short bar a month, a long thin bar a year, a bracket a range.

use super::super::super::Tone;
use super::super::super::scale::LinearScale;
use super::super::super::sketch::Sketch;
use super::Group;
use crate::data::Precision;
use crate::scene::{Point, Rect, Role, Stroke};

/// Radius of the dot that is a day, in CSS pixels.
pub(super) const RADIUS: f64 = 5.5;
/// How thick a month is.
const MONTH: f64 = 7.0;
/// How thick a year is: the less is known, the thinner the same ink is spread.
const YEAR: f64 = 3.0;
/// Between a bar and the ends of its period.
const INSET: f64 = 1.5;

/// The form of a mark.
#[derive(Clone, Copy)]
pub(super) struct Form {
    pub(super) precision: Precision,
    /// Whether it is only an outline, because it is derived.
    pub(super) hollow: bool,
    /// Whether it goes on before its beginning, and behind its end.
    pub(super) open: (bool, bool),
}

/// A track that marks stand on: its place across the time.
#[derive(Clone, Copy)]
pub(super) struct Track {
    pub(super) across: f64,
    /// Whether time runs downwards.
    pub(super) down: bool,
}

impl Track {
    /// The point at a place along the time, so many pixels beside the track.
    pub(super) fn point(self, along: f64, aside: f64) -> Point {
        if self.down { Point::new(self.across + aside, along) } else { Point::new(along, self.across + aside) }
    }

    /// Draws the mark of a group on an axis between two edges. What begins before them or ends behind them is open there.
    pub(super) fn mark(
        self,
        sketch: &mut Sketch<'_>,
        group: &Group<'_>,
        (scale, from, to): (&LinearScale, f64, f64),
        color: Tone,
    ) {
        let start = group.when.start().map_or(f64::NEG_INFINITY, |start| scale.map(start).round());
        let end = group.when.end().map_or(to, |end| scale.map(end).round());
        let open = (start < from - 1.0, end > to + 1.0);
        let form = Form { precision: group.when.precision(), hollow: group.derived, open };
        self.draw(sketch, (start.max(from), end.min(to)), form, color, (Role::Mark, Some(group.datum)));
    }

    /// Draws a mark from one place along the time to another.
    pub(super) fn draw(
        self,
        sketch: &mut Sketch<'_>,
        (start, end): (f64, f64),
        Form { precision, hollow, open }: Form,
        color: Tone,
        (role, datum): (Role, Option<usize>),
    ) {
        // An open beginning keeps its arrow head within the panel.
        let (from, to) = (start + if open.0 { 6.0 } else { INSET }, end - INSET);
        match precision {
            Precision::Day => {
                let center = self.point((start + end) / 2.0, 0.0);
                sketch.dot(center, RADIUS, (color, if hollow { 2.0 } else { 0.0 }), role, datum);
            }
            Precision::Month | Precision::Year => {
                let half = if precision == Precision::Month { MONTH } else { YEAR } / 2.0;
                let (a, b) = (self.point(from, -half), self.point(to, half));
                let stroke = hollow.then_some(Stroke { color, width: 1.5 });
                let fill = Some(if hollow { Tone::Background } else { color });
                sketch.rect(&Rect::between(a.x, a.y, b.x, b.y), (fill, stroke), role, datum);
            }
            Precision::Range | Precision::Recurring => {
                let bracket = [self.point(from, RADIUS), self.point(from, 0.0), self.point(to, 0.0), self.point(to, RADIUS)];
                let drawn = bracket.get(usize::from(open.0)..4 - usize::from(open.1)).unwrap_or_default();
                sketch.line(drawn, Stroke { color, width: 2.0 }, None, role, datum);
            }
        }
        for &(open, tip, way) in &[(open.0, from - 5.0, -1.0), (open.1, to + 7.0, 1.0)] {
            if open {
                let way = if self.down { (0.0, way) } else { (way, 0.0) };
                let stroke = Stroke { color, width: 1.5 };
                sketch.chevron(self.point(tip, 0.0), way, (4.0, 4.0), stroke, (Role::Open, datum));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::{Frame, TableMeasure, Theme};
    use crate::data::{Language, Period};
    use crate::scene::Geometry;

    /// The ends of the mark of a period on an axis from 2010 to 2020, ten pixels a year, its corners, and how many ends are open.
    fn drawn(text: &str) -> (f64, f64, usize, usize) {
        let when = Period::parse(text).unwrap();
        let frame = Frame { width: 100.0, text_scale: 1.0, language: Language::Zh, theme: Theme::Light, measure: &TableMeasure };
        let mut sketch = Sketch::new(frame, frame.palette(""));
        let scale = LinearScale::new((2010.0, 2020.0), (0.0, 100.0));
        let track = Track { across: 50.0, down: false };
        let at = when.start().or(when.end()).unwrap();
        let group = Group { lane: 0, when, derived: false, at, entries: Vec::new(), datum: 0 };
        track.mark(&mut sketch, &group, (&scale, 0.0, 100.0), Tone::Ink);
        let scene = sketch.finish(100.0);
        let mark = scene.shapes.iter().find(|shape| shape.role == Role::Mark).unwrap().geometry.clone();
        let corners = if let Geometry::Path { points, .. } = &mark { points.len() } else { 0 };
        let open = scene.shapes.iter().filter(|shape| shape.role == Role::Open).count();
        let area = mark.bounds();
        (area.x.round(), area.right().round(), corners, open)
    }

    #[test]
    fn a_range_is_a_bracket_and_its_unprinted_start_is_open() {
        let (from, to, corners, open) = drawn("2013/2016");
        assert!((30.0..=33.0).contains(&from) && (67.0..=70.0).contains(&to), "{from} {to}");
        assert_eq!((corners, open), (4, 0));
        let (from, to, corners, open) = drawn("../2016");
        assert!(from <= 6.0 && (67.0..=70.0).contains(&to), "{from} {to}");
        assert_eq!((corners, open), (3, 1));
    }

    #[test]
    fn what_leaves_the_panel_is_open_where_it_does() {
        assert_eq!(drawn("2013").3, 0);
        let (from, to, _, open) = drawn("2015/2024");
        assert!(from > 49.0 && to <= 100.0, "{from} {to}");
        assert_eq!(open, 1);
    }
}
