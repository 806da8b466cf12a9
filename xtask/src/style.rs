//! The style of the element, as a script that makes an adoptable style sheet of it.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::build::Kind;
use crate::wasm;

/// The style among the files of `www/`, and the script that is made of it.
const STYLE: (&str, &str) = ("element.css", "style.js");

/// Makes the script in a folder that has the style, which is removed.
///
/// # Errors
/// If the style is not there or is no CSS, or a file cannot be written.
pub fn script(kind: Kind, dist: &Path) -> Result<()> {
    let (from, to) = (dist.join(STYLE.0), dist.join(STYLE.1));
    let css = match kind {
        Kind::Quick => fs::read_to_string(&from).with_context(|| format!("cannot read {}", from.display()))?,
        Kind::Release | Kind::Smallest => wasm::minify(&from)?,
    };
    fs::write(&to, module(&css)).with_context(|| format!("cannot write {}", to.display()))?;
    fs::remove_file(&from).with_context(|| format!("cannot remove {}", from.display()))
}

/// A module that exports the sheet.
fn module(css: &str) -> String {
    let text = css.trim().replace('\\', r"\\").replace('`', r"\`").replace("${", r"\${");
    format!("export const sheet = new CSSStyleSheet();\nsheet.replaceSync(`{text}`);\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_style_is_a_string_in_the_script() {
        assert_eq!(
            module("a::before { content: \"\\201c`${x}\" }\n"),
            "export const sheet = new CSSStyleSheet();\nsheet.replaceSync(`a::before { content: \"\\\\201c\\`\\${x}\" }`);\n"
        );
    }

    #[test]
    fn the_style_gives_way_to_its_script() {
        let folder = std::env::temp_dir().join(format!("article-charts-style-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        assert!(script(Kind::Quick, &folder).is_err());
        fs::write(folder.join(STYLE.0), "a { color: red }").unwrap();
        script(Kind::Quick, &folder).unwrap();
        assert!(fs::read_to_string(folder.join(STYLE.1)).unwrap().contains("`a { color: red }`"));
        assert!(!folder.join(STYLE.0).exists());
        fs::remove_dir_all(folder).unwrap();
    }
}
