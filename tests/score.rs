//! A picture as sound: a note a datum, higher for what is larger, and never a pitch for what has no number.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use article_charts::chart::{Frame, Options, Picture, TableMeasure, Theme};
use article_charts::data::{Comparator, Decimal, Language, package};
use article_charts::export::take::{Note, RANGE, Score, Timbre, records, score};
use common::every_choice;

fn play(view: &str, options: &Options, article: bool) -> Score {
    let view = package().view(view).expect("a view");
    let frame = Frame { width: 720.0, text_scale: 1.0, language: Language::En, theme: Theme::Light, measure: &TableMeasure };
    let picture = Picture { package: package(), view, options, frame };
    let scene = picture.draw().expect("a scene");
    score(&scene, &records(&picture, &scene), article)
}

fn note(score: &Score, id: &str) -> Note {
    *score.notes.iter().find(|note| note.datum == id).expect(id)
}

fn pitch(score: &Score, id: &str) -> f64 {
    note(score, id).pitch.expect(id)[0]
}

#[test]
fn every_datum_has_one_note_and_only_numbers_a_pitch() {
    every_choice(|name, picture, scene| {
        let records = records(picture, scene);
        for article in [false, true] {
            let score = score(scene, &records, article);
            let mut order: Vec<usize> = (0..scene.datums.len()).collect();
            if article {
                order.sort_by_key(|index| scene.datums[*index].article_order);
            }
            let expected: Vec<&str> = order.iter().map(|index| scene.datums[*index].id).collect();
            assert_eq!(score.notes.iter().map(|note| note.datum).collect::<Vec<_>>(), expected, "{name}");
            let mut silent_until = 0.0;
            for (note, index) in score.notes.iter().zip(&order) {
                let record = &records[*index];
                assert!(note.start >= silent_until, "{name}: {note:?} begins before the last one ends");
                silent_until = note.start + note.length;
                assert_eq!(
                    note.pitch.is_some(),
                    record.value.is_some() || record.lower.is_some() && record.upper.is_some(),
                    "{name}: {record:?}"
                );
                assert!((-1.0..=1.0).contains(&note.pan), "{name}: {note:?}");
                if let Some([from, to]) = note.pitch {
                    assert!((RANGE[0] - 0.01..=RANGE[1] + 0.01).contains(&from), "{name}: {note:?}");
                    let comparator = record.comparator.and_then(Comparator::parse).expect("a figure has one");
                    let open = match comparator {
                        Comparator::Greater | Comparator::GreaterOrEqual | Comparator::CloseAbove => to > from,
                        Comparator::Less | Comparator::LessOrEqual | Comparator::CloseBelow => to < from,
                        Comparator::Equal | Comparator::About => to == from,
                    };
                    assert!(open, "{name}: {record:?} sounds like {note:?}");
                }
            }
            assert!((score.length - silent_until).abs() < 1e-9, "{name}");
        }
    });
}

#[test]
fn what_is_larger_sounds_higher_among_what_has_the_same_unit() {
    every_choice(|name, picture, scene| {
        let records = records(picture, scene);
        let score = score(scene, &records, false);
        for (a, one) in records.iter().enumerate() {
            for (b, other) in records.iter().enumerate() {
                let (Some(low), Some(high)) = (one.value.map(Decimal::ratio), other.value.map(Decimal::ratio)) else { continue };
                let same = one.unit == other.unit && scene.datums[a].panel == scene.datums[b].panel;
                if same && low < high {
                    let [lower, higher] = [a, b].map(|index| score.notes[index].pitch.expect("a number")[0]);
                    assert!(lower < higher, "{name}: {} at {lower}, {} at {higher}", one.figure, other.figure);
                }
            }
        }
    });
}

#[test]
fn a_series_is_heard_with_its_gaps_and_its_doubts() {
    let read = play("cooperation-series", &Vec::new(), false);
    assert_eq!([pitch(&read, "A1-22"), pitch(&read, "A1-23")], RANGE, "the first value is the smallest, the peak the largest");
    assert!(pitch(&read, "A1-24") > RANGE[0] && pitch(&read, "A1-24") < RANGE[1]);
    assert!((pitch(&read, "A1-26") - RANGE[1]).abs() < 1e-9, "the other series has a scale of its own");
    // 2014 and 2015 are not disclosed, 2017 to 2023 neither.
    let gap = |from: &str, to: &str| note(&read, to).start - note(&read, from).start - note(&read, from).length;
    assert!(gap("A1-23", "A1-24") > gap("A1-22", "A1-23") && gap("A1-22", "A1-23") > 0.5);
    assert_eq!(note(&read, "A1-23").timbre, Timbre::Exact);
    assert_eq!(note(&read, "A1-26").timbre, Timbre::Doubted, "our reading");
    let printed = play("cooperation-series", &vec![("years", "printed")], false);
    assert_eq!(note(&printed, "A1-26").timbre, Timbre::Doubted, "as printed it is in doubt");
    let bounds = play("pipelines", &Vec::new(), false);
    assert_eq!(note(&bounds, "A2-18").timbre, Timbre::Bound);
    assert_eq!(note(&bounds, "A2-17").timbre, Timbre::Exact);
}

#[test]
fn a_picture_without_a_datum_is_silent() {
    let empty = play("page-in-numbers", &vec![("article", "A3"), ("status", "rounded")], false);
    assert_eq!((empty.notes.len(), empty.length), (0, 0.0));
}
