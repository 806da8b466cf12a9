//! The kinds of mark in files of their own, so that a chart loads only its own one.
//!
//! Rust makes one module. What only one kind of mark uses is moved into a part: a module that shares memory, table and stack with the
//! core and calls its functions. A kind of mark is entered through the table alone, so all that the core has in its place is a stub in
//! the same slot, and a part that is started puts the functions there. The stub gives no number for the height of a picture, which is
//! how the core knows that a part is missing (`Picture::draw`).

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, bail};
use walrus::ir::{Value, Visitor, dfs_in_order};
use walrus::{
    ConstExpr, ElementItems, ElementKind, Function, FunctionBuilder, FunctionId, FunctionKind, GlobalId, GlobalKind, ImportId,
    ImportedFunction, Module, ValType,
};

use crate::names::letters;

/// Where the kinds of mark are, as a path of the crate.
const MARKS: &str = "article_charts::chart::marks::";

/// The module that a part imports from: the exports of the core.
pub(crate) const CORE: &str = "m";

/// The part that has all kinds of mark: together they are much smaller than one by one, for a page that shows them all.
pub const ALL: &str = "all";

/// A module in parts.
pub struct Parts {
    /// What every picture needs.
    pub core: Vec<u8>,
    /// What only the pictures of one kind of mark need, by the name of its module in `src/chart/marks`, and [`ALL`].
    pub kinds: BTreeMap<String, Vec<u8>>,
}

/// Takes the kinds of mark out of a module, which has its names yet.
///
/// # Errors
/// If it is no module, or has no kinds of mark.
pub fn split(module: &[u8]) -> Result<Parts> {
    let whole = Whole::read(module)?;
    let mut core = Module::from_buffer(module)?;
    let mut kinds = BTreeMap::new();
    let all: BTreeSet<usize> = whole.kinds.values().flatten().copied().collect();
    let names = Names::of(whole.kinds.values().chain([&all]).map(|own| whole.links(own)));
    for (kind, own) in whole.kinds.iter().map(|(kind, own)| (kind.as_str(), own)).chain([(ALL, &all)]) {
        kinds.insert(kind.to_owned(), part(module, &whole, own, &names)?);
    }
    for function in all.iter().filter(|function| whole.slots.contains_key(function)) {
        stub(&mut core, *function)?;
    }
    for (function, name) in &names.functions {
        let id = function_of(&core, *function)?;
        core.exports.add(name, id);
    }
    for (global, name) in &names.globals {
        let id = global_of(&core, *global)?;
        core.exports.add(name, id);
    }
    let (memory, table) = shared(&core)?;
    core.exports.add(MEMORY, memory);
    core.exports.add(TABLE, table);
    walrus::passes::gc::run(&mut core);
    Ok(Parts { core: core.emit_wasm(), kinds })
}

/// What is known of the whole module. Functions and globals are known by their indexes, which are the same each time it is read.
struct Whole {
    calls: BTreeMap<usize, Uses>,
    /// The slots of the table that a function is in.
    slots: BTreeMap<usize, Vec<i32>>,
    /// What only this kind of mark uses.
    kinds: BTreeMap<String, BTreeSet<usize>>,
}

/// What parts import, by the names that the core exports it under: memory, table and globals have digits, functions letters.
struct Names {
    functions: BTreeMap<usize, String>,
    globals: BTreeMap<usize, String>,
}

pub(crate) const MEMORY: &str = "0";
const TABLE: &str = "1";

impl Names {
    fn of(links: impl Iterator<Item = Uses>) -> Self {
        let (mut functions, mut globals) = (BTreeSet::new(), BTreeSet::new());
        for uses in links {
            functions.extend(uses.functions);
            globals.extend(uses.globals);
        }
        Self {
            functions: functions.into_iter().zip((0..).map(letters)).collect(),
            globals: globals.into_iter().zip((2..).map(|number: usize| number.to_string())).collect(),
        }
    }
}

