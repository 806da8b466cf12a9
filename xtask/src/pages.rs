//! `www/` to `dist/`.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// Writes the files of the page: today each is a copy. The place where a template gets its text from the library.
///
/// # Errors
/// If a file cannot be read or written.
pub fn render_pages(www: &Path, dist: &Path) -> Result<()> {
    fs::create_dir_all(dist).with_context(|| format!("cannot write {}", dist.display()))?;
    for entry in fs::read_dir(www).with_context(|| format!("cannot read {}", www.display()))? {
        let entry = entry?;
        let (from, to) = (entry.path(), dist.join(entry.file_name()));
        if entry.file_type()?.is_dir() {
            render_pages(&from, &to)?;
        } else {
            fs::copy(&from, &to)
                .with_context(|| format!("cannot copy {} to {}", from.display(), to.display()))?;
        }
    }
    Ok(())
}
