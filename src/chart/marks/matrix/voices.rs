//! Who says it: a line a speaker with a square a statement, those with most to say first.

use super::super::super::sketch::{Ink, Sketch};
use super::super::super::{Picture, Tone, Type};
use super::super::set::paragraph;
use super::kinds::GAP;
use super::statement::{self, Statement};
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
    let voices = voices(picture);
    let first = voices.first().and_then(|voice| voice.statements.first());
    let named = voices.iter().flat_map(|voice| &voice.statements).any(|one| first.is_some_and(|first| !same_article(first, one)));
    let top = statement::key(picture, sketch) + 22.0;

    // Names stand beside the squares where there is room for a dozen of them. Speakers whose squares need no more than half the
    // width stand in two columns, once there are enough of them.
    let width = sketch.frame.width;
    let names = 172.0 * sketch.frame.text_scale;
    let names = if width - names >= 12.0 * PITCH { names } else { 0.0 };
    let whole = Column { left: 0.0, right: width, names };
    let half = Column { right: ((width - GUTTER) / 2.0).floor(), ..whole };
    let fits = |voice: &&Voice| names > 0.0 && half.across() >= voice.statements.len();
    let small = voices.iter().rev().take_while(fits).count();
    let small = if half.across() >= 5 && small >= 4 { small } else { 0 };
    let (large, small) = voices.split_at(voices.len() - small);
    let mut y = top;
    for voice in large {
        y = whole.draw(picture, sketch, voice, named, y) + 14.0;
    }
    let (first, second) = small.split_at(small.len().div_ceil(2));
    let mut bottom = y;
    for (speakers, left) in [(first, 0.0), (second, half.right + GUTTER)] {
        let column = Column { left, right: left + half.right, ..half };
        let mut y = y;
        for voice in speakers {
            y = column.draw(picture, sketch, voice, named, y) + 14.0;
        }
        bottom = bottom.max(y);
    }
    bottom - 10.0
}

/// The statements by speaker, those with most of them first, else in the order in which they first speak.
fn voices(picture: &Picture<'_>) -> Vec<Voice> {
    let mut voices: Vec<Voice> = Vec::new();
    for statement in statement::admitted(picture) {
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

impl Column {
    /// How many squares stand beside each other.
    fn across(self) -> usize {
        ((self.right - self.left - self.names + GAP) / PITCH).floor().max(1.0) as usize
    }

    /// Draws a speaker from `top` on, with the names of the articles where there are several, and tells where that ends.
    fn draw(self, picture: &Picture<'_>, sketch: &mut Sketch<'_>, voice: &Voice, named: bool, top: f64) -> f64 {
        let palette = picture.palette();
        let language = picture.frame.language;
        let bold = Ink::new(Type::Label, Weight::Bold, palette.ink, Role::Label);
        let remark = Ink::new(Type::Label, Weight::Regular, palette.remark, Role::Prose);
        let line = sketch.frame.line(Type::Label);
        let side = PITCH - GAP;
        let name = voice.agent.name.get(language);
        let beside = self.names > 0.0;
        let left = self.left + self.names;
        let panel = sketch.panel(voice.agent.id, Rect::new(self.left, top, self.right - self.left, 0.0));

        let mut bottom = self.name(sketch, (name, voice.statements.len()), bold, top);
        // Who speaks in several articles has a line for each under the name, everyone else stands on the line of the name.
        let several = voice.statements.chunk_by(same_article).count() > 1;
        let mut behind = Point::new(left, top);
        for run in voice.statements.chunk_by(same_article) {
            let Some(first) = run.first() else { continue };
            let source = first.observation.source;
            let small = Ink { kind: Type::Small, color: Tone::of(source), ..bold };
            let mut y = if several { bottom + 3.0 } else { top };
            let mut below = bottom;
            if several {
                below = self.name(sketch, (picture.article_name(source), run.len()), small, y);
            } else if named {
                let article = picture.article_name(source);
                let plain = Ink { weight: Weight::Regular, ..small };
                let room = self.end() - self.left;
                // Behind a name above the squares where there is room, else under the name.
                let behind = sketch.width_of(name, bold) + 8.0;
                let wide = behind + sketch.width_of(article, plain) + sketch.width_of("000", bold);
                below = if !beside && wide <= room {
                    let place = Rect::new(self.left + behind, top + 1.0, room, 0.0);
                    paragraph(sketch, article, place, plain, None).max(bottom)
                } else {
                    paragraph(sketch, article, Rect::new(self.left, bottom, room, 0.0), plain, None)
                };
            }
            y = if beside { y + (line - side) / 2.0 } else { below + 3.0 }.round().max(0.0);
            for (i, statement) in run.iter().enumerate() {
                let (row, column) = ((i / self.across()) as f64, (i % self.across()) as f64);
                let rect = Rect::new(left + column * PITCH, y + row * PITCH, side, side);
                statement.draw(sketch, rect, panel);
                behind = Point::new(rect.right() + 12.0, rect.center().y);
                below = below.max(rect.bottom());
            }
            bottom = below;
        }

        // The note behind the squares where it fits on one line there, else under them.
        let note = voice.agent.note.get(language);
        let place = if sketch.width_of(note, remark) <= self.right - behind.x {
            Rect::new(behind.x, behind.y - line / 2.0, self.right - behind.x, 0.0)
        } else {
            let under = behind.y + side / 2.0 + 3.0;
            Rect::new(left, if beside { under } else { bottom + 3.0 }, self.right - left, 0.0)
        };
        bottom.max(paragraph(sketch, note, place, remark, None))
    }

    /// Sets a name with a count at the end of its column, or of the line where it stands above the squares. Returns where it ends.
    fn name(self, sketch: &mut Sketch<'_>, (name, count): (&str, usize), ink: Ink, top: f64) -> f64 {
        let count = count.to_string();
        let end = self.end();
        let place = Rect::new(self.left, top, end - self.left - sketch.width_of(&count, ink) - 6.0, 0.0);
        let baseline = top + sketch.frame.line(ink.kind) / 2.0 + sketch.frame.size(ink.kind) * 0.36;
        sketch.text(&count, Point::new(end, baseline), Anchor::End, ink, None);
        paragraph(sketch, name, place, ink, None)
    }

    /// Right end of the counts.
    fn end(self) -> f64 {
        if self.names > 0.0 { self.left + self.names - 10.0 } else { self.right }
    }
}

fn same_article(a: &Statement, b: &Statement) -> bool {
    a.observation.source.id == b.observation.source.id
}
