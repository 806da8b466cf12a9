//! Time from top to bottom: a scale, the marks of each article on a track of its own, and to the right their words, which are
//! pushed apart where the marks are close and tied to them by thin lines.

use super::super::super::scale::LinearScale;
use super::super::super::sketch::{Ink, Sketch};
use super::super::super::{Tone, Type};
use super::moment::{RADIUS, Track};
use super::{Group, Lane, Stretch, entry, heading, stretch};
use crate::data::{Date, Language};
use crate::scene::{Anchor, Dash, Point, Rect, Role, Stroke, Weight};
use crate::words::Phrase;

/// From one track to the next, where there is room and where there is little.
const TRACK: (f64, f64) = (13.0, 8.0);
/// From the last track to the words, likewise.
const REACH: (f64, f64) = (20.0, 10.0);
/// Between the words of two marks.
const GAP: f64 = 12.0;
/// From this width on, by the size of the text, the steps of the scale have names.
const ROOMY: f64 = 200.0;
/// The least height of a year, and of a month.
const STEP: (f64, f64) = (40.0, 24.0);

/// The names of the steps, and of the years that begin with them.
const SMALL: Ink = Ink::new(Type::Small, Weight::Regular, Tone::Muted, Role::Axis);
const BOLD: Ink = Ink::new(Type::Small, Weight::Bold, Tone::Ink, Role::Axis);

/// Draws the stretches and tells where they end.
pub(super) fn draw(sketch: &mut Sketch<'_>, stretches: &[Stretch<'_>], lanes: &[Lane], top: f64) -> f64 {
    let mut y = top;
    for stretch in stretches {
        let head = match (stretch.is_monthly(), stretches.len() > 1) {
            (false, _) => (Phrase::Overview, Phrase::AStepAYear),
            (true, false) => (Phrase::Detail, Phrase::AStepAMonth),
            (true, true) => (Phrase::Detail, Phrase::AnotherScale),
        };
        y = heading::head(sketch, head, y) + 14.0;
        y = panel(sketch, stretch, lanes, y) + 34.0;
    }
    y
}

/// The words of a mark, and where they begin.
struct Tag<'g> {
    group: &'g Group<'g>,
    lane: &'g Lane,
    /// Where its mark stands, across the time and along it.
    across: f64,
    along: f64,
    /// How high its words are, with the name of the article over them.
    height: f64,
}

