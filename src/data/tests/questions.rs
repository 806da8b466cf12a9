//! Every kind of check on made-up figures: when it passes, when it fails, and when what is printed does not decide.

use crate::data::{
    Agent, Bilingual, Check, CheckKind, Comparator, Decimal, Derivation, DeriveError, Formula, Item, Kind, Observation, Outcome,
    Package, Period, Quantity, Source, Status, Unit, audit, derive,
};

const NO_TEXT: &Bilingual = &Bilingual { zh: "", en: "" };

fn kept<T>(value: T) -> &'static T {
    Box::leak(Box::new(value))
}

/// An observation from a figure such as `>30 %` or `=53±1`, a period such as `@2016`, or members such as `#a,b`; any may be missing.
fn row(printed: &str) -> &'static Observation {
    let mut row = Observation {
        id: "A0-01",
        source: kept(Source {
            id: "A0",
            name: NO_TEXT,
            headline: NO_TEXT,
            byline: NO_TEXT,
            publisher: NO_TEXT,
            publisher_inferred: false,
            earliest_date: None,
            sections: &[],
        }),
        section: 0,
        paragraph: None,
        kind: Kind::Number,
        series: None,
        label: NO_TEXT,
        quantity: None,
        unit: None,
        period: None,
        printed: "",
        status: Status::Normal,
        agent: kept(Agent { id: "narration", name: NO_TEXT, note: NO_TEXT }),
        note: NO_TEXT,
        items: &[],
    };
    for part in printed.split(' ').filter(|part| !part.is_empty() && *part != "%") {
        if let Some(period) = part.strip_prefix('@') {
            row.period = Some(Period::parse(period).unwrap());
        } else if let Some(items) = part.strip_prefix('#') {
            let label = |name: &str| kept(Bilingual { zh: kept(name.to_owned()), en: "" });
            row.items = items.split(',').map(|name| Item { label: label(name) }).collect::<Vec<_>>().leak();
        } else {
            let (sign, figure) = part.split_at(part.find(|letter: char| letter.is_ascii_digit()).unwrap());
            let (value, step) = figure.split_once('±').map_or((figure, None), |(value, step)| (value, Some(step)));
            let factor = Decimal::parse(if printed.ends_with('%') { "0.01" } else { "1" }).unwrap();
            row.quantity = Some(Quantity {
                comparator: Comparator::parse(sign).unwrap(),
                value: Decimal::parse(value).unwrap(),
                resolution: step.map(|step| Decimal::parse(step).unwrap()),
                unit: kept(Unit { id: "", zh: "", en_one: "", en_other: "", factor, base: "" }),
            });
        }
    }
    kept(row)
}

fn rows(printed: &[&str]) -> &'static [&'static Observation] {
    printed.iter().map(|printed| row(printed)).collect::<Vec<_>>().leak()
}

fn outcome(kind: CheckKind, inputs: &[&str]) -> Outcome {
    let check = Check { id: "K-00", kind, label: NO_TEXT, erratum: None, inputs: rows(inputs), finding: None };
    audit(&Package { checks: std::slice::from_ref(kept(check)), ..Package::EMPTY })[0].outcome
}

