//! Sets of values that a bound leaves possible.

use num_traits::{Signed as _, Zero as _};

use super::rational::{self, Rational};

/// A known end of an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct End {
    /// Where the interval ends.
    pub value: Rational,
    /// Whether the end itself is left out.
    pub open: bool,
}

/// All values between two ends, never empty.
///
/// An end that is not known is `None`: the interval then reaches as far as numbers do on that side. Arithmetic is exact, and a
/// result contains every value that some choice of values from the operands gives; it is never narrower than that.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Interval {
    lower: Option<End>,
    upper: Option<End>,
}

/// An end in arithmetic, where an unknown end is a place beyond all numbers.
#[derive(Clone, Copy)]
enum Corner {
    Below,
    At(End),
    Above,
}

impl Interval {
    /// Any value at all.
    pub const UNKNOWN: Self = Self { lower: None, upper: None };

    /// The values from `lower` to `upper`; `None` if no value lies between them.
    #[must_use]
    pub fn new(lower: Option<End>, upper: Option<End>) -> Option<Self> {
        if let (Some(lower), Some(upper)) = (lower, upper)
            && (lower.value > upper.value || (lower.value == upper.value && (lower.open || upper.open)))
        {
            return None;
        }
        Some(Self { lower, upper })
    }

    /// The values between two ends that are known to be in order.
    pub(super) const fn between(lower: Option<End>, upper: Option<End>) -> Self {
        Self { lower, upper }
    }

    /// Exactly one value.
    #[must_use]
    pub const fn point(value: Rational) -> Self {
        let end = Some(End { value, open: false });
        Self { lower: end, upper: end }
    }

    /// All values above `value`, and `value` itself unless `open`.
    #[must_use]
    pub const fn above(value: Rational, open: bool) -> Self {
        Self { lower: Some(End { value, open }), upper: None }
    }

    /// All values below `value`, and `value` itself unless `open`.
    #[must_use]
    pub const fn below(value: Rational, open: bool) -> Self {
        Self { lower: None, upper: Some(End { value, open }) }
    }

    /// The lower end; `None` if it is not known.
    #[must_use]
    pub const fn lower(self) -> Option<End> {
        self.lower
    }

    /// The upper end; `None` if it is not known.
    #[must_use]
    pub const fn upper(self) -> Option<End> {
        self.upper
    }

    /// The value, if there is only one.
    #[must_use]
    pub fn as_point(self) -> Option<Rational> {
        let (lower, upper) = (self.lower?.value, self.upper?.value);
        rational::same(lower, upper).then_some(lower)
    }

    /// Whether `value` is one of the possible values.
    #[must_use]
    pub fn contains(self, value: Rational) -> bool {
        self.lower.is_none_or(|end| end.value < value || (end.value == value && !end.open))
            && self.upper.is_none_or(|end| end.value > value || (end.value == value && !end.open))
    }

    /// Whether all values of this interval are also in `other`.
    #[must_use]
    pub fn is_within(self, other: Self) -> bool {
        self.hull(other) == other
    }

    /// The smallest interval that contains both.
    #[must_use]
    pub fn hull(self, other: Self) -> Self {
        Self { lower: outer(self.lower, other.lower, |a, b| a < b), upper: outer(self.upper, other.upper, |a, b| a > b) }
    }

    /// The values that are in both; `None` if there are none.
    #[must_use]
    pub fn intersection(self, other: Self) -> Option<Self> {
        Self::new(inner(self.lower, other.lower, |a, b| a > b), inner(self.upper, other.upper, |a, b| a < b))
    }

    /// The whole numbers of the interval, as a closed interval; `None` if there are none, or on overflow.
    #[must_use]
    pub fn whole_numbers(self) -> Option<Self> {
        let one = Rational::from_integer(1);
        let lower = match self.lower {
            None => None,
            Some(end) if end.open => Some(closed(rational::add(rational::floor(end.value, 0)?.ratio(), one)?)),
            Some(end) => Some(closed(rational::ceil(end.value, 0)?.ratio())),
        };
        let upper = match self.upper {
            None => None,
            Some(end) if end.open => Some(closed(rational::subtract(rational::ceil(end.value, 0)?.ratio(), one)?)),
            Some(end) => Some(closed(rational::floor(end.value, 0)?.ratio())),
        };
        Self::new(lower, upper)
    }

