//! What a scene holds reaches the backend whole, once, and where the scene has it: a recording backend takes it all down.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use article_charts::chart::{Frame, Measure, Picture, TableMeasure, Theme};
use article_charts::data::{Language, package};
use article_charts::paint::PaintError;
use article_charts::scene::{Anchor, Color, Dash, Geometry, Point, Rect, Role, Scene, Shape, Stroke, Weight, dashes, hatching};
use common::recorder::{Ink, Rgba, painted, painted_until};
use common::{drawn, every_picture, options};

const INK: Color = Color::rgb(0x12_34_56);
const STROKE: Stroke = Stroke { color: INK, width: 2.0 };
const RGBA: Rgba = [0x12, 0x34, 0x56, 255];

fn rgba(color: Color) -> Rgba {
    [color.red, color.green, color.blue, color.alpha]
}

/// Sixteenths of a CSS pixel.
fn at(point: Point) -> (i32, i32) {
    ((point.x * 16.0).round() as i32, (point.y * 16.0).round() as i32)
}

fn corners(rect: Rect) -> [(i32, i32); 2] {
    [at(Point::new(rect.x, rect.y)), at(Point::new(rect.right(), rect.bottom()))]
}

fn wide(stroke: Stroke) -> u32 {
    (stroke.width * 16.0).round() as u32
}

/// A scene of 100 × 50 with shapes of the role `Mark`.
fn scene(shapes: impl IntoIterator<Item = Geometry>) -> Scene {
    let shapes = shapes.into_iter().map(|geometry| Shape { geometry, role: Role::Mark, datum: None, panel: None }).collect();
    let (datums, panels) = (Vec::new(), Vec::new());
    Scene { width: 100.0, height: 50.0, lang: "en", background: Color::rgb(0xff_ff_ff), shapes, datums, panels }
}

fn line(points: &[(f64, f64)]) -> Geometry {
    let points = points.iter().map(|(x, y)| Point::new(*x, *y)).collect();
    Geometry::Path { points, stroke: Stroke { color: INK, width: 1.0 }, dash: None }
}

fn area(x: f64, y: f64, width: f64, height: f64) -> Geometry {
    Geometry::Rect { rect: Rect::new(x, y, width, height), fill: Some(INK), stroke: None }
}

fn circle(x: f64, y: f64, radius: f64) -> Geometry {
    Geometry::Circle { center: Point::new(x, y), radius, fill: Some(INK), stroke: Some(STROKE) }
}

fn words(x: f64, y: f64) -> Geometry {
    Geometry::Text {
        origin: Point::new(x, y),
        text: "1423".to_owned(),
        size: 13.0,
        weight: Weight::Bold,
        anchor: Anchor::End,
        color: INK,
        width: 30.0,
    }
}

#[test]
fn every_picture_paints_and_its_background_covers_it_first() {
    every_picture(|name, _, scene| {
        let (result, inks) = painted(scene);
        assert!(result.is_ok(), "{name}: {result:?}");
        let whole = ((scene.width * 16.0) as i32, (scene.height * 16.0) as i32);
        let ground = Ink::Rect { from: (0, 0), to: whole, width: None, color: rgba(scene.background) };
        assert_eq!(inks.first(), Some(&ground), "{name}");
    });
}

/// A font that is so many times as wide as Noto Sans.
struct Wide(f64);

impl Measure for Wide {
    fn width(&self, text: &str, size: f64, weight: Weight) -> f64 {
        TableMeasure.width(text, size, weight) * self.0
    }
}

