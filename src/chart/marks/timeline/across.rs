//! Time from left to right: the years above with their labels on top, the months below with theirs hanging down, and between the two
//! axes the part of the upper one that the lower one enlarges.

use super::super::super::scale::LinearScale;
use super::super::super::sketch::{Ink, Sketch};
use super::super::super::{Tone, Type};
use super::super::set;
use super::flags::{self, Flag};
use super::moment::{RADIUS, Track};
use super::{Lane, Stretch, entry, stretch};
use crate::scene::{Anchor, Dash, Geometry, Point, Rect, Role, Stroke, Weight};
use crate::words::Phrase;

/// How much of the width the axis takes; the labels of the last marks fly over the rest.
const AXIS: f64 = 0.82;
/// From the marks to the words.
const REACH: f64 = 16.0;
/// From long marks to short ones.
const ROW: f64 = 14.0;
/// Height of the fan between the axes.
const FAN: f64 = 30.0;

/// Draws the stretches and tells where they end.
pub(super) fn draw(sketch: &mut Sketch<'_>, stretches: &[Stretch<'_>], lanes: &[Lane], top: f64) -> f64 {
    let right = (sketch.frame.width * AXIS).round();
    let end = stretches.last().map_or(0.0, |last| last.to);
    let mut y = top;
    for (i, stretch) in stretches.iter().enumerate() {
        let above = i + 1 < stretches.len();
        let scale = LinearScale::new((stretch.from, end), (0.0, right));
        let panel = Panel { stretch, scale: &scale, right, alone: stretches.len() == 1, above };
        if !above {
            y = panel.axis(sketch, y);
        }
        for (i, lane) in lanes.iter().enumerate() {
            y = panel.lane(sketch, (i, lane), y);
        }
        if above {
            let axis = y;
            y = panel.axis(sketch, axis);
            y = panel.fan(sketch, scale.map(stretch.to), (axis, y));
        }
    }
    y
}

/// A stretch of time with its scale.
struct Panel<'p> {
    stretch: &'p Stretch<'p>,
    scale: &'p LinearScale,
    /// Where the axis ends.
    right: f64,
    /// Whether there is no other panel.
    alone: bool,
    /// Whether the marks stand above the axis and their labels above them.
    above: bool,
}

