//! Blocks in columns that read downwards, balanced in height.

use super::super::sketch::Sketch;
use super::super::{Picture, Tone, Type};
use super::block::{self, Entry, Setting};
use super::members::{self, Run};
use crate::data::Kind;
use crate::scene::{Rect, Weight};

/// The narrowest column, in CSS pixels at the usual text size.
const NARROWEST: f64 = 190.0;
/// Between two columns, in CSS pixels.
pub(super) const GUTTER: f64 = 32.0;
/// Between two blocks of a column, in CSS pixels.
const GAP: f64 = 22.0;

/// How many columns of a least width fit into a width.
pub(super) fn fitting(width: f64, least: f64) -> usize {
    ((width + GUTTER) / (least + GUTTER)).floor().max(1.0) as usize
}

/// How wide each of so many columns is.
pub(super) fn column(width: f64, columns: usize) -> f64 {
    ((width + GUTTER) / columns.max(1) as f64 - GUTTER).floor()
}

/// Draws blocks into columns and tells where they end.
pub(super) fn draw(picture: &Picture<'_>, sketch: &mut Sketch<'_>, entries: &[Entry], place: Rect, panel: usize) -> f64 {
    let most = fitting(place.width, NARROWEST * sketch.frame.text_scale).min(entries.len()).min(4);
    let mut best: Option<(f64, Columns, Vec<usize>)> = None;
    for count in most.saturating_sub(1).max(1)..=most {
        let columns = Columns::new(picture, sketch, entries, place.width, count);
        let mut heights = Vec::new();
        let mut sum = 0.0;
        for entry in entries {
            let height = columns.height(picture, sketch, entry);
            heights.push(height);
            sum += height;
        }
        let (ends, tallest) = balance(&heights, count);
        // What share of the columns is filled; one column more is worth a little air.
        let filled = sum / (tallest * count as f64) + 0.06 * count as f64;
        if best.as_ref().is_none_or(|(other, ..)| filled > *other) {
            best = Some((filled, columns, ends));
        }
    }
    let Some((_, columns, ends)) = best else { return place.y };
    let (mut slot, mut y, mut bottom) = (0, place.y, place.y);
    for (i, entry) in entries.iter().enumerate() {
        if ends.get(slot).is_some_and(|end| i >= *end) {
            slot += 1;
            y = place.y;
        }
        let own = Rect::new(place.x + slot as f64 * (columns.width + GUTTER), y, columns.width, 0.0);
        let datum = sketch.unplaced(entry.words.id, panel);
        y = block::draw(picture, sketch, &entry.words, own, columns.setting(picture, entry), datum);
        bottom = bottom.max(y);
        y += GAP;
    }
    bottom
}

/// How blocks are set in columns.
struct Columns {
    /// How wide each is, in CSS pixels.
    width: f64,
    /// How members stand.
    run: Run,
    /// Whether the names of all lists, and of all that stands alone, fit behind their figures.
    behind: (bool, bool),
}

impl Columns {
    fn new(picture: &Picture<'_>, sketch: &Sketch<'_>, entries: &[Entry], width: f64, count: usize) -> Self {
        let run = if count > 1 { Run::Down } else { Run::Along(members::SPACE) };
        let mut columns = Self { width: column(width, count), run, behind: (true, true) };
        let mut behind = columns.behind;
        for entry in entries {
            let fits = block::fits_behind(sketch, &entry.words, columns.setting(picture, entry), columns.width);
            let alike = if members::any(picture, &entry.words) { &mut behind.0 } else { &mut behind.1 };
            *alike &= fits;
        }
        columns.behind = behind;
        columns
    }

    /// Lists have a figure that is no larger than their members need, what stands alone a large one; the names of each stand alike.
    fn setting(&self, picture: &Picture<'_>, entry: &Entry) -> Setting {
        let listed = members::any(picture, &entry.words);
        let figure = match entry.words.kind {
            _ if listed => (Type::Figure, Tone::Ink),
            Some(Kind::Claim) => (Type::Headline, Tone::Ink),
            _ => (Type::Headline, Tone::Accent),
        };
        let behind = if listed { self.behind.0 } else { self.behind.1 };
        Setting { figure, name: (Type::Name, Weight::Bold), members: (Type::Label, self.run), behind }
    }

    /// How high a block is.
    fn height(&self, picture: &Picture<'_>, sketch: &Sketch<'_>, entry: &Entry) -> f64 {
        let mut scratch = sketch.scratch();
        let datum = scratch.unplaced(entry.words.id, 0);
        let place = Rect::new(0.0, 0.0, self.width, 0.0);
        block::draw(picture, &mut scratch, &entry.words, place, self.setting(picture, entry), datum)
    }
}

/// Where each column ends, as the number of blocks before its end, and how high the tallest is: the blocks keep their order, and the
/// tallest column is as low as can be.
fn balance(heights: &[f64], columns: usize) -> (Vec<usize>, f64) {
    let mut limit: f64 = 0.0;
    for height in heights {
        limit = limit.max(*height);
    }
    loop {
        let mut ends = Vec::new();
        let (mut filled, mut next) = (0.0, f64::INFINITY);
        for (i, height) in heights.iter().enumerate() {
            let more = if filled > 0.0 { filled + GAP + height } else { *height };
            // A column must be left for each block where there are no more blocks than columns.
            let left = columns - ends.len().min(columns);
            let scarce = filled > 0.0 && heights.len() - i < left;
            if more > limit || scarce {
                if more > limit {
                    next = next.min(more);
                }
                ends.push(i);
                filled = *height;
            } else {
                filled = more;
            }
        }
        ends.push(heights.len());
        if ends.len() <= columns || !next.is_finite() {
            return (ends, limit);
        }
        limit = next;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn tallest(heights: &[f64], ends: &[usize]) -> f64 {
        let mut start = 0;
        let mut tallest: f64 = 0.0;
        for end in ends {
            let own = &heights[start..*end];
            tallest = tallest.max(own.iter().sum::<f64>() + GAP * (own.len() as f64 - 1.0));
            start = *end;
        }
        tallest
    }

    #[test]
    fn equal_blocks_fill_every_column() {
        assert_eq!(balance(&[50.0; 5], 4).0, [2, 3, 4, 5]);
        assert_eq!(balance(&[50.0; 9], 3).0, [3, 6, 9]);
        assert_eq!(balance(&[50.0; 2], 2).0, [1, 2]);
    }

    proptest! {
        #[test]
        fn no_other_way_to_keep_the_order_is_lower(heights in prop::collection::vec(10.0..200.0f64, 1..9), columns in 1..5usize) {
            let columns = columns.min(heights.len());
            let (ends, limit) = balance(&heights, columns);
            prop_assert!(ends.len() <= columns && ends.last() == Some(&heights.len()));
            prop_assert!(tallest(&heights, &ends) <= limit + 1e-9);
            for cuts in 0..1u32 << (heights.len() - 1) {
                let mut other: Vec<usize> = (1..heights.len()).filter(|i| cuts >> (i - 1) & 1 == 1).collect();
                other.push(heights.len());
                if other.len() <= columns {
                    prop_assert!(tallest(&heights, &other) >= limit - 1e-9, "{:?} is lower", other);
                }
            }
        }
    }
}
