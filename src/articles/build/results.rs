//! What follows from the tables: the values of the derivations, and the answers to the checks. Both are computed here by the module's
//! own code, from what its own decoder reads, and are written behind the rows that they belong to.

use crate::data::{self, Comparator, Derived, Evidence, Finding, Interval, Package, Rational};
use crate::encode::{self, Shelves};
use crate::problem::{Problem, Problems};
use crate::table::{Row, Rows, Tables};

/// The results of a package, as tables of one row, in the order of their rows; none before they are computed.
#[derive(Default)]
pub(crate) struct Results {
    values: Vec<Vec<u8>>,
    findings: Vec<Vec<u8>>,
}

impl Results {
    /// Computes the results of a package that was written without any.
    pub(crate) fn compute(plain: Shelves, tables: &Tables, problems: &mut Problems) -> Self {
        let Some([package]) = data::read(plain.blob()) else {
            problems.add(Problem::file("src/data/decode.rs", "it does not read what src/articles/build wrote"));
            return Self::default();
        };
        Self { values: values(package, tables, problems), findings: data::audit(package).iter().map(finding).collect() }
    }

    /// What is computed from a row: a table without rows where it is not there yet, nothing where the table has no results.
    pub(crate) fn of(&self, table: &Rows, row: &Row) -> &[u8] {
        let results = match table.table.name {
            "derivations" => &self.values,
            "checks" => &self.findings,
            _ => return &[],
        };
        table.find(&row.key).and_then(|place| results.get(place)).map_or(&[0], Vec::as_slice)
    }
}

fn values(package: &Package, tables: &Tables, problems: &mut Problems) -> Vec<Vec<u8>> {
    let mut values = Vec::new();
    for derivation in package.derivations {
        match data::derive(package, derivation) {
            Ok(derived) => values.push(value(&derived)),
            Err(error) => {
                let Some(rows) = tables.get("derivations") else { continue };
                let line = rows.rows.iter().find(|row| row.key == derivation.id).map_or(0, |row| row.line);
                problems.add(Problem::cell(&rows.file, line, "formula", format!("cannot be computed: {error:?}")));
            }
        }
    }
    values
}

fn value(derived: &Derived) -> Vec<u8> {
    let mut cells = vec![1, derived.comparator as u8];
    rational(&mut cells, derived.best);
    // An exact value is said once.
    let exact = derived.comparator == Comparator::Equal && derived.best.map(Interval::point) == Some(derived.interval);
    ends(&mut cells, if exact { Interval::UNKNOWN } else { derived.interval });
    encode::date(&mut cells, derived.date);
    cells.push(derived.digits);
    cells
}

fn finding(finding: &Finding) -> Vec<u8> {
    let mut cells = vec![1, finding.outcome as u8];
    match &finding.evidence {
        Evidence::None => cells.push(0),
        Evidence::Intervals { expected, observed } => {
            cells.push(1);
            ends(&mut cells, *expected);
            ends(&mut cells, *observed);
        }
        Evidence::Periods(periods) => {
            cells.push(2);
            encode::number(&mut cells, periods.len() as u64);
            for period in periods {
                encode::period(&mut cells, Some(*period));
            }
        }
    }
    cells
}

/// Both ends, each behind a byte that tells whether it is open.
fn ends(cells: &mut Vec<u8>, interval: Interval) {
    for end in [interval.lower(), interval.upper()] {
        cells.push(end.is_some_and(|end| end.open).into());
        rational(cells, end.map(|end| end.value));
    }
}

/// The denominator, which is 0 for "none", and the numerator.
fn rational(cells: &mut Vec<u8>, value: Option<Rational>) {
    let Some(value) = value else { return cells.push(0) };
    encode::number(cells, value.denom().unsigned_abs());
    encode::signed(cells, *value.numer());
}
