use crate::scene::Weight;

/// Measures text. In the browser the canvas does it; natively a committed table of glyph widths.
pub trait Measure {
    /// How wide one line of text is, in CSS pixels, at `size` CSS pixels.
    fn width(&self, text: &str, size: f64, weight: Weight) -> f64;
}
