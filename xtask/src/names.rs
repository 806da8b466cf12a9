//! Short names for what a module imports from its script.
//!
//! wasm-bindgen names an import by what it does and by a hash, so that a module does not take another one's script for its own. Ours are
//! built and shipped together, and forty such names in two files are more than a kilobyte that nothing needs.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use walrus::Module;

/// What the module of all imports is called.
const SCRIPT: &str = "s";

/// A short name for each number, of letters alone.
#[must_use]
pub fn letters(mut number: usize) -> String {
    let mut name = String::new();
    loop {
        let digit = (number % 52) as u8;
        name.push(char::from(if digit < 26 { b'a' + digit } else { b'A' + digit - 26 }));
        number /= 52;
        if number == 0 {
            return name;
        }
        number -= 1;
    }
}

/// Gives the imports of a module short names, and the functions of its script the same ones.
///
/// # Errors
/// If a file cannot be read or written, is no module, or the script does not name each import once.
pub fn shorten(module: &Path, script: &Path) -> Result<()> {
    let (wasm, text) = shortened(&fs::read(module)?, &fs::read_to_string(script)?)
        .with_context(|| format!("cannot shorten the names of {}", module.display()))?;
    fs::write(module, wasm)?;
    fs::write(script, text)?;
    Ok(())
}

fn shortened(wasm: &[u8], text: &str) -> Result<(Vec<u8>, String)> {
    let mut module = Module::from_buffer(wasm)?;
    let mut text = text.to_owned();
    let mut from = None;
    for (number, import) in module.imports.iter_mut().enumerate() {
        let name = letters(number);
        text = renamed(&text, &format!(" {}:", import.name), &format!(" {name}:"))?;
        let whole = from.get_or_insert_with(|| import.module.clone());
        ensure!(*whole == import.module, "imports from more than one module: {whole} and {}", import.module);
        import.name = name;
        SCRIPT.clone_into(&mut import.module);
    }
    if let Some(from) = from {
        text = renamed(&text, &format!("\"{from}\":"), &format!("\"{SCRIPT}\":"))?;
    }
    Ok((module.emit_wasm(), text))
}

fn renamed(text: &str, from: &str, to: &str) -> Result<String> {
    let found = text.matches(from).count();
    ensure!(found == 1, "“{from}” is {found} times in the script, not once");
    Ok(text.replace(from, to))
}

#[cfg(test)]
mod tests {
    use super::*;
    use walrus::{ImportKind, ModuleConfig};

    fn module() -> Vec<u8> {
        let mut module = Module::with_config(ModuleConfig::new());
        let kind = module.types.add(&[], &[]);
        for name in ["__wbg_arc_0123456789abcdef", "__wbg_arc_00112233445566ff", "__wbindgen_throw"] {
            module.add_import_func("./charts_bg.js", name, kind);
        }
        module.emit_wasm()
    }

    #[test]
    fn both_sides_get_the_same_names() {
        let script = "return { \"./charts_bg.js\": {\n __wbg_arc_00112233445566ff: function(a) { one(a) },\n \
                      __wbg_arc_0123456789abcdef: function(b) { two(b) },\n __wbindgen_throw: function() {} } }";
        let (wasm, text) = shortened(&module(), script).unwrap();
        let expected = "return { \"s\": {\n b: function(a) { one(a) },\n a: function(b) { two(b) },\n c: function() {} } }";
        assert_eq!(text, expected);
        let module = Module::from_buffer(&wasm).unwrap();
        let names: Vec<_> = module.imports.iter().map(|import| (import.module.as_str(), import.name.as_str())).collect();
        assert_eq!(names, [("s", "a"), ("s", "b"), ("s", "c")]);
        assert!(module.imports.iter().all(|import| matches!(import.kind, ImportKind::Function(_))));
    }

    #[test]
    fn a_script_of_another_module_is_refused() {
        assert!(shortened(&module(), "return { \"./charts_bg.js\": { __wbindgen_throw: function() {} } }").is_err());
    }

    #[test]
    fn no_two_numbers_have_the_same_letters() {
        let all: std::collections::BTreeSet<_> = (0..3000).map(letters).collect();
        assert_eq!(all.len(), 3000);
        assert_eq!(["a", "Z", "aa", "Za"], [0, 51, 52, 103].map(letters).each_ref().map(String::as_str));
    }
}
