use super::Record;
use crate::chart::Picture;
use crate::data::Language;
use crate::words::Take;

/// A report of a problem, begun: which chart, which datum, where to see it and which data; the last line is the reader's.
pub fn report(picture: &Picture<'_>, datum: Option<&Record>, link: &str) -> String {
    let (package, view, language) = (picture.package, picture.view, picture.frame.language);
    let (comma, open, close) = if language == Language::Zh { ("，", "（", "）") } else { (", ", " (", ")") };
    let chart = format!("{}{open}{}/{}{close}", view.title.get(language), package.name, view.id);
    let datum = datum.map(|record| format!("{}{comma}{}{open}{}{close}", record.label, record.figure, record.id));
    let lines = [
        (Take::ReportChart, Some(chart.as_str())),
        (Take::ReportDatum, datum.as_deref()),
        (Take::ReportLink, Some(link).filter(|link| !link.is_empty())),
        (Take::ReportVersion, Some(package.about().version)),
        (Take::ReportProblem, Some("")),
    ];
    let said = lines.into_iter().filter_map(|(name, text)| Some(format!("{}{}\n", name.get(language), text?)));
    said.collect()
}
