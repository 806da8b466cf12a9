//! The view of the evidence: every statement is one square whose form says how sure it is, and errata and checks stand beside both
//! readings.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use article_charts::chart::{Frame, Options, Picture, TableMeasure, Theme};
use article_charts::data::{Comparator, Kind, Language, Outcome, Severity, Subject, package};
use article_charts::explore::{State, reveal};
use article_charts::scene::{Geometry, Rect, Role, Scene, Shape};
use article_charts::words;
use common::{text, texts};

const ARTICLES: [&str; 3] = ["A1", "A2", "A3"];
/// The widest, the width of the page on a laptop, and the narrowest with columns for the articles.
const WIDTHS: [f64; 3] = [1120.0, 880.0, 328.0];

fn draw(options: Options, language: Language, width: f64) -> Scene {
    let view = package().view("evidence").expect("the view");
    let frame = Frame { width, text_scale: 1.0, language, theme: Theme::Light, measure: &TableMeasure };
    Picture { package: package(), view, options: &options, frame }.draw().expect("a scene")
}

fn ids(scene: &Scene) -> Vec<&'static str> {
    scene.datums.iter().map(|datum| datum.id).collect()
}

fn marks(scene: &Scene, index: usize) -> Vec<&Shape> {
    scene.shapes.iter().filter(|shape| shape.datum == Some(index) && shape.role == Role::Mark).collect()
}

#[test]
fn every_statement_is_one_square_of_one_size() {
    for part in ["kinds", "voices"] {
        for width in WIDTHS {
            let scene = draw(vec![("part", part)], Language::Zh, width);
            let mut shown = ids(&scene);
            shown.sort_unstable();
            let mut all: Vec<&str> = package().observations.iter().map(|row| row.id).collect();
            all.sort_unstable();
            assert_eq!(shown.len(), 141);
            assert_eq!(shown, all, "{part} at {width} px");
            let outline = |index: usize| {
                let bounds = marks(&scene, index).into_iter().map(|shape| shape.geometry.bounds());
                Rect::around(bounds)
            };
            let first = outline(0);
            for (index, datum) in scene.datums.iter().enumerate() {
                let square = outline(index);
                assert_eq!((square.width, square.height), (first.width, first.height), "{}", datum.id);
                assert!((square.width - square.height).abs() < 0.01, "{}", datum.id);
                let touched = (0..index).find(|other| square.overlaps(outline(*other)));
                assert_eq!(touched, None, "{}", datum.id);
            }
        }
    }
}

#[test]
fn the_form_of_a_square_says_how_sure_its_statement_is() {
    for part in ["kinds", "voices"] {
        let scene = draw(vec![("part", part)], Language::En, 880.0);
        let mut counted = [0; 4];
        for (index, datum) in scene.datums.iter().enumerate() {
            let observation = package().observation(datum.id).expect("a statement");
            let words = words::describe(package(), Subject::Observation(observation), Default::default(), Language::En);
            let marks = marks(&scene, index);
            let inner = marks.last().expect("a square");
            let open = matches!(inner.geometry, Geometry::Polygon { .. });
            let hollow = matches!(inner.geometry, Geometry::Rect { fill: None, .. });
            assert_eq!(open, words.comparator != Comparator::Equal, "{}", datum.id);
            assert_eq!(hollow, observation.kind == Kind::Claim, "{}", datum.id);
            // A doubted one has a frame of its own around it, so that no colour has to say it.
            let framed = marks.len() == 2 && matches!(marks[0].geometry, Geometry::Rect { fill: None, .. });
            assert_eq!(framed, !words.marks.is_empty(), "{}", datum.id);
            assert_eq!(marks.len(), if framed { 2 } else { 1 }, "{}", datum.id);
            for (count, is) in counted.iter_mut().zip([open, hollow, framed, true]) {
                *count += usize::from(is);
            }
        }
        assert_eq!(counted, [30, 14, 8, 141], "{part}");
    }
}

#[test]
fn the_counts_beside_the_squares_are_those_of_the_squares() {
    for width in WIDTHS {
        let scene = draw(vec![], Language::Zh, width);
        let numbers: Vec<usize> = scene
            .shapes
            .iter()
            .filter(|shape| shape.role == Role::Label && shape.datum.is_none())
            .filter_map(|shape| text(shape)?.rsplit(' ').next()?.parse().ok())
            .collect();
        let count = |source: &str, kind: Kind| {
            package().observations.iter().filter(|row| row.source.id == source && row.kind == kind).count()
        };
        let mut expected = vec![141];
        for kind in Kind::ALL {
            expected.push(ARTICLES.iter().map(|source| count(source, *kind)).sum());
        }
        for source in ARTICLES {
            expected.push(Kind::ALL.iter().map(|kind| count(source, *kind)).sum());
            expected.extend(Kind::ALL.iter().map(|kind| count(source, *kind)));
        }
        let sorted = |mut list: Vec<usize>| {
            // Where there is none, nothing says so.
            list.retain(|count| *count > 0);
            list.sort_unstable();
            list
        };
        assert!(!numbers.contains(&0));
        assert_eq!(sorted(numbers), sorted(expected), "{width} px");
    }
}

