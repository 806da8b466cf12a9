use super::Entry;
use crate::data::Date;
use serde::Serialize;

/// An item of CSL-JSON.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Item<'a> {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    title: &'a str,
    author: [Name; 1],
    #[serde(skip_serializing_if = "Option::is_none")]
    container_title: Option<&'static str>,
    publisher: &'static str,
    number: &'a str,
    version: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued: Option<Parts>,
    #[serde(skip_serializing_if = "Option::is_none")]
    accessed: Option<Parts>,
    #[serde(rename = "URL", skip_serializing_if = "str::is_empty")]
    url: &'a str,
    language: &'static str,
    note: String,
}

/// A name that is not to be taken apart.
#[derive(Serialize)]
struct Name {
    literal: &'static str,
}

/// A date: year, month and day, as far as they are known.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Parts {
    date_parts: [Vec<u16>; 1],
}

impl Parts {
    fn new(date: Date) -> Self {
        let rest = [date.month(), date.day()].into_iter().map_while(|part| part.map(u16::from));
        Self { date_parts: [[date.year()].into_iter().chain(rest).collect()] }
    }
}

/// Writes a list of one item.
pub(super) fn write(entry: &Entry<'_>) -> String {
    let item = Item {
        id: entry.key(),
        kind: "dataset",
        title: &entry.title,
        author: [Name { literal: entry.authors }],
        container_title: entry.container,
        publisher: entry.site,
        number: &entry.id,
        version: entry.version,
        issued: entry.issued.map(Parts::new),
        accessed: entry.accessed.map(Parts::new),
        url: entry.link,
        language: entry.language.tag(),
        note: entry.remarks().join("\n"),
    };
    // Writing to memory does not fail.
    serde_json::to_string_pretty(&[item]).unwrap_or_default()
}
