use super::comparator::{spoken, symbol};
use super::doubt;
use super::formula;
use super::number::{count, decimal, ordinal};
use super::sheet::{attribution, joined, note};
use super::{Phrase, Sentence, cut, has, period, rounding};
use crate::data::{
    Basis, Comparator, Decimal, Derivation, Field, Formula, Kind, Language, Observation, Package, Period, Rational, Severity,
    Subject, Unit, rational,
};

/// A datum in words: what figure, table, tooltip and speech have in common.
#[derive(Clone, Debug, PartialEq)]
pub struct Description {
    /// The id of the observation or derivation.
    pub id: &'static str,
    /// What it is.
    pub label: &'static str,
    /// What the inputs of a derivation are all about, where another one has the same label; empty otherwise.
    pub about: &'static str,
    /// What sort of statement; `None` where it is none of the articles'.
    pub kind: Option<Kind>,
    /// How the figure bounds the value.
    pub comparator: Comparator,
    /// The figure as a number, in its unit: as printed, or computed.
    pub nominal: Option<Rational>,
    /// The figure in the digits of its language. What has no number has here what stands in its place: a date its period, a claim
    /// `∅`, an erratum what it reads, a check its outcome.
    pub number: String,
    /// Its unit; empty where there is none.
    pub unit: String,
    /// Its status marks: † our reading, ‡ doubted, ∂ derived.
    pub marks: String,
    /// What it is about in time, as drawn.
    pub period: String,
    /// The printed figure and doubted words, in Chinese as printed; empty for a derivation.
    pub printed: &'static str,
    /// Where the paper prints another period than the one drawn, or one that cannot be right: what it prints.
    pub printed_period: Option<String>,
    /// Where the article says it; for a derivation where its inputs stand.
    pub place: String,
    /// The short names of the articles that say it.
    pub articles: Vec<&'static str>,
    /// Who says it.
    pub agent: String,
    /// The formula of a derivation with its inputs, as text.
    pub formula: Option<String>,
    /// Errata and remarks, a sentence each.
    pub remarks: Vec<String>,
    /// The observations that it is computed from, touches or compares.
    pub inputs: Vec<&'static str>,
    pub(super) language: Language,
}

impl Description {
    /// The figure with comparator and marks, without its unit (`>90∂`); a per cent sign is part of the figure (`>30%`).
    pub fn bare_figure(&self) -> String {
        self.unmarked_figure() + &self.marks
    }

    /// The figure with its comparator alone (`>90`), for a picture that sets unit and marks smaller beside it.
    pub fn unmarked_figure(&self) -> String {
        let percent = if self.unit == "%" { "%" } else { "" };
        [symbol(self.comparator), &self.number, percent].concat()
    }

    /// What such a picture sets beside it: `条∂`.
    pub fn marked_unit(&self) -> String {
        [self.unit_apart(), &self.marks].concat()
    }

    /// The figure with comparator, unit and marks: `>90条∂`, `>90 pipelines∂`.
    pub fn figure(&self) -> String {
        self.figure_with(&self.marks)
    }

    /// The figure with comparator, unit and other marks than its own.
    pub(super) fn figure_with(&self, marks: &str) -> String {
        let unit = self.unit_apart();
        let space = if unit.is_empty() || self.language == Language::Zh { "" } else { " " };
        [&self.unmarked_figure(), space, unit, marks].concat()
    }

    /// The unit where it is not part of the figure.
    pub fn unit_apart(&self) -> &str {
        if self.unit == "%" { "" } else { &self.unit }
    }

    /// The figure as one says it: `超过300条`, `more than 300 pipelines`.
    pub fn spoken(&self) -> String {
        if self.kind == Some(Kind::Claim) {
            return Phrase::NoFigure.get(self.language).to_owned();
        }
        if self.is_ours() {
            return said(&self.number, self.language);
        }
        let space = if self.unit_apart().is_empty() || self.language == Language::Zh { "" } else { " " };
        let before = spoken(self.comparator).map_or("", |phrase| phrase.get(self.language));
        [before, &self.number, space, &self.unit].concat()
    }

    /// What the paper prints of it, quoted and marked as doubted: 报载“13年间”‡.
    pub fn as_printed(&self) -> String {
        let others = self.marks.strip_suffix('‡').unwrap_or(&self.marks);
        let printed = if self.language == Language::Zh { self.printed.to_owned() } else { self.figure_with(others) };
        Sentence::PrintedFigure.with(&[&printed], self.language)
    }

    /// What it is, wherever it stands alone: 任职人数，较顶峰.
    pub fn name(&self) -> String {
        let comma = if self.about.is_empty() { "" } else { Sentence::Comma.get(self.language) };
        [self.about, comma, self.label].concat()
    }

