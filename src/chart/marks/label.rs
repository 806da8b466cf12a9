use super::super::Tone;
use super::super::sketch::{Ink, Sketch};
use crate::scene::{Anchor, Point, Rect};

/// One line of a label and the datum that it speaks for.
pub(super) struct Line<'t> {
    pub(super) text: &'t str,
    pub(super) ink: Ink,
}

/// Where a label may stand beside its mark, in the order of a graphics desk: above, below, then to the sides.
const SIDES: [(f64, f64); 16] = [
    (0.0, -1.0),
    (0.0, 1.0),
    (1.0, 0.0),
    (-1.0, 0.0),
    (1.0, 0.45),
    (-1.0, 0.45),
    (1.0, -0.45),
    (-1.0, -0.45),
    (1.0, -1.0),
    (-1.0, -1.0),
    (1.0, 1.0),
    (-1.0, 1.0),
    (0.7, -1.0),
    (-0.7, -1.0),
    (0.7, 1.0),
    (-0.7, 1.0),
];

/// A straight line that a label must not touch.
pub(super) type Obstacle = [Point; 2];

/// Places the lines of a label around `center`, `gap` pixels from it, where they touch no other text, none of the obstacles and
/// no mark, inside `limits`. Where nothing is free it stands above, shifted into the limits. Returns the box that it takes.
pub(super) fn place(
    sketch: &mut Sketch<'_>,
    lines: &[Line<'_>],
    center: Point,
    gap: f64,
    limits: Rect,
    obstacles: &[Obstacle],
    (datum, ground, plot): (usize, Tone, Rect),
) -> Rect {
    let width = lines.iter().map(|line| sketch.width_of(line.text, line.ink)).fold(0.0, f64::max);
    let heights: Vec<f64> = lines.iter().map(|line| (sketch.frame.size(line.ink.kind) * 1.25).round()).collect();
    let height: f64 = heights.iter().sum();
    let boxed = |gap: f64, side: (f64, f64)| {
        let x = center.x + side.0 * (gap + width / 2.0);
        let y = center.y + side.1 * (gap + height / 2.0);
        Rect::new(x - width / 2.0, y - height / 2.0, width, height)
    };
    let free =
        |area: &Rect| sketch.is_free(*area, limits) && !obstacles.iter().any(|[from, to]| crosses(area.grown(2.0), *from, *to));
    // Close by first; where the mark is hemmed in, a little farther off.
    let rings = [gap, gap + 8.0, gap + 20.0];
    let chosen = rings
        .into_iter()
        .flat_map(|gap| SIDES.map(|side| into(boxed(gap, side), limits)))
        .find(|area| free(area) && !area.contains(center))
        .unwrap_or_else(|| into(boxed(gap, (0.0, -1.0)), limits));

    // Lines keep to the side of the mark: centred above and below it, flush with it on the left and right. Where there is not the room
    // for them, they at least begin inside.
    let (anchor, x) = if chosen.x >= center.x || width > limits.width {
        (Anchor::Start, chosen.x)
    } else if chosen.right() <= center.x {
        (Anchor::End, chosen.right())
    } else {
        (Anchor::Middle, chosen.center().x)
    };
    // A ground of its own on hatches and grid lines; what stands above the plot, or has no room beside it, needs none.
    let top = chosen.y.max(plot.y);
    let right = chosen.right().min(limits.right());
    sketch.ground(Rect::between(chosen.x, top, right.max(chosen.x), chosen.bottom().max(top)), ground);
    let mut top = chosen.y;
    for (line, height) in lines.iter().zip(heights) {
        let size = sketch.frame.size(line.ink.kind);
        let baseline = top + height / 2.0 + size * 0.35;
        sketch.text(line.text, Point::new(x, baseline), anchor, line.ink, Some(datum));
        top += height;
    }
    chosen
}

/// The same box, shifted sideways so that it does not leave the limits.
fn into(area: Rect, limits: Rect) -> Rect {
    let x = area.x.min(limits.right() - area.width).max(limits.x);
    Rect { x, ..area }
}

/// Whether a straight line passes through a box (Liang and Barsky's clipping).
pub(super) fn crosses(area: Rect, from: Point, to: Point) -> bool {
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let mut enter = 0.0f64;
    let mut leave = 1.0f64;
    for (step, distance) in
        [(-dx, from.x - area.x), (dx, area.right() - from.x), (-dy, from.y - area.y), (dy, area.bottom() - from.y)]
    {
        if step == 0.0 {
            if distance < 0.0 {
                return false;
            }
        } else if step < 0.0 {
            enter = enter.max(distance / step);
        } else {
            leave = leave.min(distance / step);
        }
    }
    enter <= leave
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_line_that_passes_beside_a_box_does_not_cross_it() {
        let area = Rect::new(10.0, 10.0, 20.0, 20.0);
        assert!(crosses(area, Point::new(0.0, 0.0), Point::new(40.0, 40.0)));
        assert!(!crosses(area, Point::new(0.0, 0.0), Point::new(40.0, 5.0)));
        assert!(!crosses(area, Point::new(0.0, 0.0), Point::new(9.0, 9.0)));
        assert!(crosses(area, Point::new(15.0, 15.0), Point::new(16.0, 16.0)));
    }

    proptest! {
        #[test]
        fn a_line_through_a_point_of_the_box_crosses_it(x in 10.0..30.0f64, y in 10.0..30.0f64, angle in 0.0..6.3f64, length in 1.0..100.0f64) {
            let area = Rect::new(10.0, 10.0, 20.0, 20.0);
            let from = Point::new(x - length * angle.cos(), y - length * angle.sin());
            let to = Point::new(x + length * angle.cos(), y + length * angle.sin());
            prop_assert!(crosses(area, from, to));
        }
    }
}
