//! What the marks mean, and the heads of the panels.

use super::super::super::sketch::Ink;
use super::super::super::{Tone, Type};
use super::super::pen::Pen;
use super::super::points::NAME;
use super::moment::{Form, RADIUS, Track};
use super::{Group, Stretch};
use crate::data::Precision;
use crate::scene::{Rect, Role, Weight};
use crate::words::Phrase;

/// How the key and remarks are set.
pub(super) const PLAIN: Ink = Ink::new(Type::Small, Weight::Regular, Tone::Muted, Role::Label);
/// Between a form and its name, in CSS pixels.
const SPACE: f64 = 6.0;

/// The forms of the marks: their precision, whether they are hollow because they are derived, their names and their lengths.
const FORMS: [(Precision, bool, Phrase, f64); 4] = [
    (Precision::Day, false, Phrase::ADay, 2.0 * RADIUS),
    (Precision::Month, false, Phrase::AMonth, 18.0),
    (Precision::Year, false, Phrase::AYear, 36.0),
    (Precision::Day, true, Phrase::DerivedDate, 2.0 * RADIUS),
];

/// Explains the forms that the picture has, in a line or two.
pub(super) fn key(pen: &mut Pen<'_, '_>, stretches: &[Stretch<'_>]) {
    let language = pen.picture.frame.language;
    let rise = pen.sketch.drop(PLAIN.kind);
    for (precision, hollow, phrase, length) in FORMS {
        let has = |group: &Group<'_>| group.derived == hollow && (hollow || group.when.precision() == precision);
        if !stretches.iter().any(|stretch| stretch.groups.iter().any(has)) {
            continue;
        }
        if pen.y == 0.0 {
            pen.write(Phrase::PrintedTo.get(language), PLAIN);
        }
        let at = pen.item(phrase.get(language), PLAIN, 14.0, length + SPACE);
        let to = at.x - SPACE;
        let form = Form { precision, hollow, open: (false, false) };
        let track = Track { across: at.y - rise, down: false };
        track.draw(pen.sketch, (to - length, to), form, Tone::Muted, (Role::Axis, None));
    }
    if pen.y > 0.0 {
        pen.y += 16.0;
    }
}

/// Names a panel: its name, and in smaller letters what there is to say of it.
pub(super) fn head(pen: &mut Pen<'_, '_>, (name, remark): (Phrase, Phrase)) {
    pen.put(&Rect::new(0.0, pen.y, pen.sketch.frame.width, 0.0));
    pen.write(name.get(pen.picture.frame.language), NAME);
    pen.behind(remark.get(pen.picture.frame.language), PLAIN, 8.0);
}
