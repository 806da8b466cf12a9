//! How every sentence that a reader meets is set: full-width punctuation in Chinese, none in English, and the spaces of each.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use article_charts::data::{Date, Language, package};
use article_charts::explore::{State, links};
use article_charts::export::take::{Cited, Style, cite, provenance, records, report};
use article_charts::words::{self, Phrase, Problem, Take};
use common::every_choice;
use std::collections::BTreeSet;

/// Every sentence in a language, with where it was met first.
fn sentences(language: Language) -> Vec<(String, String)> {
    let mut met = BTreeSet::new();
    let mut all = Vec::new();
    let mut add = |place: &str, text: &str| {
        if !text.is_empty() && met.insert(text.to_owned()) {
            all.push((place.to_owned(), text.to_owned()));
        }
    };
    Phrase::ALL.iter().for_each(|phrase| add("phrase", phrase.get(language)));
    Take::ALL.iter().for_each(|phrase| add("phrase", phrase.get(language)));
    words::page(package(), language).iter().for_each(|(key, text)| add(key, text));
    for problem in [
        Problem::Version("9".into()),
        Problem::Package("x".into()),
        Problem::View("x".into()),
        Problem::Language("x".into()),
        Problem::Theme("x".into()),
        Problem::Option("x".into(), "y".into()),
        Problem::Datum("x".into()),
        Problem::Malformed("x".into()),
    ] {
        add("problem", &problem.text(language));
    }
    every_choice(|name, picture, scene| {
        if picture.frame.language != language {
            return;
        }
        let shown: Vec<&str> = scene.datums.iter().map(|datum| datum.id).collect();
        let described = picture.describe(&shown);
        let sheet = picture.sheet(&described);
        for text in sheet.notes.iter().copied().chain([sheet.title, &sheet.subtitle, &sheet.source, &sheet.table.caption]) {
            add(name, text);
        }
        for text in sheet.table.rows.iter().flat_map(|row| &row.cells) {
            add(name, text);
        }
        scene.shapes.iter().filter_map(common::text).for_each(|line| add(name, line));
        for toggle in picture.view.toggles {
            add(name, toggle.label.get(language));
            toggle.options.iter().for_each(|option| add(name, option.label.get(language)));
        }
        let records = records(picture, scene);
        let state = State { view: picture.view.id, ..State::new(package()) };
        for (i, (words, record)) in described.iter().zip(&records).enumerate() {
            add(name, &words::speech(words, i + 1, described.len(), language));
            let tooltip = words::tooltip(words, language);
            tooltip.lines.iter().for_each(|(_, line)| add(name, line));
            let subject = package().subject(record.id).expect(record.id);
            let said = provenance(package(), subject, record, language);
            said.facts.iter().flat_map(|(_, lines)| lines).for_each(|line| add(name, line));
            for doubt in said.doubts {
                add(name, &doubt.said);
                add(name, &doubt.why);
            }
            links(package(), &state, record.id, language).iter().for_each(|link| add(name, &link.title));
        }
        for datum in [None, records.first()] {
            add(name, &cite(Cited { picture, datum, link: "", accessed: Date::parse("2026-12-01") }, Style::Plain));
            add(name, &report(picture, datum, ""));
        }
    });
    all
}

fn han(letter: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&letter)
}

/// The pairs of neighbours in a text that `wrong` finds fault with, each in its surroundings.
fn faults(language: Language, wrong: impl Fn(char, char) -> bool) -> Vec<String> {
    let mut found = Vec::new();
    for (place, text) in sentences(language) {
        let letters: Vec<char> = ours(&text, language).chars().collect();
        for (i, pair) in letters.windows(2).enumerate() {
            if wrong(pair[0], pair[1]) {
                let around: String = letters[i.saturating_sub(8)..(i + 10).min(letters.len())].iter().collect();
                found.push(format!("{place}: …{around}…"));
            }
        }
    }
    found
}

/// A text without what is not ours to set: headlines and printed words as the paper has them; and without the space of signs of
/// arithmetic and of keys.
fn ours(text: &str, language: Language) -> String {
    let mut text = text.to_owned();
    for source in package().sources {
        text = text.replace(source.headline.zh, "题");
    }
    for sign in ["÷", "×", "−", "+", "→", "⇒", "·"] {
        text = text.replace(&format!(" {sign} "), sign);
    }
    for erratum in package().errata {
        text = text.replace(&format!("{} ", erratum.id), erratum.id);
    }
    if language == Language::En {
        for printed in package().observations.iter().map(|row| row.printed).chain(package().errata.iter().map(|row| row.printed))
        {
            text = if printed.is_empty() { text } else { text.replace(printed, "印") };
        }
    }
    text
}

fn none(found: &[String]) {
    assert!(found.is_empty(), "{}:\n{}", found.len(), found[..found.len().min(40)].join("\n"));
}

#[test]
fn chinese_has_full_width_punctuation() {
    none(&faults(Language::Zh, |a, b| {
        let narrow = |c: char| ",:;()?!\"'".contains(c);
        han(a) && narrow(b) || narrow(a) && han(b)
    }));
}

#[test]
fn a_chinese_sentence_has_no_space_at_a_full_width_sign() {
    none(&faults(Language::Zh, |a, b| {
        let wide = |c: char| "，。：；（）？！、《》〈〉“”".contains(c);
        a == ' ' && wide(b) || wide(a) && b == ' ' || a == ' ' && b == ' '
    }));
}

#[test]
fn chinese_stands_apart_from_latin_words() {
    // Digits and abbreviations stand beside it: 第2节, 占ISC年度总预算.
    none(&faults(Language::Zh, |a, b| han(a) && b.is_ascii_lowercase() || a.is_ascii_lowercase() && han(b)));
}

#[test]
fn english_has_no_full_width_punctuation() {
    none(&faults(Language::En, |a, b| {
        let wide = |c: char| "，。：；（）？！、～《》〈〉".contains(c);
        wide(a) && !han(b) || wide(b) && !han(a) || a == '"' || b == '"' || a == ' ' && (b == ' ' || ",.;:)".contains(b))
    }));
}
