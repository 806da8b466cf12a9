//! Unit squares: how many there are, how large, which are filled, and what is never counted.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use article_charts::chart::{Frame, Options, Picture, TableMeasure, Theme};
use article_charts::data::{Language, package};
use article_charts::scene::{Geometry, Rect, Role, Scene};

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
