use super::describe::describe_observation;
use super::period;
use crate::data::{Aspect, Basis, Derivation, Language, Observation, Operator, Package, Token};

/// Writes a formula with its inputs: `>300条 × >30%`.
pub(super) fn text(package: &Package, derivation: &Derivation, language: Language) -> String {
    let mut text = String::new();
    for token in derivation.expression() {
        text.push_str(&token_text(package, token, language));
    }
    text
}

/// The same, piece by piece, each input with its id, for whoever leads on to them.
pub fn formula(package: &Package, derivation: &Derivation, language: Language) -> Vec<(String, Option<&'static str>)> {
    let piece = |token| {
        let input = if let Token::Input(observation, _) = token { Some(observation.id) } else { None };
        (token_text(package, token, language), input)
    };
    derivation.expression().into_iter().map(piece).collect()
}

fn token_text(package: &Package, token: Token, language: Language) -> String {
    let zh = language == Language::Zh;
    let sign = match token {
        Token::Input(observation, aspect) => return input(package, observation, aspect, language),
        Token::Number(number) => return number.to_string(),
        Token::All => "100%",
        Token::Open => {
            if zh {
                "（"
            } else {
                "("
            }
        }
        Token::Close => {
            if zh {
                "）"
            } else {
                ")"
            }
        }
        Token::Operator(Operator::Plus) => " + ",
        Token::Operator(Operator::Minus) => " − ",
        Token::Operator(Operator::Times) => " × ",
        Token::Operator(Operator::Over) => " ÷ ",
        Token::Operator(Operator::To) => " → ",
        Token::Operator(Operator::In) => " · ",
    };
    sign.to_owned()
}

fn input(package: &Package, observation: &Observation, aspect: Aspect, language: Language) -> String {
    let reading = package.reading(observation, Basis::Read);
    match aspect {
        Aspect::Figure => {
            let words = describe_observation(package, observation, Basis::Read, language);
            words.figure_with("")
        }
        Aspect::Year => reading.period.and_then(|when| when.year()).map_or_else(String::new, |year| year.to_string()),
        Aspect::Period => reading.period.map_or_else(String::new, |when| period::period(when, language)),
    }
}
