use super::{Bound, Record};
use crate::data::{Basis, Comparator, Decimal, Erratum, Language, Observation, Package, Paragraph, Period, Subject, Unit};
use crate::words::{self, Phrase, Take, date, decimal, place, version};

/// Where a datum comes from, in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Provenance {
    /// What it is.
    pub label: String,
    /// Its figure with comparator, unit and marks.
    pub figure: String,
    /// Names and texts, a text a line.
    pub facts: Vec<(Take, Vec<String>)>,
    /// The formula of a derivation, piece by piece, each input with its id.
    pub formula: Vec<(String, Option<&'static str>)>,
    /// The errata that touch it or what it is computed from.
    pub doubts: Vec<Doubt>,
}

/// An erratum in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Doubt {
    /// Its key.
    pub id: &'static str,
    /// The printed words and our reading of them, or what sort of doubt it is.
    pub said: String,
    /// Why, how sure we are, and whether the paper agrees.
    pub why: String,
}

/// Where what a record holds comes from.
pub fn provenance(package: &Package, subject: Subject, record: &Record, language: Language) -> Provenance {
    let statements = subject.statements();
    let facts = [
        (Take::AsPrinted, printed(record, language)),
        (Take::AsRead, drawn(package, subject, record, language)),
        (Take::Place, each(&statements, |statement| whence(package, statement, language))),
        (Take::Speaker, each(&statements, |statement| speaker(statement, language))),
        (Take::Precision, precision(subject, record, language).into_iter().collect()),
        (Take::Possible, interval(record, language).into_iter().collect()),
        (Take::Data, vec![data(package, record, language)]),
    ];
    let formula = subject.derivation().map_or_else(Vec::new, |derivation| words::formula(package, derivation, language));
    let errata = record.errata.iter().filter(|id| **id != record.id).filter_map(|id| package.erratum(id));
    Provenance {
        label: record.label.clone(),
        figure: record.figure.clone(),
        facts: facts.into_iter().filter(|(_, lines)| !lines.is_empty()).collect(),
        formula,
        doubts: errata.map(|erratum| doubt(package, erratum, language)).collect(),
    }
}

/// Each text once, empty ones never.
fn each<T>(rows: &[T], text: impl Fn(&T) -> String) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for line in rows.iter().map(text) {
        if !line.is_empty() && !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines
}

/// The printed figure, and the printed period where it is another one than the words of the figure say.
fn printed(record: &Record, language: Language) -> Vec<String> {
    let quoted = match (record.printed, record.formula.is_some()) {
        ("", true) => Take::NowhereInPrint.get(language).to_owned(),
        ("", false) => Phrase::NotPrinted.get(language).to_owned(),
        (words, _) => format!("“{words}”"),
    };
    vec![quoted]
}

/// The figure and the period that are drawn; where our reading stands instead of the print, that it is ours.
fn drawn(package: &Package, subject: Subject, record: &Record, language: Language) -> Vec<String> {
    let Some(observation) = subject.observation() else { return Vec::new() };
    let ours = record.marks.contains('†');
    let basis = if ours { Basis::Read } else { Basis::Printed };
    let when = package.reading(observation, basis).period.map(|period| words::period(period, language));
    let comma = if language == Language::Zh { "，" } else { ", " };
    // A date is its own figure.
    let when = when.filter(|when| *when != record.figure);
    let figure = [Some(record.figure.clone()), when].into_iter().flatten().collect::<Vec<_>>().join(comma);
    let reading = ours.then(|| Phrase::OurReading.get(language).to_owned());
    [figure].into_iter().chain(reading).collect()
}

/// 〈标题〉第2节“小标题”第2段.
fn whence(package: &Package, statement: &Observation, language: Language) -> String {
    let source = statement.source;
    let headline = source.headline.get(language);
    let heading = package.section(source.id, statement.section).map_or("", |section| section.heading.get(language));
    let heading = if statement.section == 0 { "" } else { heading };
    let spot = place(statement, language);
    match (language, heading, statement.paragraph) {
        (Language::Zh, "", _) => format!("〈{headline}〉{spot}"),
        (Language::En, "", _) => format!("“{headline}”, {spot}"),
        (Language::Zh, _, Some(Paragraph::Number(number))) => {
            format!("〈{headline}〉第{}节〈{heading}〉第{number}段", statement.section)
        }
        (Language::Zh, ..) => format!("〈{headline}〉〈{heading}〉，{spot}"),
        (Language::En, _, Some(Paragraph::Number(number))) => {
            format!("“{headline}”, section {} “{heading}”, paragraph {number}", statement.section)
        }
        (Language::En, ..) => format!("“{headline}”, “{heading}”, {spot}"),
    }
}

