use super::super::super::sketch::Sketch;
use super::super::super::{Picture, Tone};
use super::super::list;
use super::block::Block;
use super::lattice::{ARROW, Fill, Lattice};
use super::{Count, column};
use crate::scene::{Point, Rect};

/// From the words to the squares beside them, in CSS pixels.
const GUTTER: f64 = 24.0;
/// How high squares are beside their words at most, in CSS pixels.
const LOW: f64 = 110.0;
/// A list stands to the right of a row that leaves so much room, in CSS pixels at the usual size of text.
const LIST: f64 = 230.0;

/// Each count in a row of its own, all with squares of one size; what has another unit stands apart behind a rule. Lists belong to the
/// first unit.
pub(super) fn draw(picture: &Picture<'_>, sketch: &mut Sketch<'_>, counts: &[Count<'_>]) -> f64 {
    let width = sketch.frame.width;
    let beside = column(&sketch.frame);
    let left = beside.map_or(0.0, |column| column + GUTTER);
    let room = width - left - ARROW;
    let mut most = 1;
    for count in counts {
        most = most.max(count.squares);
    }
    // As few lines as the words beside them are high, so that a count is a length.
    let lines = match beside {
        Some(_) if pitch(room, most, 6) * 6.0 <= LOW => 6,
        Some(_) => 5,
        None => 10,
    };
    let pitch = pitch(room, most, lines);
    let gap = if pitch > 11.0 { 3.0 } else { 2.0 };
    let side = (pitch - gap).floor();

    let mut block = Block { picture, panel: 0 };
    let mut last = None;
    let mut y: f64 = 0.0;
    for (i, count) in counts.iter().enumerate() {
        let unit = count.words.unit.as_str();
        let first = last != Some(unit);
        if !first {
            y += 18.0;
        } else if last.is_some() {
            y = (y + 20.0).round();
            sketch.rule((0.0, width), y);
            y += 16.0;
        }
        if first {
            block.panel = sketch.band(count.words.id, y);
        }
        last = Some(unit);
        let next = counts.get(i + 1).is_some_and(|next| next.words.unit == unit);
        let (fill, color) = match (first, next) {
            (true, false) => (Fill::Solid(Tone::Ink), Tone::Ink),
            (true, true) => (Fill::Outline(Tone::Accent), Tone::Accent),
            (false, _) => (Fill::Solid(Tone::Accent), Tone::Accent),
        };
        let datum = sketch.unplaced(count.words.id, block.panel);
        let below = block.words(sketch, count, datum, Rect::new(0.0, y, beside.unwrap_or(width), 0.0), color);
        let top = if beside.is_some() { y + 6.0 } else { below + 8.0 };
        let lattice = Lattice { origin: Point::new(left, top.round()), side, gap, across: lines, columns: true };
        let around = lattice.count(sketch, count, fill, datum);
        sketch.settle_around(datum, &around);
        y = below.max(around.bottom());

        if !next && counts.first().is_some_and(|whole| whole.words.unit == unit) {
            let free = around.right() + 36.0;
            let place = if beside.is_some() && width - free >= LIST * sketch.frame.text_scale {
                Rect::new(free, top - 2.0, width - free, 0.0)
            } else {
                Rect::new(0.0, y + list::APART, width, 0.0)
            };
            let listed = list::draw(picture, sketch, place);
            y = if listed > place.y { y.max(listed) } else { y };
        }
    }
    y
}

/// From one square to the next, so that `most` of them in so many lines fill a width.
fn pitch(width: f64, most: usize, lines: usize) -> f64 {
    (width / most.div_ceil(lines).max(1) as f64).clamp(5.0, 20.0)
}
