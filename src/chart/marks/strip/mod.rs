//! Strips of years: the years that a series is printed with, in the order of the sentence, over those of another series and over our
//! reading. A row is one value; its track shows where the year lies, and an arrow leads from each value to the next.

use super::super::scale::LinearScale;
use super::super::sketch::{Ink, Sketch};
use super::super::{Picture, Tone, Type};
use super::points::{plural, year};
use super::set::{self, Piece};
use crate::data::{Basis, Erratum, Kind, Observation, Role as RowRole, Series};
use crate::scene::{Rect, Role, Weight};
use crate::words::{self, Phrase};

mod axis;
mod proof;
mod row;
mod span;

use row::Look;

/// The reasons stand beside the strips from this width on, below them on anything narrower.
const ASIDE: f64 = 760.0;
/// The largest part of the width that years and figures may take side by side.
const STACKED: f64 = 0.5;
/// Between two strips, in CSS pixels.
const BETWEEN: f64 = 16.0;

/// A series with its values in the order of the article.
struct Sentence {
    series: &'static Series,
    values: Vec<&'static Observation>,
    /// Whether one of its years is our reading of a misprint.
    misprinted: bool,
}

/// What the strips have in common.
struct Sheet<'p, 'a> {
    picture: &'p Picture<'a>,
    sentences: &'p [Sentence],
    /// From years, in the middle of their cells, to pixels.
    across: LinearScale,
    /// First and last year.
    years: (f64, f64),
    /// Left and right edge of the tracks.
    tracks: (f64, f64),
    /// Where the digits of the figures end; years begin at the left edge.
    figures: f64,
    /// Whether years stand over the figures instead of beside them.
    stacked: bool,
}

/// Draws the view and tells how high it is.
pub(in super::super) fn draw(picture: &Picture<'_>, sketch: &mut Sketch<'_>) -> f64 {
    let width = sketch.frame.width;
    let aside = width >= ASIDE;
    let room = if aside { (width * 0.58).round() } else { width };
    let sentences = gather(picture);
    let sheet = Sheet::new(picture, sketch, &sentences, room);
    let (spans, bottom) = sheet.strips(sketch);
    let left = room + 56.0;
    let place = if aside { Rect::new(left, 0.0, width - left, 0.0) } else { Rect::new(0.0, bottom + 30.0, width, 0.0) };
    proof::draw(picture, sketch, &doubts(picture, if aside { spans } else { 0.0 }), place).max(bottom)
}

/// The misprints of the years and the doubts about spans of years, with the height that each should not stand above.
fn doubts(picture: &Picture<'_>, spans: f64) -> Vec<(&'static Erratum, f64)> {
    let mut doubts = Vec::new();
    for observation in picture.observations(RowRole::Mark) {
        if let Some(erratum) = picture.package.reading(observation, Basis::Read).erratum {
            doubts.push((erratum, 0.0));
        }
        if observation.kind == Kind::Date {
            for erratum in picture.package.errata_of(observation.id) {
                doubts.push((erratum, spans));
            }
        }
    }
    doubts
}

/// Collects the values of each series, in the order in which the view names them.
fn gather(picture: &Picture<'_>) -> Vec<Sentence> {
    let mut all: Vec<Sentence> = Vec::new();
    for observation in picture.observations(RowRole::Mark) {
        let Some(series) = observation.series else { continue };
        if all.last().is_none_or(|last| last.series.id != series.id) {
            all.push(Sentence { series, values: Vec::new(), misprinted: false });
        }
        if let Some(last) = all.last_mut() {
            last.values.push(observation);
            last.misprinted |= picture.package.reading(observation, Basis::Read).erratum.is_some();
        }
    }
    all
}

