use crate::chart::Picture;
use crate::export::take::{PACKAGE_FILES, Record, Style};
use crate::words::{self, Take};

/// What can be taken away, in words.
#[derive(serde::Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Menu {
    download: &'static str,
    files: Vec<Choice>,
    package: &'static str,
    /// Where the files of the package are, seen from the module.
    folder: String,
    package_files: Vec<&'static str>,
    about: &'static str,
    /// What can be cited and reported, the whole chart first.
    datums: Vec<Choice>,
    cite: &'static str,
    styles: Vec<Choice>,
    share: &'static str,
    link: &'static str,
    report: &'static str,
    /// Which data.
    version: String,
    /// Before the hash of the program.
    build: &'static str,
    verify: &'static str,
    text: &'static str,
    listen: &'static str,
    play: &'static str,
    how_to_listen: &'static str,
    outcomes: Outcomes,
}

#[derive(serde::Serialize)]
struct Choice {
    /// Empty for the whole chart.
    id: &'static str,
    label: String,
}

/// What is said when something has been done, or has not.
#[derive(serde::Serialize)]
#[serde(rename_all = "camelCase")]
struct Outcomes {
    saved: &'static str,
    copied: &'static str,
    link_copied: &'static str,
    refused: &'static str,
    blocked: &'static str,
    unpainted: &'static str,
    failed: &'static str,
    reported: &'static str,
    verified: &'static str,
    altered: &'static str,
    unverified: &'static str,
}

impl Menu {
    pub(super) fn new(picture: &Picture<'_>, records: &[Record]) -> Self {
        let language = picture.frame.language;
        let word = |phrase: Take| phrase.get(language);
        let whole = Choice { id: "", label: word(Take::WholeChart).to_owned() };
        let datum = |record: &Record| Choice { id: record.id, label: format!("{} {}", record.label, record.figure) };
        let style = |style: Style| Choice { id: style.id(), label: style.name(language).to_owned() };
        Self {
            download: word(Take::Download),
            files: ["png", "svg", "csv", "json"].map(|id| Choice { id, label: id.to_ascii_uppercase() }).into(),
            package: word(Take::Package),
            folder: format!("data/{}/", picture.package.name),
            package_files: PACKAGE_FILES.to_vec(),
            about: word(Take::About),
            datums: [whole].into_iter().chain(records.iter().map(datum)).collect(),
            cite: word(Take::Cite),
            styles: Style::ALL.map(style).into(),
            share: word(Take::Share),
            link: word(Take::CopyLink),
            report: word(Take::Report),
            version: words::version(picture.package.about().version, language),
            build: word(Take::Build),
            verify: word(Take::Verify),
            text: word(Take::Text),
            listen: word(Take::Listen),
            play: word(Take::Play),
            how_to_listen: word(Take::HowToListen),
            outcomes: Outcomes {
                saved: word(Take::Saved),
                copied: word(Take::Copied),
                link_copied: word(Take::LinkCopied),
                refused: word(Take::Refused),
                blocked: word(Take::Blocked),
                unpainted: word(Take::Unpainted),
                failed: word(Take::Failed),
                reported: word(Take::Reported),
                verified: word(Take::Verified),
                altered: word(Take::Altered),
                unverified: word(Take::Unverified),
            },
        }
    }
}
