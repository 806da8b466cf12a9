//! An axis of years, each in the middle of its cell: their names, the years that nothing can have been printed of, and how long it is
//! from one year to another.

use super::super::scale::{LinearScale, approximate};
use super::super::sketch::{Ink, Sketch};
use super::super::{Picture, Tone, Type};
use super::axis::{self, Stop};
use super::pen::{Pen, digits};
use crate::data::{Basis, Formula, Kind, Observation, Role as RowRole, Subject};
use crate::scene::{Anchor, Point, Rect, Role, Stroke, Weight};
use crate::words::{self, Description, Phrase};

/// How remarks of ours at the axis are set.
pub(super) const SMALL: Ink = Ink::new(Type::Small, Weight::Regular, Tone::Muted, Role::Label);

/// The axis: its scale, and what part of it lies behind the publication of the paper.
pub(super) struct Years {
    across: LinearScale,
    /// First and last year.
    pub(super) ends: (f64, f64),
    /// Left and right edge, in CSS pixels.
    pub(super) edges: (f64, f64),
    /// The first year that was not over when the paper appeared.
    pub(super) unknown: f64,
}

/// A length of time that is printed or counted.
pub(super) struct Span {
    words: Description,
    /// Where it begins and ends, in years, whose middles are whole numbers.
    ends: (f64, f64),
}

impl Span {
    /// A stretch of whole years, widened so far that this one lies in it.
    pub(super) fn around(&self, years: (f64, f64)) -> (f64, f64) {
        ((self.ends.0 + 0.5).floor().min(years.0), (self.ends.1 - 0.5).ceil().max(years.1))
    }
}

/// The year of a value on a basis.
pub(super) fn year(picture: &Picture<'_>, value: &Observation, basis: Basis) -> Option<f64> {
    picture.package.reading(value, basis).period?.year().map(f64::from)
}

/// The year of a value on a basis as it is written, with † where it is our reading of a misprint.
pub(super) fn year_name(picture: &Picture<'_>, value: &Observation, basis: Basis) -> String {
    let mut text = year(picture, value, basis).map_or_else(String::new, |year| digits(year as usize));
    if basis == Basis::Read && picture.package.reading(value, basis).erratum.is_some() {
        text.push('†');
    }
    text
}

/// The lengths that the view names: what is printed as one begins with its first year, what is counted reaches from the middle of one
/// year to that of another, or from the beginning of one to the end of the other.
pub(super) fn spans(picture: &Picture<'_>) -> Vec<Span> {
    let mut spans = Vec::new();
    for row in picture.view.rows.iter().filter(|row| row.role != RowRole::Context) {
        let words = words::describe(picture.package, row.subject, picture.basis(), picture.frame.language);
        let ends = match row.subject {
            Subject::Observation(printed) if printed.kind == Kind::Date => {
                let start = printed.period.and_then(|period| period.start()).unwrap_or_default() - 0.5;
                Some((start, start + words.nominal.map_or(0.0, approximate)))
            }
            Subject::Derivation(counted) => counted_ends(picture, counted.formula, counted.inputs),
            _ => None,
        };
        if let Some(ends) = ends {
            spans.push(Span { words, ends });
        }
    }
    spans
}

/// From where to where a count of years reaches.
fn counted_ends(picture: &Picture<'_>, formula: Formula, inputs: &[&Observation]) -> Option<(f64, f64)> {
    let half = match formula {
        Formula::YearsBetween => 0.0,
        Formula::YearsInclusive => 0.5,
        _ => return None,
    };
    let &[from, to] = inputs else { return None };
    Some((year(picture, from, Basis::Read)? - half, year(picture, to, Basis::Read)? + half))
}

impl Years {
    /// The axis from one year to another, both included, between two edges.
    pub(super) fn new(picture: &Picture<'_>, ends: (f64, f64), edges: (f64, f64)) -> Self {
        let across = LinearScale::new((ends.0 - 0.5, ends.1 + 0.5), edges);
        Self { across, ends, edges, unknown: picture.year_of_publication().unwrap_or(f64::INFINITY) }
    }

    /// Where a year stands.
    pub(super) fn x(&self, year: f64) -> f64 {
        self.across.map(year)
    }

    /// Whether it reaches beyond the publication of the paper.
    pub(super) fn reaches_unknown(&self) -> bool {
        self.unknown <= self.ends.1
    }

