//! One part of a whole as a bar: what is printed of it filled, the rest outlined and hatched, because nothing is said of it. The bar is
//! a share of 100 %, or an amount of a whole that is derived from the two. Brackets show what rounding leaves open.

use super::super::scale::LinearScale;
use super::super::sketch::{Ink, Sketch};
use super::super::ticks::ticks;
use super::super::{Picture, Tone, Type};
use super::points::approximate;
use super::set::{balanced_width, bracket, figure, holds, label_lines, paragraph};
use crate::data::{Derivation, Formula, Kind, Observation, Rational, Role as RowRole, Subject};
use crate::scene::{Anchor, Geometry, Point, Rect, Role, Stroke, Weight};
use crate::words::{self, Description, Phrase};

/// From this width on there is room for a high bar and large figures.
const LARGE: f64 = 600.0;

/// Words stand side by side over parts that are at least this wide, in CSS pixels at a text scale of 1.
const NARROWEST: f64 = 104.0;

/// Draws the view and tells how high it is.
pub(in super::super) fn draw(picture: &Picture<'_>, sketch: &mut Sketch<'_>) -> f64 {
    let Some(bar) = Bar::new(picture, sketch) else { return 0.0 };
    let width = sketch.frame.width;
    let panel = sketch.band(picture.view.id, 0.0);
    let (whole, top) = bar.total(sketch, panel);
    let (first, rest, below) = bar.words(sketch, top, panel);
    let area = Rect::new(0.0, (below + 10.0).round(), width, if width < LARGE { 44.0 } else { 64.0 });
    bar.fill(sketch, (first, rest), area);
    let y = if bar.shares {
        bar.bracket(sketch, Subject::Observation(bar.part), (first, area.bottom()))
    } else {
        bar.bracket(sketch, Subject::Derivation(bar.whole), (whole, area.bottom()))
    };
    bar.axis(sketch, y)
}

/// The figures of the view: one part, as an amount and as a share, and what follows from the two.
struct Bar {
    shares: bool,
    /// What the bar measures: the share or the amount.
    part: &'static Observation,
    whole: &'static Derivation,
    /// Part, the other measure of it, rest and whole in words.
    words: [Description; 4],
    across: LinearScale,
    /// Where the filled part and the whole end, in pixels.
    ends: (f64, f64),
    /// What rounding leaves open: of the share its own end, of the amount the end of the whole; in pixels.
    open: (f64, f64),
    /// End of the axis, in the data's unit.
    end: f64,
}

impl Bar {
    fn new(picture: &Picture<'_>, sketch: &Sketch<'_>) -> Option<Self> {
        let shares = picture.option("scale") != "euro";
        let (mut amount, mut share) = (None, None);
        for observation in picture.observations(RowRole::Mark) {
            match observation.kind {
                Kind::Number => amount = Some(observation),
                Kind::Share => share = Some(observation),
                _ => {}
            }
        }
        let (part, other) = if shares { (share?, amount?) } else { (amount?, share?) };
        let (whole, rest) = (picture.derived(Formula::Whole)?, picture.derived(Formula::Rest)?);
        let printed = part.quantity?;
        let derived = whole.value?;
        let interval = if shares { printed.interval()? } else { derived.interval };
        let open = (approximate(interval.lower()?.value), approximate(interval.upper()?.value));
        let (total, end) = if shares { (100.0, 100.0) } else { (approximate(derived.best?), open.1) };
        let across = LinearScale::new((0.0, end), (0.0, sketch.frame.width));
        let language = sketch.frame.language;
        Some(Self {
            shares,
            part,
            whole,
            words: [
                words::describe_observation(picture.package, part, picture.basis(), language),
                words::describe_observation(picture.package, other, picture.basis(), language),
                words::describe_derivation(picture.package, rest, language),
                words::describe_derivation(picture.package, whole, language),
            ],
            across,
            ends: (across.map(approximate(printed.value.ratio())).round(), across.map(total).round()),
            open: (across.map(open.0), across.map(open.1)),
            end,
        })
    }

