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
use serde::Serialize;
use surface::{CanvasMeasure, Surface};
use wasm_bindgen::prelude::*;
use web_sys::HtmlCanvasElement;

#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

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

#[wasm_bindgen]
impl Chart {
    /// A chart on a canvas that is drawn on by nobody else.
    #[wasm_bindgen(constructor)]
    pub fn new(canvas: HtmlCanvasElement) -> Self {
        let measure = CanvasMeasure::new(&canvas);
        Self { surface: Surface::new(canvas).ok(), measure, shown: None }
    }

    /// Draws the picture that a query string asks for and returns everything that is said of it, as a `Figure`: `width` in CSS pixels,
    /// `ratio` device pixels to each, `text_scale` the reader's text size by the usual one, `dark` and `tongue` (a BCP 47 tag) what the
    /// page and the system ask for where the query does not. Undefined only for a module without data.
    pub fn show(&mut self, query: &str, width: f64, ratio: f64, text_scale: f64, dark: bool, tongue: &str) -> JsValue {
        let package = package();
        let (state, mut problems) = State::from_query(package, query);
        let spoken = state.language.or_else(|| language(tongue)).unwrap_or_default();
        let theme = state.theme.unwrap_or(if dark { Theme::Dark } else { Theme::Light });
        let Some(view) = state.view(package) else { return JsValue::UNDEFINED };
        let frame = Frame { width, text_scale, language: spoken, theme, measure: &self.measure };
        let picture = Picture { package, view, options: &state.options, frame };
        let Some(scene) = picture.draw() else { return JsValue::UNDEFINED };
        if let Some(surface) = &mut self.surface {
            // A canvas that cannot be painted on (a lost context, no memory) leaves the table, the marks and the words.
            let _ = surface.paint(&scene, ratio);
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

    /// The query string after the reader has done something: `what` is `view`, `select`, `language`, `theme` or the id of a toggle of
    /// the view, `value` what it is set to; selecting nothing takes the selection away.
    pub fn update(&self, what: &str, value: &str) -> Option<String> {
        let package = package();
        let state = &self.shown.as_ref()?.state;
        let event = match what {
            "view" => Event::View(value),
            "language" => Event::Language(value),
            "theme" => Event::Theme(value),
            "select" => Event::Select(Some(value).filter(|id| !id.is_empty())),
            toggle => Event::Choose(toggle, value),
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