/// Tightness may cost a picture its beauty, but not its figures: one misplaced shape, and none of it would be painted.
#[test]
fn any_font_and_any_frame_give_a_picture_that_paints() {
    for measure in [0.8, 1.1, 1.25].map(Wide) {
        for (view, language) in drawn().flat_map(|view| Language::ALL.map(|language| (view, language))) {
            for options in options(view) {
                for (width, text_scale) in
                    [0.0, 240.0, 279.0, 357.0, 760.0, 1410.0].into_iter().flat_map(|w| [1.0, 1.5, 2.0, 9.0].map(|t| (w, t)))
                {
                    let frame = Frame { width, text_scale, language, theme: Theme::Light, measure: &measure };
                    let scene =
                        Picture { package: package(), view, options: &options, frame }.draw().expect("a drawn view draws");
                    let (result, _) = painted(&scene);
                    assert!(
                        result.is_ok(),
                        "{} {options:?} {language:?} {width} px, text × {text_scale}, font × {}: {result:?}",
                        view.id,
                        measure.0
                    );
                }
            }
        }
    }
}

#[test]
fn every_text_is_set_once_and_as_the_scene_has_it() {
    every_picture(|name, _, scene| {
        let expected: Vec<Ink> = scene
            .shapes
            .iter()
            // The page sets sentences.
            .filter(|shape| shape.role != Role::Prose)
            .filter_map(|shape| match &shape.geometry {
                Geometry::Text { origin, text, size, weight, anchor, color, .. } => Some(Ink::Text {
                    at: at(*origin),
                    text: text.clone(),
                    size: size * 16.0,
                    bold: *weight == Weight::Bold,
                    side: match anchor {
                        Anchor::Start => 'l',
                        Anchor::Middle => 'c',
                        Anchor::End => 'r',
                    },
                    color: rgba(*color),
                }),
                _ => None,
            })
            .collect();
        let texts: Vec<Ink> = painted(scene).1.into_iter().filter(|ink| matches!(ink, Ink::Text { .. })).collect();
        assert!(!expected.is_empty() || scene.datums.is_empty(), "{name} has no text");
        assert_eq!(texts, expected, "{name}");
    });
}

#[test]
fn every_square_dot_and_area_stands_where_the_scene_has_it() {
    let mut all = 0;
    every_picture(|name, _, scene| {
        let mut expected = Vec::new();
        for shape in &scene.shapes {
            match &shape.geometry {
                Geometry::Rect { rect, fill, stroke } => {
                    let mut add = |rect, width, color| {
                        let [from, to] = corners(rect);
                        expected.push(Ink::Rect { from, to, width, color: rgba(color) });
                    };
                    if let Some(fill) = fill {
                        add(*rect, None, *fill);
                    }
                    // The outline lies inside the edge.
                    if let Some(stroke) = stroke {
                        add(rect.grown(-stroke.width / 2.0), Some(wide(*stroke)), stroke.color);
                    }
                }
                Geometry::Circle { center, radius, fill, stroke } => {
                    let (center, radius) = (at(*center), (radius * 16.0).round() as u32);
                    if let Some(fill) = fill {
                        expected.push(Ink::Circle { center, radius, width: None, color: rgba(*fill) });
                    }
                    if let Some(stroke) = stroke {
                        expected.push(Ink::Circle { center, radius, width: Some(wide(*stroke)), color: rgba(stroke.color) });
                    }
                }
                Geometry::Polygon { points, fill } => {
                    let points = points.iter().map(|point| at(*point)).collect();
                    expected.push(Ink::Polygon { points, color: rgba(*fill) });
                }
                Geometry::Path { .. } | Geometry::Hatch { .. } | Geometry::Text { .. } => {}
            }
        }
        let forms = |ink: &Ink| matches!(ink, Ink::Rect { .. } | Ink::Circle { .. } | Ink::Polygon { .. });
        let drawn: Vec<Ink> = painted(scene).1.into_iter().skip(1).filter(forms).collect();
        assert_eq!(drawn, expected, "{name}");
        all += expected.len();
    });
    assert!(all > 1000, "only {all} of them");
}

