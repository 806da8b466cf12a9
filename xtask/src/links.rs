//! What the linker knows of a module: which function and which datum of the memory refers to which.
//!
//! In the code a reference to the memory is a number like any other. `--emit-relocs` leaves a list of those that are references, with the
//! names, places and lengths of what they refer to.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use anyhow::{Context, Result, bail};
use wasmparser::{
    CompositeInnerType, ConstExpr, DataKind, FunctionBody, KnownCustom, Linking, Name, Operator, Parser, Payload,
    RelocSectionReader, RelocationType, SymbolInfo, TypeRef,
};

/// What something refers to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A function, by name, whose place in the table is used.
    Function(String),
    /// A datum, by its place in [`Links::data`].
    Datum(usize),
}

/// A piece of the memory that is one to the linker.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Datum {
    /// Its addresses.
    pub place: Range<u32>,
    /// What it refers to.
    pub targets: Vec<Target>,
}

/// Who refers to what.
#[derive(Debug, Default)]
pub struct Links {
    /// What functions refer to, by their names; calls are left out.
    pub functions: BTreeMap<String, Vec<Target>>,
    /// The data.
    pub data: Vec<Datum>,
}

impl Links {
    /// Reads a module that has been linked with `--emit-relocs` and has its names. What is handed to a function of which `idle` says that
    /// it does not look at it is not referred to.
    ///
    /// # Errors
    /// If it is no module, or lacks the list.
    pub fn read(module: &[u8], idle: impl Fn(&str) -> bool) -> Result<Self> {
        let sections = Sections::read(module)?;
        let ignored = sections.handed(|function| sections.names.get(&function).is_some_and(|name| idle(name)))?;
        let [code, data] = [sections.code, sections.data].map(|place| place.context("a module without code or data"));
        let (code, data) = (code?, data?);
        let (mut links, places) = sections.symbols()?;
        for name in sections.names.values() {
            links.functions.entry(name.clone()).or_default();
        }
        for (section, kind, offset, symbol) in &sections.references {
            use RelocationType as Kind;
            let memory = matches!(kind, Kind::MemoryAddrLeb | Kind::MemoryAddrSleb | Kind::MemoryAddrI32);
            let table = matches!(kind, Kind::TableIndexSleb | Kind::TableIndexI32);
            let target = match places.get(*symbol as usize) {
                Some(Some(target)) if memory && matches!(target, Target::Datum(_)) || table => target.clone(),
                Some(None) => continue,
                Some(_) if !memory && !table => continue,
                _ => bail!("a reference to nothing that is known: {kind:?} {symbol}"),
            };
            if *section == code.0 {
                let place = code.1 + *offset as usize;
                if ignored.contains(&place) {
                    continue;
                }
                let body = sections.bodies.iter().find(|(range, ..)| range.contains(&place));
                let name = body.and_then(|(_, function, _)| sections.names.get(function)).context("a function without a name")?;
                links.functions.entry(name.clone()).or_default().push(target);
            } else if *section == data.0 {
                let place = data.1 + *offset as usize;
                let address = sections
                    .segments
                    .iter()
                    .find_map(|(range, address)| range.contains(&place).then(|| *address + (place - range.start) as u32));
                let address = address.context("a reference outside of the data")?;
                for datum in links.data.iter_mut().filter(|datum| datum.place.contains(&address)) {
                    datum.targets.push(target.clone());
                }
            }
        }
        Ok(links)
    }
}

/// What the sections of a module say. Places in it are offsets from its start.
#[derive(Default)]
struct Sections<'a> {
    /// The number and the place of the code and of the data.
    code: Option<(u32, usize)>,
    data: Option<(u32, usize)>,
    /// The functions: their places and numbers.
    bodies: Vec<(Range<usize>, u32, FunctionBody<'a>)>,
    /// How many arguments the functions take, by number.
    arguments: BTreeMap<u32, usize>,
    /// The names of the functions, by number.
    names: BTreeMap<u32, String>,
    /// The pieces that the memory is filled with: their places and the address of each.
    segments: Vec<(Range<usize>, u32)>,
    symbols: Vec<SymbolInfo<'a>>,
    /// References: the number of the section, the kind, the place in the section, the symbol.
    references: Vec<(u32, RelocationType, u32, u32)>,
}

