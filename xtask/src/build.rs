//! Rust to `dist/`: compile, bind to JavaScript, optimise, check, weigh.

use std::fs;
use std::path::Path;
use std::time::Instant;

use anyhow::{Context, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

use crate::compile::Compiler;
use crate::scripts::Scripts;
use crate::{
    address, compile, headers, manifest, names, npm, pages, project, single, sizes, slim, speak, split, squeeze, stills, style,
    wasm,
};

/// The name of the module's JavaScript; the module itself is this with `_bg.wasm`.
pub const NAME: &str = "article_charts";

/// The same of the module that is loaded when a reader takes something away, which is compiled with a feature of the crate.
pub const TAKE_AWAY: (&str, &str) = ("take_away", "take-away");

/// The folder of the kinds of mark, each a part of the first module.
pub const MARKS: &str = "marks";

/// The folder of the languages, likewise.
pub const WORDS: &str = "words";

/// What wasm-bindgen's script does to start a module, step by step: ours loads it in its own way.
const STEPS: [&str; 2] = ["__wbg_get_imports", "__wbg_finalize_init"];

/// What the build is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// To try a change: not optimised beyond what the compiler does, function names kept.
    Quick,
    /// What is shipped: optimised, minified, held to the size budget. Needs Node.js.
    Release,
    /// The same from a nightly compiler, smaller, and weighed beside the usual one.
    Smallest,
}

impl Kind {
    /// Whether this is shipped.
    #[must_use]
    pub fn is_shipped(self) -> bool {
        self != Self::Quick
    }

    fn compiler(self) -> Compiler {
        if self == Self::Smallest { Compiler::Smallest } else { Compiler::Usual }
    }
}

/// Builds everything into a folder, which is emptied first. What needs the address at which it will be served is written where there is one,
/// which ends with a slash.
///
/// # Errors
/// If any step fails.
pub fn build(kind: Kind, dist: &Path, site: Option<&str>) -> Result<()> {
    let start = Instant::now();
    let (root, target, (take_away, feature), compiler) = (project::root(), project::target(), TAKE_AWAY, kind.compiler());
    compiler.find()?;
    let folder = if compiler == Compiler::Usual { target.clone() } else { target.join("smallest") };
    let first = compile::module(compiler, &root, &folder, None)?;
    let second = compile::module(compiler, &root, &folder.join(feature), Some(feature))?;
    empty(dist)?;
    bind(kind, &first, NAME, dist)?;
    bind(kind, &second, take_away, dist)?;

    if project::www().is_dir() {
        pages::render_pages(&project::www(), dist)?;
        style::script(kind, dist)?;
    } else {
        println!("There is no www/: {} has the module alone.", dist.display());
    }
    pages::copy_packages(&project::root().join("src/articles"), &dist.join("data"))?;
    let png = stills::write(dist, kind.is_shipped(), site)?;
    if kind.is_shipped() {
        let scripts = Scripts::take(dist)?;
        let build = scripts.write(dist)?;
        single::write(dist, &scripts, &build, site)?;
        npm::write(dist, &scripts, &build)?;
        if let Some(site) = site {
            address::write(dist, site, png)?;
        }
        headers::write(dist)?;
        manifest::write(dist, &build)?;
        squeeze::write(dist)?;
        sizes::report(dist)?;
    }
    if kind == Kind::Smallest {
        let usual = target.join("usual");
        empty(&usual)?;
        bind(Kind::Release, &compile::module(Compiler::Usual, &root, &target, None)?, NAME, &usual)?;
        sizes::compare(&usual, dist)?;
    }
    println!("\n{} is ready ({:.1} s).", dist.display(), start.elapsed().as_secs_f32());
    Ok(())
}

/// Writes a compiled module under a name, with the JavaScript that calls it.
fn bind(kind: Kind, compiled: &Path, name: &str, dist: &Path) -> Result<()> {
    let out = Bindgen::new()
        .input_path(compiled)
        .out_name(name)
        .web(true)?
        .typescript(false)
        // `init()` without an argument finds the module beside the script, as with the command-line tool.
        .omit_default_module_path(false)
        .remove_producers_section(true)
        // What is cut out of a shipped module is known by its symbols.
        .demangle(kind == Kind::Quick)
        // A trap leaves the instance in an unknown state: the page asks the glue for a fresh one.
        .reset_state_function(true)
        .generate_output();
    out.and_then(|mut out| out.emit(dist)).context("wasm-bindgen cannot bind the module")?;

    let script = dist.join(format!("{name}.js"));
    let text = fs::read_to_string(&script)?;
    if !STEPS.iter().all(|step| text.contains(&format!("function {step}("))) {
        bail!("wasm-bindgen's script has other steps than {}", STEPS.join(" and "));
    }
    fs::write(&script, format!("{text}\nexport {{ {} }};\n", STEPS.join(", ")))?;

    let module = dist.join(format!("{name}_bg.wasm"));
    if kind.is_shipped() {
        names::shorten(&module, &script)?;
        slim::down(&module, compiled, name == NAME)?;
        if name == NAME {
            wasm::optimise(&module)?;
            part(&module, dist)?;
        }
        wasm::finish(&module)?;
    }
    wasm::validate(&fs::read(&module)?)
}

/// Leaves the core of a module in its file and writes the languages and the kinds of mark to files of their folders.
fn part(module: &Path, dist: &Path) -> Result<()> {
    let (rest, languages) = speak::split(&fs::read(module)?).context("cannot take the texts out of the module")?;
    let parts = split::split(&rest).context("cannot take the marks out of the module")?;
    fs::write(module, parts.core)?;
    for folder in [MARKS, WORDS] {
        fs::create_dir_all(dist.join(folder))?;
    }
    let languages = languages.into_iter().map(|(tag, part)| (Path::new(WORDS).join(tag), part));
    let kinds = parts.kinds.into_iter().map(|(kind, part)| (Path::new(MARKS).join(kind), part));
    for (name, part) in languages.chain(kinds) {
        let file = dist.join(name).with_extension("wasm");
        fs::write(&file, part)?;
        wasm::finish(&file)?;
        wasm::validate(&fs::read(&file)?)?;
    }
    Ok(())
}

/// Empties the output folder; never one that holds something else.
fn empty(dist: &Path) -> Result<()> {
    if dist.exists() {
        let ours = dist.join(format!("{NAME}_bg.wasm")).is_file();
        if !ours && fs::read_dir(dist)?.next().is_some() {
            bail!("{} has other files in it: choose an empty folder", dist.display());
        }
        fs::remove_dir_all(dist)?;
    }
    fs::create_dir_all(dist).with_context(|| format!("cannot write {}", dist.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_earlier_build_is_removed() {
        let folder = std::env::temp_dir().join(format!("article-charts-out-{}", std::process::id()));
        empty(&folder).unwrap();
        empty(&folder).unwrap();
        fs::write(folder.join("thesis.txt"), "").unwrap();
        assert!(empty(&folder).is_err());
        fs::write(folder.join(format!("{NAME}_bg.wasm")), "").unwrap();
        empty(&folder).unwrap();
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 0);
        fs::remove_dir_all(folder).unwrap();
    }
}
