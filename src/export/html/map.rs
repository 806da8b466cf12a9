use super::super::escape::escaped;
use crate::data::{Language, Package};
use std::fmt::Write;

/// The articles as a map: a line a section, a cell a paragraph. The page lights up the places of the present picture.
pub(super) fn cells(package: &Package, language: Language) -> String {
    let mut html = String::new();
    for source in package.sources {
        let (id, headline) = (source.id, escaped(source.headline.get(language)));
        let _ = write!(html, r#"<section data-source="{id}"><h3 data-text="{id}.headline">{headline}</h3><ol>"#);
        for section in source.sections {
            let (number, heading) = (section.number, escaped(section.heading.get(language)));
            let _ = write!(
                html,
                r#"<li data-place="{id}.{number}"><span data-text="{id}.{number}">{heading}</span><span class="cells">"#
            );
            for paragraph in 1..=section.paragraphs {
                let _ = write!(html, r#"<i data-place="{id}.{number}.{paragraph}"></i>"#);
            }
            html += "</span></li>";
        }
        html += "</ol></section>";
    }
    html
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{Paragraph, package};

    #[test]
    fn every_statement_has_its_cell() {
        let html = cells(package(), Language::Zh);
        for row in package().observations {
            let section = format!("{}.{}", row.source.id, row.section);
            let place = match row.paragraph {
                Some(Paragraph::Number(number)) => format!("{section}.{number}"),
                _ => section,
            };
            assert_eq!(html.matches(&format!("data-place=\"{place}\"")).count(), 1, "{} at {place}", row.id);
        }
    }
}
