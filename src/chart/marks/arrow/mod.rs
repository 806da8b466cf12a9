//! Arrows from one zero line: how far a series rose, how far it fell, and where that left it. Changes in percent share one scale;
//! amounts have the unit and the scale of their series.

use super::super::scale::approximate;
use super::super::sketch::Ink;
use super::super::{Picture, Tone, Type};
use super::pen::{BELOW, Pen};
use super::points::{NAME, UNIT, plural};
use super::remarks::{self, Remark};
use super::years::year_name;
use crate::data::{Basis, Formula, Kind, Language, Observation, Role as RowRole, Series};
use crate::scene::{Anchor, Point, Rect, Role, Stroke, Weight};
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
pub(in super::super) fn draw(pen: &mut Pen<'_, '_>) -> f64 {
    let picture = pen.picture;
    let changes = gather(picture);
    let width = pen.sketch.frame.width;
    let aside = width >= ASIDE * pen.sketch.frame.text_scale;
    let room = if aside { (width * 0.7).round() } else { width };
    pen.width = room;
    let mut claims = Vec::new();
    for row in picture.view.rows {
        if row.role == RowRole::Annotation && row.subject.observation().is_some_and(|printed| printed.kind == Kind::Claim) {
            claims.push(Remark { subject: row.subject, top: 0.0 });
        }
    }
    for (i, own) in changes.chunk_by(|one, next| one.series.id == next.series.id).enumerate() {
        if pen.y > 0.0 {
            pen.y += 30.0;
        }
        // Beside the arrows, a claim stands beside its series.
        if let Some(claim) = claims.get_mut(i)
            && aside
        {
            claim.top = pen.y;
        }
        let scale = Scale::new(picture, pen.sketch, if in_percent(picture) { &changes } else { own }, room);
        panel(pen, own, &scale);
    }

    remarks::draw(pen, Phrase::InWords, &claims, aside.then_some(room + 48.0));
    if aside {
        let x = room + 24.5;
        pen.sketch.hairline(Point::new(x, 0.0), Point::new(x, pen.y), Tone::Grid, Role::Decoration);
    }
    pen.y
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

/// The years of a series that we read otherwise, with what the paper prints: 2013†（报载2023）.
fn printed_years(picture: &Picture<'_>, series: &Series) -> String {
    let language = picture.frame.language;
    let (open, close, comma) = if language == Language::Zh { ("（", "）", "、") } else { (" (", ")", ", ") };
    let mut text = String::new();
    for value in picture.package.observations {
        if value.series.is_some_and(|own| own.id == series.id)
            && let Some(printed) = words::describe_observation(picture.package, value, Basis::Read, language).printed_period
        {
            let before = if text.is_empty() { "" } else { comma };
            for part in &[before, &year_name(picture, value, Basis::Read), open, &printed, close] {
                text.push_str(part);
            }
        }
    }
    text
}

/// Draws the arrows of one series under its name.
fn panel(pen: &mut Pen<'_, '_>, changes: &[Change], scale: &Scale) {
    let language = pen.picture.frame.language;
    let Some(Change { series, .. }) = changes.first() else { return };
    pen.sketch.panel(series.id);
    pen.write(series.label.get(language), NAME);
    if !in_percent(pen.picture) {
        pen.behind(plural(series.unit, language), UNIT, 8.0);
    }
    let remark = Ink::new(Type::Small, Weight::Regular, Tone::Remark, Role::Printed);
    pen.write(&printed_years(pen.picture, series), remark);
    pen.y += 8.0;
    let start = pen.y;
    for change in changes {
        if pen.y > start {
            pen.y += scale.gap;
        }
        row(pen, change, scale);
    }
    if scale.wide {
        // The zero line runs through all rows.
        let x = scale.x(0.0);
        pen.sketch.hairline(Point::new(x, start), Point::new(x, pen.y), Tone::Ink, Role::Axis);
    }
    pen.y = scale.axis(pen.sketch, pen.y + 2.0);
}

/// Draws one arrow with its name, its figure and its base.
fn row(pen: &mut Pen<'_, '_>, change: &Change, scale: &Scale) {
    let picture = pen.picture;
    let own = pen.sketch.unplaced(change.words.id);
    pen.datum = Some(own);
    pen.end.x = BELOW;
    let datum = pen.datum;
    let color = if change.way == Phrase::Net { Tone::Ink } else { Tone::Accent };
    let plain = Ink::new(Type::Label, Weight::Regular, Tone::Muted, Role::Label);
    // Two lines to the left of the arrow, around its middle, or one line above it.
    let top = pen.y;
    if scale.wide {
        pen.y += (scale.band - pen.sketch.frame.line(Type::Name) - pen.sketch.frame.line(Type::Label)) / 2.0;
    }
    pen.write(change.way.get(picture.frame.language), NAME);
    pen.behind(&change.years, plain, if scale.wide { BELOW } else { 8.0 });
    let y = if scale.wide { top } else { pen.y + 2.0 };

    // The arrow, on the lines of its scale; hollow where a year is our reading of a misprint.
    let sketch = &mut *pen.sketch;
    let middle = y + scale.band / 2.0;
    scale.lines(sketch, y, y + scale.band);
    let tip = scale.x(change.value);
    let outline = scale.outline(change.value, middle);
    let is_read = |end| picture.package.reading(end, Basis::Read).erratum.is_some();
    let hollow = is_read(change.from) || is_read(change.to);
    let (fill, role) = if hollow { (Tone::Background, Role::Decoration) } else { (color, Role::Mark) };
    sketch.polygon(&outline, fill, role, datum);
    if hollow {
        sketch.line(&outline, Stroke { color, width: 2.0 }, None, Role::Mark, datum);
    }

    // Figures stand to the right of the zero line: at the tip of what rises, opposite what falls.
    let figure = Ink::new(scale.kind, Weight::Bold, color, Role::Figure);
    let marks = Ink::new(Type::Label, Weight::Bold, color, Role::Unit);
    let left = tip.max(scale.x(0.0)) + scale::SPACE;
    let origin = Point::new(left, middle + sketch.drop(scale.kind));
    let text = change.words.unmarked_figure();
    let behind = Point::new(left + sketch.width_of(&text, figure) + 2.0, origin.y);
    let right = behind.x + sketch.width_of(&change.words.marks, marks);
    sketch.ground(&Rect::between(left - 4.0, y, right, y + scale.band));
    sketch.text(&text, origin, Anchor::Start, figure, datum);
    sketch.text(&change.words.marks, behind, Anchor::Start, marks, datum);
    let area = sketch.bounds_of(own);
    sketch.settle(own, &area, Point::new(tip, middle));

    // What it is measured on, and how many times the first value the peak is: on one line where both fit.
    let small = Ink { kind: Type::Small, ..plain };
    let left = if scale.wide { scale.x(0.0) + scale::SPACE } else { 0.0 };
    pen.put(&Rect::new(left, y + scale.band, scale.right - left, 0.0));
    pen.write(&change.base(picture), small);
    if let Some(words) = &change.fold {
        let figure = words.figure();
        let bold = Ink { color, role: Role::Figure, ..NAME };
        if pen.end.x + 24.0 + pen.sketch.width_of(&figure, bold) + pen.sketch.width_of(words.label, small) > pen.right() {
            pen.end.x = BELOW;
        }
        pen.datum = Some(pen.sketch.unplaced(words.id));
        pen.behind(&figure, bold, 16.0);
        pen.behind(words.label, small, 8.0);
        pen.close();
    }
    pen.put(&Rect::new(0.0, pen.y, scale.right, 0.0));
    pen.datum = None;
}
