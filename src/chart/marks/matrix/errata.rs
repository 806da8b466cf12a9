//! Misprints and doubts, by what they do to a picture: the gravest first and largest.

use super::super::super::sketch::{Ink, Sketch};
use super::super::super::{Picture, Type};
use super::super::set::{holds, paragraph};
use super::entries::columns;
use super::tally;
use crate::data::{Erratum, ErratumState, Severity};
use crate::scene::{Anchor, Geometry, Point, Rect, Role, Stroke, Weight};
use crate::words::{self, Description, Phrase};

/// Draws the errata and tells how high they are.
pub(super) fn draw(picture: &Picture<'_>, sketch: &mut Sketch<'_>) -> f64 {
    let language = picture.frame.language;
    let palette = picture.palette();
    let mut bottom = -30.0;
    // Said once, at the first arrow.
    let mut key = ["→ ", Phrase::OurReading.get(language)].concat();
    for severity in Severity::ALL.iter().copied() {
        let ours = picture.package.errata.iter().filter(|erratum| erratum.severity == severity && admits(picture, erratum));
        let ours: Vec<&'static Erratum> = ours.collect();
        if ours.is_empty() {
            continue;
        }
        let (name, color, widths) = match severity {
            Severity::Drawing => (Phrase::AffectingDrawing, palette.remark, (370.0, 2.0)),
            Severity::Label => (Phrase::AffectingLabel, palette.ink, (260.0, 3.0)),
            Severity::Language => (Phrase::AffectingNothing, palette.muted, (260.0, 3.0)),
        };
        let names = (name.get(language), key.as_str());
        let top =
            tally::draw(picture, sketch, (ours.len(), color), names, bottom + 30.0) + if key.is_empty() { 6.0 } else { 10.0 };
        key.clear();
        let ids: Vec<&'static str> = ours.iter().map(|erratum| erratum.id).collect();
        let described = picture.describe(&ids);
        bottom = columns(picture, sketch, (severity.code(), &ids), widths, top, &mut |sketch, i, datum, place| match (
            ours.get(i),
            described.get(i),
        ) {
            (Some(erratum), Some(words)) => entry(picture, sketch, erratum, words, (datum, place)),
            _ => place.y,
        });
    }
    bottom
}

/// Whether an erratum touches an article that the reader's filter lets through.
fn admits(picture: &Picture<'_>, erratum: &Erratum) -> bool {
    let mut sources = erratum.targets.iter().filter_map(|target| target.source.or(target.observation.map(|row| row.source)));
    sources.any(|source| picture.admits_article(source))
}

/// One erratum: how grave it is, its key and kind, the two readings, why, and where and how sure we are.
fn entry(
    picture: &Picture<'_>,
    sketch: &mut Sketch<'_>,
    erratum: &Erratum,
    words: &Description,
    (datum, place): (usize, Rect),
) -> f64 {
    let palette = picture.palette();
    let frame = sketch.frame;
    let language = picture.frame.language;
    let bold = Ink::new(Type::Small, Weight::Bold, palette.ink, Role::Label);
    let plain = Ink::new(Type::Small, Weight::Regular, palette.muted, Role::Label);
    let prose = Ink::new(Type::Label, Weight::Regular, palette.ink, Role::Prose);
    let large = match erratum.severity {
        Severity::Drawing => Type::Headline,
        Severity::Label => Type::Figure,
        Severity::Language => Type::Name,
    };

    let line = frame.line(Type::Small);
    let sign = grave(picture, sketch, erratum.severity, (datum, Rect::new(place.x, place.y, 0.0, line)));
    let baseline = Point::new(sign + 8.0, place.y + line / 2.0 + frame.size(Type::Small) * 0.36);
    let id = sketch.text(words.id, baseline, Anchor::Start, bold, Some(datum));
    let mut kind = Rect::new(id.right() + 8.0, place.y, place.right() - id.right() - 8.0, 0.0);
    if !holds(sketch, words.label, kind.width, plain) {
        kind = Rect { y: place.y + line, ..place };
    }
    let mut column = place;
    column.y = paragraph(sketch, words.label, kind, plain, Some(datum)) + 3.0;
    column.y = readings(picture, sketch, &words.number, large, (datum, column)) + 3.0;
    column.y = paragraph(sketch, erratum.reason.get(language), column, prose, Some(datum)) + 2.0;
    paragraph(sketch, &whence(picture, erratum, words), column, plain, Some(datum))
}

/// Three steps, as many of them filled as the erratum is grave. Returns their right end.
fn grave(picture: &Picture<'_>, sketch: &mut Sketch<'_>, severity: Severity, (datum, line): (usize, Rect)) -> f64 {
    let color = picture.palette().remark;
    let filled = match severity {
        Severity::Drawing => 3,
        Severity::Label => 2,
        Severity::Language => 1,
    };
    let mut right = line.x;
    for step in 0..3 {
        let rect = Rect::new(line.x + f64::from(step) * 10.0, (line.center().y - 4.0).round(), 8.0, 8.0);
        let stroke = Stroke { color, width: 1.0 };
        let fill = (step < filled).then_some(color);
        sketch.shape(Geometry::Rect { rect, fill, stroke: Some(stroke) }, Role::Mark, Some(datum));
        right = rect.right();
    }
    right
}

/// What is printed and what we read: on one line where they fit, else one below the other, and smaller where a word is too long.
fn readings(picture: &Picture<'_>, sketch: &mut Sketch<'_>, number: &str, kind: Type, (datum, place): (usize, Rect)) -> f64 {
    let palette = picture.palette();
    let mut printed = Ink::new(kind, Weight::Bold, palette.ink, Role::Figure);
    if !holds(sketch, number, place.width, printed) {
        printed.kind = Type::Figure;
    }
    let kind = printed.kind;
    let ours = Ink { color: palette.remark, ..printed };
    let (print, reading) = number.split_at(number.find('→').unwrap_or(number.len()));
    let print = print.trim_end();
    let space = sketch.frame.size(kind) * 0.25;
    let wide = sketch.width_of(print, printed) + space;
    if wide + sketch.width_of(reading, ours) <= place.width {
        let bottom = paragraph(sketch, print, place, printed, Some(datum));
        let behind = Rect::new(place.x + wide, place.y, place.width, 0.0);
        return paragraph(sketch, reading, behind, ours, Some(datum)).max(bottom);
    }
    let y = paragraph(sketch, print, place, printed, Some(datum));
    paragraph(sketch, reading, Rect { y, ..place }, ours, Some(datum))
}

/// Where it stands and how sure we are: article, place, confidence.
fn whence(picture: &Picture<'_>, erratum: &Erratum, words: &Description) -> String {
    let language = picture.frame.language;
    let sources = picture.package.sources.iter();
    let touched =
        sources.filter(|source| erratum.targets.iter().any(|target| target.source.is_some_and(|of| of.id == source.id)));
    let mut parts: Vec<&str> = touched.map(|source| picture.article_name(source)).collect();
    parts.push(&words.place);
    parts.push(words::confidence(erratum.confidence).get(language));
    if erratum.state == ErratumState::Confirmed {
        parts.push(Phrase::ConfirmedByPaper.get(language));
    }
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}
