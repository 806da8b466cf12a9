use super::Sentence;
use crate::data::Comparator;

/// How a comparator is said before a figure.
pub(super) const fn spoken(comparator: Comparator) -> Option<Sentence> {
    Some(match comparator {
        Comparator::Equal => return None,
        Comparator::Greater => Sentence::SaidGreater,
        Comparator::GreaterOrEqual => Sentence::SaidGreaterOrEqual,
        Comparator::Less => Sentence::SaidLess,
        Comparator::LessOrEqual => Sentence::SaidLessOrEqual,
        Comparator::About => Sentence::SaidAbout,
        Comparator::CloseBelow => Sentence::SaidCloseBelow,
        Comparator::CloseAbove => Sentence::SaidCloseAbove,
    })
}

/// How a comparator stands beside a figure.
pub(super) const fn symbol(comparator: Comparator) -> &'static str {
    match comparator {
        Comparator::Equal => "",
        Comparator::Greater => ">",
        Comparator::GreaterOrEqual => "≥",
        Comparator::Less => "<",
        Comparator::LessOrEqual => "≤",
        Comparator::About => "≈",
        Comparator::CloseBelow => "<≈",
        Comparator::CloseAbove => ">≈",
    }
}
