use crate::data::Source;
use crate::scene::Color;

/// Which set of colours a picture is painted in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Dark ink on warm paper.
    #[default]
    Light,
    /// Light ink on near-black.
    Dark,
    /// The colours that the reader's system forces on every page.
    Forced(SystemColors),
}

/// What a system in forced colours asks for: CSS `Canvas`, `CanvasText` and `LinkText`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SystemColors {
    /// Behind everything.
    pub canvas: Color,
    /// Text.
    pub text: Color,
    /// Text that stands out.
    pub link: Color,
}

/// The colours of a picture, by what they are for. Each text colour has 4.5:1 and each mark 3:1 against the background.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Palette {
    /// Behind everything.
    pub background: Color,
    /// Figures, titles, axes.
    pub ink: Color,
    /// Second-rank text.
    pub muted: Color,
    /// Grid lines: they help the eye and carry nothing.
    pub grid: Color,
    /// Hatches: the outline of the gap carries the meaning.
    pub hatch: Color,
    /// The article's own colour, for marks and their figures.
    pub accent: Color,
    /// Our readings of misprints and other remarks of ours.
    pub remark: Color,
}

/// A colour by what it is for: the marks name tones, and the sketch knows the palette that they come from.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Tone {
    Background,
    Ink,
    Muted,
    Grid,
    Hatch,
    Accent,
    Remark,
    /// An area in the colour of the grid, through which one sees.
    Veil,
    /// The accents of the articles in a picture that crosses them.
    First,
    Second,
    Third,
}

impl Tone {
    /// The accent of an article.
    pub(super) fn of(source: &Source) -> Self {
        match source.id {
            "A1" => Self::First,
            "A2" => Self::Second,
            "A3" => Self::Third,
            _ => Self::Ink,
        }
    }
}

impl Theme {
    /// The name in links and in the controls.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Forced(_) => "forced",
        }
    }

    /// The theme of that name that a reader can choose.
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "light" => Some(Self::Light),
            "dark" => Some(Self::Dark),
            _ => None,
        }
    }

    /// The colours for a view of an article: each article has an accent of its own, what crosses articles has the ink.
    pub fn palette(self, source: &str) -> Palette {
        if let Self::Forced(colors) = self {
            return colors.palette();
        }
        let [background, ink, muted, grid, hatch, remark] = match self {
            Self::Light => [0xfbf8f2, 0x1f1b16, 0x5f574c, 0xded7c9, 0xcfc6b5, 0x8a4b00],
            _ => [0x16181b, 0xece7dd, 0xaaa397, 0x33363b, 0x454a51, 0xe3a857],
        };
        let accent = match (self, source) {
            (Self::Light, "A1") => 0xb3341c,
            (Self::Light, "A2") => 0x0a6b66,
            (Self::Light, "A3") => 0x41509e,
            (Self::Dark, "A1") => 0xf58a6c,
            (Self::Dark, "A2") => 0x52c2b4,
            (Self::Dark, "A3") => 0xa3b1f5,
            _ => ink,
        };
        Palette {
            background: Color::rgb(background),
            ink: Color::rgb(ink),
            muted: Color::rgb(muted),
            grid: Color::rgb(grid),
            hatch: Color::rgb(hatch),
            accent: Color::rgb(accent),
            remark: Color::rgb(remark),
        }
    }
}

impl SystemColors {
    /// Everything that is said by colour elsewhere is said by the system's few colours; signs and outlines carry the meaning.
    fn palette(self) -> Palette {
        let Self { canvas, text, link } = self;
        let accent = if link.contrast(canvas) >= 4.5 { link } else { text };
        let faint = text.faded(96);
        Palette { background: canvas, ink: text, muted: text, grid: faint, hatch: faint, accent, remark: text }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_has_4_5_to_1_and_marks_have_3_to_1_in_every_theme() {
        for theme in [Theme::Light, Theme::Dark] {
            for source in ["A1", "A2", "A3", ""] {
                let p = theme.palette(source);
                for text in [p.ink, p.muted, p.accent, p.remark] {
                    let ratio = text.contrast(p.background);
                    assert!(ratio >= 4.5, "{theme:?} {source} {text:?}: {ratio:.2}");
                }
            }
        }
    }

    #[test]
    fn forced_colours_are_the_systems_own_and_stay_readable() {
        let (black, white) = (Color::rgb(0), Color::rgb(0xff_ff_ff));
        let palette = |link| Theme::Forced(SystemColors { canvas: black, text: white, link }).palette("A1");
        assert_eq!(palette(Color::rgb(0xff_ff_00)).accent, Color::rgb(0xff_ff_00));
        assert_eq!(palette(Color::rgb(0x00_00_80)).accent, white, "a link that cannot be read is not used");
        assert_eq!(palette(white).background, black);
    }

    #[test]
    fn names_lead_back_to_their_theme() {
        for theme in [Theme::Light, Theme::Dark] {
            assert_eq!(Theme::from_name(theme.name()), Some(theme));
        }
        assert_eq!(Theme::from_name("sepia"), None);
    }
}
