//! Two years that cannot be right: both readings on one axis of years, with the reasons.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use article_charts::chart::{Frame, Options, Picture, TableMeasure, Theme};
use article_charts::data::{Language, package};
use article_charts::scene::{Geometry, Point, Role, Scene};
use article_charts::words;
use common::{WIDTHS, text, texts};

const POSTS: [&str; 3] = ["A1-25", "A1-26", "A1-27"];
const ORGANISATIONS: [&str; 3] = ["A1-22", "A1-23", "A1-24"];

fn draw(years: &'static str, language: Language, width: f64) -> Scene {
    let view = package().view("two-years").expect("the view");
    let options: Options = vec![("years", years)];
    let frame = Frame { width, text_scale: 1.0, language, theme: Theme::Light, measure: &TableMeasure };
    Picture { package: package(), view, options: &options, frame }.draw().expect("a scene")
}

fn index(scene: &Scene, id: &str) -> usize {
    scene.datums.iter().position(|datum| datum.id == id).unwrap_or_else(|| panic!("no {id}"))
}

/// Middles of the dots of a datum, or of no datum, and whether they are hollow.
fn dots(scene: &Scene, datum: Option<usize>) -> Vec<(Point, bool)> {
    let own = scene.shapes.iter().filter(|shape| shape.datum == datum && shape.role == Role::Mark);
    own.map(|shape| match &shape.geometry {
        Geometry::Circle { center, fill, .. } => (*center, *fill == Some(scene.background)),
        other => panic!("{other:?}"),
    })
    .collect()
}

/// Where a year stands, from the dots of the series whose years nobody doubts.
fn year(scene: &Scene, year: f64) -> f64 {
    let [x13, _, x24] = ORGANISATIONS.map(|id| dots(scene, Some(index(scene, id)))[0].0.x);
    x13 + (x24 - x13) * (year - 2013.0) / 11.0
}

#[test]
fn each_strip_stands_at_its_own_years_on_one_linear_axis() {
    for width in WIDTHS {
        for (option, own, other) in [
            ("read", [2013.0, 2016.0, 2024.0], [2023.0, 2026.0, 2024.0]),
            ("printed", [2023.0, 2026.0, 2024.0], [2013.0, 2016.0, 2024.0]),
        ] {
            let scene = draw(option, Language::Zh, width);
            let near = |x: f64, at: f64| assert!((x - year(&scene, at)).abs() < 0.6, "{option} {width}: {x} is not {at}");
            near(dots(&scene, Some(index(&scene, "A1-23")))[0].0.x, 2016.0);
            for (id, at) in POSTS.iter().zip(own) {
                let dots = dots(&scene, Some(index(&scene, id)));
                assert_eq!(dots.len(), 1, "{id}");
                near(dots[0].0.x, at);
                assert_eq!(dots[0].1, option == "read" && at != 2024.0, "{id} is hollow where it is our reading");
            }
            // The other strip repeats them without a datum, hollow where the readings differ.
            let ghosts = dots(&scene, None);
            assert_eq!(ghosts.len(), 3);
            for ((ghost, hollow), at) in ghosts.iter().zip(other) {
                near(ghost.x, at);
                assert_eq!(*hollow, at != 2024.0);
            }
        }
    }
}

#[test]
fn one_arrow_leads_back_in_time_and_one_past_the_day_of_the_paper() {
    for option in ["read", "printed"] {
        let scene = draw(option, Language::Zh, 720.0);
        let shafts = scene.shapes.iter().filter_map(|shape| match (&shape.geometry, shape.role) {
            (Geometry::Path { points, .. }, Role::Connector) if points.len() == 2 => Some((points[0], points[1])),
            _ => None,
        });
        let shafts: Vec<(Point, Point)> = shafts.collect();
        assert_eq!(shafts.len(), 6, "two arrows a strip");
        let back: Vec<_> = shafts.iter().filter(|(from, to)| to.x < from.x).collect();
        assert_eq!(back.len(), 1);
        assert!(scene.shapes.iter().any(|shape| text(shape) == Some("倒流")));

        // The hatch covers the year that was not over, and the line of the paper's day lies in it.
        let hatches = scene.shapes.iter().filter(|shape| shape.role == Role::Gap).map(|shape| shape.geometry.bounds());
        for hatch in hatches {
            assert!((hatch.x - year(&scene, 2025.5)).abs() < 1.0 && hatch.right() > year(&scene, 2026.0));
        }
        let day = year(&scene, 2025.5 + 54.0 / 365.0);
        let lines = scene.shapes.iter().filter(|shape| match (&shape.geometry, shape.role) {
            (Geometry::Path { points, dash: Some(_), .. }, Role::Axis) => points.iter().all(|p| (p.x - day).abs() < 1.0),
            _ => false,
        });
        assert_eq!(lines.count(), 3, "one a strip");
        assert!(back[0].0.x > year(&scene, 2025.0), "{back:?}");
        let all: String = scene.shapes.iter().filter_map(text).collect();
        assert!(all.contains("尚无数据") && all.contains("不早于2026年2月24日"), "{all}");
    }
}

