use super::super::super::sketch::Sketch;
use super::super::super::{Picture, Tone, Type};
use super::super::set::{bracket, labelled};
use super::block::Block;
use super::hundred::derivation;
use super::lattice::{Fill, Lattice};
use super::{Count, is_wide};
use crate::data::Formula;
use crate::scene::{Point, Rect, Role, Stroke};
use crate::words::Description;

/// How many squares stand side by side.
const ACROSS: usize = 20;
/// The least room for the words of a sum beside its bracket, in CSS pixels at the usual size of text.
const SUM: f64 = 110.0;
/// Between the small counts and the largest one beside them, in CSS pixels.
const GUTTER: f64 = 48.0;

/// Counts that share no whole, all with squares of one size: the largest stands beside the others, or below them. A bracket adds up
/// what the view adds up.
pub(super) fn draw(picture: &Picture<'_>, sketch: &mut Sketch<'_>, counts: &[Count<'_>]) -> f64 {
    let width = sketch.frame.width;
    let wide = is_wide(&sketch.frame);
    // The largest, of several the last; and how many squares the largest of the others has on a line.
    let (mut largest, mut most, mut across) = ("", 0, 0);
    for count in counts {
        if count.squares >= most {
            (largest, across, most) = (count.words.id, most, count.squares);
        } else {
            across = across.max(count.squares);
        }
    }
    let across = across.min(ACROSS);
    let mut pitch = (width / ACROSS as f64).floor();
    let mut left = width;
    if wide {
        let least = 230.0 * sketch.frame.text_scale.sqrt();
        pitch = ((width - GUTTER) / (ACROSS + across) as f64).min((width - GUTTER - least) / ACROSS as f64);
        pitch = pitch.floor().min(36.0);
        left = width - ACROSS as f64 * pitch - GUTTER;
    }
    let gap = if pitch > 20.0 { 4.0 } else { 3.0 };
    let panel = sketch.band(picture.view.id, 0.0);
    let board = Board { block: Block { picture, panel }, side: pitch - gap, gap };

    let sum = derivation(picture, Formula::Sum);
    // The sum stands to the right of its bracket where its words have the room, else below it.
    let edge = (left * 0.62).round() + 0.5;
    let aside = left - edge >= SUM * sketch.frame.text_scale;
    let (mut y, mut beside): (f64, f64) = (0.0, 0.0);
    let mut added: Option<Rect> = None;
    for count in counts {
        if wide && count.words.id == largest {
            beside = board.count(sketch, count, Rect::new(left + GUTTER, 0.0, width - left - GUTTER, 0.0)).bottom();
            continue;
        }
        if y > 0.0 {
            y += if wide { 34.0 } else { 20.0 };
        }
        let sum = sum.as_ref().filter(|sum| sum.inputs.contains(&count.words.id));
        let room = if aside && sum.is_some() { edge - 12.0 } else { left };
        let squares = board.count(sketch, count, Rect::new(0.0, y, room, 0.0));
        y = squares.bottom();
        if let Some(sum) = sum {
            let around = added.map_or(squares, |added| added.union(squares));
            added = Some(around);
            if sum.inputs.last() == Some(&count.words.id) {
                y = y.max(total(sketch, sum, around, (aside.then_some(edge), left), panel));
            }
        }
    }
    y.max(beside)
}

/// Draws the bracket around the squares of the counts that the view adds up, beside them at an edge or else below them, with the sum.
/// Returns where it ends.
fn total(sketch: &mut Sketch<'_>, sum: &Description, around: Rect, (edge, right): (Option<f64>, f64), panel: usize) -> f64 {
    let stroke = Stroke { color: Tone::Muted, width: 1.0 };
    let datum = sketch.unplaced(sum.id, panel);
    let mut at = Point::new(0.0, around.bottom().round() + 16.5);
    if let Some(x) = edge {
        let (top, bottom, foot) = (around.y.round() + 0.5, around.bottom().round() - 0.5, x - 6.0);
        let corners = [Point::new(foot, top), Point::new(x, top), Point::new(x, bottom), Point::new(foot, bottom)];
        sketch.line(&corners, stroke, None, Role::Axis, Some(datum));
        let high = sketch.frame.line(Type::Figure) + sketch.frame.line(Type::Label);
        at = Point::new(x + 12.0, around.center().y - high / 2.0);
    } else {
        bracket(sketch, (0.5, around.right() - 0.5), (at.y - 6.0, at.y - 12.0), (stroke, Role::Axis), datum);
    }
    let (area, below) = labelled(sketch, sum, datum, at, right - at.x, (Type::Figure, Tone::Ink, Tone::Muted));
    sketch.settle_around(datum, &Rect::between(area.x, area.y, area.right(), below));
    below
}

/// What all counts have in common.
struct Board<'p, 'a> {
    block: Block<'p, 'a>,
    side: f64,
    gap: f64,
}

impl Board<'_, '_> {
    /// Sets a count with its squares below its words and returns the box around the squares.
    fn count(&self, sketch: &mut Sketch<'_>, count: &Count<'_>, place: Rect) -> Rect {
        let color = Tone::Accent;
        let datum = sketch.unplaced(count.words.id, self.block.panel);
        let below = self.block.words(sketch, count, datum, place, color);
        let origin = Point::new(place.x, (below + 6.0).round());
        let lattice = Lattice { origin, side: self.side, gap: self.gap, across: ACROSS, columns: false };
        let squares = lattice.count(sketch, count, Fill::Solid(color), datum);
        // One square alone is too small to be pointed at.
        let area = Rect::between(place.x, place.y, squares.right().max(place.x + 60.0), squares.bottom());
        sketch.settle(datum, area, squares.center());
        squares
    }
}
