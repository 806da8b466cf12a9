//! Lists that are printed beside the marks: a name, how many are named, and the members as chips.

use super::super::sketch::{Ink, Sketch};
use super::super::{Picture, Tone, Type};
use super::set::paragraph;
use crate::data::{Comparator, Kind, Role as RowRole};
use crate::scene::{Anchor, Point, Rect, Role, Stroke, Weight};
use crate::words::{Description, Phrase};

/// From one chip to the next, and between their edge and their text, in CSS pixels.
const SPACE: f64 = 8.0;

/// Between two lists, and between the first one and what stands above it, in CSS pixels.
pub(super) const APART: f64 = 20.0;

/// Draws the lists that the view prints beside its marks, from the top left corner of a place on, as wide as it. Tells where they end.
pub(super) fn draw(picture: &Picture<'_>, sketch: &mut Sketch<'_>, place: Rect) -> f64 {
    let Rect { x: left, width, .. } = place;
    let name = Ink::new(Type::Label, Weight::Regular, Tone::Muted, Role::Label);
    let figure = Ink::new(Type::Label, Weight::Bold, Tone::Ink, Role::Figure);
    let unit = Ink::new(Type::Label, Weight::Regular, Tone::Ink, Role::Unit);
    let line = sketch.frame.line(Type::Label);
    let mut y = place.y;
    let mut end = place.y;
    for words in &picture.descriptions(RowRole::Annotation) {
        if words.kind != Some(Kind::List) {
            continue;
        }
        let panel = sketch.panel(words.id, Rect::new(left, y, width, 0.0));
        let datum = sketch.unplaced(words.id, panel);
        let start = y;
        let mut x = 0.0;
        for (text, ink, space) in &[(words.label, name, SPACE), (&words.bare_figure(), figure, 2.0), (&words.unit, unit, 0.0)] {
            for (i, piece) in sketch.wrap(text, width, *ink).iter().enumerate() {
                if i > 0 || (x > 0.0 && x + sketch.width_of(piece, *ink) > width) {
                    x = 0.0;
                    y += line;
                }
                let baseline = Point::new(left + x, y + line * 0.72);
                x = sketch.text(piece, baseline, Anchor::Start, *ink, Some(datum)).right() - left + space;
            }
        }
        y += line + 4.0;
        y = chips(picture, sketch, words, Rect { y, ..place }, datum);
        sketch.settle_under(datum, &Rect::between(left, start, left + width, y), 60f64.min(width / 2.0));
        end = y;
        y += APART;
    }
    end
}

/// Sets the members of a list as chips, in rows as wide as a place, and "and others" where the list is open. Returns where they end.
pub(super) fn chips(picture: &Picture<'_>, sketch: &mut Sketch<'_>, words: &Description, place: Rect, datum: usize) -> f64 {
    let language = picture.frame.language;
    let name = Ink::new(Type::Label, Weight::Regular, Tone::Muted, Role::Label);
    let chip = Ink::new(Type::Label, Weight::Regular, Tone::Ink, Role::Label);
    let line = sketch.frame.line(Type::Label);
    let height = line + 4.0;
    let (mut x, mut y, mut row) = (0.0, place.y, height);
    for item in picture.package.items_of(words.id) {
        // A member that is too wide for one line is wrapped inside its chip.
        let text = item.label.get(language);
        let room = place.width - 2.0 * SPACE;
        let lines = sketch.wrap(text, room, chip);
        let wide = sketch.widest(&lines, chip) + 2.0 * SPACE;
        if x > 0.0 && x + wide > place.width {
            x = 0.0;
            y += row + 6.0;
            row = height;
        }
        let high = line * lines.len() as f64 + 4.0;
        row = row.max(high);
        let rect = Rect::new((place.x + x).round(), y.round(), wide.ceil().min(place.width - x.round()), high);
        sketch.outlined(&rect, Stroke { color: Tone::Muted, width: 1.0 }, Role::Axis, Some(datum));
        paragraph(sketch, text, Point::new(rect.x + SPACE, rect.y + 2.0), room, chip, Some(datum));
        x += wide + SPACE;
    }
    if words.comparator == Comparator::GreaterOrEqual {
        let text = Phrase::AndOthers.get(language);
        if x + sketch.width_of(text, name) > place.width {
            x = 0.0;
            y += row + 6.0;
            row = height;
        }
        let baseline = Point::new(place.x + x, y + height / 2.0 + sketch.frame.size(Type::Label) * 0.36);
        sketch.text(text, baseline, Anchor::Start, name, Some(datum));
    }
    y + row
}
