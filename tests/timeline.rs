//! The timeline: the form of a mark is the precision that was printed, time is linear in each panel, and what has no date is on no axis.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use article_charts::chart::{Frame, Options, Picture, TableMeasure, Theme};
use article_charts::data::{Basis, Date, Language, Period, Precision, Subject, derive, package};
use article_charts::scene::{Geometry, Point, Rect, Role, Scene, Shape};
use common::{text, texts};

/// Widths and text sizes on both sides of every switch of the layout.
const FRAMES: [(f64, f64); 14] = [
    (240.0, 1.0),
    (240.0, 2.0),
    (320.0, 1.5),
    (360.0, 1.0),
    (480.0, 2.0),
    (639.0, 1.0),
    (640.0, 1.0),
    (700.0, 1.0),
    (768.0, 1.0),
    (960.0, 1.5),
    (1280.0, 2.0),
    (1600.0, 1.0),
    (2400.0, 1.0),
    (2400.0, 3.0),
];

fn draw(options: &Options, (width, text_scale): (f64, f64), language: Language) -> Scene {
    let view = package().view("timeline").expect("the timeline");
    let frame = Frame { width, text_scale, language, theme: Theme::Light, measure: &TableMeasure };
    Picture { package: package(), view, options, frame }.draw().expect("a scene")
}

/// Time to the right, and time downwards.
fn both() -> [(Scene, bool); 2] {
    [(draw(&vec![], (880.0, 1.0), Language::Zh), false), (draw(&vec![], (328.0, 1.0), Language::Zh), true)]
}

/// The date of a datum as the picture reads it.
fn when(id: &str) -> Option<Period> {
    match package().subject(id).expect(id) {
        Subject::Observation(observation) => package().reading(observation, Basis::Read).period,
        Subject::Derivation(derivation) => derive(package(), derivation).expect(id).date.map(Period::Single),
        other => panic!("{other:?}"),
    }
}

/// Whether it has a place on the axis.
fn dated(id: &str) -> bool {
    when(id).is_some_and(|when| when.precision() != Precision::Recurring)
}

fn marks(scene: &Scene) -> impl Iterator<Item = (&Shape, &'static str)> {
    let own = |shape: &Shape| shape.datum.map(|index| scene.datums[index].id);
    scene.shapes.iter().filter(|shape| shape.role == Role::Mark).filter_map(move |shape| Some((shape, own(shape)?)))
}

/// The mark that a date stands at, and its extent along the axis.
fn mark(scene: &Scene, id: &str, down: bool) -> (f64, f64) {
    let (shape, _) = marks(scene).find(|(_, of)| *of == id).unwrap_or_else(|| panic!("no mark of {id}"));
    let area = shape.geometry.bounds();
    if down { (area.y, area.bottom()) } else { (area.x, area.right()) }
}

#[test]
fn a_day_is_a_dot_a_month_a_short_bar_and_a_year_a_long_thin_one() {
    for (scene, down) in both() {
        let (mut days, mut months, mut years) = (Vec::new(), Vec::new(), Vec::new());
        for (shape, id) in marks(&scene).filter(|(_, id)| dated(id)) {
            let area = shape.geometry.bounds();
            let (long, thick) = if down { (area.height, area.width) } else { (area.width, area.height) };
            match (when(id).unwrap().precision(), &shape.geometry) {
                (Precision::Day, Geometry::Circle { fill, .. }) => days.push((id, *fill == Some(scene.background))),
                (Precision::Month, Geometry::Rect { .. }) => months.push((id, long, thick)),
                (Precision::Year, Geometry::Rect { .. }) => years.push((id, long, thick)),
                other => panic!("{id}: {other:?}"),
            }
        }
        // Two days are printed; the derived one is hollow. What shares a date shares a mark.
        assert_eq!(days, [("A1-04", false), ("A1-01", false), ("D-15", true)]);
        assert_eq!(months.iter().map(|(id, ..)| *id).collect::<Vec<_>>(), ["A1-49", "A1-60", "A2-37"]);
        assert_eq!(years.len(), 6, "{years:?}");
        let full = years.iter().find(|(id, ..)| *id == "A3-06").expect("2025");
        for (id, long, thick) in &months {
            let ratio = full.1 / long;
            assert!((11.0..14.0).contains(&ratio), "{id}: a year is {ratio} months long");
            assert!(thick > &full.2, "{id}");
        }
    }
}

