//! Unit squares: one square is one thing. Parts of one whole share a grid; counts of their own stand in rows of the same unit.
//! A bound is whole squares up to the printed value and an open end beyond it; what is not known is never counted out.

use super::super::sketch::{Ink, Sketch};
use super::super::{Picture, Type};
use super::list;
use super::set::{figure, label_lines};
use crate::data::{Channel, Comparator, Kind, Role as RowRole};
use crate::scene::{Anchor, Color, Geometry, Point, Rect, Role, Stroke, Weight};
use crate::words::Description;

/// The largest side of a square, in CSS pixels.
const LARGEST: f64 = 32.0;
/// Labels stand beside the squares from this width on, above and below them on anything narrower.
const BESIDE: f64 = 600.0;

/// The narrowest part of a bar that has its words above it, in CSS pixels.
const NARROWEST: f64 = 150.0;

/// How a square is inked.
#[derive(Clone, Copy)]
enum Fill {
    Solid(Color),
    Outline(Color),
}

/// One counted thing: a datum with its words.
struct Count {
    words: Description,
    /// How many squares: the printed number, whatever the comparator says beyond it.
    squares: usize,
    open: bool,
}

/// Draws the view and tells how high it is.
pub(in super::super) fn draw(picture: &Picture<'_>, sketch: &mut Sketch<'_>) -> f64 {
    let counts: Vec<Count> = picture.descriptions(RowRole::Mark).into_iter().filter_map(Count::new).collect();
    let bottom = if picture.encodes(Channel::Row) {
        rows(picture, sketch, &counts)
    } else if picture.option("form") == "bar" {
        bar(picture, sketch, &counts)
    } else {
        grid(picture, sketch, &counts)
    };
    list::draw(picture, sketch, bottom + 22.0)
}

impl Count {
    fn new(words: Description) -> Option<Self> {
        let squares = usize::try_from(words.nominal?.to_integer()).ok()?;
        let open = matches!(words.comparator, Comparator::Greater | Comparator::GreaterOrEqual);
        Some(Self { words, squares, open })
    }
}

/// Squares in a block: how many stand side by side before the next line begins.
#[derive(Clone, Copy)]
struct Lattice {
    origin: Point,
    side: f64,
    gap: f64,
    across: usize,
    /// Whether the squares fill columns from the left (a length that compares) instead of lines from the top.
    columns: bool,
}

impl Lattice {
    fn pitch(self) -> f64 {
        self.side + self.gap
    }

    fn square(self, index: usize) -> Rect {
        let (line, place) = (index / self.across.max(1), index % self.across.max(1));
        let (column, row) = if self.columns { (line, place) } else { (place, line) };
        Rect::new(self.origin.x + column as f64 * self.pitch(), self.origin.y + row as f64 * self.pitch(), self.side, self.side)
    }

    /// Draws the squares `from..to` for a datum and returns the box around them.
    fn draw(self, sketch: &mut Sketch<'_>, from: usize, to: usize, fill: Fill, datum: usize) -> Rect {
        let mut around = self.square(from);
        for index in from..to {
            let rect = self.square(index);
            around = around.union(rect);
            let (fill, stroke) = match fill {
                Fill::Solid(color) => (Some(color), None),
                Fill::Outline(color) => (None, Some(Stroke { color, width: if self.side > 12.0 { 1.5 } else { 1.0 } })),
            };
            sketch.shape(Geometry::Rect { rect, fill, stroke }, Role::Mark, Some(datum));
        }
        around
    }
}

/// What the parts of a block have in common: the view, and the panel that they stand in.
struct Block<'p, 'a> {
    picture: &'p Picture<'a>,
    panel: usize,
}

