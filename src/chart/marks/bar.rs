//! One part of a whole as a bar: what is printed of it filled, the rest outlined and hatched, because nothing is said of it. The bar is
//! a share of 100 %, or an amount of a whole that is derived from the two. Brackets show what rounding leaves open.

use super::super::scale::{LinearScale, approximate};
use super::super::sketch::{Ink, Sketch};
use super::super::{Picture, Tone, Type};
use super::axis;
use super::set::{Piece, balanced_width, bracket, figure, flow, label_lines};
use crate::data::{Role as RowRole, Subject};
use crate::scene::{Anchor, Geometry, Point, Rect, Role, Stroke, Weight};
use crate::words::{self, Description, Phrase};

/// From this width on there is room for a high bar and large figures.
const LARGE: f64 = 600.0;

/// Words stand side by side over parts that are at least this wide, in CSS pixels at a text scale of 1.
const NARROWEST: f64 = 128.0;

/// Draws the view, whose marks are a part as an amount and as a share, the whole and the rest, and tells how high it is.
pub(in super::super) fn draw(picture: &Picture<'_>, sketch: &mut Sketch<'_>) -> f64 {
    let shares = picture.option("scale") != "euro";
    let marks = picture.descriptions(RowRole::Mark);
    let [amount, share, whole, rest] = marks.as_slice() else { return 0.0 };
    let bar = if shares {
        Bar { words: [share, amount, rest, whole], part: nominal(share), total: 100.0, percent: true, open: open(picture, share) }
    } else {
        Bar {
            words: [amount, share, rest, whole],
            part: nominal(amount),
            total: nominal(whole),
            percent: false,
            open: open(picture, whole),
        }
    };
    bar.draw(picture, sketch)
}

/// What rounding leaves open of a figure, in its unit.
fn open(picture: &Picture<'_>, words: &Description) -> Option<(f64, f64)> {
    let (value, interval) = match picture.package.subject(words.id)? {
        Subject::Observation(printed) => (printed.quantity?.value.ratio(), printed.quantity?.interval()?),
        Subject::Derivation(derived) => (derived.value?.best?, derived.value?.interval),
        _ => return None,
    };
    // In English an axis counts millions, not ten thousands.
    let factor = nominal(words) / approximate(value);
    Some((approximate(interval.lower()?.value) * factor, approximate(interval.upper()?.value) * factor))
}

/// The value of a figure, in its unit.
pub(super) fn nominal(words: &Description) -> f64 {
    words.nominal.map_or(0.0, approximate)
}

/// The figures of a view: one part, in both of its measures, and what follows from it.
pub(super) struct Bar<'w> {
    /// Part, the other measure of it, rest and whole in words.
    pub(super) words: [&'w Description; 4],
    /// The part and the whole, in the unit of the axis.
    pub(super) part: f64,
    pub(super) total: f64,
    /// Whether they are shares in per cent; else amounts.
    pub(super) percent: bool,
    /// What rounding leaves open of the share, or of the whole as an amount.
    pub(super) open: Option<(f64, f64)>,
}

impl Bar<'_> {
    /// Draws the bar and tells where it ends.
    pub(super) fn draw(&self, picture: &Picture<'_>, sketch: &mut Sketch<'_>) -> f64 {
        let [part, _, _, words] = self.words;
        let width = sketch.frame.width;
        let end = self.open.filter(|_| !self.percent).map_or(self.total, |open| open.1);
        let across = LinearScale::new((0.0, end), (0.0, width));
        let panel = sketch.band(picture.view.id, 0.0);
        let ends = (across.map(self.part).round(), across.map(self.total).round());
        let (whole, top) = total(sketch, words, panel, ends.1);
        let (first, rest, below) = self.words(sketch, top, panel, ends);
        let area = Rect::new(0.0, (below + 10.0).round(), width, if width < LARGE { 44.0 } else { 64.0 });
        fill(sketch, (first, rest), area, ends);
        let mut y = area.bottom();
        let rounded = if self.percent { part } else { words };
        if let Some(open) = self.open
            && let Some(subject) = picture.package.subject(rounded.id)
            && let Some(range) = words::rounding(subject, sketch.frame.language)
        {
            let datum = if self.percent { first } else { whole };
            y = bracket_open(sketch, (across.map(open.0), across.map(open.1)), &range, (datum, y));
        }

        // The axis, from zero.
        y = y.round() + 0.5;
        sketch.hairline(Point::new(0.0, y), Point::new(width, y), Tone::Muted, Role::Axis);
        let most = if width < LARGE * sketch.frame.text_scale { 3 } else { 6 };
        let mut stops = axis::stops((0.0, end), most, if self.percent { "%" } else { "" }, sketch.frame.language);
        if let Some((_, zero)) = stops.first_mut()
            && !self.percent
        {
            zero.push_str(if part.unit.is_ascii() { " " } else { "" });
            zero.push_str(&part.unit);
        }
        axis::names(sketch, &stops, &across, y, (0.0, width), (1, Tone::Muted))
    }

    /// The words of the parts: over their own part of the bar, or one below the other where a part is too narrow for its words. Returns
    /// the datums of the two parts, and where the words end.
    fn words(&self, sketch: &mut Sketch<'_>, top: f64, panel: usize, (cut, end): (f64, f64)) -> (usize, usize, f64) {
        let [first, second, rest, _] = self.words;
        let size = if sketch.frame.width < LARGE { Type::Headline } else { Type::Display };
        let whole = Rect::new(0.0, top, sketch.frame.width, 0.0);
        let left = Rect::new(0.0, top, cut - 16.0, 0.0);
        let right = Rect::new(cut, top, end - cut, 0.0);
        let beside = left.width >= NARROWEST * sketch.frame.text_scale;
        let (mut left, mut right) = if beside { (left, right) } else { (whole, whole) };

        let [one, two, three] = [first, second, rest].map(|words| sketch.unplaced(words.id, panel));
        left.y = statement(sketch, first, one, left, (size, Tone::Accent, Tone::Ink)) + 2.0;
        let below = statement(sketch, second, two, left, (Type::Figure, Tone::Accent, Tone::Ink));
        // Side by side the large figures stand on one line.
        let drop = (sketch.frame.size(size) - sketch.frame.size(Type::Headline)) * 0.95;
        right.y = if beside { top + drop } else { below + 6.0 };
        let end = statement(sketch, rest, three, right, (Type::Headline, Tone::Muted, Tone::Muted));
        (one, three, below.max(end))
    }
}