impl<'a> Sections<'a> {
    fn read(module: &'a [u8]) -> Result<Self> {
        let (mut sections, mut function, mut number, mut types) = (Self::default(), 0, 0, Vec::new());
        for payload in Parser::new(0).parse_all(module) {
            let payload = payload.context("cannot read the module")?;
            match &payload {
                Payload::TypeSection(groups) => {
                    for group in groups.clone() {
                        types.extend(group?.into_types().map(|kind| match kind.composite_type.inner {
                            CompositeInnerType::Func(function) => function.params().len(),
                            _ => 0,
                        }));
                    }
                }
                Payload::FunctionSection(kinds) => {
                    for (place, kind) in (function..).zip(kinds.clone()) {
                        sections.arguments.extend(types.get(kind? as usize).map(|arguments| (place, *arguments)));
                    }
                }
                Payload::ImportSection(imports) => {
                    for import in imports.clone().into_imports() {
                        function += u32::from(matches!(import?.ty, TypeRef::Func(_) | TypeRef::FuncExact(_)));
                    }
                }
                Payload::CodeSectionStart { range, .. } => sections.code = Some((number, range.start)),
                Payload::CodeSectionEntry(body) => {
                    sections.bodies.push((body.range(), function, body.clone()));
                    function += 1;
                }
                Payload::DataSection(data) => {
                    sections.data = Some((number, data.range().start));
                    for segment in data.clone() {
                        let segment = segment?;
                        let DataKind::Active { memory_index: 0, offset_expr } = &segment.kind else {
                            bail!("data that are not put into the memory when it starts")
                        };
                        let start = segment.range.end - segment.data.len();
                        sections.segments.push((start..segment.range.end, address(offset_expr)?));
                    }
                }
                Payload::CustomSection(custom) => match custom.as_known() {
                    KnownCustom::Name(names) => {
                        for names in names {
                            if let Name::Function(names) = names? {
                                for naming in names {
                                    let naming = naming?;
                                    sections.names.insert(naming.index, naming.name.to_owned());
                                }
                            }
                        }
                    }
                    KnownCustom::Linking(linking) => {
                        for linking in linking.subsections() {
                            if let Linking::SymbolTable(symbols) = linking? {
                                sections.symbols = symbols.into_iter().collect::<Result<_, _>>()?;
                            }
                        }
                    }
                    KnownCustom::Reloc(references) => sections.refer(&references)?,
                    _ => {}
                },
                _ => {}
            }
            // Functions are entries of their section, and a module begins and ends without one.
            let counts = !matches!(payload, Payload::CodeSectionEntry(_) | Payload::Version { .. } | Payload::End(_));
            number += u32::from(counts);
        }
        if sections.symbols.is_empty() {
            bail!("the module was linked without --emit-relocs");
        }
        Ok(sections)
    }

    fn refer(&mut self, references: &RelocSectionReader<'_>) -> Result<()> {
        for reference in references.entries() {
            let reference = reference?;
            self.references.push((references.section_index(), reference.ty, reference.offset, reference.index));
        }
        Ok(())
    }

    /// The places of the numbers that are handed to some functions. Those just before a call are its arguments, if it has as many.
    fn handed(&self, idle: impl Fn(u32) -> bool) -> Result<BTreeSet<usize>> {
        let mut handed = BTreeSet::new();
        for (.., body) in &self.bodies {
            let (mut operators, mut numbers) = (body.get_operators_reader()?, Vec::new());
            while !operators.eof() {
                let (operator, start) = operators.read_with_offset()?;
                match operator {
                    // The number itself comes after one byte.
                    Operator::I32Const { .. } => numbers.push(start + 1),
                    Operator::Call { function_index } if idle(function_index) => {
                        let arguments = self.arguments.get(&function_index).copied().unwrap_or_default();
                        handed.extend(numbers.drain(..).rev().take(arguments));
                    }
                    _ => numbers.clear(),
                }
            }
        }
        Ok(handed)
    }

