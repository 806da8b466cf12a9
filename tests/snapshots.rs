//! Every view as SVG, wide in Chinese and narrow in English, against the pictures in `tests/snapshots/`: any change of a picture is seen.
//! Look at the new pictures, then accept them with `INSTA_UPDATE=always cargo test --test snapshots`.

#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod common;

use article_charts::chart::{Frame, Options, Picture, TableMeasure, Theme};
use article_charts::data::{Language, package};
use article_charts::export::picture_svg;

#[test]
fn every_view_looks_as_it_did() {
    for view in common::drawn() {
        for (language, width, name) in [(Language::Zh, 880.0, "zh"), (Language::En, 328.0, "en-narrow")] {
            let frame = Frame { width, text_scale: 1.0, language, theme: Theme::Light, measure: &TableMeasure };
            let picture = Picture { package: package(), view, options: &Options::new(), frame };
            let svg = picture_svg(&picture).expect("a drawn view has an SVG");
            insta::assert_binary_snapshot!(&format!("{}-{name}.svg", view.id), svg.into_bytes());
        }
    }
}
