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
/// Above the first group; there is less between two of them.
pub(super) const START: f64 = -30.0;

/// Entries under one head.
pub(super) struct Group<'g> {
    pub(super) panel: &'static str,
    /// The datums in it.
    pub(super) ids: Vec<&'static str>,
    /// The head: what is counted, and a remark on it.
    pub(super) head: (&'g str, &'g str),
    pub(super) color: Tone,
    /// Between head and entries, in CSS pixels.
    pub(super) gap: f64,
    /// How wide a column is at least, in CSS pixels at the usual text size, and how many there are at most.
    pub(super) columns: (f64, f64),
}

/// Sets the content of an entry, a datum, into a place that is as high as it needs, and tells where it ends.
pub(super) type Setter = fn(&Picture<'_>, &mut Sketch<'_>, &Description, usize, Rect) -> f64;

impl Group<'_> {
    /// Draws the group below another one that ends at `bottom`: its entries in columns, line by line. Returns where they end.
    pub(super) fn draw(&self, picture: &Picture<'_>, sketch: &mut Sketch<'_>, bottom: f64, set: Setter) -> f64 {
        if self.ids.is_empty() {
            return bottom;
        }
        let top = tally::draw(sketch, (self.ids.len(), self.color), self.head, bottom + 30.0) + self.gap;
        let whole = sketch.frame.width;
        let (least, most) = self.columns;
        let least = least * sketch.frame.text_scale;
        let across = ((whole + GUTTER) / (least + GUTTER)).floor().max(1.0).min(most) as usize;
        let width = ((whole + GUTTER) / across as f64 - GUTTER).floor();
        let panel = sketch.band(self.panel, top);
        let (mut y, mut bottom) = (top.round(), top);
        for (i, words) in picture.describe(&self.ids).iter().enumerate() {
            let column = i % across;
            if column == 0 && i > 0 {
                y = (bottom + 14.0).round();
            }
            let left = column as f64 * (width + GUTTER);
            sketch.rule((left, left + width), y);
            let datum = sketch.unplaced(words.id, panel);
            let end = set(picture, sketch, words, datum, Rect::new(left, y + 8.0, width, 0.0));
            sketch.settle_under(datum, &Rect::between(left, y + 4.0, left + width, end), (width / 2.0).min(60.0));
            bottom = bottom.max(end);
        }
        bottom
    }
}

/// Draws the statements without a number, by article, and tells how high they are.
pub(super) fn claims(picture: &Picture<'_>, sketch: &mut Sketch<'_>) -> f64 {
    let mut bottom = START;
    for source in picture.package.sources {
        let mut ids = Vec::new();
        for row in picture.package.observations {
            if row.kind == Kind::Claim && row.source.id == source.id && picture.admits(row) {
                ids.push(row.id);
            }
        }
        let head = (picture.article_name(source), source.headline.get(picture.frame.language));
        let color = Tone::of(source);
        let group = Group { panel: source.id, ids, head, color, gap: 10.0, columns: (290.0, 3.0) };
        bottom = group.draw(picture, sketch, bottom, claim);
    }
    bottom
}

/// One claim: its sign large, what it says, who says it and where, and our remark.
fn claim(picture: &Picture<'_>, sketch: &mut Sketch<'_>, words: &Description, datum: usize, place: Rect) -> f64 {
    let frame = sketch.frame;
    let (large, name) = (frame.size(Type::Headline), frame.size(Type::Name));
    let sign = Ink::new(Type::Headline, Weight::Regular, Tone::Muted, Role::Figure);
    let mark = Ink::new(Type::Name, Weight::Bold, Tone::Remark, Role::Figure);
    let bold = Ink::new(Type::Name, Weight::Bold, Tone::Ink, Role::Label);
    let plain = Ink::new(Type::Small, Weight::Regular, Tone::Muted, Role::Label);
    let prose = Ink::new(Type::Label, Weight::Regular, Tone::Remark, Role::Prose);
    let baseline = Point::new(place.x, place.y + large * 0.88);
    let set = sketch.text(&words.number, baseline, Anchor::Start, sign, Some(datum));
    if !words.marks.is_empty() {
        let raised = Point::new(set.right() + 1.0, place.y + name * 0.9);
        sketch.text(&words.marks, raised, Anchor::Start, mark, Some(datum));
    }
    // Beside the sign where there is room for a dozen characters, else under it.
    let indent = (large + name).ceil() + 6.0;
    let mut column = place;
    if place.width - indent >= 12.0 * name {
        column.x += indent;
        column.width -= indent;
    } else {
        column.y = set.bottom();
    }
    column.y = paragraph(sketch, words.label, column.origin(), column.width, bold, Some(datum)) + 1.0;
    let whence = apart(&[&words.agent, &words.place]);
    column.y = paragraph(sketch, &whence, column.origin(), column.width, plain, Some(datum)) + 1.0;
    let note = picture.package.observation(words.id).map_or("", |row| row.note.get(picture.frame.language));
    paragraph(sketch, note, column.origin(), column.width, prose, Some(datum)).max(set.bottom())
}

