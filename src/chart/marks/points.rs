//! Points on a time axis, one panel a series: dots for what is printed, hatched bands for years that nothing is said of, dashed
//! connectors that only say what comes after what, and hollow dots where the year is our reading of a misprint.

use super::super::scale::approximate;
use super::super::sketch::Ink;
use super::super::ticks::nice_end;
use super::super::{Picture, Tone, Type};
use super::axis::Stop;
use super::pen::Pen;
use super::time::Plot;
use super::years::{self, year, year_name};
use crate::data::{Basis, Formula, Language, Observation, Rational, Role as RowRole, Unit};
use crate::scene::{Rect, Role, Weight};
use crate::words::{self, Description};

/// Two panels stand side by side from this width on.
const SIDE_BY_SIDE: f64 = 680.0;

/// A dot before it is placed.
pub(super) struct Dot {
    pub(super) id: &'static str,
    /// The year as the picture reads it, and as it is written.
    pub(super) year: Stop,
    pub(super) value: f64,
    pub(super) figure: String,
    /// What the paper prints instead, where the year is a misprint.
    pub(super) printed: Option<String>,
    /// Whether the dot stands at our reading of a misprint.
    pub(super) hollow: bool,
}

/// One series with its dots in time order.
pub(super) struct Series {
    pub(super) id: &'static str,
    pub(super) name: &'static str,
    pub(super) unit: &'static str,
    pub(super) dots: Vec<Dot>,
    /// Whether the years of the series can be put in order: a misprinted one joins nothing.
    pub(super) ordered: bool,
    /// Which dot is the highest.
    peak: usize,
    /// The change from the peak to the last dot.
    pub(super) fall: Option<Description>,
}

impl Series {
    /// The dot of the largest value.
    #[inline(never)]
    pub(super) fn peak(&self) -> Option<&Dot> {
        self.dots.get(self.peak)
    }

    /// The largest value.
    fn highest(&self) -> f64 {
        self.peak().map_or(0.0, |dot| dot.value)
    }
}

/// A series as the article tells it: its values, in the order of the sentence.
pub(super) struct Sentence {
    pub(super) series: &'static crate::data::Series,
    pub(super) values: Vec<&'static Observation>,
}

/// How the names of the panels are set, and units beside them.
pub(super) const NAME: Ink = Ink::new(Type::Name, Weight::Bold, Tone::Ink, Role::Label);
pub(super) const UNIT: Ink = Ink::new(Type::Label, Weight::Regular, Tone::Muted, Role::Unit);
/// Between two panels.
const GUTTER: f64 = 40.0;

/// Draws the view and tells how high it is.
pub(in super::super) fn draw(pen: &mut Pen<'_, '_>) -> f64 {
    let picture = pen.picture;
    let series = gather(picture);
    let spans = years::spans(picture);
    let width = pen.sketch.frame.width;
    let columns = if width >= SIDE_BY_SIDE { series.len().max(1) } else { 1 };
    let column = (width - GUTTER * (columns as f64 - 1.0)) / columns as f64;

    let mut ends = (f64::INFINITY, f64::NEG_INFINITY);
    let mut highest: f64 = 0.0;
    for span in &spans {
        ends = span.around(ends);
    }
    for one in &series {
        highest = highest.max(one.highest());
        for dot in &one.dots {
            ends = (dot.year.0.min(ends.0), dot.year.0.max(ends.1));
        }
    }
    let indexed = picture.option("scale") != "absolute";
    let mut plots = Vec::new();
    let (mut crowded, mut base) = (false, 0.0f64);
    for (i, one) in series.iter().enumerate() {
        let end = nice_end(if indexed { highest } else { one.highest() }, 3);
        // Whether a dot stands near the upper end of its axis.
        crowded |= one.highest() > 0.85 * end;
        let left = (i % columns) as f64 * (column + GUTTER);
        let plot = Plot::new(picture, pen.sketch, one, (ends, end), Rect::new(left, 0.0, column, 0.0));
        // Panels side by side begin their plots at one height, whatever their names need.
        if columns > 1 {
            let mark = pen.sketch.mark();
            base = base.max(plot.head(pen));
            pen.sketch.forget(mark);
        }
        plots.push(plot);
    }
    let frame = picture.frame;
    let head = if crowded { frame.line(Type::Figure) + frame.line(Type::Small) } else { 0.0 };
    let height = if columns > 1 { 300.0 } else { 230.0 } * frame.text_scale;
    let mut bottom: f64 = 0.0;
    for (i, plot) in plots.iter_mut().enumerate() {
        if i > 0 && columns == 1 {
            plot.area.y = bottom + 28.0;
        }
        plot.draw(pen, (base, head, height));
        if i == 0 {
            plot.years.spans(pen, &spans, false);
        }
        bottom = bottom.max(pen.y);
    }
    bottom
}

