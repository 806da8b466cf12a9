//! How it is said: numbers, dates, places, tooltips, tables, speech, notes and errors, in Chinese and English.
//!
//! A [`Description`] is one datum in words; figure, tooltip, table row and speech are all made from it, so that none of them can drop
//! a comparator, a unit or a mark that another one has.

mod comparator;
mod describe;
mod doubt;
mod formula;
mod key;
mod number;
mod page;
mod period;
mod phrase;
mod problem;
mod reference;
mod rounding;
mod sentence;
mod sheet;
mod take;
mod wrap;

pub use describe::{Description, converted, describe, describe_derivation, describe_observation, in_words, kind_name, unit_name};
pub use doubt::{clauses, confidence, doubt};
pub use formula::formula;
pub use key::square_key;
pub use number::{decimal, number, ordinal};
pub use page::{KEY, grave, page};
pub use period::{date, month, period, place};
pub use phrase::Phrase;
pub use problem::Problem;
pub use reference::{reference, version};
pub use rounding::rounding;
pub use sentence::Sentence;
pub use sheet::{Row, Sheet, Table, Tooltip, listed, sentences, sheet, speech, tooltip};
pub use take::Take;
pub use wrap::wrap;

use crate::data::Language;

/// What the first module has to say in a language besides its data, as it stands in it.
#[must_use]
pub fn texts(language: Language) -> [&'static str; 2] {
    [Phrase::texts(language), Sentence::texts(language)]
}

/// A text before and after the first place of a character. `str::split_once` does this by searching for bytes, which costs the module more.
#[inline(never)]
pub(crate) fn cut(text: &str, at: char) -> Option<(&str, &str)> {
    let (place, _) = text.char_indices().find(|(_, character)| *character == at)?;
    Some((text.get(..place)?, text.get(place + at.len_utf8()..)?))
}

/// Whether a character is in a text. `str::contains` does this by searching for a text, which costs the module more than all of this
/// room's other questions to a text.
fn has(text: &str, wanted: char) -> bool {
    text.chars().any(|character| character == wanted)
}
