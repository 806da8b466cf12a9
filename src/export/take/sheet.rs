use super::super::svg::{Caption, svg};
use crate::chart::{Frame, Picture};
use crate::scene::{Anchor, Color, Geometry, Point, Role, Scene, Shape, Weight};
use crate::words::{self, Sheet, Take};

/// Around everything, in CSS pixels.
const MARGIN: f64 = 24.0;

/// Between the picture and the words over and under it.
const GAP: f64 = 16.0;

/// The whole figure as one scene, as wide as the picture and its margins: title, subtitle, the picture, notes, source and licence. `link`
/// is its address, empty where it has none. Its datums are those of the picture, in the same order. Sentences, which the page sets over
/// the canvas, are labels here: nobody else will set them.
pub fn sheet(picture: &Picture<'_>, scene: &Scene, words: &Sheet, link: &str) -> Scene {
    let (palette, frame) = (picture.colors(), picture.frame.sane());
    let small = Style { size: 14.0 * frame.text_scale, weight: Weight::Regular, color: palette.muted };
    let foot = Style { size: 12.0 * frame.text_scale, ..small };
    let mut setter = Setter { frame, room: scene.width, y: MARGIN, shapes: Vec::new() };
    // What is large already grows less, as in the picture.
    setter.paragraph(words.title, "", Style { size: 24.0 * frame.text_scale.sqrt(), weight: Weight::Bold, color: palette.ink });
    setter.y += GAP / 4.0;
    setter.paragraph(&words.subtitle, "", Style { size: 16.0 * frame.text_scale, ..small });
    setter.y += GAP;
    let moved = scene.moved(MARGIN, setter.y.ceil());
    setter.y = setter.y.ceil() + scene.height + GAP;
    for note in &words.notes {
        setter.paragraph(note, "· ", small);
    }
    setter.y += GAP / 2.0;
    setter.paragraph(&words.source, "", small);
    setter.y += GAP / 2.0;
    setter.paragraph(&licence(picture), "", foot);
    setter.paragraph(link, "", foot);
    let height = (setter.y + MARGIN).ceil();
    let unset = |shape: Shape| if shape.role == Role::Prose { Shape { role: Role::Label, ..shape } } else { shape };
    let shapes = setter.shapes.into_iter().chain(moved.shapes.into_iter().map(unset)).collect();
    Scene { width: scene.width + 2.0 * MARGIN, height, shapes, ..moved }
}

/// The whole figure as SVG, each datum named as it is spoken. `None` where the module has no mark for the view.
pub fn sheet_svg(picture: &Picture<'_>, link: &str) -> Option<String> {
    let scene = picture.draw()?;
    let described = picture.describe(&scene.ids());
    let words = picture.sheet(&described);
    let language = picture.frame.language;
    let spoken = |(i, datum)| words::speech(datum, i + 1, described.len(), language);
    let names: Vec<String> = described.iter().enumerate().map(spoken).collect();
    let caption = Caption { title: words.title, description: &words.subtitle, names: &names };
    Some(svg(&sheet(picture, &scene, &words, link), caption))
}

/// Which data, under which licence, and whose wording.
fn licence(picture: &Picture<'_>) -> String {
    let (package, language) = (picture.package, picture.frame.language);
    let version = words::version(package.about().version, language);
    let licence = package.about().license.replace('-', " ");
    format!("{}/{} · {version} · {licence} · {}", package.name, picture.view.id, Take::Ours.get(language))
}

/// How a paragraph is set.
#[derive(Clone, Copy)]
struct Style {
    /// Font size in CSS pixels.
    size: f64,
    weight: Weight,
    color: Color,
}

/// Sets paragraphs from top to bottom.
struct Setter<'a> {
    frame: Frame<'a>,
    /// Width of the lines in CSS pixels.
    room: f64,
    /// Where the next paragraph begins.
    y: f64,
    shapes: Vec<Shape>,
}

impl Setter<'_> {
    /// Adds the lines of a text; those after the first stand in from the bullet. An empty text takes no room.
    fn paragraph(&mut self, text: &str, bullet: &str, style: Style) {
        let width = |text: &str| self.frame.measure.width(text, style.size, style.weight);
        let indent = width(bullet);
        let lines = lines(text, self.room - indent, width);
        for (i, line) in lines.into_iter().enumerate() {
            let (text, x) = if i == 0 { (format!("{bullet}{line}"), MARGIN) } else { (line, MARGIN + indent) };
            self.y += style.size * 1.4;
            let origin = Point::new(x, self.y - style.size * 0.35);
            let width = self.frame.measure.width(&text, style.size, style.weight);
            let Style { size, weight, color } = style;
            let geometry = Geometry::Text { origin, text, size, weight, anchor: Anchor::Start, color, width };
            self.shapes.push(Shape { geometry, role: Role::Label, datum: None, panel: None });
        }
    }
}

/// Breaks a text into lines; a word or an address that is wider than the room alone is broken anywhere.
fn lines(text: &str, room: f64, width: impl Fn(&str) -> f64) -> Vec<String> {
    let mut lines = Vec::new();
    for whole in words::wrap(text, room, &width) {
        let mut line = String::new();
        for character in whole.chars() {
            line.push(character);
            if width(&line) > room && line.chars().nth(1).is_some() {
                line.pop();
                lines.push(core::mem::replace(&mut line, character.to_string()));
            }
        }
        lines.push(line);
    }
    lines
}
