//! Picture, table, tooltip and speech hold the same datums with the same comparator and unit. The texts are parsed back.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use article_charts::chart::{Frame, Options, Picture, TableMeasure, Theme};
use article_charts::data::{Basis, Comparator, Language, Rational, Subject, package};
use article_charts::scene::{Geometry, Role, Scene};
use article_charts::words;
use common::{every_choice, every_picture, text, texts};

/// Parts of a view whose datums are squares without a figure of their own.
const UNLABELLED: [(&str, &str); 2] = [("evidence", "kinds"), ("evidence", "voices")];

/// What a written figure says: comparator, number, and whatever follows the digits.
fn parse(figure: &str) -> Option<(Comparator, Rational, String)> {
    let figure = figure.trim();
    let (comparator, rest) = [
        ("<≈", Comparator::CloseBelow),
        (">≈", Comparator::CloseAbove),
        (">", Comparator::Greater),
        ("≥", Comparator::GreaterOrEqual),
        ("<", Comparator::Less),
        ("≤", Comparator::LessOrEqual),
        ("≈", Comparator::About),
        ("", Comparator::Equal),
    ]
    .into_iter()
    .find_map(|(sign, comparator)| figure.strip_prefix(sign).map(|rest| (comparator, rest)))?;
    let rest = rest.strip_prefix('第').unwrap_or(rest);
    let (sign, rest) = rest.strip_prefix('−').map_or((1, rest), |rest| (-1, rest));
    let end = rest.find(|c: char| !(c.is_ascii_digit() || c == '.' || c == ',')).unwrap_or(rest.len());
    let (digits, after) = rest.split_at(end);
    let digits = digits.replace(',', "");
    let (whole, decimals) = digits.split_once('.').unwrap_or((&digits, ""));
    let mantissa: i64 = format!("{whole}{decimals}").parse().ok()?;
    let scale = 10i64.pow(u32::try_from(decimals.len()).ok()?);
    Some((comparator, Rational::new(sign * mantissa, scale), after.trim().to_owned()))
}

/// The unit that a datum's figure has on the picture: its own, or the one that its panel names once for all.
fn unit_on_picture(scene: &Scene, index: usize, after: &str) -> String {
    let own = after.trim_matches(['†', '‡', '∂', ' ']).to_owned();
    if !own.is_empty() {
        return own;
    }
    let panel = scene.panel_area(scene.datums[index].panel);
    let shared = scene.shapes.iter().filter(|shape| shape.role == Role::Unit && shape.datum.is_none());
    let inside = shared.filter(|shape| panel.encloses(shape.geometry.bounds(), 1.0));
    inside.filter_map(text).next().unwrap_or_default().to_owned()
}

#[test]
fn what_the_picture_prints_is_what_the_data_say() {
    every_picture(|name, picture, scene| {
        let (basis, language) = (picture.basis(), picture.frame.language);
        for (index, datum) in scene.datums.iter().enumerate() {
            let figures = texts(scene, Some(index), Role::Figure);
            let subject = package().subject(datum.id).expect("a datum of the data");
            let words = words::describe(package(), subject, basis, language);
            // In the matrix of statements a datum is one of many equal squares; its figure is in the table and the tooltip.
            if UNLABELLED.contains(&(picture.view.id, picture.option("part"))) {
                assert!(figures.is_empty(), "{name}: {} has the figures {figures:?}", datum.id);
                continue;
            }
            // What has no number says the same in words, on as many lines as it takes.
            if words.nominal.is_none() {
                let squeezed = |text: &str| text.replace(' ', "");
                assert_eq!(squeezed(&figures.concat()), squeezed(&words.bare_figure()), "{name}: {}", datum.id);
                continue;
            }
            assert_eq!(figures.len(), 1, "{name}: {} has the figures {figures:?}", datum.id);
            // A doubted wording is quoted whole.
            if figures[0] == words.as_printed() {
                continue;
            }
            let (comparator, number, mut after) = parse(figures[0]).unwrap_or_else(|| panic!("{name}: {figures:?}"));
            after.extend(texts(scene, Some(index), Role::Unit));
            assert_eq!(Some(number), words.nominal, "{name}: {} prints {figures:?}", datum.id);
            assert_eq!(comparator, words.comparator, "{name}: {}", datum.id);
            for mark in ['†', '‡', '∂'] {
                assert_eq!(after.contains(mark), words.marks.contains(mark), "{name}: {} {mark}", datum.id);
            }
            let unit = unit_on_picture(scene, index, &after);
            let indexed = words.is_derived() && words.unit.is_empty();
            let expected = if indexed || picture.option("scale") != "absolute" && !words.unit.contains('%') {
                unit.clone()
            } else {
                words.unit.clone()
            };
            let singular = unit.trim_end_matches('s') == expected.trim_end_matches('s');
            assert!(unit == expected || singular, "{name}: {} has the unit {unit:?}, not {expected:?}", datum.id);
        }
    });
}

