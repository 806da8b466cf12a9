use super::super::super::sketch::Sketch;
use super::super::super::{Picture, Tone, Type};
use super::super::set::{figure, label_lines};
use super::Count;
use crate::data::{Kind, Role as RowRole};
use crate::scene::{Point, Rect, Role, Stroke};
use crate::words::Description;

/// What the parts of a block have in common: the view, and the panel that they stand in.
pub(super) struct Block<'p, 'a> {
    pub(super) picture: &'p Picture<'a>,
    pub(super) panel: usize,
}

impl Block<'_, '_> {
    /// A datum whose place is settled when its squares are drawn.
    pub(super) fn datum(&self, sketch: &mut Sketch<'_>, count: &Count) -> usize {
        nowhere(sketch, count.words.id, self.panel)
    }

    /// The whole that the parts add up to, over a bracket `reach` pixels wide. Returns where the squares may start.
    pub(super) fn total(&self, sketch: &mut Sketch<'_>, reach: f64) -> f64 {
        let palette = self.picture.palette();
        let mut y = 0.0;
        for words in self.picture.descriptions(RowRole::Annotation) {
            if words.kind != Some(Kind::Number) {
                continue;
            }
            let datum = nowhere(sketch, words.id, self.panel);
            let width = sketch.frame.width;
            let top = y;
            let taken = figure(sketch, &words, datum, Rect::new(0.0, y, width, 0.0), (Type::Figure, palette.ink));
            y = label_lines(sketch, words.label, (taken, width), palette.muted, datum);
            let stroke = Stroke { color: palette.muted, width: 1.0 };
            let (line, foot) = ((y + 4.0).round(), (y + 10.0).round());
            let bracket =
                [Point::new(0.5, foot), Point::new(0.5, line), Point::new(reach - 0.5, line), Point::new(reach - 0.5, foot)];
            sketch.line(&bracket, stroke, None, Role::Axis, Some(datum));
            let area = Rect::between(0.0, top, reach, line);
            sketch.settle(datum, area, Point::new(area.center().x, line));
            y = foot + 6.0;
        }
        y
    }

    /// The words of a count: its figure, its label, and the share that belongs to it. Returns where the next thing may start.
    pub(super) fn words(&self, sketch: &mut Sketch<'_>, count: &Count, datum: usize, place: Rect, color: Tone) -> f64 {
        let palette = self.picture.palette();
        let taken = figure(sketch, &count.words, datum, place, (Type::Headline, color));
        let mut y = label_lines(sketch, count.words.label, (taken, place.right()), palette.ink, datum);
        for share in self.picture.descriptions(RowRole::Annotation) {
            if share.kind != Some(Kind::Share) || !self.belongs(&share, count) {
                continue;
            }
            let top = y + 2.0;
            let nowhere = Rect::new(place.x, top, 0.0, 0.0);
            let own = sketch.datum(share.id, self.panel, nowhere, nowhere.center());
            let set = figure(sketch, &share, own, Rect::new(place.x, top, place.width, 0.0), (Type::Figure, color));
            let right = set.area.right();
            y = label_lines(sketch, share.label, (set, place.right()), palette.muted, own);
            let area = Rect::between(place.x, top, right, y);
            sketch.settle(own, area, area.center());
        }
        y
    }

    /// A share belongs to the count that is derived from it, else to the first one of the picture.
    fn belongs(&self, share: &Description, count: &Count) -> bool {
        let marks = self.picture.descriptions(RowRole::Mark);
        let derived = |words: &Description| words.inputs.contains(&share.id);
        if marks.iter().any(derived) {
            derived(&count.words)
        } else {
            marks.first().is_some_and(|first| first.id == count.words.id)
        }
    }
}

/// A datum whose place is settled when its marks are drawn.
pub(super) fn nowhere(sketch: &mut Sketch<'_>, id: &'static str, panel: usize) -> usize {
    let nowhere = Rect::new(0.0, 0.0, 0.0, 0.0);
    sketch.datum(id, panel, nowhere, nowhere.center())
}
