//! One part of a whole as a bar: what is printed of it filled, the rest outlined and hatched, because nothing is said of it. The bar is
//! a share of 100 %, or an amount of a whole that is derived from the two. Brackets show what rounding leaves open.

use super::super::scale::{LinearScale, approximate};
use super::super::sketch::Ink;
use super::super::{Picture, Tone, Type};
use super::axis;
use super::pen::{BELOW, Pen};
use crate::data::{Language, Role as RowRole, Subject};
use crate::scene::{Anchor, Point, Rect, Role, Stroke, Weight};
use crate::words::{self, Description, Phrase};

/// From this width on there is room for a high bar and large figures.
const LARGE: f64 = 600.0;

/// Words stand side by side over parts that are at least this wide, in CSS pixels at a text scale of 1.
const NARROWEST: f64 = 128.0;

/// Draws the view, whose marks are a part as an amount and as a share, the whole and the rest, and tells how high it is.
pub(in super::super) fn draw(pen: &mut Pen<'_, '_>) -> f64 {
    let picture = pen.picture;
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
    bar.draw(pen);
    pen.y
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
    /// Draws the bar.
    pub(super) fn draw(&self, pen: &mut Pen<'_, '_>) {
        let [part, _, _, words] = self.words;
        let frame = pen.sketch.frame;
        let width = frame.width;
        let end = self.open.filter(|_| !self.percent).map_or(self.total, |open| open.1);
        let across = LinearScale::new((0.0, end), (0.0, width));
        pen.sketch.panel(pen.picture.view.id);
        let ends = (across.map(self.part).round(), across.map(self.total).round());
        let whole = total(pen, words, ends.1);
        let (first, rest) = self.words(pen, ends);
        let top = (pen.y + 10.0).round();
        pen.y = top + if width < LARGE { 44.0 } else { 64.0 };

        // The two parts of the bar.
        let rect = Rect::between(0.0, top, ends.0, pen.y);
        pen.sketch.filled(&rect, Tone::Accent, Role::Mark, Some(first));
        pen.sketch.settle_under(first, &rect, rect.width / 2.0);
        let rect = Rect::between(ends.0, top, ends.1, pen.y);
        pen.sketch.hatch(&rect, Some(rest));
        pen.sketch.outlined(&rect, Stroke { color: Tone::Muted, width: 1.5 }, Role::Mark, Some(rest));
        pen.sketch.settle_under(rest, &rect, rect.width / 2.0);

        let rounded = if self.percent { part } else { words };
        if let Some(open) = self.open
            && let Some(subject) = pen.picture.package.subject(rounded.id)
            && let Some(range) = words::rounding(subject, frame.language)
        {
            pen.datum = Some(if self.percent { first } else { whole });
            bracket_open(pen, (across.map(open.0), across.map(open.1)), &range);
        }

        // The axis, from zero.
        let y = pen.y.round() + 0.5;
        pen.sketch.hairline(Point::new(0.0, y), Point::new(width, y), Tone::Muted, Role::Axis);
        let most = if width < LARGE * frame.text_scale { 3 } else { 6 };
        let mut stops = axis::stops((0.0, end), most, if self.percent { "%" } else { "" }, frame.language);
        if let Some((_, zero)) = stops.first_mut()
            && !self.percent
        {
            zero.push_str(if frame.language == Language::En { " " } else { "" });
            zero.push_str(&part.unit);
        }
        pen.y = axis::names(pen.sketch, &stops, &across, y, (0.0, width), (1, Tone::Muted));
    }

    /// The words of the parts: over their own part of the bar, or one below the other where a part is too narrow for its words. Returns
    /// the datums of the two parts.
    fn words(&self, pen: &mut Pen<'_, '_>, (cut, end): (f64, f64)) -> (usize, usize) {
        let [first, second, rest, _] = self.words;
        let frame = pen.sketch.frame;
        let size = if frame.width < LARGE { Type::Headline } else { Type::Display };
        let rail = if cut - 16.0 >= NARROWEST * frame.text_scale { cut - 16.0 } else { 0.0 };
        let mut beside = pen.rail((rail, 16.0));
        let one = statement(pen, first, (size, Tone::Accent, Tone::Ink));
        pen.y += 2.0;
        statement(pen, second, (Type::Figure, Tone::Accent, Tone::Ink));
        // Side by side the large figures stand on one line.
        beside.turn(pen, pen.metrics(size).0 - pen.metrics(Type::Headline).0);
        if rail > 0.0 {
            pen.width = end - cut;
        } else {
            pen.y += 6.0;
        }
        let three = statement(pen, rest, (Type::Headline, Tone::Muted, Tone::Muted));
        beside.end(pen);
        (one, three)
    }
}

/// Sets a whole over a bracket as long as what stands for it. Returns its datum.
pub(super) fn total(pen: &mut Pen<'_, '_>, words: &Description, reach: f64) -> usize {
    let top = pen.y;
    let datum = statement(pen, words, (Type::Figure, Tone::Ink, Tone::Muted));
    let (line, foot) = ((pen.y + 4.0).round() + 0.5, (pen.y + 10.0).round());
    pen.datum = Some(datum);
    bracket(pen, (0.5, reach - 0.5), (line, foot), (Tone::Muted, 1.0, Role::Axis));
    pen.sketch.settle(datum, &Rect::between(0.0, top, reach, foot), Point::new(reach / 2.0, line));
    pen.y = foot + 8.0;
    datum
}

/// What rounding leaves open, as a bracket under the bar with its values beside it, or under it where there is no room.
fn bracket_open(pen: &mut Pen<'_, '_>, (left, right): (f64, f64), range: &str) {
    let phrase = Phrase::RoundingRange.get(pen.sketch.frame.language);
    let mut text = phrase.to_owned();
    text.push_str(range);
    let ink = Ink::new(Type::Small, Weight::Regular, Tone::Ink, Role::Label);
    let line = pen.sketch.frame.line(ink.kind).max(16.0);
    let top = pen.y;
    let y = (top + 6.0 + line / 2.0).round();
    bracket(pen, (left + 0.75, right - 0.75), (y, top + 4.0), (Tone::Ink, 1.5, Role::Mark));
    pen.y = top + line + 12.0;
    let wide = pen.sketch.width_of(&text, ink) + 8.0;
    let baseline = y + pen.sketch.drop(ink.kind);
    let (at, anchor) = if right + wide <= pen.width {
        (right + 8.0, Anchor::Start)
    } else if wide <= left {
        (left - 8.0, Anchor::End)
    } else {
        // The values never apart.
        pen.end.x = BELOW;
        pen.write(phrase, ink);
        pen.behind(range, ink, 0.0);
        pen.y += 6.0;
        return;
    };
    pen.sketch.text(&text, Point::new(at, baseline), anchor, ink, pen.datum);
}

/// Draws a bracket for the datum from left to right, with a level line and feet that reach up or down from it.
pub(super) fn bracket(
    pen: &mut Pen<'_, '_>,
    (left, right): (f64, f64),
    (line, foot): (f64, f64),
    (color, width, role): (Tone, f64, Role),
) {
    let corners = [Point::new(left, foot), Point::new(left, line), Point::new(right, line), Point::new(right, foot)];
    pen.sketch.line(&corners, Stroke { color, width }, None, role, pen.datum);
}

/// Sets a figure with its label as a datum of a panel and tells which datum.
fn statement(pen: &mut Pen<'_, '_>, words: &Description, setting: (Type, Tone, Tone)) -> usize {
    let datum = pen.open(words.id);
    pen.labelled(words, setting);
    pen.close();
    datum
}
