//! Where a datum comes from: every datum of every picture has its panel, and the panel says what the record says.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use article_charts::data::{Basis, Language, package};
use article_charts::explore::{State, lead};
use article_charts::export::take::{Provenance, interval, provenance, record, records};
use article_charts::words::Take;
use common::every_choice;

fn of(id: &str, language: Language) -> Provenance {
    let subject = package().subject(id).expect(id);
    provenance(package(), subject, &record(package(), subject, Basis::Read, language), language)
}

fn fact(said: &Provenance, name: Take) -> String {
    said.facts.iter().find(|(other, _)| *other == name).map_or_else(String::new, |(_, lines)| lines.join("\n"))
}

#[test]
fn a_comparator_is_an_interval() {
    for (id, zh, en) in [
        ("A2-18", "(300, ∞) 条", "(300, ∞) pipelines"),
        ("A2-19", "(30%, ∞)", "(30%, ∞)"),
        ("D-08", "(90, ∞) 条", "(90, ∞) pipelines"),
        ("A1-57", "[43.5%, 44.5%]", "[43.5%, 44.5%]"),
        ("A1-56", "[278.5, 279.5] 万欧元", "[2.785, 2.795] million euros"),
        ("A1-26", "恰为5218人", "exactly 5,218 people"),
    ] {
        for (language, expected) in [(Language::Zh, zh), (Language::En, en)] {
            let record = record(package(), package().subject(id).expect(id), Basis::Read, language);
            assert_eq!(interval(&record, language).as_deref(), Some(expected), "{id}");
        }
    }
    // An end that is not known is open, whichever it is.
    every_choice(|name, picture, scene| {
        let language = picture.frame.language;
        for record in records(picture, scene) {
            let Some(text) = interval(&record, language) else { continue };
            let open = |end: Option<article_charts::export::take::Bound>| end.is_none_or(|end| end.open);
            if !text.starts_with(Take::Exactly.get(language)) {
                assert_eq!(text.starts_with('('), open(record.lower), "{name}: {text}");
                assert_eq!(text.contains(')'), open(record.upper), "{name}: {text}");
                assert_eq!(text.contains('∞'), record.lower.is_none() || record.upper.is_none(), "{name}: {text}");
            }
        }
    });
}

#[test]
fn every_datum_says_where_it_comes_from() {
    every_choice(|name, picture, scene| {
        let language = picture.frame.language;
        for record in records(picture, scene) {
            let subject = package().subject(record.id).expect(record.id);
            let said = provenance(package(), subject, &record, language);
            assert_eq!((&said.label, &said.figure), (&record.label, &record.figure), "{name}");
            assert!(
                fact(&said, Take::Data).contains(record.id) && fact(&said, Take::Data).contains(package().about().version),
                "{name}"
            );
            assert!(fact(&said, Take::AsPrinted).contains(record.printed), "{name}: {said:?}");
            for statement in subject.statements() {
                assert!(fact(&said, Take::Speaker).contains(statement.agent.name.get(language)), "{name}: {said:?}");
                assert!(fact(&said, Take::Place).contains(statement.source.headline.get(language)), "{name}: {said:?}");
            }
            if subject.observation().is_some() || subject.derivation().is_some_and(|row| row.value.is_some()) {
                assert!(!fact(&said, Take::Precision).is_empty(), "{name}: {said:?}");
            }
            let formula: String = said.formula.iter().map(|(text, _)| text.as_str()).collect();
            assert_eq!(formula, record.formula.clone().unwrap_or_default(), "{name}");
            let inputs = said.formula.iter().filter_map(|(_, input)| *input);
            assert!(inputs.clone().all(|input| record.inputs.contains(&input)), "{name}: {said:?}");
            assert_eq!(subject.derivation().is_some(), inputs.count() > 0, "{name}: {said:?}");
            let told: Vec<&str> = said.doubts.iter().map(|doubt| doubt.id).collect();
            let others: Vec<&str> = record.errata.iter().copied().filter(|id| *id != record.id).collect();
            assert_eq!(told, others, "{name}");
        }
    });
}

#[test]
fn a_misprint_says_both_readings_and_why() {
    let zh = of("A1-26", Language::Zh);
    assert_eq!(fact(&zh, Take::AsPrinted), "“2026年…5218人”");
    assert_eq!(fact(&zh, Take::AsRead), "5218人†，2016年\n本站改读，不是报社的说法");
    assert!(fact(&zh, Take::Place).ends_with("第2节〈中国人的角色和地位〉第2段"), "{zh:?}");
    assert!(zh.doubts.iter().any(|doubt| doubt.id == "E-02" && doubt.said.contains("2016年") && doubt.why.contains("很可能")));
    // As printed nothing is ours.
    let subject = package().subject("A1-26").expect("a statement");
    let printed = record(package(), subject, Basis::Printed, Language::En);
    let en = provenance(package(), subject, &printed, Language::En);
    assert_eq!(fact(&en, Take::AsRead), "5,218 people‡, 2026");
}

#[test]
fn whatever_has_a_panel_can_be_led_to() {
    let state = State::new(package());
    for observation in package().observations {
        let there = lead(package(), &state, observation.id).expect(observation.id);
        assert_eq!(there.selected, Some(observation.id));
    }
    let here = State { view: "pipelines", ..state };
    assert_eq!(lead(package(), &here, "A2-18").map(|state| state.view), Some("pipelines"), "no further than needed");
    assert_eq!(lead(package(), &here, "E-02").map(|state| state.view), Some("evidence"));
    assert_eq!(lead(package(), &here, "no-such-thing"), None);
}
