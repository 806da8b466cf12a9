//! The formulas of derived values, on intervals. The build script computes with them; the module holds what they give.
//!
//! Each input appears once in what is computed, even where the usual way of writing the formula repeats it: interval arithmetic
//! would otherwise widen the result (`b ÷ a − 1`, not `(b − a) ÷ a`).

use num_traits::Zero as _;

use super::period::days_in_month;
use super::rational::Rational;
use super::{Basis, Comparator, Date, Derivation, Derived, Formula, Interval, Observation, Package, Period, Quantity, Unit};

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
    let result = evaluate(derivation.formula, &inputs)?;
    let interval = in_unit(derivation.unit, result.interval).ok_or(DeriveError::Undefined)?;

    // The same formula on the printed figures alone.
    let located = inputs.iter().all(|input| input.observation.quantity.is_none_or(|quantity| quantity.comparator.locates()));
    for input in &mut inputs {
        let value = input.observation.quantity.and_then(Quantity::base_value);
        input.interval = value.map(Interval::point);
    }
    let best = if located {
        let result = evaluate(derivation.formula, &inputs)?;
        in_unit(derivation.unit, result.interval).and_then(Interval::as_point)
    } else {
        None
    };

    // "One in six" is a figure of speech for a share nearby, not a bound on a whole number.
    let comparator = match derivation.formula {
        Formula::OneIn if best.is_some_and(|best| !best.is_integer()) => Comparator::About,
        _ => Comparator::from_interval(interval),
    };
    Ok(Derived { interval, comparator, best, date: result.date, digits: derivation.digits })
}

/// An observation as a formula sees it.
struct Input {
    observation: &'static Observation,
    /// The figure, in base units.
    interval: Option<Interval>,
    /// The period as we read it.
    period: Option<Period>,
}

impl Input {
    fn of(package: &Package, observation: &'static Observation) -> Result<Self, DeriveError> {
        let interval = match observation.quantity {
            Some(quantity) => Some(quantity.base_interval().ok_or(DeriveError::Undefined)?),
            None => None,
        };
        Ok(Self { observation, interval, period: package.reading(observation, Basis::Read).period })
    }

    fn value(&self) -> Result<Interval, DeriveError> {
        self.interval.ok_or(DeriveError::NoValue(self.observation.id))
    }

    fn period(&self) -> Result<Period, DeriveError> {
        self.period.ok_or(DeriveError::NoPeriod(self.observation.id))
    }

    fn year(&self) -> Result<u16, DeriveError> {
        self.period()?.year().ok_or(DeriveError::NoPeriod(self.observation.id))
    }
}

/// Turns base units into a unit; `None` on overflow or if its factor is 0.
fn in_unit(unit: &Unit, interval: Interval) -> Option<Interval> {
    let factor = unit.factor.ratio();
    if factor.is_zero() { None } else { interval.checked_div(Interval::point(factor)) }
}

/// What a formula gives, in base units.
struct Value {
    interval: Interval,
    date: Option<Date>,
}

/// A step of a computation on a stack of intervals: terms are pushed, operations take the two topmost.
#[derive(Clone, Copy)]
enum Step {
    /// The figure of the input at this place.
    Figure(usize),
    /// The year of the input at this place.
    Year(usize),
    /// A number of the formula itself.
    Number(i64),
    /// The months from the first input to the second.
    Months,
    /// The years that no input is about.
    Undisclosed,
    Add,
    Subtract,
    Multiply,
    Divide,
    /// What is above 0 of the topmost interval.
    AboveZero,
    /// The whole numbers of the topmost interval.
    WholeNumbers,
}

use Step::{AboveZero, Add, Divide, Figure, Months, Multiply, Number, Subtract, Undisclosed, WholeNumbers, Year};

