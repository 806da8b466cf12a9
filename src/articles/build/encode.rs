//! Writes the tables as bytes, for `src/data/decode.rs`.
//!
//! A package is four shelves, each a block of bytes behind its length: Chinese texts, English texts, other texts, and everything else.
//! Similar things stand together, which compresses well. A table is its number of rows and then its rows, each cell by cell on the
//! shelf of its kind.
//!
//! Numbers are unsigned LEB128, texts end with a zero, codes are their byte, and a reference is the place of its row, from 1. "None" is
//! 0 for references and places in a section, 255 for other bytes. A row that others belong to says how many they are.

use crate::data::{Date, Decimal, Paragraph, Period};
use crate::descriptor::Descriptor;
use crate::problem::{Problem, Problems};
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
    number(bytes, signed.unsigned_abs() << 1 | u64::from(signed < 0));
}

/// A text with its end mark.
pub(crate) fn text(bytes: &mut Vec<u8>, text: &str) {
    bytes.extend_from_slice(text.as_bytes());
    bytes.push(0);
}

/// The bytes of a package, each kind on its shelf.
#[derive(Default)]
pub(crate) struct Shelves {
    pub(crate) chinese: Vec<u8>,
    pub(crate) english: Vec<u8>,
    pub(crate) texts: Vec<u8>,
    pub(crate) cells: Vec<u8>,
}

impl Shelves {
    /// The shelf of a column.
    fn shelf(&mut self, column: &str, cell: &Cell) -> &mut Vec<u8> {
        match cell {
            _ if matches!(column, "printed" | "zh") || column.ends_with("_zh") => &mut self.chinese,
            _ if column.ends_with("_en") || column.starts_with("en_") => &mut self.english,
            Cell::Key | Cell::Filled | Cell::Text | Cell::Date | Cell::Period => &mut self.texts,
            _ => &mut self.cells,
        }
    }

    /// The package.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        for shelf in [&self.chinese, &self.english, &self.texts, &self.cells] {
            number(&mut bytes, shelf.len() as u64);
            bytes.extend_from_slice(shelf);
        }
        bytes
    }
}

/// A whole package: its results, its texts, its tables. Cells that cannot be written are problems.
pub(crate) fn package(descriptor: &Descriptor, tables: &Tables, results: Shelves, problems: &mut Problems) -> Vec<u8> {
    let mut shelves = results;
    for line in &descriptor.0 {
        text(&mut shelves.texts, line);
    }
    for rows in tables.iter() {
        table(&mut shelves, rows, tables, problems);
    }
    shelves.bytes()
}

fn table(shelves: &mut Shelves, rows: &Rows, tables: &Tables, problems: &mut Problems) {
    number(&mut shelves.cells, rows.rows.len() as u64);
    for row in &rows.rows {
        for ((name, kind), text) in rows.table.columns.iter().zip(&row.cells) {
            if let Err(what) = cell(shelves.shelf(name, kind), kind, text, tables) {
                problems.add(Problem::cell(&rows.file, row.line, name, what));
            }
        }
        for child in rows.table.children.iter().filter_map(|child| tables.get(child)) {
            number(&mut shelves.cells, own(child, row) as u64);
        }
    }
}

/// How many rows of `child` belong to `row`.
fn own(child: &Rows, row: &Row) -> usize {
    child.rows.iter().filter(|own| own.parent == row.key).count()
}

fn cell(shelf: &mut Vec<u8>, kind: &Cell, text: &str, tables: &Tables) -> Result<(), String> {
    match kind {
        Cell::Key | Cell::Filled if text.is_empty() => return Err("must not be empty".into()),
        Cell::Key | Cell::Filled | Cell::Text if text.contains('\0') => return Err("has a zero in it".into()),
        Cell::Key | Cell::Filled | Cell::Text => self::text(shelf, text),
        Cell::Truth => shelf.push(match text {
            "true" => 1,
            "false" => 0,
            _ => return Err(format!("“{text}” is neither true nor false")),
        }),
        Cell::MaybeNumber | Cell::MaybeCode(_) | Cell::MaybeDecimal if text.is_empty() => shelf.push(255),
        Cell::Number | Cell::MaybeNumber | Cell::NumberKey => match text.parse() {
            Ok(byte @ 0..=254) => shelf.push(byte),
            _ => return Err(format!("“{text}” is no number from 0 to 254")),
        },
        Cell::Decimal | Cell::MaybeDecimal => {
            let decimal = Decimal::parse(text).ok_or_else(|| format!("“{text}” is no decimal number"))?;
            shelf.push(decimal.scale());
            signed(shelf, decimal.mantissa());
        }
        Cell::Date => {
            if !text.is_empty() && Date::parse(text).is_none() {
                return Err(format!("“{text}” is no date"));
            }
            self::text(shelf, text);
        }
        Cell::Period => {
            if !text.is_empty() && Period::parse(text).is_none() {
                return Err(format!("“{text}” is no period"));
            }
            self::text(shelf, text);
        }
        Cell::Paragraph if text.is_empty() => shelf.push(0),
        Cell::Paragraph => {
            let place = Paragraph::parse(text).ok_or_else(|| format!("“{text}” is no place in a section"))?;
            shelf.push(place.to_byte());
        }
        Cell::Code(byte) | Cell::MaybeCode(byte) => {
            shelf.push(byte(text).ok_or_else(|| format!("“{text}” is not in the list of codes"))?);
        }
        Cell::MaybeRow(_) if text.is_empty() => shelf.push(0),
        Cell::Row(table) | Cell::MaybeRow(table) => {
            let place = tables.get(table).and_then(|rows| rows.find(text));
            let place = place.ok_or_else(|| format!("{table} has no “{text}”"))?;
            number(shelf, place as u64 + 1);
        }
        Cell::Parent(_) | Cell::Position => {}
    }
    Ok(())
}
