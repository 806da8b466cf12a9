//! The wall of figures: all of one size, each with its precision, none left out by a filter that it passes.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use article_charts::chart::{Frame, Options, Picture, TableMeasure, Theme};
use article_charts::data::{Language, package};
use article_charts::scene::{Geometry, Role, Scene};
use article_charts::words::Phrase;
use common::{text, texts};

fn draw(options: &Options, language: Language, width: f64) -> Scene {
    let view = package().view("page-in-numbers").expect("the wall");
    let frame = Frame { width, text_scale: 1.0, language, theme: Theme::Light, measure: &TableMeasure };
    Picture { package: package(), view, options, frame }.draw().expect("a scene")
}

fn ids(scene: &Scene) -> Vec<&str> {
    scene.datums.iter().map(|datum| datum.id).collect()
}

#[test]
fn nineteen_figures_have_one_size() {
    for width in [328.0, 720.0, 1120.0] {
        let scene = draw(&vec![], Language::Zh, width);
        assert_eq!(scene.datums.len(), 19);
        let sizes = scene.shapes.iter().filter(|shape| shape.role == Role::Figure).map(|shape| match &shape.geometry {
            Geometry::Text { size, .. } => *size,
            other => panic!("{other:?}"),
        });
        let sizes: Vec<f64> = sizes.collect();
        assert_eq!(sizes.len(), 19);
        assert!(sizes.iter().all(|size| *size == sizes[0]), "{sizes:?}");
    }
}

#[test]
fn the_figures_of_a_row_stand_on_one_line_and_those_of_a_column_under_each_other() {
    let scene = draw(&vec![], Language::En, 880.0);
    let origin = |id: &str| {
        let index = scene.datums.iter().position(|datum| datum.id == id).expect(id);
        scene.shapes.iter().find_map(|shape| match &shape.geometry {
            Geometry::Text { origin, .. } if shape.datum == Some(index) && shape.role == Role::Figure => Some(*origin),
            _ => None,
        })
    };
    let of = |id: &str| origin(id).expect(id);
    for (one, other) in [("A1-06", "A1-57"), ("A2-11", "A2-19"), ("A2-23", "A2-40"), ("A3-01", "A3-25")] {
        assert_eq!(of(one).y, of(other).y, "{one} {other}");
    }
    for (one, other) in [("A1-06", "A2-11"), ("A1-56", "A2-40"), ("A2-39", "A3-19"), ("A2-19", "A3-25")] {
        assert_eq!(of(one).x, of(other).x, "{one} {other}");
    }
}

#[test]
fn every_figure_says_how_sure_it_is() {
    for language in Language::ALL {
        let scene = draw(&vec![], language, 880.0);
        for (id, phrase, open, hollow) in [
            ("A1-06", Phrase::Exact, false, false),
            ("A1-08", Phrase::Rounded, false, false),
            ("A1-56", Phrase::Rounded, false, false),
            ("A2-16", Phrase::Nearly, false, true),
            ("A2-18", Phrase::LowerBound, true, true),
            ("A2-39", Phrase::LowerBound, true, true),
            ("A3-21", Phrase::Nearly, false, true),
        ] {
            let index = scene.datums.iter().position(|datum| datum.id == id).expect(id);
            assert!(texts(&scene, Some(index), Role::Label).contains(&phrase.get(language)), "{id}");
            let own = || scene.shapes.iter().filter(|shape| shape.datum == Some(index));
            assert_eq!(own().any(|shape| shape.role == Role::Open), open, "{id}");
            let dot = own().find_map(|shape| match &shape.geometry {
                Geometry::Circle { fill, .. } => Some(*fill == Some(scene.background)),
                _ => None,
            });
            assert_eq!(dot, Some(hollow), "{id}");
        }
    }
}

#[test]
fn the_doubted_count_stands_with_the_word_that_the_paper_prints() {
    for (language, printed, label) in
        [(Language::Zh, "报载“法律”", "出台的文件"), (Language::En, "printed as “laws”", "Documents issued")]
    {
        let scene = draw(&vec![], language, 880.0);
        let index = scene.datums.iter().position(|datum| datum.id == "A2-11");
        assert_eq!(texts(&scene, index, Role::Printed), [printed]);
        assert_eq!(texts(&scene, index, Role::Label)[0], label);
        let others = scene.shapes.iter().filter(|shape| shape.role == Role::Printed && shape.datum != index);
        assert_eq!(others.count(), 0);
    }
}

#[test]
fn filters_let_pass_what_they_name() {
    let shown = |article: &'static str, status: &'static str| -> Vec<String> {
        let scene = draw(&vec![("article", article), ("status", status)], Language::Zh, 880.0);
        ids(&scene).into_iter().map(str::to_owned).collect()
    };
    assert_eq!(shown("all", "bound"), ["A2-16", "A2-18", "A2-19", "A2-39", "A3-21"]);
    assert_eq!(shown("all", "rounded"), ["A1-08", "A1-56", "A1-57"]);
    assert_eq!(shown("all", "doubted"), ["A2-11"]);
    assert_eq!(shown("A3", "exact"), ["A3-01", "A3-18", "A3-19", "A3-25"]);
    assert_eq!(shown("A1", "all").len() + shown("A2", "all").len() + shown("A3", "all").len(), 19);
    let sorts = ["exact", "bound", "rounded", "doubted"];
    assert_eq!(sorts.map(|status| shown("all", status).len()).iter().sum::<usize>(), 19, "each figure has one precision");
}

#[test]
fn an_empty_wall_says_so() {
    for language in Language::ALL {
        let scene = draw(&vec![("article", "A1"), ("status", "bound")], language, 328.0);
        assert!(scene.datums.is_empty());
        let all: Vec<&str> = scene.shapes.iter().filter_map(text).collect();
        assert_eq!(all, [Phrase::NothingPasses.get(language)]);
    }
}

#[test]
fn a_filter_moves_no_column() {
    let left =
        |options: &Options| draw(options, Language::Zh, 1120.0).datums.iter().map(|datum| datum.area.x).collect::<Vec<_>>();
    let all = left(&vec![]);
    assert!(left(&vec![("status", "bound")]).iter().all(|x| all.contains(x)));
}
