//! Time from left to right: the years above with their labels on top, the months below with theirs hanging down, and between the two
//! axes the part of the upper one that the lower one enlarges.

use super::super::super::scale::LinearScale;
use super::super::super::sketch::{Ink, Sketch};
use super::super::super::{Tone, Type};
use super::super::pen::Pen;
use super::flags::{self, Flag};
use super::moment::{RADIUS, Track};
use super::{Lane, Stretch, entry, heading, stretch};
use crate::scene::{Anchor, Point, Rect, Role, Weight};

/// How much of the width the axis takes; the labels of the last marks fly over the rest.
const AXIS: f64 = 0.82;
/// From the marks to the words.
const REACH: f64 = 16.0;
/// From long marks to short ones.
const ROW: f64 = 14.0;
/// Height of the fan between the axes.
const FAN: f64 = 30.0;

/// Draws the stretches.
pub(super) fn draw(pen: &mut Pen<'_, '_>, stretches: &[Stretch<'_>], lanes: &[Lane]) {
    let right = (pen.sketch.frame.width * AXIS).round();
    let end = stretches.last().map_or(0.0, |last| last.to);
    for (i, stretch) in stretches.iter().enumerate() {
        pen.sketch.resume(stretch.panel);
        let above = i + 1 < stretches.len();
        let scale = LinearScale::new((stretch.from, end), (0.0, right));
        let panel = Panel { stretch, scale: &scale, right, above };
        if !above {
            panel.axis(pen, stretches);
        }
        for (i, lane) in lanes.iter().enumerate() {
            panel.lane(pen, (i, lane));
        }
        if above {
            let axis = pen.y + 0.5;
            panel.axis(pen, stretches);
            // The end of this axis is spread over the whole of the next one.
            let (from, top, bottom) = (scale.map(stretch.to), pen.y, pen.y + FAN);
            let points = [
                Point::new(from, axis),
                Point::new(right, axis),
                Point::new(right, bottom),
                Point::new(0.0, bottom),
                Point::new(from, top),
            ];
            pen.sketch.polygon(&points, Tone::Veil, Role::Decoration, None);
            pen.y = bottom + 4.0;
        }
    }
}

/// A stretch of time with its scale.
struct Panel<'p> {
    stretch: &'p Stretch<'p>,
    scale: &'p LinearScale,
    /// Where the axis ends.
    right: f64,
    /// Whether the marks stand above the axis and their labels above them.
    above: bool,
}

impl Panel<'_> {
    /// Draws what an article says: its name, its marks, and their words. Nothing where it says nothing.
    fn lane(&self, pen: &mut Pen<'_, '_>, (index, lane): (usize, &Lane)) {
        let mut flags = Vec::new();
        let (mut long, mut short) = (false, false);
        for group in &self.stretch.groups {
            if group.lane == index {
                long |= group.is_long();
                short |= !group.is_long();
                // A pole keeps clear of the end of a bar before it.
                let x = self.scale.map(group.at).round() + if group.is_long() { 2.0 } else { 0.0 };
                flags.push(Flag { group, x, words: Rect::new(x, 0.0, 0.0, 0.0), room: 0.0 });
            }
        }
        if flags.is_empty() {
            return;
        }
        let top = pen.y;
        flags::pack(pen, &mut flags, lane);
        pen.put(&Rect::new(0.0, top, self.right, 0.0));
        pen.write(lane.name, Ink::new(Type::Label, Weight::Bold, lane.color, Role::Label));
        pen.y += 6.0;
        // From the words outwards: marks of a day or a month, longer ones, the axis.
        let mut high: f64 = 0.0;
        for flag in &flags {
            high = high.max(flag.words.bottom());
        }
        let side = if self.above { -1.0 } else { 1.0 };
        let rows = if long && short { ROW } else { 0.0 };
        let base = (pen.y + if self.above { high } else { 6.0 + rows + REACH }).round();
        let near = base - side * REACH;
        let far = near - side * rows;
        if !self.above {
            // The steps of the axis again, behind the marks.
            pen.sketch.hairline(Point::new(0.0, near), Point::new(self.right, near), Tone::Grid, Role::Grid);
            self.ticks(pen.sketch, (far - 6.0, near + 6.0), Tone::Grid, Role::Grid);
        }
        for Flag { group, x, words, room } in &flags {
            let from = Point::new(*x, if group.is_long() { far } else { near });
            let end = base + side * words.bottom();
            let place = Rect::new(words.x, end.min(base + side * words.y), *room, 0.0);
            entry::words(pen, group, lane.color, &place, from);
            group.tie(pen.sketch, &[from, Point::new(*x, end)], lane.color);
        }
        for Flag { group, .. } in &flags {
            let across = if group.is_long() { far } else { near };
            Track { across, down: false }.mark(pen.sketch, group, (self.scale, 0.0, self.right), lane.color);
        }
        pen.y = if self.above { far + RADIUS + 1.0 } else { base + high + 28.0 };
    }

    /// Draws a line at each end of a step.
    fn ticks(&self, sketch: &mut Sketch<'_>, (top, bottom): (f64, f64), color: Tone, role: Role) {
        let mut time = self.stretch.from;
        for i in 0..=self.stretch.steps.len() {
            let x = self.scale.map(time).round().max(0.5).min(self.right - 0.5);
            sketch.hairline(Point::new(x, top), Point::new(x, bottom), color, role);
            time = self.stretch.steps.get(i).map_or(time, |step| step.end());
        }
    }

    /// Draws the axis with the names of its steps: under it where the marks stand above, else over it. Behind it stands what a step is.
    fn axis(&self, pen: &mut Pen<'_, '_>, all: &[Stretch<'_>]) {
        let (right, top) = (self.right, pen.y.round());
        let line = pen.sketch.frame.line(Type::Small);
        let (y, foot, names) = if self.above { (top, top + 5.0, top + 5.0) } else { (top + line + 6.0, top + line + 1.0, top) };
        pen.sketch.hairline(Point::new(0.0, y), Point::new(right, y), Tone::Muted, Role::Axis);
        self.ticks(pen.sketch, (y, foot), Tone::Muted, Role::Axis);
        // Where not every month can be named, each third one is.
        let steps = &self.stretch.steps;
        let every = if (self.stretch.widest_name(pen.sketch) + 4.0) * steps.len() as f64 <= self.scale.map(self.stretch.to) {
            1
        } else {
            3
        };
        let baseline = pen.sketch.baseline(names, Type::Small);
        for &step in steps.iter().step_by(every) {
            let (name, ink) = stretch::name(step, pen.sketch.frame.language);
            let at = Point::new(self.scale.map(step.start()), baseline);
            pen.sketch.text(&name, at, Anchor::Start, ink, None);
        }
        let left = right + 12.0;
        pen.put(&Rect::new(left, y - line * 0.5, pen.sketch.frame.width - left, 0.0));
        pen.write(self.stretch.remark(all).get(pen.picture.frame.language), heading::PLAIN);
        pen.y = if self.above { names + line } else { y + 16.0 };
    }
}
