//! Entries one by one, in columns under hairlines: what is said without a number, and the questions of the self-audit.

use super::super::super::sketch::{Ink, Sketch};
use super::super::super::{Picture, Tone, Type};
use super::super::set::{holds, paragraph};
use super::tally;
use crate::data::{Kind, Outcome};
use crate::scene::{Anchor, Point, Rect, Role, Stroke, Weight};
use crate::words::{Description, Phrase};

/// Between two columns, in CSS pixels.
const GUTTER: f64 = 28.0;

/// Sets the content of an entry into a place that is as high as it needs, and tells where it ends. Takes the entry's number, its datum
/// and its place.
pub(super) type Setter<'s> = dyn FnMut(&mut Sketch<'_>, usize, usize, Rect) -> f64 + 's;

/// Sets entries in columns of at least `least` pixels, at most `most` of them, line by line; each is a datum of one panel. Returns where
/// they end.
pub(super) fn columns(
    picture: &Picture<'_>,
    sketch: &mut Sketch<'_>,
    (panel, ids): (&'static str, &[&'static str]),
    (least, most): (f64, f64),
    top: f64,
    set: &mut Setter<'_>,
) -> f64 {
    let whole = sketch.frame.width;
    let least = least * sketch.frame.text_scale;
    let across = ((whole + GUTTER) / (least + GUTTER)).floor().clamp(1.0, most) as usize;
    let width = ((whole + GUTTER) / across as f64 - GUTTER).floor();
    let panel = sketch.panel(panel, Rect::new(0.0, top, whole, 0.0));
    let rule = Stroke { color: picture.palette().grid, width: 1.0 };
    let (mut y, mut bottom) = (top.round(), top);
    for (i, id) in ids.iter().enumerate() {
        let column = i % across;
        if column == 0 && i > 0 {
            y = (bottom + 14.0).round();
        }
        let left = column as f64 * (width + GUTTER);
        sketch.line(&[Point::new(left, y), Point::new(left + width, y)], rule, None, Role::Decoration, None);
        let nowhere = Rect::new(left, y, 0.0, 0.0);
        let datum = sketch.datum(id, panel, nowhere, nowhere.center());
        let end = set(sketch, i, datum, Rect::new(left, y + 8.0, width, 0.0));
        let area = Rect::between(left, y + 4.0, left + width, end);
        sketch.settle(datum, area, Point::new(left + (width / 2.0).min(60.0), area.y));
        bottom = bottom.max(end);
    }
    bottom
}

/// Draws the statements without a number, by article, and tells how high they are.
pub(super) fn claims(picture: &Picture<'_>, sketch: &mut Sketch<'_>) -> f64 {
    let language = picture.frame.language;
    let mut bottom = -30.0;
    for source in picture.package.sources {
        let claims = picture.package.observations.iter().filter(|row| row.kind == Kind::Claim && row.source.id == source.id);
        let claims: Vec<_> = claims.filter(|row| picture.admits(row)).collect();
        if claims.is_empty() {
            continue;
        }
        let color = Tone::of(source);
        let names = (picture.article_name(source), source.headline.get(language));
        let top = tally::draw(picture, sketch, (claims.len(), color), names, bottom + 30.0) + 10.0;
        let ids: Vec<&'static str> = claims.iter().map(|row| row.id).collect();
        let described = picture.describe(&ids);
        bottom = columns(picture, sketch, (source.id, &ids), (290.0, 3.0), top, &mut |sketch, i, datum, place| {
            let (Some(words), Some(row)) = (described.get(i), claims.get(i)) else { return place.y };
            claim(picture, sketch, words, row.note.get(language), (datum, place))
        });
    }
    bottom
}

/// One claim: its sign large, what it says, who says it and where, and our remark.
fn claim(picture: &Picture<'_>, sketch: &mut Sketch<'_>, words: &Description, note: &str, (datum, place): (usize, Rect)) -> f64 {
    let palette = picture.palette();
    let frame = sketch.frame;
    let sign = Ink::new(Type::Headline, Weight::Regular, palette.muted, Role::Figure);
    let mark = Ink::new(Type::Name, Weight::Bold, palette.remark, Role::Figure);
    let bold = Ink::new(Type::Name, Weight::Bold, palette.ink, Role::Label);
    let plain = Ink::new(Type::Small, Weight::Regular, palette.muted, Role::Label);
    let prose = Ink::new(Type::Label, Weight::Regular, palette.remark, Role::Prose);
    let baseline = Point::new(place.x, place.y + frame.size(Type::Headline) * 0.88);
    let set = sketch.text(&words.number, baseline, Anchor::Start, sign, Some(datum));
    if !words.marks.is_empty() {
        let raised = Point::new(set.right() + 1.0, place.y + frame.size(Type::Name) * 0.9);
        sketch.text(&words.marks, raised, Anchor::Start, mark, Some(datum));
    }
    let indent = (frame.size(Type::Headline) + frame.size(Type::Name)).ceil() + 6.0;
    // Beside the sign where there is room for a dozen characters, else under it.
    let beside = place.width - indent >= 12.0 * frame.size(Type::Name);
    let mut column = if beside {
        Rect { x: place.x + indent, width: place.width - indent, ..place }
    } else {
        Rect { y: set.bottom(), ..place }
    };
    column.y = paragraph(sketch, words.label, column, bold, Some(datum)) + 1.0;
    let mut whence = words.agent.clone();
    whence.push_str(" · ");
    whence.push_str(&words.place);
    column.y = paragraph(sketch, &whence, column, plain, Some(datum)) + 1.0;
    paragraph(sketch, note, column, prose, Some(datum)).max(set.bottom())
}