/// Sets a whole over a bracket as long as what stands for it. Returns its datum, and where the next thing may start.
pub(super) fn total(sketch: &mut Sketch<'_>, words: &Description, panel: usize, reach: f64) -> (usize, f64) {
    let datum = sketch.unplaced(words.id, panel);
    let place = Rect::new(0.0, 0.0, sketch.frame.width, 0.0);
    let bottom = statement(sketch, words, datum, place, (Type::Figure, Tone::Ink, Tone::Muted));
    let (line, foot) = ((bottom + 4.0).round() + 0.5, (bottom + 10.0).round());
    let stroke = Stroke { color: Tone::Muted, width: 1.0 };
    bracket(sketch, (0.5, reach - 0.5), (line, foot), (stroke, Role::Axis), datum);
    let area = Rect::between(0.0, 0.0, reach, foot);
    sketch.settle(datum, area, Point::new(area.center().x, line));
    (datum, foot + 8.0)
}

/// The two parts of the bar.
fn fill(sketch: &mut Sketch<'_>, (first, rest): (usize, usize), area: Rect, (cut, end): (f64, f64)) {
    let rect = Rect::between(0.0, area.y, cut, area.bottom());
    sketch.filled(&rect, Tone::Accent, Role::Mark, Some(first));
    sketch.settle_under(first, &rect, rect.width / 2.0);
    let rect = Rect::between(cut, area.y, end, area.bottom());
    let hatch = Stroke { color: Tone::Hatch, width: 1.0 };
    sketch.shape(Geometry::Hatch { rect, spacing: 9.0, stroke: hatch }, Role::Gap, Some(rest));
    sketch.outlined(&rect, Stroke { color: Tone::Muted, width: 1.5 }, Role::Mark, Some(rest));
    sketch.settle_under(rest, &rect, rect.width / 2.0);
}

/// What rounding leaves open, as a bracket under the bar with its values beside it. Returns where the axis may stand.
fn bracket_open(sketch: &mut Sketch<'_>, (left, right): (f64, f64), range: &str, (datum, top): (usize, f64)) -> f64 {
    let color = Tone::Ink;
    let phrase = Phrase::RoundingRange.get(sketch.frame.language);
    let mut text = phrase.to_owned();
    text.push_str(range);
    let ink = Ink::new(Type::Small, Weight::Regular, color, Role::Label);
    let line = sketch.frame.line(Type::Small).max(16.0);
    let y = (top + 6.0 + line / 2.0).round();
    let stroke = Stroke { color, width: 1.5 };
    let half = stroke.width / 2.0;
    bracket(sketch, (left + half, right - half), (y, top + 4.0), (stroke, Role::Mark), datum);
    let wide = sketch.width_of(&text, ink);
    let width = sketch.frame.width;
    let (at, anchor) = if right + 8.0 + wide <= width {
        (right + 8.0, Anchor::Start)
    } else if left - 8.0 - wide >= 0.0 {
        (left - 8.0, Anchor::End)
    } else {
        // Under it, and the values never apart.
        let pieces = [Piece::new(phrase, ink, Some(datum)), Piece::new(range, ink, Some(datum))];
        return flow(sketch, &pieces, Rect::new(0.0, y + 6.0, width, 0.0)) + 6.0;
    };
    let baseline = y + sketch.frame.size(Type::Small) * 0.36;
    sketch.text(&text, Point::new(at, baseline), anchor, ink, Some(datum));
    top + 6.0 + line + 6.0
}

/// How labels are measured: their colour makes no difference.
const LABEL: Ink = Ink::new(Type::Label, Weight::Regular, Tone::Ink, Role::Label);

/// Sets a figure with its label, settles their datum and tells where they end.
fn statement(
    sketch: &mut Sketch<'_>,
    words: &Description,
    datum: usize,
    place: Rect,
    (kind, color, label): (Type, Tone, Tone),
) -> f64 {
    let set = figure(sketch, words, datum, place.origin(), place.width, (kind, color));
    let right = set.area.right();
    // Under the figure, no line of the label is left with a single character.
    let fits = right + 8.0 + sketch.width_of(words.label, LABEL) <= place.right();
    let reach = if fits { place.right() } else { place.x + balanced_width(sketch, words.label, place.width, LABEL) };
    let bottom = label_lines(sketch, words.label, (set, reach), label, datum);
    sketch.settle_around(datum, &Rect::between(place.x, place.y, right.max(place.x + 24.0), bottom));
    bottom
}
