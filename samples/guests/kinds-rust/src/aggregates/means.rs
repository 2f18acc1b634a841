//! Means, and a sum of products.

use std::cell::Cell;

use super::LIVE;
use crate::exports::nacre::kinds::aggregates::{GuestDot, GuestMean, GuestWeighted};
use crate::live::Live;

pub struct Mean {
    sum: Cell<f64>,
    count: Cell<u64>,
    _live: Live,
}

impl GuestMean for Mean {
    fn new() -> Self {
        Mean {
            sum: Cell::new(0.0),
            count: Cell::new(0),
            _live: LIVE.live(),
        }
    }

    fn add(&self, v: f64) {
        self.sum.set(self.sum.get() + v);
        self.count.set(self.count.get() + 1);
    }

    fn finish(&self) -> Option<f64> {
        match self.count.get() {
            0 => None,
            count => Some(self.sum.get() / count as f64),
        }
    }
}

pub struct Weighted {
    sum: Cell<f64>,
    weights: Cell<f64>,
    _live: Live,
}

impl GuestWeighted for Weighted {
    fn new() -> Self {
        Weighted {
            sum: Cell::new(0.0),
            weights: Cell::new(0.0),
            _live: LIVE.live(),
        }
    }

    fn add(&self, value: f64, weight: f64) {
        self.sum.set(self.sum.get() + value * weight);
        self.weights.set(self.weights.get() + weight);
    }

    fn finish(&self) -> Result<f64, String> {
        if self.weights.get() == 0.0 {
            return Err("no weight".to_string());
        }
        Ok(self.sum.get() / self.weights.get())
    }
}

pub struct Dot {
    sum: Cell<f64>,
    _live: Live,
}

impl GuestDot for Dot {
    fn new() -> Self {
        Dot {
            sum: Cell::new(0.0),
            _live: LIVE.live(),
        }
    }

    fn add(&self, a: f64, b: f64) {
        self.sum.set(self.sum.get() + a * b);
    }

    fn add_batch(&self, a: Vec<f64>, b: Vec<f64>) {
        for (a, b) in a.into_iter().zip(b) {
            self.add(a, b);
        }
    }

    fn finish(&self) -> f64 {
        self.sum.get()
    }
}
