//! What nothing uses any more in a module that has been cut down.
//!
//! wasm-opt finds the functions that nobody calls. It cannot see which of those that stand in the table and which data are used: a text
//! of a panic that has become a trap, the tables of a printer that has been replaced. The linker knows who refers to what ([`Links`]).

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Result, bail};
use walrus::ir::{Value, Visitor, dfs_in_order};
use walrus::{ConstExpr, DataKind, ElementItems, ExportItem, FunctionId, LocalFunction, Module};

use crate::links::{Links, Target};
use crate::slim::body;

/// Makes traps of the functions that stand in the table for nobody and zeros of the data that nobody reads. What functions in `cut` refer
/// to does not count: they have other bodies than the linker knows.
///
/// # Errors
/// If data are where the linker did not put them.
pub fn sweep(module: &mut Module, links: &Links, cut: &BTreeSet<FunctionId>) -> Result<()> {
    // The linker's own notes are wrong from here on.
    let notes = module.customs.iter().filter(|(_, section)| section.name() == "linking" || section.name().starts_with("reloc."));
    for id in notes.map(|(id, _)| id).collect::<Vec<_>>() {
        module.customs.delete(id);
    }
    let reached = Reached::of(module, links, cut);
    let unused: Vec<FunctionId> = in_table(module).into_iter().filter(|id| !reached.functions.contains(id)).collect();
    for id in unused {
        body(module, id, None);
    }
    for id in module.data.iter().map(walrus::Data::id).collect::<Vec<_>>() {
        let data = module.data.get_mut(id);
        let DataKind::Active { offset: ConstExpr::Value(Value::I32(start)), .. } = data.kind else {
            bail!("data that are not put at a fixed place");
        };
        // What the linker does not know, such as gaps, stays.
        let mut used = vec![None; data.value.len()];
        for (datum, known) in links.data.iter().enumerate() {
            for address in known.place.clone() {
                let offset = address.checked_sub(start.cast_unsigned());
                if let Some(used) = offset.and_then(|offset| used.get_mut(offset as usize)) {
                    *used = Some(used.unwrap_or_default() || reached.data.contains(&datum));
                }
            }
        }
        for (byte, _) in data.value.iter_mut().zip(used).filter(|(_, used)| *used == Some(false)) {
            *byte = 0;
        }
    }
    Ok(())
}

/// The functions in the table.
fn in_table(module: &Module) -> BTreeSet<FunctionId> {
    let mut functions = BTreeSet::new();
    for element in module.elements.iter() {
        if let ElementItems::Functions(items) = &element.items {
            functions.extend(items);
        }
    }
    functions
}

/// What is used.
#[derive(Default)]
struct Reached {
    functions: BTreeSet<FunctionId>,
    data: BTreeSet<usize>,
}

impl Reached {
    fn of(module: &Module, links: &Links, cut: &BTreeSet<FunctionId>) -> Self {
        let mut named: BTreeMap<&str, Vec<FunctionId>> = BTreeMap::new();
        for function in module.funcs.iter() {
            named.entry(function.name.as_deref().unwrap_or_default()).or_default().push(function.id());
        }
        // Who is called from outside, and who was put into the table after linking.
        let mut functions: Vec<FunctionId> = module.start.into_iter().collect();
        functions.extend(module.exports.iter().filter_map(|export| match export.item {
            ExportItem::Function(id) => Some(id),
            _ => None,
        }));
        functions.extend(in_table(module).into_iter().filter(|id| known(module, links, *id).is_none()));
        let (mut reached, mut data) = (Self::default(), Vec::new());
        loop {
            let targets = if let Some(id) = functions.pop() {
                if !reached.functions.insert(id) {
                    continue;
                }
                if let walrus::FunctionKind::Local(function) = &module.funcs.get(id).kind {
                    functions.extend(calls(function));
                }
                known(module, links, id).filter(|_| !cut.contains(&id))
            } else if let Some(datum) = data.pop() {
                if !reached.data.insert(datum) {
                    continue;
                }
                links.data.get(datum).map(|datum| datum.targets.as_slice())
            } else {
                return reached;
            };
            for target in targets.unwrap_or_default() {
                match target {
                    Target::Datum(datum) => data.push(*datum),
                    Target::Function(name) => functions.extend(named.get(name.as_str()).into_iter().flatten()),
                }
            }
        }
    }
}