#[test]
fn table_tooltip_and_speech_hold_the_datums_of_the_picture() {
    every_choice(|name, picture, scene| {
        let language = picture.frame.language;
        let shown: Vec<&str> = scene.datums.iter().map(|datum| datum.id).collect();
        let described = picture.describe(&shown);
        let table = picture.sheet(&described).table;
        let rows: Vec<&str> = table.rows.iter().map(|row| row.datum).collect();
        assert_eq!(rows, shown, "{name}");
        for (i, (row, words)) in table.rows.iter().zip(&described).enumerate() {
            assert_eq!(row.cells.len(), table.columns.len(), "{name}");
            let tooltip = words::tooltip(words, language);
            assert_eq!(row.cells[1], tooltip.figure, "{name}");
            let speech = words::speech(words, i + 1, described.len(), language);
            assert!(speech.contains(&words.spoken()), "{name}: {speech}");
            if words.nominal.is_none() {
                assert_eq!(tooltip.figure, words.bare_figure(), "{name}");
                continue;
            }
            let (comparator, number, after) = parse(&tooltip.figure).unwrap_or_else(|| panic!("{name}: {tooltip:?}"));
            assert_eq!((comparator, Some(number)), (words.comparator, words.nominal), "{name}");
            assert!(after.contains(&words.unit), "{name}: {after:?} has no {:?}", words.unit);
            assert!(words.spoken().contains(&words.number) && words.spoken().contains(&words.unit), "{name}: {speech}");
            assert_ne!(words.comparator != Comparator::Equal, words.spoken().starts_with(&words.number), "{name}: {speech}");
        }
    });
}

#[test]
fn no_datum_appears_twice() {
    every_picture(|name, _, scene| {
        let mut ids: Vec<&str> = scene.datums.iter().map(|datum| datum.id).collect();
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all, "{name}");
    });
}

#[test]
fn every_row_to_be_drawn_is_drawn_in_some_option() {
    use article_charts::data::Role as RowRole;
    for view in common::drawn() {
        let mut missing: Vec<&str> =
            view.rows.iter().filter(|row| row.role != RowRole::Context).map(|row| row.subject.id()).collect();
        every_choice(|_, picture, scene| {
            if picture.view.id == view.id {
                missing.retain(|id| !scene.datums.iter().any(|datum| datum.id == *id));
            }
        });
        assert!(missing.is_empty(), "{}: never drawn: {missing:?}", view.id);
    }
}

fn draw(view: &str, options: &Options, language: Language) -> Scene {
    let view = package().view(view).expect("a view");
    let frame = Frame { width: 880.0, text_scale: 1.0, language, theme: Theme::Light, measure: &TableMeasure };
    Picture { package: package(), view, options, frame }.draw().expect("a scene")
}

/// Where the dot of a datum stands, and whether it is hollow.
fn dot(scene: &Scene, id: &str) -> (f64, bool) {
    let index = scene.datums.iter().position(|datum| datum.id == id).expect(id);
    let circle =
        scene.shapes.iter().find(|shape| shape.datum == Some(index) && matches!(shape.geometry, Geometry::Circle { .. }));
    match circle.map(|shape| &shape.geometry) {
        Some(Geometry::Circle { center, fill, .. }) => (center.x, *fill == Some(scene.background)),
        other => panic!("{id}: {other:?}"),
    }
}

/// Where a year stands on the axis of the panel that a datum belongs to.
fn year(scene: &Scene, id: &str, year: &str) -> f64 {
    let datum = scene.datums.iter().find(|datum| datum.id == id).expect(id);
    let panel = scene.panel_area(datum.panel);
    let ticks = scene.shapes.iter().filter(|shape| shape.role == Role::Axis && text(shape) == Some(year));
    let own = ticks.map(|shape| shape.geometry.bounds().center().x).find(|x| (panel.x..=panel.right()).contains(x));
    own.unwrap_or_else(|| panic!("no year {year} under {id}"))
}

#[test]
fn the_printed_values_stand_at_their_years_and_misprints_are_hollow_at_ours() {
    let scene = draw("cooperation-series", &vec![], Language::Zh);
    for (id, at, hollow) in [
        ("A1-22", "2013", false),
        ("A1-23", "2016", false),
        ("A1-24", "2024", false),
        ("A1-25", "2013†", true),
        ("A1-26", "2016†", true),
        ("A1-27", "2024", false),
    ] {
        let (x, is_hollow) = dot(&scene, id);
        assert!((x - year(&scene, id, at)).abs() < 1.0, "{id} stands at {x}");
        assert_eq!(is_hollow, hollow, "{id}");
    }
    let printed: Vec<&str> = scene.shapes.iter().filter(|shape| shape.role == Role::Printed).filter_map(text).collect();
    assert_eq!(printed, ["报载2023", "报载2026"]);
}

