//! Tests that need a browser, in Rust: `cargo xtask test --only wasm` runs them in headless Chromium. What is on the canvas, pixel by
//! pixel, and what JavaScript is told of it.
#![cfg(target_arch = "wasm32")]
// Clippy knows a test by `#[test]`; these have another attribute.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "common/pixels.rs"]
mod pixels;

use article_charts::chart::{Frame, Measure, Options, Picture, Theme, is_drawn};
use article_charts::data::{Language, package};
use article_charts::scene::{Geometry, Role, Scene, Weight, sans};
use article_charts::web::{Chart, words};
use js_sys::{Array, Reflect};
use pixels::{Pixels, Rgb};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

wasm_bindgen_test_configure!(run_in_browser);

/// What the page reads of a figure.
#[derive(Deserialize)]
struct Figure {
    language: String,
    width: f64,
    height: f64,
    title: String,
    subtitle: String,
    problems: Vec<String>,
    controls: Vec<Control>,
    datums: Vec<Datum>,
    selected: Option<String>,
    notes: Vec<Note>,
    source: String,
    table: Table,
    palette: Palette,
}

#[derive(Deserialize)]
struct Note {
    text: String,
    datums: Vec<String>,
}

#[derive(Deserialize)]
struct Control {
    id: String,
    label: String,
    options: Vec<Choice>,
}

#[derive(Deserialize)]
struct Choice {
    id: String,
    label: String,
    current: bool,
}

#[derive(Debug, Deserialize)]
struct Datum {
    id: String,
    area: [f64; 4],
    anchor: [f64; 2],
    panel: usize,
    name: String,
}

#[derive(Deserialize)]
struct Table {
    name: String,
    caption: String,
    columns: Vec<String>,
    rows: Vec<Row>,
}

#[derive(Deserialize)]
struct Row {
    datum: String,
    cells: Vec<String>,
}

#[derive(Deserialize)]
struct Palette {
    background: String,
    ink: String,
    muted: String,
    grid: String,
    accent: String,
    remark: String,
}

#[derive(Deserialize)]
struct Tooltip {
    title: String,
    figure: String,
    lines: Vec<(String, String)>,
}

fn from_js<T: DeserializeOwned>(value: JsValue) -> T {
    serde_wasm_bindgen::from_value(value).unwrap()
}

fn canvas() -> HtmlCanvasElement {
    let document = web_sys::window().unwrap().document().unwrap();
    document.create_element("canvas").unwrap().dyn_into().unwrap()
}

fn context(canvas: &HtmlCanvasElement) -> CanvasRenderingContext2d {
    canvas.get_context("2d").unwrap().unwrap().dyn_into().unwrap()
}

/// A chart that shows something.
struct Shown {
    chart: Chart,
    figure: Figure,
    canvas: HtmlCanvasElement,
    pixels: Pixels,
}

/// Shows what a query asks for, in the light theme and in Chinese where it does not say.
fn show(query: &str, width: f64, ratio: f64) -> Shown {
    let canvas = canvas();
    let mut chart = Chart::new(canvas.clone());
    let figure = from_js(chart.show(query, width, ratio, 1.0, "light", "zh"));
    let pixels = Pixels::of(&canvas, ratio);
    Shown { chart, figure, canvas, pixels }
}

/// A CSS colour `#rrggbb`.
fn rgb(css: &str) -> Rgb {
    let hex = u32::from_str_radix(css.strip_prefix('#').unwrap(), 16).unwrap();
    assert_eq!(css.len(), 7);
    [(hex >> 16) as u8, (hex >> 8) as u8, hex as u8]
}

