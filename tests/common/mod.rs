//! What the tests of scenes have in common: every picture that a reader can ask for.
#![allow(dead_code, reason = "each test uses its own part")]

pub(crate) mod layout;
pub(crate) mod recorder;

use article_charts::chart::{Frame, Options, Picture, SystemColors, TableMeasure, Theme, is_drawn};
use article_charts::data::{Language, View, package};
use article_charts::scene::{Color, Geometry, Role, Scene, Shape};

/// The widths that a layout is promised for, in CSS pixels: screens of 320, 360, 768, 1280 and 1600, whole and within the page's margins.
pub(crate) const WIDTHS: [f64; 9] = [288.0, 320.0, 328.0, 360.0, 736.0, 768.0, 864.0, 1280.0, 1600.0];

/// Widths for what depends on the theme alone.
const FEW: [f64; 2] = [328.0, 864.0];

/// A system that forces light text on black, with a link colour that can be read.
const FORCED: Theme =
    Theme::Forced(SystemColors { canvas: Color::rgb(0x00_00_00), text: Color::rgb(0xff_ff_ff), link: Color::rgb(0xff_ff_00) });

/// The views that are drawn.
pub(crate) fn drawn() -> impl Iterator<Item = &'static View> {
    package().views.iter().filter(|view| is_drawn(view))
}

/// Every combination of a view's options.
pub(crate) fn options(view: &View) -> Vec<Options> {
    let mut all: Vec<Options> = vec![Vec::new()];
    for toggle in view.toggles {
        all = all
            .into_iter()
            .flat_map(|chosen| {
                toggle.options.iter().map(move |option| {
                    let mut next = chosen.clone();
                    next.push((toggle.id, option.id));
                    next
                })
            })
            .collect();
    }
    all
}

/// Calls `check` with every picture: views × options × languages × themes × widths × text sizes, and a name for messages.
pub(crate) fn every_picture(mut check: impl FnMut(&str, &Picture<'_>, &Scene)) {
    let mut count = 0;
    for view in drawn() {
        for options in options(view) {
            for language in Language::ALL {
                for (theme, widths) in [(Theme::Light, &WIDTHS[..]), (Theme::Dark, &FEW), (FORCED, &FEW)] {
                    for &width in widths {
                        for text_scale in [1.0, 2.0] {
                            let frame = Frame { width, text_scale, language, theme, measure: &TableMeasure };
                            let picture = Picture { package: package(), view, options: &options, frame };
                            let scene = picture.draw().expect("a drawn view draws");
                            let name = format!("{} {options:?} {language:?} {theme:?} {width} px, text × {text_scale}", view.id);
                            check(&name, &picture, &scene);
                            count += 1;
                        }
                    }
                }
            }
        }
    }
    assert!(count > 500, "only {count} pictures");
}

/// Calls `check` with every choice of view, options and language, at one size: for what neither size nor theme can change.
pub(crate) fn every_choice(mut check: impl FnMut(&str, &Picture<'_>, &Scene)) {
    for view in drawn() {
        for options in options(view) {
            for language in Language::ALL {
                let frame = Frame { width: 720.0, text_scale: 1.0, language, theme: Theme::Light, measure: &TableMeasure };
                let picture = Picture { package: package(), view, options: &options, frame };
                let scene = picture.draw().expect("a drawn view draws");
                check(&format!("{} {options:?} {language:?}", view.id), &picture, &scene);
            }
        }
    }
}

/// The words of a text shape.
pub(crate) fn text(shape: &Shape) -> Option<&str> {
    match &shape.geometry {
        Geometry::Text { text, .. } => Some(text),
        _ => None,
    }
}

/// The texts of a datum in a role.
pub(crate) fn texts(scene: &Scene, datum: Option<usize>, role: Role) -> Vec<&str> {
    let own = scene.shapes.iter().filter(|shape| shape.datum == datum && shape.role == role);
    own.filter_map(text).collect()
}