    /// Hatches the years from the first to the last, both included, and tells where they lie.
    pub(super) fn hatch(&self, sketch: &mut Sketch<'_>, (first, last): (f64, f64), (top, bottom): (f64, f64)) -> Rect {
        // Two hatches beside each other are two.
        let rect = Rect::between(self.x(first - 0.5).round(), top, self.x(last + 0.5).round() - 2.0, bottom);
        sketch.hatch(&rect, None);
        rect
    }

    /// Hatches the years that were not over when the paper appeared.
    pub(super) fn hatch_unknown(&self, sketch: &mut Sketch<'_>, height: (f64, f64)) {
        if self.reaches_unknown() {
            self.hatch(sketch, (self.unknown, self.ends.1), height);
        }
    }

    /// Says behind what is written, over the right end, that nothing can be known there.
    pub(super) fn head(&self, pen: &mut Pen<'_, '_>) {
        if self.reaches_unknown() {
            let mut text = Phrase::NoDataYet.get(pen.picture.frame.language).to_owned();
            text.push_str(" ↓");
            if pen.end.x + 8.0 + pen.sketch.width_of(&text, SMALL) > self.edges.1 {
                let (ascent, line) = pen.metrics(SMALL.kind);
                pen.end.y = pen.y + ascent;
                pen.y += line;
            }
            pen.sketch.text(&text, Point::new(self.edges.1, pen.end.y), Anchor::End, SMALL, None);
        }
        pen.y += 2.0;
    }

    /// Draws the axis with a tick a year and some years named, each on the first of so many lines that has room. Returns where the next
    /// thing may start.
    pub(super) fn axis(&self, sketch: &mut Sketch<'_>, names: &[Stop], y: f64, lines: usize) -> f64 {
        let (left, right) = self.edges;
        sketch.hairline(Point::new(left, y), Point::new(right, y), Tone::Ink, Role::Axis);
        let mut year = self.ends.0;
        while year <= self.ends.1 {
            let x = self.x(year);
            sketch.hairline(Point::new(x, y), Point::new(x, y + 4.0), Tone::Ink, Role::Axis);
            year += 1.0;
        }
        axis::names(sketch, names, &self.across, y, (0.0, sketch.frame.width), (lines, Tone::Ink))
    }

    /// Draws lengths of time as lines under their words, one below the other or, where one begins when another has ended, beside each
    /// other; one tick a year, so that they can be counted.
    pub(super) fn spans(&self, pen: &mut Pen<'_, '_>, spans: &[Span], labels: bool) {
        let right = self.edges.1;
        let (mut top, mut behind, mut bottom) = (pen.y, f64::NEG_INFINITY, pen.y);
        for span in spans {
            let counted = span.words.is_derived();
            let color = if counted { Tone::Muted } else { Tone::Remark };
            let figure = if counted { span.words.figure() } else { span.words.as_printed() };
            let label = if counted && labels { span.words.label } else { "" };
            let bold = Ink::new(Type::Label, Weight::Bold, color, Role::Figure);
            let plain = Ink { color, ..SMALL };
            let wide = pen.sketch.width_of(&figure, bold) + 8.0 + pen.sketch.width_of(label, plain);
            let (from, to) = (self.x(span.ends.0), self.x(span.ends.1));
            // Words begin where the line does, unless they would end behind the axis.
            let left = from.min(right - wide).max(0.0);
            if left < behind {
                top = bottom;
            }
            pen.put(&Rect::new(left, top, right - left, 0.0));
            let datum = pen.sketch.unplaced(span.words.id);
            pen.datum = Some(datum);
            pen.write(&figure, bold);
            pen.behind(label, plain, 8.0);
            let y = (pen.y + 5.0).round() + 0.5;
            let stroke = Stroke { color, width: 1.25 };
            let mut draw = |from, to| pen.sketch.line(&[from, to], stroke, None, Role::Axis, Some(datum));
            draw(Point::new(from, y), Point::new(to, y));
            let mut at = span.ends.0;
            while at <= span.ends.1 {
                let x = self.x(at).max(from + 0.6).min(to - 0.6);
                let half = if at == span.ends.0 || at == span.ends.1 { 5.0 } else { 2.0 };
                draw(Point::new(x, y - half), Point::new(x, y + half));
                at += 1.0;
            }
            let area = pen.sketch.bounds_of(datum);
            pen.sketch.settle(datum, &area, Point::new((from + to) / 2.0, y));
            behind = to.max(left + wide);
            bottom = bottom.max(y + 12.0);
        }
        pen.datum = None;
        pen.y = bottom;
    }
}
