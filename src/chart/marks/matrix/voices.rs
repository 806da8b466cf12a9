//! Who says it: a line a speaker with a square a statement, those with most to say first.

use super::super::super::sketch::Ink;
use super::super::super::{Tone, Type};
use super::super::pen::{Columns, Pen};
use super::statement::{self, GAP, Statement, square};
use crate::data::Agent;
use crate::scene::{Anchor, Point, Rect, Role, Weight};

/// From one square to the next, in CSS pixels.
const PITCH: f64 = 23.0;
/// Between two columns of speakers, in CSS pixels.
const GUTTER: f64 = 36.0;
/// Between the names and the squares, in CSS pixels.
const INSET: f64 = 10.0;

/// A speaker with the statements, article by article.
struct Voice {
    agent: &'static Agent,
    statements: Vec<Statement>,
}

/// Draws the speakers.
pub(super) fn draw(pen: &mut Pen<'_, '_>) {
    let statements = statement::admitted(pen.picture);
    let named = several(&statements);
    let voices = voices(statements);
    statement::key(pen);
    pen.y += 22.0;

    // Names stand beside the squares where there is room for a dozen of them. Speakers whose squares need no more than half the
    // width stand in two columns, once there are enough of them.
    let names = 162.0 * pen.sketch.frame.text_scale;
    let names = if pen.width - names - INSET >= 12.0 * PITCH { names } else { 0.0 };
    let half = across((pen.width - GUTTER) / 2.0 - names - INSET);
    let mut large = voices.iter().filter(|voice| voice.statements.len() > half).count();
    if names == 0.0 || half < 5 || voices.len() - large < 4 {
        large = voices.len();
    }
    let (first, others) = voices.split_at_checked(large).unwrap_or_default();
    for (voices, count) in [(first, 1), (others, 2)] {
        let mut grid = pen.grid(Columns { count, gutter: GUTTER, gap: 12.0 });
        for voice in voices {
            grid.next(pen);
            voice.draw(pen, named, names);
        }
        grid.end(pen);
        pen.y += 14.0;
    }
    pen.y -= 10.0;
}

/// The statements by speaker, those with most of them first, else in the order in which they first speak.
fn voices(statements: Vec<Statement>) -> Vec<Voice> {
    let mut voices: Vec<Voice> = Vec::new();
    for statement in statements {
        let agent = statement.observation.agent;
        match voices.iter_mut().find(|voice| voice.agent.id == agent.id) {
            Some(voice) => voice.statements.push(statement),
            None => voices.push(Voice { agent, statements: vec![statement] }),
        }
    }
    // A score of speakers does not pay for a real sort, in bytes.
    for end in 1..voices.len() {
        for place in (1..=end).rev() {
            if let Some([a, b]) = voices.get_mut(place - 1..=place)
                && a.statements.len() < b.statements.len()
            {
                core::mem::swap(a, b);
            }
        }
    }
    voices
}

/// Whether statements, in the order of the register, are from several articles.
fn several(statements: &[Statement]) -> bool {
    let source = |statement: Option<&Statement>| statement.map(|statement| statement.observation.source.id);
    source(statements.first()) != source(statements.last())
}

/// How many squares stand beside each other in a width.
fn across(width: f64) -> usize {
    ((width + GAP) / PITCH).max(1.0) as usize
}

impl Voice {
    /// Draws a speaker, with the names of the articles where there are several.
    fn draw(&self, pen: &mut Pen<'_, '_>, named: bool, names: f64) {
        let picture = pen.picture;
        let bold = Ink::new(Type::Label, Weight::Bold, Tone::Ink, Role::Label);
        let plain = Ink { weight: Weight::Regular, ..bold };
        let panel = pen.sketch.panel(self.agent.id, Rect::new(pen.x, pen.y, pen.width, 0.0));
        let name = self.agent.name.get(picture.frame.language);
        // Who speaks in several articles has a line for each under the name, everyone else stands on the line of the name.
        let several = several(&self.statements);
        if several {
            let beside = pen.rail((names, INSET));
            counted(pen, self.statements.len(), (name, bold), ("", bold));
            beside.end(pen);
        }
        for run in self.statements.chunk_by(|a, b| a.observation.source.id == b.observation.source.id) {
            let Some(first) = run.first() else { continue };
            let color = Tone::of(first.observation.source);
            let article = picture.article_name(first.observation.source);
            let mut beside = pen.rail((names, INSET));
            if several {
                counted(pen, run.len(), (article, Ink { kind: Type::Small, color, ..bold }), ("", bold));
            } else {
                counted(pen, run.len(), (name, bold), (if named { article } else { "" }, Ink { color, ..plain }));
            }
            beside.turn(pen, 0.0);
            let origin = Point::new(pen.x, pen.y.round());
            for (i, statement) in run.iter().enumerate() {
                let rect = square(i, across(pen.width), origin, PITCH);
                statement.draw(pen.sketch, rect, panel);
                pen.end = Point::new(rect.right(), rect.center().y + pen.sketch.frame.size(Type::Label) * 0.36);
                pen.y = rect.bottom();
            }
            beside.end(pen);
            pen.y += GAP;
        }
        pen.y -= GAP;
        pen.behind(self.agent.note.get(picture.frame.language), Ink { color: Tone::Remark, role: Role::Prose, ..plain }, 12.0);
    }
}

/// Sets a name with what belongs to it, and a count at the end of the column.
fn counted(pen: &mut Pen<'_, '_>, count: usize, (name, ink): (&str, Ink), (behind, other): (&str, Ink)) {
    let count = count.to_string();
    let room = pen.sketch.width_of(&count, ink) + 6.0;
    let baseline = pen.y + pen.metrics(ink.kind).0;
    pen.sketch.text(&count, Point::new(pen.right(), baseline), Anchor::End, ink, None);
    pen.width -= room;
    pen.write(name, ink);
    pen.behind(behind, other, 8.0);
    pen.width += room;
}
