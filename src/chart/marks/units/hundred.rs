use super::super::super::sketch::Sketch;
use super::super::super::{Picture, Tone, Type};
use super::super::set::stacked;
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
/// other squares are there to make a hundred; what is said of them is derived. Or the same share as one of so many: as many squares as
/// that takes, rounded, and one of them filled. Both have their words in the same places, so that switching between them moves little.
pub(super) fn draw(picture: &Picture<'_>, sketch: &mut Sketch<'_>, counts: &[Count<'_>], one_in: bool) -> f64 {
    let formula = if one_in { Formula::OneIn } else { Formula::Complement };
    let (Some(count), Some(derived)) = (counts.first(), derivation(picture, formula)) else { return 0.0 };
    let (first, second) = if one_in { (&derived, count.words) } else { (count.words, &derived) };
    let width = sketch.frame.width;
    let wide = is_wide(&sketch.frame);
    let room = if wide { width * 0.42 } else { width };
    let reach = ((room + 4.0) / 10.0).floor().min(LARGEST + 4.0) * 10.0 - 4.0;
    let left = if wide { reach + GUTTER } else { 0.0 };
    let room = width - left;
    let panel = sketch.band(picture.view.id, 0.0);
    let datum = sketch.unplaced(first.id, panel);
    let words = stacked(sketch, first, datum, Point::new(left, 0.0), room, (Type::Hero, Tone::Accent));

    let many = if one_in { first.nominal.map_or(1, |many| many.to_integer().max(1) as usize) } else { 100 };
    let (across, gap) = if one_in { (many.div_ceil(2), 10.0) } else { (10, 4.0) };
    let top = if wide { 0.0 } else { (words + 14.0).round() };
    let side = (reach + gap) / across as f64 - gap;
    let lattice = Lattice { origin: Point::new(0.0, top), side, gap, across, columns: false };
    let last = lattice.square(many - 1);
    let mut around;
    if one_in {
        around = lattice.draw(sketch, 0, 1, Fill::Solid(Tone::Accent), datum);
        around = around.union(lattice.draw(sketch, 1, many, Fill::Outline(Tone::Muted), datum));
    } else {
        around = lattice.count(sketch, count, Fill::Solid(Tone::Accent), datum);
        for index in count.squares..many {
            // These only help to make up the whole.
            let stroke = Stroke { color: Tone::Hatch, width: 1.0 };
            sketch.outlined(&lattice.square(index), stroke, Role::Grid, None);
        }
    }
    sketch.settle_around(datum, &around);

    // What is said of the others stands beside them, or below them all.
    let others = Rect::between(0.0, around.bottom() + gap, last.right(), last.bottom());
    let high = sketch.frame.size(Type::Headline) * 2.5;
    let y = if wide { (others.center().y - high / 2.0).max(words + 22.0) } else { last.bottom() + 16.0 };
    let datum = sketch.unplaced(second.id, panel);
    let color = if one_in { Tone::Ink } else { Tone::Muted };
    let end = stacked(sketch, second, datum, Point::new(left, y), room, (Type::Headline, color));
    sketch.settle_around(datum, &if one_in { Rect::between(left, y, width, end) } else { others });
    last.bottom().max(end)
}

/// What the view derives by a formula, in words.
pub(super) fn derivation(picture: &Picture<'_>, formula: Formula) -> Option<Description> {
    Some(describe_derivation(picture.package, picture.derived(formula)?, picture.frame.language))
}
