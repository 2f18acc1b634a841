//! Sums, with all the methods that an aggregate may have.

use std::cell::Cell;

use super::LIVE;
use crate::exports::nacre::kinds::aggregates::{AccountBorrow, GuestAccount, GuestPicky, GuestSumOf, SumOfBorrow};
use crate::live::Live;
use crate::not_negative;

pub struct Sum {
    sum: Cell<i64>,
    _live: Live,
}

impl Sum {
    fn zero() -> Self {
        Sum {
            sum: Cell::new(0),
            _live: LIVE.live(),
        }
    }

    fn plus(&self, v: i64) {
        self.sum.set(self.sum.get().wrapping_add(v));
    }
}

impl GuestSumOf for Sum {
    fn new() -> Self {
        Sum::zero()
    }

    fn add(&self, v: i64) {
        self.plus(v);
    }

    fn add_batch(&self, v: Vec<i64>) {
        for v in v {
            self.plus(v);
        }
    }

    fn remove(&self, v: i64) {
        self.plus(v.wrapping_neg());
    }

    fn merge(&self, other: SumOfBorrow<'_>) {
        self.plus(other.get::<Sum>().sum.get());
    }

    fn finish(&self) -> i64 {
        self.sum.get()
    }
}

impl GuestPicky for Sum {
    fn new(n: i64) -> Result<Self, String> {
        not_negative(n)?;
        Ok(Sum::zero())
    }

    fn add(&self, v: i64) {
        self.plus(v);
    }

    fn finish(&self) -> i64 {
        self.sum.get()
    }
}

/// How many values were added, added in batches and removed, and how many aggregates merged.
pub struct Account {
    counts: [Cell<u64>; 4],
    _live: Live,
}

impl Account {
    fn count(&self, kind: usize, more: u64) {
        self.counts[kind].set(self.counts[kind].get() + more);
    }
}

impl GuestAccount for Account {
    fn new() -> Self {
        Account {
            counts: Default::default(),
            _live: LIVE.live(),
        }
    }

    fn add(&self, _: i64) {
        self.count(0, 1);
    }

    fn add_batch(&self, v: Vec<i64>) {
        self.count(1, v.len() as u64);
    }

    fn remove(&self, _: i64) {
        self.count(2, 1);
    }

    fn merge(&self, other: AccountBorrow<'_>) {
        let counts = other.get::<Account>().counts.each_ref().map(Cell::get);
        for (kind, count) in counts.into_iter().enumerate() {
            self.count(kind, count);
        }
        self.count(3, 1);
    }

    fn finish(&self) -> String {
        let [added, batched, removed, merged] = self.counts.each_ref().map(Cell::get);
        format!("added {added}, in batches {batched}, removed {removed}, merged {merged}")
    }
}
