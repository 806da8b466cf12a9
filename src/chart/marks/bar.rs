//! One part of a whole as a bar: what is printed of it filled, the rest outlined and hatched, because nothing is said of it. The bar is
//! a share of 100 %, or an amount of a whole that is derived from the two. Brackets show what rounding leaves open.

use super::super::scale::LinearScale;
use super::super::sketch::{Ink, Sketch};
use super::super::ticks::ticks;
use super::super::{Picture, Tone, Type};
use super::points::approximate;
use super::set::{figure, label_lines, paragraph};
use crate::data::{Derivation, Formula, Kind, Observation, Rational, Role as RowRole, Subject, derive};
use crate::scene::{Anchor, Geometry, Point, Rect, Role, Stroke, Weight};
use crate::words::{self, Description, Phrase};

/// From this width on there is room for a high bar and large figures.
const LARGE: f64 = 600.0;

/// Words stand side by side over parts that are at least this wide, in CSS pixels at a text scale of 1.
const NARROWEST: f64 = 104.0;

/// The figures of the view: one part, as an amount and as a share, and what follows from the two.
struct Figures {
    amount: &'static Observation,
    share: &'static Observation,
    whole: &'static Derivation,
    rest: &'static Derivation,
}

/// Where the bar's parts end, in the unit of its axis.
struct Lengths {
    /// End of the filled part.
    part: f64,
    /// End of the whole.
    whole: f64,
    /// What rounding leaves open: of the share its own end, of the amount the end of the whole.
    open: (f64, f64),
    /// End of the axis.
    end: f64,
}

/// Draws the view and tells how high it is.
pub(in super::super) fn draw(picture: &Picture<'_>, sketch: &mut Sketch<'_>) -> f64 {
    let Some(figures) = Figures::of(picture) else { return 0.0 };
    let shares = picture.option("scale") != "euro";
    let Some(lengths) = figures.lengths(picture, shares) else { return 0.0 };
    let width = sketch.frame.width;
    let panel = sketch.panel(picture.view.id, Rect::new(0.0, 0.0, width, 0.0));
    let across = LinearScale::new((0.0, lengths.end), (0.0, width));
    let ends = (across.map(lengths.part).round(), across.map(lengths.whole).round());
    let bar = Bar { picture, panel, ends, shares };

    let whole = bar.whole(sketch, &figures);
    let (parts, below) = bar.words(sketch, &figures, whole.1);
    let height = if width < LARGE { 44.0 } else { 64.0 };
    let area = Rect::new(0.0, (below + 10.0).round(), width, height);
    bar.fill(sketch, &parts, area);
    let open = (across.map(lengths.open.0), across.map(lengths.open.1));
    let (subject, datum) =
        if shares { (Subject::Observation(figures.share), parts.first) } else { (Subject::Derivation(figures.whole), whole.0) };
    let y = bar.bracket(sketch, open, area.bottom(), (subject, datum));
    bar.axis(sketch, &across, (figures.unit(picture, shares), lengths.end), y)
}

impl Figures {
    fn of(picture: &Picture<'_>) -> Option<Self> {
        let printed = |kind| picture.observations(RowRole::Mark).find(|observation| observation.kind == kind);
        let derived = |formula| picture.derivations().find(|derivation| derivation.formula == formula);
        Some(Self {
            amount: printed(Kind::Number)?,
            share: printed(Kind::Share)?,
            whole: derived(Formula::Whole)?,
            rest: derived(Formula::Rest)?,
        })
    }

    fn lengths(&self, picture: &Picture<'_>, shares: bool) -> Option<Lengths> {
        let part = if shares { self.share } else { self.amount }.quantity?;
        let length = approximate(part.value.ratio());
        let derived = derive(picture.package, self.whole).ok()?;
        let interval = if shares { part.interval()? } else { derived.interval };
        let open = (approximate(interval.lower()?.value), approximate(interval.upper()?.value));
        Some(if shares {
            Lengths { part: length, whole: 100.0, open, end: 100.0 }
        } else {
            Lengths { part: length, whole: approximate(derived.best?), open, end: open.1 }
        })
    }

