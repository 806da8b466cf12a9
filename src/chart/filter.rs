use super::Picture;
use crate::data::{Basis, Comparator, Kind, Observation};
use crate::words::describe_observation;

impl Picture<'_> {
    /// Whether a statement passes the filters that the reader has set: the toggles `article` and `status` of a view, where it has them.
    /// An option that is the id of no article, or no status, filters nothing.
    #[allow(dead_code)]
    pub(super) fn admits(&self, observation: &Observation) -> bool {
        self.admits_article(observation) && self.admits_status(observation)
    }

    fn admits_article(&self, observation: &Observation) -> bool {
        let wanted = self.option("article");
        self.package.source(wanted).is_none_or(|source| source.id == observation.source.id)
    }

    /// How sure the figure is: by its comparator, by being rounded, or by the marks of its errata.
    fn admits_status(&self, observation: &Observation) -> bool {
        let comparator = observation.quantity.map_or(Comparator::Equal, |quantity| quantity.comparator);
        let marks = || describe_observation(self.package, observation, Basis::Read, self.frame.language).marks;
        match self.option("status") {
            "exact" => comparator == Comparator::Equal && observation.kind != Kind::Share && marks().is_empty(),
            "bound" => comparator != Comparator::Equal,
            "rounded" => comparator == Comparator::Equal && observation.kind == Kind::Share,
            "doubted" => !marks().is_empty(),
            _ => true,
        }
    }
}
