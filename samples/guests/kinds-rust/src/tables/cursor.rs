//! Cursors over numbers that keep to the contract.

use std::cell::RefCell;
use std::ops::RangeInclusive;

use super::{number, LIVE};
use crate::exports::nacre::kinds::tables::{
    GuestCounter, GuestHesitant, GuestLadder, GuestMoody, GuestPicky, GuestPlain, GuestStepper, Number,
};
use crate::live::Live;
use crate::not_negative;

/// The numbers that are still to come.
pub struct Cursor {
    numbers: RefCell<RangeInclusive<i64>>,
    _live: Live,
}

/// The same, with an error in place of the end.
pub struct Failing {
    cursor: Cursor,
    rows: i64,
}

impl Cursor {
    pub fn of(first: i64, last: i64) -> Self {
        Cursor {
            numbers: RefCell::new(first..=last),
            _live: LIVE.live(),
        }
    }

    fn take(&self, max: u32) -> Vec<i64> {
        self.numbers.borrow_mut().by_ref().take(max as usize).collect()
    }

    fn rows(&self, max: u32) -> Vec<Number> {
        self.take(max).into_iter().map(number).collect()
    }
}

impl GuestCounter for Cursor {
    fn next(&self, max: u32) -> Vec<Number> {
        self.rows(max)
    }
}

impl GuestLadder for Cursor {
    fn new(first: i64, last: i64) -> Self {
        Cursor::of(first, last)
    }

    fn next(&self, max: u32) -> Vec<Number> {
        self.rows(max)
    }
}

impl GuestStepper for Cursor {
    fn new(first: i64, last: i64) -> Self {
        Cursor::of(first, last)
    }

    fn next(&self) -> Option<Number> {
        self.rows(1).pop()
    }
}

impl GuestPlain for Cursor {
    fn new(last: i64) -> Self {
        Cursor::of(1, last)
    }

    fn next(&self, max: u32) -> Vec<i64> {
        self.take(max)
    }
}

impl GuestPicky for Cursor {
    fn new(n: i64) -> Result<Self, String> {
        Ok(Cursor::of(1, not_negative(n)?))
    }

    fn next(&self, max: u32) -> Vec<Number> {
        self.rows(max)
    }
}

impl Failing {
    fn of(n: i64) -> Self {
        Failing {
            cursor: Cursor::of(1, n),
            rows: n,
        }
    }

    fn rows(&self, max: u32, name: &str) -> Result<Vec<Number>, String> {
        let rows = self.cursor.rows(max);
        if rows.is_empty() {
            return Err(format!("{name} after {} rows", self.rows));
        }
        Ok(rows)
    }
}

impl GuestMoody for Failing {
    fn new(n: i64) -> Self {
        Failing::of(n)
    }

    fn next(&self, max: u32) -> Result<Vec<Number>, String> {
        self.rows(max.min(3), "moody")
    }
}

impl GuestHesitant for Failing {
    fn new(n: i64) -> Self {
        Failing::of(n)
    }

    fn next(&self) -> Result<Option<Number>, String> {
        Ok(self.rows(1, "hesitant")?.pop())
    }
}
