use super::Record;
use crate::chart::Picture;
use crate::data::{Decimal, Source};
use crate::words::Sheet;
use serde::ser::{Error, Serialize, Serializer};
use serde_json::value::RawValue;

/// A picture as JSON: what it says, where it comes from, and its records.
#[derive(serde::Serialize)]
struct Document<'a> {
    package: &'static str,
    version: &'static str,
    created: &'static str,
    license: License,
    view: &'static str,
    /// The options that are not the view's default, by toggle.
    options: Vec<[&'static str; 2]>,
    language: &'static str,
    title: &'static str,
    subtitle: &'a str,
    notes: &'a [&'static str],
    source: &'a str,
    articles: Vec<Article>,
    link: Option<&'a str>,
    records: &'a [Record],
}

#[derive(serde::Serialize)]
struct License {
    name: &'static str,
    path: &'static str,
}

/// An article. Its date is not printed; what is known is that it cannot have appeared earlier.
#[derive(serde::Serialize)]
struct Article {
    id: &'static str,
    headline: &'static str,
    byline: &'static str,
    publisher: &'static str,
    publisher_inferred: bool,
    not_before: Option<String>,
}

impl Article {
    fn new(source: &Source) -> Self {
        Self {
            id: source.id,
            headline: source.headline.zh,
            byline: source.byline.zh,
            publisher: source.publisher.zh,
            publisher_inferred: source.publisher_inferred,
            not_before: source.earliest_date.map(|date| date.to_string()),
        }
    }
}

/// Writes a picture with its records as JSON. Figures are numbers with the digits as printed; `link` is the address of the picture, empty
/// where it has none.
///
/// # Errors
///
/// None in practice: it writes to memory.
pub fn json(picture: &Picture<'_>, sheet: &Sheet, records: &[Record], link: &str) -> Result<String, serde_json::Error> {
    let package = picture.package;
    let said = |source: &&Source| records.iter().any(|record| record.article.contains(&source.id));
    let document = Document {
        package: package.name,
        version: package.about().version,
        created: package.about().created,
        license: License { name: package.about().license, path: package.about().license_path },
        view: picture.view.id,
        options: picture.options.iter().map(|(toggle, option)| [*toggle, *option]).collect(),
        language: picture.frame.language.tag(),
        title: sheet.title,
        subtitle: &sheet.subtitle,
        notes: &sheet.notes,
        source: &sheet.source,
        articles: package.sources.iter().filter(said).map(Article::new).collect(),
        link: Some(link).filter(|link| !link.is_empty()),
        records,
    };
    let mut text = serde_json::to_string_pretty(&document)?;
    text.push('\n');
    Ok(text)
}

/// Writes a decimal as a JSON number with exactly its digits.
pub(super) fn exact<S: Serializer>(value: &Decimal, serializer: S) -> Result<S::Ok, S::Error> {
    RawValue::from_string(value.to_string()).map_err(S::Error::custom)?.serialize(serializer)
}

/// The same, or `null`.
pub(super) fn maybe_exact<S: Serializer>(value: &Option<Decimal>, serializer: S) -> Result<S::Ok, S::Error> {
    match value {
        Some(value) => exact(value, serializer),
        None => serializer.serialize_none(),
    }
}
