//! Unit squares: how many there are, how large, which are filled, and what is never counted.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use article_charts::chart::{Frame, Options, Picture, TableMeasure, Theme};
use article_charts::data::{Language, package};
use article_charts::scene::{Geometry, Rect, Role, Scene};
use common::{text, texts};

/// Calls `check` with a view as it looks in both languages, on a phone and on a desk.
fn pictures(view: &str, options: &Options, check: impl Fn(&Scene, Language)) {
    let view = package().view(view).expect("a view");
    for language in Language::ALL {
        for width in [328.0, 880.0] {
            let frame = Frame { width, text_scale: 1.0, language, theme: Theme::Light, measure: &TableMeasure };
            check(&Picture { package: package(), view, options, frame }.draw().expect("a scene"), language);
        }
    }
}

fn index(scene: &Scene, id: &str) -> usize {
    scene.datums.iter().position(|datum| datum.id == id).unwrap_or_else(|| panic!("{id} is not drawn"))
}

/// The squares of a datum, filled or not.
fn squares(scene: &Scene, id: &str) -> Vec<(Rect, bool)> {
    let own = scene.shapes.iter().filter(|shape| shape.datum == Some(index(scene, id)) && shape.role == Role::Mark);
    own.map(|shape| match &shape.geometry {
        Geometry::Rect { rect, fill, .. } => (*rect, fill.is_some()),
        other => panic!("{id}: {other:?}"),
    })
    .collect()
}

fn is_open(scene: &Scene, id: &str) -> bool {
    scene.shapes.iter().any(|shape| shape.datum == Some(index(scene, id)) && shape.role == Role::Open)
}

fn all_text(scene: &Scene) -> String {
    scene.shapes.iter().filter_map(text).collect::<Vec<_>>().join("\n")
}

#[test]
fn close_to_17_is_16_squares_and_an_outlined_one_of_a_hundred() {
    pictures("success-rate", &vec![], |scene, _| {
        let counted = squares(scene, "A2-16");
        assert_eq!(counted.len(), 17);
        assert!(counted.iter().take(16).all(|(_, filled)| *filled) && !counted[16].1);
        assert!(!is_open(scene, "A2-16"));
        let (first, _) = counted[0];
        let others = scene.shapes.iter().filter(|shape| shape.role == Role::Grid);
        let others: Vec<Rect> = others.map(|shape| shape.geometry.bounds()).collect();
        assert_eq!(others.len(), 83);
        let same = |rect: &Rect| (rect.width - first.width).abs() < 0.01 && (rect.height - first.height).abs() < 0.01;
        assert!(others.iter().chain(counted.iter().map(|(rect, _)| rect)).all(same));
        // What is said of them is a derived bound and says so.
        let rest = index(scene, "D-14");
        assert_eq!(texts(scene, Some(rest), Role::Figure), [">83%"]);
        assert_eq!(texts(scene, Some(rest), Role::Unit), ["∂"]);
        assert!(squares(scene, "D-14").is_empty());
        assert_eq!(scene.datums.len(), 2);
    });
}

#[test]
fn about_one_in_six_is_one_filled_square_of_six() {
    pictures("success-rate", &vec![("form", "sixths")], |scene, language| {
        let six = squares(scene, "D-13");
        assert_eq!(six.iter().map(|(_, filled)| *filled).collect::<Vec<_>>(), [true, false, false, false, false, false]);
        assert!(six.iter().all(|(rect, _)| (rect.width - six[0].0.width).abs() < 0.01));
        let one_in = index(scene, "D-13");
        let figure = [texts(scene, Some(one_in), Role::Figure), texts(scene, Some(one_in), Role::Unit)].concat().concat();
        assert_eq!(figure, if language == Language::Zh { "≈6分之一∂" } else { "≈6per success∂" });
        assert!(squares(scene, "A2-16").is_empty() && !texts(scene, Some(index(scene, "A2-16")), Role::Figure).is_empty());
    });
}

#[test]
fn the_success_rate_is_applied_to_nothing() {
    for form in ["dots", "sixths"] {
        pictures("success-rate", &vec![("form", form)], |scene, _| {
            let all = all_text(scene);
            // Of 300 pipelines, of 48 drugs, the other side of a rounded 16 %.
            assert!(["300", "48", "51", "84"].iter().all(|number| !all.contains(number)), "{all}");
        });
    }
}

#[test]
fn a_token_is_worth_a_hundred_and_the_last_one_is_filled_in_part() {
    pictures("aid-ledger", &vec![], |scene, language| {
        let mut sides = Vec::new();
        for (id, whole, part, open) in [("A2-38", 60, 0.37, false), ("A2-39", 61, 0.79, true), ("A2-40", 131, 0.0, false)] {
            let drawn = squares(scene, id);
            assert_eq!(drawn.len(), whole + usize::from(part > 0.0), "{id}");
            assert!(drawn.iter().all(|(_, filled)| *filled), "{id}");
            let side = drawn[0].0.width;
            assert!(drawn.iter().take(whole).all(|(rect, _)| rect.width == side && rect.height == side), "{id}");
            if part > 0.0 {
                let last = drawn[whole].0;
                assert!((last.width * last.height / (side * side) - part).abs() < 0.001, "{id}: {last:?} of {side}");
            }
            assert_eq!(is_open(scene, id), open, "{id}");
            sides.push(side);
        }
        assert!(sides[0] == sides[1] && sides[2] < sides[0], "{sides:?}");
        let keys = match language {
            Language::Zh => ["1格＝100人次", "1格＝100万元", "1格＝1种"],
            Language::En => ["1 square = 100 person-times", "1 square = 1 million yuan", "1 square = 1 disease"],
        };
        for key in keys {
            assert!(all_text(scene).contains(key), "{key}");
        }
    });
}