/// Draws one panel and tells where it ends.
fn panel(sketch: &mut Sketch<'_>, stretch: &Stretch<'_>, lanes: &[Lane], top: f64) -> f64 {
    let frame = sketch.frame;
    // A narrow picture with large text has room for the words or for the names of the steps.
    let mut widest: f64 = 0.0;
    for &step in &stretch.steps {
        widest = widest.max(sketch.width_of(&name(step, frame.language).0, BOLD));
    }
    let roomy = frame.width >= ROOMY * frame.text_scale;
    let (margin, pitch, reach) = if roomy { (widest.ceil() + 10.0, TRACK.0, REACH.0) } else { (6.0, TRACK.1, REACH.1) };

    // Long marks first, so that what ties the short ones to their words crosses none of them.
    let mut tracks = Vec::new();
    let rank = |group: &Group<'_>| if group.is_long() { group.lane } else { lanes.len() + group.lane };
    for track in 0..2 * lanes.len() {
        if stretch.groups.iter().any(|group| rank(group) == track) {
            tracks.push(track);
        }
    }
    let track = |place: usize| margin + RADIUS + 3.0 + place as f64 * pitch;
    let gutter = track(tracks.len()) - pitch + RADIUS + 3.0;
    let left = gutter + reach;

    // The words, each as near to its mark as the others let it.
    let name_line = frame.line(Type::Small);
    let room = Rect::new(left, 0.0, frame.width - left, 0.0);
    let mut tags: Vec<Tag<'_>> = Vec::new();
    let mut taken = 0.0;
    for group in &stretch.groups {
        let Some(lane) = lanes.get(group.lane) else { continue };
        let words = entry::measure(sketch, group, lane.color, room);
        let height = name_line + words.height + GAP;
        taken += height;
        let place = tracks.iter().take_while(|track| **track != rank(group)).count();
        tags.push(Tag { group, lane, across: track(place), along: 0.0, height });
    }
    let least = if stretch.is_monthly() { STEP.1 } else { STEP.0 };
    let height = taken.max(least * frame.text_scale * stretch.steps.len() as f64).round();
    let bottom = top + height;
    let scale = LinearScale::new((stretch.from, stretch.to), (top, bottom));
    let mut wishes = Vec::new();
    for tag in &mut tags {
        tag.along = scale.map(tag.group.at);
        wishes.push((tag.along - name_line * 0.5, tag.height));
    }
    let places = apart(&wishes, top);

    // The scale: a tick a step, and where there is a margin for it, its name, the year in bold where it begins.
    let drop = frame.size(Type::Small) * 0.36;
    for &step in &stretch.steps {
        let y = scale.map(step.start()).round();
        let (name, ink) = name(step, frame.language);
        let color = if ink.weight == Weight::Bold { Tone::Ink } else { Tone::Grid };
        sketch.hairline(Point::new(margin - 5.0, y), Point::new(margin + 1.0, y), color, Role::Axis);
        if sketch.width_of(&name, ink) <= margin - 8.0 {
            sketch.text(&name, Point::new(margin - 8.0, y + drop), Anchor::End, ink, None);
        }
    }
    for place in 0..tracks.len() {
        let x = track(place);
        sketch.hairline(Point::new(x, top), Point::new(x, bottom), Tone::Grid, Role::Grid);
    }
    let mut end = top;
    for (tag, y) in tags.iter().zip(&places) {
        let color = tag.lane.color;
        let name = Ink::new(Type::Small, Weight::Regular, color, Role::Label);
        let middle = y + name_line * 0.5;
        sketch.text(tag.lane.name, Point::new(left, middle + drop), Anchor::Start, name, None);
        let place = Rect { y: y + name_line, ..room };
        entry::words(sketch, tag.group, color, place, Point::new(tag.across, tag.along));
        end = y + tag.height - GAP;

        // What ties long marks that begin together leaves them one below the other.
        let at = if tag.group.is_long() { tag.along + 2.0 + 4.0 * (tag.across - track(0)) / pitch } else { tag.along };
        let dash = tag.group.derived.then_some(&Dash { on: 2.0, off: 3.0 });
        let bend = Point::new(gutter, at);
        let stroke = Stroke { color, width: 1.0 };
        for &(from, to) in &[(Point::new(tag.across, at), bend), (bend, Point::new(left - 5.0, middle))] {
            sketch.line(&[from, to], stroke, dash, Role::Connector, Some(tag.group.datum));
        }
    }
    for tag in &tags {
        Track { across: tag.across, down: true }.mark(sketch, tag.group, (&scale, top, bottom), tag.lane.color);
    }
    end.max(bottom)
}

/// What stands at a step: the year if one begins, else its own name.
fn name(step: Date, language: Language) -> (String, Ink) {
    let year = stretch::year(step, language);
    if year.is_empty() { (stretch::name(step, language), SMALL) } else { (year, BOLD) }
}

/// Pushes boxes apart that follow each other downwards, each with the place that it wishes for and its height: those that touch
/// share what they have to give way. None begins above `top`.
fn apart(wishes: &[(f64, f64)], top: f64) -> Vec<f64> {
    // Runs of boxes that touch: the sum of what they wish for the first of them, how many they are, and their height.
    let mut runs: Vec<(f64, f64, f64)> = Vec::new();
    let begin = |run: &(f64, f64, f64)| (run.0 / run.1).max(top);
    for &(wish, height) in wishes {
        let mut run = (wish, 1.0, height);
        while let Some(last) = runs.pop_if(|last| begin(last) + last.2 > begin(&run)) {
            run = (last.0 + run.0 - run.1 * last.2, last.1 + run.1, last.2 + run.2);
        }
        runs.push(run);
    }
    let mut places = Vec::new();
    for run in &runs {
        let mut y = begin(run);
        for _ in 0..run.1 as usize {
            let Some((_, height)) = wishes.get(places.len()) else { break };
            places.push(y);
            y += height;
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn boxes_that_touch_share_what_they_have_to_give_way() {
        assert_eq!(apart(&[(10.0, 20.0), (50.0, 20.0)], 0.0), [10.0, 50.0]);
        assert_eq!(apart(&[(50.0, 20.0), (50.0, 20.0)], 0.0), [40.0, 60.0]);
        assert_eq!(apart(&[(5.0, 20.0), (5.0, 20.0)], 0.0), [0.0, 20.0]);
    }

    proptest! {
        #[test]
        fn boxes_never_overlap_nor_begin_too_high(wishes in prop::collection::vec((0.0..500.0f64, 1.0..80.0f64), 0..12)) {
            let places = apart(&wishes, 30.0);
            prop_assert_eq!(places.len(), wishes.len());
            prop_assert!(places.iter().all(|place| *place >= 30.0));
            for (i, pair) in places.windows(2).enumerate() {
                prop_assert!(pair[1] - pair[0] >= wishes[i].1 - 1e-6, "{:?}", places);
            }
        }
    }
}
