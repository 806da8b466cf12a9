//! The package as the module holds it, against the register.

use crate::data::{Basis, Blob, Comparator, Correction, Decimal, Kind, Observation, Role, Subject, package, packages, read};

fn row(id: &str) -> &'static Observation {
    package().observation(id).unwrap_or_else(|| panic!("{id} is missing"))
}

fn value(id: &str) -> String {
    row(id).quantity.map_or("none".into(), |quantity| format!("{}{}", quantity.comparator.code(), quantity.value))
}

#[test]
fn the_blob_decodes() {
    assert_eq!(packages().len(), 1);
    assert_eq!(package().name, "philanthropy-times-2026");
    let about = package().about();
    assert!(![about.title, about.version, about.created, about.license].contains(&""));
    assert!(about.license_path.starts_with("https://"));
    assert_eq!(crate::data::Package::EMPTY.about().version, "");
}

#[test]
fn damaged_blobs_are_refused_without_a_panic() {
    let blob = crate::PACKAGES;
    for length in (0..blob.cells.len()).step_by(37) {
        assert!(read(Blob { cells: &blob.cells[..length], ..blob }).is_none(), "cut at {length}");
    }
    for (length, _) in blob.english.char_indices().step_by(997) {
        assert!(read(Blob { english: &blob.english[..length], ..blob }).is_none(), "cut at {length}");
    }
    // Any byte may be wrong; what matters is that reading ends.
    for place in (0..blob.cells.len()).step_by(17) {
        let mut damaged = blob.cells.to_vec();
        damaged[place] ^= 0xff;
        let _ = read(Blob { cells: damaged.leak(), ..blob });
    }
}

#[test]
fn all_rows_of_the_register_are_there() {
    let articles = [("A1", 67), ("A2", 43), ("A3", 31)];
    let expected: Vec<String> =
        articles.iter().flat_map(|(article, rows)| (1..=*rows).map(move |row| format!("{article}-{row:02}"))).collect();
    let ids: Vec<&str> = package().observations.iter().map(|row| row.id).collect();
    assert_eq!(ids, expected);
    assert!(package().observations.iter().all(|row| row.id.starts_with(row.source.id)));
}

#[test]
fn the_kinds_are_tallied_as_in_the_register() {
    let kinds = [Kind::Number, Kind::Share, Kind::Date, Kind::Ordinal, Kind::List, Kind::Claim, Kind::Identity];
    let tally = |article: &str| {
        kinds.map(|kind| package().observations.iter().filter(|row| row.source.id == article && row.kind == kind).count())
    };
    assert_eq!(tally("A1"), [11, 2, 8, 3, 30, 10, 3]);
    assert_eq!(tally("A2"), [8, 2, 5, 2, 23, 3, 0]);
    assert_eq!(tally("A3"), [5, 0, 4, 3, 16, 1, 2]);
}

#[test]
fn key_figures_are_the_register_s() {
    let figures = [
        ("A1-06", "=62"),
        ("A1-07", "=33"),
        ("A1-08", "=53"),
        ("A1-22", "=694"),
        ("A1-23", "=1423"),
        ("A1-24", "=872"),
        ("A1-25", "=995"),
        ("A1-26", "=5218"),
        ("A1-27", "=1987"),
        ("A1-28", "=13"),
        ("A1-31", "~>50"),
        ("A1-39", "=5"),
        ("A1-56", "=279"),
        ("A1-57", "=44"),
        ("A2-03", "=5"),
        ("A2-11", "=11"),
        ("A2-14", ">=1"),
        ("A2-15", "=6"),
        ("A2-16", "~<17"),
        ("A2-17", "=48"),
        ("A2-18", ">300"),
        ("A2-19", ">30"),
        ("A2-23", "=6"),
        ("A2-38", "=6037"),
        ("A2-39", ">6179"),
        ("A2-40", "=131"),
        ("A3-01", "=5"),
        ("A3-18", "=1"),
        ("A3-19", "=8"),
        ("A3-21", "~<200"),
        ("A3-25", "=13"),
    ];
    for (id, figure) in figures {
        assert_eq!(value(id), figure, "{id}");
    }
}

