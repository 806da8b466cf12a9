//! What stands in the plot of a time series: gaps, connectors, dots, years and the spans between them.

use super::super::scale::LinearScale;
use super::super::sketch::{Ink, Sketch};
use super::super::{Picture, Tone, Type};
use super::label::{self, Obstacle};
use super::points::{Dot, Series, year};
use crate::data::{Basis, Formula, Kind, Language, Role as RowRole};
use crate::scene::{Anchor, Dash, Geometry, Point, Rect, Role, Stroke, Weight};
use crate::words::{self, Phrase};

/// Radius of a dot, in CSS pixels.
const RADIUS: f64 = 6.0;
/// Width of the outline of a hollow one.
const OUTLINE: f64 = 2.5;
/// How the connectors are dashed.
const DASH: Dash = Dash { on: 2.0, off: 5.0 };
/// How remarks in the plot are set.
const SMALL: Ink = Ink::new(Type::Small, Weight::Regular, Tone::Muted, Role::Label);

/// The plot of one series: its place and its two scales.
pub(super) struct Plot {
    pub(super) area: Rect,
    pub(super) across: LinearScale,
    pub(super) up: LinearScale,
    /// First and last year of the picture.
    pub(super) years: (f64, f64),
    pub(super) panel: usize,
    /// What labels must keep clear of.
    pub(super) obstacles: Vec<Obstacle>,
}

impl Plot {
    /// Draws the series; under the first one also the spans between its years. Tells where the next thing may start.
    pub(super) fn draw(mut self, picture: &Picture<'_>, sketch: &mut Sketch<'_>, series: &Series, first: bool) -> f64 {
        let gaps = self.gaps(picture, series);
        let stroke = Stroke { color: Tone::Hatch, width: 1.0 };
        for &(rect, _) in &gaps {
            sketch.shape(Geometry::Hatch { rect, spacing: 7.0, stroke }, Role::Gap, None);
        }
        self.connect(picture, sketch, series);
        self.fall(sketch, series);
        self.dots(sketch, series);
        self.name_fall(sketch, series);
        for (band, phrase) in gaps {
            self.name_gap(sketch, band, phrase.get(picture.frame.language));
        }
        let below = self.name_years(sketch, series);
        if first { self.spans(picture, sketch, below) } else { below }
    }

    /// The years between the first and the last of the picture that nothing is printed of, and those after the publication of the
    /// paper, for which nothing can have been printed.
    fn gaps(&self, picture: &Picture<'_>, series: &Series) -> Vec<(Rect, Phrase)> {
        let unfinished = picture.year_of_publication().unwrap_or(f64::INFINITY);
        let (first, last) = self.years;
        let mut gaps = Vec::new();
        let (mut start, mut year) = (first, first);
        while year <= last + 1.0 {
            if year > last || year >= unfinished || series.dots.iter().any(|dot| dot.year == year) {
                if start < year {
                    gaps.push((self.band(start, year - 1.0), Phrase::NotDisclosed));
                }
                start = year + 1.0;
            }
            year += 1.0;
        }
        if last >= unfinished {
            gaps.push((self.band(unfinished, last), Phrase::NoDataYet));
        }
        gaps
    }

    /// The place of the years from the first to the last, both included.
    fn band(&self, first: f64, last: f64) -> Rect {
        let (left, right) = (self.across.map(first - 0.5), self.across.map(last + 0.5));
        Rect::between(left.round(), self.area.y, right.round(), self.area.bottom())
    }

