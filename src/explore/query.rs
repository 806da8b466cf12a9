use super::links::home;
use super::{State, choose, find_option, language};
use crate::chart::{Theme, is_drawn};
use crate::data::{Language, Package};
use crate::words::{Problem, cut};

/// The version of the links that this module writes. Links of every version that was ever written are read.
const VERSION: &str = "1";

/// The longest query string that is read, in bytes.
const LONGEST: usize = 4096;

impl State {
    /// The state as a query string without its question mark. Options that are the default are left out.
    pub fn to_query(&self) -> String {
        let mut query = "v=".to_owned() + VERSION;
        let mut push = |name: &str, value: &str| {
            query.push('&');
            query.push_str(name);
            query.push('=');
            query.push_str(value);
        };
        // The view stands in every link: which one is the default may change, what a link shows may not.
        push("view", self.view);
        for (toggle, option) in &self.options {
            push(toggle, option);
        }
        if let Some(datum) = self.selected {
            push("datum", datum);
        }
        match self.language {
            Some(Language::Zh) => push("lang", "zh"),
            Some(Language::En) => push("lang", "en"),
            None => {}
        }
        if let Some(theme) = self.theme {
            push("theme", theme.name());
        }
        query
    }

    /// Reads a query string. Whatever it names that does not exist is told and left at its default; names that are not ours (a
    /// campaign's, a search engine's) are none of our business.
    pub fn from_query(package: &Package, query: &str) -> (Self, Vec<Problem>) {
        let mut state = Self::new(package);
        let mut problems = Vec::new();
        let mut pairs = Vec::new();
        let mut query = query.strip_prefix('?').unwrap_or(query);
        if query.len() > LONGEST {
            // What stands whole within the limit is read all the same.
            let end = query.bytes().take(LONGEST).rposition(|byte| byte == b'&').unwrap_or(0);
            let (read, rest) = query.split_at_checked(end).unwrap_or_default();
            problems.push(Problem::Malformed(rest.to_owned()));
            query = read;
        }
        while !query.is_empty() {
            let (part, rest) = cut(query, '&').unwrap_or((query, ""));
            query = rest;
            if part.is_empty() {
                continue;
            }
            let (name, value) = cut(part, '=').unwrap_or((part, ""));
            match (decoded(name), decoded(value)) {
                (Some(name), Some(value)) => pairs.push((name, value)),
                _ => problems.push(Problem::Malformed(part.to_owned())),
            }
        }
        // The view comes first, wherever it stands: options and datums are read in its light.
        for (name, value) in &pairs {
            match name.as_str() {
                "v" if value != VERSION => problems.push(Problem::Version(value.clone())),
                "view" => state.read_view(package, value, &mut problems),
                _ => {}
            }
        }
        if !pairs.iter().any(|(name, _)| name == "view") {
            state.read_place(package, &pairs);
        }
        let view = state.view(package);
        for (name, value) in pairs {
            match name.as_str() {
                "datum" => match package.subject(&value) {
                    Some(subject) => state.selected = Some(subject.id()),
                    None => problems.push(Problem::Datum(value)),
                },
                "lang" => match language(&value) {
                    Some(language) => state.language = Some(language),
                    None => problems.push(Problem::Language(value)),
                },
                "theme" if value == "auto" => state.theme = None,
                "theme" => match Theme::from_name(&value) {
                    Some(theme) => state.theme = Some(theme),
                    None => problems.push(Problem::Theme(value)),
                },
                _ => {
                    let ours = |toggle: &&crate::data::Toggle| toggle.id == name;
                    if !view.is_some_and(|view| view.toggles.iter().any(|toggle| ours(&toggle))) {
                        continue;
                    }
                    match view.and_then(|view| find_option(view, &name, &value)) {
                        Some((toggle, option, default)) => choose(&mut state.options, toggle, option, default),
                        None => problems.push(Problem::Option(name, value)),
                    }
                }
            }
        }
        (state, problems)
    }

    /// A link that names a datum and no view leads to the first view that draws it.
    fn read_place(&mut self, package: &Package, pairs: &[(String, String)]) {
        let asked = pairs.iter().find(|(name, _)| name == "datum").and_then(|(_, id)| package.subject(id));
        if let Some(view) = asked.and_then(|subject| home(package, subject)) {
            self.view = view.id;
        }
    }

    /// Takes `view` or `package/view`.
    fn read_view(&mut self, package: &Package, asked: &str, problems: &mut Vec<Problem>) {
        let id = match cut(asked, '/') {
            Some((name, id)) => {
                if name != package.name {
                    problems.push(Problem::Package(name.to_owned()));
                }
                id
            }
            None => asked,
        };
        match package.view(id).filter(|view| is_drawn(view)) {
            Some(view) => self.view = view.id,
            None => problems.push(Problem::View(asked.to_owned())),
        }
    }
}

/// Undoes percent encoding and plus signs; `None` where the encoding is broken or the bytes are no UTF-8.
fn decoded(text: &str) -> Option<String> {
    let mut bytes = text.bytes();
    let mut decoded = Vec::with_capacity(text.len());
    while let Some(byte) = bytes.next() {
        decoded.push(match byte {
            b'+' => b' ',
            b'%' => {
                let mut digit = || char::from(bytes.next()?).to_digit(16);
                let (high, low) = (digit()?, digit()?);
                u8::try_from(high * 16 + low).ok()?
            }
            byte => byte,
        });
    }
    let mut text = String::new();
    for chunk in decoded.utf8_chunks() {
        if !chunk.invalid().is_empty() {
            return None;
        }
        text.push_str(chunk.valid());
    }
    Some(text)
}
