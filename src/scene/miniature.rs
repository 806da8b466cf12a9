use super::{Geometry, Rect, Role, Scene};

/// How much ink a line of text is that is only shown to be there, of 255.
const LINE: u8 = 70;

impl Scene {
    /// The same picture for a place where it is painted much smaller: the upper `height` pixels of it. Text smaller than `least`
    /// pixels, which nobody could read there, is a line where it stands. What does not fit whole is left out, so that nothing is cut.
    #[must_use]
    pub fn miniature(mut self, height: f64, least: f64) -> Self {
        self.shapes.retain(|shape| shape.geometry.bounds().bottom() <= height);
        for shape in &mut self.shapes {
            let place = shape.geometry.bounds();
            if let Geometry::Text { size, color, .. } = shape.geometry
                && (size < least || shape.role == Role::Prose)
            {
                let line = Rect::new(place.x, place.y + place.height * 0.4, place.width, place.height * 0.3);
                shape.geometry = Geometry::Rect { rect: line, fill: Some(color.faded(LINE)), stroke: None };
            }
        }
        Self { height, datums: Vec::new(), panels: Vec::new(), ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Anchor, Color, Point, Shape, Weight};
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
    fn what_is_small_is_a_line_and_what_does_not_fit_is_left_out() {
        let square = |y| Shape {
            geometry: Geometry::Rect { rect: Rect::new(0.0, y, 10.0, 10.0), fill: Some(Color::rgb(0)), stroke: None },
            role: Role::Mark,
            datum: None,
            panel: None,
        };
        let prose = Shape { role: Role::Prose, ..text(40.0, 50.0) };
        let line = |of: &Shape| {
            let place = of.geometry.bounds();
            let rect = Rect::new(place.x, place.y + place.height * 0.4, 20.0, place.height * 0.3);
            Shape { geometry: Geometry::Rect { rect, fill: Some(Color::rgb(0).faded(LINE)), stroke: None }, ..of.clone() }
        };
        let scene = Scene {
            width: 100.0,
            height: 300.0,
            lang: "en",
            background: Color::rgb(0xff_ff_ff),
            shapes: vec![text(34.0, 40.0), text(13.0, 60.0), prose.clone(), square(80.0), square(95.0), text(13.0, 99.0)],
            datums: Vec::new(),
            panels: Vec::new(),
        };
        let small = scene.miniature(100.0, 18.0);
        assert_eq!(small.shapes, [text(34.0, 40.0), line(&text(13.0, 60.0)), line(&prose), square(80.0)]);
        assert_eq!((small.width, small.height), (100.0, 100.0));
    }
}
