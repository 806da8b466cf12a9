//! The members of a list: a square for each thing and its name. An open list ends in an open edge where the next square would stand.

use super::super::sketch::{Ink, Sketch};
use super::super::{Picture, Tone, Type};
use super::set::paragraph;
use crate::data::Comparator;
use crate::scene::{Geometry, Point, Rect, Role, Stroke, Weight};
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
    let language = picture.frame.language;
    let mut names: Vec<&str> = picture.package.items_of(words.id).iter().map(|item| item.label.get(language)).collect();
    let closed = names.len();
    if words.comparator == Comparator::GreaterOrEqual {
        names.push(Phrase::AndOthers.get(language));
    }
    let ink = Ink::new(kind, Weight::Regular, picture.palette().ink, Role::Label);
    let widths: Vec<f64> = names.iter().map(|name| indent(sketch, kind) + sketch.width_of(name, ink).ceil() + 1.0).collect();
    let gaps = names.len().saturating_sub(1).max(1) as f64;
    let spread = (place.width - widths.iter().sum::<f64>()) / gaps;
    let joined = run == Run::Joined && spread >= SPACE;
    let space = match run {
        _ if joined => spread,
        Run::Along(space) => space,
        Run::Down | Run::Joined => SPACE,
    };

    let line = sketch.frame.line(kind);
    let (mut x, mut y, mut bottom) = (place.x, place.y, place.y);
    for (i, (name, width)) in names.iter().zip(widths).enumerate() {
        if i > 0 && (run == Run::Down || x + width > place.right() + 0.5) {
            (x, y) = (place.x, bottom);
        }
        if joined && i > 0 {
            let middle = (y + line / 2.0).round();
            let ends = [Point::new(x - space + 9.0, middle), Point::new(x - 10.0, middle)];
            sketch.line(&ends, Stroke { color: picture.palette().accent, width: 2.0 }, None, Role::Axis, Some(datum));
        }
        let room = if run == Run::Down { place.width } else { width.min(place.width) };
        let own = Rect::new(x, y, room, 0.0);
        let end = if i < closed {
            member(picture, sketch, name, own, kind, datum)
        } else {
            others(picture, sketch, name, own, (kind, run), datum)
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
pub(super) fn member(picture: &Picture<'_>, sketch: &mut Sketch<'_>, name: &str, place: Rect, kind: Type, datum: usize) -> f64 {
    let palette = picture.palette();
    let side = side(sketch, kind);
    let top = (place.y + (sketch.frame.line(kind) - side) / 2.0).round();
    let rect = Rect::new(place.x, top, side, side);
    sketch.shape(Geometry::Rect { rect, fill: Some(palette.accent), stroke: None }, Role::Mark, Some(datum));
    let ink = Ink::new(kind, Weight::Regular, palette.ink, Role::Label);
    let inset = side + INSET;
    paragraph(sketch, name, Rect::new(place.x + inset, place.y, place.width - inset, 0.0), ink, Some(datum))
}

/// Ends an open list: an open edge that points on, and words for it.
fn others(
    picture: &Picture<'_>,
    sketch: &mut Sketch<'_>,
    name: &str,
    place: Rect,
    (kind, run): (Type, Run),
    datum: usize,
) -> f64 {
    let palette = picture.palette();
    let side = side(sketch, kind);
    let middle = Point::new(place.x + side / 2.0, place.y + sketch.frame.line(kind) / 2.0);
    open(sketch, (middle, side, run == Run::Down), Stroke { color: palette.accent, width: 1.5 }, datum);
    let ink = Ink::new(kind, Weight::Regular, palette.muted, Role::Label);
    let inset = side + INSET;
    paragraph(sketch, name, Rect::new(place.x + inset, place.y, place.width - inset, 0.0), ink, Some(datum))
}

/// Draws an open edge as wide as a square, that points down or to the right.
pub(super) fn open(sketch: &mut Sketch<'_>, (middle, side, down): (Point, f64, bool), stroke: Stroke<Tone>, datum: usize) {
    // Its ink lies within the width of the square.
    let (long, short) = ((side - stroke.width) / 2.0, (side - stroke.width) * 0.3);
    let edge = [(-long, -short), (0.0, short), (long, -short)];
    let edge = edge.map(|(along, on)| if down { (along, on) } else { (on, along) });
    let points = edge.map(|(x, y)| Point::new(middle.x + x, middle.y + y));
    sketch.line(&points, stroke, None, Role::Open, Some(datum));
}
