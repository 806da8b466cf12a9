//! The statements of the page as squares, by kind and by speaker, and what is known of them one by one: claims, errata, checks.

mod entries;
mod errata;
mod kinds;
mod kinds_columns;
mod kinds_rows;
mod statement;
mod tally;
mod voices;

use super::super::Picture;
use super::super::sketch::Sketch;

/// Draws the part of the view that is asked for and tells how high it is.
pub(super) fn draw(picture: &Picture<'_>, sketch: &mut Sketch<'_>) -> f64 {
    match picture.option("part") {
        "voices" => voices::draw(picture, sketch),
        "claims" => entries::claims(picture, sketch),
        "errata" => errata::draw(picture, sketch),
        "checks" => entries::checks(picture, sketch),
        _ => kinds::draw(picture, sketch),
    }
}
