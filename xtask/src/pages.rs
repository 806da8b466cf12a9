//! `www/` and the data packages to `dist/`: copies the files, and fills the templates with the module's own words, the page's once for each
//! language.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use article_charts::data::{Language, package};
use article_charts::export;

/// The templates among the files of `www/`: of the page, and of the page in a frame.
const TEMPLATE: &str = "index.html";
const EMBED: &str = "embed.html";

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
        } else if entry.file_name() == EMBED {
            let template = fs::read_to_string(&from).with_context(|| format!("cannot read {}", from.display()))?;
            fs::write(&to, export::embed(&template)).with_context(|| format!("cannot write {}", to.display()))?;
        } else {
            copy(&from, &to)?;
        }
    }
    Ok(())
}

/// Copies the data packages, each a folder with a descriptor, under their names.
///
/// # Errors
/// If a file cannot be read or written.
pub fn copy_packages(articles: &Path, data: &Path) -> Result<()> {
    for entry in fs::read_dir(articles).with_context(|| format!("cannot read {}", articles.display()))? {
        let folder = entry?.path();
        if let Some(name) = folder.file_name().filter(|_| folder.join("datapackage.json").is_file()) {
            copy(&folder, &data.join(name))?;
        }
    }
    Ok(())
}

/// Copies a file, or a folder with all that is in it.
fn copy(from: &Path, to: &Path) -> Result<()> {
    let context = || format!("cannot copy {} to {}", from.display(), to.display());
    if from.is_dir() {
        fs::create_dir_all(to).with_context(context)?;
        for entry in fs::read_dir(from).with_context(context)? {
            let entry = entry.with_context(context)?;
            copy(&entry.path(), &to.join(entry.file_name()))?;
        }
    } else {
        fs::copy(from, to).with_context(context)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_come_along() {
        let folder = std::env::temp_dir().join(format!("article-charts-pages-{}", std::process::id()));
        let (www, dist) = (folder.join("www"), folder.join("dist"));
        fs::create_dir_all(www.join("en/deep")).unwrap();
        fs::write(www.join("index.html"), "一").unwrap();
        fs::write(www.join("en/a.css"), "").unwrap();
        fs::write(www.join("en/deep/b.css"), "").unwrap();
        render_pages(&www, &dist).unwrap();
        assert_eq!(fs::read_to_string(dist.join("index.html")).unwrap(), "一");
        assert!(dist.join("en/a.css").is_file());
        assert!(dist.join("en/deep/b.css").is_file());
        fs::create_dir_all(folder.join("articles/build")).unwrap();
        fs::create_dir_all(folder.join("articles/paper")).unwrap();
        fs::write(folder.join("articles/paper/datapackage.json"), "{}").unwrap();
        copy_packages(&folder.join("articles"), &dist.join("data")).unwrap();
        assert!(dist.join("data/paper/datapackage.json").is_file() && !dist.join("data/build").exists());
        assert!(render_pages(&folder.join("nothing"), &dist).is_err());
        fs::remove_dir_all(folder).unwrap();
    }
}
