//! Reads the tables that the build script wrote into the module.
//!
//! Cells stand on four shelves, by their kind: see `src/articles/build/encode.rs`. Reading is total: what does not fit gives `None`,
//! never a panic.

use super::{Bilingual, Date, Decimal, End, Interval, Package, Paragraph, Period, Rational, tables};

/// The shelves of all packages.
#[derive(Clone, Copy, Debug)]
pub struct Blob {
    /// Chinese texts.
    pub chinese: &'static str,
    /// English texts.
    pub english: &'static str,
    /// Other texts.
    pub texts: &'static str,
    /// Everything else.
    pub cells: &'static [u8],
}

/// Whether a shelf is there: one that is loaded later is full of zeros until then.
pub(super) fn is_there(shelf: &str) -> bool {
    shelf.as_bytes().first() != Some(&0)
}

/// Reads all packages of a blob; `None` if it is not one.
pub(super) fn packages(blob: Blob) -> Option<&'static [Package]> {
    only(blob, tables::package)
}

/// Reads a blob that holds one table and nothing else.
fn only<T>(blob: Blob, row: impl Fn(&mut Reader) -> Option<T>) -> Option<&'static [T]> {
    let mut reader = Reader { blob, last: 0, sound: true };
    let table = reader.table(row);
    let Reader { blob: Blob { chinese, english, texts, cells }, sound, .. } = reader;
    let read = |shelf: &str, rest: &str| rest.is_empty() || !is_there(shelf);
    let done = read(blob.chinese, chinese) && read(blob.english, english) && texts.is_empty() && cells.is_empty();
    (sound && done).then_some(table)
}

/// A blob being read, cell after cell.
///
/// A cell that cannot be read has a value to stand in for it, and nothing that is read is sound from there on: the blob is refused as a
/// whole in the end. This keeps the code of the many cells short.
pub(super) struct Reader {
    blob: Blob,
    /// Where the statement or derivation stands that was referred to last.
    last: i64,
    sound: bool,
}

