//! `dist/manifest.json`: what is shipped, in which version, with the hash and the size of every file.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use article_charts::data::package;
use serde_json::{Map, Value, json};

use crate::scripts::{ELEMENT, LIVING, PINNED};
use crate::{hash, npm, sizes, stills};

/// Its name.
pub const FILE: &str = "manifest.json";

/// Writes the manifest of what lies in `dist/`, but for the pictures drawn ahead and the package, which no script loads.
///
/// # Errors
/// If a file cannot be read or written.
pub fn write(dist: &Path, build: &str) -> Result<()> {
    let mut files = Map::new();
    for file in sizes::files(dist)? {
        let path = file.strip_prefix(dist)?;
        if path.starts_with(stills::FOLDER) || path.starts_with(npm::FOLDER) {
            continue;
        }
        let bytes = fs::read(&file)?;
        let name = path.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
        files.insert(name, json!({ "size": bytes.len(), "integrity": hash::integrity(&bytes) }));
    }
    let (script, _) = ELEMENT;
    let manifest = json!({
        "name": "article-charts",
        "version": env!("CARGO_PKG_VERSION"),
        "data": { "name": package().name, "version": package().about().version },
        "build": build,
        "living": format!("{LIVING}/{script}"),
        "pinned": format!("{PINNED}/{build}/{script}"),
        "files": Value::Object(files),
    });
    fs::write(dist.join(FILE), format!("{manifest:#}\n")).context("cannot write the manifest")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_but_the_pictures_is_listed_with_size_and_hash() {
        let dist = std::env::temp_dir().join(format!("article-charts-manifest-{}", std::process::id()));
        for (file, text) in [("v1/article-chart.js", "1"), ("static/a.svg", "2"), ("index.html", "一")] {
            fs::create_dir_all(dist.join(file).parent().unwrap()).unwrap();
            fs::write(dist.join(file), text).unwrap();
        }
        write(&dist, "abc").unwrap();
        let manifest: Value = serde_json::from_slice(&fs::read(dist.join(FILE)).unwrap()).unwrap();
        assert_eq!(manifest["pinned"], "r/abc/article-chart.js");
        assert_eq!(manifest["data"]["version"], package().about().version);
        let files = manifest["files"].as_object().unwrap();
        assert_eq!(files.keys().collect::<Vec<_>>(), ["index.html", "v1/article-chart.js"]);
        assert_eq!(files["index.html"], json!({ "size": 3, "integrity": hash::integrity("一".as_bytes()) }));
        fs::remove_dir_all(dist).unwrap();
    }
}