#[wasm_bindgen_test]
fn the_canvas_has_as_many_pixels_as_it_covers_on_the_screen() {
    for (ratio, meant) in [(1.0, 1.0), (1.25, 1.25), (2.0, 2.0), (3.0, 3.0), (f64::NAN, 1.0), (0.0, 0.1), (100.0, 4.0)] {
        let canvas = canvas();
        let mut chart = Chart::new(canvas.clone());
        let figure: Figure = from_js(chart.show("view=scitech-share", 720.0, ratio, 1.0, "light", "zh"));
        assert_eq!(figure.width, 720.0);
        assert_eq!(f64::from(canvas.width()), 720.0 * meant, "{ratio}");
        assert_eq!(f64::from(canvas.height()), (figure.height * meant).round(), "{ratio}");
    }
}

#[wasm_bindgen_test]
fn the_background_reaches_every_corner() {
    for ratio in [1.0, 1.25, 2.0] {
        for theme in ["light", "dark"] {
            let Shown { figure, pixels, .. } = show(&format!("view=cooperation-series&theme={theme}"), 721.0, ratio);
            let (right, bottom) = (pixels.width - 1, pixels.height - 1);
            for (x, y) in [(0, 0), (right, 0), (0, bottom), (right, bottom)] {
                assert_eq!(pixels.pixel(x, y), rgb(&figure.palette.background), "{theme}, {ratio}: {x}, {y}");
            }
        }
    }
}

#[wasm_bindgen_test]
fn thirty_three_squares_are_filled_and_twenty_nine_outlined() {
    for (width, ratio) in
        [(720.0, 1.0), (720.0, 2.0), (328.0, 1.0), (328.0, 1.25), (328.0, 1.5), (328.0, 2.0), (328.0, 2.625), (328.0, 3.0)]
    {
        let Shown { figure, pixels, .. } = show("view=scitech-share", width, ratio);
        let (background, accent) = (rgb(&figure.palette.background), rgb(&figure.palette.accent));
        let muted = rgb(&figure.palette.muted);
        // Where a CSS pixel is no whole number of device pixels, a side may have one of them more than another.
        let uneven = usize::from(ratio.fract() > 0.0);
        let mut filled: Vec<usize> = Vec::new();
        let mut outlined = Vec::new();
        for block in pixels.blocks(background) {
            let inside = |margin: usize| {
                let columns = block.left + margin..block.left + block.width - margin;
                let rows = block.top + margin..block.top + block.height - margin;
                rows.flat_map(move |y| columns.clone().map(move |x| (x, y)))
            };
            // Wider than the widest outline on both sides, and not a letter.
            let rim = (2.0 * ratio) as usize;
            if block.width.abs_diff(block.height) > uneven || block.width < 4 * rim {
                continue;
            }
            if inside(0).all(|(x, y)| pixels.pixel(x, y) == accent) {
                filled.push(block.width);
            } else if inside(rim).all(|(x, y)| pixels.pixel(x, y) == background) {
                let (right, bottom) = (block.left + block.width - 1, block.top + block.height - 1);
                let on_edge = |(x, y): &(usize, usize)| *x == block.left || *x == right || *y == block.top || *y == bottom;
                if inside(0).filter(on_edge).all(|(x, y)| pixels.pixel(x, y) == muted) {
                    outlined.push(block.width);
                }
            }
        }
        assert_eq!(filled.len(), 33, "{width} × {ratio}");
        let alike = |other: &usize| other.abs_diff(filled[0]) <= uneven;
        assert!(filled.iter().all(alike), "{width} × {ratio}: {filled:?}");
        outlined.retain(alike);
        assert_eq!(outlined.len(), 29, "{width} × {ratio}");
    }
}

