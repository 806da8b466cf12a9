use super::super::super::Picture;
use super::super::super::sketch::Sketch;
use super::super::list;
use super::block::Block;
use super::lattice::{Fill, Lattice};
use super::{Count, is_wide};
use crate::scene::{Point, Rect};

/// The largest side of a square, in CSS pixels.
const LARGEST: f64 = 40.0;

/// All parts in one grid, line by line: the first filled, the others outlined.
pub(super) fn draw(picture: &Picture<'_>, sketch: &mut Sketch<'_>, counts: &[Count]) -> f64 {
    let palette = picture.palette();
    let width = sketch.frame.width;
    let beside = is_wide(&sketch.frame);
    let across = side_by_side(counts.first().map_or(1, |count| count.squares));
    let gap = if beside { 5.0 } else { 4.0 };
    let room = if beside { width * 0.48 } else { width };
    let side = ((room + gap) / across as f64 - gap).floor().clamp(6.0, LARGEST);
    let reach = Lattice { origin: Point::new(0.0, 0.0), side, gap, across, columns: false }.reach();
    let panel = sketch.panel(picture.view.id, Rect::new(0.0, 0.0, width, 0.0));
    let block = Block { picture, panel };

    let mut y = block.total(sketch, reach);
    let datums: Vec<usize> = counts.iter().map(|count| block.datum(sketch, count)).collect();
    let pairs = || counts.iter().zip(&datums).enumerate();
    let color = |i: usize| if i == 0 { palette.accent } else { palette.ink };
    if !beside && let (Some(count), Some(datum)) = (counts.first(), datums.first()) {
        y = block.words(sketch, count, *datum, Rect::new(0.0, y, width, 0.0), color(0)) + 8.0;
    }
    let mut lattice = Lattice { origin: Point::new(0.0, y), side, gap, across, columns: false };
    let mut start = 0;
    let mut bottom = y;
    let left = reach + 32.0;
    let mut words = y;
    for (i, (count, datum)) in pairs() {
        let fill = if i == 0 { Fill::Solid(palette.accent) } else { Fill::Outline(palette.muted) };
        let around = lattice.draw(sketch, start, start + count.squares, fill, *datum);
        sketch.settle(*datum, around, around.center());
        start += count.squares;
        if beside {
            let place = Rect::new(left, around.y, width - left, 0.0);
            let below = block.words(sketch, count, *datum, place, color(i));
            bottom = bottom.max(around.bottom()).max(below);
            words = below;
            // Where the words need more than their squares, the next part begins below them.
            let next = lattice.square(start).y;
            if below + 6.0 > next {
                lattice.origin.y += (below + 6.0 - next).ceil();
            }
        } else {
            bottom = around.bottom();
        }
    }
    if beside {
        // Lists end with the squares, in the column of the words.
        return bottom.max(list::draw(picture, sketch, Rect::new(left, words + list::APART, width - left, 0.0)));
    }
    for (i, (count, datum)) in pairs().skip(1) {
        let place = Rect::new(0.0, bottom + 10.0, width, 0.0);
        bottom = block.words(sketch, count, *datum, place, color(i));
    }
    list::draw(picture, sketch, Rect::new(0.0, bottom + list::APART, width, 0.0))
}

/// How many squares stand side by side so that the first part ends with a full line: the divisor nearest to ten.
fn side_by_side(first: usize) -> usize {
    (7..=13).filter(|across| first.is_multiple_of(*across)).min_by_key(|across| across.abs_diff(10)).unwrap_or(10)
}
