//! Pictures described as data.

use super::{Bilingual, Channel, Check, Derivation, Erratum, Form, Observation, Role, Source};

/// A picture: table `views`.
#[derive(Clone, Copy, Debug)]
pub struct View {
    /// Key, unique in its package; the address of the picture is `package/view`.
    pub id: &'static str,
    /// The article; `None` if it draws on several.
    pub source: Option<&'static Source>,
    /// The kind of mark it is drawn with.
    pub mark: &'static str,
    /// The finding.
    pub title: &'static Bilingual,
    /// What, in which unit, as of when.
    pub subtitle: &'static Bilingual,
    /// What to remember.
    pub takeaway: &'static Bilingual,
    /// Remarks that stand with the picture.
    pub notes: &'static [ViewNote],
    /// What it shows, in its order.
    pub rows: &'static [ViewRow],
    /// Which of its rows are set together; none where the mark knows.
    pub groups: &'static [ViewGroup],
    /// Which field goes to which channel.
    pub encodings: &'static [Encoding],
    /// What the reader can switch.
    pub toggles: &'static [Toggle],
}

impl View {
    /// The groups in their order, each with its rows: from the first one that it names to the last one before the next group.
    pub fn grouped(&self) -> impl Iterator<Item = (&'static ViewGroup, &'static [ViewRow])> + use<> {
        let (rows, groups) = (self.rows, self.groups);
        let start = move |group: &ViewGroup| rows.iter().position(|row| row.subject.id() == group.first.id);
        groups.iter().enumerate().map(move |(i, group)| {
            let end = groups.get(i + 1).and_then(start).unwrap_or(rows.len());
            (group, start(group).and_then(|start| rows.get(start..end)).unwrap_or(&[]))
        })
    }
}

/// A remark of a view: table `view_notes`.
#[derive(Clone, Copy, Debug)]
pub struct ViewNote {
    /// The remark.
    pub text: &'static Bilingual,
    /// The erratum it explains, if any.
    pub erratum: Option<&'static Erratum>,
}

/// What a view shows: table `view_rows`.
#[derive(Clone, Copy, Debug)]
pub struct ViewRow {
    /// The printed or derived figure.
    pub subject: Subject,
    /// What it is for in the picture.
    pub role: Role,
}

/// Rows of a view that are set together: table `view_groups`.
#[derive(Clone, Copy, Debug)]
pub struct ViewGroup {
    /// The row that it begins with.
    pub first: &'static Observation,
    /// How its rows are set.
    pub form: Form,
    /// Its heading; empty where it needs none.
    pub label: &'static Bilingual,
}

/// What a view can show, and what a datum stands for.
#[derive(Clone, Copy, Debug)]
pub enum Subject {
    /// A printed statement.
    Observation(&'static Observation),
    /// A derived figure.
    Derivation(&'static Derivation),
    /// A misprint or doubt.
    Erratum(&'static Erratum),
    /// A question of the self-audit.
    Check(&'static Check),
}

impl Subject {
    /// The key of what is shown.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Observation(observation) => observation.id,
            Self::Derivation(derivation) => derivation.id,
            Self::Erratum(erratum) => erratum.id,
            Self::Check(check) => check.id,
        }
    }

    /// The statements behind it: itself, or those that it is computed from, touches or compares.
    #[must_use]
    pub fn statements(self) -> Vec<&'static Observation> {
        match self {
            Self::Observation(observation) => vec![observation],
            Self::Derivation(derivation) => derivation.inputs.to_vec(),
            Self::Erratum(erratum) => erratum.targets.iter().filter_map(|target| target.observation).collect(),
            Self::Check(check) => check.inputs.to_vec(),
        }
    }

    /// The observation, if it is one.
    #[must_use]
    pub const fn observation(self) -> Option<&'static Observation> {
        match self {
            Self::Observation(observation) => Some(observation),
            _ => None,
        }
    }

    /// The derivation, if it is one.
    #[must_use]
    pub const fn derivation(self) -> Option<&'static Derivation> {
        match self {
            Self::Derivation(derivation) => Some(derivation),
            _ => None,
        }
    }
}

/// A field drawn through a channel: table `encodings`.
#[derive(Clone, Copy, Debug)]
pub struct Encoding {
    /// The channel.
    pub channel: Channel,
}

/// A switch of a view: table `toggles`.
#[derive(Clone, Copy, Debug)]
pub struct Toggle {
    /// Key, unique in its view.
    pub id: &'static str,
    /// What it switches.
    pub label: &'static Bilingual,
    /// What can be chosen; the first is the default.
    pub options: &'static [ToggleOption],
}

/// A choice of a switch: table `toggle_options`.
#[derive(Clone, Copy, Debug)]
pub struct ToggleOption {
    /// Key, unique in its toggle.
    pub id: &'static str,
    /// Name of the choice.
    pub label: &'static Bilingual,
}