    /// The label of a doubted statement without the brackets at its end, and what they hold: the printed words.
    pub fn label_and_wording(&self) -> (&'static str, Option<&'static str>) {
        let (open, close) = match self.language {
            Language::Zh => ('（', '）'),
            Language::En => ('(', ')'),
        };
        let cut = |label: &'static str| {
            let label = label.strip_suffix(close)?;
            let mut wording = label;
            while let Some((_, rest)) = cut(wording, open) {
                wording = rest;
            }
            let label = label.strip_suffix(wording)?.strip_suffix(open)?;
            Some((label.trim_ascii_end(), wording))
        };
        match cut(self.label) {
            Some((label, wording)) if has(&self.marks, '‡') => (label, Some(wording)),
            _ => (self.label, None),
        }
    }

    /// Whether it is a remark of ours: an erratum or a check.
    pub(super) fn is_ours(&self) -> bool {
        self.kind.is_none() && self.formula.is_none()
    }

    /// Whether it is computed from what the paper prints.
    pub fn is_derived(&self) -> bool {
        self.formula.is_some()
    }
}

/// The readings of an erratum without signs: “2026年”，读作2016年.
fn said(readings: &str, language: Language) -> String {
    let read_as = Sentence::ReadAs.get(language);
    let mut text = String::new();
    for character in readings.chars() {
        match character {
            '→' | '‡' => {
                text.truncate(text.trim_ascii_end().len());
                if !text.is_empty() {
                    text.push_str(Sentence::Comma.get(language));
                }
                text.push_str(if character == '→' { read_as } else { Phrase::Doubted.get(language) });
            }
            ' ' if text.ends_with(read_as) => {}
            character => text.push(character),
        }
    }
    text
}

/// Describes what a view shows.
pub fn describe(package: &Package, subject: Subject, basis: Basis, language: Language) -> Description {
    match subject {
        Subject::Observation(observation) => describe_observation(package, observation, basis, language),
        Subject::Derivation(derivation) => describe_derivation(package, derivation, language),
        Subject::Erratum(erratum) => doubt::describe_erratum(erratum, language),
        Subject::Check(check) => doubt::describe_check(check, language),
    }
}

/// Describes a printed statement.
pub fn describe_observation(package: &Package, observation: &Observation, basis: Basis, language: Language) -> Description {
    let reading = package.reading(observation, basis);
    let moved = package.reading(observation, Basis::Read).period != observation.period;
    let period = reading.period.map_or_else(|| Phrase::Undated.get(language).to_owned(), |when| period::period(when, language));
    let value = reading.value.map(|value| converted(value, observation.unit, language));
    let (number, unit) = match (value, observation.kind) {
        (Some(value), _) => in_words(value, observation.unit, language),
        (None, Kind::Claim) => ("∅".to_owned(), String::new()),
        (None, _) => (period.clone(), String::new()),
    };
    let (doubted, remarks) = errata(package, observation, basis, language);
    Description {
        id: observation.id,
        label: observation.label.get(language),
        about: "",
        kind: Some(observation.kind),
        comparator: observation.quantity.map_or(Comparator::Equal, |quantity| quantity.comparator),
        nominal: value.map(Decimal::ratio),
        number,
        unit,
        // Our reading stands instead of the print; the print is doubted and stands.
        marks: match (reading.erratum.is_some(), doubted) {
            (true, true) => "†‡",
            (true, false) => "†",
            (false, true) => "‡",
            (false, false) => "",
        }
        .to_owned(),
        period,
        printed: observation.printed,
        printed_period: observation
            .period
            .filter(|_| moved)
            .map(|when| Sentence::PrintedPeriod.with(&[&short(when, language)], language)),
        place: period::place(observation, language),
        articles: vec![observation.source.name.get(language)],
        agent: observation.agent.name.get(language).to_owned(),
        formula: None,
        remarks,
        inputs: Vec::new(),
        language,
    }
}

/// The bare year where there is no more to it: 报载2026, as it stands in a picture.
fn short(when: Period, language: Language) -> String {
    match when {
        Period::Single(date) if date.month().is_none() => count(date.year().into()),
        _ => period::period(when, language),
    }
}

/// The figure that a language writes: English has no 万, such amounts are converted to millions.
pub fn converted(value: Decimal, unit: Option<&Unit>, language: Language) -> Decimal {
    let ten_thousand = unit.is_some_and(|unit| rational::same(unit.factor.ratio(), Rational::from_integer(10_000)));
    let millions = || Decimal::new(value.mantissa(), value.scale().saturating_add(2));
    if language == Language::En && ten_thousand { millions().unwrap_or(value) } else { value }
}

/// A [`converted`] figure and its unit in the words of a language.
pub fn in_words(value: Decimal, unit: Option<&Unit>, language: Language) -> (String, String) {
    let Some(unit) = unit else {
        return (decimal(value, language), String::new());
    };
    if unit.base == "ordinal" {
        return (ordinal(value, language), String::new());
    }
    // An index, a year or a ratio is a bare number.
    if unit.base == "1" && rational::same(unit.factor.ratio(), Rational::from_integer(1)) {
        let grouped = if unit.id.starts_with("calendar") { Language::Zh } else { language };
        return (decimal(value, grouped), String::new());
    }
    (decimal(value, language), unit_name(unit, value.ratio(), language).to_owned())
}

/// The name of a unit behind a figure.
pub fn unit_name(unit: &Unit, value: Rational, language: Language) -> &'static str {
    match language {
        Language::Zh => unit.zh,
        Language::En if rational::same(value, Rational::from_integer(1)) => unit.en_one,
        Language::En => unit.en_other,
    }
}

