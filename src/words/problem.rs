use super::Sentence;
use crate::data::Language;

/// What is wrong with a link or an attribute. The picture that is shown instead is the default one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The link is of a version that this module does not know.
    Version(String),
    /// There is no such package.
    Package(String),
    /// There is no such view.
    View(String),
    /// There is no such language.
    Language(String),
    /// There is no such theme.
    Theme(String),
    /// The view has no such option.
    Option(String, String),
    /// The picture has no such datum.
    Datum(String),
    /// The link cannot be read at all from here on.
    Malformed(String),
}

/// The longest piece of somebody else's text that is repeated in a message, in characters.
const LONGEST: usize = 40;

impl Problem {
    /// The message in a language: what was asked for, and what can be done.
    pub fn text(&self, language: Language) -> String {
        let (phrase, asked) = match self {
            Self::Version(asked) => (Sentence::BadVersion, asked),
            Self::Package(asked) => (Sentence::BadPackage, asked),
            Self::View(asked) => (Sentence::BadView, asked),
            Self::Language(asked) => (Sentence::BadLanguage, asked),
            Self::Theme(asked) => (Sentence::BadTheme, asked),
            Self::Option(toggle, asked) => return Sentence::BadOption.with(&[&tame(toggle), &tame(asked)], language),
            Self::Datum(asked) => (Sentence::BadDatum, asked),
            Self::Malformed(asked) => (Sentence::Unreadable, asked),
        };
        phrase.with(&[&tame(asked)], language)
    }
}

/// Somebody else's text, safe to repeat: short, and without control characters or marks that turn the direction of writing.
fn tame(text: &str) -> String {
    let turns = |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let mut tamed = String::new();
    for (place, character) in text.chars().enumerate() {
        if place == LONGEST {
            tamed.push('…');
            break;
        }
        tamed.push(if character.is_control() || turns(character) { '\u{fffd}' } else { character });
    }
    tamed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hostile_value_is_shortened_and_tamed() {
        let long = "x".repeat(5000);
        assert!(Problem::View(long).text(Language::En).chars().count() < 200);
        let turned = Problem::View("a\u{202e}b\u{0007}c".to_owned()).text(Language::Zh);
        assert!(turned.contains("a\u{fffd}b\u{fffd}c"), "{turned}");
    }
}
