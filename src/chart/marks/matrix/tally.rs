//! How many there are, as the head of a group: the number large, what it counts behind it, a remark under both.

use super::super::super::sketch::{Ink, Sketch};
use super::super::super::{Tone, Type};
use super::super::set::{holds, lines, paragraph};
use crate::scene::{Anchor, Point, Role, Weight};

/// Draws a head from the left edge on, in the colour of its group, and tells where it ends. The number counts rows, so it is no datum's
/// figure.
pub(super) fn draw(sketch: &mut Sketch<'_>, (count, color): (usize, Tone), (name, remark): (&str, &str), top: f64) -> f64 {
    let width = sketch.frame.width;
    let large = Ink::new(Type::Headline, Weight::Bold, color, Role::Label);
    let bold = Ink::new(Type::Name, Weight::Bold, color, Role::Label);
    let plain = Ink::new(Type::Label, Weight::Regular, Tone::Muted, Role::Label);
    let mut baseline = top + sketch.frame.size(Type::Headline) * 0.92;
    let number = sketch.text(&count.to_string(), Point::new(0.0, baseline), Anchor::Start, large, None);
    // A word that is too long behind the number stands under it.
    let mut left = number.right() + 8.0;
    if !holds(sketch, name, width - left, bold) {
        left = 0.0;
        baseline += sketch.frame.line(Type::Name);
    }
    let bottom = lines(sketch, name, Point::new(left, baseline), width - left, bold, None) + 8.0;
    paragraph(sketch, remark, Point::new(0.0, bottom), width, plain, None)
}
