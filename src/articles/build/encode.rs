//! Writes the tables for `src/data/decode.rs`.
//!
//! What is written stands on four shelves: Chinese texts, English texts, other texts, and everything else. Similar things stand together,
//! which compresses well. A table is its number of rows and then its rows, each cell by cell on the shelf of its kind. A row is followed
//! by the rows of other tables that belong to it, as tables of their own, and by what is computed from it, a table of one row.
//!
//! Texts end with a zero, numbers are unsigned LEB128, codes are their byte, and a reference is the place of its row, from 1. A reference to
//! a statement or a derivation is how far it stands from the last such one: most follow each other. "None" is 0 for references, dates,
//! periods and places in a section, 255 for other bytes.

use std::path::Path;
use std::{fs, io};

use crate::data::{Blob, Date, Decimal, Paragraph, Period};
use crate::descriptor::Descriptor;
use crate::problem::{Problem, Problems};
use crate::results::Results;
use crate::schema::Cell;
use crate::table::{Row, Rows, Tables};

/// An unsigned LEB128 number.
pub(crate) fn number(bytes: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// A number with its sign as the lowest bit.
pub(crate) fn signed(bytes: &mut Vec<u8>, signed: i64) {
    number(bytes, folded(signed));
}

fn folded(signed: i64) -> u64 {
    signed.unsigned_abs() << 1 | u64::from(signed < 0)
}

/// A decimal: the number of its decimals, and its digits.
fn decimal(bytes: &mut Vec<u8>, decimal: Option<Decimal>) {
    let Some(decimal) = decimal else { return bytes.push(255) };
    bytes.push(decimal.scale());
    signed(bytes, decimal.mantissa());
}

/// A date: year, month and day.
pub(crate) fn date(bytes: &mut Vec<u8>, date: Option<Date>) {
    let Some(date) = date else { return bytes.push(0) };
    number(bytes, date.year().into());
    bytes.extend([date.month().unwrap_or(0), date.day().unwrap_or(0)]);
}

/// A period: its form, and its month or dates.
pub(crate) fn period(bytes: &mut Vec<u8>, period: Option<Period>) {
    match period {
        None => bytes.push(0),
        Some(Period::Recurring { month }) => bytes.extend([1, month]),
        Some(Period::Single(on)) => {
            bytes.push(2);
            date(bytes, Some(on));
        }
        Some(Period::Range { start, end }) => {
            bytes.push(3);
            date(bytes, start);
            date(bytes, Some(end));
        }
    }
}

/// What is written, each kind on its shelf.
pub(crate) struct Shelves {
    chinese: String,
    english: String,
    texts: String,
    about: String,
    cells: Vec<u8>,
    /// Where the statement or derivation stands that was referred to last.
    last: i64,
}

impl Shelves {
    /// Shelves for so many packages.
    pub(crate) fn of(packages: usize) -> Self {
        let mut cells = Vec::new();
        number(&mut cells, packages as u64);
        Self { chinese: String::new(), english: String::new(), texts: String::new(), about: String::new(), cells, last: 0 }
    }

    /// Writes the files that the module includes.
    pub(crate) fn write(&self, folder: &Path) -> io::Result<()> {
        fs::write(folder.join("chinese.txt"), &self.chinese)?;
        fs::write(folder.join("english.txt"), &self.english)?;
        fs::write(folder.join("texts.txt"), &self.texts)?;
        fs::write(folder.join("about.txt"), &self.about)?;
        fs::write(folder.join("cells.bin"), &self.cells)
    }

    /// The same as the module will have it.
    pub(crate) fn blob(self) -> Blob {
        let Self { chinese, english, texts, cells, .. } = self;
        Blob { chinese: chinese.leak(), english: english.leak(), texts: texts.leak(), cells: cells.leak() }
    }

    /// Adds a whole package: its texts, its tables, its results. Cells that cannot be written are problems.
    pub(crate) fn package(&mut self, descriptor: &Descriptor, tables: &Tables, results: &Results, problems: &mut Problems) {
        text(&mut self.texts, descriptor.name());
        for line in &descriptor.0 {
            text(&mut self.about, line);
        }
        let children: Vec<&str> = tables.iter().flat_map(|rows| rows.table.children).copied().collect();
        for table in tables.iter().filter(|rows| !children.contains(&rows.table.name)) {
            self.rows(table, None, tables, results, problems);
        }
    }

    /// The rows of a table that belong to a row of another one, or all of them.
    fn rows(&mut self, table: &Rows, owner: Option<&Row>, tables: &Tables, results: &Results, problems: &mut Problems) {
        let own = |row: &&Row| owner.is_none_or(|owner| row.parent == owner.key);
        number(&mut self.cells, table.rows.iter().filter(own).count() as u64);
        for row in table.rows.iter().filter(own) {
            for ((name, kind), text) in table.table.columns.iter().zip(&row.cells) {
                if let Err(what) = self.cell(name, kind, text, tables) {
                    problems.add(Problem::cell(&table.file, row.line, name, what));
                }
            }
            for child in table.table.children.iter().filter_map(|child| tables.get(child)) {
                self.rows(child, Some(row), tables, results, problems);
            }
            self.cells.extend(results.of(table, row));
        }
    }

    /// The shelf of a column of texts.
    fn shelf(&mut self, column: &str) -> &mut String {
        match column {
            "zh" => &mut self.chinese,
            _ if column.ends_with("_zh") => &mut self.chinese,
            _ if column.ends_with("_en") || column.starts_with("en_") => &mut self.english,
            _ => &mut self.texts,
        }
    }

    fn cell(&mut self, column: &str, kind: &Cell, text: &str, tables: &Tables) -> Result<(), String> {
        let cells = &mut self.cells;
        match kind {
            Cell::Key | Cell::Filled if text.is_empty() => return Err("must not be empty".into()),
            Cell::Key | Cell::Filled | Cell::Text if text.contains('\0') => return Err("has a zero in it".into()),
            Cell::Key | Cell::Filled | Cell::Text => self::text(self.shelf(column), text),
            Cell::Truth => cells.push(match text {
                "true" => 1,
                "false" => 0,
                _ => return Err(format!("“{text}” is neither true nor false")),
            }),
            Cell::MaybeNumber | Cell::MaybeCode(_) if text.is_empty() => cells.push(255),
            Cell::Number | Cell::MaybeNumber | Cell::NumberKey => match text.parse() {
                Ok(byte @ 0..=254) => cells.push(byte),
                _ => return Err(format!("“{text}” is no number from 0 to 254")),
            },
            Cell::MaybeDecimal if text.is_empty() => decimal(cells, None),
            Cell::Decimal | Cell::MaybeDecimal => {
                let value = Decimal::parse(text).ok_or_else(|| format!("“{text}” is no decimal number"))?;
                decimal(cells, Some(value));
            }
            Cell::Date if text.is_empty() => date(cells, None),
            Cell::Date => date(cells, Some(Date::parse(text).ok_or_else(|| format!("“{text}” is no date"))?)),
            Cell::Period if text.is_empty() => period(cells, None),
            Cell::Period => period(cells, Some(Period::parse(text).ok_or_else(|| format!("“{text}” is no period"))?)),
            Cell::Paragraph if text.is_empty() => cells.push(0),
            Cell::Paragraph => {
                let place = Paragraph::parse(text).ok_or_else(|| format!("“{text}” is no place in a section"))?;
                cells.push(place.to_byte());
            }
            Cell::Code(byte) | Cell::MaybeCode(byte) => {
                cells.push(byte(text).ok_or_else(|| format!("“{text}” is not in the list of codes"))?);
            }
            Cell::MaybeRow(_) if text.is_empty() => cells.push(0),
            Cell::Row(table) | Cell::MaybeRow(table) => {
                let place = tables.get(table).and_then(|rows| rows.find(text));
                let place = place.ok_or_else(|| format!("{table} has no “{text}”"))?;
                if matches!(*table, "observations" | "derivations") {
                    number(cells, folded(place as i64 - self.last) + 1);
                    self.last = place as i64;
                } else {
                    number(cells, place as u64 + 1);
                }
            }
            // As a figure and as a period, whichever it can be read as; the row says which of them is meant.
            Cell::Correction => {
                decimal(cells, Decimal::parse(text));
                period(cells, Period::parse(text));
            }
            Cell::Unread(kind) => Self::of(0).cell(column, kind, text, tables)?,
            Cell::Parent(_) | Cell::Position => {}
        }
        Ok(())
    }
}

fn text(shelf: &mut String, text: &str) {
    shelf.push_str(text);
    shelf.push('\0');
}