#[wasm_bindgen_test]
fn a_printed_dot_is_filled_and_one_of_our_reading_is_hollow() {
    for (width, ratio) in [(720.0, 1.0), (720.0, 2.0), (328.0, 2.0)] {
        let Shown { figure, pixels, .. } = show("view=cooperation-series", width, ratio);
        let (background, accent) = (rgb(&figure.palette.background), rgb(&figure.palette.accent));
        let dot = |figure_printed: &str, id: &str| {
            let datum = figure.datums.iter().find(|datum| datum.id == id).unwrap();
            assert!(datum.name.contains(figure_printed), "{datum:?}");
            datum.anchor
        };
        let around = |[x, y]: [f64; 2], radius: f64| {
            [(radius, 0.0), (-radius, 0.0), (0.0, radius), (0.0, -radius)].map(|(dx, dy)| pixels.at(x + dx, y + dy))
        };
        let printed = dot("1423", "A1-23");
        assert_eq!(pixels.at(printed[0], printed[1]), accent, "{width} × {ratio}");
        assert_eq!(around(printed, 4.0), [accent; 4], "{width} × {ratio}");
        let read = dot("5218", "A1-26");
        assert_eq!(pixels.at(read[0], read[1]), background, "{width} × {ratio}");
        assert_eq!(around(read, 3.0), [background; 4], "{width} × {ratio}");
        assert_eq!(around(read, 6.0), [accent; 4], "{width} × {ratio}");
        // As printed it is one like the others.
        let Shown { figure, pixels, .. } = show("view=cooperation-series&years=printed", width, ratio);
        let [x, y] = figure.datums.iter().find(|datum| datum.id == "A1-26").unwrap().anchor;
        assert_eq!(pixels.at(x, y), accent, "{width} × {ratio}");
    }
}

#[wasm_bindgen_test]
fn a_hairline_is_crisp() {
    let (_, scene) = scenes(720.0).into_iter().find(|(query, _)| query == "view=cooperation-series&lang=zh").unwrap();
    for (ratio, thick) in [(1.0, 1), (1.25, 1), (1.5, 2), (2.0, 2), (3.0, 3)] {
        let Shown { figure, pixels, .. } = show("view=cooperation-series", 720.0, ratio);
        let (background, ink) = (rgb(&figure.palette.background), rgb(&figure.palette.ink));
        let full = |y: usize| (0..pixels.width).filter(|x| pixels.pixel(*x, y) == ink).count();
        // The two value axes stand side by side: together they cover most of the width.
        let rows: Vec<usize> = (0..pixels.height).filter(|y| full(*y) > pixels.width / 2).collect();
        assert_eq!(rows.len(), thick, "{ratio}: {rows:?}");
        assert_eq!(rows[thick - 1] - rows[0], thick - 1, "{ratio}: {rows:?}");
        // Where nothing stands on the axis, no row beside it is inked by half. A hatch stands on it in too many columns to tell.
        let hatched = |x: usize| {
            let css = (x as f64 + 0.5) / ratio;
            scene.shapes.iter().any(|shape| match shape.geometry {
                Geometry::Hatch { rect, .. } => (rect.x - 1.0..=rect.right() + 1.0).contains(&css),
                _ => false,
            })
        };
        let (above, below) = (rows[0] - 1, rows[thick - 1] + 1);
        let clear = |x: &usize| !hatched(*x) && [above - 1, below + 1].map(|y| pixels.pixel(*x, y)) == [background; 2];
        let free: Vec<usize> = (0..pixels.width).filter(|x| pixels.pixel(*x, rows[0]) == ink).filter(clear).collect();
        assert!(free.len() > pixels.width / 16, "{ratio}: {}", free.len());
        let blurred: Vec<_> = free.iter().filter(|x| [above, below].map(|y| pixels.pixel(**x, y)) != [background; 2]).collect();
        assert!(blurred.is_empty(), "{ratio}: {blurred:?}");
    }
}

/// Measures as the module does, with a canvas of its own.
struct Ruler(CanvasRenderingContext2d, Language);

impl Measure for Ruler {
    fn width(&self, text: &str, size: f64, weight: Weight) -> f64 {
        let heavy = if weight == Weight::Bold { 700 } else { 400 };
        self.0.set_font(&format!("{heavy} {size}px {}", sans(self.1.tag())));
        self.0.measure_text(text).unwrap().width()
    }
}