    /// The unit of the axis, and how many of the data's own make one of it: in English an axis counts millions, not ten thousands.
    fn unit(&self, picture: &Picture<'_>, shares: bool) -> (String, f64) {
        let amount = if shares { self.share } else { self.amount };
        let words = words::describe_observation(picture.package, amount, picture.basis(), picture.frame.language);
        let printed = amount.quantity.map_or(1.0, |quantity| approximate(quantity.value.ratio()));
        let factor = words.nominal.map_or(1.0, |nominal| printed / approximate(nominal));
        (words.unit, factor)
    }
}

/// The datums of the two parts of the bar.
struct Parts {
    /// The printed part: what the bar measures.
    first: usize,
    rest: usize,
}

/// What the steps of drawing have in common.
struct Bar<'p, 'a> {
    picture: &'p Picture<'a>,
    panel: usize,
    /// Where the filled part and the whole end, in pixels.
    ends: (f64, f64),
    shares: bool,
}

impl Bar<'_, '_> {
    fn datum(&self, sketch: &mut Sketch<'_>, words: &Description) -> usize {
        let nowhere = Rect::new(0.0, 0.0, 0.0, 0.0);
        sketch.datum(words.id, self.panel, nowhere, nowhere.center())
    }

    /// A figure with its label, and the box that they take.
    fn statement(
        &self,
        sketch: &mut Sketch<'_>,
        words: &Description,
        datum: usize,
        place: Rect,
        (kind, color, label): (Type, Tone, Tone),
    ) -> Rect {
        let set = figure(sketch, words, datum, place, (kind, color));
        let right = set.area.right();
        let width = balanced(sketch, words.label, place.width);
        let fits = right + 8.0 + sketch.width_of(words.label, label_ink()) <= place.right();
        let reach = if fits { place.right() } else { place.x + width };
        let bottom = label_lines(sketch, words.label, (set, reach), label, datum);
        Rect::between(place.x, place.y, right.max(place.x + 24.0), bottom)
    }

    /// The whole over a bracket as long as the bar: its datum, and where the next thing may start.
    fn whole(&self, sketch: &mut Sketch<'_>, figures: &Figures) -> (usize, f64) {
        let palette = self.picture.palette();
        let words = words::describe_derivation(self.picture.package, figures.whole, sketch.frame.language);
        let datum = self.datum(sketch, &words);
        let place = Rect::new(0.0, 0.0, sketch.frame.width, 0.0);
        let taken = self.statement(sketch, &words, datum, place, (Type::Figure, palette.ink, palette.muted));
        let stroke = Stroke { color: palette.muted, width: 1.0 };
        let (line, foot) = ((taken.bottom() + 4.0).round() + 0.5, (taken.bottom() + 10.0).round());
        let (left, right) = (0.5, self.ends.1 - 0.5);
        let corners = [Point::new(left, foot), Point::new(left, line), Point::new(right, line), Point::new(right, foot)];
        sketch.line(&corners, stroke, None, Role::Axis, Some(datum));
        let area = Rect::between(0.0, 0.0, self.ends.1, foot);
        sketch.settle(datum, area, Point::new(area.center().x, line));
        (datum, foot + 8.0)
    }

