//! What follows from the tables: the values of the derivations, and the answers to the checks. Both are computed here by the module's
//! own code, from what its own decoder reads, and are written in front of the tables.

use crate::data::{self, Derived, Evidence, Finding, Interval, Package, Rational};
use crate::encode;
use crate::problem::{Problem, Problems};
use crate::table::Tables;

/// The results before they are computed: two tables without rows and columns.
pub(crate) const NONE: [u8; 4] = [0; 4];

/// Computes the results of a package that was written without any.
pub(crate) fn compute(package: &[u8], tables: &Tables, problems: &mut Problems) -> Vec<u8> {
    let mut blob = Vec::new();
    encode::number(&mut blob, 1);
    encode::block(&mut blob, package);
    let mut results = Vec::new();
    match data::read(blob.leak()).as_deref() {
        Ok([package]) => {
            values(&mut results, package, tables, problems);
            findings(&mut results, package);
        }
        _ => problems.add(Problem::file("articles.bin", "src/data/decode.rs does not read what src/articles/build wrote")),
    }
    results
}

fn values(results: &mut Vec<u8>, package: &Package, tables: &Tables, problems: &mut Problems) {
    let mut columns = [const { Vec::new() }; 5];
    for derivation in package.derivations {
        match data::derive(package, derivation) {
            Ok(derived) => value(&mut columns, &derived),
            Err(error) => {
                let Some(rows) = tables.get("derivations") else { continue };
                let line = rows.rows.iter().find(|row| row.key == derivation.id).map_or(0, |row| row.line);
                problems.add(Problem::cell(&rows.file, line, "formula", format!("cannot be computed: {error:?}")));
            }
        }
    }
    encode::table(results, package.derivations.len(), &columns);
}

fn value([interval, comparator, best, date, digits]: &mut [Vec<u8>; 5], derived: &Derived) {
    ends(interval, derived.interval);
    comparator.push(derived.comparator as u8);
    rational(best, derived.best);
    encode::block(date, derived.date.map_or_else(String::new, |date| date.to_string()).as_bytes());
    digits.push(derived.digits);
}

fn findings(results: &mut Vec<u8>, package: &Package) {
    let mut columns = [const { Vec::new() }; 5];
    for found in data::audit(package) {
        finding(&mut columns, &found);
    }
    encode::table(results, package.checks.len(), &columns);
}

fn finding([outcome, kind, expected, observed, periods]: &mut [Vec<u8>; 5], finding: &Finding) {
    outcome.push(finding.outcome as u8);
    let (mut byte, mut intervals, mut text) = (0, [Interval::UNKNOWN; 2], String::new());
    match &finding.evidence {
        Evidence::None => {}
        Evidence::Intervals { expected, observed } => (byte, intervals) = (1, [*expected, *observed]),
        Evidence::Periods(periods) => {
            byte = 2;
            text = periods.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
        }
    }
    kind.push(byte);
    ends(expected, intervals[0]);
    ends(observed, intervals[1]);
    encode::block(periods, text.as_bytes());
}

/// Both ends, each behind a byte that tells whether it is open.
fn ends(column: &mut Vec<u8>, interval: Interval) {
    for end in [interval.lower(), interval.upper()] {
        column.push(end.is_some_and(|end| end.open).into());
        rational(column, end.map(|end| end.value));
    }
}

/// The denominator, which is 0 for "none", and the numerator.
fn rational(column: &mut Vec<u8>, value: Option<Rational>) {
    let Some(value) = value else { return column.push(0) };
    encode::number(column, value.denom().unsigned_abs());
    encode::signed(column, *value.numer());
}
