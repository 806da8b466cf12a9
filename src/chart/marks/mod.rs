//! The kinds of mark, a file each.

mod arrow;
mod axis;
mod bar;
mod block;
mod card;
mod columns;
mod cycle;
mod groups;
mod label;
mod list;
mod matrix;
mod members;
mod pen;
mod points;
mod remarks;
mod roll;
mod set;
mod strip;
mod tag;
mod time;
mod timeline;
mod units;
mod years;

use super::Picture;
use super::sketch::Sketch;
use crate::data::View;

/// Draws a view into a sketch and tells how high it is, in CSS pixels.
pub(super) type Painter = fn(&Picture<'_>, &mut Sketch<'_>) -> f64;

/// What draws a view: the views that are in this module, by the mark that they name.
pub(super) fn painter(view: &View) -> Option<Painter> {
    match (view.mark, view.id) {
        ("arrow", _) => Some(arrow::draw),
        ("bar", _) => Some(bar::draw),
        ("card", _) => Some(card::draw),
        ("list" | "tile", _) => Some(groups::draw),
        ("matrix", _) => Some(matrix::draw),
        ("point", _) => Some(points::draw),
        ("strip", _) => Some(strip::draw),
        ("timeline", _) => Some(timeline::draw),
        ("unit", _) => Some(units::draw),
        _ => None,
    }
}
