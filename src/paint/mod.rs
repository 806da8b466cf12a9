//! The picture as ink: each shape becomes plotters elements on a `DrawingArea`, whatever the backend.
//!
//! plotters draws on whole pixels. The areas painted on here therefore count [`SUBPIXEL`]s, sixteen to the CSS pixel, and the backend
//! scales them down. Nothing is left for plotters to lay out: no axes, no series, no measuring.

mod decimals;

pub use decimals::Decimals;

use crate::scene::{Anchor, Color, Geometry, Point, Rect, Role, Scene, Stroke, Weight, dashes, hatching};
use plotters::coord::Shift;
use plotters::prelude::{Circle, DrawingArea, DrawingBackend, PathElement, Polygon, Rectangle, Text};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{FontDesc, FontFamily, FontStyle, RGBAColor, ShapeStyle, TextStyle};

/// Backend pixels to the CSS pixel.
pub const SUBPIXEL: f64 = 16.0;

/// Why a picture could not be painted. What was painted before it stays.
#[derive(Debug)]
pub enum PaintError<E> {
    /// A shape of this role has a coordinate that is no number, or lies outside the picture, where plotters would move it.
    Misplaced(Role),
    /// The backend failed.
    Backend(E),
}

/// The result of painting on a backend.
pub type Painted<DB> = Result<(), PaintError<<DB as DrawingBackend>::ErrorType>>;

/// Paints a scene on an area of its size in [`SUBPIXEL`]s.
///
/// # Errors
///
/// A misplaced shape is refused before anything is painted; a failing backend stops the painting.
pub fn paint<DB: DrawingBackend>(scene: &Scene, area: &DrawingArea<DB, Shift>) -> Painted<DB> {
    let sheet = Rect::new(0.0, 0.0, scene.width, scene.height);
    if let Some(shape) = scene.shapes.iter().find(|shape| !is_placed(&shape.geometry, sheet)) {
        return Err(PaintError::Misplaced(shape.role));
    }
    let brush = Brush { area };
    brush.rect(sheet, Some(scene.background), None)?;
    // Sentences are the page's to set.
    let mut inked = scene.shapes.iter().filter(|shape| shape.role != Role::Prose);
    inked.try_for_each(|shape| brush.shape(&shape.geometry))
}

/// Whether every place that plotters is told lies on the sheet. What is drawn around it (the width of a line, the rim of a circle, the
/// length of a text) may reach beyond: it is cut off and not moved.
fn is_placed(geometry: &Geometry, sheet: Rect) -> bool {
    // What is rounded to the edge lies on it. What is no number lies nowhere.
    let sheet = sheet.grown(0.5 / SUBPIXEL);
    match geometry {
        Geometry::Path { points, .. } | Geometry::Polygon { points, .. } => points.iter().all(|point| sheet.contains(*point)),
        Geometry::Rect { rect, .. } | Geometry::Hatch { rect, .. } => sheet.encloses(*rect, 0.0),
        Geometry::Circle { center, radius: size, .. } | Geometry::Text { origin: center, size, .. } => {
            size.is_finite() && sheet.contains(*center)
        }
    }
}

/// Draws one shape after the other.
struct Brush<'a, DB: DrawingBackend> {
    area: &'a DrawingArea<DB, Shift>,
}

