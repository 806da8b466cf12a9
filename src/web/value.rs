use serde::ser::{Serialize, Serializer};
use std::borrow::Cow;

/// What crosses to JavaScript. One type for all of it: a type for each object would bring its own code for the crossing along.
pub(super) enum Value {
    /// Becomes `undefined`.
    Missing,
    Truth(bool),
    Number(f64),
    Text(Cow<'static, str>),
    List(Vec<Self>),
    /// Fields with their names.
    Object(Vec<(&'static str, Self)>),
    /// Texts by key.
    Words(Vec<(String, String)>),
}

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
            Self::Object(fields) => serializer.collect_map(fields.iter().map(|(name, value)| (name, value))),
            Self::Words(words) => serializer.collect_map(words.iter().map(|(key, text)| (key, text))),
        }
    }
}
