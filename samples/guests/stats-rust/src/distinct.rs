//! How many different texts there are.

use crate::exports::nacre::stats::aggregates::{DistinctCountBorrow, GuestDistinctCount};
use hyperloglogplus::{HyperLogLog, HyperLogLogPlus};
use std::cell::RefCell;
use std::hash::{BuildHasherDefault, DefaultHasher};

/// 2 to this power is the number of registers.
const PRECISION: u8 = 14;

/// Without random keys: a text has one hash in all instances, or their sketches could not be merged.
type Sketch = HyperLogLogPlus<String, BuildHasherDefault<DefaultHasher>>;

pub struct Distinct(RefCell<Sketch>);

impl GuestDistinctCount for Distinct {
    fn new() -> Self {
        let sketch = Sketch::new(PRECISION, BuildHasherDefault::default());
        Self(RefCell::new(sketch.expect("the precision is one that the crate has")))
    }

    fn add(&self, text: String) {
        self.0.borrow_mut().insert(&text);
    }

    fn add_batch(&self, texts: Vec<String>) {
        let mut sketch = self.0.borrow_mut();
        for text in &texts {
            sketch.insert(text);
        }
    }

    fn merge(&self, other: DistinctCountBorrow<'_>) {
        let other = other.get::<Self>().0.borrow().clone();
        let merged = self.0.borrow_mut().merge(&other);
        merged.expect("all sketches have the same precision");
    }

    fn finish(&self) -> u64 {
        self.0.borrow_mut().count().round() as u64
    }
}
