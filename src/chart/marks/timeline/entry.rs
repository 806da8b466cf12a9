//! One statement of the timeline and how its words are set in lines.

use super::super::super::sketch::{Ink, Sketch};
use super::super::super::{Picture, Tone, Type};
use crate::data::{Language, Period, Precision, Subject};
use crate::scene::{Anchor, Point, Rect, Role, Weight};
use crate::words::{self, Description, describe};

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

    /// Adds its datum, which gets its place when its words are set.
    pub(super) fn datum(&self, sketch: &mut Sketch<'_>, panel: usize) -> usize {
        let nowhere = Rect::new(0.0, 0.0, 0.0, 0.0);
        sketch.datum(self.words.id, panel, nowhere, nowhere.center())
    }

    /// Sets its words in lines of a width: its figure, then its label; `before` stands in front of it.
    pub(super) fn set(&self, sketch: &Sketch<'_>, before: &str, room: f64, color: Tone) -> Setting {
        let figure = Ink::new(Type::Name, Weight::Bold, color, Role::Figure);
        let around = Ink { role: Role::Label, ..figure };
        let unit = Ink { kind: Type::Label, role: Role::Unit, ..figure };
        let label = Ink::new(Type::Label, Weight::Regular, Tone::Ink, Role::Label);
        let tight = if sketch.frame.language == Language::Zh { 0.0 } else { 4.0 };
        let mut setting = Setting { pieces: Vec::new(), rows: vec![0.0], room, line: sketch.frame.line(Type::Label) };
        setting.whole(sketch, before, around, 0.0);
        let Description { number, marks, .. } = &self.words;
        if let Some((left, right)) = &self.around {
            setting.whole(sketch, left, around, 0.0);
            // The day keeps what stands behind it: 28日∂.
            let behind = (tight + sketch.width_of(right, around)) + (tight + sketch.width_of(marks, figure));
            setting.keep(sketch.width_of(number, figure) + tight + behind);
            setting.whole(sketch, number, figure, tight);
            setting.whole(sketch, right, around, tight);
            setting.whole(sketch, marks, Ink { role: Role::Unit, ..figure }, 0.0);
        } else if self.words.nominal.is_some() {
            setting.whole(sketch, &self.words.unmarked_figure(), figure, 6.0);
            let apart = if self.words.unit_apart().is_empty() { 0.0 } else { tight.max(1.0) };
            setting.whole(sketch, &self.words.marked_unit(), unit, apart);
        } else {
            setting.whole(sketch, &self.words.bare_figure(), figure, 6.0);
        }
        setting.running(sketch, self.words.label, label, 7.0);
        setting
    }
}

/// Words set in lines.
pub(super) struct Setting {
    pieces: Vec<Piece>,
    /// How wide each line is.
    rows: Vec<f64>,
    room: f64,
    line: f64,
}

/// A text with its left end and how many lines there are down to its own.
struct Piece {
    x: f64,
    rows: usize,
    text: String,
    ink: Ink,
}

impl Setting {
    /// How wide the last line is.
    fn used(&self) -> f64 {
        self.rows.last().copied().unwrap_or_default()
    }

    /// Adds a piece that stays whole if a line can hold it, `gap` pixels behind the last one.
    fn whole(&mut self, sketch: &Sketch<'_>, text: &str, ink: Ink, gap: f64) {
        let used = self.used();
        let mut fresh = used > 0.0 && used + gap + sketch.width_of(text, ink) > self.room;
        for line in &sketch.wrap(text, self.room, ink) {
            self.add(sketch, line, ink, (gap, fresh));
            fresh = true;
        }
    }

    /// Begins a new line if the last one has no room for what is so wide.
    fn keep(&mut self, width: f64) {
        if self.used() > 0.0 && self.used() + width > self.room {
            self.rows.push(0.0);
        }
    }

    /// Adds running text, `gap` pixels behind the last piece: on its line if it fits there or needs fewer lines so, else under it.
    fn running(&mut self, sketch: &Sketch<'_>, text: &str, ink: Ink, gap: f64) {
        let left = self.room - self.used() - gap;
        let mut lines = sketch.wrap(text, self.room, ink);
        let broken = sketch.wrap(text, left, ink);
        if let Some(head) = broken.first()
            && sketch.width_of(head, ink) <= left
        {
            let rest = text.get(head.len()..).unwrap_or_default().trim_start();
            let behind = sketch.wrap(rest, self.room, ink);
            if behind.len() < lines.len() {
                self.add(sketch, head, ink, (gap, false));
                lines = behind;
            }
        }
        for line in &lines {
            self.add(sketch, line, ink, (gap, true));
        }
    }

    fn add(&mut self, sketch: &Sketch<'_>, text: &str, ink: Ink, (gap, fresh): (f64, bool)) {
        if fresh {
            self.rows.push(0.0);
        }
        let rows = self.rows.len();
        if let Some(used) = self.rows.last_mut() {
            let x = if *used > 0.0 { *used + gap } else { 0.0 };
            *used = x + sketch.width_of(text, ink);
            self.pieces.push(Piece { x, rows, text: text.to_owned(), ink });
        }
    }

    /// How wide the longest line is.
    pub(super) fn width(&self) -> f64 {
        let mut width: f64 = 0.0;
        for row in &self.rows {
            width = width.max(*row);
        }
        width
    }

    /// Whether it takes one line.
    pub(super) fn is_single(&self) -> bool {
        self.rows.len() == 1
    }

    /// How high all lines are.
    pub(super) fn height(&self) -> f64 {
        self.line * self.rows.len() as f64
    }

    /// Draws the lines into a box of their width and height, flush with its left edge or with its right one, and settles the datum.
    pub(super) fn draw(&self, sketch: &mut Sketch<'_>, place: Rect, flush_right: bool, (datum, anchor): (usize, Point)) {
        let rise = sketch.frame.size(Type::Label) * 0.36;
        let mut around = place;
        for (i, piece) in self.pieces.iter().enumerate() {
            let row = self.rows.get(piece.rows - 1).copied().unwrap_or_default();
            let left = if flush_right { place.right() - row } else { place.x };
            let y = place.y + self.line * (piece.rows as f64 - 0.5) + rise;
            let taken = sketch.text(&piece.text, Point::new(left + piece.x, y), Anchor::Start, piece.ink, Some(datum));
            around = if i > 0 { around.union(taken) } else { taken };
        }
        sketch.settle(datum, around, anchor);
    }
}
