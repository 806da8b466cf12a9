//! How many there are, as the head of a group: the number large, what it counts behind it, a remark under both.

use super::super::super::sketch::Ink;
use super::super::super::{Tone, Type};
use super::super::pen::{Pen, digits};
use crate::scene::{Role, Weight};

/// Sets a head in the colour of its group. The number counts rows, so it is no datum's figure.
pub(super) fn draw(pen: &mut Pen<'_, '_>, (count, color): (usize, Tone), (name, remark): (&str, &str)) {
    let large = Ink::new(Type::Headline, Weight::Bold, color, Role::Label);
    pen.write(&digits(count), large);
    pen.behind(name, Ink { kind: Type::Name, ..large }, 8.0);
    pen.write(remark, Ink::new(Type::Label, Weight::Regular, Tone::Muted, Role::Label));
}
