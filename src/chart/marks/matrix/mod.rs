//! The statements of the page as squares, by kind and by speaker, and what is known of them one by one: claims, errata, checks.

mod entries;
mod errata;
mod squares;
mod statement;
mod tally;

use super::super::Picture;
use super::super::sketch::Sketch;
use super::pen::Pen;
use crate::scene::Rect;
use squares::By;

/// Draws the part of the view that is asked for and tells how high it is.
pub(super) fn draw(picture: &Picture<'_>, sketch: &mut Sketch<'_>) -> f64 {
    let place = Rect::new(0.0, 0.0, sketch.frame.width, 0.0);
    let mut pen = Pen::new(picture, sketch, &place);
    match picture.option("part") {
        "voices" => squares::draw(&mut pen, By::Speaker),
        "claims" => entries::claims(&mut pen),
        "errata" => errata::draw(&mut pen),
        "checks" => entries::checks(&mut pen),
        _ => squares::draw(&mut pen, By::Kind),
    }
    pen.y
}
