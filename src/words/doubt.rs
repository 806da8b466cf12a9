use super::describe::{Description, articles, ids};
use super::number::number;
use super::sheet::{attribution, joined, listed, note};
use super::{Phrase, Sentence, cut, period};
use crate::data::{
    Check, CheckKind, Comparator, Confidence, Erratum, ErratumState, Evidence, Interval, Language, Outcome, Period, Rational,
    Severity,
};

/// Describes a misprint or doubt: what is printed and how we read it, as the figure; why, how sure and who says so, as remarks.
pub(super) fn describe_erratum(erratum: &Erratum, language: Language) -> Description {
    let mut places = Vec::new();
    let mut agents = Vec::new();
    let mut inputs = Vec::new();
    let mut articles = Vec::new();
    for target in erratum.targets {
        let source = target.source.or(target.observation.map(|row| row.source));
        if let Some(name) = source.map(|source| source.name.get(language)).filter(|name| !articles.contains(name)) {
            articles.push(name);
        }
        if let Some(section) = target.section {
            note(&mut places, period::spot(section, target.paragraph, language));
        }
        if let Some(observation) = target.observation {
            note(&mut agents, observation.agent.name.get(language).to_owned());
            inputs.push(observation.id);
        }
    }
    let state = match erratum.state {
        ErratumState::OurReading if erratum.reading.is_empty() => Phrase::OurDoubt,
        ErratumState::OurReading => Phrase::OurReading,
        ErratumState::Confirmed => Phrase::ConfirmedByPaper,
    };
    let severity = match erratum.severity {
        Severity::Drawing => Phrase::ChangesDrawing,
        Severity::Label => Phrase::ChangesLabel,
        Severity::Language => Phrase::ChangesNothing,
    };
    let confidence = confidence(erratum.confidence);
    let mut remarks = Vec::new();
    for remark in [erratum.reason.get(language), severity.get(language), confidence.get(language), state.get(language)] {
        remarks.push(remark.to_owned());
    }
    Description {
        id: erratum.id,
        label: kind(erratum.kind).map_or(erratum.kind, |phrase| phrase.get(language)),
        number: reading(erratum, language),
        printed: erratum.printed,
        place: listed(&places, language),
        articles,
        agent: listed(&agents, language),
        remarks,
        inputs,
        ..nothing(language)
    }
}

/// How sure we are, in words.
pub const fn confidence(confidence: Confidence) -> Phrase {
    match confidence {
        Confidence::Certain => Phrase::Certain,
        Confidence::VeryLikely => Phrase::VeryLikely,
        Confidence::Likely => Phrase::Likely,
    }
}

/// “2026年” → 2016: the printed words and our reading of them; the printed words alone where we know no better ones.
fn reading(erratum: &Erratum, language: Language) -> String {
    let (printed, reading) = (erratum.printed, erratum.reading.get(language));
    match (printed.is_empty(), reading.is_empty()) {
        (true, _) => "‡".to_owned(),
        (false, true) => ["“", printed, "”‡"].concat(),
        (false, false) => Sentence::PrintedRead.with(&[printed, reading], language),
    }
}

/// The reasons that a text gives, one by one.
pub fn clauses(text: &str, language: Language) -> impl Iterator<Item = &str> {
    let between = match language {
        Language::Zh => '，',
        Language::En => ';',
    };
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let (clause, behind) = cut(text, between).map_or((text, None), |(clause, behind)| (clause, Some(behind)));
        rest = behind;
        Some(clause.trim_ascii_start())
    })
}

/// How we read the words of an erratum, and why, as a sentence.
pub fn doubt(erratum: &Erratum, language: Language) -> String {
    let (reading, reason) = (erratum.reading.get(language), erratum.reason.get(language));
    let ours = if reading.is_empty() { String::new() } else { Sentence::WeRead.with(&[reading], language) };
    [&ours, reason, Sentence::FullStop.get(language)].concat()
}

/// The kinds of erratum that a package may name, in words.
fn kind(kind: &str) -> Option<Phrase> {
    Some(match kind {
        "misprint" => Phrase::Misprint,
        "count" => Phrase::Miscount,
        "wording" => Phrase::Wording,
        "contradiction" => Phrase::Contradiction,
        "definition" => Phrase::NoDefinition,
        "language" => Phrase::Slip,
        "scope" => Phrase::NoScope,
        "dated" => Phrase::Dated,
        "bound" => Phrase::BoundOnly,
        "unit" => Phrase::UnitDoubt,
        "independence" => Phrase::Independence,
        _ => return None,
    })
}

/// Describes a question of the self-audit with its answer.
pub(super) fn describe_check(check: &Check, language: Language) -> Description {
    let outcome = match check.outcome() {
        Outcome::Pass => Phrase::Agrees,
        Outcome::Fail => Phrase::Disagrees,
        Outcome::Undecided => Phrase::Undecided,
    };
    let (place, agent) = attribution(check.inputs, language);
    let mut remarks = Vec::new();
    if let Some(compared) = evidence(check, language) {
        remarks.push(compared);
    }
    if let Some(erratum) = check.explanation() {
        remarks.push([erratum.id, Sentence::Colon.get(language), erratum.reason.get(language)].concat());
    }
    Description {
        id: check.id,
        label: check.label.get(language),
        number: outcome.get(language).to_owned(),
        place,
        articles: articles(check.inputs, language),
        agent,
        remarks,
        inputs: ids(check.inputs),
        ..nothing(language)
    }
}