    /// All sums; `None` on overflow.
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        Some(Self { lower: sum(self.lower, other.lower)?, upper: sum(self.upper, other.upper)? })
    }

    /// All differences `self − other`; `None` on overflow.
    #[must_use]
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.checked_add(other.negative())
    }

    /// All products; `None` on overflow.
    #[must_use]
    pub fn checked_mul(self, other: Self) -> Option<Self> {
        // A product is largest and smallest where both factors are at an end.
        let (low, high) = (self.corners(), other.corners());
        let corners = [product(low.0, high.0)?, product(low.0, high.1)?, product(low.1, high.0)?, product(low.1, high.1)?];
        let mut lower = Some(None);
        let mut upper = Some(None);
        for corner in corners {
            lower = match corner {
                Corner::Below => None,
                Corner::At(end) => lower.map(|best| extreme(best, end, |a, b| a < b)),
                Corner::Above => lower,
            };
            upper = match corner {
                Corner::Above => None,
                Corner::At(end) => upper.map(|best| extreme(best, end, |a, b| a > b)),
                Corner::Below => upper,
            };
        }
        Self::new(lower.flatten(), upper.flatten())
    }

    /// All quotients `self ÷ other`; `None` if `other` contains 0, or on overflow.
    #[must_use]
    pub fn checked_div(self, other: Self) -> Option<Self> {
        self.checked_mul(other.reciprocal()?)
    }

    /// All reciprocals; `None` if the interval contains 0, or on overflow.
    fn reciprocal(self) -> Option<Self> {
        let zero = Rational::zero();
        match self.lower {
            Some(end) if end.value > zero || (end.value == zero && end.open) => {}
            _ if self.contains(zero) || self.upper.is_none_or(|end| end.value > zero) => {
                return None;
            }
            _ => return Some(self.negative().reciprocal()?.negative()),
        }
        let inverse = |end: End| Some(End { value: rational::divide(Rational::from_integer(1), end.value)?, open: end.open });
        // However large a value is, its reciprocal stays above 0.
        let lower = match self.upper {
            Some(end) => inverse(end)?,
            None => End { value: zero, open: true },
        };
        let upper = match self.lower.filter(|end| !end.value.is_zero()) {
            Some(end) => Some(inverse(end)?),
            None => None,
        };
        Self::new(Some(lower), upper)
    }

    fn negative(self) -> Self {
        let flip = |end: End| End { value: -end.value, open: end.open };
        Self { lower: self.upper.map(flip), upper: self.lower.map(flip) }
    }

    fn corners(self) -> (Corner, Corner) {
        (self.lower.map_or(Corner::Below, Corner::At), self.upper.map_or(Corner::Above, Corner::At))
    }
}

const fn closed(value: Rational) -> End {
    End { value, open: false }
}

/// The end further out; an unknown end is the furthest.
fn outer(a: Option<End>, b: Option<End>, further: fn(&Rational, &Rational) -> bool) -> Option<End> {
    extreme(Some(a?), b?, further)
}

/// The end further in; an unknown end cuts nothing off.
fn inner(a: Option<End>, b: Option<End>, further: fn(&Rational, &Rational) -> bool) -> Option<End> {
    let (Some(first), Some(second)) = (a, b) else {
        return a.or(b);
    };
    Some(if first.value == second.value {
        End { value: first.value, open: first.open || second.open }
    } else if further(&first.value, &second.value) {
        first
    } else {
        second
    })
}

/// The end further out of `best` and `end`; at the same value a closed end is further out than an open one.
fn extreme(best: Option<End>, end: End, further: fn(&Rational, &Rational) -> bool) -> Option<End> {
    match best {
        Some(best) if best.value == end.value => Some(End { value: end.value, open: best.open && end.open }),
        Some(best) if further(&best.value, &end.value) => Some(best),
        _ => Some(end),
    }
}

fn sum(a: Option<End>, b: Option<End>) -> Option<Option<End>> {
    let (Some(a), Some(b)) = (a, b) else {
        return Some(None);
    };
    Some(Some(End { value: rational::add(a.value, b.value)?, open: a.open || b.open }))
}

fn product(a: Corner, b: Corner) -> Option<Corner> {
    let far = |up: bool| if up { Corner::Above } else { Corner::Below };
    Some(match (a, b) {
        // Next to 0 the product is next to 0 whatever the other factor is, known or not.
        (Corner::At(zero), _) | (_, Corner::At(zero)) if zero.value.is_zero() => Corner::At(zero),
        (Corner::At(a), Corner::At(b)) => {
            Corner::At(End { value: rational::multiply(a.value, b.value)?, open: a.open || b.open })
        }
        (Corner::At(end), infinite) | (infinite, Corner::At(end)) => {
            far(matches!(infinite, Corner::Above) == end.value.is_positive())
        }
        (Corner::Above, Corner::Above) | (Corner::Below, Corner::Below) => Corner::Above,
        _ => Corner::Below,
    })
}
