//! Words and figures as a graphics desk sets them: figures large with their unit small behind, labels beside or under them, running
//! text in lines.

use super::super::sketch::{Ink, Sketch};
use super::super::{Tone, Type};
use crate::scene::{Anchor, Point, Rect, Role, Stroke, Weight};
use crate::words::Description;

/// Between two texts of a [`flow`], in CSS pixels.
const SPACE: f64 = 8.0;

/// A figure that has been set: the box around it and its unit, and the baseline that a label behind it continues.
pub(super) struct Set {
    pub(super) area: Rect,
    pub(super) baseline: f64,
}

/// Sets a figure large, with its unit and marks small behind it, or under it where there is no room.
pub(super) fn figure(
    sketch: &mut Sketch<'_>,
    words: &Description,
    datum: usize,
    at: Point,
    width: f64,
    (kind, color): (Type, Tone),
) -> Set {
    let large = Ink::new(kind, Weight::Bold, color, Role::Figure);
    let small = Ink::new(small(kind), Weight::Bold, color, Role::Unit);
    // Small type grows faster with the reader's text size than large type does.
    let mut baseline = at.y + sketch.frame.size(kind).max(sketch.frame.size(small.kind)) * 0.95;
    let mut area = sketch.text(&words.unmarked_figure(), Point::new(at.x, baseline), Anchor::Start, large, Some(datum));
    let unit = words.marked_unit();
    if !unit.is_empty() {
        let mut left = area.right() + 3.0;
        if left + sketch.width_of(&unit, small) > at.x + width {
            left = at.x;
            baseline += sketch.frame.line(small.kind);
        }
        area = area.union(sketch.text(&unit, Point::new(left, baseline), Anchor::Start, small, Some(datum)));
    }
    Set { area, baseline }
}

/// Sets a figure like [`figure`], with its label behind it where it fits on one line there, else wrapped under it. Returns the box around
/// the figure, and where the next thing may start.
pub(super) fn labelled(
    sketch: &mut Sketch<'_>,
    words: &Description,
    datum: usize,
    at: Point,
    width: f64,
    (kind, color, label): (Type, Tone, Tone),
) -> (Rect, f64) {
    let set = figure(sketch, words, datum, at, width, (kind, color));
    let area = set.area;
    (area, label_lines(sketch, words.label, (set, at.x + width), label, datum))
}

/// In which type the unit behind a figure is set.
pub(super) const fn small(kind: Type) -> Type {
    match kind {
        Type::Hero => Type::Figure,
        Type::Headline | Type::Display => Type::Name,
        _ => Type::Label,
    }
}

/// Whether a figure and its unit fit on one line of a width.
fn fits(sketch: &Sketch<'_>, words: &Description, kind: Type, width: f64) -> bool {
    let figure = sketch.frame.width_of(&words.unmarked_figure(), kind, Weight::Bold);
    figure + 3.0 + sketch.frame.width_of(&words.marked_unit(), small(kind), Weight::Bold) <= width
}

/// Sets a figure as large as the place allows, its label under it and, if it is derived, what it is computed from. Returns where the
/// next thing may start.
pub(super) fn stacked(
    sketch: &mut Sketch<'_>,
    words: &Description,
    datum: usize,
    at: Point,
    width: f64,
    (kind, color): (Type, Tone),
) -> f64 {
    let kind = if kind == Type::Hero && !fits(sketch, words, kind, width) { Type::Headline } else { kind };
    let set = figure(sketch, words, datum, at, width, (kind, color));
    let label = Ink::new(Type::Name, Weight::Regular, Tone::Ink, Role::Label);
    let formula = Ink::new(Type::Label, Weight::Regular, Tone::Muted, Role::Label);
    let y = set.area.bottom() + 2.0;
    let y = paragraph(sketch, words.label, Point::new(at.x, y), width, label, Some(datum));
    let derived_from = words.formula.as_deref().unwrap_or_default();
    paragraph(sketch, derived_from, Point::new(at.x, y + 2.0), width, formula, Some(datum))
}

/// Sets a label behind a figure where it fits on one line there, else wrapped under it. Returns where the next thing may start.
pub(super) fn label_lines(sketch: &mut Sketch<'_>, label: &str, (figure, right): (Set, f64), color: Tone, datum: usize) -> f64 {
    let ink = Ink::new(Type::Label, Weight::Regular, color, Role::Label);
    let behind = figure.area.right() + 8.0;
    if behind + sketch.width_of(label, ink) <= right {
        sketch.text(label, Point::new(behind, figure.baseline), Anchor::Start, ink, Some(datum));
        return figure.area.bottom() + 2.0;
    }
    let under = Point::new(figure.area.x, figure.area.bottom());
    paragraph(sketch, label, under, right - under.x, ink, Some(datum)) + 3.0
}

/// Draws a bracket from left to right, with a level line and feet that reach up or down from it.
pub(super) fn bracket(
    sketch: &mut Sketch<'_>,
    (left, right): (f64, f64),
    (line, foot): (f64, f64),
    (stroke, role): (Stroke<Tone>, Role),
    datum: usize,
) {
    let corners = [Point::new(left, foot), Point::new(left, line), Point::new(right, line), Point::new(right, foot)];
    sketch.line(&corners, stroke, None, role, Some(datum));
}

