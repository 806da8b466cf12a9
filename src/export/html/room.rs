use super::super::view::Look;
use super::figure::STILL_WIDTHS;
use crate::chart::{FontMeasure, Measure};
use crate::data::{Language, View};
use crate::scene::Weight;
use crate::words::{Sheet, wrap};

/// The padding of the page in a frame, on each side, in CSS pixels.
const PADDING: f64 = 16.0;

/// What the widest words of a column leave it, with its padding of [`GUTTER`]: the columns of a table that is wider than the page.
const COLUMNS: [(Language, [f64; 7]); 2] = [
    (Language::Zh, [126.0, 70.0, 70.0, 70.0, 112.0, 70.0, 196.0]),
    (Language::En, [126.0, 109.0, 115.0, 77.0, 112.0, 92.0, 196.0]),
];
const GUTTER: f64 = 14.0;

/// Text of one size: its size and the height of a line, in CSS pixels.
const TITLE: (f64, f64) = (24.0, 32.4);
const TEXT: (f64, f64) = (16.0, 24.8);
const SMALL: (f64, f64) = (14.0, 21.7);
const CELL: (f64, f64) = (14.0, 20.3);

/// The column with a button behind its text, as wide as two characters, and how much higher that makes its cell.
const PLACE: usize = 4;
const BUTTON: f64 = 8.4;

/// A line that unfolds what is below it.
const SUMMARY: f64 = 41.3;

/// How high the page of a view in a frame is, in CSS pixels, in a column as wide as the wide picture: what a frame needs that nobody tells
/// its height. Set as `element.css` and `embed.css` set it, in the fonts of the pictures that are drawn ahead; other fonts make it a little
/// higher or lower. `None` where the module has no mark for the view.
pub fn frame_height(view: &'static View, language: Language) -> Option<u32> {
    let [_, wide] = STILL_WIDTHS;
    let width = f64::from(wide) - 2.0 * PADDING;
    let picture = Look { language, width, ..Look::default() }.picture(view);
    let scene = picture.draw()?;
    let sheet = picture.sheet(&picture.describe(&scene.ids()));
    let text = |text: &str, (size, line): (f64, f64), room: f64| lines(text, language, size, room) * line;
    let notes: f64 = sheet.notes.iter().map(|note| text(note, SMALL, width - SMALL.0)).sum();
    let controls = match view.toggles.len() {
        0 => 0.0,
        1 => 48.2,
        // On two lines.
        _ => 90.0,
    };
    let sum = [
        2.0 * PADDING,
        text(sheet.title, TITLE, width),
        4.8 + text(&sheet.subtitle, TEXT, width),
        controls,
        16.0 + scene.height,
        if sheet.notes.is_empty() { 0.0 } else { 15.4 + notes },
        9.8 + text(&sheet.source, SMALL, width),
        // The menu, the heading of the table, the keys, and the name of the site.
        9.6 + 17.0 + 3.0 * SUMMARY + 39.3,
        table(&sheet, language, width),
    ];
    Some(sum.iter().sum::<f64>().ceil() as u32)
}

/// The height of the table, which is as wide as its columns.
fn table(sheet: &Sheet, language: Language, width: f64) -> f64 {
    let caption = lines(&sheet.table.caption, language, CELL.0, width) * CELL.1 + 5.6;
    let rows = sheet.table.rows.iter().map(|one| {
        let columns = COLUMNS.iter().filter(|(of, _)| *of == language).flat_map(|(_, columns)| columns);
        let cells = one.cells.iter().zip(columns).enumerate().map(|(i, (cell, room))| {
            let room = room - GUTTER;
            if i == PLACE {
                lines(&format!("{cell} ⓘⓘ"), language, CELL.0, room) * CELL.1 + BUTTON
            } else {
                lines(cell, language, CELL.0, room) * CELL.1
            }
        });
        cells.fold(CELL.1, f64::max) + 12.2
    });
    caption + CELL.1 + 12.2 + rows.sum::<f64>()
}

/// How many lines a text takes.
fn lines(text: &str, language: Language, size: f64, room: f64) -> f64 {
    wrap(text, room, &|part: &str| FontMeasure(language).width(part, size, Weight::Regular)).len() as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::package;

    #[test]
    fn what_has_more_to_say_is_higher() {
        let height =
            |id: &str, language| frame_height(package().views.iter().find(|view| view.id == id).unwrap(), language).unwrap();
        assert!(height("evidence", Language::En) > 10 * height("pipelines", Language::En));
        for view in package().views {
            assert!(height(view.id, Language::En) > height(view.id, Language::Zh), "{}", view.id);
        }
    }
}
