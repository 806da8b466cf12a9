//! Arrows from one zero line: how far a series rose, how far it fell, and where that left it. Changes in percent share one scale;
//! amounts have the unit and the scale of their series.

use super::super::sketch::{Ink, Sketch};
use super::super::{Picture, Tone, Type};
use super::points::{approximate, plural, year};
use super::set::{self, Piece};
use crate::data::{Basis, Formula, Language, Observation, Series};
use crate::scene::{Anchor, Geometry, Point, Rect, Role, Stroke, Weight};
use crate::words::{self, Description, Phrase};

mod claims;
mod scale;

use scale::Scale;

/// What the paper says in words stands beside the arrows from this width on, below them on anything narrower.
const ASIDE: f64 = 840.0;
/// The names of the arrows stand to their left from this width of the chart on, above them on anything narrower.
const NAMED_ASIDE: f64 = 520.0;

/// Which way a change goes.
#[derive(Clone, Copy, PartialEq)]
enum Way {
    /// Up to the largest value.
    Rise,
    /// Down from it.
    Fall,
    /// From the first value to the last, whatever came between.
    Net,
}

/// One change: an arrow.
struct Change {
    words: Description,
    from: &'static Observation,
    to: &'static Observation,
    value: f64,
    way: Way,
    /// The same change as a multiple, where the view has one.
    fold: Option<Description>,
}

/// The changes of one series.
struct Group {
    series: &'static Series,
    changes: Vec<Change>,
}

/// Draws the view and tells how high it is.
pub(in super::super) fn draw(picture: &Picture<'_>, sketch: &mut Sketch<'_>) -> f64 {
    let groups = gather(picture);
    let width = sketch.frame.width;
    let aside = width >= ASIDE * sketch.frame.text_scale;
    let room = if aside { (width * 0.7).round() } else { width };
    let percent = in_percent(picture);
    let mut y = 0.0;
    let mut tops = Vec::new();
    for (i, group) in groups.iter().enumerate() {
        if i > 0 {
            y += 30.0;
        }
        tops.push(y);
        let scale = Scale::new(picture, sketch, if percent { &groups } else { core::slice::from_ref(group) }, room);
        y = panel(picture, sketch, group, &scale, y);
    }
    if !aside {
        return claims::draw(picture, sketch, Rect::new(0.0, y + 30.0, width, 0.0), &[]);
    }
    let left = room + 48.0;
    let bottom = y.max(claims::draw(picture, sketch, Rect::new(left, 0.0, width - left, 0.0), &tops));
    let x = room + 24.5;
    sketch.hairline(Point::new(x, 0.0), Point::new(x, bottom), Tone::Grid, Role::Decoration);
    bottom
}

/// Whether the picture compares changes in percent; else it shows amounts.
fn in_percent(picture: &Picture<'_>) -> bool {
    picture.option("scale") != "absolute"
}

/// Collects the changes that the chosen scale shows, series by series in the view's order.
fn gather(picture: &Picture<'_>) -> Vec<Group> {
    let wanted = if in_percent(picture) { Formula::Change } else { Formula::Difference };
    let describe = |derivation| words::describe_derivation(picture.package, derivation, picture.frame.language);
    let mut groups: Vec<Group> = Vec::new();
    for derivation in picture.derivations() {
        let &[a, b] = derivation.inputs else { continue };
        // A difference is written "later minus earlier", a change "from earlier to later".
        let (from, to) = if wanted == Formula::Difference { (b, a) } else { (a, b) };
        let Some(series) = from.series.filter(|_| derivation.formula == wanted) else { continue };
        let words = describe(derivation);
        let value = words.nominal.map_or(0.0, approximate);
        if groups.last().is_none_or(|last| last.series.id != series.id) {
            groups.push(Group { series, changes: Vec::new() });
        }
        let mut fold = None;
        for other in picture.derivations() {
            if other.formula == Formula::Fold && matches!(other.inputs, [a, b] if a.id == from.id && b.id == to.id) {
                fold = Some(describe(other));
                break;
            }
        }
        if let Some(group) = groups.last_mut() {
            group.changes.push(Change { words, from, to, value, way: Way::Net, fold });
        }
    }
    for group in &mut groups {
        let (mut peak, mut highest) = ("", f64::NEG_INFINITY);
        for change in &group.changes {
            for end in [change.from, change.to] {
                let value = end.quantity.map_or(0.0, |quantity| approximate(quantity.value.ratio()));
                if value >= highest {
                    (peak, highest) = (end.id, value);
                }
            }
        }
        for change in &mut group.changes {
            if change.to.id == peak {
                change.way = Way::Rise;
            } else if change.from.id == peak {
                change.way = Way::Fall;
            }
        }
    }
    groups
}

