use super::number::count;
use super::{Description, Phrase, Sentence, has, period};
use crate::data::{Language, Observation, Role, Source, Subject, View};

/// The words around a picture: all that is said of a view beside its marks.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// The finding.
    pub title: &'static str,
    /// What, in which unit, as of when; and which options are not the default.
    pub subtitle: String,
    /// What was done to the data, a sentence each.
    pub notes: Vec<&'static str>,
    /// Newspaper, article, place, and who supplied the figures.
    pub source: String,
    /// The datums of the picture as rows.
    pub table: Table,
}

/// The data table of a picture: the same datums, in the same order.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Title of the table.
    pub caption: String,
    /// Heads of the columns.
    pub columns: Vec<&'static str>,
    /// Rows, one a datum.
    pub rows: Vec<Row>,
}

/// A row of the data table.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The id of the datum.
    pub datum: &'static str,
    /// A cell a column.
    pub cells: Vec<String>,
}

/// A tooltip: what is known of one datum.
#[derive(Clone, Debug, PartialEq)]
pub struct Tooltip {
    /// What it is.
    pub title: String,
    /// Its figure with comparator, unit and marks.
    pub figure: String,
    /// Name and text of everything else.
    pub lines: Vec<(&'static str, String)>,
}

/// Writes the words around a picture that shows these datums, in axis order. `chosen` are the labels of the options that are not the
/// default.
pub fn sheet(view: &View, datums: &[Description], chosen: &[&str], language: Language) -> Sheet {
    let mut subtitle = view.subtitle.get(language).to_owned();
    for label in chosen {
        subtitle.push_str(" · ");
        subtitle.push_str(label);
    }
    let mut rows = Vec::new();
    for words in datums {
        rows.push(Row { datum: words.id, cells: cells(words, view.source.is_none(), language) });
    }
    let mut notes = Vec::new();
    for note in view.notes {
        notes.push(note.text.get(language));
    }
    let mut columns = Vec::new();
    for phrase in [Phrase::Item, Phrase::Drawn, Phrase::When, Phrase::Printed, Phrase::Where, Phrase::Who, Phrase::Remarks] {
        columns.push(phrase.get(language));
    }
    Sheet {
        title: view.title.get(language),
        subtitle,
        notes,
        source: source(view, language),
        table: Table { caption: view.takeaway.get(language).to_owned(), columns, rows },
    }
}

/// The cells of a row. Where a picture draws on several articles, the place says which.
fn cells(words: &Description, several: bool, language: Language) -> Vec<String> {
    // A remark of ours is nothing that could have been printed.
    let printed = if words.printed.is_empty() && !words.is_ours() { Phrase::NotPrinted.get(language) } else { words.printed };
    let mut remarks = words.remarks.clone();
    if let Some(formula) = &words.formula {
        remarks.insert(0, [Phrase::Formula.get(language), Sentence::Colon.get(language), formula].concat());
    }
    vec![
        words.name(),
        words.figure(),
        words.period.clone(),
        printed.to_owned(),
        if several { whence(words, language) } else { words.place.clone() },
        words.agent.clone(),
        sentences(&remarks, language),
    ]
}

/// Article and place: 徐汇 第2节第2段.
fn whence(words: &Description, language: Language) -> String {
    if words.place.is_empty() {
        return String::new();
    }
    let articles = joined(&words.articles, Sentence::ListComma.get(language));
    Sentence::Whence.with(&[&articles, &words.place], language)
}

/// Remarks in a row, each a sentence: with a capital letter where the script has them, and ended by a full stop.
pub fn sentences(remarks: &[String], language: Language) -> String {
    let mut text = String::new();
    for remark in remarks {
        if language == Language::En && !text.is_empty() {
            text.push(' ');
        }
        let mut letters = remark.chars();
        if let Some(first) = letters.next() {
            text.push(if language == Language::En { first.to_ascii_uppercase() } else { first });
        }
        text.push_str(letters.as_str());
        if !remark.chars().next_back().is_some_and(|last| has("。.？！?!", last)) {
            text.push_str(Sentence::FullStop.get(language));
        }
    }
    text
}

/// Writes what is known of one datum; the figure is spoken out, so that no comparator is overlooked.
pub fn tooltip(words: &Description, language: Language) -> Tooltip {
    let mut lines = Vec::new();
    // An erratum has no period, a check may have no more than its inputs.
    let mut line = |name: Phrase, text: String| {
        if !text.is_empty() {
            lines.push((name.get(language), text));
        }
    };
    line(Phrase::When, words.period.clone());
    line(
        Phrase::Printed,
        match &words.printed_period {
            Some(period) if !words.printed.is_empty() => Sentence::Bracketed.with(&[words.printed, period], language),
            _ => words.printed.to_owned(),
        },
    );
    if let Some(formula) = &words.formula {
        line(Phrase::Formula, [formula, " ⇒ ", &words.figure()].concat());
    }
    line(Phrase::Where, whence(words, language));
    line(Phrase::Who, words.agent.clone());
    line(Phrase::Remarks, sentences(&words.remarks, language));
    Tooltip { title: words.name(), figure: words.figure(), lines }
}

/// One datum as a screen reader says it: nothing that bounds or doubts the figure is left out.
pub fn speech(words: &Description, position: usize, all: usize, language: Language) -> String {
    let mut parts = vec![words.name()];
    let mut add = |part: String| {
        // A date is its own figure.
        if !part.is_empty() && parts.last() != Some(&part) {
            parts.push(part);
        }
    };
    add(words.spoken());
    add(words.period.clone());
    if let Some(printed) = words.printed_period.as_ref().filter(|_| has(&words.marks, '†')) {
        add(Sentence::WeReadPeriod.with(&[printed], language));
    }
    if has(&words.marks, '‡') {
        add(Sentence::DoubtedWords.with(&[words.printed], language));
    }
    if let Some(formula) = &words.formula {
        add(Sentence::DerivedBy.with(&[formula], language));
    }
    // Why an erratum is one, and what a check has compared.
    if let Some(remark) = words.remarks.first().filter(|_| words.is_ours()) {
        add(remark.clone());
    }
    add(Sentence::PlaceOf.with(&[&count(position as u32), &count(all as u32)], language));
    joined(&parts, Sentence::Comma.get(language))
}

/// Where the figures of a view were printed, and by whom they were supplied.
fn source(view: &View, language: Language) -> String {
    let mut text = Phrase::Source.get(language).to_owned();
    let marks = view.rows.iter().filter(|row| row.role == Role::Mark).map(|row| row.subject);
    let mut printed: Vec<&'static Observation> = Vec::new();
    for subject in marks {
        match subject {
            Subject::Observation(observation) => printed.push(observation),
            Subject::Derivation(derivation) => printed.extend(derivation.inputs),
            Subject::Erratum(_) | Subject::Check(_) => {}
        }
    }
    let mut sources: Vec<&Source> = Vec::new();
    if let Some(source) = view.source {
        sources.push(source);
    } else {
        for observation in &printed {
            if sources.iter().all(|source| source.id != observation.source.id) {
                sources.push(observation.source);
            }
        }
    }
    text.push_str(&articles(&sources, language));
    // Where the many figures of a view across articles stand, and who says them, is in the table.
    if sources.len() > 1 {
        return text;
    }
    let (places, agents) = attribution(&printed, language);
    text.push_str(&Sentence::SaidAtBy.with(&[&places, &agents], language));
    text
}

/// Articles with their newspaper, which is named once, and the day on which they appeared, as far as that is known.
fn articles(sources: &[&Source], language: Language) -> String {
    let mut text = String::new();
    let mut last = "";
    for source in sources {
        let (publisher, headline) = (source.publisher.get(language), source.headline.get(language));
        let inferred = if source.publisher_inferred { Phrase::Inferred.get(language) } else { "" };
        if !last.is_empty() {
            text.push_str(Sentence::Semicolon.get(language));
        }
        text.push_str(&if publisher == last {
            Sentence::AnotherArticle.with(&[headline, inferred], language)
        } else {
            Sentence::NewspaperArticle.with(&[publisher, inferred, headline], language)
        });
        last = publisher;
    }
    if let Some(earliest) = sources.iter().find_map(|source| source.earliest_date) {
        for part in [Sentence::Comma.get(language), Phrase::NotBefore.get(language), &period::date(earliest, language)] {
            text.push_str(part);
        }
    }
    text
}

/// Where statements stand and who says them, each place and each voice once.
pub(super) fn attribution(statements: &[&'static Observation], language: Language) -> (String, String) {
    let (mut places, mut agents) = (Vec::new(), Vec::new());
    for statement in statements {
        note(&mut places, period::place(statement, language));
        note(&mut agents, statement.agent.name.get(language).to_owned());
    }
    (listed(&places, language), listed(&agents, language))
}

/// Keeps a text in a list where it is not there yet.
pub(super) fn note(list: &mut Vec<String>, text: String) {
    if !list.contains(&text) {
        list.push(text);
    }
}

/// A list in a row.
pub fn listed(list: &[String], language: Language) -> String {
    joined(list, Sentence::Semicolon.get(language))
}

/// Texts in a row.
pub(super) fn joined<T: AsRef<str>>(texts: &[T], between: &str) -> String {
    let mut row = String::new();
    for text in texts {
        if !row.is_empty() {
            row.push_str(between);
        }
        row.push_str(text.as_ref());
    }
    row
}
