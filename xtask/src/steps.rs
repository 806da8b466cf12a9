//! What each step of `cargo xtask test` does. A step that finds nothing to check fails: silence is not a pass.

use std::ffi::OsStr;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::build::{self, Kind};
use crate::compile::{self, Compiler, TARGET};
use crate::serve::Server;
use crate::{count, project, run, tools};

/// The source is formatted.
///
/// # Errors
/// If it is not.
pub fn fmt() -> Result<()> {
    tools::component("rustfmt", "fmt")?;
    run::stream(compile::cargo().args(["fmt", "--all", "--check"]))
}

/// No lint, natively and for wasm32. There, what runs in a browser: the library as either module, and the tests of the wasm step.
///
/// # Errors
/// If there is one.
pub fn clippy() -> Result<()> {
    tools::component("clippy", "clippy")?;
    run::stream(compile::cargo().args(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))?;
    for target in [&["--test", "web"][..], &["--features", "take-away"]] {
        let mut wasm = compile::cargo();
        wasm.args(["clippy", "--package", "article-charts", "--lib", "--target", TARGET]).args(target);
        compile::Std::find()?.apply(&mut wasm);
        run::stream(wasm.args(["--", "-D", "warnings"]))?;
    }
    Ok(())
}

/// The documentation builds, private items too.
///
/// # Errors
/// If rustdoc warns.
pub fn doc() -> Result<()> {
    let mut doc = compile::cargo();
    doc.args(["doc", "--workspace", "--no-deps", "--document-private-items"]);
    run::stream(doc.env("RUSTDOCFLAGS", "-D warnings"))
}

/// Tests that need neither a browser nor another program.
///
/// # Errors
/// If one fails.
pub fn native() -> Result<()> {
    let said = run::tee(compile::cargo().args(["test", "--workspace"]))?;
    count::cargo(&said)
}

/// Compares with d3: a script writes down what d3 answers to seeded random questions, ignored tests read it.
///
/// # Errors
/// If an answer differs.
pub fn oracle() -> Result<()> {
    let npm = tools::npm()?;
    let folder = project::target().join("oracle");
    fs::create_dir_all(&folder)?;
    let mut node = Command::new("node");
    node.arg(project::root().join("tests/oracle/ticks.mjs")).arg(folder.join("ticks.tsv"));
    run::stream(node.env("AC_NPM", npm))?;
    let mut test = compile::cargo();
    test.args(["test", "--workspace", "--", "--ignored"]).env("AC_ORACLE", &folder);
    count::cargo(&run::tee(&mut test)?)
}

/// The data packages: as they are, damaged on purpose, and how their text is set.
///
/// # Errors
/// If the validator finds a fault in one, or none in a damaged one.
pub fn package() -> Result<()> {
    let python = tools::python()?;
    let script = project::root().join("tests/package/check.py");
    let packages: Vec<PathBuf> = fs::read_dir(project::root().join("src/articles"))
        .context("cannot read src/articles")?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.join("datapackage.json").is_file())
        .collect();
    if packages.is_empty() {
        bail!("src/articles has no data package");
    }
    for package in packages {
        for how in [None, Some("--corrupt"), Some("--style")] {
            let said = run::tee(Command::new(&python).arg(&script).arg(&package).args(how).current_dir(project::root()))?;
            if said.trim().is_empty() {
                bail!("the check said nothing: did it check anything?");
            }
        }
    }
    Ok(())
}

/// Tests in Rust, run by Chromium: `tests/web/`.
///
/// # Errors
/// If one fails.
pub fn wasm() -> Result<()> {
    let [chromium, driver] = tools::debian([tools::CHROMIUM, tools::CHROMEDRIVER])?;
    run::stream(compile::cargo().args(["build", "--package", "wasm-test-runner"]))?;
    let runner = project::target().join("debug/wasm-test-runner");
    let settings = project::tools().join("webdriver.json");
    // The sandbox of Chromium does not start for root; what runs in it here is our own code.
    let args = r#"["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--font-render-hinting=none", "--disable-lcd-text"]"#;
    let binary = chromium.to_string_lossy();
    fs::create_dir_all(project::tools())?;
    fs::write(&settings, format!("{{\"goog:chromeOptions\": {{\"binary\": {binary:?}, \"args\": {args}}}}}\n"))?;
    let mut test = compile::cargo();
    test.args(["test", "--package", "article-charts", "--test", "web", "--target", TARGET]);
    compile::Std::find()?.apply(&mut test);
    test.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner)
        .env("CHROMEDRIVER", driver)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", settings)
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    count::cargo(&run::tee(&mut test)?)
}

/// What is shipped, within its budget; and that a copy of the source in another folder gives the same bytes.
///
/// # Errors
/// If it does not build, needs a newer browser, is too large or differs.
pub fn build() -> Result<()> {
    build::build(Kind::Release, &project::dist(), None)?;

    println!("\nThe same source in another folder:");
    let root = project::root();
    let elsewhere = project::target().join("elsewhere");
    let copy = elsewhere.join("a copy");
    if copy.exists() {
        fs::remove_dir_all(&copy)?;
    }
    let mut git = Command::new("git");
    git.args(["ls-files", "--cached", "--others", "--exclude-standard"]).current_dir(&root);
    for file in run::output(&mut git)?.lines().filter(|file| root.join(file).is_file()) {
        let to = copy.join(file);
        fs::create_dir_all(to.parent().unwrap_or(&copy))?;
        fs::copy(root.join(file), to)?;
    }
    let here = compile::module(Compiler::Usual, &root, &project::target(), None)?;
    let there = compile::module(Compiler::Usual, &copy, &elsewhere.join("target"), None)?;
    if fs::read(&here)? != fs::read(&there)? {
        bail!("{} and {} differ: the folder of the build is in the module", here.display(), there.display());
    }
    println!("The bytes are the same.");
    Ok(())
}

/// The shipped page in Chromium and Firefox: `tests/browser/*.test.mjs`, with the page on two origins.
///
/// # Errors
/// If a test fails.
pub fn browser() -> Result<()> {
    let npm = tools::npm()?;
    let [chromium, firefox, nginx, _] = tools::debian([tools::CHROMIUM, tools::FIREFOX, tools::NGINX, tools::CHINESE_FONT])?;
    let mut tests: Vec<PathBuf> = fs::read_dir(project::root().join("tests/browser"))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.file_name().and_then(OsStr::to_str).is_some_and(|name| name.ends_with(".test.mjs")))
        .collect();
    tests.sort();
    if tests.is_empty() {
        bail!("tests/browser has no *.test.mjs");
    }
    // Cheap when nothing has changed; and what is tested is then never an older build.
    build::build(Kind::Release, &project::dist(), None)?;
    let (page, other) = (Server::start(&project::dist(), 0)?, Server::start(&project::dist(), 0)?);
    let mut node = Command::new("node");
    node.args(["--test", "--test-reporter=spec"]).args(&tests).current_dir(project::root());
    node.env("AC_URL", page.url()).env("AC_URL_OTHER", other.url()).env("AC_NPM", npm);
    node.env("CHROMIUM", chromium).env("FIREFOX", firefox).env("NGINX", nginx).env("AC_DIST", project::dist());
    count::node(&run::tee(&mut node)?)
}
