//! What there is to say in words about a picture: remarks under a heading, in a column beside it or in columns below it.

use super::super::sketch::Ink;
use super::super::{Tone, Type};
use super::pen::{BELOW, Columns, Pen, digits};
use super::points::NAME;
use crate::data::Subject;
use crate::scene::{Anchor, Point, Rect, Role, Weight};
use crate::words::{self, Phrase};

/// They stand side by side from this width on.
const SIDE_BY_SIDE: f64 = 560.0;

/// A remark: a claim without a figure and what there is to doubt in it, or a misprint or a doubt with its reasons, one by one, and how
/// sure we are.
#[derive(Clone, Copy)]
pub(super) struct Remark {
    pub(super) subject: Subject,
    /// The height that it should not stand above, where remarks stand one below the other.
    pub(super) top: f64,
}

/// How labels and running text are set.
const PLAIN: Ink = Ink::new(Type::Label, Weight::Regular, Tone::Muted, Role::Label);
const BOLD: Ink = Ink { weight: Weight::Bold, color: Tone::Ink, ..PLAIN };
const PROSE: Ink = Ink { role: Role::Prose, ..PLAIN };
const FIGURE: Ink = Ink::new(Type::Figure, Weight::Bold, Tone::Remark, Role::Figure);

/// Sets remarks under a heading: beside what is drawn, from so far on, else below it.
pub(super) fn draw(pen: &mut Pen<'_, '_>, heading: Phrase, remarks: &[Remark], beside: Option<f64>) {
    let (bottom, left) = (pen.y, beside.unwrap_or_default());
    let top = if beside.is_some() { 0.0 } else { bottom + 30.0 };
    pen.put(&Rect::new(left, top, pen.sketch.frame.width - left, 0.0));
    pen.sketch.panel("remarks");
    pen.write(heading.get(pen.picture.frame.language), NAME);
    pen.y += 8.0;
    let count = if pen.width >= SIDE_BY_SIDE { remarks.len() } else { 1 };
    let mut grid = pen.grid(Columns { count, gutter: 40.0, gap: 22.0 });
    let mut reasons = 0;
    for remark in remarks {
        grid.next(pen);
        if count == 1 {
            pen.y = pen.y.max(remark.top);
        }
        let id = remark.subject.id();
        pen.open(id);
        set(pen, remark.subject, &mut reasons);
        pen.close();
    }
    grid.end(pen);
    pen.y = pen.y.max(bottom);
}

/// Sets a remark. Reasons are numbered through.
fn set(pen: &mut Pen<'_, '_>, subject: Subject, reasons: &mut usize) {
    let picture = pen.picture;
    let language = picture.frame.language;
    let words = words::describe(picture.package, subject, picture.basis(), language);
    let text = words.bare_figure();
    let Subject::Erratum(erratum) = subject else {
        pen.write(&text, Ink { kind: Type::Headline, ..FIGURE });
        pen.behind(Phrase::NoFigure.get(language), PLAIN, 8.0);
        pen.write(words.label, Ink { kind: Type::Figure, ..BOLD });
        for erratum in picture.package.errata_of(words.id) {
            pen.y += 2.0;
            pen.write(&words::doubt(erratum, language), PROSE);
        }
        return;
    };
    pen.write(&text, FIGURE);
    pen.write(words.label, PLAIN);
    pen.behind(words::confidence(erratum.confidence).get(language), BOLD, 8.0);
    let count = Ink { color: Tone::Remark, ..BOLD };
    let indent = pen.sketch.width_of("0", count) + 10.0;
    for clause in words::clauses(erratum.reason.get(language), language) {
        *reasons += 1;
        pen.y += 3.0;
        let at = pen.item(clause, Ink { color: Tone::Ink, ..PROSE }, BELOW, indent);
        pen.sketch.text(&digits(*reasons), Point::new(pen.x, at.y), Anchor::Start, count, pen.datum);
    }
}
