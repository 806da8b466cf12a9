//! Interval arithmetic never loses a possible value, and never makes up a bound.

use proptest::prelude::*;

use crate::data::{End, Interval, Rational};

fn number() -> impl Strategy<Value = Rational> {
    (-60_i64..=60, 1_i64..=12).prop_map(|(numerator, denominator)| Rational::new(numerator, denominator))
}

/// A distance from a value to an end; `None` for an end that is not known.
fn distance() -> impl Strategy<Value = Option<(Rational, bool)>> {
    let known = (0_i64..=40, 1_i64..=6, any::<bool>());
    proptest::option::weighted(0.75, known.prop_map(|(n, d, open)| (Rational::new(n, d), open && n > 0)))
}

/// An interval and one of its values.
fn inhabited() -> impl Strategy<Value = (Interval, Rational)> {
    (number(), distance(), distance()).prop_map(|(value, below, above)| {
        let lower = below.map(|(distance, open)| End { value: value - distance, open });
        let upper = above.map(|(distance, open)| End { value: value + distance, open });
        (Interval::new(lower, upper).unwrap(), value)
    })
}

fn zero() -> Rational {
    Rational::from_integer(0)
}

type Operation = (&'static str, fn(Interval, Interval) -> Option<Interval>, fn(Rational, Rational) -> Rational);

const OPERATIONS: [Operation; 4] = [
    ("+", Interval::checked_add, |a, b| a + b),
    ("−", Interval::checked_sub, |a, b| a - b),
    ("×", Interval::checked_mul, |a, b| a * b),
    ("÷", Interval::checked_div, |a, b| a / b),
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    #[test]
    fn a_result_contains_every_possible_value((a, x) in inhabited(), (b, y) in inhabited()) {
        for (sign, on_intervals, on_numbers) in OPERATIONS {
            if sign == "÷" && b.contains(zero()) {
                prop_assert_eq!(on_intervals(a, b), None);
                continue;
            }
            let result = on_intervals(a, b).unwrap();
            prop_assert!(result.contains(on_numbers(x, y)), "{:?} {} {:?} = {:?}", a, sign, b, result);
        }
    }

    #[test]
    fn a_wider_operand_never_narrows_the_result((a, _) in inhabited(), (b, _) in inhabited(), (more, _) in inhabited()) {
        let wide = a.hull(more);
        prop_assert!(a.is_within(wide) && more.is_within(wide));
        for (sign, on_intervals, _) in OPERATIONS {
            if let (Some(narrow), Some(wider)) = (on_intervals(a, b), on_intervals(wide, b)) {
                prop_assert!(narrow.is_within(wider), "{:?} in {:?} {} {:?}", a, wide, sign, b);
            }
            if let (Some(narrow), Some(wider)) = (on_intervals(b, a), on_intervals(b, wide)) {
                prop_assert!(narrow.is_within(wider), "{:?} {} {:?} in {:?}", b, sign, a, wide);
            }
        }
    }

    #[test]
    fn an_unknown_end_stays_unknown((a, _) in inhabited(), (b, _) in inhabited()) {
        let sum = a.checked_add(b).unwrap();
        prop_assert_eq!(sum.lower().is_none(), a.lower().is_none() || b.lower().is_none());
        prop_assert_eq!(sum.upper().is_none(), a.upper().is_none() || b.upper().is_none());
        let difference = a.checked_sub(b).unwrap();
        prop_assert_eq!(difference.lower().is_none(), a.lower().is_none() || b.upper().is_none());
        // Only a factor that is certainly 0 makes the product of anything known.
        if b.as_point() != Some(zero()) {
            prop_assert_eq!(Interval::UNKNOWN.checked_mul(b), Some(Interval::UNKNOWN));
        }
        // Above any number there are quotients by something that comes as close to 0 as one likes.
        let small = Interval::above(zero(), true).intersection(Interval::below(Rational::from_integer(1), false)).unwrap();
        if a.lower().is_some_and(|end| end.value > zero()) {
            prop_assert_eq!(a.checked_div(small).unwrap().upper(), None);
        }
    }

    /// Where both factors are known on both sides, the ends of the product are products of ends, and as closed as they.
    #[test]
    fn a_product_is_no_wider_than_it_must_be((a, x) in inhabited(), (b, y) in inhabited()) {
        let ends = |interval: Interval| Some([interval.lower()?, interval.upper()?]);
        if let (Some(a_ends), Some(b_ends)) = (ends(a), ends(b)) {
            let product = a.checked_mul(b).unwrap();
            let corners = || a_ends.iter().flat_map(|p| b_ends.iter().map(move |q| (p.value * q.value, p, q)));
            let (lower, upper) = (product.lower().unwrap(), product.upper().unwrap());
            prop_assert_eq!(lower.value, corners().map(|corner| corner.0).min().unwrap());
            prop_assert_eq!(upper.value, corners().map(|corner| corner.0).max().unwrap());
            for end in [lower, upper] {
                let at_ends = corners().any(|(value, p, q)| value == end.value && !p.open && !q.open);
                let through_zero = end.value == zero() && (a.contains(zero()) || b.contains(zero()));
                prop_assert_eq!(!end.open, at_ends || through_zero);
            }
            prop_assert!(product.contains(x * y));
        }
    }

    #[test]
    fn hull_and_intersection_agree_with_membership((a, x) in inhabited(), (b, y) in inhabited(), z in number()) {
        let both = a.intersection(b);
        prop_assert_eq!(both.is_some_and(|both| both.contains(z)), a.contains(z) && b.contains(z));
        prop_assert!(!a.contains(z) || a.hull(b).contains(z));
        prop_assert_eq!(a.hull(b), b.hull(a));
        prop_assert!(a.hull(b).contains(x) && a.hull(b).contains(y));
        prop_assert!(!(b.contains(x) && both.is_none()));
    }

    #[test]
    fn whole_numbers_are_the_whole_numbers((a, _) in inhabited(), number in -110_i64..=110) {
        let number = Rational::from_integer(number);
        prop_assert_eq!(a.whole_numbers().is_some_and(|whole| whole.contains(number)), a.contains(number));
        if let Some(whole) = a.whole_numbers() {
            prop_assert!(whole.is_within(a));
        }
    }
}

#[test]
fn overflow_gives_no_interval() {
    let big = Interval::point(Rational::from_integer(i64::MAX));
    assert_eq!(big.checked_add(big), None);
    assert_eq!(big.checked_mul(big), None);
}

#[test]
fn an_empty_interval_does_not_exist() {
    let at = |value, open| Some(End { value: Rational::from_integer(value), open });
    assert_eq!(Interval::new(at(2, false), at(1, false)), None);
    assert_eq!(Interval::new(at(1, true), at(1, false)), None);
    assert!(Interval::new(at(1, false), at(1, false)).is_some());
}

#[test]
fn a_reciprocal_of_something_large_stays_above_zero() {
    let whole = |value| Interval::point(Rational::from_integer(value));
    let open = |value: Rational| Some(End { value, open: true });
    let above_two = Interval::above(Rational::from_integer(2), true);
    let expected = Interval::new(open(zero()), open(Rational::new(1, 2)));
    assert_eq!(whole(1).checked_div(above_two), expected);
    assert_eq!(whole(-1).checked_div(above_two), Interval::new(open(Rational::new(-1, 2)), open(zero())));
    assert_eq!(whole(-1).checked_div(Interval::below(Rational::from_integer(-2), true)), expected);
    assert_eq!(whole(1).checked_div(Interval::above(zero(), true)), Some(Interval::above(zero(), true)));
}
