//! The scripts of each way of shipping: the same sources, bundled with a version of `files.js` of their own.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::build::{NAME, TAKE_AWAY};
use crate::{hash, project, sizes, wasm};

/// The element.
pub const ELEMENT: (&str, &[&str]) = ("article-chart.js", &["./take-away.js"]);

/// What is loaded when a reader takes something away.
pub const LATER: (&str, &[&str]) = ("take-away.js", &[]);

/// The scripts of the page around the charts, of a page that frames a chart and of the one in the frame. They share the element's copy.
const PAGES: [(&str, &[&str]); 4] =
    [("embed.js", &[]), ("frame.js", &["./article-chart.js"]), ("mode.js", &[]), ("page.js", &["./article-chart.js"])];

/// The folder of the build that is always the latest.
pub const LIVING: &str = "v1";

/// The folder of those that never change, each in one named by its hash.
pub const PINNED: &str = "r";

/// What stands in the scripts for the hash of the build, and for that of a script, until they are known.
const BUILD: &str = "@build@";
const SCRIPT: &str = "@script@";

/// The sources of the scripts with the JavaScript of the modules, in a folder where they are bundled.
pub struct Scripts {
    folder: PathBuf,
    /// The modules, by the names of their files.
    modules: [(String, Vec<u8>); 2],
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
        let read = |name: &str| Ok::<_, anyhow::Error>((module(name), fs::read(dist.join(module(name)))?));
        Ok(Self { folder, modules: [read(NAME)?, read(TAKE_AWAY.0)?] })
    }

    /// Writes the scripts beside the pages, in the living folder and in a pinned one, and returns the hash of the build.
    ///
    /// # Errors
    /// If one cannot be bundled or written.
    pub fn write(&self, dist: &Path) -> Result<String> {
        let build = self.pin(dist)?;
        for (folder, home) in [(dist.to_path_buf(), "./"), (dist.join(LIVING), "../")] {
            let living = living(home).replace(BUILD, &build);
            for entry in [ELEMENT, LATER] {
                self.bundle(entry, &living, &folder.join(entry.0))?;
            }
            self.copy_modules(&folder)?;
        }
        for entry in PAGES {
            self.bundle(entry, &living("./"), &dist.join(entry.0))?;
        }
        Ok(build)
    }

    /// Writes the folder that never changes. Each file there knows the hashes of those that it loads.
    fn pin(&self, dist: &Path) -> Result<String> {
        let pins: Vec<(String, String)> =
            self.modules.iter().map(|(name, bytes)| (name.clone(), hash::integrity(bytes))).collect();
        let mut texts = Vec::new();
        for entry in [LATER, ELEMENT] {
            let out = self.folder.join("pinned.out");
            // A script cannot know its own hash.
            let later = (entry == ELEMENT).then(|| (LATER.0.to_owned(), SCRIPT.to_owned()));
            let known: Vec<_> = pins.iter().cloned().chain(later).collect();
            self.bundle(entry, &pinned(&known), &out)?;
            texts.push((entry.0, fs::read_to_string(&out)?));
        }
        let scripts = texts.iter().map(|(name, text)| (*name, text.as_bytes()));
        let build = hash::build(scripts.chain(self.modules.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()))));
        let folder = dist.join(PINNED).join(&build);
        fs::create_dir_all(&folder)?;
        let mut later = String::new();
        for (name, text) in texts {
            let text = text.replace(BUILD, &build).replace(SCRIPT, &later);
            // The script that is loaded later comes first.
            later = hash::integrity(text.as_bytes());
            fs::write(folder.join(name), text)?;
        }
        self.copy_modules(&folder)?;
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

    /// The modules, by the names of their files.
    #[must_use]
    pub fn modules(&self) -> &[(String, Vec<u8>); 2] {
        &self.modules
    }

    fn copy_modules(&self, folder: &Path) -> Result<()> {
        fs::create_dir_all(folder)?;
        self.modules.iter().try_for_each(|(name, bytes)| fs::write(folder.join(name), bytes).context("cannot write a module"))
    }
}

/// `files.js` of a folder whose files are replaced by later ones.
fn living(home: &str) -> String {
    let [charts, take_away] = [NAME, TAKE_AWAY.0].map(module);
    format!(
        "export const chartModule = () => new URL('{charts}', import.meta.url);
export const takeAwayModule = () => new URL('{take_away}', import.meta.url);
export const takeAwayScript = () => import('./take-away.js');
export const home = () => new URL('{home}', import.meta.url);
export const BUILD = '{BUILD}';
export const PINS = null;
"
    )
}

/// `files.js` of a folder whose files never change: nothing is run that has another hash. A browser that knows no `modulepreload` has the
/// script checked before it is loaded, which comes from its cache then.
fn pinned(pins: &[(String, String)]) -> String {
    let [charts, take_away] = [NAME, TAKE_AWAY.0].map(module);
    let list: String = pins.iter().map(|(name, integrity)| format!("'{name}': '{integrity}', ")).collect();
    format!(
        "export const PINS = {{ {list}}};
export const BUILD = '{BUILD}';
export const home = () => new URL('../../', import.meta.url);
const here = (name) => new URL(name, import.meta.url);
const pinned = (name) => fetch(here(name), {{ integrity: PINS[name] }});
export const chartModule = () => pinned('{charts}');
export const takeAwayModule = () => pinned('{take_away}');
export async function takeAwayScript() {{
  const name = 'take-away.js';
  const link = document.createElement('link');
  if (link.relList.supports('modulepreload')) {{
    Object.assign(link, {{ rel: 'modulepreload', href: here(name).href, integrity: PINS[name] }});
    await new Promise((done, fail) => {{
      Object.assign(link, {{ onload: done, onerror: () => fail(new Error(name)) }});
      document.head.append(link);
    }});
    link.remove();
  }} else {{
    await (await pinned(name)).arrayBuffer();
  }}
  return import('./take-away.js');
}}
"
    )
}
