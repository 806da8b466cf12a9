//! What the marks mean, and the heads of the panels.

use super::super::super::sketch::{Ink, Sketch};
use super::super::super::{Picture, Tone, Type};
use super::Stretch;
use super::moment::{MONTH, RADIUS, YEAR};
use crate::data::Precision;
use crate::scene::{Anchor, Geometry, Point, Rect, Role, Weight};
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
        if precision == Precision::Day {
            let outline = if hollow { 2.0 } else { 0.0 };
            sketch.dot(Point::new(x + RADIUS, y), RADIUS, (Tone::Muted, outline), Role::Axis, None);
        } else {
            let thick = if precision == Precision::Month { MONTH } else { YEAR };
            let rect = Rect::new(x, y - thick / 2.0, length, thick);
            sketch.shape(Geometry::Rect { rect, fill: Some(Tone::Muted), stroke: None }, Role::Axis, None);
        }
        x = sketch.text(text, Point::new(x + length + 6.0, y + rise), Anchor::Start, ink, None).right() + 16.0;
    }
    if titled { (y + line / 2.0 + 16.0).round() } else { 0.0 }
}

/// Names a panel: its name, and in smaller letters what there is to say of it. Returns where the next thing may start.
pub(super) fn head(picture: &Picture<'_>, sketch: &mut Sketch<'_>, (name, remark): (Phrase, Phrase), top: f64) -> f64 {
    let language = picture.frame.language;
    let (name, remark) = (name.get(language), remark.get(language));
    let bold = Ink::new(Type::Name, Weight::Bold, Tone::Ink, Role::Label);
    let plain = Ink::new(Type::Small, Weight::Regular, Tone::Muted, Role::Label);
    let (line, small) = (sketch.frame.line(Type::Name), sketch.frame.line(Type::Small));
    let width = sketch.frame.width;
    let mut baseline = top + line * 0.75;
    let taken = sketch.text(name, Point::new(0.0, baseline), Anchor::Start, bold, None);
    let behind = Point::new(taken.right() + 10.0, baseline);
    if behind.x + sketch.width_of(remark, plain) <= width {
        sketch.text(remark, behind, Anchor::Start, plain, None);
    } else {
        let under = Point::new(0.0, baseline + small);
        baseline = sketch.lines(remark, under, width, (Anchor::Start, plain)) - small;
    }
    (baseline + line * 0.4).round()
}
