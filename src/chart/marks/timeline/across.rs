//! Time from left to right: the years above with their labels on top, the months below with theirs hanging down, and between the two
//! axes the part of the upper one that the lower one enlarges.

use super::super::super::scale::LinearScale;
use super::super::super::sketch::{Ink, Sketch};
use super::super::super::{Picture, Tone, Type};
use super::super::set;
use super::flags::{self, PAD};
use super::moment::{RADIUS, Track};
use super::stretch::Step;
use super::{Group, Lane, Strip};
use crate::data::Precision;
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

/// Draws the panels and tells where they end.
pub(super) fn draw(picture: &Picture<'_>, sketch: &mut Sketch<'_>, strips: &[Strip], lanes: &[Lane], top: f64) -> f64 {
    let right = (sketch.frame.width * AXIS).round();
    let end = strips.last().map_or(0.0, |last| last.stretch.to);
    let mut y = top;
    for (i, strip) in strips.iter().enumerate() {
        let above = i + 1 < strips.len();
        let scale = LinearScale::new((strip.stretch.from, if above { end } else { strip.stretch.to }), (0.0, right));
        let panel = Panel { picture, strip, scale: &scale, right, alone: strips.len() == 1, above };
        if !above {
            y = panel.axis(sketch, y);
        }
        for (i, lane) in lanes.iter().enumerate() {
            y = panel.lane(sketch, (i, lane), y);
        }
        if above {
            let axis = y;
            y = panel.axis(sketch, axis);
            y = panel.fan(sketch, scale.map(strip.stretch.to), (axis, y));
        }
    }
    y
}

/// A stretch of time with its scale.
struct Panel<'p, 'a> {
    picture: &'p Picture<'a>,
    strip: &'p Strip,
    scale: &'p LinearScale,
    /// Where the axis ends.
    right: f64,
    /// Whether there is no other panel.
    alone: bool,
    /// Whether the marks stand above the axis and their labels above them.
    above: bool,
}

impl Panel<'_, '_> {
    /// Draws what an article says: its name, its marks, and their words. Nothing where it says nothing.
    fn lane(&self, sketch: &mut Sketch<'_>, (index, lane): (usize, &Lane), top: f64) -> f64 {
        let palette = self.picture.palette();
        let width = sketch.frame.width;
        let groups = || self.strip.groups.iter().filter(|group| group.lane == index);
        let (long, short) = (groups().any(Group::is_long), groups().any(|group| !group.is_long()));
        if !long && !short {
            return top;
        }
        let poles: Vec<(f64, f64, &Group)> = groups().map(|group| self.pole(group)).collect();
        let flags = flags::pack(sketch, &poles, lane, (width, palette.ink));
        let high = flags.iter().map(flags::Flag::end).fold(0.0, f64::max);

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
        for flag in &flags {
            let group = flag.group;
            let row = if group.is_long() { far } else { near };
            let (near_end, far_end) = (base + side * flag.offset, base + side * flag.end());
            let pole = [Point::new(flag.pole, row), Point::new(flag.pole, far_end)];
            let stroke = Stroke { color: lane.color, width: 1.0 };
            let dash = group.derived.then_some(Dash { on: 2.0, off: 3.0 });
            sketch.line(&pole, stroke, dash, Role::Connector, Some(group.datum));
            let x = if flag.left { flag.pole - PAD - flag.block.width } else { flag.pole + PAD };
            let at = Point::new(x, near_end.min(far_end));
            flag.block.draw(sketch, at, flag.left, (group.datum, Point::new(flag.pole, row)));
        }
        if !self.above {
            self.ruler(sketch, far, near);
        }
        for group in groups() {
            let across = if group.is_long() { far } else { near };
            let track = Track { scale: self.scale, across, down: false, from: 0.0, to: self.right };
            track.mark(sketch, group, (lane.color, palette.background));
        }
        if self.above { far + RADIUS + 1.0 } else { base + high + 28.0 }
    }

    /// Repeats the steps of the axis behind the marks of a lane, between two of its rows.
    fn ruler(&self, sketch: &mut Sketch<'_>, top: f64, bottom: f64) {
        let hairline = Stroke { color: self.picture.palette().grid, width: 1.0 };
        sketch.line(&[Point::new(0.0, bottom), Point::new(self.right, bottom)], hairline, None, Role::Grid, None);
        let stretch = &self.strip.stretch;
        for time in stretch.steps(sketch.frame.language).iter().map(|step| step.from).chain([stretch.to]) {
            let x = self.scale.map(time).round().clamp(0.5, self.right - 0.5);
            sketch.line(&[Point::new(x, top - 6.0), Point::new(x, bottom + 6.0)], hairline, None, Role::Grid, None);
        }
    }

