//! What stands in the plot of a time series: gaps, connectors, dots, years and the spans between them.

use super::super::scale::LinearScale;
use super::super::sketch::{Ink, Sketch};
use super::super::{Picture, Type};
use super::label::{self, Line, Obstacle};
use super::points::Series;
use crate::data::{Basis, Formula, Kind, Role as RowRole};
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
    /// Hatches the years between the first and the last of the picture that nothing is printed of, and those after the
    /// publication of the paper, for which nothing can have been printed.
    pub(super) fn gaps(&self, picture: &Picture<'_>, sketch: &mut Sketch<'_>, series: &Series, ink: Ink) {
        let years = self.years;
        let known: Vec<f64> = series.dots.iter().map(|dot| dot.year).collect();
        let unfinished = picture.year_of_publication().unwrap_or(f64::INFINITY);
        let mut start = None;
        let mut year = years.0;
        while year <= years.1 + 1.0 {
            let gap = year <= years.1 && year < unfinished && !known.contains(&year);
            match (gap, start) {
                (true, None) => start = Some(year),
                (false, Some(first)) => {
                    let phrase = Phrase::NotDisclosed.get(picture.frame.language);
                    self.gap(picture, sketch, (first, year - 1.0), phrase, ink);
                    start = None;
                }
                _ => {}
            }
            year += 1.0;
        }
        if years.1 >= unfinished {
            let phrase = Phrase::NoDataYet.get(picture.frame.language);
            self.gap(picture, sketch, (unfinished, years.1), phrase, ink);
        }
    }

    fn gap(&self, picture: &Picture<'_>, sketch: &mut Sketch<'_>, years: (f64, f64), text: &str, ink: Ink) {
        let palette = picture.palette();
        let (left, right) = (self.across.map(years.0 - 0.5), self.across.map(years.1 + 0.5));
        let rect = Rect::between(left.round(), self.area.y, right.round(), self.area.bottom());
        let stroke = Stroke { color: palette.hatch, width: 1.0 };
        let hatch = Geometry::Hatch { rect, spacing: 7.0, stroke };
        sketch.shape(hatch, Role::Gap, None);
        // The words stand at the foot of the band on a ground of their own; where they do not fit on one line, on several.
        let room = rect.width - 6.0;
        let lines = words::wrap(text, room, |text| sketch.width_of(text, ink));
        let widest = lines.iter().map(|line| sketch.width_of(line, ink)).fold(0.0, f64::max);
        if widest > room {
            return;
        }
        let step = sketch.frame.line(ink.kind);
        let height = step * lines.len() as f64;
        let top = rect.bottom() - 6.0 - height;
        let ground = Rect::new(rect.center().x - widest / 2.0 - 3.0, top, widest + 6.0, height);
        sketch.ground(ground, palette.background);
        for (i, line) in lines.iter().enumerate() {
            let baseline = top + step * (i as f64 + 0.74);
            sketch.text(line, Point::new(rect.center().x, baseline), Anchor::Middle, ink, None);
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
            obstacles.push([*point, *point]);
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
    pub(super) fn fall(
        &self,
        picture: &Picture<'_>,
        sketch: &mut Sketch<'_>,
        series: &Series,
        panel: usize,
        obstacles: &mut Vec<Obstacle>,
    ) {
        let palette = picture.palette();
        let by_value = |a: &&super::points::Dot, b: &&super::points::Dot| a.value.total_cmp(&b.value);
        let (Some((id, figure, label)), Some(peak), Some(last)) =
            (&series.fall, series.dots.iter().max_by(by_value), series.dots.last())
        else {
            return;
        };
        let (from, to) = (self.point(peak.year, peak.value), self.point(last.year, last.value));
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

        // The figure and what it is measured from, to the left of the arrow, flush with it.
        let bold = Ink::new(Type::Label, Weight::Bold, palette.ink, Role::Figure);
        let plain = Ink::new(Type::Small, Weight::Regular, palette.muted, Role::Label);
        let x = to.x - 8.0;
        let y = from.y + sketch.frame.line(Type::Label);
        let anchor = Point::new(to.x, (from.y + to.y) / 2.0);
        let figure_box = sketch.text_box(figure, Point::new(x, y), Anchor::End, bold);
        sketch.ground(figure_box.grown(1.0), palette.background);
        let datum = sketch.datum(id, panel, figure_box, anchor);
        sketch.text(figure, Point::new(x, y), Anchor::End, bold, Some(datum));
        let y = y + sketch.frame.line(Type::Small);
        let label_box = sketch.text_box(label, Point::new(x, y), Anchor::End, plain);
        if self.area.encloses(label_box, 0.0) {
            sketch.ground(label_box.grown(1.0), palette.background);
            sketch.text(label, Point::new(x, y), Anchor::End, plain, Some(datum));
            sketch.extend(datum, label_box);
        }
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
            let taken = label::place(sketch, &lines, center, RADIUS + 4.0, limits, obstacles, datum);
            sketch.extend(datum, taken);
        }
    }

    /// Names the years of the dots under the axis and tells where the next line may start.
    pub(super) fn years(&self, picture: &Picture<'_>, sketch: &mut Sketch<'_>, series: &Series, ink: Ink) -> f64 {
        let palette = picture.palette();
        let stroke = Stroke { color: palette.ink, width: 1.0 };
        let y = self.area.bottom();
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
            let baseline = y + 7.0 + sketch.frame.size(Type::Small);
            sketch.text(&text, Point::new(x, baseline), Anchor::Middle, ink, None);
        }
        y + 7.0 + sketch.frame.line(Type::Small)
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
            bottom = bottom.max(self.span(picture, sketch, (from, to), derivation.id, &text, (panel, top), plain));
        }
        let remark = Ink { color: palette.remark, ..plain };
        let mut next = bottom;
        for observation in picture.observations(RowRole::Annotation) {
            if observation.kind != Kind::Date {
                continue;
            }
            let words = words::describe_observation(picture.package, observation, Basis::Printed, language);
            let whole = self.years;
            next = next.max(self.span(picture, sketch, whole, observation.id, &words.as_printed(), (panel, bottom), remark));
        }
        next
    }

    /// One dimension line between two years with its text in the middle, or under it where it is too short.
    fn span(
        &self,
        picture: &Picture<'_>,
        sketch: &mut Sketch<'_>,
        years: (f64, f64),
        id: &'static str,
        text: &str,
        (panel, top): (usize, f64),
        ink: Ink,
    ) -> f64 {
        let stroke = Stroke { color: picture.palette().muted, width: 1.0 };
        let y = (top + sketch.frame.line(Type::Small) / 2.0).round();
        let (left, right) = (self.across.map(years.0) + 1.0, self.across.map(years.1) - 1.0);
        let middle = (left + right) / 2.0;
        let half = sketch.width_of(text, ink) / 2.0;
        let baseline = Point::new(middle, y + sketch.frame.size(Type::Small) * 0.36);
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
        y + sketch.frame.line(Type::Small)
    }
}