impl<DB: DrawingBackend> Brush<'_, DB> {
    fn shape(&self, geometry: &Geometry) -> Painted<DB> {
        match geometry {
            Geometry::Path { points, stroke, dash: None } => self.path(points, *stroke),
            Geometry::Path { points, stroke, dash: Some(dash) } => self.segments(dashes(points, *dash), *stroke),
            Geometry::Polygon { points, fill } => self.draw(&Polygon::new(all(points), filled(*fill))),
            Geometry::Rect { rect, fill, stroke } => self.rect(*rect, *fill, *stroke),
            Geometry::Hatch { rect, spacing, stroke } => self.segments(hatching(*rect, *spacing), *stroke),
            Geometry::Circle { center, radius, fill, stroke } => {
                let size = (radius * SUBPIXEL).round() as i32;
                if let Some(fill) = fill {
                    self.draw(&Circle::new(at(*center), size, filled(*fill)))?;
                }
                stroke.map_or(Ok(()), |stroke| self.draw(&Circle::new(at(*center), size, stroked(stroke))))
            }
            Geometry::Text { origin, text, size, weight, anchor, color, .. } => {
                self.text(*origin, text, *size, *weight, *anchor, *color)
            }
        }
    }

    fn segments(&self, segments: Vec<[Point; 2]>, stroke: Stroke) -> Painted<DB> {
        segments.iter().try_for_each(|segment| self.path(segment, stroke))
    }

    fn path(&self, points: &[Point], stroke: Stroke) -> Painted<DB> {
        self.draw(&PathElement::new(all(points), stroked(stroke)))
    }

    /// The stroke lies inside the rectangle's edge, so that outlined and filled squares are of one size.
    fn rect(&self, rect: Rect, fill: Option<Color>, stroke: Option<Stroke>) -> Painted<DB> {
        let corners = |rect: Rect| [at(Point::new(rect.x, rect.y)), at(Point::new(rect.right(), rect.bottom()))];
        if let Some(fill) = fill {
            self.draw(&Rectangle::new(corners(rect), filled(fill)))?;
        }
        stroke.map_or(Ok(()), |stroke| self.draw(&Rectangle::new(corners(rect.grown(-stroke.width / 2.0)), stroked(stroke))))
    }

    /// The origin of a text is its baseline. plotters knows no such anchor: a backend of ours reads `VPos::Bottom` as the baseline.
    fn text(&self, origin: Point, text: &str, size: f64, weight: Weight, anchor: Anchor, color: Color) -> Painted<DB> {
        let font = match weight {
            Weight::Regular => FontStyle::Normal,
            Weight::Bold => FontStyle::Bold,
        };
        let side = match anchor {
            Anchor::Start => HPos::Left,
            Anchor::Middle => HPos::Center,
            Anchor::End => HPos::Right,
        };
        let color = rgba(color);
        let style = TextStyle::from(FontDesc::new(FontFamily::SansSerif, size * SUBPIXEL, font))
            .pos(Pos::new(side, VPos::Bottom))
            .color(&color);
        self.draw(&Text::new(text, at(origin), style))
    }

    fn draw<'e, E>(&self, element: &'e E) -> Painted<DB>
    where
        &'e E: plotters::element::PointCollection<'e, (i32, i32)>,
        E: plotters::element::Drawable<DB>,
    {
        use plotters::drawing::DrawingAreaErrorKind;
        self.area.draw(element).map_err(|error| match error {
            DrawingAreaErrorKind::BackendError(plotters_backend::DrawingErrorKind::DrawingError(error)) => {
                PaintError::Backend(error)
            }
            // The area is not shared and not split: plotters' other errors cannot arise.
            _ => PaintError::Misplaced(Role::Decoration),
        })
    }
}

fn at(point: Point) -> (i32, i32) {
    ((point.x * SUBPIXEL).round() as i32, (point.y * SUBPIXEL).round() as i32)
}

fn all(points: &[Point]) -> Vec<(i32, i32)> {
    let mut all = Vec::new();
    for point in points {
        all.push(at(*point));
    }
    all
}

fn rgba(color: Color) -> RGBAColor {
    RGBAColor(color.red, color.green, color.blue, f64::from(color.alpha) / 255.0)
}

fn filled(color: Color) -> ShapeStyle {
    ShapeStyle { color: rgba(color), filled: true, stroke_width: 0 }
}

fn stroked(stroke: Stroke) -> ShapeStyle {
    ShapeStyle { color: rgba(stroke.color), filled: false, stroke_width: (stroke.width * SUBPIXEL).round() as u32 }
}
