//! Documents as rows.

use crate::{text, Entry, Kind};
use serde_json::Value;

pub fn entries(document: &Value) -> Vec<Entry> {
    let mut entries = Vec::new();
    visit(document, &mut String::new(), &mut entries);
    entries
}

/// The documents that the crate reads are not nested deeper than this may go.
fn visit(value: &Value, path: &mut String, entries: &mut Vec<Entry>) {
    match value {
        Value::Object(members) if !members.is_empty() => {
            for (name, member) in members {
                below(&name.replace('~', "~0").replace('/', "~1"), member, path, entries);
            }
        }
        Value::Array(elements) if !elements.is_empty() => {
            for (index, element) in elements.iter().enumerate() {
                below(&index.to_string(), element, path, entries);
            }
        }
        end => entries.push(Entry {
            path: path.clone(),
            kind: kind(end),
            content: text(end),
        }),
    }
}

fn below(step: &str, value: &Value, path: &mut String, entries: &mut Vec<Entry>) {
    let length = path.len();
    path.push('/');
    path.push_str(step);
    visit(value, path, entries);
    path.truncate(length);
}

fn kind(value: &Value) -> Kind {
    match value {
        Value::Null => Kind::Null,
        Value::Bool(_) => Kind::Boolean,
        Value::Number(_) => Kind::Number,
        Value::String(_) => Kind::Text,
        Value::Array(_) => Kind::EmptyArray,
        Value::Object(_) => Kind::EmptyObject,
    }
}
