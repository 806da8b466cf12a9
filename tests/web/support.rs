//! A chart on a canvas, and what JavaScript is told of it.

use super::pixels::{Pixels, Rgb};
use article_charts::chart::{Frame, Measure, Options, Picture, Theme, is_drawn};
use article_charts::data::{Language, package};
use article_charts::scene::{Scene, Weight, sans};
use article_charts::web::Chart;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

/// What the page reads of a figure.
#[derive(Deserialize)]
pub(crate) struct Figure {
    pub(crate) language: String,
    pub(crate) width: f64,
    pub(crate) height: f64,
    pub(crate) title: String,
    pub(crate) subtitle: String,
    pub(crate) problems: Vec<String>,
    pub(crate) controls: Vec<Control>,
    pub(crate) datums: Vec<Datum>,
    pub(crate) selected: Option<String>,
    pub(crate) notes: Vec<Note>,
    pub(crate) source: String,
    pub(crate) table: Table,
    pub(crate) palette: Palette,
}

#[derive(Deserialize)]
pub(crate) struct Note {
    pub(crate) text: String,
    pub(crate) datums: Vec<String>,
}

#[derive(Deserialize)]
pub(crate) struct Control {
    pub(crate) id: String,
    pub(crate) label: String,
    pub(crate) options: Vec<Choice>,
}

#[derive(Deserialize)]
pub(crate) struct Choice {
    pub(crate) id: String,
    pub(crate) label: String,
    pub(crate) current: bool,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Datum {
    pub(crate) id: String,
    pub(crate) area: [f64; 4],
    pub(crate) anchor: [f64; 2],
    pub(crate) panel: usize,
    pub(crate) name: String,
}

#[derive(Deserialize)]
pub(crate) struct Table {
    pub(crate) name: String,
    pub(crate) caption: String,
    pub(crate) columns: Vec<String>,
    pub(crate) rows: Vec<Row>,
}

#[derive(Deserialize)]
pub(crate) struct Row {
    pub(crate) datum: String,
    pub(crate) cells: Vec<String>,
}

#[derive(Deserialize)]
pub(crate) struct Palette {
    pub(crate) background: String,
    pub(crate) ink: String,
    pub(crate) muted: String,
    pub(crate) grid: String,
    pub(crate) accent: String,
    pub(crate) remark: String,
}

#[derive(Deserialize)]
pub(crate) struct Tooltip {
    pub(crate) title: String,
    pub(crate) figure: String,
    pub(crate) lines: Vec<(String, String)>,
}

pub(crate) fn from_js<T: DeserializeOwned>(value: JsValue) -> T {
    serde_wasm_bindgen::from_value(value).unwrap()
}

pub(crate) fn canvas() -> HtmlCanvasElement {
    let document = web_sys::window().unwrap().document().unwrap();
    document.create_element("canvas").unwrap().dyn_into().unwrap()
}

pub(crate) fn context(canvas: &HtmlCanvasElement) -> CanvasRenderingContext2d {
    canvas.get_context("2d").unwrap().unwrap().dyn_into().unwrap()
}

/// A chart that shows something.
pub(crate) struct Shown {
    pub(crate) chart: Chart,
    pub(crate) figure: Figure,
    pub(crate) canvas: HtmlCanvasElement,
    pub(crate) pixels: Pixels,
}

/// Shows what a query asks for, in the light theme and in Chinese where it does not say.
pub(crate) fn show(query: &str, width: f64, ratio: f64) -> Shown {
    let canvas = canvas();
    let mut chart = Chart::new(canvas.clone());
    let figure = from_js(chart.show(query, width, ratio, 1.0, "light", "zh"));
    let pixels = Pixels::of(&canvas, ratio);
    Shown { chart, figure, canvas, pixels }
}

/// A CSS colour `#rrggbb`.
pub(crate) fn rgb(css: &str) -> Rgb {
    let hex = u32::from_str_radix(css.strip_prefix('#').unwrap(), 16).unwrap();
    assert_eq!(css.len(), 7);
    [(hex >> 16) as u8, (hex >> 8) as u8, hex as u8]
}
/// Measures as the module does, with a canvas of its own.
pub(crate) struct Ruler(CanvasRenderingContext2d, Language);

impl Measure for Ruler {
    fn width(&self, text: &str, size: f64, weight: Weight) -> f64 {
        let heavy = if weight == Weight::Bold { 700 } else { 400 };
        self.0.set_font(&format!("{heavy} {size}px {}", sans(self.1.tag())));
        self.0.measure_text(text).unwrap().width()
    }
}

/// Every drawn view in both languages: its query, and the scene that ought to be on the canvas.
pub(crate) fn scenes(width: f64) -> Vec<(String, Scene)> {
    let [zh, en] = Language::ALL.map(|language| Ruler(context(&canvas()), language));
    let views = package().views.iter().filter(|view| is_drawn(view));
    let both = views.flat_map(|view| [(view, &zh, "zh"), (view, &en, "en")]);
    let scenes: Vec<_> = both
        .map(|(view, ruler, tag)| {
            let frame = Frame { width, text_scale: 1.0, language: ruler.1, theme: Theme::Light, measure: ruler };
            let picture = Picture { package: package(), view, options: &Options::new(), frame };
            (format!("view={}&lang={tag}", view.id), picture.draw().unwrap())
        })
        .collect();
    assert!(scenes.len() >= 6);
    scenes
}
