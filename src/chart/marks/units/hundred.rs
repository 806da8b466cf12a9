use super::super::super::sketch::Sketch;
use super::super::super::{Picture, Tone, Type};
use super::super::set::{labelled, stacked, stacked_height};
use super::lattice::{Fill, Lattice};
use super::{Count, is_wide};
use crate::data::Formula;
use crate::scene::{Point, Rect, Role, Stroke};
use crate::words::{Description, describe_derivation};

/// Largest side of one of the hundred squares, in CSS pixels.
const LARGEST: f64 = 36.0;
/// From the squares to the words beside them, in CSS pixels.
const GUTTER: f64 = 40.0;

/// A share as so many squares of a hundred: filled up to it, the last one outlined where it lies only close to the printed value. The
/// other squares are there to make a hundred; what is said of them is derived.
pub(super) fn draw(picture: &Picture<'_>, sketch: &mut Sketch<'_>, counts: &[Count<'_>]) -> f64 {
    let Some(count) = counts.first() else { return 0.0 };
    let places = Places::new(picture, sketch);
    let datum = sketch.unplaced(count.words.id, places.panel);
    let words = stacked(sketch, count.words, datum, places.first.origin(), places.first.width, (Type::Hero, Tone::Accent));

    let lattice = places.lattice(10, words + 14.0);
    let around = lattice.count(sketch, count, Fill::Solid(Tone::Accent), datum);
    for index in count.squares..100 {
        // These only help to make up the whole.
        let stroke = Stroke { color: Tone::Hatch, width: 1.0 };
        sketch.outlined(&lattice.square(index), stroke, Role::Grid, None);
    }
    sketch.settle_around(datum, &around);
    let last = lattice.square(99);
    let bottom = last.bottom();
    let Some(rest) = derivation(picture, Formula::Complement) else { return bottom.max(words) };
    // What is said of the others stands beside them, or below them all.
    let others = Rect::between(lattice.origin.x, around.bottom() + lattice.gap, last.right(), bottom);
    let high = stacked_height(sketch, &rest, places.first.width, Type::Headline);
    let place = places.second(others.center().y - high / 2.0, words + 22.0, bottom + 16.0);
    let datum = sketch.unplaced(rest.id, places.panel);
    sketch.settle_around(datum, &others);
    bottom.max(stacked(sketch, &rest, datum, place.origin(), place.width, (Type::Headline, Tone::Muted)))
}

/// The same share as one of so many: as many squares as that takes, rounded, and one of them filled.
pub(super) fn one_in(picture: &Picture<'_>, sketch: &mut Sketch<'_>, counts: &[Count<'_>]) -> f64 {
    let places = Places::new(picture, sketch);
    let mut below = 0.0;
    let mut bottom = 0.0;
    if let Some(words) = derivation(picture, Formula::OneIn) {
        let datum = sketch.unplaced(words.id, places.panel);
        below = stacked(sketch, &words, datum, places.first.origin(), places.first.width, (Type::Hero, Tone::Accent));
        let many = words.nominal.and_then(|value| usize::try_from(value.to_integer()).ok()).unwrap_or(0);
        let lattice = places.lattice(many.div_ceil(2), below + 14.0);
        let around = lattice.draw(sketch, 0, 1, Fill::Solid(Tone::Accent), datum);
        let around = around.union(lattice.draw(sketch, 1, many, Fill::Outline(Tone::Muted), datum));
        sketch.settle_around(datum, &around);
        bottom = around.bottom();
    }
    for count in counts {
        let place = places.second(0.0, below + 26.0, bottom + 16.0);
        let datum = sketch.unplaced(count.words.id, places.panel);
        let area;
        (area, below) =
            labelled(sketch, count.words, datum, place.origin(), place.width, (Type::Headline, Tone::Ink, Tone::Muted));
        sketch.settle_around(datum, &area);
        bottom = bottom.max(below);
    }
    bottom
}

/// What the view derives by a formula, in words.
pub(super) fn derivation(picture: &Picture<'_>, formula: Formula) -> Option<Description> {
    Some(describe_derivation(picture.package, picture.derived(formula)?, picture.frame.language))
}

/// Where squares and words stand: the same for both forms, so that switching between them moves nothing.
struct Places {
    panel: usize,
    wide: bool,
    /// Width of the squares.
    reach: f64,
    /// The words that the picture is about.
    first: Rect,
}

impl Places {
    fn new(picture: &Picture<'_>, sketch: &mut Sketch<'_>) -> Self {
        let width = sketch.frame.width;
        let wide = is_wide(&sketch.frame);
        let gap = 4.0;
        let room = if wide { width * 0.42 } else { width };
        let reach = ((room + gap) / 10.0).floor().min(LARGEST + gap) * 10.0 - gap;
        let left = if wide { reach + GUTTER } else { 0.0 };
        let panel = sketch.band(picture.view.id, 0.0);
        Self { panel, wide, reach, first: Rect::new(left, 0.0, width - left, 0.0) }
    }

    /// Squares as wide as the place for them, `across` side by side: from the top beside words, else from `below` on.
    fn lattice(&self, across: usize, below: f64) -> Lattice {
        let across = across.max(1);
        let gap = if across > 5 { 4.0 } else { 10.0 };
        let side = (self.reach + gap) / across as f64 - gap;
        let top = if self.wide { 0.0 } else { below.round() };
        Lattice { origin: Point::new(0.0, top), side, gap, across, columns: false }
    }

    /// The words that come next: beside the squares not above `beside` nor above `after`, else from `below` on.
    fn second(&self, beside: f64, after: f64, below: f64) -> Rect {
        let y = if self.wide { beside.max(after) } else { below };
        Rect { y, ..self.first }
    }
}
