//! The tables of a package: their columns and how each cell is written.
//!
//! The tables stand in the order in which the decoder needs them: rows before those that refer to them. Rows that belong to another one
//! are written with it.

use crate::data::{
    Channel, CheckKind, Comparator, Confidence, ErratumState, Field, FieldType, Form, Formula, Kind, Role, SeriesQuantity,
    Severity, Status,
};

/// A table, read from `<name>.csv`.
pub(crate) struct Table {
    pub(crate) name: &'static str,
    pub(crate) columns: &'static [(&'static str, Cell)],
    /// Tables whose rows belong to a row of this one; the decoder takes them in this order.
    pub(crate) children: &'static [&'static str],
}

/// What a cell holds.
pub(crate) enum Cell {
    /// The key of the row: not empty, and unique together with the parent cells.
    Key,
    /// A number from 0 to 254 that is the key of the row within its parent.
    NumberKey,
    /// Text; `_zh` and `_en` are filled together.
    Text,
    /// Text that is not empty.
    Filled,
    /// `true` or `false`.
    Truth,
    /// A number from 0 to 254.
    Number,
    /// A number from 0 to 254, or nothing.
    MaybeNumber,
    /// A decimal number.
    Decimal,
    /// A decimal number, or nothing.
    MaybeDecimal,
    /// A date, or nothing.
    Date,
    /// A period, or nothing.
    Period,
    /// A place in a section, or nothing.
    Paragraph,
    /// What replaces a value or a period, or nothing.
    Correction,
    /// One of a closed list of codes.
    Code(fn(&str) -> Option<u8>),
    /// One of a closed list of codes, or nothing.
    MaybeCode(fn(&str) -> Option<u8>),
    /// A row of another table.
    Row(&'static str),
    /// A row of another table, or nothing.
    MaybeRow(&'static str),
    /// The row that this one belongs to; several such cells make one key. Not written: the parent counts its rows.
    Parent(&'static str),
    /// The place among the rows of the same parent, from 1. Not written: the rows are in that order.
    Position,
    /// A cell like another one that nothing in the module asks for. Not written.
    Unread(&'static Self),
}

macro_rules! code {
    ($kind:ident) => {
        Cell::Code(|text| $kind::parse(text).map(|value| value as u8))
    };
}

use Cell::{
    Correction, Date, Decimal, Filled, Key, MaybeCode, MaybeDecimal, MaybeNumber, MaybeRow, Number, NumberKey, Paragraph, Parent,
    Period, Position, Row, Text, Truth, Unread,
};

pub(crate) const TABLES: &[Table] = &[
    Table {
        name: "sections",
        columns: &[
            ("source", Parent("sources")),
            ("section", NumberKey),
            ("paragraphs", Number),
            ("heading_zh", Text),
            ("heading_en", Text),
        ],
        children: &[],
    },
    Table {
        name: "sources",
        columns: &[
            ("id", Key),
            ("slug", Unread(&Filled)),
            ("name_zh", Filled),
            ("name_en", Filled),
            ("headline_zh", Filled),
            ("headline_en", Filled),
            ("byline_zh", Text),
            ("byline_en", Text),
            ("publisher_zh", Filled),
            ("publisher_en", Filled),
            ("publisher_inferred", Truth),
            ("earliest_date", Date),
            ("language", Unread(&Filled)),
        ],
        children: &["sections"],
    },
    Table {
        name: "agents",
        columns: &[("id", Key), ("name_zh", Filled), ("name_en", Filled), ("note_zh", Text), ("note_en", Text)],
        children: &[],
    },
    Table {
        name: "units",
        columns: &[("id", Key), ("zh", Filled), ("en_one", Text), ("en_other", Text), ("factor", Decimal), ("base", Filled)],
        children: &[],
    },
    Table {
        name: "series",
        columns: &[
            ("id", Key),
            ("label_zh", Filled),
            ("label_en", Filled),
            ("unit", Row("units")),
            ("quantity", Unread(&code!(SeriesQuantity))),
            ("definition_zh", Unread(&Text)),
            ("definition_en", Unread(&Text)),
        ],
        children: &[],
    },
    Table {
        name: "items",
        columns: &[("observation", Parent("observations")), ("position", Position), ("label_zh", Filled), ("label_en", Filled)],
        children: &[],
    },
    Table {
        name: "observations",
        columns: &[
            ("id", Key),
            ("source", Row("sources")),
            ("section", Number),
            ("paragraph", Paragraph),
            ("kind", code!(Kind)),
            ("series", MaybeRow("series")),
            ("label_zh", Filled),
            ("label_en", Filled),
            ("value", MaybeDecimal),
            ("unit", MaybeRow("units")),
            ("comparator", MaybeCode(|text| Comparator::parse(text).map(|value| value as u8))),
            ("resolution", MaybeDecimal),
            ("period", Period),
            ("as_of", Unread(&Period)),
            ("printed", Text),
            ("status", code!(Status)),
            ("agent", Row("agents")),
            ("note_zh", Text),
            ("note_en", Text),
        ],
        children: &["items"],
    },
    Table {
        name: "errata_targets",
        columns: &[
            ("erratum", Parent("errata")),
            ("position", Position),
            ("observation", MaybeRow("observations")),
            ("field", code!(Field)),
            ("source", MaybeRow("sources")),
            ("section", MaybeNumber),
            ("paragraph", Paragraph),
            ("reading", Correction),
        ],
        children: &[],
    },
    Table {
        name: "errata",
        columns: &[
            ("id", Key),
            ("kind", Filled),
            ("severity", code!(Severity)),
            ("printed", Text),
            ("reading_zh", Text),
            ("reading_en", Text),
            ("reason_zh", Text),
            ("reason_en", Text),
            ("confidence", code!(Confidence)),
            ("state", code!(ErratumState)),
            ("state_date", Unread(&Date)),
        ],
        children: &["errata_targets"],
    },
    Table {
        name: "derivation_inputs",
        columns: &[("derivation", Parent("derivations")), ("position", Position), ("observation", Row("observations"))],
        children: &[],
    },
    Table {
        name: "derivations",
        columns: &[
            ("id", Key),
            ("label_zh", Filled),
            ("label_en", Filled),
            ("formula", code!(Formula)),
            ("unit", Row("units")),
            ("digits", Number),
            ("note_zh", Text),
            ("note_en", Text),
        ],
        children: &["derivation_inputs"],
    },
    Table {
        name: "view_notes",
        columns: &[
            ("view", Parent("views")),
            ("position", Position),
            ("text_zh", Filled),
            ("text_en", Filled),
            ("erratum", MaybeRow("errata")),
        ],
        children: &[],
    },
    Table {
        name: "view_rows",
        columns: &[
            ("view", Parent("views")),
            ("position", Position),
            ("observation", MaybeRow("observations")),
            ("derivation", MaybeRow("derivations")),
            ("role", code!(Role)),
        ],
        children: &[],
    },
    Table {
        name: "view_groups",
        columns: &[
            ("view", Parent("views")),
            ("position", Position),
            ("first", Row("observations")),
            ("form", code!(Form)),
            ("label_zh", Text),
            ("label_en", Text),
        ],
        children: &[],
    },
    Table {
        name: "encodings",
        columns: &[
            ("view", Parent("views")),
            ("channel", code!(Channel)),
            ("field", Unread(&Filled)),
            ("type", Unread(&code!(FieldType))),
        ],
        children: &[],
    },
    Table {
        name: "toggle_options",
        columns: &[
            ("view", Parent("toggles")),
            ("toggle", Parent("toggles")),
            ("position", Position),
            ("id", Key),
            ("label_zh", Filled),
            ("label_en", Filled),
        ],
        children: &[],
    },
    Table {
        name: "toggles",
        columns: &[("view", Parent("views")), ("id", Key), ("label_zh", Filled), ("label_en", Filled)],
        children: &["toggle_options"],
    },
    Table {
        name: "views",
        columns: &[
            ("id", Key),
            ("number", Position),
            ("source", MaybeRow("sources")),
            ("mark", Filled),
            ("title_zh", Filled),
            ("title_en", Filled),
            ("subtitle_zh", Text),
            ("subtitle_en", Text),
            ("takeaway_zh", Text),
            ("takeaway_en", Text),
        ],
        children: &["view_notes", "view_rows", "view_groups", "encodings", "toggles"],
    },
    Table {
        name: "check_inputs",
        columns: &[("check", Parent("checks")), ("position", Position), ("observation", Row("observations"))],
        children: &[],
    },
    Table {
        name: "checks",
        columns: &[
            ("id", Key),
            ("kind", code!(CheckKind)),
            ("label_zh", Filled),
            ("label_en", Filled),
            ("erratum", MaybeRow("errata")),
        ],
        children: &["check_inputs"],
    },
];
