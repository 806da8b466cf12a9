use super::super::super::sketch::Sketch;
use super::super::super::{Picture, Tone};
use super::super::list;
use super::block::Block;
use super::lattice::{Fill, Lattice};
use super::{Count, is_wide};
use crate::scene::{Point, Rect};

/// The largest side of a square, in CSS pixels.
const LARGEST: f64 = 40.0;

/// All parts in one grid, line by line: the first filled, the others outlined.
pub(super) fn draw(picture: &Picture<'_>, sketch: &mut Sketch<'_>, counts: &[Count<'_>]) -> f64 {
    let width = sketch.frame.width;
    let beside = is_wide(&sketch.frame);
    let across = side_by_side(counts.first().map_or(1, |count| count.squares));
    let (gap, room) = if beside { (5.0, width * 0.48) } else { (4.0, width) };
    let side = ((room + gap) / across as f64 - gap).floor().clamp(6.0, LARGEST);
    let mut lattice = Lattice { origin: Point::new(0.0, 0.0), side, gap, across, columns: false };
    let reach = lattice.reach();
    let block = Block { picture, panel: sketch.band(picture.view.id, 0.0) };

    let mut y = block.total(sketch, reach);
    let Some(first) = counts.first() else { return 0.0 };
    // Their datums follow each other.
    let mut own = 0;
    for count in counts {
        own = sketch.unplaced(count.words.id, block.panel);
    }
    own -= counts.len() - 1;
    if !beside {
        y = block.words(sketch, first, own, Rect::new(0.0, y, width, 0.0), Tone::Accent) + 8.0;
    }
    lattice.origin.y = y;
    let mut start = 0;
    let mut bottom = y;
    let mut place = Rect::new(0.0, y, width, 0.0);
    if beside {
        place = Rect::new(reach + 32.0, y, width - reach - 32.0, 0.0);
    }
    for (i, count) in counts.iter().enumerate() {
        let (fill, color) = match i {
            0 => (Fill::Solid(Tone::Accent), Tone::Accent),
            _ => (Fill::Outline(Tone::Muted), Tone::Ink),
        };
        let around = lattice.draw(sketch, start, start + count.squares, fill, own + i);
        sketch.settle_around(own + i, &around);
        start += count.squares;
        bottom = bottom.max(around.bottom());
        if beside {
            place.y = block.words(sketch, count, own + i, Rect { y: around.y, ..place }, color);
            bottom = bottom.max(place.y);
            // Where the words need more than their squares, the next part begins below them.
            let next = lattice.square(start).y;
            if place.y + 6.0 > next {
                lattice.origin.y += (place.y + 6.0 - next).ceil();
            }
        }
    }
    if !beside {
        place.y = bottom;
        for (i, count) in counts.iter().enumerate().skip(1) {
            place.y = block.words(sketch, count, own + i, Rect { y: place.y + 10.0, ..place }, Tone::Ink);
        }
    }
    // Lists end with the squares, in the column of the words.
    place.y += list::APART;
    bottom.max(list::draw(picture, sketch, place))
}

/// How many squares stand side by side so that the first part ends with a full line: the divisor nearest to ten.
fn side_by_side(first: usize) -> usize {
    let nearest = [10, 9, 11, 8, 12, 7, 13];
    nearest.iter().find(|across| first.is_multiple_of(**across)).map_or(10, |across| *across)
}
