//! Charts of what a newspaper actually printed.
