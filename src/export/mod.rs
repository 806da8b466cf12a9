//! What is taken away: the picture as SVG and the page's words as HTML, made from the same scene and the same descriptions.

mod escape;
#[cfg(not(target_arch = "wasm32"))]
mod html;
mod svg;

#[cfg(not(target_arch = "wasm32"))]
pub use html::{page, page_file};
pub use svg::{Caption, picture_svg, svg};
