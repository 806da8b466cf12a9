//! SVG to PNG with the fonts of this machine. A character that none of them has is an error: a box in its place would be a wrong picture.

use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::{Context, Result, bail};
use article_charts::data::Language;
use article_charts::scene::sans;
use resvg::tiny_skia::{Pixmap, PremultipliedColorU8, Transform};
use resvg::usvg::fontdb::{Database, FaceInfo, ID};
use resvg::usvg::{FontResolver, Options, Tree};

/// Device pixels to the CSS pixel: what screens have today.
const SHARPNESS: f32 = 2.0;

/// The fonts that pictures name first and that have every Chinese character in its mainland form.
const CHINESE: [&str; 3] = ["Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC"];

/// Paints pictures with the fonts that they ask for.
pub struct Rasteriser {
    fonts: Arc<Database>,
}

impl Rasteriser {
    /// Finds the fonts.
    ///
    /// # Errors
    /// If there is none for Chinese: says which package brings one.
    pub fn new() -> Result<Self> {
        let mut fonts = Database::new();
        fonts.load_system_fonts();
        Self::with(fonts)
    }

    /// Keeps of some fonts those that pictures name: a substitute from elsewhere could have another region's characters.
    fn with(mut fonts: Database) -> Result<Self> {
        let stacks: Vec<&str> = Language::ALL.iter().flat_map(|language| sans(language.tag()).split(", ")).collect();
        let named = |face: &FaceInfo, names: &[&str]| {
            face.families.iter().any(|(name, _)| names.iter().any(|one| one.trim_matches('"') == name))
        };
        let others: Vec<ID> = fonts.faces().filter(|face| !named(face, &stacks)).map(|face| face.id).collect();
        for face in others {
            fonts.remove_face(face);
        }
        for weight in [400, 700] {
            if !fonts.faces().any(|face| face.weight.0 == weight && named(face, &CHINESE)) {
                bail!("this machine has none of the fonts {} in weight {weight} (Debian: fonts-noto-cjk)", CHINESE.join(", "));
            }
        }
        Ok(Self { fonts: Arc::new(fonts) })
    }

    /// Paints a picture at twice its size, opaque.
    ///
    /// # Errors
    /// If it is no SVG, has a character that no font has, or is too large.
    pub fn png(&self, svg: &str) -> Result<Vec<u8>> {
        let missing = Mutex::new(BTreeSet::new());
        let tree = {
            let mut options = Options { fontdb: Arc::clone(&self.fonts), ..Options::default() };
            options.font_resolver.select_fallback = Box::new(|character, used, fonts| {
                let found = substitute(character, used, fonts);
                if found.is_none() {
                    missing.lock().unwrap_or_else(PoisonError::into_inner).insert(character);
                }
                found
            });
            Tree::from_str(svg, &options)?
        };
        let missing = missing.into_inner().unwrap_or_else(PoisonError::into_inner);
        if !missing.is_empty() {
            bail!("no font has {missing:?}");
        }
        let size = tree.size().to_int_size().scale_by(SHARPNESS).context("it has no size")?;
        let mut pixels = Pixmap::new(size.width(), size.height()).context("it is too large")?;
        resvg::render(&tree, Transform::from_scale(SHARPNESS, SHARPNESS), &mut pixels.as_mut());
        encode(&pixels)
    }
}

/// The font for a character that the first choice lacks: one of the same weight, or any.
fn substitute(character: char, used: &[ID], fonts: &mut Arc<Database>) -> Option<ID> {
    let any = FontResolver::default_fallback_selector();
    let weight = used.first().and_then(|id| fonts.face(*id)).map(|face| face.weight);
    let others = fonts.faces().filter(|face| Some(face.weight) != weight).map(|face| face.id);
    let same: Vec<ID> = used.iter().copied().chain(others).collect();
    any(character, &same, fonts).or_else(|| any(character, used, fonts))
}

/// PNG without transparency, as every picture has a background; with a table of its colours, which are few.
fn encode(pixels: &Pixmap) -> Result<Vec<u8>> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, pixels.width(), pixels.height());
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::High);
    let Some((table, places)) = indexed(pixels.pixels()) else {
        let colors: Vec<u8> = pixels.pixels().iter().copied().flat_map(channels).collect();
        encoder.set_color(png::ColorType::Rgb);
        encoder.write_header()?.write_image_data(&colors)?;
        return Ok(file);
    };
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_palette(table);
    encoder.write_header()?.write_image_data(&places)?;
    Ok(file)
}

/// The colours, three bytes each, and the place of each pixel's among them. `None` if there are more than 256.
fn indexed(pixels: &[PremultipliedColorU8]) -> Option<(Vec<u8>, Vec<u8>)> {
    let (mut known, mut table) = (HashMap::new(), Vec::new());
    let mut places = Vec::with_capacity(pixels.len());
    let (mut last, mut place) = (None, 0);
    for pixel in pixels {
        // Most pixels are like the one before.
        if last != Some(*pixel) {
            let next = u8::try_from(known.len());
            place = match known.entry(channels(*pixel)) {
                Entry::Occupied(entry) => *entry.get(),
                Entry::Vacant(entry) => {
                    table.extend(channels(*pixel));
                    *entry.insert(next.ok()?)
                }
            };
            last = Some(*pixel);
        }
        places.push(place);
    }
    Some((table, places))
}

fn channels(pixel: PremultipliedColorU8) -> [u8; 3] {
    [pixel.red(), pixel.green(), pixel.blue()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_chinese_font_there_is_no_picture() {
        let error = Rasteriser::with(Database::new()).err().unwrap().to_string();
        assert!(error.contains("Noto Sans CJK SC") && error.contains("fonts-noto-cjk"), "{error}");
    }

    #[test]
    fn few_colours_are_kept_in_a_table_and_many_are_not() {
        let color = |red, green| PremultipliedColorU8::from_rgba(red, green, 0, 255).unwrap();
        let (table, places) = indexed(&[color(9, 0), color(9, 0), color(0, 7), color(9, 0)]).unwrap();
        assert_eq!((table, places), (vec![9, 0, 0, 0, 7, 0], vec![0, 0, 1, 0]));
        let many: Vec<_> = (0..=255).map(|red| color(red, 0)).collect();
        assert!(indexed(&many).is_some());
        assert!(indexed(&[many, vec![color(0, 1)]].concat()).is_none());
    }
}
