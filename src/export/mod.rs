//! What is taken away: the picture as SVG, records, citations and whole sheets, and the page's words as HTML, all made from the same
//! scene and the same descriptions.

mod escape;
#[cfg(any(not(target_arch = "wasm32"), feature = "take-away"))]
mod html;
mod svg;
#[cfg(any(not(target_arch = "wasm32"), feature = "take-away"))]
pub mod take;
#[cfg(any(not(target_arch = "wasm32"), feature = "take-away"))]
mod view;

#[cfg(any(not(target_arch = "wasm32"), feature = "take-away"))]
pub use html::{
    STILL_THEMES, STILL_WIDTHS, Surroundings, embed, figure, figure_name, fragment, frame_height, page, page_file, pictures,
    share_control, still_name,
};
pub use svg::{Caption, picture_svg, svg};
#[cfg(any(not(target_arch = "wasm32"), feature = "take-away"))]
pub use view::{Look, UnknownView, view_svg};
