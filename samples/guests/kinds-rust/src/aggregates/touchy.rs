//! Sums that break the contract.

use std::cell::Cell;

use super::LIVE;
use crate::exports::nacre::kinds::aggregates::{GuestHeavy, GuestTouchy, GuestTricky, TrickyBorrow};
use crate::live::Live;
use crate::{harm, not_negative};

pub struct Touchy {
    sum: Cell<i64>,
    traps_at_drop: Cell<bool>,
    _live: Live,
}

impl Touchy {
    fn zero() -> Self {
        Touchy {
            sum: Cell::new(0),
            traps_at_drop: Cell::new(false),
            _live: LIVE.live(),
        }
    }

    fn plus(&self, v: i64) {
        self.sum.set(self.sum.get().wrapping_add(v));
    }

    fn take(&self, v: i64) -> Result<(), String> {
        match not_negative(v)? {
            7 => self.traps_at_drop.set(true),
            13 => harm::spin(),
            77 => harm::hog(),
            99 => harm::trap(),
            _ => (),
        }
        self.plus(v);
        Ok(())
    }

    fn sum(&self) -> i64 {
        match self.sum.get() {
            26 => harm::spin(),
            42 => harm::trap(),
            sum => sum,
        }
    }
}

impl GuestTouchy for Touchy {
    fn new() -> Self {
        Touchy::zero()
    }

    fn add(&self, v: i64) -> Result<(), String> {
        self.take(v)
    }

    fn finish(&self) -> i64 {
        self.sum()
    }
}

impl GuestTricky for Touchy {
    fn new() -> Self {
        Touchy::zero()
    }

    fn add(&self, v: i64) -> Result<(), String> {
        self.take(v)
    }

    fn add_batch(&self, v: Vec<i64>) -> Result<(), String> {
        v.into_iter().try_for_each(|v| self.take(v))
    }

    fn remove(&self, v: i64) -> Result<(), String> {
        match v {
            8 => return Err(format!("not removable: {v}")),
            9 => harm::trap(),
            _ => self.plus(v.wrapping_neg()),
        }
        Ok(())
    }

    fn merge(&self, other: TrickyBorrow<'_>) -> Result<(), String> {
        match other.get::<Touchy>().sum.get() {
            5 => return Err("not mergeable: 5".to_string()),
            6 => harm::trap(),
            sum => self.plus(sum),
        }
        Ok(())
    }

    fn finish(&self) -> Result<i64, String> {
        match self.sum() {
            11 => Err("not finishable: 11".to_string()),
            sum => Ok(sum),
        }
    }
}

impl Drop for Touchy {
    fn drop(&mut self) {
        if self.traps_at_drop.get() {
            harm::trap();
        }
    }
}

pub struct Heavy {
    sum: Cell<i64>,
    _kept: Vec<u8>,
    _live: Live,
}

impl GuestHeavy for Heavy {
    fn new() -> Self {
        Heavy {
            sum: Cell::new(0),
            _kept: harm::mebibyte(),
            _live: LIVE.live(),
        }
    }

    fn add(&self, v: i64) {
        self.sum.set(self.sum.get().wrapping_add(v));
    }

    fn finish(&self) -> i64 {
        self.sum.get()
    }
}
