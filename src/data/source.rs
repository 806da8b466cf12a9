//! Where statements come from.

use super::{Bilingual, Date};

/// An article of the page: table `sources`.
#[derive(Clone, Copy, Debug)]
pub struct Source {
    /// Key, such as `A1`.
    pub id: &'static str,
    /// Short name, for tables and lists.
    pub name: &'static Bilingual,
    /// The headline, ours in English.
    pub headline: &'static Bilingual,
    /// Who wrote it.
    pub byline: &'static Bilingual,
    /// The newspaper.
    pub publisher: &'static Bilingual,
    /// Whether the article itself does not name the newspaper.
    pub publisher_inferred: bool,
    /// The article cannot have appeared before this date; its own is not printed.
    pub earliest_date: Option<Date>,
    /// The sections in their order, the lead (section 0) first.
    pub sections: &'static [Section],
}

/// A section of an article: table `sections`.
#[derive(Clone, Copy, Debug)]
pub struct Section {
    /// 0 for the lead before the first heading.
    pub number: u8,
    /// How many paragraphs of running text it has.
    pub paragraphs: u8,
    /// The heading; empty for the lead.
    pub heading: &'static Bilingual,
}

/// Who says something: table `agents`.
#[derive(Clone, Copy, Debug)]
pub struct Agent {
    /// Key; `narration` is the article's own voice.
    pub id: &'static str,
    /// Name or office.
    pub name: &'static Bilingual,
    /// How close the agent is to the subject, where that matters; often empty.
    pub note: &'static Bilingual,
}
