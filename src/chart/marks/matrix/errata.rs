//! Misprints and doubts, by what they do to a picture: the gravest first and largest.

use super::super::super::sketch::Ink;
use super::super::super::{Picture, Tone, Type};
use super::super::pen::{BELOW, Pen, dotted};
use super::entries::Group;
use crate::data::{Erratum, ErratumState, Severity};
use crate::scene::{Rect, Role, Stroke, Weight};
use crate::words::{self, Description, Phrase};

/// The errata by how grave they are.
const GROUPS: [(Severity, Phrase, Group); 3] = [
    (
        Severity::Drawing,
        Phrase::AffectingDrawing,
        Group { panel: Severity::Drawing.code(), color: Tone::Remark, columns: (370.0, 2) },
    ),
    (Severity::Label, Phrase::AffectingLabel, Group { panel: Severity::Label.code(), color: Tone::Ink, columns: (260.0, 3) }),
    (
        Severity::Language,
        Phrase::AffectingNothing,
        Group { panel: Severity::Language.code(), color: Tone::Muted, columns: (260.0, 3) },
    ),
];

/// Draws the errata.
#[inline(never)]
pub(super) fn draw(pen: &mut Pen<'_, '_>) {
    let picture = pen.picture;
    let language = picture.frame.language;
    // Said once, at the first arrow.
    let key = ["→ ", Phrase::OurReading.get(language)].concat();
    for (severity, name, group) in &GROUPS {
        let mut ids = Vec::new();
        for erratum in picture.package.errata {
            if erratum.severity == *severity && admits(picture, erratum) {
                ids.push(erratum.id);
            }
        }
        let key = if pen.y > 0.0 { "" } else { key.as_str() };
        group.draw(pen, &ids, (name.get(language), key), entry);
    }
}

/// Whether an erratum touches an article that the reader's filter lets through.
fn admits(picture: &Picture<'_>, erratum: &Erratum) -> bool {
    erratum.targets.iter().any(|target| {
        let source = target.source.or(target.observation.map(|row| row.source));
        source.is_some_and(|source| picture.admits_article(source))
    })
}

/// Side of one of the steps that say how grave an erratum is, and from one to the next, in CSS pixels.
const STEP: (f64, f64) = (8.0, 10.0);

/// One erratum: how grave it is, its key and kind, the two readings, why, and where and how sure we are.
fn entry(pen: &mut Pen<'_, '_>, words: &Description) {
    let Some(erratum) = pen.picture.package.erratum(words.id) else { return };
    let bold = Ink::new(Type::Small, Weight::Bold, Tone::Ink, Role::Label);
    let plain = Ink::new(Type::Small, Weight::Regular, Tone::Muted, Role::Label);
    let (steps, large) = match erratum.severity {
        Severity::Drawing => (3, Type::Headline),
        Severity::Label => (2, Type::Figure),
        Severity::Language => (1, Type::Name),
    };
    // Three steps, as many of them filled as the erratum is grave.
    let at = pen.item(words.id, bold, BELOW, 3.0 * STEP.1 + 6.0);
    for step in 0..3 {
        let rect = Rect::new(pen.x + f64::from(step) * STEP.1, (at.y - STEP.0).round(), STEP.0, STEP.0);
        let fill = (step < steps).then_some(Tone::Remark);
        let stroke = Some(Stroke { color: Tone::Remark, width: 1.0 });
        pen.sketch.rect(&rect, (fill, stroke), Role::Mark, pen.datum);
    }
    pen.behind(words.label, plain, 8.0);
    readings(pen, &words.number, large);
    pen.write(
        erratum.reason.get(pen.picture.frame.language),
        Ink { kind: Type::Label, weight: Weight::Regular, role: Role::Prose, ..bold },
    );
    pen.write(&whence(pen.picture, erratum, words), plain);
}

/// What is printed and what we read: on one line where they fit, else one below the other, and smaller where a word is too long.
fn readings(pen: &mut Pen<'_, '_>, number: &str, kind: Type) {
    let mut printed = Ink::new(kind, Weight::Bold, Tone::Ink, Role::Figure);
    if pen.sketch.widest(&pen.sketch.wrap(number, pen.width, printed), printed) > pen.width {
        printed.kind = Type::Figure;
    }
    let print = words::cut(number, '→').map_or(number, |(print, _)| print);
    let reading = number.strip_prefix(print).unwrap_or("");
    pen.write(print.trim_end(), printed);
    pen.behind(reading, Ink { color: Tone::Remark, ..printed }, pen.sketch.frame.size(printed.kind) * 0.25);
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
    dotted(&parts)
}
