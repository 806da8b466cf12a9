//! Strips of years: the years that a series is printed with, in the order of the sentence, over those of another series and over our
//! reading. A row is one value; its track shows where the year lies, and an arrow leads from each value to the next.

use super::super::sketch::{Ink, Sketch};
use super::super::{Picture, Tone, Type};
use super::axis::Stop;
use super::pen::{Pen, digits};
use super::points::{NAME, Sentence, UNIT, plural, sentences};
use super::remarks::{self, Remark};
use super::years::{self, SMALL, Span, Years, year};
use crate::data::{Basis, Date, Erratum, Kind, Observation, Role as RowRole, Subject};
use crate::scene::{Dash, Point, Role, Stroke, Weight};
use crate::words::{self, Phrase};

mod row;

use row::Look;

/// The reasons stand beside the strips from this width on, below them on anything narrower.
const ASIDE: f64 = 760.0;
/// The largest part of the width that years and figures may take side by side.
const STACKED: f64 = 0.5;
/// Between two strips, in CSS pixels.
const BETWEEN: f64 = 16.0;

/// What the strips have in common.
struct Sheet<'p, 'a> {
    picture: &'p Picture<'a>,
    sentences: &'p [Sentence],
    /// The axis of the tracks, its named years, and how many of them are those of our reading.
    years: Years,
    names: Vec<Stop>,
    read: usize,
    /// Where the digits of the figures end; years begin at the left edge.
    figures: f64,
    /// Whether years stand over the figures instead of beside them.
    stacked: bool,
}

/// How the name of a strip is set.
const fn title(color: Tone) -> Ink {
    Ink::new(Type::Label, Weight::Bold, color, Role::Label)
}

/// Draws the view and tells how high it is.
pub(in super::super) fn draw(pen: &mut Pen<'_, '_>) -> f64 {
    let picture = pen.picture;
    let width = pen.sketch.frame.width;
    let aside = width >= ASIDE;
    let room = if aside { (width * 0.58).round() } else { width };
    pen.width = room;
    let sentences = sentences(picture);
    let lengths = years::spans(picture);
    let sheet = Sheet::new(picture, pen.sketch, &sentences, &lengths, room);
    let spans = sheet.strips(pen, &lengths);
    let doubts = doubts(picture, if aside { spans } else { 0.0 });
    remarks::draw(pen, Phrase::WhyRead, &doubts, aside.then_some(room + 56.0));
    pen.y
}

/// The misprints of the years and the doubts about spans of years, with the height that each should not stand above.
fn doubts(picture: &Picture<'_>, spans: f64) -> Vec<Remark> {
    let mut doubts = Vec::new();
    for observation in picture.observations(RowRole::Mark) {
        if let Some(erratum) = picture.package.reading(observation, Basis::Read).erratum {
            doubts.push(Remark { subject: Subject::Erratum(erratum), top: 0.0 });
        }
        if observation.kind == Kind::Date {
            for erratum in picture.package.errata_of(observation.id) {
                doubts.push(Remark { subject: Subject::Erratum(erratum), top: spans });
            }
        }
    }
    doubts
}

impl<'p, 'a> Sheet<'p, 'a> {
    fn new(picture: &'p Picture<'a>, sketch: &Sketch<'_>, sentences: &'p [Sentence], spans: &[Span], right: f64) -> Self {
        let number = Ink::new(Type::Figure, Weight::Bold, Tone::Ink, Role::Figure);
        let small = Ink::new(Type::Label, Weight::Bold, Tone::Ink, Role::Label);
        let mut ends = (f64::INFINITY, f64::NEG_INFINITY);
        for span in spans {
            ends = span.around(ends);
        }
        let mut widest: f64 = 0.0;
        let mut names: Vec<Stop> = Vec::new();
        let mut read = 0;
        // Our years first; a printed one beside them only where there is room.
        for &basis in &[Basis::Read, Basis::Printed] {
            for sentence in sentences {
                for value in &sentence.values {
                    let words = words::describe_observation(picture.package, value, basis, picture.frame.language);
                    widest = widest.max(sketch.width_of(&words.unmarked_figure(), number));
                    let Some(year) = year(picture, value, basis) else { continue };
                    ends = (ends.0.min(year), ends.1.max(year));
                    if !names.iter().any(|(other, _)| *other == year) {
                        names.push((year, digits(year as usize)));
                    }
                }
            }
            if basis == Basis::Read {
                read = names.len();
            }
        }
        let (years_wide, mark) = (sketch.width_of("2000†", small), sketch.width_of("‡", small) + 12.0);
        // Beside each other, or the year over the figure where both would leave too little of the tracks.
        let stacked = years_wide + 10.0 + widest + mark > STACKED * right;
        let figures = if stacked { widest.max(years_wide) } else { years_wide + 10.0 + widest }.round();
        let left = (figures + mark).round();
        // Room for half a dot where a year is narrower than one.
        let half = (right - left) / (ends.1 - ends.0 + 1.0) / 2.0;
        let right = right - (9.0 - half).max(0.0).round();
        let years = Years::new(picture, ends, (left, right));
        Self { picture, sentences, years, names, read, figures, stacked }
    }

