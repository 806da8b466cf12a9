//! What a reader takes away says what the picture says: records, CSV and JSON are parsed back, the sheet is laid out like a picture, and
//! citations name version, day and id.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use article_charts::chart::{Frame, Picture, TableMeasure, Theme};
use article_charts::data::{Basis, Comparator, Date, Decimal, Language, Period, package};
use article_charts::export::take::{
    COLUMNS, Cited, Record, Style, cite, csv, file_name, json, record, records, report, sheet, sheet_svg,
};
use article_charts::scene::{Role, Scene};
use article_charts::words::Description;
use common::{every_choice, every_picture, layout, text};
use serde_json::Value;

const LINK: &str = "https://example.org/charts/?v=1&view=scitech-share&lang=en";

/// Every view with every option in both languages, with its datums in words and as records.
fn every_taken(mut check: impl FnMut(&str, &Picture<'_>, &Scene, &[Description], &[Record])) {
    every_choice(|name, picture, scene| {
        let shown: Vec<&str> = scene.datums.iter().map(|datum| datum.id).collect();
        check(name, picture, scene, &picture.describe(&shown), &records(picture, scene));
    });
}

fn of(id: &str, language: Language) -> Record {
    record(package(), package().subject(id).expect(id), Basis::Read, language)
}

#[test]
fn records_hold_the_datums_of_the_picture_with_comparator_value_and_unit() {
    every_taken(|name, _, scene, described, records| {
        let ids: Vec<&str> = records.iter().map(|record| record.id).collect();
        assert_eq!(ids, scene.datums.iter().map(|datum| datum.id).collect::<Vec<_>>(), "{name}");
        for (record, words) in records.iter().zip(described) {
            assert_eq!(record.value.map(Decimal::ratio), words.nominal, "{name}: {record:?}");
            assert_eq!((&record.label, &record.figure, &record.marks), (&words.name(), &words.figure(), &words.marks), "{name}");
            if words.nominal.is_some() {
                assert_eq!(record.comparator, Some(words.comparator.code()), "{name}: {record:?}");
                assert_eq!(record.unit, words.unit, "{name}: {record:?}");
            }
            for period in record.period.iter().chain(&record.printed_period) {
                assert!(Period::parse(period).is_some(), "{name}: {period}");
            }
            assert!(!record.article.is_empty() && !record.place.is_empty(), "{name}: {record:?}");
        }
    });
}

#[test]
fn the_ends_of_a_record_are_those_of_its_comparator() {
    every_taken(|name, _, _, _, records| {
        for record in records {
            let open = [record.lower, record.upper].map(|end| end.map(|end| end.open));
            let fits = match record.comparator.and_then(Comparator::parse) {
                None | Some(Comparator::About) => true,
                Some(Comparator::Equal) => open == [Some(false); 2],
                Some(Comparator::Greater) => open == [Some(true), None],
                Some(Comparator::GreaterOrEqual) => open == [Some(false), None],
                Some(Comparator::Less | Comparator::CloseBelow) => open == [None, Some(true)],
                Some(Comparator::LessOrEqual) => open == [None, Some(false)],
                Some(Comparator::CloseAbove) => open[0] == Some(true),
            };
            assert!(fits, "{name}: {record:?}");
            if let (Some(value), Some(lower)) = (record.value, record.lower) {
                assert!(lower.value.ratio() <= value.ratio(), "{name}: {record:?}");
            }
            if let (Some(value), Some(upper)) = (record.value, record.upper) {
                assert!(upper.value.ratio() >= value.ratio(), "{name}: {record:?}");
            }
        }
    });
}

#[test]
fn rounding_misprints_and_conversions_are_in_the_record() {
    let ends = |record: &Record| [record.lower, record.upper].map(|end| end.map(|end| end.value.to_string()));
    let ends_of = |id, language| ends(&of(id, language));
    let both = |lower: &str, upper: &str| [Some(lower.to_owned()), Some(upper.to_owned())];
    assert_eq!(ends_of("A1-57", Language::Zh), both("43.5", "44.5"));
    assert_eq!(ends_of("A1-56", Language::Zh), both("278.5", "279.5"));
    assert_eq!(ends_of("A1-56", Language::En), both("2.785", "2.795"));
    assert_eq!(ends_of("D-05", Language::Zh), both("625", "643"));
    assert_eq!(of("D-05", Language::En).unit, "million euros");
    assert_eq!(ends_of("A2-18", Language::Zh), [Some("300".to_owned()), None]);

    let posts = of("A1-26", Language::Zh);
    assert_eq!((posts.period, posts.printed_period), (vec!["2016".to_owned()], vec!["2026".to_owned()]));
    assert!(posts.errata.contains(&"E-02") && posts.marks.contains('†'));
    assert_eq!((posts.article, posts.section, posts.paragraph.as_deref()), (vec!["A1"], Some(2), Some("2")));
    let erratum = of("E-02", Language::En);
    assert_eq!((erratum.subject, erratum.value, erratum.comparator), ("erratum", None, None));
    assert!(erratum.inputs.contains(&"A1-26"), "{erratum:?}");
    let check = of("K-02", Language::En);
    assert_eq!((check.subject, &check.errata[..]), ("check", &["E-02"][..]));
}

#[test]
fn csv_is_parsed_back_to_the_same_records() {
    every_taken(|name, picture, _, _, records| {
        let text = csv(records, picture.frame.language).expect("it writes to memory");
        let text = text.strip_prefix('\u{feff}').expect("a byte order mark");
        assert!(text.lines().count() > records.len() && text.matches('\n').count() == text.matches("\r\n").count(), "{name}");
        let mut reader = ::csv::Reader::from_reader(text.as_bytes());
        assert_eq!(reader.headers().expect("a header").iter().collect::<Vec<_>>(), COLUMNS, "{name}");
        let rows: Vec<::csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
        assert_eq!(rows.len(), records.len(), "{name}");
        for (row, record) in rows.iter().zip(records) {
            let cell = |column: &str| {
                let place = COLUMNS.iter().position(|name| *name == column).expect(column);
                &row[place]
            };
            assert_eq!((cell("id"), cell("label")), (record.id, record.label.as_str()), "{name}");
            assert_eq!(cell("comparator"), record.comparator.unwrap_or_default(), "{name}");
            assert_eq!(Decimal::parse(cell("value")), record.value, "{name}");
            assert_eq!(cell("unit"), record.unit, "{name}");
            for (column, end) in [("lower", record.lower), ("upper", record.upper)] {
                assert_eq!(Decimal::parse(cell(column)), end.map(|end| end.value), "{name}");
                assert_eq!(cell(&format!("{column}_open")).parse().ok(), end.map(|end| end.open), "{name}");
            }
            assert_eq!(cell("errata"), record.errata.join(";"), "{name}");
            for cell in row {
                let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && cell != "=";
                assert!(!formula || Decimal::parse(cell).is_some(), "{name}: {cell}");
            }
        }
    });
}

#[test]
fn json_is_parsed_back_to_the_same_records_and_says_where_they_come_from() {
    every_taken(|name, picture, _, described, records| {
        let words = picture.sheet(described);
        let text = json(picture, &words, records, LINK).expect("it writes to memory");
        let document: Value = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        for (key, expected) in [
            ("package", package().name),
            ("version", package().about().version),
            ("view", picture.view.id),
            ("title", words.title),
            ("subtitle", words.subtitle.as_str()),
            ("source", words.source.as_str()),
            ("link", LINK),
            ("language", picture.frame.language.tag()),
        ] {
            assert_eq!(document[key], expected, "{name}");
        }
        assert_eq!(document["license"]["name"], package().about().license, "{name}");
        assert_eq!(document["notes"].as_array().map(Vec::len), Some(words.notes.len()), "{name}");
        let rows = document["records"].as_array().expect("records");
        assert_eq!(rows.len(), records.len(), "{name}");
        for (row, record) in rows.iter().zip(records) {
            assert_eq!((&row["id"], &row["unit"]), (&Value::from(record.id), &Value::from(record.unit.as_str())), "{name}");
            assert_eq!(row["comparator"].as_str(), record.comparator, "{name}");
            let number = |value: Option<Decimal>| value.map(|value| value.to_string().parse::<f64>().expect("a number"));
            assert_eq!(row["value"].as_f64(), number(record.value), "{name}: {row}");
            assert_eq!(row["upper"]["value"].as_f64(), number(record.upper.map(|end| end.value)), "{name}: {row}");
            assert_eq!(row["lower"]["open"].as_bool(), record.lower.map(|end| end.open), "{name}: {row}");
            assert_eq!(row["printed"], record.printed, "{name}");
        }
    });
}

#[test]
fn a_figure_in_json_has_its_digits_as_printed() {
    let (view, options) = (package().view("isc-2020").expect("a view"), Vec::new());
    let frame = Frame { width: 720.0, text_scale: 1.0, language: Language::En, theme: Theme::Light, measure: &TableMeasure };
    let picture = Picture { package: package(), view, options: &options, frame };
    let record = of("A1-56", Language::En);
    let text = json(&picture, &picture.sheet(&[]), &[record], "").expect("it writes to memory");
    assert!(text.contains("\"value\": 2.79,") && text.contains("\"link\": null"), "{text}");
}

#[test]
fn every_citation_names_authors_title_version_day_and_id() {
    let accessed = Date::parse("2026-12-01");
    every_taken(|name, picture, _, _, records| {
        let language = picture.frame.language;
        for datum in [None, records.first(), records.last()] {
            let title = datum.map_or(picture.view.title.get(language), |record| record.label.as_str());
            // It begins with a capital letter.
            let title = title.trim_start_matches(|first: char| first.is_lowercase());
            for style in Style::ALL {
                let text = cite(Cited { picture, datum, link: LINK, accessed }, style);
                let plain = text.replace('\\', "");
                let day = match (style, language) {
                    (Style::Plain, Language::Zh) => "2026年12月1日",
                    (Style::Plain, Language::En) => "1 Dec 2026",
                    (Style::CslJson, _) => "12",
                    _ => "2026-12-01",
                };
                for part in [title, package().about().version, day, picture.view.id, LINK] {
                    let quoted = part.replace('"', "\\\"");
                    assert!(plain.contains(part) || text.contains(&quoted), "{name} {style:?}: no {part} in {text}");
                }
                if let Some(record) = datum {
                    assert!(plain.contains(record.id), "{name} {style:?}: {text}");
                }
                let honest = if style == Style::GbT7714 { "[2026-02-24以后]" } else { "2026" };
                let unprinted = ["date not printed", "发表日期原文未载", honest];
                assert!(unprinted.iter().any(|words| text.contains(words)), "{name} {style:?}: {text}");
            }
            let text = cite(Cited { picture, datum, link: LINK, accessed }, Style::CslJson);
            let items: Value = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
            assert_eq!(items[0]["accessed"]["date-parts"], serde_json::json!([[2026, 12, 1]]), "{name}");
            let text = cite(Cited { picture, datum, link: LINK, accessed }, Style::BibTex);
            let depth = text.replace("\\{", "").replace("\\}", "");
            assert_eq!(depth.matches('{').count(), depth.matches('}').count(), "{name}: {text}");
        }
    });
}

#[test]
fn citations_read_well() {
    let (view, options) = (package().view("pipelines").expect("a view"), Vec::new());
    let mut all = String::new();
    for language in Language::ALL {
        let frame = Frame { width: 720.0, text_scale: 1.0, language, theme: Theme::Light, measure: &TableMeasure };
        let picture = Picture { package: package(), view, options: &options, frame };
        let derived = of("D-08", language);
        for datum in [None, Some(&derived)] {
            for style in Style::ALL {
                let cited = Cited { picture: &picture, datum, link: LINK, accessed: Date::parse("2026-12-01") };
                all.push_str(&cite(cited, style));
                all.push_str("\n\n");
            }
        }
    }
    insta::assert_snapshot!(all);
}

#[test]
fn the_sheet_is_laid_out_like_a_picture_and_holds_all_of_it() {
    every_picture(|name, picture, scene| {
        let shown: Vec<&str> = scene.datums.iter().map(|datum| datum.id).collect();
        let words = picture.sheet(&picture.describe(&shown));
        let sheet = sheet(picture, scene, &words, LINK);
        layout::inside(name, &sheet);
        layout::apart(name, &sheet);
        layout::legible(name, &sheet);
        assert!(sheet.shapes.iter().all(|shape| shape.role != Role::Prose), "{name}: a sentence that nobody sets");
        assert_eq!(sheet.datums.iter().map(|datum| datum.id).collect::<Vec<_>>(), shown, "{name}");
        let told: Vec<&str> = sheet.shapes.iter().filter_map(text).collect();
        let mut rest = told.iter();
        assert!(scene.shapes.iter().filter_map(text).all(|line| rest.any(|other| *other == line)), "{name}: a text is missing");
        let squeezed = |text: &str| text.replace([' ', '·'], "");
        let all = squeezed(&told.concat());
        let texts =
            words.notes.iter().copied().chain([words.title, &words.subtitle, &words.source, LINK, package().about().version]);
        for text in texts {
            assert!(all.contains(&squeezed(text)), "{name}: no {text}");
        }
    });
}

#[test]
fn the_sheet_as_svg_has_every_datum_and_its_title() {
    every_taken(|name, picture, scene, described, _| {
        let svg = sheet_svg(picture, LINK).expect("a drawn view has a sheet");
        let document = roxmltree::Document::parse(&svg).unwrap_or_else(|error| panic!("{name}: {error}"));
        let groups: Vec<&str> = document.descendants().filter_map(|node| node.attribute("data-datum")).collect();
        for (datum, words) in scene.datums.iter().zip(described) {
            assert!(groups.contains(&datum.id), "{name}: {}", datum.id);
            assert!(
                svg.contains(&words.spoken().replace('>', "&gt;")) || words.spoken().contains(['<', '&', '"', '\'']),
                "{name}"
            );
        }
        let texts: String =
            document.descendants().filter(|node| node.has_tag_name("text")).filter_map(|node| node.text()).collect();
        let squeezed = |text: &str| text.replace(' ', "");
        assert!(squeezed(&texts).contains(&squeezed(picture.view.title.get(picture.frame.language))), "{name}");
        assert!(document.root_element().attribute("font-family").is_some_and(|fonts| fonts.contains("Noto Sans SC")), "{name}");
    });
}

#[test]
fn a_report_names_chart_datum_link_and_version() {
    every_taken(|name, picture, _, _, records| {
        for datum in [None, records.first()] {
            let text = report(picture, datum, LINK);
            let title = picture.view.title.get(picture.frame.language);
            for part in [title, package().name, picture.view.id, LINK, package().about().version]
                .into_iter()
                .chain(datum.map(|row| row.id))
            {
                assert!(text.contains(part), "{name}: no {part} in {text}");
            }
        }
        let file = file_name(picture, "csv");
        assert!(
            file.starts_with(picture.view.id) && file.bytes().all(|b| b.is_ascii_alphanumeric() || b"-.".contains(&b)),
            "{file}"
        );
    });
}
