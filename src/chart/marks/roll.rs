//! A count with its members beside it: rows of their own behind the first one, or else the members of its list.

use super::super::sketch::{Ink, Sketch};
use super::super::{Picture, Tone, Type};
use super::block::{self, Entry};
use super::flow::{GUTTER, column, fitting};
use super::{groups, members, tile};
use crate::scene::{Rect, Role, Weight};

/// The narrowest column of members, in CSS pixels at the usual text size.
const NARROWEST: f64 = 140.0;

/// Draws the count and its members and tells where they end.
pub(super) fn draw(picture: &Picture<'_>, sketch: &mut Sketch<'_>, entries: &[Entry], place: Rect, panel: usize) -> f64 {
    let Some((lead, rest)) = entries.split_first() else { return place.y };
    let rail = groups::rail(sketch);
    let own = Rect { width: rail.unwrap_or(place.width), ..place };
    let datum = sketch.unplaced(lead.words.id, panel);
    let bottom = count(picture, sketch, lead, own, datum);
    let baseline = place.y + sketch.frame.size(Type::Headline) * 0.95;
    let grid = match rail {
        Some(rail) => {
            let inset = rail + GUTTER;
            let y = sketch.top_of_line(baseline, Type::Name);
            Rect::new(place.x + inset, y, place.width - inset, 0.0)
        }
        None => Rect { y: bottom + 6.0, ..place },
    };

    let items = picture.package.items_of(lead.words.id);
    let number = rest.len().max(items.len());
    let columns = fitting(grid.width, NARROWEST * sketch.frame.text_scale).min(3).min(number.max(1));
    let width = column(grid.width, columns);
    let (mut top, mut end) = (grid.y, grid.y);
    for i in 0..number {
        let slot = i % columns;
        if slot == 0 && i > 0 {
            top = end + 8.0;
        }
        let cell = Rect::new(grid.x + slot as f64 * (width + GUTTER), top, width, 0.0);
        let cell_end = match (rest.get(i), items.get(i)) {
            (Some(entry), _) => part(sketch, entry, cell, panel),
            (None, Some(item)) => {
                let name = item.label.get(picture.frame.language);
                members::member(sketch, name, cell, Type::Name, datum)
            }
            (None, None) => cell.y,
        };
        end = end.max(cell_end);
    }
    let right = if rest.is_empty() { place.right() } else { own.right() };
    sketch.settle_under(datum, &Rect::between(place.x, place.y, right, bottom), 20.0);
    if rest.is_empty() {
        sketch.extend(datum, Rect::between(grid.x, grid.y, place.right(), end));
    }
    bottom.max(end)
}

/// The count itself, without its members.
fn count(picture: &Picture<'_>, sketch: &mut Sketch<'_>, lead: &Entry, place: Rect, datum: usize) -> f64 {
    let set = super::set::figure(sketch, &lead.words, datum, place.origin(), place.width, (Type::Headline, Tone::Accent));
    let ink = Ink::new(Type::Name, Weight::Bold, Tone::Ink, Role::Label);
    let below = Rect { y: set.area.bottom() + 3.0, ..place };
    block::caption(picture, sketch, &lead.words, below, ink, datum)
}

/// A member that is a row of its own.
fn part(sketch: &mut Sketch<'_>, entry: &Entry, place: Rect, panel: usize) -> f64 {
    let datum = sketch.unplaced(entry.words.id, panel);
    let y = members::member(sketch, block::parts(entry.words.label).name, place, Type::Name, datum);
    let inset = members::indent(sketch, Type::Name);
    let below = Rect::new(place.x + inset, y, place.width - inset, 0.0);
    let bottom = tile::ranked(sketch, entry, below, datum);
    sketch.settle_under(datum, &Rect::between(place.x, place.y, place.right(), bottom), inset);
    bottom
}
