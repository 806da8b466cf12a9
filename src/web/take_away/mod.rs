mod menu;
mod panel;
mod share;
mod sound;

use super::measure::CanvasMeasure;
use super::surface::Surface;
use super::{theme, to_value};
use crate::chart::{Frame, Picture, Theme};
use crate::data::{Date, Language, package};
use crate::explore::{State, language};
use crate::export::take::{Cited, Record, Style, cite, csv, file_name, json, records, report, score, sheet, sheet_svg};
use crate::words::{Sheet, Take};
use menu::Menu;
use panel::Panel;
use serde::{Deserialize, Serialize};
use share::{Dialog, Publication};
use sound::Sound;
use wasm_bindgen::prelude::*;
use web_sys::HtmlCanvasElement;

/// A picture that something is taken away from. It is made for each thing that a reader asks for, and thrown away.
#[wasm_bindgen]
pub struct TakeAway {
    canvas: HtmlCanvasElement,
    measure: CanvasMeasure,
    state: State,
    language: Language,
    width: f64,
    text_scale: f64,
    theme: Theme,
    page: String,
    today: Option<Date>,
}

/// What JavaScript says of the picture on the screen.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    /// Its query string.
    query: String,
    /// Its width in CSS pixels.
    width: f64,
    /// The reader's text size by the usual one.
    text: f64,
    /// As `Chart.show` takes it.
    scheme: String,
    /// The language that it is in, a BCP 47 tag.
    language: String,
    /// The address of the page that shows any picture; empty where there is none.
    page: String,
    /// The reader's date, `YYYY-MM-DD`.
    today: String,
}

/// A file: its name, its media type and its text, which an image has none of. Or the problem, in the reader's language.
#[derive(Default, Serialize)]
struct FileValue {
    name: String,
    kind: &'static str,
    text: Option<String>,
    problem: Option<&'static str>,
}

/// A report of a problem.
#[derive(Serialize)]
struct ReportValue {
    datum: Option<&'static str>,
    link: String,
    text: String,
}

/// Device pixels to the CSS pixel of an image that is taken away.
const SHARPNESS: f64 = 2.0;

#[wasm_bindgen]
impl TakeAway {
    /// The picture that is on the screen, as `Asked` says; `canvas` is one that is on no page and that nobody else draws on.
    #[wasm_bindgen(constructor)]
    pub fn new(canvas: HtmlCanvasElement, asked: JsValue) -> Self {
        let Asked { query, width, text, scheme, language: tongue, page, today } =
            serde_wasm_bindgen::from_value(asked).unwrap_or_default();
        let (mut state, _) = State::from_query(package(), &query);
        let language = language(&tongue).or(state.language).unwrap_or_default();
        // What is taken elsewhere stays in its language.
        state.language = Some(language);
        let measure = CanvasMeasure::new(&canvas);
        measure.speak(language);
        let theme = theme(&scheme, state.theme);
        Self { canvas, measure, state, language, width, text_scale: text, theme, page, today: Date::parse(&today) }
    }

    /// What can be taken away, in words, as a `Menu`; undefined for a module without data.
    pub fn menu(&self) -> JsValue {
        self.taken().map_or(JsValue::UNDEFINED, |taken| to_value(&Menu::new(&taken.picture, &taken.records)))
    }

    /// A file of this kind, as a `FileValue`: `csv`, `json`, `svg`, or `png`, which is painted on the canvas and has no text. Undefined
    /// where there is none of the kind.
    pub fn file(&self, kind: &str) -> JsValue {
        self.taken().and_then(|taken| self.write(&taken, kind)).map_or(JsValue::UNDEFINED, |file| to_value(&file))
    }

    /// A citation in a style, of a datum by id or of the whole chart; nothing where there is no such style.
    pub fn cite(&self, style: &str, datum: &str) -> Option<String> {
        let style = Style::ALL.into_iter().find(|known| known.id() == style)?;
        let taken = self.taken()?;
        let link = self.link(datum);
        let cited = Cited { picture: &taken.picture, datum: taken.datum(datum), link: &link, accessed: self.today };
        Some(cite(cited, style))
    }

