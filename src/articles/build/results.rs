//! What follows from the tables: the values of the derivations, and the answers to the checks. Both are computed here by the module's
//! own code, from what its own decoder reads, and are written in front of the tables.

use crate::data::{self, Comparator, Derived, Evidence, Finding, Interval, Package, Rational};
use crate::encode::{self, Shelves};
use crate::problem::{Problem, Problems};
use crate::table::Tables;

/// The results before they are computed: two tables without rows.
pub(crate) fn none() -> Shelves {
    Shelves { cells: vec![0, 0], ..Shelves::default() }
}

/// Computes the results of a package that was written without any.
pub(crate) fn compute(package: &[u8], tables: &Tables, problems: &mut Problems) -> Shelves {
    let mut blob = vec![1];
    blob.extend_from_slice(package);
    let mut results = Shelves::default();
    match data::read(blob.leak()).as_deref() {
        Ok([package]) => {
            values(&mut results, package, tables, problems);
            findings(&mut results, package);
        }
        _ => problems.add(Problem::file("articles.bin", "src/data/decode.rs does not read what src/articles/build wrote")),
    }
    results
}

fn values(results: &mut Shelves, package: &Package, tables: &Tables, problems: &mut Problems) {
    encode::number(&mut results.cells, package.derivations.len() as u64);
    for derivation in package.derivations {
        match data::derive(package, derivation) {
            Ok(derived) => value(results, &derived),
            Err(error) => {
                let Some(rows) = tables.get("derivations") else { continue };
                let line = rows.rows.iter().find(|row| row.key == derivation.id).map_or(0, |row| row.line);
                problems.add(Problem::cell(&rows.file, line, "formula", format!("cannot be computed: {error:?}")));
            }
        }
    }
}

fn value(Shelves { texts, cells, .. }: &mut Shelves, derived: &Derived) {
    cells.push(derived.comparator as u8);
    rational(cells, derived.best);
    // An exact value is said once.
    let exact = derived.comparator == Comparator::Equal && derived.best.map(Interval::point) == Some(derived.interval);
    ends(cells, if exact { Interval::UNKNOWN } else { derived.interval });
    encode::text(texts, &derived.date.map_or_else(String::new, |date| date.to_string()));
    cells.push(derived.digits);
}

fn findings(results: &mut Shelves, package: &Package) {
    encode::number(&mut results.cells, package.checks.len() as u64);
    for found in data::audit(package) {
        finding(results, &found);
    }
}

fn finding(Shelves { texts, cells, .. }: &mut Shelves, finding: &Finding) {
    cells.push(finding.outcome as u8);
    match &finding.evidence {
        Evidence::None => cells.push(0),
        Evidence::Intervals { expected, observed } => {
            cells.push(1);
            ends(cells, *expected);
            ends(cells, *observed);
        }
        Evidence::Periods(periods) => {
            cells.push(2);
            encode::text(texts, &periods.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "));
        }
    }
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
