//! A pen that writes words and figures into a column, from top to bottom: texts in lines, texts one behind the other, things in columns,
//! one thing beside another.

use super::super::sketch::{Ink, Sketch};
use super::super::{Picture, Tone, Type};
use crate::scene::{Anchor, Point, Rect, Role, Weight};
use crate::words::Description;

// The word pictures are kept apart by `inline(never)`: one function of several is more bytes than these are.

/// Sets everything on a line of its own, where it stands for the space to what is written.
pub(super) const BELOW: f64 = f64::INFINITY;

/// Columns of one width.
#[derive(Clone, Copy)]
pub(super) struct Columns {
    pub(super) count: usize,
    /// Between two of them, in CSS pixels.
    pub(super) gutter: f64,
    /// Between two rows of what stands in them, in CSS pixels.
    pub(super) gap: f64,
}

/// Between two columns, in CSS pixels.
pub(super) const GUTTER: f64 = 32.0;

/// Writes into a column of a sketch.
pub(super) struct Pen<'p, 'a> {
    pub(super) picture: &'p Picture<'p>,
    pub(super) sketch: &'p mut Sketch<'a>,
    /// Left edge of the column.
    pub(super) x: f64,
    /// Where the next line starts.
    pub(super) y: f64,
    /// Width of the column.
    pub(super) width: f64,
    /// Whose words are written.
    pub(super) datum: Option<usize>,
    /// Where the last line ends, on its baseline; infinitely far where nothing may follow on it.
    pub(super) end: Point,
}

impl<'p, 'a> Pen<'p, 'a> {
    /// A pen that writes into a place, which is as high as it needs.
    #[inline(never)]
    pub(super) fn new(picture: &'p Picture<'p>, sketch: &'p mut Sketch<'a>, place: &Rect) -> Self {
        let mut pen = Self { picture, sketch, x: 0.0, y: 0.0, width: 0.0, datum: None, end: Point::new(BELOW, 0.0) };
        pen.put(place);
        pen
    }

    /// Goes on in another place, which is as high as it needs.
    #[inline(never)]
    pub(super) fn put(&mut self, place: &Rect) {
        (self.x, self.y, self.width) = (place.x, place.y, place.width);
        self.end.x = BELOW;
    }

    /// Right edge of the column.
    pub(super) fn right(&self) -> f64 {
        self.x + self.width
    }

    /// Begins a datum of a panel on a new line and tells its index.
    pub(super) fn open(&mut self, id: &'static str) -> usize {
        let datum = self.sketch.unplaced(id);
        self.datum = Some(datum);
        self.end.x = BELOW;
        datum
    }

    /// Ends the datum: it takes the box around what is written and drawn for it.
    pub(super) fn close(&mut self) {
        if let Some(datum) = self.datum.take() {
            let area = self.sketch.bounds_of(datum);
            self.sketch.settle_under(datum, &area, (area.width / 2.0).min(20.0));
        }
    }

    /// Sets a text below what is written, in lines as wide as the column.
    pub(super) fn write(&mut self, text: &str, ink: Ink) {
        self.item(text, ink, BELOW, 0.0);
    }

    /// Sets a text so far behind what is written where it fits on one line there, else below.
    pub(super) fn behind(&mut self, text: &str, ink: Ink, space: f64) {
        self.item(text, ink, space, 0.0);
    }

    /// Sets a text like [`behind`](Self::behind), with room for a mark before it. Tells where its first line begins.
    pub(super) fn item(&mut self, text: &str, ink: Ink, space: f64, indent: f64) -> Point {
        let (ascent, line) = self.metrics(ink.kind);
        let start = self.end.x + space + indent;
        let fits = start + self.sketch.width_of(text, ink) <= self.right() + 0.01;
        let (at, room) = if fits {
            (Point::new(start, self.end.y), BELOW)
        } else {
            let room = self.width - indent;
            // No word of a label is left alone on its last line.
            let room = if ink.role == Role::Label { balanced_width(self.sketch, text, room, ink) } else { room };
            (Point::new(self.x + indent, self.y + ascent), room)
        };
        let mut baseline = at.y;
        for text in &self.sketch.wrap(text, room, ink) {
            let area = self.sketch.text(text, Point::new(at.x, baseline), Anchor::Start, ink, self.datum);
            self.end = Point::new(area.right(), baseline);
            self.y = self.y.max(baseline - ascent + line);
            baseline += line;
        }
        at
    }

    /// From the upper edge of a line to its baseline, and to the next line: what is large has no leading.
    pub(super) fn metrics(&self, kind: Type) -> (f64, f64) {
        let (size, line) = (self.sketch.frame.size(kind), self.sketch.frame.line(kind));
        match kind {
            Type::Small | Type::Label | Type::Name => (self.sketch.baseline(0.0, kind), line),
            _ => (size * 0.95, size * 1.17 + 2.0),
        }
    }

    /// Sets our remark on a datum.
    pub(super) fn note(&mut self, words: &Description, ink: Ink) {
        let row = self.picture.package.observation(words.id);
        self.write(row.map_or("", |row| row.note.get(self.picture.frame.language)), Ink { role: Role::Prose, ..ink });
    }

    /// Sets a figure large, and its unit and marks small so far behind it.
    pub(super) fn figure(&mut self, words: &Description, (kind, color): (Type, Tone), space: f64) {
        let large = Ink::new(kind, Weight::Bold, color, Role::Figure);
        self.write(&words.unmarked_figure(), large);
        self.behind(&words.marked_unit(), Ink { kind: small(kind), role: Role::Unit, ..large }, space);
    }