    /// Where the pole of a group stands, and how much room there is beside it along its mark.
    fn pole<'g>(&self, group: &'g Group) -> (f64, f64, &'g Group) {
        let x = self.scale.map(group.at).round();
        let end = group.when.end().map_or(x, |end| self.scale.map(end)).min(self.right);
        if group.when.precision() == Precision::Year { (x + 2.0, end - x - PAD - 2.0, group) } else { (x, 0.0, group) }
    }

    /// Draws the axis with the names of its steps: under it where the marks stand above, else over it. Behind it stands what a step is.
    fn axis(&self, sketch: &mut Sketch<'_>, top: f64) -> f64 {
        let palette = self.picture.palette();
        let language = sketch.frame.language;
        let stretch = &self.strip.stretch;
        let rule = Stroke { color: palette.muted, width: 1.0 };
        let small = Ink::new(Type::Small, Weight::Regular, palette.muted, Role::Axis);
        let bold = Ink::new(Type::Name, Weight::Bold, palette.ink, Role::Axis);
        let line = sketch.frame.line(Type::Small);
        let steps = stretch.steps(language);
        let years = || steps.iter().filter(|_| stretch.is_monthly()).filter_map(|step| Some((step.from, step.year.as_ref()?)));
        let head = if stretch.is_monthly() { sketch.frame.line(Type::Name) } else { 0.0 };
        let (side, y) = if self.above { (1.0, top.round()) } else { (-1.0, (top + head + line + 6.0).round()) };
        let baseline = if self.above { y + 5.0 + sketch.frame.size(Type::Small) } else { y - 8.0 };
        sketch.line(&[Point::new(0.0, y), Point::new(self.right, y)], rule, None, Role::Axis, None);

        let place = |time: f64| self.scale.map(time);
        for time in steps.iter().map(|step| step.from).chain([stretch.to]) {
            let x = place(time).round().clamp(0.5, self.right - 0.5);
            sketch.line(&[Point::new(x, y), Point::new(x, y + side * 5.0)], rule, None, Role::Axis, None);
        }
        // Where not every month can be named, each third one is.
        let fits = |step: &Step| sketch.width_of(&step.name, small) + 2.0 <= place(step.to) - place(step.from);
        let every = if steps.iter().all(fits) { 1 } else { 3 };
        for step in steps.iter().step_by(every) {
            let middle = place((step.from + step.to) / 2.0);
            let (x, anchor) = if every == 1 { (middle, Anchor::Middle) } else { (place(step.from), Anchor::Start) };
            sketch.text(&step.name, Point::new(x, baseline), anchor, small, None);
        }
        for (start, year) in years() {
            let x = place(start).round().max(0.5);
            let over = baseline - line - 2.0;
            let tick = [Point::new(x, y), Point::new(x, over - sketch.frame.size(Type::Name) * 0.8)];
            sketch.line(&tick, rule, None, Role::Axis, None);
            sketch.text(year, Point::new(x + 6.0, over), Anchor::Start, bold, None);
        }
        let remark = match (stretch.is_monthly(), self.alone) {
            (false, _) => Phrase::AStepAYear,
            (true, true) => Phrase::AStepAMonth,
            (true, false) => Phrase::AnotherScale,
        };
        // Its last line stands on the axis, or its first.
        let (remark, ink) = (remark.get(language), Ink { role: Role::Label, ..small });
        let room = sketch.frame.width - self.right - 12.0;
        let up = if self.above { 0.0 } else { set::paragraph_height(sketch, remark, room, ink) - line };
        set::paragraph(sketch, remark, Rect::new(self.right + 12.0, y - line * 0.5 - up, room, 0.0), ink, None);
        if self.above { baseline + line * 0.5 } else { y + 16.0 }
    }

    /// Shades the end of this axis from `from` on, and how it is spread over the whole of the next one.
    fn fan(&self, sketch: &mut Sketch<'_>, from: f64, (axis, top): (f64, f64)) -> f64 {
        let fill = Tone::Veil;
        let (right, bottom) = (self.right, top + FAN);
        let corners = [(from, axis + 0.5), (right, axis + 0.5), (right, bottom), (0.0, bottom), (from, top)];
        let points = corners.map(|(x, y)| Point::new(x, y)).to_vec();
        sketch.shape(Geometry::Polygon { points, fill }, Role::Decoration, None);
        bottom + 4.0
    }
}