/// All parts in one grid, line by line: the first filled, the others outlined.
fn grid(picture: &Picture<'_>, sketch: &mut Sketch<'_>, counts: &[Count]) -> f64 {
    let palette = picture.palette();
    let width = sketch.frame.width;
    let beside = width >= BESIDE;
    let across = side_by_side(counts.first().map_or(1, |count| count.squares));
    let gap = if beside { 5.0 } else { 4.0 };
    let room = if beside { width * 0.45 } else { width };
    let side = ((room + gap) / across as f64 - gap).floor().clamp(6.0, LARGEST);
    let reach = across as f64 * (side + gap) - gap;
    let panel = sketch.panel(picture.view.id, Rect::new(0.0, 0.0, width, 0.0));
    let block = Block { picture, panel };

    let mut y = block.total(sketch, reach);
    let datums: Vec<usize> = counts.iter().map(|count| block.datum(sketch, count)).collect();
    let pairs = || counts.iter().zip(&datums).enumerate();
    let color = |i: usize| if i == 0 { palette.accent } else { palette.ink };
    if !beside && let (Some(count), Some(datum)) = (counts.first(), datums.first()) {
        y = block.words(sketch, count, *datum, Rect::new(0.0, y, width, 0.0), color(0)) + 8.0;
    }
    let mut lattice = Lattice { origin: Point::new(0.0, y), side, gap, across, columns: false };
    let mut start = 0;
    let mut bottom = y;
    for (i, (count, datum)) in pairs() {
        let fill = if i == 0 { Fill::Solid(palette.accent) } else { Fill::Outline(palette.muted) };
        let around = lattice.draw(sketch, start, start + count.squares, fill, *datum);
        sketch.settle(*datum, around, around.center());
        start += count.squares;
        if beside {
            let left = reach + 28.0;
            let place = Rect::new(left, around.y, width - left, 0.0);
            let below = block.words(sketch, count, *datum, place, color(i));
            bottom = bottom.max(around.bottom()).max(below);
            // Where the words need more than their squares, the next part begins below them.
            let next = lattice.square(start).y;
            if below + 6.0 > next {
                lattice.origin.y += (below + 6.0 - next).ceil();
            }
        } else {
            bottom = around.bottom();
        }
    }
    if !beside {
        for (i, (count, datum)) in pairs().skip(1) {
            let place = Rect::new(0.0, bottom + 10.0, width, 0.0);
            bottom = block.words(sketch, count, *datum, place, color(i));
        }
    }
    bottom
}

/// How many squares stand side by side so that the first part ends with a full line: the divisor nearest to ten.
fn side_by_side(first: usize) -> usize {
    (7..=13).filter(|across| first.is_multiple_of(*across)).min_by_key(|across| across.abs_diff(10)).unwrap_or(10)
}

