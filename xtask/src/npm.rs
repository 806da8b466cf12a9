//! `dist/npm/`: the package for bundlers, ready for `npm pack`.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::scripts::{LATER, Scripts};
use crate::{pages, project, single};

/// The folder in `dist/`.
pub const FOLDER: &str = "npm";

/// The last line of the element's script: the package has it in a file of its own, for who gives the element another name.
const DEFINE: &str = "if (!customElements.get('article-chart')) customElements.define('article-chart', ArticleChart);\n";

/// What is written as it stands: the script that registers the element, and types.
const TEXTS: [(&str, &str); 5] = [
    (
        "define.js",
        "import { ArticleChart } from './index.js';\n\nexport * from './index.js';\n\
         if (!customElements.get('article-chart')) customElements.define('article-chart', ArticleChart);\n",
    ),
    ("define.d.ts", "export * from './index.js';\n"),
    ("inline.d.ts", "export * from './index.js';\n"),
    ("embed.d.ts", "export {};\n"),
    (
        "README.md",
        "# article-charts\n\nCharts of what a newspaper actually printed, as a custom element.\n\n```js\nimport 'article-charts/define';\n```\n\n\
         ```html\n<article-chart view=\"pipelines\" lang=\"en\"></article-chart>\n```\n\n\
         | import | |\n| --- | --- |\n| `article-charts` | the class, registered by nobody |\n\
         | `article-charts/define` | registers `<article-chart>`; its modules are files beside it, which bundlers that follow `new URL(…, import.meta.url)` take along: Vite, webpack 5, Rollup with `@web/rollup-plugin-import-meta-assets` |\n\
         | `article-charts/inline` | the same with the modules inside, for bundlers that do not, such as esbuild |\n\
         | `article-charts/wasm` | the module itself |\n| `article-charts/data/*` | the data packages |\n\
         | `article-charts/embed` | gives frames with a chart their height |\n\n\
         Code: MIT or Apache-2.0; `inline.js` contains fflate, MIT License, copyright (c) 2023 Arjun Barrett. Data: CC BY 4.0.\n",
    ),
];

/// Writes the package, after the pages that are one file, which pack the modules.
///
/// # Errors
/// If a script cannot be bundled, or a file cannot be read or written.
pub fn write(dist: &Path, scripts: &Scripts, build: &str) -> Result<()> {
    let folder = dist.join(FOLDER);
    fs::create_dir_all(&folder)?;
    let element = scripts.source("article-chart.js")?;
    let Some((class, "")) = element.split_once(DEFINE) else {
        bail!("article-chart.js does not end with the line that registers the element")
    };
    scripts.add("index.js", class.as_bytes())?;
    for entry in [("index.js", &["./take-away.js"][..]), LATER] {
        scripts.bundle(entry, &files(scripts, build), &folder.join(entry.0))?;
    }
    scripts.copy_modules(&folder)?;
    scripts.bundle(("article-chart.js", &[]), &single::files(scripts, build, None), &folder.join("inline.js"))?;
    fs::copy(dist.join("embed.js"), folder.join("embed.js"))?;
    for (name, text) in TEXTS {
        fs::write(folder.join(name), text)?;
    }
    fs::copy(dist.join("article-chart.d.ts"), folder.join("index.d.ts")).context("there are no types")?;
    let elements = fs::read_to_string(dist.join("custom-elements.json"))?.replace("\"article-chart.js\"", "\"define.js\"");
    fs::write(folder.join("custom-elements.json"), elements)?;
    for license in ["LICENSE-MIT", "LICENSE-APACHE"] {
        fs::copy(project::root().join(license), folder.join(license))?;
    }
    pages::copy_packages(&project::root().join("src/articles"), &folder.join("data"))?;
    fs::write(folder.join("package.json"), package()).context("cannot write the package")
}

/// `files.js` of the package. Bundlers take along what an address names that is written out.
fn files(scripts: &Scripts, build: &str) -> String {
    let address = |name: &str| format!("new URL('./{name}', import.meta.url)");
    let names: Vec<&str> = scripts.modules().iter().map(|(name, _)| name.as_str()).collect();
    let part = |name: &str| {
        let part = name.trim_end_matches(".wasm");
        format!("'{part}': () => {}, ", address(name))
    };
    // The first two are whole modules, the others parts of the first.
    let addresses: String = names.iter().skip(2).map(|name| part(name)).collect();
    let [charts, take_away] = [0, 1].map(|i| names.get(i).map_or_else(String::new, |name| address(name)));
    let parts = scripts.parts();
    format!(
        "const addresses = {{ {addresses}}};
export const chartModule = () => {charts};
export const parts = {parts};
export const chartPart = (name) => addresses[name]();
export const takeAwayModule = () => {take_away};
export const takeAwayScript = () => import('./take-away.js');
export const home = () => null;
export const BUILD = '{build}';
export const PINS = null;
"
    )
}

/// The description, as text, because the order counts: types first.
fn package() -> String {
    let entry = |path: &str, name: &str| {
        format!("    \"{path}\": {{\n      \"types\": \"./{name}.d.ts\",\n      \"default\": \"./{name}.js\"\n    }},\n")
    };
    let scripts: String = [(".", "index"), ("./define", "define"), ("./inline", "inline"), ("./embed", "embed")]
        .map(|(path, name)| entry(path, name))
        .concat();
    format!(
        r#"{{
  "name": "article-charts",
  "version": "{}",
  "description": "Charts of what a newspaper actually printed, as a custom element",
  "keywords": ["chart", "custom-element", "webassembly", "newspaper", "uncertainty"],
  "license": "MIT OR Apache-2.0",
  "type": "module",
  "sideEffects": ["./define.js", "./inline.js", "./embed.js"],
  "types": "./index.d.ts",
  "exports": {{
{scripts}    "./wasm": "./article_charts_bg.wasm",
    "./data/*": "./data/*",
    "./custom-elements.json": "./custom-elements.json",
    "./package.json": "./package.json"
  }},
  "customElements": "custom-elements.json"
}}
"#,
        env!("CARGO_PKG_VERSION")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_that_registers_the_element_is_the_last() {
        let element = fs::read_to_string(project::www().join("article-chart.js")).unwrap();
        assert!(element.ends_with(DEFINE) && TEXTS[0].1.ends_with(DEFINE));
    }

    #[test]
    fn types_come_first() {
        let description: serde_json::Value = serde_json::from_str(&package()).unwrap();
        assert_eq!(description["exports"]["./define"]["default"], "./define.js");
        assert_eq!(package().matches("\"types\": \"./").count(), 5);
        assert_eq!(package().matches(".d.ts\",\n      \"default\"").count(), 4);
    }
}
