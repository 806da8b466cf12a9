use crate::chart::{Palette, Picture};
use crate::data::{Language, Observation, Paragraph, Subject, ViewNote, package};
use crate::explore::{Link, State};
use crate::scene::{Color, Geometry, Role, Scene, Shape, Weight, sans};
use crate::words::{self, Phrase, Problem};
use serde::ser::{Serialize, SerializeMap, Serializer};

/// A picture as JavaScript needs it: its size, its words, its datums and its controls.
#[derive(serde::Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Figure {
    view: &'static str,
    language: &'static str,
    /// The theme that was asked for; missing where the system decides.
    theme: Option<&'static str>,
    width: f64,
    height: f64,
    title: &'static str,
    subtitle: String,
    problems: Vec<String>,
    controls: Vec<Control>,
    datums: Vec<DatumValue>,
    prose: Vec<ProseValue>,
    selected: Option<&'static str>,
    /// The query string of this picture.
    state: String,
    notes: Vec<NoteValue>,
    source: String,
    /// Name of the menu of what can be taken away.
    take: &'static str,
    /// What stands there where it cannot be had.
    lost: &'static str,
    table: TableValue,
    palette: Colors,
    /// The fonts that the picture is set in, as CSS.
    font: &'static str,
    help: Help,
}

/// What the keys do, and what is said when they change the order.
#[derive(serde::Serialize)]
struct Help {
    name: &'static str,
    keys: [(&'static str, &'static str); 8],
    orders: [&'static str; 2],
}

impl Help {
    fn new(language: Language) -> Self {
        let keys = [
            ("→ ←", Phrase::KeyNext),
            ("↓ ↑", Phrase::KeyPanel),
            ("PgDn PgUp", Phrase::KeyLeap),
            ("Home End", Phrase::KeyEnds),
            ("[ ]", Phrase::KeyExtremes),
            ("Enter Esc", Phrase::KeySelect),
            ("o", Phrase::KeyOrder),
            ("t ?", Phrase::KeyTable),
        ];
        Self {
            name: Phrase::Keys.get(language),
            keys: keys.map(|(key, phrase)| (key, phrase.get(language))),
            orders: [Phrase::AxisOrder, Phrase::ArticleOrder].map(|phrase| phrase.get(language)),
        }
    }
}

#[derive(serde::Serialize)]
struct Control {
    id: &'static str,
    label: &'static str,
    options: Vec<Choice>,
}

#[derive(serde::Serialize)]
struct Choice {
    id: &'static str,
    label: &'static str,
    current: bool,
}

#[derive(serde::Serialize)]
struct DatumValue {
    id: &'static str,
    /// Left edge, upper edge, width and height of its area.
    area: [f64; 4],
    /// What a tooltip points at.
    anchor: [f64; 2],
    panel: usize,
    /// Where the articles say it: `A1.2.3` is the third paragraph of section 2 of article A1, `A1.2` its heading or caption.
    places: Vec<String>,
    /// What is spoken.
    name: String,
}

/// A line of a sentence, for the page to set over the canvas.
#[derive(serde::Serialize)]
struct ProseValue {
    text: String,
    /// Left end of the baseline, in CSS pixels.
    x: f64,
    y: f64,
    size: f64,
    bold: bool,
    color: String,
}

impl ProseValue {
    /// The line that a shape is, if it is one.
    fn of(shape: &Shape) -> Option<Self> {
        match &shape.geometry {
            Geometry::Text { origin, text, size, weight, color, .. } if shape.role == Role::Prose => Some(Self {
                text: text.clone(),
                x: origin.x,
                y: origin.y,
                size: *size,
                bold: *weight == Weight::Bold,
                color: css(*color),
            }),
            _ => None,
        }
    }
}

/// A remark, and the datums of the picture that it is about.
#[derive(serde::Serialize)]
struct NoteValue {
    text: &'static str,
    datums: Vec<&'static str>,
}

#[derive(serde::Serialize)]
struct TableValue {
    name: &'static str,
    caption: String,
    columns: Vec<&'static str>,
    rows: Vec<RowValue>,
}

#[derive(serde::Serialize)]
struct RowValue {
    datum: &'static str,
    cells: Vec<String>,
}

#[derive(serde::Serialize)]
pub(super) struct TooltipValue {
    title: &'static str,
    figure: String,
    lines: Vec<(&'static str, String)>,
    /// Name of the list of links.
    more: &'static str,
    links: Vec<LinkValue>,
}

/// A way on: what it says, and the query string that it leads to.
#[derive(serde::Serialize)]
struct LinkValue {
    title: String,
    state: String,
}

impl TooltipValue {
    pub(super) fn new(tooltip: words::Tooltip, links: Vec<Link>, language: Language) -> Self {
        let link = |link: Link| LinkValue { title: link.title, state: link.state.to_query() };
        Self {
            title: tooltip.title,
            figure: tooltip.figure,
            lines: tooltip.lines,
            more: Phrase::More.get(language),
            links: links.into_iter().map(link).collect(),
        }
    }
}

/// The keys of the places where the articles say something.
fn places(subject: Subject) -> Vec<String> {
    let place = |observation: &'static Observation| {
        let section = format!("{}.{}", observation.source.id, observation.section);
        match observation.paragraph {
            Some(Paragraph::Number(number)) => format!("{section}.{number}"),
            _ => section,
        }
    };
    subject.statements().into_iter().map(place).collect()
}

/// The palette as CSS colours.
#[derive(serde::Serialize)]
struct Colors {
    background: String,
    ink: String,
    muted: String,
    grid: String,
    accent: String,
    remark: String,
}

impl Figure {
    pub(super) fn new(picture: &Picture<'_>, state: &State, scene: &Scene, problems: &[Problem]) -> Self {
        let language = picture.frame.language;
        let shown: Vec<&'static str> = scene.datums.iter().map(|datum| datum.id).collect();
        let described = picture.describe(&shown);
        let count = described.len();
        let datums = scene.datums.iter().zip(&described).enumerate().map(|(i, (datum, words))| DatumValue {
            id: datum.id,
            area: [datum.area.x, datum.area.y, datum.area.width, datum.area.height],
            anchor: [datum.anchor.x, datum.anchor.y],
            panel: datum.panel,
            places: package().subject(datum.id).map_or_else(Vec::new, places),
            name: words::speech(words, i + 1, count, language),
        });
        let sheet = picture.sheet(&described);
        let controls = picture.view.toggles.iter().map(|toggle| Control {
            id: toggle.id,
            label: toggle.label.get(language),
            options: toggle
                .options
                .iter()
                .map(|option| Choice {
                    id: option.id,
                    label: option.label.get(language),
                    current: picture.option(toggle.id) == option.id,
                })
                .collect(),
        });
        Self {
            view: picture.view.id,
            language: scene.lang,
            theme: state.theme.map(|theme| theme.name()),
            width: scene.width,
            height: scene.height,
            title: sheet.title,
            subtitle: sheet.subtitle,
            problems: problems.iter().map(|problem| problem.text(language)).collect(),
            controls: controls.collect(),
            selected: state.selected.filter(|id| shown.contains(id)),
            datums: datums.collect(),
            prose: scene.shapes.iter().filter_map(ProseValue::of).collect(),
            state: state.to_query(),
            notes: picture.view.notes.iter().map(|note| NoteValue::new(note, language, &shown)).collect(),
            source: sheet.source,
            take: Phrase::Take.get(language),
            lost: Phrase::TakeLost.get(language),
            table: TableValue {
                name: Phrase::Table.get(language),
                caption: sheet.table.caption,
                columns: sheet.table.columns,
                rows: sheet.table.rows.into_iter().map(|row| RowValue { datum: row.datum, cells: row.cells }).collect(),
            },
            palette: Colors::new(picture.colors()),
            font: sans(scene.lang),
            help: Help::new(language),
        }
    }
}

impl NoteValue {
    fn new(note: &ViewNote, language: Language, shown: &[&'static str]) -> Self {
        let touched = note.erratum.map_or(&[][..], |erratum| erratum.targets);
        let about = |id: &&&str| touched.iter().any(|target| target.observation.is_some_and(|row| row.id == **id));
        Self { text: note.text.get(language), datums: shown.iter().filter(about).copied().collect() }
    }
}

impl Colors {
    fn new(palette: Palette) -> Self {
        Self {
            background: css(palette.background),
            ink: css(palette.ink),
            muted: css(palette.muted),
            grid: css(palette.grid),
            accent: css(palette.accent),
            remark: css(palette.remark),
        }
    }
}

/// `#rrggbb`.
fn css(color: Color) -> String {
    format!("#{:02x}{:02x}{:02x}", color.red, color.green, color.blue)
}

/// The words of the page, as an object of texts by key.
pub(super) struct PageWords(pub(super) Language);

impl Serialize for PageWords {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let words = words::page(package(), self.0);
        let mut map = serializer.serialize_map(Some(words.len()))?;
        for (key, text) in words {
            map.serialize_entry(&key, &text)?;
        }
        map.end()
    }
}
