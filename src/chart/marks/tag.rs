//! Members that are named once, and rows that say something of each of them: a square a member and a row. An open row ends in an open
//! edge.

use super::super::sketch::{Ink, Sketch};
use super::super::{Picture, Type};
use super::block::{self, Entry};
use super::flow::GUTTER;
use super::set::{figure, label_lines, paragraph};
use super::{groups, members};
use crate::data::Comparator;
use crate::scene::{Geometry, Point, Rect, Role, Stroke, Weight};

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
    let mut y = place.y;
    for (i, entry) in entries.iter().enumerate() {
        let datum = block::datum(sketch, &entry.words, panel);
        let own = Rect { y, width: rail, ..place };
        let set = figure(sketch, &entry.words, datum, own, (Type::Headline, picture.palette().accent));
        let (baseline, top) = (y + sketch.frame.size(Type::Headline) * 0.95, y);
        let mut bottom = label_lines(sketch, entry.words.label, (set, own.right()), picture.palette().ink, datum);
        let side = SIDE * sketch.frame.text_scale;
        for (slot, name) in names.iter().enumerate() {
            let x = left + slot as f64 * pitch;
            if i == 0 {
                let ink = Ink::new(Type::Name, Weight::Bold, picture.palette().ink, Role::Label);
                let cell = Rect::new(x, block::top_of_line(sketch, baseline, Type::Name), pitch - 12.0, 0.0);
                bottom = bottom.max(paragraph(sketch, name.label.get(picture.frame.language), cell, ink, Some(datum)));
            } else {
                square(picture, sketch, Rect::new(x, baseline - side, side, side), datum);
            }
        }
        if i > 0 && entry.words.comparator == Comparator::GreaterOrEqual {
            let x = left + names.len().saturating_sub(1) as f64 * pitch + side * 2.0;
            open(picture, sketch, (Point::new(x, baseline - side / 2.0), side, false), datum);
        }
        let area = Rect::between(place.x, top, place.right(), bottom.max(baseline + 4.0));
        sketch.settle(datum, area, Point::new(area.x + 20.0, area.y));
        y = area.bottom() + GAP;
    }
    y - GAP
}

/// Figures above, each over a column of squares that a line leads to; members from top to bottom.
fn down(picture: &Picture<'_>, sketch: &mut Sketch<'_>, entries: &[Entry], place: Rect, panel: usize) -> f64 {
    let palette = picture.palette();
    let Some((named, rest)) = entries.split_first() else { return place.y };
    let names = picture.package.items_of(named.words.id);
    let side = (SIDE * 0.8 * sketch.frame.text_scale.sqrt()).round();
    let datum = block::datum(sketch, &named.words, panel);
    let set = figure(sketch, &named.words, datum, place, (Type::Headline, palette.accent));
    let mut y = label_lines(sketch, named.words.label, (set, place.right()), palette.ink, datum) + 8.0;
    sketch.settle(datum, Rect::between(place.x, place.y, place.right(), y), Point::new(place.x + 20.0, place.y));

    // The first of them has the outermost column, so that no line crosses the words of another one.
    let mut columns = Vec::new();
    for (i, entry) in rest.iter().enumerate() {
        let x = place.right() - side - i as f64 * PITCH;
        let own = block::datum(sketch, &entry.words, panel);
        let room = Rect::new(place.x, y, x - place.x - 8.0, 0.0);
        let top = y;
        let set = figure(sketch, &entry.words, own, room, (Type::Headline, palette.accent));
        let line = (y + sketch.frame.size(Type::Headline) * 0.6).round() + 0.5;
        let mut from = set.area.right() + 8.0;
        let label = Ink::new(Type::Label, Weight::Regular, palette.ink, Role::Label);
        let behind = from + sketch.width_of(entry.words.label, label);
        if behind <= room.right() {
            from = behind + 8.0;
        }
        y = label_lines(sketch, entry.words.label, (set, room.right()), palette.ink, own) + 8.0;
        columns.push((own, x, line, from, Rect::between(place.x, top, room.right(), y)));
    }
    let first = y + 4.0;
    let ink = Ink::new(Type::Name, Weight::Bold, palette.ink, Role::Label);
    let line = sketch.frame.line(Type::Name).max(side + 6.0);
    for name in names {
        let cell = Rect::new(place.x, y, place.width - side - PITCH, 0.0);
        let end = paragraph(sketch, name.label.get(picture.frame.language), cell, ink, Some(datum));
        for (own, x, ..) in &columns {
            square(picture, sketch, Rect::new(*x, y + (line - side) / 2.0, side, side), *own);
        }
        y = end.max(y + line);
    }
    let mut bottom = y;
    for ((own, x, line, from, area), entry) in columns.into_iter().zip(rest) {
        let stroke = Stroke { color: palette.muted, width: 1.0 };
        let middle = (x + side / 2.0).round() + 0.5;
        if from + 6.0 <= middle {
            let lead = [Point::new(from, line), Point::new(middle, line), Point::new(middle, first - 2.0)];
            sketch.line(&lead, stroke, None, Role::Axis, Some(own));
        }
        if entry.words.comparator == Comparator::GreaterOrEqual {
            open(picture, sketch, (Point::new(x + side / 2.0, y + 2.0 + side / 4.0), side, true), own);
            bottom = y + 4.0 + side / 2.0;
        }
        sketch.settle(own, area, Point::new(area.x + 20.0, area.y));
    }
    bottom
}

fn square(picture: &Picture<'_>, sketch: &mut Sketch<'_>, rect: Rect, datum: usize) {
    let fill = Some(picture.palette().accent);
    sketch.shape(Geometry::Rect { rect, fill, stroke: None }, Role::Mark, Some(datum));
}

fn open(picture: &Picture<'_>, sketch: &mut Sketch<'_>, edge: (Point, f64, bool), datum: usize) {
    members::open(sketch, edge, Stroke { color: picture.palette().accent, width: 2.0 }, datum);
}
