//! What an observation says once its errata are applied.

use super::{Correction, Decimal, Erratum, Observation, Package, Period};

/// Whether to take the articles as printed or as we read them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Basis {
    /// As printed.
    Printed,
    /// With the corrections of the errata.
    #[default]
    Read,
}

/// The figure and the period of an observation, on one basis.
#[derive(Clone, Copy, Debug)]
pub struct Reading {
    /// What it is about in time.
    pub period: Option<Period>,
    /// The figure, in the observation's unit.
    pub value: Option<Decimal>,
    /// The erratum that changed one of them; always `None` as printed.
    pub erratum: Option<&'static Erratum>,
}

impl Package {
    /// The figure and the period of `observation` on `basis`.
    #[must_use]
    pub fn reading(&self, observation: &Observation, basis: Basis) -> Reading {
        let mut reading =
            Reading { period: observation.period, value: observation.quantity.map(|quantity| quantity.value), erratum: None };
        if basis == Basis::Printed {
            return reading;
        }
        for erratum in self.errata {
            for target in erratum.targets.iter().filter(|target| target.observation.is_some_and(|row| row.id == observation.id)) {
                match target.correction {
                    Some(Correction::Value(value)) => reading.value = Some(value),
                    Some(Correction::Period(period)) => reading.period = Some(period),
                    None => continue,
                }
                reading.erratum = Some(erratum);
            }
        }
        reading
    }
}
