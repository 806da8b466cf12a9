//! The reader's moves: a [`State`] is everything that a link to a picture carries, an [`Event`] is what the reader does.
//!
//! `update(State, Event) -> State` is pure. A state round-trips through a query string; what a link asks for and the module does not
//! have is reported and replaced by the default, never guessed.

mod focus;
mod links;
mod query;
mod reveal;

pub use focus::{Order, step};
pub use links::{Link, lead, links};
pub use reveal::reveal;

use crate::chart::{Frame, Options, Picture, Theme, is_drawn};
use crate::data::{Language, Package, View};

/// Everything that decides what a picture shows.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// The view, by id.
    pub view: &'static str,
    /// The options that are not the view's default.
    pub options: Options,
    /// The datum that is selected, by id.
    pub selected: Option<&'static str>,
    /// The language that was asked for; `None` leaves it to the page.
    pub language: Option<Language>,
    /// The theme that was asked for; `None` follows the reader's system.
    pub theme: Option<Theme>,
}

/// What a reader does. Ids come from outside and may be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event<'a> {
    /// Opens a view.
    View(&'a str),
    /// Chooses an option of a toggle.
    Choose(&'a str, &'a str),
    /// Selects a datum, or none.
    Select(Option<&'a str>),
    /// Asks for a language.
    Language(&'a str),
    /// Asks for a theme; `auto` follows the system.
    Theme(&'a str),
}

impl State {
    /// The default picture: the first view of an article that the module can draw. Links that name no view have always meant it, so
    /// no view across articles takes its place.
    pub fn new(package: &Package) -> Self {
        let of_article = package.views.iter().find(|view| view.source.is_some() && is_drawn(view));
        let view = of_article.or_else(|| package.views.iter().find(|view| is_drawn(view))).map_or("", |view| view.id);
        Self { view, options: Vec::new(), selected: None, language: None, theme: None }
    }

    /// The view itself; `None` only for a package without any view to draw.
    pub fn view(&self, package: &Package) -> Option<&'static View> {
        package.view(self.view)
    }

    /// The state without a selection that its picture does not have. Who chose other datums has not asked for the old one and is not told
    /// that it is missing.
    pub fn settled(self, package: &'static Package, frame: Frame<'_>) -> Self {
        let selected = self.selected.filter(|id| {
            let picture = self.view(package).map(|view| Picture { package, view, options: &self.options, frame });
            picture.is_some_and(|picture| picture.shows(id))
        });
        Self { selected, ..self }
    }
}

/// What a state becomes when the reader does something. What is not possible changes nothing.
pub fn update(package: &Package, state: &State, event: Event<'_>) -> State {
    let mut next = state.clone();
    match event {
        Event::View(id) => {
            if let Some(view) = package.view(id).filter(|view| is_drawn(view) && view.id != state.view) {
                let shows = |id: &&str| view.rows.iter().any(|row| row.subject.id() == *id);
                next = State { view: view.id, options: Vec::new(), selected: state.selected.filter(shows), ..next };
            }
        }
        Event::Choose(toggle, option) => {
            if let Some((toggle, option, default)) = state.view(package).and_then(|view| find_option(view, toggle, option)) {
                choose(&mut next.options, toggle, option, default);
            }
        }
        Event::Select(id) => next.selected = id.and_then(|id| package.subject(id)).map(|subject| subject.id()),
        Event::Language(name) => next.language = language(name).or(next.language),
        Event::Theme("auto") => next.theme = None,
        Event::Theme(name) => next.theme = Theme::from_name(name).or(next.theme),
    }
    next
}

/// Keeps the options in the order of their toggles' ids, so that one picture has one link; defaults are left out.
fn choose(options: &mut Options, toggle: &'static str, option: &'static str, default: bool) {
    let mut place = 0;
    while options.get(place).is_some_and(|(id, _)| *id < toggle) {
        place += 1;
    }
    if options.get(place).is_some_and(|(id, _)| *id == toggle) {
        options.remove(place);
    }
    if !default {
        options.insert(place, (toggle, option));
    }
}

/// The ids of an option as the package has them, and whether it is its toggle's default.
fn find_option(view: &View, toggle: &str, option: &str) -> Option<(&'static str, &'static str, bool)> {
    let toggle = view.toggles.iter().find(|row| row.id == toggle)?;
    let (place, option) = toggle.options.iter().enumerate().find(|(_, row)| row.id == option)?;
    Some((toggle.id, option.id, place == 0))
}

/// The language of a BCP 47 tag, by its first part, in small letters or capitals.
pub fn language(tag: &str) -> Option<Language> {
    let starts_with = |part: &str| {
        let own = tag.get(..part.len()).is_some_and(|own| own.eq_ignore_ascii_case(part));
        own && matches!(tag.as_bytes().get(part.len()), None | Some(b'-' | b'_'))
    };
    match tag {
        _ if starts_with("zh") => Some(Language::Zh),
        _ if starts_with("en") => Some(Language::En),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
