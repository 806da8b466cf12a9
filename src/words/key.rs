use super::describe::unit_name;
use super::number::number;
use crate::data::{Language, Rational, Unit, rational};

/// What one square of a picture stands for, `worth` of a unit: 1格＝100万元, 1 square = 1 million yuan.
pub fn square_key(unit: &Unit, worth: i64, language: Language) -> String {
    // English has no 万 and writes millions instead.
    let millions = language == Language::En && rational::same(unit.factor.ratio(), Rational::from_integer(10_000));
    let value = Rational::new(worth, if millions { 100 } else { 1 });
    let digits = if value.is_integer() { 0 } else { 2 };
    let mut text = match language {
        Language::Zh => "1格＝".to_owned(),
        Language::En => "1 square = ".to_owned(),
    };
    text.push_str(&number(value, digits, language));
    if language == Language::En {
        text.push(' ');
    }
    text.push_str(unit_name(unit, value, language));
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::package;

    #[test]
    fn a_square_is_worth_the_same_in_both_languages() {
        let key = |unit: &str, worth, language| square_key(package().unit(unit).expect(unit), worth, language);
        assert_eq!(key("time", 100, Language::Zh), "1格＝100人次");
        assert_eq!(key("time", 100, Language::En), "1 square = 100 person-times");
        assert_eq!(key("wan-cny", 100, Language::Zh), "1格＝100万元");
        assert_eq!(key("wan-cny", 100, Language::En), "1 square = 1 million yuan");
        assert_eq!(key("disease", 1, Language::Zh), "1格＝1种");
        assert_eq!(key("disease", 1, Language::En), "1 square = 1 disease");
    }
}
