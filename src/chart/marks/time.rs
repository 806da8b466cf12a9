//! The plot of a time series: its axes, gaps, connectors, dots and years.

use super::super::scale::LinearScale;
use super::super::sketch::{Ink, Sketch};
use super::super::{Picture, Tone, Type};
use super::axis::{self, Stop};
use super::label::{self, Obstacle};
use super::pen::Pen;
use super::points::{Dot, NAME, Series, UNIT};
use super::years::{SMALL, Years};
use crate::scene::{Anchor, Dash, Point, Rect, Role, Stroke, Weight};
use crate::words::Phrase;

/// Radius of a dot, in CSS pixels.
const RADIUS: f64 = 6.0;
/// Width of the outline of a hollow one.
const OUTLINE: f64 = 2.5;
/// How the connectors are dashed.
const DASH: Dash = Dash { on: 2.0, off: 5.0 };
/// How the values of the axis are set.
const TICK: Ink = Ink::new(Type::Small, Weight::Regular, Tone::Muted, Role::Axis);

/// The plot of one series: its place and its two scales.
pub(super) struct Plot<'s> {
    series: &'s Series,
    pub(super) years: Years,
    /// The values of the value axis, and its upper end; the lower one is zero.
    stops: Vec<Stop>,
    end: f64,
    up: LinearScale,
    /// Where everything stands; once the names are set, where the dots do.
    pub(super) area: Rect,
    /// What labels must keep clear of.
    obstacles: Vec<Obstacle>,
}

impl<'s> Plot<'s> {
    pub(super) fn new(
        picture: &Picture<'_>,
        sketch: &Sketch<'_>,
        series: &'s Series,
        (ends, end): ((f64, f64), f64),
        area: Rect,
    ) -> Self {
        let stops = axis::stops((0.0, end), 3, "", sketch.frame.language);
        // The value labels take what the widest of them needs.
        let mut margin: f64 = 0.0;
        for (_, name) in &stops {
            margin = margin.max(sketch.width_of(name, TICK));
        }
        let years = Years::new(picture, ends, (area.x + (margin + 8.0).ceil(), area.right() - 1.0));
        let up = LinearScale::new((0.0, end), (0.0, 0.0));
        Self { series, years, stops, end, up, area, obstacles: Vec::new() }
    }

    /// Sets the name of the series and of its unit, and tells where they end.
    pub(super) fn head(&self, pen: &mut Pen<'_, '_>) -> f64 {
        pen.put(&self.area);
        pen.write(self.series.name, NAME);
        pen.behind(self.series.unit, UNIT, 8.0);
        self.years.head(pen);
        pen.y.round()
    }

    /// Draws the series under its name, its plot not above `top` nor lower than `height` with some room for labels over the upper end of
    /// its axis.
    pub(super) fn draw(&mut self, pen: &mut Pen<'_, '_>, (top, head, height): (f64, f64, f64)) {
        let (left, right) = self.years.edges;
        pen.sketch.panel(self.series.id);
        let top = self.head(pen).max(top);
        let bottom = top + (height + head).round();
        let sketch = &mut *pen.sketch;
        self.area = Rect::between(left, top, right, bottom);
        self.up = LinearScale::new((0.0, self.end), (bottom, top + head));
        for (stop, name) in &self.stops {
            let y = self.up.map(*stop).round();
            if *stop != 0.0 {
                sketch.hairline(Point::new(left, y), Point::new(right, y), Tone::Grid, Role::Grid);
            }
            let baseline = Point::new(left - 8.0, y + sketch.drop(TICK.kind));
            sketch.text(name, baseline, Anchor::End, TICK, None);
        }
        let gaps = self.gaps(sketch);
        self.connect(pen.picture, sketch);
        self.fall(sketch);
        self.dots(sketch);
        for band in &gaps {
            self.name_gap(sketch, *band);
        }
        let mut names = Vec::new();
        for dot in &self.series.dots {
            names.push(dot.year.clone());
        }
        // Years too close to stand side by side take turns on the lines below.
        pen.y = self.years.axis(sketch, &names, bottom, 3);
    }

    /// Hatches the years between the first and the last of the picture that nothing is printed of, which it returns, and those after the
    /// publication of the paper, for which nothing can have been printed.
    fn gaps(&self, sketch: &mut Sketch<'_>) -> Vec<Rect> {
        let height = (self.area.y, self.area.bottom());
        let (first, last) = self.years.ends;
        let mut gaps = Vec::new();
        let (mut start, mut year) = (first, first);
        while year <= last + 1.0 {
            if year > last || year >= self.years.unknown || self.series.dots.iter().any(|dot| dot.year.0 == year) {
                if start < year {
                    gaps.push(self.years.hatch(sketch, (start, year - 1.0), height));
                }
                start = year + 1.0;
            }
            year += 1.0;
        }
        self.years.hatch_unknown(sketch, height);
        gaps
    }