impl Change {
    /// What the arrow is called: its way, and the years that it runs from and to.
    fn names(&self, picture: &Picture<'_>) -> (&'static str, String) {
        let way = match self.way {
            Way::Rise => Phrase::Rise,
            Way::Fall => Phrase::Fall,
            Way::Net => Phrase::Net,
        };
        let mut years = year_read(picture, self.from);
        years.push('→');
        years.push_str(&year_read(picture, self.to));
        (way.get(picture.frame.language), years)
    }

    /// Whether a year that it runs from or to is our reading of a misprint.
    fn is_read(&self, picture: &Picture<'_>) -> bool {
        [self.from, self.to].iter().any(|end| picture.package.reading(end, Basis::Read).erratum.is_some())
    }

    /// What the change is measured on: a base in percent, a subtraction in amounts.
    fn base(&self, picture: &Picture<'_>) -> String {
        if !in_percent(picture) {
            return self.words.formula.clone().unwrap_or_default();
        }
        let language = picture.frame.language;
        let phrase = if self.way == Way::Fall { Phrase::OnThePeak } else { Phrase::OnTheFirst };
        let mut text = phrase.get(language).to_owned();
        text.push_str(&words::describe_observation(picture.package, self.from, Basis::Read, language).figure());
        text
    }
}

/// The year of a value as we read it, with † where the paper prints another.
fn year_read(picture: &Picture<'_>, observation: &Observation) -> String {
    let mut text = year(picture, observation, Basis::Read).map_or_else(String::new, |year| (year as i64).to_string());
    if picture.package.reading(observation, Basis::Read).erratum.is_some() {
        text.push('†');
    }
    text
}

/// The years that we read otherwise, with what the paper prints: 2013†（报载2023）.
fn printed_years(picture: &Picture<'_>, group: &Group) -> String {
    let language = picture.frame.language;
    let (open, close, comma) = if language == Language::Zh { ("（", "）", "、") } else { (" (", ")", ", ") };
    let mut text = String::new();
    let mut told: Vec<&str> = Vec::new();
    for change in &group.changes {
        for end in [change.from, change.to] {
            let words = words::describe_observation(picture.package, end, Basis::Read, language);
            let Some(printed) = words.printed_period.filter(|_| !told.contains(&end.id)) else { continue };
            if !told.is_empty() {
                text.push_str(comma);
            }
            told.push(end.id);
            for part in [&year_read(picture, end), open, &printed, close] {
                text.push_str(part);
            }
        }
    }
    text
}

/// Draws the arrows of one series under its name and tells where the next thing may start.
fn panel(picture: &Picture<'_>, sketch: &mut Sketch<'_>, group: &Group, scale: &Scale, top: f64) -> f64 {
    let language = picture.frame.language;
    let name = Ink::new(Type::Name, Weight::Bold, Tone::Ink, Role::Label);
    let unit = Ink::new(Type::Label, Weight::Regular, Tone::Muted, Role::Unit);
    let remark = Ink::new(Type::Small, Weight::Regular, Tone::Remark, Role::Printed);
    let panel = sketch.panel(group.series.id, Rect::new(0.0, top, scale.right, 0.0));
    let mut pieces = vec![Piece::new(group.series.label.get(language), name, None)];
    if !in_percent(picture) {
        let unit_name = plural(group.series.unit, language);
        pieces.push(Piece::new(unit_name, unit, None));
    }
    let mut y = set::flow(sketch, &pieces, Rect::new(0.0, top, scale.right, 0.0));
    let printed = printed_years(picture, group);
    y = set::paragraph(sketch, &printed, Point::new(0.0, y), scale.right, remark, None) + 8.0;
    let start = y;
    for (i, change) in group.changes.iter().enumerate() {
        if i > 0 {
            y += scale.gap;
        }
        y = row(picture, sketch, change, scale, (panel, y));
    }
    if scale.wide {
        // The zero line runs through all rows.
        sketch.hairline(Point::new(scale.zero, start), Point::new(scale.zero, y), Tone::Ink, Role::Axis);
    }
    let bottom = scale.axis(picture, sketch, y + 2.0);
    sketch.enclose(panel, Rect::between(0.0, top, scale.right, bottom));
    bottom
}