/// Draws the questions of the self-audit by their answers, those that find something wrong first, and tells how high they are.
pub(super) fn checks(picture: &Picture<'_>, sketch: &mut Sketch<'_>) -> f64 {
    let mut bottom = START;
    for (outcome, name, panel, color, columns) in &[
        (Outcome::Fail, Phrase::InDisagreement, "fail", Tone::Remark, (330.0, 2.0)),
        (Outcome::Undecided, Phrase::Undecided, "undecided", Tone::Remark, (330.0, 2.0)),
        (Outcome::Pass, Phrase::InAgreement, "pass", Tone::Ink, (250.0, 3.0)),
    ] {
        let mut ids = Vec::new();
        for check in picture.package.checks {
            if check.outcome() == *outcome && check.inputs.iter().any(|input| picture.admits(input)) {
                ids.push(check.id);
            }
        }
        let head = (name.get(picture.frame.language), "");
        let group = Group { panel, ids, head, color: *color, gap: 6.0, columns: *columns };
        bottom = group.draw(picture, sketch, bottom, check);
    }
    bottom
}

/// One question: the sign of its answer, the answer, the question, and what was compared.
fn check(picture: &Picture<'_>, sketch: &mut Sketch<'_>, words: &Description, datum: usize, place: Rect) -> f64 {
    let Some(check) = picture.package.check(words.id) else { return place.y };
    let outcome = check.outcome();
    let (color, width, kind, weight) = match outcome {
        Outcome::Pass => (Tone::Ink, 2.0, Type::Label, Weight::Regular),
        _ => (Tone::Remark, 3.0, Type::Figure, Weight::Bold),
    };
    let answer = Ink::new(kind, weight, color, Role::Figure);
    let small = Ink::new(Type::Small, Weight::Regular, Tone::Muted, Role::Label);
    let label = Ink::new(Type::Name, Weight::Bold, Tone::Ink, Role::Label);
    let prose = Ink::new(Type::Label, Weight::Regular, Tone::Muted, Role::Prose);
    let size = sketch.frame.size(kind);
    let baseline = place.y + size;
    tick(sketch, outcome, Point::new(place.x, baseline - size * 0.82), size * 0.82, Stroke { color, width }, datum);
    let indent = (size * 1.2).ceil();
    let set = sketch.text(&words.number, Point::new(place.x + indent, baseline), Anchor::Start, answer, Some(datum));
    sketch.text(words.id, Point::new(set.right() + 8.0, baseline), Anchor::Start, small, Some(datum));
    let indent = if holds(sketch, words.label, place.width - indent, label) { indent } else { 0.0 };
    let mut column = Rect::new(place.x + indent, set.bottom() + 2.0, place.width - indent, 0.0);
    column.y = paragraph(sketch, words.label, column.origin(), column.width, label, Some(datum)) + 1.0;
    for remark in &words.remarks {
        column.y = paragraph(sketch, remark, column.origin(), column.width, prose, Some(datum));
    }
    column.y
}

/// A tick, a cross, or a bar for what is not decided, in a square with its top left corner at `origin`.
fn tick(sketch: &mut Sketch<'_>, outcome: Outcome, origin: Point, side: f64, stroke: Stroke<Tone>, datum: usize) {
    let lines: &[&[(f64, f64)]] = match outcome {
        Outcome::Pass => &[&[(0.08, 0.55), (0.38, 0.88), (0.94, 0.14)]],
        Outcome::Fail => &[&[(0.12, 0.12), (0.88, 0.88)], &[(0.12, 0.88), (0.88, 0.12)]],
        Outcome::Undecided => &[&[(0.1, 0.5), (0.9, 0.5)]],
    };
    for line in lines {
        let mut points = Vec::new();
        for (x, y) in *line {
            points.push(Point::new(origin.x + x * side, origin.y + y * side));
        }
        sketch.line(&points, stroke, None, Role::Mark, Some(datum));
    }
}

/// Words one behind the other, with a dot between them.
pub(super) fn apart(parts: &[&str]) -> String {
    let mut text = String::new();
    for part in parts {
        if !text.is_empty() && !part.is_empty() {
            text.push_str(" · ");
        }
        text.push_str(part);
    }
    text
}
