use super::super::super::sketch::Ink;
use super::super::super::{Tone, Type};
use super::super::list;
use super::super::pen::Pen;
use super::lattice::{ARROW, Fill, Lattice};
use super::{Count, block, is_wide};
use crate::scene::{Point, Rect, Role, Weight};
use crate::words::square_key;

/// From the words to the squares beside them, in CSS pixels.
const GUTTER: f64 = 24.0;
/// A list stands to the right of a row that leaves so much room, in CSS pixels at the usual size of text.
const LIST: f64 = 230.0;

/// Each count in a row of its own; what has another unit stands apart behind a rule. Parts of each other have squares of one size, and
/// lists belong to the first unit. Of different things a square is worth the same within a row and says how much; squares of single
/// things are smaller then, so that nobody adds them to the others.
pub(super) fn draw(pen: &mut Pen<'_, '_>, counts: &[Count<'_>], parts: bool) {
    let picture = pen.picture;
    let scale = picture.frame.text_scale;
    // The words have a column of their own, or stand above the squares.
    let wide = is_wide(&picture.frame);
    let rail = if wide { (pen.width * 0.25).max(180.0 * scale.sqrt()).min(250.0 * scale.sqrt()).floor() } else { 0.0 };
    let mut last = None;
    for (i, count) in counts.iter().enumerate() {
        let unit = count.words.unit.as_str();
        let first = last != Some(unit);
        if first {
            if i > 0 {
                pen.y = (pen.y + 20.0).round();
                pen.sketch.rule((0.0, pen.width), pen.y);
                pen.y += 16.0;
            }
            pen.sketch.panel(count.words.id);
        } else {
            pen.y += 18.0;
        }
        last = Some(unit);
        let next = counts.get(i + 1).is_some_and(|next| next.words.unit == unit);
        let (fill, color) = match (first, next) {
            (true, false) if parts => (Fill::Solid(Tone::Ink), Tone::Ink),
            (true, true) => (Fill::Outline(Tone::Accent), Tone::Accent),
            _ => (Fill::Solid(Tone::Accent), Tone::Accent),
        };
        let datum = pen.sketch.unplaced(count.words.id);
        let mut beside = pen.rail((rail, GUTTER));
        block::words(pen, count, datum, color);
        if !parts && let Some(unit) = picture.package.observation(count.words.id).and_then(|row| row.unit) {
            let key = Ink::new(Type::Label, Weight::Regular, Tone::Muted, Role::Label);
            pen.write(&square_key(unit, count.worth, picture.frame.language), key);
        }
        pen.datum = None;
        beside.turn(pen, 6.0);
        if !wide {
            pen.y += 8.0;
        }

        // The rows of one unit, or of one worth, have squares of one size.
        let mut most = 1;
        for other in counts {
            if parts || (other.worth > 1) == (count.worth > 1) {
                most = most.max(other.places());
            }
        }
        let room = pen.width - ARROW;
        let mut lattice = if parts { length(room, most, wide) } else { tokens(room, most, count.worth, wide) };
        lattice.origin = Point::new(pen.x, pen.y.round());
        let around = lattice.count(pen.sketch, count, fill, datum);
        pen.sketch.settle_around(datum, &around);
        pen.y = around.bottom();
        if parts && !next && counts.first().is_some_and(|whole| whole.words.unit == unit) {
            let free = around.right() + 36.0;
            if wide && pen.right() - free >= LIST * scale {
                pen.put(&Rect::new(free, around.y, pen.right() - free, 0.0));
            } else {
                pen.y += list::APART;
            }
            list::draw(pen);
            pen.y = pen.y.max(around.bottom());
        }
        beside.end(pen);
    }
}

/// Squares in so few lines as the words beside them are high, so that a count is a length.
fn length(room: f64, most: usize, wide: bool) -> Lattice {
    let lines = if wide { 6 } else { 10 };
    let pitch = (room / most.div_ceil(lines) as f64).min(18.0);
    let mut lattice = Lattice::new(Point::new(0.0, 0.0), pitch, lines);
    lattice.columns = true;
    lattice
}

/// Squares line by line, as large as what they are worth.
fn tokens(room: f64, most: usize, worth: i64, wide: bool) -> Lattice {
    let pitch = match (worth > 1, wide) {
        (true, true) => 30.0,
        (true, false) | (false, true) => 20.0,
        (false, false) => 15.0,
    };
    let lines = (most as f64 * pitch / room).round().max(1.0);
    let across = (most as f64 / lines).ceil().max(1.0);
    Lattice::new(Point::new(0.0, 0.0), (room / across).min(pitch * 1.25), across as usize)
}
