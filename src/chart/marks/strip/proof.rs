//! Why the years are read otherwise: each misprint and doubt with its reasons, one by one, and how sure we are.

use super::super::super::sketch::{Ink, Sketch};
use super::super::super::{Picture, Tone, Type};
use super::super::set::{self, Piece};
use crate::data::{Erratum, Subject};
use crate::scene::{Anchor, Point, Rect, Role, Weight};
use crate::words::{self, Phrase};

/// They stand side by side from this width on.
const SIDE_BY_SIDE: f64 = 560.0;

/// Sets doubts into a place, under a heading, none above the height that comes with it, and tells where they end.
pub(super) fn draw(picture: &Picture<'_>, sketch: &mut Sketch<'_>, doubts: &[(&'static Erratum, f64)], place: Rect) -> f64 {
    let language = picture.frame.language;
    let heading = Ink::new(Type::Name, Weight::Bold, Tone::Ink, Role::Label);
    let figure = Ink::new(Type::Figure, Weight::Bold, Tone::Remark, Role::Figure);
    let plain = Ink::new(Type::Label, Weight::Regular, Tone::Muted, Role::Label);
    let count = Ink { weight: Weight::Bold, color: Tone::Remark, ..plain };
    let sure = Ink { weight: Weight::Bold, color: Tone::Ink, ..plain };
    let prose = Ink { color: Tone::Ink, role: Role::Prose, ..plain };
    let top = set::paragraph(sketch, Phrase::WhyRead.get(language), place.origin(), place.width, heading, None) + 8.0;

    let columns = if place.width >= SIDE_BY_SIDE { doubts.len().max(1) } else { 1 };
    let gutter = 40.0;
    let width = (place.width - gutter * (columns as f64 - 1.0)) / columns as f64;
    let indent = sketch.width_of("0", count) + 10.0;
    let (mut y, mut bottom) = (top, top);
    let mut reason = 0;
    for (i, &(erratum, least)) in doubts.iter().enumerate() {
        if i % columns == 0 && i > 0 {
            y = least.max(bottom + 22.0);
        }
        let x = place.x + (i % columns) as f64 * (width + gutter);
        let words = words::describe(picture.package, Subject::Erratum(erratum), picture.basis(), language);
        let panel = sketch.panel(words.id, Rect::new(x, y, width, 0.0));
        let datum = sketch.datum(words.id, panel, Rect::new(x, y, 0.0, 0.0), Point::new(x, y));
        let mut end = set::paragraph(sketch, &words.bare_figure(), Point::new(x, y), width, figure, Some(datum));
        let confidence = words::confidence(erratum.confidence).get(language);
        let pieces = [Piece::new(words.label, plain, Some(datum)), Piece::new(confidence, sure, Some(datum))];
        end = set::flow(sketch, &pieces, Rect::new(x, end, width, 0.0)) + 4.0;
        for clause in words::clauses(erratum.reason.get(language), language) {
            reason += 1;
            let baseline = end + sketch.frame.line(prose.kind) / 2.0 + sketch.frame.size(prose.kind) * 0.36;
            sketch.text(&reason.to_string(), Point::new(x, baseline), Anchor::Start, count, Some(datum));
            let room = Rect::new(x + indent, end, width - indent, 0.0);
            end = set::paragraph(sketch, clause, room.origin(), room.width, prose, Some(datum)) + 3.0;
        }
        sketch.settle(datum, Rect::between(x, y, x + width, end), Point::new(x + 40.0, y));
        bottom = bottom.max(end);
    }
    bottom
}
