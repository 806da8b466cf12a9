//! A wall of figures: what the articles print, each figure with its unit, what it is, and how sure it is. The figures have nothing in
//! common but the page, so all of them have one size.

use super::super::filter::is_rounded;
use super::super::sketch::{Ink, Sketch};
use super::super::{Tone, Type};
use super::pen::{BELOW, Columns, Pen, even};
use crate::data::{Comparator, Observation, Role as RowRole, Source};
use crate::scene::{Point, Role, Stroke, Weight};
use crate::words::{self, Description, Phrase};

/// The name of an article stands beside its figures from this width on, above them on anything narrower.
const BESIDE: f64 = 1000.0;
/// Figures are set in the largest type from this width on.
const LARGE: f64 = 700.0;
/// A figure has at least this much room for itself and its label, in CSS pixels at a text scale of 1.
const LEAST: f64 = 132.0;

/// From a figure to its unit where that stands behind it, in CSS pixels.
const UNIT: f64 = 3.0;

/// Draws the view and tells how high it is.
pub(in super::super) fn draw(pen: &mut Pen<'_, '_>) -> f64 {
    let picture = pen.picture;
    let _width = pen.sketch.frame.width;
    let mut all = Vec::new();
    for observation in picture.observations(RowRole::Mark) {
        let words = words::describe_observation(picture.package, observation, picture.basis(), pen.sketch.frame.language);
        all.push(Card { observation, words });
    }
    let wall = Wall::new(pen.sketch, &all);
    for these in all.chunk_by(same_article) {
        let mut passing = Vec::new();
        for card in these {
            if picture.admits(card.observation) {
                passing.push(card);
            }
        }
        if let Some(first) = passing.first() {
            pen.y += if pen.y > 0.0 { 34.0 } else { 1.0 };
            wall.group(pen, first.observation.source, &passing);
        }
    }
    if pen.y == 0.0 {
        pen.y = 8.0;
        let ink = Ink::new(Type::Name, Weight::Regular, Tone::Muted, Role::Prose);
        pen.write(Phrase::NothingPasses.get(picture.frame.language), ink);
    }
    pen.y + 6.0
}

/// A figure in words.
struct Card {
    observation: &'static Observation,
    words: Description,
}

fn same_article(a: &Card, b: &Card) -> bool {
    a.observation.source.id == b.observation.source.id
}

/// The columns that every group keeps, whatever the filters leave of it.
struct Wall {
    /// Width of the names of the articles beside their figures; 0 where they stand above.
    rail: f64,
    columns: Columns,
    /// The one size of all figures.
    size: Type,
    /// How far units stand behind their figures where all of them have room there; else all of them stand below.
    unit: f64,
}

impl Wall {
    #[inline(never)]
    fn new(sketch: &Sketch<'_>, all: &[Card]) -> Self {
        let width = sketch.frame.width;
        let rail = if width >= BESIDE { (width * 0.17).round() } else { 0.0 };
        let gutter = if width < 600.0 { 16.0 } else { 24.0 };
        let room = width - if rail > 0.0 { rail + gutter } else { 0.0 };
        let label = Ink::new(Type::Label, Weight::Regular, Tone::Ink, Role::Label);
        let unit = Ink { kind: Type::Name, weight: Weight::Bold, ..label };
        let headline = Ink { kind: Type::Headline, ..unit };
        let mut least = LEAST * sketch.frame.text_scale;
        for Card { words, .. } in all {
            least = least.max(sketch.width_of(&words.unmarked_figure(), headline));
            least = least.max(sketch.width_of(&words.marked_unit(), unit));
            // No room at all breaks a text wherever it may break.
            least = least.max(sketch.widest(&sketch.wrap(words.label, 0.0, label), label));
        }
        let most = ((room + gutter) / (least + gutter)) as usize;
        let mut largest = 0;
        for these in all.chunk_by(same_article) {
            largest = largest.max(these.len());
        }
        let count = even(largest, most);
        let column = ((room + gutter) / count as f64 - gutter).floor();
        let fits = |size: Type| {
            all.iter().all(|Card { words, .. }| {
                let figure = sketch.width_of(&words.unmarked_figure(), Ink { kind: size, ..unit });
                figure + UNIT + sketch.width_of(&words.marked_unit(), unit) <= column
            })
        };
        let size = if width >= LARGE && fits(Type::Display) { Type::Display } else { Type::Headline };
        let unit = if fits(size) { UNIT } else { BELOW };
        Self { rail, columns: Columns { count, gutter, gap: 29.0 }, size, unit }
    }