/// What a check compared, in words: what is printed, and what the other figures say to it.
fn evidence(check: &Check, language: Language) -> Option<String> {
    let kind = check.kind;
    let shares = matches!(kind, CheckKind::Share | CheckKind::Whole);
    let (expected, observed) = match &check.finding?.evidence {
        Evidence::Intervals { expected, observed } => (range(*expected, shares, language), range(*observed, shares, language)),
        Evidence::Periods(periods) => return Some(in_order(periods, language)),
        Evidence::None => return None,
    };
    let phrase = match kind {
        CheckKind::Share | CheckKind::Span => Sentence::PrintedComputed,
        // What is possible is no more than that a share lies between nothing and all.
        CheckKind::Whole => return Some(Sentence::ShareOf.with(&[&observed], language)),
        CheckKind::Peak => Sentence::PeakOthers,
        CheckKind::SameItems => Sentence::HereAndThere,
        _ => Sentence::PrintedNamed,
    };
    Some(phrase.with(&[&expected, &observed], language))
}

/// 52.5%–53.5%, 11–12: the values that the audit compares, shares of 1 in percent, with up to one decimal and none that is zero.
fn range(interval: Interval, share: bool, language: Language) -> String {
    let short = |value: Rational| {
        let value = if share { value * Rational::from_integer(100) } else { value };
        let text = number(value, 1, language);
        [text.strip_suffix(".0").unwrap_or(&text), if share { "%" } else { "" }].concat()
    };
    if let Some(point) = interval.as_point() {
        return short(point);
    }
    let (before, end) = match (interval.lower(), interval.upper()) {
        (Some(lower), Some(upper)) => return [&short(lower.value), "–", &short(upper.value)].concat(),
        (Some(lower), None) => (if lower.open { ">" } else { "≥" }, lower),
        (None, Some(upper)) => (if upper.open { "<" } else { "≤" }, upper),
        (None, None) => return "?".to_owned(),
    };
    [before, &short(end.value)].concat()
}

fn in_order(periods: &[Period], language: Language) -> String {
    let mut written = Vec::new();
    for when in periods {
        written.push(period::period(*when, language));
    }
    joined(&written, " → ")
}

/// A description that says nothing yet.
const fn nothing(language: Language) -> Description {
    Description {
        id: "",
        label: "",
        about: "",
        kind: None,
        comparator: Comparator::Equal,
        nominal: None,
        number: String::new(),
        unit: String::new(),
        marks: String::new(),
        period: String::new(),
        printed: "",
        printed_period: None,
        place: String::new(),
        articles: Vec::new(),
        agent: String::new(),
        formula: None,
        remarks: Vec::new(),
        inputs: Vec::new(),
        language,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::package;

    #[test]
    fn every_erratum_of_the_package_has_a_kind_in_words_and_a_figure() {
        for erratum in package().errata {
            assert!(kind(erratum.kind).is_some(), "{}: {}", erratum.id, erratum.kind);
            for language in Language::ALL {
                let words = describe_erratum(erratum, language);
                assert!(!words.number.is_empty() && words.number.contains(erratum.printed), "{words:?}");
                let ours = if erratum.reading.is_empty() { Phrase::OurDoubt } else { Phrase::OurReading };
                assert!(words.remarks.iter().any(|remark| remark == ours.get(language)), "{words:?}");
            }
        }
    }

    #[test]
    fn a_check_tells_its_outcome_and_what_it_compared() {
        let check = |id: &str| describe_check(package().check(id).unwrap(), Language::En);
        let share = check("C-01");
        assert_eq!(share.number, Phrase::Agrees.get(Language::En));
        assert_eq!(share.remarks, ["printed 52.5%–53.5%, computed 53.2%"]);
        assert_eq!(check("C-04").remarks, ["printed 6, named 6"]);
        assert_eq!(check("K-03").remarks[0], "printed 13, computed 11–12");
        assert_eq!(check("K-04").remarks, ["a share of 43.5%–44.5%, not above 100%"]);
        assert_eq!(check("K-05").remarks, ["peak 1,423, others 694–872"]);
        assert_eq!(check("K-07").remarks, ["5 in one place, 5 in the other"]);
        let years = check("K-02");
        assert_eq!(years.number, Phrase::Disagrees.get(Language::En));
        assert_eq!(years.remarks[0], "2023 → 2026 → 2024");
        assert!(years.remarks[1].starts_with("E-02: "));
    }

    #[test]
    fn an_erratum_without_an_observation_has_its_place_all_the_same() {
        for erratum in package().errata {
            assert!(!describe_erratum(erratum, Language::Zh).place.is_empty(), "{}", erratum.id);
        }
        assert_eq!(describe_erratum(package().erratum("E-22").unwrap(), Language::En).place, "section 1, paragraph 3");
    }

    #[test]
    fn what_is_read_otherwise_shows_both_readings() {
        let erratum = package().erratum("E-02").unwrap();
        assert_eq!(reading(erratum, Language::Zh), "“2026年”→2016年");
        assert_eq!(reading(package().erratum("E-31").unwrap(), Language::En), "‡");
    }
}
