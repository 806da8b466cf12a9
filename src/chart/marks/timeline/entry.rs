//! One statement of the timeline and how its words are set in lines.

use super::super::super::sketch::{Ink, Sketch};
use super::super::super::{Picture, Tone, Type};
use super::super::set::{self, Piece};
use super::Group;
use crate::data::{Language, Period, Precision, Subject};
use crate::scene::{Point, Rect, Role, Weight};
use crate::words::{self, Description, describe};

/// Between two statements, in CSS pixels.
const GAP: f64 = 2.0;

/// A statement with what the timeline needs to know of it.
pub(super) struct Entry {
    pub(super) words: Description,
    /// The article that says it, by its place among all.
    pub(super) lane: usize,
    /// The date as the picture reads it.
    pub(super) when: Option<Period>,
    /// Whether it is a length of time that no date is printed of.
    pub(super) lasts: bool,
    /// Whether it passes the filters.
    pub(super) admitted: bool,
    /// What a derived date has around the day that is its figure.
    around: Option<(String, String)>,
}

impl Entry {
    /// A statement or a derived date; `None` for what is neither.
    pub(super) fn new(picture: &Picture<'_>, subject: Subject) -> Option<Self> {
        let package = picture.package;
        let language = picture.frame.language;
        let words = describe(package, subject, picture.basis(), language);
        // A derived date belongs to the article that it is derived from first.
        let (observation, date) = match subject {
            Subject::Observation(observation) => (observation, None),
            Subject::Derivation(derivation) => (*derivation.inputs.first()?, derivation.value?.date),
            Subject::Erratum(_) | Subject::Check(_) => return None,
        };
        let printed = package.reading(observation, picture.basis()).period;
        let lasts = printed.is_none() && observation.unit.is_some_and(|unit| unit.base == "year");
        let around = date.and_then(|date| {
            let text = words::date(date, language);
            let day = words.number.as_str();
            let (before, after) = {
                let mut places =
                    text.char_indices().filter_map(|(at, _)| Some((text.get(..at)?, text.get(at..)?.strip_prefix(day)?)));
                if language == Language::Zh { places.next_back()? } else { places.next()? }
            };
            Some((before.trim().to_owned(), after.trim().to_owned()))
        });
        Some(Self {
            lane: package.sources.iter().position(|source| source.id == observation.source.id)?,
            when: if words.is_derived() { date.map(Period::Single) } else { printed },
            lasts,
            admitted: picture.admits(observation),
            around,
            words,
        })
    }

    /// Where it is tied to the axis, as a year with a fraction; `None` where it has no place on it.
    pub(super) fn at(&self) -> Option<f64> {
        let when = self.when?;
        let (start, end) = (when.start(), when.end()?);
        match when.precision() {
            Precision::Day | Precision::Month => start.map(|start| (start + end) / 2.0),
            Precision::Year | Precision::Range | Precision::Recurring => Some(start.unwrap_or(end)),
        }
    }

    /// Whether its figure is its date.
    pub(super) fn prints_date(&self) -> bool {
        self.words.nominal.is_none() || self.around.is_some()
    }

    /// Sets its words from the top left corner of a place on, in lines as wide as it: its figure, then its label; `before` stands in
    /// front of it. Returns the box that they take.
    pub(super) fn draw(&self, sketch: &mut Sketch<'_>, before: &str, place: Rect, color: Tone, datum: usize) -> Rect {
        let figure = Ink::new(Type::Name, Weight::Bold, color, Role::Figure);
        let around = Ink { role: Role::Label, ..figure };
        let unit = Ink { kind: Type::Label, role: Role::Unit, ..figure };
        let label = Ink::new(Type::Label, Weight::Regular, Tone::Ink, Role::Label);
        let tight: f64 = if sketch.frame.language == Language::Zh { 0.0 } else { 4.0 };
        let words = &self.words;
        let (plain, marked) = (words.unmarked_figure(), words.marked_unit());
        let bare = sketch.wrap(&words.bare_figure(), place.width, figure);
        let piece = |text, ink, gap| Piece::behind(text, ink, Some(datum), gap);
        let mut pieces = vec![piece(before, around, 0.0)];
        if let Some((left, right)) = &self.around {
            pieces.push(piece(left, around, 0.0));
            pieces.push(piece(&words.number, figure, tight));
            pieces.push(piece(right, around, tight));
            pieces.push(piece(&words.marks, Ink { role: Role::Unit, ..figure }, 0.0));
        } else if words.nominal.is_some() {
            pieces.push(piece(&plain, figure, 6.0));
            pieces.push(piece(&marked, unit, if words.unit_apart().is_empty() { 0.0 } else { tight.max(1.0) }));
        } else {
            for line in &bare {
                pieces.push(piece(line, figure, 6.0));
            }
        }
        let mut left = place.width - 7.0;
        for piece in &pieces {
            left -= piece.reach(sketch);
        }
        let (head, rest) = run_in(sketch, words.label, label, (left, place.width));
        pieces.push(piece(head, label, 7.0));
        pieces.push(piece(rest, label, 7.0));
        let bottom = set::flow(sketch, &pieces, place);
        Rect { height: bottom - place.y, ..sketch.bounds_of(datum) }
    }
}

/// What of a text stands behind a figure that leaves it so much of a line, and what under it: all of it, unless that takes more lines.
fn run_in<'t>(sketch: &Sketch<'_>, text: &'t str, ink: Ink, (left, width): (f64, f64)) -> (&'t str, &'t str) {
    let head = sketch.wrap(text, left, ink).first().map_or(0, String::len);
    if let Some((head, rest)) = text.split_at_checked(head)
        && sketch.width_of(head, ink) <= left
        && sketch.wrap(rest.trim_start(), width, ink).len() < sketch.wrap(text, width, ink).len()
    {
        return (head, rest.trim_start());
    }
    (text, "")
}

/// Sets the words of all that one mark stands for, one below the other from the top left corner of a place on, and settles their datums,
/// which point at the mark. Returns the box that they take.
pub(super) fn words(sketch: &mut Sketch<'_>, group: &Group<'_>, color: Tone, mut place: Rect, anchor: Point) -> Rect {
    // A block that no statement gives the date of begins with it.
    let dated = group.entries.iter().any(|entry| entry.prints_date());
    let mut before = if dated { String::new() } else { words::period(group.when, sketch.frame.language) };
    let mut around = Rect::new(place.x, place.y, 0.0, 0.0);
    for (i, entry) in group.entries.iter().enumerate() {
        let taken = entry.draw(sketch, &before, place, color, group.datum + i);
        before.clear();
        sketch.settle(group.datum + i, taken, anchor);
        around = around.union(taken);
        place.y = taken.bottom() + GAP;
    }
    around
}

/// The box that the [`words()`] of a mark would take.
pub(super) fn measure(sketch: &mut Sketch<'_>, group: &Group<'_>, color: Tone, place: Rect) -> Rect {
    let mark = sketch.mark();
    let taken = words(sketch, group, color, place, place.origin());
    sketch.forget(mark);
    taken
}
