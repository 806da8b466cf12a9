//! Unit squares: one square is one thing. Parts of one whole share a grid; counts of their own stand in rows of the same unit.
//! A bound is whole squares up to the printed value and an open end beyond it; what is not known is never counted out.

mod bar;
mod block;
mod grid;
mod lattice;
mod rows;

use super::super::Picture;
use super::super::sketch::Sketch;
use super::list;
use crate::data::{Channel, Comparator, Role as RowRole};
use crate::words::Description;

/// Labels stand beside the squares from this width on, above and below them on anything narrower.
const BESIDE: f64 = 600.0;

/// One counted thing: a datum with its words.
struct Count {
    words: Description,
    /// How many squares: the printed number, whatever the comparator says beyond it.
    squares: usize,
    open: bool,
}

/// Draws the view and tells how high it is.
pub(in super::super) fn draw(picture: &Picture<'_>, sketch: &mut Sketch<'_>) -> f64 {
    let counts: Vec<Count> = picture.descriptions(RowRole::Mark).into_iter().filter_map(Count::new).collect();
    let bottom = if picture.encodes(Channel::Row) {
        rows::draw(picture, sketch, &counts)
    } else if picture.option("form") == "bar" {
        bar::draw(picture, sketch, &counts)
    } else {
        grid::draw(picture, sketch, &counts)
    };
    list::draw(picture, sketch, bottom + 22.0)
}

impl Count {
    fn new(words: Description) -> Option<Self> {
        let squares = usize::try_from(words.nominal?.to_integer()).ok()?;
        let open = matches!(words.comparator, Comparator::Greater | Comparator::GreaterOrEqual);
        Some(Self { words, squares, open })
    }
}
