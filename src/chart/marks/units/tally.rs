use super::super::super::sketch::{Ink, Sketch};
use super::super::super::{Picture, Tone, Type};
use super::super::set::{figure, label_lines};
use super::block::Block;
use super::lattice::{Fill, Lattice};
use super::{Count, is_wide};
use crate::data::Formula;
use crate::scene::{Point, Rect, Role, Stroke, Weight};
use crate::words::{Description, describe_derivation};

/// How many squares stand side by side.
const ACROSS: usize = 20;
/// Between the small counts and the largest one beside them, in CSS pixels.
const GUTTER: f64 = 48.0;

/// Counts that share no whole, all with squares of one size: the largest stands beside the others, or below them. A bracket adds up
/// what the view adds up.
pub(super) fn draw(picture: &Picture<'_>, sketch: &mut Sketch<'_>, counts: &[Count]) -> f64 {
    let width = sketch.frame.width;
    let wide = is_wide(&sketch.frame);
    let largest = counts.iter().max_by_key(|count| count.squares).map_or("", |count| count.words.id);
    let others = counts.iter().filter(|count| count.words.id != largest);
    let across = others.map(|count| count.squares).max().unwrap_or(0).min(ACROSS);
    let (pitch, left) = if wide {
        let least = 230.0 * sketch.frame.text_scale.sqrt();
        let pitch = ((width - GUTTER) / (ACROSS + across) as f64).min((width - GUTTER - least) / ACROSS as f64);
        let pitch = pitch.floor().min(36.0);
        (pitch, width - ACROSS as f64 * pitch - GUTTER)
    } else {
        ((width / ACROSS as f64).floor(), width)
    };
    let gap = if pitch > 20.0 { 4.0 } else { 3.0 };
    let panel = sketch.panel(picture.view.id, Rect::new(0.0, 0.0, width, 0.0));
    let board = Board { block: Block { picture, panel }, side: pitch - gap, gap };

    let sum = picture.derivations().find(|row| row.formula == Formula::Sum);
    let sum = sum.map(|row| describe_derivation(picture.package, row, picture.frame.language));
    let bracket = sum.as_ref().map(|words| Bracket::new(sketch, words, left));
    let (mut y, mut beside): (f64, f64) = (0.0, 0.0);
    let mut added: Option<Rect> = None;
    for count in counts {
        let apart = |y: f64| if y > 0.0 { y + if wide { 34.0 } else { 20.0 } } else { y };
        if wide && count.words.id == largest {
            beside = board.count(sketch, count, Rect::new(left + GUTTER, 0.0, width - left - GUTTER, 0.0)).bottom();
            continue;
        }
        let part = sum.as_ref().is_some_and(|sum| sum.inputs.contains(&count.words.id));
        let room = bracket.as_ref().filter(|bracket| part && bracket.beside).map_or(left, |bracket| bracket.x - 12.0);
        let squares = board.count(sketch, count, Rect::new(0.0, apart(y), room, 0.0));
        y = squares.bottom();
        if !part {
            continue;
        }
        let around = added.map_or(squares, |added| added.union(squares));
        added = Some(around);
        if let (Some(sum), Some(bracket)) = (&sum, &bracket)
            && sum.inputs.last() == Some(&count.words.id)
        {
            y = y.max(bracket.draw(picture, sketch, sum, around, panel));
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
    fn count(&self, sketch: &mut Sketch<'_>, count: &Count, place: Rect) -> Rect {
        let color = self.block.picture.palette().accent;
        let datum = self.block.datum(sketch, count);
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

/// The bracket around the counts that the view adds up: beside them where its words fit there, else below them.
struct Bracket {
    beside: bool,
    x: f64,
    right: f64,
}

impl Bracket {
    fn new(sketch: &Sketch<'_>, words: &Description, right: f64) -> Self {
        let x = (right * 0.62).round() + 0.5;
        let ink = Tone::Ink;
        let figure = Ink::new(Type::Figure, Weight::Bold, ink, Role::Figure);
        let unit = Ink::new(Type::Label, Weight::Bold, ink, Role::Unit);
        let label = Ink::new(Type::Label, Weight::Regular, ink, Role::Label);
        // Beside them, every one of its words stands on one line.
        let needs = sketch.width_of(&words.unmarked_figure(), figure).max(sketch.width_of(&words.marked_unit(), unit));
        let needs = needs.max(sketch.width_of(words.label, label));
        Self { beside: x + 20.0 + needs <= right, x, right }
    }

    /// Draws it around the squares of the counts and returns where it ends.
    fn draw(&self, picture: &Picture<'_>, sketch: &mut Sketch<'_>, words: &Description, around: Rect, panel: usize) -> f64 {
        let palette = picture.palette();
        let stroke = Stroke { color: palette.muted, width: 1.0 };
        let (place, corners) = if self.beside {
            let (top, bottom, foot) = (around.y.round() + 0.5, around.bottom().round() - 0.5, self.x - 6.0);
            let corners = [Point::new(foot, top), Point::new(self.x, top), Point::new(self.x, bottom), Point::new(foot, bottom)];
            let high = sketch.frame.line(Type::Figure) + sketch.frame.line(Type::Label);
            let left = self.x + 12.0;
            (Rect::new(left, around.center().y - high / 2.0, self.right - left, 0.0), corners)
        } else {
            let line = around.bottom().round() + 10.5;
            let (left, right, foot) = (0.5, around.right() - 0.5, line - 6.0);
            let corners = [Point::new(left, foot), Point::new(left, line), Point::new(right, line), Point::new(right, foot)];
            (Rect::new(0.0, line + 6.0, self.right, 0.0), corners)
        };
        let datum = sketch.datum(words.id, panel, place, place.center());
        sketch.line(&corners, stroke, None, Role::Axis, Some(datum));
        let set = figure(sketch, words, datum, place, (Type::Figure, palette.ink));
        let area = set.area;
        let below = label_lines(sketch, words.label, (set, place.right()), palette.muted, datum);
        sketch.settle(datum, Rect::between(area.x, area.y, area.right(), below), area.center());
        below
    }
}