impl Reader {
    /// The rows of the next table, each read cell by cell, in column order, by `row`. They live as long as the module, so that rows can
    /// refer to each other.
    pub(super) fn table<T>(&mut self, row: impl Fn(&mut Self) -> Option<T>) -> &'static [T] {
        let count = self.place();
        let mut table = Vec::new();
        while self.sound && table.len() < count {
            match row(self) {
                Some(row) => table.push(row),
                None => self.sound = false,
            }
        }
        table.leak()
    }

    /// The next text of a shelf, which ends with a zero. Of a shelf that is not there each text is empty.
    #[inline(never)]
    fn text_of(&mut self, shelf: fn(&mut Blob) -> &mut &'static str) -> &'static str {
        let shelf = shelf(&mut self.blob);
        let end = shelf.bytes().position(|byte| byte == 0);
        let text = end.and_then(|end| Some((shelf.get(..end)?, shelf.get(end + 1..)?)));
        self.sound &= text.is_some();
        let (text, rest) = text.unwrap_or_default();
        *shelf = rest;
        text
    }

    pub(super) fn text(&mut self) -> &'static str {
        self.text_of(|blob| &mut blob.texts)
    }

    pub(super) fn chinese(&mut self) -> &'static str {
        self.text_of(|blob| &mut blob.chinese)
    }

    pub(super) fn english(&mut self) -> &'static str {
        self.text_of(|blob| &mut blob.english)
    }

    #[inline(never)]
    pub(super) fn bilingual(&mut self) -> &'static Bilingual {
        Box::leak(Box::new(Bilingual { zh: self.chinese(), en: self.english() }))
    }

    #[inline(never)]
    pub(super) fn byte(&mut self) -> u8 {
        let first = self.blob.cells.split_first();
        self.sound &= first.is_some();
        let (byte, rest) = first.unwrap_or((&0, &[]));
        self.blob.cells = rest;
        *byte
    }

    pub(super) fn truth(&mut self) -> bool {
        self.byte() != 0
    }

    /// A byte that stands for "none" if it is 255.
    pub(super) fn maybe_byte(&mut self) -> Option<u8> {
        Some(self.byte()).filter(|&byte| byte != 255)
    }

    /// A value of a closed list, all of which are given in their order.
    pub(super) fn code<T: Copy>(&mut self, all: &[T]) -> Option<T> {
        all.get(usize::from(self.byte())).copied()
    }

    pub(super) fn paragraph(&mut self) -> Option<Paragraph> {
        Paragraph::from_byte(self.byte())
    }

    /// An unsigned LEB128 number.
    #[inline(never)]
    fn number(&mut self) -> i64 {
        let mut number = 0;
        for shift in (0..63).step_by(7) {
            let byte = self.byte();
            number |= i64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return number;
            }
        }
        self.sound = false;
        0
    }

    fn place(&mut self) -> usize {
        self.number() as usize
    }

    /// A number with its sign as the lowest bit, so that small negative numbers stay short.
    fn signed(&mut self) -> i64 {
        let folded = self.number();
        unfolded(folded)
    }

    #[inline(never)]
    pub(super) fn decimal(&mut self) -> Option<Decimal> {
        let scale = self.maybe_byte()?;
        let decimal = Decimal::new(self.signed(), scale);
        self.sound &= decimal.is_some();
        decimal
    }

    /// A fraction in lowest terms, behind its denominator, which is 0 for "none".
    #[inline(never)]
    pub(super) fn rational(&mut self) -> Option<Rational> {
        let denominator = self.number();
        (denominator > 0).then(|| Rational::new_raw(self.signed(), denominator))
    }

    /// Both ends of an interval, each behind a byte that tells whether it is open.
    #[inline(never)]
    pub(super) fn interval(&mut self) -> Interval {
        let mut end = || {
            let open = self.truth();
            self.rational().map(|value| End { value, open })
        };
        Interval::between(end(), end())
    }

    /// A date by year, month and day; a year of 0 is "none".
    #[inline(never)]
    pub(super) fn date(&mut self) -> Option<Date> {
        let year = self.number() as u16;
        (year > 0).then(|| Date::known(year, self.byte(), self.byte()))
    }

    /// A period behind the byte of its form: none, a month that recurs, a single date, a range.
    #[inline(never)]
    pub(super) fn period(&mut self) -> Option<Period> {
        match self.byte() {
            0 => None,
            1 => Some(Period::Recurring { month: self.byte() }),
            2 => self.date().map(Period::Single),
            _ => {
                let start = self.date();
                Some(Period::Range { start, end: self.date()? })
            }
        }
    }

    /// A row of another table; `None` is an empty cell.
    pub(super) fn maybe_row<T>(&mut self, table: &'static [T]) -> Option<&'static T> {
        let place = self.place();
        self.row_at(table, place.checked_sub(1)?)
    }

    /// Likewise, by how far it stands from the last one that was read so.
    pub(super) fn near_row<T>(&mut self, table: &'static [T]) -> Option<&'static T> {
        let folded = self.number();
        if folded == 0 {
            return None;
        }
        self.last += unfolded(folded - 1);
        self.row_at(table, self.last as usize)
    }

    fn row_at<T>(&mut self, table: &'static [T], place: usize) -> Option<&'static T> {
        let row = table.get(place);
        self.sound &= row.is_some();
        row
    }
}

/// The lowest bit is the sign.
const fn unfolded(folded: i64) -> i64 {
    if folded & 1 == 0 { folded >> 1 } else { -(folded >> 1) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Kind;

    /// Reads a table from the third shelf and the last.
    fn read<T>(texts: &'static str, cells: &'static [u8], row: fn(&mut Reader) -> T) -> Option<&'static [T]> {
        only(Blob { chinese: "", english: "", texts, cells }, |reader| Some(row(reader)))
    }

    #[test]
    fn a_table_is_read_cell_by_cell() {
        assert_eq!(read("a\0b\0", &[2, 7, 9], |row| (row.text(), row.byte())), Some(&[("a", 7), ("b", 9)][..]));
    }

    #[test]
    fn rows_of_other_tables_stand_with_the_row_that_they_belong_to() {
        let bytes = read("a\0b\0", &[2, 2, 7, 8, 0], |row| (row.text(), row.table(|own| Some(own.byte()))));
        assert_eq!(bytes, Some(&[("a", &[7, 8][..]), ("b", &[][..])][..]));
    }

    #[test]
    fn dates_and_periods_are_read_back() {
        let date = |text| Date::parse(text).unwrap();
        assert_eq!(read("", &[2, 0, 0xdf, 0x0f, 4, 0], Reader::date), Some(&[None, Some(date("2015-04"))][..]));
        let periods = [
            None,
            Some(Period::Recurring { month: 2 }),
            Some(Period::Single(date("0005"))),
            Some(Period::Range { start: None, end: date("0007-01-02") }),
        ];
        assert_eq!(read("", &[4, 0, 1, 2, 2, 5, 0, 0, 3, 0, 7, 1, 2], Reader::period), Some(&periods[..]));
    }

    #[test]
    fn cells_that_are_left_over_or_missing_are_refused() {
        assert_eq!(read("", &[1, 7, 9], Reader::byte), None);
        assert_eq!(read("", &[3, 7, 9], Reader::byte), None);
        assert_eq!(read("a\0", &[0], Reader::byte), None);
        assert_eq!(read("", &[1], Reader::text), None);
        assert_eq!(read("ab", &[1], Reader::text), None);
        assert_eq!(read("", &[0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80], Reader::byte), None);
    }

    #[test]
    fn cells_of_another_kind_are_refused() {
        assert_eq!(read("", &[1, 19, 2], Reader::decimal), None);
        assert_eq!(read("", &[1, 2], |row| row.maybe_row(&[1_u8]).is_some()), None);
        let code = |kind| only(Blob { chinese: "", english: "", texts: "", cells: kind }, |row| row.code(Kind::ALL));
        assert_eq!((code(&[1, 1]), code(&[1, 200])), (Some(&[Kind::Share][..]), None));
    }
}
