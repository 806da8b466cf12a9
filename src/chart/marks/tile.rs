//! What stands side by side, each with what belongs to it below: badges, tiles of one size, and voices under their speakers.

use super::super::sketch::{Ink, Sketch};
use super::super::{Picture, Tone, Type};
use super::block::{self, Entry, Setting};
use super::flow::{GUTTER, column, fitting};
use super::members::{self, Run};
use super::set::paragraph;
use crate::data::{Form, Kind, Language, Role as RowRole};
use crate::scene::{Anchor, Point, Rect, Role, Weight};
use crate::words::Phrase;

/// Between two tiles where they are many, in CSS pixels.
const CLOSE: f64 = 20.0;
/// The narrowest of several columns in one row, and in several rows, in CSS pixels at the usual text size.
const NARROWEST: (f64, f64) = (128.0, 190.0);
/// How high the bar is that all tiles have alike, in CSS pixels.
const BAR: f64 = 10.0;
/// Between what stands in a column, in CSS pixels.
const GAP: f64 = 14.0;

/// Draws leads side by side, each with the rows that belong to it, and tells where they end.
pub(super) fn draw(
    picture: &Picture<'_>,
    sketch: &mut Sketch<'_>,
    entries: &[Entry],
    place: Rect,
    (panel, form): (usize, Form),
) -> f64 {
    let mut runs = Vec::new();
    for run in entries.chunk_by(|_, next| next.role != RowRole::Mark) {
        runs.push(run);
    }
    let scale = sketch.frame.text_scale;
    let count = runs.len();
    let one_row = (place.width + CLOSE) / count.max(1) as f64 - CLOSE;
    let (columns, gutter) = if form == Form::Tile && one_row >= NARROWEST.0 * scale {
        (count, CLOSE)
    } else {
        let most = fitting(place.width, NARROWEST.1 * scale).min(count);
        (count.div_ceil(count.div_ceil(most.max(1)).max(1)), GUTTER)
    };
    let width = if gutter == CLOSE { one_row.floor() } else { column(place.width, columns) };
    let mut y = place.y;
    for (i, row) in runs.chunks(columns.max(1)).enumerate() {
        if i > 0 {
            y += GAP * 2.0;
        }
        // What belongs to the leads begins at one height, whatever these need.
        let mut scratch = sketch.scratch();
        let column = Rect::new(0.0, 0.0, width, 0.0);
        let mut tallest: f64 = 0.0;
        for lead in row.iter().filter_map(|run| run.first()) {
            tallest = tallest.max(head(picture, &mut scratch, lead, column, (0, form)));
        }
        let mut bottom = y;
        for (slot, run) in row.iter().enumerate() {
            let own = Rect::new(place.x + slot as f64 * (width + gutter), y, width, 0.0);
            let Some((lead, rest)) = run.split_first() else { continue };
            let end = head(picture, sketch, lead, own, (panel, form));
            let below = Rect { y: y + tallest + GAP, ..own };
            let run = if columns > 1 { Run::Down } else { Run::Along(members::SPACE) };
            bottom = bottom.max(end).max(belongings(picture, sketch, rest, below, (panel, run)));
        }
        y = bottom;
    }
    y
}

