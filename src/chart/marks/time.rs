//! What stands in the plot of a time series: gaps, connectors, dots, years and the spans between them.

use super::super::scale::LinearScale;
use super::super::sketch::{Ink, Sketch};
use super::super::{Picture, Type};
use super::label::{self, Line, Obstacle};
use super::points::Series;
use crate::data::{Basis, Formula, Kind, Language, Role as RowRole};
use crate::scene::{Anchor, Dash, Geometry, Point, Rect, Role, Stroke, Weight};
use crate::words::{self, Phrase};

/// Radius of a dot, in CSS pixels.
const RADIUS: f64 = 6.0;
/// How the connectors are dashed.
const DASH: Dash = Dash { on: 2.0, off: 5.0 };

/// The plot of one series: its place and its two scales.
pub(super) struct Plot {
    pub(super) area: Rect,
    pub(super) across: LinearScale,
    pub(super) up: LinearScale,
    /// First and last year of the picture.
    pub(super) years: (f64, f64),
}

impl Plot {
    /// The years between the first and the last of the picture that nothing is printed of, and those after the publication of the
    /// paper, for which nothing can have been printed.
    fn gaps(&self, picture: &Picture<'_>, series: &Series) -> Vec<(Rect, Phrase)> {
        let known: Vec<f64> = series.dots.iter().map(|dot| dot.year).collect();
        let unfinished = picture.year_of_publication().unwrap_or(f64::INFINITY);
        let (first, last) = self.years;
        let mut gaps = Vec::new();
        let mut start = None;
        let mut year = first;
        while year <= last + 1.0 {
            let undisclosed = year <= last && year < unfinished && !known.contains(&year);
            match (undisclosed, start) {
                (true, None) => start = Some(year),
                (false, Some(first)) => {
                    gaps.push((self.band(first, year - 1.0), Phrase::NotDisclosed));
                    start = None;
                }
                _ => {}
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

    /// Hatches the years that there is no figure for.
    pub(super) fn hatch(&self, picture: &Picture<'_>, sketch: &mut Sketch<'_>, series: &Series) {
        let stroke = Stroke { color: picture.palette().hatch, width: 1.0 };
        for (rect, _) in self.gaps(picture, series) {
            sketch.shape(Geometry::Hatch { rect, spacing: 7.0, stroke }, Role::Gap, None);
        }
    }

    /// Names the hatched bands, at the foot or wherever nothing is touched: on one line, else in Chinese from top to bottom. Where
    /// neither fits, the words of a band at the right edge stand above it; others stay silent, since the next band says the same.
    pub(super) fn name_gaps(
        &self,
        picture: &Picture<'_>,
        sketch: &mut Sketch<'_>,
        series: &Series,
        obstacles: &[Obstacle],
        ink: Ink,
    ) {
        let step = sketch.frame.line(ink.kind);
        let chinese = picture.frame.language == Language::Zh;
        for (band, phrase) in self.gaps(picture, series) {
            let text = phrase.get(picture.frame.language);
            let room = band.width - 4.0;
            let stacked: Vec<String> = text.chars().map(String::from).collect();
            let lines = if sketch.width_of(text, ink) <= room {
                vec![text.to_owned()]
            } else if chinese && stacked.iter().all(|character| sketch.width_of(character, ink) <= room) {
                stacked
            } else {
                if band.right() >= self.area.right() - 1.0 {
                    let text = format!("{text} ↓");
                    let spots = [0.4, 1.4, 2.4].map(|up| Point::new(self.area.right(), self.area.y - step * up));
                    let free = |at: &&Point| {
                        let area = sketch.text_box(&text, **at, Anchor::End, ink);
                        sketch.is_free(area, area)
                    };
                    if let Some(at) = spots.iter().find(free).copied() {
                        sketch.text(&text, at, Anchor::End, ink, None);
                    }
                }
                continue;
            };
            let width = lines.iter().map(|line| sketch.width_of(line, ink)).fold(0.0, f64::max) + 4.0;
            let height = step * lines.len() as f64;
            let boxed = |top: f64| Rect::new(band.center().x - width / 2.0, top, width, height);
            let highest = band.bottom() - 6.0 - height;
            let mut tops = (0..12).map(|i| highest - f64::from(i) * 14.0);
            let free = |area: &Rect| {
                sketch.is_free(*area, band.grown(1.0)) && !obstacles.iter().any(|[a, b]| label::crosses(area.grown(1.0), *a, *b))
            };
            let Some(area) = tops.by_ref().map(boxed).find(free) else { continue };
            sketch.ground(area, picture.palette().background);
            for (i, line) in lines.iter().enumerate() {
                let baseline = Point::new(area.center().x, area.y + step * (i as f64 + 0.74));
                sketch.text(line, baseline, Anchor::Middle, ink, None);
            }
        }
    }

    /// Where a dot stands.
    fn point(&self, year: f64, value: f64) -> Point {
        Point::new(self.across.map(year), self.up.map(value))
    }

    /// Joins the dots of a series by dashed lines that are not data, draws the cap that the peak sets, and returns what
    /// labels must keep clear of.
    pub(super) fn connect(&self, picture: &Picture<'_>, sketch: &mut Sketch<'_>, series: &Series) -> Vec<Obstacle> {
        let palette = picture.palette();
        let mut obstacles = Vec::new();
        let points: Vec<Point> = series.dots.iter().map(|dot| self.point(dot.year, dot.value)).collect();
        // A dot is an obstacle too: no label stands on another dot.
        for point in &points {
            let (x, y) = (point.x, point.y);
            obstacles.push([Point::new(x - RADIUS, y), Point::new(x + RADIUS, y)]);
            obstacles.push([Point::new(x, y - RADIUS), Point::new(x, y + RADIUS)]);
        }
        if picture.option("connectors") == "off" || !series.ordered {
            return obstacles;
        }
        let stroke = Stroke { color: palette.accent, width: 1.5 };
        for (from, to) in points.iter().zip(points.iter().skip(1)) {
            let inset = (RADIUS + 3.0) / from.distance(*to).max(1.0);
            let between = |t: f64| Point::new(from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * t);
            let ends = [between(inset.min(0.5)), between(1.0 - inset.min(0.5))];
            sketch.line(&ends, stroke, Some(DASH), Role::Connector, None);
            obstacles.push([*from, *to]);
        }
        obstacles
    }

    /// Draws the fall from the peak as an arrow at the last dot, from a thin line at the height of the peak.
    pub(super) fn fall(&self, picture: &Picture<'_>, sketch: &mut Sketch<'_>, series: &Series, obstacles: &mut Vec<Obstacle>) {
        let palette = picture.palette();
        let Some((_, _, _, from, to)) = self.fall_of(series) else { return };
        let stroke = Stroke { color: palette.muted, width: 1.0 };
        let cap = [Point::new(from.x + RADIUS + 4.0, from.y), Point::new(to.x, from.y)];
        let drop = [cap[1], Point::new(to.x, to.y - RADIUS - 5.0)];
        sketch.line(&cap, stroke, Some(Dash { on: 1.0, off: 3.0 }), Role::Axis, None);
        sketch.line(&drop, stroke, None, Role::Axis, None);
        let tip = drop[1];
        let head = [Point::new(tip.x - 3.5, tip.y - 6.0), tip, Point::new(tip.x + 3.5, tip.y - 6.0)];
        sketch.line(&head, stroke, None, Role::Axis, None);
        obstacles.push(cap);
        obstacles.push(drop);
    }

    /// Says how far the fall is: to the left of its arrow, below the line of the peak or above it, wherever nothing is touched.
    pub(super) fn name_fall(
        &self,
        picture: &Picture<'_>,
        sketch: &mut Sketch<'_>,
        series: &Series,
        panel: usize,
        obstacles: &[Obstacle],
    ) {
        let Some((id, figure, label, from, to)) = self.fall_of(series) else { return };
        let palette = picture.palette();
        let bold = Ink::new(Type::Label, Weight::Bold, palette.ink, Role::Figure);
        let plain = Ink::new(Type::Small, Weight::Regular, palette.muted, Role::Label);
        let (line, small) = (sketch.frame.line(Type::Label), sketch.frame.line(Type::Small));
        let width = sketch.width_of(figure, bold).max(sketch.width_of(label, plain));
        let boxed = |right: f64, top: f64| Rect::new(right - width, top, width, line + small);
        let touches = |area: &Rect| obstacles.iter().any(|[a, b]| label::crosses(area.grown(1.0), *a, *b));
        let free = |area: &Rect| sketch.is_free(*area, self.area.grown(0.5)) && !touches(area);
        let wanted = [boxed(to.x - 8.0, from.y + 4.0), boxed(to.x - 8.0, from.y - line - small - 3.0)];
        // Where the plot is crowded, any free place near the arrow will do: by rows from the top, in each from the right.
        let step = 8.0;
        let (rows, columns) = ((self.area.height / step) as i32, (self.area.width / step) as i32);
        let anywhere = (0..rows).flat_map(|row| {
            let top = self.area.y + f64::from(row) * step;
            (0..columns).map(move |column| boxed(self.area.right() - f64::from(column) * step, top))
        });
        let place = wanted.into_iter().chain(anywhere).find(free);
        let Some(area) = place else { return };
        let datum = sketch.datum(id, panel, area, Point::new(to.x, (from.y + to.y) / 2.0));
        sketch.ground(area, palette.background);
        let x = area.right();
        sketch.text(figure, Point::new(x, area.y + line * 0.74), Anchor::End, bold, Some(datum));
        sketch.text(label, Point::new(x, area.y + line + small * 0.7), Anchor::End, plain, Some(datum));
    }

    /// The fall of a series with the points that it runs from and to.
    fn fall_of<'s>(&self, series: &'s Series) -> Option<(&'static str, &'s str, &'static str, Point, Point)> {
        let (id, figure, label) = series.fall.as_ref()?;
        let peak = series.dots.iter().max_by(|a, b| a.value.total_cmp(&b.value))?;
        let last = series.dots.last()?;
        let points = (self.point(peak.year, peak.value), self.point(last.year, last.value));
        Some((id, figure, label, points.0, points.1))
    }

    /// Draws the dots with their figures, and the printed year of those that stand elsewhere.
    pub(super) fn dots(
        &self,
        picture: &Picture<'_>,
        sketch: &mut Sketch<'_>,
        series: &Series,
        panel: usize,
        obstacles: &[Obstacle],
    ) {
        let palette = picture.palette();
        let stroke = Stroke { color: palette.accent, width: 2.5 };
        let figure = Ink::new(Type::Figure, Weight::Bold, palette.accent, Role::Figure);
        let remark = Ink::new(Type::Small, Weight::Regular, palette.remark, Role::Printed);
        for dot in &series.dots {
            let center = self.point(dot.year, dot.value);
            let datum = sketch.datum(dot.id, panel, Rect::new(center.x, center.y, 0.0, 0.0).grown(RADIUS + 2.0), center);
            let circle = Geometry::Circle {
                center,
                radius: RADIUS,
                fill: Some(if dot.hollow { palette.background } else { palette.accent }),
                stroke: dot.hollow.then_some(stroke),
            };
            sketch.shape(circle, Role::Mark, Some(datum));
            let mut lines = vec![Line { text: &dot.figure, ink: figure }];
            if let Some(printed) = &dot.printed {
                lines.push(Line { text: printed, ink: remark });
            }
            // Room to the left of the plot belongs to the value axis, above it to nothing else.
            let limits = Rect::between(
                self.area.x + 2.0,
                self.area.y - sketch.frame.line(Type::Label),
                self.area.right(),
                self.area.bottom() - 2.0,
            );
            let taken =
                label::place(sketch, &lines, center, RADIUS + 4.0, limits, obstacles, (datum, palette.background, self.area));
            sketch.extend(datum, taken);
        }
    }

    /// Names the years of the dots under the axis and tells where the next line may start.
    pub(super) fn years(&self, picture: &Picture<'_>, sketch: &mut Sketch<'_>, series: &Series, ink: Ink) -> f64 {
        let palette = picture.palette();
        let stroke = Stroke { color: palette.ink, width: 1.0 };
        let y = self.area.bottom();
        let mut bottom = y + 7.0 + sketch.frame.line(Type::Small);
        let ink = Ink { color: palette.ink, ..ink };
        for dot in &series.dots {
            let x = self.across.map(dot.year);
            sketch.line(&[Point::new(x, y), Point::new(x, y + 5.0)], stroke, None, Role::Axis, None);
            let mut text = (dot.year as i64).to_string();
            if dot.hollow {
                text.push('†');
            }
            let half = sketch.width_of(&text, ink) / 2.0;
            let x = x.clamp(half, sketch.frame.width - half);
            let line = sketch.frame.line(Type::Small);
            let baseline = Point::new(x, y + 7.0 + sketch.frame.size(Type::Small));
            // Years too close to stand side by side take turns on the lines below.
            let rows = [0.0, 1.0, 2.0].map(|row| Point::new(x, baseline.y + row * line));
            let free = |at: &&Point| {
                let area = sketch.text_box(&text, **at, Anchor::Middle, ink);
                let area = Rect::new(area.x - 3.0, area.y + 3.0, area.width + 6.0, area.height - 3.0);
                sketch.is_free(area, area)
            };
            let at = rows.iter().find(free).copied().unwrap_or(baseline);
            sketch.text(&text, at, Anchor::Middle, ink, None);
            bottom = bottom.max(at.y + line * 0.4);
        }
        bottom
    }

    /// Draws the distances in years that the view names under the axis, and beneath them what the paper says of the whole span.
    pub(super) fn spans(&self, picture: &Picture<'_>, sketch: &mut Sketch<'_>, panel: usize, top: f64) -> f64 {
        let palette = picture.palette();
        let language = picture.frame.language;
        let mut bottom = top;
        let plain = Ink::new(Type::Small, Weight::Regular, palette.muted, Role::Figure);
        for derivation in picture.derivations() {
            if derivation.formula != Formula::YearsBetween {
                continue;
            }
            let mut years = derivation
                .inputs
                .iter()
                .filter_map(|input| picture.package.reading(input, Basis::Read).period?.year())
                .map(f64::from);
            let (Some(from), Some(to)) = (years.next(), years.next()) else {
                continue;
            };
            let text = words::describe_derivation(picture.package, derivation, language).figure();
            bottom = bottom.max(self.span(picture, sketch, (from, to), (derivation.id, &text), (panel, top), plain));
        }
        let remark = Ink { color: palette.remark, ..plain };
        let mut next = bottom;
        for observation in picture.observations(RowRole::Annotation) {
            if observation.kind != Kind::Date {
                continue;
            }
            let words = words::describe_observation(picture.package, observation, Basis::Printed, language);
            let whole = self.years;
            next = next.max(self.span(picture, sketch, whole, (observation.id, &words.as_printed()), (panel, bottom), remark));
        }
        next
    }

    /// One dimension line between two years with its text in the middle, or under it where it is too short.
    fn span(
        &self,
        picture: &Picture<'_>,
        sketch: &mut Sketch<'_>,
        years: (f64, f64),
        (id, text): (&'static str, &str),
        (panel, top): (usize, f64),
        ink: Ink,
    ) -> f64 {
        let stroke = Stroke { color: picture.palette().muted, width: 1.0 };
        let y = (top + sketch.frame.line(Type::Small) / 2.0).round();
        let (left, right) = (self.across.map(years.0) + 1.0, self.across.map(years.1) - 1.0);
        let middle = (left + right) / 2.0;
        let half = sketch.width_of(text, ink) / 2.0;
        // A text longer than its line keeps inside the picture.
        let middle = middle.min(sketch.frame.width - half).max(half);
        let line = sketch.frame.line(Type::Small);
        let mut baseline = Point::new(middle, y + sketch.frame.size(Type::Small) * 0.36);
        let row = Rect::new(0.0, y - line, sketch.frame.width, 2.0 * line);
        let beside = sketch.is_free(sketch.text_box(text, baseline, Anchor::Middle, ink), row);
        if !beside {
            baseline.y += line;
        }
        let words = sketch.text_box(text, baseline, Anchor::Middle, ink);
        let datum = sketch.datum(id, panel, words, Point::new(middle, y));
        for x in [left, right] {
            sketch.line(&[Point::new(x, y - 4.0), Point::new(x, y + 4.0)], stroke, None, Role::Axis, None);
        }
        for (from, to) in [(left, middle - half - 4.0), (middle + half + 4.0, right)] {
            if to > from {
                sketch.line(&[Point::new(from, y), Point::new(to, y)], stroke, None, Role::Axis, None);
            }
        }
        sketch.text(text, baseline, Anchor::Middle, ink, Some(datum));
        if beside { y + line } else { y + 2.0 * line }
    }
}
