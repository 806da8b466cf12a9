//! The members of a list: a square for each thing and its name. An open list ends in an open edge where the next square would stand.

use super::super::sketch::{Ink, Sketch};
use super::super::{Tone, Type};
use super::pen::{BELOW, Pen};
use crate::data::Comparator;
use crate::scene::{Point, Rect, Role, Stroke, Weight};
use crate::words::{Description, Phrase};

/// From a square to its name, in CSS pixels.
const INSET: f64 = 8.0;
/// Between two members on a line, in CSS pixels.
pub(super) const SPACE: f64 = 18.0;

/// Sets the members of a list so far behind each other, on as many lines as they need, or below each other.
pub(super) fn draw(pen: &mut Pen<'_, '_>, words: &Description, (kind, space): (Type, f64)) {
    let language = pen.picture.frame.language;
    pen.end.x = BELOW;
    for item in pen.picture.package.items_of(words.id) {
        member(pen, item.label.get(language), (kind, space));
    }
    if words.comparator == Comparator::GreaterOrEqual {
        // An open list ends in an open edge that points on, and words for it.
        let ink = Ink::new(kind, Weight::Regular, Tone::Muted, Role::Label);
        let square = square(pen, Phrase::AndOthers.get(language), ink, space);
        open(pen.sketch, &square, Stroke { color: Tone::Accent, width: 1.5 }, pen.datum);
    }
}

/// Sets one member: a square for one thing, and its name.
pub(super) fn member(pen: &mut Pen<'_, '_>, name: &str, (kind, space): (Type, f64)) {
    let square = square(pen, name, Ink::new(kind, Weight::Regular, Tone::Ink, Role::Label), space);
    pen.sketch.filled(&square, Tone::Accent, Role::Mark, pen.datum);
}

/// Sets the words of a member and tells where its square belongs.
fn square(pen: &mut Pen<'_, '_>, name: &str, ink: Ink, space: f64) -> Rect {
    let indent = indent(pen.sketch, ink.kind);
    let side = indent - INSET;
    let at = pen.item(name, ink, space, indent);
    let middle = at.y - pen.sketch.drop(ink.kind);
    Rect::new(at.x - indent, (middle - side / 2.0).round(), side, side)
}

/// How far the words of a member are set in, in CSS pixels.
pub(super) fn indent(sketch: &Sketch<'_>, kind: Type) -> f64 {
    (sketch.frame.size(kind) * 0.5).round() + INSET
}

/// Draws an open edge in the place of a square: it points on.
pub(super) fn open(sketch: &mut Sketch<'_>, square: &Rect, stroke: Stroke<Tone>, datum: Option<usize>) {
    let Point { x, y } = square.center();
    // Its ink lies within the square.
    let (high, wide) = ((square.width - stroke.width) / 2.0, (square.width - stroke.width) * 0.3);
    sketch.chevron(Point::new(x + wide, y), (1.0, 0.0), (2.0 * wide, high), stroke, (Role::Open, datum));
}
