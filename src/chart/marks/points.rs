//! Points on a time axis, one panel a series: dots for what is printed, hatched bands for years that nothing is said of, dashed
//! connectors that only say what comes after what, and hollow dots where the year is our reading of a misprint.

use super::super::scale::LinearScale;
use super::super::sketch::{Ink, Sketch};
use super::super::ticks::{nice_end, ticks};
use super::super::{Picture, Tone, Type};
use super::time::Plot;
use crate::data::{Basis, Formula, Language, Observation, Rational, Role as RowRole, Unit};
use crate::scene::{Anchor, Point, Rect, Role, Weight};
use crate::words;

/// Two panels stand side by side from this width on.
const SIDE_BY_SIDE: f64 = 680.0;

/// A dot before it is placed.
pub(super) struct Dot {
    pub(super) id: &'static str,
    /// The year as the picture reads it.
    pub(super) year: f64,
    pub(super) value: f64,
    pub(super) figure: String,
    /// What the paper prints instead, where the year is a misprint.
    pub(super) printed: Option<String>,
    /// Whether the dot stands at our reading of a misprint.
    pub(super) hollow: bool,
}

/// One series with its dots in time order.
pub(super) struct Series {
    id: &'static str,
    name: &'static str,
    unit: &'static str,
    pub(super) dots: Vec<Dot>,
    /// Whether the years of the series can be put in order: a misprinted one joins nothing.
    pub(super) ordered: bool,
    /// The observation that the article names first.
    first: Option<&'static str>,
    /// Which dot is the highest.
    peak: usize,
    /// The change from the peak to the last dot: its derivation, figure and label.
    pub(super) fall: Option<(&'static str, String, &'static str)>,
}

impl Series {
    /// The dot of the largest value.
    pub(super) fn peak(&self) -> Option<&Dot> {
        self.dots.get(self.peak)
    }

    /// The largest value.
    fn highest(&self) -> f64 {
        self.peak().map_or(0.0, |dot| dot.value)
    }
}

/// How the names of the panels are set.
const NAME: Ink = Ink::new(Type::Name, Weight::Bold, Tone::Ink, Role::Label);
/// Between two panels.
const GUTTER: f64 = 40.0;

/// Draws the view and tells how high it is.
pub(in super::super) fn draw(picture: &Picture<'_>, sketch: &mut Sketch<'_>) -> f64 {
    let series = gather(picture);
    let width = sketch.frame.width;
    let columns = if width >= SIDE_BY_SIDE { series.len().max(1) } else { 1 };
    let column = (width - GUTTER * (columns as f64 - 1.0)) / columns as f64;

    let mut domain = (f64::INFINITY, f64::NEG_INFINITY);
    let mut highest: f64 = 0.0;
    // Panels side by side begin their plots at one height, whatever their names need.
    let mut most_lines = 0;
    for one in &series {
        highest = highest.max(one.highest());
        most_lines = sketch.wrap(one.name, column, NAME).len().max(most_lines);
        for dot in &one.dots {
            domain = (dot.year.min(domain.0), dot.year.max(domain.1));
        }
    }
    let indexed = picture.option("scale") != "absolute";
    let end = |one: &Series| nice_end(if indexed { highest } else { one.highest() }, 3);
    // Whether a dot stands near the upper end of its axis.
    let crowded = series.iter().any(|one| one.highest() > 0.85 * end(one));
    let head = if crowded { sketch.frame.line(Type::Figure) + sketch.frame.line(Type::Small) } else { 0.0 };
    let (mut top, mut bottom) = (0.0, 0.0f64);
    for (i, one) in series.iter().enumerate() {
        let slot = i % columns;
        if slot == 0 && i > 0 {
            top = bottom + 28.0;
        }
        let panel = Panel {
            left: slot as f64 * (column + GUTTER),
            top,
            width: column,
            name_lines: if columns > 1 { most_lines } else { 0 },
            head,
            plot: if columns > 1 { 300.0 } else { 230.0 },
            domain,
            end: end(one),
        };
        bottom = bottom.max(panel.draw(picture, sketch, one, i == 0));
    }
    bottom
}

/// Collects the dots of each series, in the order in which the view names them.
fn gather(picture: &Picture<'_>) -> Vec<Series> {
    let basis = picture.basis();
    let language = picture.frame.language;
    let mut all: Vec<Series> = Vec::new();
    for observation in picture.observations(RowRole::Mark) {
        let Some(series) = observation.series else {
            continue;
        };
        if all.last().is_none_or(|last| last.id != series.id) {
            all.push(Series {
                id: series.id,
                name: series.label.get(language),
                unit: plural(series.unit, language),
                dots: Vec::new(),
                ordered: true,
                first: None,
                peak: 0,
                fall: None,
            });
        }
        let corrected = picture.package.reading(observation, Basis::Read).erratum.is_some();
        let value = picture.package.reading(observation, basis).value;
        let (Some(last), Some(year), Some(value)) = (all.last_mut(), year(picture, observation, basis), value) else {
            continue;
        };
        let words = words::describe_observation(picture.package, observation, basis, language);
        last.ordered &= !(corrected && basis == Basis::Printed);
        last.first.get_or_insert(observation.id);
        let dot = Dot {
            id: observation.id,
            year,
            value: approximate(value.ratio()),
            figure: words.bare_figure(),
            printed: words.printed_period.filter(|_| corrected),
            hollow: corrected && basis == Basis::Read,
        };
        let place = last.dots.iter().take_while(|other| other.year <= year).count();
        last.dots.insert(place, dot);
    }
    for series in &mut all {
        relate(picture, series);
    }
    all
}

