/// The sans-serif stack of the text in a picture, by its BCP 47 tag: fonts that systems have, so that none is downloaded. English begins
/// with Latin fonts, because the quotation marks and apostrophes of Chinese ones are as wide as a Chinese character.
pub fn sans(lang: &str) -> &'static str {
    if lang.starts_with("en") { ENGLISH } else { CHINESE }
}

const CHINESE: &str = "\"Noto Sans SC\", \"Noto Sans CJK SC\", \"Source Han Sans SC\", \"PingFang SC\", \"Microsoft YaHei\", \"Hiragino Sans GB\", system-ui, sans-serif";
const ENGLISH: &str = "\"Segoe UI\", \"Helvetica Neue\", Roboto, Arial, \"Liberation Sans\", \"Noto Sans\", \"Noto Sans SC\", \"Noto Sans CJK SC\", \"PingFang SC\", \"Microsoft YaHei\", system-ui, sans-serif";

/// An sRGB colour; `alpha` runs from 0 (nothing) to 255 (opaque).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(align(4))]
pub struct Color {
    /// Red.
    pub red: u8,
    /// Green.
    pub green: u8,
    /// Blue.
    pub blue: u8,
    /// Opacity.
    pub alpha: u8,
}

impl Color {
    /// The opaque colour `0xRRGGBB`.
    pub const fn rgb(hex: u32) -> Self {
        Self { red: (hex >> 16) as u8, green: (hex >> 8) as u8, blue: hex as u8, alpha: u8::MAX }
    }

    /// The same colour, `alpha` of 255 opaque.
    pub const fn faded(self, alpha: u8) -> Self {
        Self { alpha, ..self }
    }

    /// Contrast ratio with another opaque colour after WCAG 2.2: 1 (the same) to 21 (black on white).
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// Relative luminance after WCAG 2.2: 0 (black) to 1 (white).
    fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let c = f64::from(channel) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { power_2_4((c + 0.055) / 1.055) }
        };
        0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue)
    }
}

/// `x` to the power of 2.4, for `x` from 0.09 to 1: its square times the fifth root of its square, which Newton's method finds.
/// `powf` can do more, and takes a kilobyte of the module for it.
fn power_2_4(x: f64) -> f64 {
    let square = x * x;
    let mut root = 1.0_f64;
    for _ in 0..10 {
        root -= (root - square / root.powi(4)) / 5.0;
    }
    square * root
}

/// The ink of a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke<C = Color> {
    /// Its colour.
    pub color: C,
    /// Its width in CSS pixels.
    pub width: f64,
}

/// Lengths of the drawn and the skipped part of a dashed line, in CSS pixels. Both are positive.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dash {
    /// Drawn.
    pub on: f64,
    /// Skipped.
    pub off: f64,
}

/// How heavy text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// 400.
    Regular,
    /// 700.
    Bold,
}

/// Which point of a line of text stands at its origin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The left end.
    Start,
    /// The middle.
    Middle,
    /// The right end.
    End,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_runs_from_1_to_21() {
        let (black, white) = (Color::rgb(0), Color::rgb(0xff_ff_ff));
        assert!((black.contrast(white) - 21.0).abs() < 1e-9);
        assert!((white.contrast(white) - 1.0).abs() < 1e-9);
    }

    #[test]
    fn a_power_without_powf_is_the_same() {
        for channel in 11..=255_u8 {
            let x = (f64::from(channel) / 255.0 + 0.055) / 1.055;
            assert!((power_2_4(x) - x.powf(2.4)).abs() < 1e-12, "{channel}");
        }
    }

    #[test]
    fn contrast_agrees_with_published_values() {
        // Okabe and Ito's orange and vermillion on white.
        let white = Color::rgb(0xff_ff_ff);
        assert!((Color::rgb(0xe6_9f_00).contrast(white) - 2.25).abs() < 0.01);
        assert!((Color::rgb(0xd5_5e_00).contrast(white) - 3.87).abs() < 0.01);
    }
}
