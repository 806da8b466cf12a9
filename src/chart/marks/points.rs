//! Points on a time axis, one panel a series: dots for what is printed, hatched bands for years that nothing is said of, dashed
//! connectors that only say what comes after what, and hollow dots where the year is our reading of a misprint.

use super::super::scale::LinearScale;
use super::super::sketch::{Ink, Sketch};
use super::super::ticks::{nice_end, ticks};
use super::super::{Picture, Type};
use super::time::Plot;
use crate::data::{Basis, Formula, Rational, Role as RowRole, derive};
use crate::scene::{Anchor, Point, Rect, Role, Stroke, Weight};
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
    unit: String,
    pub(super) dots: Vec<Dot>,
    /// Whether the years of the series can be put in order: a misprinted one joins nothing.
    pub(super) ordered: bool,
    /// The change from the peak to the last dot: its derivation, figure and label.
    pub(super) fall: Option<(&'static str, String, &'static str)>,
}

impl Series {
    /// The largest value.
    fn highest(&self) -> f64 {
        self.dots.iter().map(|dot| dot.value).fold(0.0, f64::max)
    }

    /// Whether a dot stands near the upper end of an axis that has to hold `most`.
    fn reaches(&self, most: f64) -> bool {
        self.highest() > 0.85 * nice_end(most, 3)
    }

    /// The name in lines of a width.
    fn name_lines(&self, sketch: &Sketch<'_>, width: f64, ink: Ink) -> Vec<String> {
        sketch.wrap(self.name, width, ink)
    }
}

/// Draws the view and tells how high it is.
pub(in super::super) fn draw(picture: &Picture<'_>, sketch: &mut Sketch<'_>) -> f64 {
    let series = gather(picture);
    let years = series.iter().flat_map(|s| &s.dots).map(|dot| dot.year);
    let domain = years.fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), year| (a.min(year), b.max(year)));
    let indexed = picture.option("scale") != "absolute";
    let highest = series.iter().map(Series::highest).fold(0.0, f64::max);

    let name = Ink::new(Type::Name, Weight::Bold, picture.palette().ink, Role::Label);
    let width = sketch.frame.width;
    let columns = if width >= SIDE_BY_SIDE { series.len().max(1) } else { 1 };
    let gutter = 40.0;
    let column = (width - gutter * (columns as f64 - 1.0)) / columns as f64;
    let plot = if columns > 1 { 300.0 } else { 230.0 };
    let mut bottom: f64 = 0.0;
    let mut top = 0.0;
    for (i, one) in series.iter().enumerate() {
        let slot = i % columns;
        if slot == 0 && i > 0 {
            top = bottom + 28.0;
        }
        let end = nice_end(if indexed { highest } else { one.highest() }, 3);
        let crowded = series.iter().any(|other| other.reaches(if indexed { highest } else { other.highest() }));
        let head = if crowded { sketch.frame.line(Type::Figure) + sketch.frame.line(Type::Small) } else { 0.0 };
        // Panels side by side begin their plots at one height, whatever their names need.
        let beside = series.iter().filter(|_| columns > 1).map(|other| other.name_lines(sketch, column, name).len());
        let name_lines = beside.max().unwrap_or_else(|| one.name_lines(sketch, column, name).len());
        let panel = Panel { left: slot as f64 * (column + gutter), top, width: column, name_lines, head, plot, domain, end };
        bottom = bottom.max(panel.draw(picture, sketch, one, i));
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
                unit: words::unit_name(series.unit, Rational::from_integer(2), language).to_owned(),
                dots: Vec::new(),
                ordered: true,
                fall: None,
            });
        }
        let reading = picture.package.reading(observation, basis);
        let corrected = picture.package.reading(observation, Basis::Read).erratum.is_some();
        let (Some(last), Some(year), Some(value)) =
            (all.last_mut(), reading.period.and_then(|period| period.year()), reading.value)
        else {
            continue;
        };
        let words = words::describe_observation(picture.package, observation, basis, language);
        last.ordered &= !(corrected && basis == Basis::Printed);
        last.dots.push(Dot {
            id: observation.id,
            year: f64::from(year),
            value: approximate(value.ratio()),
            figure: words.bare_figure(),
            printed: corrected.then(|| words.printed_period.clone()).flatten(),
            hollow: corrected && basis == Basis::Read,
        });
    }
    for series in &mut all {
        relate(picture, series);
    }
    all
}

