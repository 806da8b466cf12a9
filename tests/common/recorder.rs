//! A drawing backend that writes down what reaches it.

use plotters::prelude::{DrawingBackend, IntoDrawingArea};
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingErrorKind, FontStyle};

use article_charts::paint::{PaintError, SUBPIXEL, paint};
use article_charts::scene::Scene;

/// Red, green, blue, and opacity from 0 to 255.
pub(crate) type Rgba = [u8; 4];

/// What was asked of the backend, in backend pixels.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Ink {
    Path {
        points: Vec<BackendCoord>,
        width: u32,
        color: Rgba,
    },
    Polygon {
        points: Vec<BackendCoord>,
        color: Rgba,
    },
    /// `width` is that of the outline; none for an area.
    Rect {
        from: BackendCoord,
        to: BackendCoord,
        width: Option<u32>,
        color: Rgba,
    },
    Circle {
        center: BackendCoord,
        radius: u32,
        width: Option<u32>,
        color: Rgba,
    },
    Text {
        at: BackendCoord,
        text: String,
        size: f64,
        bold: bool,
        side: char,
        color: Rgba,
    },
}

/// Why the backend did not do it: it was told to fail.
#[derive(Debug, PartialEq)]
pub(crate) struct Broken;

impl std::fmt::Display for Broken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("broken")
    }
}

impl std::error::Error for Broken {}

/// Paints a scene on a backend of its size and returns what reached it.
pub(crate) fn painted(scene: &Scene) -> (Result<(), PaintError<Broken>>, Vec<Ink>) {
    painted_until(scene, usize::MAX)
}

/// The same on a backend that fails when more than `most` things are asked of it.
pub(crate) fn painted_until(scene: &Scene, most: usize) -> (Result<(), PaintError<Broken>>, Vec<Ink>) {
    let mut inks = Vec::new();
    let size = ((scene.width * SUBPIXEL) as u32, (scene.height * SUBPIXEL) as u32);
    let area = Recorder { size, most, inks: &mut inks }.into_drawing_area();
    let result = paint(scene, &area);
    drop(area);
    (result, inks)
}

struct Recorder<'a> {
    size: (u32, u32),
    most: usize,
    inks: &'a mut Vec<Ink>,
}

type Drawn = Result<(), DrawingErrorKind<Broken>>;

impl Recorder<'_> {
    fn take(&mut self, ink: Ink) -> Drawn {
        if self.inks.len() >= self.most {
            return Err(DrawingErrorKind::DrawingError(Broken));
        }
        self.inks.push(ink);
        Ok(())
    }
}

fn rgba(color: BackendColor) -> Rgba {
    let (red, green, blue) = color.rgb;
    [red, green, blue, (color.alpha * 255.0).round() as u8]
}

impl DrawingBackend for Recorder<'_> {
    type ErrorType = Broken;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, _: BackendColor) -> Drawn {
        panic!("a pixel at {point:?}: nothing is painted pixel by pixel")
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        self.take(Ink::Path { points: path.into_iter().collect(), width: style.stroke_width(), color: rgba(style.color()) })
    }

    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S, fill: bool) -> Drawn {
        let width = (!fill).then(|| style.stroke_width());
        self.take(Ink::Rect { from, to, width, color: rgba(style.color()) })
    }

    fn draw_circle<S: BackendStyle>(&mut self, center: BackendCoord, radius: u32, style: &S, fill: bool) -> Drawn {
        let width = (!fill).then(|| style.stroke_width());
        self.take(Ink::Circle { center, radius, width, color: rgba(style.color()) })
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, corners: I, style: &S) -> Drawn {
        self.take(Ink::Polygon { points: corners.into_iter().collect(), color: rgba(style.color()) })
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Drawn {
        assert!(matches!(style.anchor().v_pos, VPos::Bottom), "the sign for a baseline");
        let side = match style.anchor().h_pos {
            HPos::Left => 'l',
            HPos::Center => 'c',
            HPos::Right => 'r',
        };
        let bold = matches!(style.style(), FontStyle::Bold);
        self.take(Ink::Text { at, text: text.to_owned(), size: style.size(), bold, side, color: rgba(style.color()) })
    }
}