#[test]
fn the_open_end_lies_beyond_the_last_token() {
    pictures("aid-ledger", &vec![], |scene, _| {
        let (last, _) = *squares(scene, "A2-39").last().expect("a token");
        let arrow = scene.shapes.iter().find(|shape| shape.role == Role::Open).expect("an open end").geometry.bounds();
        assert!(arrow.x > last.right() && arrow.y >= last.y - 1.0 && arrow.bottom() <= last.bottom() + 1.0, "{arrow:?} {last:?}");
    });
}

#[test]
fn person_times_are_never_called_persons() {
    for scale in ["total", "mean"] {
        pictures("aid-ledger", &vec![("scale", scale)], |scene, _| {
            let all = all_text(scene);
            for (place, _) in all.match_indices('人') {
                assert!(all[place..].starts_with("人次"), "{all}");
            }
            for (place, _) in all.match_indices("person") {
                assert!(all[place..].starts_with("person-time"), "{all}");
            }
            assert!(!all.contains("people") && !all.contains("patient"), "{all}");
        });
    }
}

#[test]
fn means_are_derived_bounds_beside_what_they_are_computed_from() {
    pictures("aid-ledger", &vec![("scale", "mean")], |scene, language| {
        let ids: Vec<&str> = scene.datums.iter().map(|datum| datum.id).collect();
        assert_eq!(ids, ["D-09", "D-10", "D-11"]);
        let zh = language == Language::Zh;
        let formulas = if zh {
            [">6179万元 ÷ 6037人次", "6037人次 ÷ 131种", ">6179万元 ÷ 131种"]
        } else {
            [
                ">61.79 million yuan ÷ 6,037 person-times",
                "6,037 person-times ÷ 131 diseases",
                ">61.79 million yuan ÷ 131 diseases",
            ]
        };
        for ((id, figure), formula) in [("D-09", ">10235"), ("D-10", "46.1"), ("D-11", ">471679")].into_iter().zip(formulas) {
            let datum = Some(index(scene, id));
            assert_eq!(texts(scene, datum, Role::Figure).concat().replace(',', ""), figure);
            assert!(texts(scene, datum, Role::Unit).concat().ends_with('∂'), "{id}");
            assert!(texts(scene, datum, Role::Label).join(" ").contains(formula), "{id}: {formula}");
        }
        assert!(scene.shapes.iter().all(|shape| shape.role != Role::Mark));
    });
}

#[test]
fn the_scoreboard_counts_in_squares_of_one_size_and_gives_no_rate() {
    pictures("xuhui-scoreboard", &vec![], |scene, _| {
        let counted = ["A3-18", "A3-19", "A3-25", "A3-21"].map(|id| squares(scene, id));
        assert_eq!(counted.each_ref().map(Vec::len), [1, 8, 13, 200]);
        let side = counted[0][0].0.width;
        assert!(counted.iter().flatten().all(|(rect, _)| rect.width == side && rect.height == side));
        // Close to 200: the last one is outlined and nothing lies beyond it.
        let (last, visited) = counted[3].split_last().expect("squares");
        assert!(!last.1 && visited.iter().all(|(_, filled)| *filled));
        assert!(counted.iter().take(3).flatten().all(|(_, filled)| *filled));
        let line: Vec<f64> = counted[3].iter().filter(|(rect, _)| rect.y == counted[3][0].0.y).map(|(rect, _)| rect.x).collect();
        assert_eq!(line.len(), 20);
        assert!(scene.shapes.iter().all(|shape| shape.role != Role::Open));
        assert!(!all_text(scene).contains('%'));
    });
}

#[test]
fn a_bracket_adds_up_the_rated_and_nothing_else() {
    pictures("xuhui-scoreboard", &vec![], |scene, _| {
        let sum = index(scene, "D-12");
        assert_eq!(texts(scene, Some(sum), Role::Figure), ["9"]);
        let bracket = scene.shapes.iter().find(|shape| shape.datum == Some(sum) && shape.role == Role::Axis).expect("a bracket");
        let bounds = bracket.geometry.bounds();
        let (top, bottom) = (squares(scene, "A3-18")[0].0.y, squares(scene, "A3-19")[0].0.bottom());
        assert!((bounds.y - top).abs() < 2.0 && (bounds.bottom() - bottom).abs() < 2.0, "{bounds:?}, not {top}–{bottom}");
    });
}

#[test]
fn pipelines_and_drugs_have_squares_of_one_size_and_the_named_diseases_stand_with_the_pipelines() {
    pictures("pipelines", &vec![], |scene, _| {
        let sides = ["A2-18", "D-08", "A2-17"].map(|id| squares(scene, id)[0].0.width);
        assert!(sides.iter().all(|side| *side == sides[0]), "{sides:?}");
        let place = |id: &str| scene.datums[index(scene, id)].area;
        assert!(place("A2-20").bottom() < place("A2-17").y);
        assert!(index(scene, "A2-20") < index(scene, "A2-17"));
        // A count of the same unit is a length: 90 of 300.
        let width =
            |id: &str| squares(scene, id).iter().map(|(rect, _)| rect.right()).fold(0.0, f64::max) - squares(scene, id)[0].0.x;
        let ratio = width("D-08") / width("A2-18");
        assert!((ratio - 0.3).abs() < 0.01, "{ratio}");
    });
}
