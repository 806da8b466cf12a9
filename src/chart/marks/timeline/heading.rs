//! What the marks mean, and the heads of the panels.

use super::super::super::sketch::{Ink, Sketch};
use super::super::super::{Picture, Type};
use super::Strip;
use super::moment::RADIUS;
use crate::data::Precision;
use crate::scene::{Anchor, Geometry, Point, Rect, Role, Stroke, Weight};
use crate::words::Phrase;

/// Explains the forms that the picture has, in a line or two, and tells where the next thing may start.
pub(super) fn key(picture: &Picture<'_>, sketch: &mut Sketch<'_>, strips: &[Strip]) -> f64 {
    let palette = picture.palette();
    let language = picture.frame.language;
    let ink = Ink::new(Type::Small, Weight::Regular, palette.muted, Role::Label);
    let line = sketch.frame.line(Type::Small) + 2.0;
    let groups = || strips.iter().flat_map(|strip| &strip.groups);
    let has = |precision| groups().any(|group| group.when.precision() == precision && !group.derived);
    let mut forms = Vec::new();
    for (precision, phrase, length) in [
        (Precision::Day, Phrase::ADay, 2.0 * RADIUS),
        (Precision::Month, Phrase::AMonth, 18.0),
        (Precision::Year, Phrase::AYear, 36.0),
    ] {
        if has(precision) {
            forms.push((precision, phrase, length, false));
        }
    }
    if groups().any(|group| group.derived) {
        forms.push((Precision::Day, Phrase::DerivedDate, 2.0 * RADIUS, true));
    }
    if forms.is_empty() {
        return 0.0;
    }
    let (mut x, mut y) = (0.0, line / 2.0);
    let rise = sketch.frame.size(Type::Small) * 0.36;
    let title = Phrase::PrintedTo.get(language);
    x = sketch.text(title, Point::new(x, y + rise), Anchor::Start, ink, None).right() + 12.0;
    for (precision, phrase, length, hollow) in forms {
        let text = phrase.get(language);
        if x + length + 6.0 + sketch.width_of(text, ink) > sketch.frame.width {
            x = 0.0;
            y += line;
        }
        let rect = |thick: f64| Rect::new(x, y - thick / 2.0, length, thick);
        let center = Point::new(x + RADIUS, y);
        let geometry = match (precision, hollow) {
            (Precision::Day, true) => {
                let stroke = Stroke { color: palette.muted, width: 2.0 };
                Geometry::Circle { center, radius: RADIUS - 1.0, fill: Some(palette.background), stroke: Some(stroke) }
            }
            (Precision::Day, false) => Geometry::Circle { center, radius: RADIUS, fill: Some(palette.muted), stroke: None },
            (Precision::Month, _) => Geometry::Rect { rect: rect(super::moment::MONTH), fill: Some(palette.muted), stroke: None },
            _ => Geometry::Rect { rect: rect(super::moment::YEAR), fill: Some(palette.muted), stroke: None },
        };
        sketch.shape(geometry, Role::Axis, None);
        x = sketch.text(text, Point::new(x + length + 6.0, y + rise), Anchor::Start, ink, None).right() + 16.0;
    }
    (y + line / 2.0 + 16.0).round()
}

/// Names a panel: its name, and in smaller letters what there is to say of it. Returns where the next thing may start.
pub(super) fn head(picture: &Picture<'_>, sketch: &mut Sketch<'_>, (name, remark): (Phrase, Phrase), top: f64) -> f64 {
    let palette = picture.palette();
    let language = picture.frame.language;
    let (name, remark) = (name.get(language), remark.get(language));
    let bold = Ink::new(Type::Name, Weight::Bold, palette.ink, Role::Label);
    let plain = Ink::new(Type::Small, Weight::Regular, palette.muted, Role::Label);
    let line = sketch.frame.line(Type::Name);
    let width = sketch.frame.width;
    let mut baseline = top + line * 0.75;
    let taken = sketch.text(name, Point::new(0.0, baseline), Anchor::Start, bold, None);
    let behind = Point::new(taken.right() + 10.0, baseline);
    if sketch.text_box(remark, behind, Anchor::Start, plain).right() <= width {
        sketch.text(remark, behind, Anchor::Start, plain, None);
    } else {
        for text in sketch.wrap(remark, width, plain) {
            baseline += sketch.frame.line(Type::Small);
            sketch.text(&text, Point::new(0.0, baseline), Anchor::Start, plain, None);
        }
    }
    (baseline + line * 0.4).round()
}
