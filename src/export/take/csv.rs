use super::{Bound, Record};
use crate::data::{Decimal, Language};
use crate::words;
use ::csv::{Terminator, WriterBuilder};

/// Names of the columns. What is a list is separated by semicolons.
pub const COLUMNS: [&str; 26] = [
    "id",
    "subject",
    "kind",
    "label",
    "comparator",
    "value",
    "unit",
    "lower",
    "lower_open",
    "upper",
    "upper_open",
    "figure",
    "period",
    "printed_period",
    "printed",
    "marks",
    "status",
    "errata",
    "article",
    "section",
    "paragraph",
    "place",
    "attributed_to",
    "formula",
    "inputs",
    "remarks",
];

/// Writes records as CSV after RFC 4180, with a header: UTF-8 with a byte order mark, by which spreadsheets know it, and CRLF.
///
/// # Errors
///
/// None in practice: it writes to memory.
pub fn csv(records: &[Record], language: Language) -> Result<String, ::csv::Error> {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(COLUMNS)?;
    for record in records {
        writer.write_record(cells(record, language).into_iter().map(neutral))?;
    }
    let bytes = writer.into_inner().map_err(|error| error.into_error())?;
    Ok(format!("\u{feff}{}", String::from_utf8_lossy(&bytes)))
}

fn cells(record: &Record, language: Language) -> Vec<String> {
    let number = |value: Option<Decimal>| value.map_or_else(String::new, |value| value.to_string());
    let end = |end: Option<Bound>| number(end.map(|end| end.value));
    let open = |end: Option<Bound>| end.map_or_else(String::new, |end| end.open.to_string());
    let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
    vec![
        record.id.to_owned(),
        record.subject.to_owned(),
        text(record.kind),
        record.label.clone(),
        text(record.comparator),
        number(record.value),
        record.unit.clone(),
        end(record.lower),
        open(record.lower),
        end(record.upper),
        open(record.upper),
        record.figure.clone(),
        record.period.join(";"),
        record.printed_period.join(";"),
        record.printed.to_owned(),
        record.marks.clone(),
        text(record.status),
        record.errata.join(";"),
        record.article.join(";"),
        record.section.map_or_else(String::new, |section| section.to_string()),
        text(record.paragraph.as_deref()),
        record.place.clone(),
        record.attributed_to.clone(),
        text(record.formula.as_deref()),
        record.inputs.join(";"),
        words::sentences(&record.remarks, language),
    ]
}

/// What makes a spreadsheet compute a cell that begins with it; full-width signs do so in East Asian ones.
const COMPUTED: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// A cell that no spreadsheet computes: text that begins like a formula gets an apostrophe before it. Numbers stay numbers, and a sign
/// alone, as the comparator `=` is, computes nothing.
fn neutral(cell: String) -> String {
    let computed = cell.starts_with(COMPUTED) && cell.chars().nth(1).is_some();
    if computed && Decimal::parse(&cell).is_none() { format!("'{cell}") } else { cell }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_formula_is_text_and_a_number_a_number() {
        for (cell, written) in [
            ("=1+1", "'=1+1"),
            ("=HYPERLINK(\"http://x\")", "'=HYPERLINK(\"http://x\")"),
            ("+1 234", "'+1 234"),
            ("-2-3", "'-2-3"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t=1"),
            ("＝1+1", "'＝1+1"),
            ("-38.7", "-38.7"),
            ("=", "="),
            (">=", ">="),
            ("", ""),
            ("a=1", "a=1"),
        ] {
            assert_eq!(neutral(cell.to_owned()), written);
        }
    }

    proptest! {
        #[test]
        fn no_cell_is_computed_and_nothing_is_lost(cell in "[=+@\t\r\n＝－a1.,\"-]{0,8}") {
            let written = neutral(cell.clone());
            let marked = format!("'{cell}");
            prop_assert!(written == cell || written == marked);
            let harmless = !written.starts_with(COMPUTED) || written.chars().count() == 1 || Decimal::parse(&written).is_some();
            prop_assert!(harmless, "{written:?}");
        }
    }
}
