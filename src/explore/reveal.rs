use super::{Event, State, update};
use crate::chart::Picture;

/// The state whose picture shows the selected datum: the present one if it does, else the first that differs in one option and does.
/// A link to a datum need not know which option draws it. `None` where no picture of the view does.
pub fn reveal(picture: &Picture<'_>, state: &State) -> Option<State> {
    let wanted = state.selected?;
    let shows = |state: &State| {
        let picture = Picture { options: &state.options, ..*picture };
        picture.shows(wanted)
    };
    if shows(state) {
        return Some(state.clone());
    }
    for toggle in picture.view.toggles {
        for option in toggle.options {
            let other = update(picture.package, state, Event::Choose(toggle.id, option.id));
            let other = State { selected: Some(wanted), ..other };
            if shows(&other) {
                return Some(other);
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::{Frame, TableMeasure, Theme};
    use crate::data::{Language, package};

    fn revealed(query: &str) -> Option<String> {
        let (state, problems) = State::from_query(package(), query);
        assert!(problems.is_empty(), "{problems:?}");
        let frame = Frame { width: 720.0, text_scale: 1.0, language: Language::Zh, theme: Theme::Light, measure: &TableMeasure };
        let view = state.view(package()).unwrap();
        let picture = Picture { package: package(), view, options: &state.options, frame };
        reveal(&picture, &state).map(|state| state.to_query())
    }

    #[test]
    fn a_datum_that_is_there_changes_nothing() {
        assert_eq!(revealed("view=pipelines&datum=D-08").as_deref(), Some("v=1&view=pipelines&datum=D-08"));
    }

    #[test]
    fn a_datum_of_another_option_brings_its_option() {
        let link = revealed("view=cooperation-series&datum=D-07.8");
        assert_eq!(link.as_deref(), Some("v=1&view=cooperation-series&scale=peak&datum=D-07.8"));
    }

    #[test]
    fn a_datum_of_no_option_is_not_found() {
        assert_eq!(revealed("view=pipelines&datum=A1-22"), None);
    }
}
