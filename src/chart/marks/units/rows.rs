use super::super::super::sketch::{Ink, Sketch};
use super::super::super::{Picture, Tone, Type};
use super::super::list;
use super::super::set::paragraph;
use super::block::Block;
use super::lattice::{ARROW, Fill, Lattice};
use super::{Count, column};
use crate::scene::{Point, Rect, Role, Weight};
use crate::words::square_key;

/// From the words to the squares beside them, in CSS pixels.
const GUTTER: f64 = 24.0;
/// How high squares are beside their words at most, in CSS pixels.
const LOW: f64 = 110.0;
/// A list stands to the right of a row that leaves so much room, in CSS pixels at the usual size of text.
const LIST: f64 = 230.0;

/// Each count in a row of its own; what has another unit stands apart behind a rule. Parts of each other have squares of one size, and
/// lists belong to the first unit. Of different things a square is worth the same within a row and says how much; squares of single
/// things are smaller then, so that nobody adds them to the others.
pub(super) fn draw(picture: &Picture<'_>, sketch: &mut Sketch<'_>, counts: &[Count<'_>], parts: bool) -> f64 {
    let width = sketch.frame.width;
    let beside = column(&sketch.frame);
    let left = beside.map_or(0.0, |column| column + GUTTER);
    let room = width - left - ARROW;

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
            (true, false) if parts => (Fill::Solid(Tone::Ink), Tone::Ink),
            (true, true) => (Fill::Outline(Tone::Accent), Tone::Accent),
            _ => (Fill::Solid(Tone::Accent), Tone::Accent),
        };
        let datum = sketch.unplaced(count.words.id, block.panel);
        let place = Rect::new(0.0, y, beside.unwrap_or(width), 0.0);
        let mut below = block.words(sketch, count, datum, place, color);
        if !parts && let Some(unit) = picture.package.observation(count.words.id).and_then(|row| row.unit) {
            let key = Ink::new(Type::Label, Weight::Regular, Tone::Muted, Role::Label);
            let text = square_key(unit, count.worth, picture.frame.language);
            below = paragraph(sketch, &text, Point::new(0.0, below), place.width, key, Some(datum));
        }

        // The rows of one unit, or of one worth, have squares of one size.
        let mut most = 1;
        for other in counts {
            if parts || (other.worth > 1) == (count.worth > 1) {
                most = most.max(other.places());
            }
        }
        let top = if beside.is_some() { y + 6.0 } else { below + 8.0 };
        let origin = Point::new(left, top.round());
        let lattice =
            if parts { length(room, most, beside.is_some()) } else { tokens(room, most, count.worth, beside.is_some()) };
        let around = Lattice { origin, ..lattice }.count(sketch, count, fill, datum);
        sketch.settle_around(datum, &around);
        y = below.max(around.bottom());

        if parts && !next && counts.first().is_some_and(|whole| whole.words.unit == unit) {
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

/// Squares in so few lines as the words beside them are high, so that a count is a length.
fn length(room: f64, most: usize, beside: bool) -> Lattice {
    // From one square to the next, so that most of them in so many lines fill the room.
    let pitch = |lines: usize| (room / most.div_ceil(lines).max(1) as f64).clamp(5.0, 20.0);
    let lines = match beside {
        true if pitch(6) * 6.0 <= LOW => 6,
        true => 5,
        false => 10,
    };
    let gap = if pitch(lines) > 11.0 { 3.0 } else { 2.0 };
    Lattice { origin: Point::new(0.0, 0.0), side: (pitch(lines) - gap).floor(), gap, across: lines, columns: true }
}

/// Squares line by line, as large as what they are worth.
fn tokens(room: f64, most: usize, worth: i64, wide: bool) -> Lattice {
    let (pitch, gap) = match (worth > 1, wide) {
        (true, true) => (30.0, 4.0),
        (true, false) | (false, true) => (20.0, 3.0),
        (false, false) => (15.0, 2.0),
    };
    let lines = (most as f64 * pitch / room).round().max(1.0);
    let across = (most as f64 / lines).ceil().max(1.0);
    let side = ((room + gap) / across - gap).min(pitch * 1.15).floor();
    Lattice { origin: Point::new(0.0, 0.0), side, gap, across: across as usize, columns: false }
}
