//! A statement as a square: every one of the same size, and what is wrong or open about it in its form.

use super::super::super::sketch::{Ink, Sketch};
use super::super::super::{Palette, Type};
use super::super::super::{Picture, Tone};
use crate::data::{Comparator, Kind, Observation};
use crate::scene::{Anchor, Geometry, Point, Rect, Role, Stroke, Weight};
use crate::words::{self, Phrase};

/// A printed statement and what its square has to tell.
pub(super) struct Statement {
    pub(super) observation: &'static Observation,
    form: Form,
    /// What the paper prints, where our reading of a misprint stands in its place.
    pub(super) printed: Option<String>,
}

/// What the form of a square says.
#[derive(Clone, Copy, Default)]
struct Form {
    /// The figure bounds the value or comes near it.
    open: bool,
    /// There is no figure.
    hollow: bool,
    /// An erratum puts it in doubt, or reads it otherwise.
    doubted: bool,
}

/// The statements of the package that the reader's filter lets through, in the order of the register.
pub(super) fn admitted(picture: &Picture<'_>) -> Vec<Statement> {
    let rows = picture.package.observations.iter().filter(|observation| picture.admits(observation));
    rows.map(|observation| {
        let words = words::describe_observation(picture.package, observation, picture.basis(), picture.frame.language);
        let form = Form {
            open: words.comparator != Comparator::Equal,
            hollow: observation.kind == Kind::Claim,
            doubted: !words.marks.is_empty(),
        };
        Statement { observation, form, printed: words.printed_period }
    })
    .collect()
}

impl Statement {
    /// Draws the square of the statement as a datum of a panel, and tells which datum.
    pub(super) fn draw(&self, sketch: &mut Sketch<'_>, rect: Rect, panel: usize) -> usize {
        let datum = sketch.datum(self.observation.id, panel, rect, Point::new(rect.center().x, rect.y));
        self.form.draw(sketch, rect, (Tone::of(self.observation.source), Tone::Remark), Role::Mark, Some(datum));
        datum
    }
}

impl Form {
    /// Draws a square of this form, with the colours of the square and of the frame around a doubted one.
    fn draw(self, sketch: &mut Sketch<'_>, rect: Rect, (color, frame): (Tone, Tone), role: Role, datum: Option<usize>) {
        let mut square = rect;
        if self.doubted {
            let stroke = Stroke { color: frame, width: 2.0 };
            sketch.shape(Geometry::Rect { rect, fill: None, stroke: Some(stroke) }, role, datum);
            square = rect.grown(-(rect.width * 0.12 + 2.0).round());
        }
        let geometry = if self.hollow {
            Geometry::Rect { rect: square, fill: None, stroke: Some(Stroke { color, width: 2.0 }) }
        } else if self.open {
            let Rect { x, y, .. } = square;
            let notch = Point::new(square.right() - (square.width * 0.36).round(), square.center().y);
            let points = vec![
                Point::new(x, y),
                Point::new(square.right(), y),
                notch,
                Point::new(square.right(), square.bottom()),
                Point::new(x, square.bottom()),
            ];
            Geometry::Polygon { points, fill: color }
        } else {
            Geometry::Rect { rect: square, fill: Some(color), stroke: None }
        };
        sketch.shape(geometry, role, datum);
    }
}

/// Says above the squares what their forms mean. Returns where the next thing may start.
pub(super) fn key(picture: &Picture<'_>, sketch: &mut Sketch<'_>) -> f64 {
    let Palette { muted, ink, remark, .. } = picture.palette();
    let plain = Form::default();
    let forms = [
        (plain, Phrase::OneStatement),
        (Form { open: true, ..plain }, Phrase::BoundOrNear),
        (Form { hollow: true, ..plain }, Phrase::NoFigureGiven),
        (Form { doubted: true, ..plain }, Phrase::ReadOrDoubted),
    ];
    let words = Ink::new(Type::Label, Weight::Regular, muted, Role::Label);
    let line = sketch.frame.line(Type::Label);
    let side = (sketch.frame.size(Type::Label) * 1.15).round();
    let (mut x, mut y) = (0.0, 0.0);
    for (form, phrase) in forms {
        let text = phrase.get(picture.frame.language);
        let lines = sketch.wrap(text, sketch.frame.width - side - 6.0, words);
        let wide = side + 6.0 + lines.iter().map(|text| sketch.width_of(text, words)).fold(0.0, f64::max);
        if x > 0.0 && x + wide > sketch.frame.width {
            x = 0.0;
            y += line + 2.0;
        }
        let rect = Rect::new(x, (y + (line - side) / 2.0).round(), side, side);
        form.draw(sketch, rect, (ink, remark), Role::Decoration, None);
        for (i, text) in lines.iter().enumerate() {
            y += if i > 0 { line } else { 0.0 };
            let baseline = Point::new(x + side + 6.0, y + line / 2.0 + sketch.frame.size(Type::Label) * 0.36);
            sketch.text(text, baseline, Anchor::Start, words, None);
        }
        x += wide + 22.0;
    }
    y + line
}