/// The same parts as one bar from 0 to 100 %.
fn bar(picture: &Picture<'_>, sketch: &mut Sketch<'_>, counts: &[Count]) -> f64 {
    let palette = picture.palette();
    let width = sketch.frame.width;
    let total: usize = counts.iter().map(|count| count.squares).sum();
    let panel = sketch.panel(picture.view.id, Rect::new(0.0, 0.0, width, 0.0));
    let block = Block { picture, panel };
    let top = block.total(sketch, width);

    // Words stand over their own part of the bar, or one below the other where a part is too narrow for them.
    let least = counts.iter().map(|count| count.squares).min().unwrap_or(0);
    let stacked = width * (least as f64) / (total.max(1) as f64) < NARROWEST * sketch.frame.text_scale;
    let mut start = 0;
    let mut laid = Vec::new();
    let mut below = top;
    for (i, count) in counts.iter().enumerate() {
        let left = (width * start as f64 / total.max(1) as f64).round();
        start += count.squares;
        let right = (width * start as f64 / total.max(1) as f64).round();
        let color = if i == 0 { palette.accent } else { palette.ink };
        let datum = block.datum(sketch, count);
        if stacked {
            below = block.words(sketch, count, datum, Rect::new(0.0, below, width, 0.0), color);
        } else {
            let room = Rect::new(left + if i == 0 { 0.0 } else { 10.0 }, top, right - left - 10.0, 0.0);
            below = below.max(block.words(sketch, count, datum, room, color));
        }
        laid.push((datum, left, right, i == 0));
    }
    let y = below + 10.0;
    let height = 46.0;
    for (datum, left, right, first) in laid {
        let rect = Rect::between(left, y, right, y + height);
        let outline = Stroke { color: palette.muted, width: 1.5 };
        let (fill, stroke) = if first { (Some(palette.accent), None) } else { (None, Some(outline)) };
        sketch.shape(Geometry::Rect { rect, fill, stroke }, Role::Mark, Some(datum));
        sketch.settle(datum, rect, Point::new(rect.center().x, rect.y));
    }
    let ink = Ink::new(Type::Small, Weight::Regular, palette.muted, Role::Axis);
    let baseline = y + height + 8.0 + sketch.frame.size(Type::Small);
    let rule = Stroke { color: palette.muted, width: 1.0 };
    for (share, label, anchor) in [(0.0, "0", Anchor::Start), (0.5, "50%", Anchor::Middle), (1.0, "100%", Anchor::End)] {
        let x = (width * share).clamp(0.5, width - 0.5);
        let tick = [Point::new(x, y + height), Point::new(x, y + height + 6.0)];
        sketch.line(&tick, rule, None, Role::Axis, None);
        sketch.text(label, Point::new(width * share, baseline), anchor, ink, None);
    }
    baseline + 4.0
}

/// Each count in a row of its own, all with squares of one size; what has another unit stands apart behind a rule.
fn rows(picture: &Picture<'_>, sketch: &mut Sketch<'_>, counts: &[Count]) -> f64 {
    let palette = picture.palette();
    let width = sketch.frame.width;
    let lines = if width >= BESIDE { 5 } else { 10 };
    let most = counts.iter().map(|count| count.squares).max().unwrap_or(1);
    let columns = most.div_ceil(lines).max(1);
    let gap = if width >= BESIDE { 3.0 } else { 2.0 };
    let side = ((width - ARROW) / columns as f64 - gap).floor().clamp(3.0, 16.0);
    let mut y: f64 = 0.0;
    let mut block: Option<(Block<'_, '_>, &str)> = None;
    for count in counts {
        let unit = count.words.unit.as_str();
        let whole = block.as_ref().is_none_or(|(_, last)| *last != unit);
        if whole {
            if block.is_some() {
                let rule = Stroke { color: palette.grid, width: 1.0 };
                y = (y + 20.0).round();
                sketch.line(&[Point::new(0.0, y), Point::new(width, y)], rule, None, Role::Decoration, None);
                y += 14.0;
            }
            let panel = sketch.panel(count.words.id, Rect::new(0.0, y, width, 0.0));
            block = Some((Block { picture, panel }, unit));
        } else {
            y += 16.0;
        }
        let Some((block, _)) = &block else { continue };
        let alone = counts.iter().filter(|other| other.words.unit == unit).count() == 1;
        let (fill, color) = match (alone, whole) {
            (true, _) => (Fill::Solid(palette.ink), palette.ink),
            (false, true) => (Fill::Outline(palette.accent), palette.accent),
            (false, false) => (Fill::Solid(palette.accent), palette.accent),
        };
        let datum = block.datum(sketch, count);
        let top = block.words(sketch, count, datum, Rect::new(0.0, y, width, 0.0), color) + 8.0;
        let lattice = Lattice { origin: Point::new(0.0, top.round()), side, gap, across: lines, columns: true };
        let mut around = lattice.draw(sketch, 0, count.squares, fill, datum);
        if count.open {
            around = around.union(open_end(sketch, around, color, datum));
        }
        sketch.settle(datum, around, around.center());
        y = around.bottom();
    }
    y
}

/// Room for the open end of a bound to the right of its squares, in CSS pixels.
const ARROW: f64 = 22.0;