    /// Sets a figure, and its label behind it where it fits on one line there, else below.
    pub(super) fn labelled(&mut self, words: &Description, (kind, color, label): (Type, Tone, Tone)) {
        self.figure(words, (kind, color), 3.0);
        self.behind(words.label, Ink::new(Type::Label, Weight::Regular, label, Role::Label), 8.0);
    }

    /// Sets a figure as large as the column allows, its label under it and, if it is derived, what it is computed from.
    pub(super) fn stacked(&mut self, words: &Description, (mut kind, color): (Type, Tone)) {
        let large = Ink::new(kind, Weight::Bold, color, Role::Figure);
        if self.sketch.width_of(&words.unmarked_figure(), large) > self.width {
            kind = Type::Headline;
        }
        self.figure(words, (kind, color), 3.0);
        self.write(words.label, Ink::new(Type::Name, Weight::Regular, Tone::Ink, Role::Label));
        let formula = words.formula.as_deref().unwrap_or_default();
        self.write(formula, Ink::new(Type::Label, Weight::Regular, Tone::Muted, Role::Label));
    }

    /// Sets the left edge of the column in.
    #[inline(never)]
    pub(super) fn indent(&mut self, by: f64) {
        self.x += by;
        self.width -= by;
    }

    /// Draws a rule as wide as the column.
    pub(super) fn rule(&mut self) {
        self.y = self.y.round() + 0.5;
        self.sketch.rule((self.x, self.right()), self.y);
    }

    /// How many columns of a least width fit into the column, the gutters between them considered.
    #[inline(never)]
    pub(super) fn fitting(&self, least: f64, gutter: f64) -> usize {
        ((self.width + gutter) / (least * self.sketch.frame.text_scale + gutter)).max(1.0) as usize
    }

    /// Begins things in columns, row by row; each has to be announced by [`Grid::next`].
    pub(super) fn grid(&mut self, columns: Columns) -> Grid {
        let Columns { count, gutter, gap } = columns;
        let (whole, count) = (self.width, count.max(1));
        self.width = ((whole + gutter) / count as f64 - gutter).floor();
        Grid { start: (self.x, whole), pitch: self.width + gutter, gap, count, column: 0, top: self.y, bottom: self.y }
    }

    /// Begins something in a rail of a width that has something beside it, behind a gutter; below it where the rail has no width.
    #[inline(never)]
    pub(super) fn rail(&mut self, (rail, gutter): (f64, f64)) -> Beside {
        let beside = Beside { start: (self.x, self.y, self.width), inset: if rail > 0.0 { rail + gutter } else { 0.0 } };
        if rail > 0.0 {
            self.width = rail;
        }
        beside
    }
}

/// In which type the unit behind a figure is set.
pub(super) const fn small(kind: Type) -> Type {
    match kind {
        Type::Hero => Type::Figure,
        Type::Headline | Type::Display => Type::Name,
        _ => Type::Label,
    }
}

/// The narrowest width in which a text takes no more lines than in `width`, in steps: so no word is left alone on the last line.
fn balanced_width(sketch: &Sketch<'_>, text: &str, mut width: f64, ink: Ink) -> f64 {
    let lines = |width: f64| sketch.wrap(text, width, ink).len();
    let needed = lines(width);
    while needed > 1 && width > 24.0 && lines(width - 8.0) == needed {
        width -= 8.0;
    }
    width
}

/// How many columns things stand in, of so many that fit: as many as leave about the same number in each row.
pub(super) fn even(things: usize, most: usize) -> usize {
    let rows = things.div_ceil(most.max(1));
    things.div_ceil(rows.max(1)).max(1)
}

/// Things in columns, in the making.
pub(super) struct Grid {
    /// The column in which they stand: its left edge and its width.
    start: (f64, f64),
    pitch: f64,
    gap: f64,
    count: usize,
    /// Where the next thing stands.
    column: usize,
    top: f64,
    bottom: f64,
}

impl Grid {
    /// Goes on to the next thing.
    pub(super) fn next(&mut self, pen: &mut Pen<'_, '_>) {
        self.bottom = self.bottom.max(pen.y);
        if self.column == self.count {
            self.column = 0;
            self.top = self.bottom + self.gap;
        }
        pen.x = self.start.0 + self.column as f64 * self.pitch;
        pen.y = self.top;
        pen.end.x = BELOW;
        self.column += 1;
    }

    /// Goes on below all of them.
    #[inline(never)]
    pub(super) fn end(self, pen: &mut Pen<'_, '_>) {
        (pen.x, pen.width) = self.start;
        pen.y = pen.y.max(self.bottom);
    }
}

/// One thing beside another, in the making.
pub(super) struct Beside {
    start: (f64, f64, f64),
    inset: f64,
}

impl Beside {
    /// Goes on to the other thing. Where it stands beside the first one, it begins so far below the upper edge of that.
    pub(super) fn turn(&mut self, pen: &mut Pen<'_, '_>, drop: f64) {
        let (x, top, width) = self.start;
        if self.inset > 0.0 {
            self.start.1 = pen.y;
            (pen.x, pen.y, pen.width) = (x + self.inset, top + drop, width - self.inset);
        }
        pen.end.x = BELOW;
    }

    /// Goes on below both.
    #[inline(never)]
    pub(super) fn end(self, pen: &mut Pen<'_, '_>) {
        (pen.x, pen.width) = (self.start.0, self.start.2);
        pen.y = pen.y.max(self.start.1);
    }
}

/// A count or a year in digits. It is one function, so that what prints numbers is there once.
#[inline(never)]
pub(super) fn digits(number: usize) -> String {
    number.to_string()
}

/// Words one behind the other, with a dot between them.
pub(super) fn dotted(parts: &[&str]) -> String {
    let mut text = String::new();
    for part in parts {
        if !text.is_empty() && !part.is_empty() {
            text.push_str(" · ");
        }
        text.push_str(part);
    }
    text
}
