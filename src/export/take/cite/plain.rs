use super::Entry;
use crate::data::Language;
use crate::words::{date, version};

/// Writes sentences.
pub(super) fn write(entry: &Entry<'_>) -> String {
    let language = entry.language;
    let zh = language == Language::Zh;
    let mut first = match (entry.container, zh) {
        (None, true) => format!("{}：《{}》（{}）", entry.authors, entry.title, entry.id),
        (Some(chart), true) => format!("{}：{}（{}），见《{chart}》", entry.authors, entry.title, entry.id),
        (None, false) => format!("{}. “{}” ({})", entry.authors, entry.title, entry.id),
        (Some(chart), false) => format!("{}. {} ({}), in: “{chart}”", entry.authors, entry.title, entry.id),
    };
    let comma = if zh { "，" } else { ", " };
    for part in [entry.site, &version(entry.version, language)] {
        first.push_str(comma);
        first.push_str(part);
    }
    if let Some(issued) = entry.issued {
        first.push_str(comma);
        first.push_str(&date(issued, language));
    }
    let accessed = entry.accessed.map(|on| date(on, language));
    let seen = match (entry.link, accessed, zh) {
        ("", None, _) => None,
        ("", Some(accessed), true) => Some(format!("{accessed}访问")),
        ("", Some(accessed), false) => Some(format!("Accessed {accessed}")),
        (link, None, _) => Some(link.to_owned()),
        // A space ends the address: a bracket could be part of it.
        (link, Some(accessed), true) => Some(format!("{link} （{accessed}访问）")),
        (link, Some(accessed), false) => Some(format!("{link} (accessed {accessed})")),
    };
    let sentences: Vec<String> = [first].into_iter().chain(seen).chain(entry.remarks()).collect();
    let (stop, space) = if zh { ("。", "") } else { (".", " ") };
    sentences.iter().map(|sentence| format!("{sentence}{stop}")).collect::<Vec<_>>().join(space)
}
