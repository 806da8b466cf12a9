use super::describe::{converted, in_words};
use crate::data::{Comparator, Decimal, Derivation, Language, Quantity, Subject, Unit, rational};

/// The values that rounding leaves possible, from the lowest to the highest, with their unit: `43.5%～44.5%`, `625～643万欧元`. `None`
/// where nothing is rounded, or where an end is not known.
pub fn rounding(subject: Subject, language: Language) -> Option<String> {
    match subject {
        Subject::Observation(observation) => of_figure(observation.quantity?, language),
        Subject::Derivation(derivation) => of_derivation(derivation, language),
        Subject::Erratum(_) | Subject::Check(_) => None,
    }
}

fn of_figure(quantity: Quantity, language: Language) -> Option<String> {
    if quantity.comparator != Comparator::Equal {
        return None;
    }
    // Half a step has one decimal more than the step.
    let digits = quantity.resolution?.scale().saturating_add(1);
    let interval = quantity.interval()?;
    let lower = rational::floor(interval.lower()?.value, digits)?;
    let upper = rational::ceil(interval.upper()?.value, digits)?;
    Some(range([lower, upper], quantity.unit, language))
}

pub(super) fn of_derivation(derivation: &Derivation, language: Language) -> Option<String> {
    let derived = derivation.value?;
    if derived.comparator != Comparator::About {
        return None;
    }
    Some(range([derived.lower()?, derived.upper()?], derivation.unit, language))
}

fn range(ends: [Decimal; 2], unit: &Unit, language: Language) -> String {
    let written = |end: Decimal| in_words(converted(end, Some(unit), language), Some(unit), language);
    let [lower, upper] = ends;
    let ((lower, _), (upper, unit)) = (written(lower), written(upper));
    let (percent, dash) = match language {
        Language::Zh if unit == "%" => ("%", "～"),
        Language::Zh => ("", "～"),
        Language::En => ("", "–"),
    };
    let space = if language == Language::Zh || unit == "%" || unit.is_empty() { "" } else { " " };
    [&lower, percent, dash, &upper, space, &unit].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::package;

    fn written(id: &str) -> [Option<String>; 2] {
        Language::ALL.map(|language| rounding(package().subject(id).unwrap(), language))
    }

    #[test]
    fn rounding_is_half_a_step_to_both_sides() {
        assert_eq!(Language::ALL, [Language::Zh, Language::En]);
        assert_eq!(written("A1-57"), [Some("43.5%～44.5%".into()), Some("43.5–44.5%".into())]);
        assert_eq!(written("A1-56"), [Some("278.5～279.5万欧元".into()), Some("2.785–2.795 million euros".into())]);
        assert_eq!(written("D-05"), [Some("625～643万欧元".into()), Some("6.25–6.43 million euros".into())]);
    }

    #[test]
    fn counts_and_bounds_are_not_rounded() {
        for id in ["A1-06", "A2-18", "A1-31", "D-01", "D-08", "E-01"] {
            assert_eq!(written(id), [None, None], "{id}");
        }
    }
}
