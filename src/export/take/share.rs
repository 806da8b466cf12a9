use super::super::escape::escaped;
use crate::data::Language;
use crate::explore::State;

/// A way to put a picture somewhere else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Share {
    /// The element, which receives corrections.
    Living,
    /// The element of one build, which never changes.
    Pinned,
    /// A frame, for pages that load no scripts of others.
    Frame,
    /// The picture drawn ahead, with a link.
    Picture,
    /// The address of the chart as one file.
    File,
}

impl Share {
    /// All of them, the usual first.
    pub const ALL: [Self; 5] = [Self::Living, Self::Pinned, Self::Frame, Self::Picture, Self::File];

    /// Its id.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Living => "living",
            Self::Pinned => "pinned",
            Self::Frame => "frame",
            Self::Picture => "picture",
            Self::File => "file",
        }
    }
}

/// Where the files are that a snippet asks for.
#[derive(Clone, Copy, Debug)]
pub struct Published<'a> {
    /// The folder of the page that shows any picture; ends with a slash.
    pub page: &'a str,
    /// The hash of the build; empty where it is not known.
    pub build: &'a str,
    /// That of its script, as the attribute `integrity` has it.
    pub integrity: &'a str,
}

/// What is pasted into a page to show the picture of a state there: HTML, or for a file its address. `None` for what needs a build that is
/// not known, and for a state without a view.
pub fn share(share: Share, published: Published<'_>, state: &State, language: Language) -> Option<String> {
    let view = crate::data::package().views.iter().find(|view| view.id == state.view)?;
    let state = State { language: Some(language), ..state.clone() };
    let Published { page, build, integrity } = published;
    let (page, query, lang) = (escaped(page), escaped(&state.to_query()), language.subtag());
    let (id, title, takeaway) = (view.id, escaped(view.title.get(language)), escaped(view.takeaway.get(language)));
    let link = format!("<a href=\"{page}?{query}\">{title}</a>");
    let element = |script: &str| {
        let chart = format!("<article-chart view=\"{id}\" lang=\"{lang}\" state=\"{query}\">");
        format!("<script type=\"module\" {script}></script>\n{chart}\n  <p>{takeaway} {link}</p>\n</article-chart>")
    };
    Some(match share {
        Share::Living => element(&format!("src=\"{page}v1/article-chart.js\"")),
        Share::Pinned if build.is_empty() || integrity.is_empty() => return None,
        Share::Pinned => {
            let (build, integrity) = (escaped(build), escaped(integrity));
            element(&format!("src=\"{page}r/{build}/article-chart.js\" integrity=\"{integrity}\" crossorigin=\"anonymous\""))
        }
        Share::Frame => format!(
            "<iframe src=\"{page}embed.html?{query}\" title=\"{title}\" width=\"100%\" height=\"720\" loading=\"lazy\" frameborder=\"0\" \
             sandbox=\"allow-scripts allow-popups allow-downloads\"></iframe>\n<script async src=\"{page}embed.js\"></script>"
        ),
        Share::Picture => {
            let theme = state.theme.map_or("light", crate::chart::Theme::name);
            let picture = format!("{page}static/{id}.{lang}.{theme}.720.svg");
            format!("<a href=\"{page}?{query}\"><img src=\"{picture}\" width=\"720\" alt=\"{takeaway}\"></a>")
        }
        Share::File => format!("{page}single/{id}.html?{query}").replace("&amp;", "&"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::package;

    const PUBLISHED: Published<'_> = Published { page: "https://example.org/a&b/", build: "0123", integrity: "sha384-x+/=" };

    fn snippet(kind: Share, query: &str) -> Option<String> {
        let (state, problems) = State::from_query(package(), query);
        assert_eq!(problems, []);
        share(kind, PUBLISHED, &state, Language::En)
    }

    #[test]
    fn a_snippet_keeps_the_state_and_leaves_no_attribute() {
        for kind in Share::ALL {
            let text = snippet(kind, "view=cooperation-series&years=printed&theme=dark").unwrap();
            assert!(text.contains("https://example.org/a"), "{text}");
            assert_eq!(text.contains("a&amp;b"), kind != Share::File, "{text}");
            assert!(text.contains("cooperation-series"), "{text}");
            assert!(text.contains("years=printed") && text.contains("theme=dark"), "{text}");
        }
    }

    #[test]
    fn what_is_pinned_needs_a_build() {
        assert!(
            snippet(Share::Pinned, "view=pipelines").unwrap().contains("r/0123/article-chart.js\" integrity=\"sha384-x+/=\"")
        );
        let (state, _) = State::from_query(package(), "view=pipelines");
        assert_eq!(share(Share::Pinned, Published { build: "", ..PUBLISHED }, &state, Language::En), None);
    }

    #[test]
    fn a_picture_is_one_that_is_drawn_ahead() {
        let text = snippet(Share::Picture, "view=pipelines").unwrap();
        assert!(text.contains("static/pipelines.en.light.720.svg") && text.contains("alt=\""), "{text}");
    }
}
