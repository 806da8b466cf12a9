//! Hashes of what is shipped.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256, Sha384};

/// The value of an `integrity` attribute: SHA-384, as browsers compare it.
#[must_use]
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

/// The same of what a script loads: SHA-256, because every byte of that script is the reader's.
#[must_use]
pub fn short(bytes: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(bytes)))
}

/// A script or style as a content security policy allows it where it stands in the page itself.
#[must_use]
pub fn inline(text: &str) -> String {
    format!("'{}'", short(text.as_bytes()))
}

/// The name of a build: half of the SHA-256 of its files, each with its name, in hexadecimal.
#[must_use]
pub fn build<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> String {
    let mut hash = Sha256::new();
    for (name, bytes) in files {
        for part in [name.as_bytes(), bytes] {
            // With its length, so that nothing moves from one part to the next unseen.
            hash.update((part.len() as u64).to_le_bytes());
            hash.update(part);
        }
    }
    hash.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

/// Bytes as text, for a `data:` address.
#[must_use]
pub fn base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integrity_is_what_browsers_compute() {
        // From the Subresource Integrity specification.
        assert_eq!(
            integrity(b"alert('Hello, world.');"),
            "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO"
        );
    }

    #[test]
    fn a_build_is_its_names_and_its_bytes() {
        let one = build([("a", &b"bc"[..])]);
        assert_eq!(one.len(), 32);
        assert_ne!(one, build([("ab", &b"c"[..])]));
        assert_ne!(one, build([("a", &b"bd"[..])]));
        assert_eq!(one, build([("a", &b"bc"[..])]));
    }
}
