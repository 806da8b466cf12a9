use super::surface::{context, font};
use crate::chart::Measure;
use crate::data::Language;
use crate::scene::{Weight, sans};
use std::cell::{Cell, RefCell};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

/// Measures text with a canvas, and remembers what it has measured: asking the canvas costs far more than looking it up.
pub(super) struct CanvasMeasure {
    context: Option<CanvasRenderingContext2d>,
    /// The fonts of the language that is measured.
    stack: Cell<&'static str>,
    /// A text has one place, which it shares with others: the last one measured has it.
    known: RefCell<Vec<Known>>,
}

/// A text that was measured.
#[derive(Clone, Default)]
struct Known {
    text: String,
    size: f64,
    bold: bool,
    width: f64,
}

/// Texts that are remembered at most. A picture has some hundreds.
const MEMORY: usize = 1024;

impl CanvasMeasure {
    /// Measures with the canvas that is painted on, so that the fonts agree.
    pub(super) fn new(canvas: &HtmlCanvasElement) -> Self {
        Self { context: context(canvas), stack: Cell::new(""), known: RefCell::new(vec![Known::default(); MEMORY]) }
    }

    /// Measures texts of a language from now on.
    pub(super) fn speak(&self, language: Language) {
        let stack = sans(language.tag());
        if self.stack.replace(stack) != stack {
            self.known.borrow_mut().fill(Known::default());
        }
    }

    /// Asks the canvas. Without one a guess from above has to do: full-width characters are as wide as they are high.
    fn measured(&self, text: &str, size: f64, bold: bool) -> f64 {
        let measured = self.context.as_ref().and_then(|context| {
            context.set_font(&font(bold, size, self.stack.get()));
            Some(context.measure_text(text).ok()?.width())
        });
        measured.unwrap_or_else(|| text.chars().map(|c| if c.is_ascii() { 0.62 } else { 1.0 }).sum::<f64>() * size)
    }
}

impl Measure for CanvasMeasure {
    fn width(&self, text: &str, size: f64, weight: Weight) -> f64 {
        let bold = weight == Weight::Bold;
        let mut known = self.known.borrow_mut();
        let Some(place) = known.get_mut(place(text, size, bold)) else {
            return self.measured(text, size, bold);
        };
        if !(place.text == text && place.size == size && place.bold == bold) {
            *place = Known { text: text.to_owned(), size, bold, width: self.measured(text, size, bold) };
        }
        place.width
    }
}

/// The place of a text (Fowler, Noll and Vo's hash).
fn place(text: &str, size: f64, bold: bool) -> usize {
    let bits = size.to_bits() ^ u64::from(bold);
    let bytes = text.bytes().chain(bits.to_le_bytes());
    let hash = bytes.fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    hash as usize % MEMORY
}
