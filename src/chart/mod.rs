//! What is shown: data, view, options and frame make a [`Scene`].
//!
//! A view is data: it names its mark, its encodings and its rows. The files under `marks/` know how to draw a kind of mark; this one
//! picks the right one and hands it the view's rows in words and figures.

mod filter;
mod frame;
mod marks;
mod measure;
#[cfg(any(not(target_arch = "wasm32"), feature = "take-away"))]
mod measure_font;
#[cfg(any(not(target_arch = "wasm32"), feature = "take-away"))]
mod measure_table;
mod scale;
mod sketch;
mod theme;
mod ticks;

pub use frame::{Frame, Type, WIDTHS};
pub use measure::Measure;
#[cfg(any(not(target_arch = "wasm32"), feature = "take-away"))]
pub use measure_font::FontMeasure;
#[cfg(any(not(target_arch = "wasm32"), feature = "take-away"))]
pub use measure_table::TableMeasure;
pub use scale::LinearScale;
use theme::Tone;
pub use theme::{Palette, SystemColors, Theme};
pub use ticks::{nice_end, ticks};

use crate::data::{Basis, Channel, Date, Derivation, Formula, Observation, Package, Role, View};
use crate::scene::Scene;
use crate::words::{self, Description, Sheet, describe};
use sketch::Sketch;

/// The options that a reader has chosen in a view: toggle and option, both by id. A toggle that is not named has its default.
pub type Options = Vec<(&'static str, &'static str)>;

/// A view with its options, ready to be drawn into a frame.
#[derive(Clone, Copy)]
pub struct Picture<'a> {
    /// The data.
    pub package: &'static Package,
    /// The view.
    pub view: &'static View,
    /// What of it is chosen.
    pub options: &'a Options,
    /// Where it goes.
    pub frame: Frame<'a>,
}

/// Whether this module can draw a view.
pub fn is_drawn(view: &View) -> bool {
    marks::draws(view)
}

impl<'a> Picture<'a> {
    /// Draws the picture. `None` if the module has no mark for the view: there is no picture then, rather than a wrong one. In a shipped
    /// module the kinds of mark are parts that are loaded when they are needed; one that is not there tells no height.
    pub fn draw(&self) -> Option<Scene> {
        let picture = Self { frame: self.frame.sane(), ..*self };
        let mut sketch = Sketch::new(picture.frame, picture.colors());
        let height = marks::paint(&picture, &mut sketch)?;
        (!height.is_nan()).then(|| sketch.finish(height))
    }

    /// Whether a datum, by id, is in the picture. Draws it to find out: what is drawn is the marks' business.
    pub fn shows(&self, datum: &str) -> bool {
        self.draw().is_some_and(|scene| scene.ids().contains(&datum))
    }

    /// Which reading of misprints the picture shows.
    pub fn basis(&self) -> Basis {
        if self.option("years") == "printed" { Basis::Printed } else { Basis::Read }
    }

    /// The id of the chosen option of a toggle; empty if the view has no such toggle.
    pub fn option(&self, toggle: &str) -> &'static str {
        let chosen = self.options.iter().find(|(id, _)| *id == toggle).map(|(_, option)| *option);
        let default = || {
            let toggle = self.view.toggles.iter().find(|row| row.id == toggle)?;
            toggle.options.first().map(|option| option.id)
        };
        chosen.or_else(default).unwrap_or("")
    }

    /// The label of the chosen option of a toggle.
    fn option_label(&self, toggle: &str) -> &'static str {
        self.name_of_option(toggle, self.option(toggle))
    }

    /// The label of an option of a toggle; empty if there is none.
    fn name_of_option(&self, toggle: &str, option: &str) -> &'static str {
        let toggle = self.view.toggles.iter().find(|row| row.id == toggle);
        let option = toggle.and_then(|toggle| toggle.options.iter().find(|row| row.id == option));
        option.map_or("", |option| option.label.get(self.frame.language))
    }

    /// The datums of a scene in words, in its order.
    pub fn describe(&self, datums: &[&str]) -> Vec<Description> {
        let mut described = Vec::new();
        for id in datums {
            if let Some(subject) = self.package.subject(id) {
                described.push(describe(self.package, subject, self.basis(), self.frame.language));
            }
        }
        described
    }

    /// The words around the picture, with the datums of a scene as its table.
    pub fn sheet(&self, described: &[Description]) -> Sheet {
        let mut chosen = Vec::new();
        for (toggle, _) in self.options {
            chosen.push(self.option_label(toggle));
        }
        // Whose years a picture shows is always said.
        let years = self.option_label("years");
        if self.basis() == Basis::Read && !years.is_empty() && !chosen.contains(&years) {
            chosen.push(years);
        }
        words::sheet(self.view, described, &chosen, self.frame.language)
    }

    /// The colours of the picture.
    pub fn colors(&self) -> Palette {
        self.frame.palette(self.view.source.map_or("", |source| source.id))
    }

    /// The observations of the view in a role, in the view's order.
    fn observations(&self, role: Role) -> impl Iterator<Item = &'static Observation> + use<> {
        self.view.rows.iter().filter(move |row| row.role == role).filter_map(|row| row.subject.observation())
    }

    /// The derivations of the view that are drawn, in the view's order.
    fn derivations(&self) -> impl Iterator<Item = &'static Derivation> + use<> {
        self.view.rows.iter().filter(|row| row.role != Role::Context).filter_map(|row| row.subject.derivation())
    }

    /// What the view derives by a formula.
    fn derived(&self, formula: Formula) -> Option<&'static Derivation> {
        self.derivations().find(|derivation| derivation.formula == formula)
    }

    /// The rows of the view in a role, in words.
    fn descriptions(&self, role: Role) -> Vec<Description> {
        let mut datums = Vec::new();
        for row in self.view.rows.iter().filter(|row| row.role == role) {
            datums.push(row.subject.id());
        }
        self.describe(&datums)
    }

    /// Whether the view maps a field to a channel.
    fn encodes(&self, channel: Channel) -> bool {
        self.view.encodings.iter().any(|encoding| encoding.channel == channel)
    }

    /// The year in which the article appeared at the earliest: no figure for the whole of it can have been printed.
    fn year_of_publication(&self) -> Option<f64> {
        self.view.source?.earliest_date.map(Date::year).map(f64::from)
    }
}