    /// The address of the picture with a datum selected, by id, or none; empty where the page has none.
    pub fn link(&self, datum: &str) -> String {
        if self.page.is_empty() {
            return String::new();
        }
        let selected = package().subject(datum).map(|subject| subject.id());
        format!("{}?{}", self.page, State { selected, ..self.state.clone() }.to_query())
    }

    /// Where a datum comes from, by id, as a `Panel`; undefined where the picture has none with that id.
    pub fn provenance(&self, datum: &str) -> JsValue {
        let panel = self.taken().and_then(|taken| Panel::new(&self.state, taken.datum(datum)?, self.language));
        panel.map_or(JsValue::UNDEFINED, |panel| to_value(&panel))
    }

    /// The picture as sound, as a `Sound`, in the order of the axis or of the article; undefined for a module without data.
    pub fn score(&self, article: bool) -> JsValue {
        let Some(taken) = self.taken() else { return JsValue::UNDEFINED };
        to_value(&Sound::new(score(&taken.scene, &taken.records, article), self.language))
    }

    /// What is pasted elsewhere to show the picture there, as a `Dialog` in the `reader`'s language (a BCP 47 tag); `published` is a
    /// `Publication`. Undefined where the page has no address, and for a module without data.
    pub fn share(&self, published: JsValue, reader: &str) -> JsValue {
        let published: Publication = serde_wasm_bindgen::from_value(published).unwrap_or_default();
        let page = Some(self.page.as_str()).filter(|page| !page.is_empty());
        let reader = language(reader).unwrap_or(self.language);
        let dialog = page.and_then(|page| Dialog::new(page, &published, &self.state, self.language, reader));
        dialog.map_or(JsValue::UNDEFINED, |dialog| to_value(&dialog))
    }

    /// A report of a problem with a datum, by id, or with the whole chart, as a `ReportValue`; undefined for a module without data.
    pub fn report(&self, datum: &str) -> JsValue {
        let Some(taken) = self.taken() else { return JsValue::UNDEFINED };
        let (datum, link) = (taken.datum(datum), self.link(datum));
        to_value(&ReportValue { datum: datum.map(|record| record.id), text: report(&taken.picture, datum, &link), link })
    }
}

/// The picture with everything that is said of it.
struct Taken<'a> {
    picture: Picture<'a>,
    scene: crate::scene::Scene,
    words: Sheet,
    records: Vec<Record>,
}

impl Taken<'_> {
    fn datum(&self, id: &str) -> Option<&Record> {
        self.records.iter().find(|record| record.id == id)
    }
}

impl TakeAway {
    fn taken(&self) -> Option<Taken<'_>> {
        let package = package();
        let Self { language, width, text_scale, theme, measure, .. } = self;
        let frame = Frame { width: *width, text_scale: *text_scale, language: *language, theme: *theme, measure };
        let picture = Picture { package, view: self.state.view(package)?, options: &self.state.options, frame };
        let scene = picture.draw()?;
        let (words, records) = (picture.sheet(&picture.describe(&scene.ids())), records(&picture, &scene));
        Some(Taken { picture, scene, words, records })
    }

    /// `None` for a kind that there is no file of.
    fn write(&self, taken: &Taken<'_>, kind: &str) -> Option<FileValue> {
        let Taken { picture, scene, words, records } = taken;
        let link = self.link("");
        let problem = |problem: Take| Some(FileValue { problem: Some(problem.get(self.language)), ..FileValue::default() });
        let (kind, ending, text) = match kind {
            "csv" | "json" if records.is_empty() => return problem(Take::Empty),
            "csv" => ("text/csv;charset=utf-8", "csv", csv(records, self.language).ok()),
            "json" => ("application/json", "json", json(picture, words, records, &link).ok()),
            "svg" => ("image/svg+xml", "svg", sheet_svg(picture, &link)),
            "png" => {
                let painted = Surface::new(self.canvas.clone())
                    .and_then(|mut surface| surface.paint(&sheet(picture, scene, words, &link), SHARPNESS));
                if painted.is_err() {
                    return problem(Take::Unpainted);
                }
                ("image/png", "png", None)
            }
            _ => return None,
        };
        if text.is_none() && ending != "png" {
            return problem(Take::Failed);
        }
        Some(FileValue { name: file_name(picture, ending), kind, text, problem: None })
    }
}
