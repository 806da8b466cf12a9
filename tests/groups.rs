//! Pictures without a scale: lists, tiles, stages and tags say what the paper says and pair nothing that it does not pair.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use article_charts::chart::{Frame, Options, Picture, TableMeasure, Theme};
use article_charts::data::{Comparator, Form, Kind, Language, package};
use article_charts::scene::{Geometry, Rect, Role, Scene, Shape};
use common::{WIDTHS, every_picture, text, texts};

fn draw(view: &str, width: f64, language: Language) -> Scene {
    let view = package().view(view).expect("a view");
    let frame = Frame { width, text_scale: 1.0, language, theme: Theme::Light, measure: &TableMeasure };
    Picture { package: package(), view, options: &Options::new(), frame }.draw().expect("a scene")
}

fn index(scene: &Scene, id: &str) -> usize {
    scene.datums.iter().position(|datum| datum.id == id).expect(id)
}

fn area(scene: &Scene, id: &str) -> Rect {
    scene.datums[index(scene, id)].area
}

fn marks<'s>(scene: &'s Scene, id: &str) -> Vec<&'s Shape> {
    let own = index(scene, id);
    scene.shapes.iter().filter(|shape| shape.datum == Some(own) && shape.role == Role::Mark).collect()
}

/// The squares of a datum; a bar is none.
fn squares(scene: &Scene, id: &str) -> usize {
    let square = |shape: &&&Shape| {
        let Rect { width, height, .. } = shape.geometry.bounds();
        matches!(shape.geometry, Geometry::Rect { .. }) && width == height
    };
    marks(scene, id).iter().filter(square).count()
}

fn is_open(scene: &Scene, id: &str) -> bool {
    let own = index(scene, id);
    scene.shapes.iter().any(|shape| shape.datum == Some(own) && shape.role == Role::Open)
}

fn label_x(scene: &Scene, label: &str) -> Vec<f64> {
    let found = scene.shapes.iter().filter(|shape| text(shape) == Some(label));
    found.map(|shape| shape.geometry.bounds().x).collect()
}

#[test]
fn a_list_has_a_square_for_each_member_and_an_open_edge_where_more_are_meant() {
    every_picture(|name, picture, scene| {
        let forms = picture.view.grouped().map(|(group, rows)| (group.form, rows));
        for (form, rows) in forms.filter(|(form, _)| *form != Form::Tag) {
            for observation in rows.iter().filter_map(|row| row.subject.observation()) {
                if observation.kind != Kind::List || !scene.datums.iter().any(|datum| datum.id == observation.id) {
                    continue;
                }
                let members = observation.items.len();
                let expected = if form == Form::Tile && members == 1 { 0 } else { members };
                assert_eq!(squares(scene, observation.id), expected, "{name}: {}", observation.id);
                let open = observation.quantity.is_some_and(|quantity| quantity.comparator == Comparator::GreaterOrEqual);
                assert_eq!(is_open(scene, observation.id), open, "{name}: {}", observation.id);
            }
        }
    });
}

#[test]
fn the_five_channels_have_marks_of_one_size_and_what_belongs_to_them_below() {
    let belongs: [(&str, &[&str]); 5] = [
        ("A1-40", &["A1-45", "A1-46", "A1-47"]),
        ("A1-41", &["A1-48", "A1-49", "A1-50"]),
        ("A1-42", &["A1-51"]),
        ("A1-43", &["A1-52", "A1-53"]),
        ("A1-44", &["A1-54"]),
    ];
    for (language, width) in Language::ALL.into_iter().flat_map(|language| [328.0, 720.0, 880.0, 1500.0].map(|w| (language, w))) {
        let scene = draw("funding-channels", width, language);
        let first = marks(&scene, "A1-40")[0].geometry.bounds();
        for (i, (channel, rows)) in belongs.iter().enumerate() {
            let bars = marks(&scene, channel);
            assert_eq!(bars.len(), 1, "{channel}");
            let bar = bars[0].geometry.bounds();
            assert_eq!((bar.width, bar.height), (first.width, first.height), "{channel}");
            let next = belongs.get(i + 1).map(|(next, _)| area(&scene, next));
            for row in *rows {
                let own = area(&scene, row);
                assert!(own.x >= bar.x && own.right() <= bar.right() + 0.5, "{row} at {own:?} is not below {bar:?}");
                assert!(own.y > bar.bottom(), "{row}");
                assert!(next.is_none_or(|next| next.y < bar.bottom() || own.bottom() <= next.y), "{row} runs into the next");
            }
        }
    }
}