#[test]
fn the_two_years_that_are_read_otherwise_say_what_is_printed() {
    for width in WIDTHS {
        let scene = draw(vec![], Language::Zh, width);
        let printed: Vec<(&str, &str)> = scene
            .shapes
            .iter()
            .filter(|shape| shape.role == Role::Printed)
            .map(|shape| (scene.datums[shape.datum.expect("a datum")].id, text(shape).expect("a text")))
            .collect();
        assert_eq!(printed, [("A1-25", "报载2023"), ("A1-26", "报载2026")], "{width} px");
    }
}

#[test]
fn the_filter_leaves_the_statements_of_one_article() {
    for part in ["kinds", "voices", "claims"] {
        for source in ARTICLES {
            let scene = draw(vec![("part", part), ("article", source)], Language::En, 880.0);
            let rows = package().observations.iter().filter(|row| row.source.id == source);
            let expected = rows.filter(|row| part != "claims" || row.kind == Kind::Claim).count();
            assert_eq!(scene.datums.len(), expected, "{part} {source}");
            assert!(ids(&scene).iter().all(|id| id.starts_with(source)), "{part} {source}");
        }
    }
}

#[test]
fn speakers_come_by_how_much_they_say_and_their_notes_are_told() {
    let scene = draw(vec![("part", "voices")], Language::Zh, 880.0);
    let mut sizes = vec![0; scene.panels.len()];
    for (index, datum) in scene.datums.iter().enumerate() {
        let agent = package().observation(datum.id).expect("a statement").agent;
        assert_eq!(scene.panels[datum.panel], agent.id);
        sizes[datum.panel] += 1;
        assert!(index == 0 || datum.panel >= scene.datums[index - 1].panel, "{}", datum.id);
    }
    assert_eq!(sizes.len(), 18);
    assert!(sizes.is_sorted_by(|a, b| a >= b), "{sizes:?}");
    let prose: String = scene.shapes.iter().filter(|shape| shape.role == Role::Prose).filter_map(text).collect();
    for panel in &scene.panels {
        let agent = package().agent(panel).expect("a speaker");
        assert!(prose.contains(agent.note.zh), "{}: {}", agent.id, agent.note.zh);
    }
}

#[test]
fn every_erratum_stands_there_the_gravest_first_and_largest() {
    for language in Language::ALL {
        let scene = draw(vec![("part", "errata")], language, 880.0);
        let errata: Vec<_> = ids(&scene).iter().map(|id| package().erratum(id).expect("an erratum")).collect();
        assert_eq!(errata.len(), package().errata.len());
        let rank = |severity: Severity| Severity::ALL.iter().position(|one| *one == severity);
        assert!(errata.is_sorted_by_key(|erratum| rank(erratum.severity)));
        assert_eq!(errata.iter().filter(|erratum| erratum.severity == Severity::Drawing).count(), 4);
        let size = |index: usize| {
            let figures = scene.shapes.iter().filter(|shape| shape.datum == Some(index) && shape.role == Role::Figure);
            let sizes = figures.filter_map(|shape| match shape.geometry {
                Geometry::Text { size, .. } => Some(size),
                _ => None,
            });
            sizes.fold(0.0, f64::max)
        };
        for (index, erratum) in errata.iter().enumerate() {
            // Three steps, filled by how grave it is: the sign that needs no colour.
            let filled = marks(&scene, index)
                .iter()
                .filter(|shape| matches!(shape.geometry, Geometry::Rect { fill: Some(_), .. }))
                .count();
            assert_eq!(marks(&scene, index).len(), 3, "{}", erratum.id);
            assert_eq!(filled, 3 - rank(erratum.severity).expect("a severity"), "{}", erratum.id);
            assert_eq!(erratum.severity == Severity::Drawing, size(index) > 30.0, "{}", erratum.id);
            let prose = texts(&scene, Some(index), Role::Prose).concat().replace(' ', "");
            assert_eq!(prose, erratum.reason.get(language).replace(' ', ""), "{}", erratum.id);
            let labels = texts(&scene, Some(index), Role::Label).join(" ");
            assert!(labels.contains(erratum.id), "{labels}");
            assert!(labels.contains(words::confidence(erratum.confidence).get(language)), "{labels}");
        }
    }
}

