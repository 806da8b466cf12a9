use crate::data::{Language, package};
use crate::explore::{State, lead, links};
use crate::export::take::{Record, provenance};
use crate::words::Take;

/// Where a datum comes from, in words; a query string wherever it leads on.
#[derive(serde::Serialize)]
pub(super) struct Panel {
    /// What the panel is.
    name: &'static str,
    close: &'static str,
    label: String,
    figure: String,
    facts: Vec<Fact>,
    /// Empty where nothing is computed.
    formula: Vec<Way>,
    computed: &'static str,
    doubts: Vec<Way>,
    doubted: &'static str,
    views: Vec<Way>,
    also: &'static str,
}

/// A name, and a text a line.
#[derive(serde::Serialize)]
struct Fact {
    name: &'static str,
    lines: Vec<String>,
}

/// A text that leads to a picture, or to none; and what is said behind it.
#[derive(serde::Serialize)]
struct Way {
    text: String,
    /// The datum that is selected there.
    datum: Option<&'static str>,
    state: Option<String>,
    behind: Option<String>,
}

impl Panel {
    /// `None` for a record of nothing that the package has.
    pub(super) fn new(state: &State, record: &Record, language: Language) -> Option<Self> {
        let package = package();
        let subject = package.subject(record.id)?;
        let said = provenance(package, subject, record, language);
        let word = |phrase: Take| phrase.get(language);
        let to = |id: &str| lead(package, state, id).map(|state| state.to_query());
        let formula = said.formula.into_iter().map(|(text, datum)| Way { text, datum, state: datum.and_then(to), behind: None });
        let doubts = said.doubts.into_iter().map(|doubt| Way {
            text: format!("{} {}", doubt.id, doubt.said),
            datum: Some(doubt.id),
            state: to(doubt.id),
            behind: Some(doubt.why),
        });
        // Errata are told above.
        let views = links(package, state, record.id, language).into_iter();
        let views = views.filter(|link| !record.errata.iter().any(|id| link.state.selected == Some(*id))).map(|link| Way {
            text: link.title,
            datum: None,
            state: Some(link.state.to_query()),
            behind: None,
        });
        Some(Self {
            name: word(Take::Provenance),
            close: word(Take::Close),
            label: said.label,
            figure: said.figure,
            facts: said.facts.into_iter().map(|(name, lines)| Fact { name: word(name), lines }).collect(),
            formula: formula.collect(),
            computed: word(Take::Computed),
            doubts: doubts.collect(),
            doubted: word(Take::Doubts),
            views: views.collect(),
            also: word(Take::Views),
        })
    }
}
