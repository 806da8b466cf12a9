//! What is wrong with a package, and where.

use std::fmt;

/// One thing to mend.
pub(crate) struct Problem(String);

impl Problem {
    /// Something about a whole file.
    pub(crate) fn file(file: &str, what: impl fmt::Display) -> Self {
        Self(format!("{file}: {what}"))
    }

    /// Something about a cell. `line` counts as an editor does: the header is 1.
    pub(crate) fn cell(file: &str, line: u64, column: &str, what: impl fmt::Display) -> Self {
        Self(format!("{file}, row {line}, column {column}: {what}"))
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A line break would end the message to cargo.
        formatter.write_str(&self.0.replace('\n', " "))
    }
}

/// All that was found so far: an author mends a table in one go, not one build per cell.
#[derive(Default)]
pub(crate) struct Problems(Vec<Problem>);

impl Problems {
    pub(crate) fn add(&mut self, problem: Problem) {
        self.0.push(problem);
    }

    /// Hands over what was found, if anything was.
    pub(crate) fn done(&mut self) -> Result<(), Vec<Problem>> {
        if self.0.is_empty() { Ok(()) } else { Err(std::mem::take(&mut self.0)) }
    }
}
