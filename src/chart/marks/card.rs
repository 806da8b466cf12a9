//! A wall of figures: what the articles print, each figure with its unit, what it is, and how sure it is. The figures have nothing in
//! common but the page, so all of them have one size.

use super::super::filter::is_rounded;
use super::super::sketch::{Ink, Sketch};
use super::super::{Picture, Tone, Type};
use super::set::{figure, paragraph};
use crate::data::{Comparator, Observation, Role as RowRole, Source};
use crate::scene::{Anchor, Geometry, Point, Rect, Role, Stroke, Weight};
use crate::words::{self, Description, Phrase};

/// The name of an article stands beside its figures from this width on, above them on anything narrower.
const BESIDE: f64 = 1000.0;
/// Figures are set in the largest type from this width on.
const LARGE: f64 = 700.0;
/// A figure has at least this much room for itself and its label, in CSS pixels at a text scale of 1.
const LEAST: f64 = 132.0;

/// Draws the view and tells how high it is.
pub(in super::super) fn draw(picture: &Picture<'_>, sketch: &mut Sketch<'_>) -> f64 {
    let all: Vec<&Observation> = picture.observations(RowRole::Mark).collect();
    let wall = Wall::new(picture, sketch, &all);
    let mut y = 0.0;
    let mut rest = all.as_slice();
    while let Some(first) = rest.first() {
        let source = first.source;
        let own = rest.iter().take_while(|observation| observation.source.id == source.id).count();
        let (these, others) = rest.split_at(own);
        rest = others;
        let passing: Vec<&Observation> = these.iter().copied().filter(|observation| picture.admits(observation)).collect();
        if !passing.is_empty() {
            y = wall.group(picture, sketch, source, &passing, if y > 0.0 { y + 34.0 } else { 0.0 });
        }
    }
    if y == 0.0 {
        let ink = Ink::new(Type::Name, Weight::Regular, picture.palette().muted, Role::Prose);
        let place = Rect::new(0.0, 8.0, sketch.frame.width, 0.0);
        y = paragraph(sketch, Phrase::NothingPasses.get(picture.frame.language), place, ink, None);
    }
    y + 6.0
}

/// The columns that every group keeps, whatever the filters leave of it.
struct Wall {
    /// Width of the names of the articles beside their figures; 0 where they stand above.
    rail: f64,
    columns: usize,
    column: f64,
    gutter: f64,
    /// The one size of all figures.
    size: Type,
    /// Whether every unit has room behind its figure; else all of them stand below.
    units_behind: bool,
}

impl Wall {
    fn new(picture: &Picture<'_>, sketch: &Sketch<'_>, all: &[&Observation]) -> Self {
        let width = sketch.frame.width;
        let rail = if width >= BESIDE { (width * 0.17).round() } else { 0.0 };
        let gutter = if width < 600.0 { 16.0 } else { 24.0 };
        let room = width - if rail > 0.0 { rail + gutter } else { 0.0 };
        let words = |observation: &&Observation| {
            words::describe_observation(picture.package, observation, picture.basis(), sketch.frame.language)
        };
        let all: Vec<(&str, Description)> = all.iter().map(|observation| (observation.source.id, words(observation))).collect();

        let ink = |kind| Ink::new(kind, Weight::Bold, picture.palette().ink, Role::Figure);
        let label = Ink { weight: Weight::Regular, ..ink(Type::Label) };
        let number = |words: &Description, size| sketch.width_of(&words.unmarked_figure(), ink(size));
        let unit = |words: &Description| sketch.width_of(&words.marked_unit(), ink(Type::Name));
        let mut least = LEAST * sketch.frame.text_scale;
        for (_, words) in &all {
            least = least.max(number(words, Type::Headline)).max(unit(words));
            // No room at all breaks a text wherever it may break.
            for piece in sketch.wrap(words.label, 0.0, label) {
                least = least.max(sketch.width_of(&piece, label));
            }
        }
        let most = (((room + gutter) / (least + gutter)) as usize).clamp(1, all.len().max(1));
        let columns = balanced(&all, most);
        let column = ((room + gutter) / columns as f64 - gutter).floor();

        let fits = |size, behind: bool| {
            let taken = |words: &Description| number(words, size) + if behind { 4.0 + unit(words) } else { 0.0 };
            all.iter().all(|(_, words)| taken(words) <= column)
        };
        let large = width >= LARGE;
        let (size, units_behind) = match () {
            () if large && fits(Type::Display, true) => (Type::Display, true),
            () if fits(Type::Headline, true) => (Type::Headline, true),
            () if large && fits(Type::Display, false) => (Type::Display, false),
            () => (Type::Headline, false),
        };
        Self { rail, columns, column, gutter, size, units_behind }
    }

