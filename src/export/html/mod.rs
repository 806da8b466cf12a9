//! The page's words as static HTML: it makes sense before the module has loaded, and where it cannot.

mod figure;
mod front;
mod map;
mod room;

pub use figure::{STILL_THEMES, STILL_WIDTHS, Surroundings, figure, figure_name, fragment, pictures, still_name};
pub use room::frame_height;

use super::escape::escaped;
use crate::data::{Language, Package};
use crate::explore::State;
use crate::words::{self, Phrase, Take};
use std::fmt::Write as _;

/// Fills the template of the page with the words of a language: front page, map of the paragraphs, list of all views, and the table of the
/// default picture, which stands where the chart will be until the module draws it, or for good where it cannot.
pub fn page(package: &'static Package, template: &str, language: Language) -> String {
    let words = words::page(package, language);
    let mut page = template
        .replace("{{lang}}", language.tag())
        .replace("{{home}}", home(language))
        .replace("{{switches}}", &switches(language))
        .replace("{{share}}", &share_control())
        .replace("{{front-page}}", &front::page(package, language))
        .replace("{{catalogue}}", &front::catalogue(package, language))
        .replace("{{map-cells}}", &map::cells(package, language))
        .replace("{{fallback}}", &fallback(package, language));
    for (key, text) in words {
        page = page.replace(&format!("{{{{{key}}}}}"), &escaped(&text));
    }
    page
}

/// Fills the template of the page in a frame. Which picture it shows is in its address, which only scripts read: without them, or where none
/// can be drawn, it has links to the pages that need none.
pub fn embed(template: &str) -> String {
    let mut links = String::new();
    for language in Language::ALL {
        let (file, tag, title) = (page_file(language), language.tag(), escaped(Phrase::SiteTitle.get(language)));
        let _ = write!(links, r#"<p lang="{tag}"><a href="{file}" target="_blank" rel="noopener">{title}</a></p>"#);
    }
    let title = escaped(Phrase::SiteTitle.get(Language::default()));
    template.replace("{{title}}", &title).replace("{{links}}", &links)
}

/// The name of the page of a language.
pub fn page_file(language: Language) -> &'static str {
    match language {
        Language::Zh => "index.html",
        Language::En => "index.en.html",
    }
}

/// Where the links to the front page lead: a folder's own page needs no name.
fn home(language: Language) -> &'static str {
    if language == Language::default() { "./" } else { page_file(language) }
}

/// What opens the dialog to share the picture, in both languages; the style shows the one of the page. Nobody asks the module for it.
pub fn share_control() -> String {
    let word =
        |language: Language| format!("<span lang=\"{}\">{}</span>", language.tag(), escaped(Take::ShareShort.get(language)));
    format!("<button type=\"button\" data-share>{}</button>", Language::ALL.map(word).concat())
}

/// Switches of language and theme. The languages are links, which work without scripts too.
fn switches(language: Language) -> String {
    let mut html = String::new();
    for (other, phrase) in [(Language::Zh, Phrase::Chinese), (Language::En, Phrase::English)] {
        let (file, tag, name) = (page_file(other), other.tag(), phrase.get(other));
        let current = other == language;
        html += &format!(
            r#"<a href="{file}" hreflang="{tag}" lang="{tag}" data-language="{tag}" aria-current="{current}">{name}</a>"#
        );
    }
    for (theme, key, phrase) in
        [("auto", "auto", Phrase::ThemeAuto), ("light", "light", Phrase::ThemeLight), ("dark", "dark", Phrase::ThemeDark)]
    {
        let name = phrase.get(language);
        let pressed = theme == "auto";
        html += &format!(
            r#"<button type="button" data-theme-choice="{theme}" data-text="{key}" aria-pressed="{pressed}">{name}</button>"#
        );
    }
    html
}

/// The default picture in words, and drawn ahead for who has no scripts.
fn fallback(package: &'static Package, language: Language) -> String {
    let view = State::new(package).view(package);
    let Some((view, sheet)) = view.and_then(|view| Some((view, figure::words(view, language)?))) else { return String::new() };
    let (title, subtitle) = (escaped(sheet.title), escaped(&sheet.subtitle));
    let around = Surroundings { stills: "static/", pages: Some(""), png: false };
    let picture = figure::pictures(view, language, &STILL_THEMES, around).unwrap_or_default();
    format!(
        "<figure><figcaption><h2>{title}</h2><p>{subtitle}</p></figcaption><noscript>{picture}</noscript>\
         <div class=\"scroller\">{}</div>{}</figure>",
        figure::table(&sheet),
        figure::remarks(&sheet)
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::package;

    #[test]
    fn every_placeholder_of_the_template_is_filled_in_both_languages() {
        let template = include_str!("../../../www/index.html");
        for language in Language::ALL {
            let page = page(package(), template, language);
            assert!(!page.contains("{{"), "{}", &page[page.find("{{").unwrap()..][..60]);
            assert!(page.contains("scitech-share"));
        }
    }
}
