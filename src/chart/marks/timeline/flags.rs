//! Labels that hang from their marks like flags from poles, packed so that no pole crosses a label.

use super::super::pen::Pen;
use super::{Group, Lane, entry};
use crate::scene::Rect;

/// Between a pole and its words.
pub(super) const PAD: f64 = 6.0;
/// Between words and the next pole beside them.
const APART: f64 = 14.0;
/// Between words and the words under them.
const BELOW: f64 = 9.0;

/// A mark with its label.
pub(super) struct Flag<'g> {
    pub(super) group: &'g Group<'g>,
    /// Where the pole stands.
    pub(super) x: f64,
    /// The box around the label, from the marks on.
    pub(super) words: Rect,
    /// How wide its lines may be.
    pub(super) room: f64,
}

impl<'g> Flag<'g> {
    /// What its words look like in so many pixels, to the left of its pole or to the right.
    fn set(&self, pen: &mut Pen<'_, '_>, lane: &Lane, room: f64, left: bool) -> Self {
        let mut words = entry::measure(pen, self.group, lane.color, room);
        words.x = if left { self.x - PAD - words.width } else { self.x + PAD };
        Self { words, room, ..*self }
    }

    /// What it takes along the axis.
    fn span(&self) -> (f64, f64) {
        if self.words.x > self.x { (self.x, self.words.right() + APART) } else { (self.words.x - APART, self.x) }
    }
}

/// Packs labels, whose poles come in the order of time, from the last to the first: each flies to the right under what flies there
/// already, so that its own pole runs free, as it is or narrower, so that it ends before the next pole; or to the left, where the pole
/// before leaves it room.
pub(super) fn pack(pen: &mut Pen<'_, '_>, flags: &mut [Flag<'_>], lane: &Lane) {
    let (width, scale) = (pen.sketch.frame.width, pen.sketch.frame.text_scale);
    let (least, widest) = (120.0 * scale, 360.0 * scale);
    for i in (0..flags.len()).rev() {
        let (before, rest) = flags.split_at_mut(i);
        let Some((flag, packed)) = rest.split_first_mut() else { continue };
        let before = before.last().map_or(0.0, |other| other.x + APART);
        let after = packed.first().map_or(width, |other| other.x - APART);
        let mut best = f64::INFINITY;
        for &(room, left) in &[(width - flag.x, false), (after - flag.x, false), (flag.x - before, true)] {
            let room = (room - PAD).min(widest);
            if best < f64::INFINITY && room < least {
                continue;
            }
            let mut choice = flag.set(pen, lane, room, left);
            for other in packed.iter() {
                let ((from, to), (start, end)) = (choice.span(), other.span());
                if from < end && start < to {
                    choice.words.y = choice.words.y.max(other.words.bottom() + BELOW);
                }
            }
            // Near is better than far, and all to one side better than to both.
            let end = choice.words.bottom() + if left { 36.0 } else { 0.0 };
            if end < best && (choice.words.width <= room || best == f64::INFINITY) {
                best = end;
                *flag = choice;
            }
        }
    }
}
