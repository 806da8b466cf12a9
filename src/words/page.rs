use super::number::count;
use super::{Phrase, Sentence, describe, period};
use crate::data::{Basis, Language, Package, Severity, Source, Subject};

/// The words of the page around the charts, by key: fixed ones, and those of each article, section, view and grave erratum.
///
/// The page is written with them when it is built, and rewritten with them when a reader changes the language.
pub fn page(package: &Package, language: Language) -> Vec<(String, String)> {
    let fixed = [
        ("title", Phrase::SiteTitle),
        ("about", Phrase::SiteAbout),
        ("views", Phrase::Views),
        ("failed", Phrase::Failed),
        ("noscript", Phrase::NoScript),
        ("footer", Phrase::Footer),
        ("auto", Phrase::ThemeAuto),
        ("light", Phrase::ThemeLight),
        ("dark", Phrase::ThemeDark),
        ("wrong", Phrase::FrontWrong),
        ("whole", Phrase::FrontWhole),
        ("marks", Phrase::FrontMarks),
        ("errata", Phrase::AllErrata),
        ("front", Phrase::Front),
        ("previous", Phrase::Previous),
        ("next", Phrase::Next),
        ("map", Phrase::PlaceMap),
        ("hint", Phrase::PlaceHint),
    ];
    let mut words = Vec::new();
    for (key, phrase) in fixed {
        words.push((key.to_owned(), phrase.get(language).to_owned()));
    }
    words.push(("kicker".to_owned(), kicker(package, language)));
    for (i, (_, phrase)) in KEY.iter().enumerate() {
        words.push((["key.", &count(i as u32)].concat(), phrase.get(language).to_owned()));
    }
    for source in package.sources {
        let publisher = byline(source, language);
        words.push(([source.id, ".headline"].concat(), source.headline.get(language).to_owned()));
        words.push(([source.id, ".byline"].concat(), publisher));
        for section in source.sections {
            words.push(([source.id, ".", &count(section.number.into())].concat(), section.heading.get(language).to_owned()));
        }
    }
    for view in package.views {
        words.push((view.id.to_owned(), view.title.get(language).to_owned()));
        words.push(([view.id, ".takeaway"].concat(), view.takeaway.get(language).to_owned()));
    }
    for erratum in grave(package) {
        let description = describe(package, Subject::Erratum(erratum), Basis::Read, language);
        words.push(([erratum.id, ".reading"].concat(), description.bare_figure()));
        words.push(([erratum.id, ".reason"].concat(), erratum.reason.get(language).to_owned()));
    }
    words
}

/// The marks that stand beside figures, with what they mean.
pub const KEY: [(&str, Phrase); 8] = [
    (">", Phrase::KeyGreater),
    ("≥", Phrase::KeyAtLeast),
    ("≈", Phrase::KeyClose),
    ("<≈ >≈", Phrase::KeyNear),
    ("†", Phrase::KeyRead),
    ("‡", Phrase::KeyDoubted),
    ("∂", Phrase::KeyDerived),
    ("∅", Phrase::KeyClaim),
];

/// The errata that change what is drawn.
pub fn grave(package: &Package) -> impl Iterator<Item = &'static crate::data::Erratum> + use<> {
    package.errata.iter().filter(|erratum| erratum.severity == Severity::Drawing)
}

/// What the page is made of: articles, statements, and from when on it can be.
fn kicker(package: &Package, language: Language) -> String {
    let (articles, statements) = (package.sources.len(), package.observations.len());
    let mut text = Sentence::Kicker.with(&[&count(articles as u32), &count(statements as u32)], language);
    if let Some(earliest) = package.sources.iter().find_map(|source| source.earliest_date) {
        text.push_str(" · ");
        text.push_str(Phrase::NotBefore.get(language));
        text.push_str(&period::date(earliest, language));
    }
    text
}

/// Newspaper and author of an article.
fn byline(source: &Source, language: Language) -> String {
    let (publisher, author) = (source.publisher.get(language), source.byline.get(language));
    let inferred = if source.publisher_inferred { Phrase::Inferred.get(language) } else { "" };
    Sentence::NewspaperAuthor.with(&[publisher, inferred, author], language)
}
