use super::Measure;
use crate::scene::Weight;

/// Measures text without a browser: by the advance widths of Noto Sans SC, the first font of [`sans`](crate::scene::sans) in Chinese, a little
/// enlarged.
pub struct TableMeasure;

/// Units to the em.
pub(super) const EM: u16 = 1000;
/// How much wider than its advances a text is taken to be. Kerning adds up to half a per cent to the words of the package, and readers
/// have other fonts: a picture that is laid out by the table must not have less room than the one that a browser measures.
const MARGIN: f64 = 1.02;

impl Measure for TableMeasure {
    fn width(&self, text: &str, size: f64, weight: Weight) -> f64 {
        // What the font lacks is drawn with another one, and a full square is the most that usually takes.
        let advances = text.chars().map(|character| u32::from(advance(character, weight).unwrap_or(EM)));
        f64::from(advances.sum::<u32>()) / f64::from(EM) * MARGIN * size
    }
}

/// The advance width of a character in thousandths of the font's size; none if it is not in the table.
pub(super) fn advance(character: char, weight: Weight) -> Option<u16> {
    if is_square(character) {
        return Some(EM);
    }
    RUNS.iter().find_map(|run| {
        let place = (character as usize).checked_sub(run.first as usize)?;
        let advances = match weight {
            Weight::Regular => run.regular,
            Weight::Bold => run.bold,
        };
        advances.get(place).copied()
    })
}

/// Whether a character is as wide as it is high in both weights: Han characters, kana, full-width forms, and signs that are set like
/// them.
fn is_square(character: char) -> bool {
    matches!(character, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff01}'..='\u{ff60}' | '\u{ffe0}'..='\u{ffe6}')
        || "←↑→↓⇒∂∅√∞≈≠≤≥■□▲△▼▽◆◇○●".contains(character)
}

/// The advances of consecutive characters.
struct Run {
    first: char,
    regular: &'static [u16],
    bold: &'static [u16],
}

