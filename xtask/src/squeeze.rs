//! Every file once more as `.br` and `.gz`, for servers that send what lies there.

use std::collections::HashMap;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::{npm, single, sizes};

/// The endings of what is written, brotli first.
pub const ENDINGS: [&str; 2] = ["br", "gz"];

/// Files that gain nothing: pictures that are compressed, a package that is packed, and pages whose bytes are base64 of compressed ones, which are mailed or opened
/// from a disk.
fn is_left(path: &Path) -> bool {
    let compressed = path.extension().and_then(OsStr::to_str).is_some_and(|end| end == "png" || ENDINGS.contains(&end));
    compressed || path.starts_with(single::FOLDER) || path.starts_with(npm::FOLDER) || path == Path::new(single::ALL)
}

/// Writes the compressed files below a folder.
///
/// # Errors
/// If one cannot be read or written.
pub fn write(dist: &Path) -> Result<()> {
    // The same bytes lie in several folders.
    let mut same: HashMap<Vec<u8>, Vec<PathBuf>> = HashMap::new();
    for file in sizes::files(dist)? {
        if !is_left(file.strip_prefix(dist)?) {
            same.entry(fs::read(&file)?).or_default().push(file);
        }
    }
    let mut all: Vec<_> = same.iter().collect();
    // The largest first, so that no worker begins with it last.
    all.sort_by_key(|(bytes, files)| (std::cmp::Reverse(bytes.len()), *files));
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    let next = std::sync::atomic::AtomicUsize::new(0);
    std::thread::scope(|scope| {
        let work = || {
            while let Some((bytes, files)) = all.get(next.fetch_add(1, std::sync::atomic::Ordering::Relaxed)) {
                squeeze(bytes, files)?;
            }
            Ok(())
        };
        let hands: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        hands.into_iter().try_for_each(|hand| hand.join().unwrap_or_else(|_| bail!("a file was not compressed")))
    })
}

fn squeeze(bytes: &[u8], files: &[PathBuf]) -> Result<()> {
    for (ending, compressed) in ENDINGS.into_iter().zip([sizes::brotli(bytes)?, sizes::gzip(bytes)?]) {
        for file in files {
            let mut name = file.clone().into_os_string();
            name.push(format!(".{ending}"));
            fs::write(&name, &compressed).with_context(|| format!("cannot write {}", name.display()))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn what_is_compressed_is_the_file_again() {
        let dist = std::env::temp_dir().join(format!("article-charts-squeeze-{}", std::process::id()));
        fs::create_dir_all(dist.join("v1")).unwrap();
        for file in ["a.js", "v1/a.js", "a.png"] {
            fs::write(dist.join(file), "一".repeat(200)).unwrap();
        }
        write(&dist).unwrap();
        let mut text = String::new();
        flate2::read::GzDecoder::new(&fs::read(dist.join("v1/a.js.gz")).unwrap()[..]).read_to_string(&mut text).unwrap();
        assert_eq!(text, "一".repeat(200));
        assert!(fs::metadata(dist.join("a.js.br")).unwrap().len() < 50);
        assert!(!dist.join("a.png.br").exists() && !dist.join("a.png.gz").exists());
        fs::remove_dir_all(dist).unwrap();
    }
}