impl Panel<'_> {
    /// Draws what an article says: its name, its marks, and their words. Nothing where it says nothing.
    fn lane(&self, sketch: &mut Sketch<'_>, (index, lane): (usize, &Lane), top: f64) -> f64 {
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
            return top;
        }
        flags::pack(sketch, &mut flags, lane);
        let mut high: f64 = 0.0;
        for flag in &flags {
            high = high.max(flag.words.bottom());
        }

        let name = Ink::new(Type::Label, Weight::Bold, lane.color, Role::Label);
        let line = sketch.frame.line(Type::Label);
        sketch.text(lane.name, Point::new(0.0, top + line * 0.75), Anchor::Start, name, None);
        // From the words outwards: marks of a day or a month, longer ones, the axis.
        let start = top + line + 6.0;
        let side = if self.above { -1.0 } else { 1.0 };
        let rows = if long && short { ROW } else { 0.0 };
        let base = if self.above { start + high } else { start + 6.0 + rows + REACH }.round();
        let near = base - side * REACH;
        let far = near - side * rows;
        if !self.above {
            // The steps of the axis again, behind the marks.
            sketch.hairline(Point::new(0.0, near), Point::new(self.right, near), Tone::Grid, Role::Grid);
            self.ticks(sketch, (far - 6.0, near + 6.0), Tone::Grid, Role::Grid);
        }
        for Flag { group, x, words, room } in &flags {
            let across = if group.is_long() { far } else { near };
            let end = base + side * words.bottom();
            let place = Rect::new(words.x, end.min(base + side * words.y), *room, 0.0);
            entry::words(sketch, group, lane.color, place, Point::new(*x, across));
            let stroke = Stroke { color: lane.color, width: 1.0 };
            let dash = group.derived.then_some(&Dash { on: 2.0, off: 3.0 });
            sketch.line(&[Point::new(*x, across), Point::new(*x, end)], stroke, dash, Role::Connector, Some(group.datum));
        }
        for Flag { group, .. } in &flags {
            let across = if group.is_long() { far } else { near };
            Track { across, down: false }.mark(sketch, group, (self.scale, 0.0, self.right), lane.color);
        }
        if self.above { far + RADIUS + 1.0 } else { base + high + 28.0 }
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
    fn axis(&self, sketch: &mut Sketch<'_>, top: f64) -> f64 {
        let language = sketch.frame.language;
        let small = Ink::new(Type::Small, Weight::Regular, Tone::Muted, Role::Axis);
        let bold = Ink::new(Type::Name, Weight::Bold, Tone::Ink, Role::Axis);
        let line = sketch.frame.line(Type::Small);
        let monthly = self.stretch.is_monthly();
        let head = if monthly { sketch.frame.line(Type::Name) } else { 0.0 };
        let (side, y) = if self.above { (1.0, top.round()) } else { (-1.0, (top + head + line + 6.0).round()) };
        let baseline = if self.above { y + 5.0 + sketch.frame.size(Type::Small) } else { y - 8.0 };
        sketch.hairline(Point::new(0.0, y), Point::new(self.right, y), Tone::Muted, Role::Axis);
        self.ticks(sketch, (y, y + side * 5.0), Tone::Muted, Role::Axis);

        // Where not every month can be named, each third one is.
        let mut every = 1;
        for &step in &self.stretch.steps {
            let room = self.scale.map(step.end()) - self.scale.map(step.start());
            if sketch.width_of(&stretch::name(step, language), small) + 2.0 > room {
                every = 3;
            }
        }
        for (i, &step) in self.stretch.steps.iter().enumerate() {
            if i % every == 0 {
                let (time, anchor) =
                    if every == 1 { ((step.start() + step.end()) / 2.0, Anchor::Middle) } else { (step.start(), Anchor::Start) };
                let at = Point::new(self.scale.map(time), baseline);
                sketch.text(&stretch::name(step, language), at, anchor, small, None);
            }
        }
        for &step in &self.stretch.steps {
            let year = stretch::year(step, language);
            if monthly && !year.is_empty() {
                let x = self.scale.map(step.start()).round().max(0.5);
                let over = baseline - line - 2.0;
                let tip = Point::new(x, over - sketch.frame.size(Type::Name) * 0.8);
                sketch.hairline(Point::new(x, y), tip, Tone::Muted, Role::Axis);
                sketch.text(&year, Point::new(x + 6.0, over), Anchor::Start, bold, None);
            }
        }
        let remark = match (monthly, self.alone) {
            (false, _) => Phrase::AStepAYear,
            (true, true) => Phrase::AStepAMonth,
            (true, false) => Phrase::AnotherScale,
        };
        let ink = Ink { role: Role::Label, ..small };
        let room = sketch.frame.width - self.right - 12.0;
        let at = Point::new(self.right + 12.0, y - line * 0.5);
        set::paragraph(sketch, remark.get(language), at, room, ink, None);
        if self.above { baseline + line * 0.5 } else { y + 16.0 }
    }

    /// Shades the end of this axis from `from` on, and how it is spread over the whole of the next one.
    fn fan(&self, sketch: &mut Sketch<'_>, from: f64, (axis, top): (f64, f64)) -> f64 {
        let (right, bottom) = (self.right, top + FAN);
        let mut points = Vec::new();
        for &(x, y) in &[(from, axis + 0.5), (right, axis + 0.5), (right, bottom), (0.0, bottom), (from, top)] {
            points.push(Point::new(x, y));
        }
        sketch.shape(Geometry::Polygon { points, fill: Tone::Veil }, Role::Decoration, None);
        bottom + 4.0
    }
}