/// Draws one arrow with its name, its figure and its base.
fn row(picture: &Picture<'_>, sketch: &mut Sketch<'_>, change: &Change, scale: &Scale, (panel, top): (usize, f64)) -> f64 {
    let nowhere = Rect::new(0.0, top, 0.0, 0.0);
    let datum = sketch.datum(change.words.id, panel, nowhere, nowhere.center());
    let color = if change.way == Way::Net { Tone::Ink } else { Tone::Accent };
    let way = Ink::new(Type::Name, Weight::Bold, Tone::Ink, Role::Label);
    let plain = Ink::new(Type::Label, Weight::Regular, Tone::Muted, Role::Label);
    let (name, years) = change.names(picture);
    let mut y = top;
    if scale.wide {
        // Two lines to the left of the arrow, around its middle.
        let (line, size) = (sketch.frame.line(Type::Name), sketch.frame.size(Type::Name));
        let middle = top + scale.band / 2.0;
        sketch.text(name, Point::new(0.0, middle - line * 0.5 + size * 0.36), Anchor::Start, way, Some(datum));
        sketch.text(&years, Point::new(0.0, middle + line * 0.5 + size * 0.2), Anchor::Start, plain, Some(datum));
    } else {
        let pieces = [Piece::new(name, way, Some(datum)), Piece::new(&years, plain, Some(datum))];
        y = set::flow(sketch, &pieces, Rect::new(0.0, y, scale.right, 0.0)) + 2.0;
    }

    // The arrow, on the lines of its scale.
    let middle = y + scale.band / 2.0;
    scale.lines(picture, sketch, y, y + scale.band);
    let tip = scale.x(change.value);
    let outline = scale.outline(change.value, middle);
    let hollow = change.is_read(picture);
    let around = Rect::between(scale.zero, middle - scale.head / 2.0, tip, middle + scale.head / 2.0);
    let (fill, role) = if hollow { (Tone::Background, Role::Decoration) } else { (color, Role::Mark) };
    sketch.shape(Geometry::Polygon { points: outline.to_vec(), fill }, role, Some(datum));
    if hollow {
        sketch.line(&outline, Stroke { color, width: 2.0 }, None, Role::Mark, Some(datum));
    }

    // Figures stand to the right of the zero line: at the tip of what rises, opposite what falls.
    let figure = Ink::new(scale.kind, Weight::Bold, color, Role::Figure);
    let marks = Ink::new(Type::Label, Weight::Bold, color, Role::Unit);
    let left = tip.max(scale.zero) + scale::SPACE;
    let baseline = middle + sketch.frame.size(scale.kind) * 0.36;
    let (text, origin) = (change.words.unmarked_figure(), Point::new(left, baseline));
    let letters = sketch.text_box(&text, origin, Anchor::Start, figure);
    let room = sketch.width_of(&change.words.marks, marks) + 6.0;
    sketch.ground(Rect::new(letters.x - 4.0, y, letters.width + room, scale.band), Tone::Background);
    let number = sketch.text(&text, origin, Anchor::Start, figure, Some(datum));
    let set = sketch.text(&change.words.marks, Point::new(number.right() + 2.0, baseline), Anchor::Start, marks, Some(datum));
    let area = around.union(number).union(set);
    y += scale.band;

    // What it is measured on, and how many times the first value the peak is: on one line where both fit.
    let small = Ink { kind: Type::Small, ..plain };
    let bold = Ink::new(Type::Name, Weight::Bold, color, Role::Figure);
    let left = if scale.wide { scale.zero + scale::SPACE } else { 0.0 };
    let room = Rect::new(left, y, scale.right - left, 0.0);
    let text = change.base(picture);
    let base = Piece::new(&text, small, Some(datum));
    let Some(words) = &change.fold else {
        sketch.settle(datum, area, Point::new(tip, middle));
        return set::flow(sketch, &[base], room);
    };
    let own = sketch.datum(words.id, panel, nowhere, nowhere.center());
    let figure = words.figure();
    let fold = [Piece::apart(&figure, bold, Some(own)), Piece::new(words.label, small, Some(own))];
    let bottom = set::flow_together(sketch, base, &fold, room);
    sketch.settle(datum, area, Point::new(tip, middle));
    let area = sketch.bounds_of(own);
    sketch.settle(own, area, area.center());
    bottom
}
