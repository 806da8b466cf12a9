//! What is taken away: the picture as SVG and the page's words as HTML, made from the same scene and the same descriptions.

#[cfg(not(target_arch = "wasm32"))]
mod html;

#[cfg(not(target_arch = "wasm32"))]
pub use html::{page, page_file};
