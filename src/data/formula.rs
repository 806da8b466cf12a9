//! The formulas of derived values, on intervals.
//!
//! Each input appears once in what is computed, even where the usual way of writing the formula repeats it: interval arithmetic
//! would otherwise widen the result (`b ÷ a − 1`, not `(b − a) ÷ a`).

use super::derivation::Input;
use super::period::days_in_month;
use super::rational::Rational;
use super::{Date, DeriveError, Formula, Interval};

/// What a formula gives, in base units.
pub(super) struct Value {
    pub(super) interval: Interval,
    pub(super) date: Option<Date>,
}

/// Computes `formula` of `inputs`, in base units: shares are parts of 1, not percent.
pub(super) fn evaluate(formula: Formula, inputs: &[Input]) -> Result<Value, DeriveError> {
    let input = |place: usize| inputs.get(place).ok_or(DeriveError::MissingInput);
    let value = |place| input(place)?.value();
    let year = |place| Ok(i64::from(input(place)?.year()?));

    let interval = match formula {
        Formula::Difference => value(0)?.checked_sub(value(1)?),
        Formula::Sum => {
            let mut sum = value(0)?.checked_add(value(1)?);
            for place in 2..inputs.len() {
                sum = match sum {
                    Some(sum) => sum.checked_add(value(place)?),
                    None => None,
                };
            }
            sum
        }
        Formula::Ratio | Formula::Share | Formula::Whole => value(0)?.checked_div(value(1)?),
        Formula::Fold => value(1)?.checked_div(value(0)?),
        Formula::Change => value(1)?.checked_div(value(0)?).and_then(|fold| fold.checked_sub(whole(1))),
        Formula::Index => value(0)?.checked_div(value(1)?).and_then(|ratio| ratio.checked_mul(whole(100))),
        Formula::PercentOf => value(0)?.checked_mul(value(1)?),
        Formula::Complement => whole(1).checked_sub(value(0)?),
        Formula::Rest => {
            let factor = whole(1).checked_div(value(1)?).and_then(|whole_over_part| whole_over_part.checked_sub(whole(1)));
            factor.map(|factor| value(0).map(|part| part.checked_mul(factor))).transpose()?.flatten()
        }
        // There is one in some number of them only if there is any: the share is above 0.
        Formula::OneIn => {
            let share = value(0)?.intersection(Interval::above(Rational::from_integer(0), true));
            share.and_then(|share| whole(1).checked_div(share))
        }
        Formula::YearsBetween => Some(whole(year(1)? - year(0)?)),
        Formula::YearsInclusive => Some(whole(year(1)? - year(0)? + 1)),
        Formula::YearsUndisclosed => Some(whole(undisclosed_years(inputs)?)),
        Formula::FoundingYear => whole(year(0)?).checked_sub(value(1)?).and_then(Interval::whole_numbers),
        Formula::Previous => value(0)?.checked_sub(whole(1)),
        Formula::LastDayOfFebruary => return last_day_of_february(input(0)?, input(1)?),
        Formula::MonthsBetween => months_between(input(0)?, input(1)?)?,
    };
    Ok(Value { interval: interval.ok_or(DeriveError::Undefined)?, date: None })
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
fn months_between(from: &Input, to: &Input) -> Result<Option<Interval>, DeriveError> {
    let month = |input: &Input, date: Option<Date>| {
        let date = date.ok_or(DeriveError::NoPeriod(input.observation.id))?;
        let month = date.month().ok_or(DeriveError::NoPeriod(input.observation.id))?;
        Ok(i64::from(date.year()) * 12 + i64::from(month))
    };
    let (start, end) = (from.period()?, to.period()?);
    let nearest = month(to, end.first())? - month(from, start.last())?;
    let furthest = month(to, end.last())? - month(from, start.first())?;
    Ok(Some(whole(nearest).hull(whole(furthest))))
}
