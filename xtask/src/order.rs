//! Functions in an order that compresses well.
//!
//! A compressor learns from what stands just before. The linker's order is that of the compiler; where functions that look alike are
//! neighbours, the same module is more than a kilobyte smaller (brotli). wasm-opt can sort functions by name: so they get numbers for
//! names.

use anyhow::{Context, Result};
use wasmparser::{Parser, Payload, TypeRef};

/// How many bytes are compared at a time.
const WINDOW: usize = 4;

/// Binary digits of the hash of a window.
const DIGITS: u32 = 14;

/// What a short function lacks for being like another one: there is little in it to learn from.
const REMOTE: f64 = 100.0;

/// A module without names, with a number for a name for each function: the order in which they should stand.
///
/// # Errors
/// If it is no module.
pub fn numbered(module: &[u8]) -> Result<Vec<u8>> {
    let (mut imported, mut bodies) = (0, Vec::new());
    for payload in Parser::new(0).parse_all(module) {
        match payload.context("cannot read the module")? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_) | TypeRef::FuncExact(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(Looks::of(body.as_bytes())),
            _ => {}
        }
    }
    let mut places = vec![0; bodies.len()];
    for (place, function) in (0..).zip(alike(&bodies)) {
        if let Some(slot) = places.get_mut(function) {
            *slot = place;
        }
    }
    Ok([module, &names(imported, &places)].concat())
}

/// Which windows of bytes a function has.
struct Looks {
    windows: Vec<u64>,
    count: u32,
}

impl Looks {
    fn of(body: &[u8]) -> Self {
        let mut windows = vec![0; (1 << DIGITS) / 64];
        for window in body.windows(WINDOW) {
            let number = window.iter().fold(0_u32, |number, byte| number << 8 | u32::from(*byte));
            let hash = (number.wrapping_mul(0x9e37_79b1) >> (32 - DIGITS)) as usize;
            if let Some(word) = windows.get_mut(hash / 64) {
                *word |= 1_u64 << (hash % 64);
            }
        }
        let count = windows.iter().map(|word| word.count_ones()).sum();
        Self { windows, count }
    }

    /// Which part of it is known after two others.
    fn known(&self, before: &[u64]) -> f64 {
        let common: u32 = self.windows.iter().zip(before).map(|(own, other)| (own & other).count_ones()).sum();
        f64::from(common) / (f64::from(self.count) + REMOTE)
    }
}

/// The functions in an order in which each is as much as possible like the two before it, from the richest on.
fn alike(functions: &[Looks]) -> Vec<usize> {
    let mut left: Vec<(usize, &Looks)> = functions.iter().enumerate().collect();
    let mut order = Vec::new();
    let mut last: [&[u64]; 2] = [&[]; 2];
    while !left.is_empty() {
        let [older, newer] = last;
        let before: Vec<u64> = match (older, newer) {
            (_, []) => vec![u64::MAX; (1 << DIGITS) / 64],
            ([], only) => only.to_vec(),
            _ => older.iter().zip(newer).map(|(a, b)| a | b).collect(),
        };
        let mut best = (0, f64::NEG_INFINITY);
        for (place, (_, looks)) in left.iter().enumerate() {
            let known = looks.known(&before);
            if known > best.1 {
                best = (place, known);
            }
        }
        let (function, looks) = left.remove(best.0);
        order.push(function);
        last = [newer, &looks.windows];
    }
    order
}

/// A section with names that sort as the places do.
fn names(imported: u32, places: &[u32]) -> Vec<u8> {
    let mut functions = number(places.len() as u32);
    for (function, place) in (imported..).zip(places) {
        functions.extend(number(function));
        functions.extend(text(&format!("{place:06}")));
    }
    let functions = [vec![1], number(functions.len() as u32), functions].concat();
    let content = [text("name"), functions].concat();
    [vec![0], number(content.len() as u32), content].concat()
}

fn text(text: &str) -> Vec<u8> {
    [number(text.len() as u32), text.as_bytes().to_vec()].concat()
}

/// An unsigned LEB128 number.
fn number(mut number: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_alike_stands_together() {
        let text = |seed: u32| (0..400_u32).map(|i| (i.wrapping_mul(seed) >> 7) as u8).collect::<Vec<u8>>();
        let (one, other) = (text(0x9e37_79b1), text(0x85eb_ca6b));
        let order = alike(&[&one, &other, &one[..300], &other[..300], &one[..200]].map(Looks::of));
        let families: Vec<usize> = order.iter().map(|function| function % 2).collect();
        assert!(families == [0, 0, 0, 1, 1] || families == [1, 1, 0, 0, 0], "{order:?}");
    }

    #[test]
    fn the_names_are_those_of_the_functions_after_the_imports() {
        // (type (func)) (import "a" "b" (func)) (func) (func)
        let sections = [1, 4, 1, 0x60, 0, 0, 2, 7, 1, 1, b'a', 1, b'b', 0, 0, 3, 3, 2, 0, 0, 10, 7, 2, 2, 0, 0x0b, 2, 0, 0x0b];
        let module = [&b"\0asm\x01\0\0\0"[..], &sections].concat();
        let named = walrus::Module::from_buffer(&numbered(&module).unwrap()).unwrap();
        let mut names: Vec<_> = named.funcs.iter_local().map(|(id, _)| named.funcs.get(id).name.clone().unwrap()).collect();
        names.sort();
        assert_eq!(names, ["000000", "000001"]);
        assert!(numbered(b"no module").is_err());
    }
}
