//! `cargo xtask`: build, serve and test.
fn main() {}
