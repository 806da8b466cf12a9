use super::{Anchor, Color, Dash, Point, Rect, Stroke, Weight};

/// One thing that is painted.
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    /// What it looks like.
    pub geometry: Geometry,
    /// What it is there for.
    pub role: Role,
    /// The datum it stands for, as an index into the scene's datums.
    pub datum: Option<usize>,
    /// The panel that it stands in, as an index into the scene's panels.
    pub panel: Option<usize>,
}

/// Form, place and ink of a shape.
#[derive(Clone, Debug, PartialEq)]
pub enum Geometry {
    /// An open line through two or more points, with round joins.
    Path {
        /// Its corners.
        points: Vec<Point>,
        /// Its ink.
        stroke: Stroke,
        /// Dashed where given.
        dash: Option<Dash>,
    },
    /// A filled area.
    Polygon {
        /// Its corners.
        points: Vec<Point>,
        /// Its ink.
        fill: Color,
    },
    /// An upright rectangle; the stroke lies inside its edge.
    Rect {
        /// Its place.
        rect: Rect,
        /// Its ink, if it is filled.
        fill: Option<Color>,
        /// Its outline, if it has one.
        stroke: Option<Stroke>,
    },
    /// A rectangle filled with slanted lines and nothing else.
    Hatch {
        /// Its place.
        rect: Rect,
        /// Distance between two lines, in CSS pixels along the x axis.
        spacing: f64,
        /// The ink of the lines.
        stroke: Stroke,
    },
    /// A circle; the stroke lies astride its edge.
    Circle {
        /// Its middle.
        center: Point,
        /// Its radius in CSS pixels.
        radius: f64,
        /// Its ink, if it is filled.
        fill: Option<Color>,
        /// Its outline, if it has one.
        stroke: Option<Stroke>,
    },
    /// One line of text.
    Text {
        /// Where its baseline stands.
        origin: Point,
        /// What it says.
        text: String,
        /// Font size in CSS pixels.
        size: f64,
        /// How heavy it is.
        weight: Weight,
        /// Which point of the line stands at the origin.
        anchor: Anchor,
        /// Its ink.
        color: Color,
        /// How wide it was measured to be, in CSS pixels.
        width: f64,
    },
}

/// What a shape is there for. Checks of contrast and overlap, the SVG's classes and linked highlighting go by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Carries a datum by its form: a square, a dot, a bar.
    Mark,
    /// The open end of a bound: what it says is that the value goes on.
    Open,
    /// Joins marks of one series without being data.
    Connector,
    /// Says that nothing is known here.
    Gap,
    /// An axis, a bracket, a rule.
    Axis,
    /// A line that helps the eye along a scale.
    Grid,
    /// The printed figure of a datum, with its comparator and status marks.
    Figure,
    /// The unit that the figures of a panel have in common.
    Unit,
    /// Any other short text.
    Label,
    /// A sentence: text that a reader may want to select, search or translate, so the page sets it and the canvas does not.
    Prose,
    /// The printed reading of a misprint, beside our own.
    Printed,
    /// Neither read nor pointed at.
    Decoration,
}

impl Role {
    /// The role as the SVG and the tests name it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Mark => "mark",
            Self::Open => "open",
            Self::Connector => "connector",
            Self::Gap => "gap",
            Self::Axis => "axis",
            Self::Grid => "grid",
            Self::Figure => "figure",
            Self::Unit => "unit",
            Self::Label => "label",
            Self::Prose => "prose",
            Self::Printed => "printed",
            Self::Decoration => "decoration",
        }
    }
}

/// Share of a font's size that stands above the baseline in the boxes of text: Han glyphs reach 0.88.
const ASCENT: f64 = 0.9;
/// Share of a font's size that hangs below the baseline.
const DESCENT: f64 = 0.22;

impl Geometry {
    /// The smallest upright rectangle around all of its ink.
    pub fn bounds(&self) -> Rect {
        match self {
            Self::Path { points, stroke, .. } => around(points).grown(stroke.width / 2.0),
            Self::Polygon { points, .. } => around(points),
            Self::Rect { rect, .. } | Self::Hatch { rect, .. } => *rect,
            Self::Circle { center, radius, stroke, .. } => {
                let reach = radius + stroke.map_or(0.0, |s| s.width / 2.0);
                Rect::new(center.x, center.y, 0.0, 0.0).grown(reach)
            }
            Self::Text { origin, size, anchor, width, .. } => {
                let left = match anchor {
                    Anchor::Start => origin.x,
                    Anchor::Middle => origin.x - width / 2.0,
                    Anchor::End => origin.x - width,
                };
                Rect::new(left, origin.y - size * ASCENT, *width, size * (ASCENT + DESCENT))
            }
        }
    }
}

fn around(points: &[Point]) -> Rect {
    Rect::around(points.iter().map(|point| Rect::new(point.x, point.y, 0.0, 0.0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_of_a_line_hold_its_width() {
        let line = Geometry::Path {
            points: vec![Point::new(0.0, 5.0), Point::new(10.0, 5.0)],
            stroke: Stroke { color: Color::rgb(0), width: 2.0 },
            dash: None,
        };
        assert_eq!(line.bounds(), Rect::new(-1.0, 4.0, 12.0, 2.0));
    }

    #[test]
    fn bounds_of_text_follow_its_anchor() {
        let text = |anchor| Geometry::Text {
            origin: Point::new(100.0, 50.0),
            text: "1423".into(),
            size: 10.0,
            weight: Weight::Bold,
            anchor,
            color: Color::rgb(0),
            width: 40.0,
        };
        assert_eq!(text(Anchor::Start).bounds().x, 100.0);
        assert_eq!(text(Anchor::Middle).bounds().x, 80.0);
        assert_eq!(text(Anchor::End).bounds().right(), 100.0);
        assert!(text(Anchor::End).bounds().bottom() > 50.0);
    }
}
