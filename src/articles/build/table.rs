//! The CSV files of a package, as rows of text with known columns.

use std::fs;
use std::path::Path;

use crate::problem::{Problem, Problems};
use crate::schema::{Cell, TABLES, Table};

/// All tables of a package, in the order of the schema.
pub(crate) struct Tables(Vec<Rows>);

/// A table and its rows. The rows stand in file order; those that belong to rows of another table follow its order instead.
pub(crate) struct Rows {
    pub(crate) table: &'static Table,
    /// The file, from the root of the repository, as problems name it.
    pub(crate) file: String,
    pub(crate) rows: Vec<Row>,
}

/// A row: its line in the file, its cells, its key, and the key of the row that it belongs to.
pub(crate) struct Row {
    pub(crate) line: u64,
    pub(crate) cells: Vec<String>,
    pub(crate) key: String,
    pub(crate) parent: String,
}

impl Tables {
    /// Reads every table of the schema from `folder` and brings the rows into order.
    pub(crate) fn read(folder: &Path, problems: &mut Problems) -> Self {
        let mut tables = Self(TABLES.iter().map(|table| Rows::read(folder, table, problems)).collect());
        // A parent comes after its children in the schema, and may be a child itself: sort from the back.
        for place in (0..tables.0.len()).rev() {
            let (before, after) = tables.0.split_at_mut(place + 1);
            let Some(rows) = before.last_mut() else {
                continue;
            };
            let parent = after.iter().find(|parent| parent.table.children.contains(&rows.table.name));
            if let Some(parent) = parent {
                rows.order_by(parent);
            }
        }
        tables
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Rows> {
        self.0.iter()
    }

    /// The table with this name; one without rows if the schema has none.
    pub(crate) fn get(&self, name: &str) -> Option<&Rows> {
        self.0.iter().find(|rows| rows.table.name == name)
    }
}

impl Rows {
    fn read(folder: &Path, table: &'static Table, problems: &mut Problems) -> Self {
        let file = format!("{}/{}.csv", folder.display(), table.name);
        let rows = Self::parse(folder, table, &file, problems).unwrap_or_else(|error| {
            problems.add(Problem::file(&file, error));
            Vec::new()
        });
        Self { table, file, rows }
    }

    fn parse(folder: &Path, table: &Table, file: &str, problems: &mut Problems) -> Result<Vec<Row>, String> {
        let path = folder.join(format!("{}.csv", table.name));
        let text = fs::read_to_string(path).map_err(|error| error.to_string())?;
        if text.contains('\r') {
            return Err("lines must end in LF alone".into());
        }
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
        let header = reader.headers().map_err(|error| error.to_string())?;
        let expected: Vec<&str> = table.columns.iter().map(|(name, _)| *name).collect();
        if header.iter().ne(expected.iter().copied()) {
            return Err(format!("the header must be {}", expected.join(",")));
        }
        let mut rows = Vec::new();
        for record in reader.records() {
            let record = record.map_err(|error| error.to_string())?;
            let line = record.position().map_or(0, csv::Position::line);
            if record.len() == expected.len() {
                rows.push(Row::new(table, line, record.iter().map(str::to_owned).collect()));
            } else {
                let what = format!("{} cells instead of {}", record.len(), expected.len());
                problems.add(Problem::cell(file, line, "-", what));
            }
        }
        Ok(rows)
    }

    /// Brings the rows into the order of the rows that they belong to, then of their positions.
    fn order_by(&mut self, parent: &Self) {
        let position = self.table.columns.iter().position(|(_, cell)| matches!(cell, Cell::Position));
        self.rows.sort_by_cached_key(|row| {
            let owner = parent.find(&row.parent).unwrap_or(usize::MAX);
            let position = position.and_then(|column| row.cells.get(column)).and_then(|cell| cell.parse::<u32>().ok());
            (owner, position)
        });
    }

    /// The place of the row with this key.
    pub(crate) fn find(&self, key: &str) -> Option<usize> {
        self.rows.iter().position(|row| row.key == key)
    }

    /// The cell of `row` in the column with this name; empty if there is no such column.
    pub(crate) fn cell<'row>(&self, row: &'row Row, name: &str) -> &'row str {
        let column = self.table.columns.iter().position(|(column, _)| *column == name);
        column.and_then(|column| row.cells.get(column)).map_or("", String::as_str)
    }
}

impl Row {
    fn new(table: &Table, line: u64, cells: Vec<String>) -> Self {
        let join = |wanted: fn(&Cell) -> bool| {
            let columns = table.columns.iter().zip(&cells);
            let parts: Vec<&str> = columns.filter(|((_, cell), _)| wanted(cell)).map(|(_, text)| text.as_str()).collect();
            parts.join("/")
        };
        Self {
            line,
            key: join(|cell| matches!(cell, Cell::Key | Cell::NumberKey | Cell::Parent(_))),
            parent: join(|cell| matches!(cell, Cell::Parent(_))),
            cells,
        }
    }
}
