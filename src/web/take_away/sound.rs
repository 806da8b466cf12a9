use crate::data::Language;
use crate::export::take::{Note, Score, Timbre};
use crate::words::Take;

/// A picture as sound, as the browser plays it.
#[derive(serde::Serialize)]
pub(super) struct Sound {
    notes: Vec<Tone>,
    /// In seconds.
    length: f64,
    /// What is said where there is nothing to hear; missing where there is.
    empty: Option<&'static str>,
    /// What is said where the browser makes no sound.
    silent: &'static str,
}

/// A note.
#[derive(serde::Serialize)]
struct Tone {
    datum: &'static str,
    start: f64,
    length: f64,
    /// In hertz, at the beginning and at the end; missing for what is not pitched.
    pitch: Option<[f64; 2]>,
    /// A wave that WebAudio knows.
    wave: &'static str,
    pan: f64,
}

impl Sound {
    pub(super) fn new(score: Score, language: Language) -> Self {
        Self {
            empty: score.notes.is_empty().then(|| Take::NothingToHear.get(language)),
            notes: score.notes.into_iter().map(tone).collect(),
            length: score.length,
            silent: Take::Silent.get(language),
        }
    }
}

fn tone(note: Note) -> Tone {
    let Note { datum, start, length, pitch, timbre, pan } = note;
    let wave = match timbre {
        Timbre::Exact => "sine",
        Timbre::Bound => "triangle",
        Timbre::Doubted => "sawtooth",
    };
    Tone { datum, start, length, pitch, wave, pan }
}
