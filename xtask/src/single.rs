//! Pages that are one file: modules, scripts, styles and words, for a double click, an attachment, a place without a network.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use article_charts::data::{Language, package};
use article_charts::export::{self, Look, Surroundings};

use crate::build::{MARKS, WORDS};
use crate::scripts::Scripts;
use crate::speak::LANGUAGES;
use crate::split::ALL as EVERY;
use crate::{hash, project, sizes, stills};

/// The page with all charts.
pub const ALL: &str = "article-charts.html";

/// The folder with a page for each.
pub const FOLDER: &str = "single";

/// Says whose code is in the file besides ours.
const NOTICE: &str = "<!-- Contains fflate, MIT License, copyright (c) 2023 Arjun Barrett. -->\n";

/// The style of a page with one chart.
const STYLE: &str = "body { margin: 1.5rem auto; padding: 0 1rem; max-width: 60rem; background: #fbf8f2; color: #1f1b16 }
@media (prefers-color-scheme: dark) { body { background: #16181b; color: #ece7dd } }
svg, table { max-width: 100%; height: auto }";

/// Writes the pages.
///
/// # Errors
/// If a script cannot be bundled, the template has changed, or a file cannot be written.
pub fn write(dist: &Path, scripts: &Scripts, build: &str, site: Option<&str>) -> Result<()> {
    for (name, bytes) in modules(scripts) {
        scripts.add(&packed(name), &sizes::gzip(bytes)?)?;
    }
    let bundled = |entry| {
        let out = project::target().join("scripts/single.out");
        scripts.bundle((entry, &[]), &files(scripts, build, site), &out)?;
        fs::read_to_string(&out).with_context(|| format!("cannot read {}", out.display()))
    };
    fs::write(dist.join(ALL), all(dist, &bundled("page.js")?, site)?)?;
    fs::create_dir_all(dist.join(FOLDER))?;
    let script = bundled("single.js")?;
    for view in stills::views() {
        let figure = export::figure(package(), view, Language::default(), Surroundings { stills: "", pages: site, png: false })
            .context("a view has no picture")?;
        let figure = with_picture(&figure, view.id, Language::default())?;
        fs::write(dist.join(FOLDER).join(format!("{}.html", view.id)), one(view.id, view.title.zh, &figure, &script))?;
    }
    Ok(())
}

/// The modules that such a page has: the first two are whole; of the kinds of mark it has the part with all of them.
fn modules(scripts: &Scripts) -> impl Iterator<Item = &(String, Vec<u8>)> {
    let every = format!("{MARKS}/{EVERY}.wasm");
    scripts.modules().iter().filter(move |(name, _)| !name.starts_with(MARKS) || *name == every)
}

/// The name of a compressed module beside the scripts.
fn packed(module: &str) -> String {
    format!("{}.gz", module.replace('/', "-"))
}

/// `files.js` of such a page: the bytes themselves, which lie beside the scripts once [`write()`] has put them there.
#[must_use]
pub fn files(scripts: &Scripts, build: &str, site: Option<&str>) -> String {
    let home = site.map_or_else(|| "null".to_owned(), |url| format!("new URL({url:?})"));
    let imports = modules(scripts).enumerate();
    let imports: String = imports.map(|(i, (name, _))| format!("import module{i} from './{}';\n", packed(name))).collect();
    // The first two are whole modules, the others parts of the first.
    let bytes = modules(scripts).enumerate().skip(2);
    let bytes: String = bytes.map(|(i, (name, _))| format!("'{name}': module{i}, ")).collect();
    let views = package().views.iter().map(|view| (view.id, format!("{MARKS}/{EVERY}")));
    let languages = LANGUAGES.map(|language| (language.tag(), format!("{WORDS}/{}", language.tag())));
    let parts: String = views.chain(languages).map(|(what, part)| format!("'{what}': '{part}', ")).collect();
    format!(
        "import {{ gunzipSync }} from 'fflate';
{imports}const bytes = async (text) => gunzipSync(Uint8Array.from(atob(text), (character) => character.charCodeAt(0)));
export const chartModule = () => bytes(module0);
export const parts = {{ {parts}}};
const packed = {{ {bytes}}};
export const chartPart = (name) => bytes(packed[`${{name}}.wasm`]);
export const takeAwayModule = () => bytes(module1);
export const takeAwayScript = () => import('./take-away.js');
export const home = () => {home};
export const BUILD = '{build}';
export const PINS = {{}};
"
    )
}

/// The policy of a page that asks nobody for anything.
fn policy(inline: &[&str], style: &str) -> String {
    let scripts: Vec<String> = inline.iter().map(|text| hash::inline(text)).collect();
    format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {}; \
         img-src data: blob:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'\">\n",
        scripts.join(" "),
        hash::inline(style)
    )
}

/// The page with all charts, made of the one in `dist/`.
fn all(dist: &Path, script: &str, site: Option<&str>) -> Result<String> {
    let read = |name: &str| fs::read_to_string(dist.join(name)).with_context(|| format!("cannot read {name}"));
    let (mode, style, icon) = (read("mode.js")?, read("page.css")?, hash::base64(&fs::read(dist.join("icon.svg"))?));
    let mut page = with_picture(&read(export::page_file(Language::Zh))?, "scitech-share", Language::Zh)?;
    let charset = "<meta charset=\"utf-8\">\n";
    let policy = policy(&[&mode, script], &style);
    // What has no address cannot be shared.
    let share = export::share_control();
    let replacements = [
        (share.as_str(), if site.is_some() { share.clone() } else { String::new() }),
        (charset, format!("{charset}{policy}{NOTICE}")),
        ("<script src=\"mode.js\"></script>", format!("<script>{mode}</script>")),
        ("<link rel=\"icon\" href=\"icon.svg\">", format!("<link rel=\"icon\" href=\"data:image/svg+xml;base64,{icon}\">")),
        ("<link rel=\"stylesheet\" href=\"page.css\">", format!("<style>{style}</style>")),
        ("<link rel=\"alternate\" hreflang=\"zh\" href=\"index.html\">\n", String::new()),
        ("<link rel=\"alternate\" hreflang=\"en\" href=\"index.en.html\">\n", String::new()),
        ("<link rel=\"modulepreload\" href=\"article-chart.js\">\n", String::new()),
        (
            "<link rel=\"preload\" href=\"article_charts_bg.wasm\" as=\"fetch\" type=\"application/wasm\" crossorigin>\n",
            String::new(),
        ),
        ("<script type=\"module\" src=\"page.js\"></script>", format!("<script type=\"module\">{script}</script>")),
        // The file may have any name.
        ("href=\"index.html\"", "href=\"?lang=zh\"".to_owned()),
        ("href=\"index.en.html\"", "href=\"?lang=en\"".to_owned()),
    ];
    for (from, to) in replacements {
        let (before, after) = page.split_once(from).with_context(|| format!("the page has no {from}"))?;
        page = format!("{before}{to}{after}");
    }
    Ok(page.replace("href=\"./\"", "href=\"?\""))
}

/// A page with one chart; what stands there without scripts is its figure.
fn one(view: &str, title: &str, figure: &str, script: &str) -> String {
    let policy = policy(&[script], STYLE);
    format!(
        "<!doctype html>\n<html lang=\"{}\">\n<meta charset=\"utf-8\">\n{policy}{NOTICE}\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n\
         <link rel=\"icon\" href=\"data:,\">\n<title>{title}</title>\n<style>{STYLE}</style>\n<script type=\"module\">{script}</script>\n\
         <article-chart view=\"{view}\">\n{figure}</article-chart>\n</html>\n",
        Language::default().tag()
    )
}

/// The same with the picture itself in place of the addresses of pictures.
fn with_picture(html: &str, view: &str, language: Language) -> Result<String> {
    let (before, rest) = html.split_once("<picture>").context("there is no picture")?;
    let (_, after) = rest.split_once("</picture>").context("the picture has no end")?;
    Ok(format!("{before}{}{after}", article_charts::svg(view, Look { language, ..Look::default() })?))
}