/// The open end of a lower bound: an arrow head beyond the last squares, which says that the count goes on.
fn open_end(sketch: &mut Sketch<'_>, squares: Rect, color: Color, datum: usize) -> Rect {
    let stroke = Stroke { color, width: 2.0 };
    let left = squares.right() + 5.0;
    let corners = [
        Point::new(left, squares.y + 1.0),
        Point::new(left + 11.0, squares.center().y),
        Point::new(left, squares.bottom() - 1.0),
    ];
    sketch.line(&corners, stroke, None, Role::Open, Some(datum));
    Rect::between(left, squares.y, left + 12.0, squares.bottom())
}

impl Block<'_, '_> {
    /// A datum whose place is settled when its squares are drawn.
    fn datum(&self, sketch: &mut Sketch<'_>, count: &Count) -> usize {
        let nowhere = Rect::new(0.0, 0.0, 0.0, 0.0);
        sketch.datum(count.words.id, self.panel, nowhere, nowhere.center())
    }

    /// The whole that the parts add up to, over a bracket `reach` pixels wide. Returns where the squares may start.
    fn total(&self, sketch: &mut Sketch<'_>, reach: f64) -> f64 {
        let palette = self.picture.palette();
        let mut y = 0.0;
        for words in self.picture.descriptions(RowRole::Annotation) {
            if words.kind != Some(Kind::Number) {
                continue;
            }
            let nowhere = Rect::new(0.0, 0.0, 0.0, 0.0);
            let datum = sketch.datum(words.id, self.panel, nowhere, nowhere.center());
            let width = sketch.frame.width;
            let top = y;
            let taken = figure(sketch, &words, datum, Rect::new(0.0, y, width, 0.0), (Type::Figure, palette.ink));
            y = label_lines(sketch, words.label, (taken, width), palette.muted, datum);
            let stroke = Stroke { color: palette.muted, width: 1.0 };
            let (line, foot) = ((y + 4.0).round(), (y + 10.0).round());
            let bracket =
                [Point::new(0.5, foot), Point::new(0.5, line), Point::new(reach - 0.5, line), Point::new(reach - 0.5, foot)];
            sketch.line(&bracket, stroke, None, Role::Axis, Some(datum));
            let area = Rect::between(0.0, top, reach, line);
            sketch.settle(datum, area, Point::new(area.center().x, line));
            y = foot + 6.0;
        }
        y
    }

    /// The words of a count: its figure, its label, and the share that belongs to it. Returns where the next thing may start.
    fn words(&self, sketch: &mut Sketch<'_>, count: &Count, datum: usize, place: Rect, color: Color) -> f64 {
        let palette = self.picture.palette();
        let taken = figure(sketch, &count.words, datum, place, (Type::Headline, color));
        let mut y = label_lines(sketch, count.words.label, (taken, place.right()), palette.ink, datum);
        for share in self.picture.descriptions(RowRole::Annotation) {
            if share.kind != Some(Kind::Share) || !self.belongs(&share, count) {
                continue;
            }
            let top = y + 2.0;
            let nowhere = Rect::new(place.x, top, 0.0, 0.0);
            let own = sketch.datum(share.id, self.panel, nowhere, nowhere.center());
            let set = figure(sketch, &share, own, Rect::new(place.x, top, place.width, 0.0), (Type::Figure, color));
            let right = set.area.right();
            y = label_lines(sketch, share.label, (set, place.right()), palette.muted, own);
            let area = Rect::between(place.x, top, right, y);
            sketch.settle(own, area, area.center());
        }
        y
    }

    /// A share belongs to the count that is derived from it, else to the first one of the picture.
    fn belongs(&self, share: &Description, count: &Count) -> bool {
        let marks = self.picture.descriptions(RowRole::Mark);
        let derived = |words: &Description| words.inputs.contains(&share.id);
        if marks.iter().any(derived) {
            derived(&count.words)
        } else {
            marks.first().is_some_and(|first| first.id == count.words.id)
        }
    }
}
