//! A picture without a browser, by the id of its view: what other programs call.

use super::picture_svg;
use crate::chart::{FontMeasure, Frame, Options, Picture, Theme};
use crate::data::{Language, View, package};
use core::fmt;

/// How a picture is set. The default is Chinese, light and 720 CSS pixels wide.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Look {
    /// The language of its words.
    pub language: Language,
    /// Its colours.
    pub theme: Theme,
    /// Its width in CSS pixels, within [`WIDTHS`](crate::chart::WIDTHS): what is outside is drawn as at the border.
    pub width: f64,
}

impl Default for Look {
    fn default() -> Self {
        Self { language: Language::default(), theme: Theme::default(), width: 720.0 }
    }
}

impl Look {
    /// A view with its default options and text of the usual size, set like this.
    pub fn picture(self, view: &'static View) -> Picture<'static> {
        static DEFAULTS: Options = Options::new();
        static MEASURES: [FontMeasure; 2] = [FontMeasure(Language::Zh), FontMeasure(Language::En)];
        let Self { language, theme, width } = self;
        let [chinese, english] = &MEASURES;
        let measure = if language == Language::En { english } else { chinese };
        let frame = Frame { width, text_scale: 1.0, language, theme, measure };
        Picture { package: package(), view, options: &DEFAULTS, frame }
    }
}

/// There is no view of that id. The message names those that there are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownView(pub String);

impl fmt::Display for UnknownView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let known: Vec<&str> = package().views.iter().map(|view| view.id).collect();
        write!(f, "there is no view {:?}: choose from {}", self.0, known.join(", "))
    }
}

impl core::error::Error for UnknownView {}

/// A view, by id, as a stand-alone SVG document: text is text, and each datum is a group that says what it is.
///
/// ```
/// use article_charts::Look;
/// use article_charts::chart::Theme;
/// use article_charts::data::Language;
///
/// let look = Look { language: Language::En, theme: Theme::Dark, width: 360.0 };
/// let svg = article_charts::svg("scitech-share", look)?;
/// assert!(svg.starts_with("<svg ") && svg.contains("width=\"360\""));
/// # Ok::<(), article_charts::UnknownView>(())
/// ```
///
/// # Errors
/// If there is no view of that id.
pub fn view_svg(view: &str, look: Look) -> Result<String, UnknownView> {
    let known = package().views.iter().find(|row| row.id == view);
    known.and_then(|view| picture_svg(&look.picture(view))).ok_or_else(|| UnknownView(view.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_look_is_what_is_drawn() {
        let wide = view_svg("pipelines", Look::default()).unwrap();
        assert!(wide.contains("width=\"720\"") && wide.contains("lang=\"zh-Hans\""));
        let background = |theme| view_svg("pipelines", Look { theme, ..Look::default() }).unwrap().contains("#16181b");
        assert!(background(Theme::Dark) && !background(Theme::Light));
        assert!(view_svg("pipelines", Look { width: f64::NAN, ..Look::default() }).unwrap().contains("width=\"640\""));
    }

    #[test]
    fn an_unknown_view_is_named_with_those_that_there_are() {
        let error = view_svg("pipeline", Look::default()).unwrap_err();
        assert_eq!(error, UnknownView("pipeline".to_owned()));
        let said = error.to_string();
        assert!(said.contains("\"pipeline\"") && said.contains("success-rate, aid-ledger"), "{said}");
    }
}
