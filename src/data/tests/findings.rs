//! What the package finds out about its own figures.

use crate::data::{CheckKind, Evidence, Outcome, audit, package};

fn findings(outcome: Outcome) -> Vec<&'static str> {
    audit(package()).iter().filter(|finding| finding.outcome == outcome).map(|finding| finding.check.id).collect()
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
    let findings = audit(package());
    let failed: Vec<(CheckKind, Vec<&str>, Option<&str>)> = findings
        .iter()
        .filter(|finding| finding.outcome == Outcome::Fail)
        .map(|finding| {
            let inputs = finding.check.inputs.iter().map(|input| input.id).collect();
            (finding.check.kind, inputs, finding.erratum.map(|erratum| erratum.id))
        })
        .collect();
    assert_eq!(
        failed,
        [
            (CheckKind::YearOrder, vec!["A1-25", "A1-26", "A1-27"], Some("E-02")),
            (CheckKind::Span, vec!["A1-28", "A1-22", "A1-24"], Some("E-03")),
        ]
    );
    assert!(findings.iter().all(|finding| finding.outcome == Outcome::Fail || finding.erratum.is_none()));
}

#[test]
fn nothing_is_left_undecided() {
    assert_eq!(findings(Outcome::Undecided), Vec::<&str>::new());
}

#[test]
fn a_finding_shows_what_it_compared() {
    let findings = audit(package());
    let of = |kind: CheckKind| findings.iter().filter(move |finding| finding.check.kind == kind);
    let Some(Evidence::Intervals { expected, observed }) = of(CheckKind::Share).next().map(|finding| &finding.evidence) else {
        panic!("C-01 compares intervals");
    };
    assert_eq!(observed.as_point().map(|point| point.to_string()), Some("33/62".into()));
    assert_eq!(expected.lower().map(|end| end.value.to_string()), Some("21/40".into()));
    for finding in of(CheckKind::ListCount) {
        let Evidence::Count { expected, observed } = &finding.evidence else { panic!("lists are counted") };
        assert!(*observed > 0 && expected.lower().is_some(), "{}", finding.check.id);
    }
    let zigzag = of(CheckKind::YearOrder).find(|finding| finding.outcome == Outcome::Fail).map(|finding| &finding.evidence);
    let Some(Evidence::Periods(periods)) = zigzag else { panic!("years are compared as periods") };
    assert_eq!(periods.iter().filter_map(|period| period.year()).collect::<Vec<_>>(), [2023, 2026, 2024]);
}
