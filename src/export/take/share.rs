use super::super::escape::escaped;
use super::super::{Look, STILL_THEMES, STILL_WIDTHS, Surroundings, figure_name, fragment, frame_height, pictures};
use crate::data::{Language, View, package};
use crate::explore::State;
use crate::words::Take;

/// A way to show a picture somewhere else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Share {
    /// The address of the picture.
    Link,
    /// The address of a page that other sites show with its picture.
    Card,
    /// The element, which receives corrections.
    Living,
    /// The element of one build, which never changes.
    Pinned,
    /// A frame, for pages that load no scripts of others.
    Frame,
    /// The figure drawn ahead, which needs no script.
    Picture,
    /// The address of the chart as one file.
    File,
}

impl Share {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 7] = [Self::Link, Self::Card, Self::Living, Self::Pinned, Self::Frame, Self::Picture, Self::File];

    /// Its id.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Link => "link",
            Self::Card => "card",
            Self::Living => "living",
            Self::Pinned => "pinned",
            Self::Frame => "frame",
            Self::Picture => "picture",
            Self::File => "file",
        }
    }

    /// Its name, and what it is for.
    pub const fn words(self) -> [Take; 2] {
        match self {
            Self::Link => [Take::ShareLink, Take::ShareLinkNote],
            Self::Card => [Take::ShareCard, Take::ShareCardNote],
            Self::Living => [Take::ShareLiving, Take::ShareLivingNote],
            Self::Pinned => [Take::SharePinned, Take::SharePinnedNote],
            Self::Frame => [Take::ShareFrame, Take::ShareFrameNote],
            Self::Picture => [Take::SharePicture, Take::SharePictureNote],
            Self::File => [Take::ShareFile, Take::ShareFileNote],
        }
    }
}

/// What is published, and where: what a snippet asks for has to be there.
#[derive(Clone, Copy, Debug)]
pub struct Published<'a> {
    /// The folder of the page that shows any picture; ends with a slash.
    pub page: &'a str,
    /// The hash of the build; empty where it is not known.
    pub build: &'a str,
    /// That of its script, as the attribute `integrity` has it.
    pub integrity: &'a str,
    /// The files that are listed there, by their paths; empty where there is no list, as in a build to try something.
    pub files: &'a [String],
}

impl Published<'_> {
    fn has(&self, path: &str) -> bool {
        self.files.iter().any(|file| file == path)
    }
}

/// How a picture is to be shown elsewhere: its state, with language and theme, and whether without controls.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'a> {
    /// The picture.
    pub state: &'a State,
    /// The language of its words.
    pub language: Language,
    /// Without toggles, menu and list of keys.
    pub bare: bool,
}

/// What is pasted elsewhere to show a picture there, and what is said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snippet {
    /// HTML, or an address.
    pub text: String,
    /// The numbers that end what is said of the way: a height or sizes in pixels. Empty where there are none.
    pub sizes: String,
}

/// What is pasted to show a picture elsewhere in a way. `None` for what the build does not offer, and for a state without a view.
pub fn share(way: Share, published: Published<'_>, shown: Shown<'_>) -> Option<Snippet> {
    let Shown { state, language, bare } = shown;
    let view = package().views.iter().find(|view| view.id == state.view)?;
    let state = State { language: Some(language), ..state.clone() };
    let Published { page, build, integrity, .. } = published;
    let asked = state.to_query();
    let address = format!("{page}?{asked}");
    let (page, query, lang, id) = (escaped(page), escaped(&asked), language.subtag(), view.id);
    let title = escaped(view.title.get(language));
    let element = |script: &str| {
        let controls = if bare { " controls=\"none\"" } else { "" };
        let takeaway = escaped(view.takeaway.get(language));
        // View and language are attributes, which who pastes it may change; the state says the rest, if there is any.
        let rest: Vec<&str> = asked.split('&').filter(|pair| !pair.starts_with("view=") && !pair.starts_with("lang=")).collect();
        let rest = if rest.len() > 1 { format!(" state=\"{}\"", escaped(&rest.join("&"))) } else { String::new() };
        format!(
            "<script type=\"module\" {script}></script>\n\
             <article-chart view=\"{id}\" lang=\"{lang}\"{rest}{controls}>\n  \
             <p>{takeaway} <a href=\"{page}?{query}\">{title}</a></p>\n</article-chart>"
        )
    };
    let snippet = |text: String| Some(Snippet { text, sizes: String::new() });
    match way {
        Share::Link => snippet(address),
        Share::Card => {
            let file = format!("share/{}.html", figure_name(view, language));
            published.has(&file).then(|| snippet(format!("{}{file}", published.page)))?
        }
        Share::Living => {
            published.has("v1/article-chart.js").then(|| snippet(element(&format!("src=\"{page}v1/article-chart.js\""))))?
        }
        Share::Pinned => {
            let script = format!("r/{build}/article-chart.js");
            let integrity = escaped(integrity);
            let source = format!("src=\"{page}{}\" integrity=\"{integrity}\" crossorigin=\"anonymous\"", escaped(&script));
            (published.has(&script) && !integrity.is_empty()).then(|| snippet(element(&source)))?
        }
        Share::Frame => {
            let height = frame_height(view, language)?;
            let controls = if bare { "&amp;controls=none" } else { "" };
            let text = format!(
                "<iframe src=\"{page}embed.html?{query}{controls}\" title=\"{title}\" width=\"100%\" height=\"{height}\" loading=\"lazy\" \
                 frameborder=\"0\" sandbox=\"allow-scripts allow-popups allow-downloads\"></iframe>\n\
                 <script async src=\"{page}embed.js\"></script>"
            );
            Some(Snippet { text, sizes: height.to_string() })
        }
        Share::Picture => picture(view, &state, language, &page, &address),
        Share::File => {
            let file = format!("single/{id}.html");
            published.has(&file).then(|| snippet(format!("{}{file}?{asked}", published.page)))?
        }
    }
}

