//! The scripts of each way of shipping: the same sources, bundled with a version of `files.js` of their own.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use article_charts::data::package;

use crate::build::{MARKS, NAME, TAKE_AWAY, WORDS};
use crate::speak::LANGUAGES;
use crate::{hash, project, sizes, wasm};

/// The element.
pub const ELEMENT: (&str, &[&str]) = ("article-chart.js", &["./take-away.js"]);

/// What is loaded when a reader takes something away.
pub const LATER: (&str, &[&str]) = ("take-away.js", &[]);

/// The scripts of the page around the charts, of a page that frames a chart and of the one in the frame. They share the element's copy.
const PAGES: [(&str, &[&str]); 4] =
    [("embed.js", &[]), ("frame.js", &["./article-chart.js"]), ("mode.js", &[]), ("page.js", &["./article-chart.js"])];

/// The folder of the script that is always the latest.
pub const LIVING: &str = "v1";

/// The folder of those that never change, each in one named by its hash.
pub const PINNED: &str = "r";

/// The folder that never changes, seen from the living one.
const FROM_LIVING: &str = "../r/@build@/";

/// The end of the address by which the living script loads the script that is loaded later, which knows by it who has loaded it.
const LOADED_BY_LIVING: &str = "#living";

/// What stands in the scripts for the hash of the build, and for that of a script, until they are known.
const BUILD: &str = "@build@";
const SCRIPT: &str = "@script@";

/// The sources of the scripts with the JavaScript of the modules, in a folder where they are bundled.
pub struct Scripts {
    folder: PathBuf,
    /// The modules, by the paths of their files: the one that draws, the other one, and the parts of the first.
    modules: Vec<(String, Vec<u8>)>,
    /// Which part draws which view and speaks which language, as JavaScript.
    parts: String,
}

/// The name of a module's file.
fn module(name: &str) -> String {
    format!("{name}_bg.wasm")
}

impl Scripts {
    /// Takes the scripts out of `dist/`, where they lie one by one.
    ///
    /// # Errors
    /// If a file cannot be moved.
    pub fn take(dist: &Path) -> Result<Self> {
        let folder = project::target().join("scripts");
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        fs::create_dir_all(&folder)?;
        for file in sizes::files(dist)?.iter().filter(|file| file.parent() == Some(dist)) {
            if file.extension().is_some_and(|end| end == "js") {
                fs::copy(file, folder.join(file.file_name().unwrap_or_default()))?;
                fs::remove_file(file)?;
            }
        }
        let mut modules = Vec::new();
        for name in [NAME, TAKE_AWAY.0].map(module) {
            modules.push((name.clone(), fs::read(dist.join(name))?));
        }
        let mut parts = Vec::new();
        for part in [MARKS, WORDS] {
            for file in sizes::files(&dist.join(part))? {
                let name = format!("{part}/{}", file.file_stem().unwrap_or_default().to_string_lossy());
                modules.push((format!("{name}.wasm"), fs::read(&file)?));
                parts.push(name);
            }
        }
        Ok(Self { folder, modules, parts: by_use(&parts)? })
    }

    /// Writes the scripts beside the pages, in the living folder and in a pinned one, and returns the hash of the build.
    ///
    /// # Errors
    /// If one cannot be bundled or written.
    pub fn write(&self, dist: &Path) -> Result<String> {
        let build = self.pin(dist)?;
        let beside = self.beside().replace(BUILD, &build);
        for entry in [ELEMENT, LATER].into_iter().chain(PAGES) {
            self.bundle(entry, &beside, &dist.join(entry.0))?;
        }
        Ok(build)
    }

