//! The words of all that one mark stands for, one below the other or in columns.

use super::super::super::sketch::Sketch;
use super::entry::Setting;
use super::{Group, Lane};
use crate::scene::{Point, Rect};
use crate::words;

/// Between two columns, in CSS pixels.
const GUTTER: f64 = 28.0;
/// Between two statements of a line each, and where one of them takes more, in CSS pixels.
const GAP: (f64, f64) = (3.0, 7.0);

/// Words that have been set, with their places in the block.
pub(super) struct Block {
    cells: Vec<(Point, Setting)>,
    pub(super) width: f64,
    pub(super) height: f64,
}

impl Block {
    /// Sets the words of a group in `room` pixels; where it has several and `length` pixels to spread them over, side by side.
    pub(super) fn new(sketch: &Sketch<'_>, group: &Group<'_>, lane: &Lane, room: f64, length: f64) -> Self {
        // A block that no statement gives the date of begins with it.
        let dated = group.entries.iter().any(|entry| entry.prints_date());
        let mut before = if dated { String::new() } else { words::period(group.when, sketch.frame.language) };
        let mut block = Self { cells: Vec::new(), width: 0.0, height: 0.0 };
        let mut column: f64 = 0.0;
        for entry in &group.entries {
            let setting = entry.set(sketch, &before, room, lane.color);
            before.clear();
            column = column.max(setting.width());
            block.cells.push((Point::new(0.0, 0.0), setting));
        }
        let fitting = ((length + GUTTER) / (column + GUTTER)) as usize;
        // As few lines as fit, in columns that differ by as little as possible.
        let lines = block.cells.len().div_ceil(fitting.max(1)).max(1);
        let (mut y, mut single) = (0.0, true);
        for (i, (at, setting)) in block.cells.iter_mut().enumerate() {
            if i % lines == 0 {
                y = 0.0;
            } else {
                y += if single && setting.is_single() { GAP.0 } else { GAP.1 };
            }
            single = setting.is_single();
            *at = Point::new((i / lines) as f64 * (column + GUTTER), y);
            y += setting.height();
            block.width = block.width.max(at.x + setting.width());
            block.height = block.height.max(y);
        }
        block
    }

    /// Draws the block with its top left corner at a point and settles the datums of its group.
    pub(super) fn draw(&self, sketch: &mut Sketch<'_>, at: Point, flush_right: bool, (first, anchor): (usize, Point)) {
        for (i, (offset, setting)) in self.cells.iter().enumerate() {
            let width = if flush_right { self.width } else { setting.width() };
            let place = Rect::new(at.x + offset.x, at.y + offset.y, width, setting.height());
            setting.draw(sketch, place, flush_right, (first + i, anchor));
        }
    }
}
