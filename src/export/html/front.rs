use super::super::escape::escaped;
use crate::chart::is_drawn;
use crate::data::{Language, Package, Severity, Source, View};
use crate::words::{self, KEY, Phrase};
use std::fmt::Write;

/// The front page: the gravest finding, where the paper cannot be right, and every picture in small, by article.
pub(super) fn page(package: &'static Package, language: Language) -> String {
    let mut html = String::from(r#"<div class="top">"#);
    if let Some(view) = lead(package) {
        html += r#"<section class="lead">"#;
        card(&mut html, view, language, "h2");
        html += "</section>";
    }
    errata(&mut html, package, language);
    html += "</div>";
    group(&mut html, package, None, language);
    for source in package.sources {
        group(&mut html, package, Some(source), language);
    }
    key(&mut html, language);
    html
}

/// The pictures in the order of the reading paths, as a list: the whole page first, then article by article.
pub(super) fn catalogue(package: &'static Package, language: Language) -> String {
    let mut html = String::new();
    for source in [None].into_iter().chain(package.sources.iter().map(Some)) {
        let mut items = String::new();
        for view in path(package, source) {
            let (id, title) = (view.id, escaped(view.title.get(language)));
            let _ = write!(items, r#"<li><a href="?view={id}" data-view="{id}" data-text="{id}">{title}</a></li>"#);
        }
        let (key, name) = heading(source, language);
        let _ = write!(html, r#"<section><h2 data-text="{key}">{name}</h2><ol>{items}</ol></section>"#);
    }
    html
}

/// The views that are drawn of an article, or of the whole page.
fn path(package: &'static Package, source: Option<&'static Source>) -> impl Iterator<Item = &'static View> {
    let wanted = source.map(|source| source.id);
    package.views.iter().filter(move |view| is_drawn(view) && view.source.map(|source| source.id) == wanted)
}

/// Key and text of the heading of a path.
fn heading(source: Option<&Source>, language: Language) -> (String, String) {
    match source {
        Some(source) => (format!("{}.headline", source.id), escaped(source.headline.get(language))),
        None => ("whole".to_owned(), escaped(Phrase::FrontWhole.get(language))),
    }
}

/// The first view that has to say something of an erratum that changes what is drawn.
fn lead(package: &'static Package) -> Option<&'static View> {
    let grave =
        |view: &&View| view.notes.iter().any(|note| note.erratum.is_some_and(|erratum| erratum.severity == Severity::Drawing));
    package.views.iter().filter(|view| is_drawn(view)).find(grave)
}

/// One picture: in small, with its finding and what to remember.
fn card(html: &mut String, view: &View, language: Language, level: &str) {
    let (id, title, takeaway) = (view.id, escaped(view.title.get(language)), escaped(view.takeaway.get(language)));
    let _ = write!(
        html,
        r#"<a href="?view={id}" data-view="{id}"><canvas data-miniature="{id}" aria-hidden="true"></canvas><{level} data-text="{id}">{title}</{level}><p data-text="{id}.takeaway">{takeaway}</p></a>"#
    );
}

/// The pictures of an article, or of the whole page, in their reading order.
fn group(html: &mut String, package: &'static Package, source: Option<&'static Source>, language: Language) {
    let (key, name) = heading(source, language);
    let id = source.map_or("whole", |source| source.id);
    let _ = write!(html, r#"<section class="group" data-source="{id}"><h2 data-text="{key}">{name}</h2>"#);
    if source.is_some() {
        let byline = words::page(package, language).into_iter().find(|(key, _)| *key == format!("{id}.byline"));
        let text = byline.map_or_else(String::new, |(_, text)| escaped(&text));
        let _ = write!(html, r#"<p class="byline" data-text="{id}.byline">{text}</p>"#);
    }
    html.push_str("<ol>");
    for view in path(package, source) {
        html.push_str("<li>");
        card(html, view, language, "h3");
        html.push_str("</li>");
    }
    html.push_str("</ol></section>");
}

/// The errata that change what is drawn: both readings, and why.
fn errata(html: &mut String, package: &'static Package, language: Language) {
    let heading = escaped(Phrase::FrontWrong.get(language));
    let _ = write!(html, r#"<section class="wrong"><h2 data-text="wrong">{heading}</h2><dl>"#);
    let words = words::page(package, language);
    let text = |key: &str| words.iter().find(|(known, _)| known == key).map_or_else(String::new, |(_, text)| escaped(text));
    for erratum in words::grave(package) {
        let id = erratum.id;
        let (reading, reason) = (text(&format!("{id}.reading")), text(&format!("{id}.reason")));
        let _ = write!(
            html,
            r#"<dt><a href="?datum={id}" data-state="datum={id}" data-text="{id}.reading">{reading}</a></dt><dd data-text="{id}.reason">{reason}</dd>"#
        );
    }
    let all = escaped(Phrase::AllErrata.get(language));
    let _ = write!(
        html,
        r#"</dl><p><a href="?view=evidence&amp;part=errata" data-state="view=evidence&amp;part=errata" data-text="errata">{all}</a></p></section>"#
    );
}

/// What the marks beside the figures mean.
fn key(html: &mut String, language: Language) {
    let heading = escaped(Phrase::FrontMarks.get(language));
    let _ = write!(html, r#"<section class="key"><h2 data-text="marks">{heading}</h2><dl>"#);
    for (i, (mark, phrase)) in KEY.iter().enumerate() {
        let (mark, text) = (escaped(mark), escaped(phrase.get(language)));
        let _ = write!(html, r#"<div><dt>{mark}</dt><dd data-text="key.{i}">{text}</dd></div>"#);
    }
    html.push_str("</dl></section>");
}
