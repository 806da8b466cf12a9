//! What is taken away: the picture as SVG, records, citations and whole sheets, and the page's words as HTML, all made from the same
//! scene and the same descriptions.

mod escape;
#[cfg(not(target_arch = "wasm32"))]
mod html;
mod svg;
#[cfg(any(not(target_arch = "wasm32"), feature = "take-away"))]
pub mod take;
#[cfg(not(target_arch = "wasm32"))]
mod view;

#[cfg(not(target_arch = "wasm32"))]
pub use html::{STILL_THEMES, STILL_WIDTHS, Surroundings, embed, figure, figure_name, page, page_file, still_name};
pub use svg::{Caption, picture_svg, svg};
#[cfg(not(target_arch = "wasm32"))]
pub use view::{Look, UnknownView, view_svg};