/// The narrowest width in which a text takes no more lines than in `width`, in steps: so no word is left alone on the last line.
pub(super) fn balanced_width(sketch: &Sketch<'_>, text: &str, mut width: f64, ink: Ink) -> f64 {
    let lines = |width: f64| sketch.wrap(text, width, ink).len();
    let needed = lines(width);
    while needed > 1 && width > 24.0 && lines(width - 8.0) == needed {
        width -= 8.0;
    }
    width
}

/// Sets a text in lines of a width, from its top left corner on. Returns where the next thing may start.
pub(super) fn paragraph(sketch: &mut Sketch<'_>, text: &str, at: Point, width: f64, ink: Ink, datum: Option<usize>) -> f64 {
    let mut top = at.y;
    for line in &sketch.wrap(text, width, ink) {
        sketch.text(line, Point::new(at.x, sketch.baseline(top, ink.kind)), Anchor::Start, ink, datum);
        top += sketch.frame.line(ink.kind);
    }
    top
}

/// Whether every word of a text fits into lines of a width.
pub(super) fn holds(sketch: &Sketch<'_>, text: &str, width: f64, ink: Ink) -> bool {
    sketch.widest(&sketch.wrap(text, width, ink), ink) <= width
}

/// A text in a [`flow`] with its ink and its datum.
#[derive(Clone, Copy)]
pub(super) struct Piece<'t> {
    text: &'t str,
    ink: Ink,
    datum: Option<usize>,
    /// Between the text before it and itself, in CSS pixels.
    gap: f64,
}

impl<'t> Piece<'t> {
    /// A text that belongs to the one before it.
    pub(super) const fn new(text: &'t str, ink: Ink, datum: Option<usize>) -> Self {
        Self::behind(text, ink, datum, SPACE)
    }

    /// A text that begins something of its own.
    pub(super) const fn apart(text: &'t str, ink: Ink, datum: Option<usize>) -> Self {
        Self::behind(text, ink, datum, 2.0 * SPACE)
    }

    /// A text that stands so many pixels behind the one before it.
    pub(super) const fn behind(text: &'t str, ink: Ink, datum: Option<usize>, gap: f64) -> Self {
        Self { text, ink, datum, gap }
    }

    /// How much of a line it takes behind another text.
    pub(super) fn reach(&self, sketch: &Sketch<'_>) -> f64 {
        self.gap + sketch.width_of(self.text, self.ink)
    }

    /// Whether it begins something of its own; else it belongs to the text before it.
    fn is_apart(&self) -> bool {
        self.gap > SPACE
    }
}

/// Sets texts one behind the other from the top left corner of a place, on lines as wide as it. A text that does not fit on its line
/// begins the next one, together with those that belong to it, and is wrapped there, a figure excepted. Returns where the next thing
/// may start.
pub(super) fn flow(sketch: &mut Sketch<'_>, pieces: &[Piece<'_>], place: Rect) -> f64 {
    let (mut line, mut size): (f64, f64) = (0.0, 0.0);
    for piece in pieces {
        line = line.max(sketch.frame.line(piece.ink.kind));
        size = size.max(sketch.frame.size(piece.ink.kind));
    }
    let (mut x, mut y) = (place.x, place.y);
    let mut rest = pieces;
    while let Some((piece, others)) = rest.split_first() {
        rest = others;
        let mut wanted = sketch.width_of(piece.text, piece.ink);
        for next in others {
            if !piece.is_apart() || next.is_apart() {
                break;
            }
            wanted += SPACE + sketch.width_of(next.text, next.ink);
        }
        let start = x + piece.gap;
        if x > place.x && start + wanted <= place.right() {
            x = start;
        } else if x > place.x {
            x = place.x;
            y += line;
        }
        let whole = piece.ink.role == Role::Figure || x > place.x;
        let lines = sketch.wrap(piece.text, if whole { f64::INFINITY } else { place.width }, piece.ink);
        let left = x;
        for (i, text) in lines.iter().enumerate() {
            y += if i > 0 { line } else { 0.0 };
            let baseline = Point::new(left, y + line / 2.0 + size * 0.36);
            x = sketch.text(text, baseline, Anchor::Start, piece.ink, piece.datum).right();
        }
    }
    y + line
}

/// Sets a text and those of another thing on one line where they fit, else one below the other. Returns where the next thing may start.
pub(super) fn flow_together(sketch: &mut Sketch<'_>, first: Piece<'_>, rest: &[Piece<'_>], place: Rect) -> f64 {
    let wide = rest
        .iter()
        .fold(sketch.width_of(first.text, first.ink), |wide, piece| wide + 2.0 * SPACE + sketch.width_of(piece.text, piece.ink));
    let mut pieces = vec![first];
    if wide <= place.width {
        pieces.extend_from_slice(rest);
        return flow(sketch, &pieces, place);
    }
    let y = flow(sketch, &pieces, place);
    flow(sketch, rest, Rect { y, ..place })
}
