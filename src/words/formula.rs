use super::describe::describe_observation;
use super::number::count;
use super::period;
use crate::data::{Aspect, Basis, Derivation, Language, Observation, Operator, Package, Token};

/// Writes a formula with its inputs: `>300条 × >30%`.
pub(super) fn text(package: &Package, derivation: &Derivation, language: Language) -> String {
    let mut text = String::new();
    for token in derivation.expression() {
        write(&mut text, package, token, language);
    }
    text
}

/// The same, piece by piece, each input with its id, for whoever leads on to them.
pub fn formula(package: &Package, derivation: &Derivation, language: Language) -> Vec<(String, Option<&'static str>)> {
    let piece = |token| {
        let mut text = String::new();
        write(&mut text, package, token, language);
        (text, if let Token::Input(observation, _) = token { Some(observation.id) } else { None })
    };
    derivation.expression().into_iter().map(piece).collect()
}

fn write(text: &mut String, package: &Package, token: Token, language: Language) {
    let zh = language == Language::Zh;
    match token {
        Token::Input(observation, aspect) => text.push_str(&input(package, observation, aspect, language)),
        Token::Number(number) => text.push_str(&count(number.into())),
        Token::All => text.push_str("100%"),
        Token::Open => text.push(if zh { '（' } else { '(' }),
        Token::Close => text.push(if zh { '）' } else { ')' }),
        Token::Operator(Operator::Plus) => text.push_str(" + "),
        Token::Operator(Operator::Minus) => text.push_str(" − "),
        Token::Operator(Operator::Times) => text.push_str(" × "),
        Token::Operator(Operator::Over) => text.push_str(" ÷ "),
        Token::Operator(Operator::To) => text.push_str(" → "),
        Token::Operator(Operator::In) => text.push_str(" · "),
    }
}

fn input(package: &Package, observation: &Observation, aspect: Aspect, language: Language) -> String {
    let reading = package.reading(observation, Basis::Read);
    match aspect {
        Aspect::Figure => {
            let words = describe_observation(package, observation, Basis::Read, language);
            words.figure_with("")
        }
        Aspect::Year => reading.period.and_then(|when| when.year()).map_or_else(String::new, |year| count(year.into())),
        Aspect::Period => reading.period.map_or_else(String::new, |when| period::period(when, language)),
    }
}
