//! Statements of the articles, one by one.

use super::{Agent, Bilingual, Kind, Paragraph, Period, Quantity, Source, Status, Unit};

/// Figures of one definition that may be drawn together: table `series`.
#[derive(Clone, Copy, Debug)]
pub struct Series {
    /// Key.
    pub id: &'static str,
    /// Name.
    pub label: &'static Bilingual,
    /// Unit of its figures.
    pub unit: &'static Unit,
}

/// One statement: table `observations`.
#[derive(Clone, Copy, Debug)]
pub struct Observation {
    /// The register's key, such as `A1-06`.
    pub id: &'static str,
    /// The article.
    pub source: &'static Source,
    /// The section of the article; 0 is its lead.
    pub section: u8,
    /// The place in the section.
    pub paragraph: Option<Paragraph>,
    /// What sort of statement it is.
    pub kind: Kind,
    /// The series it belongs to, if any.
    pub series: Option<&'static Series>,
    /// What the figure is, in our words.
    pub label: &'static Bilingual,
    /// The figure; `None` for claims, and for dates, whose figure is the period.
    pub quantity: Option<Quantity>,
    /// The unit, also where there is no figure.
    pub unit: Option<&'static Unit>,
    /// What it is about in time, **as printed**; `None` if undated. Errata may read it otherwise: see [`reading`](super::Package::reading).
    pub period: Option<Period>,
    /// The figure and the words in doubt, as printed, in Chinese.
    pub printed: &'static str,
    /// Whether the row is reliable.
    pub status: Status,
    /// Who says it.
    pub agent: &'static Agent,
    /// Our remark; often empty.
    pub note: &'static Bilingual,
    /// The members of a list, in our words and the article's order.
    pub items: &'static [Item],
}

/// A member of a list: table `items`.
#[derive(Clone, Copy, Debug)]
pub struct Item {
    /// Its name, in our words.
    pub label: &'static Bilingual,
}