    /// Names a hatched band, at the foot or wherever nothing is touched: on one line, else in Chinese from top to bottom. Where
    /// neither fits, the words of a band at the right edge stand above it; others stay silent, since the next band says the same.
    fn name_gap(&self, sketch: &mut Sketch<'_>, band: Rect, text: &str) {
        let step = sketch.frame.line(SMALL.kind);
        let room = band.width - 4.0;
        let mut lines = vec![text.to_owned()];
        if sketch.width_of(text, SMALL) > room {
            lines.clear();
            for character in text.chars() {
                lines.push(character.to_string());
            }
        }
        let mut width: f64 = 0.0;
        for line in &lines {
            width = width.max(sketch.width_of(line, SMALL));
        }
        if width > room || (lines.len() > 1 && sketch.frame.language != Language::Zh) {
            if band.right() >= self.area.right() - 1.0 {
                let mut text = text.to_owned();
                text.push_str(" ↓");
                for up in [0.4, 1.4, 2.4] {
                    let at = Point::new(self.area.right(), self.area.y - step * up);
                    let area = sketch.text_box(&text, at, Anchor::End, SMALL);
                    if sketch.is_free(area, area) {
                        sketch.text(&text, at, Anchor::End, SMALL, None);
                        break;
                    }
                }
            }
            return;
        }
        let (width, height) = (width + 4.0, step * lines.len() as f64);
        let highest = band.bottom() - 6.0 - height;
        for i in 0..12 {
            let area = Rect::new(band.center().x - width / 2.0, highest - f64::from(i) * 14.0, width, height);
            if label::is_free(sketch, area, band.grown(1.0), &self.obstacles, 1.0) {
                sketch.ground(area, Tone::Background);
                for (i, line) in lines.iter().enumerate() {
                    let baseline = Point::new(area.center().x, area.y + step * (i as f64 + 0.74));
                    sketch.text(line, baseline, Anchor::Middle, SMALL, None);
                }
                return;
            }
        }
    }

    /// Where a dot stands.
    fn point(&self, dot: &Dot) -> Point {
        Point::new(self.across.map(dot.year), self.up.map(dot.value))
    }

    /// Joins the dots of a series by dashed lines that are not data.
    fn connect(&mut self, picture: &Picture<'_>, sketch: &mut Sketch<'_>, series: &Series) {
        // A dot is an obstacle too: no label stands on another dot.
        for dot in &series.dots {
            let Point { x, y } = self.point(dot);
            self.obstacles.push([Point::new(x - RADIUS, y), Point::new(x + RADIUS, y)]);
            self.obstacles.push([Point::new(x, y - RADIUS), Point::new(x, y + RADIUS)]);
        }
        if picture.option("connectors") == "off" || !series.ordered {
            return;
        }
        let stroke = Stroke { color: Tone::Accent, width: 1.5 };
        for pair in series.dots.windows(2) {
            let [from, to] = pair else { continue };
            let (from, to) = (self.point(from), self.point(to));
            let inset = ((RADIUS + 3.0) / from.distance(to).max(1.0)).min(0.5);
            let between = |t: f64| Point::new(from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * t);
            sketch.line(&[between(inset), between(1.0 - inset)], stroke, Some(&DASH), Role::Connector, None);
            self.obstacles.push([from, to]);
        }
    }

    /// Draws the fall from the peak as an arrow at the last dot, from a thin line at the height of the peak.
    fn fall(&mut self, sketch: &mut Sketch<'_>, series: &Series) {
        let Some((from, to)) = self.ends_of_fall(series) else { return };
        let stroke = Stroke { color: Tone::Muted, width: 1.0 };
        let corner = Point::new(to.x, from.y);
        let cap = [Point::new(from.x + RADIUS + 4.0, from.y), corner];
        let tip = Point::new(to.x, to.y - RADIUS - 5.0);
        sketch.line(&cap, stroke, Some(&Dash { on: 1.0, off: 3.0 }), Role::Axis, None);
        sketch.hairline(corner, tip, Tone::Muted, Role::Axis);
        let head = [Point::new(tip.x - 3.5, tip.y - 6.0), tip, Point::new(tip.x + 3.5, tip.y - 6.0)];
        sketch.line(&head, stroke, None, Role::Axis, None);
        self.obstacles.push(cap);
        self.obstacles.push([corner, tip]);
    }

