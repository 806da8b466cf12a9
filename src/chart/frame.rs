use super::{Measure, Palette, Theme};
use crate::data::Language;
use crate::scene::Weight;

/// The room that a picture has, and how it is to be set.
#[derive(Clone, Copy)]
pub struct Frame<'a> {
    /// Width in CSS pixels.
    pub width: f64,
    /// The reader's text size divided by the usual 16 CSS pixels.
    pub text_scale: f64,
    /// The language of its words.
    pub language: Language,
    /// Its colours.
    pub theme: Theme,
    /// What measures its text.
    pub measure: &'a dyn Measure,
}

/// Sizes of type in CSS pixels at a text scale of 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Type {
    /// Ticks, gap labels: the smallest there is.
    Small,
    /// Labels beside marks.
    Label,
    /// Names of panels and groups.
    Name,
    /// Figures of marks.
    Figure,
    /// The figures that a picture is about.
    Headline,
    /// The same where figures are all that there is and have the room.
    Display,
    /// The one figure that a picture is about, where there is room for it.
    Hero,
}

impl Type {
    const fn size(self) -> f64 {
        match self {
            Self::Small => 12.0,
            Self::Label => 13.0,
            Self::Name => 15.0,
            Self::Figure => 18.0,
            Self::Headline => 34.0,
            Self::Display => 42.0,
            Self::Hero => 56.0,
        }
    }
}

/// The narrowest and the widest picture that is laid out; outside it is as good as at the border.
pub const WIDTHS: (f64, f64) = (240.0, 2400.0);

impl<'a> Frame<'a> {
    /// The same frame with a width and a text scale that a layout can work with.
    pub fn sane(self) -> Self {
        let width = if self.width.is_finite() { self.width } else { 640.0 };
        let scale = if self.text_scale.is_finite() { self.text_scale } else { 1.0 };
        Self { width: width.clamp(WIDTHS.0, WIDTHS.1).floor(), text_scale: scale.clamp(1.0, 3.0), ..self }
    }

    /// Font size of a kind of text, in CSS pixels.
    #[inline(never)]
    pub fn size(&self, kind: Type) -> f64 {
        let scale = match kind {
            // What is large already grows less, so that it still fits beside what it belongs to.
            Type::Figure | Type::Headline | Type::Display | Type::Hero => self.text_scale.sqrt(),
            Type::Small | Type::Label | Type::Name => self.text_scale,
        };
        kind.size() * scale
    }

    /// From one baseline to the next.
    #[inline(never)]
    pub fn line(&self, kind: Type) -> f64 {
        (self.size(kind) * 1.4).round()
    }

    /// How wide a line of text is, in CSS pixels.
    pub fn width_of(&self, text: &str, kind: Type, weight: Weight) -> f64 {
        self.measure.width(text, self.size(kind), weight)
    }

    /// The colours for a view of an article.
    pub fn palette(&self, source: &str) -> Palette {
        self.theme.palette(source)
    }
}
