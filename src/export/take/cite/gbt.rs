use super::{Entry, capital};
use crate::data::{Language, Source};
use crate::words::{Take, version};

/// Writes GB/T 7714-2015: a data set on the net, a datum as a part of its chart; and the articles, newspaper pieces whose date is not
/// printed, in brackets as the standard puts what is inferred.
pub(super) fn write(entry: &Entry<'_>) -> String {
    let zh = entry.language == Language::Zh;
    let id = if zh { format!("（{}）", entry.id) } else { format!(" ({})", entry.id) };
    let mut text = format!("{}. {}{id}[DS/OL]", entry.authors, entry.title);
    if let Some(chart) = entry.container {
        text.push_str(&format!("//{chart}"));
    }
    text.push_str(&format!(". {}. ", capital(&version(entry.version, entry.language))));
    if let Some(issued) = entry.issued {
        text.push_str(&format!("({issued})"));
    }
    if let Some(accessed) = entry.accessed {
        text.push_str(&format!("[{accessed}]"));
    }
    text.push('.');
    if !entry.link.is_empty() {
        text.push_str(&format!(" {}.", entry.link));
    }
    for source in &entry.sources {
        text.push_str(&format!("\n{}{}", Take::BasedOn.get(entry.language), article(source)));
    }
    text
}

/// An article, in its own language.
fn article(source: &Source) -> String {
    let publisher = source.publisher.zh;
    let publisher = if source.publisher_inferred { format!("[{publisher}]") } else { publisher.to_owned() };
    let date = source.earliest_date.map_or_else(String::new, |earliest| format!(", [{earliest}以后]"));
    format!("{}. {}[N]. {publisher}{date}.", source.byline.zh.trim_start_matches("本报记者"), source.headline.zh)
}