    /// The words of the parts: over their own part of the bar, or one below the other where a part is too narrow for its words.
    fn words(&self, sketch: &mut Sketch<'_>, figures: &Figures, top: f64) -> (Parts, f64) {
        let palette = self.picture.palette();
        let language = sketch.frame.language;
        let printed =
            |observation| words::describe_observation(self.picture.package, observation, self.picture.basis(), language);
        let (share, amount) = (printed(figures.share), printed(figures.amount));
        let (first, second) = if self.shares { (share, amount) } else { (amount, share) };
        let rest = words::describe_derivation(self.picture.package, figures.rest, language);
        let size = if sketch.frame.width < LARGE { Type::Headline } else { Type::Display };

        let (cut, end) = self.ends;
        let gap = 16.0;
        let left = Rect::new(0.0, top, cut - gap, 0.0);
        let right = Rect::new(cut, top, end - cut, 0.0);
        let beside = left.width >= NARROWEST * sketch.frame.text_scale
            && fits(sketch, &first, size, left.width)
            && fits(sketch, &second, Type::Figure, left.width)
            && fits(sketch, &rest, Type::Headline, right.width);
        let whole = Rect::new(0.0, top, sketch.frame.width, 0.0);
        let mut place = if beside { left } else { whole };

        let datums = (self.datum(sketch, &first), self.datum(sketch, &second), self.datum(sketch, &rest));
        let accent = palette.accent;
        let taken = self.statement(sketch, &first, datums.0, place, (size, accent, palette.ink));
        sketch.settle(datums.0, taken, taken.center());
        place.y = taken.bottom() + 2.0;
        let taken = self.statement(sketch, &second, datums.1, place, (Type::Figure, accent, palette.ink));
        sketch.settle(datums.1, taken, taken.center());
        let below = taken.bottom();
        // Side by side the large figures stand on one line.
        let drop = (sketch.frame.size(size) - sketch.frame.size(Type::Headline)) * 0.95;
        let place = if beside { Rect { y: top + drop, ..right } } else { Rect { y: below + 6.0, ..whole } };
        let taken = self.statement(sketch, &rest, datums.2, place, (Type::Headline, palette.muted, palette.muted));
        sketch.settle(datums.2, taken, taken.center());
        (Parts { first: datums.0, rest: datums.2 }, below.max(taken.bottom()))
    }

    /// The two parts of the bar.
    fn fill(&self, sketch: &mut Sketch<'_>, parts: &Parts, area: Rect) {
        let palette = self.picture.palette();
        let (cut, end) = self.ends;
        let rest = Rect::between(cut, area.y, end, area.bottom());
        let hatch = Stroke { color: palette.hatch, width: 1.0 };
        sketch.shape(Geometry::Hatch { rect: rest, spacing: 9.0, stroke: hatch }, Role::Gap, Some(parts.rest));
        let outline = Some(Stroke { color: palette.muted, width: 1.5 });
        sketch.shape(Geometry::Rect { rect: rest, fill: None, stroke: outline }, Role::Mark, Some(parts.rest));
        let first = Rect::between(0.0, area.y, cut, area.bottom());
        let filled = Geometry::Rect { rect: first, fill: Some(palette.accent), stroke: None };
        sketch.shape(filled, Role::Mark, Some(parts.first));
        for (datum, rect) in [(parts.first, first), (parts.rest, rest)] {
            sketch.settle(datum, rect, Point::new(rect.center().x, rect.y));
        }
    }

    /// What rounding leaves open, as a bracket under the bar with its values beside it. Returns where the axis may stand.
    fn bracket(&self, sketch: &mut Sketch<'_>, ends: (f64, f64), top: f64, (subject, datum): (Subject, usize)) -> f64 {
        let palette = self.picture.palette();
        let language = sketch.frame.language;
        let Some(range) = words::rounding(self.picture.package, subject, language) else { return top };
        let phrase = Phrase::RoundingRange.get(language);
        let mut text = phrase.to_owned();
        text.push_str(&range);
        let ink = Ink::new(Type::Small, Weight::Regular, palette.ink, Role::Label);
        let line = sketch.frame.line(Type::Small).max(16.0);
        let y = (top + 6.0 + line / 2.0).round();
        let stroke = Stroke { color: palette.ink, width: 1.5 };
        let half = stroke.width / 2.0;
        let (left, right) = (ends.0 + half, ends.1 - half);
        let corners = [Point::new(left, top + 4.0), Point::new(left, y), Point::new(right, y), Point::new(right, top + 4.0)];
        sketch.line(&corners, stroke, None, Role::Mark, Some(datum));
        let wide = sketch.width_of(&text, ink);
        let baseline = y + sketch.frame.size(Type::Small) * 0.36;
        let below = top + 6.0 + line + 6.0;
        let width = sketch.frame.width;
        if ends.1 + 8.0 + wide <= width {
            sketch.text(&text, Point::new(ends.1 + 8.0, baseline), Anchor::Start, ink, Some(datum));
        } else if ends.0 - 8.0 - wide >= 0.0 {
            sketch.text(&text, Point::new(ends.0 - 8.0, baseline), Anchor::End, ink, Some(datum));
        } else {
            // Under it, and the values never apart.
            let lines = if wide <= width { [text.as_str(), ""] } else { [phrase, &range] };
            return lines
                .iter()
                .fold(y + 6.0, |top, text| paragraph(sketch, text, Rect::new(0.0, top, width, 0.0), ink, Some(datum)))
                + 6.0;
        }
        below
    }

