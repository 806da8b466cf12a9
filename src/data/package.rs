//! The tables of a newspaper page, and how to find things in them.

use std::hint::black_box;
use std::sync::OnceLock;

use super::decode::{self, Blob};
use super::{Agent, Check, Derivation, Erratum, Item, Language, Observation, Section, Series, Source, Subject, Unit, View};

/// Everything that is known about one newspaper page.
///
/// Rows refer to each other directly, and rows that belong to another one (the members of a list, the notes of a view) are kept
/// with it. All texts point into the module itself.
#[derive(Clone, Copy, Debug)]
pub struct Package {
    /// Key of the package, such as `philanthropy-times-2026`.
    pub name: &'static str,
    /// Articles.
    pub sources: &'static [Source],
    /// Who says things.
    pub agents: &'static [Agent],
    /// Units.
    pub units: &'static [Unit],
    /// Series.
    pub series: &'static [Series],
    /// Statements, in the order of the register.
    pub observations: &'static [Observation],
    /// Misprints and doubts.
    pub errata: &'static [Erratum],
    /// Values computed from statements.
    pub derivations: &'static [Derivation],
    /// Pictures.
    pub views: &'static [View],
    /// What the package asks of its own figures.
    pub checks: &'static [Check],
}

/// What is said of a package as a whole. No picture needs it.
#[derive(Clone, Copy, Debug)]
pub struct About {
    /// Its title.
    pub title: &'static str,
    /// Version of the data.
    pub version: &'static str,
    /// Day on which that version was made, `YYYY-MM-DD`.
    pub created: &'static str,
    /// The licence, as an SPDX or Open Definition id.
    pub license: &'static str,
    /// Where the licence can be read.
    pub license_path: &'static str,
}

/// The packages of the module, in the order of their names; none in a module whose data cannot be read. A shipped module gets the texts
/// of a language when they are needed: until then those in it are empty.
#[must_use]
pub fn packages() -> &'static [Package] {
    static PACKAGES: [OnceLock<&'static [Package]>; 4] = [const { OnceLock::new() }; 4];
    let [chinese, english] = [Language::Zh, Language::En].map(speaks).map(usize::from);
    PACKAGES.get(chinese + 2 * english).map_or(&[], |packages| packages.get_or_init(|| read(blob()).unwrap_or_default()))
}

/// The data. What the compiler sees of them is not what is in the memory of a shipped module.
fn blob() -> Blob {
    black_box(crate::PACKAGES)
}

/// Whether the texts of a language are there.
#[must_use]
pub fn speaks(language: Language) -> bool {
    let Blob { chinese, english, .. } = blob();
    decode::is_there(match language {
        Language::Zh => chinese,
        Language::En => english,
    })
}

/// The default package: the first one, or an empty one if there is none.
#[must_use]
pub fn package() -> &'static Package {
    packages().first().unwrap_or(&Package::EMPTY)
}

/// Reads packages as the build script writes them; `None` if the blob does not hold such packages.
#[must_use]
pub fn read(blob: Blob) -> Option<&'static [Package]> {
    decode::packages(blob)
}

impl Package {
    /// A package with nothing in it.
    pub const EMPTY: Self = Self {
        name: "",
        sources: &[],
        agents: &[],
        units: &[],
        series: &[],
        observations: &[],
        errata: &[],
        derivations: &[],
        views: &[],
        checks: &[],
    };

    /// What is said of the package as a whole; empty texts for one that the module does not have.
    #[must_use]
    pub fn about(&self) -> About {
        let mut texts = crate::ABOUT.split('\0').skip_while(|text| *text != self.name).skip(1);
        let mut next = || texts.next().unwrap_or_default();
        About { title: next(), version: next(), created: next(), license: next(), license_path: next() }
    }

    /// The article with this key, such as `A1`.
    #[must_use]
    pub fn source(&self, id: &str) -> Option<&'static Source> {
        self.sources.iter().find(|row| row.id == id)
    }

    /// A section of an article; 0 is the lead.
    #[must_use]
    pub fn section(&self, source: &str, number: u8) -> Option<&'static Section> {
        self.source(source)?.sections.iter().find(|section| section.number == number)
    }

    /// The agent with this key.
    #[must_use]
    pub fn agent(&self, id: &str) -> Option<&'static Agent> {
        self.agents.iter().find(|row| row.id == id)
    }

    /// The unit with this key.
    #[must_use]
    pub fn unit(&self, id: &str) -> Option<&'static Unit> {
        self.units.iter().find(|row| row.id == id)
    }

    /// The series with this key.
    #[must_use]
    pub fn series(&self, id: &str) -> Option<&'static Series> {
        self.series.iter().find(|row| row.id == id)
    }

    /// The observations of a series, in the order of the register.
    pub fn observations_of<'a>(&self, series: &'a str) -> impl Iterator<Item = &'static Observation> + use<'a> {
        self.observations.iter().filter(move |row| row.series.is_some_and(|of| of.id == series))
    }

    /// The observation with this key, such as `A1-06`.
    #[must_use]
    pub fn observation(&self, id: &str) -> Option<&'static Observation> {
        self.observations.iter().find(|row| row.id == id)
    }

    /// The members of a list; empty for any other observation.
    #[must_use]
    pub fn items_of(&self, observation: &str) -> &'static [Item] {
        self.observation(observation).map_or(&[], |row| row.items)
    }

    /// The erratum with this key, such as `E-01`.
    #[must_use]
    pub fn erratum(&self, id: &str) -> Option<&'static Erratum> {
        self.errata.iter().find(|row| row.id == id)
    }

    /// The errata that touch an observation.
    pub fn errata_of<'a>(&self, observation: &'a str) -> impl Iterator<Item = &'static Erratum> + use<'a> {
        let touches = move |erratum: &&Erratum| {
            erratum.targets.iter().any(|target| target.observation.is_some_and(|row| row.id == observation))
        };
        self.errata.iter().filter(touches)
    }

    /// The derivation with this key, such as `D-08`.
    #[must_use]
    pub fn derivation(&self, id: &str) -> Option<&'static Derivation> {
        self.derivations.iter().find(|row| row.id == id)
    }

    /// The view with this key.
    #[must_use]
    pub fn view(&self, id: &str) -> Option<&'static View> {
        self.views.iter().find(|row| row.id == id)
    }

    /// The views that show the observation or derivation with this key.
    pub fn views_showing<'a>(&self, subject: &'a str) -> impl Iterator<Item = &'static View> + use<'a> {
        self.views.iter().filter(move |view| view.rows.iter().any(|row: &super::ViewRow| row.subject.id() == subject))
    }

    /// The check with this key.
    #[must_use]
    pub fn check(&self, id: &str) -> Option<&'static Check> {
        self.checks.iter().find(|row| row.id == id)
    }

    /// What has this key: an observation, a derivation, an erratum or a check.
    #[must_use]
    pub fn subject(&self, id: &str) -> Option<Subject> {
        let observation = self.observation(id).map(Subject::Observation);
        let derivation = || self.derivation(id).map(Subject::Derivation);
        let erratum = || self.erratum(id).map(Subject::Erratum);
        observation.or_else(derivation).or_else(erratum).or_else(|| self.check(id).map(Subject::Check))
    }
}