#[test]
fn a_doubted_wording_stands_in_the_picture_as_printed() {
    for (view, id, language, printed) in [
        ("funding-channels", "A1-41", Language::Zh, "报载“会费”‡"),
        ("funding-channels", "A1-41", Language::En, "printed as “dues”‡"),
        ("report-lists", "A2-11", Language::Zh, "报载“法律”‡"),
        ("report-lists", "A2-11", Language::En, "printed as “laws”‡"),
    ] {
        let scene = draw(view, 1120.0, language);
        assert_eq!(texts(&scene, Some(index(&scene, id)), Role::Printed), [printed], "{id}");
    }
}

#[test]
fn shortcomings_and_qualities_name_their_speakers_and_are_not_linked() {
    for (language, speakers) in
        [(Language::Zh, ["据黄浩明", "据李磊"]), (Language::En, ["According to Huang Haoming", "According to Li Lei"])]
    {
        let scene = draw("firsts-and-gaps", 880.0, language);
        for (id, speaker) in ["A1-36", "A1-38"].into_iter().zip(speakers) {
            assert!(texts(&scene, Some(index(&scene, id)), Role::Label).contains(&speaker), "{id}");
        }
        let (one, other) = (area(&scene, "A1-36"), area(&scene, "A1-38"));
        assert!(one.y == other.y && one.right() < other.x, "side by side");
        for shape in scene.shapes.iter().filter(|shape| matches!(shape.geometry, Geometry::Path { .. })) {
            let bounds = shape.geometry.bounds();
            assert!(!bounds.overlaps(one) || shape.role == Role::Open, "{shape:?}");
            assert!(!bounds.overlaps(other) || shape.role == Role::Open, "{shape:?}");
        }
        for id in ["A1-11", "A1-35"] {
            assert_eq!(texts(&scene, Some(index(&scene, id)), Role::Figure), ["∅"], "{id}");
        }
    }
}

#[test]
fn years_are_large_and_a_derived_one_says_between_which_it_lies() {
    let scene = draw("firsts-and-gaps", 880.0, Language::Zh);
    let figures = |id: &str| texts(&scene, Some(index(&scene, id)), Role::Figure).concat();
    assert_eq!(figures("A1-30"), "2019年");
    assert_eq!(figures("A1-33"), "2023年");
    assert_eq!(figures("D-16"), "1960～1968∂");
    let size = |id: &str| {
        let own = scene.shapes.iter().find(|shape| shape.datum == Some(index(&scene, id)) && shape.role == Role::Figure);
        match own.map(|shape| &shape.geometry) {
            Some(Geometry::Text { size, .. }) => *size,
            other => panic!("{id}: {other:?}"),
        }
    };
    assert!(size("A1-30") > size("D-16"));
}

#[test]
fn tools_are_tied_to_no_stage() {
    for (language, width) in Language::ALL.into_iter().flat_map(|language| WIDTHS.map(|width| (language, width))) {
        let scene = draw("support-life-cycle", width, language);
        let names = |id: &str| -> Vec<f64> {
            let items = package().items_of(id).iter();
            items.map(|item| label_x(&scene, item.label.get(language))[0]).collect()
        };
        let (stages, tools) = (names("A3-09"), names("A3-08"));
        // One strip below all of them, and a line that joins the stages.
        let strip: Vec<Rect> = marks(&scene, "A3-08").iter().map(|shape| shape.geometry.bounds()).collect();
        let strip: Vec<&Rect> = strip.iter().filter(|rect| rect.width > 100.0).collect();
        assert_eq!(strip.len(), 1);
        for x in stages.iter().chain(&tools) {
            assert!((strip[0].x..=strip[0].right()).contains(x), "{x} outside {strip:?}");
        }
        // Only what begins the line begins below what begins the other one.
        for stage in &stages[1..] {
            assert!(tools.iter().all(|tool| (tool - stage).abs() > 4.0), "{language:?} {width}: {stages:?} {tools:?}");
        }
    }
}

