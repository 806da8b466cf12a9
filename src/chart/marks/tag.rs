//! Members that are named once, and rows that say something of each of them: a square a member and a row. An open row ends in an open
//! edge.

use super::super::sketch::{Ink, Sketch};
use super::super::{Picture, Tone, Type};
use super::block::Entry;
use super::flow::GUTTER;
use super::set::{labelled, paragraph};
use super::{groups, members};
use crate::data::Comparator;
use crate::scene::{Point, Rect, Role, Stroke, Weight};

/// Side of a square, in CSS pixels at the usual text size.
const SIDE: f64 = 18.0;
/// From the middle of a column of squares to that of the next, in CSS pixels.
const PITCH: f64 = 44.0;
/// Between two rows, in CSS pixels.
const GAP: f64 = 16.0;

/// Draws the members of the first row and what the other rows say of them, and tells where they end.
pub(super) fn draw(picture: &Picture<'_>, sketch: &mut Sketch<'_>, entries: &[Entry], place: Rect, panel: usize) -> f64 {
    match groups::rail(sketch) {
        Some(rail) => across(picture, sketch, entries, place, (panel, rail)),
        None => down(picture, sketch, entries, place, panel),
    }
}

/// Figures to the left, members from left to right.
fn across(picture: &Picture<'_>, sketch: &mut Sketch<'_>, entries: &[Entry], place: Rect, (panel, rail): (usize, f64)) -> f64 {
    let names = entries.first().map_or(&[][..], |named| picture.package.items_of(named.words.id));
    let left = place.x + rail + GUTTER;
    let pitch = (place.right() - left) / names.len().max(1) as f64;
    let side = SIDE * sketch.frame.text_scale;
    let mut own = Rect { width: rail, ..place };
    for (i, entry) in entries.iter().enumerate() {
        let datum = sketch.unplaced(entry.words.id, panel);
        let baseline = own.y + sketch.frame.size(Type::Headline) * 0.95;
        let (_, mut bottom) =
            labelled(sketch, &entry.words, datum, own.origin(), own.width, (Type::Headline, Tone::Accent, Tone::Ink));
        let mut cell = Rect::new(left, baseline - side, side, side);
        if i == 0 {
            cell = Rect::new(left, sketch.top_of_line(baseline, Type::Name), pitch - 12.0, 0.0);
        }
        for (slot, name) in names.iter().enumerate() {
            cell.x = left + slot as f64 * pitch;
            if i == 0 {
                let name = name.label.get(picture.frame.language);
                let bold = Ink::new(Type::Name, Weight::Bold, Tone::Ink, Role::Label);
                bottom = bottom.max(paragraph(sketch, name, cell.origin(), cell.width, bold, Some(datum)));
            } else {
                sketch.filled(&cell, Tone::Accent, Role::Mark, Some(datum));
            }
        }
        if i > 0 && entry.words.comparator == Comparator::GreaterOrEqual {
            let x = left + names.len().saturating_sub(1) as f64 * pitch + side * 2.0;
            let edge = (Point::new(x, baseline - side / 2.0), side, false);
            members::open(sketch, edge, Stroke { color: Tone::Accent, width: 2.0 }, datum);
        }
        let area = Rect::between(place.x, own.y, place.right(), bottom.max(baseline + 4.0));
        sketch.settle_under(datum, &area, 20.0);
        own.y = area.bottom() + GAP;
    }
    own.y - GAP
}

/// Figures above, each over a column of squares that a line leads to; members from top to bottom.
fn down(picture: &Picture<'_>, sketch: &mut Sketch<'_>, entries: &[Entry], place: Rect, panel: usize) -> f64 {
    let Some((named, rest)) = entries.split_first() else { return place.y };
    let inks = (Type::Headline, Tone::Accent, Tone::Ink);
    let side = (SIDE * 0.8 * sketch.frame.text_scale.sqrt()).round();
    let datum = sketch.unplaced(named.words.id, panel);
    let mut y = labelled(sketch, &named.words, datum, place.origin(), place.width, inks).1 + 8.0;
    sketch.settle_under(datum, &Rect::between(place.x, place.y, place.right(), y), 20.0);

    // The first of them has the outermost column, so that no line crosses the words of another one.
    let column = |i: usize| place.right() - side - i as f64 * PITCH;
    let mut leads = Vec::new();
    for (i, entry) in rest.iter().enumerate() {
        let own = sketch.unplaced(entry.words.id, panel);
        let room = Rect::new(place.x, y, column(i) - place.x - 8.0, 0.0);
        let (area, below) = labelled(sketch, &entry.words, own, room.origin(), room.width, inks);
        let line = (y + sketch.frame.size(Type::Headline) * 0.6).round() + 0.5;
        let mut from = area.right() + 8.0;
        let label = Ink::new(Type::Label, Weight::Regular, Tone::Ink, Role::Label);
        let behind = from + sketch.width_of(entry.words.label, label);
        if behind <= room.right() {
            from = behind + 8.0;
        }
        leads.push((own, Point::new(from, line)));
        y = below + 8.0;
        sketch.settle_under(own, &Rect::between(place.x, room.y, room.right(), y), 20.0);
    }
    let first = y + 4.0;
    let bold = Ink::new(Type::Name, Weight::Bold, Tone::Ink, Role::Label);
    let line = sketch.frame.line(Type::Name).max(side + 6.0);
    for name in picture.package.items_of(named.words.id) {
        let cell = Rect::new(place.x, y, place.width - side - PITCH, 0.0);
        let end = paragraph(sketch, name.label.get(picture.frame.language), cell.origin(), cell.width, bold, Some(datum));
        for (i, (own, _)) in leads.iter().enumerate() {
            sketch.filled(&Rect::new(column(i), y + (line - side) / 2.0, side, side), Tone::Accent, Role::Mark, Some(*own));
        }
        y = end.max(y + line);
    }
    let mut bottom = y;
    for (i, ((own, from), entry)) in leads.iter().zip(rest).enumerate() {
        let middle = (column(i) + side / 2.0).round() + 0.5;
        if from.x + 6.0 <= middle {
            let lead = [*from, Point::new(middle, from.y), Point::new(middle, first - 2.0)];
            sketch.line(&lead, Stroke { color: Tone::Muted, width: 1.0 }, None, Role::Axis, Some(*own));
        }
        if entry.words.comparator == Comparator::GreaterOrEqual {
            let edge = (Point::new(column(i) + side / 2.0, y + 2.0 + side / 4.0), side, true);
            members::open(sketch, edge, Stroke { color: Tone::Accent, width: 2.0 }, *own);
            bottom = y + 4.0 + side / 2.0;
        }
    }
    bottom
}
