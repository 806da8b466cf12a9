use super::State;
use crate::chart::is_drawn;
use crate::data::{Basis, Language, Observation, Package, Role, Subject, View, ViewRow};
use crate::words::describe;

/// A way on from a datum: where it leads, in words, and the state there.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// What the reader finds there.
    pub title: String,
    /// The picture, with the datum selected.
    pub state: State,
}

/// Where else a datum of the present picture is shown: the other views that use it, and the errata that touch it.
/// For an erratum or a check, the views of the statements that it is about.
pub fn links(package: &Package, state: &State, id: &str, language: Language) -> Vec<Link> {
    let mut links = Vec::new();
    match package.subject(id) {
        Some(Subject::Erratum(erratum)) => {
            let targets = erratum.targets.iter().filter_map(|target| target.observation);
            targets.for_each(|observation| first_use(package, state, observation, language, &mut links));
        }
        Some(Subject::Check(check)) => {
            check.inputs.iter().for_each(|observation| first_use(package, state, observation, language, &mut links));
        }
        Some(subject) => {
            for view in package.views.iter().filter(|view| view.id != state.view && is_drawn(view) && uses(view, subject)) {
                links.push(link(state, view, subject.id(), view.title.get(language)));
            }
            let Some(list) = package.views.iter().find(|view| lists_errata(view) && is_drawn(view)) else { return links };
            for erratum in package.errata_of(id) {
                let mut to = link(state, list, erratum.id, erratum.id);
                let words = describe(package, Subject::Erratum(erratum), Basis::Read, language);
                // Of what is not about certain words, the kind.
                let said = if erratum.printed.is_empty() { words.label.to_owned() } else { words.bare_figure() };
                to.title = [erratum.id, " ", &said].concat();
                links.push(to);
            }
        }
        None => {}
    }
    links
}

/// The state that shows a statement, derivation, erratum or check selected: the present picture where it draws it, else the first that
/// does. `None` where none does.
pub fn lead(package: &Package, state: &State, id: &str) -> Option<State> {
    let subject = package.subject(id)?;
    if package.view(state.view).is_some_and(|view| uses(view, subject)) {
        return Some(State { selected: Some(subject.id()), ..state.clone() });
    }
    home(package, subject).map(|view| link(state, view, subject.id(), "").state)
}

/// The first view that draws a statement, unless a link leads there already.
fn first_use(package: &Package, state: &State, observation: &'static Observation, language: Language, links: &mut Vec<Link>) {
    if let Some(view) = home(package, Subject::Observation(observation))
        && !links.iter().any(|link| link.state.view == view.id)
    {
        links.push(link(state, view, observation.id, view.title.get(language)));
    }
}

/// The first view that draws something: for an erratum or a check, the one that lists them.
pub(super) fn home(package: &Package, subject: Subject) -> Option<&'static View> {
    let draws = |view: &&View| match subject {
        Subject::Erratum(_) | Subject::Check(_) => lists_errata(view),
        Subject::Observation(_) | Subject::Derivation(_) => uses(view, subject),
    };
    package.views.iter().filter(|view| is_drawn(view)).find(draws)
}

/// Whether a view draws a statement or derivation. The one with the errata has a square for every statement.
fn uses(view: &View, subject: Subject) -> bool {
    let row = |row: &ViewRow| row.role != Role::Context && row.subject.id() == subject.id();
    view.rows.iter().any(row) || (lists_errata(view) && subject.observation().is_some())
}

/// Whether a view has a list of the errata.
fn lists_errata(view: &View) -> bool {
    view.toggles.iter().any(|toggle| toggle.options.iter().any(|option| option.id == "errata"))
}

fn link(state: &State, view: &View, id: &'static str, title: &str) -> Link {
    let state = State { view: view.id, options: Vec::new(), selected: Some(id), ..state.clone() };
    Link { title: title.to_owned(), state }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::package;

    #[test]
    fn a_datum_leads_to_the_other_views_that_use_it() {
        let state = State { view: "scitech-share", ..State::new(package()) };
        for language in Language::ALL {
            let found = links(package(), &state, "A1-07", language);
            let views: Vec<&str> = found.iter().map(|link| link.state.view).collect();
            let expected: Vec<&str> = package()
                .views_showing("A1-07")
                .filter(|view| view.id != "scitech-share" && is_drawn(view))
                .map(|view| view.id)
                .collect();
            assert!(expected.iter().all(|view| views.contains(view)), "{views:?} {expected:?}");
            assert!(found.iter().all(|link| !link.title.is_empty() && link.state.selected.is_some()));
        }
    }

    #[test]
    fn every_statement_leads_to_its_square_and_to_its_errata_by_name() {
        let state = State { view: "scitech-share", ..State::new(package()) };
        for row in package().observations {
            let found = links(package(), &state, row.id, Language::En);
            let squares = found.iter().filter(|link| link.state.view == "evidence" && link.state.selected == Some(row.id));
            assert_eq!(squares.count(), 1, "{}", row.id);
            for erratum in package().errata_of(row.id) {
                let title = found.iter().find(|link| link.state.selected == Some(erratum.id)).map(|link| &link.title);
                let said = title.and_then(|title| title.strip_prefix(erratum.id)).unwrap_or("");
                assert!(said.len() > " ‡".len(), "{title:?}");
            }
        }
    }

    #[test]
    fn a_link_keeps_language_and_theme_and_drops_the_options() {
        let (state, _) = State::from_query(package(), "view=cooperation-series&scale=peak&lang=en&theme=dark");
        for link in links(package(), &state, "A1-26", Language::En) {
            assert_eq!((link.state.language, link.state.theme), (state.language, state.theme));
            assert!(link.state.options.is_empty());
        }
    }
}
