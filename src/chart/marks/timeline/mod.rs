//! Events of several articles on one time axis: the form of a mark is the precision that was printed, each article has a lane of its
//! own, and what has no date stands apart.

mod across;
mod down;
mod entry;
mod flags;
mod heading;
mod moment;
mod stretch;
mod undated;

use super::super::Tone;
use super::super::sketch::Sketch;
use super::pen::Pen;
use crate::data::{Period, Precision, Role as RowRole};
use crate::scene::{Dash, Point, Role, Stroke};
use entry::Entry;
use stretch::Stretch;

/// Time runs from left to right from this width on, by the size of the text, and downwards on anything narrower.
const ACROSS: f64 = 640.0;

/// An article: its name, and its own colour.
struct Lane {
    name: &'static str,
    color: Tone,
}

/// What one mark stands for: what one article says of one day, month or year.
struct Group<'e> {
    lane: usize,
    when: Period,
    derived: bool,
    /// Where its words are tied to the axis: the middle of a day or a month, the beginning of anything longer; a year with a fraction.
    at: f64,
    entries: Vec<&'e Entry>,
    /// The datum of its first entry; those of the others follow.
    datum: usize,
}

impl Group<'_> {
    /// Whether the mark is so long that shorter ones need a row of their own.
    fn is_long(&self) -> bool {
        matches!(self.when.precision(), Precision::Year | Precision::Range)
    }

    /// Draws what ties its mark to its words.
    fn tie(&self, sketch: &mut Sketch<'_>, points: &[Point], color: Tone) {
        let dash = self.derived.then_some(&Dash { on: 2.0, off: 3.0 });
        sketch.line(points, Stroke { color, width: 1.0 }, dash, Role::Connector, Some(self.datum));
    }
}

/// Draws the view and tells how high it is.
pub(in super::super) fn draw(pen: &mut Pen<'_, '_>) -> f64 {
    let picture = pen.picture;
    let mut lanes = Vec::new();
    for source in picture.package.sources {
        lanes.push(Lane { name: picture.article_name(source), color: Tone::of(source) });
    }
    let (mut entries, mut periods) = (Vec::new(), Vec::new());
    for row in picture.view.rows {
        if row.role != RowRole::Context
            && let Some(entry) = Entry::new(picture, row.subject)
        {
            periods.extend(entry.when);
            entries.push(entry);
        }
    }
    // The scales do not change with what is filtered out.
    let mut stretches = stretch::stretches(&periods);
    let mut undated = Vec::new();
    for entry in entries.iter().filter(|entry| entry.admitted) {
        match (entry.when, entry.at()) {
            (Some(when), Some(at)) => file(&mut stretches, entry, when, at),
            _ => undated.push(entry),
        }
    }
    stretches.retain(|stretch| !stretch.groups.is_empty());

    let width = pen.sketch.frame.width;
    heading::key(pen, &stretches);
    for stretch in &mut stretches {
        stretch.panel = pen.sketch.panel(stretch.id);
        for group in &mut stretch.groups {
            for (i, entry) in group.entries.iter().enumerate() {
                let datum = pen.sketch.unplaced(entry.words.id);
                if i == 0 {
                    group.datum = datum;
                }
            }
        }
    }
    let across = width >= ACROSS * picture.frame.text_scale;
    let draw = if across { across::draw } else { down::draw };
    draw(pen, &stretches, &lanes);
    undated::draw(pen, &undated, &lanes, across);
    pen.y
}

/// Puts a dated statement into the stretch in which it begins, and there to what the same article says of the same time.
fn file<'e>(stretches: &mut [Stretch<'e>], entry: &'e Entry, when: Period, at: f64) {
    let mut place = 0;
    for (i, stretch) in stretches.iter().enumerate() {
        if at >= stretch.from {
            place = i;
        }
    }
    let Some(Stretch { groups, .. }) = stretches.get_mut(place) else { return };
    let derived = entry.words.is_derived();
    for group in groups.iter_mut() {
        if (group.lane, group.when, group.derived) == (entry.lane, when, derived) {
            // What prints the date itself leads.
            let leading = group.entries.iter().take_while(|other| other.prints_date()).count();
            group.entries.insert(if entry.prints_date() { leading } else { group.entries.len() }, entry);
            return;
        }
    }
    let place = groups.iter().take_while(|group| group.at <= at).count();
    groups.insert(place, Group { lane: entry.lane, when, derived, at, entries: vec![entry], datum: 0 });
}
