//! What is known: the package of a newspaper page, its figures as intervals, and what follows from them.
//!
//! Start at [`package()`]. A printed figure is a [`Quantity`], the values it leaves possible an [`Interval`]; [`derive()`] computes
//! with those, [`audit()`] checks them against each other. Both are done once, by the build script, which has this room too: the
//! module holds the results. This room depends on no other one.

#[cfg(not(target_arch = "wasm32"))]
mod audit;
mod bilingual;
mod check;
mod codes;
mod decimal;
mod decode;
mod derivation;
mod erratum;
mod expression;
#[cfg(not(target_arch = "wasm32"))]
mod formula;
mod interval;
mod language;
mod observation;
mod package;
mod period;
mod quantity;
pub mod rational;
mod reading;
mod source;
mod tables;
mod unit;
mod view;

#[cfg(test)]
mod tests;

#[cfg(not(target_arch = "wasm32"))]
pub use audit::audit;
pub use bilingual::Bilingual;
pub use check::{Check, Evidence, Finding};
pub use codes::{
    Channel, CheckKind, Comparator, Confidence, ErratumState, Field, FieldType, Form, Formula, Kind, Outcome, Paragraph, Role,
    SeriesQuantity, Severity, Status,
};
pub use decimal::Decimal;
pub use decode::Blob;
pub use derivation::{Derivation, Derived};
pub use erratum::{Correction, Erratum, ErratumTarget};
pub use expression::{Aspect, Operator, Token};
#[cfg(not(target_arch = "wasm32"))]
pub use formula::{DeriveError, derive};
pub use interval::{End, Interval};
pub use language::Language;
pub use observation::{Item, Observation, Series};
pub use package::{About, Package, package, packages, read, speaks};
pub use period::{Date, Period, Precision, days_in_month, is_leap_year};
pub use quantity::Quantity;
pub use rational::Rational;
pub use reading::{Basis, Reading};
pub use source::{Agent, Section, Source};
pub use unit::Unit;
pub use view::{Encoding, Subject, Toggle, ToggleOption, View, ViewGroup, ViewNote, ViewRow};
