//! Stages over one strip: what the strip stands for is there for all of them, and nothing says which stage a part of it belongs to.

use super::super::sketch::Sketch;
use super::super::{Picture, Tone, Type};
use super::block::Entry;
use super::flow::GUTTER;
use super::groups;
use super::members::{self, Run};
use super::set::labelled;
use crate::scene::{Rect, Role};

/// How high the strip is, in CSS pixels.
const STRIP: f64 = 12.0;

/// Draws the first row as stages along a line, the second as the strip below all of them with its members in a row, and tells where
/// they end.
pub(super) fn draw(picture: &Picture<'_>, sketch: &mut Sketch<'_>, entries: &[Entry], place: Rect, panel: usize) -> f64 {
    let rail = groups::rail(sketch);
    let inset = rail.map_or(0.0, |rail| rail + GUTTER);
    let (mut y, mut stages) = (place.y, 0);
    for (i, entry) in entries.iter().enumerate() {
        let datum = sketch.unplaced(entry.words.id, panel);
        let top = y;
        let strip = Rect::new(place.x + inset, y, place.width - inset, STRIP);
        if i > 0 {
            sketch.filled(&strip, Tone::Accent, Role::Mark, Some(datum));
            y = strip.bottom() + if rail.is_some() { 0.0 } else { 6.0 };
        }
        let own = Rect { y, width: rail.unwrap_or(place.width), ..place };
        let (_, below) =
            labelled(sketch, &entry.words, datum, own.origin(), own.width, (Type::Headline, Tone::Accent, Tone::Ink));
        let line = sketch.top_of_line(y + sketch.frame.size(Type::Headline) * 0.95, Type::Name);
        let row = Rect { y: if rail.is_some() { line } else { below + 6.0 }, ..strip };
        let run = if i == 0 { Run::Joined } else { Run::Along(apart(picture, sketch, entry, row, stages)) };
        let end = members::draw(picture, sketch, &entry.words, row, (Type::Name, run), datum);
        y = below.max(end) + if i == 0 { 6.0 } else { 0.0 };
        if i == 0 {
            stages = datum;
        }
        sketch.settle_under(datum, &Rect::between(place.x, top, place.right(), y), 20.0);
    }
    y
}

/// How far apart the members of the strip stand, so that none but the first begins where a stage does: that would look like a pair.
fn apart(picture: &Picture<'_>, sketch: &Sketch<'_>, entry: &Entry, row: Rect, stages: usize) -> f64 {
    let stages = sketch.lefts(stages);
    for times in &[1.0, 1.4, 1.8, 0.7, 1.2, 2.2, 2.6] {
        let space = members::SPACE * times;
        let mut scratch = sketch.scratch();
        members::draw(picture, &mut scratch, &entry.words, row, (Type::Name, Run::Along(space)), 0);
        let pairs = |tool: &f64| stages.iter().any(|stage| *stage > row.x && (stage - tool).abs() < 12.0);
        if !scratch.lefts(0).iter().any(pairs) {
            return space;
        }
    }
    members::SPACE
}
