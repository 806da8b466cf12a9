//! Writes every view as SVG into a folder: `cargo run --example every_view -- pictures`.

use article_charts::chart::is_drawn;
use article_charts::data::package;
use article_charts::{Look, svg};
use std::error::Error;
use std::path::PathBuf;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("which folder?")?);
    std::fs::create_dir_all(&folder)?;
    for view in package().views.iter().filter(|view| is_drawn(view)) {
        let file = folder.join(format!("{}.svg", view.id));
        std::fs::write(&file, svg(view.id, Look::default())?)?;
        println!("{}", file.display());
    }
    Ok(())
}
