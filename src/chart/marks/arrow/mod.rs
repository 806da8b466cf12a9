//! Arrows from one zero line: how far a series rose, how far it fell, and where that left it. Changes in percent share one scale;
//! amounts have the unit and the scale of their series.

use super::super::scale::approximate;
use super::super::sketch::{Ink, Sketch};
use super::super::{Picture, Tone, Type};
use super::points::{NAME, UNIT, plural};
use super::remarks::{self, Body, Remark};
use super::set::{self, Piece};
use super::years::year_name;
use crate::data::{Basis, Formula, Kind, Language, Observation, Role as RowRole, Series};
use crate::scene::{Anchor, Geometry, Point, Rect, Role, Stroke, Weight};
use crate::words::{self, Description, Phrase};

mod scale;

use scale::Scale;

/// What the paper says in words stands beside the arrows from this width on, below them on anything narrower.
const ASIDE: f64 = 840.0;
/// The names of the arrows stand to their left from this width of the chart on, above them on anything narrower.
const NAMED_ASIDE: f64 = 520.0;

/// One change: an arrow.
struct Change {
    series: &'static Series,
    words: Description,
    from: &'static Observation,
    to: &'static Observation,
    value: f64,
    /// Which way it goes: up to a peak, down from it, or from the first value to the last, whatever came between.
    way: Phrase,
    /// The years that it runs from and to, with † where they are our reading of a misprint.
    years: String,
    /// The same change as a multiple, where the view has one.
    fold: Option<Description>,
}

/// Draws the view and tells how high it is.
pub(in super::super) fn draw(picture: &Picture<'_>, sketch: &mut Sketch<'_>) -> f64 {
    let changes = gather(picture);
    let width = sketch.frame.width;
    let aside = width >= ASIDE * sketch.frame.text_scale;
    let room = if aside { (width * 0.7).round() } else { width };
    let mut y = 0.0;
    let mut tops = Vec::new();
    let mut rest = changes.as_slice();
    while let Some(first) = rest.first() {
        let mut count = 1;
        while rest.get(count).is_some_and(|change| change.series.id == first.series.id) {
            count += 1;
        }
        let (own, others) = rest.split_at(count);
        rest = others;
        if y > 0.0 {
            y += 30.0;
        }
        tops.push(y);
        let scale = Scale::new(picture, sketch, if in_percent(picture) { &changes } else { own }, room);
        y = panel(picture, sketch, own, &scale, y);
    }

    let mut claims = Vec::new();
    for words in picture.descriptions(RowRole::Annotation) {
        if words.kind == Some(Kind::Claim) {
            let top = if aside { tops.get(claims.len()).copied().unwrap_or_default() } else { 0.0 };
            claims.push(Remark { words, top, body: Body::Claim });
        }
    }
    let left = room + 48.0;
    let place = if aside { Rect::new(left, 0.0, width - left, 0.0) } else { Rect::new(0.0, y + 30.0, width, 0.0) };
    let bottom = y.max(remarks::draw(picture, sketch, Phrase::InWords, &claims, place));
    if aside {
        let x = room + 24.5;
        sketch.hairline(Point::new(x, 0.0), Point::new(x, bottom), Tone::Grid, Role::Decoration);
    }
    bottom
}

/// Whether the picture compares changes in percent; else it shows amounts.
fn in_percent(picture: &Picture<'_>) -> bool {
    picture.option("scale") != "absolute"
}