    /// The whole over a bracket as long as the bar: its datum, and where the next thing may start.
    fn total(&self, sketch: &mut Sketch<'_>, panel: usize) -> (usize, f64) {
        let [.., words] = &self.words;
        let datum = sketch.unplaced(words.id, panel);
        let place = Rect::new(0.0, 0.0, sketch.frame.width, 0.0);
        let bottom = statement(sketch, words, datum, place, (Type::Figure, Tone::Ink, Tone::Muted));
        let (line, foot) = ((bottom + 4.0).round() + 0.5, (bottom + 10.0).round());
        let stroke = Stroke { color: Tone::Muted, width: 1.0 };
        bracket(sketch, (0.5, self.ends.1 - 0.5), (line, foot), (stroke, Role::Axis), datum);
        let area = Rect::between(0.0, 0.0, self.ends.1, foot);
        sketch.settle(datum, area, Point::new(area.center().x, line));
        (datum, foot + 8.0)
    }

    /// The words of the parts: over their own part of the bar, or one below the other where a part is too narrow for its words. Returns
    /// the datums of the two parts, and where the words end.
    fn words(&self, sketch: &mut Sketch<'_>, top: f64, panel: usize) -> (usize, usize, f64) {
        let [first, second, rest, _] = &self.words;
        let size = if sketch.frame.width < LARGE { Type::Headline } else { Type::Display };
        let (cut, end) = self.ends;
        let whole = Rect::new(0.0, top, sketch.frame.width, 0.0);
        let left = Rect::new(0.0, top, cut - 16.0, 0.0);
        let right = Rect::new(cut, top, end - cut, 0.0);
        let beside = left.width >= NARROWEST * sketch.frame.text_scale
            && fits(sketch, first, size, left.width)
            && fits(sketch, second, Type::Figure, left.width)
            && fits(sketch, rest, Type::Headline, right.width);
        let (mut left, mut right) = if beside { (left, right) } else { (whole, whole) };

        let datums = [first, second, rest].map(|words| sketch.unplaced(words.id, panel));
        let [one, two, three] = datums;
        left.y = statement(sketch, first, one, left, (size, Tone::Accent, Tone::Ink)) + 2.0;
        let below = statement(sketch, second, two, left, (Type::Figure, Tone::Accent, Tone::Ink));
        // Side by side the large figures stand on one line.
        let drop = (sketch.frame.size(size) - sketch.frame.size(Type::Headline)) * 0.95;
        right.y = if beside { top + drop } else { below + 6.0 };
        let end = statement(sketch, rest, three, right, (Type::Headline, Tone::Muted, Tone::Muted));
        (one, three, below.max(end))
    }

    /// The two parts of the bar.
    fn fill(&self, sketch: &mut Sketch<'_>, (first, rest): (usize, usize), area: Rect) {
        let (cut, end) = self.ends;
        let rect = Rect::between(cut, area.y, end, area.bottom());
        let hatch = Stroke { color: Tone::Hatch, width: 1.0 };
        sketch.shape(Geometry::Hatch { rect, spacing: 9.0, stroke: hatch }, Role::Gap, Some(rest));
        sketch.outlined(&rect, Stroke { color: Tone::Muted, width: 1.5 }, Role::Mark, Some(rest));
        sketch.settle_under(rest, &rect, rect.width / 2.0);
        let rect = Rect::between(0.0, area.y, cut, area.bottom());
        sketch.filled(&rect, Tone::Accent, Role::Mark, Some(first));
        sketch.settle_under(first, &rect, rect.width / 2.0);
    }

