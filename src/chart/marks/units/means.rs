use super::super::super::sketch::Sketch;
use super::super::super::{Picture, Tone, Type};
use super::super::set::stacked;
use super::is_wide;
use crate::scene::{Point, Rect};
use crate::words::Description;

/// Between two columns, in CSS pixels.
const GUTTER: f64 = 32.0;

/// Means and other derived figures, side by side or one below the other: large, over what they are and what they are computed from.
pub(super) fn draw(picture: &Picture<'_>, sketch: &mut Sketch<'_>, means: &[&Description]) -> f64 {
    let panel = sketch.band(picture.view.id, 0.0);
    let beside = is_wide(&sketch.frame);
    let columns = if beside { means.len().max(1) as f64 } else { 1.0 };
    let width = (sketch.frame.width - GUTTER * (columns - 1.0)) / columns;
    let (mut x, mut y, mut bottom) = (0.0, 0.0, 0.0f64);
    for words in means {
        if bottom > 0.0 && !beside {
            y = (bottom + 14.0).round();
            sketch.rule((0.0, width), y);
            y += 14.0;
        }
        let datum = sketch.unplaced(words.id, panel);
        let end = stacked(sketch, words, datum, Point::new(x, y), width, (Type::Headline, Tone::Accent));
        sketch.settle_under(datum, &Rect::between(x, y, x + width, end), width / 4.0);
        bottom = bottom.max(end);
        if beside {
            x += width + GUTTER;
        }
    }
    bottom
}
