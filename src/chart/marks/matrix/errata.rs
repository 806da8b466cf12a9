//! Misprints and doubts, by what they do to a picture: the gravest first and largest.

use super::super::super::sketch::{Ink, Sketch};
use super::super::super::{Picture, Tone, Type};
use super::super::set::{holds, paragraph};
use super::entries::{Group, START, apart};
use crate::data::{Erratum, ErratumState, Severity};
use crate::scene::{Anchor, Geometry, Point, Rect, Role, Stroke, Weight};
use crate::words::{self, Description, Phrase};

/// Draws the errata and tells how high they are.
pub(super) fn draw(picture: &Picture<'_>, sketch: &mut Sketch<'_>) -> f64 {
    let language = picture.frame.language;
    let mut bottom = START;
    // Said once, at the first arrow.
    let key = ["→ ", Phrase::OurReading.get(language)].concat();
    for severity in Severity::ALL {
        let (name, color, columns) = match severity {
            Severity::Drawing => (Phrase::AffectingDrawing, Tone::Remark, (370.0, 2.0)),
            Severity::Label => (Phrase::AffectingLabel, Tone::Ink, (260.0, 3.0)),
            Severity::Language => (Phrase::AffectingNothing, Tone::Muted, (260.0, 3.0)),
        };
        let mut ids = Vec::new();
        for erratum in picture.package.errata {
            if erratum.severity == *severity && admits(picture, erratum) {
                ids.push(erratum.id);
            }
        }
        let (key, gap) = if bottom == START { (key.as_str(), 10.0) } else { ("", 6.0) };
        let group = Group { panel: severity.code(), ids, head: (name.get(language), key), color, gap, columns };
        bottom = group.draw(picture, sketch, bottom, entry);
    }
    bottom
}

/// Whether an erratum touches an article that the reader's filter lets through.
fn admits(picture: &Picture<'_>, erratum: &Erratum) -> bool {
    erratum.targets.iter().any(|target| {
        let source = target.source.or(target.observation.map(|row| row.source));
        source.is_some_and(|source| picture.admits_article(source))
    })
}

/// One erratum: how grave it is, its key and kind, the two readings, why, and where and how sure we are.
fn entry(picture: &Picture<'_>, sketch: &mut Sketch<'_>, words: &Description, datum: usize, place: Rect) -> f64 {
    let Some(erratum) = picture.package.erratum(words.id) else { return place.y };
    let bold = Ink::new(Type::Small, Weight::Bold, Tone::Ink, Role::Label);
    let plain = Ink::new(Type::Small, Weight::Regular, Tone::Muted, Role::Label);
    let prose = Ink::new(Type::Label, Weight::Regular, Tone::Ink, Role::Prose);
    let (steps, large) = match erratum.severity {
        Severity::Drawing => (3, Type::Headline),
        Severity::Label => (2, Type::Figure),
        Severity::Language => (1, Type::Name),
    };
    let line = sketch.frame.line(Type::Small);
    // Three steps, as many of them filled as the erratum is grave.
    let mut rect = Rect::new(place.x, (place.y + line / 2.0 - 4.0).round(), 8.0, 8.0);
    for step in 0..3 {
        let fill = (step < steps).then_some(Tone::Remark);
        let stroke = Some(Stroke { color: Tone::Remark, width: 1.0 });
        sketch.shape(Geometry::Rect { rect, fill, stroke }, Role::Mark, Some(datum));
        rect.x += 10.0;
    }
    let baseline = Point::new(rect.x + 6.0, sketch.baseline(place.y, Type::Small));
    let id = sketch.text(words.id, baseline, Anchor::Start, bold, Some(datum));
    let mut column = place;
    let mut kind = Rect::new(id.right() + 8.0, place.y, place.right() - id.right() - 8.0, 0.0);
    if !holds(sketch, words.label, kind.width, plain) {
        kind = Rect { y: place.y + line, ..place };
    }
    column.y = paragraph(sketch, words.label, kind.origin(), kind.width, plain, Some(datum)) + 3.0;
    column.y = readings(sketch, &words.number, large, (datum, column)) + 3.0;
    column.y =
        paragraph(sketch, erratum.reason.get(picture.frame.language), column.origin(), column.width, prose, Some(datum)) + 2.0;
    paragraph(sketch, &whence(picture, erratum, words), column.origin(), column.width, plain, Some(datum))
}

/// What is printed and what we read: on one line where they fit, else one below the other, and smaller where a word is too long.
fn readings(sketch: &mut Sketch<'_>, number: &str, kind: Type, (datum, mut place): (usize, Rect)) -> f64 {
    let mut printed = Ink::new(kind, Weight::Bold, Tone::Ink, Role::Figure);
    if !holds(sketch, number, place.width, printed) {
        printed.kind = Type::Figure;
    }
    let ours = Ink { color: Tone::Remark, ..printed };
    let (print, reading) = number.find('→').and_then(|at| number.split_at_checked(at)).unwrap_or((number, ""));
    let print = print.trim_end();
    let wide = sketch.width_of(print, printed) + sketch.frame.size(printed.kind) * 0.25;
    let bottom = paragraph(sketch, print, place.origin(), place.width, printed, Some(datum));
    if wide + sketch.width_of(reading, ours) <= place.width {
        place.x += wide;
    } else {
        place.y = bottom;
    }
    paragraph(sketch, reading, place.origin(), place.width, ours, Some(datum)).max(bottom)
}

/// Where it stands and how sure we are: article, place, confidence.
fn whence(picture: &Picture<'_>, erratum: &Erratum, words: &Description) -> String {
    let mut parts = Vec::new();
    for source in picture.package.sources {
        if erratum.targets.iter().any(|target| target.source.is_some_and(|of| of.id == source.id)) {
            parts.push(picture.article_name(source));
        }
    }
    parts.push(&words.place);
    parts.push(words::confidence(erratum.confidence).get(picture.frame.language));
    if erratum.state == ErratumState::Confirmed {
        parts.push(Phrase::ConfirmedByPaper.get(picture.frame.language));
    }
    apart(&parts)
}