    /// What rounding leaves open, as a bracket under the bar with its values beside it. Returns where the axis may stand.
    fn bracket(&self, sketch: &mut Sketch<'_>, subject: Subject, (datum, top): (usize, f64)) -> f64 {
        let color = Tone::Ink;
        let language = sketch.frame.language;
        let Some(range) = words::rounding(subject, language) else { return top };
        let phrase = Phrase::RoundingRange.get(language);
        let mut text = phrase.to_owned();
        text.push_str(&range);
        let ink = Ink::new(Type::Small, Weight::Regular, color, Role::Label);
        let line = sketch.frame.line(Type::Small).max(16.0);
        let y = (top + 6.0 + line / 2.0).round();
        let stroke = Stroke { color, width: 1.5 };
        let half = stroke.width / 2.0;
        let (left, right) = self.open;
        bracket(sketch, (left + half, right - half), (y, top + 4.0), (stroke, Role::Mark), datum);
        let wide = sketch.width_of(&text, ink);
        let width = sketch.frame.width;
        let (at, anchor) = if right + 8.0 + wide <= width {
            (right + 8.0, Anchor::Start)
        } else if left - 8.0 - wide >= 0.0 {
            (left - 8.0, Anchor::End)
        } else {
            // Under it, and the values never apart.
            let mut place = Rect::new(0.0, y + 6.0, width, 0.0);
            if wide <= width {
                return paragraph(sketch, &text, place.origin(), place.width, ink, Some(datum)) + 6.0;
            }
            place.y = paragraph(sketch, phrase, place.origin(), place.width, ink, Some(datum));
            return paragraph(sketch, &range, place.origin(), place.width, ink, Some(datum)) + 6.0;
        };
        let baseline = y + sketch.frame.size(Type::Small) * 0.36;
        sketch.text(&text, Point::new(at, baseline), anchor, ink, Some(datum));
        top + 6.0 + line + 6.0
    }

    /// The axis, from zero. Returns where it ends.
    fn axis(&self, sketch: &mut Sketch<'_>, top: f64) -> f64 {
        let width = sketch.frame.width;
        // In English an axis counts millions, not ten thousands.
        let [words, ..] = &self.words;
        let printed = self.part.quantity.map_or(1.0, |quantity| approximate(quantity.value.ratio()));
        let factor = words.nominal.map_or(1.0, |nominal| printed / approximate(nominal));
        let unit = words.unit.as_str();
        let ink = Ink::new(Type::Small, Weight::Regular, Tone::Muted, Role::Axis);
        let stroke = Stroke { color: Tone::Muted, width: 1.0 };
        let y = top.round() + 0.5;
        sketch.line(&[Point::new(0.5, y), Point::new(width - 0.5, y)], stroke, None, Role::Axis, None);
        let baseline = y + 8.0 + sketch.frame.size(Type::Small);
        let room = Rect::new(0.0, y, width, baseline + 8.0 - y).grown(2.5);
        let most = if width < LARGE * sketch.frame.text_scale { 3 } else { 6 };
        for stop in &ticks(0.0, self.end / factor, most) {
            if stop.fract() != 0.0 {
                continue;
            }
            let x = self.across.map(stop * factor);
            let mut label = words::number(Rational::from_integer(*stop as i64), 0, sketch.frame.language);
            let last = (x - width).abs() < 1.0;
            if unit == "%" && last {
                label.push('%');
            } else if unit != "%" && *stop == 0.0 {
                label.push_str(if unit.is_ascii() { " " } else { "" });
                label.push_str(unit);
            }
            let anchor = match last {
                _ if *stop == 0.0 => Anchor::Start,
                true => Anchor::End,
                false => Anchor::Middle,
            };
            let at = Point::new(x, baseline);
            if sketch.is_free(sketch.text_box(&label, at, anchor, ink).grown(2.0), room) {
                let x = x.max(0.5).min(width - 0.5);
                sketch.line(&[Point::new(x, y), Point::new(x, y + 5.0)], stroke, None, Role::Axis, None);
                sketch.text(&label, at, anchor, ink, None);
            }
        }
        baseline + 6.0
    }
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

/// Whether a figure and its label can stand in a width, with no word wider than it.
fn fits(sketch: &Sketch<'_>, words: &Description, kind: Type, width: f64) -> bool {
    let number = Ink { kind, weight: Weight::Bold, ..LABEL };
    let unit = Ink { kind: if kind == Type::Figure { Type::Label } else { Type::Name }, ..number };
    sketch.width_of(&words.marked_unit(), unit) <= width
        && sketch.width_of(&words.unmarked_figure(), number) <= width
        && holds(sketch, words.label, width, LABEL)
}
