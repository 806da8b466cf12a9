//! One strip: a row a value, with its year and figure to the left of a track.

use super::super::super::sketch::{Ink, Sketch};
use super::super::super::{Frame, Tone, Type};
use super::super::pen::Pen;
use super::super::points::Sentence;
use super::super::years::{year, year_name};
use super::Sheet;
use crate::data::Basis;
use crate::scene::{Anchor, Point, Rect, Role, Stroke, Weight};
use crate::words::{self, Phrase};

/// How a strip is inked.
#[derive(Clone, Copy)]
pub(super) struct Look {
    kind: Type,
    color: Tone,
    /// Radius of a dot, in CSS pixels.
    radius: f64,
    /// Whether its rows are the datums; else they repeat what another strip shows.
    datums: bool,
}

impl Look {
    /// The reading that the picture is about.
    pub(super) const FULL: Self = Self { kind: Type::Figure, color: Tone::Accent, radius: 7.0, datums: true };
    /// The other reading.
    pub(super) const GHOST: Self = Self { kind: Type::Label, color: Tone::Muted, radius: 5.0, datums: false };
    /// A series to compare with.
    pub(super) const REFERENCE: Self = Self { kind: Type::Label, color: Tone::Muted, radius: 4.5, datums: true };

    /// Whether it is the one that stands out.
    fn is_full(self) -> bool {
        self.kind == Type::Figure
    }

    /// Height of a row.
    fn height(self, frame: &Frame<'_>, stacked: bool) -> f64 {
        let (figure, year) = (frame.line(self.kind), frame.line(Type::Label));
        let text = if stacked && self.datums { figure + year } else { figure.max(year) };
        text + if self.is_full() { 10.0 } else { 5.0 }
    }
}

impl Sheet<'_, '_> {
    /// Draws the values of a series with their years on a basis.
    pub(super) fn strip(&self, pen: &mut Pen<'_, '_>, sentence: &Sentence, basis: Basis, look: Look) {
        let (picture, top) = (self.picture, pen.y);
        let sketch = &mut *pen.sketch;
        let height = look.height(&sketch.frame, self.stacked);
        let bottom = top + height * sentence.values.len() as f64;
        let middle = |row: usize| (top + height * (row as f64 + 0.5)).round() + 0.5;
        self.ground(sketch, (top, bottom), sentence.values.len(), middle(0), height);

        let mut points: Vec<Point> = Vec::new();
        for value in &sentence.values {
            let year = year(picture, value, basis).unwrap_or_default();
            let next = Point::new(self.years.x(year), middle(points.len()));
            if let Some(last) = points.last() {
                lead(sketch, *last, next, look);
            }
            points.push(next);
        }
        for (value, center) in sentence.values.iter().zip(&points) {
            let corrected = self.erratum(value).is_some();
            let hollow = corrected && (basis == Basis::Read || !look.datums);
            let nowhere = Rect::new(center.x, center.y, 0.0, 0.0);
            let datum = look.datums.then(|| sketch.datum(value.id, &nowhere, *center));
            let outline = if look.is_full() { 2.5 } else { 1.5 };
            sketch.dot(*center, look.radius, (look.color, if hollow { outline } else { 0.0 }), Role::Mark, datum);

            // The year, with † where it is our reading; in the other strip what the one strip reads otherwise.
            let text = year_name(picture, value, basis);
            let mut ink = Ink::new(Type::Label, Weight::Regular, Tone::Muted, Role::Label);
            if corrected {
                ink = Ink { weight: Weight::Bold, color: Tone::Remark, ..ink };
                if basis == Basis::Printed && !look.datums {
                    ink.role = Role::Printed;
                }
            } else if look.is_full() {
                ink.color = Tone::Ink;
            }
            let apart = if self.stacked && look.datums { sketch.frame.line(Type::Label) / 2.0 } else { 0.0 };
            let baseline = center.y - apart + sketch.drop(Type::Label);
            sketch.text(&text, Point::new(0.0, baseline), Anchor::Start, ink, datum);

            let Some(datum) = datum else { continue };
            let words = words::describe_observation(picture.package, value, basis, picture.frame.language);
            let figure = Ink::new(look.kind, Weight::Bold, look.color, Role::Figure);
            let baseline = center.y + apart + sketch.drop(look.kind);
            sketch.text(&words.unmarked_figure(), Point::new(self.figures, baseline), Anchor::End, figure, Some(datum));
            if !words.marks.is_empty() {
                let marks = Ink { kind: Type::Label, role: Role::Unit, ..figure };
                sketch.text(&words.marks, Point::new(self.figures + 1.0, baseline), Anchor::Start, marks, Some(datum));
            }
            let area = sketch.bounds_of(datum);
            sketch.settle(datum, &area, *center);
        }
        for pair in points.windows(2) {
            if let [from, to] = pair
                && to.x < from.x
            {
                self.name_lead(sketch, *from, *to);
            }
        }
        pen.y = bottom;
    }

    /// Says beside an arrow that it leads back in time, where there is room between the rows.
    fn name_lead(&self, sketch: &mut Sketch<'_>, from: Point, to: Point) {
        let ink = Ink::new(Type::Small, Weight::Bold, Tone::Remark, Role::Label);
        let text = Phrase::Backwards.get(self.picture.frame.language);
        let middle = Point::new(to.x - 10.0, (from.y + to.y) / 2.0 + sketch.drop(ink.kind));
        let area = sketch.text_box(text, middle, Anchor::End, ink);
        if area.x >= self.years.edges.0 && sketch.is_free(&area, &area) {
            sketch.ground(&area);
            sketch.text(text, middle, Anchor::End, ink, None);
        }
    }
}

/// Leads from one value to the next one of the sentence.
fn lead(sketch: &mut Sketch<'_>, from: Point, to: Point, look: Look) {
    let back = to.x < from.x;
    let color = if back { Tone::Remark } else { look.color };
    let stroke = Stroke { color, width: if look.is_full() || back { 2.0 } else { 1.25 } };
    let length = from.distance(to).max(1.0);
    let (dx, dy) = ((to.x - from.x) / length, (to.y - from.y) / length);
    let reach = (look.radius + 3.0).min(length / 3.0);
    let tip = to.toward(from, reach / length);
    sketch.line(&[from.toward(to, reach / length), tip], stroke, None, Role::Connector, None);
    sketch.chevron(tip, (dx, dy), (6.0, 3.6), stroke, (Role::Connector, None));
}
