//! Every picture is laid out from measured text: nothing is cut, nothing overlaps, nothing is too small or too faint.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use article_charts::scene::{Geometry, Point, Rect, Role};
use common::{every_picture, layout, text};

#[test]
fn nothing_leaves_the_picture() {
    every_picture(|name, _, scene| {
        layout::inside(name, scene);
        for datum in &scene.datums {
            assert!(datum.area.width >= 8.0 && datum.area.height >= 8.0, "{name}: {datum:?} is too small to hit");
        }
    });
}

#[test]
fn no_text_overlaps_another() {
    every_picture(|name, _, scene| layout::apart(name, scene));
}

/// Whether a straight line passes through a box.
fn crosses(area: Rect, from: Point, to: Point) -> bool {
    (0..=200).any(|i| {
        let t = f64::from(i) / 200.0;
        area.contains(Point::new(from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * t))
    })
}

#[test]
fn no_text_stands_on_a_mark_or_a_connector() {
    every_picture(|name, _, scene| {
        for shape in &scene.shapes {
            let Some(words) = text(shape) else { continue };
            let letters = shape.geometry.bounds().grown(-2.0);
            for other in &scene.shapes {
                let touched = match (&other.geometry, other.role) {
                    (Geometry::Circle { .. } | Geometry::Rect { .. } | Geometry::Polygon { .. }, Role::Mark) => {
                        letters.overlaps(other.geometry.bounds())
                    }
                    // An outline may go around a text; no part of it may go through one.
                    (Geometry::Path { points, .. }, Role::Mark | Role::Connector) => {
                        points.windows(2).any(|ends| crosses(letters, ends[0], ends[1]))
                    }
                    _ => false,
                };
                assert!(!touched, "{name}: “{words}” at {letters:?} stands on {other:?}");
            }
        }
    });
}

#[test]
fn text_is_large_and_dark_enough() {
    every_picture(|name, _, scene| layout::legible(name, scene));
}

#[test]
fn marks_are_dark_enough() {
    every_picture(|name, _, scene| {
        for shape in scene.shapes.iter().filter(|shape| matches!(shape.role, Role::Mark | Role::Open | Role::Connector)) {
            let inks = match &shape.geometry {
                Geometry::Path { stroke, .. } => vec![stroke.color],
                Geometry::Polygon { fill, .. } => vec![*fill],
                // Where there is an outline, it carries the form.
                Geometry::Rect { fill, stroke, .. } | Geometry::Circle { fill, stroke, .. } => {
                    stroke.map(|stroke| stroke.color).or(*fill).into_iter().collect()
                }
                _ => Vec::new(),
            };
            assert!(!inks.is_empty(), "{name}: {shape:?} has no ink");
            for ink in inks {
                let ratio = ink.contrast(scene.background);
                assert!(ratio >= 3.0, "{name}: {shape:?} has {ratio:.2}:1");
            }
        }
    });
}

#[test]
fn the_same_input_gives_the_same_scene() {
    every_picture(|name, picture, scene| assert_eq!(picture.draw().as_ref(), Some(scene), "{name}"));
}
