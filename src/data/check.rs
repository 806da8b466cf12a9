//! Questions of a package to its own figures, and their answers.

use super::{Bilingual, CheckKind, Erratum, Interval, Observation, Outcome, Period};

/// A question: table `checks`.
#[derive(Clone, Copy, Debug)]
pub struct Check {
    /// The register's key, such as `C-01`, or ours, `K-01`.
    pub id: &'static str,
    /// What is compared.
    pub kind: CheckKind,
    /// The question in words.
    pub label: &'static Bilingual,
    /// What a failure leads to, if anything.
    pub erratum: Option<&'static Erratum>,
    /// What is asked, in the order of the kind.
    pub inputs: &'static [&'static Observation],
    /// The answer; `None` only while the build script looks for it.
    pub finding: Option<&'static Finding>,
}

/// What a check compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// What is printed, and what follows from the other figures. Shares are parts of 1, other figures in base units.
    Intervals {
        /// The values that the printed figure leaves possible.
        expected: Interval,
        /// The values that the others give, or how many they are.
        observed: Interval,
    },
    /// Periods in printed order.
    Periods(Vec<Period>),
    /// Nothing to show, such as a check without a figure.
    None,
}

/// The answer to a check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The answer in a word.
    pub outcome: Outcome,
    /// What was compared.
    pub evidence: Evidence,
}

impl Check {
    /// Whether the figures agree.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        self.finding.map_or(Outcome::Undecided, |finding| finding.outcome)
    }

    /// What explains the failure; `None` unless it failed.
    #[must_use]
    pub fn explanation(&self) -> Option<&'static Erratum> {
        self.erratum.filter(|_| self.outcome() == Outcome::Fail)
    }
}
