//! What JavaScript is told, and what it can ask.

use super::support::{Datum, Figure, Palette, Shown, Tooltip, canvas, from_js, rgb, scenes, show};
use article_charts::web::{Chart, words};
use js_sys::{Array, Reflect};
use wasm_bindgen_test::wasm_bindgen_test;

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
fn the_words_of_the_page_are_an_object_in_the_language_asked_for() {
    let text = |tag: &str, key: &str| Reflect::get(&words(tag), &key.into()).unwrap().as_string().unwrap();
    assert_eq!(text("en", "views"), "All charts");
    assert_eq!(text("en-GB", "views"), "All charts");
    assert_eq!(text("zh-Hans", "views"), "全部图表");
    assert_eq!(text("fr", "views"), "全部图表");
    assert!(!text("en", "scitech-share").is_empty());
}
