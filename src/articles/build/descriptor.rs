//! What the module keeps of `datapackage.json`, and whether it names the tables that are there.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::problem::{Problem, Problems};
use crate::schema::TABLES;

/// Texts about the package as a whole, in the order in which they are read: the first is its name.
pub(crate) struct Descriptor(pub(crate) [String; 6]);

impl Descriptor {
    pub(crate) fn name(&self) -> &str {
        let [name, ..] = &self.0;
        name
    }

    pub(crate) fn read(folder: &Path, problems: &mut Problems) -> Self {
        let path = folder.join("datapackage.json");
        let json = fs::read_to_string(&path)
            .map_err(|error| error.to_string())
            .and_then(|text| serde_json::from_str::<Value>(&text).map_err(|error| error.to_string()));
        let json = json.unwrap_or_else(|error| {
            problems.add(Problem::file(&path.to_string_lossy(), error));
            Value::Null
        });
        if !json.is_null() {
            check_resources(&json, &path.to_string_lossy(), problems);
        }
        let text = |pointer: &str| json.pointer(pointer).and_then(Value::as_str).unwrap_or_default().to_owned();
        let texts = ["/name", "/title", "/version", "/created", "/licenses/0/name", "/licenses/0/path"].map(text);
        if let [name, ..] = &texts
            && name != &folder.file_name().unwrap_or_default().to_string_lossy()
            && !json.is_null()
        {
            problems.add(Problem::file(&path.to_string_lossy(), "the name of the package must be that of its folder"));
        }
        Self(texts)
    }
}

/// Every table of the schema is a resource with the same columns, and there is no other one.
fn check_resources(json: &Value, file: &str, problems: &mut Problems) {
    let resources = json.get("resources").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let named = |resource: &Value, path: &str| resource.get("path").and_then(Value::as_str) == Some(path);
    for table in TABLES {
        let path = format!("{}.csv", table.name);
        let Some(resource) = resources.iter().find(|resource| named(resource, &path)) else {
            problems.add(Problem::file(file, format!("no resource has the path {path}")));
            continue;
        };
        let fields = resource.pointer("/schema/fields").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        let names = fields.iter().map(|field| field.get("name").and_then(Value::as_str).unwrap_or_default());
        if !names.eq(table.columns.iter().map(|(name, _)| *name)) {
            problems.add(Problem::file(file, format!("the fields of {path} are not its columns")));
        }
    }
    for resource in resources {
        if !TABLES.iter().any(|table| named(resource, &format!("{}.csv", table.name))) {
            let path = resource.get("path").cloned().unwrap_or_default();
            problems.add(Problem::file(file, format!("the resource {path} is no table of the module")));
        }
    }
}
