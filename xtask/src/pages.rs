//! `www/` to `dist/`: copies the files, and fills the page's template with the module's own words, once for each language.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use article_charts::data::{Language, package};
use article_charts::export;

/// The template among the files of `www/`.
const TEMPLATE: &str = "index.html";

/// Writes the files of the page.
///
/// # Errors
/// If a file cannot be read or written.
pub fn render_pages(www: &Path, dist: &Path) -> Result<()> {
    fs::create_dir_all(dist).with_context(|| format!("cannot write {}", dist.display()))?;
    for entry in fs::read_dir(www).with_context(|| format!("cannot read {}", www.display()))? {
        let entry = entry?;
        let (from, to) = (entry.path(), dist.join(entry.file_name()));
        if entry.file_name() == TEMPLATE {
            let template = fs::read_to_string(&from).with_context(|| format!("cannot read {}", from.display()))?;
            for language in Language::ALL {
                let page = dist.join(export::page_file(language));
                fs::write(&page, export::page(package(), &template, language))
                    .with_context(|| format!("cannot write {}", page.display()))?;
            }
        } else {
            fs::copy(&from, &to).with_context(|| format!("cannot copy {} to {}", from.display(), to.display()))?;
        }
    }
    Ok(())
}
