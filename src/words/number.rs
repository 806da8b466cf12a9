use super::Sentence;
use crate::data::{Decimal, Language, Rational, rational};

/// Writes a number with `digits` decimals, rounded half up in size: Chinese as printed (`1423`), English grouped (`1,423`),
/// both with a real minus sign. A number too large to be rounded to so many decimals is written without decimals.
pub fn number(value: Rational, digits: u8, language: Language) -> String {
    let rounded = rational::round_half_up(value, digits).or_else(|| Decimal::new(value.to_integer(), 0));
    rounded.map_or_else(String::new, |rounded| decimal(rounded, language))
}

/// Writes a decimal number with exactly its decimals.
pub fn decimal(value: Decimal, language: Language) -> String {
    let digits = usize::from(value.scale());
    // Digits from the last to the first; at least one before the point.
    let mut rest = value.mantissa().unsigned_abs();
    let mut reversed = Vec::new();
    while rest > 0 || reversed.len() <= digits {
        reversed.push(char::from(b'0' + (rest % 10) as u8));
        rest /= 10;
    }
    let mut written = String::new();
    if value.mantissa() < 0 {
        written.push('−');
    }
    for (place, digit) in reversed.iter().enumerate().rev() {
        written.push(*digit);
        if place == digits && digits > 0 {
            written.push('.');
        } else if place > digits && (place - digits).is_multiple_of(3) && language == Language::En {
            written.push(',');
        }
    }
    written
}

/// Writes a number of things without grouping.
pub(super) fn count(number: u32) -> String {
    number.to_string()
}

/// Writes a place in an order: 第5, 5th.
pub fn ordinal(value: Decimal, language: Language) -> String {
    let number = decimal(value, language);
    let last_two = value.mantissa().unsigned_abs() % 100;
    let ending = match (language, last_two % 10) {
        (Language::Zh, _) => "",
        (Language::En, 1) if last_two != 11 => "st",
        (Language::En, 2) if last_two != 12 => "nd",
        (Language::En, 3) if last_two != 13 => "rd",
        (Language::En, _) => "th",
    };
    Sentence::Ordinal.with(&[&number], language) + ending
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn written(mantissa: i64, scale: u8, language: Language) -> String {
        decimal(Decimal::new(mantissa, scale).unwrap(), language)
    }

    #[test]
    fn each_language_prints_numbers_its_own_way() {
        assert_eq!(written(1423, 0, Language::Zh), "1423");
        assert_eq!(written(1423, 0, Language::En), "1,423");
        assert_eq!(written(61_790_000, 0, Language::En), "61,790,000");
        assert_eq!(written(-387, 1, Language::En), "−38.7");
        assert_eq!(written(5, 2, Language::Zh), "0.05");
    }

    #[test]
    fn ordinals_have_the_ending_of_their_language() {
        let all = |language| [1, 2, 3, 4, 11, 12, 13, 14, 21, 102].map(|n| ordinal(Decimal::new(n, 0).unwrap(), language));
        assert_eq!(all(Language::En), ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "14th", "21st", "102nd"]);
        assert_eq!(all(Language::Zh)[3], "第4");
    }

    #[test]
    fn ratios_are_rounded_half_up_in_size() {
        assert_eq!(number(Rational::new(33 * 100, 62), 1, Language::Zh), "53.2");
        assert_eq!(number(Rational::new(1, 2), 0, Language::Zh), "1");
        assert_eq!(number(Rational::new(-551 * 100, 1423), 1, Language::En), "−38.7");
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(mantissa in -10_000_000_000i64..10_000_000_000, scale in 0u8..6) {
            for language in Language::ALL {
                let plain = written(mantissa, scale, language).replace(',', "").replace('−', "-");
                let (whole, decimals) = plain.split_once('.').unwrap_or((&plain, ""));
                prop_assert_eq!(decimals.len(), usize::from(scale));
                let joined: i64 = format!("{whole}{decimals}").parse().unwrap();
                prop_assert_eq!(joined, mantissa);
            }
        }
    }
}
