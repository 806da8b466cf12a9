use super::{Datum, Point, Role, Scene, Shape};

/// How far beside a mark a pointer or finger may land, in CSS pixels.
const REACH: f64 = 24.0;
/// How far beside a mark that is not in its datum's area, since such a mark is often a thin bar among others.
const GRACE: f64 = 6.0;

impl Scene {
    /// The datum under a point, as an index: of those whose area holds it the smallest, else the one whose mark is under it, else the
    /// nearest one within reach.
    pub fn hit(&self, point: Point) -> Option<usize> {
        let mut found = None;
        let mut smallest = f64::INFINITY;
        for (index, Datum { area, .. }) in self.datums.iter().enumerate() {
            let size = area.width * area.height;
            if area.contains(point) && size < smallest {
                (found, smallest) = (Some(index), size);
            }
        }
        if found.is_some() {
            return found;
        }
        // A mark may stand apart from the words that are its datum's area.
        for Shape { geometry, role, datum, .. } in self.shapes.iter().rev() {
            if *role == Role::Mark && datum.is_some() && geometry.bounds().grown(GRACE).contains(point) {
                return *datum;
            }
        }
        let mut nearest = REACH;
        for (index, Datum { area, .. }) in self.datums.iter().enumerate() {
            // Not `clamp`: its panic writes floats out, in code that nothing else of the module needs.
            let x = point.x.max(area.x).min(area.right());
            let y = point.y.max(area.y).min(area.bottom());
            let distance = point.distance(Point::new(x, y));
            if distance < nearest {
                (found, nearest) = (Some(index), distance);
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Color, Geometry, Rect};
    use super::*;

    fn scene(areas: &[Rect]) -> Scene {
        Scene {
            width: 400.0,
            height: 300.0,
            lang: "en",
            background: Color::rgb(0),
            shapes: Vec::new(),
            datums: areas
                .iter()
                .map(|area| Datum { id: "A1-06", panel: 0, article_order: 0, area: *area, anchor: area.center() })
                .collect(),
            panels: Vec::new(),
        }
    }

    #[test]
    fn the_smaller_of_two_nested_areas_is_meant() {
        let nested = scene(&[Rect::new(0.0, 0.0, 200.0, 200.0), Rect::new(50.0, 50.0, 20.0, 20.0)]);
        assert_eq!(nested.hit(Point::new(60.0, 60.0)), Some(1));
        assert_eq!(nested.hit(Point::new(100.0, 100.0)), Some(0));
    }

    #[test]
    fn a_mark_apart_from_its_words_is_meant_before_words_nearby() {
        let mut two = scene(&[Rect::new(0.0, 100.0, 50.0, 20.0), Rect::new(0.0, 20.0, 50.0, 20.0)]);
        let rect = Rect::new(0.0, 0.0, 80.0, 3.0);
        let mark = Geometry::Rect { rect, fill: Some(Color::rgb(0)), stroke: None };
        two.shapes.push(Shape { geometry: mark, role: Role::Mark, datum: Some(0), panel: None });
        assert_eq!(two.hit(Point::new(10.0, 6.0)), Some(0));
        assert_eq!(two.hit(Point::new(10.0, 16.0)), Some(1));
        assert_eq!(two.hit(Point::new(10.0, 30.0)), Some(1));
    }

    #[test]
    fn a_near_miss_reaches_the_nearest() {
        let two = scene(&[Rect::new(0.0, 0.0, 10.0, 10.0), Rect::new(50.0, 0.0, 10.0, 10.0)]);
        assert_eq!(two.hit(Point::new(28.0, 5.0)), Some(0));
        assert_eq!(two.hit(Point::new(32.0, 5.0)), Some(1));
        assert_eq!(two.hit(Point::new(30.0, 100.0)), None);
    }
}
