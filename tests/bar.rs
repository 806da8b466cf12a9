//! The bar of one part of a whole: its lengths, its brackets, and what it must not say.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use article_charts::chart::{Frame, Options, Picture, TableMeasure, Theme};
use article_charts::data::{Language, package};
use article_charts::scene::{Geometry, Rect, Role, Scene};
use common::{every_picture, text, texts};

const WIDTH: f64 = 1120.0;

fn draw(scale: &'static str, language: Language) -> Scene {
    let view = package().view("isc-2020").expect("the bar");
    let options: Options = vec![("scale", scale)];
    let frame = Frame { width: WIDTH, text_scale: 1.0, language, theme: Theme::Light, measure: &TableMeasure };
    Picture { package: package(), view, options: &options, frame }.draw().expect("a scene")
}

fn index(scene: &Scene, id: &str) -> Option<usize> {
    let found = scene.datums.iter().position(|datum| datum.id == id);
    assert!(found.is_some(), "{id}");
    found
}

/// The boxes of a datum's rectangles and of its brackets.
fn marks(scene: &Scene, id: &str) -> (Vec<Rect>, Vec<Rect>) {
    let datum = index(scene, id);
    let own = scene.shapes.iter().filter(|shape| shape.datum == datum && shape.role == Role::Mark);
    let (bars, brackets): (Vec<_>, Vec<_>) = own.partition(|shape| matches!(shape.geometry, Geometry::Rect { .. }));
    (bars.iter().map(|shape| shape.geometry.bounds()).collect(), brackets.iter().map(|shape| shape.geometry.bounds()).collect())
}

#[test]
fn the_share_ends_at_44_of_100_and_its_rounding_half_a_point_to_both_sides() {
    for language in Language::ALL {
        let scene = draw("percent", language);
        let (part, bracket) = marks(&scene, "A1-57");
        let (rest, _) = marks(&scene, "D-06");
        assert!((part[0].right() / WIDTH - 0.44).abs() < 0.001, "{part:?}");
        assert_eq!((part[0].x, rest[0].x, rest[0].right()), (0.0, part[0].right(), WIDTH));
        assert!((bracket[0].x / WIDTH - 0.435).abs() < 0.001, "{bracket:?}");
        assert!((bracket[0].right() / WIDTH - 0.445).abs() < 0.001, "{bracket:?}");
    }
}

#[test]
fn the_amount_is_in_proportion_to_the_whole_which_ends_where_rounding_allows() {
    for language in Language::ALL {
        let scene = draw("euro", language);
        let (part, _) = marks(&scene, "A1-56");
        let (rest, _) = marks(&scene, "D-06");
        let (_, bracket) = marks(&scene, "D-05");
        // 2.79 ÷ 0.44, and from 2.785 ÷ 0.445 to 2.795 ÷ 0.435.
        let a_million = part[0].width / 2.79;
        assert!((rest[0].right() / a_million - 2.79 / 0.44).abs() < 0.02, "{rest:?}");
        assert!((bracket[0].x / a_million - 2.785 / 0.445).abs() < 0.02, "{bracket:?}");
        assert!((bracket[0].right() / a_million - 2.795 / 0.435).abs() < 0.02, "{bracket:?}");
    }
}

#[test]
fn the_axis_counts_in_the_unit_of_the_language() {
    for (language, labels) in [
        (Language::Zh, ["0万欧元", "100", "200", "300", "400", "500", "600"]),
        (Language::En, ["0 million euros", "1", "2", "3", "4", "5", "6"]),
    ] {
        let scene = draw("euro", language);
        let ticks: Vec<&str> = scene.shapes.iter().filter(|shape| shape.role == Role::Axis).filter_map(text).collect();
        assert_eq!(ticks, labels);
        let (part, _) = marks(&scene, "A1-56");
        let three = scene.shapes.iter().find(|shape| text(shape) == Some(labels[3])).expect("a tick");
        assert!((three.geometry.bounds().center().x / part[0].width - 3.0 / 2.79).abs() < 0.005);
    }
}

#[test]
fn what_rounding_leaves_open_is_said_in_words() {
    for (scale, id, language, range) in [
        ("percent", "A1-57", Language::Zh, "四舍五入范围：43.5%～44.5%"),
        ("percent", "A1-57", Language::En, "rounding range: 43.5–44.5%"),
        ("euro", "D-05", Language::Zh, "四舍五入范围：625～643万欧元"),
        ("euro", "D-05", Language::En, "rounding range: 6.25–6.43 million euros"),
    ] {
        let scene = draw(scale, language);
        assert!(texts(&scene, index(&scene, id), Role::Label).contains(&range), "{range}");
    }
}

#[test]
fn the_rest_is_hatched_and_neither_counted_nor_called_dues() {
    every_picture(|name, picture, scene| {
        if picture.view.id != "isc-2020" {
            return;
        }
        let rest = index(scene, "D-06");
        let gaps: Vec<_> = scene.shapes.iter().filter(|shape| shape.role == Role::Gap).collect();
        assert!(gaps.len() == 1 && gaps[0].datum == rest, "{name}");
        let all: Vec<&str> = scene.shapes.iter().filter_map(text).collect();
        let all = all.concat().replace(' ', "");
        for word in ["56%", "会费", "dues"] {
            assert!(!all.contains(word), "{name}: {word}");
        }
        let printed = match picture.frame.language {
            Language::Zh => ["原文未列", "“自愿捐款”"],
            Language::En => ["notitemised", "“voluntarydonations”"],
        };
        for words in printed {
            assert!(all.contains(words), "{name}: {words}");
        }
    });
}
