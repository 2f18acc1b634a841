//! Sums that break the contract.

use std::cell::Cell;

use super::LIVE;
use crate::exports::nacre::kinds::aggregates::{GuestHeavy, GuestTouchy};
use crate::live::Live;
use crate::{harm, not_negative};

pub struct Touchy {
    sum: Cell<i64>,
    traps_at_drop: Cell<bool>,
    _live: Live,
}

impl GuestTouchy for Touchy {
    fn new() -> Self {
        Touchy {
            sum: Cell::new(0),
            traps_at_drop: Cell::new(false),
            _live: LIVE.live(),
        }
    }

    fn add(&self, v: i64) -> Result<(), String> {
        match not_negative(v)? {
            7 => self.traps_at_drop.set(true),
            13 => harm::spin(),
            77 => harm::hog(),
            99 => harm::trap(),
            _ => (),
        }
        self.sum.set(self.sum.get().wrapping_add(v));
        Ok(())
    }

    fn finish(&self) -> i64 {
        match self.sum.get() {
            26 => harm::spin(),
            42 => harm::trap(),
            sum => sum,
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