/// Every drawn view in both languages: its query, and the scene that ought to be on the canvas.
fn scenes(width: f64) -> Vec<(String, Scene)> {
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

#[wasm_bindgen_test]
fn every_text_is_on_the_canvas_where_the_scene_has_it() {
    for (query, scene) in scenes(720.0) {
        for ratio in [1.0, 2.0] {
            let Shown { pixels, .. } = show(&query, 720.0, ratio);
            // Sentences are the page's to set.
            for shape in scene.shapes.iter().filter(|shape| shape.role != Role::Prose) {
                let Geometry::Text { text, size, color, .. } = &shape.geometry else { continue };
                let bounds = shape.geometry.bounds();
                let (paper, ink) =
                    ([scene.background.red, scene.background.green, scene.background.blue], [color.red, color.green, color.blue]);
                // How far a pixel is from the paper to the ink: thin strokes do not reach it.
                let inked = |(x, y): &(usize, usize)| {
                    let pixel = pixels.pixel(*x, *y);
                    let dot = |from: Rgb, to: Rgb| -> f64 {
                        let towards =
                            |i: usize| (f64::from(to[i]) - f64::from(paper[i])) * (f64::from(from[i]) - f64::from(paper[i]));
                        (0..3).map(towards).sum()
                    };
                    dot(pixel, ink) > 0.4 * dot(ink, ink)
                };
                let places: Vec<(usize, usize)> =
                    pixels.between((bounds.x, bounds.y), (bounds.right(), bounds.bottom())).filter(inked).collect();
                let columns = || places.iter().map(|(x, _)| *x as f64 / ratio);
                let (left, right) = (columns().fold(f64::INFINITY, f64::min), columns().fold(0.0, f64::max));
                assert!(!places.is_empty(), "{query}, {ratio}: “{text}” is not there");
                assert!(left < bounds.x + 0.8 * size, "{query}, {ratio}: “{text}” at {bounds:?} begins at {left}");
                assert!(right > bounds.right() - 0.8 * size, "{query}, {ratio}: “{text}” at {bounds:?} ends at {right}");
            }
        }
    }
}

#[wasm_bindgen_test]
fn javascript_is_told_where_the_datums_of_the_scene_are() {
    for (query, scene) in scenes(328.0) {
        let Shown { figure, .. } = show(&query, 328.0, 2.0);
        assert_eq!((figure.width, figure.height), (scene.width, scene.height), "{query}");
        assert_eq!(figure.datums.len(), scene.datums.len(), "{query}");
        for (told, datum) in figure.datums.iter().zip(&scene.datums) {
            assert_eq!((told.id.as_str(), told.panel), (datum.id, datum.panel), "{query}");
            assert_eq!(told.area, [datum.area.x, datum.area.y, datum.area.width, datum.area.height], "{query}: {told:?}");
            assert_eq!(told.anchor, [datum.anchor.x, datum.anchor.y], "{query}: {told:?}");
        }
    }
}

#[wasm_bindgen_test]
fn a_pointer_in_the_middle_of_a_datum_hits_it() {
    for (query, _) in scenes(720.0) {
        let Shown { chart, figure, .. } = show(&query, 720.0, 1.0);
        for (index, Datum { id, area: [x, y, width, height], .. }) in figure.datums.iter().enumerate() {
            assert_eq!(chart.hit(x + width / 2.0, y + height / 2.0), Some(index), "{query}: {id}");
        }
        assert_eq!(chart.hit(-100.0, -100.0), None);
        assert_eq!(chart.hit(f64::NAN, 10.0), None);
    }
}

#[wasm_bindgen_test]
fn before_anything_is_shown_nothing_is_hit_told_or_changed() {
    let chart = Chart::new(canvas());
    assert_eq!(chart.hit(10.0, 10.0), None);
    assert!(chart.tooltip(0).is_undefined());
    assert_eq!(chart.update("theme", "dark"), None);
}

#[wasm_bindgen_test]
fn a_tooltip_has_comparator_figure_and_unit() {
    for (language, expected) in [("zh", ">300条"), ("en", ">300 pipelines")] {
        let Shown { chart, figure, .. } = show(&format!("view=pipelines&lang={language}"), 720.0, 1.0);
        let index = figure.datums.iter().position(|datum| datum.id == "A2-18").unwrap();
        let value = chart.tooltip(index);
        assert!(Array::is_array(&Reflect::get(&value, &"lines".into()).unwrap()));
        let tooltip: Tooltip = from_js(value);
        assert_eq!(tooltip.figure, expected);
        assert!(!tooltip.title.is_empty() && !tooltip.lines.is_empty());
        assert!(tooltip.lines.iter().all(|(label, text)| !label.is_empty() && !text.is_empty()), "{:?}", tooltip.lines);
        for (index, datum) in figure.datums.iter().enumerate() {
            let tooltip: Tooltip = from_js(chart.tooltip(index));
            assert!(!tooltip.figure.is_empty(), "{datum:?}");
        }
        assert!(chart.tooltip(figure.datums.len()).is_undefined());
    }
}

#[wasm_bindgen_test]
fn a_figure_has_everything_that_the_page_shows() {
    let Shown { figure, .. } = show("view=cooperation-series&scale=peak&datum=D-07.1&lang=en", 720.0, 1.0);
    assert_eq!(figure.language, "en");
    for text in [&figure.title, &figure.subtitle, &figure.source, &figure.table.name, &figure.table.caption] {
        assert!(!text.is_empty());
    }
    assert!(figure.problems.is_empty(), "{:?}", figure.problems);
    let ids: Vec<&str> = figure.controls.iter().map(|control| control.id.as_str()).collect();
    assert_eq!(ids, ["scale", "years", "connectors"]);
    for control in &figure.controls {
        assert!(!control.label.is_empty() && control.options.iter().all(|option| !option.label.is_empty()));
        let current: Vec<&str> =
            control.options.iter().filter(|option| option.current).map(|option| option.id.as_str()).collect();
        let expected = match control.id.as_str() {
            // The link asks for the peak and for a datum of another option: the datum is shown.
            "scale" => "first",
            "years" => "read",
            _ => "on",
        };
        assert_eq!(current, [expected]);
    }
    assert!(figure.notes.iter().all(|note| !note.text.is_empty()));
    assert!(figure.notes.iter().any(|note| !note.datums.is_empty()));
    assert_eq!(figure.table.rows.len(), figure.datums.len());
    for (row, datum) in figure.table.rows.iter().zip(&figure.datums) {
        assert_eq!(row.datum, datum.id);
        assert_eq!(row.cells.len(), figure.table.columns.len());
        assert!(!datum.name.is_empty());
    }
    let Palette { background, ink, muted, grid, accent, remark } = &figure.palette;
    let mut colors = [background, ink, muted, grid, accent, remark].map(|css| rgb(css));
    colors.sort_unstable();
    assert!(colors.windows(2).all(|pair| pair[0] != pair[1]), "{colors:?}");
}

#[wasm_bindgen_test]
fn a_figure_is_a_plain_object() {
    let mut chart = Chart::new(canvas());
    let figure = chart.show("", 720.0, 1.0, 1.0, "light", "zh");
    for name in ["controls", "datums", "notes", "problems"] {
        assert!(Array::is_array(&Reflect::get(&figure, &name.into()).unwrap()), "{name}");
    }
    for (name, field) in [("table", "caption"), ("palette", "accent")] {
        let value = Reflect::get(&figure, &name.into()).unwrap();
        assert!(Reflect::get(&value, &field.into()).unwrap().is_string(), "{name}.{field}");
    }
    // What is not there is undefined and not null: `figure.selected === datum.id` and defaults work.
    assert!(Reflect::get(&figure, &"selected".into()).unwrap().is_undefined());
}

#[wasm_bindgen_test]
fn a_bad_link_is_told_and_does_not_throw() {
    for (query, asked) in [
        ("view=nothing", "nothing"),
        ("datum=Z9-99", "Z9-99"),
        ("view=scitech-share&datum=A2-18", "A2-18"),
        ("v=99", "99"),
        ("theme=sepia", "sepia"),
        ("%FF", "%FF"),
    ] {
        let Shown { figure, .. } = show(query, 720.0, 1.0);
        assert_eq!(figure.problems.len(), 1, "{query}: {:?}", figure.problems);
        assert!(figure.problems[0].contains(asked), "{query}: {:?}", figure.problems);
        assert!(!figure.datums.is_empty(), "{query}");
        assert_eq!(figure.selected, None, "{query}");
    }
}

#[wasm_bindgen_test]
fn what_the_reader_does_comes_back_as_a_link_that_shows_it() {
    let Shown { mut chart, .. } = show("view=cooperation-series", 720.0, 1.0);
    let query = chart.update("years", "printed").unwrap();
    let figure: Figure = from_js(chart.show(&query, 720.0, 1.0, 1.0, "light", "zh"));
    let years = figure.controls.iter().find(|control| control.id == "years").unwrap();
    assert!(years.options.iter().any(|option| option.id == "printed" && option.current));
    let query = chart.update("select", "A1-23").unwrap();
    let figure: Figure = from_js(chart.show(&query, 720.0, 1.0, 1.0, "light", "zh"));
    assert_eq!(figure.selected.as_deref(), Some("A1-23"));
    let query = chart.update("select", "").unwrap();
    let figure: Figure = from_js(chart.show(&query, 720.0, 1.0, 1.0, "light", "zh"));
    assert_eq!(figure.selected, None);
}

#[wasm_bindgen_test]
fn a_repaint_leaves_nothing_of_the_picture_before() {
    let Shown { mut chart, canvas, .. } = show("view=pipelines&theme=dark", 900.0, 2.0);
    for (width, ratio) in [(720.0, 1.0), (720.0, 1.0), (720.0, 1.5)] {
        let _ = chart.show("view=cooperation-series", width, ratio, 1.0, "light", "zh");
        let (again, fresh) = (Pixels::of(&canvas, ratio), show("view=cooperation-series", width, ratio).pixels);
        assert_eq!((again.width, again.height), (fresh.width, fresh.height));
        let all = || (0..fresh.height).flat_map(|y| (0..fresh.width).map(move |x| (x, y)));
        assert_eq!(all().filter(|(x, y)| again.pixel(*x, *y) != fresh.pixel(*x, *y)).count(), 0, "{width} × {ratio}");
    }
}

#[wasm_bindgen_test]
fn a_canvas_that_cannot_be_painted_on_leaves_the_words() {
    let canvas = canvas();
    assert!(canvas.get_context("bitmaprenderer").unwrap().is_some());
    let mut chart = Chart::new(canvas);
    let figure: Figure = from_js(chart.show("view=scitech-share", 720.0, 1.0, 1.0, "light", "zh"));
    assert!(!figure.datums.is_empty() && figure.table.rows.len() == figure.datums.len());
    assert!(chart.hit(figure.datums[0].area[0] + 1.0, figure.datums[0].area[1] + 1.0).is_some());
}

#[wasm_bindgen_test]
fn the_words_of_the_page_are_an_object_in_the_language_asked_for() {
    let text = |tag: &str, key: &str| Reflect::get(&words(tag), &key.into()).unwrap().as_string().unwrap();
    assert_eq!(text("en", "views"), "All charts");
    assert_eq!(text("en-GB", "views"), "All charts");
    assert_eq!(text("zh-Hans", "views"), "全部图表");
    assert_eq!(text("fr", "views"), "全部图表");
    assert!(!text("en", "scitech-share").is_empty());
}
