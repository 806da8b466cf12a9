//! The size table and the budget.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::build::{MARKS, NAME, WORDS};
use crate::{single, split, squeeze};

/// What may be loaded before the first picture is there, whichever it is, brotli -11: the core of the module, the largest kind of mark,
/// the larger language, the element, the page. It is what a reader on a slow line waits for, and what it weighs today, so that nothing is added
/// unseen; it only ever goes down.
pub const FIRST: usize = 79 * 1024;

/// What all pictures together may need, likewise.
pub const ALL: usize = 106 * 1024;

/// Scripts and modules that no picture needs: they are loaded when a reader asks for them, and are no part of the budget.
const LATER: [&str; 2] = ["take-away.js", "take_away_bg.wasm"];

/// Scripts of the page around the charts.
const PAGE: [&str; 2] = ["mode.js", "page.js"];

/// Scripts of a page that frames a chart, and of the page in the frame.
const FRAME: [&str; 2] = ["embed.js", "frame.js"];

/// The folder of the data packages, which is one row of the table.
const DATA: &str = "data";

/// gzip -9.
///
/// # Errors
/// None in practice: it writes to memory.
pub fn gzip(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}

/// brotli -11.
///
/// # Errors
/// None in practice: it writes to memory.
pub fn brotli(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut out = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, size_hint: bytes.len(), ..Default::default() };
    brotli::BrotliCompress(&mut &bytes[..], &mut out, &parameters)?;
    Ok(out)
}

/// All files below a folder, by path, in order.
///
/// # Errors
/// If the folder cannot be read.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            found.extend(files(&entry.path())?);
        } else {
            found.push(entry.path());
        }
    }
    found.sort();
    Ok(found)
}

/// Prints what each shipped file weighs, and what the budget is spent on.
///
/// # Errors
/// If the module, its data and JavaScript are over the budget, or a file cannot be read.
pub fn report(dist: &Path) -> Result<()> {
    println!("\n{:<32}{:>10}{:>10}{:>11}", "file", "raw", "gzip -9", "brotli -11");
    let (mut sum, mut data, mut elsewhere, mut spent) = ([0; 3], [0; 3], BTreeMap::<String, u64>::new(), Spent::default());
    let add = |sum: &mut [usize; 3], sizes: [usize; 3]| sum.iter_mut().zip(sizes).for_each(|(sum, size)| *sum += size);
    for file in files(dist)? {
        let path = file.strip_prefix(dist).unwrap_or(&file);
        if path.extension().is_some_and(|end| squeeze::ENDINGS.iter().any(|ending| end == *ending)) {
            continue;
        }
        let first = path.components().next().map(|part| part.as_os_str().to_string_lossy().into_owned()).unwrap_or_default();
        // Other folders hold the same once more, or what nobody loads with the page.
        if !path.starts_with(DATA)
            && !path.starts_with(MARKS)
            && !path.starts_with(WORDS)
            && (path.parent() != Some(Path::new("")) || first == single::ALL)
        {
            *elsewhere.entry(first).or_default() += fs::metadata(&file)?.len();
            continue;
        }
        let bytes = fs::read(&file)?;
        let sizes = [bytes.len(), gzip(&bytes)?.len(), brotli(&bytes)?.len()];
        add(&mut sum, sizes);
        if path.starts_with(DATA) {
            add(&mut data, sizes);
            continue;
        }
        row(&path.to_string_lossy(), sizes);
        let [_, _, brotli] = sizes;
        spent.on(path, brotli);
    }
    row("data packages", data);
    row("sum", sum);
    for (name, bytes) in elsewhere {
        println!("{name:<32}{bytes:>10}");
    }
    spent.report()
}

/// Prints what the drawing module weighs in two builds, beside each other.
///
/// # Errors
/// If a file cannot be read.
pub fn compare(usual: &Path, smallest: &Path) -> Result<()> {
    let [usual, smallest] = [weigh(usual)?, weigh(smallest)?];
    println!("\n{:<32}{:>10}{:>10}", "the module (brotli -11)", "usual", "smallest");
    let names =
        ["core", "larger language", "largest kind of mark", "all kinds of mark", "core with the larger and largest", "whole"];
    for (name, (usual, smallest)) in names.into_iter().zip(usual.into_iter().zip(smallest)) {
        println!("{name:<32}{usual:>10}{smallest:>10}");
    }
    Ok(())
}

