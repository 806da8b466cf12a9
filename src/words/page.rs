use super::{Phrase, period};
use crate::data::{Language, Package, View};

/// The words of the page around the charts, by key: fixed ones, and those of each article and view.
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
    ];
    let mut words: Vec<(String, String)> =
        fixed.into_iter().map(|(key, phrase)| (key.to_owned(), phrase.get(language).to_owned())).collect();
    for source in package.sources {
        words.push((format!("{}.headline", source.id), source.headline.get(language).to_owned()));
        words.push((format!("{}.byline", source.id), source.byline.get(language).to_owned()));
    }
    for view in package.views {
        words.push((view.id.to_owned(), short_title(view, language)));
    }
    if let Some(earliest) = package.sources.iter().filter_map(|source| source.earliest_date).next() {
        let date = period::date(earliest, language);
        words.push(("date".to_owned(), format!("{}{date}", Phrase::NotBefore.get(language))));
    }
    words
}

/// The title of a view in a list.
fn short_title(view: &View, language: Language) -> String {
    view.title.get(language).to_owned()
}
