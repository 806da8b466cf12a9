//! A count with its members beside it: rows of their own behind the first one, or else the members of its list.

use super::super::{Tone, Type};
use super::block::{self, Entry, Setting};
use super::pen::{BELOW, Columns, GUTTER, Pen};
use super::{groups, members};

/// The narrowest column of members, in CSS pixels at the usual text size.
const NARROWEST: f64 = 140.0;

/// Draws the count and its members.
#[inline(never)]
pub(super) fn draw(pen: &mut Pen<'_, '_>, entries: &[Entry]) {
    let Some((lead, rest)) = entries.split_first() else { return };
    pen.open(lead.words.id);
    let beside = groups::count(pen, &lead.words, Setting::COUNT);
    let mut grid = pen.grid(Columns { count: pen.fitting(NARROWEST, GUTTER).min(3), gutter: GUTTER, gap: 8.0 });
    let name = (Type::Name, BELOW);
    if rest.is_empty() {
        for item in pen.picture.package.items_of(lead.words.id) {
            grid.next(pen);
            members::member(pen, item.label.get(pen.picture.frame.language), name);
        }
    }
    for entry in rest {
        pen.close();
        grid.next(pen);
        pen.open(entry.words.id);
        members::member(pen, block::parts(entry.words.label).0, name);
        let inset = members::indent(pen.sketch, Type::Name);
        pen.indent(inset);
        pen.figure(&entry.words, (Type::Small, Tone::Muted), 3.0);
        pen.indent(-inset);
    }
    pen.close();
    grid.end(pen);
    beside.end(pen);
}
