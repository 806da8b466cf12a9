//! Programs that are not Rust: found, or installed into `target/tools`. Whatever is installed is said first.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::{project, run, versions};

/// The folder of the npm programs, pinned by `xtask/npm/package-lock.json`.
///
/// # Errors
/// If they are missing and cannot be installed.
pub fn npm() -> Result<PathBuf> {
    node()?;
    let (from, to) = (
        project::root().join("xtask/npm"),
        project::tools().join("npm"),
    );
    let lock = fs::read(from.join("package-lock.json"))
        .context("cannot read xtask/npm/package-lock.json")?;
    // npm writes this file when it is done: until then, the installation is not whole.
    let whole = to.join("node_modules/.package-lock.json").is_file();
    if whole && fs::read(to.join("package-lock.json")).is_ok_and(|installed| installed == lock) {
        return Ok(to);
    }
    println!(
        "Installing the npm programs of xtask/npm into {}.",
        to.display()
    );
    fs::create_dir_all(&to)?;
    for file in ["package.json", "package-lock.json"] {
        fs::copy(from.join(file), to.join(file))?;
    }
    // No install scripts: none of these programs needs one, and they would run code nobody here has read.
    run::quiet(
        Command::new("npm")
            .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
            .current_dir(&to),
    )?;
    Ok(to)
}

/// A program of one of the npm packages.
///
/// # Errors
/// If it cannot be had.
pub fn npm_program(name: &str) -> Result<Command> {
    Ok(Command::new(npm()?.join("node_modules/.bin").join(name)))
}

fn node() -> Result<()> {
    let need = format!(
        "Node.js {} or newer, with npm (on Debian: apt-get install nodejs npm)",
        versions::NODE
    );
    let version = run::output(Command::new("node").arg("--version"))
        .with_context(|| format!("needs {need}"))?;
    let major = version
        .trim()
        .trim_start_matches('v')
        .split('.')
        .next()
        .and_then(|major| major.parse::<u32>().ok());
    if major.is_none_or(|major| major < versions::NODE) {
        bail!("needs {need}; found {}", version.trim());
    }
    Ok(())
}
