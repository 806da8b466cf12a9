//! Printed figures as sets of possible values.

use super::rational::{self, Rational};
use super::{Comparator, Decimal, End, Interval, Unit};

/// A figure as printed: its digits, how it bounds the true value, and its unit.
#[derive(Clone, Copy, Debug)]
pub struct Quantity {
    /// How the figure bounds the true value.
    pub comparator: Comparator,
    /// The figure, in `unit`.
    pub value: Decimal,
    /// What one step of the last printed digit is worth, where the figure is rounded; `None` for counts and bounds.
    pub resolution: Option<Decimal>,
    /// The unit.
    pub unit: &'static Unit,
}

impl Quantity {
    /// The values that the figure leaves possible, in its unit; `None` on overflow.
    ///
    /// - `=` is the figure itself. If it is rounded to steps of *r*, it is everything from *r* ÷ 2 below to *r* ÷ 2 above, both
    ///   ends included: papers differ in how they round halves.
    /// - `>`, `>=`, `<`, `<=` have one known end.
    /// - `~<` (近) lies below the figure, `~>` (余) above it, and neither is the figure itself. How far away is not printed; only
    ///   where 余 has a resolution *r* (50余 counts in tens) does it end below the figure + *r*.
    /// - `~` has no known end.
    #[must_use]
    pub fn interval(self) -> Option<Interval> {
        let value = self.value.ratio();
        match (self.comparator, self.resolution) {
            (Comparator::Equal, None) => Some(Interval::point(value)),
            (Comparator::Equal, Some(step)) => {
                let end = |halves| Some(Some(End { value: moved(self.value, step, halves)?, open: false }));
                Some(Interval::between(end(-1)?, end(1)?))
            }
            (Comparator::CloseAbove, Some(step)) => {
                let end = |halves| Some(Some(End { value: moved(self.value, step, halves)?, open: true }));
                Some(Interval::between(end(0)?, end(2)?))
            }
            (Comparator::Greater | Comparator::CloseAbove, _) => Some(Interval::above(value, true)),
            (Comparator::GreaterOrEqual, _) => Some(Interval::above(value, false)),
            (Comparator::Less | Comparator::CloseBelow, _) => Some(Interval::below(value, true)),
            (Comparator::LessOrEqual, _) => Some(Interval::below(value, false)),
            (Comparator::About, _) => Some(Interval::UNKNOWN),
        }
    }

    /// [`interval`](Self::interval) in base units.
    #[must_use]
    pub fn base_interval(self) -> Option<Interval> {
        self.interval()?.checked_mul(Interval::point(self.unit.factor.ratio()))
    }

    /// The printed figure in base units, whatever its comparator; `None` on overflow.
    #[must_use]
    pub fn base_value(self) -> Option<Rational> {
        rational::multiply(self.value.ratio(), self.unit.factor.ratio())
    }
}

/// `value` + `halves` × `step` ÷ 2; `None` on overflow, and for what is no step.
fn moved(value: Decimal, step: Decimal, halves: i64) -> Option<Rational> {
    if step.mantissa() <= 0 {
        return None;
    }
    let scale = value.scale().max(step.scale().checked_add(1)?);
    let on_scale = |mantissa: i64, from: u8| mantissa.checked_mul(rational::power_of_ten(scale.checked_sub(from)?)?);
    let half = step.mantissa().checked_mul(5)?.checked_mul(halves)?;
    let moved = on_scale(value.mantissa(), value.scale())?.checked_add(on_scale(half, step.scale() + 1)?)?;
    Some(Decimal::new(moved, scale)?.ratio())
}

impl Comparator {
    /// How to write the values of an interval: `=` for a single one, a bound where one end is known, else `~`.
    #[must_use]
    pub fn from_interval(interval: Interval) -> Self {
        match (interval.lower(), interval.upper()) {
            (Some(_), Some(_)) if interval.as_point().is_some() => Self::Equal,
            (Some(end), None) if end.open => Self::Greater,
            (Some(_), None) => Self::GreaterOrEqual,
            (None, Some(end)) if end.open => Self::Less,
            (None, Some(_)) => Self::LessOrEqual,
            _ => Self::About,
        }
    }

    /// Whether the figure says about where the value lies, rather than only which side of a bound it is on.
    #[must_use]
    pub const fn locates(self) -> bool {
        matches!(self, Self::Equal | Self::About | Self::CloseBelow)
    }
}
