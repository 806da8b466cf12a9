//! What the articles seem to have got wrong, and how we read it.

use super::{Bilingual, Confidence, Decimal, ErratumState, Field, Observation, Paragraph, Period, Severity, Source};

/// A misprint or a doubt: table `errata`.
#[derive(Clone, Copy, Debug)]
pub struct Erratum {
    /// The register's key, such as `E-01`.
    pub id: &'static str,
    /// What sort of slip or doubt it is.
    pub kind: &'static str,
    /// What it does to a picture.
    pub severity: Severity,
    /// The words as printed, in Chinese; may be empty.
    pub printed: &'static str,
    /// How we read them.
    pub reading: &'static Bilingual,
    /// Why.
    pub reason: &'static Bilingual,
    /// How sure we are.
    pub confidence: Confidence,
    /// Whether the paper agrees.
    pub state: ErratumState,
    /// What it touches; may be no observation at all.
    pub targets: &'static [ErratumTarget],
}

/// One thing that an erratum touches: table `errata_targets`.
#[derive(Clone, Copy, Debug)]
pub struct ErratumTarget {
    /// The observation; `None` if the place is not a row of the register.
    pub observation: Option<&'static Observation>,
    /// The part of the observation or sentence that is in doubt.
    pub field: Field,
    /// The article.
    pub source: Option<&'static Source>,
    /// The section of the article.
    pub section: Option<u8>,
    /// The place in the section.
    pub paragraph: Option<Paragraph>,
    /// What to use instead of the printed value or period.
    pub correction: Option<Correction>,
}

/// A value or period that replaces the printed one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Correction {
    /// Use this figure, in the observation's unit.
    Value(Decimal),
    /// Use this period.
    Period(Period),
}
