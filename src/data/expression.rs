//! Formulas as something to write out.

use super::{Derivation, Formula, Observation};

/// A sign between two terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    /// `+`
    Plus,
    /// `−`
    Minus,
    /// `×`
    Times,
    /// `÷`
    Over,
    /// From the left term to the right one, as in dates.
    To,
    /// The left term in the year of the right one.
    In,
}

/// What of an observation a term stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aspect {
    /// Its figure, with comparator and unit, as printed.
    Figure,
    /// The year of its period, as we read it.
    Year,
    /// Its period, as we read it.
    Period,
}

/// A piece of a written formula.
#[derive(Clone, Copy, Debug)]
pub enum Token {
    /// An observation.
    Input(&'static Observation, Aspect),
    /// A number of the formula itself.
    Number(u16),
    /// 100 %.
    All,
    /// A sign.
    Operator(Operator),
    /// `(`
    Open,
    /// `)`
    Close,
}

impl Derivation {
    /// The formula with its inputs in place, to be written from left to right: `A2-18 × A2-19`.
    ///
    /// Percent signs are not repeated: a share brings its own. Empty if inputs are missing.
    #[must_use]
    pub fn expression(&self) -> Vec<Token> {
        let (Some(&first), Some(&last)) = (self.inputs.first(), self.inputs.last()) else {
            return Vec::new();
        };
        let second = self.inputs.get(1).copied().unwrap_or(first);
        let figure = |observation| Token::Input(observation, Aspect::Figure);
        let year = |observation| Token::Input(observation, Aspect::Year);
        let period = |observation| Token::Input(observation, Aspect::Period);
        let (a, b) = (figure(first), figure(second));
        let (plus, minus) = (Token::Operator(Operator::Plus), Token::Operator(Operator::Minus));
        let (times, over) = (Token::Operator(Operator::Times), Token::Operator(Operator::Over));
        match self.formula {
            Formula::Difference => vec![a, minus, b],
            Formula::Sum => {
                let mut tokens = vec![a];
                for &observation in self.inputs.iter().skip(1) {
                    tokens.extend([plus, figure(observation)]);
                }
                tokens
            }
            Formula::Ratio | Formula::Share | Formula::Whole => vec![a, over, b],
            Formula::Fold => vec![b, over, a],
            Formula::Change => vec![Token::Open, b, minus, a, Token::Close, over, a],
            Formula::Index => vec![a, over, b, times, Token::Number(100)],
            Formula::PercentOf => vec![b, times, a],
            Formula::Complement => vec![Token::All, minus, a],
            Formula::Rest => vec![a, over, b, minus, a],
            Formula::RestShare => vec![Token::Open, b, minus, a, Token::Close, over, b],
            Formula::PartToRest => vec![a, over, Token::Open, b, minus, a, Token::Close],
            Formula::OneIn => vec![Token::Number(1), over, a],
            Formula::YearsBetween => vec![year(second), minus, year(first)],
            Formula::YearsInclusive => {
                vec![year(second), minus, year(first), plus, Token::Number(1)]
            }
            Formula::YearsUndisclosed => {
                let mut tokens = vec![year(last), minus, year(first), plus, Token::Number(1), minus];
                tokens.push(Token::Number(u16::try_from(self.inputs.len()).unwrap_or(u16::MAX)));
                tokens
            }
            Formula::FoundingYear => vec![year(first), minus, b],
            Formula::Previous => vec![a, minus, Token::Number(1)],
            Formula::LastDayOfFebruary => {
                vec![period(first), Token::Operator(Operator::In), year(second)]
            }
            Formula::MonthsBetween => {
                vec![period(first), Token::Operator(Operator::To), period(second)]
            }
        }
    }
}
