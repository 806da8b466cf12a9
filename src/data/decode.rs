//! Reads the tables that the build script wrote into the module.
//!
//! A table is its number of rows, its number of columns, and every column as a block of bytes behind its length; see
//! `src/articles/build/encode.rs` for the cells. Reading is total: bytes that do not fit give `None`, never a panic.

use super::{Bilingual, Date, Decimal, End, Interval, Package, Paragraph, Period, Rational, tables};

/// Reads all packages of a blob; `None` if it is not one.
pub(super) fn packages(blob: &'static [u8]) -> Option<Vec<Package>> {
    let mut blob = Bytes(blob);
    let count = blob.length()?;
    let mut packages = Vec::new();
    for _ in 0..count {
        let length = blob.length()?;
        packages.push(tables::package(Reader::new(Bytes(blob.take(length)?)))?);
    }
    blob.0.is_empty().then_some(packages)
}

/// Bytes still to be read.
#[derive(Clone, Copy)]
struct Bytes(&'static [u8]);

impl Bytes {
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

    /// A decimal, or "none": the outer `None` is what cannot be read.
    fn decimal(&mut self) -> Option<Option<Decimal>> {
        let scale = self.byte()?;
        if scale == 255 {
            return Some(None);
        }
        Decimal::new(self.signed()?, scale).map(Some)
    }

    /// A number with its sign as the lowest bit, so that small negative numbers stay short.
    fn signed(&mut self) -> Option<i64> {
        let folded = self.number()?;
        let magnitude = i64::try_from(folded >> 1).ok()?;
        Some(if folded & 1 == 0 { magnitude } else { -magnitude })
    }

    /// A fraction in lowest terms, or "none", which is a denominator of 0.
    fn rational(&mut self) -> Option<Option<Rational>> {
        match i64::try_from(self.number()?).ok()? {
            0 => Some(None),
            denominator => Some(Some(Rational::new_raw(self.signed()?, denominator))),
        }
    }

    /// Both ends of an interval, each behind a byte that tells whether it is open.
    fn interval(&mut self) -> Option<Interval> {
        let mut end = || {
            let open = self.byte()? == 1;
            Some(self.rational()?.map(|value| End { value, open }))
        };
        Interval::new(end()?, end()?)
    }

    fn text(&mut self) -> Option<&'static str> {
        let length = self.length()?;
        core::str::from_utf8(self.take(length)?).ok()
    }
}

/// A package being read, table after table.
///
/// Most cells have a value to stand in for one that cannot be read; the row is then refused as a whole when it is done. This keeps
/// the code of the many cells short.
pub(super) struct Reader {
    bytes: Bytes,
    rows: usize,
    columns: Vec<Bytes>,
    next: usize,
    sound: bool,
}

impl Reader {
    const fn new(bytes: Bytes) -> Self {
        Self { bytes, rows: 0, columns: Vec::new(), next: 0, sound: true }
    }

