//! What is on the canvas, pixel by pixel.

use super::pixels::{Pixels, Rgb};
use super::support::{Figure, Shown, canvas, from_js, rgb, scenes, show};
use article_charts::scene::{Geometry, Role};
use article_charts::web::Chart;
use wasm_bindgen_test::wasm_bindgen_test;

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