/// Collects the changes that the chosen scale shows, series by series in the view's order.
fn gather(picture: &Picture<'_>) -> Vec<Change> {
    let wanted = if in_percent(picture) { Formula::Change } else { Formula::Difference };
    let mut changes: Vec<Change> = Vec::new();
    for derivation in picture.derivations() {
        let &[a, b] = derivation.inputs else { continue };
        let words = words::describe_derivation(picture.package, derivation, picture.frame.language);
        if derivation.formula == Formula::Fold {
            for change in &mut changes {
                if change.from.id == a.id && change.to.id == b.id {
                    change.fold = Some(words);
                    break;
                }
            }
            continue;
        }
        // A difference is written "later minus earlier", a change "from earlier to later".
        let (from, to) = if wanted == Formula::Difference { (b, a) } else { (a, b) };
        let Some(series) = from.series.filter(|_| derivation.formula == wanted) else { continue };
        let value = words.nominal.map_or(0.0, approximate);
        let mut years = year_name(picture, from, Basis::Read);
        years.push('→');
        years.push_str(&year_name(picture, to, Basis::Read));
        // A fall begins where a rise has ended.
        let mut way = Phrase::Net;
        for other in &mut changes {
            if other.to.id == from.id {
                other.way = Phrase::Rise;
                way = Phrase::Fall;
            }
        }
        changes.push(Change { series, words, from, to, value, way, years, fold: None });
    }
    changes
}

impl Change {
    /// What the change is measured on: a base in percent, a subtraction in amounts.
    fn base(&self, picture: &Picture<'_>) -> String {
        if !in_percent(picture) {
            return self.words.formula.clone().unwrap_or_default();
        }
        let language = picture.frame.language;
        let phrase = if self.way == Phrase::Fall { Phrase::OnThePeak } else { Phrase::OnTheFirst };
        let mut text = phrase.get(language).to_owned();
        text.push_str(&words::describe_observation(picture.package, self.from, Basis::Read, language).figure());
        text
    }
}

/// The years that we read otherwise, with what the paper prints: 2013†（报载2023）.
fn printed_years(picture: &Picture<'_>, changes: &[Change]) -> String {
    let language = picture.frame.language;
    let (open, close, comma) = if language == Language::Zh { ("（", "）", "、") } else { (" (", ")", ", ") };
    let mut text = String::new();
    let mut told = Vec::new();
    for change in changes {
        for end in &[change.from, change.to] {
            let words = words::describe_observation(picture.package, end, Basis::Read, language);
            let Some(printed) = words.printed_period.filter(|_| !told.contains(&end.id)) else { continue };
            let before = if told.is_empty() { "" } else { comma };
            told.push(end.id);
            for part in &[before, &year_name(picture, end, Basis::Read), open, &printed, close] {
                text.push_str(part);
            }
        }
    }
    text
}

/// Draws the arrows of one series under its name and tells where the next thing may start.
fn panel(picture: &Picture<'_>, sketch: &mut Sketch<'_>, changes: &[Change], scale: &Scale, top: f64) -> f64 {
    let language = picture.frame.language;
    let Some(Change { series, .. }) = changes.first() else { return top };
    let panel = sketch.panel(series.id, Rect::new(0.0, top, scale.right, 0.0));
    let unit = if in_percent(picture) { "" } else { plural(series.unit, language) };
    let pieces = [Piece::new(series.label.get(language), NAME, None), Piece::new(unit, UNIT, None)];
    let mut y = set::flow(sketch, &pieces, Rect::new(0.0, top, scale.right, 0.0));
    let remark = Ink::new(Type::Small, Weight::Regular, Tone::Remark, Role::Printed);
    let printed = printed_years(picture, changes);
    y = set::paragraph(sketch, &printed, Point::new(0.0, y), scale.right, remark, None) + 8.0;
    let start = y;
    for change in changes {
        if y > start {
            y += scale.gap;
        }
        y = row(picture, sketch, change, scale, (panel, y));
    }
    if scale.wide {
        // The zero line runs through all rows.
        sketch.hairline(Point::new(scale.x(0.0), start), Point::new(scale.x(0.0), y), Tone::Ink, Role::Axis);
    }
    let bottom = scale.axis(sketch, y + 2.0);
    sketch.enclose(panel, Rect::between(0.0, top, scale.right, bottom));
    bottom
}

