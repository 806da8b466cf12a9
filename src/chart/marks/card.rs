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
    let mut all = Vec::new();
    for observation in picture.observations(RowRole::Mark) {
        let words = words::describe_observation(picture.package, observation, picture.basis(), sketch.frame.language);
        all.push(Card { observation, words });
    }
    let wall = Wall::new(sketch, &all);
    let mut y = 0.0;
    for these in all.chunk_by(same_article) {
        let mut passing = Vec::new();
        for card in these {
            if picture.admits(card.observation) {
                passing.push(card);
            }
        }
        if let Some(first) = passing.first() {
            let top = if y > 0.0 { y + 34.0 } else { 0.0 };
            y = wall.group(picture, sketch, first.observation.source, &passing, top);
        }
    }
    if y == 0.0 {
        let ink = Ink::new(Type::Name, Weight::Regular, Tone::Muted, Role::Prose);
        let place = Rect::new(0.0, 8.0, sketch.frame.width, 0.0);
        y = paragraph(sketch, Phrase::NothingPasses.get(picture.frame.language), place.origin(), place.width, ink, None);
    }
    y + 6.0
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
    columns: usize,
    column: f64,
    gutter: f64,
    /// The one size of all figures.
    size: Type,
    /// Whether every unit has room behind its figure; else all of them stand below.
    units_behind: bool,
}

impl Wall {
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
        let most = (((room + gutter) / (least + gutter)) as usize).clamp(1, all.len().max(1));
        let columns = balanced(all, most);
        let column = ((room + gutter) / columns as f64 - gutter).floor();

        // The first that fits is taken, else the last.
        let mut wall = Self { rail, columns, column, gutter, size: Type::Headline, units_behind: false };
        for (size, behind) in [(Type::Display, true), (Type::Headline, true), (Type::Display, false)] {
            let number = Ink { kind: size, ..unit };
            let fits = |card: &Card| {
                let unit = if behind { 4.0 + sketch.width_of(&card.words.marked_unit(), unit) } else { 0.0 };
                sketch.width_of(&card.words.unmarked_figure(), number) + unit <= column
            };
            if (size == Type::Headline || width >= LARGE) && all.iter().all(fits) {
                (wall.size, wall.units_behind) = (size, behind);
                break;
            }
        }
        wall
    }

    /// Draws what passes of an article under its name, from `top` on, and tells where it ends.
    fn group(&self, picture: &Picture<'_>, sketch: &mut Sketch<'_>, source: &'static Source, passing: &[&Card], top: f64) -> f64 {
        let color = Tone::of(source);
        let width = sketch.frame.width;
        let ends = [Point::new(1.0, top + 1.0), Point::new(width - 1.0, top + 1.0)];
        sketch.line(&ends, Stroke { color, width: 2.0 }, None, Role::Axis, None);
        let panel = sketch.band(source.id, top);
        let beneath = self.name(picture, sketch, source, top + 10.0);
        let beside = self.rail > 0.0;
        let left = if beside { self.rail + self.gutter } else { 0.0 };
        let mut y = if beside { top + 12.0 } else { beneath + 14.0 };
        let mut bottom = if beside { beneath } else { y };
        for (i, card) in passing.iter().enumerate() {
            let column = i % self.columns;
            if i > 0 && column == 0 {
                y = (bottom + 15.0).round() + 0.5;
                sketch.rule((left, width), y);
                y += 14.0;
            }
            let x = left + column as f64 * (self.column + self.gutter);
            let end = self.cell(sketch, card, Rect::new(x, y, self.column, 0.0), panel);
            bottom = if column == 0 { end.max(y) } else { bottom.max(end) };
        }
        if beside { bottom.max(beneath) } else { bottom }
    }

    /// Names an article: by its subject, and by its headline in small print.
    fn name(&self, picture: &Picture<'_>, sketch: &mut Sketch<'_>, source: &'static Source, top: f64) -> f64 {
        let color = Tone::of(source);
        // Figures grow less than names with the reader's text.
        let kind = if sketch.frame.width < LARGE * sketch.frame.text_scale { Type::Name } else { Type::Figure };
        let name = Ink::new(kind, Weight::Bold, color, Role::Label);
        let small = Ink::new(Type::Small, Weight::Regular, Tone::Muted, Role::Prose);
        let width = if self.rail > 0.0 { self.rail } else { sketch.frame.width };
        let subject = picture.name_of_option("article", source.id);
        let headline = source.headline.get(sketch.frame.language);
        let behind = sketch.width_of(subject, name) + 12.0;
        if behind + sketch.width_of(headline, small) <= width {
            let baseline = sketch.baseline(top, kind);
            sketch.text(subject, Point::new(0.0, baseline), Anchor::Start, name, None);
            sketch.text(headline, Point::new(behind, baseline), Anchor::Start, small, None);
            return top + sketch.frame.line(kind);
        }
        let y = paragraph(sketch, subject, Point::new(0.0, top), width, name, None);
        paragraph(sketch, headline, Point::new(0.0, y + 2.0), width, small, None)
    }

    /// One figure with all that is said of it. Returns where it ends.
    fn cell(&self, sketch: &mut Sketch<'_>, card: &Card, place: Rect, panel: usize) -> f64 {
        let color = Tone::of(card.observation.source);
        let label = Ink::new(Type::Label, Weight::Regular, Tone::Ink, Role::Label);
        let printed = Ink { color: Tone::Remark, role: Role::Printed, ..label };
        let datum = sketch.unplaced(card.words.id, panel);
        let room = Rect { width: if self.units_behind { place.width } else { 0.0 }, ..place };
        let set = figure(sketch, &card.words, datum, room.origin(), room.width, (self.size, color));
        let (name, wording) = card.words.label_and_wording();
        let mut below = Rect { y: set.baseline + 7.0, ..place };
        below.y = paragraph(sketch, name, below.origin(), below.width, label, Some(datum));
        below.y = paragraph(sketch, wording.unwrap_or_default(), below.origin(), below.width, printed, Some(datum)) + 3.0;
        let bottom = certainty(sketch, card, below, datum);
        let area = Rect::between(place.x, place.y, place.right(), bottom);
        sketch.settle_under(datum, &area, area.width / 2.0);
        bottom
    }
}

