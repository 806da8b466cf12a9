//! Periods against a day count that was not written here.

use proptest::prelude::*;

use crate::data::{Date, Period, Precision, days_in_month, is_leap_year};

/// Julian day number of a Gregorian date, by Fliegel and Van Flandern (Communications of the ACM 11, 1968).
fn julian_day(year: i64, month: i64, day: i64) -> i64 {
    let a = (month - 14) / 12;
    day - 32_075 + 1_461 * (year + 4_800 + a) / 4 + 367 * (month - 2 - a * 12) / 12 - 3 * ((year + 4_900 + a) / 100) / 4
}

fn month_length(year: i64, month: i64) -> i64 {
    let (next_year, next_month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    julian_day(next_year, next_month, 1) - julian_day(year, month, 1)
}

fn date() -> impl Strategy<Value = String> {
    (1_u16..=9998, 0_u8..=12, 0_u8..=31).prop_map(|(year, month, day)| match (month, day) {
        (0, _) => format!("{year:04}"),
        (_, 0) => format!("{year:04}-{month:02}"),
        _ => format!("{year:04}-{month:02}-{:02}", day.min(days_in_month(year, month))),
    })
}

fn period() -> impl Strategy<Value = Period> {
    let dates = (date(), date(), 0_u8..10, 1_u8..=12);
    dates.prop_filter_map("runs forward", |(a, b, shape, month)| match shape {
        0..5 => Period::parse(&a),
        5..8 => Period::parse(&format!("{a}/{b}")).or_else(|| Period::parse(&format!("{b}/{a}"))),
        8 => Period::parse(&format!("../{a}")),
        _ => Period::parse(&format!("XXXX-{month:02}")),
    })
}

#[test]
fn months_are_as_long_as_the_day_count_says() {
    for year in 1..=4000_u16 {
        for month in 1..=12 {
            let expected = month_length(i64::from(year), i64::from(month));
            assert_eq!(i64::from(days_in_month(year, month)), expected, "{year}-{month}");
        }
        assert_eq!(is_leap_year(year), julian_day(i64::from(year), 3, 1) - julian_day(i64::from(year), 2, 28) == 2);
    }
    for year in 1..=4000_u16 {
        let period = Period::parse(&format!("{year:04}")).unwrap();
        assert_eq!((period.start(), period.end()), (Some(f64::from(year)), Some(f64::from(year + 1))));
    }
    assert_eq!((days_in_month(2026, 0), days_in_month(2026, 13)), (0, 0));
}

#[test]
fn the_package_s_periods_are_read_as_printed() {
    let read = |text: &str| Period::parse(text).unwrap();
    assert_eq!((read("2016").precision(), read("2016").year()), (Precision::Year, Some(2016)));
    assert_eq!((read("2025-09").precision(), read("2025-09").start()), (Precision::Month, Some(2025.0 + 243.0 / 365.0)));
    assert_eq!((read("2026-02-24").precision(), read("2026-02-24").end()), (Precision::Day, Some(2026.0 + 55.0 / 365.0)));
    assert_eq!((read("2013/2024").precision(), read("2013/2024").year()), (Precision::Range, None));
    assert_eq!((read("2013/2024").start(), read("2013/2024").end()), (Some(2013.0), Some(2025.0)));
    assert_eq!((read("../2026-01").start(), read("../2026-01").year()), (None, None));
    assert_eq!((read("XXXX-02").precision(), read("XXXX-02").end()), (Precision::Recurring, None));
}

#[test]
fn what_is_no_period_is_refused() {
    let wrong = [
        "",
        "16",
        "02016",
        "2016-",
        "2016-13",
        "2016-00",
        "2016-1",
        "2025-02-29",
        "2026-04-31",
        "2016-01-01-01",
        "0000",
        "+016",
        "2024/2013",
        "2013/",
        "/2013",
        "2013/..",
        "../..",
        "XXXX",
        "XXXX-13",
        "XXXX-2",
        "2013/2014/2015",
        "2013?",
        "２０１３",
    ];
    for text in wrong {
        assert_eq!(Period::parse(text), None, "{text}");
    }
}

#[test]
fn order_is_by_start_then_end_with_recurring_last() {
    let sorted = ["2013", "2013/2024", "2025-07-07", "2025-09", "../2026-01", "2026", "2026-02-24", "XXXX-02", "XXXX-12"];
    for pair in sorted.windows(2) {
        let (a, b) = (Period::parse(pair[0]).unwrap(), Period::parse(pair[1]).unwrap());
        assert!(a < b, "{a} < {b}");
    }
    // The same days in other words are other periods.
    let same_days = ["2025", "2025/2025", "2025/2025-12-31", "2025-01/2025-12", "2025-01-01/2025"];
    let mut same_days = same_days.map(|text| Period::parse(text).unwrap());
    same_days.sort();
    assert!(same_days.windows(2).all(|pair| pair[0] < pair[1]));
}

proptest! {
    #[test]
    fn text_round_trip(period in period()) {
        prop_assert_eq!(Period::parse(&period.to_string()), Some(period));
    }

    #[test]
    fn order_is_total_and_fits_the_axis(a in period(), b in period(), c in period()) {
        prop_assert_eq!(a.cmp(&b), b.cmp(&a).reverse());
        prop_assert_eq!(a.cmp(&b).is_eq(), a == b);
        if a <= b && b <= c {
            prop_assert!(a <= c);
        }
        if let (Some(start), Some(other)) = (a.start(), b.start()) && a < b {
            prop_assert!(start <= other);
        }
        // What comes before as a whole also ends before the other starts.
        if a.position(b) == Some(core::cmp::Ordering::Less) {
            prop_assert!(a.end().unwrap() <= b.start().unwrap());
            prop_assert_eq!(b.position(a), Some(core::cmp::Ordering::Greater));
        }
    }

    #[test]
    fn a_day_is_as_far_into_its_year_as_the_day_count_says(year in 1_u16..=9998, month in 1_u8..=12, day in 1_u8..=31) {
        let day = day.min(days_in_month(year, month));
        let date = Date::parse(&format!("{year:04}-{month:02}-{day:02}")).unwrap();
        let start_of = |year: u16| julian_day(i64::from(year), 1, 1);
        let passed = julian_day(i64::from(year), i64::from(month), i64::from(day)) - start_of(year);
        let expected = f64::from(year) + passed as f64 / (start_of(year + 1) - start_of(year)) as f64;
        prop_assert!((date.start() - expected).abs() < 1e-9);
        prop_assert!(date.start() < date.end() && date.end() <= f64::from(year + 1));
    }
}
