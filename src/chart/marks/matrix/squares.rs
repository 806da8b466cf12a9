//! Every statement of the page as one square: a line a kind of statement or a speaker and an article, those with most of them first.

use super::super::super::sketch::Ink;
use super::super::super::{Tone, Type};
use super::super::pen::{Columns, Pen, digits};
use super::statement::{self, Statement};
use super::tally;
use crate::scene::{Anchor, Point, Rect, Role, Weight};
use crate::words::{Phrase, kind_name};

/// Side of a square, and from one to the next, in CSS pixels.
const SIDE: f64 = 18.0;
const PITCH: f64 = 23.0;
/// Between two columns of groups, in CSS pixels.
const GUTTER: f64 = 36.0;
/// Between two groups, in CSS pixels.
const GAP: f64 = 14.0;
/// Between the names and the squares, in CSS pixels.
const INSET: f64 = 10.0;

/// What some statements have in common.
struct Group<'s> {
    id: &'static str,
    name: &'static str,
    note: &'static str,
    statements: Vec<&'s Statement>,
}

/// By what statements are grouped.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum By {
    Kind,
    Speaker,
}

/// Draws the groups under the number of all statements.
pub(super) fn draw(pen: &mut Pen<'_, '_>, by: By) {
    let picture = pen.picture;
    let language = picture.frame.language;
    let statements = statement::admitted(picture);
    let mut all = Vec::new();
    let mut groups: Vec<Group<'_>> = Vec::new();
    for statement in &statements {
        let row = statement.observation;
        let (id, name, note) = match by {
            By::Kind => (row.kind.code(), kind_name(row.kind, language), ""),
            By::Speaker => (row.agent.id, row.agent.name.get(language), row.agent.note.get(language)),
        };
        match groups.iter_mut().find(|group| group.id == id) {
            Some(group) => group.statements.push(statement),
            None => groups.push(Group { id, name, note, statements: vec![statement] }),
        }
        all.push(statement);
    }
    statement::key(pen);
    pen.y += 20.0;
    let mut most = all.len();
    tally::draw(pen, (most, Tone::Ink), (Phrase::Statements.get(language), ""));
    let named = several(&all);
    for run in runs(&all) {
        if named && let Some(first) = run.first() {
            let source = first.observation.source;
            let ink = Ink::new(Type::Name, Weight::Bold, Tone::of(source), Role::Label);
            pen.behind(&[picture.article_name(source), " ", &digits(run.len())].concat(), ink, 24.0);
        }
    }
    pen.y += GAP;

    // Names stand beside the squares where there is room for a dozen of them. Groups whose squares need no more than half the width
    // stand in two columns, once there are enough of them.
    let names = 162.0 * pen.sketch.frame.text_scale;
    let names = if pen.width - names >= 12.0 * PITCH { names } else { 0.0 };
    let half = (((pen.width - GUTTER) / 2.0 - names - INSET) / PITCH) as usize;
    let few = groups.iter().filter(|group| group.statements.len() <= half).count() < 4;
    let half = if names == 0.0 || half < 5 || few { 0 } else { half };
    for (count, least) in [(1, half), (2, 0)] {
        let mut grid = pen.grid(Columns { count, gutter: GUTTER, gap: GAP });
        for size in (least + 1..=most).rev() {
            for group in &groups {
                if group.statements.len() == size {
                    grid.next(pen);
                    group.draw(pen, named, names);
                }
            }
        }
        grid.end(pen);
        pen.y += GAP;
        most = least;
    }
    pen.y -= GAP;
}

/// Statements, in the order of the register, article by article.
fn runs<'s, 't>(statements: &'t [&'s Statement]) -> impl Iterator<Item = &'t [&'s Statement]> {
    statements.chunk_by(|one, next| one.observation.source.id == next.observation.source.id)
}

/// Whether statements, in the order of the register, are from several articles.
fn several(statements: &[&Statement]) -> bool {
    runs(statements).nth(1).is_some()
}

impl Group<'_> {
    /// Draws a group, with the names of the articles where there are several.
    fn draw(&self, pen: &mut Pen<'_, '_>, named: bool, names: f64) {
        let picture = pen.picture;
        let bold = Ink::new(Type::Label, Weight::Bold, Tone::Ink, Role::Label);
        let plain = Ink { weight: Weight::Regular, ..bold };
        pen.sketch.panel(self.id);
        // What several articles have in it has a line for each under the name, everything else stands on the line of the name.
        let several = several(&self.statements);
        if several {
            let beside = pen.rail((names, INSET));
            counted(pen, self.statements.len(), (self.name, bold), ("", bold));
            beside.end(pen);
        }
        for run in runs(&self.statements) {
            let Some(first) = run.first() else { continue };
            let color = Tone::of(first.observation.source);
            let article = picture.article_name(first.observation.source);
            let mut beside = pen.rail((names, INSET));
            let (name, ink) = if several { (article, Ink { kind: Type::Small, color, ..bold }) } else { (self.name, bold) };
            counted(pen, run.len(), (name, ink), (if named && !several { article } else { "" }, Ink { color, ..plain }));
            beside.turn(pen, 0.0);
            let mut square = Rect::new(pen.x, pen.y.round(), SIDE, SIDE);
            let mut next = 0;
            for statement in run {
                if square.right() > pen.right() {
                    square.x = pen.x;
                    square.y += PITCH;
                }
                next = statement.draw(pen.sketch, square) + 1;
                pen.end = Point::new(square.right(), square.center().y + pen.sketch.drop(Type::Label));
                square.x += PITCH;
            }
            pen.y = square.bottom();
            for (datum, statement) in (next - run.len()..).zip(run) {
                pen.datum = Some(datum);
                let text = statement.printed.as_deref().unwrap_or_default();
                pen.behind(text, Ink { color: Tone::Remark, role: Role::Printed, ..plain }, 12.0);
            }
            pen.datum = None;
            beside.end(pen);
            pen.y += PITCH - SIDE;
        }
        pen.y -= PITCH - SIDE;
        pen.behind(self.note, Ink { color: Tone::Remark, role: Role::Prose, ..plain }, 12.0);
    }
}

/// Sets a name with what belongs to it, and a count at the end of the column.
fn counted(pen: &mut Pen<'_, '_>, count: usize, (name, ink): (&str, Ink), (behind, other): (&str, Ink)) {
    let count = digits(count);
    let room = pen.sketch.width_of(&count, ink) + 6.0;
    let baseline = pen.y + pen.metrics(ink.kind).0;
    pen.sketch.text(&count, Point::new(pen.right(), baseline), Anchor::End, ink, None);
    pen.width -= room;
    pen.write(name, ink);
    pen.behind(behind, other, 8.0);
    pen.width += room;
}
