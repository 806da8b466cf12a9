use super::super::super::Tone;
use super::super::list;
use super::super::pen::Pen;
use super::lattice::{Fill, Lattice};
use super::{Count, block, is_wide};
use crate::scene::{Point, Rect};

/// All parts in one grid, line by line: the first filled, the others outlined.
pub(super) fn draw(pen: &mut Pen<'_, '_>, counts: &[Count<'_>]) {
    let width = pen.width;
    let beside = is_wide(&pen.sketch.frame);
    let across = side_by_side(counts.first().map_or(1, |count| count.squares));
    let pitch = ((if beside { width * 0.48 } else { width } + 1.0) / across as f64).min(45.0);
    let mut lattice = Lattice::new(Point::new(0.0, 0.0), pitch, across);
    let reach = lattice.reach();
    pen.sketch.panel(pen.picture.view.id);
    block::whole(pen, reach);
    lattice.origin.y = pen.y;
    // The parts of the whole follow each other, before what is said of one of them.
    let mut datums = Vec::new();
    for count in counts {
        datums.push(pen.sketch.unplaced(count.words.id));
    }
    let (mut start, mut bottom) = (0, 0.0f64);
    for (count, datum) in counts.iter().zip(&datums) {
        let first = start == 0;
        let (fill, color) =
            if first { (Fill::Solid(Tone::Accent), Tone::Accent) } else { (Fill::Outline(Tone::Muted), Tone::Ink) };
        // The words of the first part stand above all squares where they do not stand beside their own.
        if first && !beside {
            block::words(pen, count, *datum, color);
            lattice.origin.y = pen.y + 8.0;
        }
        let around = lattice.draw(pen.sketch, (start, start + count.squares), fill, *datum);
        pen.sketch.settle_around(*datum, &around);
        start += count.squares;
        bottom = bottom.max(around.bottom());
        if beside {
            let left = reach + 32.0;
            pen.put(&Rect::new(left, around.y, width - left, 0.0));
        } else {
            pen.y = bottom + 10.0;
        }
        if beside || !first {
            block::words(pen, count, *datum, color);
        }
        // Where the words need more than their squares, the next part begins below them.
        if beside {
            let next = lattice.square(start).y;
            lattice.origin.y += (pen.y + 6.0 - next).ceil().max(0.0);
        }
    }
    // Lists end with the squares, in the column of the words.
    pen.y += list::APART;
    list::draw(pen);
    pen.y = pen.y.max(bottom);
}

/// How many squares stand side by side so that the first part ends with a full line: the divisor nearest to ten.
fn side_by_side(first: usize) -> usize {
    let nearest = [10, 9, 11, 8, 12, 7, 13];
    nearest.iter().find(|across| first.is_multiple_of(**across)).map_or(10, |across| *across)
}
