//! Which stretches of time are drawn, and their steps.

use super::super::super::sketch::{Ink, Sketch};
use super::super::super::{Tone, Type};
use super::Group;
use crate::data::{Date, Language, Period, Precision};
use crate::scene::{Role, Weight};
use crate::words::{self, Phrase};

/// A stretch of time with a scale of its own, and what falls into it, in the order of time; its ends are years with a fraction.
pub(super) struct Stretch<'e> {
    pub(super) id: &'static str,
    pub(super) panel: usize,
    pub(super) from: f64,
    pub(super) to: f64,
    /// Its years or months, without gaps.
    pub(super) steps: Vec<Date>,
    pub(super) groups: Vec<Group<'e>>,
}

impl Stretch<'_> {
    /// Whether a step is a month and not a year.
    pub(super) fn is_monthly(&self) -> bool {
        self.steps.first().is_some_and(|step| step.month().is_some())
    }

    /// How wide the widest name of a step is.
    pub(super) fn widest_name(&self, sketch: &Sketch<'_>) -> f64 {
        let mut widest: f64 = 0.0;
        for &step in &self.steps {
            let (name, ink) = name(step, sketch.frame.language);
            widest = widest.max(sketch.width_of(&name, ink));
        }
        widest
    }

    /// What there is to say of its scale, among all that are drawn.
    pub(super) fn remark(&self, all: &[Self]) -> Phrase {
        match (self.is_monthly(), all.len()) {
            (false, _) => Phrase::AStepAYear,
            (true, 1) => Phrase::AStepAMonth,
            (true, _) => Phrase::AnotherScale,
        }
    }
}

/// What stands at a step: the year if one begins, else the name of the month.
pub(super) fn name(step: Date, language: Language) -> (String, Ink) {
    match (step.month(), Date::of(step.year(), None)) {
        (Some(month), _) if month > 1 => {
            (words::month(month, language), Ink::new(Type::Small, Weight::Regular, Tone::Muted, Role::Axis))
        }
        (_, year) => (
            year.map_or_else(String::new, |year| words::date(year, language)),
            Ink::new(Type::Small, Weight::Bold, Tone::Ink, Role::Axis),
        ),
    }
}

/// The stretches that hold these periods: the years that nothing finer is printed of, and from the first year that something is, the
/// months up to the one after the last that is printed. In the order of time; the first ends where the second begins.
pub(super) fn stretches<'e>(periods: &[Period]) -> Vec<Stretch<'e>> {
    let (mut start, mut end) = (u16::MAX, 0);
    // The first year and the last month that are printed to the month or the day; months are counted.
    let (mut first, mut last) = (u16::MAX, 0);
    for when in periods {
        let Some(date) = when.first().or(when.last()) else { continue };
        start = start.min(date.year());
        end = end.max(date.year() + 1);
        if matches!(when.precision(), Precision::Day | Precision::Month) {
            first = first.min(date.year());
            last = last.max(u32::from(date.year()) * 12 + u32::from(date.month().unwrap_or_default()));
        }
    }
    let (mut years, mut months) = (Vec::new(), Vec::new());
    for year in start..end.min(first) {
        years.extend(Date::of(year, None));
    }
    for month in u32::from(first) * 12..=last {
        months.extend(Date::of((month / 12) as u16, Some((month % 12) as u8 + 1)));
    }
    let mut stretches = Vec::new();
    let mut add = |id, steps: Vec<Date>| {
        if let (Some(first), Some(last)) = (steps.first(), steps.last()) {
            stretches.push(Stretch { id, panel: 0, from: first.start(), to: last.end(), steps, groups: Vec::new() });
        }
    };
    add("years", years);
    add("months", months);
    stretches
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(texts: &[&str]) -> Vec<(f64, f64, usize)> {
        let periods: Vec<_> = texts.iter().map(|text| Period::parse(text).unwrap()).collect();
        stretches(&periods).iter().map(|stretch| (stretch.from, stretch.to, stretch.steps.len())).collect()
    }

    #[test]
    fn years_end_where_months_begin() {
        let march = Date::parse("2026-03").unwrap().end();
        assert_eq!(of(&["2019", "2025", "2025-07-07", "2026-02", "XXXX-02"]), [(2019.0, 2025.0, 6), (2025.0, march, 15)]);
    }

    #[test]
    fn one_of_the_two_is_enough() {
        assert_eq!(of(&["2019", "2023"]), [(2019.0, 2024.0, 5)]);
        assert_eq!(of(&["2025", "2025-11"]), [(2025.0, 2026.0, 12)]);
        assert_eq!(of(&["2025-12"]), [(2025.0, Date::parse("2026-01").unwrap().end(), 13)]);
        assert_eq!(of(&["../2020"]), [(2020.0, 2021.0, 1)]);
        assert!(of(&["XXXX-02"]).is_empty());
    }
}
