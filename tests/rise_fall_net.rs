//! Rise, fall and net: arrows as long as what they stand for, each with its base, and never two units on one scale.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use article_charts::chart::{Frame, Options, Picture, TableMeasure, Theme};
use article_charts::data::{Language, package};
use article_charts::scene::{Geometry, Rect, Role, Scene, Shape};
use common::{WIDTHS, text, texts};

const PERCENT: [(&str, f64); 6] =
    [("D-03.2", 105.0), ("D-03.5", -38.7), ("D-03.7", 25.6), ("D-04.2", 424.4), ("D-04.5", -61.9), ("D-04.7", 99.7)];
const ABSOLUTE: [(&str, f64); 6] =
    [("D-03.1", 729.0), ("D-03.4", -551.0), ("D-03.6", 178.0), ("D-04.1", 4223.0), ("D-04.4", -3231.0), ("D-04.6", 992.0)];

fn draw(scale: &'static str, language: Language, width: f64) -> Scene {
    let view = package().view("rise-fall-net").expect("the view");
    let options: Options = vec![("scale", scale)];
    let frame = Frame { width, text_scale: 1.0, language, theme: Theme::Light, measure: &TableMeasure };
    Picture { package: package(), view, options: &options, frame }.draw().expect("a scene")
}

fn index(scene: &Scene, id: &str) -> usize {
    scene.datums.iter().position(|datum| datum.id == id).unwrap_or_else(|| panic!("no {id}"))
}

/// The arrow of a datum: the one shape that carries it by its form.
fn arrow<'s>(scene: &'s Scene, id: &str) -> &'s Shape {
    let own = index(scene, id);
    let mut marks = scene.shapes.iter().filter(|shape| shape.datum == Some(own) && shape.role == Role::Mark);
    let arrow = marks.next().unwrap_or_else(|| panic!("no arrow of {id}"));
    assert!(marks.next().is_none(), "{id} has two arrows");
    arrow
}

/// From the zero line to the tip of an arrow, in pixels; negative to the left.
fn length(scene: &Scene, id: &str, value: f64) -> (f64, f64) {
    let corners = match &arrow(scene, id).geometry {
        Geometry::Polygon { points, .. } | Geometry::Path { points, .. } => points,
        other => panic!("{id}: {other:?}"),
    };
    let (low, high) = corners.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), p| (a.min(p.x), b.max(p.x)));
    if value < 0.0 { (high, low - high) } else { (low, high - low) }
}

fn assert_one_scale(scene: &Scene, values: &[(&str, f64)]) {
    let (zero, first) = length(scene, values[0].0, values[0].1);
    for (id, value) in values {
        let (start, long) = length(scene, id, *value);
        assert!((start - zero).abs() < 0.01, "{id} starts at {start}, not at {zero}");
        // The lengths are those of the exact values; the printed ones are rounded to a tenth.
        let expected = value * first / values[0].1;
        assert!((long - expected).abs() < 0.3, "{id} is {long} long, not {expected}");
    }
}

#[test]
fn arrows_are_as_long_as_their_changes_on_one_scale_in_percent() {
    for width in WIDTHS {
        assert_one_scale(&draw("percent", Language::Zh, width), &PERCENT);
    }
}

#[test]
fn amounts_have_a_scale_and_a_unit_for_each_series() {
    for width in WIDTHS {
        let scene = draw("absolute", Language::Zh, width);
        let units: Vec<String> = ABSOLUTE
            .chunks(3)
            .map(|series| {
                assert_one_scale(&scene, series);
                let panel = scene.datums[index(&scene, series[0].0)].panel;
                assert!(series.iter().all(|(id, _)| scene.datums[index(&scene, id)].panel == panel));
                let area = scene.panel_area(panel);
                let inside = |shape: &&Shape| area.encloses(shape.geometry.bounds(), 1.0);
                let shared = scene.shapes.iter().filter(|shape| shape.role == Role::Unit && shape.datum.is_none());
                shared.filter(inside).filter_map(text).collect()
            })
            .collect();
        assert_eq!(units, ["家", "人"]);
    }
}

#[test]
fn what_rests_on_our_years_is_hollow_and_tells_the_printed_ones() {
    let scene = draw("percent", Language::Zh, 880.0);
    for (id, _) in PERCENT {
        let filled = matches!(arrow(&scene, id).geometry, Geometry::Polygon { .. });
        assert_eq!(filled, id.starts_with("D-03"), "{id}");
        let years = texts(&scene, Some(index(&scene, id)), Role::Label).concat();
        assert_eq!(years.contains("†"), id.starts_with("D-04"), "{id}: {years}");
    }
    assert_eq!(texts(&scene, None, Role::Printed), ["2013†（报载2023）、2016†（报载2026）"]);
}

#[test]
fn every_change_in_percent_tells_its_base() {
    for (language, bases) in [
        (Language::Zh, ["694家", "1423家", "694家", "995人†", "5218人†", "995人†"]),
        (Language::En, ["694 org", "1,423 org", "694 org", "995 people†", "5,218 people†", "995 people†"]),
    ] {
        let scene = draw("percent", language, 720.0);
        for ((id, _), base) in PERCENT.iter().zip(bases) {
            let words = texts(&scene, Some(index(&scene, id)), Role::Label).join(" ");
            assert!(words.contains(base), "{id}: {words}");
        }
    }
}

#[test]
fn the_multiple_stands_beside_the_rise_and_nothing_compares_the_series() {
    for scale in ["percent", "absolute"] {
        let scene = draw(scale, Language::Zh, 880.0);
        for (fold, figure) in [("D-03.3", "2.05倍∂"), ("D-04.3", "5.24倍∂")] {
            let own = index(&scene, fold);
            assert_eq!(texts(&scene, Some(own), Role::Figure), [figure]);
            assert_eq!(scene.datums[own].id.get(..4), scene.datums[own - 1].id.get(..4), "{fold} follows the rise");
        }
        let all: String = scene.shapes.iter().filter_map(text).collect();
        // Posts by organisations: the one series is of science and technology alone, the other is not.
        assert!(["1.43", "3.67", "2.28"].iter().all(|ratio| !all.contains(ratio)), "{all}");
    }
}

#[test]
fn claims_have_no_figure_and_stand_outside_the_panels() {
    for width in WIDTHS {
        let scene = draw("percent", Language::Zh, width);
        let arrows = Rect::around((0..2).map(|panel| scene.panel_area(panel)));
        for claim in ["A1-20", "A1-29"] {
            let own = index(&scene, claim);
            assert_eq!(texts(&scene, Some(own), Role::Figure), ["∅‡"]);
            assert!(!arrows.overlaps(scene.datums[own].area), "{claim} at {width} px");
            assert!(scene.shapes.iter().all(|shape| shape.datum != Some(own) || shape.role != Role::Mark));
        }
    }
}
