//! Values that are computed, never typed in.

use super::rational::{self, Rational};
use super::{Basis, Bilingual, Comparator, Date, Decimal, Formula, Interval, Observation, Package, Period, Unit, formula};

/// How a value is derived: table `derivations`.
#[derive(Clone, Copy, Debug)]
pub struct Derivation {
    /// The register's key, such as `D-05` or `D-03.2`.
    pub id: &'static str,
    /// What the value is.
    pub label: Bilingual,
    /// How it is computed.
    pub formula: Formula,
    /// The unit of the result.
    pub unit: &'static Unit,
    /// How many decimals to show.
    pub digits: u8,
    /// Our remark; often empty.
    pub note: Bilingual,
    /// What it is computed from, in the formula's order.
    pub inputs: &'static [&'static Observation],
}

/// A derived value.
#[derive(Clone, Copy, Debug)]
pub struct Derived {
    /// The values that the printed figures leave possible, in `unit`.
    pub interval: Interval,
    /// How to write them.
    pub comparator: Comparator,
    /// The result for the figures exactly as printed, in `unit`. `None` if one of them is only a bound.
    pub best: Option<Rational>,
    /// The date, where the formula gives one; the value is then its day of the month.
    pub date: Option<Date>,
    /// The unit of the result.
    pub unit: &'static Unit,
    /// How many decimals to show.
    pub digits: u8,
}

/// Why a value cannot be derived.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeriveError {
    /// The formula needs another input.
    MissingInput,
    /// This observation has no figure.
    NoValue(&'static str),
    /// This observation has no period, or none that the formula can use.
    NoPeriod(&'static str),
    /// The divisor may be 0, no value is possible, or the numbers are too large.
    Undefined,
}

/// Computes `derivation` from the printed figures and the periods as we read them.
///
/// # Errors
///
/// See [`DeriveError`]; a package that passes its tests derives all its values.
pub fn derive(package: &Package, derivation: &Derivation) -> Result<Derived, DeriveError> {
    let mut inputs = Vec::with_capacity(derivation.inputs.len());
    for &observation in derivation.inputs {
        inputs.push(Input::of(package, observation)?);
    }
    let result = formula::evaluate(derivation.formula, &inputs)?;
    let interval = derivation.unit.in_this_unit(result.interval).ok_or(DeriveError::Undefined)?;

    // The same formula on the printed figures alone.
    let located = inputs.iter().all(|input| input.observation.quantity.is_none_or(|quantity| quantity.comparator.locates()));
    for input in &mut inputs {
        let value = input.observation.quantity.and_then(super::Quantity::base_value);
        input.interval = value.map(Interval::point);
    }
    let best = if located {
        let result = formula::evaluate(derivation.formula, &inputs)?;
        derivation.unit.in_this_unit(result.interval).and_then(Interval::as_point)
    } else {
        None
    };

    // "One in six" is a figure of speech for a share nearby, not a bound on a whole number.
    let comparator = match derivation.formula {
        Formula::OneIn if best.is_some_and(|best| !best.is_integer()) => Comparator::About,
        _ => Comparator::from_interval(interval),
    };
    Ok(Derived { interval, comparator, best, date: result.date, unit: derivation.unit, digits: derivation.digits })
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

/// An observation as a formula sees it.
pub(super) struct Input {
    pub(super) observation: &'static Observation,
    /// The figure, in base units.
    pub(super) interval: Option<Interval>,
    /// The period as we read it.
    pub(super) period: Option<Period>,
}

impl Input {
    fn of(package: &Package, observation: &'static Observation) -> Result<Self, DeriveError> {
        let interval = match observation.quantity {
            Some(quantity) => Some(quantity.base_interval().ok_or(DeriveError::Undefined)?),
            None => None,
        };
        Ok(Self { observation, interval, period: package.reading(observation, Basis::Read).period })
    }

    pub(super) fn value(&self) -> Result<Interval, DeriveError> {
        self.interval.ok_or(DeriveError::NoValue(self.observation.id))
    }

    pub(super) fn period(&self) -> Result<Period, DeriveError> {
        self.period.ok_or(DeriveError::NoPeriod(self.observation.id))
    }

    pub(super) fn year(&self) -> Result<u16, DeriveError> {
        self.period()?.year().ok_or(DeriveError::NoPeriod(self.observation.id))
    }
}
