//! What the marks mean, and the heads of the panels.

use super::super::super::sketch::{Ink, Sketch};
use super::super::super::{Picture, Tone, Type};
use super::super::points::NAME;
use super::super::set::{self, Piece};
use super::Stretch;
use super::moment::{Form, RADIUS, Track};
use crate::data::Precision;
use crate::scene::{Anchor, Point, Rect, Role, Weight};
use crate::words::Phrase;

/// The forms of the marks: their precision, whether they are hollow because they are derived, their names and their lengths.
const FORMS: [(Precision, bool, Phrase, f64); 4] = [
    (Precision::Day, false, Phrase::ADay, 2.0 * RADIUS),
    (Precision::Month, false, Phrase::AMonth, 18.0),
    (Precision::Year, false, Phrase::AYear, 36.0),
    (Precision::Day, true, Phrase::DerivedDate, 2.0 * RADIUS),
];

/// Explains the forms that the picture has, in a line or two, and tells where the next thing may start.
pub(super) fn key(picture: &Picture<'_>, sketch: &mut Sketch<'_>, stretches: &[Stretch<'_>]) -> f64 {
    let language = picture.frame.language;
    let ink = Ink::new(Type::Small, Weight::Regular, Tone::Muted, Role::Label);
    let line = sketch.frame.line(Type::Small) + 2.0;
    let rise = sketch.frame.size(Type::Small) * 0.36;
    let (mut x, mut y) = (0.0, line / 2.0);
    let mut titled = false;
    for (precision, hollow, phrase, length) in FORMS {
        let has = |stretch: &Stretch<'_>| {
            let mut groups = stretch.groups.iter();
            groups.any(|group| group.derived == hollow && (hollow || group.when.precision() == precision))
        };
        if !stretches.iter().any(has) {
            continue;
        }
        if !titled {
            let title = Phrase::PrintedTo.get(language);
            x = sketch.text(title, Point::new(x, y + rise), Anchor::Start, ink, None).right() + 12.0;
            titled = true;
        }
        let text = phrase.get(language);
        if x + length + 6.0 + sketch.width_of(text, ink) > sketch.frame.width {
            x = 0.0;
            y += line;
        }
        let form = Form { precision, hollow, open: (false, false) };
        Track { across: y, down: false }.draw(sketch, (x, x + length), form, Tone::Muted, (Role::Axis, None));
        x = sketch.text(text, Point::new(x + length + 6.0, y + rise), Anchor::Start, ink, None).right() + 16.0;
    }
    if titled { (y + line / 2.0 + 16.0).round() } else { 0.0 }
}

/// Names a panel: its name, and in smaller letters what there is to say of it. Returns where the next thing may start.
pub(super) fn head(sketch: &mut Sketch<'_>, (name, remark): (Phrase, Phrase), top: f64) -> f64 {
    let language = sketch.frame.language;
    let plain = Ink::new(Type::Small, Weight::Regular, Tone::Muted, Role::Label);
    let pieces = [Piece::new(name.get(language), NAME, None), Piece::new(remark.get(language), plain, None)];
    set::flow(sketch, &pieces, Rect::new(0.0, top, sketch.frame.width, 0.0)).round()
}
