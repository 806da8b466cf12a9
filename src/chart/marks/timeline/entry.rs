//! One statement of the timeline and how its words are set in lines.

use super::super::super::sketch::Ink;
use super::super::super::{Picture, Tone, Type};
use super::super::pen::{BELOW, Pen};
use super::Group;
use crate::data::{Language, Period, Precision, Subject};
use crate::scene::{Point, Rect, Role, Weight};
use crate::words::{self, Description, describe};

/// Between two statements, in CSS pixels.
const GAP: f64 = 4.0;
/// Between a figure and its label on one line.
const SPACE: f64 = 7.0;

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
            // The day is what ends with the last digit in Chinese, and what comes first in English.
            let (before, after) = if language == Language::Zh {
                let digits = text.trim_end_matches(|end: char| !end.is_ascii_digit());
                (digits.strip_suffix(day)?, text.strip_prefix(digits)?)
            } else {
                ("", text.strip_prefix(day)?.trim_ascii())
            };
            Some((before.to_owned(), after.to_owned()))
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

    /// Sets its words as a datum: what stands before its figure, the figure, then its label. Returns the box that they take.
    pub(super) fn draw(&self, pen: &mut Pen<'_, '_>, before: &str, color: Tone, datum: usize) -> Rect {
        let figure = Ink::new(Type::Name, Weight::Bold, color, Role::Figure);
        let date = Ink { role: Role::Label, ..figure };
        let tight: f64 = if pen.picture.frame.language == Language::Zh { 0.0 } else { 4.0 };
        let top = pen.y;
        pen.datum = Some(datum);
        pen.end.x = BELOW;
        pen.write(before, date);
        if let Some((left, right)) = &self.around {
            pen.behind(left, date, SPACE);
            pen.behind(&self.words.number, figure, tight);
            pen.behind(right, date, tight);
            pen.behind(&self.words.marks, Ink { role: Role::Unit, ..figure }, 0.0);
        } else {
            pen.behind(&self.words.unmarked_figure(), figure, SPACE);
            pen.behind(&self.words.marked_unit(), Ink { kind: Type::Label, role: Role::Unit, ..figure }, tight.max(1.0));
        }
        pen.behind(self.words.label, Ink::new(Type::Label, Weight::Regular, Tone::Ink, Role::Label), SPACE);
        pen.datum = None;
        let area = pen.sketch.bounds_of(datum);
        Rect { height: pen.y - top, ..area }
    }
}

/// Sets the words of all that one mark stands for, one below the other from the top left corner of a place on, and settles their datums,
/// which point at the mark. Returns the box that they take.
pub(super) fn words(pen: &mut Pen<'_, '_>, group: &Group<'_>, color: Tone, place: &Rect, anchor: Point) -> Rect {
    // A block that no statement gives the date of begins with it.
    let dated = group.entries.iter().any(|entry| entry.prints_date());
    let mut before = if dated { String::new() } else { words::period(group.when, pen.picture.frame.language) };
    pen.put(place);
    let mut around = Rect { height: 0.0, ..*place };
    around.width = 0.0;
    for (datum, entry) in (group.datum..).zip(&group.entries) {
        let taken = entry.draw(pen, &before, color, datum);
        before.clear();
        pen.sketch.settle(datum, &taken, anchor);
        around.include(&taken);
        pen.y += GAP;
    }
    around
}

/// The box that the [`words()`] of a mark would take in lines of a width.
pub(super) fn measure(pen: &mut Pen<'_, '_>, group: &Group<'_>, color: Tone, width: f64) -> Rect {
    let mark = pen.sketch.mark();
    let taken = words(pen, group, color, &Rect::new(0.0, 0.0, width, 0.0), Point::new(0.0, 0.0));
    pen.sketch.forget(mark);
    taken
}