/// Puts the dots in time order, replaces their values by an index where the view is asked for one, and finds the fall from the
/// peak to the last dot.
fn relate(picture: &Picture<'_>, series: &mut Series) {
    let language = picture.frame.language;
    let first = series.dots.first().map(|dot| dot.id);
    in_time_order(&mut series.dots);
    let last = series.dots.last().map(|dot| dot.id);
    let peak = series.dots.iter().max_by(|a, b| a.value.total_cmp(&b.value)).map(|dot| dot.id);
    let base = match picture.option("scale") {
        "first" => first,
        "peak" => peak,
        _ => None,
    };
    for derivation in picture.derivations() {
        let mut inputs = derivation.inputs.iter().map(|input| Some(input.id));
        let pair = (inputs.next().flatten(), inputs.next().flatten());
        let words = || words::describe_derivation(picture.package, derivation, language);
        if derivation.formula == Formula::Change && pair == (peak, last) {
            series.fall = Some((derivation.id, words().figure(), derivation.label.get(language)));
        }
        if derivation.formula == Formula::Index
            && base.is_some()
            && pair.1 == base
            && let Some(dot) = series.dots.iter_mut().find(|dot| Some(dot.id) == pair.0)
            && let Ok(derived) = derive(picture.package, derivation)
            && let Some(value) = derived.best
        {
            dot.id = derivation.id;
            dot.value = approximate(value);
            dot.figure = words().bare_figure();
        }
    }
    if base.is_some() {
        series.unit = picture.option_label("scale").to_owned();
    }
}

/// Puts the dots in time order. A handful of them does not pay for a real sort, in bytes.
fn in_time_order(dots: &mut [Dot]) {
    for end in 1..dots.len() {
        for place in (1..=end).rev() {
            if let Some([a, b]) = dots.get_mut(place - 1..=place)
                && a.year > b.year
            {
                core::mem::swap(a, b);
            }
        }
    }
}

/// Near enough for a pixel; what is printed comes from the exact value.
pub(super) fn approximate(value: Rational) -> f64 {
    *value.numer() as f64 / *value.denom() as f64
}

/// The place and the scales of one series.
struct Panel {
    left: f64,
    top: f64,
    width: f64,
    /// Lines that the longest name beside it takes.
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
    fn draw(&self, picture: &Picture<'_>, sketch: &mut Sketch<'_>, series: &Series, index: usize) -> f64 {
        let palette = picture.palette();
        let frame = sketch.frame;
        let name = Ink::new(Type::Name, Weight::Bold, palette.ink, Role::Label);
        let unit = Ink::new(Type::Label, Weight::Regular, palette.muted, Role::Unit);
        let small = Ink::new(Type::Small, Weight::Regular, palette.muted, Role::Label);
        let tick = Ink::new(Type::Small, Weight::Regular, palette.muted, Role::Axis);

        // Names above, the plot, years below; the value labels take what the widest of them needs.
        let mut y = self.top + frame.size(Type::Name);
        let lines = series.name_lines(sketch, self.width, name);
        for (i, line) in lines.iter().enumerate() {
            sketch.text(line, Point::new(self.left, y + i as f64 * frame.line(Type::Name)), Anchor::Start, name, None);
        }
        y += self.name_lines as f64 * frame.line(Type::Name);
        for (i, line) in sketch.wrap(&series.unit, self.width, unit).iter().enumerate() {
            y += if i > 0 { frame.line(Type::Label) } else { 0.0 };
            sketch.text(line, Point::new(self.left, y), Anchor::Start, unit, None);
        }
        let stops = ticks(0.0, self.end, 3);
        let labels: Vec<(f64, String)> =
            stops.iter().map(|stop| (*stop, words::number(Rational::from_integer(*stop as i64), 0, frame.language))).collect();
        let margin = labels.iter().map(|(_, label)| sketch.width_of(label, tick)).fold(0.0, f64::max) + 8.0;
        let plot = Rect::new(
            self.left + margin.ceil(),
            (y + frame.line(Type::Label)).round(),
            self.width - margin.ceil() - 1.0,
            (self.plot * frame.text_scale + self.head).round(),
        );
        let across = LinearScale::new((self.domain.0 - 0.5, self.domain.1 + 0.5), (plot.x, plot.right()));
        let up = LinearScale::new((0.0, self.end), (plot.bottom(), plot.y + self.head));
        let area = Rect::new(self.left, self.top, self.width, plot.bottom() - self.top);
        let panel = sketch.panel(series.id, area);

        for (stop, label) in &labels {
            let y = up.map(*stop).round();
            let role = if *stop == 0.0 { Role::Axis } else { Role::Grid };
            let color = if *stop == 0.0 { palette.ink } else { palette.grid };
            let ends = [Point::new(plot.x, y), Point::new(plot.right(), y)];
            sketch.line(&ends, Stroke { color, width: 1.0 }, None, role, None);
            let baseline = Point::new(plot.x - 8.0, y + frame.size(Type::Small) * 0.35);
            sketch.text(label, baseline, Anchor::End, tick, None);
        }
        let place = Plot { area: plot, across, up, years: self.domain };
        place.hatch(picture, sketch, series);
        let mut obstacles = place.connect(picture, sketch, series);
        place.fall(picture, sketch, series, &mut obstacles);
        place.dots(picture, sketch, series, panel, &obstacles);
        place.name_fall(picture, sketch, series, panel, &obstacles);
        place.name_gaps(picture, sketch, series, &obstacles, small);
        let below = place.years(picture, sketch, series, tick);
        if index == 0 {
            return place.spans(picture, sketch, panel, below);
        }
        below
    }
}
