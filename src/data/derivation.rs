//! Values that are computed, never typed in.

use super::rational::{self, Rational};
use super::{Bilingual, Comparator, Date, Decimal, Formula, Interval, Observation, Unit};

/// How a value is derived: table `derivations`.
#[derive(Clone, Copy, Debug)]
pub struct Derivation {
    /// The register's key, such as `D-05` or `D-03.2`.
    pub id: &'static str,
    /// What the value is.
    pub label: &'static Bilingual,
    /// How it is computed.
    pub formula: Formula,
    /// The unit of the result.
    pub unit: &'static Unit,
    /// How many decimals to show.
    pub digits: u8,
    /// Our remark; often empty.
    pub note: &'static Bilingual,
    /// What it is computed from, in the formula's order.
    pub inputs: &'static [&'static Observation],
    /// What it comes to; `None` only while the build script computes it.
    pub value: Option<&'static Derived>,
}

/// A derived value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Derived {
    /// The values that the printed figures leave possible, in the derivation's unit.
    pub interval: Interval,
    /// How to write them.
    pub comparator: Comparator,
    /// The result for the figures exactly as printed, in the derivation's unit. `None` if one of them is only a bound.
    pub best: Option<Rational>,
    /// The date, where the formula gives one; the value is then its day of the month.
    pub date: Option<Date>,
    /// How many decimals to show.
    pub digits: u8,
}

impl Derived {
    /// The best value, rounded to the shown digits; halves go away from zero.
    #[must_use]
    pub fn nominal(&self) -> Option<Decimal> {
        rational::round_half_up(self.best?, self.digits)
    }

    /// The lower end, rounded down to the shown digits; `None` if it is not known.
    #[must_use]
    pub fn lower(&self) -> Option<Decimal> {
        rational::floor(self.interval.lower()?.value, self.digits)
    }

    /// The upper end, rounded up to the shown digits; `None` if it is not known.
    #[must_use]
    pub fn upper(&self) -> Option<Decimal> {
        rational::ceil(self.interval.upper()?.value, self.digits)
    }

    /// The figure to write after the comparator: the known end of a bound, else the best value.
    #[must_use]
    pub fn shown(&self) -> Option<Decimal> {
        match self.comparator {
            Comparator::Greater | Comparator::GreaterOrEqual => self.lower(),
            Comparator::Less | Comparator::LessOrEqual => self.upper(),
            _ => self.nominal(),
        }
    }
}
