use super::super::super::sketch::Sketch;
use super::super::super::{Picture, Tone, Type};
use super::super::set::{figure, label_lines, stacked, stacked_height};
use super::block::nowhere;
use super::lattice::{Fill, Lattice};
use super::{Count, is_wide};
use crate::data::Formula;
use crate::scene::{Geometry, Point, Rect, Role, Stroke};
use crate::words::{Description, describe_derivation};

/// Largest side of one of the hundred squares, in CSS pixels.
const LARGEST: f64 = 36.0;
/// From the squares to the words beside them, in CSS pixels.
const GUTTER: f64 = 40.0;

/// A share as so many squares of a hundred: filled up to it, the last one outlined where it lies only close to the printed value. The
/// other squares are there to make a hundred; what is said of them is derived.
pub(super) fn draw(picture: &Picture<'_>, sketch: &mut Sketch<'_>, counts: &[Count]) -> f64 {
    let palette = picture.palette();
    let Some(count) = counts.first() else { return 0.0 };
    let places = Places::new(picture, sketch);
    let datum = nowhere(sketch, count.words.id, places.panel);
    let words = stacked(sketch, &count.words, datum, places.first, (Type::Hero, palette.accent, palette));

    let lattice = places.lattice(10, words + 14.0);
    let around = lattice.count(sketch, count, Fill::Solid(palette.accent), datum);
    for index in count.squares..100 {
        pale(sketch, lattice.square(index), palette.hatch);
    }
    sketch.settle(datum, around, around.center());
    let bottom = lattice.square(99).bottom();
    let Some(rest) = derivation(picture, Formula::Complement) else { return bottom.max(words) };
    // What is said of the others stands beside them, or below them all.
    let others = Rect::between(lattice.origin.x, around.bottom() + lattice.gap, lattice.square(99).right(), bottom);
    let high = stacked_height(sketch, &rest, places.first.width, Type::Headline);
    let place = places.second(others.center().y - high / 2.0, words + 22.0, bottom + 16.0);
    let datum = sketch.datum(rest.id, places.panel, others, others.center());
    bottom.max(stacked(sketch, &rest, datum, place, (Type::Headline, palette.muted, palette)))
}

/// The same share as one of so many: as many squares as that takes, rounded, and one of them filled.
pub(super) fn one_in(picture: &Picture<'_>, sketch: &mut Sketch<'_>, counts: &[Count]) -> f64 {
    let palette = picture.palette();
    let places = Places::new(picture, sketch);
    let mut below = 0.0;
    let mut bottom = 0.0;
    if let Some(words) = derivation(picture, Formula::OneIn) {
        let datum = nowhere(sketch, words.id, places.panel);
        below = stacked(sketch, &words, datum, places.first, (Type::Hero, palette.accent, palette));
        let many = words.nominal.and_then(|value| usize::try_from(value.to_integer()).ok()).unwrap_or(0);
        let lattice = places.lattice(many.div_ceil(2), below + 14.0);
        let around = lattice.draw(sketch, 0, 1, Fill::Solid(palette.accent), datum);
        let around = around.union(lattice.draw(sketch, 1, many, Fill::Outline(palette.muted), datum));
        sketch.settle(datum, around, around.center());
        bottom = around.bottom();
    }
    for count in counts {
        let place = places.second(0.0, below + 26.0, bottom + 16.0);
        let datum = nowhere(sketch, count.words.id, places.panel);
        let set = figure(sketch, &count.words, datum, place, (Type::Headline, palette.ink));
        sketch.settle(datum, set.area, set.area.center());
        below = label_lines(sketch, count.words.label, (set, place.right()), palette.muted, datum);
        bottom = bottom.max(below);
    }
    bottom
}

/// A square that only helps to make up the whole.
fn pale(sketch: &mut Sketch<'_>, rect: Rect, color: Tone) {
    let stroke = Some(Stroke { color, width: 1.0 });
    sketch.shape(Geometry::Rect { rect, fill: None, stroke }, Role::Grid, None);
}

/// What the view derives by a formula, in words.
fn derivation(picture: &Picture<'_>, formula: Formula) -> Option<Description> {
    let row = picture.derivations().find(|row| row.formula == formula)?;
    Some(describe_derivation(picture.package, row, picture.frame.language))
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
        let panel = sketch.panel(picture.view.id, Rect::new(0.0, 0.0, width, 0.0));
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
