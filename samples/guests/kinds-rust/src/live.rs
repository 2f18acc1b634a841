//! Counts the resources that live.

use std::sync::atomic::{AtomicI64, Ordering::Relaxed};

pub struct Counter(AtomicI64);

/// A part of each resource: counts it from its making to its dropping.
pub struct Live(&'static Counter);

impl Counter {
    pub const fn new() -> Self {
        Counter(AtomicI64::new(0))
    }

    pub fn get(&self) -> i64 {
        self.0.load(Relaxed)
    }

    pub fn live(&'static self) -> Live {
        self.0.fetch_add(1, Relaxed);
        Live(self)
    }
}

impl Drop for Live {
    fn drop(&mut self) {
        self.0 .0.fetch_sub(1, Relaxed);
    }
}
