//! Compiles the data packages beside this file into the module.
//!
//! Every folder with a `datapackage.json` is one package. Its tables are checked as a compiler checks a program: the build stops
//! with the file, row and column of everything that is wrong. What passes is written cell by cell on the shelves that
//! `src/data/decode.rs` reads, together with what follows from it: derived values, and the answers to the package's questions to
//! itself. The module itself holds neither a CSV nor a JSON parser, nor a formula.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

// The room of the module that knows what the tables mean. A build script needs only a part of it.
#[allow(dead_code, unreachable_pub, unused_imports)]
#[path = "../data/mod.rs"]
mod data;

#[path = "build/check.rs"]
mod check;
#[path = "build/descriptor.rs"]
mod descriptor;
#[path = "build/encode.rs"]
mod encode;
#[path = "build/problem.rs"]
mod problem;
#[path = "build/results.rs"]
mod results;
#[path = "build/schema.rs"]
mod schema;
#[path = "build/table.rs"]
mod table;

use descriptor::Descriptor;
use encode::Shelves;
use problem::{Problem, Problems};
use results::Results;
use table::Tables;

const ARTICLES: &str = "src/articles";

/// What the module holds here is only being made.
const ABOUT: &str = "";
const PACKAGES: data::Blob = data::Blob { chinese: "", english: "", texts: "", cells: &[] };

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed={ARTICLES}");
    match compile_all() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problems) => {
            for problem in problems {
                println!("cargo::error={problem}");
            }
            ExitCode::FAILURE
        }
    }
}

fn compile_all() -> Result<(), Vec<Problem>> {
    let folders = package_folders().map_err(|error| vec![Problem::file(ARTICLES, error)])?;
    let mut shelves = Shelves::of(folders.len());
    let mut problems = Vec::new();
    for folder in folders {
        if let Err(found) = compile(&folder, &mut shelves) {
            problems.extend(found);
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let target = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    shelves.write(&target).map_err(|error| vec![Problem::file(&target.to_string_lossy(), error)])
}

/// Folders with a descriptor, by name, so that the same input gives the same bytes.
fn package_folders() -> std::io::Result<Vec<PathBuf>> {
    let mut folders = Vec::new();
    for entry in fs::read_dir(ARTICLES)? {
        let folder = entry?.path();
        if folder.join("datapackage.json").is_file() {
            folders.push(folder);
        }
    }
    folders.sort();
    Ok(folders)
}

/// Adds a package to the shelves.
fn compile(folder: &Path, shelves: &mut Shelves) -> Result<(), Vec<Problem>> {
    let mut problems = Problems::default();
    let descriptor = Descriptor::read(folder, &mut problems);
    let tables = Tables::read(folder, &mut problems);
    problems.done()?;
    check::package(&tables, &mut problems);
    problems.done()?;
    let mut plain = Shelves::of(1);
    plain.package(&descriptor, &tables, &Results::default(), &mut problems);
    problems.done()?;
    let results = Results::compute(plain, &tables, &mut problems);
    shelves.package(&descriptor, &tables, &results, &mut problems);
    problems.done()
}
