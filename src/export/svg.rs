//! The picture as SVG, written from the scene's shapes: text stays text, and every datum is a group that says what it is.

use super::escape::escaped;
use crate::chart::Picture;
use crate::scene::{Anchor, Color, Geometry, Point, Rect, Scene, Shape, Stroke, Weight, dashes, hatching, sans};
use crate::words;
use core::fmt::{self, Write};

/// What an SVG says besides its shapes.
#[derive(Clone, Copy, Debug)]
pub struct Caption<'a> {
    /// Its name, as `<title>`.
    pub title: &'a str,
    /// What it shows, as `<desc>`.
    pub description: &'a str,
    /// What each datum says, in the order of the scene's datums.
    pub names: &'a [String],
}

/// Draws a picture and writes it as SVG, with its finding as the title and each datum named as it is spoken. `None` where the module has
/// no mark for the view.
pub fn picture_svg(picture: &Picture<'_>) -> Option<String> {
    let scene = picture.draw()?;
    let described = picture.describe(&scene.ids());
    let language = picture.frame.language;
    let spoken = |(i, words)| words::speech(words, i + 1, described.len(), language);
    let names: Vec<String> = described.iter().enumerate().map(spoken).collect();
    let sheet = picture.sheet(&described);
    Some(svg(&scene, Caption { title: sheet.title, description: &sheet.subtitle, names: &names }))
}

/// Writes a scene as a stand-alone SVG document, one CSS pixel to the user unit.
///
/// Shapes keep their painting order; those of one datum that follow each other share a `<g data-datum>`, the first of which has the
/// datum's name.
pub fn svg(scene: &Scene, caption: Caption<'_>) -> String {
    let mut writer = Writer { text: String::new(), scene, named: vec![false; scene.datums.len()], caption };
    // A String takes whatever is written to it.
    let _ = writer.document();
    writer.text
}

struct Writer<'a> {
    text: String,
    scene: &'a Scene,
    /// Whether a datum's name stands somewhere already.
    named: Vec<bool>,
    caption: Caption<'a>,
}

