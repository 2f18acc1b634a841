//! Regular expressions for SQL, by the crate regex.

mod cache;

use cache::compiled;

wit_bindgen::generate!({ world: "patterns" });

struct Patterns;

impl Guest for Patterns {
    fn matches(text: String, pattern: String) -> Result<bool, String> {
        Ok(compiled(&pattern)?.is_match(&text))
    }

    fn count(text: String, pattern: String) -> Result<u32, String> {
        Ok(compiled(&pattern)?.find_iter(&text).count() as u32)
    }

    fn extract(text: String, pattern: String, group: u32) -> Result<Option<String>, String> {
        let pattern = compiled(&pattern)?;
        let groups = pattern.captures_len() - 1;
        if group as usize > groups {
            return Err(format!(
                "pattern '{pattern}': expected a group from 0 to {groups}, found {group}"
            ));
        }
        let caught = pattern
            .captures(&text)
            .and_then(|captures| captures.get(group as usize));
        Ok(caught.map(|part| part.as_str().to_string()))
    }

    fn extract_all(text: String, pattern: String) -> Result<Vec<String>, String> {
        Ok(compiled(&pattern)?
            .find_iter(&text)
            .map(|part| part.as_str().to_string())
            .collect())
    }

    fn replace_all(text: String, pattern: String, replacement: String) -> Result<String, String> {
        Ok(compiled(&pattern)?.replace_all(&text, replacement).into_owned())
    }

    fn split(text: String, pattern: String) -> Result<Vec<String>, String> {
        Ok(compiled(&pattern)?.split(&text).map(str::to_string).collect())
    }

    fn escape(text: String) -> String {
        regex::escape(&text)
    }
}

export!(Patterns);
