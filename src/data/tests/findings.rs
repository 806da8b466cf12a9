//! What the package finds out about its own figures.

use crate::data::{Check, CheckKind, Evidence, Finding, Outcome, audit, package};

fn findings(outcome: Outcome) -> Vec<&'static str> {
    package().checks.iter().filter(|check| check.outcome() == outcome).map(|check| check.id).collect()
}

#[test]
fn the_module_holds_the_answers() {
    let held: Vec<Finding> = package().checks.iter().filter_map(|check| check.finding.cloned()).collect();
    assert_eq!(held, audit(package()));
}

#[test]
fn the_register_s_clean_checks_pass() {
    let passed = findings(Outcome::Pass);
    for id in ["C-01", "C-03", "C-04", "C-06", "C-07", "C-09", "C-11", "C-12"] {
        assert!(passed.contains(&id), "{id}");
    }
    // These rest on checks outside the page.
    for id in ["C-02", "C-05", "C-10"] {
        assert!(package().check(id).is_none(), "{id}");
    }
}

#[test]
fn exactly_the_posts_years_and_the_13_years_fail() {
    let failed: Vec<(CheckKind, Vec<&str>, Option<&str>)> = package()
        .checks
        .iter()
        .filter(|check| check.outcome() == Outcome::Fail)
        .map(|check| {
            let inputs = check.inputs.iter().map(|input| input.id).collect();
            (check.kind, inputs, check.explanation().map(|erratum| erratum.id))
        })
        .collect();
    assert_eq!(
        failed,
        [
            (CheckKind::YearOrder, vec!["A1-25", "A1-26", "A1-27"], Some("E-02")),
            (CheckKind::Span, vec!["A1-28", "A1-22", "A1-24"], Some("E-03")),
        ]
    );
    assert!(package().checks.iter().all(|check| check.outcome() == Outcome::Fail || check.explanation().is_none()));
}

#[test]
fn nothing_is_left_undecided() {
    assert_eq!(findings(Outcome::Undecided), Vec::<&str>::new());
}

#[test]
fn a_finding_shows_what_it_compared() {
    let of = |kind: CheckKind| package().checks.iter().filter(move |check| check.kind == kind);
    let evidence = |check: &Check| check.finding.unwrap().evidence.clone();
    let Some(Evidence::Intervals { expected, observed }) = of(CheckKind::Share).next().map(evidence) else {
        panic!("C-01 compares intervals");
    };
    assert_eq!(observed.as_point().map(|point| point.to_string()), Some("33/62".into()));
    assert_eq!(expected.lower().map(|end| end.value.to_string()), Some("21/40".into()));
    for check in of(CheckKind::ListCount) {
        let Evidence::Intervals { expected, observed } = evidence(check) else { panic!("lists are counted") };
        assert!(observed.as_point().is_some() && expected.lower().is_some(), "{}", check.id);
    }
    let zigzag = of(CheckKind::YearOrder).find(|check| check.outcome() == Outcome::Fail).map(evidence);
    let Some(Evidence::Periods(periods)) = zigzag else { panic!("years are compared as periods") };
    assert_eq!(periods.iter().filter_map(|period| period.year()).collect::<Vec<_>>(), [2023, 2026, 2024]);
}
