//! The axis of years that the strips share, and the years that the paper could not know of.

use super::super::super::sketch::{Ink, Sketch};
use super::super::super::{Tone, Type};
use super::super::set::{self, Piece};
use super::{Sentence, Sheet, year};
use crate::data::{Basis, Date};
use crate::scene::{Anchor, Dash, Geometry, Point, Rect, Role, Stroke, Weight};
use crate::words::{self, Phrase};

/// How remarks of ours at the axis are set.
const SMALL: Ink = Ink::new(Type::Small, Weight::Regular, Tone::Muted, Role::Label);

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

    /// Where the line of a year stands.
    fn x(&self, year: f64) -> f64 {
        self.across.map(year).round() + 0.5
    }

    /// Draws what lies behind a strip: the years of no data, the day of the paper, a line for each year of reference and the tracks.
    pub(super) fn ground(&self, sketch: &mut Sketch<'_>, (top, bottom): (f64, f64), rows: usize, middle: f64, height: f64) {
        if let Some((left, right)) = self.unknown() {
            let stroke = Stroke { color: Tone::Hatch, width: 1.0 };
            let rect = Rect::between(left, top, right, bottom);
            sketch.shape(Geometry::Hatch { rect, spacing: 6.0, stroke }, Role::Gap, None);
        }
        let (left, right) = self.tracks;
        for row in 0..rows {
            let y = middle + height * row as f64;
            sketch.hairline(Point::new(left, y), Point::new(right, y), Tone::Grid, Role::Grid);
        }
        let mut year = self.years.0;
        while year <= self.years.1 {
            if self.shows(year, Basis::Read) {
                let x = self.x(year);
                sketch.hairline(Point::new(x, top), Point::new(x, bottom), Tone::Grid, Role::Grid);
            }
            year += 1.0;
        }
        if let Some((_, x)) = self.earliest() {
            let stroke = Stroke { color: Tone::Ink, width: 1.0 };
            let ends = [Point::new(x, top), Point::new(x, bottom)];
            sketch.line(&ends, stroke, Some(&Dash { on: 3.0, off: 2.0 }), Role::Axis, None);
        }
    }

    /// Sets the name of a strip; the first one says over its right end that nothing can be known there.
    pub(super) fn heading(&self, sketch: &mut Sketch<'_>, first: bool, name: Piece<'_>, top: f64) -> f64 {
        let right = self.tracks.1;
        let mut bottom = set::flow(sketch, &[name], Rect::new(0.0, top, right, 0.0));
        if first && self.unknown().is_some() {
            let mut text = Phrase::NoDataYet.get(self.picture.frame.language).to_owned();
            text.push_str(" ↓");
            let line = sketch.frame.line(SMALL.kind);
            let mut baseline = Point::new(right, bottom - line * 0.3);
            let area = sketch.text_box(&text, baseline, Anchor::End, SMALL);
            if !sketch.is_free(area, area) {
                baseline.y += line;
                bottom += line;
            }
            sketch.text(&text, baseline, Anchor::End, SMALL, None);
        }
        bottom + 2.0
    }

    /// Says under its line when the paper appeared at the earliest. Returns where the next thing may start.
    pub(super) fn publication(&self, sketch: &mut Sketch<'_>, top: f64) -> f64 {
        let Some((date, x)) = self.earliest().filter(|_| self.unknown().is_some()) else { return top };
        let language = self.picture.frame.language;
        let mut text = Phrase::NotBefore.get(language).to_owned();
        text.push_str(&words::date(date, language));
        let foot = (top + 6.0).round();
        sketch.hairline(Point::new(x, top), Point::new(x, foot), Tone::Ink, Role::Axis);
        let rise = sketch.frame.line(SMALL.kind) * 0.75;
        let right = self.tracks.1;
        sketch.lines(&text, Point::new(right, foot + rise), right, (Anchor::End, SMALL)) - rise
    }

    /// Whether a value of the strips has a year on a basis.
    fn shows(&self, wanted: f64, basis: Basis) -> bool {
        let values = |sentence: &Sentence| sentence.values.iter().any(|value| year(self.picture, value, basis) == Some(wanted));
        self.sentences.iter().any(values)
    }

    /// Draws the axis under the strips with the years that stand on them, as far as they fit side by side.
    pub(super) fn axis(&self, sketch: &mut Sketch<'_>, top: f64) -> f64 {
        let y = top.round() + 0.5;
        let (left, right) = self.tracks;
        sketch.hairline(Point::new(left, y), Point::new(right, y), Tone::Ink, Role::Axis);
        let mut year = self.years.0;
        while year <= self.years.1 {
            let x = self.x(year);
            sketch.hairline(Point::new(x, y), Point::new(x, y + 4.0), Tone::Ink, Role::Axis);
            year += 1.0;
        }
        let ink = Ink::new(Type::Small, Weight::Regular, Tone::Ink, Role::Axis);
        let baseline = y + 6.0 + sketch.frame.size(ink.kind);
        // Our years first; a printed one beside them only where there is room.
        for basis in [Basis::Read, Basis::Printed] {
            let mut year = self.years.0;
            while year <= self.years.1 {
                if self.shows(year, basis) {
                    let text = (year as i64).to_string();
                    let half = sketch.width_of(&text, ink) / 2.0;
                    let at = Point::new(self.across.map(year).min(right - half), baseline);
                    set::apart(sketch, &text, at, (3.0, y + 4.0), ink);
                }
                year += 1.0;
            }
        }
        y + 6.0 + sketch.frame.line(ink.kind)
    }
}