#[test]
fn rounded_figures_and_only_those_have_a_resolution() {
    let rounded: Vec<&str> = package()
        .observations
        .iter()
        .filter(|row| row.quantity.is_some_and(|q| q.resolution.is_some()))
        .map(|row| row.id)
        .collect();
    assert_eq!(rounded, ["A1-08", "A1-31", "A1-56", "A1-57"]);
}

#[test]
fn units_lead_to_base_units() {
    let base = |id: &str| row(id).quantity.and_then(|quantity| quantity.base_value()).map(|value| value.to_string());
    assert_eq!(base("A2-39"), Some("61790000".into()));
    assert_eq!(base("A1-56"), Some("2790000".into()));
    assert_eq!(base("A1-57"), Some("11/25".into()));
    assert_eq!(row("A2-38").unit.map(|unit| unit.zh), Some("人次"));
    for unit in package().units {
        let known = package().units.iter().any(|base| base.id == unit.base) || ["1", "EUR", "CNY"].contains(&unit.base);
        assert!(known, "{} has the base {}", unit.id, unit.base);
    }
}

#[test]
fn years_are_printed_and_read() {
    let year = |id: &str, basis| package().reading(row(id), basis).period.and_then(|period| period.year());
    let both = |id: &str| (year(id, Basis::Printed), year(id, Basis::Read));
    assert_eq!(both("A1-22"), (Some(2013), Some(2013)));
    assert_eq!(both("A1-23"), (Some(2016), Some(2016)));
    assert_eq!(both("A1-24"), (Some(2024), Some(2024)));
    assert_eq!(both("A1-25"), (Some(2023), Some(2013)));
    assert_eq!(both("A1-26"), (Some(2026), Some(2016)));
    assert_eq!(both("A1-27"), (Some(2024), Some(2024)));
    let erratum = |id: &str, basis| package().reading(row(id), basis).erratum.map(|erratum| erratum.id);
    assert_eq!(erratum("A1-25", Basis::Read), Some("E-01"));
    assert_eq!(erratum("A1-26", Basis::Read), Some("E-02"));
    assert_eq!(erratum("A1-26", Basis::Printed), None);
    assert_eq!(erratum("A1-27", Basis::Read), None);
    let corrected: Vec<&str> = package()
        .observations
        .iter()
        .filter(|row| package().reading(row, Basis::Read).erratum.is_some())
        .map(|row| row.id)
        .collect();
    assert_eq!(corrected, ["A1-25", "A1-26"]);
}

#[test]
fn errata_lead_somewhere() {
    // E-11, E-12 and E-30 rest on what is outside the page.
    let ids: Vec<&str> = package().errata.iter().map(|erratum| erratum.id).collect();
    let expected: Vec<String> = (1..=32).filter(|n| ![11, 12, 30].contains(n)).map(|n| format!("E-{n:02}")).collect();
    assert_eq!(ids, expected);
    for erratum in package().errata {
        assert!(!erratum.targets.is_empty(), "{}", erratum.id);
        for target in erratum.targets {
            assert!(target.observation.is_some() || target.source.is_some(), "{}", erratum.id);
            if let (Some(observation), Some(source)) = (target.observation, target.source) {
                assert_eq!(observation.source.id, source.id, "{}", erratum.id);
            }
            if let Some(Correction::Value(value)) = target.correction {
                assert_ne!(target.observation.and_then(|row| row.quantity).map(|quantity| quantity.value), Some(value));
            }
        }
    }
    assert_eq!(package().errata_of("A1-25").map(|erratum| erratum.id).collect::<Vec<_>>(), ["E-01"]);
}