    /// A text that stands before the tables.
    pub(super) fn heading(&mut self) -> Option<&'static str> {
        self.bytes.text()
    }

    /// Whether nothing is left.
    pub(super) fn is_done(&self) -> bool {
        self.bytes.0.is_empty()
    }

    /// The rows of the next table, each read cell by cell, in column order, by `row`.
    pub(super) fn table<T>(&mut self, row: impl Fn(&mut Self) -> Option<T>) -> Option<&'static [T]> {
        self.open()?;
        let mut table = Vec::new();
        while self.has_row() {
            table.push(row(self)?);
        }
        // The tables live as long as the module, so that rows can refer to each other.
        self.close().then(|| &*table.leak())
    }

    fn open(&mut self) -> Option<()> {
        self.rows = self.bytes.length()?;
        self.columns.clear();
        for _ in 0..self.bytes.length()? {
            let length = self.bytes.length()?;
            self.columns.push(Bytes(self.bytes.take(length)?));
        }
        self.next = self.columns.len();
        Some(())
    }

    /// Whether another row follows, and the one before it was sound: no cell more or less, and every cell could be read.
    #[inline(never)]
    fn has_row(&mut self) -> bool {
        self.sound &= self.next == self.columns.len();
        let follows = self.sound && self.rows > 0;
        if follows {
            self.next = 0;
            self.rows -= 1;
        }
        follows
    }

    #[inline(never)]
    fn close(&self) -> bool {
        self.sound && self.columns.iter().all(|column| column.0.is_empty())
    }

    /// The next cell, read by `read`.
    #[inline(never)]
    fn cell<T: Default>(&mut self, read: fn(&mut Bytes) -> Option<T>) -> T {
        let value = self.columns.get_mut(self.next).and_then(read);
        self.next += 1;
        self.sound &= value.is_some();
        value.unwrap_or_default()
    }

    pub(super) fn byte(&mut self) -> u8 {
        self.cell(Bytes::byte)
    }

    fn length(&mut self) -> usize {
        self.cell(Bytes::length)
    }

    pub(super) fn text(&mut self) -> &'static str {
        self.cell(Bytes::text)
    }

    /// A byte that stands for "none" if it is 255.
    pub(super) fn maybe_byte(&mut self) -> Option<u8> {
        Some(self.byte()).filter(|&byte| byte != 255)
    }

    pub(super) fn truth(&mut self) -> bool {
        let byte = self.byte();
        self.sound &= byte <= 1;
        byte == 1
    }

    pub(super) fn bilingual(&mut self) -> Bilingual {
        Bilingual { zh: self.text(), en: self.text() }
    }

    pub(super) fn paragraph(&mut self) -> Option<Paragraph> {
        Paragraph::from_byte(self.byte())
    }

    pub(super) fn date(&mut self) -> Option<Date> {
        self.parsed(Date::parse)
    }

    pub(super) fn period(&mut self) -> Option<Period> {
        self.parsed(Period::parse)
    }

    fn parsed<T>(&mut self, parse: fn(&str) -> Option<T>) -> Option<T> {
        let text = self.text();
        let value = parse(text);
        self.sound &= value.is_some() || text.is_empty();
        value
    }

    pub(super) fn decimal(&mut self) -> Option<Decimal> {
        self.cell(Bytes::decimal)
    }

    pub(super) fn rational(&mut self) -> Option<Rational> {
        self.cell(Bytes::rational)
    }

    pub(super) fn interval(&mut self) -> Interval {
        self.cell(Bytes::interval)
    }

    /// Periods with a space between them.
    pub(super) fn periods(&mut self) -> Vec<Period> {
        let mut periods = Vec::new();
        for text in self.text().split(' ').filter(|text| !text.is_empty()) {
            match Period::parse(text) {
                Some(period) => periods.push(period),
                None => self.sound = false,
            }
        }
        periods
    }

    /// A row of another table; `None` is an empty cell.
    pub(super) fn maybe_row<T>(&mut self, table: &'static [T]) -> Option<&'static T> {
        let place = self.length();
        let row = table.get(place.checked_sub(1)?);
        self.sound &= row.is_some();
        row
    }

    /// The next rows of a table that belong to this row; the cell says how many.
    pub(super) fn own<T>(&mut self, rest: &core::cell::Cell<&'static [T]>) -> &'static [T] {
        let (own, others) = rest.get().split_at_checked(self.length()).unwrap_or_else(|| {
            self.sound = false;
            (&[], &[])
        });
        rest.set(others);
        own
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two rows of two columns: the texts `a` and `b`, and the bytes 7 and 9.
    const TABLE: &[u8] = &[2, 2, 4, 1, b'a', 1, b'b', 2, 7, 9];

    fn read<T>(bytes: &'static [u8], row: fn(&mut Reader) -> T) -> Option<&'static [T]> {
        let mut reader = Reader::new(Bytes(bytes));
        let table = reader.table(|reader| Some(row(reader)))?;
        reader.is_done().then_some(table)
    }

    #[test]
    fn a_table_is_read_cell_by_cell() {
        assert_eq!(read(TABLE, |row| (row.text(), row.byte())), Some(&[("a", 7), ("b", 9)][..]));
    }

    #[test]
    fn rows_of_another_shape_are_refused() {
        assert_eq!(read(TABLE, |row| row.text()), None);
        assert_eq!(read(TABLE, |row| (row.text(), row.byte(), row.byte())), None);
        assert_eq!(read(TABLE, |row| (row.text(), row.truth(), row.own(&core::cell::Cell::new(&[0_u8; 9])))), None);
    }

    #[test]
    fn cells_that_are_left_over_or_missing_are_refused() {
        assert_eq!(read(&[1, 1, 2, 7, 9], |row| row.byte()), None);
        assert_eq!(read(&[3, 1, 2, 7, 9], |row| row.byte()), None);
        assert_eq!(read(&[1, 1, 2, 1, 0xff], |row| row.text()), None);
        assert_eq!(read(&[1, 1, 3, 2, b'2', b'O'], |row| row.date()), None);
        assert_eq!(read(&[1, 1, 1, 2], |row| row.maybe_row(&[1_u8]).is_some()), None);
        assert_eq!(read(&[1, 1, 1, 2], |row| row.own(&core::cell::Cell::new(&[1_u8])).len()), None);
        assert_eq!(read(&[1, 1, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80], |row| row.byte()), None);
    }
}
