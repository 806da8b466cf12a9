use super::super::super::Picture;
use super::super::super::sketch::Sketch;
use super::block::Block;
use super::lattice::{ARROW, Fill, Lattice, open_end};
use super::{BESIDE, Count};
use crate::scene::{Point, Rect, Role, Stroke};

/// Each count in a row of its own, all with squares of one size; what has another unit stands apart behind a rule.
pub(super) fn draw(picture: &Picture<'_>, sketch: &mut Sketch<'_>, counts: &[Count]) -> f64 {
    let palette = picture.palette();
    let width = sketch.frame.width;
    let lines = if width >= BESIDE { 5 } else { 10 };
    let most = counts.iter().map(|count| count.squares).max().unwrap_or(1);
    let columns = most.div_ceil(lines).max(1);
    let gap = if width >= BESIDE { 3.0 } else { 2.0 };
    let side = ((width - ARROW) / columns as f64 - gap).floor().clamp(3.0, 16.0);
    let mut y: f64 = 0.0;
    let mut block: Option<(Block<'_, '_>, &str)> = None;
    for count in counts {
        let unit = count.words.unit.as_str();
        let whole = block.as_ref().is_none_or(|(_, last)| *last != unit);
        if whole {
            if block.is_some() {
                let rule = Stroke { color: palette.grid, width: 1.0 };
                y = (y + 20.0).round();
                sketch.line(&[Point::new(0.0, y), Point::new(width, y)], rule, None, Role::Decoration, None);
                y += 14.0;
            }
            let panel = sketch.panel(count.words.id, Rect::new(0.0, y, width, 0.0));
            block = Some((Block { picture, panel }, unit));
        } else {
            y += 16.0;
        }
        let Some((block, _)) = &block else { continue };
        let alone = counts.iter().filter(|other| other.words.unit == unit).count() == 1;
        let (fill, color) = match (alone, whole) {
            (true, _) => (Fill::Solid(palette.ink), palette.ink),
            (false, true) => (Fill::Outline(palette.accent), palette.accent),
            (false, false) => (Fill::Solid(palette.accent), palette.accent),
        };
        let datum = block.datum(sketch, count);
        let top = block.words(sketch, count, datum, Rect::new(0.0, y, width, 0.0), color) + 8.0;
        let lattice = Lattice { origin: Point::new(0.0, top.round()), side, gap, across: lines, columns: true };
        let mut around = lattice.draw(sketch, 0, count.squares, fill, datum);
        if count.open {
            around = around.union(open_end(sketch, around, color, datum));
        }
        sketch.settle(datum, around, around.center());
        y = around.bottom();
    }
    y
}
