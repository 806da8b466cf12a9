//! Charts of what a newspaper actually printed.

pub mod chart;
pub mod scene;