    /// The data, and what each symbol stands for; nothing for what is neither function nor datum, or defined elsewhere.
    fn symbols(&self) -> Result<(Links, Vec<Option<Target>>)> {
        let (mut links, mut places) = (Links::default(), Vec::new());
        for symbol in &self.symbols {
            places.push(match symbol {
                SymbolInfo::Func { index, .. } => self.names.get(index).map(|name| Target::Function(name.clone())),
                SymbolInfo::Data { symbol: Some(datum), .. } => {
                    // A symbol outside of all pieces stands for an address alone, such as the end of the data.
                    let base = self.segments.get(datum.index as usize).map_or(0, |(_, address)| *address);
                    let start = base + datum.offset;
                    links.data.push(Datum { place: start..start + datum.size, targets: Vec::new() });
                    Some(Target::Datum(links.data.len() - 1))
                }
                _ => None,
            });
        }
        Ok((links, places))
    }
}

/// The number that an offset is.
fn address(offset: &ConstExpr<'_>) -> Result<u32> {
    match offset.get_operators_reader().read()? {
        Operator::I32Const { value } => Ok(value.cast_unsigned()),
        other => bail!("data at a place that is not fixed: {other:?}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compile::{Std, TARGET};
    use crate::run;
    use std::fs;
    use std::process::Command;

    const SOURCE: &str = "#![no_std]
#[panic_handler] fn panic(_: &core::panic::PanicInfo) -> ! { loop {} }
#[inline(never)] #[no_mangle] fn idle(text: *const u8, length: usize) -> ! { core::hint::black_box((text, length)); loop {} }
static NUMBERS: [u32; 3] = [11, 22, 33];
fn double(x: u32) -> u32 { x * 2 }
static STEPS: [fn(u32) -> u32; 1] = [double];
#[no_mangle] pub extern \"C\" fn number(at: usize) -> u32 {
    if at > 2 { idle(b\"no such number\".as_ptr(), 14) }
    unsafe { core::ptr::read_volatile(NUMBERS.as_ptr().add(at)) }
}
#[no_mangle] pub extern \"C\" fn step(x: u32) -> u32 { (core::hint::black_box(&STEPS)[0])(x) }
";

    /// What the linker leaves of a small program.
    fn linked(arguments: &[&str]) -> Vec<u8> {
        Std::find().unwrap();
        let folder = std::env::temp_dir().join(format!("article-charts-links-{}-{}", std::process::id(), arguments.len()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("small.rs"), SOURCE).unwrap();
        let mut rustc = Command::new(std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()));
        rustc.current_dir(&folder).args([
            "--edition=2021",
            "--crate-type=cdylib",
            "-Copt-level=z",
            "-Cpanic=abort",
            "--target",
            TARGET,
        ]);
        run::quiet(rustc.args(arguments).arg("small.rs")).unwrap();
        let module = fs::read(folder.join("small.wasm")).unwrap();
        fs::remove_dir_all(folder).unwrap();
        module
    }

    #[test]
    fn a_function_refers_to_its_data_and_data_to_functions() {
        let module = linked(&["-Clink-arg=--emit-relocs"]);
        let links = Links::read(&module, |_| false).unwrap();
        let lengths = |name: &str| {
            let targets = links.functions.get(name).unwrap().iter();
            let mut lengths: Vec<_> = targets
                .map(|target| match target {
                    Target::Datum(datum) => links.data[*datum].place.len(),
                    Target::Function(name) => panic!("{name}"),
                })
                .collect();
            lengths.sort_unstable();
            lengths
        };
        assert_eq!(lengths("number"), [12, 14]);
        let [Target::Datum(steps)] = links.functions.get("step").unwrap()[..] else { panic!("{links:?}") };
        let [Target::Function(double)] = &links.data[steps].targets[..] else { panic!("{links:?}") };
        assert!(double.contains("double"), "{double}");
        // What is handed to a function that does not look at it is not referred to.
        let links = Links::read(&module, |name| name.contains("idle")).unwrap();
        let [Target::Datum(only)] = links.functions.get("number").unwrap()[..] else { panic!("{links:?}") };
        assert_eq!(links.data[only].place.len(), 12);
    }

    #[test]
    fn a_module_without_the_list_is_refused() {
        assert!(Links::read(&linked(&[]), |_| false).is_err());
        assert!(Links::read(b"no module", |_| false).is_err());
    }
}
