use super::super::sketch::{Ink, Sketch};
use crate::scene::{Anchor, Point, Rect};

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
/// no mark, inside `limits`: close by, else somewhere. Where nothing is free it stands above, shifted into the limits. Returns the box that it takes.
pub(super) fn place(
    sketch: &mut Sketch<'_>,
    lines: &[(&str, Ink)],
    (center, gap): (Point, f64),
    limits: &Rect,
    obstacles: &[Obstacle],
    (datum, plot): (usize, &Rect),
) -> Rect {
    let line_height = |sketch: &Sketch<'_>, ink: Ink| (sketch.frame.size(ink.kind) * 1.25).round();
    let (mut width, mut height) = (0.0f64, 0.0);
    for &(text, ink) in lines {
        width = width.max(sketch.width_of(text, ink));
        height += line_height(sketch, ink);
    }
    let chosen = spot(sketch, &Rect::new(center.x, center.y, width, height), gap, limits, obstacles);

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
    sketch.ground(&Rect::between(chosen.x, top, right.max(chosen.x), chosen.bottom().max(top)));
    let mut top = chosen.y;
    for &(text, ink) in lines {
        let height = line_height(sketch, ink);
        let baseline = top + height / 2.0 + sketch.drop(ink.kind);
        sketch.text(text, Point::new(x, baseline), anchor, ink, Some(datum));
        top += height;
    }
    chosen
}

/// The best place for a box around the point that it begins at.
fn spot(sketch: &Sketch<'_>, area: &Rect, gap: f64, limits: &Rect, obstacles: &[Obstacle]) -> Rect {
    let Rect { x, y, width, height } = *area;
    // The same box, shifted sideways so that it does not leave the limits.
    let beside = |gap: f64, side: (f64, f64)| {
        let (x, y) = (x + side.0 * (gap + width / 2.0), y + side.1 * (gap + height / 2.0));
        let x = (x - width / 2.0).min(limits.right() - width).max(limits.x);
        Rect { x, y: y - height / 2.0, ..*area }
    };
    // Close by first; where the mark is hemmed in, a little farther off.
    for away in &[0.0, 8.0, 20.0] {
        for side in &SIDES {
            let area = beside(gap + away, *side);
            if !area.contains(Point::new(x, y)) && is_free(sketch, &area, limits, obstacles, 2.0) {
                return area;
            }
        }
    }
    // In a crowded plot any free place will do: by rows from the top, in each from the right.
    let mut place = Rect { x: limits.right() - width, y: limits.y, ..*area };
    while place.y < limits.bottom() {
        if is_free(sketch, &place, limits, obstacles, 1.0) {
            return place;
        }
        place.x -= 4.0;
        if place.x < limits.x {
            place = Rect { x: limits.right() - width, y: place.y + 4.0, ..place };
        }
    }
    beside(gap, (0.0, -1.0))
}

/// Whether a box touches no text, lies within `limits` and keeps a margin to the obstacles.
pub(super) fn is_free(sketch: &Sketch<'_>, area: &Rect, limits: &Rect, obstacles: &[Obstacle], margin: f64) -> bool {
    sketch.is_free(area, limits) && !obstacles.iter().any(|[from, to]| crosses(&area.grown(margin), *from, *to))
}

/// Whether a straight line passes through a box: whether their shadows meet across it, along it and across the line (the theorem of
/// separating axes).
pub(super) fn crosses(area: &Rect, from: Point, to: Point) -> bool {
    let center = area.center();
    let (width, height) = (area.width / 2.0, area.height / 2.0);
    let (dx, dy) = ((to.x - from.x) / 2.0, (to.y - from.y) / 2.0);
    let (x, y) = (from.x + dx - center.x, from.y + dy - center.y);
    x.abs() <= width + dx.abs() && y.abs() <= height + dy.abs() && (x * dy - y * dx).abs() <= width * dy.abs() + height * dx.abs()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_line_that_passes_beside_a_box_does_not_cross_it() {
        let area = Rect::new(10.0, 10.0, 20.0, 20.0);
        assert!(crosses(&area, Point::new(0.0, 0.0), Point::new(40.0, 40.0)));
        assert!(!crosses(&area, Point::new(0.0, 0.0), Point::new(40.0, 5.0)));
        assert!(!crosses(&area, Point::new(0.0, 0.0), Point::new(9.0, 9.0)));
        assert!(crosses(&area, Point::new(15.0, 15.0), Point::new(16.0, 16.0)));
    }

    proptest! {
        #[test]
        fn a_line_through_a_point_of_the_box_crosses_it(x in 10.0..30.0f64, y in 10.0..30.0f64, angle in 0.0..6.3f64, length in 1.0..100.0f64) {
            let area = Rect::new(10.0, 10.0, 20.0, 20.0);
            let from = Point::new(x - length * angle.cos(), y - length * angle.sin());
            let to = Point::new(x + length * angle.cos(), y + length * angle.sin());
            prop_assert!(crosses(&area, from, to));
        }
    }
}
