//! Texts for SQL, by the crates regex, deunicode, unicode-normalization and strsim.

mod pattern;

use deunicode::{deunicode, deunicode_with_tofu};
use unicode_normalization::UnicodeNormalization;

wit_bindgen::generate!({ world: "text" });

struct Texts;

impl Guest for Texts {
    fn extract(text: String, pattern: String) -> Result<Option<String>, String> {
        pattern::first(&text, &pattern)
    }

    fn slug(text: String) -> String {
        let ascii = deunicode(&text).to_ascii_lowercase();
        words(&ascii, |letter| !letter.is_ascii_alphanumeric(), "-")
    }

    fn ascii(text: String) -> String {
        deunicode_with_tofu(&text, "")
    }

    fn normalize(text: String) -> String {
        let small: String = composed(&text).chars().flat_map(char::to_lowercase).collect();
        words(&composed(&small), char::is_whitespace, " ")
    }

    fn levenshtein(a: String, b: String) -> u32 {
        strsim::levenshtein(&a, &b) as u32
    }

    fn similarity(a: String, b: String) -> f64 {
        strsim::jaro_winkler(&a, &b)
    }
}

/// Inlined into its caller it would be too long for the compiler of the JVM, which takes methods of up to 8,000 bytes.
#[inline(never)]
fn composed(text: &str) -> String {
    text.nfkc().collect()
}

/// Puts what lies between separators together again, with another separator.
fn words(text: &str, separates: fn(char) -> bool, separator: &str) -> String {
    let words: Vec<&str> = text.split(separates).filter(|word| !word.is_empty()).collect();
    words.join(separator)
}

export!(Texts);