#[test]
fn both_readings_can_be_read_whichever_is_chosen() {
    let scene = draw("read", Language::Zh, 328.0);
    assert_eq!(texts(&scene, None, Role::Printed), ["2023", "2026"]);
    for (id, year, marks) in [("A1-25", "2013†", "†"), ("A1-26", "2016†", "†"), ("A1-27", "2024", "")] {
        let own = Some(index(&scene, id));
        assert_eq!(texts(&scene, own, Role::Label), [year]);
        assert_eq!(texts(&scene, own, Role::Unit).concat(), marks);
    }
    let scene = draw("printed", Language::En, 328.0);
    for (id, year, marks) in [("A1-25", "2023", "‡"), ("A1-26", "2026", "‡"), ("A1-27", "2024", "")] {
        let own = Some(index(&scene, id));
        assert_eq!(texts(&scene, own, Role::Label), [year]);
        assert_eq!(texts(&scene, own, Role::Unit).concat(), marks);
    }
    let labels = texts(&scene, None, Role::Label);
    assert!(labels.contains(&"2013†") && labels.contains(&"2016†"), "{labels:?}");
}

#[test]
fn the_spans_of_years_are_as_long_as_they_say() {
    for width in WIDTHS {
        let scene = draw("read", Language::Zh, width);
        let pitch = (year(&scene, 2024.0) - year(&scene, 2013.0)) / 11.0;
        for (id, figure, years) in [("A1-28", "报载“13年间”‡", 13.0), ("D-17.3", "11年∂", 11.0), ("D-17.4", "12年∂", 12.0)]
        {
            let own = Some(index(&scene, id));
            assert_eq!(texts(&scene, own, Role::Figure), [figure]);
            let rules = scene.shapes.iter().filter(|shape| shape.datum == own && shape.role == Role::Axis);
            let longest = rules.map(|shape| shape.geometry.bounds().width).fold(0.0, f64::max);
            assert!((longest - years * pitch).abs() < 3.0, "{id} at {width}: {longest} px are not {years} years of {pitch} px");
        }
    }
}

#[test]
fn the_time_series_draws_the_same_length_and_the_same_years_of_no_data() {
    for (view, years) in
        [("two-years", "read"), ("two-years", "printed"), ("cooperation-series", "read"), ("cooperation-series", "printed")]
    {
        for width in WIDTHS {
            let options: Options = vec![("years", years)];
            let view = package().view(view).expect("the view");
            let frame = Frame { width, text_scale: 1.0, language: Language::Zh, theme: Theme::Light, measure: &TableMeasure };
            let scene = Picture { package: package(), view, options: &options, frame }.draw().expect("a scene");
            // From the beginning of 2013 to the end of 2025; years stand in the middle of their cells.
            let own = Some(index(&scene, "A1-28"));
            let rules = scene.shapes.iter().filter(|shape| shape.datum == own && shape.role == Role::Axis);
            let rules = rules.map(|shape| shape.geometry.bounds());
            let line = rules.reduce(|long, other| if other.width > long.width { other } else { long }).expect("a line");
            assert!((line.x - year(&scene, 2012.5)).abs() < 2.0, "{} {width}: {line:?}", view.id);
            assert!((line.right() - year(&scene, 2025.5)).abs() < 2.0, "{} {width}: {line:?}", view.id);
            // Whatever of 2026 is on the axis is the last of the hatched years, and nothing else is called so.
            let gaps = scene.shapes.iter().filter(|shape| shape.role == Role::Gap).map(|shape| shape.geometry.bounds());
            let panel = scene.panel_area(scene.datums[index(&scene, "A1-22")].panel);
            let last = gaps.filter(|gap| panel.overlaps(*gap)).map(|gap| gap.x).fold(0.0, f64::max);
            let named = scene.shapes.iter().any(|shape| text(shape) == Some("尚无数据 ↓"));
            assert_eq!(named, (last - year(&scene, 2025.5)).abs() < 1.0, "{} {years} {width}", view.id);
        }
    }
}

#[test]
fn every_reason_is_given_one_by_one_with_how_sure_we_are() {
    for language in Language::ALL {
        for option in ["read", "printed"] {
            let scene = draw(option, language, 1120.0);
            let mut reasons = 0;
            for id in ["E-01", "E-02", "E-03"] {
                let own = Some(index(&scene, id));
                let erratum = package().erratum(id).expect(id);
                let squeezed = |text: &str| text.replace(' ', "");
                let prose = squeezed(&texts(&scene, own, Role::Prose).concat());
                for clause in words::clauses(erratum.reason.get(language), language) {
                    assert!(prose.contains(&squeezed(clause)), "{id}: {prose}");
                    reasons += 1;
                    assert!(texts(&scene, own, Role::Label).contains(&reasons.to_string().as_str()), "{id}: {reasons}");
                }
                let sure = words::confidence(erratum.confidence).get(language);
                assert!(texts(&scene, own, Role::Label).contains(&sure), "{id}: {sure}");
            }
            assert_eq!(reasons, 8);
        }
    }
}
