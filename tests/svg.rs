//! The SVG is well-formed, says what the scene says in the same places, and holds every datum with its figure.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use article_charts::chart::Picture;
use article_charts::export::picture_svg;
use article_charts::scene::{Geometry, Role, Scene};
use common::{every_choice, text};
use roxmltree::{Document, Node};

/// Every view with every option, in both languages.
fn every_svg(mut check: impl FnMut(&str, &Picture<'_>, &Scene, &Document<'_>)) {
    every_choice(|name, picture, scene| {
        let svg = picture_svg(picture).expect("a drawn view has an SVG");
        let document = Document::parse(&svg).unwrap_or_else(|error| panic!("{name}: {error}"));
        check(name, picture, scene, &document);
    });
}

fn elements<'a>(document: &'a Document<'a>, tag: &'a str) -> impl Iterator<Item = Node<'a, 'a>> {
    document.descendants().filter(move |node| node.has_tag_name(tag))
}

fn number(node: Node<'_, '_>, name: &str) -> f64 {
    node.attribute(name).and_then(|value| value.parse().ok()).unwrap_or_else(|| panic!("{node:?} has no {name}"))
}

#[test]
fn its_texts_are_those_of_the_scene_in_the_same_places() {
    every_svg(|name, _, scene, document| {
        let written: Vec<(String, f64, f64, f64)> = elements(document, "text")
            .map(|node| {
                (node.text().unwrap_or_default().to_owned(), number(node, "x"), number(node, "y"), number(node, "font-size"))
            })
            .collect();
        let drawn: Vec<(String, f64, f64, f64)> = scene
            .shapes
            .iter()
            .filter_map(|shape| match &shape.geometry {
                Geometry::Text { text, origin, size, .. } => Some((text.clone(), origin.x, origin.y, *size)),
                _ => None,
            })
            .collect();
        assert_eq!(written.len(), drawn.len(), "{name}");
        for (a, b) in written.iter().zip(&drawn) {
            assert_eq!(a.0, b.0, "{name}");
            assert!((a.1 - b.1).abs() < 0.01 && (a.2 - b.2).abs() < 0.01 && (a.3 - b.3).abs() < 0.01, "{name}: {a:?} {b:?}");
        }
    });
}

#[test]
fn every_datum_has_a_group_with_its_name_and_its_figure() {
    every_svg(|name, picture, scene, document| {
        let shown: Vec<&str> = scene.datums.iter().map(|datum| datum.id).collect();
        let described = picture.describe(&shown);
        for (index, words) in described.iter().enumerate() {
            let groups: Vec<Node<'_, '_>> =
                elements(document, "g").filter(|node| node.attribute("data-datum") == Some(words.id)).collect();
            assert!(!groups.is_empty(), "{name}: {} has no group", words.id);
            let titles: Vec<&str> = groups
                .iter()
                .flat_map(|group| group.children())
                .filter(|node| node.has_tag_name("title"))
                .filter_map(|node| node.text())
                .collect();
            assert_eq!(titles.len(), 1, "{name}: {}: {titles:?}", words.id);
            assert!(titles[0].contains(&words.spoken()), "{name}: {titles:?}");
            let figures = |wanted: &str| -> Vec<String> {
                let texts =
                    groups.iter().flat_map(|group| group.children()).filter(|node| node.attribute("class") == Some(wanted));
                texts.filter(|node| node.has_tag_name("text")).filter_map(|node| node.text()).map(str::to_owned).collect()
            };
            let expected: Vec<String> = scene
                .shapes
                .iter()
                .filter(|shape| shape.datum == Some(index) && shape.role == Role::Figure)
                .filter_map(text)
                .map(str::to_owned)
                .collect();
            assert_eq!(figures("figure"), expected, "{name}: {}", words.id);
        }
    });
}

#[test]
fn it_is_named_and_stands_on_the_background() {
    every_svg(|name, picture, scene, document| {
        let root = document.root_element();
        assert_eq!(number(root, "width"), scene.width, "{name}");
        assert_eq!(number(root, "height"), scene.height, "{name}");
        assert_eq!(root.attribute("lang"), Some(scene.lang), "{name}");
        let title = root.children().find(|node| node.has_tag_name("title")).and_then(|node| node.text());
        assert_eq!(title, Some(picture.view.title.get(picture.frame.language)), "{name}");
        assert!(elements(document, "script").next().is_none() && elements(document, "style").next().is_none(), "{name}");
    });
}

#[test]
fn squares_and_dots_stand_where_the_scene_has_them() {
    every_svg(|name, _, scene, document| {
        let marks = |tag: &'static str| {
            elements(document, tag).filter(|node| node.attribute("class") == Some("mark")).collect::<Vec<_>>()
        };
        let rects: Vec<_> = scene
            .shapes
            .iter()
            .filter(|shape| shape.role == Role::Mark && matches!(shape.geometry, Geometry::Rect { .. }))
            .map(|shape| shape.geometry.bounds())
            .collect();
        assert_eq!(marks("rect").len(), rects.len(), "{name}");
        for (node, rect) in marks("rect").into_iter().zip(&rects) {
            let inset = node.attribute("stroke-width").map_or(0.0, |width| width.parse::<f64>().unwrap() / 2.0);
            assert!((number(node, "x") - inset - rect.x).abs() < 0.02, "{name}: {rect:?}");
            assert!((number(node, "width") + 2.0 * inset - rect.width).abs() < 0.03, "{name}: {rect:?}");
        }
        let circles =
            scene.shapes.iter().filter(|shape| shape.role == Role::Mark && matches!(shape.geometry, Geometry::Circle { .. }));
        assert_eq!(marks("circle").len(), circles.count(), "{name}");
    });
}
