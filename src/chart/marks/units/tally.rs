use super::super::super::sketch::{Ink, Sketch};
use super::super::super::{Picture, Tone, Type};
use super::super::set::{bracket, labelled};
use super::block::Block;
use super::hundred::derivation;
use super::lattice::{Fill, Lattice};
use super::{Count, is_wide};
use crate::data::Formula;
use crate::scene::{Point, Rect, Role, Stroke, Weight};
use crate::words::Description;

/// How many squares stand side by side.
const ACROSS: usize = 20;
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

    let sum = derivation(picture, Formula::Sum).map(|words| Bracket::new(sketch, words, left));
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
        let sum = sum.as_ref().filter(|sum| sum.words.inputs.contains(&count.words.id));
        let room = sum.filter(|sum| sum.beside).map_or(left, |sum| sum.x - 12.0);
        let squares = board.count(sketch, count, Rect::new(0.0, y, room, 0.0));
        y = squares.bottom();
        if let Some(sum) = sum {
            let around = added.map_or(squares, |added| added.union(squares));
            added = Some(around);
            if sum.words.inputs.last() == Some(&count.words.id) {
                y = y.max(sum.draw(sketch, around, panel));
            }
        }
    }
    y.max(beside)
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

/// The bracket around the counts that the view adds up, with the sum: beside them where its words fit there, else below them.
struct Bracket {
    words: Description,
    beside: bool,
    x: f64,
    right: f64,
}

impl Bracket {
    fn new(sketch: &Sketch<'_>, words: Description, right: f64) -> Self {
        let x = (right * 0.62).round() + 0.5;
        let figure = Ink::new(Type::Figure, Weight::Bold, Tone::Ink, Role::Figure);
        let unit = Ink { kind: Type::Label, ..figure };
        let label = Ink { weight: Weight::Regular, ..unit };
        // Beside them, every one of its words stands on one line.
        let needs = sketch.width_of(&words.unmarked_figure(), figure).max(sketch.width_of(&words.marked_unit(), unit));
        let needs = needs.max(sketch.width_of(words.label, label));
        Self { words, beside: x + 20.0 + needs <= right, x, right }
    }

    /// Draws it around the squares of the counts and returns where it ends.
    fn draw(&self, sketch: &mut Sketch<'_>, around: Rect, panel: usize) -> f64 {
        let stroke = Stroke { color: Tone::Muted, width: 1.0 };
        let datum = sketch.unplaced(self.words.id, panel);
        let mut place = Rect::new(0.0, 0.0, self.right, 0.0);
        if self.beside {
            let (top, bottom, foot) = (around.y.round() + 0.5, around.bottom().round() - 0.5, self.x - 6.0);
            let corners = [Point::new(foot, top), Point::new(self.x, top), Point::new(self.x, bottom), Point::new(foot, bottom)];
            sketch.line(&corners, stroke, None, Role::Axis, Some(datum));
            let high = sketch.frame.line(Type::Figure) + sketch.frame.line(Type::Label);
            let left = self.x + 12.0;
            place = Rect::new(left, around.center().y - high / 2.0, self.right - left, 0.0);
        } else {
            let line = around.bottom().round() + 10.5;
            bracket(sketch, (0.5, around.right() - 0.5), (line, line - 6.0), (stroke, Role::Axis), datum);
            place.y = line + 6.0;
        }
        let inks = (Type::Figure, Tone::Ink, Tone::Muted);
        let (area, below) = labelled(sketch, &self.words, datum, place.origin(), place.width, inks);
        sketch.settle(datum, Rect::between(area.x, area.y, area.right(), below), area.center());
        below
    }
}
