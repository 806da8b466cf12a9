use super::figure;
use super::measure::CanvasMeasure;
use super::surface::Surface;
use super::{theme, to_value};
use crate::chart::{Frame, Picture, Theme};
use crate::data::{Language, package, speaks};
use crate::explore::{Event, Order, State, language, links, reveal, step, update};
use crate::scene::{Point, Scene};
use crate::words::{self, Problem};
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
    width: f64,
    text_scale: f64,
    theme: Theme,
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
    /// `ratio` device pixels to each, `text_scale` the reader's text size by the usual one, `scheme` and `tongue` (a BCP 47 tag) what the
    /// system and the page ask for where the query does not. Where a part is not loaded that it takes, the id of the view that it draws or the
    /// tag of the language that it speaks: then nothing has changed. Undefined only for a module without data.
    ///
    /// A scheme is `light`, `dark`, `more light` or `more dark` (contrast), `print` (light, whatever was asked for), or `forced` and the red, green and blue of `Canvas`, `CanvasText` and `LinkText`, 0 to 255.
    pub fn show(&mut self, query: &str, width: f64, ratio: f64, text_scale: f64, scheme: &str, tongue: &str) -> JsValue {
        let package = package();
        let (mut state, mut problems) = State::from_query(package, query);
        let spoken = state.language.or_else(|| language(tongue)).unwrap_or_default();
        if !speaks(spoken) {
            return spoken.tag().into();
        }
        let Some(view) = state.view(package) else { return JsValue::UNDEFINED };
        self.measure.speak(spoken);
        let theme = theme(scheme, state.theme);
        let frame = Frame { width, text_scale, language: spoken, theme, measure: &self.measure };
        if let Some(asked) = state.selected {
            match reveal(&Picture { package, view, options: &state.options, frame }, &state) {
                Some(shown) => state = shown,
                None => problems.push(Problem::Datum(asked.to_owned())),
            }
        }
        let picture = Picture { package, view, options: &state.options, frame };
        let Some(scene) = picture.draw() else { return view.id.into() };
        if let Some(surface) = &mut self.surface {
            // A canvas that cannot be painted on (a lost context, no memory) leaves the table, the marks and the words.
            let _ = surface.paint(&scene, ratio);
        }
        let figure = figure::figure(&picture, &state, &scene, &problems);
        let basis = picture.basis();
        self.shown = Some(Shown { state, scene, basis, language: spoken, width, text_scale, theme });
        to_value(&figure)
    }

    /// The index of the datum at a place on the canvas, in CSS pixels; nothing where there is none.
    pub fn hit(&self, x: f64, y: f64) -> Option<usize> {
        self.shown.as_ref()?.scene.hit(Point::new(x, y))
    }

    /// The index of the datum that a key leads to from another one; nothing for a key that moves nothing. `article` reads in the order of
    /// the article instead of that of the axis. See [`step`].
    pub fn step(&self, from: usize, key: &str, article: bool) -> Option<usize> {
        let shown = self.shown.as_ref()?;
        let order = if article { Order::Article } else { Order::Axis };
        let words = |index: usize| {
            let subject = package().subject(shown.scene.datums.get(index)?.id)?;
            Some(words::describe(package(), subject, shown.basis, shown.language))
        };
        // Only what has the same unit compares.
        let unit = words(from)?.unit;
        let value = |index: usize| {
            let words = words(index).filter(|words| words.unit == unit)?;
            words.nominal.map(|value| *value.numer() as f64 / *value.denom() as f64)
        };
        step(&shown.scene, order, from, key, &value)
    }

    /// What is known of the datum with this index, and where it leads, as a `Tooltip`; undefined where there is none.
    pub fn tooltip(&self, index: usize) -> JsValue {
        let tooltip = self.shown.as_ref().and_then(|shown| {
            let datum = shown.scene.datums.get(index)?;
            let subject = package().subject(datum.id)?;
            let words = words::describe(package(), subject, shown.basis, shown.language);
            let links = links(package(), &shown.state, datum.id, shown.language);
            Some(figure::tooltip(words::tooltip(&words, shown.language), links, shown.language))
        });
        tooltip.map_or(JsValue::UNDEFINED, |tooltip| to_value(&tooltip))
    }

    /// The query string after the reader has done something: `what` is `view`, `select`, `language`, `theme` or the id of a toggle of
    /// the view, `value` what it is set to; selecting nothing takes the selection away. So does a choice that draws other datums.
    pub fn update(&self, what: &str, value: &str) -> Option<String> {
        let package = package();
        let Shown { state, language, width, text_scale, theme, .. } = self.shown.as_ref()?;
        let frame = Frame { width: *width, text_scale: *text_scale, language: *language, theme: *theme, measure: &self.measure };
        let event = match what {
            "view" => Event::View(value),
            "language" => Event::Language(value),
            "theme" => Event::Theme(value),
            "select" => Event::Select(Some(value).filter(|id| !id.is_empty())),
            toggle => Event::Choose(toggle, value),
        };
        Some(update(package, state, event).settled(package, frame).to_query())
    }
}

/// What the module exports: the parts that draw import from it.
#[wasm_bindgen]
pub fn core() -> JsValue {
    wasm_bindgen::exports()
}

/// The words of the page around the charts, by key, in a language.
#[wasm_bindgen]
pub fn words(tag: &str) -> JsValue {
    to_value(&figure::page(language(tag).unwrap_or_default()))
}

/// Paints the upper part of a picture on a canvas, `width` by `height` CSS pixels, as small as it has to be: an index entry to look at,
/// not to read. Whether it could: a view that is not there, or a canvas that gives no context, leaves the canvas as it is.
#[wasm_bindgen]
#[allow(unreachable_pub, reason = "JavaScript reaches it")]
pub fn miniature(canvas: HtmlCanvasElement, query: &str, width: f64, height: f64, ratio: f64, scheme: &str) -> bool {
    let package = package();
    let (state, _) = State::from_query(package, query);
    let measure = CanvasMeasure::new(&canvas);
    let (Some(view), Ok(mut surface)) = (state.view(package), Surface::new(canvas)) else { return false };
    let theme = theme(scheme, state.theme);
    let language = state.language.unwrap_or_default();
    measure.speak(language);
    let layout = width.max(if LISTS.contains(&view.mark) { NARROW } else { WIDE });
    let frame = Frame { width: layout, text_scale: 1.0, language, theme, measure: &measure };
    let Some(scene) = (Picture { package, view, options: &state.options, frame }).draw() else { return false };
    // A picture that is a little too high is made smaller; of a much higher one the upper part is shown.
    let scale = (width / layout).min((height / scene.height).max(width / layout / 1.35));
    surface.paint(&scene.miniature(height / scale, LEGIBLE / scale), ratio * scale).is_ok()
}

/// The least width at which a miniature is laid out, in CSS pixels: panels stand side by side.
const WIDE: f64 = 720.0;

/// That of a picture of words, which is narrower, so that its names stay legible.
const NARROW: f64 = 420.0;

/// The marks of such pictures.
const LISTS: [&str; 3] = ["card", "list", "tile"];

/// The smallest text that a miniature keeps, in CSS pixels as it is seen.
const LEGIBLE: f64 = 6.0;