#[test]
fn time_is_linear_in_each_panel() {
    for (scene, down) in both() {
        for ids in [&["A1-30", "A1-58", "A1-33"][..], &["A1-04", "A1-49", "A1-60", "A2-37", "A1-01", "D-15"]] {
            let middle = |id: &str| {
                let (from, to) = mark(&scene, id, down);
                let when = when(id).unwrap();
                ((when.start().unwrap() + when.end().unwrap()) / 2.0, (from + to) / 2.0)
            };
            let (first, last) = (middle(ids[0]), middle(ids[ids.len() - 1]));
            let rate = (last.1 - first.1) / (last.0 - first.0);
            for id in ids {
                let (time, place) = middle(id);
                let expected = first.1 + (time - first.0) * rate;
                assert!((place - expected).abs() <= 1.5, "{id} stands at {place}, not {expected}");
            }
        }
    }
}

#[test]
fn the_panels_differ_in_scale_and_say_so() {
    for (scene, down) in both() {
        let length = |id: &str| mark(&scene, id, down).1 - mark(&scene, id, down).0;
        assert!(length("A3-06") > 3.0 * length("A1-30"), "the same year is longer by months");
        let all: String = scene.shapes.iter().filter_map(text).collect();
        assert!(all.contains("一格一年") && all.contains("一格一月，与上轴不同"), "{all}");
    }
}

#[test]
fn the_order_is_that_of_time_and_the_undated_come_last() {
    for (scene, _) in both() {
        let ids: Vec<&str> = scene.datums.iter().map(|datum| datum.id).collect();
        assert_eq!(ids.len(), 31);
        assert!(ids.is_sorted_by_key(|id| !dated(id)), "{ids:?}");
        let starts: Vec<f64> = ids.iter().filter(|id| dated(id)).map(|id| when(id).unwrap().start().unwrap()).collect();
        assert!(starts.is_sorted(), "{ids:?}");
        let undated: Vec<&str> = ids.iter().copied().filter(|id| !dated(id)).collect();
        assert_eq!(undated, ["A2-01", "A2-02", "A2-05", "A3-01", "A3-03", "A3-10", "A3-11", "A3-27"]);
        for datum in &scene.datums {
            assert_eq!(scene.panels[datum.panel] == "undated", !dated(datum.id), "{}", datum.id);
        }
    }
}

#[test]
fn the_undated_stand_below_every_axis() {
    for (scene, _) in both() {
        let axes = scene.shapes.iter().filter(|shape| shape.role == Role::Axis && shape.datum.is_none());
        let lowest = axes.map(|shape| shape.geometry.bounds().bottom()).fold(0.0, f64::max);
        for datum in scene.datums.iter().filter(|datum| !dated(datum.id)) {
            assert!(datum.area.y > lowest, "{}", datum.id);
        }
    }
}

#[test]
fn what_lasts_runs_on_at_both_ends_and_what_has_not_ended_at_one() {
    for (scene, down) in both() {
        let ends = |id: &str| {
            let index = scene.datums.iter().position(|datum| datum.id == id);
            scene.shapes.iter().filter(|shape| shape.role == Role::Open && shape.datum == index).count()
        };
        let open: Vec<(&str, usize)> =
            scene.datums.iter().map(|datum| (datum.id, ends(datum.id))).filter(|(_, ends)| *ends > 0).collect();
        assert_eq!(open, [("A2-03", 1), ("A2-05", 2), ("A3-27", 2)]);
        // The year 2026 is cut where the panel ends, three months on: a quarter of the year before.
        let length = |id: &str| mark(&scene, id, down).1 - mark(&scene, id, down).0;
        assert!((length("A2-04") / length("A2-03") - 365.0 / 90.0).abs() < 0.15);
    }
}

#[test]
fn every_dated_statement_has_its_date_beside_it() {
    for language in Language::ALL {
        for frame in [(880.0, 1.0), (328.0, 1.0)] {
            let scene = draw(&vec![], frame, language);
            for (mark, id) in marks(&scene).filter(|(_, id)| dated(id)) {
                let Some(Period::Single(date)) = when(id) else { panic!("{id}") };
                let own = scene.shapes.iter().filter(|shape| shape.datum == mark.datum).filter_map(text);
                let words: String = own.collect::<String>().replace(' ', "");
                let date = article_charts::words::date(date, language).replace(' ', "");
                assert!(words.contains(&date), "{id}: “{words}” lacks {date}");
            }
        }
    }
}

