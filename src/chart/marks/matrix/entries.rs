//! Entries one by one, in columns under hairlines: what is said without a number, and the questions of the self-audit.

use super::super::super::sketch::{Ink, Sketch};
use super::super::super::{Tone, Type};
use super::super::pen::{BELOW, Columns, Pen, dotted};
use super::tally;
use crate::data::{Kind, Outcome};
use crate::scene::{Point, Role, Stroke, Weight};
use crate::words::{Description, Phrase};

/// Between two columns, in CSS pixels.
const GUTTER: f64 = 28.0;
/// Between two groups, in CSS pixels.
const APART: f64 = 30.0;

/// How entries stand under their head.
pub(super) struct Group {
    pub(super) panel: &'static str,
    pub(super) color: Tone,
    /// How wide a column is at least, in CSS pixels at the usual text size, and how many there are at most.
    pub(super) columns: (f64, usize),
}

/// Sets the content of an entry.
pub(super) type Setter = fn(&mut Pen<'_, '_>, &Description);

impl Group {
    /// Draws datums in columns, line by line, under how many they are, what these are, and a remark.
    pub(super) fn draw(&self, pen: &mut Pen<'_, '_>, ids: &[&'static str], head: (&str, &str), set: Setter) {
        if ids.is_empty() {
            return;
        }
        pen.y += if pen.y > 0.0 { APART } else { 0.0 };
        tally::draw(pen, (ids.len(), self.color), head);
        pen.y += 8.0;
        pen.sketch.panel(self.panel);
        let (least, most) = self.columns;
        let mut grid = pen.grid(Columns { count: pen.fitting(least, GUTTER).min(most), gutter: GUTTER, gap: 14.0 });
        for words in &pen.picture.describe(ids) {
            grid.next(pen);
            pen.rule();
            pen.y += 8.0;
            pen.open(words.id);
            set(pen, words);
            pen.close();
        }
        grid.end(pen);
    }
}

/// Draws the statements without a number, by article.
#[inline(never)]
pub(super) fn claims(pen: &mut Pen<'_, '_>) {
    let picture = pen.picture;
    for source in picture.package.sources {
        let mut ids = Vec::new();
        for row in picture.package.observations {
            if row.kind == Kind::Claim && row.source.id == source.id && picture.admits(row) {
                ids.push(row.id);
            }
        }
        let head = (picture.article_name(source), source.headline.get(picture.frame.language));
        Group { panel: source.id, color: Tone::of(source), columns: (290.0, 3) }.draw(pen, &ids, head, claim);
    }
}

/// One claim: its sign large, what it says, who says it and where, and our remark.
fn claim(pen: &mut Pen<'_, '_>, words: &Description) {
    let small = Ink::new(Type::Small, Weight::Regular, Tone::Muted, Role::Label);
    let sign = Ink { kind: Type::Headline, role: Role::Figure, ..small };
    let bold = Ink::new(Type::Name, Weight::Bold, Tone::Ink, Role::Label);
    let name = pen.sketch.frame.size(bold.kind);
    // Beside the sign where there is room for a dozen characters, else under it.
    let rail = (pen.sketch.frame.size(sign.kind) + name).ceil() + 6.0;
    let rail = if pen.width - rail >= 12.0 * name { rail } else { 0.0 };
    let mut beside = pen.rail((rail, 0.0));
    pen.write(&words.number, sign);
    pen.behind(&words.marks, Ink { color: Tone::Remark, role: Role::Figure, ..bold }, 1.0);
    beside.turn(pen, 0.0);
    pen.write(words.label, bold);
    pen.write(&dotted(&[&words.agent, &words.place]), small);
    pen.note(words, Ink { kind: Type::Label, color: Tone::Remark, ..small });
    beside.end(pen);
}

/// Draws the questions of the self-audit by their answers, those that find something wrong first.
#[inline(never)]
pub(super) fn checks(pen: &mut Pen<'_, '_>) {
    let picture = pen.picture;
    for (outcome, name, group) in &[
        (Outcome::Fail, Phrase::InDisagreement, Group { panel: "fail", color: Tone::Remark, columns: (330.0, 2) }),
        (Outcome::Undecided, Phrase::Undecided, Group { panel: "undecided", color: Tone::Remark, columns: (330.0, 2) }),
        (Outcome::Pass, Phrase::InAgreement, Group { panel: "pass", color: Tone::Ink, columns: (250.0, 3) }),
    ] {
        let mut ids = Vec::new();
        for check in picture.package.checks {
            if check.outcome() == *outcome && check.inputs.iter().any(|input| picture.admits(input)) {
                ids.push(check.id);
            }
        }
        group.draw(pen, &ids, (name.get(picture.frame.language), ""), check);
    }
}

/// One question: the sign of its answer, the answer, the question, and what was compared.
fn check(pen: &mut Pen<'_, '_>, words: &Description) {
    let Some(check) = pen.picture.package.check(words.id) else { return };
    let outcome = check.outcome();
    let (color, width, kind, weight) = match outcome {
        Outcome::Pass => (Tone::Ink, 2.0, Type::Label, Weight::Regular),
        _ => (Tone::Remark, 3.0, Type::Figure, Weight::Bold),
    };
    let small = Ink::new(Type::Small, Weight::Regular, Tone::Muted, Role::Label);
    let size = pen.sketch.frame.size(kind);
    let side = size * 0.82;
    let indent = (size * 1.2).ceil();
    let at = pen.item(&words.number, Ink::new(kind, weight, color, Role::Figure), BELOW, indent);
    tick(pen.sketch, outcome, Point::new(at.x - indent, at.y - side), side, Stroke { color, width }, pen.datum);
    pen.behind(words.id, small, 8.0);
    pen.indent(indent);
    pen.write(words.label, Ink::new(Type::Name, Weight::Bold, Tone::Ink, Role::Label));
    for remark in &words.remarks {
        pen.write(remark, Ink { kind: Type::Label, role: Role::Prose, ..small });
    }
    pen.indent(-indent);
}

/// A tick, a cross, or a bar for what is not decided, in a square with its top left corner at `origin`.
#[inline(never)]
fn tick(sketch: &mut Sketch<'_>, outcome: Outcome, origin: Point, side: f64, stroke: Stroke<Tone>, datum: Option<usize>) {
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
        sketch.line(&points, stroke, None, Role::Mark, datum);
    }
}
