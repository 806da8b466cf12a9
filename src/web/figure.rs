use super::value::{Value, list, text, texts};
use crate::chart::{Palette, Picture};
use crate::data::{Language, Observation, Paragraph, Subject, Toggle, ViewNote, package};
use crate::explore::{Link, State};
use crate::scene::{Color, Datum, Geometry, Role, Scene, Shape, Weight, sans};
use crate::words::{self, Phrase, Problem};

/// A picture as JavaScript needs it: its size, its words, its datums and its controls.
pub(super) fn figure(picture: &Picture<'_>, state: &State, scene: &Scene, problems: &[Problem]) -> Value {
    let language = picture.frame.language;
    let shown = scene.ids();
    let described = picture.describe(&shown);
    let count = described.len();
    let spoken = |(i, words)| words::speech(words, i + 1, count, language);
    let names = described.iter().enumerate().map(spoken);
    let sheet = picture.sheet(&described);
    let rows = sheet.table.rows.into_iter();
    Value::Object(vec![
        ("view", text(picture.view.id)),
        ("language", text(scene.lang)),
        // The theme that was asked for; missing where the system decides.
        ("theme", state.theme.map_or(Value::Missing, |theme| text(theme.name()))),
        ("width", Value::Number(scene.width)),
        ("height", Value::Number(scene.height)),
        ("title", text(sheet.title)),
        ("subtitle", text(sheet.subtitle)),
        ("problems", list(problems.iter().map(|problem| text(problem.text(language))))),
        ("controls", list(picture.view.toggles.iter().map(|toggle| control(picture, toggle)))),
        ("datums", list(scene.datums.iter().zip(names).map(|(shown, name)| datum(shown, name)))),
        ("prose", list(scene.shapes.iter().filter_map(prose))),
        ("selected", state.selected.filter(|id| shown.contains(id)).map_or(Value::Missing, text)),
        // The query string of this picture.
        ("state", text(state.to_query())),
        ("notes", list(picture.view.notes.iter().map(|remark| note(remark, language, &shown)))),
        ("source", text(sheet.source)),
        // Name of the menu of what can be taken away, and what stands there where it cannot be had.
        ("take", text(Phrase::Take.get(language))),
        ("lost", text(Phrase::TakeLost.get(language))),
        (
            "table",
            Value::Object(vec![
                ("name", text(Phrase::Table.get(language))),
                ("caption", text(sheet.table.caption)),
                ("columns", texts(sheet.table.columns)),
                ("rows", list(rows.map(|row| Value::Object(vec![("datum", text(row.datum)), ("cells", texts(row.cells))])))),
            ]),
        ),
        ("palette", colors(picture.colors())),
        // The fonts that the picture is set in, as CSS.
        ("font", text(sans(scene.lang))),
        ("help", help(language)),
    ])
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
    let orders = [Phrase::AxisOrder, Phrase::ArticleOrder].map(|phrase| text(phrase.get(language)));
    Value::Object(vec![
        ("name", text(Phrase::Keys.get(language))),
        ("keys", list(keys.into_iter().map(|(key, phrase)| list([text(key), text(phrase.get(language))])))),
        ("orders", list(orders)),
        // Name of what opens the panel of a datum.
        ("why", text(Phrase::KeyProvenance.get(language))),
    ])
}

fn control(picture: &Picture<'_>, toggle: &'static Toggle) -> Value {
    let language = picture.frame.language;
    let current = picture.option(toggle.id);
    let options = toggle.options.iter().map(|option| {
        let label = text(option.label.get(language));
        Value::Object(vec![("id", text(option.id)), ("label", label), ("current", Value::Truth(option.id == current))])
    });
    Value::Object(vec![("id", text(toggle.id)), ("label", text(toggle.label.get(language))), ("options", list(options))])
}

/// A datum with what is spoken of it.
fn datum(datum: &Datum, name: String) -> Value {
    let (area, anchor) = (datum.area, datum.anchor);
    Value::Object(vec![
        ("id", text(datum.id)),
        // Left edge, upper edge, width and height of what the pointer hits.
        ("area", list([area.x, area.y, area.width, area.height].map(Value::Number))),
        // What a tooltip points at.
        ("anchor", list([anchor.x, anchor.y].map(Value::Number))),
        ("panel", Value::Number(datum.panel as f64)),
        ("places", package().subject(datum.id).map_or(Value::Missing, places)),
        ("name", text(name)),
    ])
}

/// Where the articles say it: `A1.2.3` is the third paragraph of section 2 of article A1, `A1.2` its heading or caption.
fn places(subject: Subject) -> Value {
    let place = |observation: &'static Observation| {
        let section = format!("{}.{}", observation.source.id, observation.section);
        text(match observation.paragraph {
            Some(Paragraph::Number(number)) => format!("{section}.{number}"),
            _ => section,
        })
    };
    list(subject.statements().into_iter().map(place))
}

/// A line of a sentence, for the page to set over the canvas; `None` for any other shape.
fn prose(shape: &Shape) -> Option<Value> {
    match &shape.geometry {
        Geometry::Text { origin, text: line, size, weight, color, .. } if shape.role == Role::Prose => Some(Value::Object(vec![
            ("text", text(line.clone())),
            // The left end of the baseline, in CSS pixels.
            ("x", Value::Number(origin.x)),
            ("y", Value::Number(origin.y)),
            ("size", Value::Number(*size)),
            ("bold", Value::Truth(*weight == Weight::Bold)),
            ("color", css(*color)),
        ])),
        _ => None,
    }
}

/// A remark, and the datums of the picture that it is about.
fn note(note: &ViewNote, language: Language, shown: &[&'static str]) -> Value {
    let touched = note.erratum.map_or(&[][..], |erratum| erratum.targets);
    let touches = |id: &str| touched.iter().any(|target| target.observation.is_some_and(|row| row.id == id));
    // A derived figure stands in for those that it is computed from.
    let about = |id: &&&'static str| {
        let statements = package().subject(id).map_or_else(Vec::new, Subject::statements);
        statements.into_iter().any(|statement| touches(statement.id))
    };
    let datums = shown.iter().filter(about).copied();
    Value::Object(vec![("text", text(note.text.get(language))), ("datums", list(datums.map(text)))])
}

/// What is known of a datum, and where it leads: each link with its title and the query string of its picture.
pub(super) fn tooltip(tooltip: words::Tooltip, links: Vec<Link>, language: Language) -> Value {
    let lines = tooltip.lines.into_iter().map(|(name, line)| list([text(name), text(line)]));
    let links =
        links.into_iter().map(|link| Value::Object(vec![("title", text(link.title)), ("state", text(link.state.to_query()))]));
    Value::Object(vec![
        ("title", text(tooltip.title)),
        ("figure", text(tooltip.figure)),
        ("lines", list(lines)),
        // Name of the list of links.
        ("more", text(Phrase::More.get(language))),
        ("links", list(links)),
    ])
}

/// The palette as CSS colours.
fn colors(palette: Palette) -> Value {
    Value::Object(vec![
        ("background", css(palette.background)),
        ("ink", css(palette.ink)),
        ("muted", css(palette.muted)),
        ("grid", css(palette.grid)),
        ("accent", css(palette.accent)),
        ("remark", css(palette.remark)),
    ])
}

/// `#rrggbb`.
fn css(color: Color) -> Value {
    text(format!("#{:02x}{:02x}{:02x}", color.red, color.green, color.blue))
}

/// The words of the page, as an object of texts by key.
pub(super) fn page(language: Language) -> Value {
    Value::Words(words::page(package(), language))
}
