//! What each step does.
