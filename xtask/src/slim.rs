//! What a shipped module can do without.
//!
//! A panic has nowhere to print: the standard library still makes a text of it, for nobody. And plotters-canvas writes the opacity of a
//! colour with the standard library's shortest exact decimal, which is seven kilobytes of big numbers (brotli) for four digits in a
//! style. Both are known by the names of functions, which the linker still has, and cut out before wasm-opt clears up behind them.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use walrus::{FunctionBuilder, FunctionId, FunctionKind, Module, ValType};

use crate::links::Links;
use crate::sweep::sweep;

/// What fails without a way back. Where the name of a function begins so, it is a trap and nothing else.
const PANICS: [&str; 17] = [
    "core::panicking::",
    "core::option::unwrap_failed",
    "core::option::expect_failed",
    "core::result::unwrap_failed",
    "core::cell::panic_already_",
    "core::slice::index::slice_index_fail",
    "core::slice::copy_from_slice_impl::len_mismatch_fail",
    "alloc::alloc::handle_alloc_error",
    "alloc::raw_vec::handle_error",
    "<alloc::vec::Vec<_, _>>::insert_mut::assert_failed",
    "std::panicking::",
    "<std::panicking::",
    "std::alloc::rust_oom",
    "std::sys::backtrace::__rust_end_short_backtrace",
    "__rustc::rust_panic",
    "wasm_bindgen::throw_str",
    "wasm_bindgen::__rt::throw_null",
];

/// What panics alone print with: the first module itself puts texts together without `{}`, which a test here holds it to.
const TEXTS: [&str; 4] = [
    "<&str as core::fmt::Display>::fmt",
    "<core::fmt::Arguments as core::fmt::Display>::fmt",
    "<core::cell::BorrowError as core::fmt::Display>::fmt",
    "<core::cell::BorrowMutError as core::fmt::Display>::fmt",
];

/// The standard library's printer of numbers with a fraction, and ours for what a style needs.
const PRINTERS: [&str; 2] =
    ["<f64 as core::fmt::Display>::fmt", "<article_charts::paint::decimals::Decimals as core::fmt::Display>::fmt"];

/// Cuts out of a module, which has its names yet, what it can do without: panic messages, and where `{}` prints numbers for `styles` alone
/// the exact printer and those of texts, and what only those used. `linked` is the module as the linker has left it.
///
/// # Errors
/// If a file cannot be read or written, or is no module.
pub fn down(module: &Path, linked: &Path, styles: bool) -> Result<()> {
    let links = Links::read(&fs::read(linked)?, |name| is_panic(&demangled(name)))
        .with_context(|| format!("cannot read {}", linked.display()))?;
    let slim = slimmed(&fs::read(module)?, &links, styles).with_context(|| format!("cannot cut {} down", module.display()))?;
    fs::write(module, slim)?;
    Ok(())
}

fn slimmed(bytes: &[u8], links: &Links, styles: bool) -> Result<Vec<u8>> {
    let mut module = Module::from_buffer(bytes)?;
    let named: Vec<(FunctionId, String)> =
        module.funcs.iter_local().filter_map(|(id, _)| Some((id, demangled(module.funcs.get(id).name.as_ref()?)))).collect();
    let texts = if styles { TEXTS.as_slice() } else { &[] };
    let mut cut = BTreeSet::new();
    for (id, _) in named.iter().filter(|(_, name)| is_panic(name) || texts.iter().any(|text| name.starts_with(text))) {
        body(&mut module, *id, None);
        cut.insert(*id);
    }
    let find = |wanted: &str| named.iter().find(|(_, name)| name == wanted).map(|(id, _)| *id);
    if styles && let [Some(theirs), Some(ours)] = PRINTERS.map(find) {
        body(&mut module, theirs, Some(ours));
        cut.insert(theirs);
    }
    sweep(&mut module, links, &cut)?;
    Ok(module.emit_wasm())
}

fn demangled(name: &str) -> String {
    format!("{:#}", rustc_demangle::demangle(name))
}

fn is_panic(name: &str) -> bool {
    PANICS.iter().any(|panic| name.starts_with(panic))
}

