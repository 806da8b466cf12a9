//! Pictures without a scale: the groups of a view below each other, each set in its form.

use super::super::sketch::{Ink, Sketch};
use super::super::{Picture, Tone, Type};
use super::block::Entry;
use super::set::paragraph;
use super::{cycle, flow, roll, tag, tile};
use crate::data::{Form, Role as RowRole, ViewRow};
use crate::scene::{Point, Rect, Role, Weight};
use crate::words::describe;

/// Between two groups, in CSS pixels.
const GAP: f64 = 30.0;
/// Marks stand beside the figures that count them from this width on, in CSS pixels at the usual text size; below them on anything
/// narrower.
const BESIDE: f64 = 600.0;

/// Draws the view and tells how high it is.
pub(in super::super) fn draw(picture: &Picture<'_>, sketch: &mut Sketch<'_>) -> f64 {
    let width = sketch.frame.width;
    let mut y = 0.0;
    let mut last = None;
    for (group, rows) in picture.view.grouped() {
        let label = group.label.get(picture.frame.language);
        if last.is_some() {
            y += GAP;
            if !label.is_empty() || last == Some(group.form) {
                y = y.round() + 0.5;
                sketch.rule((0.0, width), y);
                y += 14.0;
            }
        }
        let panel = sketch.band(group.first.id, y);
        if !label.is_empty() {
            let ink = Ink::new(Type::Label, Weight::Bold, Tone::Muted, Role::Label);
            y = paragraph(sketch, label, Point::new(0.0, y), width, ink, None) + 10.0;
        }
        let entries = entries(picture, rows);
        let place = Rect::new(0.0, y, width, 0.0);
        y = match group.form {
            Form::Flow => flow::draw(picture, sketch, &entries, place, panel),
            Form::Badge | Form::Tile | Form::Voice => tile::draw(picture, sketch, &entries, place, (panel, group.form)),
            Form::Roll => roll::draw(picture, sketch, &entries, place, panel),
            Form::Cycle => cycle::draw(picture, sketch, &entries, place, panel),
            Form::Tag => tag::draw(picture, sketch, &entries, place, panel),
        };
        last = Some(group.form);
    }
    y + 2.0
}

/// Whether marks stand beside the figures that count them, and how much room these have then, in CSS pixels.
pub(super) fn rail(sketch: &Sketch<'_>) -> Option<f64> {
    let width = sketch.frame.width;
    (width >= BESIDE * sketch.frame.text_scale).then(|| (width * 0.26).min(300.0).round())
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