/// What functions use.
#[derive(Default)]
struct Uses {
    functions: BTreeSet<usize>,
    globals: BTreeSet<usize>,
}

impl Visitor<'_> for Uses {
    fn visit_function_id(&mut self, function: &FunctionId) {
        self.functions.insert(function.index());
    }

    fn visit_global_id(&mut self, global: &GlobalId) {
        self.globals.insert(global.index());
    }
}

impl Whole {
    fn read(module: &[u8]) -> Result<Self> {
        let module = Module::from_buffer(module)?;
        let mut calls = BTreeMap::new();
        for (id, function) in module.funcs.iter_local() {
            let mut uses = Uses::default();
            dfs_in_order(&mut uses, function, function.entry_block());
            calls.insert(id.index(), uses);
        }
        let mut slots: BTreeMap<usize, Vec<i32>> = BTreeMap::new();
        for element in module.elements.iter() {
            let (ElementKind::Active { offset: ConstExpr::Value(Value::I32(first)), .. }, ElementItems::Functions(functions)) =
                (&element.kind, &element.items)
            else {
                bail!("a table that is not filled with functions from a fixed place on");
            };
            for (slot, function) in (*first..).zip(functions) {
                slots.entry(function.index()).or_default().push(slot);
            }
        }

        // What is entered through the table belongs to the kind of mark whose code it is, everything else that is entered to the core.
        // A kind of mark is a module that has a function to draw with in the table.
        let entered = module.funcs.iter().filter(|function| slots.contains_key(&function.id().index()));
        let paths: BTreeMap<usize, String> =
            entered.map(|function| (function.id().index(), path_of(function).unwrap_or_default())).collect();
        let drawing: BTreeSet<&str> = paths.values().filter_map(|path| path.strip_suffix("::draw")).collect();
        let mut entries: BTreeMap<Option<&str>, BTreeSet<usize>> = BTreeMap::new();
        for (function, path) in &paths {
            let kind = path.split("::").next().filter(|kind| drawing.contains(kind));
            entries.entry(kind).or_default().insert(*function);
        }
        let mut core = entries.remove(&None).unwrap_or_default();
        core.extend(module.start.map(|start| start.index()));
        core.extend(module.exports.iter().filter_map(|export| match export.item {
            walrus::ExportItem::Function(function) => Some(function.index()),
            _ => None,
        }));
        let core = reach(&calls, core);
        let mut kinds = BTreeMap::new();
        for (kind, functions) in entries {
            kinds.extend(kind.map(|kind| (kind.to_owned(), &reach(&calls, functions) - &core)));
        }
        let mut users: BTreeMap<usize, usize> = BTreeMap::new();
        for function in kinds.values().flatten() {
            *users.entry(*function).or_default() += 1;
        }
        for own in kinds.values_mut() {
            own.retain(|function| users.get(function) == Some(&1));
        }
        if kinds.is_empty() {
            bail!("no kind of mark is entered through the table");
        }
        Ok(Self { calls, slots, kinds })
    }

    /// What some functions use that is not among them.
    fn links(&self, own: &BTreeSet<usize>) -> Uses {
        let mut all = Uses::default();
        for uses in own.iter().filter_map(|function| self.calls.get(function)) {
            all.functions.extend(&uses.functions - own);
            all.globals.extend(&uses.globals);
        }
        all
    }
}

/// The path of a function below that of the marks.
fn path_of(function: &Function) -> Option<String> {
    let name = format!("{:#}", rustc_demangle::demangle(function.name.as_ref()?));
    Some(name.trim_start_matches(['<', '&']).strip_prefix(MARKS)?.to_owned())
}

/// Some functions and all that they call.
fn reach(calls: &BTreeMap<usize, Uses>, mut reached: BTreeSet<usize>) -> BTreeSet<usize> {
    let mut left: Vec<usize> = reached.iter().copied().collect();
    while let Some(function) = left.pop() {
        let called = calls.get(&function).into_iter().flat_map(|uses| &uses.functions);
        left.extend(called.filter(|called| reached.insert(**called)));
    }
    reached
}