/// What the linker knows of a function; nothing of one that was added after linking.
fn known<'a>(module: &Module, links: &'a Links, id: FunctionId) -> Option<&'a [Target]> {
    links.functions.get(module.funcs.get(id).name.as_ref()?).map(Vec::as_slice)
}

/// The functions that one calls.
fn calls(function: &LocalFunction) -> BTreeSet<FunctionId> {
    #[derive(Default)]
    struct Calls(BTreeSet<FunctionId>);
    impl Visitor<'_> for Calls {
        fn visit_function_id(&mut self, function: &FunctionId) {
            self.0.insert(*function);
        }
    }
    let mut calls = Calls::default();
    dfs_in_order(&mut calls, function, function.entry_block());
    calls.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::links::Datum;
    use walrus::{ElementKind, FunctionBuilder, ModuleConfig, RefType, ValType};

    /// A module with data of three letters at 1024 and a table of two functions, and an exported one that calls nobody.
    fn module() -> (Module, [FunctionId; 3]) {
        let mut module = Module::with_config(ModuleConfig::new());
        let memory = module.memories.add_local(false, false, 1, None, None);
        let offset = ConstExpr::Value(Value::I32(1024));
        module.data.add(DataKind::Active { memory, offset }, b"abc_".to_vec());
        let functions = ["entry", "shown", "hidden"].map(|name| {
            let mut builder = FunctionBuilder::new(&mut module.types, &[], &[ValType::I32]);
            builder.name(name.to_owned()).func_body().i32_const(7);
            builder.finish(vec![], &mut module.funcs)
        });
        let [entry, shown, hidden] = functions;
        module.exports.add("entry", entry);
        let table = module.tables.add_local(false, 10, None, RefType::FUNCREF);
        let kind = ElementKind::Active { table, offset: ConstExpr::Value(Value::I32(1)) };
        module.elements.add(kind, ElementItems::Functions(vec![shown, hidden]));
        (module, functions)
    }

    fn links() -> Links {
        let datum = |place: u32, targets: &[Target]| Datum { place: place..place + 1, targets: targets.to_vec() };
        Links {
            functions: [
                ("entry".to_owned(), vec![Target::Datum(0)]),
                ("shown".to_owned(), vec![]),
                ("hidden".to_owned(), vec![Target::Datum(1)]),
            ]
            .into(),
            data: vec![datum(1024, &[Target::Function("shown".to_owned())]), datum(1025, &[]), datum(1026, &[Target::Datum(1)])],
        }
    }

    fn data(module: &Module) -> Vec<u8> {
        module.data.iter().next().unwrap().value.clone()
    }

    fn is_trap(module: &Module, id: FunctionId) -> bool {
        let function = module.funcs.get(id).kind.unwrap_local();
        matches!(function.block(function.entry_block()).instrs[0].0, walrus::ir::Instr::Unreachable(_))
    }

    #[test]
    fn what_nobody_refers_to_goes_and_what_the_linker_does_not_know_stays() {
        let (mut module, [entry, shown, hidden]) = module();
        sweep(&mut module, &links(), &BTreeSet::new()).unwrap();
        assert_eq!(data(&module), b"a\0\0_");
        assert_eq!([entry, shown, hidden].map(|id| is_trap(&module, id)), [false, false, true]);
    }

    #[test]
    fn a_function_that_was_cut_refers_to_nothing() {
        let (mut module, [entry, shown, hidden]) = module();
        sweep(&mut module, &links(), &[entry].into()).unwrap();
        assert_eq!(data(&module), b"\0\0\0_");
        assert_eq!([shown, hidden].map(|id| is_trap(&module, id)), [true, true]);
    }
}
