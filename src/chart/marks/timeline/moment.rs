//! Marks whose form is the precision that was printed: a dot a day, a short bar a month, a long thin bar a year, a bracket a range.

use super::super::super::Tone;
use super::super::super::scale::LinearScale;
use super::super::super::sketch::Sketch;
use super::Group;
use crate::data::Precision;
use crate::scene::{Geometry, Point, Rect, Role, Stroke};

/// Radius of the dot that is a day, in CSS pixels.
pub(super) const RADIUS: f64 = 5.5;
/// How thick a month is.
pub(super) const MONTH: f64 = 7.0;
/// How thick a year is: the less is known, the thinner the same ink is spread.
pub(super) const YEAR: f64 = 3.0;
/// Between a bar and the ends of its period.
const INSET: f64 = 1.5;

/// A track that marks stand on: its place across the axis, and the part of the axis that it runs along.
pub(super) struct Track<'s> {
    pub(super) scale: &'s LinearScale,
    pub(super) across: f64,
    /// Whether time runs downwards.
    pub(super) down: bool,
    pub(super) from: f64,
    pub(super) to: f64,
}

impl Track<'_> {
    /// The point at a place along the axis, so many pixels beside the track.
    pub(super) fn point(&self, along: f64, aside: f64) -> Point {
        if self.down { Point::new(self.across + aside, along) } else { Point::new(along, self.across + aside) }
    }

    /// A bar from one place along the axis to another.
    fn bar(&self, from: f64, to: f64, thick: f64) -> Rect {
        let (a, b) = (self.point(from, -thick / 2.0), self.point(to, thick / 2.0));
        Rect::between(a.x, a.y, b.x, b.y)
    }

    /// Draws the mark of a group. What begins before the panel or ends behind it is open there.
    pub(super) fn mark(&self, sketch: &mut Sketch<'_>, group: &Group<'_>, color: Tone) {
        let datum = Some(group.datum);
        let stroke = Stroke { color, width: 2.0 };
        let start = group.when.start().map(|start| self.scale.map(start).round());
        let end = group.when.end().map_or(self.to, |end| self.scale.map(end).round());
        let (opens, runs_on) = (start.is_none_or(|start| start < self.from - 1.0), end > self.to + 1.0);
        // An open beginning keeps its arrow head within the panel.
        let from = start.unwrap_or(self.from).max(self.from) + if opens { 6.0 } else { INSET };
        let to = end.min(self.to) - INSET;
        match group.when.precision() {
            Precision::Day => {
                let center = self.point(self.scale.map(group.at), 0.0);
                sketch.dot(center, RADIUS, (color, if group.derived { 2.0 } else { 0.0 }), Role::Mark, datum);
            }
            Precision::Month => {
                let (fill, stroke) = if group.derived { (Tone::Background, Some(stroke)) } else { (color, None) };
                let rect = self.bar(from, to, MONTH);
                sketch.shape(Geometry::Rect { rect, fill: Some(fill), stroke }, Role::Mark, datum);
            }
            Precision::Year => {
                let rect = self.bar(from, to, YEAR);
                sketch.shape(Geometry::Rect { rect, fill: Some(color), stroke: None }, Role::Mark, datum);
            }
            Precision::Range | Precision::Recurring => {
                let bracket = [self.point(from, RADIUS), self.point(from, 0.0), self.point(to, 0.0), self.point(to, RADIUS)];
                let drawn = bracket.get(usize::from(opens)..4 - usize::from(runs_on)).unwrap_or_default();
                sketch.line(drawn, stroke, None, Role::Mark, datum);
            }
        }
        for (open, tip, back) in [(opens, from - 5.0, 4.0), (runs_on, to + 7.0, -4.0)] {
            if open {
                let head = [self.point(tip + back, -4.0), self.point(tip, 0.0), self.point(tip + back, 4.0)];
                sketch.line(&head, Stroke { color, width: 1.5 }, None, Role::Open, datum);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::{Frame, TableMeasure, Theme};
    use crate::data::{Language, Period};

    /// The ends of the mark of a period on an axis from 2010 to 2020, ten pixels a year, its corners, and how many ends are open.
    fn drawn(text: &str) -> (f64, f64, usize, usize) {
        let when = Period::parse(text).unwrap();
        let frame = Frame { width: 100.0, text_scale: 1.0, language: Language::Zh, theme: Theme::Light, measure: &TableMeasure };
        let mut sketch = Sketch::new(frame, frame.palette(""));
        let scale = LinearScale::new((2010.0, 2020.0), (0.0, 100.0));
        let track = Track { scale: &scale, across: 50.0, down: false, from: 0.0, to: 100.0 };
        let at = when.start().or(when.end()).unwrap();
        let group = Group { lane: 0, when, derived: false, at, entries: Vec::new(), datum: 0 };
        track.mark(&mut sketch, &group, Tone::Ink);
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
