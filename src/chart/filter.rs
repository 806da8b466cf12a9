use super::Picture;
use crate::data::{Basis, Comparator, Observation, Source};
use crate::words::describe_observation;

impl Picture<'_> {
    /// Whether a statement passes the filters that the reader has set: the toggles `article` and `status` of a view, where it has them.
    /// An option that is the id of no article, or no status, filters nothing.
    pub(super) fn admits(&self, observation: &Observation) -> bool {
        self.admits_article(observation.source) && self.admits_status(observation)
    }

    /// Whether an article passes the filter that the reader has set.
    pub(super) fn admits_article(&self, source: &Source) -> bool {
        let wanted = self.option("article");
        self.package.source(wanted).is_none_or(|wanted| wanted.id == source.id)
    }

    /// The short name of an article.
    pub(super) fn article_name(&self, source: &Source) -> &'static str {
        source.name.get(self.frame.language)
    }

    /// How sure the figure is: by its comparator, by being rounded, or by the marks of its errata.
    fn admits_status(&self, observation: &Observation) -> bool {
        let comparator = observation.quantity.map_or(Comparator::Equal, |quantity| quantity.comparator);
        let rounded = is_rounded(observation);
        let status = self.option("status");
        match status {
            "bound" => comparator != Comparator::Equal,
            "rounded" => rounded,
            "exact" | "doubted" => {
                let words = describe_observation(self.package, observation, Basis::Read, self.frame.language);
                let exact = comparator == Comparator::Equal && !rounded;
                if status == "exact" { exact && words.marks.is_empty() } else { !words.marks.is_empty() }
            }
            _ => true,
        }
    }
}

/// Whether a figure is exact but for its rounding: a bound is none, however finely it is printed.
pub(super) fn is_rounded(observation: &Observation) -> bool {
    observation.quantity.is_some_and(|quantity| quantity.comparator == Comparator::Equal && quantity.resolution.is_some())
}
