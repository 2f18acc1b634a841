//! The value below which a part of the values lies.

use crate::exports::nacre::stats::aggregates::{GuestQuantile, QuantileBorrow};
use sketches_ddsketch::{Config, DDSketch};
use std::cell::RefCell;

pub struct Quantiles {
    part: f64,
    sketch: RefCell<DDSketch>,
}

impl GuestQuantile for Quantiles {
    fn new(part: f64) -> Result<Self, String> {
        if !(0.0..=1.0).contains(&part) {
            return Err(format!("part: expected 0 to 1, found {part}"));
        }
        let sketch = RefCell::new(DDSketch::new(Config::defaults()));
        Ok(Self { part, sketch })
    }

    fn add(&self, x: f64) {
        if x.is_finite() {
            self.sketch.borrow_mut().add(x);
        }
    }

    fn add_batch(&self, xs: Vec<f64>) {
        let mut sketch = self.sketch.borrow_mut();
        xs.into_iter().filter(|x| x.is_finite()).for_each(|x| sketch.add(x));
    }

    fn merge(&self, other: QuantileBorrow<'_>) {
        let other = other.get::<Self>().sketch.borrow().clone();
        let merged = self.sketch.borrow_mut().merge(&other);
        merged.expect("all sketches have the same configuration");
    }

    fn finish(&self) -> Option<f64> {
        let found = self.sketch.borrow().quantile(self.part);
        found.expect("the part is from 0 to 1")
    }
}
