use super::super::super::Picture;
use super::super::super::sketch::Sketch;
use super::super::bar::{Bar, nominal};
use super::super::list;
use crate::data::{Kind, Role as RowRole};
use crate::scene::Rect;

/// A part and the rest of a whole as one bar from 0 to 100 %, with the lists of the view below.
pub(super) fn draw(picture: &Picture<'_>, sketch: &mut Sketch<'_>) -> f64 {
    let marks = picture.descriptions(RowRole::Mark);
    let annotations = picture.descriptions(RowRole::Annotation);
    let of_kind = |kind| annotations.iter().find(|words| words.kind == Some(kind));
    let ([part, rest], Some(whole), Some(share)) = (marks.as_slice(), of_kind(Kind::Number), of_kind(Kind::Share)) else {
        return 0.0;
    };
    let counted = nominal(part) / (nominal(part) + nominal(rest));
    let bar = Bar { words: [part, share, rest, whole], part: counted * 100.0, total: 100.0, percent: true, open: None };
    let bottom = bar.draw(picture, sketch);
    list::draw(picture, sketch, Rect::new(0.0, bottom + list::APART, sketch.frame.width, 0.0))
}
