//! The interface `procedures`: what is called for its effect, or for several results.

use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

use crate::exports::nacre::kinds::procedures::{Bounds, Guest, Quotient};
use crate::local::telemetry::logger;
use crate::{divide, harm, Kinds};

static NOTES: AtomicU64 = AtomicU64::new(0);

impl Guest for Kinds {
    fn swap(a: i32, b: i32) -> (i32, i32) {
        (b, a)
    }

    fn divide(a: i64, b: i64) -> Result<Quotient, String> {
        let quotient = divide(a, b)?;
        Ok(Quotient {
            quotient,
            remainder: a.wrapping_rem(b),
        })
    }

    fn order(a: i64, b: i64) -> Bounds {
        Bounds {
            low: a.min(b),
            high: a.max(b),
        }
    }

    fn note(text: String) {
        logger::log("info", &text);
        NOTES.fetch_add(1, Relaxed);
    }

    fn notes() -> u64 {
        NOTES.load(Relaxed)
    }

    fn greet(name: Option<String>) -> String {
        format!("Hello, {}", name.as_deref().unwrap_or("whoever you are"))
    }

    fn fail(text: String) -> Result<(), String> {
        if text.is_empty() {
            return Ok(());
        }
        Err(text)
    }

    fn trap() {
        harm::trap()
    }

    fn spin() {
        harm::spin()
    }
}
