//! Which stretches of time are drawn, and their steps.

use crate::data::{Date, Language, Period, Precision};
use crate::words;

/// A stretch of time with a scale of its own; its ends are years with a fraction.
pub(super) struct Stretch {
    pub(super) id: &'static str,
    pub(super) from: f64,
    pub(super) to: f64,
    /// What its steps are, without gaps.
    dates: Vec<Date>,
}

/// A step of a time axis.
pub(super) struct Step {
    pub(super) from: f64,
    pub(super) to: f64,
    /// Its short name: `2019`, `7月`, `July`.
    pub(super) name: String,
    /// The name of the year that begins with it, if one does: `2025年`.
    pub(super) year: Option<String>,
}

impl Stretch {
    fn new(id: &'static str, dates: Vec<Date>) -> Option<Self> {
        let (first, last) = (dates.first()?, dates.last()?);
        Some(Self { id, from: first.start(), to: last.end(), dates })
    }

    /// Whether a step is a month and not a year.
    pub(super) fn is_monthly(&self) -> bool {
        self.dates.iter().any(|date| date.month().is_some())
    }

    /// Its steps in a language.
    pub(super) fn steps(&self, language: Language) -> Vec<Step> {
        let step = |date: &Date| {
            let begins = date.month().is_none_or(|month| month == 1);
            let year = Date::of(date.year(), None).filter(|_| begins);
            Step {
                from: date.start(),
                to: date.end(),
                name: date.month().map_or_else(|| date.year().to_string(), |month| words::month(month, language)),
                year: year.map(|year| words::date(year, language)),
            }
        };
        self.dates.iter().map(step).collect()
    }
}

/// The stretches that hold these periods: the years that nothing finer is printed of, and from the first year that something is, the
/// months up to the one after the last that is printed. In the order of time; the first ends where the second begins.
pub(super) fn stretches(periods: impl Iterator<Item = Period> + Clone) -> Vec<Stretch> {
    let fine = periods.clone().filter(|when| matches!(when.precision(), Precision::Day | Precision::Month));
    let first = fine.clone().filter_map(Period::first).map(Date::year).min();
    let last = fine.filter_map(Period::last).filter_map(|date| Some((date.year(), date.month()?))).max();
    let mut months = Vec::new();
    if let (Some(first), Some((year, month))) = (first, last) {
        let ends = u32::from(year) * 12 + u32::from(month);
        months.extend(
            (u32::from(first) * 12..=ends).filter_map(|index| Date::of((index / 12) as u16, Some((index % 12) as u8 + 1))),
        );
    }
    let coarse = periods.filter_map(|when| when.first().or(when.last())).map(Date::year);
    let start = coarse.clone().min();
    let end = first.or_else(|| coarse.max().map(|year| year + 1));
    let mut years = Vec::new();
    if let (Some(start), Some(end)) = (start, end) {
        years.extend((start..end).filter_map(|year| Date::of(year, None)));
    }
    [Stretch::new("years", years), Stretch::new("months", months)].into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(texts: &[&str]) -> Vec<(f64, f64, usize)> {
        let periods = texts.iter().map(|text| Period::parse(text).unwrap());
        stretches(periods).iter().map(|stretch| (stretch.from, stretch.to, stretch.dates.len())).collect()
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
