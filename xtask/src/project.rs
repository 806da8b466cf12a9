//! Where things are.

use std::env;
use std::path::{Path, PathBuf};

/// The repository. Cargo sets the variable whenever it starts xtask or its tests; the folder of the build is for
/// whoever starts the program by hand.
#[must_use]
pub fn root() -> PathBuf {
    let xtask = env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    xtask.parent().map(Path::to_path_buf).unwrap_or(xtask)
}

/// Cargo's build folder.
#[must_use]
pub fn target() -> PathBuf {
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| PathBuf::from("target"), PathBuf::from);
    root().join(target)
}

/// Where tools are installed: with the build folder they go too.
#[must_use]
pub fn tools() -> PathBuf {
    target().join("tools")
}

/// The web page's hand-written files.
#[must_use]
pub fn www() -> PathBuf {
    root().join("www")
}

/// What is shipped.
#[must_use]
pub fn dist() -> PathBuf {
    root().join("dist")
}
