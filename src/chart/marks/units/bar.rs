use super::super::super::sketch::{Ink, Sketch};
use super::super::super::{Picture, Tone, Type};
use super::super::list;
use super::Count;
use super::block::Block;
use crate::scene::{Anchor, Point, Rect, Role, Stroke, Weight};

/// The narrowest part of a bar that has its words above it, in CSS pixels.
const NARROWEST: f64 = 150.0;

/// The same parts as one bar from 0 to 100 %.
pub(super) fn draw(picture: &Picture<'_>, sketch: &mut Sketch<'_>, counts: &[Count<'_>]) -> f64 {
    let width = sketch.frame.width;
    let block = Block { picture, panel: sketch.band(picture.view.id, 0.0) };
    let top = block.total(sketch, width);
    let (mut total, mut least) = (0, usize::MAX);
    for count in counts {
        total += count.squares;
        least = least.min(count.squares);
    }
    let edge = |squares: usize| (width * squares as f64 / total.max(1) as f64).round();

    // Words stand over their own part of the bar, or one below the other where a part is too narrow for them.
    let stacked = width * (least as f64) / (total.max(1) as f64) < NARROWEST * sketch.frame.text_scale;
    let mut below = top;
    let mut start = 0;
    let mut datums = Vec::new();
    for (i, count) in counts.iter().enumerate() {
        let (left, right) = (edge(start), edge(start + count.squares));
        start += count.squares;
        let (inset, color) = if i == 0 { (0.0, Tone::Accent) } else { (10.0, Tone::Ink) };
        let datum = sketch.unplaced(count.words.id, block.panel);
        let place =
            if stacked { Rect::new(0.0, below, width, 0.0) } else { Rect::new(left + inset, top, right - left - 10.0, 0.0) };
        below = below.max(block.words(sketch, count, datum, place, color));
        datums.push(datum);
    }
    let y = below + 10.0;
    let bottom = y + 46.0;
    let mut start = 0;
    for (i, (count, datum)) in counts.iter().zip(&datums).enumerate() {
        let rect = Rect::between(edge(start), y, edge(start + count.squares), bottom);
        start += count.squares;
        if i == 0 {
            sketch.filled(&rect, Tone::Accent, Role::Mark, Some(*datum));
        } else {
            sketch.outlined(&rect, Stroke { color: Tone::Muted, width: 1.5 }, Role::Mark, Some(*datum));
        }
        sketch.settle_under(*datum, &rect, rect.width / 2.0);
    }
    let ink = Ink::new(Type::Small, Weight::Regular, Tone::Muted, Role::Axis);
    let baseline = bottom + 8.0 + sketch.frame.size(Type::Small);
    let labels = [(0.0, "0", Anchor::Start), (0.5, "50%", Anchor::Middle), (1.0, "100%", Anchor::End)];
    let mut wide = 0.0;
    for (_, label, _) in &labels {
        wide += sketch.width_of(label, ink);
    }
    for (share, label, anchor) in &labels {
        if *share == 0.5 && wide > 0.7 * width {
            continue;
        }
        let x = (width * share).max(0.5).min(width - 0.5);
        let tick = [Point::new(x, bottom), Point::new(x, bottom + 6.0)];
        sketch.line(&tick, Stroke { color: Tone::Muted, width: 1.0 }, None, Role::Axis, None);
        sketch.text(label, Point::new(width * share, baseline), *anchor, ink, None);
    }
    list::draw(picture, sketch, Rect::new(0.0, baseline + 4.0 + list::APART, width, 0.0))
}
