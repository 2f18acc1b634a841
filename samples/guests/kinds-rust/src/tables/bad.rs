//! Cursors that break the contract.

use std::cell::{Cell, RefCell};

use super::{number, HUGE, LIVE};
use crate::exports::nacre::kinds::tables::{GuestBad, GuestClingy, Number};
use crate::harm;
use crate::live::Live;

const MODES: [&str; 10] = [
    "good", "endless", "more", "huge", "pause", "strict", "trap", "loop", "memory", "hoard",
];

pub struct Bad {
    mode: String,
    calls: Cell<u32>,
    last: Cell<i64>,
    kept: RefCell<Vec<Vec<u8>>>,
    _live: Live,
}

pub struct Clingy {
    mode: String,
    last: Cell<i64>,
    _live: Live,
}

/// As many of the numbers after the last one.
fn rows(last: &Cell<i64>, count: u32) -> Vec<Number> {
    let first = last.get() + 1;
    last.set(last.get() + i64::from(count));
    (first..=last.get()).map(number).collect()
}

impl GuestBad for Bad {
    fn new(mode: String) -> Self {
        if !MODES.contains(&mode.as_str()) {
            harm::by_name(mode.strip_suffix("-in-constructor").unwrap_or_default());
            harm::trap();
        }
        Bad {
            mode,
            calls: Cell::new(0),
            last: Cell::new(0),
            kept: RefCell::default(),
            _live: LIVE.live(),
        }
    }

    fn next(&self, max: u32) -> Vec<Number> {
        self.calls.set(self.calls.get().saturating_add(1));
        match (self.mode.as_str(), self.calls.get()) {
            ("endless", _) => rows(&self.last, max),
            ("more", 1 | 2) => rows(&self.last, max.saturating_add(1)),
            ("huge", _) => self.huge(max),
            ("hoard", _) => self.hoard(max),
            ("pause", 2) => Vec::new(),
            (_, 1 | 2) | ("pause", 3) => rows(&self.last, max.min(3)),
            ("strict", 4..) => harm::trap(),
            (mode, 3) => {
                harm::by_name(mode);
                Vec::new()
            }
            _ => Vec::new(),
        }
    }
}

impl Bad {
    fn huge(&self, max: u32) -> Vec<Number> {
        let mut rows = rows(&self.last, max.min(3));
        for row in &mut rows {
            row.name = "x".repeat(HUGE);
        }
        rows
    }

    fn hoard(&self, max: u32) -> Vec<Number> {
        self.kept.borrow_mut().push(harm::mebibyte());
        rows(&self.last, max.min(3))
    }
}

impl GuestClingy for Clingy {
    fn new(mode: String) -> Self {
        Clingy {
            mode,
            last: Cell::new(0),
            _live: LIVE.live(),
        }
    }

    fn next(&self, max: u32) -> Vec<Number> {
        let left = 3 - self.last.get() as u32;
        rows(&self.last, max.min(left))
    }
}

impl Drop for Clingy {
    fn drop(&mut self) {
        harm::by_name(&self.mode);
    }
}