/// Draws one arrow with its name, its figure and its base.
fn row(picture: &Picture<'_>, sketch: &mut Sketch<'_>, change: &Change, scale: &Scale, (panel, top): (usize, f64)) -> f64 {
    let own = sketch.unplaced(change.words.id, panel);
    let datum = Some(own);
    let color = if change.way == Phrase::Net { Tone::Ink } else { Tone::Accent };
    let plain = Ink::new(Type::Label, Weight::Regular, Tone::Muted, Role::Label);
    let name = change.way.get(picture.frame.language);
    let mut y = top;
    if scale.wide {
        // Two lines to the left of the arrow, around its middle.
        let (line, size) = (sketch.frame.line(Type::Name), sketch.frame.size(Type::Name));
        let middle = top + scale.band / 2.0;
        sketch.text(name, Point::new(0.0, middle - line * 0.5 + size * 0.36), Anchor::Start, NAME, datum);
        sketch.text(&change.years, Point::new(0.0, middle + line * 0.5 + size * 0.2), Anchor::Start, plain, datum);
    } else {
        let pieces = [Piece::new(name, NAME, datum), Piece::new(&change.years, plain, datum)];
        y = set::flow(sketch, &pieces, Rect::new(0.0, y, scale.right, 0.0)) + 2.0;
    }

    // The arrow, on the lines of its scale; hollow where a year is our reading of a misprint.
    let middle = y + scale.band / 2.0;
    scale.lines(sketch, y, y + scale.band);
    let tip = scale.x(change.value);
    let outline = scale.outline(change.value, middle);
    let is_read = |end| picture.package.reading(end, Basis::Read).erratum.is_some();
    let hollow = is_read(change.from) || is_read(change.to);
    let (fill, role) = if hollow { (Tone::Background, Role::Decoration) } else { (color, Role::Mark) };
    sketch.shape(Geometry::Polygon { points: outline.to_vec(), fill }, role, datum);
    if hollow {
        sketch.line(&outline, Stroke { color, width: 2.0 }, None, Role::Mark, datum);
    }

    // Figures stand to the right of the zero line: at the tip of what rises, opposite what falls.
    let figure = Ink::new(scale.kind, Weight::Bold, color, Role::Figure);
    let marks = Ink::new(Type::Label, Weight::Bold, color, Role::Unit);
    let left = tip.max(scale.x(0.0)) + scale::SPACE;
    let origin = Point::new(left, middle + sketch.frame.size(scale.kind) * 0.36);
    let text = change.words.unmarked_figure();
    let behind = Point::new(left + sketch.width_of(&text, figure) + 2.0, origin.y);
    let right = behind.x + sketch.width_of(&change.words.marks, marks);
    sketch.ground(Rect::between(left - 4.0, y, right, y + scale.band), Tone::Background);
    sketch.text(&text, origin, Anchor::Start, figure, datum);
    sketch.text(&change.words.marks, behind, Anchor::Start, marks, datum);
    let area = sketch.bounds_of(own);
    sketch.settle(own, area, Point::new(tip, middle));
    y += scale.band;

    // What it is measured on, and how many times the first value the peak is: on one line where both fit.
    let small = Ink { kind: Type::Small, ..plain };
    let left = if scale.wide { scale.x(0.0) + scale::SPACE } else { 0.0 };
    let room = Rect::new(left, y, scale.right - left, 0.0);
    let text = change.base(picture);
    let base = Piece::new(&text, small, datum);
    let Some(words) = &change.fold else { return set::flow(sketch, &[base], room) };
    let own = sketch.unplaced(words.id, panel);
    let figure = words.figure();
    let bold = Ink { color, role: Role::Figure, ..NAME };
    let fold = [Piece::apart(&figure, bold, Some(own)), Piece::new(words.label, small, Some(own))];
    let bottom = set::flow_together(sketch, base, &fold, room);
    let area = sketch.bounds_of(own);
    sketch.settle_around(own, &area);
    bottom
}