#[test]
fn an_erratum_passes_the_filter_of_every_article_that_it_touches() {
    let mut all = 0;
    for source in ARTICLES {
        let scene = draw(vec![("part", "errata"), ("article", source)], Language::Zh, 880.0);
        for id in ids(&scene) {
            let erratum = package().erratum(id).expect("an erratum");
            assert!(erratum.targets.iter().any(|target| target.source.is_some_and(|of| of.id == source)), "{id} {source}");
        }
        all += scene.datums.len();
    }
    assert_eq!(all, package().errata.len(), "no erratum of this page touches two articles");
}

#[test]
fn every_check_shows_its_answer_by_a_sign_and_in_words_those_that_fail_first() {
    let scene = draw(vec![("part", "checks")], Language::Zh, 880.0);
    let shown = ids(&scene);
    assert_eq!(shown.len(), package().checks.len());
    assert_eq!(shown[..2], ["K-02", "K-03"]);
    for (index, id) in shown.iter().enumerate() {
        let outcome = package().check(id).expect("a check").answer(package()).outcome;
        let (answer, strokes) = match outcome {
            Outcome::Pass => ("相符", 1),
            Outcome::Fail => ("不符", 2),
            Outcome::Undecided => ("无法判定", 1),
        };
        assert_eq!(texts(&scene, Some(index), Role::Figure), [answer], "{id}");
        assert_eq!(marks(&scene, index).len(), strokes, "{id}");
    }
}

#[test]
fn claims_have_the_sign_for_no_figure_and_nothing_like_one() {
    for language in Language::ALL {
        let scene = draw(vec![("part", "claims")], language, 880.0);
        assert_eq!(scene.datums.len(), 14);
        for index in 0..scene.datums.len() {
            let figure = texts(&scene, Some(index), Role::Figure).concat();
            assert_eq!(figure.trim_end_matches('‡'), "∅");
        }
    }
}

#[test]
fn tooltips_of_errata_and_checks_have_no_empty_line_and_speech_says_why() {
    for language in Language::ALL {
        let errata = package().errata.iter().map(Subject::Erratum);
        for subject in errata.chain(package().checks.iter().map(Subject::Check)) {
            let words = words::describe(package(), subject, Default::default(), language);
            let tooltip = words::tooltip(&words, language);
            assert!(!tooltip.title.is_empty() && !tooltip.figure.is_empty(), "{tooltip:?}");
            assert!(tooltip.lines.iter().all(|(name, text)| !name.is_empty() && !text.is_empty()), "{tooltip:?}");
            let speech = words::speech(&words, 1, 2, language);
            assert!(!matches!(subject, Subject::Erratum(_)) || !speech.contains(['→', '‡']), "{speech}");
            assert!(words.remarks.first().is_none_or(|why| speech.contains(why.as_str())), "{speech}");
        }
    }
    let erratum = package().subject("E-02").expect("an erratum");
    let words = words::describe(package(), erratum, Default::default(), Language::Zh);
    let speech = words::speech(&words, 2, 29, Language::Zh);
    assert!(speech.starts_with("误植，“2026年”，读作2016年，") && speech.ends_with("第2项，共29项"), "{speech}");
}

#[test]
fn a_link_selects_an_erratum_and_a_check() {
    for (part, id) in [("errata", "E-02"), ("checks", "K-02"), ("claims", "A1-20"), ("voices", "A1-18")] {
        let query = format!("view=evidence&part={part}&datum={id}");
        let (state, problems) = State::from_query(package(), &query);
        assert!(problems.is_empty(), "{problems:?}");
        assert_eq!(state.selected, Some(id));
        assert_eq!(state.to_query(), format!("v=1&view=evidence&part={part}&datum={id}"));
        let scene = draw(state.options, Language::Zh, 720.0);
        assert!(ids(&scene).contains(&id), "{query}");
    }
}

#[test]
fn a_link_that_names_no_part_leads_to_the_one_that_has_its_datum() {
    for (id, part) in [("E-02", "errata"), ("K-02", "checks")] {
        let (state, _) = State::from_query(package(), &format!("view=evidence&datum={id}"));
        let view = state.view(package()).expect("the view");
        let frame = Frame { width: 720.0, text_scale: 1.0, language: Language::Zh, theme: Theme::Light, measure: &TableMeasure };
        let picture = Picture { package: package(), view, options: &state.options, frame };
        let shown = reveal(&picture, &state).expect("a part that shows it");
        assert_eq!((shown.options, shown.selected), (vec![("part", part)], Some(id)));
    }
}
