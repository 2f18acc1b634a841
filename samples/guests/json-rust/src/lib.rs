//! JSON for SQL, by the crates serde and serde_json.

mod flatten;
mod message;
mod patch;

use serde_json::Value;

wit_bindgen::generate!({ world: "json" });

struct Json;

impl Guest for Json {
    fn get(document: String, pointer: String) -> Result<Option<String>, String> {
        let document = parse(&document)?;
        Ok(find(&document, &pointer)?.and_then(text))
    }

    fn get_number(document: String, pointer: String) -> Result<Option<f64>, String> {
        let document = parse(&document)?;
        match find(&document, &pointer)? {
            None | Some(Value::Null) => Ok(None),
            Some(value) => value
                .as_f64()
                .map(Some)
                .ok_or_else(|| format!("'{pointer}': expected a number, found {}", kind(value))),
        }
    }

    fn keys(document: String) -> Result<Option<Vec<String>>, String> {
        match parse(&document)? {
            Value::Object(members) => Ok(Some(members.into_iter().map(|(name, _)| name).collect())),
            _ => Ok(None),
        }
    }

    fn elements(document: String) -> Result<Option<Vec<Option<String>>>, String> {
        match parse(&document)? {
            Value::Array(elements) => Ok(Some(elements.iter().map(text).collect())),
            _ => Ok(None),
        }
    }

    fn flatten(document: String) -> Result<Vec<Entry>, String> {
        Ok(flatten::entries(&parse(&document)?))
    }

    fn merge_patch(document: String, patch: String) -> Result<String, String> {
        let mut document = parse(&document)?;
        patch::merge(&mut document, parse(&patch)?);
        Ok(document.to_string())
    }

    fn compact(document: String) -> Result<String, String> {
        Ok(parse(&document)?.to_string())
    }

    fn pretty(document: String) -> Result<String, String> {
        Ok(format!("{:#}", parse(&document)?))
    }

    fn parse_reading(document: String) -> Result<Reading, String> {
        message::parse(&document).map_err(|error| error.to_string())
    }
}

fn parse(document: &str) -> Result<Value, String> {
    serde_json::from_str(document).map_err(|error| error.to_string())
}

/// The crate finds nothing by a pointer that is none; whoever forgot the slash wants to know.
fn find<'a>(document: &'a Value, pointer: &str) -> Result<Option<&'a Value>, String> {
    if !pointer.is_empty() && !pointer.starts_with('/') {
        return Err(format!("pointer '{pointer}': expected a slash at its beginning"));
    }
    Ok(document.pointer(pointer))
}

fn text(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        other => Some(other.to_string()),
    }
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}

export!(Json);
