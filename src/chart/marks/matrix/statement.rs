//! A statement as a square: every one of the same size, and what is wrong or open about it in its form.

use super::super::super::sketch::{Ink, Sketch};
use super::super::super::{Picture, Tone, Type};
use super::super::pen::Pen;
use crate::data::{Comparator, Kind, Observation};
use crate::scene::{Point, Rect, Role, Stroke, Weight};
use crate::words::{self, Phrase};

/// A printed statement and what its square has to tell.
pub(super) struct Statement {
    pub(super) observation: &'static Observation,
    form: Form,
    /// What the paper prints, where our reading of a misprint stands in its place.
    pub(super) printed: Option<String>,
}

/// What the form of a square says.
#[derive(Clone, Copy)]
struct Form {
    /// The figure bounds the value or comes near it.
    open: bool,
    /// There is no figure.
    hollow: bool,
    /// An erratum puts it in doubt, or reads it otherwise.
    doubted: bool,
}

/// The statements of the package that the reader's filter lets through, in the order of the register.
#[inline(never)]
pub(super) fn admitted(picture: &Picture<'_>) -> Vec<Statement> {
    let mut statements = Vec::new();
    for observation in picture.package.observations {
        if picture.admits(observation) {
            let words = words::describe_observation(picture.package, observation, picture.basis(), picture.frame.language);
            let form = Form {
                open: words.comparator != Comparator::Equal,
                hollow: observation.kind == Kind::Claim,
                doubted: !words.marks.is_empty(),
            };
            statements.push(Statement { observation, form, printed: words.printed_period });
        }
    }
    statements
}

impl Statement {
    /// Draws the square of the statement as a datum of a panel, and tells which datum.
    pub(super) fn draw(&self, sketch: &mut Sketch<'_>, rect: Rect) -> usize {
        let datum = sketch.unplaced(self.observation.id);
        sketch.settle_under(datum, &rect, rect.width / 2.0);
        self.form.draw(sketch, &rect, (Tone::of(self.observation.source), Tone::Remark), Role::Mark, Some(datum));
        datum
    }
}

impl Form {
    /// Draws a square of this form, with the colours of the square and of the frame around a doubted one.
    fn draw(self, sketch: &mut Sketch<'_>, rect: &Rect, (color, frame): (Tone, Tone), role: Role, datum: Option<usize>) {
        let mut square = *rect;
        if self.doubted {
            sketch.outlined(rect, Stroke { color: frame, width: 2.0 }, role, datum);
            square = rect.grown(-(rect.width * 0.12 + 2.0).round());
        }
        if self.hollow {
            sketch.outlined(&square, Stroke { color, width: 2.0 }, role, datum);
        } else if self.open {
            let (x, y, right, bottom) = (square.x, square.y, square.right(), square.bottom());
            let notch = Point::new(right - (square.width * 0.36).round(), square.center().y);
            let points = [Point::new(x, y), Point::new(right, y), notch, Point::new(right, bottom), Point::new(x, bottom)];
            sketch.polygon(&points, color, role, datum);
        } else {
            sketch.filled(&square, color, role, datum);
        }
    }
}

/// Says above the squares what their forms mean.
pub(super) fn key(pen: &mut Pen<'_, '_>) {
    let words = Ink::new(Type::Label, Weight::Regular, Tone::Muted, Role::Label);
    let size = pen.sketch.frame.size(words.kind);
    let side = (size * 1.15).round();
    let indent = side + 6.0;
    for (open, hollow, doubted, phrase) in &[
        (false, false, false, Phrase::OneStatement),
        (true, false, false, Phrase::BoundOrNear),
        (false, true, false, Phrase::NoFigureGiven),
        (false, false, true, Phrase::ReadOrDoubted),
    ] {
        let at = pen.item(phrase.get(pen.picture.frame.language), words, 22.0, indent);
        let rect = Rect::new(at.x - indent, (at.y - pen.sketch.drop(words.kind) - side / 2.0).round(), side, side);
        let form = Form { open: *open, hollow: *hollow, doubted: *doubted };
        form.draw(pen.sketch, &rect, (Tone::Ink, Tone::Remark), Role::Decoration, None);
    }
}
