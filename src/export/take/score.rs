use super::Record;
use crate::data::{Comparator, Decimal, Period};
use crate::scene::Scene;
use std::collections::HashMap;

/// A picture as sound, a note a datum.
#[derive(Clone, Debug, PartialEq)]
pub struct Score {
    /// In the order in which they sound.
    pub notes: Vec<Note>,
    /// How long it takes, in seconds.
    pub length: f64,
}

/// The sound of a datum.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Note {
    /// Its id.
    pub datum: &'static str,
    /// When it begins, in seconds.
    pub start: f64,
    /// How long it sounds, in seconds.
    pub length: f64,
    /// Its pitch as it begins and as it ends, in hertz. What has no number is not pitched.
    pub pitch: Option<[f64; 2]>,
    /// What it sounds like.
    pub timbre: Timbre,
    /// Where it is heard: −1 at the left edge of the picture, 1 at the right one.
    pub pan: f64,
}

/// How sure a figure is, as a sound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timbre {
    /// The figure itself.
    Exact,
    /// A bound or an approximation.
    Bound,
    /// Our reading of a misprint, or a figure that is in doubt as printed.
    Doubted,
}

/// The lowest and the highest pitch, in hertz: two octaves that small loudspeakers have too.
pub const RANGE: [f64; 2] = [220.0, 880.0];

/// How long a note sounds, in seconds, and what is silent after it.
const SOUND: f64 = 0.35;
const REST: f64 = 0.15;

/// What is silent for each year that nothing is printed of, and at most; and between two groups.
const YEAR: f64 = 0.2;
const GAP: f64 = 1.2;
const BETWEEN: f64 = 0.6;

/// How far a bound glides to the side that is open: a whole tone.
const GLIDE: f64 = 1.122_462;

/// The score of a scene and its records, which are its datums in the same order; `article` plays them in the order of the article.
///
/// The pitch of a figure is its place between the smallest and the largest of its unit in its panel, equal steps of value being equal
/// steps of pitch. Only what has the same unit compares; a figure alone has the pitch in the middle.
pub fn score(scene: &Scene, records: &[Record], article: bool) -> Score {
    let mut order: Vec<usize> = (0..scene.datums.len().min(records.len())).collect();
    if article {
        order.sort_by_key(|index| scene.datums.get(*index).map(|datum| datum.article_order));
    }
    let scales = scales(scene, records);
    let mut notes: Vec<Note> = Vec::new();
    let mut now = 0.0;
    let mut before: Option<(usize, Option<u16>)> = None;
    for index in order {
        let (Some(datum), Some(record)) = (scene.datums.get(index), records.get(index)) else { continue };
        let year = year(record);
        if let Some((panel, last)) = before {
            now += rest(panel == datum.panel, last, year);
        }
        before = Some((datum.panel, year));
        let place = number(record).and_then(|value| {
            let (low, high) = scales.get(&(datum.panel, record.unit.as_str()))?;
            Some(if high > low { (value - low) / (high - low) } else { 0.5 })
        });
        let [low, high] = RANGE;
        let pitch = place.map(|place| low * (high / low).powf(place));
        notes.push(Note {
            datum: datum.id,
            start: now,
            length: SOUND,
            pitch: pitch.map(|pitch| [pitch, pitch * glide(record)]),
            timbre: timbre(record),
            pan: (datum.anchor.x / scene.width.max(1.0)).clamp(0.0, 1.0) * 2.0 - 1.0,
        });
        now += SOUND;
    }
    Score { notes, length: now }
}

/// The smallest and the largest value of each unit of each panel.
fn scales<'a>(scene: &Scene, records: &'a [Record]) -> HashMap<(usize, &'a str), (f64, f64)> {
    let mut scales = HashMap::new();
    for (datum, record) in scene.datums.iter().zip(records) {
        let Some(value) = number(record) else { continue };
        let (low, high) = scales.entry((datum.panel, record.unit.as_str())).or_insert((value, value));
        *low = value.min(*low);
        *high = value.max(*high);
    }
    scales
}

/// The figure, or the middle of what it leaves possible.
fn number(record: &Record) -> Option<f64> {
    let float = |value: Decimal| value.mantissa() as f64 / 10_f64.powi(i32::from(value.scale()));
    let middle = || Some((float(record.lower?.value) + float(record.upper?.value)) / 2.0);
    record.value.map(float).or_else(middle)
}

/// The year that a figure is about, if it is one.
fn year(record: &Record) -> Option<u16> {
    let [period] = &record.period[..] else { return None };
    match Period::parse(period)? {
        Period::Single(date) => Some(date.year()),
        Period::Range { .. } | Period::Recurring { .. } => None,
    }
}

/// The silence before a figure: longer for every year between that nothing is printed of, and where another group begins.
fn rest(same_panel: bool, last: Option<u16>, next: Option<u16>) -> f64 {
    if !same_panel {
        return BETWEEN;
    }
    let between = last.zip(next).map_or(0, |(last, next)| next.saturating_sub(last).saturating_sub(1));
    REST + (YEAR * f64::from(between)).min(GAP)
}

fn timbre(record: &Record) -> Timbre {
    let comparator = record.comparator.and_then(Comparator::parse);
    if record.marks.contains(['†', '‡']) {
        Timbre::Doubted
    } else if comparator.is_none_or(|comparator| comparator == Comparator::Equal) {
        Timbre::Exact
    } else {
        Timbre::Bound
    }
}

/// A bound moves to the side that it leaves open.
fn glide(record: &Record) -> f64 {
    match record.comparator.and_then(Comparator::parse) {
        Some(Comparator::Greater | Comparator::GreaterOrEqual | Comparator::CloseAbove) => GLIDE,
        Some(Comparator::Less | Comparator::LessOrEqual | Comparator::CloseBelow) => 1.0 / GLIDE,
        Some(Comparator::Equal | Comparator::About) | None => 1.0,
    }
}
