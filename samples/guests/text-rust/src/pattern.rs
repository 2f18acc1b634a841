//! Regular expressions. The one used last stays compiled: that costs a thousand times what a short search costs.

use regex::{Regex, RegexBuilder};
use std::cell::RefCell;

/// Bytes of a compiled expression, and of the states that it collects while it searches.
const EXPRESSION_BYTES: usize = 1 << 20;
const STATES_BYTES: usize = 256 << 10;

thread_local! {
    static LAST: RefCell<Option<Regex>> = const { RefCell::new(None) };
}

/// Returns the first group at the first occurrence, or all of it where there is no group.
pub fn first(text: &str, pattern: &str) -> Result<Option<String>, String> {
    LAST.with_borrow_mut(|last| {
        let regex = match last.take() {
            Some(kept) if kept.as_str() == pattern => kept,
            _ => compile(pattern)?,
        };
        let group = usize::from(regex.captures_len() > 1);
        let caught = regex.captures(text).and_then(|captures| captures.get(group));
        let found = caught.map(|part| part.as_str().to_string());
        *last = Some(regex);
        Ok(found)
    })
}

/// Inlined into its caller it would be too long for the compiler of the JVM, which takes methods of up to 8,000 bytes.
#[inline(never)]
fn compile(pattern: &str) -> Result<Regex, String> {
    RegexBuilder::new(pattern)
        .size_limit(EXPRESSION_BYTES)
        .dfa_size_limit(STATES_BYTES)
        .build()
        .map_err(|error| format!("pattern '{pattern}': {}", reason(&error)))
}

/// The crate draws the expression with a mark below, and says what is wrong in the last line; in SQL one line is enough.
fn reason(error: &regex::Error) -> String {
    match error {
        regex::Error::CompiledTooBig(limit) => format!("too large, more than {limit} bytes when compiled"),
        other => {
            let text = other.to_string();
            let last = text.lines().last().unwrap_or_default();
            last.trim_start_matches("error: ").to_string()
        }
    }
}
