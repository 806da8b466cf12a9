use super::{Geometry, Point, Rect, Scene, Shape};

impl Scene {
    /// The same picture further to the right and down, by so many CSS pixels; its size stays as it is.
    #[must_use]
    pub fn moved(&self, right: f64, down: f64) -> Self {
        let by = Offset { right, down };
        let mut moved = self.clone();
        for Shape { geometry, .. } in &mut moved.shapes {
            by.geometry(geometry);
        }
        for datum in &mut moved.datums {
            by.rect(&mut datum.area);
            by.point(&mut datum.anchor);
        }
        moved
    }
}

/// How far everything is moved.
#[derive(Clone, Copy)]
struct Offset {
    right: f64,
    down: f64,
}

impl Offset {
    fn point(self, point: &mut Point) {
        point.x += self.right;
        point.y += self.down;
    }

    fn rect(self, rect: &mut Rect) {
        rect.x += self.right;
        rect.y += self.down;
    }

    fn geometry(self, geometry: &mut Geometry) {
        match geometry {
            Geometry::Path { points, .. } | Geometry::Polygon { points, .. } => {
                points.iter_mut().for_each(|point| self.point(point));
            }
            Geometry::Rect { rect, .. } | Geometry::Hatch { rect, .. } => self.rect(rect),
            Geometry::Circle { center: point, .. } | Geometry::Text { origin: point, .. } => self.point(point),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Anchor, Color, Datum, Role, Stroke, Weight};
    use super::*;

    #[test]
    fn everything_is_moved_alike() {
        let (color, rect) = (Color::rgb(0), Rect::new(1.0, 2.0, 10.0, 20.0));
        let (points, stroke) = (vec![Point::new(1.0, 2.0), Point::new(11.0, 22.0)], Stroke { color, width: 1.0 });
        let text = Geometry::Text {
            origin: Point::new(1.0, 2.0),
            text: "62".into(),
            size: 12.0,
            weight: Weight::Bold,
            anchor: Anchor::End,
            color,
            width: 14.0,
        };
        let geometries = [
            Geometry::Path { points: points.clone(), stroke, dash: None },
            Geometry::Polygon { points, fill: color },
            Geometry::Rect { rect, fill: Some(color), stroke: None },
            Geometry::Hatch { rect, spacing: 4.0, stroke },
            Geometry::Circle { center: Point::new(5.0, 5.0), radius: 2.0, fill: None, stroke: Some(stroke) },
            text,
        ];
        let scene = Scene {
            width: 100.0,
            height: 100.0,
            lang: "en",
            background: color,
            shapes: geometries.map(|geometry| Shape { geometry, role: Role::Mark, datum: Some(0), panel: Some(0) }).to_vec(),
            datums: vec![Datum { id: "A1-06", panel: 0, article_order: 0, area: rect, anchor: rect.center() }],
            panels: vec!["all"],
        };
        let moved = scene.moved(3.0, 40.0);
        for (before, after) in scene.shapes.iter().zip(&moved.shapes) {
            let (before, after) = (before.geometry.bounds(), after.geometry.bounds());
            assert_eq!(after, Rect::new(before.x + 3.0, before.y + 40.0, before.width, before.height));
        }
        assert_eq!(moved.datums[0].area, Rect::new(4.0, 42.0, 10.0, 20.0));
        assert_eq!(moved.datums[0].anchor, Point::new(9.0, 52.0));
        assert_eq!((moved.width, moved.height), (100.0, 100.0));
        assert_eq!(moved.moved(-3.0, -40.0), scene);
    }
}
