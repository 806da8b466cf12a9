use super::super::super::sketch::{Ink, Sketch};
use super::super::super::{Picture, Tone, Type};
use super::super::set::paragraph;
use super::block::Block;
use super::lattice::{ARROW, Fill, Lattice, fitted};
use super::{Count, column, is_wide};
use crate::scene::{Point, Rect, Role, Weight};
use crate::words::square_key;

/// From the words to the squares beside them, in CSS pixels.
const GUTTER: f64 = 28.0;

/// Counts of different things, a row each. A square is worth the same within a row and says how much; squares of single things are
/// smaller, so that nobody adds them to the others.
pub(super) fn draw(picture: &Picture<'_>, sketch: &mut Sketch<'_>, counts: &[Count<'_>]) -> f64 {
    let width = sketch.frame.width;
    let words_width = column(&sketch.frame);
    let left = words_width.map_or(0.0, |column| column + GUTTER);
    let wide = is_wide(&sketch.frame);
    let key = Ink::new(Type::Label, Weight::Regular, Tone::Muted, Role::Label);
    let mut y: f64 = 0.0;
    for (i, count) in counts.iter().enumerate() {
        if i > 0 {
            y = (y + 20.0).round();
            sketch.rule((0.0, width), y);
            y += 18.0;
        }
        let block = Block { picture, panel: sketch.band(count.words.id, y) };
        let datum = sketch.unplaced(count.words.id, block.panel);
        let place = Rect::new(0.0, y, words_width.unwrap_or(width), 0.0);
        let mut below = block.words(sketch, count, datum, place, Tone::Accent);
        let unit = picture.package.observation(count.words.id).and_then(|row| row.unit);
        if let Some(unit) = unit {
            let text = square_key(unit, count.worth, picture.frame.language);
            below = paragraph(sketch, &text, Point::new(place.x, below), place.width, key, Some(datum));
        }

        // Rows whose squares stand for many have squares of one size.
        let mut most = 1;
        for other in counts {
            if (other.worth > 1) == (count.worth > 1) {
                most = most.max(other.places());
            }
        }
        let (pitch, gap) = match (count.worth > 1, wide) {
            (true, true) => (30.0, 4.0),
            (true, false) | (false, true) => (20.0, 3.0),
            (false, false) => (15.0, 2.0),
        };
        let room = width - left - ARROW;
        let across = fitted(most, room, pitch);
        let side = ((room + gap) / across as f64 - gap).min(pitch * 1.15).floor();
        let top = if wide { y + 6.0 } else { below + 8.0 };
        let lattice = Lattice { origin: Point::new(left, top.round()), side, gap, across, columns: false };
        let around = lattice.count(sketch, count, Fill::Solid(Tone::Accent), datum);
        sketch.settle_around(datum, &around);
        y = below.max(around.bottom());
    }
    y
}
