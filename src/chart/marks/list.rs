//! Lists that are printed beside the marks: a name, how many are named, and the members in running text.

use super::super::sketch::Ink;
use super::super::{Tone, Type};
use super::block::{self, Setting};
use super::pen::{Pen, dotted};
use crate::data::{Comparator, Kind, Role as RowRole};
use crate::scene::{Role, Weight};
use crate::words::Phrase;

/// Between two lists, and between the first one and what stands above it, in CSS pixels.
pub(super) const APART: f64 = 20.0;

/// Sets the lists that the view prints beside its marks.
pub(super) fn draw(pen: &mut Pen<'_, '_>) {
    let (picture, top) = (pen.picture, pen.y);
    let setting = Setting { figure: (Type::Figure, Tone::Ink), ..Setting::LABELLED };
    for words in &picture.descriptions(RowRole::Annotation) {
        if words.kind == Some(Kind::List) {
            pen.y += if pen.y > top { APART } else { 0.0 };
            pen.sketch.panel(words.id);
            pen.open(words.id);
            block::head(pen, words, setting);
            let mut members = Vec::new();
            for item in picture.package.items_of(words.id) {
                members.push(item.label.get(picture.frame.language));
            }
            if words.comparator == Comparator::GreaterOrEqual {
                members.push(Phrase::AndOthers.get(picture.frame.language));
            }
            pen.write(&dotted(&members), Ink::new(Type::Label, Weight::Regular, Tone::Ink, Role::Label));
            pen.close();
        }
    }
}