impl Writer<'_> {
    fn document(&mut self) -> fmt::Result {
        let Scene { width, height, lang, background, .. } = *self.scene;
        let (width, height) = (number(width), number(height));
        write!(
            self.text,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
             lang=\"{lang}\" role=\"img\" aria-labelledby=\"title desc\" font-family=\"{}\">\n\
             <title id=\"title\">{}</title>\n<desc id=\"desc\">{}</desc>\n",
            escaped(sans(lang)),
            escaped(self.caption.title),
            escaped(self.caption.description),
        )?;
        writeln!(self.text, "<rect width=\"{width}\" height=\"{height}\" fill=\"{}\"/>", hex(background))?;
        let mut open = None;
        for shape in &self.scene.shapes {
            if shape.datum != open {
                if open.is_some() {
                    self.text.push_str("</g>\n");
                }
                open = shape.datum;
                if let Some(index) = open {
                    self.group(index)?;
                }
            }
            self.shape(shape)?;
        }
        if open.is_some() {
            self.text.push_str("</g>\n");
        }
        self.text.push_str("</svg>\n");
        Ok(())
    }

    fn group(&mut self, index: usize) -> fmt::Result {
        let id = self.scene.datums.get(index).map_or("", |datum| datum.id);
        writeln!(self.text, "<g data-datum=\"{}\">", escaped(id))?;
        if let (Some(named @ false), Some(name)) = (self.named.get_mut(index), self.caption.names.get(index)) {
            *named = true;
            writeln!(self.text, "<title>{}</title>", escaped(name))?;
        }
        Ok(())
    }

    fn shape(&mut self, shape: &Shape) -> fmt::Result {
        let class = shape.role.name();
        match &shape.geometry {
            Geometry::Path { points, stroke, dash: None } => {
                let path = polyline(points, false);
                writeln!(
                    self.text,
                    "<path class=\"{class}\" d=\"{path}\" fill=\"none\" {} stroke-linejoin=\"round\"/>",
                    ink(*stroke)
                )
            }
            // Dashes are geometry, so that every renderer cuts them where the canvas does.
            Geometry::Path { points, stroke, dash: Some(dash) } => self.segments(class, &dashes(points, *dash), *stroke),
            Geometry::Hatch { rect, spacing, stroke } => self.segments(class, &hatching(*rect, *spacing), *stroke),
            Geometry::Polygon { points, fill } => {
                writeln!(self.text, "<path class=\"{class}\" d=\"{}\" {}/>", polyline(points, true), paint("fill", *fill))
            }
            Geometry::Rect { rect, fill, stroke } => {
                // The stroke lies inside the edge, as on the canvas.
                let Rect { x, y, width, height } = stroke.map_or(*rect, |stroke| rect.grown(-stroke.width / 2.0));
                let (x, y, width, height) = (number(x), number(y), number(width), number(height));
                write!(self.text, "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"")?;
                self.surface(*fill, *stroke)
            }
            Geometry::Circle { center, radius, fill, stroke } => {
                let (x, y, radius) = (number(center.x), number(center.y), number(*radius));
                write!(self.text, "<circle class=\"{class}\" cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"")?;
                self.surface(*fill, *stroke)
            }
            Geometry::Text { origin, text, size, weight, anchor, color, .. } => {
                let (x, y, size) = (number(origin.x), number(origin.y), number(*size));
                let weight = match weight {
                    Weight::Regular => "",
                    Weight::Bold => " font-weight=\"700\"",
                };
                let anchor = match anchor {
                    Anchor::Start => "",
                    Anchor::Middle => " text-anchor=\"middle\"",
                    Anchor::End => " text-anchor=\"end\"",
                };
                writeln!(
                    self.text,
                    "<text class=\"{class}\" x=\"{x}\" y=\"{y}\" font-size=\"{size}\"{weight}{anchor} {}>{}</text>",
                    paint("fill", *color),
                    escaped(text)
                )
            }
        }
    }

    fn segments(&mut self, class: &str, segments: &[[Point; 2]], stroke: Stroke) -> fmt::Result {
        let path: String = segments.iter().map(|segment| polyline(segment, false)).collect();
        writeln!(self.text, "<path class=\"{class}\" d=\"{path}\" fill=\"none\" {}/>", ink(stroke))
    }

    /// Fill and stroke of a closed shape, and its end.
    fn surface(&mut self, fill: Option<Color>, stroke: Option<Stroke>) -> fmt::Result {
        let fill = fill.map_or_else(|| "fill=\"none\"".to_owned(), |fill| paint("fill", fill));
        let stroke = stroke.map_or_else(String::new, |stroke| format!(" {}", ink(stroke)));
        writeln!(self.text, " {fill}{stroke}/>")
    }
}

/// `M0 0L10 5`, closed where it bounds an area.
fn polyline(points: &[Point], closed: bool) -> String {
    let mut path = String::new();
    for (i, point) in points.iter().enumerate() {
        path.push(if i == 0 { 'M' } else { 'L' });
        path.push_str(&format!("{} {}", number(point.x), number(point.y)));
    }
    if closed {
        path.push('Z');
    }
    path
}

fn ink(stroke: Stroke) -> String {
    format!("{} stroke-width=\"{}\"", paint("stroke", stroke.color), number(stroke.width))
}

fn paint(property: &str, color: Color) -> String {
    if color.alpha == u8::MAX {
        format!("{property}=\"{}\"", hex(color))
    } else {
        format!("{property}=\"{}\" {property}-opacity=\"{}\"", hex(color), number(f64::from(color.alpha) / 255.0))
    }
}

/// `#rrggbb`; the opacity stands apart.
fn hex(color: Color) -> String {
    format!("#{:02x}{:02x}{:02x}", color.red, color.green, color.blue)
}

/// At most two decimals: a hundredth of a pixel is below what any screen shows.
fn number(value: f64) -> String {
    let rounded = (value * 100.0).round() / 100.0;
    // Not -0.
    format!("{}", rounded + 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short() {
        assert_eq!(number(12.0), "12");
        assert_eq!(number(0.126), "0.13");
        assert_eq!(number(-0.001), "0");
    }

    #[test]
    fn lines_close_where_they_bound_an_area() {
        let corners = [Point::new(0.0, 0.0), Point::new(4.0, 0.5)];
        assert_eq!(polyline(&corners, false), "M0 0L4 0.5");
        assert_eq!(polyline(&corners, true), "M0 0L4 0.5Z");
    }

    #[test]
    fn a_faded_colour_has_its_opacity_apart() {
        assert_eq!(paint("fill", Color::rgb(0x0a_6b_66)), "fill=\"#0a6b66\"");
        assert_eq!(paint("stroke", Color::rgb(0).faded(51)), "stroke=\"#000000\" stroke-opacity=\"0.2\"");
    }
}
