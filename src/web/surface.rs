use crate::paint::{Decimals, SUBPIXEL, paint};
use crate::scene::{Scene, sans};
use plotters::prelude::{DrawingBackend, IntoDrawingArea};
use plotters_backend::text_anchor::HPos;
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingErrorKind, FontStyle};
use plotters_canvas::CanvasBackend;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

/// The most device pixels that a canvas gets: beyond it some browsers give up without a word.
const MOST_PIXELS: f64 = 4096.0 * 4096.0;

/// A canvas that scenes are painted on, in sub-pixels at any device pixel ratio.
pub(super) struct Surface {
    canvas: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
}

/// Why a canvas cannot be painted on.
#[derive(Debug)]
pub(super) enum SurfaceError {
    /// It gives no 2d context: it is used for something else, or the browser has no memory for it.
    NoContext,
    /// A shape of the scene cannot be painted, or the canvas failed.
    Unpainted,
}

/// plotters-canvas keeps the name of its error to itself.
type CanvasError = <CanvasBackend as DrawingBackend>::ErrorType;

impl Surface {
    /// Takes a canvas that nobody else draws on.
    pub(super) fn new(canvas: HtmlCanvasElement) -> Result<Self, SurfaceError> {
        let context = context(&canvas).ok_or(SurfaceError::NoContext)?;
        Ok(Self { canvas, context })
    }

    /// Paints a scene at a device pixel ratio. The canvas gets as many device pixels as it covers on the screen, within reason; its
    /// size on the page is the caller's.
    pub(super) fn paint(&mut self, scene: &Scene, ratio: f64) -> Result<(), SurfaceError> {
        let most = (MOST_PIXELS / (scene.width * scene.height).max(1.0)).sqrt();
        let ratio = if ratio.is_finite() { ratio.clamp(0.1, 4.0).min(most) } else { 1.0 };
        let size = |css: f64| (css * ratio).round().max(1.0) as u32;
        let (width, height) = (size(scene.width), size(scene.height));
        // Setting the size clears a canvas and forgets its state, even where the size is the same.
        if self.canvas.width() != width {
            self.canvas.set_width(width);
        }
        if self.canvas.height() != height {
            self.canvas.set_height(height);
        }
        let _ = self.context.set_transform(1.0 / GRAIN, 0.0, 0.0, 1.0 / GRAIN, 0.0, 0.0);
        self.context.set_line_join("round");
        self.context.set_line_cap("butt");
        // Where it is known, the language decides which Han glyphs a font gives.
        let _ = js_sys::Reflect::set(&self.context, &"lang".into(), &scene.lang.into());

        let inner = CanvasBackend::with_canvas_object(self.canvas.clone()).ok_or(SurfaceError::NoContext)?;
        let size = ((scene.width * SUBPIXEL) as u32, (scene.height * SUBPIXEL) as u32);
        let backend = Fine { inner, context: &self.context, size, scale: ratio * GRAIN / SUBPIXEL, stack: sans(scene.lang) };
        paint(scene, &backend.into_drawing_area()).map_err(|_| SurfaceError::Unpainted)
    }
}

/// The 2d context of a canvas.
pub(super) fn context(canvas: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    canvas.get_context("2d").ok()??.dyn_into().ok()
}

/// What the canvas counts in: parts of a device pixel. An even number, so that its edges and its middle are whole ones at any ratio.
const GRAIN: f64 = 16.0;

/// plotters-canvas with a canvas sixteen times finer than it is, hairlines on device pixels, and text set by us.
struct Fine<'a> {
    inner: CanvasBackend,
    context: &'a CanvasRenderingContext2d,
    size: (u32, u32),
    /// Grains to the backend pixel.
    scale: f64,
    /// Its fonts.
    stack: &'static str,
}

/// A style in grains.
struct Pen {
    color: BackendColor,
    width: u32,
}

impl BackendStyle for Pen {
    fn color(&self) -> BackendColor {
        self.color
    }

    fn stroke_width(&self) -> u32 {
        self.width
    }
}

