//! What must hold between cells, beyond what a single cell says.

use crate::data::{Decimal, Field, Formula, Period};
use crate::problem::{Problem, Problems};
use crate::schema::Cell;
use crate::table::{Row, Rows, Tables};

/// Checks all tables of a package.
pub(crate) fn package(tables: &Tables, problems: &mut Problems) {
    for rows in tables.iter() {
        keys(rows, problems);
        parents(rows, tables, problems);
        languages(rows, problems);
    }
    observations(tables, problems);
    errata(tables, problems);
    derivations(tables, problems);
    view_rows(tables, problems);
    view_groups(tables, problems);
}

/// Keys are unique.
fn keys(rows: &Rows, problems: &mut Problems) {
    let key = rows.table.columns.iter().find(|(_, cell)| matches!(cell, Cell::Key | Cell::NumberKey));
    let Some((column, _)) = key else { return };
    for (place, row) in rows.rows.iter().enumerate() {
        if rows.find(&row.key) != Some(place) {
            problems.add(Problem::cell(&rows.file, row.line, column, format!("“{}” is there twice", row.key)));
        }
    }
}

/// Rows belong to a row that exists, and their positions run 1, 2, 3…
fn parents(rows: &Rows, tables: &Tables, problems: &mut Problems) {
    let mut previous = ("", 0);
    for row in &rows.rows {
        for (column, cell) in rows.table.columns {
            match cell {
                Cell::Parent(table) if tables.get(table).is_none_or(|parent| parent.find(&row.parent).is_none()) => {
                    let what = format!("{table} has no “{}”", row.parent);
                    problems.add(Problem::cell(&rows.file, row.line, column, what));
                }
                Cell::Position => {
                    let expected = if previous.0 == row.parent { previous.1 + 1 } else { 1 };
                    previous = (&row.parent, expected);
                    if rows.cell(row, column) != expected.to_string() {
                        let what = format!("the next position is {expected}");
                        problems.add(Problem::cell(&rows.file, row.line, column, what));
                    }
                }
                _ => {}
            }
        }
    }
}

/// A text is there in both languages or in neither, and has no space around it.
fn languages(rows: &Rows, problems: &mut Problems) {
    for row in &rows.rows {
        for ((column, _), text) in rows.table.columns.iter().zip(&row.cells) {
            if text.trim() != text {
                problems.add(Problem::cell(&rows.file, row.line, column, "space around the text"));
            }
            let Some(stem) = column.strip_suffix("_zh") else {
                continue;
            };
            let english = format!("{stem}_en");
            if text.is_empty() != rows.cell(row, &english).is_empty() {
                problems.add(Problem::cell(&rows.file, row.line, column, format!("{column} and {english} go together")));
            }
        }
    }
}

/// Calls `check` for every row of a table; what it returns is a problem with the column that it names.
fn each<'tables>(
    tables: &'tables Tables,
    name: &str,
    problems: &mut Problems,
    check: impl Fn(&'tables Rows, &'tables Row) -> Option<(&'static str, String)>,
) {
    let Some(rows) = tables.get(name) else { return };
    for row in &rows.rows {
        if let Some((column, what)) = check(rows, row) {
            problems.add(Problem::cell(&rows.file, row.line, column, what));
        }
    }
}

fn observations(tables: &Tables, problems: &mut Problems) {
    each(tables, "observations", problems, |rows, row| {
        let cell = |column| rows.cell(row, column);
        let place = format!("{}/{}", cell("source"), cell("section"));
        if tables.get("sections").is_none_or(|sections| sections.find(&place).is_none()) {
            return Some(("section", format!("sections has no “{place}”")));
        }
        if cell("value").is_empty() {
            let unwanted = ["comparator", "resolution"].into_iter().find(|column| !cell(column).is_empty());
            return unwanted.map(|column| (column, "there is no value".into()));
        }
        let missing = ["comparator", "unit"].into_iter().find(|column| cell(column).is_empty());
        if let Some(column) = missing {
            return Some((column, "a value needs it".into()));
        }
        let printed = cell("printed").chars().count();
        (printed > 24).then(|| ("printed", format!("{printed} characters, 24 at most")))
    });
    each(tables, "observations", problems, |rows, row| {
        let (kind, value) = (rows.cell(row, "kind"), rows.cell(row, "value"));
        (matches!(kind, "number" | "share") && value.is_empty()).then(|| ("value", format!("a {kind} has a value")))
    });
    each(tables, "units", problems, |rows, row| {
        let factor = Decimal::parse(rows.cell(row, "factor"));
        factor.is_none_or(|factor| factor.mantissa() <= 0).then(|| ("factor", "must be above 0".into()))
    });
}

/// A corrected value or period is one, and only those are corrected.
fn errata(tables: &Tables, problems: &mut Problems) {
    each(tables, "errata_targets", problems, |rows, row| {
        let reading = rows.cell(row, "reading");
        let fits = match Field::parse(rows.cell(row, "field")) {
            _ if reading.is_empty() => true,
            _ if rows.cell(row, "observation").is_empty() => false,
            Some(Field::Value) => Decimal::parse(reading).is_some(),
            Some(Field::Period) => Period::parse(reading).is_some(),
            _ => false,
        };
        (!fits).then(|| ("reading", format!("“{reading}” cannot replace the {}", rows.cell(row, "field"))))
    });
}

/// Formulas get as many inputs as they take.
fn derivations(tables: &Tables, problems: &mut Problems) {
    each(tables, "derivations", problems, |rows, row| {
        let (least, most) = Formula::parse(rows.cell(row, "formula"))?.arity();
        let inputs = tables.get("derivation_inputs")?.rows.iter().filter(|input| input.parent == row.key).count();
        let fits = (least..=most).contains(&inputs);
        (!fits).then(|| ("formula", format!("it has {inputs} inputs")))
    });
}

/// A row of a view is one observation or one derivation.
fn view_rows(tables: &Tables, problems: &mut Problems) {
    each(tables, "view_rows", problems, |rows, row| {
        let given = ["observation", "derivation"].into_iter().filter(|column| !rows.cell(row, column).is_empty()).count();
        (given != 1).then(|| ("observation", "exactly one of observation and derivation".into()))
    });
}

/// A group begins with a row of its view, behind the beginning of the group before it; the first one with the first row.
fn view_groups(tables: &Tables, problems: &mut Problems) {
    let Some(rows) = tables.get("view_rows") else { return };
    let mut previous: (&str, Option<usize>) = ("", None);
    let Some(groups) = tables.get("view_groups") else { return };
    for group in &groups.rows {
        let first = groups.cell(group, "first");
        let mut own = rows.rows.iter().filter(|row| row.parent == group.parent);
        let place = own.position(|row| rows.cell(row, "observation") == first);
        let (fits, before) = match previous {
            (view, before) if view == group.parent => (place > before, before),
            _ => (place == Some(0), None),
        };
        if !fits {
            let what = format!("“{first}” is no row of the view where a group may begin");
            problems.add(Problem::cell(&groups.file, group.line, "first", what));
        }
        previous = (&group.parent, place.or(before));
    }
}