/// Puts a stub in the place of a function of the core: the height of no picture, or a trap where the part would have to be there.
fn stub(core: &mut Module, function: usize) -> Result<()> {
    let id = function_of(core, function)?;
    let kind = core.types.get(core.funcs.get(id).ty());
    let (parameters, results): (Vec<ValType>, Vec<ValType>) = (kind.params().to_vec(), kind.results().to_vec());
    let arguments: Vec<_> = parameters.iter().map(|parameter| core.locals.add(*parameter)).collect();
    let mut builder = FunctionBuilder::new(&mut core.types, &parameters, &results);
    match *results {
        [ValType::F64] => builder.func_body().f64_const(f64::NAN),
        _ => builder.func_body().unreachable(),
    };
    core.funcs.get_mut(id).kind = FunctionKind::Local(builder.local_func(arguments));
    Ok(())
}

/// The module of some functions.
fn part(whole: &[u8], known: &Whole, own: &BTreeSet<usize>, names: &Names) -> Result<Vec<u8>> {
    let links = known.links(own);
    let mut part = Module::from_buffer(whole)?;
    let (memory, table) = shared(&part)?;
    part.start = None;
    for id in part.exports.iter().map(walrus::Export::id).collect::<Vec<_>>() {
        part.exports.delete(id);
    }
    for id in part.data.iter().map(walrus::Data::id).collect::<Vec<_>>() {
        part.data.delete(id);
    }
    for id in part.elements.iter().map(walrus::Element::id).collect::<Vec<_>>() {
        part.elements.delete(id);
    }
    for function in &links.functions {
        let id = function_of(&part, *function)?;
        let ty = part.funcs.get(id).ty();
        let import = part.imports.add(CORE, names.functions.get(function).context("a function without a name")?, id);
        part.funcs.get_mut(id).kind = FunctionKind::Import(ImportedFunction { import, ty });
    }
    for global in &links.globals {
        let id = global_of(&part, *global)?;
        let name = names.globals.get(global).context("a global without a name")?;
        let import: ImportId = part.imports.add(CORE, name, id);
        part.globals.get_mut(id).kind = GlobalKind::Import(import);
    }
    let import = part.imports.add(CORE, MEMORY, memory);
    let memory = part.memories.get_mut(memory);
    memory.data_segments.clear();
    memory.import = Some(import);
    let import = part.imports.add(CORE, TABLE, table);
    part.tables.get_mut(table).import = Some(import);
    part.tables.get_mut(table).elem_segments.clear();
    for function in own {
        let id = function_of(&part, *function)?;
        for slot in known.slots.get(function).into_iter().flatten() {
            let kind = ElementKind::Active { table, offset: ConstExpr::Value(Value::I32(*slot)) };
            let element = part.elements.add(kind, ElementItems::Functions(vec![id]));
            part.tables.get_mut(table).elem_segments.insert(element);
        }
    }
    walrus::passes::gc::run(&mut part);
    Ok(part.emit_wasm())
}

/// The memory and the table of functions.
fn shared(module: &Module) -> Result<(walrus::MemoryId, walrus::TableId)> {
    let memory = module.memories.iter().next().context("a module without memory")?;
    let table = module.tables.main_function_table()?.context("a module without a table of functions")?;
    Ok((memory.id(), table))
}

fn function_of(module: &Module, index: usize) -> Result<FunctionId> {
    module.funcs.iter().map(Function::id).find(|id| id.index() == index).context("a function is missing")
}

