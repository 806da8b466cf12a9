//! The command line.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Result, bail};
use lexopt::prelude::*;

use crate::build::{self, Kind};
use crate::{address, project, serve, shots, test};

const HELP: &str = "\
cargo xtask build [--release] [--out DIR]    write dist/: quick, or as shipped
                  [--smallest]               with --release: by a nightly compiler, weighed beside the usual one
                  [--site-url URL]           with --release: for this address; adds oEmbed, Open Graph, JSON-LD
cargo xtask serve [--release] [--port N]     build, then serve dist/ on this machine (port 8080; 0: any)
cargo xtask test  [--only STEP[,STEP…]]      run every check, or some
cargo xtask shots                            take the pictures in docs/

build and serve need Rust alone; build --release needs Node.js; test and shots install what they need, and say so.";

/// Runs the command that the program was started with.
///
/// # Errors
/// If the command line is not understood, or the command fails.
pub fn run() -> Result<ExitCode> {
    let mut parser = lexopt::Parser::from_env();
    let (mut command, mut kind, mut out, mut site, mut port, mut only) = (None, Kind::Quick, None, None, 8080, None);
    let mut smallest = false;
    while let Some(arg) = parser.next()? {
        match (arg, command.as_deref()) {
            (Value(word), None) => command = Some(word.string()?),
            (Short('h') | Long("help"), _) => command = Some("help".to_owned()),
            (Long("release"), Some("build" | "serve")) => kind = Kind::Release,
            (Long("smallest"), Some("build")) => smallest = true,
            (Long("out"), Some("build")) => out = Some(PathBuf::from(parser.value()?)),
            (Long("site-url"), Some("build")) => site = Some(address::parse(&parser.value()?.string()?)?),
            (Long("port"), Some("serve")) => port = parser.value()?.parse()?,
            (Long("only"), Some("test")) => only = Some(parser.value()?.string()?),
            (arg, _) => return Err(arg.unexpected().into()),
        }
    }
    match command.as_deref() {
        Some("build") if site.is_some() && kind == Kind::Quick => bail!("--site-url is for what is shipped: --release"),
        Some("build") if smallest && kind == Kind::Quick => bail!("--smallest is for what is shipped: --release"),
        Some("build") => {
            build::build(if smallest { Kind::Smallest } else { kind }, &out.unwrap_or_else(project::dist), site.as_deref())?
        }
        Some("serve") => {
            build::build(kind, &project::dist(), None)?;
            serve::serve(&project::dist(), port)?;
        }
        Some("test") => return test::test(only.as_deref()),
        Some("shots") => shots::shots()?,
        Some("help") => println!("{HELP}"),
        Some(other) => bail!("there is no command `{other}`\n\n{HELP}"),
        None => bail!("which command?\n\n{HELP}"),
    }
    Ok(ExitCode::SUCCESS)
}
