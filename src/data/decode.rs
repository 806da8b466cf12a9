//! Reads the tables that the build script wrote into the module.
//!
//! Cells stand on four shelves, by their kind: see `src/articles/build/encode.rs`. Reading is total: bytes that do not fit give `None`,
//! never a panic.

use core::cell::Cell;

use super::{Bilingual, Date, Decimal, End, Interval, Package, Paragraph, Period, Rational, tables};

/// Reads all packages of a blob; `None` if it is not one.
pub(super) fn packages(blob: &'static [u8]) -> Option<Vec<Package>> {
    let mut blob = Bytes(blob);
    let count = blob.length()?;
    let mut packages = Vec::new();
    for _ in 0..count {
        let mut shelf = || {
            let length = blob.length()?;
            Some(Bytes(blob.take(length)?))
        };
        let reader = Reader { chinese: shelf()?, english: shelf()?, texts: shelf()?, cells: shelf()?, sound: true };
        packages.push(tables::package(reader)?);
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
        Some(Interval::between(end()?, end()?))
    }

    fn text(&mut self) -> Option<&'static str> {
        let length = self.0.iter().position(|byte| *byte == 0)?;
        let text = self.take(length)?;
        // Its end mark.
        self.byte()?;
        core::str::from_utf8(text).ok()
    }
}

/// A package being read, table after table.
///
/// Most cells have a value to stand in for one that cannot be read; the row is then refused as a whole when it is done. This keeps
/// the code of the many cells short.
pub(super) struct Reader {
    chinese: Bytes,
    english: Bytes,
    texts: Bytes,
    cells: Bytes,
    sound: bool,
}

impl Reader {
    /// Whether nothing is left.
    pub(super) fn is_done(&self) -> bool {
        [self.chinese, self.english, self.texts, self.cells].iter().all(|shelf| shelf.0.is_empty())
    }

    /// The rows of the next table, each read cell by cell, in column order, by `row`.
    pub(super) fn table<T>(&mut self, row: impl Fn(&mut Self) -> Option<T>) -> Option<&'static [T]> {
        let mut table = Vec::new();
        for _ in 0..self.length() {
            let row = row(self)?;
            if !self.sound {
                return None;
            }
            table.push(row);
        }
        // The tables live as long as the module, so that rows can refer to each other.
        self.sound.then(|| &*table.leak())
    }

    /// The next cell that is no text, read by `read`.
    #[inline(never)]
    fn cell<T: Default>(&mut self, read: fn(&mut Bytes) -> Option<T>) -> T {
        let value = read(&mut self.cells);
        self.sound &= value.is_some();
        value.unwrap_or_default()
    }

    #[inline(never)]
    fn text_of(&mut self, shelf: fn(&mut Self) -> &mut Bytes) -> &'static str {
        let text = shelf(self).text();
        self.sound &= text.is_some();
        text.unwrap_or_default()
    }

    pub(super) fn text(&mut self) -> &'static str {
        self.text_of(|reader| &mut reader.texts)
    }

    pub(super) fn chinese(&mut self) -> &'static str {
        self.text_of(|reader| &mut reader.chinese)
    }

    pub(super) fn english(&mut self) -> &'static str {
        self.text_of(|reader| &mut reader.english)
    }

    pub(super) fn byte(&mut self) -> u8 {
        self.cell(Bytes::byte)
    }

    fn length(&mut self) -> usize {
        self.cell(Bytes::length)
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
        Bilingual { zh: self.chinese(), en: self.english() }
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
    pub(super) fn own<T>(&mut self, rest: &Cell<&'static [T]>) -> &'static [T] {
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

    /// Reads a table from the third shelf and the last.
    fn read<T>(texts: &'static [u8], cells: &'static [u8], row: fn(&mut Reader) -> T) -> Option<&'static [T]> {
        let (texts, cells) = (Bytes(texts), Bytes(cells));
        let mut reader = Reader { chinese: Bytes(&[]), english: Bytes(&[]), texts, cells, sound: true };
        let table = reader.table(|reader| Some(row(reader)))?;
        reader.is_done().then_some(table)
    }

    #[test]
    fn a_table_is_read_cell_by_cell() {
        assert_eq!(read(b"a\0b\0", &[2, 7, 9], |row| (row.text(), row.byte())), Some(&[("a", 7), ("b", 9)][..]));
    }

    #[test]
    fn cells_that_are_left_over_or_missing_are_refused() {
        assert_eq!(read(b"", &[1, 7, 9], |row| row.byte()), None);
        assert_eq!(read(b"", &[3, 7, 9], |row| row.byte()), None);
        assert_eq!(read(b"a\0", &[0], |row| row.byte()), None);
        assert_eq!(read(b"", &[1], |row| row.text()), None);
        assert_eq!(read(b"ab", &[1], |row| row.text()), None);
        assert_eq!(read(b"", &[0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80], |row| row.byte()), None);
    }

    #[test]
    fn cells_of_another_kind_are_refused() {
        assert_eq!(read(b"\xff\0", &[1], |row| row.text()), None);
        assert_eq!(read(b"2O\0", &[1], |row| row.date()), None);
        assert_eq!(read(b"2013 2O\0", &[1], |row| row.periods()), None);
        assert_eq!(read(b"", &[1, 9], |row| row.truth()), None);
        assert_eq!(read(b"", &[1, 2], |row| row.maybe_row(&[1_u8]).is_some()), None);
        assert_eq!(read(b"", &[1, 2], |row| row.own(&Cell::new(&[1_u8])).len()), None);
    }
}
