//! Labels that hang from their marks like flags from poles, packed so that no pole crosses a label.

use super::super::super::Tone;
use super::super::super::sketch::Sketch;
use super::block::Block;
use super::{Group, Lane};

/// Between a pole and its words.
pub(super) const PAD: f64 = 6.0;
/// Between words and the next pole beside them.
const APART: f64 = 14.0;
/// Between words and the words under them.
const BELOW: f64 = 9.0;

/// A label with its pole.
pub(super) struct Flag<'g> {
    pub(super) group: &'g Group,
    pub(super) block: Block,
    /// Where its pole stands.
    pub(super) pole: f64,
    /// Whether it flies to the left of its pole.
    pub(super) left: bool,
    /// How far from the marks it begins.
    pub(super) offset: f64,
}

impl Flag<'_> {
    /// How far from the marks it ends.
    pub(super) fn end(&self) -> f64 {
        self.offset + self.block.height
    }
}

/// What a label looks like if it flies to one side, or narrower.
struct Choice {
    left: bool,
    block: Block,
}

/// The most ways of packing a lane that are compared.
const WAYS: usize = 1024;

/// Packs the labels of a lane, whose poles stand at `poles` in the order of time, between 0 and `width`, so that it is as low as can be.
///
/// From the last to the first, each flies to the right under what flies there already, so that its own pole runs free; or to the left,
/// where the pole before leaves it room.
pub(super) fn pack<'g>(
    sketch: &Sketch<'_>,
    poles: &[(f64, f64, &'g Group)],
    lane: &Lane,
    (width, text): (f64, Tone),
) -> Vec<Flag<'g>> {
    let choices: Vec<Vec<Choice>> = (0..poles.len()).map(|i| choose(sketch, poles, i, lane, (width, text))).collect();
    let ways = choices.iter().fold(1, |ways: usize, some| ways.saturating_mul(some.len())).min(WAYS);
    let mut best: Option<(f64, Vec<(usize, f64)>)> = None;
    for way in 0..ways {
        let (score, laid) = lay(poles, &choices, way);
        if best.as_ref().is_none_or(|(least, _)| score < *least) {
            best = Some((score, laid));
        }
    }
    let laid = best.map(|(_, laid)| laid).unwrap_or_default();
    let taken = choices.into_iter().zip(poles).zip(laid);
    let flags = taken.filter_map(|((some, &(pole, _, group)), (chosen, offset))| {
        let Choice { left, block } = some.into_iter().nth(chosen)?;
        Some(Flag { group, block, pole, left, offset })
    });
    flags.collect()
}

/// The ways in which one label can be set: to the right as it is, narrower so that it ends before the next pole or so that two columns
/// stand under its mark; or to the left.
fn choose(
    sketch: &Sketch<'_>,
    poles: &[(f64, f64, &Group)],
    index: usize,
    lane: &Lane,
    (width, text): (f64, Tone),
) -> Vec<Choice> {
    let scale = sketch.frame.text_scale;
    let least = 120.0 * scale;
    let Some(&(pole, length, group)) = poles.get(index) else { return Vec::new() };
    let widest = (300.0 * scale).max(length * 0.48);
    let before = index.checked_sub(1).and_then(|i| poles.get(i)).map_or(0.0, |other| other.0 + APART);
    let after = poles.get(index + 1).map_or(width, |other| other.0 - APART);
    let room = (width - pole - PAD).min(widest);
    let rooms =
        [(false, room), (false, after - pole - PAD), (false, length / 2.0 - APART), (true, (pole - before - PAD).min(widest))];
    let mut choices = Vec::new();
    for (i, (left, room)) in rooms.into_iter().enumerate() {
        if i > 0 && !(least..=widest).contains(&room) {
            continue;
        }
        let block = Block::new(sketch, group, lane, (room, if left { 0.0 } else { length }, text));
        if i == 0 || block.width <= room.max(length) {
            choices.push(Choice { left, block });
        }
    }
    choices
}

/// Lays the labels out in one of the ways: which choice and which distance from the marks each gets, and how bad that is.
fn lay(poles: &[(f64, f64, &Group)], choices: &[Vec<Choice>], way: usize) -> (f64, Vec<(usize, f64)>) {
    let mut rest = way;
    let mut laid: Vec<(f64, f64, f64)> = Vec::new();
    let mut result = Vec::new();
    let (mut deepest, mut sum) = (0.0f64, 0.0);
    for (&(pole, ..), some) in poles.iter().zip(choices).rev() {
        let index = rest % some.len().max(1);
        rest /= some.len().max(1);
        let Some(choice) = some.get(index) else { continue };
        let wide = choice.block.width + PAD + APART;
        let (from, to) = if choice.left { (pole - wide, pole) } else { (pole, pole + wide) };
        let meeting = laid.iter().filter(|other| other.0 < to && from < other.1);
        let offset = meeting.map(|other| other.2 + BELOW).fold(0.0, f64::max);
        let end = offset + choice.block.height;
        laid.push((from, to, end));
        result.push((index, offset));
        deepest = deepest.max(end);
        // Near is better than far, and all to one side better than to both.
        sum += end + if choice.left { 8.0 } else { 0.0 };
    }
    result.reverse();
    (4.0 * deepest + sum, result)
}