    /// Draws the strips one below the other, the axis of years and the spans of years. Tells where the spans begin.
    fn strips(&self, pen: &mut Pen<'_, '_>, spans: &[Span]) -> f64 {
        let picture = self.picture;
        let language = picture.frame.language;
        pen.width = self.years.edges.1;
        let is_misprinted = |sentence: &Sentence| sentence.values.iter().any(|value| self.erratum(value).is_some());
        for sentence in self.sentences {
            if !is_misprinted(sentence) {
                continue;
            }
            let panel = pen.sketch.panel(sentence.series.id);
            pen.write(sentence.series.label.get(language), NAME);
            pen.behind(plural(sentence.series.unit, language), UNIT, 8.0);
            pen.y += 8.0;
            self.reading(pen, sentence, Basis::Printed);
            self.publication(pen);
            pen.y += BETWEEN;
            // The other series keeps its years in both readings: it stands between them, to be compared with either.
            for other in self.sentences {
                if is_misprinted(other) {
                    continue;
                }
                pen.sketch.panel(other.series.id);
                pen.write(Phrase::SisterSeries.get(language), Ink { role: Role::Label, ..UNIT });
                pen.behind(other.series.label.get(language), title(Tone::Muted), 8.0);
                pen.behind(plural(other.series.unit, language), UNIT, 8.0);
                pen.y += 2.0;
                self.strip(pen, other, picture.basis(), Look::REFERENCE);
                pen.y += BETWEEN;
            }
            pen.sketch.resume(panel);
            self.reading(pen, sentence, Basis::Read);
        }
        let names = pen.y.round() + 0.5;
        let spans_top = self.years.axis(pen.sketch, &self.names, names, 1) + 12.0;
        pen.y = spans_top;
        self.years.spans(pen, spans, true);
        spans_top
    }

    /// Draws a series as printed or as we read it, under the name of that.
    fn reading(&self, pen: &mut Pen<'_, '_>, sentence: &Sentence, basis: Basis) {
        let option = if basis == Basis::Printed { "printed" } else { "read" };
        let (look, color) = if basis == self.picture.basis() { (Look::FULL, Tone::Accent) } else { (Look::GHOST, Tone::Muted) };
        pen.write(self.picture.name_of_option("years", option), title(color));
        if basis == Basis::Printed {
            self.years.head(pen);
        } else {
            pen.y += 2.0;
        }
        self.strip(pen, sentence, basis, look);
    }

    /// The misprint of the year of a value, if it is one.
    fn erratum(&self, value: &Observation) -> Option<&'static Erratum> {
        self.picture.package.reading(value, Basis::Read).erratum
    }

    /// The day before which the paper did not appear, and where it lies.
    fn earliest(&self) -> Option<(Date, f64)> {
        let date = self.picture.view.source?.earliest_date?;
        // Years stand in the middle of their cells.
        Some((date, self.years.x(date.start() - 0.5).round() + 0.5))
    }

    /// Draws what lies behind a strip: the years of no data, the day of the paper, a line for each year of reference and the tracks.
    fn ground(&self, sketch: &mut Sketch<'_>, (top, bottom): (f64, f64), rows: usize, middle: f64, height: f64) {
        self.years.hatch_unknown(sketch, (top, bottom));
        let (left, right) = self.years.edges;
        for row in 0..rows {
            let y = middle + height * row as f64;
            sketch.hairline(Point::new(left, y), Point::new(right, y), Tone::Grid, Role::Grid);
        }
        for (year, _) in self.names.iter().take(self.read) {
            let x = self.years.x(*year);
            sketch.hairline(Point::new(x, top), Point::new(x, bottom), Tone::Grid, Role::Grid);
        }
        if let Some((_, x)) = self.earliest() {
            let stroke = Stroke { color: Tone::Ink, width: 1.0 };
            let ends = [Point::new(x, top), Point::new(x, bottom)];
            sketch.line(&ends, stroke, Some(&Dash { on: 3.0, off: 2.0 }), Role::Axis, None);
        }
    }

    /// Says under its line when the paper appeared at the earliest.
    fn publication(&self, pen: &mut Pen<'_, '_>) {
        let Some((date, x)) = self.earliest() else { return };
        let language = self.picture.frame.language;
        let mut text = Phrase::NotBefore.get(language).to_owned();
        text.push_str(&words::date(date, language));
        let foot = (pen.y + 6.0).round();
        pen.sketch.hairline(Point::new(x, pen.y), Point::new(x, foot), Tone::Ink, Role::Axis);
        pen.y = foot;
        // It ends where the axis does.
        let inset = (pen.width - pen.sketch.width_of(&text, SMALL)).floor().max(0.0);
        pen.indent(inset);
        pen.write(&text, SMALL);
        pen.indent(-inset);
    }
}
