use super::super::super::sketch::{Ink, Sketch};
use super::super::super::{Picture, Type};
use super::super::list;
use super::Count;
use super::block::Block;
use crate::scene::{Anchor, Geometry, Point, Rect, Role, Stroke, Weight};

/// The narrowest part of a bar that has its words above it, in CSS pixels.
const NARROWEST: f64 = 150.0;

/// The same parts as one bar from 0 to 100 %.
pub(super) fn draw(picture: &Picture<'_>, sketch: &mut Sketch<'_>, counts: &[Count]) -> f64 {
    let palette = picture.palette();
    let width = sketch.frame.width;
    let total: usize = counts.iter().map(|count| count.squares).sum();
    let panel = sketch.panel(picture.view.id, Rect::new(0.0, 0.0, width, 0.0));
    let block = Block { picture, panel };
    let top = block.total(sketch, width);

    // Words stand over their own part of the bar, or one below the other where a part is too narrow for them.
    let least = counts.iter().map(|count| count.squares).min().unwrap_or(0);
    let stacked = width * (least as f64) / (total.max(1) as f64) < NARROWEST * sketch.frame.text_scale;
    let mut start = 0;
    let mut laid = Vec::new();
    let mut below = top;
    for (i, count) in counts.iter().enumerate() {
        let left = (width * start as f64 / total.max(1) as f64).round();
        start += count.squares;
        let right = (width * start as f64 / total.max(1) as f64).round();
        let color = if i == 0 { palette.accent } else { palette.ink };
        let datum = block.datum(sketch, count);
        if stacked {
            below = block.words(sketch, count, datum, Rect::new(0.0, below, width, 0.0), color);
        } else {
            let room = Rect::new(left + if i == 0 { 0.0 } else { 10.0 }, top, right - left - 10.0, 0.0);
            below = below.max(block.words(sketch, count, datum, room, color));
        }
        laid.push((datum, left, right, i == 0));
    }
    let y = below + 10.0;
    let height = 46.0;
    for (datum, left, right, first) in laid {
        let rect = Rect::between(left, y, right, y + height);
        let outline = Stroke { color: palette.muted, width: 1.5 };
        let (fill, stroke) = if first { (Some(palette.accent), None) } else { (None, Some(outline)) };
        sketch.shape(Geometry::Rect { rect, fill, stroke }, Role::Mark, Some(datum));
        sketch.settle(datum, rect, Point::new(rect.center().x, rect.y));
    }
    let ink = Ink::new(Type::Small, Weight::Regular, palette.muted, Role::Axis);
    let baseline = y + height + 8.0 + sketch.frame.size(Type::Small);
    let rule = Stroke { color: palette.muted, width: 1.0 };
    let labels = [(0.0, "0", Anchor::Start), (0.5, "50%", Anchor::Middle), (1.0, "100%", Anchor::End)];
    let crowded = labels.iter().map(|(_, label, _)| sketch.width_of(label, ink)).sum::<f64>() > 0.7 * width;
    for (share, label, anchor) in labels.into_iter().filter(|(share, ..)| !crowded || *share != 0.5) {
        let x = (width * share).clamp(0.5, width - 0.5);
        let tick = [Point::new(x, y + height), Point::new(x, y + height + 6.0)];
        sketch.line(&tick, rule, None, Role::Axis, None);
        sketch.text(label, Point::new(width * share, baseline), anchor, ink, None);
    }
    list::draw(picture, sketch, Rect::new(0.0, baseline + 4.0 + list::APART, width, 0.0))
}
