//! How long it is from the first year to the last: what the paper says, and what there is to count.

use super::super::super::sketch::{Ink, Sketch};
use super::super::super::{Tone, Type};
use super::super::points::approximate;
use super::super::set::{self, Piece};
use super::{Sheet, year};
use crate::data::{Basis, Formula, Kind, Role as RowRole};
use crate::scene::{Point, Rect, Role, Stroke, Weight};
use crate::words;

impl Sheet<'_, '_> {
    /// Draws a line of the length that is printed, and one for each count of years that the view names. All lie on the axis of the
    /// strips, one tick a year, so that they can be counted. Returns where the next thing may start.
    pub(super) fn spans(&self, sketch: &mut Sketch<'_>, panel: usize, top: f64) -> f64 {
        let lines = self.lines();
        // Words begin where the tracks do, unless one of them is wider than these.
        let mut left = self.tracks.0;
        for line in &lines {
            let (figure, label) = line.inks();
            let wide = sketch.width_of(&line.figure, figure) + 8.0 + sketch.width_of(line.label, label);
            if wide > self.tracks.1 - self.tracks.0 {
                left = 0.0;
            }
        }
        let mut y = top;
        for line in &lines {
            y = self.span(sketch, line, (panel, left), y);
        }
        y
    }

    /// What the paper says of the whole time, and what there is to count.
    fn lines(&self) -> Vec<Line> {
        let picture = self.picture;
        let language = picture.frame.language;
        let mut lines = Vec::new();
        for observation in picture.observations(RowRole::Mark) {
            let words = words::describe_observation(picture.package, observation, picture.basis(), language);
            let (Some(Kind::Date), Some(length)) = (words.kind, words.nominal.map(approximate)) else { continue };
            let start = observation.period.and_then(|period| period.start()).unwrap_or(self.years.0) - 0.5;
            let (figure, span) = (words.as_printed(), (start, start + length));
            lines.push(Line { id: words.id, label: "", figure, span, color: Tone::Remark });
        }
        for derivation in picture.derivations() {
            // From the middle of one year to that of another, or from the beginning of one to the end of the other.
            let half = match derivation.formula {
                Formula::YearsBetween => 0.0,
                Formula::YearsInclusive => 0.5,
                _ => continue,
            };
            let &[from, to] = derivation.inputs else { continue };
            let (Some(from), Some(to)) = (year(picture, from, Basis::Read), year(picture, to, Basis::Read)) else { continue };
            let words = words::describe_derivation(picture.package, derivation, language);
            let (figure, span) = (words.figure(), (from - half, to + half));
            lines.push(Line { id: words.id, label: words.label, figure, span, color: Tone::Muted });
        }
        lines
    }

    /// Draws one dimension line under its words.
    fn span(&self, sketch: &mut Sketch<'_>, line: &Line, (panel, left): (usize, f64), top: f64) -> f64 {
        let nowhere = Rect::new(left, top, 0.0, 0.0);
        let datum = sketch.datum(line.id, panel, nowhere, nowhere.center());
        let (figure, label) = line.inks();
        let pieces = [Piece::new(&line.figure, figure, Some(datum)), Piece::new(line.label, label, Some(datum))];
        let count = if line.label.is_empty() { 1 } else { 2 };
        let place = Rect::new(left, top, self.tracks.1 - left, 0.0);
        let y = (set::flow(sketch, pieces.get(..count).unwrap_or_default(), place) + 5.0).round() + 0.5;
        let stroke = Stroke { color: line.color, width: 1.25 };
        let (from, to) = (self.across.map(line.span.0), self.across.map(line.span.1));
        sketch.line(&[Point::new(from, y), Point::new(to, y)], stroke, None, Role::Axis, Some(datum));
        let mut at = line.span.0;
        while at <= line.span.1 {
            let x = self.across.map(at).max(from + 0.6).min(to - 0.6);
            let half = if at == line.span.0 || at == line.span.1 { 5.0 } else { 2.0 };
            sketch.line(&[Point::new(x, y - half), Point::new(x, y + half)], stroke, None, Role::Axis, Some(datum));
            at += 1.0;
        }
        let area = sketch.bounds_of(datum);
        sketch.settle(datum, area, Point::new((from + to) / 2.0, y));
        y + 12.0
    }
}

/// A length in years: from and to in years, in words and as a figure.
struct Line {
    id: &'static str,
    label: &'static str,
    figure: String,
    span: (f64, f64),
    color: Tone,
}

impl Line {
    /// How its figure and its label are set.
    const fn inks(&self) -> (Ink, Ink) {
        let figure = Ink::new(Type::Label, Weight::Bold, self.color, Role::Figure);
        (figure, Ink::new(Type::Small, Weight::Regular, self.color, Role::Label))
    }
}
