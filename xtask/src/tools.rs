//! Programs that are not Rust: found, or installed into `target/tools`. Whatever is installed is said first.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::sync::Once;

use anyhow::{Context, Result, bail};

use crate::{compile, project, run, versions};

/// The folder of the npm programs, pinned by `xtask/npm/package-lock.json`.
///
/// # Errors
/// If they are missing and cannot be installed.
pub fn npm() -> Result<PathBuf> {
    node()?;
    let (from, to) = (project::root().join("xtask/npm"), project::tools().join("npm"));
    let lock = fs::read(from.join("package-lock.json")).context("cannot read xtask/npm/package-lock.json")?;
    // npm writes this file when it is done: until then, the installation is not whole.
    let whole = to.join("node_modules/.package-lock.json").is_file();
    if whole && fs::read(to.join("package-lock.json")).is_ok_and(|installed| installed == lock) {
        return Ok(to);
    }
    println!("Installing the npm programs of xtask/npm into {}.", to.display());
    fs::create_dir_all(&to)?;
    for file in ["package.json", "package-lock.json"] {
        fs::copy(from.join(file), to.join(file))?;
    }
    // No install scripts: none of these programs needs one, and they would run code nobody here has read.
    run::quiet(Command::new("npm").args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(&to))?;
    Ok(to)
}

/// A program of one of the npm packages.
///
/// # Errors
/// If it cannot be had.
pub fn npm_program(name: &str) -> Result<Command> {
    Ok(Command::new(npm()?.join("node_modules/.bin").join(name)))
}

/// Node.js, new enough.
fn node() -> Result<()> {
    debian([NODE, NPM])?;
    let version = run::output(Command::new("node").arg("--version"))?;
    let major = version.trim().trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    if major.is_none_or(|major| major < versions::NODE) {
        bail!("needs Node.js {} or newer: found {}", versions::NODE, version.trim());
    }
    Ok(())
}

/// A program or font that Debian has: what tells that it is there, and the package that brings it.
#[derive(Clone, Copy)]
pub struct Needed {
    /// The names that it goes by on the path.
    names: &'static [&'static str],
    /// The environment variable that names another one.
    variable: &'static str,
    /// The package.
    package: &'static str,
}

/// The browser of most tests.
pub const CHROMIUM: Needed = Needed {
    names: &["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"],
    variable: "CHROMIUM",
    package: "chromium",
};

/// What drives that browser in the wasm step.
pub const CHROMEDRIVER: Needed = Needed { names: &["chromedriver"], variable: "CHROMEDRIVER", package: "chromium-driver" };

/// The second browser.
pub const FIREFOX: Needed = Needed { names: &["firefox-esr", "firefox"], variable: "FIREFOX", package: "firefox-esr" };

/// A server that others serve the files with.
pub const NGINX: Needed = Needed { names: &["nginx"], variable: "NGINX", package: "nginx" };

/// A font with Chinese in it: without one every character is the same box.
pub const CHINESE_FONT: Needed = Needed { names: &[], variable: "", package: "fonts-noto-cjk" };

const NODE: Needed = Needed { names: &["node"], variable: "", package: "nodejs" };
const NPM: Needed = Needed { names: &["npm"], variable: "", package: "npm" };
const PYTHON: Needed = Needed { names: &["python3"], variable: "", package: "python3" };

impl Needed {
    fn find(self) -> Option<PathBuf> {
        if self.package == CHINESE_FONT.package {
            let fonts = run::output(Command::new("fc-list").args([":lang=zh-cn", "file"])).ok()?;
            return fonts.lines().next().map(PathBuf::from);
        }
        let named = env::var_os(self.variable).map(PathBuf::from).filter(|path| path.is_file());
        named.or_else(|| self.names.iter().find_map(|name| on_path(name)))
    }
}

fn on_path(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}

/// Finds programs; what is missing is installed where that is allowed.
///
/// # Errors
/// If something is missing and may not be installed here: says what, and the command that brings it.
pub fn debian<const N: usize>(needed: [Needed; N]) -> Result<[PathBuf; N]> {
    let missing: Vec<&str> = needed.iter().filter(|one| one.find().is_none()).map(|one| one.package).collect();
    if !missing.is_empty() {
        apt(&missing)?;
    }
    let mut found = [const { PathBuf::new() }; N];
    for (path, one) in found.iter_mut().zip(needed) {
        *path = one.find().with_context(|| format!("{} is installed, and yet not found", one.package))?;
    }
    Ok(found)
}

/// Installs Debian packages.
fn apt(packages: &[&str]) -> Result<()> {
    static UPDATED: Once = Once::new();
    let list = packages.join(" ");
    let root = run::output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    if !root || on_path("apt-get").is_none() {
        bail!("missing: {list}. On Debian: sudo apt-get update && sudo apt-get install {list}");
    }
    println!("Installing Debian's {list} (apt-get).");
    let apt = || {
        let mut apt = Command::new("apt-get");
        apt.env("DEBIAN_FRONTEND", "noninteractive");
        apt
    };
    let mut updated = Ok(());
    UPDATED.call_once(|| updated = run::stream(apt().args(["update", "--quiet"])));
    updated?;
    run::stream(apt().args(["install", "--yes", "--quiet", "--no-install-recommends"]).args(packages))
}

/// Sees to it that Cargo has one of its own commands.
///
/// # Errors
/// If it is missing and rustup cannot bring it.
pub fn component(name: &str, command: &str) -> Result<()> {
    if run::output(compile::cargo().args([command, "--version"])).is_ok() {
        return Ok(());
    }
    println!("Installing Rust's {name} (rustup).");
    run::stream(Command::new("rustup").args(["component", "add", name]).current_dir(project::root()))
        .with_context(|| format!("cargo {command} is missing: rustup component add {name}"))
}

/// A Python with the package validator.
///
/// # Errors
/// If it is missing and cannot be installed.
pub fn python() -> Result<PathBuf> {
    let folder = project::tools().join("python");
    let (python, stamp) = (folder.join("bin/python"), folder.join("installed.txt"));
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == versions::FRICTIONLESS) {
        return Ok(python);
    }
    let [system] = debian([PYTHON])?;
    // Debian's Python has these in a package of its own.
    if run::output(Command::new(&system).args(["-c", "import ensurepip, venv"])).is_err() {
        apt(&["python3-venv"])?;
    }
    println!("Installing {} into {} (pip).", versions::FRICTIONLESS, folder.display());
    run::quiet(Command::new(&system).args(["-m", "venv", "--clear"]).arg(&folder))?;
    run::quiet(Command::new(&python).args([
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        versions::FRICTIONLESS,
    ]))?;
    fs::write(&stamp, versions::FRICTIONLESS)?;
    Ok(python)
}
