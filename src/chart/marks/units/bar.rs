use super::super::bar::{Bar, nominal};
use super::super::list;
use super::super::pen::Pen;
use crate::data::{Kind, Role as RowRole};

/// A part and the rest of a whole as one bar from 0 to 100 %, with the lists of the view below.
pub(super) fn draw(pen: &mut Pen<'_, '_>) {
    let marks = pen.picture.descriptions(RowRole::Mark);
    let annotations = pen.picture.descriptions(RowRole::Annotation);
    let of_kind = |kind| annotations.iter().find(|words| words.kind == Some(kind));
    let ([part, rest], Some(whole), Some(share)) = (marks.as_slice(), of_kind(Kind::Number), of_kind(Kind::Share)) else {
        return;
    };
    let counted = nominal(part) / (nominal(part) + nominal(rest));
    let bar = Bar { words: [part, share, rest, whole], part: counted * 100.0, total: 100.0, percent: true, open: None };
    bar.draw(pen);
    pen.y += list::APART;
    list::draw(pen);
}
