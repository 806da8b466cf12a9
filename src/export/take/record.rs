use super::json::{exact, maybe_exact};
use crate::chart::Picture;
use crate::data::{
    Basis, Comparator, Decimal, Derivation, Interval, Language, Observation, Package, Paragraph, Period, Quantity, Subject, Unit,
    rational,
};
use crate::scene::Scene;
use crate::words::{Description, converted, describe, in_words};
use serde::Serialize;

/// A datum of a picture as a flat record. What it has not is `None` or empty.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Record {
    /// Key of the statement, derivation, erratum or check.
    pub id: &'static str,
    /// Which of them it is: `observation`, `derivation`, `erratum` or `check`.
    pub subject: &'static str,
    /// What sort of statement, as the data package spells it.
    pub kind: Option<&'static str>,
    /// What it is.
    pub label: String,
    /// How the figure bounds the value, as the data package spells it: `=`, `>`, `>=`, `<`, `<=`, `~`, `~<` or `~>`.
    pub comparator: Option<&'static str>,
    /// The figure in `unit`, as drawn.
    #[serde(serialize_with = "maybe_exact")]
    pub value: Option<Decimal>,
    /// Its unit, in the words of the picture's language.
    pub unit: String,
    /// The lower end of what the figure leaves possible.
    pub lower: Option<Bound>,
    /// The upper end.
    pub upper: Option<Bound>,
    /// The figure as it stands in the picture's table, with comparator, unit and marks.
    pub figure: String,
    /// What it is about in time as drawn, in EDTF; for a derivation the periods of its inputs.
    pub period: Vec<String>,
    /// The same as printed.
    pub printed_period: Vec<String>,
    /// The printed figure and doubted words.
    pub printed: &'static str,
    /// Its status marks: † our reading, ‡ doubted, ∂ derived.
    pub marks: String,
    /// Observation status, the codes of SDMX `OBS_STATUS`.
    pub status: Option<&'static str>,
    /// The errata that touch it or what it is computed from.
    pub errata: Vec<&'static str>,
    /// Keys of the articles that say it, or what it is computed from.
    pub article: Vec<&'static str>,
    /// The section, 0 for the lead; `None` where it stands in several.
    pub section: Option<u8>,
    /// The paragraph of the section, or `caption`, `heading`, `byline`; `None` where it stands in several.
    pub paragraph: Option<String>,
    /// All its places, in words.
    pub place: String,
    /// Who says it.
    pub attributed_to: String,
    /// The formula of a derivation with its inputs, as text.
    pub formula: Option<String>,
    /// The observations that it is computed from, touches or compares.
    pub inputs: Vec<&'static str>,
    /// Errata and remarks, a sentence each.
    pub remarks: Vec<String>,
}

/// An end of an interval. An end with more digits than are shown is rounded outward.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Bound {
    /// Where it is, in the record's unit.
    #[serde(serialize_with = "exact")]
    pub value: Decimal,
    /// Whether the end itself is left out.
    pub open: bool,
}

/// The datums of a scene as records, in its order.
pub fn records(picture: &Picture<'_>, scene: &Scene) -> Vec<Record> {
    let subjects = scene.datums.iter().filter_map(|datum| picture.package.subject(datum.id));
    subjects.map(|subject| record(picture.package, subject, picture.basis(), picture.frame.language)).collect()
}

/// What has a key as a record.
pub fn record(package: &Package, subject: Subject, basis: Basis, language: Language) -> Record {
    let words = describe(package, subject, basis, language);
    let extent = Extent::of(package, subject, basis, language).unwrap_or_default();
    let place = Place::of(subject);
    // What is derived is derived from the periods as we read them, whatever the picture shows.
    let drawn = if subject.derivation().is_some() { Basis::Read } else { basis };
    let (label, figure) = (words.name(), words.figure());
    let Description { id, printed, marks, place: in_words, agent, formula, inputs, remarks, .. } = words;
    Record {
        id,
        subject: match subject {
            Subject::Observation(_) => "observation",
            Subject::Derivation(_) => "derivation",
            Subject::Erratum(_) => "erratum",
            Subject::Check(_) => "check",
        },
        kind: words.kind.map(|kind| kind.code()),
        label,
        comparator: extent.comparator.map(Comparator::code),
        value: extent.value,
        unit: extent.unit,
        lower: extent.lower,
        upper: extent.upper,
        figure,
        period: periods(package, subject, drawn),
        printed_period: periods(package, subject, Basis::Printed),
        printed,
        marks,
        status: subject.observation().map(|observation| observation.status.code()),
        errata: errata(package, subject),
        article: place.articles,
        section: place.section,
        paragraph: place.paragraph,
        place: in_words,
        attributed_to: agent,
        formula,
        inputs,
        remarks,
    }
}

/// The figure of a datum and what it leaves possible.
#[derive(Default)]
struct Extent {
    comparator: Option<Comparator>,
    value: Option<Decimal>,
    unit: String,
    lower: Option<Bound>,
    upper: Option<Bound>,
}

