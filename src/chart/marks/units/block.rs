use super::super::super::sketch::Sketch;
use super::super::super::{Picture, Tone, Type};
use super::super::bar::total;
use super::super::set::labelled;
use super::Count;
use crate::data::{Kind, Role as RowRole};
use crate::scene::Rect;
use crate::words::Description;

/// What the parts of a block have in common: the view, and the panel that they stand in.
pub(super) struct Block<'p, 'a> {
    pub(super) picture: &'p Picture<'a>,
    pub(super) panel: usize,
}

impl Block<'_, '_> {
    /// The whole that the parts add up to, over a bracket `reach` pixels wide. Returns where the squares may start.
    pub(super) fn total(&self, sketch: &mut Sketch<'_>, reach: f64) -> f64 {
        let annotations = self.picture.descriptions(RowRole::Annotation);
        let whole = annotations.iter().find(|words| words.kind == Some(Kind::Number));
        whole.map_or(0.0, |words| total(sketch, words, self.panel, reach).1)
    }

    /// The words of a count: its figure, its label, and the share that belongs to it. Returns where the next thing may start.
    pub(super) fn words(&self, sketch: &mut Sketch<'_>, count: &Count<'_>, datum: usize, mut place: Rect, color: Tone) -> f64 {
        (_, place.y) = labelled(sketch, count.words, datum, place.origin(), place.width, (Type::Headline, color, Tone::Ink));
        for share in &self.picture.descriptions(RowRole::Annotation) {
            if share.kind != Some(Kind::Share) || !self.belongs(share, count.words) {
                continue;
            }
            place.y += 2.0;
            let own = sketch.unplaced(share.id, self.panel);
            let (area, below) = labelled(sketch, share, own, place.origin(), place.width, (Type::Figure, color, Tone::Muted));
            sketch.settle_around(own, &Rect::between(place.x, place.y, area.right(), below));
            place.y = below;
        }
        place.y
    }

    /// A share belongs to the count that is derived from it, else to the first one of the picture.
    fn belongs(&self, share: &Description, count: &Description) -> bool {
        let marks = self.picture.descriptions(RowRole::Mark);
        if marks.iter().any(|words| words.inputs.contains(&share.id)) {
            count.inputs.contains(&share.id)
        } else {
            marks.first().is_some_and(|first| first.id == count.id)
        }
    }
}