#[test]
fn every_kind_passes_and_fails_as_it_should() {
    use CheckKind::{LastDayOfFebruary, ListCount, NotAfter, Peak, SameItems, Share, Span, Whole, YearOrder};
    use Outcome::{Fail, Pass, Undecided};
    let table: &[(CheckKind, &[&str], Outcome)] = &[
        (Share, &["=33", "=62", "=53±1 %"], Pass),
        (Share, &["=34", "=62", "=53±1 %"], Fail),
        (Share, &[">33", "=62", "=53±1 %"], Undecided),
        (Share, &["=33", "=62"], Undecided),
        (ListCount, &["=3 #a,b,c"], Pass),
        (ListCount, &["=4 #a,b,c"], Fail),
        (ListCount, &[">=3 #a,b,c"], Pass),
        (ListCount, &[">=4 #a,b,c"], Fail),
        (ListCount, &["=2", "", ""], Pass),
        (ListCount, &["=3", "", ""], Fail),
        (SameItems, &["#a,b", "#b,a"], Pass),
        (SameItems, &["#a,b", "#a,c"], Fail),
        (SameItems, &["#a", "#a,b"], Fail),
        (YearOrder, &["@2013", "@2016", "@2024"], Pass),
        (YearOrder, &["@2023", "@2026", "@2024"], Fail),
        (YearOrder, &["@2013", "@2013"], Fail),
        (YearOrder, &["@2013", "@2013-05"], Undecided),
        (YearOrder, &["@2013", ""], Undecided),
        (NotAfter, &["@../2026-01", "@2026-02-24"], Pass),
        (NotAfter, &["@2025-09", "@2025-09"], Pass),
        (NotAfter, &["@2026-02-24", "@2026-01"], Fail),
        (NotAfter, &["@2026", "@2026-01"], Undecided),
        (Span, &["=11", "@2013", "@2024"], Pass),
        (Span, &["=12", "@2013", "@2024"], Pass),
        (Span, &["=13", "@2013", "@2024"], Fail),
        (Span, &["=10", "@2013", "@2024"], Fail),
        (LastDayOfFebruary, &["@XXXX-02"], Pass),
        (LastDayOfFebruary, &["@2026-02-28"], Pass),
        (LastDayOfFebruary, &["@2024-02-28"], Fail),
        (LastDayOfFebruary, &["@XXXX-03"], Fail),
        (Whole, &["=279±1", "=44±1 %"], Pass),
        (Whole, &["=279", "=144 %"], Fail),
        (Whole, &["=279", "~17 %"], Undecided),
        (Peak, &["=694", "=1423", "=872"], Pass),
        (Peak, &["=694", "=872", "=1423"], Fail),
        (Peak, &["=694", ">1423", "=1500"], Undecided),
        (Peak, &["=694", "=694"], Fail),
    ];
    for &(kind, inputs, expected) in table {
        assert_eq!(outcome(kind, inputs), expected, "{} of {inputs:?}", kind.code());
    }
    assert!(
        CheckKind::ALL
            .iter()
            .all(|kind| { [Pass, Fail].iter().all(|end| table.iter().any(|row| (row.0, row.2) == (*kind, *end))) })
    );
}

#[test]
fn what_cannot_be_derived_says_why() {
    let unit = kept(Unit { id: "", zh: "", en_one: "", en_other: "", factor: Decimal::parse("1").unwrap(), base: "" });
    let error = |formula, inputs: &[&str]| {
        let derivation =
            Derivation { id: "D-00", label: NO_TEXT, formula, unit, digits: 0, note: NO_TEXT, inputs: rows(inputs), value: None };
        derive(&Package::EMPTY, &derivation).err()
    };
    assert_eq!(error(Formula::Ratio, &["=1"]), Some(DeriveError::MissingInput));
    assert_eq!(error(Formula::Ratio, &["=1", "@2013"]), Some(DeriveError::NoValue("A0-01")));
    assert_eq!(error(Formula::YearsBetween, &["@2013", "=1"]), Some(DeriveError::NoPeriod("A0-01")));
    assert_eq!(error(Formula::YearsBetween, &["@2013", "@2013/2024"]), Some(DeriveError::NoPeriod("A0-01")));
    assert_eq!(error(Formula::Ratio, &["=1", "~<5"]), Some(DeriveError::Undefined));
    assert_eq!(error(Formula::Sum, &["=1", "=9223372036854775807"]), Some(DeriveError::Undefined));
    assert_eq!(error(Formula::Sum, &["=1", "=2", "=3"]), None);
}

#[test]
fn sums_and_ranges_of_months_take_all_there_is() {
    let unit = kept(Unit { id: "", zh: "", en_one: "", en_other: "", factor: Decimal::parse("1").unwrap(), base: "" });
    let ends = |formula, inputs: &[&str]| {
        let derivation =
            Derivation { id: "D-00", label: NO_TEXT, formula, unit, digits: 0, note: NO_TEXT, inputs: rows(inputs), value: None };
        let derived = derive(&Package::EMPTY, &derivation).unwrap();
        (derived.lower().map(|end| end.mantissa()), derived.upper().map(|end| end.mantissa()))
    };
    assert_eq!(ends(Formula::Sum, &["=1", "=2", "=4"]), (Some(7), Some(7)));
    assert_eq!(ends(Formula::MonthsBetween, &["@2025-09", "@2026-02-24/2026-03"]), (Some(5), Some(6)));
    assert_eq!(ends(Formula::FoundingYear, &["@2019", "~>50"]), (None, Some(1968)));
    assert_eq!(ends(Formula::FoundingYear, &["@2019", "~>50±10"]), (Some(1960), Some(1968)));
    assert_eq!(ends(Formula::YearsUndisclosed, &["@2013", "@2016", "@2024"]), (Some(9), Some(9)));
}