#[test]
fn the_time_axis_is_linear_and_the_values_start_at_zero() {
    let scene = draw("cooperation-series", &vec![], Language::Zh);
    let [x13, x16, x24] = ["A1-22", "A1-23", "A1-24"].map(|id| dot(&scene, id).0);
    assert!(((x24 - x16) / (x16 - x13) - 8.0 / 3.0).abs() < 0.01, "{x13} {x16} {x24}");
    assert!(scene.shapes.iter().any(|shape| shape.role == Role::Axis && text(shape) == Some("0")));
}

#[test]
fn as_printed_the_misprinted_series_joins_nothing_and_stands_at_the_printed_years() {
    let scene = draw("cooperation-series", &vec![("years", "printed")], Language::Zh);
    for (id, at) in [("A1-25", "2023"), ("A1-26", "2026"), ("A1-27", "2024")] {
        let (x, hollow) = dot(&scene, id);
        assert!((x - year(&scene, id, at)).abs() < 1.0, "{id} stands at {x}");
        assert!(!hollow, "{id}");
    }
    let posts = scene.datums.iter().find(|datum| datum.id == "A1-25").expect("the posts").panel;
    let area = scene.panel_area(posts);
    let joins = scene.shapes.iter().filter(|shape| shape.role == Role::Connector);
    assert_eq!(joins.clone().count(), 2, "the other series keeps its two");
    assert!(joins.clone().all(|shape| !area.overlaps(shape.geometry.bounds())));
    let all: String = scene.shapes.iter().filter_map(text).collect();
    assert!(all.contains("尚无数据"), "{all}");
}

#[test]
fn connectors_can_be_switched_off() {
    let scene = draw("cooperation-series", &vec![("connectors", "off")], Language::En);
    assert!(scene.shapes.iter().all(|shape| shape.role != Role::Connector));
}

#[test]
fn one_square_is_one_thing_and_a_bound_stays_open() {
    for language in Language::ALL {
        let counts = |view: &str, options: &Options| -> Vec<(String, usize, bool)> {
            let scene = draw(view, options, language);
            let counted = scene.datums.iter().enumerate().map(|(i, datum)| {
                let own = || scene.shapes.iter().filter(move |shape| shape.datum == Some(i));
                let squares = own().filter(|shape| shape.role == Role::Mark && matches!(shape.geometry, Geometry::Rect { .. }));
                (datum.id.to_owned(), squares.count(), own().any(|shape| shape.role == Role::Open))
            });
            counted.filter(|(_, squares, _)| *squares > 0).collect()
        };
        let of = |id: &str, squares: usize, open: bool| (id.to_owned(), squares, open);
        assert_eq!(counts("scitech-share", &vec![]), [of("A1-07", 33, false), of("D-01", 29, false)]);
        assert_eq!(counts("scitech-share", &vec![("form", "bar")]), [of("A1-07", 1, false), of("D-01", 1, false)]);
        assert_eq!(counts("pipelines", &vec![]), [of("A2-18", 300, true), of("D-08", 90, true), of("A2-17", 48, false)]);
    }
}

#[test]
fn the_bar_is_in_proportion() {
    let scene = draw("scitech-share", &vec![("form", "bar")], Language::En);
    let widths: Vec<f64> =
        scene.shapes.iter().filter(|shape| shape.role == Role::Mark).map(|shape| shape.geometry.bounds().width).collect();
    assert!((widths[0] / (widths[0] + widths[1]) - 33.0 / 62.0).abs() < 0.002, "{widths:?}");
}

#[test]
fn nothing_counts_the_remainder_of_a_bound() {
    for language in Language::ALL {
        let scene = draw("pipelines", &vec![], language);
        assert!(scene.shapes.iter().filter_map(text).all(|text| !text.contains("210") && !text.contains("252")));
    }
}

#[test]
fn an_index_is_derived_and_never_drawn_without_its_mark() {
    for option in ["first", "peak"] {
        let scene = draw("cooperation-series", &vec![("scale", option)], Language::Zh);
        let dots = scene.shapes.iter().filter(|shape| matches!(shape.geometry, Geometry::Circle { .. }));
        let ids: Vec<&str> = dots.filter_map(|shape| shape.datum).map(|index| scene.datums[index].id).collect();
        assert_eq!(ids.len(), 6);
        for id in ids {
            let Some(Subject::Derivation(derivation)) = package().subject(id) else { panic!("{id} is not derived") };
            let words = words::describe_derivation(package(), derivation, Language::Zh);
            assert!(words.bare_figure().ends_with('∂'), "{id}");
        }
    }
}

#[test]
fn a_misprint_is_told_wherever_its_datum_is_spoken_of() {
    for (id, printed) in [("A1-25", "2023"), ("A1-26", "2026")] {
        let observation = package().observation(id).expect(id);
        for language in Language::ALL {
            let words = words::describe_observation(package(), observation, Basis::Read, language);
            assert!(words.marks.contains('†'), "{id}");
            let speech = words::speech(&words, 1, 6, language);
            assert!(speech.contains(printed), "{speech}");
            let tooltip = words::tooltip(&words, language);
            assert!(tooltip.lines.iter().any(|(_, text)| text.contains(printed)), "{tooltip:?}");
        }
    }
}
