//! Events of several articles on one time axis: the form of a mark is the precision that was printed, each article has a lane of its
//! own, and what has no date stands apart.

mod across;
mod block;
mod down;
mod entry;
mod flags;
mod heading;
mod moment;
mod stretch;
mod undated;

use super::super::sketch::Sketch;
use super::super::{Picture, Tone};
use crate::data::{Period, Precision, Role as RowRole, Source};
use crate::scene::Rect;
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
struct Group {
    lane: usize,
    when: Period,
    derived: bool,
    /// Where its words are tied to the axis: the middle of a day or a month, the beginning of anything longer; a year with a fraction.
    at: f64,
    entries: Vec<Entry>,
    /// The datum of its first entry; those of the others follow.
    datum: usize,
}

impl Group {
    /// Whether the mark is so long that shorter ones need a row of their own.
    fn is_long(&self) -> bool {
        matches!(self.when.precision(), Precision::Year | Precision::Range)
    }
}

/// A panel: a stretch of time on a scale of its own, and what falls into it, in the order of time.
struct Strip {
    stretch: Stretch,
    groups: Vec<Group>,
}

/// Draws the view and tells how high it is.
pub(in super::super) fn draw(picture: &Picture<'_>, sketch: &mut Sketch<'_>) -> f64 {
    let lanes: Vec<Lane> = picture.package.sources.iter().map(|source| lane(picture, source)).collect();
    let rows = picture.view.rows.iter().filter(|row| row.role != RowRole::Context);
    let entries: Vec<Entry> = rows.filter_map(|row| Entry::new(picture, row.subject)).collect();
    // The scales do not change with what is filtered out.
    let stretches = stretch::stretches(entries.iter().filter_map(|entry| entry.when));
    let (dated, undated): (Vec<Entry>, Vec<Entry>) =
        entries.into_iter().filter(|entry| entry.admitted).partition(|entry| entry.at().is_some());
    let mut strips: Vec<Strip> = stretches.into_iter().map(|stretch| Strip { stretch, groups: Vec::new() }).collect();
    for entry in dated {
        file(&mut strips, entry);
    }
    strips.retain(|strip| !strip.groups.is_empty());

    let top = heading::key(picture, sketch, &strips);
    for strip in &mut strips {
        let panel = sketch.panel(strip.stretch.id, Rect::new(0.0, top, sketch.frame.width, 0.0));
        for group in &mut strip.groups {
            let added: Vec<usize> = group.entries.iter().map(|entry| entry.datum(sketch, panel)).collect();
            group.datum = added.first().copied().unwrap_or_default();
        }
    }
    let across = sketch.frame.width >= ACROSS * sketch.frame.text_scale;
    let bottom = if across {
        across::draw(picture, sketch, &strips, &lanes, top)
    } else {
        down::draw(picture, sketch, &strips, &lanes, top)
    };
    undated::draw(picture, sketch, &undated, &lanes, (bottom, across))
}

/// An article is named as the filter names it.
fn lane(picture: &Picture<'_>, source: &Source) -> Lane {
    let options = picture.view.toggles.iter().flat_map(|toggle| toggle.options);
    let name = options.into_iter().find(|option| option.id == source.id).map_or(source.headline, |option| option.label);
    Lane { name: name.get(picture.frame.language), color: Tone::of(source) }
}

/// Puts a dated statement into the panel in which it begins, and there to what the same article says of the same time.
fn file(strips: &mut [Strip], entry: Entry) {
    let (Some(when), Some(at)) = (entry.when, entry.at()) else { return };
    let place = strips.iter().rposition(|strip| at >= strip.stretch.from).unwrap_or_default();
    let Some(strip) = strips.get_mut(place) else { return };
    let derived = entry.words.is_derived();
    let same = |group: &&mut Group| (group.lane, group.when, group.derived) == (entry.lane, when, derived);
    if let Some(group) = strip.groups.iter_mut().find(same) {
        // What prints the date itself leads.
        let place = if entry.prints_date() {
            group.entries.iter().take_while(|other| other.prints_date()).count()
        } else {
            group.entries.len()
        };
        group.entries.insert(place, entry);
    } else {
        let place = strip.groups.iter().take_while(|group| group.at <= at).count();
        strip.groups.insert(place, Group { lane: entry.lane, when, derived, at, entries: vec![entry], datum: 0 });
    }
}
