//! One strip: a row a value, with its year and figure to the left of a track.

use super::super::super::sketch::{Ink, Sketch};
use super::super::super::{Frame, Tone, Type};
use super::{Sentence, Sheet, year};
use crate::data::Basis;
use crate::scene::{Anchor, Geometry, Point, Rect, Role, Stroke, Weight};
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
    pub(super) const fn full(color: Tone) -> Self {
        Self { kind: Type::Figure, color, radius: 7.0, datums: true }
    }

    /// The other reading.
    pub(super) const fn ghost(color: Tone) -> Self {
        Self { kind: Type::Label, color, radius: 5.0, datums: false }
    }

    /// A series to compare with.
    pub(super) const fn reference(color: Tone) -> Self {
        Self { kind: Type::Label, color, radius: 4.5, datums: true }
    }

    /// Height of a row.
    fn height(self, frame: &Frame<'_>, stacked: bool) -> f64 {
        let (figure, year) = (frame.line(self.kind), frame.line(Type::Label));
        let text = if stacked && self.datums { figure + year } else { figure.max(year) };
        text + if self.kind == Type::Figure { 10.0 } else { 5.0 }
    }
}

impl Sheet<'_, '_> {
    /// Draws the values of a series with their years on a basis, and tells where the next thing may start.
    pub(super) fn strip(
        &self,
        sketch: &mut Sketch<'_>,
        sentence: &Sentence,
        (panel, basis, look): (usize, Basis, Look),
        top: f64,
    ) -> f64 {
        let picture = self.picture;
        let palette = picture.palette();
        let height = look.height(&sketch.frame, self.stacked);
        let bottom = top + height * sentence.values.len() as f64;
        let middle = |row: usize| (top + height * (row as f64 + 0.5)).round() + 0.5;
        self.ground(sketch, (top, bottom), sentence.values.len(), middle(0), height);

        let years = sentence.values.iter().map(|value| year(picture, value, basis).unwrap_or_default());
        let points: Vec<Point> = years.enumerate().map(|(row, year)| Point::new(self.across.map(year), middle(row))).collect();
        for (from, to) in points.iter().zip(points.iter().skip(1)) {
            self.lead(sketch, *from, *to, look);
        }
        for (value, center) in sentence.values.iter().zip(&points) {
            let corrected = picture.package.reading(value, Basis::Read).erratum.is_some();
            let hollow = corrected && (basis == Basis::Read || !look.datums);
            let datum = look.datums.then(|| {
                let nowhere = Rect::new(center.x, center.y, 0.0, 0.0);
                sketch.datum(value.id, panel, nowhere, *center)
            });
            let width = if look.kind == Type::Figure { 2.5 } else { 1.5 };
            let circle = Geometry::Circle {
                center: *center,
                radius: if hollow { look.radius - width / 2.0 } else { look.radius },
                fill: Some(if hollow { palette.background } else { look.color }),
                stroke: hollow.then_some(Stroke { color: look.color, width }),
            };
            sketch.shape(circle, Role::Mark, datum);

            // The year, with † where it is our reading; in the other strip what the one strip reads otherwise.
            let mut text = year(picture, value, basis).map_or_else(String::new, |year| (year as i64).to_string());
            if corrected && basis == Basis::Read {
                text.push('†');
            }
            let (color, role) = match (corrected, basis, look.datums) {
                (true, Basis::Printed, false) => (palette.remark, Role::Printed),
                (true, ..) => (palette.remark, Role::Label),
                (false, _, _) => (if look.kind == Type::Figure { palette.ink } else { palette.muted }, Role::Label),
            };
            let weight = if corrected { Weight::Bold } else { Weight::Regular };
            let ink = Ink::new(Type::Label, weight, color, role);
            let apart = if self.stacked && look.datums { sketch.frame.line(Type::Label) / 2.0 } else { 0.0 };
            let baseline = center.y - apart + sketch.frame.size(Type::Label) * 0.36;
            sketch.text(&text, Point::new(0.0, baseline), Anchor::Start, ink, datum);

            let Some(datum) = datum else { continue };
            let words = words::describe_observation(picture.package, value, basis, picture.frame.language);
            let figure = Ink::new(look.kind, Weight::Bold, look.color, Role::Figure);
            let baseline = center.y + apart + sketch.frame.size(look.kind) * 0.36;
            sketch.text(&words.unmarked_figure(), Point::new(self.figures, baseline), Anchor::End, figure, Some(datum));
            if !words.marks.is_empty() {
                let marks = Ink { kind: Type::Label, role: Role::Unit, ..figure };
                sketch.text(&words.marks, Point::new(self.figures + 1.0, baseline), Anchor::Start, marks, Some(datum));
            }
            let area = sketch.bounds_of(datum);
            sketch.settle(datum, area, *center);
        }
        for (from, to) in points.iter().zip(points.iter().skip(1)).filter(|(from, to)| to.x < from.x) {
            self.name_lead(sketch, *from, *to);
        }
        bottom
    }

    /// Leads from one value to the next one of the sentence.
    fn lead(&self, sketch: &mut Sketch<'_>, from: Point, to: Point, look: Look) {
        let palette = self.picture.palette();
        let back = to.x < from.x;
        let color = if back { palette.remark } else { look.color };
        let stroke = Stroke { color, width: if look.kind == Type::Figure || back { 2.0 } else { 1.25 } };
        let length = from.distance(to).max(1.0);
        let (dx, dy) = ((to.x - from.x) / length, (to.y - from.y) / length);
        let reach = (look.radius + 3.0).min(length / 3.0);
        let start = Point::new(from.x + dx * reach, from.y + dy * reach);
        let tip = Point::new(to.x - dx * reach, to.y - dy * reach);
        sketch.line(&[start, tip], stroke, None, Role::Connector, None);
        let size = 6.0;
        let wing = |side: f64| Point::new(tip.x - size * (dx - side * dy * 0.6), tip.y - size * (dy + side * dx * 0.6));
        sketch.line(&[wing(1.0), tip, wing(-1.0)], stroke, None, Role::Connector, None);
    }

    /// Says beside an arrow that it leads back in time, where there is room between the rows.
    fn name_lead(&self, sketch: &mut Sketch<'_>, from: Point, to: Point) {
        let palette = self.picture.palette();
        let ink = Ink::new(Type::Small, Weight::Bold, palette.remark, Role::Label);
        let text = Phrase::Backwards.get(self.picture.frame.language);
        let middle = Point::new(to.x - 10.0, (from.y + to.y) / 2.0 + sketch.frame.size(ink.kind) * 0.36);
        let area = sketch.text_box(text, middle, Anchor::End, ink);
        if area.x >= self.tracks.0 && sketch.is_free(area, area) {
            sketch.ground(area, palette.background);
            sketch.text(text, middle, Anchor::End, ink, None);
        }
    }
}
