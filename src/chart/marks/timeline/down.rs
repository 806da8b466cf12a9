//! Time from top to bottom: a scale, the marks of each article on a track of its own, and to the right their words, which are
//! pushed apart where the marks are close and tied to them by thin lines.

use super::super::super::scale::LinearScale;
use super::super::super::sketch::Ink;
use super::super::super::{Tone, Type};
use super::super::pen::Pen;
use super::moment::{RADIUS, Track};
use super::{Group, Lane, Stretch, entry, heading, stretch};
use crate::scene::{Anchor, Point, Rect, Role, Weight};
use crate::words::Phrase;

/// From one track to the next, where there is room and where there is little.
const TRACK: (f64, f64) = (13.0, 8.0);
/// From the last track to the words, likewise.
const REACH: (f64, f64) = (20.0, 10.0);
/// Between a track and what stands beside it.
const BESIDE: f64 = RADIUS + 3.0;
/// Between the words of two marks.
const GAP: f64 = 12.0;
/// From this width on, by the size of the text, the steps of the scale have names.
const ROOMY: f64 = 200.0;
/// The least height of a year, and of a month.
const STEP: (f64, f64) = (40.0, 24.0);

/// Draws the stretches.
pub(super) fn draw(pen: &mut Pen<'_, '_>, stretches: &[Stretch<'_>], lanes: &[Lane]) {
    for stretch in stretches {
        pen.sketch.resume(stretch.panel);
        let name = if stretch.is_monthly() { Phrase::Detail } else { Phrase::Overview };
        heading::head(pen, (name, stretch.remark(stretches)));
        pen.y = (pen.y + 14.0).round();
        panel(pen, stretch, lanes);
        pen.y += 34.0;
    }
}

/// The words of a mark.
struct Tag<'g> {
    group: &'g Group<'g>,
    lane: &'g Lane,
    /// Where its mark stands, across the time.
    across: f64,
    /// How high its words are, with the name of the article over them.
    height: f64,
}

/// Draws one panel.
fn panel(pen: &mut Pen<'_, '_>, stretch: &Stretch<'_>, lanes: &[Lane]) {
    let (frame, top) = (pen.sketch.frame, pen.y);
    // A narrow picture with large text has room for the words or for the names of the steps.
    let roomy = frame.width >= ROOMY * frame.text_scale;
    let widest = stretch.widest_name(pen.sketch).ceil();
    let (margin, pitch, reach) = if roomy { (widest + 10.0, TRACK.0, REACH.0) } else { (6.0, TRACK.1, REACH.1) };

    // Long marks first, so that what ties the short ones to their words crosses none of them.
    let rank = |group: &Group<'_>| if group.is_long() { group.lane } else { lanes.len() + group.lane };
    let mut tracks = Vec::new();
    for track in 0..2 * lanes.len() {
        if stretch.groups.iter().any(|group| rank(group) == track) {
            tracks.push(track);
        }
    }
    let track = |place: usize| margin + BESIDE + place as f64 * pitch;
    let gutter = track(tracks.len()) - pitch + BESIDE;
    let left = gutter + reach;

    // The words, each as near to its mark as the others let it.
    let line = frame.line(Type::Small);
    let width = frame.width - left;
    let mut tags: Vec<Tag<'_>> = Vec::new();
    let mut taken = 0.0;
    for group in &stretch.groups {
        let Some(lane) = lanes.get(group.lane) else { continue };
        let height = line + entry::measure(pen, group, lane.color, width).height + GAP;
        taken += height;
        let place = tracks.iter().take_while(|track| **track != rank(group)).count();
        tags.push(Tag { group, lane, across: track(place), height });
    }
    let least = if stretch.is_monthly() { STEP.1 } else { STEP.0 };
    let bottom = top + taken.max(least * frame.text_scale * stretch.steps.len() as f64).round();
    let scale = LinearScale::new((stretch.from, stretch.to), (top, bottom));
    let mut wishes = Vec::new();
    for tag in &tags {
        wishes.push((scale.map(tag.group.at) - line * 0.5, tag.height));
    }

    // The scale: a tick a step, and where there is a margin for it, its name, the year in bold where it begins.
    let drop = pen.sketch.drop(Type::Small);
    for &step in &stretch.steps {
        let y = scale.map(step.start()).round();
        let (name, ink) = stretch::name(step, frame.language);
        pen.sketch.hairline(Point::new(margin - 5.0, y), Point::new(margin + 1.0, y), ink.color, Role::Axis);
        if roomy {
            pen.sketch.text(&name, Point::new(margin - 8.0, y + drop), Anchor::End, ink, None);
        }
    }
    for place in 0..tracks.len() {
        let x = track(place);
        pen.sketch.hairline(Point::new(x, top), Point::new(x, bottom), Tone::Grid, Role::Grid);
    }
    for (tag, y) in tags.iter().zip(&apart(&wishes, top)) {
        let Tag { group, lane, across, .. } = *tag;
        let along = scale.map(group.at);
        let small = Ink::new(Type::Small, Weight::Regular, lane.color, Role::Label);
        let middle = y + line * 0.5;
        pen.sketch.text(lane.name, Point::new(left, middle + drop), Anchor::Start, small, None);
        entry::words(pen, group, lane.color, &Rect::new(left, y + line, width, 0.0), Point::new(across, along));
        // What ties long marks that begin together leaves them one below the other.
        let at = if group.is_long() { along + 2.0 + 4.0 * (across - track(0)) / pitch } else { along };
        group.tie(pen.sketch, &[Point::new(across, at), Point::new(gutter, at), Point::new(left - 5.0, middle)], lane.color);
    }
    for tag in &tags {
        Track { across: tag.across, down: true }.mark(pen.sketch, tag.group, (&scale, top, bottom), tag.lane.color);
    }
    pen.y = pen.y.max(bottom);
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
