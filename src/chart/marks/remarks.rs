//! What there is to say in words about a picture: remarks under a heading, in a column beside it or in columns below it.

use super::super::sketch::{Ink, Sketch};
use super::super::{Picture, Tone, Type};
use super::points::NAME;
use super::set::{self, Piece};
use crate::data::Erratum;
use crate::scene::{Anchor, Point, Rect, Role, Weight};
use crate::words::{self, Description, Phrase};

/// They stand side by side from this width on.
const SIDE_BY_SIDE: f64 = 560.0;
/// Between two columns.
const GUTTER: f64 = 40.0;

/// A remark, and the height that it should not stand above.
pub(super) struct Remark {
    pub(super) words: Description,
    pub(super) top: f64,
    pub(super) body: Body,
}

/// What a remark says.
pub(super) enum Body {
    /// A claim without a figure, and what there is to doubt in it.
    Claim,
    /// A misprint or a doubt with its reasons, one by one, and how sure we are.
    Doubt(&'static Erratum),
}

/// How labels and running text are set.
const PLAIN: Ink = Ink::new(Type::Label, Weight::Regular, Tone::Muted, Role::Label);
const PROSE: Ink = Ink { role: Role::Prose, ..PLAIN };

/// Sets remarks into a place, under a heading, and tells where they end.
pub(super) fn draw(picture: &Picture<'_>, sketch: &mut Sketch<'_>, heading: Phrase, remarks: &[Remark], place: Rect) -> f64 {
    let heading = heading.get(picture.frame.language);
    let mut y = set::paragraph(sketch, heading, place.origin(), place.width, NAME, None) + 8.0;
    let columns = if place.width >= SIDE_BY_SIDE { remarks.len().max(1) } else { 1 };
    let width = (place.width - GUTTER * (columns as f64 - 1.0)) / columns as f64;
    let (mut bottom, mut reasons) = (y, 0);
    for (i, remark) in remarks.iter().enumerate() {
        if columns == 1 && i > 0 {
            y = remark.top.max(bottom + 22.0);
        }
        let own = Rect::new(place.x + (i % columns) as f64 * (width + GUTTER), y, width, 0.0);
        let panel = sketch.panel(remark.words.id, own);
        let datum = sketch.unplaced(remark.words.id, panel);
        let end = remark.draw(picture, sketch, own, (datum, &mut reasons));
        sketch.settle_under(datum, &Rect::between(own.x, y, own.right(), end), GUTTER);
        bottom = bottom.max(end);
    }
    bottom
}

impl Remark {
    /// Sets the remark and tells where it ends. Reasons are numbered through.
    fn draw(&self, picture: &Picture<'_>, sketch: &mut Sketch<'_>, place: Rect, (own, reasons): (usize, &mut usize)) -> f64 {
        let language = picture.frame.language;
        let (words, datum) = (&self.words, Some(own));
        let bold = Ink { weight: Weight::Bold, color: Tone::Ink, ..PLAIN };
        let figure = Ink { kind: Type::Figure, color: Tone::Remark, role: Role::Figure, ..bold };
        let text = words.bare_figure();
        let at = |y: f64| Point::new(place.x, y);
        match self.body {
            Body::Claim => {
                let missing = Phrase::NoFigure.get(language);
                let figure = Ink { kind: Type::Headline, ..figure };
                let pieces = [Piece::new(&text, figure, datum), Piece::new(missing, PLAIN, datum)];
                let end = set::flow(sketch, &pieces, place);
                let label = Ink { kind: Type::Figure, ..bold };
                let mut end = set::paragraph(sketch, words.label, at(end), place.width, label, datum);
                for erratum in picture.package.errata_of(words.id) {
                    let text = words::doubt(erratum, language);
                    end = set::paragraph(sketch, &text, at(end + 2.0), place.width, PROSE, datum);
                }
                end
            }
            Body::Doubt(erratum) => {
                let end = set::paragraph(sketch, &text, place.origin(), place.width, figure, datum);
                let confidence = words::confidence(erratum.confidence).get(language);
                let pieces = [Piece::new(words.label, PLAIN, datum), Piece::new(confidence, bold, datum)];
                let mut end = set::flow(sketch, &pieces, Rect { y: end, ..place }) + 4.0;
                let count = Ink { color: Tone::Remark, ..bold };
                let indent = sketch.width_of("0", count) + 10.0;
                for clause in words::clauses(erratum.reason.get(language), language) {
                    *reasons += 1;
                    let baseline = sketch.baseline(end, count.kind);
                    sketch.text(&reasons.to_string(), at(baseline), Anchor::Start, count, datum);
                    let prose = Ink { color: Tone::Ink, ..PROSE };
                    let origin = Point::new(place.x + indent, end);
                    end = set::paragraph(sketch, clause, origin, place.width - indent, prose, datum) + 3.0;
                }
                end
            }
        }
    }
}
