use crate::data::{Date, Language, Observation, Paragraph, Period};

const MONTHS: [&str; 12] = ["Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"];

/// Writes a period in the precision that it was printed in.
pub fn period(period: Period, language: Language) -> String {
    let zh = language == Language::Zh;
    match period {
        Period::Single(on) => date(on, language),
        Period::Range { start: Some(start), end } => format!("{}–{}", date(start, language), date(end, language)),
        Period::Range { start: None, end } if zh => format!("截至{}（起点未载）", date(end, language)),
        Period::Range { start: None, end } => format!("up to {} (start not printed)", date(end, language)),
        Period::Recurring { month } if zh => format!("每年{month}月"),
        Period::Recurring { month } => format!("every {}", month_name(month)),
    }
}

/// Writes a date: 2025年7月7日, 7 July 2025.
pub fn date(on: Date, language: Language) -> String {
    let year = on.year();
    match (language, on.month(), on.day()) {
        (Language::Zh, None, _) => format!("{year}年"),
        (Language::Zh, Some(month), None) => format!("{year}年{month}月"),
        (Language::Zh, Some(month), Some(day)) => format!("{year}年{month}月{day}日"),
        (Language::En, None, _) => year.to_string(),
        (Language::En, Some(month), None) => format!("{} {year}", month_name(month)),
        (Language::En, Some(month), Some(day)) => format!("{day} {} {year}", month_name(month)),
    }
}

/// Writes a month of a year that is named elsewhere: 7月, July.
pub fn month(month: u8, language: Language) -> String {
    match language {
        Language::Zh => format!("{month}月"),
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
    let zh = language == Language::Zh;
    let section = match (section, zh) {
        (0, true) => "导语".to_owned(),
        (0, false) => "lead".to_owned(),
        (n, true) => format!("第{n}节"),
        (n, false) => format!("section {n}"),
    };
    let spot = match (paragraph, zh) {
        (Some(Paragraph::Number(n)), true) => format!("第{n}段"),
        (Some(Paragraph::Number(n)), false) => format!(", paragraph {n}"),
        (Some(Paragraph::Caption), true) => "图注".to_owned(),
        (Some(Paragraph::Caption), false) => ", caption".to_owned(),
        (Some(Paragraph::Heading), true) => "小标题".to_owned(),
        (Some(Paragraph::Heading), false) => ", heading".to_owned(),
        (Some(Paragraph::Byline), true) => return "署名".to_owned(),
        (Some(Paragraph::Byline), false) => return "byline".to_owned(),
        (None, _) => String::new(),
    };
    section + &spot
}
