//! How it is said: numbers, dates, places, tooltips, tables, speech, notes and errors, in Chinese and English.
//!
//! A [`Description`] is one datum in words; figure, tooltip, table row and speech are all made from it, so that none of them can drop
//! a comparator, a unit or a mark that another one has.

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
pub use sheet::{Row, Sheet, Table, Tooltip, listed, sentences, sheet, speech, tooltip};
pub use take::Take;
pub use wrap::wrap;

/// Whether a character is in a text. `str::contains` does this by searching for a text, which costs the module more than all of this
/// room's other questions to a text.
fn has(text: &str, wanted: char) -> bool {
    text.chars().any(|character| character == wanted)
}
