//! Every check, in steps: a heading and the time for each, a table at the end. All steps run even if one fails.

use std::collections::BTreeSet;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};

use crate::steps;

/// A step: its name, what it checks, and how.
pub struct Step {
    /// As in `--only`.
    pub name: &'static str,
    /// What a person reads in the heading.
    pub what: &'static str,
    /// Fails if the check does, or if it finds nothing to check.
    pub run: fn() -> Result<()>,
}

const STEPS: [Step; 9] = [
    Step { name: "fmt", what: "the source is formatted", run: steps::fmt },
    Step { name: "clippy", what: "no lint, natively and for wasm32", run: steps::clippy },
    Step { name: "doc", what: "the documentation builds, and its links lead somewhere", run: steps::doc },
    Step { name: "native", what: "tests that need neither a browser nor another program", run: steps::native },
    Step { name: "oracle", what: "the same answers as d3", run: steps::oracle },
    Step { name: "package", what: "the data packages, by a validator that is not ours", run: steps::package },
    Step { name: "wasm", what: "tests in Rust, run by Chromium", run: steps::wasm },
    Step { name: "build", what: "what is shipped, within its budget, the same from any folder", run: steps::build },
    Step { name: "browser", what: "the shipped page in Chromium and Firefox", run: steps::browser },
];

/// Runs the steps named, or all, and says how many passed.
///
/// # Errors
/// If a step is not known. A step that fails is in the exit code.
pub fn test(only: Option<&str>) -> Result<ExitCode> {
    let chosen = choose(only)?;
    let results: Vec<_> = chosen.iter().map(|step| (step.name, one(step))).collect();

    println!("\n== summary ==");
    for (name, (passed, time)) in &results {
        println!("{name:<10}{:<8}{:>8.1} s", if *passed { "passed" } else { "FAILED" }, time.as_secs_f32());
    }
    let passed = results.iter().filter(|(_, (passed, _))| *passed).count();
    println!("\n{passed} passed, {} failed", results.len() - passed);
    Ok(if passed == results.len() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn one(step: &Step) -> (bool, Duration) {
    println!("\n== {}: {} ==", step.name, step.what);
    let start = Instant::now();
    let result = (step.run)();
    if let Err(error) = &result {
        println!("FAILED: {error:#}");
    }
    (result.is_ok(), start.elapsed())
}

/// The steps of a list of names, in the order in which they run.
fn choose(only: Option<&str>) -> Result<Vec<&'static Step>> {
    let names: BTreeSet<&str> = only.map_or_else(BTreeSet::new, |names| names.split(',').map(str::trim).collect());
    if let Some(unknown) = names.iter().find(|name| STEPS.iter().all(|step| step.name != **name)) {
        let known: Vec<&str> = STEPS.iter().map(|step| step.name).collect();
        bail!("there is no step `{unknown}`: choose from {}", known.join(", "));
    }
    Ok(STEPS.iter().filter(|step| only.is_none() || names.contains(step.name)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_chosen_by_name() {
        let names = |only| choose(only).map(|steps| steps.iter().map(|step| step.name).collect::<Vec<_>>());
        assert_eq!(names(None).unwrap().len(), STEPS.len());
        assert_eq!(names(Some("native, fmt")).unwrap(), ["fmt", "native"]);
        for wrong in ["", "fmt,", "everything"] {
            assert!(names(Some(wrong)).is_err(), "{wrong:?}");
        }
    }
}
