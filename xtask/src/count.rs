//! Reads how many tests a runner ran: none is a failure, whatever its exit code says.

use anyhow::{Result, bail};

/// What Cargo's test harness and wasm-bindgen's runner print: one line for each test program.
///
/// # Errors
/// If no test ran.
pub fn cargo(said: &str) -> Result<()> {
    let results = said.lines().filter_map(|line| line.trim().strip_prefix("test result: ok. "));
    some(results.filter_map(|rest| rest.split(' ').next()?.parse::<u32>().ok()).sum())
}

/// What Node's `spec` reporter prints: `ℹ pass 12`. A file without a test in it counts as a test that passed, under
/// the name of the file: it is taken off again, and named.
///
/// # Errors
/// If no test ran, or a file has none.
pub fn node(said: &str) -> Result<()> {
    if let Some(empty) = said.lines().find(|line| line.starts_with('✔') && line.contains(".test.mjs (")) {
        bail!("a file without a test: {empty}");
    }
    let passes = said.lines().filter_map(|line| line.strip_prefix("ℹ pass "));
    some(passes.filter_map(|rest| rest.trim().parse::<u32>().ok()).sum())
}

fn some(passed: u32) -> Result<()> {
    if passed == 0 {
        bail!("no test ran");
    }
    println!("({passed} tests)");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cargo_runs_are_counted() {
        let line = |n| format!("test result: ok. {n} passed; 0 failed; 3 ignored; 0 measured; 0 filtered out\n");
        assert!(cargo(&format!("{}{}", line(0), line(2))).is_ok());
        assert!(cargo(&format!("{}{}", line(0), line(0))).is_err());
        assert!(cargo("no tests to run!\n").is_err());
    }

    #[test]
    fn node_runs_are_counted() {
        assert!(node("✔ shows the page (12.5ms)\nℹ tests 1\nℹ pass 1\n").is_ok());
        assert!(node("ℹ tests 0\nℹ pass 0\n").is_err());
        assert!(node("✔ /x/tests/browser/empty.test.mjs (40.1ms)\n✔ real (1ms)\nℹ tests 2\nℹ pass 2\n").is_err());
    }
}