/// The figure drawn ahead, in the theme that is asked for, or in the reader's; `address` is that of the live chart.
fn picture(view: &'static View, state: &State, language: Language, page: &str, address: &str) -> Option<Snippet> {
    let stills = format!("{page}static/");
    let around = Surroundings { stills: &stills, pages: None, png: false };
    let chosen = state.theme.map(|theme| [theme]);
    let themes = chosen.as_ref().map_or(&STILL_THEMES[..], |theme| &theme[..]);
    // In a column that is narrower than the picture, on a page that has no rule for it.
    let pictures = pictures(view, language, themes, around)?.replace("<img ", "<img style=\"max-width: 100%; height: auto\" ");
    let sizes = STILL_WIDTHS.iter().rev().map(|width| {
        let width = f64::from(*width);
        Some(format!("{width}×{}", Look { language, width, ..Look::default() }.picture(view).draw()?.height))
    });
    let sizes = sizes.collect::<Option<Vec<_>>>()?.join(if language == Language::Zh { "、" } else { ", " });
    Some(Snippet { text: fragment(package(), view, language, &pictures, Some(address))?, sizes })
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "https://example.org/a&b/";

    fn snippets(query: &str, files: &[&str], bare: bool) -> Vec<(Share, Snippet)> {
        let files: Vec<String> = files.iter().map(|file| (*file).to_owned()).collect();
        let published = Published { page: PAGE, build: "0123", integrity: "sha384-x+/=", files: &files };
        let (state, problems) = State::from_query(package(), query);
        assert_eq!(problems, []);
        let shown = Shown { state: &state, language: Language::En, bare };
        Share::ALL.into_iter().filter_map(|way| Some((way, share(way, published, shown)?))).collect()
    }

    const FILES: [&str; 4] =
        ["v1/article-chart.js", "r/0123/article-chart.js", "single/cooperation-series.html", "share/cooperation-series.en.html"];

    #[test]
    fn a_snippet_keeps_the_state_and_leaves_no_attribute() {
        let all = snippets("view=cooperation-series&years=printed&theme=dark", &FILES, false);
        assert_eq!(all.iter().map(|(way, _)| *way).collect::<Vec<_>>(), Share::ALL);
        for (way, Snippet { text, .. }) in all {
            assert!(text.contains("https://example.org/a") && text.contains("cooperation-series"), "{text}");
            let address = matches!(way, Share::Link | Share::Card | Share::File);
            assert_eq!(text.contains("a&amp;b"), !address, "{text}");
            assert_eq!(text.contains("years=printed") && text.contains("theme=dark"), way != Share::Card, "{text}");
            assert!(!text.contains("controls=none") && !text.contains("controls=\"none\""), "{text}");
        }
    }

    #[test]
    fn what_the_build_has_not_is_not_offered() {
        let ways = |files: &[&str]| snippets("view=pipelines", files, false).into_iter().map(|(way, _)| way).collect::<Vec<_>>();
        assert_eq!(ways(&[]), [Share::Link, Share::Frame, Share::Picture]);
        assert_eq!(ways(&["r/4567/article-chart.js", "single/evidence.html", "share/pipelines.zh.html"]), ways(&[]));
        assert!(ways(&["r/0123/article-chart.js"]).contains(&Share::Pinned));
    }

    #[test]
    fn without_controls_is_asked_for_where_there_are_any() {
        for (way, Snippet { text, .. }) in snippets("view=cooperation-series", &FILES, true) {
            let asked = text.contains("controls=\"none\"") || text.contains("&amp;controls=none");
            assert_eq!(asked, matches!(way, Share::Living | Share::Pinned | Share::Frame), "{text}");
        }
    }

    #[test]
    fn a_picture_is_drawn_ahead_in_the_theme_that_is_asked_for() {
        let picture = |query: &str| {
            let found = snippets(query, &[], false).into_iter().find(|(way, _)| *way == Share::Picture);
            found.map(|(_, snippet)| snippet).unwrap()
        };
        let Snippet { text, sizes } = picture("view=pipelines");
        assert!(text.contains("(prefers-color-scheme: dark)") && text.contains("static/pipelines.en.light.720.svg"), "{text}");
        assert!(sizes.starts_with("720×") && sizes.contains(", 360×"), "{sizes}");
        let dark = picture("view=pipelines&theme=dark").text;
        assert!(dark.contains("srcset=\"https://example.org/a&amp;b/static/pipelines.en.dark.360.svg\""), "{dark}");
        assert!(!dark.contains("light") && !dark.contains("prefers-color-scheme"), "{dark}");
        assert!(dark.contains("a&amp;b/?v=1&amp;view=pipelines") && dark.contains("</table>"), "{dark}");
    }
}
