use super::super::super::Tone;
use super::super::super::sketch::Sketch;
use super::Count;
use crate::scene::{Point, Rect, Role, Stroke};

/// How a square is inked.
#[derive(Clone, Copy)]
pub(super) enum Fill {
    Solid(Tone),
    Outline(Tone),
}

/// Squares in a block: how many stand side by side before the next line begins.
#[derive(Clone, Copy)]
pub(super) struct Lattice {
    pub(super) origin: Point,
    /// From one square to the next, in CSS pixels.
    pitch: f64,
    gap: f64,
    pub(super) across: usize,
    /// Whether the squares fill columns from the left (a length that compares) instead of lines from the top.
    pub(super) columns: bool,
}

impl Lattice {
    /// Squares in lines from the top; the larger they are, the wider is the gap between two of them.
    pub(super) fn new(origin: Point, pitch: f64, across: usize) -> Self {
        let pitch = pitch.max(5.0).floor();
        Self { origin, pitch, gap: (pitch * 0.12).ceil(), across, columns: false }
    }

    /// How wide a full line is.
    pub(super) fn reach(self) -> f64 {
        self.across as f64 * self.pitch - self.gap
    }

    pub(super) fn square(self, index: usize) -> Rect {
        let (line, place) = (index / self.across.max(1), index % self.across.max(1));
        let (column, row) = if self.columns { (line, place) } else { (place, line) };
        let side = self.pitch - self.gap;
        Rect::new(self.origin.x + column as f64 * self.pitch, self.origin.y + row as f64 * self.pitch, side, side)
    }

    /// Draws the squares `from..to` for a datum and returns the box around them.
    pub(super) fn draw(self, sketch: &mut Sketch<'_>, (from, to): (usize, usize), fill: Fill, datum: usize) -> Rect {
        let mut around = self.square(from);
        for index in from..to {
            let rect = self.square(index);
            around.include(&rect);
            match fill {
                Fill::Solid(color) => sketch.filled(&rect, color, Role::Mark, Some(datum)),
                Fill::Outline(color) => {
                    let width = if self.pitch > 14.0 { 1.5 } else { 1.0 };
                    sketch.outlined(&rect, Stroke { color, width }, Role::Mark, Some(datum));
                }
            }
        }
        around
    }

    /// Draws a count and returns the box around it: whole squares, the last one outlined where the value is only close to them, a part
    /// of one more, and the open end of a bound.
    pub(super) fn count(self, sketch: &mut Sketch<'_>, count: &Count<'_>, fill: Fill, datum: usize) -> Rect {
        let color = match fill {
            Fill::Solid(color) | Fill::Outline(color) => color,
        };
        let whole = if count.near { count.squares.saturating_sub(1) } else { count.squares };
        let mut around = self.draw(sketch, (0, whole), fill, datum);
        let mut last = self.square(count.squares.saturating_sub(1));
        if count.near {
            around.include(&self.draw(sketch, (whole, count.squares), Fill::Outline(color), datum));
        }
        if count.rest > 0.0 {
            let square = self.square(count.squares);
            last = Rect { width: square.width * count.rest, ..square };
            sketch.filled(&last, color, Role::Mark, Some(datum));
            if !count.open {
                // The whole square shows how much of it the rest is. Of an open bound nobody knows whether it is ever filled.
                sketch.outlined(&square, Stroke { color, width: 1.0 }, Role::Axis, Some(datum));
                around.include(&square);
            }
            around.include(&last);
        }
        if count.open {
            around.include(&open_end(sketch, if self.columns { &around } else { &last }, color, datum));
        }
        around
    }
}

/// Room for the open end of a bound to the right of its squares, in CSS pixels.
pub(super) const ARROW: f64 = 22.0;

/// The open end of a lower bound: an arrow head beyond the last squares, which says that the count goes on.
fn open_end(sketch: &mut Sketch<'_>, squares: &Rect, color: Tone, datum: usize) -> Rect {
    let stroke = Stroke { color, width: 2.0 };
    let left = squares.right() + 5.0;
    let tip = Point::new(left + 11.0, squares.center().y);
    sketch.chevron(tip, (1.0, 0.0), (11.0, squares.height / 2.0 - 1.0), stroke, (Role::Open, Some(datum)));
    Rect::between(left, squares.y, left + 12.0, squares.bottom())
}