/// Gives a function a new body: a call of another one with the same arguments, or a trap.
pub(crate) fn body(module: &mut Module, id: FunctionId, instead: Option<FunctionId>) {
    let kind = module.types.get(module.funcs.get(id).ty());
    let (parameters, results): (Vec<ValType>, Vec<ValType>) = (kind.params().to_vec(), kind.results().to_vec());
    let arguments: Vec<_> = parameters.iter().map(|parameter| module.locals.add(*parameter)).collect();
    let mut builder = FunctionBuilder::new(&mut module.types, &parameters, &results);
    match instead {
        Some(other) => {
            let mut body = builder.func_body();
            for argument in &arguments {
                body.local_get(*argument);
            }
            body.call(other);
        }
        None => {
            builder.func_body().unreachable();
        }
    }
    module.funcs.get_mut(id).kind = FunctionKind::Local(builder.local_func(arguments));
}

#[cfg(test)]
mod tests {
    use super::*;
    use walrus::ModuleConfig;

    /// A module of functions that give a number each, under these names.
    fn module(names: &[&str]) -> Vec<u8> {
        let mut module = Module::with_config(ModuleConfig::new());
        for (number, name) in (0..).zip(names) {
            let mut builder = FunctionBuilder::new(&mut module.types, &[ValType::I32, ValType::I32], &[ValType::I32]);
            builder.name((*name).to_owned()).func_body().i32_const(number);
            let arguments = vec![module.locals.add(ValType::I32), module.locals.add(ValType::I32)];
            let id = builder.finish(arguments, &mut module.funcs);
            module.exports.add(name, id);
        }
        module.emit_wasm()
    }

    /// What a function does: the names of its instructions.
    fn does(bytes: &[u8], name: &str) -> Vec<String> {
        let module = Module::from_buffer(bytes).unwrap();
        let id = module.funcs.by_name(name).unwrap();
        let function = module.funcs.get(id).kind.unwrap_local();
        function.block(function.entry_block()).instrs.iter().map(|(instruction, _)| format!("{instruction:?}")).collect()
    }

    #[test]
    fn a_panic_becomes_a_trap_and_a_number_is_printed_by_ours() {
        let [theirs, ours] = PRINTERS;
        let whole = module(&["core::panicking::panic_fmt", theirs, ours, "chart_new"]);
        let slim = slimmed(&whole, &Links::default(), true).unwrap();
        assert!(does(&slim, "core::panicking::panic_fmt").concat().starts_with("Unreachable"));
        let printer = does(&slim, theirs);
        assert_eq!(printer.len(), 3);
        assert!(printer.concat().contains("Call(Call"), "{printer:?}");
        assert!(does(&slim, ours).concat().starts_with("Const"));
        assert!(does(&slim, "chart_new").concat().starts_with("Const"));
        // Where numbers are not for styles alone they stay exact.
        assert!(does(&slimmed(&whole, &Links::default(), false).unwrap(), theirs).concat().starts_with("Const"));
    }

    /// Whether a file of the library is compiled for the first module and for a browser: files of these folders, but for those of these names.
    fn is_shipped_first(path: &str) -> bool {
        let rooms = ["chart", "data", "explore", "paint", "scene", "web", "words"];
        // The second module's, and those of the build script and of tests.
        let others = ["/take_away/", "/tests", "data/decimal.rs", "data/formula.rs", "data/period.rs", "words/reference.rs"];
        rooms.iter().any(|room| path.starts_with(room)) && !others.iter().any(|other| path.contains(other))
    }

    #[test]
    fn the_first_module_prints_numbers_for_styles_and_nothing_else() {
        let src = crate::project::root().join("src");
        let mut printing = Vec::new();
        for file in crate::sizes::files(&src).unwrap() {
            let path = file.strip_prefix(&src).unwrap().to_string_lossy().replace('\\', "/");
            let text = fs::read_to_string(&file).unwrap();
            let shipped = text.split("#[cfg(test)]").next().unwrap();
            if is_shipped_first(&path) && ["format!(", "write!(", "writeln!("].iter().any(|printer| shipped.contains(printer)) {
                printing.push(path);
            }
        }
        assert_eq!(printing, ["web/surface.rs"], "put texts together with `concat`, `Sentence::with` or `push_str`");
    }

    #[test]
    fn what_is_no_module_is_refused() {
        assert!(slimmed(b"no module", &Links::default(), true).is_err());
    }
}