    /// Says how far the fall is: to the left of its arrow, below the line of the peak or above it, wherever nothing is touched.
    fn name_fall(&self, sketch: &mut Sketch<'_>, series: &Series) {
        let (Some((id, figure, label)), Some((from, to))) = (&series.fall, self.ends_of_fall(series)) else { return };
        let bold = Ink::new(Type::Label, Weight::Bold, Tone::Ink, Role::Figure);
        let (line, small) = (sketch.frame.line(Type::Label), sketch.frame.line(Type::Small));
        let width = sketch.width_of(figure, bold).max(sketch.width_of(label, SMALL));
        let Some(area) = self.spot(sketch, (width, line + small), to.x - 8.0, [from.y + 4.0, from.y - line - small - 3.0]) else {
            return;
        };
        let datum = sketch.datum(id, self.panel, area, Point::new(to.x, (from.y + to.y) / 2.0));
        sketch.ground(area, Tone::Background);
        let x = area.right();
        sketch.text(figure, Point::new(x, area.y + line * 0.74), Anchor::End, bold, Some(datum));
        sketch.text(label, Point::new(x, area.y + line + small * 0.7), Anchor::End, SMALL, Some(datum));
    }

    /// A free place for a box that ends at `right` and begins at one of the heights. Where the plot is crowded, any one will do: by
    /// rows from the top, in each from the right.
    fn spot(&self, sketch: &Sketch<'_>, (width, height): (f64, f64), right: f64, tops: [f64; 2]) -> Option<Rect> {
        let mut spots = vec![(right, tops[0]), (right, tops[1])];
        let step = 8.0;
        for row in 0..(self.area.height / step) as i32 {
            for column in 0..(self.area.width / step) as i32 {
                spots.push((self.area.right() - f64::from(column) * step, self.area.y + f64::from(row) * step));
            }
        }
        for (right, top) in spots {
            let area = Rect::new(right - width, top, width, height);
            if label::is_free(sketch, area, self.area.grown(0.5), &self.obstacles, 1.0) {
                return Some(area);
            }
        }
        None
    }

    /// The points that the fall of a series runs from and to, if it has one.
    fn ends_of_fall(&self, series: &Series) -> Option<(Point, Point)> {
        series.fall.as_ref()?;
        Some((self.point(series.peak()?), self.point(series.dots.last()?)))
    }

    /// Draws the dots with their figures, and the printed year of those that stand elsewhere.
    fn dots(&self, sketch: &mut Sketch<'_>, series: &Series) {
        let figure = Ink::new(Type::Figure, Weight::Bold, Tone::Accent, Role::Figure);
        let remark = Ink::new(Type::Small, Weight::Regular, Tone::Remark, Role::Printed);
        // Room to the left of the plot belongs to the value axis, above it to nothing else.
        let Rect { x, y, .. } = self.area;
        let limits = Rect::between(x + 2.0, y - sketch.frame.line(Type::Label), self.area.right(), self.area.bottom() - 2.0);
        for dot in &series.dots {
            let center = self.point(dot);
            let datum = sketch.datum(dot.id, self.panel, Rect::new(center.x, center.y, 0.0, 0.0).grown(RADIUS + 2.0), center);
            // The outline lies astride the edge.
            let (radius, outline) = if dot.hollow { (RADIUS + OUTLINE / 2.0, OUTLINE) } else { (RADIUS, 0.0) };
            sketch.dot(center, radius, (Tone::Accent, outline), Role::Mark, Some(datum));
            let printed = dot.printed.as_deref();
            let lines = [(dot.figure.as_str(), figure), (printed.unwrap_or_default(), remark)];
            let lines = lines.get(..1 + usize::from(printed.is_some())).unwrap_or_default();
            let taken = label::place(sketch, lines, (center, RADIUS + 4.0), limits, &self.obstacles, (datum, self.area));
            sketch.extend(datum, taken);
        }
    }

