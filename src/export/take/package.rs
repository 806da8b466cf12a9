/// The files of a data package, as the build puts them into `data/` under the package's name: the descriptor and its tables.
pub const PACKAGE_FILES: [&str; 21] = [
    "datapackage.json",
    "observations.csv",
    "errata.csv",
    "derivations.csv",
    "agents.csv",
    "check_inputs.csv",
    "checks.csv",
    "derivation_inputs.csv",
    "encodings.csv",
    "errata_targets.csv",
    "items.csv",
    "sections.csv",
    "series.csv",
    "sources.csv",
    "toggle_options.csv",
    "toggles.csv",
    "units.csv",
    "view_groups.csv",
    "view_notes.csv",
    "view_rows.csv",
    "views.csv",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::package;
    use std::fs;
    use std::path::Path;

    #[test]
    fn they_are_all_the_files_of_the_package() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/articles").join(package().name);
        let mut found: Vec<String> =
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
        let mut known = PACKAGE_FILES.map(str::to_owned).to_vec();
        found.sort();
        known.sort();
        assert_eq!(found, known);
    }
}
