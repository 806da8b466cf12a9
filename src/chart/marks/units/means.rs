use super::super::super::sketch::{Ink, Sketch};
use super::super::super::{Picture, Tone, Type};
use super::super::set::{figure, paragraph, small, stacked};
use super::is_wide;
use crate::scene::{Point, Rect, Role, Weight};
use crate::words::Description;

/// Between two columns, in CSS pixels.
const GUTTER: f64 = 32.0;

/// Means and other derived figures, a row each: the figures large and flush right, then what they are and what they are computed from.
pub(super) fn draw(picture: &Picture<'_>, sketch: &mut Sketch<'_>, means: &[&Description]) -> f64 {
    let width = sketch.frame.width;
    let panel = sketch.band(picture.view.id, 0.0);
    let label = Ink::new(Type::Name, Weight::Regular, Tone::Ink, Role::Label);
    let formula = Ink::new(Type::Label, Weight::Regular, Tone::Muted, Role::Label);

    let wide = is_wide(&sketch.frame);
    let most = if wide { width * 0.45 } else { width };
    let (kind, (flush, units)) = match extent(sketch, means, Type::Hero) {
        (digits, units) if digits + units <= most => (Type::Hero, (digits, units)),
        _ => (Type::Headline, extent(sketch, means, Type::Headline)),
    };
    let room = if wide { (flush + units).min(most) } else { width };
    let column = (width - room) / 2.0 - GUTTER;
    let mut y: f64 = 0.0;
    for (i, words) in means.iter().enumerate() {
        if i > 0 {
            y = (y + 14.0).round();
            sketch.rule((0.0, width), y);
            y += 14.0;
        }
        let place = Rect::new(0.0, y, room, 0.0);
        let datum = sketch.unplaced(words.id, panel);
        let top = y;
        if wide {
            let left = flush - sketch.frame.width_of(&words.unmarked_figure(), kind, Weight::Bold);
            let set = figure(sketch, words, datum, Point::new(left, y), room - left, (kind, Tone::Accent));
            y = set.area.bottom();
            // What stands beside the figure shares its base line.
            for (left, text, ink) in &[
                (room + GUTTER, words.label, label),
                (room + column + 2.0 * GUTTER, words.formula.as_deref().unwrap_or_default(), formula),
            ] {
                let beside = Rect::new(*left, sketch.top_of_line(set.baseline, ink.kind), column, 0.0);
                y = y.max(paragraph(sketch, text, beside.origin(), beside.width, *ink, Some(datum)));
            }
        } else {
            y = stacked(sketch, words, datum, place.origin(), place.width, (kind, Tone::Accent));
        }
        sketch.settle_under(datum, &Rect::between(0.0, top, width, y), 60f64.min(width / 2.0));
    }
    y
}

/// The widest digits and the widest unit of figures in a type.
fn extent(sketch: &Sketch<'_>, means: &[&Description], kind: Type) -> (f64, f64) {
    let mut widest: (f64, f64) = (0.0, 0.0);
    for words in means {
        widest.0 = widest.0.max(sketch.frame.width_of(&words.unmarked_figure(), kind, Weight::Bold));
        widest.1 = widest.1.max(sketch.frame.width_of(&words.marked_unit(), small(kind), Weight::Bold) + 4.0);
    }
    widest
}
