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
        let zh = language == Language::Zh;
        match self {
            Self::Version(asked) if zh => format!("链接的版本“{}”无法识别，已按现行版本打开。", tame(asked)),
            Self::Version(asked) => {
                format!("The link is of version “{}”, which is unknown here; it was read as the current one.", tame(asked))
            }
            Self::Package(asked) if zh => format!("没有名为“{}”的数据包，已改用现有的一份。", tame(asked)),
            Self::Package(asked) => format!("There is no data package “{}”; the one at hand is used.", tame(asked)),
            Self::View(asked) if zh => format!("没有名为“{}”的图，以下是默认的图。请从图表目录里选。", tame(asked)),
            Self::View(asked) => {
                format!("There is no chart “{}”; here is the default one. Choose from the list of charts.", tame(asked))
            }
            Self::Language(asked) if zh => format!("没有“{}”这种语言，可用 zh（中文）或 en（英文）。", tame(asked)),
            Self::Language(asked) => format!("There is no language “{}”; use zh or en.", tame(asked)),
            Self::Theme(asked) if zh => {
                format!("没有“{}”这种配色，可用 light（浅色）、dark（深色）或 auto（跟随系统）。", tame(asked))
            }
            Self::Theme(asked) => format!("There is no theme “{}”; use light, dark or auto.", tame(asked)),
            Self::Option(toggle, asked) if zh => format!("这张图没有选项“{}={}”，已用默认选项。", tame(toggle), tame(asked)),
            Self::Option(toggle, asked) => {
                format!("This chart has no option “{}={}”; the default is shown.", tame(toggle), tame(asked))
            }
            Self::Datum(asked) if zh => format!("这张图里没有数据“{}”，所以没有选中任何一项。", tame(asked)),
            Self::Datum(asked) => format!("This chart has no datum “{}”, so none is selected.", tame(asked)),
            Self::Malformed(asked) if zh => format!("链接里的“{}”无法读取，已略过。", tame(asked)),
            Self::Malformed(asked) => format!("“{}” in the link cannot be read and was skipped.", tame(asked)),
        }
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
