//! Stages over one strip: what the strip stands for is there for all of them, and nothing says which stage a part of it belongs to.

use super::super::sketch::Sketch;
use super::super::{Picture, Type};
use super::block::{self, Entry};
use super::flow::GUTTER;
use super::groups;
use super::members::{self, Run};
use super::set::{figure, label_lines};
use crate::scene::{Geometry, Point, Rect, Role};

/// How high the strip is, in CSS pixels.
const STRIP: f64 = 12.0;

/// Draws the first row as stages along a line, the second as the strip below all of them with its members in a row, and tells where
/// they end.
pub(super) fn draw(picture: &Picture<'_>, sketch: &mut Sketch<'_>, entries: &[Entry], place: Rect, panel: usize) -> f64 {
    let palette = picture.palette();
    let rail = groups::rail(sketch);
    let inset = rail.map_or(0.0, |rail| rail + GUTTER);
    let (mut y, mut stages) = (place.y, 0);
    for (i, entry) in entries.iter().enumerate() {
        let datum = block::datum(sketch, &entry.words, panel);
        let top = y;
        let strip = Rect::new(place.x + inset, y, place.width - inset, STRIP);
        if i > 0 {
            sketch.shape(Geometry::Rect { rect: strip, fill: Some(palette.accent), stroke: None }, Role::Mark, Some(datum));
            y = strip.bottom() + if rail.is_some() { 0.0 } else { 6.0 };
        }
        let own = Rect { y, width: rail.unwrap_or(place.width), ..place };
        let set = figure(sketch, &entry.words, datum, own, (Type::Headline, palette.accent));
        let below = label_lines(sketch, entry.words.label, (set, own.right()), palette.ink, datum);
        let line = block::top_of_line(sketch, y + sketch.frame.size(Type::Headline) * 0.95, Type::Name);
        let row = Rect { y: if rail.is_some() { line } else { below + 6.0 }, ..strip };
        let run = if i == 0 { Run::Joined } else { Run::Along(apart(picture, sketch, entry, row, stages)) };
        let end = members::draw(picture, sketch, &entry.words, row, (Type::Name, run), datum);
        y = below.max(end) + if i == 0 { 6.0 } else { 0.0 };
        if i == 0 {
            stages = datum;
        }
        let area = Rect::between(place.x, top, place.right(), y);
        sketch.settle(datum, area, Point::new(area.x + 20.0, area.y));
    }
    y
}

/// How far apart the members of the strip stand, so that none but the first begins where a stage does: that would look like a pair.
fn apart(picture: &Picture<'_>, sketch: &Sketch<'_>, entry: &Entry, row: Rect, stages: usize) -> f64 {
    let stages: Vec<f64> = sketch.lefts(stages).filter(|x| *x > row.x).collect();
    let pairs = |space: &f64| {
        let mut scratch = sketch.scratch();
        members::draw(picture, &mut scratch, &entry.words, row, (Type::Name, Run::Along(*space)), 0);
        scratch.lefts(0).any(|tool| stages.iter().any(|stage| (stage - tool).abs() < 12.0))
    };
    let wider = [1.0, 1.4, 1.8, 0.7].map(|times| members::SPACE * times);
    wider.into_iter().find(|space| !pairs(space)).unwrap_or(members::SPACE)
}