    /// Draws what passes of an article under its name, from `top` on, and tells where it ends.
    fn group(
        &self,
        picture: &Picture<'_>,
        sketch: &mut Sketch<'_>,
        source: &'static Source,
        passing: &[&Observation],
        top: f64,
    ) -> f64 {
        let color = Tone::of(source);
        let width = sketch.frame.width;
        let (rule, hairline) = (Stroke { color, width: 2.0 }, Stroke { color: picture.palette().grid, width: 1.0 });
        sketch.line(&[Point::new(1.0, top + 1.0), Point::new(width - 1.0, top + 1.0)], rule, None, Role::Axis, None);
        let panel = sketch.panel(source.id, Rect::new(0.0, top, width, 0.0));
        let beneath = self.name(picture, sketch, source, top + 10.0);
        let left = if self.rail > 0.0 { self.rail + self.gutter } else { 0.0 };
        let mut y = if self.rail > 0.0 { top + 12.0 } else { beneath + 14.0 };
        for (i, row) in passing.chunks(self.columns).enumerate() {
            if i > 0 {
                let line = (y + 15.0).round() + 0.5;
                sketch.line(&[Point::new(left, line), Point::new(width, line)], hairline, None, Role::Decoration, None);
                y = line + 14.0;
            }
            let mut bottom = y;
            for (column, observation) in row.iter().enumerate() {
                let x = left + column as f64 * (self.column + self.gutter);
                let words = words::describe_observation(picture.package, observation, picture.basis(), sketch.frame.language);
                let place = Rect::new(x, y, self.column, 0.0);
                bottom = bottom.max(self.cell(picture, sketch, (observation, &words), place, panel));
            }
            y = bottom;
        }
        y.max(if self.rail > 0.0 { beneath } else { 0.0 })
    }

    /// Names an article: by its subject, and by its headline in small print.
    fn name(&self, picture: &Picture<'_>, sketch: &mut Sketch<'_>, source: &'static Source, top: f64) -> f64 {
        let language = sketch.frame.language;
        let palette = picture.palette();
        let color = Tone::of(source);
        // Figures grow less than names with the reader's text.
        let kind = if sketch.frame.width < LARGE * sketch.frame.text_scale { Type::Name } else { Type::Figure };
        let name = Ink::new(kind, Weight::Bold, color, Role::Label);
        let small = Ink::new(Type::Small, Weight::Regular, palette.muted, Role::Prose);
        let width = if self.rail > 0.0 { self.rail } else { sketch.frame.width };
        let subject = picture.name_of_option("article", source.id);
        let headline = source.headline.get(language);
        let behind = sketch.width_of(subject, name) + 12.0;
        let line = sketch.frame.line(kind);
        let baseline = top + line / 2.0 + sketch.frame.size(kind) * 0.36;
        if behind + sketch.width_of(headline, small) <= width {
            sketch.text(subject, Point::new(0.0, baseline), Anchor::Start, name, None);
            sketch.text(headline, Point::new(behind, baseline), Anchor::Start, small, None);
            return top + line;
        }
        let y = paragraph(sketch, subject, Rect::new(0.0, top, width, 0.0), name, None);
        paragraph(sketch, headline, Rect::new(0.0, y + 2.0, width, 0.0), small, None)
    }

    /// One figure with all that is said of it. Returns where it ends.
    fn cell(
        &self,
        picture: &Picture<'_>,
        sketch: &mut Sketch<'_>,
        (observation, words): (&Observation, &Description),
        place: Rect,
        panel: usize,
    ) -> f64 {
        let palette = picture.palette();
        let color = Tone::of(observation.source);
        let label = Ink::new(Type::Label, Weight::Regular, palette.ink, Role::Label);
        let printed = Ink { color: palette.remark, role: Role::Printed, ..label };
        let datum = sketch.datum(words.id, panel, place, place.center());
        let room = Rect { width: if self.units_behind { place.width } else { 0.0 }, ..place };
        let set = figure(sketch, words, datum, room, (self.size, color));
        let below = |y: f64| Rect { y, ..place };
        let (name, wording) = words.label_and_wording();
        let mut y = paragraph(sketch, name, below(set.baseline + 7.0), label, Some(datum));
        if let Some(wording) = wording {
            y = paragraph(sketch, wording, below(y), printed, Some(datum));
        }
        y = certainty(picture, sketch, (observation, words), below(y + 3.0), datum);
        let area = Rect::between(place.x, place.y, place.right(), y);
        sketch.settle(datum, area, Point::new(area.center().x, area.y));
        y
    }
}