/// The advances (table `hmtx`) of “Noto Sans CJK SC” 2.004, Regular and Bold, read from Debian's fonts-noto-cjk 20220127. Where a run
/// has a character that the font lacks, it says 1000. Curly quotation marks, daggers and the ellipsis are full squares in Chinese and
/// in English: the font has no others.
const RUNS: &[Run] = &[
    // Basic Latin.
    Run {
        first: '\u{20}',
        regular: &[
            224, 323, 474, 555, 555, 921, 680, 278, 338, 338, 467, 555, 278, 347, 278, 392, 555, 555, 555, 555, 555, 555, 555,
            555, 555, 555, 278, 278, 555, 555, 555, 474, 946, 608, 657, 638, 688, 589, 552, 689, 728, 293, 535, 646, 543, 812,
            723, 742, 633, 742, 635, 596, 599, 721, 575, 878, 573, 531, 603, 338, 392, 338, 555, 559, 606, 563, 618, 510, 620,
            554, 325, 564, 607, 275, 275, 552, 284, 926, 610, 606, 620, 620, 388, 468, 377, 607, 521, 802, 498, 521, 475, 338,
            270, 338, 555,
        ],
        bold: &[
            227, 370, 574, 590, 590, 963, 740, 325, 378, 378, 507, 590, 325, 370, 325, 387, 590, 590, 590, 590, 590, 590, 590,
            590, 590, 590, 325, 325, 590, 590, 590, 514, 1007, 641, 681, 656, 714, 615, 585, 717, 757, 330, 568, 686, 578, 853,
            749, 770, 667, 770, 682, 624, 625, 748, 619, 915, 627, 580, 613, 378, 387, 378, 590, 567, 626, 591, 644, 527, 644,
            581, 372, 597, 640, 304, 306, 604, 315, 964, 641, 626, 644, 644, 436, 495, 421, 637, 576, 863, 562, 574, 511, 378,
            296, 378, 590,
        ],
    },
    // Latin-1, and of Latin Extended-A what the font has.
    Run {
        first: '\u{a0}',
        regular: &[
            224, 323, 555, 555, 555, 555, 270, 1000, 606, 832, 386, 479, 555, 347, 473, 606, 370, 1000, 411, 411, 606, 628, 1000,
            1000, 606, 411, 407, 479, 873, 903, 889, 474, 608, 608, 608, 608, 608, 608, 918, 638, 589, 589, 589, 589, 293, 293,
            293, 293, 712, 723, 742, 742, 742, 742, 742, 1000, 742, 721, 721, 721, 721, 531, 652, 643, 563, 563, 563, 563, 563,
            563, 877, 510, 554, 554, 554, 554, 275, 275, 275, 275, 608, 610, 606, 606, 606, 606, 606, 1000, 606, 607, 607, 607,
            607, 521, 620, 521, 608, 563, 608, 563, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 712,
            620, 589, 554, 1000, 1000, 1000, 1000, 1000, 1000, 589, 554, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000,
            1000, 1000, 1000, 293, 275, 293, 275, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000,
            1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 723, 610, 1000, 1000, 723, 610, 1000, 1000, 1000, 742,
            606, 742, 606, 1000, 1000, 947, 937, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000,
            1000, 1000, 1000, 1000, 1000, 1000, 1000, 721, 607, 721, 607, 721, 607,
        ],
        bold: &[
            227, 370, 590, 590, 590, 590, 296, 1000, 626, 849, 403, 529, 590, 370, 513, 626, 404, 1000, 424, 424, 626, 664, 1000,
            1000, 626, 424, 420, 529, 909, 948, 921, 514, 641, 641, 641, 641, 641, 641, 951, 656, 615, 615, 615, 615, 330, 330,
            330, 330, 742, 749, 770, 770, 770, 770, 770, 1000, 770, 748, 748, 748, 748, 580, 690, 700, 591, 591, 591, 591, 591,
            591, 891, 527, 581, 581, 581, 581, 304, 304, 304, 304, 630, 641, 626, 626, 626, 626, 626, 1000, 626, 637, 637, 637,
            637, 574, 644, 574, 641, 591, 641, 591, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 742,
            644, 615, 581, 1000, 1000, 1000, 1000, 1000, 1000, 615, 581, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000,
            1000, 1000, 1000, 330, 304, 330, 304, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000,
            1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 749, 641, 1000, 1000, 749, 641, 1000, 1000, 1000, 770,
            626, 770, 626, 1000, 1000, 981, 938, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000,
            1000, 1000, 1000, 1000, 1000, 1000, 1000, 748, 637, 748, 637, 748, 637,
        ],
    },
    // General punctuation.
    Run {
        first: '\u{2010}',
        regular: &[
            1000, 347, 536, 536, 894, 1000, 1000, 1000, 1000, 1000, 278, 1000, 1000, 1000, 474, 1000, 1000, 1000, 1000, 1000,
            1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 278, 474, 1000, 1000, 1000, 1000,
            1000, 302, 302, 1000, 613,
        ],
        bold: &[
            1000, 370, 544, 544, 908, 1000, 1000, 1000, 1000, 1000, 325, 1000, 1000, 1000, 574, 1000, 1000, 1000, 1000, 1000,
            1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 325, 574, 1000, 1000, 1000, 1000,
            1000, 324, 324, 1000, 677,
        ],
    },
    // €.
    Run { first: '\u{20ac}', regular: &[555], bold: &[590] },
    // −.
    Run { first: '\u{2212}', regular: &[555], bold: &[590] },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::package;
    use std::fmt::Write;

    const WEIGHTS: [Weight; 2] = [Weight::Regular, Weight::Bold];

    /// Finds the characters that the table lacks in whatever is written to it.
    #[derive(Default)]
    struct Unknown(String);

    impl Write for Unknown {
        fn write_str(&mut self, text: &str) -> std::fmt::Result {
            let lacks = |character: &char| !character.is_control() && advance(*character, Weight::Regular).is_none();
            self.0.extend(text.chars().filter(lacks));
            Ok(())
        }
    }

    #[test]
    fn every_run_has_both_weights_and_none_covers_another() {
        let mut end = 0;
        for run in RUNS {
            assert_eq!(run.regular.len(), run.bold.len());
            assert!(run.first as usize >= end);
            end = run.first as usize + run.regular.len();
        }
    }

    #[test]
    fn known_advances_are_those_of_the_font() {
        let letters = [(' ', 224, 227), ('0', 555, 590), ('W', 878, 915), ('~', 555, 590), ('ü', 607, 637), ('ū', 607, 637)];
        let signs = [('–', 536, 544), ('—', 894, 908), ('′', 278, 325), ('″', 474, 574), ('€', 555, 590), ('−', 555, 590)];
        for (character, regular, bold) in letters.into_iter().chain(signs) {
            assert_eq!(WEIGHTS.map(|weight| advance(character, weight)), [Some(regular), Some(bold)], "{character}");
        }
        for character in "“”‘’…†‡‰·×÷≈≤≥∂∅→↓↑字あア，（％".chars() {
            assert_eq!(WEIGHTS.map(|weight| advance(character, weight)), [Some(EM); 2], "{character}");
        }
    }

    #[test]
    fn digits_are_of_one_width_and_narrower_than_a_han_character() {
        for weight in WEIGHTS {
            let digits: Vec<f64> = ('0'..='9').map(|digit| TableMeasure.width(&digit.to_string(), 20.0, weight)).collect();
            assert!(
                digits.iter().all(|width| *width == digits[0] && *width < TableMeasure.width("字", 20.0, weight)),
                "{digits:?}"
            );
        }
    }

    #[test]
    fn bold_letters_and_digits_are_wider() {
        for character in (' '..='\u{17f}').filter(|character| character.is_alphanumeric()) {
            let [regular, bold] = WEIGHTS.map(|weight| advance(character, weight));
            assert!(bold >= regular, "{character}: {regular:?}, {bold:?}");
        }
    }

    #[test]
    fn a_width_is_the_sum_of_the_advances_and_the_margin() {
        for weight in WEIGHTS {
            assert!((TableMeasure.width("汉字", 50.0, weight) - 102.0).abs() < 1e-9);
            let (whole, parts) = ("1423家†", ["14", "23家", "†"]);
            let sum: f64 = parts.iter().map(|part| TableMeasure.width(part, 13.0, weight)).sum();
            assert!((TableMeasure.width(whole, 13.0, weight) - sum).abs() < 1e-9);
            assert_eq!(TableMeasure.width("", 13.0, weight), 0.0);
        }
        assert!((TableMeasure.width("1423", 18.0, Weight::Regular) - 4.0 * 0.555 * 18.0 * 1.02).abs() < 1e-9);
    }

    #[test]
    fn what_is_unknown_takes_a_full_square() {
        assert_eq!(advance('ж', Weight::Regular), None);
        assert_eq!(TableMeasure.width("ж", 16.0, Weight::Bold), TableMeasure.width("字", 16.0, Weight::Bold));
    }

    #[test]
    fn every_character_of_the_package_is_known() {
        let mut unknown = Unknown::default();
        write!(unknown, "{:?}", package()).unwrap();
        assert_eq!(unknown.0, "");
        // What `Debug` does not write as it is, it writes as an escape; none of those is in a text.
        assert!(!format!("{:?}", package()).contains("\\u{"));
    }

    #[test]
    fn every_character_of_our_own_words_is_known() {
        let mut files = 0;
        let mut folders: Vec<std::path::PathBuf> =
            ["src/words", "src/chart/marks"].map(|folder| std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).to_vec();
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                    continue;
                }
                let mut unknown = Unknown::default();
                unknown.write_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
                assert_eq!(unknown.0, "", "{}", path.display());
                files += 1;
            }
        }
        assert!(files > 10, "only {files} files");
    }
}
