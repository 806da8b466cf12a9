//! A text in both languages.

use super::Language;

/// The same text in Chinese and English; both are filled or both are empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bilingual {
    /// The Chinese text.
    pub zh: &'static str,
    /// The English text.
    pub en: &'static str,
}

impl Bilingual {
    /// The text in `language`.
    #[must_use]
    pub const fn get(&self, language: Language) -> &'static str {
        match language {
            Language::Zh => self.zh,
            Language::En => self.en,
        }
    }

    /// Whether there is no text.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.zh.is_empty() && self.en.is_empty()
    }
}
