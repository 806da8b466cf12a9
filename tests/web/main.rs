//! Tests that need a browser, in Rust: `cargo xtask test --only wasm` runs them in headless Chromium.
#![cfg(target_arch = "wasm32")]
// Clippy knows a test by `#[test]`; these have another attribute.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod painted;
#[path = "../common/pixels.rs"]
mod pixels;
mod support;
mod told;

use wasm_bindgen_test::wasm_bindgen_test_configure;

wasm_bindgen_test_configure!(run_in_browser);
