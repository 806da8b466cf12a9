use super::super::super::Picture;
use super::super::super::sketch::Sketch;
use super::super::list;
use super::block::Block;
use super::lattice::{ARROW, Fill, Lattice};
use super::{Count, column};
use crate::scene::{Point, Rect, Role, Stroke};

/// From the words to the squares beside them, in CSS pixels.
const GUTTER: f64 = 24.0;
/// How high squares are beside their words at most, in CSS pixels.
const LOW: f64 = 110.0;
/// A list stands to the right of a row that leaves so much room, in CSS pixels at the usual size of text.
const LIST: f64 = 230.0;

/// Each count in a row of its own, all with squares of one size; what has another unit stands apart behind a rule. Lists belong to the
/// first unit.
pub(super) fn draw(picture: &Picture<'_>, sketch: &mut Sketch<'_>, counts: &[Count]) -> f64 {
    let palette = picture.palette();
    let width = sketch.frame.width;
    let beside = column(&sketch.frame);
    let left = beside.map_or(0.0, |column| column + GUTTER);
    let room = width - left - ARROW;
    let most = counts.iter().map(|count| count.squares).max().unwrap_or(1);
    // As few lines as the words beside them are high, so that a count is a length.
    let low = |lines: &usize| pitch(room, most, *lines) * *lines as f64 <= LOW;
    let lines = if beside.is_some() { [6, 5].into_iter().find(low).unwrap_or(5) } else { 10 };
    let pitch = pitch(room, most, lines);
    let gap = if pitch > 11.0 { 3.0 } else { 2.0 };
    let side = (pitch - gap).floor();

    let mut y: f64 = 0.0;
    let mut block: Option<(Block<'_, '_>, &str)> = None;
    for (i, count) in counts.iter().enumerate() {
        let unit = count.words.unit.as_str();
        let first = block.as_ref().is_none_or(|(_, last)| *last != unit);
        if first {
            if block.is_some() {
                let rule = Stroke { color: palette.grid, width: 1.0 };
                y = (y + 20.0).round();
                sketch.line(&[Point::new(0.0, y), Point::new(width, y)], rule, None, Role::Decoration, None);
                y += 16.0;
            }
            let panel = sketch.panel(count.words.id, Rect::new(0.0, y, width, 0.0));
            block = Some((Block { picture, panel }, unit));
        } else {
            y += 18.0;
        }
        let Some((block, _)) = &block else { continue };
        let alone = counts.iter().filter(|other| other.words.unit == unit).count() == 1;
        let (fill, color) = match (alone, first) {
            (true, _) => (Fill::Solid(palette.ink), palette.ink),
            (false, true) => (Fill::Outline(palette.accent), palette.accent),
            (false, false) => (Fill::Solid(palette.accent), palette.accent),
        };
        let datum = block.datum(sketch, count);
        let below = block.words(sketch, count, datum, Rect::new(0.0, y, beside.unwrap_or(width), 0.0), color);
        let top = if beside.is_some() { y + 6.0 } else { below + 8.0 };
        let lattice = Lattice { origin: Point::new(left, top.round()), side, gap, across: lines, columns: true };
        let around = lattice.count(sketch, count, fill, datum);
        sketch.settle(datum, around, around.center());
        y = below.max(around.bottom());

        let last = counts.get(i + 1).is_none_or(|next| next.words.unit != unit);
        if last && counts.first().is_some_and(|whole| whole.words.unit == unit) {
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
