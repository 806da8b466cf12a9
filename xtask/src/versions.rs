//! The versions of everything that Cargo does not pin. The npm programs are pinned in `xtask/npm/package.json` and its lock.

/// wasm-bindgen: the crate, the library that binds, and the test runner must be the same to the digit.
/// They are pinned in a `Cargo.toml` each; a test compares those with this.
pub const WASM_BINDGEN: &str = "0.2.130";

/// The Data Package validator on PyPI.
pub const FRICTIONLESS: &str = "frictionless[json]==5.21.0";

/// The oldest Node.js that the tools run on.
pub const NODE: u32 = 18;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project;

    #[test]
    fn one_wasm_bindgen() {
        let pin = format!("\"={WASM_BINDGEN}\"");
        for file in ["Cargo.toml", "xtask/Cargo.toml", "xtask/wasm-test-runner/Cargo.toml"] {
            let text = std::fs::read_to_string(project::root().join(file)).unwrap();
            let line = text.lines().find(|line| line.starts_with("wasm-bindgen")).unwrap();
            assert!(line.contains(&pin), "{file}: {line}");
        }
    }
}
