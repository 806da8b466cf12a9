//! The pictures in the docs: screenshots of what is shipped.

use std::process::Command;

use anyhow::Result;

use crate::build::{self, Kind};
use crate::serve::Server;
use crate::{project, run, tools};

/// Builds, serves and photographs every view into `docs/`.
///
/// # Errors
/// If the build fails or the browser cannot be had.
pub fn shots() -> Result<()> {
    let npm = tools::npm()?;
    let [chromium, _] = tools::debian([tools::CHROMIUM, tools::CHINESE_FONT])?;
    build::build(Kind::Release, &project::dist(), None)?;
    let server = Server::start(&project::dist(), 0)?;
    let mut node = Command::new("node");
    node.arg(project::root().join("xtask/shots/sheet.mjs")).arg(project::root().join("docs"));
    run::stream(node.env("AC_URL", server.url()).env("AC_NPM", npm).env("CHROMIUM", chromium).current_dir(project::root()))
}
