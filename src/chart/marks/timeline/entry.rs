//! One statement of the timeline and how its words are set in lines.

use super::super::super::sketch::{Ink, Sketch};
use super::super::super::{Picture, Tone, Type};
use crate::data::{Language, Period, Precision, Subject, derive};
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
            Subject::Derivation(derivation) => (*derivation.inputs.first()?, derive(package, derivation).ok()?.date),
            Subject::Erratum(_) | Subject::Check(_) => return None,
        };
        let printed = package.reading(observation, picture.basis()).period;
        let lasts = printed.is_none() && observation.unit.is_some_and(|unit| unit.base == "year");
        let around = date.and_then(|date| {
            let text = words::date(date, language);
            let day = words.number.as_str();
            let (before, after) = if language == Language::Zh { text.rsplit_once(day)? } else { text.split_once(day)? };
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
    pub(super) fn set(&self, sketch: &Sketch<'_>, before: &str, (room, color, text): (f64, Tone, Tone)) -> Setting {
        let figure = Ink::new(Type::Name, Weight::Bold, color, Role::Figure);
        let around = Ink { role: Role::Label, ..figure };
        let unit = Ink { kind: Type::Label, role: Role::Unit, ..figure };
        let label = Ink::new(Type::Label, Weight::Regular, text, Role::Label);
        let tight = if sketch.frame.language == Language::Zh { 0.0 } else { 4.0 };
        let mut setting = Setting { rows: vec![Row::default()], room, line: sketch.frame.line(Type::Label) };
        setting.whole(sketch, before, around, 0.0);
        match &self.around {
            Some((left, right)) => {
                setting.whole(sketch, left, around, 0.0);
                // The day keeps what stands behind it: 28日∂.
                let behind = [(right.as_str(), around), (self.words.marks.as_str(), figure)];
                let behind: f64 = behind.iter().map(|(text, ink)| tight + sketch.width_of(text, *ink)).sum();
                setting.keep(sketch.width_of(&self.words.number, figure) + tight + behind);
                setting.whole(sketch, &self.words.number, figure, tight);
                setting.whole(sketch, right, around, tight);
                setting.whole(sketch, &self.words.marks, Ink { role: Role::Unit, ..figure }, 0.0);
            }
            None if self.words.nominal.is_some() => {
                setting.whole(sketch, &self.words.unmarked_figure(), figure, 6.0);
                let apart = if self.words.unit_apart().is_empty() { 0.0 } else { tight.max(1.0) };
                setting.whole(sketch, &self.words.marked_unit(), unit, apart);
            }
            None => setting.whole(sketch, &self.words.bare_figure(), figure, 6.0),
        }
        setting.running(sketch, self.words.label, label, 7.0);
        setting
    }
}

/// Words set in lines.
pub(super) struct Setting {
    rows: Vec<Row>,
    room: f64,
    line: f64,
}

/// One line: its pieces with their left ends, and how wide it is.
#[derive(Default)]
struct Row {
    pieces: Vec<(f64, String, Ink)>,
    width: f64,
}

impl Setting {
    /// Adds a piece that stays whole if a line can hold it, `gap` pixels behind the last one.
    fn whole(&mut self, sketch: &Sketch<'_>, text: &str, ink: Ink, gap: f64) {
        let used = self.rows.last().map_or(0.0, |row| row.width);
        let mut fresh = used > 0.0 && used + gap + sketch.width_of(text, ink) > self.room;
        for line in sketch.wrap(text, self.room, ink) {
            self.add(sketch, line, ink, (gap, fresh));
            fresh = true;
        }
    }

    /// Begins a new line if the last one has no room for what is so wide.
    fn keep(&mut self, width: f64) {
        if self.rows.last().is_some_and(|row| row.width > 0.0 && row.width + width > self.room) {
            self.rows.push(Row::default());
        }
    }

    /// Adds running text, `gap` pixels behind the last piece: on its line if it fits there or needs fewer lines so, else under it.
    fn running(&mut self, sketch: &Sketch<'_>, text: &str, ink: Ink, gap: f64) {
        let left = self.room - self.rows.last().map_or(0.0, |row| row.width) - gap;
        let head = sketch.wrap(text, left, ink).into_iter().next().filter(|head| sketch.width_of(head, ink) <= left);
        let rest = head.as_ref().map_or(text, |head| text.get(head.len()..).unwrap_or("").trim_start());
        let (behind, under) = (sketch.wrap(rest, self.room, ink), sketch.wrap(text, self.room, ink));
        let (head, rest) = if behind.len() < under.len() { (head, behind) } else { (None, under) };
        for (line, fresh) in head.into_iter().map(|line| (line, false)).chain(rest.into_iter().map(|line| (line, true))) {
            self.add(sketch, line, ink, (gap, fresh));
        }
    }

    fn add(&mut self, sketch: &Sketch<'_>, text: String, ink: Ink, (gap, fresh): (f64, bool)) {
        if fresh {
            self.rows.push(Row::default());
        }
        if let Some(row) = self.rows.last_mut() {
            let x = if row.pieces.is_empty() { 0.0 } else { row.width + gap };
            row.width = x + sketch.width_of(&text, ink);
            row.pieces.push((x, text, ink));
        }
    }

    /// How wide the longest line is.
    pub(super) fn width(&self) -> f64 {
        self.rows.iter().map(|row| row.width).fold(0.0, f64::max)
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
        let mut around: Option<Rect> = None;
        for (i, row) in self.rows.iter().enumerate() {
            let x = if flush_right { place.right() - row.width } else { place.x };
            let y = place.y + self.line * (i as f64 + 0.5) + rise;
            for (left, text, ink) in &row.pieces {
                let taken = sketch.text(text, Point::new(x + left, y), Anchor::Start, *ink, Some(datum));
                around = Some(around.map_or(taken, |area| area.union(taken)));
            }
        }
        let area = around.unwrap_or(place);
        sketch.settle(datum, area, anchor);
    }
}
