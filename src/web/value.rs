use crate::words::cut;
use serde::ser::{Serialize, SerializeMap as _, Serializer};
use std::borrow::Cow;

/// What crosses to JavaScript. One type for all of it: a type for each object would bring its own code for the crossing along.
pub(super) enum Value {
    /// Becomes `undefined`.
    Missing,
    Truth(bool),
    Number(f64),
    Text(Cow<'static, str>),
    List(Vec<Self>),
    /// Fields behind their names, each of which ends with a space; made by [`object!`].
    Object(&'static str, Vec<Self>),
    /// Texts by key.
    Words(Vec<(String, String)>),
}

/// An object with these fields. Their names make one text: in the code they would stand one by one.
macro_rules! object {
    ($($name:literal: $value:expr),+ $(,)?) => {{
        let mut values = Vec::new();
        $(values.push($value);)+
        Value::Object(concat!($($name, " "),+), values)
    }};
}

pub(super) use object;

pub(super) fn text(text: impl Into<Cow<'static, str>>) -> Value {
    Value::Text(text.into())
}

pub(super) fn texts<T: Into<Cow<'static, str>>>(texts: Vec<T>) -> Value {
    let mut list = Vec::new();
    for each in texts {
        list.push(text(each));
    }
    Value::List(list)
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Missing => serializer.serialize_none(),
            Self::Truth(truth) => serializer.serialize_bool(*truth),
            Self::Number(number) => serializer.serialize_f64(*number),
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(values) => serializer.collect_seq(values),
            Self::Object(names, values) => {
                let mut object = serializer.serialize_map(None)?;
                let mut rest = *names;
                for value in values {
                    let (name, behind) = cut(rest, ' ').unwrap_or_default();
                    object.serialize_entry(name, value)?;
                    rest = behind;
                }
                object.end()
            }
            Self::Words(words) => serializer.collect_map(words.iter().map(|(key, text)| (key, text))),
        }
    }
}
