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
mod strip;
mod tag;
mod time;
mod timeline;
mod units;
mod years;

use super::Picture;
use super::sketch::Sketch;
use crate::data::View;
use crate::scene::Rect;
use pen::Pen;

/// Draws a view with a pen that begins at the upper edge of the picture, and tells how high it is, in CSS pixels.
type Painter = fn(&mut Pen<'_, '_>) -> f64;

/// Whether there is what draws a view.
pub(super) fn draws(view: &View) -> bool {
    painter(view).is_some()
}

/// Draws a picture into a sketch and tells how high it is, in CSS pixels; `None` if nothing here draws its view.
pub(super) fn paint(picture: &Picture<'_>, sketch: &mut Sketch<'_>) -> Option<f64> {
    let place = Rect::new(0.0, 0.0, picture.frame.width, 0.0);
    Some(painter(picture.view)?(&mut Pen::new(picture, sketch, &place)))
}

/// What draws a view: the views that are in this module, by the mark that they name.
fn painter(view: &View) -> Option<Painter> {
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