/// As many columns as leave the fewest places empty at the ends of the groups, of those that use the room; the more the better.
fn balanced(all: &[Card], most: usize) -> usize {
    let (mut best, mut fewest) = (1, usize::MAX);
    for columns in most / 2 + 1..=most {
        let mut empty = 0;
        for these in all.chunk_by(same_article) {
            empty += these.len().next_multiple_of(columns) - these.len();
        }
        if empty <= fewest {
            (best, fewest) = (columns, empty);
        }
    }
    best
}

/// Says in a word how sure a figure is, behind a small picture of what it leaves possible. Returns where it ends.
fn certainty(sketch: &mut Sketch<'_>, card: &Card, place: Rect, datum: usize) -> f64 {
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
    let middle = Point::new(place.x, (place.y + sketch.frame.line(Type::Small) / 2.0).round());
    let right = sign(sketch, phrase, middle, (color, Tone::Background), datum);
    let mut text = phrase.get(sketch.frame.language).to_owned();
    if doubted {
        text.push(' ');
        text.push_str(&card.words.marks);
    }
    let behind = Rect::between(right + 6.0, place.y, place.right(), place.y);
    paragraph(sketch, &text, behind.origin(), behind.width, ink, Some(datum))
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
    for (goes, side) in &[(left, -1.0), (right, 1.0)] {
        if !goes {
            continue;
        }
        // The ends of a stroke lie within the reach.
        let end = side * (reach - stroke.width / 2.0);
        let to = |dx: f64, dy: f64| Point::new(center.x + dx, center.y + dy);
        // Of what is only near, it is not printed how far it may be away: the line is broken.
        let (role, near, far) = match phrase {
            Phrase::LowerBound | Phrase::UpperBound => {
                (Role::Open, end, [to(end - side * tip, -tip), to(end, 0.0), to(end - side * tip, tip)])
            }
            Phrase::Rounded => (Role::Axis, end, [to(end, -tip), to(end, tip), center]),
            _ => (Role::Axis, end * 0.55, [to(end * 0.75, 0.0), to(end, 0.0), center]),
        };
        sketch.line(&[center, to(near, 0.0)], stroke, None, role, Some(datum));
        let corners = if role == Role::Open { 3 } else { 2 };
        sketch.line(far.get(..corners).unwrap_or_default(), stroke, None, role, Some(datum));
    }
    let hollow = !matches!(phrase, Phrase::Exact | Phrase::Rounded);
    let fill = Some(if hollow { background } else { color });
    sketch.shape(Geometry::Circle { center, radius, fill, stroke: Some(stroke) }, Role::Mark, Some(datum));
    center.x + if right { reach } else { radius }
}
