/// A place in the picture, in CSS pixels from its top left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Downwards.
    pub y: f64,
}

impl Point {
    /// The point at `x`, `y`.
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    /// The point at a share of the way to another point.
    pub fn toward(self, other: Self, share: f64) -> Self {
        Self::new(self.x + (other.x - self.x) * share, self.y + (other.y - self.y) * share)
    }

    /// How far it is to another point, in CSS pixels.
    pub fn distance(self, other: Self) -> f64 {
        let (dx, dy) = (self.x - other.x, self.y - other.y);
        (dx * dx + dy * dy).sqrt()
    }
}

// What marks call by the hundred is never inlined: it is bytes that count.

/// An upright rectangle, in CSS pixels. Width and height are never negative.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// From left to right.
    pub width: f64,
    /// From top to bottom.
    pub height: f64,
}

impl Rect {
    /// The rectangle with its top left corner at `x`, `y`; a negative size counts as none.
    #[inline(never)]
    pub fn new(x: f64, y: f64, width: f64, height: f64) -> Self {
        Self { x, y, width: width.max(0.0), height: height.max(0.0) }
    }

    /// The rectangle between two edges on each axis, in either order.
    #[inline(never)]
    pub fn between(x0: f64, y0: f64, x1: f64, y1: f64) -> Self {
        Self::new(x0.min(x1), y0.min(y1), (x1 - x0).abs(), (y1 - y0).abs())
    }

    /// The top left corner.
    pub fn origin(&self) -> Point {
        Point::new(self.x, self.y)
    }

    /// Right edge.
    pub fn right(&self) -> f64 {
        self.x + self.width
    }

    /// Lower edge.
    pub fn bottom(&self) -> f64 {
        self.y + self.height
    }

    /// The middle.
    #[inline(never)]
    pub fn center(&self) -> Point {
        Point::new(self.x + self.width / 2.0, self.y + self.height / 2.0)
    }

    /// Whether the point is inside or on the edge.
    pub fn contains(&self, point: Point) -> bool {
        point.x >= self.x && point.x <= self.right() && point.y >= self.y && point.y <= self.bottom()
    }

    /// Whether the other rectangle is wholly inside, with `tolerance` pixels of grace.
    pub fn encloses(&self, other: Self, tolerance: f64) -> bool {
        other.x >= self.x - tolerance
            && other.y >= self.y - tolerance
            && other.right() <= self.right() + tolerance
            && other.bottom() <= self.bottom() + tolerance
    }

    /// Whether the two share more than an edge.
    pub fn overlaps(&self, other: Self) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }

    /// Grown by `margin` pixels on every side.
    #[inline(never)]
    pub fn grown(&self, margin: f64) -> Self {
        Self::new(self.x - margin, self.y - margin, self.width + 2.0 * margin, self.height + 2.0 * margin)
    }

    /// Grows so far that it is around another one too.
    #[inline(never)]
    pub fn include(&mut self, other: &Self) {
        *self = Self::between(
            self.x.min(other.x),
            self.y.min(other.y),
            self.right().max(other.right()),
            self.bottom().max(other.bottom()),
        );
    }

    /// The smallest rectangle around others, none at all where there are none.
    pub fn around(others: impl Iterator<Item = Self>) -> Self {
        let mut around = None;
        for other in others {
            Self::cover(&mut around, &other);
        }
        around.unwrap_or_default()
    }

    #[inline(never)]
    fn cover(around: &mut Option<Self>, other: &Self) {
        match around {
            Some(around) => around.include(other),
            None => *around = Some(*other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn touching_rectangles_do_not_overlap() {
        let left = Rect::new(0.0, 0.0, 10.0, 10.0);
        assert!(!left.overlaps(Rect::new(10.0, 0.0, 5.0, 5.0)));
        assert!(left.overlaps(Rect::new(9.5, 9.5, 5.0, 5.0)));
    }

    #[test]
    fn a_union_encloses_both_and_nothing_more() {
        let mut a = Rect::new(2.0, 3.0, 4.0, 5.0);
        let b = Rect::new(-1.0, 6.0, 2.0, 9.0);
        a.include(&b);
        assert_eq!(a, Rect::between(-1.0, 3.0, 6.0, 15.0));
    }

    #[test]
    fn a_negative_size_counts_as_none() {
        assert_eq!(Rect::new(0.0, 0.0, -3.0, 4.0), Rect::new(0.0, 0.0, 0.0, 4.0));
        assert_eq!(Rect::new(0.0, 0.0, 1.0, 1.0).grown(-2.0).width, 0.0);
    }
}
