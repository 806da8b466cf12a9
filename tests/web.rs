//! Tests that need a browser, in Rust: `cargo xtask test --only wasm` runs them in headless Chromium.
#![cfg(target_arch = "wasm32")]
// Clippy knows a test by `#[test]`; these have another attribute.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use js_sys::{Reflect, global};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn this_is_a_page() {
    assert!(Reflect::has(&global(), &"document".into()).unwrap());
}