impl Fine<'_> {
    fn grains(&self, length: i32) -> i32 {
        (f64::from(length) * self.scale).round() as i32
    }

    fn point(&self, (x, y): BackendCoord) -> BackendCoord {
        (self.grains(x), self.grains(y))
    }

    fn pen<S: BackendStyle>(&self, style: &S) -> Pen {
        Pen { color: style.color(), width: (f64::from(style.stroke_width()) * self.scale).round() as u32 }
    }

    /// For a level or upright line: a whole number of device pixels wide.
    fn crisp<S: BackendStyle>(&self, style: &S) -> Pen {
        let pixels = (f64::from(style.stroke_width()) * self.scale / GRAIN).round().max(1.0);
        Pen { color: style.color(), width: (pixels * GRAIN) as u32 }
    }

    /// The nearest place, in grains, where a line so many grains wide has both its edges on device pixels.
    fn snapped(&self, coordinate: i32, width: u32) -> i32 {
        let half = f64::from(width) / 2.0;
        let edge = ((f64::from(coordinate) * self.scale - half) / GRAIN).round();
        (edge * GRAIN + half) as i32
    }
}

type Drawn = Result<(), DrawingErrorKind<CanvasError>>;

impl DrawingBackend for Fine<'_> {
    type ErrorType = CanvasError;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Drawn {
        self.inner.draw_pixel(self.point(point), color)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        let (mut corners, mut placed) = (Vec::new(), Vec::new());
        for corner in path {
            corners.push(corner);
            placed.push(self.point(corner));
        }
        let straight = corners.iter().zip(corners.iter().skip(1)).all(|(a, b)| a.0 == b.0 || a.1 == b.1);
        if !straight {
            return self.inner.draw_path(placed, &self.pen(style));
        }
        // An upright or level line is crisp where its edges are those of device pixels.
        let pen = self.crisp(style);
        for (i, (from, to)) in corners.iter().zip(corners.iter().skip(1)).enumerate() {
            for end in placed.iter_mut().skip(i).take(2) {
                if from.0 == to.0 {
                    end.0 = self.snapped(from.0, pen.width);
                }
                if from.1 == to.1 {
                    end.1 = self.snapped(from.1, pen.width);
                }
            }
        }
        self.inner.draw_path(placed, &pen)
    }

    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S, fill: bool) -> Drawn {
        // The outer edge is what is snapped: filled and outlined squares stay of one size.
        let pen = if fill { Pen { color: style.color(), width: 0 } } else { self.crisp(style) };
        let out = if fill { 0 } else { (style.stroke_width() / 2) as i32 };
        let half = (pen.width / 2) as i32;
        let (left, top) = (self.snapped(from.0 - out, 0) + half, self.snapped(from.1 - out, 0) + half);
        let (right, bottom) = (self.snapped(to.0 + out, 0) - half, self.snapped(to.1 + out, 0) - half);
        // They have the same corners too; only lines have round joins.
        self.context.set_line_join("miter");
        let drawn = self.inner.draw_rect((left, top), (right, bottom), &pen, fill);
        self.context.set_line_join("round");
        drawn
    }

    fn draw_circle<S: BackendStyle>(&mut self, center: BackendCoord, radius: u32, style: &S, fill: bool) -> Drawn {
        let radius = (f64::from(radius) * self.scale).round() as u32;
        self.inner.draw_circle(self.point(center), radius, &self.pen(style), fill)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, corners: I, style: &S) -> Drawn {
        let mut placed = Vec::new();
        for corner in corners {
            placed.push(self.point(corner));
        }
        self.inner.fill_polygon(placed, style)
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, pos: BackendCoord) -> Drawn {
        let BackendColor { rgb: (r, g, b), alpha } = style.color();
        let bold = matches!(style.style(), FontStyle::Bold);
        self.context.set_font(&font(bold, style.size() * self.scale, self.stack));
        self.context.set_fill_style_str(&format!("rgba({r},{g},{b},{})", Decimals(alpha)));
        self.context.set_text_baseline("alphabetic");
        // Not start and end, which change sides where the page is written from right to left.
        self.context.set_text_align(match style.anchor().h_pos {
            HPos::Left => "left",
            HPos::Center => "center",
            HPos::Right => "right",
        });
        // A text that cannot be set leaves the picture without it; the table and the tooltip have it all the same.
        let _ = self.context.fill_text(text, f64::from(pos.0) * self.scale, f64::from(pos.1) * self.scale);
        Ok(())
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Self::ErrorType>> {
        let bold = matches!(style.style(), FontStyle::Bold);
        self.context.set_font(&font(bold, style.size(), self.stack));
        let width = self.context.measure_text(text).map_or(0.0, |metrics| metrics.width());
        Ok((width as u32, style.size() as u32))
    }
}

/// A CSS font.
pub(super) fn font(bold: bool, size: f64, stack: &str) -> String {
    [if bold { "700 " } else { "400 " }, &Decimals(size).to_string(), "px ", stack].concat()
}
