use super::describe::Description;
use super::number::number;
use super::sheet::{listed, note};
use super::{Phrase, period};
use crate::data::{
    Check, Comparator, Confidence, Erratum, ErratumState, Evidence, Finding, Interval, Language, Outcome, Package, Period,
    Rational, Severity,
};

/// Describes a misprint or doubt: what is printed and how we read it, as the figure; why, how sure and who says so, as remarks.
pub(super) fn describe_erratum(erratum: &Erratum, language: Language) -> Description {
    let mut places = Vec::new();
    let mut agents = Vec::new();
    let mut inputs = Vec::new();
    for observation in erratum.targets.iter().filter_map(|target| target.observation) {
        note(&mut places, period::place(observation, language));
        note(&mut agents, observation.agent.name.get(language).to_owned());
        inputs.push(observation.id);
    }
    let severity = match erratum.severity {
        Severity::Drawing => Phrase::ChangesDrawing,
        Severity::Label => Phrase::ChangesLabel,
        Severity::Language => Phrase::ChangesNothing,
    };
    let confidence = confidence(erratum.confidence);
    let state = match erratum.state {
        ErratumState::OurReading => Phrase::OurReading,
        ErratumState::Confirmed => Phrase::ConfirmedByPaper,
    };
    let remarks = [erratum.reason.get(language), severity.get(language), confidence.get(language), state.get(language)];
    Description {
        id: erratum.id,
        label: kind(erratum.kind).map_or(erratum.kind, |phrase| phrase.get(language)),
        number: reading(erratum, language),
        printed: erratum.printed,
        place: listed(&places, language),
        agent: listed(&agents, language),
        remarks: remarks.map(str::to_owned).to_vec(),
        inputs,
        ..nothing(language)
    }
}

/// “2026年” → 2016: the printed words and our reading of them; the printed words alone where we know no better ones.
fn reading(erratum: &Erratum, language: Language) -> String {
    let (printed, reading) = (erratum.printed, erratum.reading.get(language));
    match (printed.is_empty(), reading.is_empty()) {
        (true, _) => "‡".to_owned(),
        (false, true) => format!("“{printed}”‡"),
        (false, false) if language == Language::Zh => format!("“{printed}”→{reading}"),
        (false, false) => format!("“{printed}” → {reading}"),
    }
}

/// How sure a reading is, in words.
pub const fn confidence(confidence: Confidence) -> Phrase {
    match confidence {
        Confidence::Certain => Phrase::Certain,
        Confidence::VeryLikely => Phrase::VeryLikely,
        Confidence::Likely => Phrase::Likely,
    }
}

/// The reasons that a text gives, one by one.
pub fn clauses(text: &str, language: Language) -> impl Iterator<Item = &str> {
    text.split(match language {
        Language::Zh => "，",
        Language::En => "; ",
    })
}

/// How we read the words of an erratum, and why, as a sentence.
pub fn doubt(erratum: &Erratum, language: Language) -> String {
    let (reading, reason) = (erratum.reading.get(language), erratum.reason.get(language));
    match (language, reading.is_empty()) {
        (Language::Zh, false) => format!("本站读作“{reading}”：{reason}。"),
        (Language::Zh, true) => format!("{reason}。"),
        (Language::En, false) => format!("Our reading: {reading}; {reason}."),
        (Language::En, true) => format!("{reason}."),
    }
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
pub(super) fn describe_check(package: &Package, check: &'static Check, language: Language) -> Description {
    let finding = check.answer(package);
    let outcome = match finding.outcome {
        Outcome::Pass => Phrase::Agrees,
        Outcome::Fail => Phrase::Disagrees,
        Outcome::Undecided => Phrase::Undecided,
    };
    let mut places = Vec::new();
    let mut agents = Vec::new();
    for observation in check.inputs {
        note(&mut places, period::place(observation, language));
        note(&mut agents, observation.agent.name.get(language).to_owned());
    }
    let mut remarks: Vec<String> = evidence(&finding, language).into_iter().collect();
    if let Some(erratum) = finding.erratum {
        remarks.push(format!("{}: {}", erratum.id, erratum.reason.get(language)).replace(": ", colon(language)));
    }
    Description {
        id: check.id,
        label: check.label.get(language),
        number: outcome.get(language).to_owned(),
        place: listed(&places, language),
        agent: listed(&agents, language),
        remarks,
        inputs: check.inputs.iter().map(|input| input.id).collect(),
        ..nothing(language)
    }
}

const fn colon(language: Language) -> &'static str {
    match language {
        Language::Zh => "：",
        Language::En => ": ",
    }
}

/// What a check compared, in words: what is printed, and what follows from the other figures.
fn evidence(finding: &Finding, language: Language) -> Option<String> {
    let (expected, observed) = match &finding.evidence {
        Evidence::Intervals { expected, observed } => (range(*expected, language), range(*observed, language)),
        Evidence::Count { expected, observed } => (range(*expected, language), observed.to_string()),
        Evidence::Periods(periods) => return Some(in_order(periods, language)),
        Evidence::None => return None,
    };
    Some(match language {
        Language::Zh => format!("报载{expected}，核得{observed}"),
        Language::En => format!("printed {expected}, found {observed}"),
    })
}

/// 52.5%–53.5% is written as the numbers that the audit compares, with up to three decimals and none that are zero.
fn range(interval: Interval, language: Language) -> String {
    let short = |value: Rational| {
        let text = number(value, 3, language);
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    };
    match (interval.lower(), interval.upper()) {
        (Some(lower), Some(upper)) if lower.value == upper.value => short(lower.value),
        (Some(lower), Some(upper)) => format!("{}–{}", short(lower.value), short(upper.value)),
        (Some(lower), None) => format!("{}{}", if lower.open { ">" } else { "≥" }, short(lower.value)),
        (None, Some(upper)) => format!("{}{}", if upper.open { "<" } else { "≤" }, short(upper.value)),
        (None, None) => "?".to_owned(),
    }
}

fn in_order(periods: &[Period], language: Language) -> String {
    let written: Vec<String> = periods.iter().map(|when| period::period(*when, language)).collect();
    written.join(" → ")
}

/// A description that says nothing yet.
const fn nothing(language: Language) -> Description {
    Description {
        id: "",
        label: "",
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
                assert!(words.remarks.iter().any(|remark| remark == Phrase::OurReading.get(language)), "{words:?}");
            }
        }
    }

    #[test]
    fn a_check_tells_its_outcome_and_what_it_compared() {
        let check = |id: &str| describe_check(package(), package().check(id).unwrap(), Language::En);
        let share = check("C-01");
        assert_eq!(share.number, Phrase::Agrees.get(Language::En));
        assert_eq!(share.remarks, ["printed 0.525–0.535, found 0.532"]);
        let years = check("K-02");
        assert_eq!(years.number, Phrase::Disagrees.get(Language::En));
        assert_eq!(years.remarks[0], "2023 → 2026 → 2024");
        assert!(years.remarks[1].starts_with("E-02: "));
    }

    #[test]
    fn what_is_read_otherwise_shows_both_readings() {
        let erratum = package().erratum("E-02").unwrap();
        assert_eq!(reading(erratum, Language::Zh), "“2026年”→2016年");
        assert_eq!(reading(package().erratum("E-31").unwrap(), Language::En), "‡");
    }
}
