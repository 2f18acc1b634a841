//! The variance, out of the number of values, their mean, and the sum of the squares of their distances from it.

use crate::exports::nacre::stats::aggregates::{GuestVariance, VarianceBorrow};
use std::cell::Cell;

#[derive(Clone, Copy, Default)]
struct Summary {
    count: u64,
    mean: f64,
    squares: f64,
}

impl Summary {
    fn with(self, x: f64) -> Self {
        let count = self.count + 1;
        let distance = x - self.mean;
        let mean = self.mean + distance / count as f64;
        let squares = self.squares + distance * (x - mean);
        Self { count, mean, squares }
    }

    /// The way back of `with`. The last value takes what was lost in rounding along.
    fn without(self, x: f64) -> Self {
        if self.count <= 1 {
            return Self::default();
        }
        let count = self.count - 1;
        let distance = x - self.mean;
        let mean = self.mean - distance / count as f64;
        let squares = (self.squares - distance * (x - mean)).max(0.0);
        Self { count, mean, squares }
    }

    fn and(self, other: Self) -> Self {
        if self.count == 0 || other.count == 0 {
            return if self.count == 0 { other } else { self };
        }
        let count = self.count + other.count;
        let distance = other.mean - self.mean;
        let share = other.count as f64 / count as f64;
        Self {
            count,
            mean: self.mean + distance * share,
            squares: self.squares + other.squares + distance * distance * self.count as f64 * share,
        }
    }
}

pub struct Moments(Cell<Summary>);

impl GuestVariance for Moments {
    fn new() -> Self {
        Self(Cell::default())
    }

    fn add(&self, x: f64) {
        self.0.set(self.0.get().with(x));
    }

    fn add_batch(&self, xs: Vec<f64>) {
        self.0.set(xs.into_iter().fold(self.0.get(), Summary::with));
    }

    fn remove(&self, x: f64) {
        self.0.set(self.0.get().without(x));
    }

    fn merge(&self, other: VarianceBorrow<'_>) {
        self.0.set(self.0.get().and(other.get::<Self>().0.get()));
    }

    fn finish(&self) -> Option<f64> {
        let Summary { count, squares, .. } = self.0.get();
        (count > 1).then(|| squares / (count - 1) as f64)
    }
}
