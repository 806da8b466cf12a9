//! Every view drawn ahead of its readers: as SVG, as PNG where the fonts for it are there, and as a figure in HTML that needs no script.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use article_charts::chart::is_drawn;
use article_charts::data::{Language, View, package};
use article_charts::export::{self, Look, STILL_THEMES, STILL_WIDTHS, Surroundings};

use crate::raster::Rasteriser;

/// The folder of these files in `dist/`.
pub const FOLDER: &str = "static";

/// A picture: its name without ending, and its SVG.
struct Still {
    name: String,
    svg: String,
}

/// Writes the pictures and the figures around them. `png` asks for PNG too; whether there is PNG is returned.
///
/// # Errors
/// If a file cannot be written, or a picture cannot be painted though its fonts are there.
pub fn write(dist: &Path, png: bool, site: Option<&str>) -> Result<bool> {
    let folder = dist.join(FOLDER);
    fs::create_dir_all(&folder).with_context(|| format!("cannot write {}", folder.display()))?;
    let stills = stills()?;
    for still in &stills {
        fs::write(folder.join(format!("{}.svg", still.name)), &still.svg)?;
    }
    let painted = png && paint(&folder, &stills)?;
    let (pictures, pages) =
        site.map_or_else(|| (String::new(), "../".to_owned()), |url| (format!("{url}{FOLDER}/"), url.to_owned()));
    for language in Language::ALL {
        for view in views() {
            let around = Surroundings { stills: &pictures, pages: Some(&pages), png: painted };
            let figure = export::figure(package(), view, language, around).context("a view has no picture")?;
            fs::write(folder.join(format!("{}.html", export::figure_name(view, language))), figure)?;
        }
    }
    Ok(painted)
}

/// The views that have a picture.
pub fn views() -> impl Iterator<Item = &'static View> {
    package().views.iter().filter(|view| is_drawn(view))
}

/// Every view in every language, theme and width.
fn stills() -> Result<Vec<Still>> {
    let mut stills = Vec::new();
    for view in views() {
        for language in Language::ALL {
            for theme in STILL_THEMES {
                for width in STILL_WIDTHS {
                    let svg = article_charts::svg(view.id, Look { language, theme, width: width.into() })?;
                    stills.push(Still { name: export::still_name(view, language, theme, width), svg });
                }
            }
        }
    }
    Ok(stills)
}

/// Paints the pictures as PNG; where a font is missing none, because a box in place of a character is a wrong picture.
fn paint(folder: &Path, stills: &[Still]) -> Result<bool> {
    let rasteriser = match Rasteriser::new() {
        Ok(rasteriser) => rasteriser,
        Err(missing) => {
            println!("No PNG in {}: {missing}.", folder.display());
            return Ok(false);
        }
    };
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    let share = stills.len().div_ceil(workers).max(1);
    std::thread::scope(|scope| {
        let hands: Vec<_> = stills
            .chunks(share)
            .map(|share| {
                scope.spawn(|| {
                    share.iter().try_for_each(|still| {
                        let png = rasteriser.png(&still.svg).with_context(|| format!("cannot paint {}", still.name))?;
                        fs::write(folder.join(format!("{}.png", still.name)), png).context("cannot write a picture")
                    })
                })
            })
            .collect();
        hands.into_iter().try_for_each(|hand| hand.join().unwrap_or_else(|_| anyhow::bail!("a picture was not painted")))
    })?;
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_view_is_there_in_every_language_theme_and_width() {
        let folder = std::env::temp_dir().join(format!("article-charts-stills-{}", std::process::id()));
        assert!(!write(&folder, false, None).unwrap());
        let written: Vec<_> = fs::read_dir(folder.join(FOLDER)).unwrap().map(|file| file.unwrap().file_name()).collect();
        let count = |ending: &str| written.iter().filter(|name| name.to_string_lossy().ends_with(ending)).count();
        let views = views().count();
        assert!(views >= 16);
        assert_eq!((count(".svg"), count(".html"), count(".png")), (views * 8, views * 2, 0));
        for view in super::views() {
            for name in ["zh.light.360", "zh.dark.720", "en.light.720", "en.dark.360"] {
                let svg = fs::read_to_string(folder.join(FOLDER).join(format!("{}.{name}.svg", view.id))).unwrap();
                assert!(svg.contains("<text ") && svg.len() < 200_000, "{} {name}: {} bytes", view.id, svg.len());
                let width = name.rsplit('.').next().unwrap();
                assert!(svg.contains(&format!("width=\"{width}\"")), "{} {name}", view.id);
            }
        }
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_site_has_an_address_in_its_figures_and_none_without() {
        let folder = std::env::temp_dir().join(format!("article-charts-figures-{}", std::process::id()));
        let figure = |site| {
            write(&folder, false, site).unwrap();
            fs::read_to_string(folder.join(FOLDER).join("pipelines.en.html")).unwrap()
        };
        let near = figure(None);
        assert!(
            near.contains("srcset=\"pipelines.en.dark.360.svg\"") && near.contains("href=\"../index.en.html?view=pipelines\"")
        );
        assert!(!near.contains("http"));
        let far = figure(Some("https://example.org/charts/"));
        assert!(far.contains("src=\"https://example.org/charts/static/pipelines.en.light.720.svg\""), "{far}");
        assert!(far.contains("href=\"https://example.org/charts/index.en.html?view=pipelines\""));
        fs::remove_dir_all(folder).unwrap();
    }
}