    /// The axis, from zero. Returns where it ends.
    fn axis(&self, sketch: &mut Sketch<'_>, across: &LinearScale, ((unit, factor), end): ((String, f64), f64), top: f64) -> f64 {
        let palette = self.picture.palette();
        let width = sketch.frame.width;
        let ink = Ink::new(Type::Small, Weight::Regular, palette.muted, Role::Axis);
        let stroke = Stroke { color: palette.muted, width: 1.0 };
        let y = top.round() + 0.5;
        sketch.line(&[Point::new(0.5, y), Point::new(width - 0.5, y)], stroke, None, Role::Axis, None);
        let baseline = y + 8.0 + sketch.frame.size(Type::Small);
        let room = Rect::new(0.0, y, width, baseline + 8.0 - y);
        let most = if width < LARGE * sketch.frame.text_scale { 3 } else { 6 };
        for stop in ticks(0.0, end / factor, most) {
            if stop.fract() != 0.0 {
                continue;
            }
            let x = across.map(stop * factor);
            let mut label = words::number(Rational::from_integer(stop as i64), 0, sketch.frame.language);
            let last = (x - width).abs() < 1.0;
            if unit == "%" {
                label.push_str(if last { "%" } else { "" });
            } else if stop == 0.0 {
                label.push_str(if unit.is_ascii() { " " } else { "" });
                label.push_str(&unit);
            }
            let anchor = if stop == 0.0 {
                Anchor::Start
            } else if last {
                Anchor::End
            } else {
                Anchor::Middle
            };
            let at = Point::new(x, baseline);
            let taken = sketch.text_box(&label, at, anchor, ink);
            if sketch.is_free(taken.grown(2.0), room.grown(2.5)) {
                let x = x.clamp(0.5, width - 0.5);
                sketch.line(&[Point::new(x, y), Point::new(x, y + 5.0)], stroke, None, Role::Axis, None);
                sketch.text(&label, at, anchor, ink, None);
            }
        }
        baseline + 6.0
    }
}

/// How labels are measured: their colour makes no difference.
const fn label_ink() -> Ink {
    Ink::new(Type::Label, Weight::Regular, Tone::Ink, Role::Label)
}

/// The narrowest width in which a label takes no more lines than in `room`, so that no line of it is left with a single character.
fn balanced(sketch: &Sketch<'_>, label: &str, room: f64) -> f64 {
    let lines = |width: f64| sketch.wrap(label, width, label_ink()).len();
    let most = lines(room);
    let mut width = room;
    while width > 16.0 && lines(width - 8.0) <= most {
        width -= 8.0;
    }
    width
}

/// Whether a figure and its label can stand in a width, with no word wider than it.
fn fits(sketch: &Sketch<'_>, words: &Description, kind: Type, width: f64) -> bool {
    let ink = |kind| Ink { kind, weight: Weight::Bold, ..label_ink() };
    let small = if kind == Type::Figure { Type::Label } else { Type::Name };
    let unit = sketch.width_of(&words.marked_unit(), ink(small));
    let number = sketch.width_of(&words.unmarked_figure(), ink(kind));
    let pieces = sketch.wrap(words.label, 0.0, label_ink());
    number.max(unit) <= width && pieces.iter().all(|piece| sketch.width_of(piece, label_ink()) <= width)
}
