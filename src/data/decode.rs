//! Reads the tables that the build script wrote into the module.
//!
//! A table is its number of rows, its number of columns, and every column as a block of bytes behind its length; see
//! `src/articles/build/encode.rs` for the cells. Reading is total: bytes that do not fit give `None`, never a panic.

use super::{Bilingual, Date, Decimal, Package, Paragraph, Period, tables};

/// All packages, as the build script wrote them.
pub(super) const BLOB: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/articles.bin"));

/// Reads all packages of a blob; `None` if it is not one.
pub(super) fn packages(blob: &'static [u8]) -> Option<Vec<Package>> {
    let mut blob = Bytes(blob);
    let count = blob.length()?;
    let mut packages = Vec::new();
    for _ in 0..count {
        let length = blob.length()?;
        packages.push(tables::package(Bytes(blob.take(length)?))?);
    }
    blob.0.is_empty().then_some(packages)
}

/// Bytes still to be read.
#[derive(Clone, Copy)]
pub(super) struct Bytes(&'static [u8]);

impl Bytes {
    pub(super) const fn is_empty(self) -> bool {
        self.0.is_empty()
    }

    fn take(&mut self, length: usize) -> Option<&'static [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }

    fn byte(&mut self) -> Option<u8> {
        let (&byte, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(byte)
    }

    /// An unsigned LEB128 number.
    fn number(&mut self) -> Option<u64> {
        let mut number = 0;
        for shift in (0..63).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    fn length(&mut self) -> Option<usize> {
        usize::try_from(self.number()?).ok()
    }

    pub(super) fn text(&mut self) -> Option<&'static str> {
        let length = self.length()?;
        core::str::from_utf8(self.take(length)?).ok()
    }

    /// The rows of the next table, each read cell by cell, in column order, by `row`.
    pub(super) fn table<T>(&mut self, row: impl Fn(&mut Columns) -> Option<T>) -> Option<&'static [T]> {
        let rows = self.length()?;
        let mut columns = Columns { columns: Vec::new(), next: 0 };
        for _ in 0..self.length()? {
            let length = self.length()?;
            columns.columns.push(Bytes(self.take(length)?));
        }
        let mut table = Vec::new();
        for _ in 0..rows {
            table.push(row(&mut columns)?);
            // A row that took more or fewer cells than there are columns is not from this table.
            if columns.next != columns.columns.len() {
                return None;
            }
            columns.next = 0;
        }
        // The tables live as long as the module, so that rows can refer to each other.
        columns.columns.iter().all(|column| column.is_empty()).then(|| &*table.leak())
    }
}

/// The columns of a table, read row by row.
pub(super) struct Columns {
    columns: Vec<Bytes>,
    next: usize,
}

impl Columns {
    fn cell(&mut self) -> Option<&mut Bytes> {
        let cell = self.columns.get_mut(self.next);
        self.next += 1;
        cell
    }

    pub(super) fn byte(&mut self) -> Option<u8> {
        self.cell()?.byte()
    }

    /// A byte that stands for "none" if it is 255.
    pub(super) fn maybe_byte(&mut self) -> Option<Option<u8>> {
        Some(Some(self.byte()?).filter(|&byte| byte != 255))
    }

    pub(super) fn truth(&mut self) -> Option<bool> {
        match self.byte()? {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        }
    }

    pub(super) fn text(&mut self) -> Option<&'static str> {
        self.cell()?.text()
    }

    pub(super) fn bilingual(&mut self) -> Option<Bilingual> {
        Some(Bilingual { zh: self.text()?, en: self.text()? })
    }

    pub(super) fn paragraph(&mut self) -> Option<Option<Paragraph>> {
        Some(Paragraph::from_byte(self.byte()?))
    }

    pub(super) fn date(&mut self) -> Option<Option<Date>> {
        match self.text()? {
            "" => Some(None),
            text => Date::parse(text).map(Some),
        }
    }

    pub(super) fn period(&mut self) -> Option<Option<Period>> {
        match self.text()? {
            "" => Some(None),
            text => Period::parse(text).map(Some),
        }
    }

    pub(super) fn decimal(&mut self) -> Option<Option<Decimal>> {
        let cell = self.cell()?;
        let scale = cell.byte()?;
        if scale == 255 {
            return Some(None);
        }
        // The sign is the lowest bit, so that small negative numbers stay short.
        let folded = cell.number()?;
        let magnitude = i64::try_from(folded >> 1).ok()?;
        Decimal::new(if folded & 1 == 0 { magnitude } else { -magnitude }, scale).map(Some)
    }

    /// A row of another table; the inner `None` is an empty cell.
    pub(super) fn maybe_row<T>(&mut self, table: &'static [T]) -> Option<Option<&'static T>> {
        match self.cell()?.length()? {
            0 => Some(None),
            place => table.get(place - 1).map(Some),
        }
    }

    pub(super) fn row<T>(&mut self, table: &'static [T]) -> Option<&'static T> {
        self.maybe_row(table)?
    }

    /// The next rows of a table that belong to this row; the cell says how many.
    pub(super) fn own<T>(&mut self, rest: &core::cell::Cell<&'static [T]>) -> Option<&'static [T]> {
        let (own, others) = rest.get().split_at_checked(self.cell()?.length()?)?;
        rest.set(others);
        Some(own)
    }
}
