//! Compiles the library for wasm32: the target, and the same bytes from every folder.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::{project, run};

/// The target of browsers without an operating system underneath.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// The `cargo` that started xtask, or the first on the path.
#[must_use]
pub fn cargo() -> Command {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(project::root()).env("CARGO_TARGET_DIR", project::target());
    // Cargo tells xtask about xtask. A nested Cargo must not take that for its own.
    for (name, _) in env::vars_os() {
        if name.to_string_lossy().starts_with("CARGO_PKG_") || name == "CARGO_MANIFEST_DIR" || name == "CARGO_MANIFEST_PATH" {
            cargo.env_remove(name);
        }
    }
    cargo
}

/// Who compiles a module.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compiler {
    /// The one that compiles everything else.
    Usual,
    /// A nightly one, which compiles the standard library along, for size, and leaves out what panics say: where the module would tell how
    /// it has trapped, it traps.
    Smallest,
}

/// What a nightly compiler is told on top. Panics trap at once, and nothing is kept that only their messages need.
const SMALLEST: [&str; 4] = ["-Zunstable-options", "-Cpanic=immediate-abort", "-Zlocation-detail=none", "-Zfmt-debug=none"];

impl Compiler {
    /// A program of this toolchain.
    fn program(self, name: &str, usual: impl FnOnce() -> Command) -> Command {
        match self {
            Self::Usual => usual(),
            Self::Smallest => {
                let mut program = Command::new("rustup");
                program.args(["run", "nightly", name]);
                program
            }
        }
    }

    fn rustc(self) -> Command {
        self.program("rustc", || Command::new(rustc()))
    }

    /// Where the toolchain lies.
    fn sysroot(self) -> Result<PathBuf> {
        Ok(PathBuf::from(run::output(self.rustc().args(["--print", "sysroot"]))?.trim()))
    }

    /// Sees to it that this toolchain can compile a module.
    ///
    /// # Errors
    /// If something is missing: says what to install.
    pub fn find(self) -> Result<()> {
        if self == Self::Smallest && !self.sysroot().is_ok_and(|sysroot| has_source(&sysroot)) {
            bail!(
                "--smallest needs a nightly compiler with the source of the standard library. rustup (https://rustup.rs) brings it:\n\
                 rustup toolchain install nightly --profile minimal --component rust-src"
            );
        }
        Ok(())
    }
}

/// Compiles the library crate with the release profile, and a feature of it if one is named, and returns the module. The folders are
/// arguments because the tests compile a copy elsewhere. Each feature and compiler needs a folder of its own: Cargo gives all modules one
/// name.
///
/// # Errors
/// If the compiler or the target is missing and cannot be added, or the crate does not compile.
pub fn module(compiler: Compiler, root: &Path, target: &Path, feature: Option<&str>) -> Result<PathBuf> {
    let mut flags = flags(compiler, root, target)?;
    let mut cargo = compiler.program("cargo", cargo);
    cargo.current_dir(root).env("CARGO_TARGET_DIR", target);
    cargo.args(["build", "--release", "--lib", "--package", "article-charts", "--target", TARGET]);
    if let Some(feature) = feature {
        cargo.args(["--features", feature]);
    }
    match compiler {
        Compiler::Usual => Std::find()?.apply(&mut cargo),
        Compiler::Smallest => {
            cargo.args(["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"]);
            flags.extend(SMALLEST.map(str::to_owned));
        }
    }
    cargo.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"));
    run::stream(&mut cargo)?;
    Ok(target.join(TARGET).join("release/article_charts.wasm"))
}

/// Whether the source of the standard library lies beside a compiler.
fn has_source(sysroot: &Path) -> bool {
    sysroot.join("lib/rustlib/src/rust/library/std/Cargo.toml").is_file()
}

/// Compiler flags that keep this machine's folders out of the module: panic messages name source files, and the same
/// source must give the same bytes wherever it lies.
fn flags(compiler: Compiler, root: &Path, target: &Path) -> Result<Vec<String>> {
    let sysroot = compiler.sysroot()?;
    let version = run::output(compiler.rustc().arg("-vV"))?;
    let commit = version.lines().find_map(|line| line.strip_prefix("commit-hash: ")).unwrap_or("unknown");
    let home = env::var_os("HOME").map(PathBuf::from).unwrap_or_default();
    let cargo_home = env::var_os("CARGO_HOME").map_or_else(|| home.join(".cargo"), PathBuf::from);
    let map = |from: &Path, to: &str| format!("--remap-path-prefix={}={to}", from.display());
    // A later one wins over an earlier one: the sysroot may lie in the home folder, the source of std in the sysroot.
    Ok(vec![
        map(target, "/target"),
        map(root, "/article-charts"),
        map(&cargo_home, "/cargo"),
        map(&sysroot, "/rust"),
        map(&sysroot.join("lib/rustlib/src/rust"), &format!("/rustc/{commit}")),
        // Who refers to what, for what is cut out of a shipped module.
        "-Clink-arg=--emit-relocs".to_owned(),
    ])
}

fn rustc() -> std::ffi::OsString {
    env::var_os("RUSTC").unwrap_or_else(|| "rustc".into())
}

/// Where the standard library of the target comes from.
pub enum Std {
    /// It came with the toolchain, or rustup has added it.
    Installed,
    /// It is compiled along, from the source that lies beside the compiler.
    FromSource,
}

impl Std {
    /// Looks for the target; asks rustup for it when it is missing.
    ///
    /// # Errors
    /// If there is no way to have it: says what to install.
    pub fn find() -> Result<Self> {
        let libdir = run::output(Command::new(rustc()).args(["--print", "target-libdir", "--target", TARGET]))
            .context("is Rust installed? See https://rustup.rs")?;
        if Path::new(libdir.trim()).is_dir() {
            return Ok(Self::Installed);
        }
        println!("The Rust target {TARGET} is missing; rustup is asked for it.");
        let asked = run::stream(Command::new("rustup").args(["target", "add", TARGET]).current_dir(project::root()));
        if asked.is_ok() && Path::new(libdir.trim()).is_dir() {
            return Ok(Self::Installed);
        }
        let sysroot = run::output(Command::new(rustc()).args(["--print", "sysroot"]))?;
        if has_source(Path::new(sysroot.trim())) {
            println!("It cannot be had; the standard library is compiled from its source instead.");
            return Ok(Self::FromSource);
        }
        bail!(
            "no standard library for {TARGET}. Any one of these brings it:\n\
             - rustup (https://rustup.rs), then: rustup target add {TARGET}\n\
             - Debian's compiler for browsers, with its source: apt-get install rustc-web cargo-web rust-web-src\n\
             - the source beside your compiler: rustup component add rust-src"
        );
    }

    /// Tells a Cargo command that compiles for the target.
    pub fn apply(&self, cargo: &mut Command) {
        if matches!(self, Self::FromSource) {
            // Stable compilers build their own standard library only when told that this is what is meant.
            cargo.env("RUSTC_BOOTSTRAP", "1").arg("-Zbuild-std=std,panic_abort,panic_unwind");
        }
    }
}
