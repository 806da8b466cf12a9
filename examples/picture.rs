//! Writes a picture as SVG, without a browser: `cargo run --example picture -- 'view=pipelines&lang=en' 720 > pipelines.svg`.
//!
//! The first argument is the query string of a link to the picture, the second its width in CSS pixels, the third the size of its text
//! by the usual one.

use article_charts::chart::{Frame, Picture, TableMeasure};
use article_charts::data::package;
use article_charts::explore::State;
use article_charts::export::picture_svg;
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let query = arguments.next().unwrap_or_default();
    let mut number = |default: f64| arguments.next().and_then(|text| text.parse().ok()).unwrap_or(default);
    let (width, text_scale) = (number(720.0), number(1.0));

    let package = package();
    let (state, problems) = State::from_query(package, &query);
    let language = state.language.unwrap_or_default();
    for problem in &problems {
        eprintln!("{}", problem.text(language));
    }
    let theme = state.theme.unwrap_or_default();
    let frame = Frame { width, text_scale, language, theme, measure: &TableMeasure };
    let svg = state.view(package).and_then(|view| picture_svg(&Picture { package, view, options: &state.options, frame }));
    match svg {
        Some(svg) => {
            print!("{svg}");
            ExitCode::SUCCESS
        }
        None => ExitCode::FAILURE,
    }
}
