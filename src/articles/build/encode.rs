//! Writes the tables as bytes, for `src/data/decode.rs`.
//!
//! A table is its number of rows, its number of columns, and each column as a block of bytes behind its length, so that similar
//! cells stand together and compress well. Numbers are unsigned LEB128, texts stand behind their length, codes are their byte, and
//! a reference is the place of its row, from 1. "None" is 0 for references and places in a section, 255 for other bytes. A row
//! that others belong to says how many they are.

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

/// Bytes behind their length.
pub(crate) fn block(bytes: &mut Vec<u8>, block: &[u8]) {
    number(bytes, block.len() as u64);
    bytes.extend_from_slice(block);
}

/// A table.
pub(crate) fn table(bytes: &mut Vec<u8>, rows: usize, columns: &[Vec<u8>]) {
    number(bytes, rows as u64);
    number(bytes, columns.len() as u64);
    for column in columns {
        block(bytes, column);
    }
}

/// A whole package: its texts, its results, its tables. Cells that cannot be written are problems.
pub(crate) fn package(descriptor: &Descriptor, tables: &Tables, results: &[u8], problems: &mut Problems) -> Vec<u8> {
    let mut bytes = Vec::new();
    for text in &descriptor.0 {
        block(&mut bytes, text.as_bytes());
    }
    bytes.extend_from_slice(results);
    for rows in tables.iter() {
        table(&mut bytes, rows.rows.len(), &columns(rows, tables, problems));
    }
    bytes
}

fn columns(rows: &Rows, tables: &Tables, problems: &mut Problems) -> Vec<Vec<u8>> {
    let mut columns = Vec::new();
    for (place, (name, kind)) in rows.table.columns.iter().enumerate() {
        if matches!(kind, Cell::Parent(_) | Cell::Position) {
            continue;
        }
        let mut column = Vec::new();
        for row in &rows.rows {
            let text = row.cells.get(place).map_or("", String::as_str);
            if let Err(what) = cell(&mut column, kind, text, tables) {
                problems.add(Problem::cell(&rows.file, row.line, name, what));
            }
        }
        columns.push(column);
    }
    for child in rows.table.children.iter().filter_map(|child| tables.get(child)) {
        let mut column = Vec::new();
        for row in &rows.rows {
            number(&mut column, own(child, row) as u64);
        }
        columns.push(column);
    }
    columns
}

/// How many rows of `child` belong to `row`.
fn own(child: &Rows, row: &Row) -> usize {
    child.rows.iter().filter(|own| own.parent == row.key).count()
}

fn cell(column: &mut Vec<u8>, kind: &Cell, text: &str, tables: &Tables) -> Result<(), String> {
    match kind {
        Cell::Key | Cell::Filled if text.is_empty() => return Err("must not be empty".into()),
        Cell::Key | Cell::Filled | Cell::Text => block(column, text.as_bytes()),
        Cell::Truth => column.push(match text {
            "true" => 1,
            "false" => 0,
            _ => return Err(format!("“{text}” is neither true nor false")),
        }),
        Cell::MaybeNumber | Cell::MaybeCode(_) | Cell::MaybeDecimal if text.is_empty() => column.push(255),
        Cell::Number | Cell::MaybeNumber | Cell::NumberKey => match text.parse() {
            Ok(byte @ 0..=254) => column.push(byte),
            _ => return Err(format!("“{text}” is no number from 0 to 254")),
        },
        Cell::Decimal | Cell::MaybeDecimal => {
            let decimal = Decimal::parse(text).ok_or_else(|| format!("“{text}” is no decimal number"))?;
            column.push(decimal.scale());
            signed(column, decimal.mantissa());
        }
        Cell::Date => {
            if !text.is_empty() && Date::parse(text).is_none() {
                return Err(format!("“{text}” is no date"));
            }
            block(column, text.as_bytes());
        }
        Cell::Period => {
            if !text.is_empty() && Period::parse(text).is_none() {
                return Err(format!("“{text}” is no period"));
            }
            block(column, text.as_bytes());
        }
        Cell::Paragraph if text.is_empty() => column.push(0),
        Cell::Paragraph => {
            let place = Paragraph::parse(text).ok_or_else(|| format!("“{text}” is no place in a section"))?;
            column.push(place.to_byte());
        }
        Cell::Code(byte) | Cell::MaybeCode(byte) => {
            column.push(byte(text).ok_or_else(|| format!("“{text}” is not in the list of codes"))?);
        }
        Cell::MaybeRow(_) if text.is_empty() => column.push(0),
        Cell::Row(table) | Cell::MaybeRow(table) => {
            let place = tables.get(table).and_then(|rows| rows.find(text));
            let place = place.ok_or_else(|| format!("{table} has no “{text}”"))?;
            number(column, place as u64 + 1);
        }
        Cell::Parent(_) | Cell::Position => {}
    }
    Ok(())
}
