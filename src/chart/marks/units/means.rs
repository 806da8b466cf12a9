use super::super::super::{Tone, Type};
use super::super::pen::{Columns, GUTTER, Pen};
use super::is_wide;
use crate::words::Description;

/// Means and other derived figures, side by side or one below the other: large, over what they are and what they are computed from.
pub(super) fn draw(pen: &mut Pen<'_, '_>, means: &[&Description]) {
    pen.sketch.panel(pen.picture.view.id);
    let count = if is_wide(&pen.sketch.frame) { means.len() } else { 1 };
    let mut grid = pen.grid(Columns { count, gutter: GUTTER, gap: 28.0 });
    for words in means {
        grid.next(pen);
        if count == 1 && pen.y > 0.0 {
            pen.sketch.rule((0.0, pen.width), (pen.y - 14.0).round());
        }
        pen.open(words.id);
        pen.stacked(words, (Type::Headline, Tone::Accent));
        pen.close();
    }
    grid.end(pen);
}
