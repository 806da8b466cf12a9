//! What a reader takes away from a picture: its datums as records, in CSV and JSON, a citation, and the whole figure as one sheet. In the
//! browser it is loaded when it is asked for.

mod cite;
mod csv;
mod json;
mod name;
mod package;
mod provenance;
mod record;
mod report;
mod score;
mod share;
mod sheet;

pub use cite::{Cited, Style, cite};
pub use csv::{COLUMNS, csv};
pub use json::json;
pub use name::file_name;
pub use package::PACKAGE_FILES;
pub use provenance::{Doubt, Provenance, interval, provenance};
pub use record::{Bound, Record, record, records};
pub use report::report;
pub use score::{Note, RANGE, Score, Timbre, score};
pub use share::{Published, Share, Shown, Snippet, share};
pub use sheet::{sheet, sheet_svg};
