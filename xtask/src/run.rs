//! Starts programs. None gets standard input: nothing here may wait for an answer.

use std::io::{self, BufRead, BufReader, Write};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// After how long without its own output a program is said to be still running.
const HEARTBEAT: Duration = Duration::from_secs(10);

/// The command as it is typed.
#[must_use]
pub fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}

/// Runs a program that talks: its output goes straight through. Fails if it does.
///
/// # Errors
/// If it cannot be started or exits with another code than 0.
pub fn stream(command: &mut Command) -> Result<()> {
    println!("$ {}", line(command));
    io::stdout().flush()?;
    let status = command.stdin(Stdio::null()).status();
    check(command, status)
}

/// Runs a program that says nothing for a long time: a line every ten seconds shows that it lives.
///
/// # Errors
/// If it cannot be started or exits with another code than 0.
pub fn quiet(command: &mut Command) -> Result<()> {
    println!("$ {}", line(command));
    io::stdout().flush()?;
    let start = Instant::now();
    let (done, waiting) = mpsc::channel::<()>();
    let beat = thread::spawn(move || {
        while waiting.recv_timeout(HEARTBEAT) == Err(RecvTimeoutError::Timeout) {
            println!("  … still running ({} s)", start.elapsed().as_secs());
        }
    });
    let status = command.stdin(Stdio::null()).status();
    drop(done);
    let _ = beat.join();
    check(command, status)
}

/// Runs a program that talks, and returns what it said to standard output too.
///
/// # Errors
/// If it cannot be started or exits with another code than 0.
pub fn tee(command: &mut Command) -> Result<String> {
    println!("$ {}", line(command));
    io::stdout().flush()?;
    // Whoever reads what was said looks for plain words.
    command.env("NO_COLOR", "1").env("CARGO_TERM_COLOR", "never").env_remove("FORCE_COLOR");
    let child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn();
    let mut child = child.with_context(|| format!("cannot start `{}`", line(command)))?;
    let mut said = String::new();
    if let Some(stdout) = child.stdout.take() {
        for text in BufReader::new(stdout).split(b'\n') {
            let text = text?;
            let text = String::from_utf8_lossy(&text);
            println!("{text}");
            said.push_str(&text);
            said.push('\n');
        }
    }
    check(command, child.wait())?;
    Ok(said)
}

/// Runs a program for what it prints.
///
/// # Errors
/// If it cannot be started or exits with another code than 0; the error holds what it said.
pub fn output(command: &mut Command) -> Result<String> {
    let result = command.stdin(Stdio::null()).output().with_context(|| format!("cannot start `{}`", line(command)))?;
    if !result.status.success() {
        let said = String::from_utf8_lossy(&result.stderr);
        bail!("`{}` failed: {}", line(command), said.trim());
    }
    Ok(String::from_utf8_lossy(&result.stdout).into_owned())
}

fn check(command: &Command, status: io::Result<ExitStatus>) -> Result<()> {
    let status = status.with_context(|| format!("cannot start `{}`", line(command)))?;
    if !status.success() {
        bail!("`{}` failed ({status})", line(command));
    }
    Ok(())
}
