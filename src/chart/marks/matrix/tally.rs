//! How many there are, as the head of a group: the number large, what it counts behind it, a remark under both.

use super::super::super::sketch::{Ink, Sketch};
use super::super::super::{Picture, Tone, Type};
use super::super::set::{holds, paragraph};
use crate::scene::{Anchor, Point, Rect, Role, Weight};

/// Draws a head from the left edge on, in the colour of its group, and tells where it ends. The number counts rows, so it is no datum's
/// figure.
pub(super) fn draw(
    picture: &Picture<'_>,
    sketch: &mut Sketch<'_>,
    (count, color): (usize, Tone),
    (name, remark): (&str, &str),
    top: f64,
) -> f64 {
    let width = sketch.frame.width;
    let large = Ink::new(Type::Headline, Weight::Bold, color, Role::Label);
    let bold = Ink::new(Type::Name, Weight::Bold, color, Role::Label);
    let plain = Ink::new(Type::Label, Weight::Regular, picture.palette().muted, Role::Label);
    let mut baseline = top + sketch.frame.size(Type::Headline) * 0.92;
    let number = sketch.text(&count.to_string(), Point::new(0.0, baseline), Anchor::Start, large, None);
    let behind = number.right() + 8.0;
    // A word that is too long behind the number stands under it.
    let fits = holds(sketch, name, width - behind, bold);
    let left = if fits { behind } else { 0.0 };
    for (i, line) in sketch.wrap(name, width - left, bold).iter().enumerate() {
        baseline += if i > 0 || !fits { sketch.frame.line(Type::Name) } else { 0.0 };
        sketch.text(line, Point::new(left, baseline), Anchor::Start, bold, None);
    }
    let bottom = baseline + 8.0;
    paragraph(sketch, remark, Rect::new(0.0, bottom, width, 0.0), plain, None)
}
