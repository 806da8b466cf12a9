//! Charts of what a newspaper actually printed.

pub mod chart;
pub mod data;
pub mod explore;
pub mod export;
pub mod scene;
pub mod words;
