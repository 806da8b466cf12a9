use super::super::super::sketch::Sketch;
use crate::scene::{Color, Geometry, Point, Rect, Role, Stroke};

/// How a square is inked.
#[derive(Clone, Copy)]
pub(super) enum Fill {
    Solid(Color),
    Outline(Color),
}

/// Squares in a block: how many stand side by side before the next line begins.
#[derive(Clone, Copy)]
pub(super) struct Lattice {
    pub(super) origin: Point,
    pub(super) side: f64,
    pub(super) gap: f64,
    pub(super) across: usize,
    /// Whether the squares fill columns from the left (a length that compares) instead of lines from the top.
    pub(super) columns: bool,
}

impl Lattice {
    fn pitch(self) -> f64 {
        self.side + self.gap
    }

    pub(super) fn square(self, index: usize) -> Rect {
        let (line, place) = (index / self.across.max(1), index % self.across.max(1));
        let (column, row) = if self.columns { (line, place) } else { (place, line) };
        Rect::new(self.origin.x + column as f64 * self.pitch(), self.origin.y + row as f64 * self.pitch(), self.side, self.side)
    }

    /// Draws the squares `from..to` for a datum and returns the box around them.
    pub(super) fn draw(self, sketch: &mut Sketch<'_>, from: usize, to: usize, fill: Fill, datum: usize) -> Rect {
        let mut around = self.square(from);
        for index in from..to {
            let rect = self.square(index);
            around = around.union(rect);
            let (fill, stroke) = match fill {
                Fill::Solid(color) => (Some(color), None),
                Fill::Outline(color) => (None, Some(Stroke { color, width: if self.side > 12.0 { 1.5 } else { 1.0 } })),
            };
            sketch.shape(Geometry::Rect { rect, fill, stroke }, Role::Mark, Some(datum));
        }
        around
    }
}

/// Room for the open end of a bound to the right of its squares, in CSS pixels.
pub(super) const ARROW: f64 = 22.0;

/// The open end of a lower bound: an arrow head beyond the last squares, which says that the count goes on.
pub(super) fn open_end(sketch: &mut Sketch<'_>, squares: Rect, color: Color, datum: usize) -> Rect {
    let stroke = Stroke { color, width: 2.0 };
    let left = squares.right() + 5.0;
    let corners = [
        Point::new(left, squares.y + 1.0),
        Point::new(left + 11.0, squares.center().y),
        Point::new(left, squares.bottom() - 1.0),
    ];
    sketch.line(&corners, stroke, None, Role::Open, Some(datum));
    Rect::between(left, squares.y, left + 12.0, squares.bottom())
}
