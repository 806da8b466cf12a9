//! Charts of what a newspaper actually printed.
//!
//! Without a browser, [`svg`] draws a view by its id; [`export::figure`] writes it as HTML with its words and its table; [`chart::Picture`] draws
//! it with any options, into a [`scene::Scene`] that holds every shape and every datum.

pub mod chart;
pub mod data;
pub mod explore;
pub mod export;
pub mod paint;
pub mod scene;
#[cfg(target_arch = "wasm32")]
pub mod web;
pub mod words;

#[cfg(not(target_arch = "wasm32"))]
pub use export::{Look, UnknownView, view_svg as svg};

/// What is said of each data package as a whole.
const ABOUT: &str = include_str!(concat!(env!("OUT_DIR"), "/about.txt"));

/// The data packages, as the build script wrote them.
pub const PACKAGES: data::Blob = data::Blob {
    chinese: include_str!(concat!(env!("OUT_DIR"), "/chinese.txt")),
    english: include_str!(concat!(env!("OUT_DIR"), "/english.txt")),
    texts: include_str!(concat!(env!("OUT_DIR"), "/texts.txt")),
    cells: include_bytes!(concat!(env!("OUT_DIR"), "/cells.bin")),
};