/// Core, larger language, largest kind of mark, all kinds in one; the sum of the first three, and of the core with all languages and kinds.
fn weigh(folder: &Path) -> Result<[usize; 6]> {
    let size = |file: &Path| Ok::<usize, anyhow::Error>(brotli(&fs::read(file)?)?.len());
    let sizes = |part: &str| -> Result<Vec<(bool, usize)>> {
        let modules = files(&folder.join(part))?.into_iter().filter(|file| file.extension().is_some_and(|end| end == "wasm"));
        modules.map(|file| Ok((file.file_stem() == Some(OsStr::new(split::ALL)), size(&file)?))).collect()
    };
    let (core, marks, words) = (size(&folder.join(format!("{NAME}_bg.wasm")))?, sizes(MARKS)?, sizes(WORDS)?);
    let largest =
        |parts: &[(bool, usize)]| parts.iter().filter(|(every, _)| !every).map(|(_, size)| *size).max().unwrap_or_default();
    let every: usize = marks.iter().filter(|(every, _)| *every).map(|(_, size)| size).sum();
    let (language, kind) = (largest(&words), largest(&marks));
    let spoken: usize = words.iter().map(|(_, size)| size).sum();
    Ok([core, language, kind, every, core + language + kind, core + spoken + every])
}

/// What is in the budget, by what it is for; and what is beside it.
#[derive(Default)]
struct Spent {
    /// The core of the module.
    module: usize,
    /// The kinds of mark, each alone.
    parts: Vec<usize>,
    /// The part with all of them.
    every: usize,
    /// The languages.
    languages: Vec<usize>,
    page: usize,
    /// Every other script: the element, with the glue to the module.
    scripts: usize,
    later: usize,
    frame: usize,
    beside: usize,
}

impl Spent {
    fn on(&mut self, path: &Path, bytes: usize) {
        let end = path.extension().unwrap_or_default();
        let is = |names: &[&str]| names.iter().any(|name| path == Path::new(name));
        let sum = if is(&LATER) {
            &mut self.later
        } else if is(&FRAME) {
            &mut self.frame
        } else if path.starts_with(MARKS) && path.file_stem() == Some(OsStr::new(split::ALL)) {
            &mut self.every
        } else if path.starts_with(MARKS) {
            self.parts.push(bytes);
            return;
        } else if path.starts_with(WORDS) {
            self.languages.push(bytes);
            return;
        } else if end == "wasm" {
            &mut self.module
        } else if end != "js" {
            &mut self.beside
        } else if is(&PAGE) {
            &mut self.page
        } else {
            &mut self.scripts
        };
        *sum += bytes;
    }

    fn report(&self) -> Result<()> {
        let largest = self.parts.iter().max().copied().unwrap_or_default();
        let language = self.languages.iter().max().copied().unwrap_or_default();
        let shared = self.module + self.scripts + self.page;
        let first = shared + largest + language;
        let all = shared + self.every + self.languages.iter().sum::<usize>();
        println!("\n{:<53}{:>10}", "of the budget (brotli -11)", "bytes");
        let lines = [
            ("core of the module", self.module),
            ("larger language", language),
            ("largest kind of mark", largest),
            ("all kinds of mark in one", self.every),
            ("element and glue", self.scripts),
            ("scripts of the page", self.page),
        ];
        for (name, bytes) in lines {
            println!("{name:<53}{bytes:>10}");
        }
        println!("{:<53}{first:>10} of {FIRST}", "what the first picture needs at most");
        println!("{:<53}{all:>10} of {ALL}", "what all pictures need");
        println!("{:<53}{:>10}", "beside it: HTML, CSS, pictures", self.beside);
        println!("{:<53}{:>10}", "when something is taken away", self.later);
        println!("{:<53}{:>10}", "scripts of a frame and of the page around it", self.frame);
        for (what, spent, budget) in [("the first picture needs", first, FIRST), ("all pictures need", all, ALL)] {
            if spent > budget {
                bail!("{what} {} bytes more than the budget of {budget} (brotli -11)", spent - budget);
            }
        }
        Ok(())
    }
}

fn row(name: &str, [raw, gzip, brotli]: [usize; 3]) {
    println!("{name:<32}{raw:>10}{gzip:>10}{brotli:>11}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn too_much_code_fails_and_other_files_do_not_count() {
        let folder = std::env::temp_dir().join(format!("article-charts-sizes-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        // Bytes without a pattern: they weigh after compression what they weigh before.
        let mut state = 1_u32;
        let noise = std::iter::repeat_with(|| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 24) as u8
        });
        let noise: Vec<u8> = noise.take(ALL + 1).collect();
        fs::write(folder.join("table.csv"), &noise).unwrap();
        fs::write(folder.join("take-away.js"), &noise).unwrap();
        report(&folder).unwrap();
        fs::write(folder.join("a.js"), &noise[..FIRST + 1]).unwrap();
        assert!(report(&folder).is_err());
        fs::remove_file(folder.join("a.js")).unwrap();
        // Who shows all pictures loads the part that has them all, and no other.
        fs::create_dir_all(folder.join(MARKS)).unwrap();
        for kind in ["arrow.wasm", "bar.wasm"] {
            fs::write(folder.join(MARKS).join(kind), &noise[..ALL / 2 + 100]).unwrap();
        }
        report(&folder).unwrap();
        fs::write(folder.join(MARKS).join("all.wasm"), &noise).unwrap();
        assert!(report(&folder).is_err());
        fs::remove_dir_all(folder).unwrap();
    }
}
