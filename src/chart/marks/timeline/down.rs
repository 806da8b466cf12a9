//! Time from top to bottom: a scale, the marks of each article on a track of its own, and to the right their words, which are
//! pushed apart where the marks are close and tied to them by thin lines.

use super::super::super::scale::LinearScale;
use super::super::super::sketch::{Ink, Sketch};
use super::super::super::{Picture, Tone, Type};
use super::block::Block;
use super::heading;
use super::moment::{RADIUS, Track};
use super::stretch::Step;
use super::{Group, Lane, Strip};
use crate::scene::{Anchor, Dash, Point, Role, Stroke, Weight};
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

/// Draws the panels and tells where they end.
pub(super) fn draw(picture: &Picture<'_>, sketch: &mut Sketch<'_>, strips: &[Strip], lanes: &[Lane], top: f64) -> f64 {
    let mut y = top;
    for strip in strips {
        let head = match (strip.stretch.is_monthly(), strips.len() > 1) {
            (false, _) => (Phrase::Overview, Phrase::AStepAYear),
            (true, false) => (Phrase::Detail, Phrase::AStepAMonth),
            (true, true) => (Phrase::Detail, Phrase::AnotherScale),
        };
        y = heading::head(picture, sketch, head, y) + 14.0;
        y = panel(picture, sketch, strip, lanes, y) + 34.0;
    }
    y
}

/// The words of a mark, and where they begin.
struct Tag<'g> {
    group: &'g Group,
    lane: &'g Lane,
    block: Block,
    y: f64,
}

/// Draws one panel and tells where it ends.
fn panel(picture: &Picture<'_>, sketch: &mut Sketch<'_>, strip: &Strip, lanes: &[Lane], top: f64) -> f64 {
    let palette = picture.palette();
    let frame = sketch.frame;
    // A narrow picture with large text has room for the words or for the names of the steps.
    let small = Ink::new(Type::Small, Weight::Regular, palette.muted, Role::Axis);
    let steps = strip.stretch.steps(frame.language);
    let names = steps.iter().map(|step| step.year.as_ref().unwrap_or(&step.name));
    let widest = names.map(|name| sketch.width_of(name, bold(small, palette.ink))).fold(0.0, f64::max);
    let roomy = frame.width >= ROOMY * frame.text_scale;
    let (margin, pitch, reach) = if roomy { (widest.ceil() + 10.0, TRACK.0, REACH.0) } else { (6.0, TRACK.1, REACH.1) };

    // Long marks first, so that what ties the short ones to their words crosses none of them.
    let mut tracks: Vec<(bool, usize)> = Vec::new();
    for long in [true, false] {
        for lane in 0..lanes.len() {
            if strip.groups.iter().any(|group| group.is_long() == long && group.lane == lane) {
                tracks.push((long, lane));
            }
        }
    }
    let track = |place: usize| margin + RADIUS + 3.0 + place as f64 * pitch;
    let across =
        |group: &Group| track(tracks.iter().position(|track| *track == (group.is_long(), group.lane)).unwrap_or_default());
    let gutter = track(tracks.len()) - pitch + RADIUS + 3.0;
    let left = gutter + reach;

    // The words, each as near to its mark as the others let it.
    let name_line = frame.line(Type::Small);
    let mut tags: Vec<Tag<'_>> = Vec::new();
    for group in &strip.groups {
        let Some(lane) = lanes.get(group.lane) else { continue };
        let block = Block::new(sketch, group, lane, (frame.width - left, 0.0, palette.ink));
        tags.push(Tag { group, lane, block, y: 0.0 });
    }
    let taken = |tag: &Tag<'_>| name_line + tag.block.height + GAP;
    let least = if strip.stretch.is_monthly() { STEP.1 } else { STEP.0 };
    let height = tags.iter().map(taken).sum::<f64>().max(least * frame.text_scale * steps.len() as f64).round();
    let scale = LinearScale::new((strip.stretch.from, strip.stretch.to), (top, top + height));
    let wishes: Vec<(f64, f64)> = tags.iter().map(|tag| (scale.map(tag.group.at) - name_line * 0.5, taken(tag))).collect();
    for (tag, place) in tags.iter_mut().zip(apart(&wishes, top)) {
        tag.y = place;
    }

    axis(sketch, &steps, &scale, (margin, small), (palette.ink, palette.grid));
    let hairline = Stroke { color: palette.grid, width: 1.0 };
    for x in (0..tracks.len()).map(track) {
        sketch.line(&[Point::new(x, top), Point::new(x, top + height)], hairline, None, Role::Grid, None);
    }
    for tag in &tags {
        let from = scale.map(tag.group.at);
        // What ties long marks that begin together leaves them one below the other.
        let at = if tag.group.is_long() { from + 2.0 + 4.0 * (across(tag.group) - track(0)) / pitch } else { from };
        let dash = tag.group.derived.then_some(Dash { on: 2.0, off: 3.0 });
        let bend = Point::new(gutter, at);
        let stroke = Stroke { color: tag.lane.color, width: 1.0 };
        let datum = Some(tag.group.datum);
        sketch.line(&[Point::new(across(tag.group), at), bend], stroke, dash, Role::Connector, datum);
        let end = Point::new(left - 5.0, tag.y + name_line * 0.5);
        sketch.line(&[bend, end], stroke, dash, Role::Connector, datum);
    }
    for Tag { group, lane, block, y } in &tags {
        let track = Track { scale: &scale, across: across(group), down: true, from: top, to: top + height };
        track.mark(sketch, group, (lane.color, palette.background));
        let name = Ink::new(Type::Small, Weight::Regular, lane.color, Role::Label);
        let baseline = y + name_line * 0.5 + frame.size(Type::Small) * 0.36;
        sketch.text(lane.name, Point::new(left, baseline), Anchor::Start, name, None);
        let anchor = track.point(scale.map(group.at), 0.0);
        block.draw(sketch, Point::new(left, y + name_line), false, (group.datum, anchor));
    }
    tags.last().map_or(top, |tag| tag.y + taken(tag) - GAP).max(top + height)
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
        for (_, height) in wishes.iter().skip(places.len()).take(run.1 as usize) {
            places.push(y);
            y += height;
        }
    }
    places
}

/// Draws the scale: a tick a step, and where there is a margin for it, its name, the year in bold where it begins.
fn axis(
    sketch: &mut Sketch<'_>,
    steps: &[Step],
    scale: &LinearScale,
    (margin, small): (f64, Ink),
    (strong, faint): (Tone, Tone),
) {
    let drop = sketch.frame.size(Type::Small) * 0.36;
    for step in steps {
        let y = scale.map(step.from).round();
        let stroke = Stroke { color: if step.year.is_some() { strong } else { faint }, width: 1.0 };
        sketch.line(&[Point::new(margin - 5.0, y), Point::new(margin + 1.0, y)], stroke, None, Role::Axis, None);
        let (name, ink) = step.year.as_ref().map_or((&step.name, small), |year| (year, bold(small, strong)));
        if sketch.width_of(name, ink) <= margin - 8.0 {
            sketch.text(name, Point::new(margin - 8.0, y + drop), Anchor::End, ink, None);
        }
    }
}

/// The ink of a year beside that of its months.
fn bold(small: Ink, color: Tone) -> Ink {
    Ink { weight: Weight::Bold, color, ..small }
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
