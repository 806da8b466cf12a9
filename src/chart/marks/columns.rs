//! What stands side by side, each with what belongs to it below: blocks, badges, tiles of one size, and voices under their speakers.

use super::super::sketch::Ink;
use super::super::{Tone, Type};
use super::block::{self, Entry, Setting};
use super::members;
use super::pen::{BELOW, Columns, GUTTER, Pen, even};
use crate::data::{Form, Kind, Language, Role as RowRole};
use crate::scene::{Rect, Role, Weight};
use crate::words::{Description, Phrase};

/// The narrowest column and the gutter, in CSS pixels: of tiles that stand in one row, and of everything else.
const ONE_ROW: (f64, f64) = (128.0, 20.0);
const ROWS: (f64, f64) = (190.0, GUTTER);
/// How high the bar is that all tiles have alike, in CSS pixels.
const BAR: f64 = 10.0;
/// Between what stands in a column, in CSS pixels.
const GAP: f64 = 14.0;

/// Draws leads side by side, each with the rows that belong to it.
#[inline(never)]
pub(super) fn draw(pen: &mut Pen<'_, '_>, entries: &[Entry], form: Form) {
    let mut runs = Vec::new();
    for run in entries.chunk_by(|_, next| form != Form::Flow && next.role != RowRole::Mark) {
        runs.push(run);
    }
    let things = runs.len();
    let one_row = form == Form::Tile && pen.fitting(ONE_ROW.0, ONE_ROW.1) >= things;
    let (least, gutter) = if one_row { ONE_ROW } else { ROWS };
    let count = even(things, pen.fitting(least, gutter).min(5));
    let space = if count > 1 { BELOW } else { members::SPACE };
    let mut grid = pen.grid(Columns { count, gutter, gap: GAP * 2.0 });
    for row in runs.chunks(count) {
        // What belongs to the leads of a row begins at one height, whatever these need.
        let mut tallest: f64 = 0.0;
        for (lead, _) in row.iter().filter_map(|run| run.split_first()) {
            let (top, sketch) = (pen.y, pen.sketch.mark());
            head(pen, &lead.words, form, space);
            tallest = tallest.max(pen.y - top);
            pen.y = top;
            pen.sketch.forget(sketch);
        }
        for (lead, rest) in row.iter().filter_map(|run| run.split_first()) {
            grid.next(pen);
            let below = pen.y + tallest;
            head(pen, &lead.words, form, space);
            for (i, entry) in rest.iter().enumerate() {
                pen.y = if i > 0 { pen.y } else { below } + GAP;
                pen.open(entry.words.id);
                let figure = (Type::Figure, Tone::Ink);
                let name = (Type::Label, Weight::Regular);
                block::draw(pen, &entry.words, Setting { figure, name, behind: block::SPACE, members: (Type::Label, space) });
                pen.close();
            }
        }
    }
    grid.end(pen);
}

/// Draws what leads a column.
fn head(pen: &mut Pen<'_, '_>, words: &Description, form: Form, space: f64) {
    pen.open(words.id);
    let language = pen.picture.frame.language;
    let small = Ink::new(Type::Label, Weight::Regular, Tone::Muted, Role::Label);
    let mut setting = Setting { members: (Type::Label, space), ..Setting::COUNT };
    match form {
        Form::Tile => {
            pen.sketch.filled(&Rect::new(pen.x, pen.y, pen.width, BAR), Tone::Accent, Role::Mark, pen.datum);
            pen.y += BAR + 8.0;
            setting.figure = (Type::Small, Tone::Muted);
        }
        Form::Voice => {
            let mut speaker = Phrase::Who.get(language).to_owned();
            if language == Language::En {
                speaker.push(' ');
            }
            speaker.push_str(&words.agent);
            pen.write(&speaker, small);
            setting.behind = block::SPACE;
            setting.members = (Type::Name, BELOW);
        }
        Form::Badge => {}
        _ => {
            // Lists have a figure that is no larger than their members need, what stands alone a large one.
            setting.behind = block::SPACE;
            if words.kind == Some(Kind::Claim) {
                setting.figure.1 = Tone::Ink;
            } else if words.kind == Some(Kind::List) {
                setting.figure = (Type::Figure, Tone::Ink);
            }
        }
    }
    block::draw(pen, words, setting);
    // What is not a date itself has its date below it.
    if form == Form::Badge && words.kind != Some(Kind::Date) {
        pen.write(&words.period, small);
    }
    pen.close();
}