#[test]
fn every_line_runs_where_the_scene_has_it() {
    let mut all = 0;
    every_picture(|name, _, scene| {
        let mut expected = Vec::new();
        for shape in &scene.shapes {
            let (lines, stroke): (Vec<Vec<Point>>, Stroke) = match &shape.geometry {
                Geometry::Path { points, stroke, dash: None } => (vec![points.clone()], *stroke),
                Geometry::Path { points, stroke, dash: Some(dash) } => {
                    (dashes(points, *dash).into_iter().map(Vec::from).collect(), *stroke)
                }
                Geometry::Hatch { rect, spacing, stroke } => {
                    (hatching(*rect, *spacing).into_iter().map(Vec::from).collect(), *stroke)
                }
                _ => continue,
            };
            for line in lines {
                let points = line.into_iter().map(at).collect();
                expected.push(Ink::Path { points, width: wide(stroke), color: rgba(stroke.color) });
            }
        }
        let drawn: Vec<Ink> = painted(scene).1.into_iter().filter(|ink| matches!(ink, Ink::Path { .. })).collect();
        assert_eq!(drawn, expected, "{name}");
        all += expected.len();
    });
    assert!(all > 1000, "only {all} of them");
}

#[test]
fn what_comes_later_is_painted_over_what_comes_first() {
    let (result, inks) = painted(&scene([words(50.0, 20.0), circle(20.0, 20.0, 5.0), line(&[(1.0, 1.0), (9.0, 9.0)])]));
    assert!(result.is_ok());
    let order: Vec<&str> = inks
        .iter()
        .map(|ink| match ink {
            Ink::Path { .. } => "line",
            Ink::Polygon { .. } => "polygon",
            Ink::Rect { .. } => "rect",
            Ink::Circle { width: None, .. } => "disc",
            Ink::Circle { .. } => "ring",
            Ink::Text { .. } => "text",
        })
        .collect();
    assert_eq!(order, ["rect", "text", "disc", "ring", "line"]);
}

#[test]
fn places_are_rounded_to_the_nearest_sixteenth() {
    let (result, inks) = painted(&scene([circle(10.03, 10.04, 5.02), area(1.97, 2.0, 3.0, 4.0)]));
    assert!(result.is_ok());
    assert_eq!(
        inks[1..],
        [
            Ink::Circle { center: (160, 161), radius: 80, width: None, color: RGBA },
            Ink::Circle { center: (160, 161), radius: 80, width: Some(32), color: RGBA },
            Ink::Rect { from: (32, 32), to: (80, 96), width: None, color: RGBA },
        ]
    );
}

#[test]
fn a_faded_ink_keeps_its_opacity() {
    let faded =
        Geometry::Polygon { points: vec![Point::new(1.0, 1.0), Point::new(2.0, 1.0), Point::new(2.0, 2.0)], fill: INK.faded(51) };
    let (_, inks) = painted(&scene([faded]));
    assert_eq!(inks[1..], [Ink::Polygon { points: vec![(16, 16), (32, 16), (32, 32)], color: [0x12, 0x34, 0x56, 51] }]);
}

#[test]
fn an_outline_lies_inside_the_edge_of_its_rectangle() {
    let outlined = Geometry::Rect { rect: Rect::new(10.0, 10.0, 20.0, 10.0), fill: None, stroke: Some(STROKE) };
    let (_, inks) = painted(&scene([outlined]));
    assert_eq!(inks[1..], [Ink::Rect { from: (176, 176), to: (464, 304), width: Some(32), color: RGBA }]);
}

#[test]
fn dashes_become_segments_that_run_on_around_a_corner() {
    let points = vec![Point::new(1.0, 1.0), Point::new(7.0, 1.0), Point::new(7.0, 7.0)];
    let (_, inks) = painted(&scene([Geometry::Path { points, stroke: STROKE, dash: Some(Dash { on: 4.0, off: 4.0 }) }]));
    let segment = |points: [(i32, i32); 2]| Ink::Path { points: points.to_vec(), width: 32, color: RGBA };
    assert_eq!(inks[1..], [segment([(16, 16), (80, 16)]), segment([(112, 48), (112, 112)])]);
}

