//! Blocks: what is listed or said without a scale. A large figure, what it is, and its members.

use super::super::sketch::Ink;
use super::super::{Tone, Type};
use super::members;
use super::pen::{BELOW, Pen, small};
use crate::data::{Kind, Role as RowRole};
use crate::scene::{Role, Weight};
use crate::words::{self, Description};

/// From a figure to the words behind it, in CSS pixels.
pub(super) const SPACE: f64 = 8.0;

/// A row of the view, in words.
pub(super) struct Entry {
    pub(super) words: Description,
    pub(super) role: RowRole,
}

/// How a block is set.
#[derive(Clone, Copy)]
pub(super) struct Setting {
    pub(super) figure: (Type, Tone),
    pub(super) name: (Type, Weight),
    /// How far behind the figure the name stands where it fits there.
    pub(super) behind: f64,
    pub(super) members: (Type, f64),
}

impl Setting {
    /// A count that a picture is about, with its name below it.
    pub(super) const COUNT: Self = Self {
        figure: (Type::Headline, Tone::Accent),
        name: (Type::Name, Weight::Bold),
        behind: BELOW,
        members: (Type::Label, BELOW),
    };

    /// A count with its name behind it, where its marks stand beside both.
    pub(super) const LABELLED: Self = Self { name: (Type::Label, Weight::Regular), behind: SPACE, ..Self::COUNT };
}

/// Takes a label apart: what it names, and what it has in brackets.
pub(super) fn parts(label: &'static str) -> (&'static str, &'static str) {
    let (name, aside) = words::cut(label, '（').or_else(|| words::cut(label, '(')).unwrap_or((label, ""));
    (name.trim_ascii(), aside.strip_suffix(['）', ')']).unwrap_or(aside))
}

/// What a label names, as the first word of a line.
fn name_of(words: &Description) -> String {
    let mut name = parts(words.label).0.to_owned();
    if let Some(first) = name.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    name
}

/// Sets a block with its members.
pub(super) fn draw(pen: &mut Pen<'_, '_>, words: &Description, setting: Setting) {
    head(pen, words, setting);
    // One member alone is what a list is called after.
    if pen.picture.package.items_of(words.id).len() > 1 {
        members::draw(pen, words, setting.members);
    }
}

/// Sets a figure, its name, what stands in brackets behind that, which may be the printed reading, and our remark.
pub(super) fn head(pen: &mut Pen<'_, '_>, words: &Description, setting: Setting) {
    numeral(pen, words, setting.figure);
    let ink = Ink::new(setting.name.0, setting.name.1, Tone::Ink, Role::Label);
    let claim = words.kind == Some(Kind::Claim);
    let mut indent = 0.0;
    if claim {
        // What has no number has a narrow sign for it, and all its words beside that.
        indent = pen.end.x + SPACE - pen.x;
        pen.y = pen.end.y - pen.metrics(ink.kind).0;
        pen.indent(indent);
    }
    pen.behind(&name_of(words), ink, if claim { BELOW } else { setting.behind });
    let mut aside = parts(words.label).1.to_owned();
    let mut small = Ink::new(Type::Small, Weight::Regular, Tone::Muted, Role::Label);
    if !words.printed.is_empty() && !aside.is_empty() && words.marks.chars().any(|mark| mark == '‡') {
        aside.push('‡');
        (small.color, small.role) = (Tone::Remark, Role::Printed);
    }
    pen.write(&aside, small);
    pen.note(words, Ink { color: Tone::Muted, ..small });
    pen.indent(-indent);
}

/// Sets the figure of a block. What has no number stands as it is, the words behind the last digit of a date small.
fn numeral(pen: &mut Pen<'_, '_>, words: &Description, (kind, color): (Type, Tone)) {
    if words.nominal.is_some() {
        return pen.figure(words, (kind, color), 3.0);
    }
    let large = Ink::new(kind, Weight::Bold, color, Role::Figure);
    let text = words.bare_figure();
    let digits = text.rfind(|end: char| end.is_ascii_digit()).map_or(text.len(), |last| last + 1);
    let (figure, unit) = text.split_at_checked(digits).unwrap_or((&text, ""));
    pen.write(figure, large);
    pen.behind(unit.trim_ascii(), Ink { kind: small(kind), ..large }, 3.0);
}
