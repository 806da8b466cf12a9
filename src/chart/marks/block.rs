//! Blocks: what is listed or said without a scale. A large figure, what it is, and its members.

use super::super::sketch::{Ink, Sketch};
use super::super::{Picture, Tone, Type};
use super::members::{self, Run};
use super::set::{Set, balanced, figure};
use crate::data::{Kind, Role as RowRole};
use crate::scene::{Anchor, Point, Rect, Role, Weight};
use crate::words::Description;

/// From a figure to the words behind it, in CSS pixels.
const SPACE: f64 = 8.0;

/// A row of the view, in words.
pub(super) struct Entry {
    pub(super) words: Description,
    pub(super) role: RowRole,
}

/// How a block is set.
#[derive(Clone, Copy)]
pub(super) struct Setting {
    pub(super) figure: (Type, Tone),
    pub(super) name: (Type, Weight),
    pub(super) members: (Type, Run),
    /// Whether the name stands on the line of the figure where it fits there; else it stands below.
    pub(super) behind: bool,
}

/// A label in its parts: its rank (渠道2), what it names, and what it has in brackets.
pub(super) struct Parts {
    pub(super) rank: &'static str,
    pub(super) name: &'static str,
    aside: &'static str,
}

/// Takes a label apart.
pub(super) fn parts(label: &'static str) -> Parts {
    let (rank, rest) = label.split_once(['：', ':']).unwrap_or(("", label));
    let (name, aside) = rest.split_once(['（', '(']).unwrap_or((rest, ""));
    Parts { rank, name: name.trim(), aside: aside.trim_end_matches(['）', ')']) }
}

/// What a label names, as the first word of a line.
fn name_of(words: &Description) -> String {
    let mut name = parts(words.label).name.to_owned();
    if let Some(first) = name.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    name
}

/// Draws a block from the top left corner of a place, as wide as it, and tells where it ends.
pub(super) fn draw(
    picture: &Picture<'_>,
    sketch: &mut Sketch<'_>,
    words: &Description,
    place: Rect,
    setting: Setting,
    datum: usize,
) -> f64 {
    let (name, weight) = setting.name;
    let set = numeral(sketch, words, datum, place, setting.figure);
    let ink = Ink::new(name, weight, Tone::Ink, Role::Label);
    let text = name_of(words);
    let behind = set.area.right() + SPACE;
    let mut below = Rect { y: set.area.bottom() + 2.0, ..place };
    if words.kind == Some(Kind::Claim) {
        // What has no number has a narrow sign for it, and all its words beside that.
        let beside = Rect::new(behind, sketch.top_of_line(set.baseline, name), place.right() - behind, 0.0);
        below.y = caption(picture, sketch, words, beside, ink, datum).max(below.y);
    } else if setting.behind && behind + sketch.width_of(&text, ink) <= place.right() {
        sketch.text(&text, Point::new(behind, set.baseline), Anchor::Start, ink, Some(datum));
        below.y = asides(picture, sketch, words, below, datum);
    } else {
        below.y = caption(picture, sketch, words, below, ink, datum);
    }
    let mut bottom = below.y.max(set.area.bottom());
    if members::any(picture, words) {
        below.y += 2.0;
        bottom = bottom.max(members::draw(picture, sketch, words, below, setting.members, datum));
    }
    sketch.settle_under(datum, &Rect::between(place.x, place.y, place.right(), bottom), set.area.width / 2.0);
    bottom
}

/// Whether the name of a block fits behind its figure in a column so wide.
pub(super) fn fits_behind(sketch: &Sketch<'_>, words: &Description, setting: Setting, width: f64) -> bool {
    let mut scratch = sketch.scratch();
    let place = Rect::new(0.0, 0.0, width, 0.0);
    let set = numeral(&mut scratch, words, 0, place, setting.figure);
    let ink = Ink::new(setting.name.0, setting.name.1, setting.figure.1, Role::Label);
    set.area.right() + SPACE + scratch.width_of(&name_of(words), ink) <= width
}

/// Sets the figure of a block. What has no number stands as it is; of a date the digits are large and the words around them small.
fn numeral(sketch: &mut Sketch<'_>, words: &Description, datum: usize, place: Rect, (kind, color): (Type, Tone)) -> Set {
    if words.nominal.is_some() {
        return figure(sketch, words, datum, place.origin(), place.width, (kind, color));
    }
    let large = Ink::new(kind, Weight::Bold, color, Role::Figure);
    let small = Ink { kind: if kind == Type::Headline { Type::Name } else { Type::Label }, ..large };
    let baseline = place.y + sketch.frame.size(kind) * 0.95;
    let text = words.bare_figure();
    let mut rest = text.as_str();
    let mut area = Rect::new(place.x, place.y, 0.0, 0.0);
    while let Some(first) = rest.chars().next() {
        let digit = digit_or_dash(first);
        let end = rest.find(|next: char| digit_or_dash(next) != digit).unwrap_or(rest.len());
        let (run, others) = rest.split_at_checked(end).unwrap_or((rest, ""));
        let ink = if digit || words.kind == Some(Kind::Claim) { large } else { small };
        let gap = if area.width > 0.0 { 2.0 } else { 0.0 };
        let at = Point::new(area.right() + gap, baseline);
        area = area.union(sketch.text(run.trim_end(), at, Anchor::Start, ink, Some(datum)));
        rest = others;
    }
    Set { area, baseline }
}

/// What stands large in a figure that is no number: years, and the dash between two of them.
fn digit_or_dash(character: char) -> bool {
    character.is_ascii_digit() || matches!(character, '–' | '～')
}

/// Sets what a datum is: its name, what stands in brackets behind it, and the remark on it. Returns where they end.
pub(super) fn caption(
    picture: &Picture<'_>,
    sketch: &mut Sketch<'_>,
    words: &Description,
    place: Rect,
    ink: Ink,
    datum: usize,
) -> f64 {
    let y = balanced(sketch, &name_of(words), place.origin(), place.width, ink, Some(datum));
    asides(picture, sketch, words, Rect { y, ..place }, datum)
}

/// Sets what a label has in brackets, which may be the printed reading, and the remark on a datum.
fn asides(picture: &Picture<'_>, sketch: &mut Sketch<'_>, words: &Description, place: Rect, datum: usize) -> f64 {
    let mut y = place.y;
    let mut aside = parts(words.label).aside.to_owned();
    if !aside.is_empty() {
        let printed = !words.printed.is_empty() && words.marks.chars().any(|mark| mark == '‡');
        let (color, role) = if printed { (Tone::Remark, Role::Printed) } else { (Tone::Muted, Role::Label) };
        if printed {
            aside.push('‡');
        }
        let ink = Ink::new(Type::Small, Weight::Regular, color, role);
        y = balanced(sketch, &aside, Point::new(place.x, y), place.width, ink, Some(datum));
    }
    let note = picture.package.observation(words.id).map_or("", |row| row.note.get(picture.frame.language));
    if !note.is_empty() {
        let ink = Ink::new(Type::Small, Weight::Regular, Tone::Muted, Role::Prose);
        y = balanced(sketch, note, Point::new(place.x, y), place.width, ink, Some(datum));
    }
    y
}
