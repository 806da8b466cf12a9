//! The only room that knows a browser: what JavaScript calls, and the canvas as a drawing surface.
//!
//! Everything that crosses is a typed value through serde-wasm-bindgen. Nothing here throws: what is wrong with a link is told in the
//! figure's `problems`, so that whatever JavaScript catches is a lost instance and nothing else.

mod figure;
mod surface;

use crate::chart::{Frame, Picture, Theme};
use crate::data::{Language, package};
use crate::explore::{Event, State, language, update};
use crate::scene::{Point, Scene};
use crate::words::{self, Problem};
use figure::{Figure, PageWords, TooltipValue};
use serde::{Deserialize, Serialize};
use surface::{CanvasMeasure, Surface};
use wasm_bindgen::prelude::*;
use web_sys::HtmlCanvasElement;

/// One chart on one canvas.
#[wasm_bindgen]
pub struct Chart {
    surface: Option<Surface>,
    measure: CanvasMeasure,
    shown: Option<Shown>,
}

/// What is on the canvas.
struct Shown {
    state: State,
    scene: Scene,
    basis: crate::data::Basis,
    language: Language,
}

/// The room that the page gives a chart.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Room {
    /// Width in CSS pixels.
    width: f64,
    /// Device pixels per CSS pixel.
    ratio: f64,
    /// The reader's text size divided by 16 CSS pixels.
    text_scale: f64,
    /// Whether the reader's system asks for dark colours.
    dark: bool,
    /// The language of the page around the chart, as a BCP 47 tag.
    language: String,
}

/// What the reader does, as JavaScript says it: one of the members is set.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[derive(Default)]
struct Move {
    view: Option<String>,
    toggle: Option<String>,
    option: Option<String>,
    /// Doubly optional: `null` takes the selection away.
    #[serde(deserialize_with = "given")]
    select: Option<Option<String>>,
    language: Option<String>,
    theme: Option<String>,
}

/// Tells `null` from a member that is not there.
fn given<'de, D: serde::Deserializer<'de>>(value: D) -> Result<Option<Option<String>>, D::Error> {
    Option::deserialize(value).map(Some)
}

#[wasm_bindgen]
impl Chart {
    /// A chart on a canvas that is drawn on by nobody else.
    #[wasm_bindgen(constructor)]
    pub fn new(canvas: HtmlCanvasElement) -> Self {
        let measure = CanvasMeasure::new(&canvas);
        Self { surface: Surface::new(canvas).ok(), measure, shown: None }
    }

    /// Draws the picture that a query string asks for and returns everything that is said of it, as a `Figure`.
    pub fn show(&mut self, query: &str, room: JsValue) -> JsValue {
        let package = package();
        let Ok(room) = serde_wasm_bindgen::from_value::<Room>(room) else {
            return JsValue::UNDEFINED;
        };
        let (state, mut problems) = State::from_query(package, query);
        let spoken = state.language.or_else(|| language(&room.language)).unwrap_or_default();
        let theme = state.theme.unwrap_or(if room.dark { Theme::Dark } else { Theme::Light });
        let Some(view) = state.view(package) else { return JsValue::UNDEFINED };
        let frame =
            Frame { width: room.width, text_scale: room.text_scale, language: spoken, theme, measure: &self.measure };
        let picture = Picture { package, view, options: &state.options, frame };
        let Some(scene) = picture.draw() else { return JsValue::UNDEFINED };
        if let Some(surface) = &mut self.surface {
            // A canvas that cannot be painted on (a lost context, no memory) leaves the table, the marks and the words.
            let _ = surface.paint(&scene, room.ratio);
        }
        if let Some(asked) = state.selected
            && !scene.datums.iter().any(|datum| datum.id == asked)
        {
            problems.push(Problem::Datum(asked.to_owned()));
        }
        let figure = Figure::new(&picture, &state, &scene, &problems);
        let basis = picture.basis();
        self.shown = Some(Shown { state, scene, basis, language: spoken });
        to_value(&figure)
    }

    /// The index of the datum at a place on the canvas, in CSS pixels; nothing where there is none.
    pub fn hit(&self, x: f64, y: f64) -> Option<usize> {
        self.shown.as_ref()?.scene.hit(Point::new(x, y))
    }

    /// What is known of the datum with this index, as a `Tooltip`; undefined where there is none.
    pub fn tooltip(&self, index: usize) -> JsValue {
        let tooltip = self.shown.as_ref().and_then(|shown| {
            let datum = shown.scene.datums.get(index)?;
            let subject = package().subject(datum.id)?;
            let words = words::describe(package(), subject, shown.basis, shown.language);
            Some(words::tooltip(&words, shown.language))
        });
        tooltip.map_or(JsValue::UNDEFINED, |tooltip| to_value(&TooltipValue::from(tooltip)))
    }

    /// The query string after the reader has done something: `{view}`, `{toggle, option}`, `{select}`, `{language}` or `{theme}`.
    pub fn update(&self, done: JsValue) -> Option<String> {
        let package = package();
        let state = &self.shown.as_ref()?.state;
        let done: Move = serde_wasm_bindgen::from_value(done).ok()?;
        let event = match &done {
            Move { view: Some(view), .. } => Event::View(view),
            Move { toggle: Some(toggle), option: Some(option), .. } => Event::Choose(toggle, option),
            Move { language: Some(language), .. } => Event::Language(language),
            Move { theme: Some(theme), .. } => Event::Theme(theme),
            Move { select: Some(datum), .. } => Event::Select(datum.as_deref()),
            _ => return None,
        };
        Some(update(package, state, event).to_query(package))
    }
}

/// The words of the page around the charts, by key, in a language.
#[wasm_bindgen]
pub fn words(tag: &str) -> JsValue {
    to_value(&PageWords(language(tag).unwrap_or_default()))
}

fn to_value<T: Serialize>(value: &T) -> JsValue {
    let serializer = serde_wasm_bindgen::Serializer::new().serialize_maps_as_objects(true);
    value.serialize(&serializer).unwrap_or(JsValue::UNDEFINED)
}
