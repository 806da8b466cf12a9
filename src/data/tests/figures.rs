//! From a printed figure to the values it leaves possible, and back to a comparator.

use proptest::prelude::*;

use crate::data::rational::{round_half_even, round_half_up};
use crate::data::{Comparator, Decimal, Interval, Quantity, Rational, Unit};

static PLAIN: Unit = Unit { id: "thing", zh: "", en_one: "", en_other: "", factor: one(), base: "thing" };

const fn one() -> Decimal {
    match Decimal::new(1, 0) {
        Some(one) => one,
        None => panic!("1 is a decimal"),
    }
}

fn printed(comparator: Comparator, value: &str, resolution: Option<&str>) -> Quantity {
    let decimal = |text| Decimal::parse(text).unwrap();
    Quantity { comparator, value: decimal(value), resolution: resolution.map(decimal), unit: &PLAIN }
}

fn ends(quantity: Quantity) -> String {
    let interval = quantity.interval().unwrap();
    let lower = interval.lower().map_or("?".into(), |end| format!("{}{}", if end.open { "(" } else { "[" }, end.value));
    let upper = interval.upper().map_or("?".into(), |end| format!("{}{}", end.value, if end.open { ")" } else { "]" }));
    format!("{lower}, {upper}")
}

#[test]
fn every_comparator_has_its_interval() {
    let table = [
        (Comparator::Equal, None, "[62, 62]"),
        (Comparator::Equal, Some("1"), "[123/2, 125/2]"),
        (Comparator::Greater, None, "(62, ?"),
        (Comparator::GreaterOrEqual, None, "[62, ?"),
        (Comparator::Less, None, "?, 62)"),
        (Comparator::LessOrEqual, None, "?, 62]"),
        (Comparator::About, None, "?, ?"),
        (Comparator::CloseBelow, None, "?, 62)"),
        (Comparator::CloseAbove, None, "(62, ?"),
        (Comparator::CloseAbove, Some("10"), "(62, 72)"),
    ];
    for (comparator, resolution, expected) in table {
        assert_eq!(ends(printed(comparator, "62", resolution)), expected, "{}", comparator.code());
    }
}

#[test]
fn a_bound_comes_back_as_the_bound_that_is_left() {
    let table = [("=", "="), (">", ">"), (">=", ">="), ("<", "<"), ("<=", "<="), ("~", "~"), ("~<", "<"), ("~>", ">")];
    assert_eq!(table.len(), Comparator::ALL.len());
    for (before, after) in table {
        let interval = printed(Comparator::parse(before).unwrap(), "17", None).interval().unwrap();
        assert_eq!(Comparator::from_interval(interval).code(), after, "{before}");
    }
    let rounded = printed(Comparator::Equal, "44", Some("1")).interval().unwrap();
    assert_eq!(Comparator::from_interval(rounded), Comparator::About);
}

proptest! {
    /// However the paper rounded, the true value is among those that the figure leaves possible.
    #[test]
    fn a_rounded_figure_keeps_the_true_value(numerator in -100_000_i64..100_000, denominator in 1_i64..1_000, digits in 0_u8..4) {
        let truth = Rational::new(numerator, denominator);
        let resolution = Decimal::new(1, digits);
        for value in [round_half_up(truth, digits).unwrap(), round_half_even(truth, digits).unwrap()] {
            let quantity = Quantity { comparator: Comparator::Equal, value, resolution, unit: &PLAIN };
            let interval = quantity.interval().unwrap();
            prop_assert!(interval.contains(truth));
            prop_assert!(interval.upper().unwrap().value - interval.lower().unwrap().value == resolution.unwrap().ratio());
        }
    }

    /// Subtracting from something turns a bound around; adding something and scaling by something positive keep it.
    #[test]
    fn comparators_follow_the_arithmetic(value in -1_000_i64..1_000, by in 1_i64..1_000) {
        let turned = [(">", "<"), (">=", "<="), ("<", ">"), ("<=", ">="), ("=", "="), ("~", "~")];
        let point = Interval::point(Rational::from_integer(by));
        for (before, after) in turned {
            let interval = printed(Comparator::parse(before).unwrap(), &value.to_string(), None).interval().unwrap();
            let code = |interval: Option<Interval>| Comparator::from_interval(interval.unwrap()).code();
            prop_assert_eq!(code(point.checked_sub(interval)), after);
            prop_assert_eq!(code(interval.checked_sub(point)), before);
            prop_assert_eq!(code(interval.checked_add(point)), before);
            prop_assert_eq!(code(interval.checked_mul(point)), before);
            prop_assert_eq!(code(interval.checked_div(point)), before);
        }
    }
}
