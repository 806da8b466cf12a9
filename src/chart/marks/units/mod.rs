//! Unit squares: one square is one thing, or so many of them as stands beside it. Parts of one whole share a grid; counts of their own
//! stand in rows. A bound is whole squares up to the printed value and an open end beyond it; what is not known is never counted out.

mod bar;
mod block;
mod grid;
mod hundred;
mod lattice;
mod means;
mod rows;
mod tally;

use super::super::{Frame, Picture};
use super::pen::Pen;
use crate::data::{Channel, Comparator, Decimal, Kind, Role as RowRole};
use crate::words::Description;

/// Words stand beside the squares from this width on, above and below them on anything narrower.
const BESIDE: f64 = 600.0;
/// The most squares that a reader takes for single things; of larger counts a square is ten, a hundred, … of them.
const MOST: i64 = 400;

/// One counted thing: a datum with its words.
struct Count<'w> {
    words: &'w Description,
    /// How many a square stands for, in the unit as printed.
    worth: i64,
    /// How many whole squares: the printed number, whatever the comparator says beyond it.
    squares: usize,
    /// How much of one more square, from 0 to below 1.
    rest: f64,
    open: bool,
    /// Whether the value lies close below the number: then the last square is outlined.
    near: bool,
}

/// Draws the view and tells how high it is.
pub(in super::super) fn draw(pen: &mut Pen<'_, '_>) -> f64 {
    let picture = pen.picture;
    // What is printed and what we make of it: one or the other, where the reader can choose.
    let scale = picture.option("scale");
    let marks = picture.descriptions(RowRole::Mark);
    let (mut counts, mut means) = (Vec::new(), Vec::new());
    let mut share = false;
    for words in &marks {
        share |= words.kind == Some(Kind::Share);
        if scale == "mean" && words.is_derived() {
            means.push(words);
        } else if scale != "total" || !words.is_derived() {
            counts.extend(Count::new(picture, words));
        }
    }
    if !picture.encodes(Channel::Row) {
        let form = picture.option("form");
        match (share, form) {
            (true, _) => hundred::draw(pen, &counts, form == "sixths"),
            (false, "bar") => bar::draw(pen),
            (false, _) => grid::draw(pen, &counts),
        }
        return pen.y;
    }
    let part = |count: &Count<'_>| counts.iter().any(|other| count.words.inputs.contains(&other.words.id));
    let parts = counts.iter().any(part);
    if scale == "mean" {
        means::draw(pen, &means);
    } else if parts || counts.iter().any(|count| count.worth > 1) {
        rows::draw(pen, &counts, parts);
    } else {
        tally::draw(pen, &counts);
    }
    pen.y
}

impl<'w> Count<'w> {
    /// How many squares it takes, the last one perhaps only in part.
    fn places(&self) -> usize {
        self.squares + usize::from(self.rest > 0.0)
    }

    /// What can be counted of a mark of the view.
    fn new(picture: &Picture<'_>, words: &'w Description) -> Option<Self> {
        // English writes some figures in another unit; the squares are the same in every language.
        let printed = picture.package.observation(words.id);
        let printed = printed.and_then(|row| picture.package.reading(row, picture.basis()).value).map(Decimal::ratio);
        let value = printed.or(words.nominal)?;
        let mut worth = 1;
        while value.to_integer() / worth > MOST {
            worth *= 10;
        }
        let in_squares = value / worth;
        let rest = in_squares.fract();
        Some(Self {
            words,
            worth,
            squares: usize::try_from(in_squares.to_integer()).ok()?,
            rest: *rest.numer() as f64 / *rest.denom() as f64,
            open: matches!(words.comparator, Comparator::Greater | Comparator::GreaterOrEqual),
            near: words.comparator == Comparator::CloseBelow,
        })
    }
}

/// Whether there is room for words beside the squares.
#[inline(never)]
fn is_wide(frame: &Frame<'_>) -> bool {
    frame.width >= BESIDE * frame.text_scale.sqrt()
}