/// Draws what leads a column and tells where it ends.
fn head(picture: &Picture<'_>, sketch: &mut Sketch<'_>, lead: &Entry, place: Rect, (panel, form): (usize, Form)) -> f64 {
    let words = &lead.words;
    let datum = sketch.unplaced(words.id, panel);
    let name = (Type::Name, Weight::Bold);
    let figure = (Type::Headline, Tone::Accent);
    if form == Form::Tile {
        let rect = Rect { height: BAR, ..place };
        sketch.filled(&rect, Tone::Accent, Role::Mark, Some(datum));
        return tile(picture, sketch, lead, Rect { y: rect.bottom() + 8.0, ..place }, datum);
    }
    if form == Form::Badge {
        let setting = Setting { figure, name, members: (Type::Label, Run::Down), behind: false };
        let bottom = block::draw(picture, sketch, words, place, setting, datum);
        let dated = picture.package.observation(words.id).is_some_and(|row| row.kind != Kind::Date && row.period.is_some());
        if !dated {
            return bottom;
        }
        // What is not a date itself has its date below it.
        let ink = Ink::new(Type::Small, Weight::Regular, Tone::Muted, Role::Label);
        let below = paragraph(sketch, &words.period, Point::new(place.x, bottom), place.width, ink, Some(datum));
        sketch.extend(datum, Rect::between(place.x, bottom, place.right(), below));
        return below;
    }
    let ink = Ink::new(Type::Label, Weight::Regular, Tone::Muted, Role::Label);
    let mut speaker = Phrase::Who.get(picture.frame.language).to_owned();
    if picture.frame.language == Language::En {
        speaker.push(' ');
    }
    speaker.push_str(&words.agent);
    let y = paragraph(sketch, &speaker, place.origin(), place.width, ink, Some(datum)) + 2.0;
    let setting = Setting { figure, name, members: (Type::Name, Run::Down), behind: true };
    let bottom = block::draw(picture, sketch, words, Rect { y, ..place }, setting, datum);
    sketch.extend(datum, Rect { height: 1.0, ..place });
    bottom
}

/// The words of a tile: its rank with its count, and what it is.
fn tile(picture: &Picture<'_>, sketch: &mut Sketch<'_>, lead: &Entry, place: Rect, datum: usize) -> f64 {
    let words = &lead.words;
    let line = sketch.frame.line(Type::Label);
    let y = ranked(sketch, lead, place, datum);
    let ink = Ink::new(Type::Name, Weight::Bold, Tone::Ink, Role::Label);
    let bottom = block::caption(picture, sketch, words, Rect { y: y + 2.0, ..place }, ink, datum);
    let area = Rect::between(place.x, place.y - 8.0 - BAR, place.right(), bottom.max(place.y + line));
    sketch.settle_under(datum, &area, area.width / 2.0);
    bottom
}

/// Sets the rank of a row and its count small on one line. Returns where they end.
pub(super) fn ranked(sketch: &mut Sketch<'_>, entry: &Entry, place: Rect, datum: usize) -> f64 {
    let words = &entry.words;
    let size = sketch.frame.size(Type::Small) * 0.36;
    let line = sketch.frame.line(Type::Small);
    let mut at = Point::new(place.x, sketch.baseline(place.y, Type::Small));
    for (text, role, weight, space) in &[
        (block::parts(words.label).rank, Role::Label, Weight::Regular, 8.0),
        (&words.unmarked_figure(), Role::Figure, Weight::Bold, 2.0),
        (&words.marked_unit(), Role::Unit, Weight::Regular, 0.0),
    ] {
        let ink = Ink::new(Type::Small, *weight, Tone::Muted, *role);
        if !text.is_empty() {
            if at.x > place.x && at.x + sketch.width_of(text, ink) > place.right() {
                at = Point::new(place.x, at.y + line);
            }
            at.x = sketch.text(text, at, Anchor::Start, ink, Some(datum)).right() + space;
        }
    }
    at.y + line / 2.0 - size
}

/// Draws what belongs to a lead below it and tells where it ends.
fn belongings(picture: &Picture<'_>, sketch: &mut Sketch<'_>, entries: &[Entry], place: Rect, (panel, run): (usize, Run)) -> f64 {
    let figure = (Type::Figure, Tone::Ink);
    let setting = Setting { figure, name: (Type::Label, Weight::Regular), members: (Type::Label, run), behind: true };
    let mut y = place.y;
    let mut bottom = place.y - GAP;
    for entry in entries {
        let datum = sketch.unplaced(entry.words.id, panel);
        bottom = block::draw(picture, sketch, &entry.words, Rect { y, ..place }, setting, datum);
        y = bottom + GAP;
    }
    bottom
}
