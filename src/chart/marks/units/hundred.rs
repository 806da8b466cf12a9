use super::super::super::{Picture, Tone, Type};
use super::super::pen::Pen;
use super::lattice::{Fill, Lattice};
use super::{Count, is_wide};
use crate::data::Formula;
use crate::scene::{Point, Rect, Role, Stroke};
use crate::words::{Description, describe_derivation};

/// From the squares to the words beside them, in CSS pixels.
const GUTTER: f64 = 40.0;

/// A share as so many squares of a hundred: filled up to it, the last one outlined where it lies only close to the printed value. The
/// other squares are there to make a hundred; what is said of them is derived. Or the same share as one of so many: as many squares as
/// that takes, rounded, and one of them filled. Both have their words in the same places, so that switching between them moves little.
pub(super) fn draw(pen: &mut Pen<'_, '_>, counts: &[Count<'_>], one_in: bool) {
    let formula = if one_in { Formula::OneIn } else { Formula::Complement };
    let (Some(count), Some(derived)) = (counts.first(), derivation(pen.picture, formula)) else { return };
    let (first, second) = if one_in { (&derived, count.words) } else { (count.words, &derived) };
    let many = if one_in { first.nominal.map_or(1, |many| many.to_integer().max(1) as usize) } else { 100 };
    let across = if one_in { many.div_ceil(2) } else { 10 };
    let width = pen.width;
    let wide = is_wide(&pen.sketch.frame);
    let room = if wide { width * 0.42 } else { width + 1.0 }.min(400.0);
    let mut lattice = Lattice::new(Point::new(0.0, 0.0), room / across as f64, across);
    pen.sketch.panel(pen.picture.view.id);
    if wide {
        pen.indent((room + GUTTER).round());
    }
    let datum = pen.open(first.id);
    pen.stacked(first, (Type::Hero, Tone::Accent));
    if !wide {
        lattice.origin.y = (pen.y + 14.0).round();
    }
    let last = lattice.square(many - 1);
    let mut around;
    if one_in {
        around = lattice.draw(pen.sketch, (0, 1), Fill::Solid(Tone::Accent), datum);
        around.include(&lattice.draw(pen.sketch, (1, many), Fill::Outline(Tone::Muted), datum));
    } else {
        around = lattice.count(pen.sketch, count, Fill::Solid(Tone::Accent), datum);
        for index in count.squares..many {
            // These only help to make up the whole.
            let stroke = Stroke { color: Tone::Hatch, width: 1.0 };
            pen.sketch.outlined(&lattice.square(index), stroke, Role::Grid, None);
        }
    }
    pen.sketch.settle_around(datum, &around);

    // What is said of the others stands beside them, or below them all.
    let others = Rect::between(0.0, around.bottom() + 4.0, last.right(), last.bottom());
    let middle = others.center().y - pen.sketch.frame.size(Type::Headline) * 1.25;
    pen.y = if wide { middle.max(pen.y + 22.0) } else { last.bottom() + 16.0 };
    let datum = pen.open(second.id);
    pen.stacked(second, (Type::Headline, if one_in { Tone::Ink } else { Tone::Muted }));
    pen.close();
    if !one_in {
        pen.sketch.settle_around(datum, &others);
    }
    pen.y = pen.y.max(last.bottom());
}

/// What the view derives by a formula, in words.
pub(super) fn derivation(picture: &Picture<'_>, formula: Formula) -> Option<Description> {
    Some(describe_derivation(picture.package, picture.derived(formula)?, picture.frame.language))
}
