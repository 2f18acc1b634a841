//! The interface `vectors`: one call for the values of many rows.

use std::sync::atomic::{AtomicI64, Ordering::Relaxed};

use crate::exports::nacre::kinds::vectors::{Guest, Pair};
use crate::{divide, harm, not_negative, Kinds};

static CALLS: AtomicI64 = AtomicI64::new(0);

impl Guest for Kinds {
    fn twice(v: Vec<i64>) -> Vec<i64> {
        v.into_iter().map(|v| v.wrapping_mul(2)).collect()
    }

    fn plus(a: Vec<f64>, b: Vec<f64>) -> Vec<f64> {
        a.into_iter().zip(b).map(|(a, b)| a + b).collect()
    }

    fn shout(s: Vec<String>) -> Vec<String> {
        s.into_iter().map(|s| s.to_ascii_uppercase() + "!").collect()
    }

    fn lengths(s: Vec<String>) -> Vec<i64> {
        s.into_iter().map(|s| s.chars().count() as i64).collect()
    }

    fn bytes_of(b: Vec<Vec<u8>>) -> Vec<i64> {
        b.into_iter().map(|b| b.len() as i64).collect()
    }

    fn label(v: Vec<Option<i64>>) -> Vec<Option<String>> {
        v.into_iter().map(label).collect()
    }

    fn checked(v: Vec<i64>) -> Result<Vec<i64>, String> {
        v.into_iter().map(not_negative).collect()
    }

    fn divide_each(a: Vec<i64>, b: Vec<i64>) -> Vec<Result<i64, String>> {
        a.into_iter().zip(b).map(|(a, b)| divide(a, b)).collect()
    }

    fn echo_record(p: Vec<Pair>) -> Vec<Pair> {
        p
    }

    fn calls(v: Vec<i64>) -> Vec<i64> {
        let calls = CALLS.fetch_add(1, Relaxed) + 1;
        vec![calls; v.len()]
    }

    fn batch_size(v: Vec<i64>) -> Vec<i64> {
        vec![v.len() as i64; v.len()]
    }

    fn shorter(mut v: Vec<i64>) -> Vec<i64> {
        v.pop();
        v
    }

    fn longer(mut v: Vec<i64>) -> Vec<i64> {
        v.push(0);
        v
    }

    fn traps_at_42(v: Vec<i64>) -> Vec<i64> {
        if v.contains(&42) {
            harm::trap();
        }
        v
    }

    fn spin(v: Vec<i64>) -> Vec<i64> {
        if v.contains(&42) {
            harm::spin();
        }
        v
    }

    fn hog(v: Vec<i64>) -> Vec<i64> {
        if v.contains(&42) {
            harm::hog();
        }
        v
    }

    fn long_texts(v: Vec<i64>) -> Vec<String> {
        v.into_iter().map(|v| "x".repeat(v.max(0) as usize)).collect()
    }
}

fn label(v: Option<i64>) -> Option<String> {
    match v {
        None => Some("nothing".to_string()),
        Some(0) => None,
        Some(v) => Some(v.to_string()),
    }
}
