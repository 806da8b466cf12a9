use super::Entry;
use crate::data::Language;

/// Writes an entry that old and new BibTeX styles read.
pub(super) fn write(entry: &Entry<'_>) -> String {
    let mut remarks = vec![entry.id.clone()];
    remarks.extend(entry.container.map(str::to_owned));
    remarks.extend(entry.remarks());
    let fields = [
        ("author", Some(format!("{{{}}}", tex(entry.authors)))),
        ("title", Some(format!("{{{}}}", tex(&entry.title)))),
        ("howpublished", Some(tex(entry.site))),
        ("version", Some(tex(entry.version))),
        ("year", entry.issued.map(|date| date.year().to_string())),
        ("month", entry.issued.and_then(|date| date.month()).map(|month| month.to_string())),
        ("url", Some(verbatim(entry.link)).filter(|link| !link.is_empty())),
        ("urldate", entry.accessed.map(|date| date.to_string())),
        ("langid", Some(if entry.language == Language::Zh { "chinese" } else { "english" }.to_owned())),
        ("note", Some(tex(&remarks.join(if entry.language == Language::Zh { "；" } else { "; " })))),
    ];
    let mut text = format!("@misc{{{},\n", entry.key());
    for (name, value) in fields {
        if let Some(value) = value {
            text.push_str(&format!("  {name} = {{{value}}},\n"));
        }
    }
    text.push_str("}\n");
    text
}

/// Text in which nothing is a command.
fn tex(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\\' => escaped.push_str("\\textbackslash{}"),
            '~' => escaped.push_str("\\textasciitilde{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            '&' | '%' | '$' | '#' | '_' | '{' | '}' => {
                escaped.push('\\');
                escaped.push(character);
            }
            _ => escaped.push(character),
        }
    }
    escaped
}

/// An address: taken as it stands, so that a brace in it would end the field.
fn verbatim(link: &str) -> String {
    link.replace('{', "%7B").replace('}', "%7D")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_a_command() {
        assert_eq!(tex("53% & {a_b}~\\x"), "53\\% \\& \\{a\\_b\\}\\textasciitilde{}\\textbackslash{}x");
        assert_eq!(verbatim("https://x/?a={b}"), "https://x/?a=%7Bb%7D");
    }
}
