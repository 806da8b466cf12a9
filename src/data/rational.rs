//! Exact arithmetic on fractions, and their way back to printed decimals.
//!
//! Every operation gives `None` instead of a wrapped or rounded result when a numerator or denominator would not fit.

use num_rational::Ratio;
use num_traits::{CheckedAdd as _, CheckedDiv as _, CheckedMul as _, CheckedSub as _, Signed as _};

use super::Decimal;

/// An exact fraction in lowest terms.
///
/// Its own operators overflow: use the functions of this module.
pub type Rational = Ratio<i64>;

/// `a + b`.
#[must_use]
pub fn add(a: Rational, b: Rational) -> Option<Rational> {
    in_range(a.checked_add(&b))
}

/// `a − b`.
#[must_use]
pub fn subtract(a: Rational, b: Rational) -> Option<Rational> {
    in_range(a.checked_sub(&b))
}

/// `a × b`.
#[must_use]
pub fn multiply(a: Rational, b: Rational) -> Option<Rational> {
    in_range(a.checked_mul(&b))
}

/// `a ÷ b`; `None` also if `b` is 0.
#[must_use]
pub fn divide(a: Rational, b: Rational) -> Option<Rational> {
    in_range(a.checked_div(&b))
}

/// `a = b`. Fractions in lowest terms are equal where they are written alike; their own `==` takes the long way of comparing them.
#[must_use]
pub const fn same(a: Rational, b: Rational) -> bool {
    *a.numer() == *b.numer() && *a.denom() == *b.denom()
}

/// The largest decimal with this many digits after the point that is not above `x`.
#[must_use]
pub fn floor(x: Rational, digits: u8) -> Option<Decimal> {
    let scaled = shift(x, digits)?;
    Decimal::new(scaled.numer().checked_div_euclid(*scaled.denom())?, digits)
}

/// The smallest decimal with this many digits after the point that is not below `x`.
#[must_use]
pub fn ceil(x: Rational, digits: u8) -> Option<Decimal> {
    let below = floor(-x, digits)?;
    Decimal::new(-below.mantissa(), digits)
}

/// The nearest decimal with this many digits after the point; halves go away from zero.
#[must_use]
pub fn round_half_up(x: Rational, digits: u8) -> Option<Decimal> {
    round(x, digits, |_| true)
}

/// The nearest decimal with this many digits after the point; halves go to the even digit.
#[must_use]
pub fn round_half_even(x: Rational, digits: u8) -> Option<Decimal> {
    round(x, digits, |truncated| truncated % 2 != 0)
}

fn round(x: Rational, digits: u8, half_goes_out: impl Fn(i64) -> bool) -> Option<Decimal> {
    let scaled = shift(x, digits)?;
    let magnitude = scaled.abs();
    let truncated = magnitude.to_integer();
    let above = *magnitude.fract().numer();
    let below = magnitude.denom() - above;
    let outward = above > below || (above == below && half_goes_out(truncated));
    let rounded = truncated.checked_add(i64::from(outward))?;
    Decimal::new(if scaled.is_negative() { -rounded } else { rounded }, digits)
}

fn shift(x: Rational, digits: u8) -> Option<Rational> {
    multiply(x, Rational::from_integer(power_of_ten(digits)?))
}

/// 1 with so many zeros.
pub(super) fn power_of_ten(zeros: u8) -> Option<i64> {
    let mut power: i64 = 1;
    for _ in 0..zeros {
        power = power.checked_mul(10)?;
    }
    Some(power)
}

/// `i64::MIN` has no negative, and a later sign change would overflow.
fn in_range(x: Option<Rational>) -> Option<Rational> {
    x.filter(|x| *x.numer() != i64::MIN)
}

impl Decimal {
    /// The value as an exact fraction.
    #[must_use]
    pub fn ratio(self) -> Rational {
        Rational::new(self.mantissa(), power_of_ten(self.scale()).unwrap_or(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn text(x: Option<Decimal>) -> String {
        x.unwrap().to_string()
    }

    #[test]
    fn halves_round_as_named() {
        for (numerator, up, even) in [(25, "3", "2"), (35, "4", "4"), (-25, "-3", "-2"), (-35, "-4", "-4"), (24, "2", "2")] {
            let x = Rational::new(numerator, 10);
            assert_eq!(text(round_half_up(x, 0)), up);
            assert_eq!(text(round_half_even(x, 0)), even);
        }
    }

    #[test]
    fn floor_and_ceil_go_outward_on_both_sides_of_zero() {
        let x = Rational::new(-2, 3);
        assert_eq!((text(floor(x, 2)), text(ceil(x, 2))), ("-0.67".into(), "-0.66".into()));
        assert_eq!((text(floor(-x, 0)), text(ceil(-x, 0))), ("0".into(), "1".into()));
    }

    #[test]
    fn overflow_is_none() {
        let big = Rational::from_integer(i64::MAX);
        assert_eq!(add(big, big), None);
        assert_eq!(subtract(-big, Rational::from_integer(1)), None);
        assert_eq!(multiply(big, Rational::from_integer(2)), None);
        assert_eq!(divide(big, Rational::from_integer(0)), None);
        assert_eq!(floor(big, 1), None);
        assert_eq!(round_half_up(big, 19), None);
    }

    proptest! {
        #[test]
        fn rounding_stays_between_the_neighbours(numerator in -1_000_000_000_i64..1_000_000_000, denominator in 1_i64..100_000, digits in 0_u8..5) {
            let x = Rational::new(numerator, denominator);
            let (low, high) = (floor(x, digits).unwrap(), ceil(x, digits).unwrap());
            prop_assert!(low.ratio() <= x && x <= high.ratio());
            prop_assert!(high.mantissa() - low.mantissa() <= 1);
            for rounded in [round_half_up(x, digits).unwrap(), round_half_even(x, digits).unwrap()] {
                let error = (rounded.ratio() - x).abs();
                prop_assert!(error <= (x - low.ratio()).abs() && error <= (high.ratio() - x).abs());
            }
        }
    }
}
