//! Stages over one strip: what the strip stands for is there for all of them, and nothing says which stage a part of it belongs to.

use super::super::sketch::Ink;
use super::super::{Tone, Type};
use super::block::{Entry, Setting};
use super::pen::Pen;
use super::{groups, members};
use crate::scene::{Point, Rect, Role, Stroke, Weight};
use crate::words::Description;

/// How high the strip is, in CSS pixels.
const STRIP: f64 = 12.0;
/// Between the strip and what stands above or below it, in CSS pixels.
const GAP: f64 = 6.0;

/// Draws the first row as stages along a line, the second as the strip below all of them with its members in a row.
pub(super) fn draw(pen: &mut Pen<'_, '_>, entries: &[Entry], panel: usize) {
    let [stages, tools] = entries else { return };
    pen.open(stages.words.id, panel);
    let beside = groups::count(pen, &stages.words, Setting::LABELLED);
    joined(pen, &stages.words);
    let lefts = pen.sketch.lefts(pen.datum);
    beside.end(pen);
    pen.close();
    pen.y += GAP;
    let top = pen.y;
    pen.y += STRIP + GAP;
    pen.open(tools.words.id, panel);
    let beside = groups::count(pen, &tools.words, Setting::LABELLED);
    pen.sketch.filled(&Rect::new(pen.x, top, pen.width, STRIP), Tone::Accent, Role::Mark, pen.datum);
    apart(pen, &tools.words, &lefts);
    beside.end(pen);
    pen.close();
}

/// Sets members from one end of a line to the other, joined by it; behind each other where that is too narrow.
fn joined(pen: &mut Pen<'_, '_>, words: &Description) {
    let ink = Ink::new(Type::Name, Weight::Regular, Tone::Ink, Role::Label);
    let items = pen.picture.package.items_of(words.id);
    let mut free = pen.width;
    for item in items {
        free -= members::indent(pen.sketch, ink.kind) + pen.sketch.width_of(item.label.get(pen.picture.frame.language), ink);
    }
    let space = free / items.len().saturating_sub(1).max(1) as f64;
    members::draw(pen, words, (ink.kind, space.max(members::SPACE)));
    if space >= members::SPACE {
        let y = (pen.end.y - pen.sketch.frame.size(ink.kind) * 0.36).round();
        for left in pen.sketch.lefts(pen.datum).iter().skip(1) {
            let ends = [Point::new(left - space + 9.0, y), Point::new(left - 10.0, y)];
            pen.sketch.line(&ends, Stroke { color: Tone::Accent, width: 2.0 }, None, Role::Axis, pen.datum);
        }
    }
}

/// Sets the members of the strip so far apart that none but the first begins where a stage does: that would look like a pair.
fn apart(pen: &mut Pen<'_, '_>, words: &Description, stages: &[f64]) {
    let (top, sketch) = (pen.y, pen.sketch.mark());
    for times in &[1.0, 1.4, 1.8, 0.7, 1.2, 2.2, 2.6] {
        pen.sketch.forget(sketch);
        pen.y = top;
        members::draw(pen, words, (Type::Name, members::SPACE * times));
        let tools = pen.sketch.lefts(pen.datum);
        let paired = |stage: &f64| *stage > pen.x && tools.iter().any(|tool| (stage - tool).abs() < 12.0);
        if !stages.iter().any(paired) {
            return;
        }
    }
}
