use super::{Geometry, Role, Scene};

impl Scene {
    /// The same picture for a place where it is painted much smaller: the upper `height` pixels of it, without text smaller than `least`
    /// pixels, which nobody could read there. What does not fit whole is left out, so that nothing is cut.
    #[must_use]
    pub fn miniature(mut self, height: f64, least: f64) -> Self {
        let legible = |geometry: &Geometry| !matches!(geometry, Geometry::Text { size, .. } if *size < least);
        let fits = |geometry: &Geometry| geometry.bounds().bottom() <= height;
        self.shapes.retain(|shape| shape.role != Role::Prose && legible(&shape.geometry) && fits(&shape.geometry));
        Self { height, shapes: self.shapes, datums: Vec::new(), panels: Vec::new(), ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Anchor, Color, Point, Rect, Shape, Weight};
    use super::*;

    fn text(size: f64, y: f64) -> Shape {
        let geometry = Geometry::Text {
            origin: Point::new(0.0, y),
            text: "62".into(),
            size,
            weight: Weight::Bold,
            anchor: Anchor::Start,
            color: Color::rgb(0),
            width: 20.0,
        };
        Shape { geometry, role: Role::Figure, datum: Some(0), panel: None }
    }

    #[test]
    fn what_is_small_or_does_not_fit_is_left_out() {
        let square = |y| Shape {
            geometry: Geometry::Rect { rect: Rect::new(0.0, y, 10.0, 10.0), fill: Some(Color::rgb(0)), stroke: None },
            role: Role::Mark,
            datum: None,
            panel: None,
        };
        let prose = Shape { role: Role::Prose, ..text(40.0, 50.0) };
        let scene = Scene {
            width: 100.0,
            height: 300.0,
            lang: "en",
            background: Color::rgb(0xff_ff_ff),
            shapes: vec![text(34.0, 40.0), text(13.0, 60.0), prose, square(80.0), square(95.0)],
            datums: Vec::new(),
            panels: Vec::new(),
        };
        let small = scene.miniature(100.0, 18.0);
        assert_eq!(small.shapes, [text(34.0, 40.0), square(80.0)]);
        assert_eq!((small.width, small.height), (100.0, 100.0));
    }
}
