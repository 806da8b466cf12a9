//! Who says it: a line a speaker with a square a statement, those with most to say first.

use super::super::super::sketch::{Ink, Sketch};
use super::super::super::{Picture, Tone, Type};
use super::super::set::paragraph;
use super::statement::{self, GAP, Statement, square};
use crate::data::Agent;
use crate::scene::{Anchor, Point, Rect, Role, Weight};

/// From one square to the next, in CSS pixels.
const PITCH: f64 = 23.0;
/// Between two columns of speakers, in CSS pixels.
const GUTTER: f64 = 36.0;

/// A speaker with the statements, article by article.
struct Voice {
    agent: &'static Agent,
    statements: Vec<Statement>,
}

/// A column of speakers.
#[derive(Clone, Copy)]
struct Column {
    left: f64,
    right: f64,
    /// Width of the names; 0 where they stand above the squares.
    names: f64,
}

/// Draws the speakers and tells how high they are.
pub(super) fn draw(picture: &Picture<'_>, sketch: &mut Sketch<'_>) -> f64 {
    let statements = statement::admitted(picture);
    let named = several(&statements);
    let voices = voices(statements);
    let top = statement::key(picture, sketch) + 22.0;

    // Names stand beside the squares where there is room for a dozen of them. Speakers whose squares need no more than half the
    // width stand in two columns, once there are enough of them.
    let width = sketch.frame.width;
    let names = 172.0 * sketch.frame.text_scale;
    let names = if width - names >= 12.0 * PITCH { names } else { 0.0 };
    let mut column = Column { left: 0.0, right: width, names };
    let half = Column { right: ((width - GUTTER) / 2.0).floor(), ..column };
    let mut large = voices.len();
    while names > 0.0 && large > 0 && voices.get(large - 1).is_some_and(|voice| half.across() >= voice.statements.len()) {
        large -= 1;
    }
    if half.across() < 5 || voices.len() - large < 4 {
        large = voices.len();
    }
    let turn = large + (voices.len() - large).div_ceil(2);
    let (mut y, mut start, mut bottom) = (top, top, top);
    for (i, voice) in voices.iter().enumerate() {
        if i == large {
            (column, start) = (half, y);
        }
        if i == turn && turn > large {
            column = Column { left: half.right + GUTTER, right: half.right + GUTTER + half.right, ..half };
            y = start;
        }
        y = column.draw(picture, sketch, voice, named, y) + 14.0;
        bottom = bottom.max(y);
    }
    bottom - 10.0
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

impl Column {
    /// How many squares stand beside each other.
    fn across(self) -> usize {
        ((self.right - self.left - self.names + GAP) / PITCH).floor().max(1.0) as usize
    }

    /// Draws a speaker from `top` on, with the names of the articles where there are several, and tells where that ends.
    fn draw(self, picture: &Picture<'_>, sketch: &mut Sketch<'_>, voice: &Voice, named: bool, top: f64) -> f64 {
        let language = picture.frame.language;
        let bold = Ink::new(Type::Label, Weight::Bold, Tone::Ink, Role::Label);
        let remark = Ink::new(Type::Label, Weight::Regular, Tone::Remark, Role::Prose);
        let line = sketch.frame.line(Type::Label);
        let side = PITCH - GAP;
        let name = voice.agent.name.get(language);
        let beside = self.names > 0.0;
        let left = self.left + self.names;
        let panel = sketch.panel(voice.agent.id, Rect::new(self.left, top, self.right - self.left, 0.0));

        let mut bottom = self.name(sketch, (name, voice.statements.len()), bold, top);
        // Who speaks in several articles has a line for each under the name, everyone else stands on the line of the name.
        let several = several(&voice.statements);
        let mut behind = Point::new(left, top);
        let mut rest = voice.statements.as_slice();
        while let Some(first) = rest.first() {
            let source = first.observation.source;
            let count = rest.iter().take_while(|other| other.observation.source.id == source.id).count();
            let (run, others) = rest.split_at(count);
            rest = others;
            let small = Ink { kind: Type::Small, color: Tone::of(source), ..bold };
            let article = picture.article_name(source);
            let mut y = if several { bottom + 3.0 } else { top };
            let mut below = bottom;
            if several {
                below = self.name(sketch, (article, count), small, y);
            } else if named {
                let plain = Ink { weight: Weight::Regular, ..small };
                let room = self.end() - self.left;
                // Behind a name above the squares where there is room, else under the name.
                let mut place = Rect::new(self.left, bottom, room, 0.0);
                let behind = sketch.width_of(name, bold) + 8.0;
                let wide = behind + sketch.width_of(article, plain) + sketch.width_of("000", bold);
                if !beside && wide <= room {
                    place.x += behind;
                    place.y = top + 1.0;
                }
                below = paragraph(sketch, article, place.origin(), place.width, plain, None).max(bottom);
            }
            y = if beside { y + (line - side) / 2.0 } else { below + 3.0 }.round().max(0.0);
            for (i, statement) in run.iter().enumerate() {
                let rect = square(i, self.across(), Point::new(left, y), PITCH);
                statement.draw(sketch, rect, panel);
                behind = Point::new(rect.right() + 12.0, rect.center().y);
                below = below.max(rect.bottom());
            }
            bottom = below;
        }

        // The note behind the squares where it fits on one line there, else under them.
        let note = voice.agent.note.get(language);
        let mut place = Rect::new(behind.x, behind.y - line / 2.0, self.right - behind.x, 0.0);
        if sketch.width_of(note, remark) > self.right - behind.x {
            let y = if beside { behind.y + side / 2.0 + 3.0 } else { bottom + 3.0 };
            place = Rect::new(left, y, self.right - left, 0.0);
        }
        bottom.max(paragraph(sketch, note, place.origin(), place.width, remark, None))
    }

    /// Sets a name with a count at the end of its column, or of the line where it stands above the squares. Returns where it ends.
    fn name(self, sketch: &mut Sketch<'_>, (name, count): (&str, usize), ink: Ink, top: f64) -> f64 {
        let count = count.to_string();
        let end = self.end();
        let place = Rect::new(self.left, top, end - self.left - sketch.width_of(&count, ink) - 6.0, 0.0);
        let baseline = sketch.baseline(top, ink.kind);
        sketch.text(&count, Point::new(end, baseline), Anchor::End, ink, None);
        paragraph(sketch, name, place.origin(), place.width, ink, None)
    }

    /// Right end of the counts.
    fn end(self) -> f64 {
        if self.names > 0.0 { self.left + self.names - 10.0 } else { self.right }
    }
}