    /// Writes the folder that never changes, and the living script, which loads everything from there. Each script knows the hashes of what
    /// it loads: a script that a cache has kept draws with the modules of its own build, and with no others.
    fn pin(&self, dist: &Path) -> Result<String> {
        let mut texts = Vec::new();
        for (entry, files) in [(LATER, self.pinned(LATER)), (ELEMENT, self.pinned(ELEMENT)), (ELEMENT, self.living())] {
            let out = self.folder.join("pinned.out");
            self.bundle(entry, &files, &out)?;
            texts.push((entry.0, fs::read_to_string(&out)?));
        }
        let living = texts.pop().map(|(_, text)| text).unwrap_or_default();
        let scripts = texts.iter().map(|(name, text)| (*name, text.as_bytes()));
        let build = hash::build(scripts.chain(self.modules.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()))));
        let folder = dist.join(PINNED).join(&build);
        fs::create_dir_all(&folder)?;
        let mut later = String::new();
        for (name, text) in texts {
            let text = text.replace(BUILD, &build).replace(SCRIPT, &later);
            // The script that is loaded later comes first.
            if name == LATER.0 {
                later = hash::short(text.as_bytes());
            }
            fs::write(folder.join(name), text)?;
        }
        self.copy_modules(&folder)?;
        fs::create_dir_all(dist.join(LIVING))?;
        fs::write(dist.join(LIVING).join(ELEMENT.0), living.replace(BUILD, &build).replace(SCRIPT, &later))?;
        Ok(build)
    }

    /// Bundles a script with a version of `files.js`.
    ///
    /// # Errors
    /// If it cannot be bundled.
    pub fn bundle(&self, (entry, shared): (&str, &[&str]), files: &str, out: &Path) -> Result<()> {
        fs::write(self.folder.join("files.js"), files)?;
        wasm::bundle(&self.folder.join(entry), out, shared)
    }

    /// Puts something beside the scripts that they may import.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn add(&self, name: &str, bytes: &[u8]) -> Result<()> {
        fs::write(self.folder.join(name), bytes).with_context(|| format!("cannot write {name}"))
    }

    /// A script as it is written.
    ///
    /// # Errors
    /// If there is none of that name.
    pub fn source(&self, name: &str) -> Result<String> {
        fs::read_to_string(self.folder.join(name)).with_context(|| format!("there is no script {name}"))
    }

    /// The modules, by the paths of their files: the one that draws, the other one, and the parts of the first.
    #[must_use]
    pub fn modules(&self) -> &[(String, Vec<u8>)] {
        &self.modules
    }

    /// Which part draws which view and speaks which language, as JavaScript.
    #[must_use]
    pub fn parts(&self) -> &str {
        &self.parts
    }

    /// Writes the modules into a folder.
    ///
    /// # Errors
    /// If one cannot be written.
    pub fn copy_modules(&self, folder: &Path) -> Result<()> {
        for part in [MARKS, WORDS] {
            fs::create_dir_all(folder.join(part))?;
        }
        self.modules.iter().try_for_each(|(name, bytes)| fs::write(folder.join(name), bytes).context("cannot write a module"))
    }

    /// `files.js` of the scripts beside the pages, whose files are replaced by later ones all together.
    fn beside(&self) -> String {
        let ([charts, take_away], parts) = ([NAME, TAKE_AWAY.0].map(module), &self.parts);
        format!(
            "export const chartModule = () => new URL('{charts}', import.meta.url);
export const parts = {parts};
export const chartPart = (name) => new URL(`${{name}}.wasm`, import.meta.url);
export const takeAwayModule = () => new URL('{take_away}', import.meta.url);
export const takeAwayScript = () => import('./take-away.js');
export const home = () => new URL('./', import.meta.url);
export const BUILD = '{BUILD}';
export const PINS = null;
"
        )
    }

    /// `files.js` of an entry in the folder that never changes: nothing is run that has another hash. A browser that knows no `modulepreload`
    /// has the script checked before it is loaded, which comes from its cache then.
    fn pinned(&self, entry: (&str, &[&str])) -> String {
        let (checked, later) = (self.checked(entry, "./"), LATER.0);
        format!(
            "{checked}export const home = () => new URL('../../', import.meta.url);
export async function takeAwayScript() {{
  const {{ href }} = here('{later}');
  const link = document.createElement('link');
  if (link.relList.supports('modulepreload')) {{
    Object.assign(link, {{ rel: 'modulepreload', href, integrity: PINS['{later}'] }});
    await new Promise((done, fail) => {{
      Object.assign(link, {{ onload: done, onerror: () => fail(new Error(href)) }});
      document.head.append(link);
    }});
    link.remove();
  }} else {{
    await checked('{later}');
  }}
  return import(href);
}}
"
        )
    }

    /// `files.js` of the living script. Who could change what is loaded later could change this script too, so it is enough to check that
    /// before it is loaded.
    fn living(&self) -> String {
        let (checked, later) = (self.checked(ELEMENT, FROM_LIVING), LATER.0);
        format!(
            "{checked}export const home = () => new URL('../', import.meta.url);
export const takeAwayScript = () => checked('{later}').then(() => import(here('{later}{LOADED_BY_LIVING}')));
"
        )
    }

    /// What these have in common: the modules of a folder, each with its hash.
    fn checked(&self, entry: (&str, &[&str]), folder: &str) -> String {
        let ([charts, take_away], parts) = ([NAME, TAKE_AWAY.0].map(module), &self.parts);
        let pins = self.modules.iter().map(|(name, bytes)| (name.as_str(), hash::short(bytes)));
        // The element loads no other module; a script cannot know its own hash.
        let pins = pins.filter(|(name, _)| entry != ELEMENT || *name != take_away);
        let later = (entry == ELEMENT).then(|| (LATER.0, SCRIPT.to_owned()));
        let list: String = pins.chain(later).map(|(name, hash)| format!("'{name}': '{hash}', ")).collect();
        format!(
            "export const PINS = {{ {list}}};
export const BUILD = '{BUILD}';
const here = (name) => new URL(`{folder}${{name}}`, import.meta.url);
const checked = (name) => fetch(here(name), {{ integrity: PINS[name] }});
export const chartModule = () => checked('{charts}');
export const parts = {parts};
export const chartPart = (name) => checked(`${{name}}.wasm`);
export const takeAwayModule = () => checked('{take_away}');
"
        )
    }
}

/// Which part of the module draws which view and speaks which language, as an object of JavaScript.
fn by_use(parts: &[String]) -> Result<String> {
    let mut uses = Vec::new();
    for view in package().views {
        let kind = match view.mark {
            "list" | "tile" => "groups",
            "point" => "points",
            "unit" => "units",
            same => same,
        };
        uses.push((view.id, format!("{MARKS}/{kind}")));
    }
    uses.extend(LANGUAGES.map(|language| (language.tag(), format!("{WORDS}/{}", language.tag()))));
    let mut pairs = Vec::new();
    for (what, part) in uses {
        if !parts.contains(&part) {
            bail!("the module has no part for {what}: there is no {part}");
        }
        pairs.push(format!("'{what}': '{part}'"));
    }
    Ok(format!("{{ {} }}", pairs.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_view_and_language_has_a_part_that_is_there() {
        let kinds = ["arrow", "bar", "card", "groups", "matrix", "points", "strip", "timeline", "units"];
        let parts: Vec<_> =
            kinds.map(|kind| format!("marks/{kind}")).into_iter().chain(["words/zh-Hans".into(), "words/en".into()]).collect();
        let all = by_use(&parts).unwrap();
        assert!(package().views.iter().all(|view| all.contains(&format!("'{}': ", view.id))), "{all}");
        assert!(all.ends_with("'zh-Hans': 'words/zh-Hans', 'en': 'words/en' }"), "{all}");
        assert!(by_use(&parts[1..]).is_err() && by_use(&parts[..10]).is_err());
    }
}
