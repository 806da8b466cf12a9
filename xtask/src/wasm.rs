//! Which wasm features a shipped module may use: those that the oldest browsers served have had for a while.
//! One list, for wasm-opt, which may use them, and for the validator, which finds whoever used another.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use wasmparser::{Validator, WasmFeatures};

use crate::{order, run, tools};

/// What Chrome 100, Firefox 102 and Safari 16.4 have and rustc uses: wasm-opt's name, the validator's name, and the
/// oldest Chrome, Firefox and Safari.
const FEATURES: [(&str, WasmFeatures, &str); 6] = [
    ("mutable-globals", WasmFeatures::MUTABLE_GLOBAL, "74, 61, 12"),
    ("nontrapping-float-to-int", WasmFeatures::SATURATING_FLOAT_TO_INT, "75, 64, 15"),
    ("sign-ext", WasmFeatures::SIGN_EXTENSION, "74, 62, 14.1"),
    ("bulk-memory", WasmFeatures::BULK_MEMORY, "75, 79, 15"),
    ("multivalue", WasmFeatures::MULTI_VALUE, "85, 78, 13.1"),
    ("reference-types", WasmFeatures::REFERENCE_TYPES, "96, 79, 15"),
];

/// Fails for a module that needs a browser newer than the oldest served.
///
/// # Errors
/// If the module is broken or uses a feature that is not in the list.
pub fn validate(module: &[u8]) -> Result<()> {
    // Floats and externref are not features to a browser; the validator has a switch for each.
    let base = WasmFeatures::FLOATS | WasmFeatures::GC_TYPES;
    let features = FEATURES.iter().fold(base, |all, (_, feature, _)| all | *feature);
    Validator::new_with_features(features)
        .validate_all(module)
        .context("the module does not run in the oldest browsers served")?;
    Ok(())
}

/// Makes a module small. Its functions keep their names for what comes after.
///
/// # Errors
/// If the tool cannot be had or fails.
pub fn optimise(module: &Path) -> Result<()> {
    opt(module, &["--debuginfo"])
}

/// Makes a module small that nothing comes after.
///
/// # Errors
/// If the tool cannot be had or fails.
pub fn finish(module: &Path) -> Result<()> {
    opt(module, &["--strip-debug"])?;
    fs::write(module, order::numbered(&fs::read(module)?)?)?;
    // Once more, because wasm-opt writes a module well only when it has optimised it.
    opt(module, &["--reorder-functions-by-name", "--strip-debug"])
}

fn opt(module: &Path, passes: &[&str]) -> Result<()> {
    let small = module.with_extension("small");
    let mut opt = tools::npm_program("wasm-opt")?;
    opt.arg("--mvp-features").args(FEATURES.iter().map(|(name, ..)| format!("--enable-{name}")));
    opt.args(["-Oz", "--converge", "--strip-producers", "--strip-target-features"]);
    // Large functions with one caller stay apart: more bytes, but ones that compress better (2 KB, measured).
    opt.args(["--one-caller-inline-max-function-size=20", "--flexible-inline-max-function-size=20"]);
    // So do common subexpressions that are not set apart (0.4 KB, measured).
    opt.arg("--skip-pass=local-cse");
    opt.args(["--always-inline-max-function-size=0", "--low-memory-unused", "--zero-filled-memory"]);
    opt.args(passes).arg(module).arg("-o").arg(&small);
    run::quiet(&mut opt)?;
    fs::rename(&small, module)?;
    Ok(())
}

/// The browsers that scripts and styles are written for.
const BROWSERS: &str = "--target=chrome100,firefox102,safari16.4";

/// A style sheet made small.
///
/// # Errors
/// If the tool cannot be had or fails.
pub fn minify(style: &Path) -> Result<String> {
    run::output(tools::npm_program("esbuild")?.arg(style).args(["--minify", "--charset=utf8", "--log-level=warning", BROWSERS]))
}

/// Makes a script small and puts into it all that it imports, but for the modules in `shared`, which stay imports. Bytes that it imports
/// (`.gz`) become text in base64.
///
/// # Errors
/// If the tool cannot be had or fails.
pub fn bundle(script: &Path, out: &Path, shared: &[&str]) -> Result<()> {
    let mut esbuild: Command = tools::npm_program("esbuild")?;
    esbuild.arg(script).args([
        "--bundle",
        "--minify",
        "--format=esm",
        "--charset=utf8",
        "--log-level=warning",
        "--loader:.gz=base64",
    ]);
    esbuild.args([BROWSERS, "--allow-overwrite"]);
    esbuild.args(shared.iter().map(|module| format!("--external:{module}")));
    esbuild.env("NODE_PATH", tools::npm()?.join("node_modules"));
    run::stream(esbuild.arg(format!("--outfile={}", out.display())))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADER: [u8; 8] = *b"\0asm\x01\0\0\0";

    fn module(sections: &[u8]) -> Vec<u8> {
        [&HEADER[..], sections].concat()
    }

    #[test]
    fn old_features_pass_and_new_ones_do_not() {
        validate(&HEADER).unwrap();
        // (type (func (result i32 i32))): several results.
        validate(&module(&[1, 6, 1, 0x60, 0, 2, 0x7f, 0x7f])).unwrap();
        // (type (func (param externref)))
        validate(&module(&[1, 5, 1, 0x60, 1, 0x6f, 0])).unwrap();
        // (type (func (param v128))): SIMD.
        assert!(validate(&module(&[1, 5, 1, 0x60, 1, 0x7b, 0])).is_err());
        // (memory i64 1): 64-bit memory.
        assert!(validate(&module(&[5, 3, 1, 4, 1])).is_err());
        // (memory 1 1 shared): threads.
        assert!(validate(&module(&[5, 4, 1, 3, 1, 1])).is_err());
    }
}