/// Draws the questions of the self-audit by their answers, those that find something wrong first, and tells how high they are.
pub(super) fn checks(picture: &Picture<'_>, sketch: &mut Sketch<'_>) -> f64 {
    let mut bottom = -30.0;
    let palette = picture.palette();
    let admitted = picture.package.checks.iter().filter(|check| check.inputs.iter().any(|input| picture.admits(input)));
    let admitted: Vec<_> = admitted.map(|check| (check.id, check.answer(picture.package).outcome)).collect();
    for (outcome, name, panel, widths) in [
        (Outcome::Fail, Phrase::InDisagreement, "fail", (330.0, 2.0)),
        (Outcome::Undecided, Phrase::Undecided, "undecided", (330.0, 2.0)),
        (Outcome::Pass, Phrase::InAgreement, "pass", (250.0, 3.0)),
    ] {
        let ids: Vec<&'static str> = admitted.iter().filter(|(_, of)| *of == outcome).map(|(id, _)| *id).collect();
        if ids.is_empty() {
            continue;
        }
        let described = picture.describe(&ids);
        let color = if outcome == Outcome::Pass { palette.ink } else { palette.remark };
        let names = (name.get(picture.frame.language), "");
        let top = tally::draw(picture, sketch, (ids.len(), color), names, bottom + 30.0) + 6.0;
        bottom = columns(picture, sketch, (panel, &ids), widths, top, &mut |sketch, i, datum, place| match described.get(i) {
            Some(words) => check(picture, sketch, words, outcome, (datum, place)),
            None => place.y,
        });
    }
    bottom
}

/// One question: the sign of its answer, the answer, the question, and what was compared.
fn check(
    picture: &Picture<'_>,
    sketch: &mut Sketch<'_>,
    words: &Description,
    outcome: Outcome,
    (datum, place): (usize, Rect),
) -> f64 {
    let palette = picture.palette();
    let frame = sketch.frame;
    let pass = outcome == Outcome::Pass;
    let color = if pass { palette.ink } else { palette.remark };
    let (kind, weight) = if pass { (Type::Label, Weight::Regular) } else { (Type::Figure, Weight::Bold) };
    let answer = Ink::new(kind, weight, color, Role::Figure);
    let small = Ink::new(Type::Small, Weight::Regular, palette.muted, Role::Label);
    let label = Ink::new(Type::Name, Weight::Bold, palette.ink, Role::Label);
    let prose = Ink::new(Type::Label, Weight::Regular, palette.muted, Role::Prose);
    let size = frame.size(kind);
    let baseline = place.y + size;
    let sign = Rect::new(place.x, baseline - size * 0.82, size * 0.82, size * 0.82);
    tick(sketch, outcome, sign, Stroke { color, width: if pass { 2.0 } else { 3.0 } }, datum);
    let indent = (size * 1.2).ceil();
    let set = sketch.text(&words.number, Point::new(place.x + indent, baseline), Anchor::Start, answer, Some(datum));
    let id = Point::new(set.right() + 8.0, baseline);
    sketch.text(words.id, id, Anchor::Start, small, Some(datum));
    let indent = if holds(sketch, words.label, place.width - indent, label) { indent } else { 0.0 };
    let mut column = Rect::new(place.x + indent, set.bottom() + 2.0, place.width - indent, 0.0);
    column.y = paragraph(sketch, words.label, column, label, Some(datum)) + 1.0;
    for remark in &words.remarks {
        column.y = paragraph(sketch, remark, column, prose, Some(datum));
    }
    column.y
}

/// A tick, a cross, or a bar for what is not decided.
fn tick(sketch: &mut Sketch<'_>, outcome: Outcome, place: Rect, stroke: Stroke<Tone>, datum: usize) {
    let at = |x: f64, y: f64| Point::new(place.x + x * place.width, place.y + y * place.height);
    let lines: &[&[Point]] = match outcome {
        Outcome::Pass => &[&[at(0.08, 0.55), at(0.38, 0.88), at(0.94, 0.14)]],
        Outcome::Fail => &[&[at(0.12, 0.12), at(0.88, 0.88)], &[at(0.12, 0.88), at(0.88, 0.12)]],
        Outcome::Undecided => &[&[at(0.1, 0.5), at(0.9, 0.5)]],
    };
    for line in lines {
        sketch.line(line, stroke, None, Role::Mark, Some(datum));
    }
}
