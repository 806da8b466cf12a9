//! What the paper says in words, beside the figures: claims without a number.

use super::super::super::sketch::{Ink, Sketch};
use super::super::super::{Picture, Tone, Type};
use super::super::set;
use crate::data::{Kind, Role as RowRole};
use crate::scene::{Anchor, Point, Rect, Role, Weight};
use crate::words::{self, Phrase};

/// Claims stand side by side from this width on.
const SIDE_BY_SIDE: f64 = 560.0;

/// Sets the claims of the view into a place, under a heading, and tells where they end. Claims that stand one below the other begin at
/// the heights of `tops` where there is room.
pub(super) fn draw(picture: &Picture<'_>, sketch: &mut Sketch<'_>, place: Rect, tops: &[f64]) -> f64 {
    let language = picture.frame.language;
    let heading = Ink::new(Type::Name, Weight::Bold, Tone::Ink, Role::Label);
    let figure = Ink::new(Type::Headline, Weight::Bold, Tone::Remark, Role::Figure);
    let label = Ink::new(Type::Figure, Weight::Bold, Tone::Ink, Role::Label);
    let plain = Ink::new(Type::Label, Weight::Regular, Tone::Muted, Role::Label);
    let prose = Ink { role: Role::Prose, ..plain };
    let top = set::paragraph(sketch, Phrase::InWords.get(language), place.origin(), place.width, heading, None) + 6.0;

    let claims: Vec<_> =
        picture.descriptions(RowRole::Annotation).into_iter().filter(|words| words.kind == Some(Kind::Claim)).collect();
    let columns = if place.width >= SIDE_BY_SIDE { claims.len().max(1) } else { 1 };
    let gutter = 40.0;
    let width = (place.width - gutter * (columns as f64 - 1.0)) / columns as f64;
    let (mut y, mut bottom) = (top, top);
    for (i, words) in claims.iter().enumerate() {
        let column = i % columns;
        if column == 0 && i > 0 {
            y = tops.get(i).copied().unwrap_or(0.0).max(bottom + 22.0);
        }
        let x = place.x + column as f64 * (width + gutter);
        let panel = sketch.panel(words.id, Rect::new(x, y, width, 0.0));
        let datum = sketch.datum(words.id, panel, Rect::new(x, y, 0.0, 0.0), Point::new(x, y));
        let baseline = y + sketch.frame.size(Type::Headline) * 0.95;
        let number = sketch.text(&words.bare_figure(), Point::new(x, baseline), Anchor::Start, figure, Some(datum));
        let missing = Phrase::NoFigure.get(language);
        let behind =
            Rect::new(number.right() + 8.0, baseline - sketch.frame.size(Type::Label) * 1.06, x + width - number.right(), 0.0);
        let mut end = set::paragraph(sketch, missing, behind.origin(), behind.width, plain, Some(datum)).max(number.bottom());
        end = set::paragraph(sketch, words.label, Point::new(x, end), width, label, Some(datum));
        for erratum in picture.package.errata_of(words.id) {
            let text = words::doubt(erratum, language);
            end = set::paragraph(sketch, &text, Point::new(x, end + 2.0), width, prose, Some(datum));
        }
        sketch.settle(datum, Rect::between(x, y, x + width, end), number.center());
        bottom = bottom.max(end);
    }
    bottom
}