const fn steps(formula: Formula) -> &'static [Step] {
    match formula {
        Formula::Difference => &[Figure(0), Figure(1), Subtract],
        // `evaluate` adds further inputs.
        Formula::Sum => &[Figure(0), Figure(1), Add],
        Formula::Ratio | Formula::Share | Formula::Whole => &[Figure(0), Figure(1), Divide],
        Formula::Fold => &[Figure(1), Figure(0), Divide],
        Formula::Change => &[Figure(1), Figure(0), Divide, Number(1), Subtract],
        Formula::Index => &[Figure(0), Figure(1), Divide, Number(100), Multiply],
        Formula::PercentOf => &[Figure(0), Figure(1), Multiply],
        Formula::Complement => &[Number(1), Figure(0), Subtract],
        Formula::Rest => &[Number(1), Figure(1), Divide, Number(1), Subtract, Figure(0), Multiply],
        Formula::RestShare => &[Number(1), Figure(0), Figure(1), Divide, Subtract],
        Formula::PartToRest => &[Number(1), Figure(1), Figure(0), Divide, Number(1), Subtract, Divide],
        // There is one in some number of them only if there is any.
        Formula::OneIn => &[Number(1), Figure(0), AboveZero, Divide],
        Formula::YearsBetween => &[Year(1), Year(0), Subtract],
        Formula::YearsInclusive => &[Year(1), Year(0), Subtract, Number(1), Add],
        Formula::YearsUndisclosed => &[Undisclosed],
        Formula::FoundingYear => &[Year(0), Figure(1), Subtract, WholeNumbers],
        Formula::Previous => &[Figure(0), Number(1), Subtract],
        Formula::LastDayOfFebruary => &[],
        Formula::MonthsBetween => &[Months],
    }
}

/// Computes `formula` of `inputs`, in base units: shares are parts of 1, not percent.
fn evaluate(formula: Formula, inputs: &[Input]) -> Result<Value, DeriveError> {
    let input = |place: usize| inputs.get(place).ok_or(DeriveError::MissingInput);
    if formula == Formula::LastDayOfFebruary {
        return last_day_of_february(input(0)?, input(1)?);
    }
    let mut stack = Vec::new();
    for &step in steps(formula) {
        let interval = match step {
            Figure(place) => input(place)?.value()?,
            Year(place) => whole(i64::from(input(place)?.year()?)),
            Number(number) => whole(number),
            Months => months_between(input(0)?, input(1)?)?,
            Undisclosed => whole(undisclosed_years(inputs)?),
            operation => apply(operation, &mut stack).ok_or(DeriveError::Undefined)?,
        };
        stack.push(interval);
    }
    let mut interval = stack.pop().ok_or(DeriveError::MissingInput)?;
    if formula == Formula::Sum {
        for input in inputs.iter().skip(2) {
            interval = interval.checked_add(input.value()?).ok_or(DeriveError::Undefined)?;
        }
    }
    Ok(Value { interval, date: None })
}

fn apply(operation: Step, stack: &mut Vec<Interval>) -> Option<Interval> {
    let right = stack.pop()?;
    match operation {
        AboveZero => return right.intersection(Interval::above(Rational::from_integer(0), true)),
        WholeNumbers => return right.whole_numbers(),
        _ => {}
    }
    let left = stack.pop()?;
    match operation {
        Add => left.checked_add(right),
        Subtract => left.checked_sub(right),
        Multiply => left.checked_mul(right),
        Divide => left.checked_div(right),
        _ => None,
    }
}

const fn whole(number: i64) -> Interval {
    Interval::point(Rational::new_raw(number, 1))
}

/// How many years strictly between those of the first and the last input no input is about.
fn undisclosed_years(inputs: &[Input]) -> Result<i64, DeriveError> {
    let (Some(first), Some(last)) = (inputs.first(), inputs.last()) else {
        return Err(DeriveError::MissingInput);
    };
    let mut count = 0;
    for year in first.year()? + 1..last.year()? {
        let mut disclosed = false;
        for input in inputs {
            disclosed |= input.year()? == year;
        }
        count += i64::from(!disclosed);
    }
    Ok(count)
}

/// The last day of February, which the first input recurs in, in the second one's year.
fn last_day_of_february(recurring: &Input, dated: &Input) -> Result<Value, DeriveError> {
    let year = dated.year()?;
    let day = days_in_month(year, 2);
    let date = Date::parse(&format!("{year:04}-02-{day:02}")).ok_or(DeriveError::NoPeriod(recurring.observation.id))?;
    Ok(Value { interval: whole(i64::from(day)), date: Some(date) })
}

/// Steps on the calendar from the month of `from` to the month of `to`: the nearest and the furthest, where one is a range.
fn months_between(from: &Input, to: &Input) -> Result<Interval, DeriveError> {
    let month = |input: &Input, date: Option<Date>| {
        let date = date.ok_or(DeriveError::NoPeriod(input.observation.id))?;
        let month = date.month().ok_or(DeriveError::NoPeriod(input.observation.id))?;
        Ok(i64::from(date.year()) * 12 + i64::from(month))
    };
    let (start, end) = (from.period()?, to.period()?);
    let nearest = month(to, end.first())? - month(from, start.last())?;
    let furthest = month(to, end.last())? - month(from, start.first())?;
    Ok(whole(nearest).hull(whole(furthest)))
}
