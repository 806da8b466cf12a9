use super::super::super::{Picture, Tone, Type};
use super::super::bar::total;
use super::super::pen::{BELOW, Pen};
use super::Count;
use crate::data::{Kind, Role as RowRole};
use crate::words::Description;

/// The whole that the parts of a picture add up to, over a bracket `reach` pixels wide.
pub(super) fn whole(pen: &mut Pen<'_, '_>, reach: f64) {
    for words in &pen.picture.descriptions(RowRole::Annotation) {
        if words.kind == Some(Kind::Number) {
            total(pen, words, reach);
        }
    }
}

/// The words of a count: its figure, its label, and the share that belongs to it.
pub(super) fn words(pen: &mut Pen<'_, '_>, count: &Count<'_>, datum: usize, color: Tone) {
    pen.datum = Some(datum);
    pen.labelled(count.words, (Type::Headline, color, Tone::Ink));
    for share in &pen.picture.descriptions(RowRole::Annotation) {
        if share.kind == Some(Kind::Share) && belongs(pen.picture, share, count.words) {
            pen.y += 2.0;
            pen.open(share.id);
            pen.labelled(share, (Type::Figure, color, Tone::Muted));
            pen.close();
        }
    }
    pen.datum = Some(datum);
    pen.end.x = BELOW;
}

/// A share belongs to the count that is derived from it, else to the first one of the picture.
fn belongs(picture: &Picture<'_>, share: &Description, count: &Description) -> bool {
    let marks = picture.descriptions(RowRole::Mark);
    if marks.iter().any(|words| words.inputs.contains(&share.id)) {
        count.inputs.contains(&share.id)
    } else {
        marks.first().is_some_and(|first| first.id == count.id)
    }
}
