//! Names of imports without their hashes.
//!
//! wasm-bindgen ends the name of an import in a hash, so that a module does not take another one's script for its own. Ours are built
//! and shipped together, and forty hashes in two files are almost a kilobyte that nothing can compress.

use std::collections::BTreeSet;
use std::fs;
use std::ops::Range;
use std::path::Path;

use anyhow::Result;

/// What such a name begins with.
const START: &[u8] = b"__wbg_";

/// How many hexadecimal digits it ends in.
const HASH: usize = 16;

/// Puts numbers in the place of the hashes, the same ones in all files.
///
/// # Errors
/// If a file cannot be read or written.
pub fn without_hashes<const N: usize>(files: [&Path; N]) -> Result<()> {
    let mut contents = Vec::new();
    for file in files {
        contents.push(fs::read(file)?);
    }
    number(&mut contents);
    for (file, content) in files.iter().zip(contents) {
        fs::write(file, content)?;
    }
    Ok(())
}

fn number(files: &mut [Vec<u8>]) {
    let mut names = BTreeSet::new();
    for file in &*files {
        names.extend(hashed(file).into_iter().filter_map(|name| file.get(name).map(<[u8]>::to_vec)));
    }
    for file in files {
        for place in hashed(file) {
            let Some((stem, hash)) = file.get_mut(place).and_then(|name| name.split_at_mut_checked(name.len() - HASH)) else {
                continue;
            };
            // Imports that differ in the hash alone keep apart.
            let of_stem = names.iter().filter_map(|name| name.strip_prefix(&*stem)).filter(|other| other.len() == HASH);
            let number = of_stem.take_while(|other| *other < &*hash).count();
            hash.copy_from_slice(format!("{number:0HASH$}").as_bytes());
        }
    }
}

/// Where the names with a hash are.
fn hashed(file: &[u8]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for (start, beginning) in file.windows(START.len()).enumerate() {
        if beginning != START {
            continue;
        }
        let rest = file.get(start..).unwrap_or_default();
        let length = rest.iter().take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'_').count();
        let name = rest.get(..length).unwrap_or_default();
        if let Some((stem, hash)) = name.split_last_chunk::<HASH>()
            && stem.ends_with(b"_")
            && hash.iter().all(u8::is_ascii_hexdigit)
        {
            found.push(start..start + length);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_become_numbers_and_nothing_else_changes() {
        let script = "imports.__wbg_arc_0123456789abcdef; imports.__wbg_arc_00112233445566ff; __wbg_reset_state; __wbg_arc_tan";
        let module = "\0\x1a__wbg_arc_00112233445566ff\0\x07\x1a__wbg_set_fedcba9876543210\0";
        let mut files = [script.as_bytes().to_vec(), module.as_bytes().to_vec()];
        number(&mut files);
        let [script, module] = files.map(|file| String::from_utf8(file).unwrap());
        let (first, second) = ("__wbg_arc_0000000000000000", "__wbg_arc_0000000000000001");
        assert_eq!(script, format!("imports.{second}; imports.{first}; __wbg_reset_state; __wbg_arc_tan"));
        assert_eq!(module, format!("\0\x1a{first}\0\x07\x1a__wbg_set_0000000000000000\0"));
    }
}
