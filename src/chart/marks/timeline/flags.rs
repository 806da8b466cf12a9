//! Labels that hang from their marks like flags from poles, packed so that no pole crosses a label.

use super::super::super::sketch::Sketch;
use super::block::Block;
use super::{Group, Lane};

/// Between a pole and its words.
pub(super) const PAD: f64 = 6.0;
/// Between words and the next pole beside them.
const APART: f64 = 14.0;
/// Between words and the words under them.
const BELOW: f64 = 9.0;
/// The most ways of packing a lane that are compared.
const WAYS: usize = 1024;

/// A mark with a label.
pub(super) struct Pole<'g> {
    pub(super) group: &'g Group<'g>,
    /// Where the pole stands.
    pub(super) x: f64,
    /// How much room there is beside it along the mark.
    pub(super) length: f64,
    /// The ways in which the label can be set.
    pub(super) choices: Vec<Choice>,
}

/// What a label looks like if it flies to one side, or narrower.
pub(super) struct Choice {
    pub(super) left: bool,
    pub(super) block: Block,
}

/// A label in its place.
pub(super) struct Flag<'p> {
    pub(super) pole: &'p Pole<'p>,
    pub(super) choice: &'p Choice,
    /// How far from the marks it begins.
    pub(super) offset: f64,
}

impl Flag<'_> {
    /// How far from the marks it ends.
    pub(super) fn end(&self) -> f64 {
        self.offset + self.choice.block.height
    }

    /// What it takes along the axis.
    fn span(&self) -> (f64, f64) {
        let (x, wide) = (self.pole.x, self.choice.block.width + PAD + APART);
        if self.choice.left { (x - wide, x) } else { (x, x + wide) }
    }
}

/// The ways in which the label of a pole can be set: to the right as it is, narrower so that it ends before the next pole or so that two
/// columns stand under its mark; or to the left.
pub(super) fn choices(sketch: &Sketch<'_>, poles: &[Pole<'_>], index: usize, lane: &Lane) -> Vec<Choice> {
    let mut choices = Vec::new();
    let Some(&Pole { group, x, length, .. }) = poles.get(index) else { return choices };
    let (width, scale) = (sketch.frame.width, sketch.frame.text_scale);
    let least = 120.0 * scale;
    let widest = (300.0 * scale).max(length * 0.48);
    let before = poles.get(index.wrapping_sub(1)).map_or(0.0, |other| other.x + APART);
    let after = poles.get(index + 1).map_or(width, |other| other.x - APART);
    let room = (width - x - PAD).min(widest);
    for (i, room) in [room, after - x - PAD, length / 2.0 - APART, (x - before - PAD).min(widest)].into_iter().enumerate() {
        if i > 0 && !(least..=widest).contains(&room) {
            continue;
        }
        let left = i == 3;
        let block = Block::new(sketch, group, lane, room, if left { 0.0 } else { length });
        if i == 0 || block.width <= room.max(length) {
            choices.push(Choice { left, block });
        }
    }
    choices
}

/// Packs the labels of a lane, whose poles come in the order of time, so that it is as low as can be.
///
/// From the last to the first, each flies to the right under what flies there already, so that its own pole runs free; or to the left,
/// where the pole before leaves it room.
pub(super) fn pack<'p>(poles: &'p [Pole<'p>]) -> Vec<Flag<'p>> {
    let mut ways: usize = 1;
    for pole in poles {
        ways = ways.saturating_mul(pole.choices.len());
    }
    let (mut least, mut best) = (f64::INFINITY, Vec::new());
    for way in 0..ways.min(WAYS) {
        let (score, flags) = lay(poles, way);
        if score < least {
            (least, best) = (score, flags);
        }
    }
    best
}

/// Lays the labels out in one of the ways, and tells how bad that is.
fn lay<'p>(poles: &'p [Pole<'p>], mut way: usize) -> (f64, Vec<Flag<'p>>) {
    let mut flags: Vec<Flag<'_>> = Vec::new();
    let (mut deepest, mut sum) = (0.0f64, 0.0);
    for pole in poles.iter().rev() {
        let count = pole.choices.len().max(1);
        let Some(choice) = pole.choices.get(way % count) else { continue };
        way /= count;
        let mut flag = Flag { pole, choice, offset: 0.0 };
        let (from, to) = flag.span();
        for other in &flags {
            let (left, right) = other.span();
            if left < to && from < right {
                flag.offset = flag.offset.max(other.end() + BELOW);
            }
        }
        deepest = deepest.max(flag.end());
        // Near is better than far, and all to one side better than to both.
        sum += flag.end() + if choice.left { 8.0 } else { 0.0 };
        flags.push(flag);
    }
    flags.reverse();
    (4.0 * deepest + sum, flags)
}