    /// Names a hatched band, at the foot or wherever nothing is touched. Where there is no room it stays silent: another one says the
    /// same.
    fn name_gap(&self, sketch: &mut Sketch<'_>, band: Rect) {
        let text = Phrase::NotDisclosed.get(sketch.frame.language);
        let line = sketch.frame.line(SMALL.kind);
        let width = sketch.width_of(text, SMALL) + 4.0;
        let mut area = Rect::new(band.center().x - width / 2.0, band.bottom() - 6.0 - line, width, line);
        for _ in 0..12 {
            if label::is_free(sketch, &area, &band.grown(1.0), &self.obstacles, 1.0) {
                sketch.ground(&area);
                sketch.text(text, Point::new(area.center().x, area.y + line * 0.74), Anchor::Middle, SMALL, None);
                return;
            }
            area.y -= 14.0;
        }
    }

    /// Where a dot stands.
    fn point(&self, dot: &Dot) -> Point {
        Point::new(self.years.x(dot.year.0), self.up.map(dot.value))
    }

    /// Joins the dots by dashed lines that are not data.
    fn connect(&mut self, picture: &Picture<'_>, sketch: &mut Sketch<'_>) {
        // A dot is an obstacle too: no label stands on another dot.
        for dot in &self.series.dots {
            let Point { x, y } = self.point(dot);
            self.obstacles.push([Point::new(x - RADIUS, y), Point::new(x + RADIUS, y)]);
            self.obstacles.push([Point::new(x, y - RADIUS), Point::new(x, y + RADIUS)]);
        }
        if picture.option("connectors") == "off" || !self.series.ordered {
            return;
        }
        let stroke = Stroke { color: Tone::Accent, width: 1.5 };
        for pair in self.series.dots.windows(2) {
            let [from, to] = pair else { continue };
            let (from, to) = (self.point(from), self.point(to));
            let inset = ((RADIUS + 3.0) / from.distance(to).max(1.0)).min(0.5);
            sketch.line(&[from.toward(to, inset), to.toward(from, inset)], stroke, Some(&DASH), Role::Connector, None);
            self.obstacles.push([from, to]);
        }
    }

    /// Draws the fall from the peak as an arrow at the last dot, from a thin line at the height of the peak.
    fn fall(&mut self, sketch: &mut Sketch<'_>) {
        let Some((from, to)) = self.ends_of_fall() else { return };
        let stroke = Stroke { color: Tone::Muted, width: 1.0 };
        let corner = Point::new(to.x, from.y);
        let cap = [Point::new(from.x + RADIUS + 4.0, from.y), corner];
        let tip = Point::new(to.x, to.y - RADIUS - 5.0);
        sketch.line(&cap, stroke, Some(&Dash { on: 1.0, off: 3.0 }), Role::Axis, None);
        sketch.hairline(corner, tip, Tone::Muted, Role::Axis);
        sketch.chevron(tip, (0.0, 1.0), (6.0, 3.5), stroke, (Role::Axis, None));
        self.obstacles.push(cap);
        self.obstacles.push([corner, tip]);
    }

    /// The points that the fall runs from and to, if there is one.
    fn ends_of_fall(&self) -> Option<(Point, Point)> {
        self.series.fall.as_ref()?;
        Some((self.point(self.series.peak()?), self.point(self.series.dots.last()?)))
    }

    /// Draws the dots with their figures and the printed year of those that stand elsewhere, and says how far the fall is.
    fn dots(&self, sketch: &mut Sketch<'_>) {
        let figure = Ink::new(Type::Figure, Weight::Bold, Tone::Accent, Role::Figure);
        let remark = Ink::new(Type::Small, Weight::Regular, Tone::Remark, Role::Printed);
        // Room to the left of the plot belongs to the value axis, above it to nothing else.
        let Rect { x, y, .. } = self.area;
        let limits = Rect::between(x + 2.0, y - sketch.frame.line(Type::Label), self.area.right(), self.area.bottom() - 2.0);
        for dot in &self.series.dots {
            let center = self.point(dot);
            let datum = sketch.datum(dot.id, &Rect::new(center.x, center.y, 0.0, 0.0).grown(RADIUS + 2.0), center);
            // The outline lies astride the edge.
            let (radius, outline) = if dot.hollow { (RADIUS + OUTLINE / 2.0, OUTLINE) } else { (RADIUS, 0.0) };
            sketch.dot(center, radius, (Tone::Accent, outline), Role::Mark, Some(datum));
            let printed = dot.printed.as_deref();
            let lines = [(dot.figure.as_str(), figure), (printed.unwrap_or_default(), remark)];
            let lines = lines.get(..1 + usize::from(printed.is_some())).unwrap_or_default();
            let taken = label::place(sketch, lines, (center, RADIUS + 4.0), &limits, &self.obstacles, (datum, &self.area));
            sketch.extend(datum, &taken);
        }
        if let (Some(fall), Some((from, to))) = (&self.series.fall, self.ends_of_fall()) {
            let (figure, name) = (fall.figure(), fall.label);
            let middle = Point::new(to.x, (from.y + to.y) / 2.0);
            let datum = sketch.unplaced(fall.id);
            let bold = Ink::new(Type::Label, Weight::Bold, Tone::Ink, Role::Figure);
            let lines = [(figure.as_str(), bold), (name, SMALL)];
            // Large type in a narrow plot leaves no room for more than the figure.
            let count = if sketch.width_of(name, SMALL) < to.x - from.x { 2 } else { 1 };
            let lines = lines.get(..count).unwrap_or_default();
            let taken = label::place(sketch, lines, (middle, 8.0), &limits, &self.obstacles, (datum, &self.area));
            sketch.settle(datum, &taken, middle);
        }
    }
}
