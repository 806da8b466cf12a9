//! The only room that knows a browser: what JavaScript calls, and the canvas as a drawing surface.
//!
//! Everything that crosses is a typed value through serde-wasm-bindgen. Nothing here throws: what is wrong with a link is told in the
//! figure's `problems`, so that whatever JavaScript catches is a lost instance and nothing else.
//!
//! Two modules are made of this room: one that draws, and with the feature `take-away` one that is loaded when a reader takes something
//! away. Each has its own exports and none of the other's.

#[cfg(not(feature = "take-away"))]
mod chart;
#[cfg(not(feature = "take-away"))]
#[allow(
    clippy::vec_init_then_push,
    reason = "the fields of an object; a list of all would be made at once and moved, which takes more code"
)]
mod figure;
mod measure;
mod surface;
#[cfg(feature = "take-away")]
mod take_away;
#[cfg(not(feature = "take-away"))]
mod value;

#[cfg(not(feature = "take-away"))]
pub use chart::{Chart, core, miniature, words};
#[cfg(feature = "take-away")]
pub use take_away::TakeAway;

use crate::chart::{SystemColors, Theme};
use crate::scene::Color;
use crate::words::cut;
use serde::Serialize;
use wasm_bindgen::prelude::*;

#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// What a reader has asked for, unless the system forces its colours.
fn theme(scheme: &str, asked: Option<Theme>) -> Theme {
    let mut rest = scheme;
    let mut word = || {
        let (word, behind) = cut(rest, ' ').unwrap_or((rest, ""));
        rest = behind;
        word
    };
    match word() {
        "forced" => {
            let mut channel = || word().bytes().fold(0, |number: u8, digit| number.wrapping_mul(10).wrapping_add(digit & 15));
            let mut color = || Color { red: channel(), green: channel(), blue: channel(), alpha: u8::MAX };
            Theme::Forced(SystemColors { canvas: color(), text: color(), link: color() })
        }
        "more" => contrast(asked.map_or(word() == "dark", |asked| asked == Theme::Dark)),
        "print" => Theme::Light,
        "dark" => asked.unwrap_or(Theme::Dark),
        _ => asked.unwrap_or(Theme::Light),
    }
}

/// Nothing but ink, and what stands out, on the usual ground: for who asks for more contrast.
fn contrast(dark: bool) -> Theme {
    let [canvas, text, link] = if dark { [0x16_18_1b, 0xff_ff_ff, 0xff_e0_66] } else { [0xfb_f8_f2, 0, 0x00_00_8b] };
    Theme::Forced(SystemColors { canvas: Color::rgb(canvas), text: Color::rgb(text), link: Color::rgb(link) })
}

fn to_value<T: Serialize>(value: &T) -> JsValue {
    let serializer = serde_wasm_bindgen::Serializer::new().serialize_maps_as_objects(true);
    value.serialize(&serializer).unwrap_or(JsValue::UNDEFINED)
}