fn global_of(module: &Module, index: usize) -> Result<GlobalId> {
    module.globals.iter().map(walrus::Global::id).find(|id| id.index() == index).context("a global is missing")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wasm::validate;
    use walrus::{ExportItem, ImportKind, ModuleConfig, RefType};

    /// A module with a table of two functions: one that draws, calling one of its own and one that is exported, and one of the core.
    fn module(draw: &str) -> Vec<u8> {
        let mut module = Module::with_config(ModuleConfig::new());
        let memory = module.memories.add_local(false, false, 1, None, None);
        module.exports.add("memory", memory);
        let stack = module.globals.add_local(ValType::I32, true, false, ConstExpr::Value(Value::I32(0)));
        let mut function = |name: &str, calls: &[FunctionId]| {
            let mut builder = FunctionBuilder::new(&mut module.types, &[ValType::I32, ValType::I32], &[ValType::F64]);
            let arguments: Vec<_> = [ValType::I32; 2].map(|kind| module.locals.add(kind)).into();
            let mut body = builder.name(name.to_owned()).func_body();
            for called in calls {
                body.global_get(stack).global_get(stack).call(*called).drop();
            }
            body.f64_const(1.0);
            builder.finish(arguments, &mut module.funcs)
        };
        let helper = function("article_charts::words::wrap", &[]);
        let own = function("article_charts::chart::marks::bar::bracket", &[]);
        let drawing = function(draw, &[helper, own]);
        let other = function("core::fmt::write", &[helper]);
        module.exports.add("helper", helper);
        let table = module.tables.add_local(false, 10, None, RefType::FUNCREF);
        let kind = ElementKind::Active { table, offset: ConstExpr::Value(Value::I32(4)) };
        let element = module.elements.add(kind, ElementItems::Functions(vec![other, drawing]));
        module.tables.get_mut(table).elem_segments.insert(element);
        module.emit_wasm()
    }

    #[test]
    fn a_kind_of_mark_leaves_a_stub_and_imports_what_it_shares() {
        let parts = split(&module("article_charts::chart::marks::bar::draw")).unwrap();
        assert_eq!(parts.kinds.keys().collect::<Vec<_>>(), [ALL, "bar"]);
        let part = parts.kinds.get("bar").unwrap();
        validate(&parts.core).unwrap();
        validate(part).unwrap();

        let core = Module::from_buffer(&parts.core).unwrap();
        // What only drawing needs is gone, and who draws says that nothing was drawn.
        let names: Vec<_> = core.funcs.iter().filter_map(|function| function.name.clone()).collect();
        assert!(!names.iter().any(|name| name.ends_with("bracket")), "{names:?}");
        let [element] = core.elements.iter().collect::<Vec<_>>()[..] else { panic!("elements") };
        let ElementItems::Functions(slots) = &element.items else { panic!("items") };
        let stub = core.funcs.get(slots[1]).kind.unwrap_local();
        let does = format!("{:?}", stub.block(stub.entry_block()).instrs);
        assert!(does.contains("NaN") && !does.contains("Call"), "{does}");

        // The part has its own functions, in their slot, and takes everything else from the core under the same names.
        let part = Module::from_buffer(part).unwrap();
        assert_eq!(part.funcs.iter_local().count(), 2);
        assert_eq!(part.data.iter().count(), 0);
        let [element] = part.elements.iter().collect::<Vec<_>>()[..] else { panic!("elements") };
        assert!(matches!(element.kind, ElementKind::Active { offset: ConstExpr::Value(Value::I32(5)), .. }));
        let imports: Vec<_> = part.imports.iter().collect();
        assert_eq!(imports.len(), 3);
        for import in imports {
            let export = core.exports.iter().find(|export| export.name == import.name).unwrap();
            assert!(matches!(
                (&import.kind, &export.item),
                (ImportKind::Function(_), ExportItem::Function(_))
                    | (ImportKind::Memory(_), ExportItem::Memory(_))
                    | (ImportKind::Table(_), ExportItem::Table(_))
                    | (ImportKind::Global(_), ExportItem::Global(_))
            ));
        }
    }

    #[test]
    fn a_module_that_draws_nothing_is_refused() {
        assert!(split(&module("article_charts::words::draw")).is_err());
        assert!(split(b"no module").is_err());
    }
}
