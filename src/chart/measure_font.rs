use super::Measure;
use super::measure_table::{EM, advance};
use crate::data::Language;
use crate::scene::Weight;

/// Measures text without a browser exactly as wide as it is in the fonts that most readers have: Chinese in Noto Sans SC, English in what has the
/// widths of Arial. A picture that is drawn ahead with it has the height of the live one, in those fonts; nothing is left over for others,
/// as [`TableMeasure`](super::TableMeasure) does.
#[derive(Clone, Copy, Debug)]
pub struct FontMeasure(pub Language);

impl Measure for FontMeasure {
    fn width(&self, text: &str, size: f64, weight: Weight) -> f64 {
        let advances = text.chars().map(|character| {
            let latin = if self.0 == Language::En { arial(character, weight) } else { None };
            u32::from(latin.or_else(|| advance(character, weight)).unwrap_or(EM))
        });
        f64::from(advances.sum::<u32>()) / f64::from(EM) * size
    }
}

/// The advance width of a character in thousandths of the font's size; none if Arial has none.
fn arial(character: char, weight: Weight) -> Option<u16> {
    let bold = weight == Weight::Bold;
    let letter = u32::from(character).checked_sub(0x20).and_then(|place| {
        let letters = if bold { &BOLD } else { &REGULAR };
        letters.get(place as usize).copied()
    });
    letter.or_else(|| {
        let (_, regular, heavy) = SIGNS.iter().find(|(sign, ..)| *sign == character)?;
        Some(if bold { *heavy } else { *regular })
    })
}

/// The advances of Basic Latin, from the space on. Liberation Sans 1.07.4, whose widths are those of Arial and Helvetica.
const REGULAR: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556,
    556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778,
    722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222,
    500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];

/// The same in bold.
const BOLD: [u16; 95] = [
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556,
    556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778, 667, 778,
    722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278,
    556, 278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
];

/// Other signs of the package: regular and bold.
const SIGNS: [(char, u16, u16); 21] = [
    ('·', 278, 278),
    ('×', 584, 584),
    ('÷', 549, 549),
    ('–', 556, 556),
    ('—', 1000, 1000),
    ('‘', 222, 278),
    ('’', 222, 278),
    ('“', 333, 500),
    ('”', 333, 500),
    ('†', 556, 556),
    ('‡', 556, 556),
    ('…', 1000, 1000),
    ('€', 556, 556),
    ('↑', 500, 500),
    ('→', 1000, 1000),
    ('↓', 500, 500),
    ('∂', 494, 494),
    ('−', 584, 584),
    ('≈', 549, 549),
    ('≤', 549, 549),
    ('≥', 549, 549),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::TableMeasure;

    #[test]
    fn english_is_as_wide_as_in_arial_and_chinese_as_in_noto_sans() {
        let width = |language, text| FontMeasure(language).width(text, 1000.0, Weight::Regular).round();
        assert_eq!(width(Language::En, "“60%”"), 333.0 + 2.0 * 556.0 + 889.0 + 333.0);
        assert_eq!(width(Language::En, "报"), 1000.0);
        assert_eq!(width(Language::Zh, "“60%”"), 2.0 * 1000.0 + 2.0 * 555.0 + 921.0);
        assert_eq!(FontMeasure(Language::En).width("W“", 1000.0, Weight::Bold).round(), 944.0 + 500.0);
    }

    #[test]
    fn nothing_is_left_over() {
        for text in ["登记的国际性社会组织", "33家∂"] {
            let (exact, ample) = (FontMeasure(Language::Zh), TableMeasure);
            assert!((exact.width(text, 13.0, Weight::Bold) * 1.02 - ample.width(text, 13.0, Weight::Bold)).abs() < 1e-9);
        }
    }
}