/// As many columns as leave the fewest places empty at the ends of the groups, of those that use the room; the more the better.
fn balanced(all: &[(&str, Description)], most: usize) -> usize {
    let empty = |columns: usize| -> usize {
        let mut left = 0;
        let mut rest = all;
        while let Some((source, _)) = rest.first() {
            let own = rest.iter().take_while(|(other, _)| other == source).count();
            left += own.next_multiple_of(columns) - own;
            rest = rest.get(own..).unwrap_or_default();
        }
        left
    };
    (most / 2 + 1..=most).rev().min_by_key(|columns| empty(*columns)).unwrap_or(1)
}

/// Says in a word how sure a figure is, behind a small picture of what it leaves possible. Returns where it ends.
fn certainty(
    picture: &Picture<'_>,
    sketch: &mut Sketch<'_>,
    (observation, words): (&Observation, &Description),
    place: Rect,
    datum: usize,
) -> f64 {
    let palette = picture.palette();
    let language = sketch.frame.language;
    let doubted = !words.marks.is_empty();
    let phrase = match words.comparator {
        Comparator::Greater | Comparator::GreaterOrEqual => Phrase::LowerBound,
        Comparator::Less | Comparator::LessOrEqual => Phrase::UpperBound,
        Comparator::CloseBelow => Phrase::Nearly,
        Comparator::CloseAbove => Phrase::JustOver,
        Comparator::About => Phrase::Approximate,
        Comparator::Equal if is_rounded(observation) => Phrase::Rounded,
        Comparator::Equal if doubted => Phrase::Doubted,
        Comparator::Equal => Phrase::Exact,
    };
    let color = match phrase {
        Phrase::Exact | Phrase::Rounded => palette.muted,
        Phrase::Doubted => palette.remark,
        _ => palette.ink,
    };
    let ink = Ink::new(Type::Small, Weight::Regular, color, Role::Label);
    let line = sketch.frame.line(Type::Small);
    let middle = Point::new(place.x, (place.y + line / 2.0).round());
    let right = sign(sketch, phrase, middle, (color, palette.background), datum);
    let mut text = phrase.get(language).to_owned();
    if doubted {
        text.push(' ');
        text.push_str(&words.marks);
    }
    let behind = Rect::between(right + 6.0, place.y, place.right(), place.y);
    paragraph(sketch, &text, behind, ink, Some(datum))
}

/// A piece of a number line: the figure on it, and where the value may be. Returns its right end.
fn sign(sketch: &mut Sketch<'_>, phrase: Phrase, at: Point, (color, background): (Tone, Tone), datum: usize) -> f64 {
    let scale = sketch.frame.text_scale;
    let stroke = Stroke { color, width: 1.25 };
    let (reach, radius, tip) = (11.0 * scale, 2.75 * scale, 3.0 * scale);
    let (left, right) = match phrase {
        Phrase::LowerBound | Phrase::JustOver => (false, true),
        Phrase::UpperBound | Phrase::Nearly => (true, false),
        Phrase::Approximate | Phrase::Rounded => (true, true),
        _ => (false, false),
    };
    let start = if left { reach } else { radius + stroke.width / 2.0 };
    let center = Point::new(at.x + start, at.y);
    let to = |dx: f64, dy: f64| Point::new(center.x + dx, center.y + dy);
    let mut line = |points: &[Point], role| sketch.line(points, stroke, None, role, Some(datum));
    for (goes, side) in [(left, -1.0), (right, 1.0)] {
        if !goes {
            continue;
        }
        // The ends of a stroke lie within the reach.
        let end = side * (reach - stroke.width / 2.0);
        match phrase {
            Phrase::LowerBound | Phrase::UpperBound => {
                line(&[center, to(end, 0.0)], Role::Open);
                line(&[to(end - side * tip, -tip), to(end, 0.0), to(end - side * tip, tip)], Role::Open);
            }
            Phrase::Rounded => {
                line(&[center, to(end, 0.0)], Role::Axis);
                line(&[to(end, -tip), to(end, tip)], Role::Axis);
            }
            _ => {
                // How far it may be away is not printed.
                line(&[center, to(end * 0.55, 0.0)], Role::Axis);
                line(&[to(end * 0.75, 0.0), to(end, 0.0)], Role::Axis);
            }
        }
    }
    let hollow = !matches!(phrase, Phrase::Exact | Phrase::Rounded);
    let fill = Some(if hollow { background } else { color });
    sketch.shape(Geometry::Circle { center, radius, fill, stroke: Some(stroke) }, Role::Mark, Some(datum));
    center.x + if right { reach } else { radius }
}
