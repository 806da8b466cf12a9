use super::value::{Value, object, text, texts};
use crate::chart::{Palette, Picture};
use crate::data::{Language, Paragraph, Subject, Toggle, ViewNote, package};
use crate::explore::{Link, State};
use crate::scene::{Color, Datum, Geometry, Role, Scene, Shape, Weight, sans};
use crate::words::{self, Phrase, Problem};

/// A picture as JavaScript needs it: its size, its words, its datums and its controls.
pub(super) fn figure(picture: &Picture<'_>, state: &State, scene: &Scene, problems: &[Problem]) -> Value {
    let language = picture.frame.language;
    let shown = scene.ids();
    let described = picture.describe(&shown);
    let sheet = picture.sheet(&described);
    let (mut told, mut controls, mut datums, mut lines, mut notes) = (Vec::new(), Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for problem in problems {
        told.push(text(problem.text(language)));
    }
    for toggle in picture.view.toggles {
        controls.push(control(picture, toggle));
    }
    for (shown, words) in scene.datums.iter().zip(&described) {
        let name = words::speech(words, datums.len() + 1, described.len(), language);
        datums.push(datum(shown, name));
    }
    for shape in &scene.shapes {
        lines.extend(prose(shape));
    }
    for remark in picture.view.notes {
        notes.push(note(remark, language, &shown));
    }
    object! {
        "view": text(picture.view.id),
        "language": text(scene.lang),
        // The theme that was asked for; missing where the system decides.
        "theme": state.theme.map_or(Value::Missing, |theme| text(theme.name())),
        "width": Value::Number(scene.width),
        "height": Value::Number(scene.height),
        "title": text(sheet.title),
        "subtitle": text(sheet.subtitle),
        "problems": Value::List(told),
        "controls": Value::List(controls),
        "datums": Value::List(datums),
        "prose": Value::List(lines),
        "selected": state.selected.filter(|id| shown.contains(id)).map_or(Value::Missing, text),
        // The query string of this picture.
        "state": text(state.to_query()),
        "notes": Value::List(notes),
        "source": text(sheet.source),
        // Name of the menu of what can be taken away, and what stands there where it cannot be had.
        "take": phrase(Phrase::Take, language),
        "lost": phrase(Phrase::TakeLost, language),
        "table": table(sheet.table, language),
        "palette": colors(picture.colors()),
        // The fonts that the picture is set in, as CSS.
        "font": text(sans(scene.lang)),
        "help": help(language),
    }
}

fn phrase(phrase: Phrase, language: Language) -> Value {
    text(phrase.get(language))
}

fn table(table: words::Table, language: Language) -> Value {
    let mut rows = Vec::new();
    for row in table.rows {
        rows.push(object! { "datum": text(row.datum), "cells": texts(row.cells) });
    }
    object! {
        "name": phrase(Phrase::Table, language),
        "caption": text(table.caption),
        "columns": texts(table.columns),
        "rows": Value::List(rows),
    }
}

/// What the keys do, and what is said when they change the order.
fn help(language: Language) -> Value {
    let keys = [
        ("→ ←", Phrase::KeyNext),
        ("↓ ↑", Phrase::KeyPanel),
        ("PgDn PgUp", Phrase::KeyLeap),
        ("Home End", Phrase::KeyEnds),
        ("[ ]", Phrase::KeyExtremes),
        ("Enter Esc", Phrase::KeySelect),
        ("o", Phrase::KeyOrder),
        ("i", Phrase::KeyProvenance),
        ("p", Phrase::KeyPlay),
        ("t ?", Phrase::KeyTable),
    ];
    let mut named = Vec::new();
    for (key, what) in keys {
        named.push(Value::List(vec![text(key), phrase(what, language)]));
    }
    object! {
        "name": phrase(Phrase::Keys, language),
        "keys": Value::List(named),
        "orders": Value::List(vec![phrase(Phrase::AxisOrder, language), phrase(Phrase::ArticleOrder, language)]),
        // Name of what opens the panel of a datum.
        "why": phrase(Phrase::KeyProvenance, language),
    }
}

fn control(picture: &Picture<'_>, toggle: &'static Toggle) -> Value {
    let language = picture.frame.language;
    let current = picture.option(toggle.id);
    let mut options = Vec::new();
    for option in toggle.options {
        let label = text(option.label.get(language));
        options.push(object! {
            "id": text(option.id),
            "label": label,
            "current": Value::Truth(option.id == current),
        });
    }
    object! { "id": text(toggle.id), "label": text(toggle.label.get(language)), "options": Value::List(options) }
}

/// A datum with what is spoken of it.
fn datum(datum: &Datum, name: String) -> Value {
    let (area, anchor) = (datum.area, datum.anchor);
    object! {
        "id": text(datum.id),
        // Left edge, upper edge, width and height of what the pointer hits.
        "area": numbers(&[area.x, area.y, area.width, area.height]),
        // What a tooltip points at.
        "anchor": numbers(&[anchor.x, anchor.y]),
        "panel": Value::Number(datum.panel as f64),
        "places": package().subject(datum.id).map_or(Value::Missing, places),
        "name": text(name),
    }
}

fn numbers(numbers: &[f64]) -> Value {
    let mut list = Vec::new();
    for number in numbers {
        list.push(Value::Number(*number));
    }
    Value::List(list)
}

/// Where the articles say it: `A1.2.3` is the third paragraph of section 2 of article A1, `A1.2` its heading or caption.
fn places(subject: Subject) -> Value {
    let mut places = Vec::new();
    for statement in subject.statements() {
        let mut place = [statement.source.id, ".", &u32::from(statement.section).to_string()].concat();
        if let Some(Paragraph::Number(number)) = statement.paragraph {
            place = [&place, ".", &u32::from(number).to_string()].concat();
        }
        places.push(text(place));
    }
    Value::List(places)
}

/// A line of a sentence, for the page to set over the canvas; `None` for any other shape.
fn prose(shape: &Shape) -> Option<Value> {
    match &shape.geometry {
        Geometry::Text { origin, text: line, size, weight, color, .. } if shape.role == Role::Prose => Some(object! {
            "text": text(line.clone()),
            // The left end of the baseline, in CSS pixels.
            "x": Value::Number(origin.x),
            "y": Value::Number(origin.y),
            "size": Value::Number(*size),
            "bold": Value::Truth(*weight == Weight::Bold),
            "color": css(*color),
        }),
        _ => None,
    }
}

/// A remark, and the datums of the picture that it is about.
fn note(note: &ViewNote, language: Language, shown: &[&'static str]) -> Value {
    let touched = note.erratum.map_or(&[][..], |erratum| erratum.targets);
    let touches = |id: &str| touched.iter().any(|target| target.observation.is_some_and(|row| row.id == id));
    let mut datums = Vec::new();
    for id in shown {
        // A derived figure stands in for those that it is computed from.
        let statements = package().subject(id).map_or_else(Vec::new, Subject::statements);
        if statements.iter().any(|statement| touches(statement.id)) {
            datums.push(text(*id));
        }
    }
    object! { "text": text(note.text.get(language)), "datums": Value::List(datums) }
}

/// What is known of a datum, and where it leads: each link with its title and the query string of its picture.
pub(super) fn tooltip(tooltip: words::Tooltip, links: Vec<Link>, language: Language) -> Value {
    let (mut lines, mut ways) = (Vec::new(), Vec::new());
    for (name, line) in tooltip.lines {
        lines.push(Value::List(vec![text(name), text(line)]));
    }
    for link in links {
        ways.push(object! { "title": text(link.title), "state": text(link.state.to_query()) });
    }
    object! {
        "title": text(tooltip.title),
        "figure": text(tooltip.figure),
        "lines": Value::List(lines),
        // Name of the list of links.
        "more": phrase(Phrase::More, language),
        "links": Value::List(ways),
    }
}

/// The palette as CSS colours.
fn colors(palette: Palette) -> Value {
    object! {
        "background": css(palette.background),
        "ink": css(palette.ink),
        "muted": css(palette.muted),
        "grid": css(palette.grid),
        "accent": css(palette.accent),
        "remark": css(palette.remark),
    }
}

/// `#rrggbb`.
fn css(color: Color) -> Value {
    let mut written = "#".to_owned();
    for channel in [color.red, color.green, color.blue] {
        written.extend(char::from_digit(u32::from(channel >> 4), 16));
        written.extend(char::from_digit(u32::from(channel & 15), 16));
    }
    text(written)
}

/// The words of the page, as an object of texts by key.
pub(super) fn page(language: Language) -> Value {
    Value::Words(words::page(package(), language))
}
