use super::*;
use crate::chart::TableMeasure;
use crate::data::package;
use crate::words::Problem;
use proptest::prelude::*;

fn read(query: &str) -> (State, Vec<Problem>) {
    State::from_query(package(), query)
}

#[test]
fn an_empty_link_is_the_default_picture() {
    let (state, problems) = read("");
    assert_eq!(state, State::new(package()));
    assert!(problems.is_empty());
    assert_eq!(state.view, "scitech-share");
}

#[test]
fn a_link_restores_every_choice() {
    let (state, problems) = read("v=1&view=cooperation-series&years=printed&scale=peak&datum=A1-26&lang=en&theme=dark");
    assert!(problems.is_empty(), "{problems:?}");
    assert_eq!(state.view, "cooperation-series");
    assert_eq!(state.options, [("scale", "peak"), ("years", "printed")]);
    assert_eq!(state.selected, Some("A1-26"));
    assert_eq!(state.language, Some(Language::En));
    assert_eq!(state.theme, Some(Theme::Dark));
}

/// Links that were handed out once. They are never edited: a line that no longer reads the same breaks somebody's page.
#[test]
fn links_that_were_ever_written_still_work() {
    for (query, view) in [
        ("v=1&view=scitech-share", "scitech-share"),
        ("v=1&view=scitech-share&form=bar", "scitech-share"),
        ("v=1&datum=D-08", "pipelines"),
        ("v=1&view=pipelines&datum=D-08", "pipelines"),
        ("v=1&view=philanthropy-times-2026/cooperation-series&years=printed", "cooperation-series"),
    ] {
        let (state, problems) = read(query);
        assert!(problems.is_empty(), "{query}: {problems:?}");
        assert_eq!(state.view, view, "{query}");
    }
}

#[test]
fn what_does_not_exist_is_told_and_left_at_the_default() {
    let (state, problems) = read("v=9&view=package/scitech-share&lang=fr&theme=sepia&datum=A9-99&form=pie&utm_source=x");
    assert_eq!(state, State { view: "scitech-share", ..State::new(package()) });
    assert_eq!(
        problems,
        [
            Problem::Version("9".into()),
            Problem::Package("package".into()),
            Problem::Language("fr".into()),
            Problem::Theme("sepia".into()),
            Problem::Datum("A9-99".into()),
            Problem::Option("form".into(), "pie".into()),
        ]
    );
}

#[test]
fn broken_encoding_is_told() {
    let (_, problems) = read("view=%E4%B8&lang=%zz");
    assert_eq!(problems.len(), 2);
    assert!(matches!(problems[0], Problem::Malformed(_)));
}

#[test]
fn another_view_drops_the_options_of_the_last_one_but_keeps_language_and_theme() {
    let (state, _) = read("v=1&view=scitech-share&form=bar&datum=A1-07&lang=en&theme=dark");
    let next = update(package(), &state, Event::View("pipelines"));
    assert_eq!(next.to_query(), "v=1&view=pipelines&lang=en&theme=dark");
}

#[test]
fn the_default_option_leaves_the_link() {
    let (state, _) = read("v=1&view=scitech-share&form=bar");
    assert_eq!(update(package(), &state, Event::Choose("form", "squares")).to_query(), "v=1&view=scitech-share");
    assert_eq!(update(package(), &state, Event::Choose("form", "pie")), state);
}

#[test]
fn a_choice_takes_a_selection_with_it_that_it_does_not_draw() {
    let frame = Frame { width: 720.0, text_scale: 1.0, language: Language::Zh, theme: Theme::Light, measure: &TableMeasure };
    let after = |query, event| update(package(), &read(query).0, event).settled(package(), frame).to_query();
    let query = "v=1&view=cooperation-series&datum=A1-23";
    assert_eq!(after(query, Event::Choose("scale", "peak")), "v=1&view=cooperation-series&scale=peak");
    assert_eq!(after(query, Event::Choose("connectors", "off")), "v=1&view=cooperation-series&connectors=off&datum=A1-23");
    assert_eq!(after("v=1&view=scitech-share", Event::Select(Some("A2-18"))), "v=1&view=scitech-share");
}

proptest! {
    #[test]
    fn a_state_round_trips_through_its_link(
        view in 0usize..3, first in 0usize..3, second in 0usize..3, datum in 0usize..150, language in 0usize..3, theme in 0usize..3,
    ) {
        let package = package();
        let drawn: Vec<_> = package.views.iter().filter(|view| is_drawn(view)).collect();
        let mut state = update(package, &State::new(package), Event::View(drawn[view % drawn.len()].id));
        for (toggle, choice) in state.view(package).unwrap().toggles.iter().zip([first, second]) {
            state = update(package, &state, Event::Choose(toggle.id, toggle.options[choice % toggle.options.len()].id));
        }
        let id = package.observations.get(datum).map(|row| row.id);
        state = update(package, &state, Event::Select(id));
        state = update(package, &state, Event::Language(["zh", "en", "xx"][language]));
        state = update(package, &state, Event::Theme(["light", "dark", "auto"][theme]));
        let (back, problems) = read(&state.to_query());
        prop_assert_eq!(back, state);
        prop_assert!(problems.is_empty());
    }

    #[test]
    fn any_text_gives_a_picture(query in "\\PC{0,200}") {
        let (state, _) = read(&query);
        prop_assert!(is_drawn(state.view(package()).unwrap()));
    }
}