    /// Draws what passes of an article under its name.
    #[inline(never)]
    fn group(&self, pen: &mut Pen<'_, '_>, source: &'static Source, passing: &[&Card]) {
        let picture = pen.picture;
        let color = Tone::of(source);
        let ends = [Point::new(1.0, pen.y), Point::new(pen.width - 1.0, pen.y)];
        pen.sketch.line(&ends, Stroke { color, width: 2.0 }, None, Role::Axis, None);
        pen.sketch.panel(source.id);
        pen.y += 9.0;
        // Figures grow less than names with the reader's text.
        let kind = if pen.width < LARGE * picture.frame.text_scale { Type::Name } else { Type::Figure };
        let mut beside = pen.rail((self.rail, self.columns.gutter));
        pen.write(picture.name_of_option("article", source.id), Ink::new(kind, Weight::Bold, color, Role::Label));
        let small = Ink::new(Type::Small, Weight::Regular, Tone::Muted, Role::Prose);
        pen.behind(source.headline.get(picture.frame.language), small, 12.0);
        pen.y += 14.0;
        beside.turn(pen, 2.0);
        let (left, width) = (pen.x, pen.width);
        let mut grid = pen.grid(self.columns);
        for (i, card) in passing.iter().enumerate() {
            grid.next(pen);
            if i > 0 && i % self.columns.count == 0 {
                pen.sketch.rule((left, left + width), (pen.y - 14.0).round() + 0.5);
            }
            pen.open(card.words.id);
            self.cell(pen, card);
            pen.close();
        }
        grid.end(pen);
        beside.end(pen);
    }

    /// One figure with all that is said of it.
    fn cell(&self, pen: &mut Pen<'_, '_>, card: &Card) {
        let label = Ink::new(Type::Label, Weight::Regular, Tone::Ink, Role::Label);
        pen.figure(&card.words, (self.size, Tone::of(card.observation.source)), self.unit);
        let (name, wording) = card.words.label_and_wording();
        pen.write(name, label);
        pen.write(wording.unwrap_or_default(), Ink { color: Tone::Remark, role: Role::Printed, ..label });
        pen.y += 3.0;
        certainty(pen, card);
    }
}

/// Says in a word how sure a figure is, behind a small picture of what it leaves possible.
#[inline(never)]
fn certainty(pen: &mut Pen<'_, '_>, card: &Card) {
    let doubted = !card.words.marks.is_empty();
    let (phrase, color) = match card.words.comparator {
        Comparator::Greater | Comparator::GreaterOrEqual => (Phrase::LowerBound, Tone::Ink),
        Comparator::Less | Comparator::LessOrEqual => (Phrase::UpperBound, Tone::Ink),
        Comparator::CloseBelow => (Phrase::Nearly, Tone::Ink),
        Comparator::CloseAbove => (Phrase::JustOver, Tone::Ink),
        Comparator::About => (Phrase::Approximate, Tone::Ink),
        Comparator::Equal if is_rounded(card.observation) => (Phrase::Rounded, Tone::Muted),
        Comparator::Equal if doubted => (Phrase::Doubted, Tone::Remark),
        Comparator::Equal => (Phrase::Exact, Tone::Muted),
    };
    let ink = Ink::new(Type::Small, Weight::Regular, color, Role::Label);
    let middle = Point::new(pen.x, (pen.y + pen.sketch.frame.line(ink.kind) / 2.0).round());
    let right = sign(pen.sketch, phrase, middle, color, pen.datum);
    let mut text = phrase.get(pen.picture.frame.language).to_owned();
    if doubted {
        text.push(' ');
        text.push_str(&card.words.marks);
    }
    pen.item(&text, ink, BELOW, right + 6.0 - pen.x);
}

/// A piece of a number line: the figure on it, and where the value may be. Returns its right end.
#[inline(never)]
fn sign(sketch: &mut Sketch<'_>, phrase: Phrase, at: Point, color: Tone, datum: Option<usize>) -> f64 {
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
    for (goes, side) in &[(left, -1.0), (right, 1.0)] {
        if !goes {
            continue;
        }
        // The ends of a stroke lie within the reach.
        let end = side * (reach - stroke.width / 2.0);
        let to = |dx: f64| Point::new(center.x + dx, center.y);
        // Of what is only near, it is not printed how far it may be away: the line is broken.
        let (role, near, head) = match phrase {
            Phrase::LowerBound | Phrase::UpperBound => (Role::Open, end, (tip, tip)),
            Phrase::Rounded => (Role::Axis, end, (0.0, tip)),
            _ => (Role::Axis, end * 0.55, (reach * 0.25, 0.0)),
        };
        sketch.line(&[center, to(near)], stroke, None, role, datum);
        sketch.chevron(to(end), (*side, 0.0), head, stroke, (role, datum));
    }
    let hollow = !matches!(phrase, Phrase::Exact | Phrase::Rounded);
    let half = stroke.width / 2.0;
    sketch.dot(center, radius + half, (color, if hollow { stroke.width } else { 0.0 }), Role::Mark, datum);
    center.x + if right { reach } else { radius }
}
