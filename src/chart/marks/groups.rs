//! Pictures without a scale: the groups of a view below each other, each set in its form.

use super::super::sketch::Ink;
use super::super::{Picture, Tone, Type};
use super::block::{self, Entry, Setting};
use super::pen::{Beside, Columns, GUTTER, Pen};
use super::{columns, cycle, roll, tag};
use crate::data::{Form, Item, Role as RowRole, ViewRow};
use crate::scene::{Role, Weight};
use crate::words::{Description, describe};

/// Between two groups, in CSS pixels.
const GAP: f64 = 30.0;
/// Marks stand beside the figures that count them from this width on, in CSS pixels at the usual text size; below them on anything
/// narrower.
const BESIDE: f64 = 600.0;

/// Draws the view and tells how high it is.
pub(in super::super) fn draw(pen: &mut Pen<'_, '_>) -> f64 {
    let picture = pen.picture;
    let _width = pen.sketch.frame.width;
    let mut last = None;
    for (group, rows) in picture.view.grouped() {
        let label = group.label.get(picture.frame.language);
        if last.is_some() {
            pen.y += GAP;
            if !label.is_empty() || last == Some(group.form) {
                pen.rule();
                pen.y += 14.0;
            }
        }
        pen.sketch.panel(group.first.id);
        if !label.is_empty() {
            pen.write(label, Ink::new(Type::Label, Weight::Bold, Tone::Muted, Role::Label));
            pen.y += 10.0;
        }
        let entries = entries(picture, rows);
        match group.form {
            Form::Roll => roll::draw(pen, &entries),
            Form::Cycle => cycle::draw(pen, &entries),
            Form::Tag => tag::draw(pen, &entries),
            form => columns::draw(pen, &entries, form),
        }
        last = Some(group.form);
    }
    pen.y + 2.0
}

/// Sets a count and goes on to its marks: beside it, on its line, or below it where there is no room.
pub(super) fn count(pen: &mut Pen<'_, '_>, words: &Description, setting: Setting) -> Beside {
    let wide = pen.width >= BESIDE * pen.sketch.frame.text_scale;
    let rail = if wide { (pen.width * 0.26).min(300.0).round() } else { 0.0 };
    let mut beside = pen.rail((rail, GUTTER));
    block::head(pen, words, setting);
    pen.y += 6.0;
    beside.turn(pen, pen.metrics(Type::Headline).0 - pen.metrics(Type::Name).0);
    beside
}

/// Columns that hold the name of each member on one line, set in from their left edges, and are at least so wide.
pub(super) fn columns(pen: &Pen<'_, '_>, members: &[Item], indent: f64, least: f64) -> Columns {
    let ink = Ink::new(Type::Name, Weight::Bold, Tone::Ink, Role::Label);
    let mut widest = least;
    for member in members {
        widest = widest.max(indent + pen.sketch.width_of(member.label.get(pen.picture.frame.language), ink));
    }
    let gutter = 12.0;
    Columns { count: (((pen.width + gutter) / (widest + gutter)) as usize).min(members.len()), gutter, gap: gutter }
}

/// The rows that are drawn, in words.
fn entries(picture: &Picture<'_>, rows: &[ViewRow]) -> Vec<Entry> {
    let mut entries = Vec::new();
    for row in rows {
        if row.role != RowRole::Context {
            let words = describe(picture.package, row.subject, picture.basis(), picture.frame.language);
            entries.push(Entry { words, role: row.role });
        }
    }
    entries
}