/// Collects the values of each series, in the order in which the view names them.
pub(super) fn sentences(picture: &Picture<'_>) -> Vec<Sentence> {
    let mut all: Vec<Sentence> = Vec::new();
    for observation in picture.observations(RowRole::Mark) {
        let Some(series) = observation.series else { continue };
        if all.last().is_none_or(|last| last.series.id != series.id) {
            all.push(Sentence { series, values: Vec::new() });
        }
        if let Some(last) = all.last_mut() {
            last.values.push(observation);
        }
    }
    all
}

/// Makes the dots of each series.
fn gather(picture: &Picture<'_>) -> Vec<Series> {
    let basis = picture.basis();
    let language = picture.frame.language;
    let mut all = Vec::new();
    for sentence in &sentences(picture) {
        let mut series = Series {
            id: sentence.series.id,
            name: sentence.series.label.get(language),
            unit: plural(sentence.series.unit, language),
            dots: Vec::new(),
            ordered: true,
            peak: 0,
            fall: None,
        };
        for observation in &sentence.values {
            let corrected = picture.package.reading(observation, Basis::Read).erratum.is_some();
            let words = words::describe_observation(picture.package, observation, basis, language);
            let (Some(at), Some(value)) = (year(picture, observation, basis), words.nominal) else { continue };
            series.ordered &= !(corrected && basis == Basis::Printed);
            let dot = Dot {
                id: observation.id,
                year: (at, year_name(picture, observation, basis)),
                value: approximate(value),
                figure: words.bare_figure(),
                printed: words.printed_period.filter(|_| corrected),
                hollow: corrected && basis == Basis::Read,
            };
            let place = series.dots.iter().take_while(|other| other.year.0 <= at).count();
            series.dots.insert(place, dot);
        }
        relate(picture, &mut series, sentence.values.first().map_or("", |first| first.id));
        all.push(series);
    }
    all
}

/// Replaces the values of the dots by an index where the view is asked for one, and finds the fall from the peak to the last dot.
fn relate(picture: &Picture<'_>, series: &mut Series, first: &'static str) {
    for (i, dot) in series.dots.iter().enumerate() {
        if dot.value >= series.highest() {
            series.peak = i;
        }
    }
    let last = series.dots.last().map_or("", |dot| dot.id);
    let peak = series.peak().map_or("", |dot| dot.id);
    let base = match picture.option("scale") {
        "first" => first,
        "peak" => peak,
        _ => "",
    };
    for derivation in picture.derivations() {
        let &[from, to, ..] = derivation.inputs else { continue };
        let falls = derivation.formula == Formula::Change && from.id == peak && to.id == last;
        let indexes = derivation.formula == Formula::Index && to.id == base;
        if !falls && !indexes {
            continue;
        }
        let words = words::describe_derivation(picture.package, derivation, picture.frame.language);
        if falls {
            series.fall = Some(words);
            continue;
        }
        for dot in &mut series.dots {
            if dot.id == from.id {
                dot.id = words.id;
                dot.value = words.nominal.map_or(dot.value, approximate);
                dot.figure = words.bare_figure();
            }
        }
    }
    if !base.is_empty() {
        series.unit = picture.option_label("scale");
    }
}

/// The name of a unit over several figures.
pub(super) fn plural(unit: &Unit, language: Language) -> &'static str {
    words::unit_name(unit, Rational::from_integer(2), language)
}