    /// Names the years of the dots under the axis and tells where the next line may start.
    fn name_years(&self, sketch: &mut Sketch<'_>, series: &Series) -> f64 {
        let y = self.area.bottom();
        let line = sketch.frame.line(Type::Small);
        let mut bottom = y + 7.0 + line;
        let ink = Ink::new(Type::Small, Weight::Regular, Tone::Ink, Role::Axis);
        for dot in &series.dots {
            let x = self.across.map(dot.year);
            sketch.hairline(Point::new(x, y), Point::new(x, y + 5.0), Tone::Ink, Role::Axis);
            let mut text = (dot.year as i64).to_string();
            if dot.hollow {
                text.push('†');
            }
            let half = sketch.width_of(&text, ink) / 2.0;
            let x = x.max(half).min(sketch.frame.width - half);
            let baseline = Point::new(x, y + 7.0 + sketch.frame.size(Type::Small));
            let mut at = baseline;
            // Years too close to stand side by side take turns on the lines below.
            for row in [0.0, 1.0, 2.0] {
                let below = Point::new(x, baseline.y + row * line);
                let area = sketch.text_box(&text, below, Anchor::Middle, ink);
                let area = Rect::new(area.x - 3.0, area.y + 3.0, area.width + 6.0, area.height - 3.0);
                if sketch.is_free(area, area) {
                    at = below;
                    break;
                }
            }
            sketch.text(&text, at, Anchor::Middle, ink, None);
            bottom = bottom.max(at.y + line * 0.4);
        }
        bottom
    }

    /// Draws the distances in years that the view names under the axis, and beneath them what the paper says of the whole span.
    fn spans(&self, picture: &Picture<'_>, sketch: &mut Sketch<'_>, top: f64) -> f64 {
        let language = picture.frame.language;
        let mut bottom = top;
        let plain = Ink { role: Role::Figure, ..SMALL };
        for derivation in picture.derivations() {
            let &[from, to, ..] = derivation.inputs else { continue };
            if derivation.formula == Formula::YearsBetween
                && let Some(from) = year(picture, from, Basis::Read)
                && let Some(to) = year(picture, to, Basis::Read)
            {
                let text = words::describe_derivation(picture.package, derivation, language).figure();
                bottom = bottom.max(self.span(sketch, (from, to), (derivation.id, &text), top, plain));
            }
        }
        let remark = Ink { color: Tone::Remark, ..plain };
        let mut next = bottom;
        for observation in picture.observations(RowRole::Annotation) {
            if observation.kind == Kind::Date {
                let words = words::describe_observation(picture.package, observation, Basis::Printed, language);
                next = next.max(self.span(sketch, self.years, (words.id, &words.as_printed()), bottom, remark));
            }
        }
        next
    }

    /// One dimension line between two years with its text in the middle, or under it where it is too short.
    fn span(&self, sketch: &mut Sketch<'_>, years: (f64, f64), (id, text): (&'static str, &str), top: f64, ink: Ink) -> f64 {
        let line = sketch.frame.line(Type::Small);
        let y = (top + line / 2.0).round();
        let (left, right) = (self.across.map(years.0) + 1.0, self.across.map(years.1) - 1.0);
        let half = sketch.width_of(text, ink) / 2.0;
        // A text longer than its line keeps inside the picture.
        let middle = ((left + right) / 2.0).min(sketch.frame.width - half).max(half);
        let mut baseline = Point::new(middle, y + sketch.frame.size(Type::Small) * 0.36);
        let mut words = sketch.text_box(text, baseline, Anchor::Middle, ink);
        let beside = sketch.is_free(words, Rect::new(0.0, y - line, sketch.frame.width, 2.0 * line));
        if !beside {
            baseline.y += line;
            words = sketch.text_box(text, baseline, Anchor::Middle, ink);
        }
        let datum = sketch.datum(id, self.panel, words, Point::new(middle, y));
        for x in [left, right] {
            sketch.hairline(Point::new(x, y - 4.0), Point::new(x, y + 4.0), Tone::Muted, Role::Axis);
        }
        for (from, to) in [(left, middle - half - 4.0), (middle + half + 4.0, right)] {
            if to > from {
                sketch.hairline(Point::new(from, y), Point::new(to, y), Tone::Muted, Role::Axis);
            }
        }
        sketch.text(text, baseline, Anchor::Middle, ink, Some(datum));
        if beside { y + line } else { y + 2.0 * line }
    }
}
