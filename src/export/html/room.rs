use super::super::view::Look;
use super::figure::STILL_WIDTHS;
use crate::data::{Language, View};

/// Room for the words around a picture in a frame, in CSS pixels.
const AROUND: u32 = 420;

/// How high the page of a view in a frame is, in CSS pixels, in a column as wide as the wide picture: what a frame needs that nobody tells
/// its height. `None` where the module has no mark for the view.
pub fn frame_height(view: &'static View, language: Language) -> Option<u32> {
    let [_, wide] = STILL_WIDTHS;
    let height = Look { language, width: wide.into(), ..Look::default() }.picture(view).draw()?.height;
    Some(height.ceil() as u32 + AROUND)
}
