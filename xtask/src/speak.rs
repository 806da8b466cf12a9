//! The texts of each language in a file of their own, so that a chart loads those that it speaks.
//!
//! They are data: where they stand in the memory, the module has zeros, and a module with nothing in it but the texts puts them there when
//! it is started.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail};
use article_charts::data::Language;
use article_charts::{PACKAGES, words};
use walrus::ir::Value;
use walrus::{ConstExpr, DataId, DataKind, Module, ModuleConfig};

use crate::split::{CORE, MEMORY};

/// The languages that there are.
pub const LANGUAGES: [Language; 2] = [Language::Zh, Language::En];

/// The parts of the languages, by their tags.
pub type Languages = BTreeMap<&'static str, Vec<u8>>;

/// Takes the texts of all languages out of a module. What is left, and the part of each language, by its tag.
///
/// # Errors
/// If it is no module, or lacks a text.
pub fn split(module: &[u8]) -> Result<(Vec<u8>, Languages)> {
    let mut core = Module::from_buffer(module)?;
    let mut parts = BTreeMap::new();
    for language in LANGUAGES {
        let mut taken = Vec::new();
        for text in texts(language) {
            taken.push((take(&mut core, text)?, text));
        }
        parts.insert(language.tag(), part(&taken));
    }
    Ok((core.emit_wasm(), parts))
}

/// All that the first module says in a language.
fn texts(language: Language) -> Vec<&'static [u8]> {
    let data = match language {
        Language::Zh => PACKAGES.chinese,
        Language::En => PACKAGES.english,
    };
    [data].into_iter().chain(words::texts(language)).map(str::as_bytes).collect()
}

/// Puts zeros in the place of a text, and returns its address.
fn take(module: &mut Module, text: &[u8]) -> Result<i32> {
    let mut places: Vec<(DataId, usize)> = Vec::new();
    for data in module.data.iter() {
        let found = data.value.windows(text.len()).enumerate().filter(|(_, window)| *window == text);
        places.extend(found.map(|(place, _)| (data.id(), place)));
    }
    let [(id, place)] = places[..] else { bail!("a text is {} times in the module, not once", places.len()) };
    let data = module.data.get_mut(id);
    let DataKind::Active { offset: ConstExpr::Value(Value::I32(start)), .. } = data.kind else {
        bail!("data that are not put at a fixed place");
    };
    data.value.get_mut(place..place + text.len()).context("a text without a place")?.fill(0);
    Ok(start + i32::try_from(place)?)
}

/// A module that puts texts at addresses.
fn part(texts: &[(i32, &[u8])]) -> Vec<u8> {
    let mut part = Module::with_config(ModuleConfig::new());
    let (memory, _) = part.add_import_memory(CORE, MEMORY, false, false, 1, None, None);
    for (address, text) in texts {
        let offset = ConstExpr::Value(Value::I32(*address));
        part.data.add(DataKind::Active { memory, offset }, text.to_vec());
    }
    part.emit_wasm()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wasm::validate;

    /// A module that has some texts from 1024 on.
    fn module(texts: &[&[u8]]) -> Vec<u8> {
        let mut module = Module::with_config(ModuleConfig::new());
        let memory = module.memories.add_local(false, false, 2, None, None);
        let offset = ConstExpr::Value(Value::I32(1024));
        module.data.add(DataKind::Active { memory, offset }, texts.concat());
        module.exports.add(MEMORY, memory);
        module.emit_wasm()
    }

    /// What a module puts into an empty memory.
    fn memory(modules: &[&[u8]]) -> Vec<u8> {
        let mut memory = vec![0; 1 << 17];
        for module in modules {
            for data in Module::from_buffer(module).unwrap().data.iter() {
                let DataKind::Active { offset: ConstExpr::Value(Value::I32(start)), .. } = data.kind else { panic!("{data:?}") };
                let start = usize::try_from(start).unwrap();
                memory[start..start + data.value.len()].copy_from_slice(&data.value);
            }
        }
        memory
    }

    #[test]
    fn core_and_parts_together_fill_the_memory_as_the_whole_does() {
        let all: Vec<&[u8]> = LANGUAGES.into_iter().flat_map(texts).chain([&b"else"[..]]).collect();
        let whole = module(&all);
        let (core, parts) = split(&whole).unwrap();
        let [chinese, english] = LANGUAGES.map(|language| parts.get(language.tag()).unwrap().as_slice());
        for module in [&core, chinese, english] {
            validate(module).unwrap();
        }
        assert_eq!(memory(&[&core, chinese, english]), memory(&[&whole]));
        // Each brings its own texts and no others.
        let alone = memory(&[&core, english]);
        let has = |text: &[u8]| alone.windows(text.len()).any(|window| window == text);
        assert!(texts(Language::En).iter().all(|text| has(text)) && has(b"else"));
        assert!(!texts(Language::Zh).iter().any(|text| has(text)));
    }

    #[test]
    fn a_module_that_lacks_a_text_is_refused() {
        assert!(split(&module(&[b"else"])).is_err());
        assert!(split(b"no module").is_err());
    }
}
