//! The members of a list: a square for each thing and its name. An open list ends in an open edge where the next square would stand.

use super::super::sketch::{Ink, Sketch};
use super::super::{Picture, Tone, Type};
use super::set::paragraph;
use crate::data::Comparator;
use crate::scene::{Point, Rect, Role, Stroke, Weight};
use crate::words::{Description, Phrase};

/// From a square to its name, in CSS pixels.
const INSET: f64 = 8.0;
/// Between two members on a line, in CSS pixels.
pub(super) const SPACE: f64 = 18.0;

/// How members stand.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Run {
    /// Below each other.
    Down,
    /// Behind each other, so many CSS pixels apart, on as many lines as they need.
    Along(f64),
    /// From one end of a line to the other, joined by it; behind each other where that is too narrow.
    Joined,
}

/// Whether a list has members to show. One alone is what the list is called after.
pub(super) fn any(picture: &Picture<'_>, words: &Description) -> bool {
    picture.package.items_of(words.id).len() > 1
}

/// Sets the members of a list and tells where they end.
pub(super) fn draw(
    picture: &Picture<'_>,
    sketch: &mut Sketch<'_>,
    words: &Description,
    place: Rect,
    (kind, run): (Type, Run),
    datum: usize,
) -> f64 {
    let items = picture.package.items_of(words.id);
    let mut names = Vec::new();
    for item in items {
        names.push(item.label.get(picture.frame.language));
    }
    if words.comparator == Comparator::GreaterOrEqual {
        names.push(Phrase::AndOthers.get(picture.frame.language));
    }
    let ink = Ink::new(kind, Weight::Regular, Tone::Ink, Role::Label);
    let wide = |sketch: &Sketch<'_>, name: &str| indent(sketch, kind) + sketch.width_of(name, ink).ceil() + 1.0;
    let mut taken = 0.0;
    for name in &names {
        taken += wide(sketch, name);
    }
    let spread = (place.width - taken) / names.len().saturating_sub(1).max(1) as f64;
    let joined = run == Run::Joined && spread >= SPACE;
    let space = match run {
        _ if joined => spread,
        Run::Along(space) => space,
        Run::Down | Run::Joined => SPACE,
    };

    let middle = sketch.frame.line(kind) / 2.0;
    let (mut x, mut y, mut bottom) = (place.x, place.y, place.y);
    for (i, name) in names.iter().enumerate() {
        let width = wide(sketch, name);
        if i > 0 && (run == Run::Down || x + width > place.right() + 0.5) {
            (x, y) = (place.x, bottom);
        }
        if joined && i > 0 {
            let middle = (y + middle).round();
            let ends = [Point::new(x - space + 9.0, middle), Point::new(x - 10.0, middle)];
            sketch.line(&ends, Stroke { color: Tone::Accent, width: 2.0 }, None, Role::Axis, Some(datum));
        }
        let room = if run == Run::Down { place.width } else { width.min(place.width) };
        let own = Rect::new(x, y, room, 0.0);
        let end = if i < items.len() {
            member(sketch, name, own, kind, datum)
        } else {
            // An open list ends in an open edge that points on, and words for it.
            let side = side(sketch, kind);
            let edge = (Point::new(x + side / 2.0, y + middle), side, run == Run::Down);
            open(sketch, edge, Stroke { color: Tone::Accent, width: 1.5 }, datum);
            inset(sketch, name, own, Ink { color: Tone::Muted, ..ink }, datum)
        };
        bottom = bottom.max(end);
        x += width + space;
    }
    bottom
}

/// How far the words of a member are set in, in CSS pixels.
pub(super) fn indent(sketch: &Sketch<'_>, kind: Type) -> f64 {
    side(sketch, kind) + INSET
}

/// Side of a square, in CSS pixels.
fn side(sketch: &Sketch<'_>, kind: Type) -> f64 {
    (sketch.frame.size(kind) * 0.5).round()
}

/// Sets one member: a square for one thing, and its name.
pub(super) fn member(sketch: &mut Sketch<'_>, name: &str, place: Rect, kind: Type, datum: usize) -> f64 {
    let side = side(sketch, kind);
    let top = (place.y + (sketch.frame.line(kind) - side) / 2.0).round();
    sketch.filled(&Rect::new(place.x, top, side, side), Tone::Accent, Role::Mark, Some(datum));
    inset(sketch, name, place, Ink::new(kind, Weight::Regular, Tone::Ink, Role::Label), datum)
}

/// Sets the words of a member behind the place of its square.
fn inset(sketch: &mut Sketch<'_>, name: &str, mut place: Rect, ink: Ink, datum: usize) -> f64 {
    let inset = indent(sketch, ink.kind);
    place.x += inset;
    place.width -= inset;
    paragraph(sketch, name, place.origin(), place.width, ink, Some(datum))
}

/// Draws an open edge as wide as a square, that points down or to the right.
pub(super) fn open(sketch: &mut Sketch<'_>, (middle, side, down): (Point, f64, bool), stroke: Stroke<Tone>, datum: usize) {
    // Its ink lies within the width of the square.
    let (long, short) = ((side - stroke.width) / 2.0, (side - stroke.width) * 0.3);
    let mut points = [Point::new(-long, -short), Point::new(0.0, short), Point::new(long, -short)];
    for point in &mut points {
        let Point { x: along, y: on } = *point;
        *point = if down { Point::new(middle.x + along, middle.y + on) } else { Point::new(middle.x + on, middle.y + along) };
    }
    sketch.line(&points, stroke, None, Role::Open, Some(datum));
}