#[test]
fn the_five_sub_districts_are_named_once_and_tagged_twice() {
    for (language, width) in Language::ALL.into_iter().flat_map(|language| [328.0, 880.0].map(|width| (language, width))) {
        let scene = draw("support-life-cycle", width, language);
        for item in package().items_of("A3-02") {
            assert_eq!(label_x(&scene, item.label.get(language)).len(), 1, "{width}");
        }
        assert_eq!((squares(&scene, "A3-01"), is_open(&scene, "A3-01")), (5, false));
        assert_eq!((squares(&scene, "A3-03"), is_open(&scene, "A3-03")), (5, true));
        assert_eq!(squares(&scene, "A3-02"), 0);
        let all: Vec<&str> = scene.shapes.iter().filter_map(text).collect();
        assert!(all.iter().all(|text| !text.contains("10")), "nothing adds them up: {all:?}");
    }
}

#[test]
fn the_sixes_are_counted_apart_and_ours_says_so() {
    for (language, ours) in [(Language::Zh, "数为我们所点"), (Language::En, "our count")] {
        let scene = draw("report-lists", 880.0, language);
        assert!(texts(&scene, Some(index(&scene, "A2-34")), Role::Label).contains(&ours));
        for id in ["A2-23", "A2-15", "A2-34"] {
            assert!(texts(&scene, Some(index(&scene, id)), Role::Figure) == ["6"], "{id}");
        }
        let figures = scene.shapes.iter().filter(|shape| shape.role == Role::Figure).filter_map(text);
        for figure in figures {
            assert!(!["12", "18", "24"].iter().any(|sum| figure.contains(sum)), "{figure}");
        }
        // The six lists are datums of their own beside their count.
        let count = area(&scene, "A2-23");
        for list in ["A2-24", "A2-25", "A2-26", "A2-27", "A2-28", "A2-29"] {
            assert!(area(&scene, list).x > count.right(), "{list}");
            assert_eq!(squares(&scene, list), 1, "{list}");
        }
    }
}

#[test]
fn lists_stand_in_rows_and_columns_with_one_gutter() {
    let scene = draw("report-lists", 880.0, Language::Zh);
    let (_, rows) = package().view("report-lists").unwrap().grouped().last().unwrap();
    let areas: Vec<Rect> = rows
        .iter()
        .filter_map(|row| scene.datums.iter().find(|datum| datum.id == row.subject.id()))
        .map(|datum| datum.area)
        .collect();
    let lefts: Vec<f64> = areas
        .iter()
        .map(|area| area.x)
        .take_while({
            let mut last = -1.0;
            move |x| *x > core::mem::replace(&mut last, *x)
        })
        .collect();
    assert!(lefts.len() >= 3, "{areas:?}");
    let pitch = lefts[1] - lefts[0];
    assert!(lefts.windows(2).all(|pair| pair[1] - pair[0] == pitch), "{lefts:?}");
    let mut bottom = 0.0;
    for row in areas.chunks(lefts.len()) {
        for (area, left) in row.iter().zip(&lefts) {
            assert_eq!((area.x, area.y), (*left, row[0].y), "{areas:?}");
            assert!(area.width <= pitch, "{area:?}");
        }
        assert!(row[0].y > bottom, "{areas:?}");
        bottom = row.iter().fold(0.0, |bottom, area| area.bottom().max(bottom));
    }
}