impl Extent {
    /// `None` where there is no figure, or none that can be computed.
    fn of(package: &Package, subject: Subject, basis: Basis, language: Language) -> Option<Self> {
        match subject {
            Subject::Observation(observation) => Self::printed(package, observation, basis, language),
            Subject::Derivation(derivation) => Self::derived(derivation, language),
            Subject::Erratum(_) | Subject::Check(_) => None,
        }
    }

    fn printed(package: &Package, observation: &Observation, basis: Basis, language: Language) -> Option<Self> {
        let quantity = observation.quantity?;
        let value = package.reading(observation, basis).value.unwrap_or(quantity.value);
        let quantity = Quantity { value, ..quantity };
        // Half a step has one decimal more than the step.
        let digits = quantity.resolution.map_or(value.scale(), |step| step.scale().saturating_add(1).max(value.scale()));
        let interval = quantity.interval().unwrap_or(Interval::UNKNOWN);
        let lower = interval.lower().and_then(|end| Some(Bound { value: rational::floor(end.value, digits)?, open: end.open }));
        let upper = interval.upper().and_then(|end| Some(Bound { value: rational::ceil(end.value, digits)?, open: end.open }));
        Some(Self::new(quantity.comparator, Some(value), [lower, upper], quantity.unit, language))
    }

    fn derived(derivation: &Derivation, language: Language) -> Option<Self> {
        let derived = derivation.value?;
        let lower = derived.interval.lower().and_then(|end| Some(Bound { value: derived.lower()?, open: end.open }));
        let upper = derived.interval.upper().and_then(|end| Some(Bound { value: derived.upper()?, open: end.open }));
        Some(Self::new(derived.comparator, derived.shown(), [lower, upper], derivation.unit, language))
    }

    /// In the words of a language, which may count in another unit.
    fn new(comparator: Comparator, value: Option<Decimal>, ends: [Option<Bound>; 2], unit: &Unit, language: Language) -> Self {
        let written = |value: Decimal| converted(value, Some(unit), language);
        let [lower, upper] = ends.map(|end| end.map(|end| Bound { value: written(end.value), ..end }));
        let value = value.map(written);
        let named = value.or(upper.map(|end| end.value)).or(lower.map(|end| end.value));
        let unit = named.map_or_else(String::new, |value| in_words(value, Some(unit), language).1);
        Self { comparator: Some(comparator), value, unit, lower, upper }
    }
}

/// What a statement, or each input of a derivation, is about in time, each once.
fn periods(package: &Package, subject: Subject, basis: Basis) -> Vec<String> {
    let statements = match subject {
        Subject::Observation(_) | Subject::Derivation(_) => subject.statements(),
        Subject::Erratum(_) | Subject::Check(_) => Vec::new(),
    };
    let mut periods: Vec<Period> = Vec::new();
    for period in statements.into_iter().filter_map(|statement| package.reading(statement, basis).period) {
        if !periods.contains(&period) {
            periods.push(period);
        }
    }
    periods.iter().map(Period::to_string).collect()
}

/// The errata of the statements behind a datum, each once.
fn errata(package: &Package, subject: Subject) -> Vec<&'static str> {
    let mut errata = Vec::new();
    let mut take = |id: &'static str| {
        if !errata.contains(&id) {
            errata.push(id);
        }
    };
    match subject {
        Subject::Erratum(erratum) => take(erratum.id),
        Subject::Check(check) => check.explanation().into_iter().for_each(|erratum| take(erratum.id)),
        Subject::Observation(_) | Subject::Derivation(_) => {
            for statement in subject.statements() {
                package.errata_of(statement.id).for_each(|erratum| take(erratum.id));
            }
        }
    }
    errata
}

/// Where the statements behind a datum stand, as far as they stand together.
struct Place {
    articles: Vec<&'static str>,
    section: Option<u8>,
    paragraph: Option<String>,
}

impl Place {
    fn of(subject: Subject) -> Self {
        let spots: Vec<(&'static str, u8, Option<Paragraph>)> = match subject {
            Subject::Erratum(erratum) => {
                let spots = erratum.targets.iter().map(|target| Some((target.source?.id, target.section?, target.paragraph)));
                spots.flatten().collect()
            }
            _ => subject.statements().into_iter().map(|row| (row.source.id, row.section, row.paragraph)).collect(),
        };
        let mut articles = Vec::new();
        for (article, ..) in &spots {
            if !articles.contains(article) {
                articles.push(*article);
            }
        }
        let first = spots.first();
        let one = first.filter(|(article, section, _)| spots.iter().all(|spot| (spot.0, spot.1) == (*article, *section)));
        let same = one.filter(|(.., paragraph)| spots.iter().all(|spot| spot.2 == *paragraph));
        Self { articles, section: one.map(|spot| spot.1), paragraph: same.and_then(|spot| spot.2).map(code) }
    }
}

/// A paragraph as the data package spells it.
fn code(paragraph: Paragraph) -> String {
    match paragraph {
        Paragraph::Number(number) => number.to_string(),
        Paragraph::Caption => "caption".to_owned(),
        Paragraph::Heading => "heading".to_owned(),
        Paragraph::Byline => "byline".to_owned(),
    }
}