/// Replaces the values of the dots by an index where the view is asked for one, and finds the fall from the peak to the last dot.
fn relate(picture: &Picture<'_>, series: &mut Series) {
    for (i, dot) in series.dots.iter().enumerate() {
        if dot.value >= series.highest() {
            series.peak = i;
        }
    }
    let last = series.dots.last().map(|dot| dot.id);
    let peak = series.peak().map(|dot| dot.id);
    let base = match picture.option("scale") {
        "first" => series.first,
        "peak" => peak,
        _ => None,
    };
    for derivation in picture.derivations() {
        let &[from, to, ..] = derivation.inputs else { continue };
        let falls = derivation.formula == Formula::Change && (Some(from.id), Some(to.id)) == (peak, last);
        let indexes = derivation.formula == Formula::Index && Some(to.id) == base;
        if !falls && !indexes {
            continue;
        }
        let words = words::describe_derivation(picture.package, derivation, picture.frame.language);
        if falls {
            series.fall = Some((derivation.id, words.figure(), words.label));
        } else if let Some(dot) = series.dots.iter_mut().find(|dot| dot.id == from.id)
            && let Some(value) = derivation.value.and_then(|derived| derived.best)
        {
            dot.id = derivation.id;
            dot.value = approximate(value);
            dot.figure = words.bare_figure();
        }
    }
    if base.is_some() {
        series.unit = picture.option_label("scale");
    }
}

/// Near enough for a pixel; what is printed comes from the exact value.
pub(super) fn approximate(value: Rational) -> f64 {
    *value.numer() as f64 / *value.denom() as f64
}

/// The year of a value on a basis.
pub(super) fn year(picture: &Picture<'_>, value: &Observation, basis: Basis) -> Option<f64> {
    picture.package.reading(value, basis).period?.year().map(f64::from)
}

/// The name of a unit over several figures.
pub(super) fn plural(unit: &Unit, language: Language) -> &'static str {
    words::unit_name(unit, Rational::from_integer(2), language)
}

/// The place and the scales of one series.
struct Panel {
    left: f64,
    top: f64,
    width: f64,
    /// Lines that the longest name beside it takes, if one stands there.
    name_lines: usize,
    /// Room above the upper end of the axis, for the label of a dot that stands there.
    head: f64,
    /// Height of the plot without names, head and axis.
    plot: f64,
    domain: (f64, f64),
    /// Upper end of the value axis; the lower one is zero.
    end: f64,
}

impl Panel {
    fn draw(&self, picture: &Picture<'_>, sketch: &mut Sketch<'_>, series: &Series, first: bool) -> f64 {
        let frame = sketch.frame;
        let unit = Ink::new(Type::Label, Weight::Regular, Tone::Muted, Role::Unit);
        let tick = Ink::new(Type::Small, Weight::Regular, Tone::Muted, Role::Axis);

        // Names above, the plot, years below; the value labels take what the widest of them needs.
        let start = Point::new(self.left, self.top + frame.size(Type::Name));
        let under = sketch.lines(series.name, start, self.width, (Anchor::Start, NAME));
        let y = under.max(start.y + self.name_lines as f64 * frame.line(Type::Name));
        let y = sketch.lines(series.unit, Point::new(self.left, y), self.width, (Anchor::Start, unit));
        let stops = ticks(0.0, self.end, 3);
        let label = |stop: f64| words::number(Rational::from_integer(stop as i64), 0, frame.language);
        let mut margin: f64 = 0.0;
        for stop in &stops {
            margin = margin.max(sketch.width_of(&label(*stop), tick));
        }
        let margin = (margin + 8.0).ceil();
        let plot = Rect::new(
            self.left + margin,
            y.round(),
            self.width - margin - 1.0,
            (self.plot * frame.text_scale + self.head).round(),
        );
        let across = LinearScale::new((self.domain.0 - 0.5, self.domain.1 + 0.5), (plot.x, plot.right()));
        let up = LinearScale::new((0.0, self.end), (plot.bottom(), plot.y + self.head));
        let area = Rect::new(self.left, self.top, self.width, plot.bottom() - self.top);
        let panel = sketch.panel(series.id, area);

        for stop in &stops {
            let y = up.map(*stop).round();
            let (color, role) = if *stop == 0.0 { (Tone::Ink, Role::Axis) } else { (Tone::Grid, Role::Grid) };
            sketch.hairline(Point::new(plot.x, y), Point::new(plot.right(), y), color, role);
            let baseline = Point::new(plot.x - 8.0, y + frame.size(Type::Small) * 0.35);
            sketch.text(&label(*stop), baseline, Anchor::End, tick, None);
        }
        let place = Plot { area: plot, across, up, years: self.domain, panel, obstacles: Vec::new() };
        place.draw(picture, sketch, series, first)
    }
}