/// Who says it, and how close to the subject they are.
fn speaker(statement: &Observation, language: Language) -> String {
    let (name, note) = (statement.agent.name.get(language), statement.agent.note.get(language));
    match (language, note) {
        (_, "") => name.to_owned(),
        (Language::Zh, note) => format!("{name}（{note}）"),
        (Language::En, note) => format!("{name} ({note})"),
    }
}

/// How exact the figure is; `None` for what is no figure of an article.
fn precision(subject: Subject, record: &Record, language: Language) -> Option<String> {
    let (observation, derivation) = (subject.observation(), subject.derivation());
    let say = |phrase: Take| phrase.get(language).to_owned();
    if let Some(observation) = observation.filter(|row| row.quantity.is_none()) {
        let period = observation.period.filter(|_| observation.kind != crate::data::Kind::Claim);
        return Some(say(period.map_or(Take::NoNumber, dated)));
    }
    observation.map(|_| ()).or(derivation.map(|_| ()))?;
    let step = observation.and_then(|row| row.quantity).and_then(|quantity| Some((quantity.resolution?, quantity.unit)));
    Some(match record.comparator.and_then(Comparator::parse)? {
        Comparator::Equal if derivation.is_some() => say(Take::ExactComputed),
        Comparator::Equal => step.map_or_else(|| say(Take::Exact), |(step, unit)| rounded(step, unit, language)),
        Comparator::Greater => say(Take::LowerOpen),
        Comparator::GreaterOrEqual => say(Take::LowerClosed),
        Comparator::Less => say(Take::UpperOpen),
        Comparator::LessOrEqual => say(Take::UpperClosed),
        Comparator::About if derivation.is_some() => say(Take::Between),
        Comparator::About => say(Take::Roughly),
        Comparator::CloseBelow => say(Take::NearlyThere),
        Comparator::CloseAbove => say(Take::JustOver),
    })
}

/// How exact a date is.
fn dated(period: Period) -> Take {
    match period {
        Period::Single(date) if date.day().is_some() => Take::ToTheDay,
        Period::Single(date) if date.month().is_some() => Take::ToTheMonth,
        Period::Single(_) => Take::ToTheYear,
        Period::Range { .. } | Period::Recurring { .. } => Take::AsAPeriod,
    }
}

/// 四舍五入，末位为1%; rounded to 1%.
fn rounded(step: Decimal, unit: &'static Unit, language: Language) -> String {
    let (number, unit) = words::in_words(words::converted(step, Some(unit), language), Some(unit), language);
    let space = if language == Language::En && !unit.is_empty() && unit != "%" { " " } else { "" };
    format!("{}{number}{space}{unit}", Take::RoundedTo.get(language))
}

/// The values that a figure leaves possible, as an interval with its unit: `(300, ∞) 条`, `[43.5%, 44.5%]`. `None` where neither end is
/// known.
pub fn interval(record: &Record, language: Language) -> Option<String> {
    let (lower, upper) = (record.lower, record.upper);
    if lower.is_none() && upper.is_none() {
        return None;
    }
    let percent = if record.unit == "%" { "%" } else { "" };
    let number = |end: Bound| format!("{}{percent}", decimal(end.value, language));
    let unit = if percent.is_empty() { record.unit.as_str() } else { "" };
    let space = if unit.is_empty() { "" } else { " " };
    if let (Some(low), Some(high)) = (lower, upper)
        && low.value == high.value
    {
        let space = if language == Language::Zh { "" } else { space };
        return Some(format!("{}{}{space}{unit}", Take::Exactly.get(language), number(low)));
    }
    let (open, from) = lower.map_or(("(", "−∞".to_owned()), |end| (if end.open { "(" } else { "[" }, number(end)));
    let (to, close) = upper.map_or(("∞".to_owned(), ")"), |end| (number(end), if end.open { ")" } else { "]" }));
    Some(format!("{open}{from}, {to}{close}{space}{unit}"))
}

/// Package, version, day and key: what has to be named to find the figure again.
fn data(package: &Package, record: &Record, language: Language) -> String {
    let created = crate::data::Date::parse(package.about().created.split('T').next().unwrap_or_default());
    let parts = [
        Some(package.name.to_owned()),
        Some(version(package.about().version, language)),
        created.map(|on| date(on, language)),
        Some(record.id.to_owned()),
        Some(package.about().license.to_owned()),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn doubt(package: &Package, erratum: &'static Erratum, language: Language) -> Doubt {
    let words = words::describe(package, Subject::Erratum(erratum), Basis::Read, language);
    // Of what is not about certain words, the kind.
    let said = if erratum.printed.is_empty() { words.label.to_owned() } else { words.bare_figure() };
    Doubt { id: erratum.id, said, why: words::sentences(&words.remarks, language) }
}
