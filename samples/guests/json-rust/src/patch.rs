//! JSON Merge Patch, RFC 7396.

use serde_json::{Map, Value};

/// Members of the patch take the place of those of their name, null removes them; all else takes the place of the whole.
pub fn merge(target: &mut Value, patch: Value) {
    let Value::Object(members) = patch else {
        *target = patch;
        return;
    };
    if !target.is_object() {
        *target = Value::Object(Map::new());
    }
    for (name, value) in members {
        if let Value::Object(merged) = target {
            if value.is_null() {
                merged.shift_remove(&name);
            } else {
                merge(merged.entry(name).or_insert(Value::Null), value);
            }
        }
    }
}
