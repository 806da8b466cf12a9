use crate::chart::Theme;
use crate::data::Language;
use crate::explore::State;
use crate::export::take::{Published, Share, Shown, Snippet, share};
use crate::words::{Phrase, Take};
use serde::{Deserialize, Serialize};

/// What JavaScript says of where the files are and of what is asked for.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Publication {
    /// The hash of the present build, of its script as `integrity` has it, and the paths of its files; empty where they are not known.
    build: String,
    integrity: String,
    files: Vec<String>,
    /// Without toggles, menu and list of keys.
    bare: bool,
}

/// The dialog with what is pasted elsewhere, in words.
#[derive(Serialize)]
pub(super) struct Dialog {
    name: &'static str,
    title: &'static str,
    close: &'static str,
    copy: &'static str,
    copied: &'static str,
    refused: &'static str,
    preview: &'static str,
    ways: &'static str,
    /// What the build offers, the usual first.
    snippets: Vec<Pasted>,
    choices: [Choice; 3],
}

/// A way to show the picture elsewhere.
#[derive(Serialize)]
struct Pasted {
    id: &'static str,
    label: &'static str,
    note: String,
    text: String,
}

/// What a reader chooses that changes what is pasted.
#[derive(Serialize)]
struct Choice {
    id: &'static str,
    label: &'static str,
    options: Vec<(&'static str, &'static str)>,
    current: &'static str,
}

impl Dialog {
    /// `None` for a state without a view. `reader` is the language of the dialog, `shown` that of what is pasted.
    pub(super) fn new(page: &str, asked: &Publication, state: &State, shown: Language, reader: Language) -> Option<Self> {
        let Publication { build, integrity, files, bare } = asked;
        let published = Published { page, build, integrity, files };
        let view = crate::data::package().views.iter().find(|view| view.id == state.view)?;
        let word = |phrase: Take| phrase.get(reader);
        let pasted = |way: Share| {
            let Snippet { text, sizes } = share(way, published, Shown { state, language: shown, bare: *bare })?;
            let [label, note] = way.words().map(word);
            Some(Pasted { id: way.id(), label, note: format!("{note}{sizes}"), text })
        };
        let themes = [("", Phrase::ThemeAuto), ("light", Phrase::ThemeLight), ("dark", Phrase::ThemeDark)];
        let choices = [
            Choice {
                id: "lang",
                label: word(Take::ShareLanguage),
                options: vec![("zh", Phrase::Chinese.get(reader)), ("en", Phrase::English.get(reader))],
                current: shown.subtag(),
            },
            Choice {
                id: "theme",
                label: word(Take::ShareTheme),
                options: themes.map(|(id, phrase)| (id, phrase.get(reader))).into(),
                current: state.theme.map_or("", Theme::name),
            },
            Choice {
                id: "controls",
                label: word(Take::ShareControls),
                options: vec![("full", word(Take::ControlsFull)), ("none", word(Take::ControlsNone))],
                current: if *bare { "none" } else { "full" },
            },
        ];
        Some(Self {
            name: word(Take::Share),
            title: view.title.get(reader),
            close: word(Take::Close),
            copy: word(Take::Copy),
            copied: word(Take::Copied),
            refused: word(Take::Refused),
            preview: word(Take::Preview),
            ways: word(Take::Ways),
            snippets: Share::ALL.into_iter().filter_map(pasted).collect(),
            choices,
        })
    }
}
