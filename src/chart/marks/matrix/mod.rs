//! The statements of the page as squares, by kind and by speaker, and what is known of them one by one: claims, errata, checks.

mod entries;
mod errata;
mod squares;
mod statement;
mod tally;

use super::pen::Pen;
use squares::By;

/// Draws the part of the view that is asked for and tells how high it is.
pub(super) fn draw(pen: &mut Pen<'_, '_>) -> f64 {
    let picture = pen.picture;
    match picture.option("part") {
        "voices" => squares::draw(pen, By::Speaker),
        "claims" => entries::claims(pen),
        "errata" => errata::draw(pen),
        "checks" => entries::checks(pen),
        _ => squares::draw(pen, By::Kind),
    }
    pen.y
}