#[test]
fn an_article_alone_shows_its_own_on_the_same_scale() {
    for (all, down) in both() {
        let frame = (all.width, 1.0);
        for (article, count) in [("A1", 14), ("A2", 7), ("A3", 10)] {
            let scene = draw(&vec![("article", article)], frame, Language::Zh);
            let own = |id: &&str| match package().subject(id).unwrap() {
                Subject::Observation(observation) => observation.source.id == article,
                Subject::Derivation(derivation) => derivation.inputs[0].source.id == article,
                _ => false,
            };
            let ids: Vec<&str> = scene.datums.iter().map(|datum| datum.id).collect();
            assert!(ids.iter().all(own), "{ids:?}");
            assert_eq!(ids.len(), count, "{article}");
            assert_eq!(scene.panels.contains(&"years"), article == "A1");
            assert_eq!(scene.panels.contains(&"undated"), article != "A1");
            assert!(scene.height > 150.0 && scene.height < all.height, "{article}");
            if !down {
                for (_, id) in marks(&scene).filter(|(_, id)| dated(id)) {
                    assert_eq!(mark(&scene, id, down), mark(&all, id, down), "{id}");
                }
            }
        }
    }
}

#[test]
fn each_lane_has_its_name_and_not_its_colour_alone() {
    for (scene, down) in both() {
        for name in ["国际科技组织", "罕见病", "徐汇"] {
            let named = scene.shapes.iter().filter(|shape| text(shape) == Some(name)).count();
            assert!(named >= if down { 3 } else { 2 } || name == "徐汇" && named == 2, "{name}: {named}");
        }
    }
}

#[test]
fn no_area_covers_another_and_every_mark_leads_to_its_datum() {
    for (scene, _) in both() {
        for (i, one) in scene.datums.iter().enumerate() {
            for other in scene.datums.iter().skip(i + 1) {
                let (a, b) = (one.area.grown(-1.5), other.area.grown(-1.5));
                assert!(!a.overlaps(b), "{} {a:?} covers {} {b:?}", one.id, other.id);
            }
        }
        for (shape, id) in marks(&scene).filter(|(_, id)| dated(id)) {
            let hit = scene.hit(shape.geometry.bounds().center()).map(|index| scene.datums[index].id);
            assert_eq!(hit, Some(id));
        }
    }
}

#[test]
fn nothing_touches_at_any_width() {
    for language in Language::ALL {
        for frame in FRAMES {
            let scene = draw(&vec![], frame, language);
            let sheet = Rect::new(0.0, 0.0, scene.width, scene.height);
            let texts: Vec<(&str, Rect)> = scene
                .shapes
                .iter()
                .filter_map(|shape| text(shape).map(|text| (text, shape.geometry.bounds().grown(-1.5))))
                .collect();
            for shape in &scene.shapes {
                let bounds = shape.geometry.bounds();
                assert!(sheet.encloses(bounds, 0.5), "{frame:?}: {shape:?} at {bounds:?} leaves {sheet:?}");
            }
            for (i, (one, a)) in texts.iter().enumerate() {
                for (other, b) in texts.iter().skip(i + 1) {
                    assert!(!a.overlaps(*b), "{frame:?} {language:?}: “{one}” overlaps “{other}”");
                }
                let ties = scene.shapes.iter().filter(|shape| shape.role == Role::Connector);
                for points in ties.filter_map(|shape| match &shape.geometry {
                    Geometry::Path { points, .. } => Some(points),
                    _ => None,
                }) {
                    let between = |t: f64| {
                        Point::new(points[0].x + (points[1].x - points[0].x) * t, points[0].y + (points[1].y - points[0].y) * t)
                    };
                    let touched = (0..=100).any(|i| a.grown(-1.0).contains(between(f64::from(i) / 100.0)));
                    assert!(!touched, "{frame:?} {language:?}: a line runs through “{one}”");
                }
            }
        }
    }
}

#[test]
fn the_derived_day_reads_as_a_date() {
    let scene = draw(&vec![], (880.0, 1.0), Language::Zh);
    let index = scene.datums.iter().position(|datum| datum.id == "D-15");
    assert_eq!(texts(&scene, index, Role::Figure), ["28"]);
    let words: String = scene.shapes.iter().filter(|shape| shape.datum == index).filter_map(text).collect();
    assert!(words.starts_with("2026年2月28日∂"), "{words}");
    assert_eq!(when("D-15"), Date::parse("2026-02-28").map(Period::Single));
}
