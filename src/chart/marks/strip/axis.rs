//! The axis of years that the strips share, and the years that the paper could not know of.

use super::super::super::Type;
use super::super::super::sketch::{Ink, Sketch};
use super::super::set::{self, Piece};
use super::{Sheet, gather, year};
use crate::data::{Basis, Date};
use crate::scene::{Anchor, Dash, Geometry, Point, Rect, Role, Stroke, Weight};
use crate::words::{self, Phrase};

impl Sheet<'_, '_> {
    /// The years that were not over when the paper appeared, if the strips reach so far.
    fn unknown(&self) -> Option<(f64, f64)> {
        let first = self.picture.year_of_publication()?;
        (first <= self.years.1).then(|| (self.across.map(first - 0.5).round(), self.tracks.1))
    }

    /// The day before which the paper did not appear, and where it lies.
    fn earliest(&self) -> Option<(Date, f64)> {
        let date = self.picture.view.source?.earliest_date?;
        // Years stand in the middle of their cells.
        Some((date, self.across.map(date.start() - 0.5).round() + 0.5))
    }

    /// Draws what lies behind a strip: the years of no data, the day of the paper, a line for each year of reference and the tracks.
    pub(super) fn ground(&self, sketch: &mut Sketch<'_>, (top, bottom): (f64, f64), rows: usize, middle: f64, height: f64) {
        let palette = self.picture.palette();
        if let Some((left, right)) = self.unknown() {
            let stroke = Stroke { color: palette.hatch, width: 1.0 };
            let rect = Rect::between(left, top, right, bottom);
            sketch.shape(Geometry::Hatch { rect, spacing: 6.0, stroke }, Role::Gap, None);
        }
        let stroke = Stroke { color: palette.grid, width: 1.0 };
        for row in 0..rows {
            let y = middle + height * row as f64;
            let ends = [Point::new(self.tracks.0, y), Point::new(self.tracks.1, y)];
            sketch.line(&ends, stroke, None, Role::Grid, None);
        }
        for year in self.years_of(Basis::Read) {
            let x = self.across.map(year).round() + 0.5;
            sketch.line(&[Point::new(x, top), Point::new(x, bottom)], stroke, None, Role::Grid, None);
        }
        if let Some((_, x)) = self.earliest() {
            let stroke = Stroke { color: palette.ink, width: 1.0 };
            let ends = [Point::new(x, top), Point::new(x, bottom)];
            sketch.line(&ends, stroke, Some(Dash { on: 3.0, off: 2.0 }), Role::Axis, None);
        }
    }

    /// Sets the name of a strip; the first one says over its right end that nothing can be known there.
    pub(super) fn heading(&self, sketch: &mut Sketch<'_>, first: bool, name: Piece<'_>, top: f64) -> f64 {
        let place = Rect::new(0.0, top, self.tracks.1, 0.0);
        let bottom = set::flow(sketch, &[name], place);
        if first && self.unknown().is_some() {
            let ink = Ink::new(Type::Small, Weight::Regular, self.picture.palette().muted, Role::Label);
            let mut text = Phrase::NoDataYet.get(self.picture.frame.language).to_owned();
            text.push_str(" ↓");
            let baseline = Point::new(self.tracks.1, bottom - sketch.frame.line(ink.kind) * 0.3);
            let area = sketch.text_box(&text, baseline, Anchor::End, ink);
            if sketch.is_free(area, area) {
                sketch.text(&text, baseline, Anchor::End, ink, None);
            } else {
                let baseline = Point::new(self.tracks.1, baseline.y + sketch.frame.line(ink.kind));
                sketch.text(&text, baseline, Anchor::End, ink, None);
                return bottom + sketch.frame.line(ink.kind) + 2.0;
            }
        }
        bottom + 2.0
    }

    /// Says under its line when the paper appeared at the earliest. Returns where the next thing may start.
    pub(super) fn publication(&self, sketch: &mut Sketch<'_>, top: f64) -> f64 {
        let Some((date, x)) = self.earliest().filter(|_| self.unknown().is_some()) else { return top };
        let palette = self.picture.palette();
        let language = self.picture.frame.language;
        let ink = Ink::new(Type::Small, Weight::Regular, palette.muted, Role::Label);
        let mut text = Phrase::NotBefore.get(language).to_owned();
        text.push_str(&words::date(date, language));
        let foot = (top + 6.0).round();
        let stroke = Stroke { color: palette.ink, width: 1.0 };
        sketch.line(&[Point::new(x, top), Point::new(x, foot)], stroke, None, Role::Axis, None);
        let line = sketch.frame.line(ink.kind);
        let mut y = foot;
        for text in sketch.wrap(&text, self.tracks.1, ink) {
            sketch.text(&text, Point::new(self.tracks.1, y + line * 0.75), Anchor::End, ink, None);
            y += line;
        }
        y
    }

    /// The years that the strips show on a basis, each once, in time order.
    fn years_of(&self, basis: Basis) -> Vec<f64> {
        let mut years: Vec<f64> = Vec::new();
        for value in gather(self.picture).iter().flat_map(|sentence| &sentence.values) {
            let Some(year) = year(self.picture, value, basis) else { continue };
            if !years.contains(&year) {
                let place = years.iter().filter(|other| **other < year).count();
                years.insert(place, year);
            }
        }
        years
    }

    /// Draws the axis under the strips with the years that stand on them, as far as they fit side by side.
    pub(super) fn axis(&self, sketch: &mut Sketch<'_>, top: f64) -> f64 {
        let palette = self.picture.palette();
        let stroke = Stroke { color: palette.ink, width: 1.0 };
        let y = top.round() + 0.5;
        sketch.line(&[Point::new(self.tracks.0, y), Point::new(self.tracks.1, y)], stroke, None, Role::Axis, None);
        let mut year = self.years.0;
        while year <= self.years.1 {
            let x = self.across.map(year).round() + 0.5;
            sketch.line(&[Point::new(x, y), Point::new(x, y + 4.0)], stroke, None, Role::Axis, None);
            year += 1.0;
        }
        let ink = Ink::new(Type::Small, Weight::Regular, palette.ink, Role::Axis);
        let baseline = y + 6.0 + sketch.frame.size(ink.kind);
        // Our years first; a printed one beside them only where there is room.
        for basis in [Basis::Read, Basis::Printed] {
            for year in self.years_of(basis) {
                let text = (year as i64).to_string();
                let half = sketch.width_of(&text, ink) / 2.0;
                let at = Point::new(self.across.map(year).min(self.tracks.1 - half), baseline);
                let area = sketch.text_box(&text, at, Anchor::Middle, ink);
                if sketch.is_free(Rect::new(area.x - 3.0, y + 4.0, area.width + 6.0, area.height), area.grown(20.0)) {
                    sketch.text(&text, at, Anchor::Middle, ink, None);
                }
            }
        }
        y + 6.0 + sketch.frame.line(ink.kind)
    }
}
