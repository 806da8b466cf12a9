//! What a figure is about in time, in the precision that was printed.

use core::cmp::Ordering;
use core::fmt;

/// A date on the Gregorian calendar, to the year, the month or the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Date {
    year: u16,
    /// 1 to 12; 0 if only the year is known.
    month: u8,
    /// 1 to 31; 0 if only the month is known.
    day: u8,
}

impl Date {
    /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD` with a year from 0001; `None` for any other text or a day that does not exist.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year = digits(parts.next()?, 4)?;
        let month = parts.next().map_or(Some(0), |part| digits(part, 2).filter(|&month| month > 0))?;
        let day = parts.next().map_or(Some(0), |part| digits(part, 2).filter(|&day| day > 0))?;
        if parts.next().is_some() {
            return None;
        }
        let (month, day) = (month as u8, day as u8);
        let exists = year > 0 && month <= 12 && (day == 0 || day <= days_in_month(year, month));
        exists.then_some(Self { year, month, day })
    }

    /// A date that is known to exist, by year, month and day; 0 is a month or a day that is not known.
    pub(super) const fn known(year: u16, month: u8, day: u8) -> Self {
        Self { year, month, day }
    }

    /// A year, or a month of it; `None` if there is no such one.
    #[must_use]
    pub const fn of(year: u16, month: Option<u8>) -> Option<Self> {
        let month = match month {
            Some(month @ 1..=12) => month,
            Some(_) => return None,
            None => 0,
        };
        if year > 0 && year <= 9999 { Some(Self { year, month, day: 0 }) } else { None }
    }

    /// The year, 1 to 9999.
    #[must_use]
    pub const fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12, if it is known.
    #[must_use]
    pub const fn month(self) -> Option<u8> {
        if self.month == 0 { None } else { Some(self.month) }
    }

    /// The day of the month, from 1, if it is known.
    #[must_use]
    pub const fn day(self) -> Option<u8> {
        if self.day == 0 { None } else { Some(self.day) }
    }

    /// The first day that the date covers, counted from 1 January of the year 1.
    fn first_day(self) -> i32 {
        let month = self.month.max(1);
        days_before_year(self.year) + i32::from(days_before_month(self.year, month)) + i32::from(self.day.max(1)) - 1
    }

    /// The day after the last one that the date covers, counted likewise.
    fn end_day(self) -> i32 {
        if self.month == 0 {
            days_before_year(self.year + 1)
        } else if self.day == 0 {
            self.first_day() + i32::from(days_in_month(self.year, self.month))
        } else {
            self.first_day() + 1
        }
    }

    /// The moment where the date begins, as a year with a fraction: `2025-07` begins at 2025 + 181 ÷ 365.
    #[must_use]
    pub fn start(self) -> f64 {
        fractional_year(self.year, self.first_day())
    }

    /// The moment where the date ends: that of the day after it, so `2025` ends at 2026.
    #[must_use]
    pub fn end(self) -> f64 {
        fractional_year(self.year, self.end_day())
    }
}

/// How finely a period was printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Precision {
    /// To the day.
    Day,
    /// To the month.
    Month,
    /// To the year.
    Year,
    /// From one date to another, or up to a date.
    Range,
    /// Every year anew, such as "every February".
    Recurring,
}

/// A period in the package's part of EDTF (ISO 8601-2): `2016`, `2025-09`, `2026-02-24`, `2013/2024`, `../2026-01`, `XXXX-02`.
///
/// Periods are ordered by where they start, then by where they end; a range with an unprinted start by its end alone; recurring
/// periods come last. The order is total, and equal only for equal periods.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// One date.
    Single(Date),
    /// From `start`, which may not be printed, to the end of `end`.
    Range {
        /// The first date; `None` where it was not printed.
        start: Option<Date>,
        /// The last date, included.
        end: Date,
    },
    /// The same month of every year.
    Recurring {
        /// 1 to 12.
        month: u8,
    },
}

impl Period {
    /// Reads a period; `None` if the text is outside the subset, a date does not exist, or a range ends before it starts.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if let Some(month) = text.strip_prefix("XXXX-") {
            let month = digits(month, 2).filter(|month| (1..=12).contains(month))?;
            return Some(Self::Recurring { month: month as u8 });
        }
        let Some((start, end)) = text.split_once('/') else {
            return Date::parse(text).map(Self::Single);
        };
        let end = Date::parse(end)?;
        let start = if start == ".." { None } else { Some(Date::parse(start)?) };
        let runs_forward = start.is_none_or(|start| start.first_day() <= end.first_day() && start.end_day() <= end.end_day());
        runs_forward.then_some(Self::Range { start, end })
    }

    /// How finely the period was printed.
    #[must_use]
    pub const fn precision(self) -> Precision {
        match self {
            Self::Single(Date { month: 0, .. }) => Precision::Year,
            Self::Single(Date { day: 0, .. }) => Precision::Month,
            Self::Single(_) => Precision::Day,
            Self::Range { .. } => Precision::Range,
            Self::Recurring { .. } => Precision::Recurring,
        }
    }

    /// The first date; `None` where it was not printed or recurs.
    #[must_use]
    pub const fn first(self) -> Option<Date> {
        match self {
            Self::Single(date) => Some(date),
            Self::Range { start, .. } => start,
            Self::Recurring { .. } => None,
        }
    }

    /// The last date; `None` where it recurs.
    #[must_use]
    pub const fn last(self) -> Option<Date> {
        match self {
            Self::Single(date) | Self::Range { end: date, .. } => Some(date),
            Self::Recurring { .. } => None,
        }
    }

    /// Where the period starts on a time axis, as a year with a fraction; `None` if that is not known.
    #[must_use]
    pub fn start(self) -> Option<f64> {
        self.first().map(Date::start)
    }

    /// Where the period ends on a time axis (exclusive), as a year with a fraction; `None` if it recurs.
    #[must_use]
    pub fn end(self) -> Option<f64> {
        self.last().map(Date::end)
    }

    /// The year, if the whole period is known to lie in one.
    #[must_use]
    pub fn year(self) -> Option<u16> {
        let year = self.last()?.year;
        (self.first()?.year == year).then_some(year)
    }

    /// Whether this period comes before `other` as a whole (`Less`), after it (`Greater`), is the same (`Equal`), or overlaps it
    /// (`None`). A start that was not printed counts as unknown; recurring periods compare with nothing but themselves.
    #[must_use]
    pub fn position(self, other: Self) -> Option<Ordering> {
        if self == other {
            return Some(Ordering::Equal);
        }
        let before = |a: Self, b: Self| Some(a.last()?.end_day() <= b.first()?.first_day());
        if before(self, other) == Some(true) {
            Some(Ordering::Less)
        } else if before(other, self) == Some(true) {
            Some(Ordering::Greater)
        } else {
            None
        }
    }

    /// Start, end and a tie breaker, so that equal keys mean equal periods.
    fn key(self) -> (i32, i32, u32) {
        let tie = |date: Option<Date>| date.map_or(0, |date| u32::from(date.month > 0) + u32::from(date.day > 0) + 1);
        match (self.first(), self.last(), self) {
            (first, Some(last), _) => {
                let start = first.map_or_else(|| last.first_day(), Date::first_day);
                let range = u32::from(self.precision() == Precision::Range) * 16;
                (start, last.end_day(), range + tie(first) * 4 + tie(Some(last)))
            }
            (_, None, Self::Recurring { month }) => (i32::MAX, 0, u32::from(month)),
            (_, None, _) => (i32::MAX, 0, 0),
        }
    }
}

impl Ord for Period {
    fn cmp(&self, other: &Self) -> Ordering {
        self.key().cmp(&other.key())
    }
}

impl PartialOrd for Period {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Writes the date as [`Date::parse`] reads it.
impl fmt::Display for Date {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}", self.year)?;
        for part in [self.month, self.day].into_iter().filter(|&part| part > 0) {
            write!(formatter, "-{part:02}")?;
        }
        Ok(())
    }
}

/// Writes the period as [`Period::parse`] reads it.
impl fmt::Display for Period {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Single(date) => date.fmt(formatter),
            Self::Range { start: Some(start), end } => write!(formatter, "{start}/{end}"),
            Self::Range { start: None, end } => write!(formatter, "../{end}"),
            Self::Recurring { month } => write!(formatter, "XXXX-{month:02}"),
        }
    }
}

/// Whether the year has a 29 February in the Gregorian calendar.
#[must_use]
pub const fn is_leap_year(year: u16) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

/// The number of days of a month from 1 to 12; 0 for any other number.
#[must_use]
pub const fn days_in_month(year: u16, month: u8) -> u8 {
    match month {
        2 => 28 + is_leap_year(year) as u8,
        4 | 6 | 9 | 11 => 30,
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        _ => 0,
    }
}

fn days_before_month(year: u16, month: u8) -> u16 {
    (1..month).map(|month| u16::from(days_in_month(year, month))).sum()
}

fn days_before_year(year: u16) -> i32 {
    let past = i32::from(year) - 1;
    past * 365 + past / 4 - past / 100 + past / 400
}

/// A day, counted from 1 January of the year 1, as a fraction of `year` or of the one after it.
fn fractional_year(year: u16, day: i32) -> f64 {
    let into_year = f64::from(day - days_before_year(year));
    f64::from(year) + into_year / if is_leap_year(year) { 366.0 } else { 365.0 }
}

fn digits(text: &str, length: usize) -> Option<u16> {
    let mut number = 0_u16;
    for byte in text.bytes() {
        let digit = byte.checked_sub(b'0').filter(|&digit| digit < 10)?;
        number = number.checked_mul(10)?.checked_add(u16::from(digit))?;
    }
    (text.len() == length).then_some(number)
}