/// The name of a kind of statement.
pub fn kind_name(kind: Kind, language: Language) -> &'static str {
    let phrase = match kind {
        Kind::Number => Phrase::KindNumber,
        Kind::Share => Phrase::KindShare,
        Kind::Date => Phrase::KindDate,
        Kind::Ordinal => Phrase::KindOrdinal,
        Kind::List => Phrase::KindList,
        Kind::Claim => Phrase::KindClaim,
        Kind::Identity => Phrase::KindIdentity,
    };
    phrase.get(language)
}

/// Whether the print of a statement is doubted and stands; its errata and its note, a sentence each.
fn errata(package: &Package, observation: &Observation, basis: Basis, language: Language) -> (bool, Vec<String>) {
    let (mut in_doubt, mut remarks) = (false, Vec::new());
    for erratum in package.errata_of(observation.id) {
        let (mut corrected, mut stands) = (false, false);
        for target in erratum.targets.iter().filter(|target| target.observation.is_some_and(|row| row.id == observation.id)) {
            corrected |= target.correction.is_some();
            stands |= matches!(target.field, Field::Value | Field::Period | Field::Wording | Field::Label | Field::Unit)
                && (target.correction.is_none() || basis == Basis::Printed);
        }
        in_doubt |= stands && erratum.severity != Severity::Language;
        let (reading, reason) = (erratum.reading.get(language), erratum.reason.get(language));
        let ours = if reading.is_empty() { String::new() } else { Sentence::OursIs.with(&[reading], language) };
        let mark = if corrected { "†" } else { "‡" };
        remarks.push([mark, " ", erratum.id, Sentence::Colon.get(language), &ours, reason].concat());
    }
    let own = observation.note.get(language);
    if !own.is_empty() {
        remarks.push(own.to_owned());
    }
    (in_doubt, remarks)
}

/// Describes a value that is computed. Where it cannot be, its figure is empty and the remark says so.
pub fn describe_derivation(package: &Package, derivation: &Derivation, language: Language) -> Description {
    let derived = derivation.value;
    let unit = Some(derivation.unit);
    let value = derived.and_then(|derived| derived.shown()).map(|value| converted(value, unit, language));
    let mut comparator = derived.map_or(Comparator::Equal, |derived| derived.comparator);
    let (mut number, unit) = value.map_or_else(Default::default, |value| in_words(value, unit, language));
    let mut remarks = vec![Phrase::Derived.get(language).to_owned()];
    match (rounding::of_derivation(derivation, language), value) {
        // Where no value is more likely than another, the figure is what they lie between.
        (Some(range), None) => (comparator, number) = (Comparator::Equal, range),
        (Some(range), Some(_)) => remarks.push(Sentence::RoundedWithin.with(&[&range], language)),
        (None, _) => {}
    }
    let own = derivation.note.get(language);
    if !own.is_empty() {
        remarks.push(own.to_owned());
    }
    let (place, agent) = attribution(derivation.inputs, language);
    Description {
        id: derivation.id,
        label: derivation.label.get(language),
        about: about(derivation, language),
        kind: None,
        comparator,
        nominal: value.map(Decimal::ratio),
        number,
        unit,
        marks: "∂".to_owned(),
        period: span(package, derivation, language),
        printed: "",
        printed_period: None,
        place,
        articles: articles(derivation.inputs, language),
        agent,
        formula: Some(formula::text(package, derivation, language)),
        remarks,
        inputs: ids(derivation.inputs),
        language,
    }
}

/// What all inputs are about, if they are of one series: the beginning of their labels. An index names its series itself.
fn about(derivation: &Derivation, language: Language) -> &'static str {
    let Some(first) = derivation.inputs.first().filter(|_| derivation.formula != Formula::Index) else { return "" };
    let series = |input: &Observation| input.series.map(|series| series.id);
    if series(first).is_none() || derivation.inputs.iter().any(|input| series(input) != series(first)) {
        return "";
    }
    let comma = if language == Language::Zh { '，' } else { ',' };
    let label = first.label.get(language);
    cut(label, comma).map_or(label, |(about, _)| about)
}

/// The ids of statements.
pub(super) fn ids(statements: &[&'static Observation]) -> Vec<&'static str> {
    let mut ids = Vec::new();
    for statement in statements {
        ids.push(statement.id);
    }
    ids
}

/// The short names of the articles of statements, each once.
pub(super) fn articles(statements: &[&Observation], language: Language) -> Vec<&'static str> {
    let mut names: Vec<&'static str> = Vec::new();
    for statement in statements {
        let name = statement.source.name.get(language);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// The time that the inputs of a derivation are about, from the first to the last.
fn span(package: &Package, derivation: &Derivation, language: Language) -> String {
    let mut periods = Vec::new();
    for input in derivation.inputs {
        let Some(when) = package.reading(input, Basis::Read).period else { continue };
        note(&mut periods, period::period(when, language));
    }
    if periods.is_empty() { Phrase::Undated.get(language).to_owned() } else { joined(&periods, " → ") }
}
