//! A chart or one of its datums, cited: who made the picture, which data, when it was looked at, and the article that it is based on.

mod bibtex;
mod csl;
mod gbt;
mod plain;

use super::Record;
use crate::chart::Picture;
use crate::data::{Date, Language, Period, Source};
use crate::words::{self, Phrase, Take};

/// How a citation is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Sentences.
    Plain,
    /// GB/T 7714-2015, as a data set on the net.
    GbT7714,
    /// An entry of a BibTeX file.
    BibTex,
    /// A list of one item in CSL-JSON.
    CslJson,
}

impl Style {
    /// Every style.
    pub const ALL: [Self; 4] = [Self::Plain, Self::GbT7714, Self::BibTex, Self::CslJson];

    /// Its name for programs.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::GbT7714 => "gbt7714",
            Self::BibTex => "bibtex",
            Self::CslJson => "csl",
        }
    }

    /// Its name for readers.
    pub fn name(self, language: Language) -> &'static str {
        match self {
            Self::Plain => Take::Plain.get(language),
            Self::GbT7714 => "GB/T 7714",
            Self::BibTex => "BibTeX",
            Self::CslJson => "CSL-JSON",
        }
    }
}

/// What is cited.
#[derive(Clone, Copy)]
pub struct Cited<'a> {
    /// The picture.
    pub picture: &'a Picture<'a>,
    /// The datum of it; `None` for the whole.
    pub datum: Option<&'a Record>,
    /// Its address; empty where it has none.
    pub link: &'a str,
    /// The day on which it was looked at; `None` where that is not known.
    pub accessed: Option<Date>,
}

/// Writes a citation.
pub fn cite(cited: Cited<'_>, style: Style) -> String {
    let entry = Entry::new(cited);
    match style {
        Style::Plain => plain::write(&entry),
        Style::GbT7714 => gbt::write(&entry),
        Style::BibTex => bibtex::write(&entry),
        Style::CslJson => csl::write(&entry),
    }
}

/// What every style says.
struct Entry<'a> {
    language: Language,
    authors: &'static str,
    /// The finding of the chart, or the datum with its figure.
    title: String,
    /// The chart that a datum is part of.
    container: Option<&'static str>,
    /// `package/view`, and the key of the datum.
    id: String,
    site: &'static str,
    version: &'static str,
    issued: Option<Date>,
    accessed: Option<Date>,
    link: &'a str,
    /// For a datum: what the paper prints, or the formula; and where.
    evidence: Option<String>,
    sources: Vec<&'static Source>,
    license: String,
}

impl<'a> Entry<'a> {
    fn new(cited: Cited<'a>) -> Self {
        let Cited { picture, datum, link, accessed } = cited;
        let (package, view, language) = (picture.package, picture.view, picture.frame.language);
        let colon = if language == Language::Zh { "：" } else { ": " };
        let finding = view.title.get(language);
        let chart = format!("{}/{}", package.name, view.id);
        let articles: Vec<&str> = match (datum, view.source) {
            (Some(record), _) => record.article.clone(),
            (None, Some(source)) => vec![source.id],
            (None, None) => {
                view.rows.iter().flat_map(|row| row.subject.statements()).map(|statement| statement.source.id).collect()
            }
        };
        Self {
            language,
            authors: Take::Authors.get(language),
            title: datum.map_or_else(|| finding.to_owned(), |record| capital(&[&record.label, colon, &record.figure].concat())),
            container: datum.map(|_| finding),
            id: datum.map_or_else(|| chart.clone(), |record| format!("{chart} {}", record.id)),
            site: Phrase::SiteTitle.get(language),
            version: package.about().version,
            issued: Date::parse(package.about().created.split('T').next().unwrap_or_default()),
            accessed,
            link,
            evidence: datum.map(|record| evidence(record, language)),
            sources: package.sources.iter().filter(|source| articles.contains(&source.id)).collect(),
            license: package.about().license.replace('-', " "),
        }
    }

    /// The key of the entry in a list of references.
    fn key(&self) -> String {
        self.id.replace(['/', ' '], "-")
    }

    /// The articles in words, after what they are to the chart.
    fn based_on(&self) -> Option<String> {
        let articles: Vec<String> = self.sources.iter().map(|source| words::reference(source, self.language)).collect();
        let separator = if self.language == Language::Zh { "；" } else { "; " };
        (!articles.is_empty()).then(|| format!("{}{}", Take::BasedOn.get(self.language), articles.join(separator)))
    }

    /// What is to be said beside title, version and address, a sentence each, without full stops.
    fn remarks(&self) -> Vec<String> {
        self.evidence.clone().into_iter().chain(self.based_on()).chain([self.license.clone()]).collect()
    }
}

/// With a capital letter, where the script has them.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// 作图时期：2016年（报载：2026年），报载“33家”，第1节第2段; for what is not printed its formula.
fn evidence(record: &Record, language: Language) -> String {
    let (colon, comma) = if language == Language::Zh { ("：", "，") } else { (": ", ", ") };
    let named = |phrase: Phrase, text: &str| [phrase.get(language), colon, text].concat();
    let [drawn, printed] = [&record.period, &record.printed_period].map(|periods| {
        let periods = periods.iter().filter_map(|when| Some(words::period(Period::parse(when)?, language)));
        periods.collect::<Vec<_>>().join(" → ")
    });
    let when = match (drawn == printed, language) {
        (true, _) => named(Phrase::When, &drawn),
        (false, Language::Zh) => format!("{}（{}）", named(Phrase::When, &drawn), named(Phrase::Printed, &printed)),
        (false, Language::En) => format!("{} ({})", named(Phrase::When, &drawn), named(Phrase::Printed, &printed)),
    };
    let what = match (&record.formula, record.printed) {
        (Some(formula), _) => named(Phrase::Formula, formula),
        (None, "") => Phrase::NotPrinted.get(language).to_owned(),
        (None, printed) => named(Phrase::Printed, &format!("“{printed}”")),
    };
    let parts = [(&when, !drawn.is_empty()), (&what, true), (&record.place, !record.place.is_empty())];
    let said: Vec<&str> = parts.into_iter().filter(|(_, said)| *said).map(|(part, _)| part.as_str()).collect();
    said.join(comma)
}
