use super::Sentence;
use super::number::count;
use crate::data::{Date, Language, Observation, Paragraph, Period};

const MONTHS: [&str; 12] = ["Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"];

/// Writes a period in the precision that it was printed in.
pub fn period(period: Period, language: Language) -> String {
    match period {
        Period::Single(on) => date(on, language),
        Period::Range { start: Some(start), end } => [&date(start, language), "–", &date(end, language)].concat(),
        Period::Range { start: None, end } => Sentence::UpTo.with(&[&date(end, language)], language),
        Period::Recurring { month: every } => Sentence::Every.with(&[&month(every, language)], language),
    }
}

/// Writes a date: 2025年7月7日, 7 July 2025.
pub fn date(on: Date, language: Language) -> String {
    let year = count(on.year().into());
    let day = on.day().map(|day| count(day.into()));
    let named = on.month().map(|named| month(named, language));
    match (language, named, day) {
        (Language::Zh, None, _) => year + "年",
        (Language::Zh, Some(month), None) => [&year, "年", &month].concat(),
        (Language::Zh, Some(month), Some(day)) => [&year, "年", &month, &day, "日"].concat(),
        (Language::En, None, _) => year,
        (Language::En, Some(month), None) => [&month, " ", &year].concat(),
        (Language::En, Some(month), Some(day)) => [&day, " ", &month, " ", &year].concat(),
    }
}

/// Writes a month of a year that is named elsewhere: 7月, July.
pub fn month(month: u8, language: Language) -> String {
    match language {
        Language::Zh => count(month.into()) + "月",
        Language::En => month_name(month).to_owned(),
    }
}

fn month_name(month: u8) -> &'static str {
    MONTHS.get(usize::from(month).wrapping_sub(1)).copied().unwrap_or("")
}

/// Says where in its article a statement stands: 第2节第2段, section 2, paragraph 2.
pub fn place(observation: &Observation, language: Language) -> String {
    spot(observation.section, observation.paragraph, language)
}

/// Says the same of a section, 0 being the lead, and a place in it.
pub(super) fn spot(section: u8, paragraph: Option<Paragraph>, language: Language) -> String {
    let section = match section {
        0 => Sentence::Lead.get(language).to_owned(),
        number => Sentence::Section.with(&[&count(number.into())], language),
    };
    let spot = match paragraph {
        Some(Paragraph::Number(number)) => return section + &Sentence::Paragraph.with(&[&count(number.into())], language),
        Some(Paragraph::Caption) => Sentence::Caption,
        Some(Paragraph::Heading) => Sentence::Heading,
        Some(Paragraph::Byline) => return Sentence::Byline.get(language).to_owned(),
        None => return section,
    };
    section + spot.get(language)
}
