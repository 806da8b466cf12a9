use super::super::super::{Tone, Type};
use super::super::bar::bracket;
use super::super::pen::Pen;
use super::hundred::derivation;
use super::lattice::{Fill, Lattice};
use super::{Count, block, is_wide};
use crate::data::Formula;
use crate::scene::{Point, Rect, Role, Stroke};
use crate::words::Description;

/// How many squares stand side by side.
const ACROSS: usize = 20;
/// The least room for the words of a sum beside its bracket, in CSS pixels at the usual size of text.
const SUM: f64 = 110.0;
/// Between the small counts and the largest one beside them, in CSS pixels.
const GUTTER: f64 = 48.0;

/// Counts that share no whole, all with squares of one size: the largest stands beside those before it, or below them. A bracket adds up
/// what the view adds up.
pub(super) fn draw(pen: &mut Pen<'_, '_>, counts: &[Count<'_>]) {
    let width = pen.width;
    let wide = is_wide(&pen.sketch.frame);
    let mut most = 0;
    for count in counts {
        most = most.max(count.squares);
    }
    let pitch = if wide { ((width - GUTTER) * 0.03).min(36.0) } else { width / ACROSS as f64 }.floor();
    let left = if wide { width - ACROSS as f64 * pitch - GUTTER } else { 0.0 };
    pen.sketch.panel(pen.picture.view.id);
    let sum = derivation(pen.picture, Formula::Sum);
    let mut beside = pen.rail((left, GUTTER));
    // The sum stands to the right of its bracket where its words have the room, else below it.
    let edge = (pen.width * 0.62).round() + 0.5;
    let edge = (pen.width - edge >= SUM * pen.sketch.frame.text_scale).then_some(edge);
    let mut added: Option<Rect> = None;
    for count in counts {
        if count.squares == most {
            beside.turn(pen, 0.0);
        }
        if pen.y > 0.0 {
            pen.y += if wide { 34.0 } else { 20.0 };
        }
        let whole = pen.width;
        let sum = sum.as_ref().filter(|sum| sum.inputs.contains(&count.words.id));
        if let (Some(edge), Some(_)) = (edge, sum) {
            pen.width = edge - 12.0;
        }
        let top = pen.y;
        let datum = pen.sketch.unplaced(count.words.id);
        block::words(pen, count, datum, Tone::Accent);
        pen.width = whole;
        let across = ((whole / pitch) as usize).min(ACROSS);
        let lattice = Lattice::new(Point::new(pen.x, (pen.y + 6.0).round()), pitch, across);
        let squares = lattice.count(pen.sketch, count, Fill::Solid(Tone::Accent), datum);
        // One square alone is too small to be pointed at.
        let area = Rect::between(pen.x, top, squares.right().max(pen.x + 60.0), squares.bottom());
        pen.sketch.settle(datum, &area, squares.center());
        pen.y = squares.bottom();
        if let Some(sum) = sum {
            let around = added.get_or_insert(squares);
            around.include(&squares);
            if sum.inputs.last() == Some(&count.words.id) {
                pen.open(sum.id);
                total(pen, sum, around, edge);
                pen.close();
                pen.put(&Rect::new(0.0, pen.y.max(around.bottom()), whole, 0.0));
            }
        }
    }
    beside.end(pen);
}

/// Draws the bracket around the squares of the counts that the view adds up, beside them at an edge or else below them, with the sum.
fn total(pen: &mut Pen<'_, '_>, sum: &Description, around: &Rect, edge: Option<f64>) {
    if let Some(x) = edge {
        let stroke = Stroke { color: Tone::Muted, width: 1.0 };
        let (top, bottom, foot) = (around.y.round() + 0.5, around.bottom().round() - 0.5, x - 6.0);
        let corners = [Point::new(foot, top), Point::new(x, top), Point::new(x, bottom), Point::new(foot, bottom)];
        pen.sketch.line(&corners, stroke, None, Role::Axis, pen.datum);
        let high = pen.sketch.frame.line(Type::Figure) + pen.sketch.frame.line(Type::Label);
        pen.put(&Rect::new(x + 12.0, around.center().y - high / 2.0, pen.width - x - 12.0, 0.0));
    } else {
        let y = around.bottom().round() + 10.5;
        bracket(pen, (0.5, around.right() - 0.5), (y, y - 6.0), (Tone::Muted, 1.0, Role::Axis));
        pen.y = y + 6.0;
    }
    pen.labelled(sum, (Type::Figure, Tone::Ink, Tone::Muted));
}
