//! Charts of what a newspaper actually printed.

pub mod data;
