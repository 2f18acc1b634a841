//! The patterns used last, compiled: compiling one costs a thousand times what a short search costs.

use regex::{Regex, RegexBuilder};
use std::cell::RefCell;

/// A statement uses a few patterns again and again.
const KEPT: usize = 4;

/// Bytes of one compiled pattern, and of the states it collects while it searches. Both are far below what the crate
/// allows by itself, so that the memory of a sandbox holds all that are kept.
const PATTERN_BYTES: usize = 1 << 20;
const STATES_BYTES: usize = 256 << 10;

thread_local! {
    /// The one used last in front.
    static CACHE: RefCell<Vec<Regex>> = const { RefCell::new(Vec::new()) };
}

/// Compiles a pattern, or takes it from those that are kept. A copy shares what was compiled.
pub fn compiled(pattern: &str) -> Result<Regex, String> {
    CACHE.with_borrow_mut(|cache| {
        if let Some(index) = cache.iter().position(|kept| kept.as_str() == pattern) {
            cache[..=index].rotate_right(1);
        } else {
            cache.truncate(KEPT - 1);
            cache.insert(0, compile(pattern)?);
        }
        Ok(cache[0].clone())
    })
}

fn compile(pattern: &str) -> Result<Regex, String> {
    RegexBuilder::new(pattern)
        .size_limit(PATTERN_BYTES)
        .dfa_size_limit(STATES_BYTES)
        .build()
        .map_err(|error| format!("pattern '{pattern}': {}", reason(&error)))
}

/// The crate draws the pattern with a mark below, and says what is wrong in the last line; in SQL one line is enough.
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