#[test]
fn hatches_become_segments_inside_their_rectangle() {
    let (_, inks) = painted(&scene([Geometry::Hatch { rect: Rect::new(0.0, 0.0, 10.0, 10.0), spacing: 5.0, stroke: STROKE }]));
    let segment = |points: [(i32, i32); 2]| Ink::Path { points: points.to_vec(), width: 32, color: RGBA };
    assert_eq!(inks[1..], [segment([(0, 80), (80, 0)]), segment([(0, 160), (160, 0)]), segment([(80, 160), (160, 80)])]);
}

#[test]
fn what_lies_on_the_edge_is_painted_and_not_moved() {
    let edge = [(0.0, 0.0), (100.0, 0.0), (100.0, 50.0), (0.0, 50.0)];
    let (result, inks) = painted(&scene([line(&edge), area(0.0, 0.0, 100.0, 50.0), words(100.0, 50.0)]));
    assert!(result.is_ok(), "{result:?}");
    let Ink::Path { points, .. } = &inks[1] else { panic!("{inks:?}") };
    assert_eq!(*points, [(0, 0), (1600, 0), (1600, 800), (0, 800)]);
    assert!(matches!(inks[2], Ink::Rect { from: (0, 0), to: (1600, 800), .. }), "{inks:?}");
    assert!(matches!(inks[3], Ink::Text { at: (1600, 800), .. }), "{inks:?}");
}

#[test]
fn a_misplaced_shape_is_refused_and_nothing_is_painted() {
    let outside = [(f64::NAN, 20.0), (20.0, f64::NAN), (f64::INFINITY, 20.0), (20.0, f64::NEG_INFINITY)];
    let beyond =
        [(-2.0, 20.0), (20.0, -2.0), (102.0, 20.0), (20.0, 52.0), (-0.5, 20.0), (100.5, 20.0), (20.0, -0.5), (20.0, 50.5)];
    for (x, y) in outside.into_iter().chain(beyond) {
        let forms = [
            line(&[(20.0, 20.0), (x, y)]),
            line(&[(20.0, 20.0), (x, y), (30.0, 30.0)]),
            Geometry::Polygon { points: vec![Point::new(20.0, 20.0), Point::new(30.0, 20.0), Point::new(x, y)], fill: INK },
            area(x, y, 1.0, 1.0),
            area(x - 1.0, y - 1.0, 1.0, 1.0),
            Geometry::Hatch { rect: Rect::new(x, y, 1.0, 1.0), spacing: 0.5, stroke: STROKE },
            circle(x, y, 0.1),
            words(x, y),
        ];
        for form in forms {
            // Last of all, so that there is something that could have been painted before it.
            let (result, inks) = painted(&scene([area(1.0, 1.0, 5.0, 5.0), form.clone()]));
            assert!(matches!(result, Err(PaintError::Misplaced(Role::Mark))), "{form:?}: {result:?}");
            assert!(inks.is_empty(), "{form:?}: {inks:?}");
        }
    }
}

#[test]
fn a_size_that_is_no_number_is_refused() {
    for size in [f64::NAN, f64::INFINITY] {
        let rect = Rect { x: 20.0, y: 20.0, width: size, height: 1.0 };
        for form in [circle(20.0, 20.0, size), Geometry::Rect { rect, fill: Some(INK), stroke: None }] {
            let (result, inks) = painted(&scene([form.clone()]));
            assert!(matches!(result, Err(PaintError::Misplaced(Role::Mark))), "{form:?}: {result:?}");
            assert!(inks.is_empty(), "{form:?}: {inks:?}");
        }
    }
}

#[test]
fn a_failing_backend_stops_the_painting_and_is_told() {
    let three = scene([area(1.0, 1.0, 5.0, 5.0), circle(20.0, 20.0, 5.0), words(50.0, 20.0)]);
    let whole = painted(&three).1;
    for most in 0..whole.len() {
        let (result, inks) = painted_until(&three, most);
        assert!(matches!(result, Err(PaintError::Backend(_))), "{most}: {result:?}");
        assert_eq!(inks, whole[..most]);
    }
}
