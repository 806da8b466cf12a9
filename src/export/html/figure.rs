use super::super::escape::escaped;
use super::super::view::Look;
use crate::chart::Theme;
use crate::data::{Language, Package, View};
use crate::words::{self, Sheet, Take};
use std::fmt::Write;

/// The widths in which every view is drawn ahead of its readers, in CSS pixels: a telephone and a column of text.
pub const STILL_WIDTHS: [u16; 2] = [360, 720];

/// The themes in which it is.
pub const STILL_THEMES: [Theme; 2] = [Theme::Light, Theme::Dark];

/// The name of such a picture, without its ending: `pipelines.en.dark.360`.
pub fn still_name(view: &View, language: Language, theme: Theme, width: u16) -> String {
    format!("{}.{}.{width}", figure_name(view, language), theme.name())
}

/// The name of the figure around these pictures, without its ending: `pipelines.en`.
pub fn figure_name(view: &View, language: Language) -> String {
    format!("{}.{}", view.id, language.subtag())
}

/// Where the files around a figure are, seen from where it stands.
#[derive(Clone, Copy, Debug)]
pub struct Surroundings<'a> {
    /// The folder of the pictures; empty or ends with a slash.
    pub stills: &'a str,
    /// The folder of the pages that show the live charts; empty or ends with a slash. `None` where they cannot be reached.
    pub pages: Option<&'a str>,
    /// Whether the pictures are there as PNG too.
    pub png: bool,
}

/// A view as a figure that needs neither script nor style: title, picture in both themes and widths, notes, source, table, and the way to
/// the live chart. It is a fragment, for an article, a feed, or the inside of the element until the live chart takes its place.
pub fn figure(package: &Package, view: &'static View, language: Language, around: Surroundings<'_>) -> Option<String> {
    let live = around.pages.map(|pages| format!("{pages}{}?view={}", super::page_file(language), view.id));
    let pictures = pictures(view, language, &STILL_THEMES, around)?;
    fragment(package, view, language, &pictures, live.as_deref())
}

/// The same around these pictures; `live` is the address of the live chart.
pub fn fragment(
    package: &Package,
    view: &'static View,
    language: Language,
    pictures: &str,
    live: Option<&str>,
) -> Option<String> {
    let sheet = words(view, language)?;
    let (tag, title, subtitle) = (language.tag(), escaped(sheet.title), escaped(&sheet.subtitle));
    // The style that keeps the room of the live chart asks how many toggles that has.
    let toggles = view.toggles.len();
    let mut html = format!("<figure lang=\"{tag}\" data-toggles=\"{toggles}\">\n");
    let _ = writeln!(html, "<figcaption><h2>{title}</h2><p>{subtitle}</p></figcaption>");
    html += pictures;
    html += &remarks(&sheet);
    let version = escaped(&words::version(package.about().version, language));
    let open = Take::Live.get(language);
    let live = live.map_or_else(String::new, |address| format!("<a href=\"{}\">{open}</a> · ", escaped(address)));
    let _ = writeln!(html, "<p>{live}{version}</p>");
    let _ = writeln!(html, "<div>{}</div>\n</figure>", table(&sheet));
    Some(html)
}

/// What is said of a view with its default options. `None` where the module has no mark for it.
pub(super) fn words(view: &'static View, language: Language) -> Option<Sheet> {
    let picture = Look { language, ..Look::default() }.picture(view);
    let scene = picture.draw()?;
    let shown: Vec<&str> = scene.datums.iter().map(|datum| datum.id).collect();
    Some(picture.sheet(&picture.describe(&shown)))
}

/// The picture: as SVG for the reader's window, and theme where there is a choice; as PNG for who knows neither.
pub fn pictures(view: &'static View, language: Language, themes: &[Theme], around: Surroundings<'_>) -> Option<String> {
    let height = |width: u16| Some(Look { language, width: width.into(), ..Look::default() }.picture(view).draw()?.height);
    let [narrow, wide] = STILL_WIDTHS;
    let mut html = String::from("<picture>\n");
    // What fits everybody comes last.
    let (last, others) = themes.split_first()?;
    for theme in others.iter().chain([last]).copied() {
        for width in [narrow, wide] {
            let name = still_name(view, language, theme, width);
            let queries = [
                (theme == Theme::Dark && !others.is_empty()).then(|| "(prefers-color-scheme: dark)".to_owned()),
                (width == narrow).then(|| format!("(max-width: {}px)", wide - 1)),
            ];
            let media = queries.into_iter().flatten().collect::<Vec<_>>().join(" and ");
            let media = if media.is_empty() { media } else { format!(" media=\"{media}\"") };
            let (folder, height) = (around.stills, height(width)?);
            let _ = writeln!(
                html,
                "<source{media} srcset=\"{folder}{name}.svg\" type=\"image/svg+xml\" width=\"{width}\" height=\"{height}\">"
            );
        }
    }
    let (folder, name, height) = (around.stills, still_name(view, language, *last, wide), height(wide)?);
    let ending = if around.png { "png" } else { "svg" };
    let alt = escaped(view.takeaway.get(language));
    let _ = writeln!(
        html,
        "<img src=\"{folder}{name}.{ending}\" width=\"{wide}\" height=\"{height}\" alt=\"{alt}\" decoding=\"async\">\n</picture>"
    );
    Some(html)
}

/// What was done to the data, and where it was printed.
pub(super) fn remarks(sheet: &Sheet) -> String {
    let mut html = String::from("<ul>");
    for note in &sheet.notes {
        let _ = write!(html, "<li>{}</li>", escaped(note));
    }
    let list = if sheet.notes.is_empty() { String::new() } else { html + "</ul>\n" };
    format!("{list}<p>{}</p>\n", escaped(&sheet.source))
}

/// The data table.
pub(super) fn table(sheet: &Sheet) -> String {
    let mut html = format!("<table><caption>{}</caption><thead><tr>", escaped(&sheet.table.caption));
    for column in &sheet.table.columns {
        let _ = write!(html, r#"<th scope="col">{}</th>"#, escaped(column));
    }
    html += "</tr></thead><tbody>";
    for row in &sheet.table.rows {
        let _ = write!(html, r#"<tr data-datum="{}">"#, escaped(row.datum));
        for (i, cell) in row.cells.iter().enumerate() {
            let cell = escaped(cell);
            html += &if i == 0 { format!(r#"<th scope="row">{cell}</th>"#) } else { format!("<td>{cell}</td>") };
        }
        html += "</tr>";
    }
    html + "</tbody></table>"
}