impl<'p, 'a> Sheet<'p, 'a> {
    fn new(picture: &'p Picture<'a>, sketch: &Sketch<'_>, sentences: &'p [Sentence], right: f64) -> Self {
        let number = Ink::new(Type::Figure, Weight::Bold, Tone::Ink, Role::Figure);
        let small = Ink::new(Type::Label, Weight::Bold, Tone::Ink, Role::Label);
        let mut years = (f64::INFINITY, f64::NEG_INFINITY);
        let mut widest: f64 = 0.0;
        for sentence in sentences {
            for value in &sentence.values {
                let words = words::describe_observation(picture.package, value, Basis::Read, picture.frame.language);
                widest = widest.max(sketch.width_of(&words.unmarked_figure(), number));
                for basis in [Basis::Printed, Basis::Read] {
                    if let Some(year) = year(picture, value, basis) {
                        years = (years.0.min(year), years.1.max(year));
                    }
                }
            }
        }
        let (years_wide, mark) = (sketch.width_of("2000†", small), sketch.width_of("‡", small) + 12.0);
        // Beside each other, or the year over the figure where both would leave too little of the tracks.
        let stacked = years_wide + 10.0 + widest + mark > STACKED * right;
        let figures = if stacked { widest.max(years_wide) } else { years_wide + 10.0 + widest }.round();
        let left = (figures + mark).round();
        // Room for half a dot where a year is narrower than one.
        let half = (right - left) / (years.1 - years.0 + 1.0) / 2.0;
        let right = right - (9.0 - half).max(0.0).round();
        let across = LinearScale::new((years.0 - 0.5, years.1 + 0.5), (left, right));
        Self { picture, sentences, across, years, tracks: (left, right), figures, stacked }
    }

    /// Draws the strips one below the other, the axis of years and the spans of years. Returns where the spans begin and end.
    fn strips(&self, sketch: &mut Sketch<'_>) -> (f64, f64) {
        let picture = self.picture;
        let language = picture.frame.language;
        let place = |y: f64| Rect::new(0.0, y, self.tracks.1, 0.0);
        let name = Ink::new(Type::Name, Weight::Bold, Tone::Ink, Role::Label);
        let title = |color| Ink::new(Type::Label, Weight::Bold, color, Role::Label);
        let unit = Ink::new(Type::Label, Weight::Regular, Tone::Muted, Role::Unit);
        let plain = Ink { role: Role::Label, ..unit };
        let mut y = 0.0;
        let mut panel = 0;
        for sentence in self.sentences.iter().filter(|sentence| sentence.misprinted) {
            let top = y;
            panel = sketch.panel(sentence.series.id, place(y));
            let pieces = [
                Piece::new(sentence.series.label.get(language), name, None),
                Piece::new(plural(sentence.series.unit, language), unit, None),
            ];
            y = set::flow(sketch, &pieces, place(y)) + 8.0;
            for (basis, option) in [(Basis::Printed, "printed"), (Basis::Read, "read")] {
                let (look, color) =
                    if basis == picture.basis() { (Look::FULL, Tone::Accent) } else { (Look::GHOST, Tone::Muted) };
                let option = Piece::new(picture.name_of_option("years", option), title(color), None);
                y = self.heading(sketch, basis == Basis::Printed, option, y);
                y = self.strip(sketch, sentence, (panel, basis, look), y);
                if basis == Basis::Read {
                    break;
                }
                y = self.publication(sketch, y) + BETWEEN;
                // The other series keeps its years in both readings: it stands between them, to be compared with either.
                for other in self.sentences.iter().filter(|other| !other.misprinted) {
                    let panel = sketch.panel(other.series.id, place(y));
                    let top = y;
                    let pieces = [
                        Piece::new(Phrase::SisterSeries.get(language), plain, None),
                        Piece::new(other.series.label.get(language), title(Tone::Muted), None),
                        Piece::new(plural(other.series.unit, language), unit, None),
                    ];
                    y = set::flow(sketch, &pieces, place(y)) + 2.0;
                    y = self.strip(sketch, other, (panel, picture.basis(), Look::REFERENCE), y);
                    sketch.enclose(panel, Rect::between(0.0, top, self.tracks.1, y));
                    y += BETWEEN;
                }
            }
            sketch.enclose(panel, Rect::between(0.0, top, self.tracks.1, y));
        }
        y = self.axis(sketch, y) + 12.0;
        (y, self.spans(sketch, panel, y))
    }
}