#[test]
fn every_text_has_both_languages() {
    for row in package().observations {
        assert!(!row.label.zh.is_empty() && !row.label.en.is_empty(), "{}", row.id);
        assert_eq!(row.note.zh.is_empty(), row.note.en.is_empty(), "{}", row.id);
        assert!(row.printed.chars().count() <= 24, "{}", row.id);
    }
    for view in package().views {
        for text in [view.title, view.takeaway].into_iter().chain(view.notes.iter().map(|note| note.text)) {
            assert!(!text.zh.is_empty() && !text.en.is_empty(), "{}", view.id);
        }
    }
}

#[test]
fn lists_count_their_members() {
    for row in package().observations.iter().filter(|row| row.kind == Kind::List && !row.items.is_empty()) {
        let Some(quantity) = row.quantity else { panic!("{} has members but no number", row.id) };
        // A row that is one of a longer list has its place in it instead of a count.
        if row.unit.is_some_and(|unit| unit.base == "ordinal") {
            assert_eq!(row.items.len(), 1, "{}", row.id);
            continue;
        }
        let named = Decimal::new(row.items.len() as i64, 0);
        assert_eq!(Some(quantity.value), named, "{}", row.id);
        assert!(matches!(quantity.comparator, Comparator::Equal | Comparator::GreaterOrEqual), "{}", row.id);
    }
    assert_eq!(package().items_of("A1-36").len(), 3);
    assert!(package().items_of("A1-06").is_empty());
}

#[test]
fn sixteen_views_show_every_figure() {
    assert_eq!(package().views.len(), 16);
    for row in package().observations {
        let figure = matches!(row.kind, Kind::Number | Kind::Share | Kind::Date);
        assert!(!figure || package().views_showing(row.id).next().is_some(), "{} is nowhere to be seen", row.id);
    }
    for derivation in package().derivations {
        assert!(package().views_showing(derivation.id).next().is_some(), "{} is nowhere to be seen", derivation.id);
    }
    for view in package().views {
        assert!(!view.rows.is_empty() && !view.encodings.is_empty(), "{}", view.id);
        assert!(view.toggles.iter().all(|toggle| toggle.options.len() >= 2), "{}", view.id);
        assert_eq!(package().view(view.id).map(|found| found.title.zh), Some(view.title.zh));
    }
}

#[test]
fn groups_take_every_row_of_their_view_in_its_order() {
    let mut grouped = 0;
    for view in package().views.iter().filter(|view| !view.groups.is_empty()) {
        let ids: Vec<&str> = view.grouped().flat_map(|(_, rows)| rows).map(|row| row.subject.id()).collect();
        assert_eq!(ids, view.rows.iter().map(|row| row.subject.id()).collect::<Vec<_>>(), "{}", view.id);
        for (group, rows) in view.grouped() {
            assert_eq!(rows.first().map(|row| row.subject.id()), Some(group.first.id), "{}", view.id);
            assert!(rows.first().is_some_and(|row| row.role != Role::Context), "{}: {}", view.id, group.first.id);
        }
        grouped += 1;
    }
    assert_eq!(grouped, 4);
}

#[test]
fn keys_find_their_rows() {
    for row in package().observations {
        assert!(matches!(package().subject(row.id), Some(Subject::Observation(found)) if found.id == row.id));
        let section = package().section(row.source.id, row.section);
        assert!(section.is_some(), "{} stands in section {}", row.id, row.section);
    }
    for derivation in package().derivations {
        assert!(matches!(package().subject(derivation.id), Some(Subject::Derivation(found)) if found.id == derivation.id));
    }
    assert!(package().subject("A9-99").is_none());
    let series = row("A1-22").series.map_or("none", |series| series.id);
    let ids: Vec<&str> = package().observations_of(series).map(|row| row.id).collect();
    assert_eq!(ids, ["A1-22", "A1-23", "A1-24"]);
}
