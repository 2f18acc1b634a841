//! Does what the names of devices say.

use std::cell::RefCell;

use super::{relabel, LIVE};
use crate::exports::nacre::kinds::processors::{Alert, GuestUnruly, Reading};
use crate::harm;
use crate::live::Live;

const GROWTH: usize = 1000;

/// The rows that a row becomes, unless its device has a name that means harm.
pub fn alerts(row: Reading) -> Vec<Alert> {
    harm::by_name(&row.device);
    let copies = if row.device == "grow" { GROWTH } else { 1 };
    vec![relabel(row); copies]
}

pub struct Unruly {
    later: RefCell<Vec<Reading>>,
    _live: Live,
}

impl Unruly {
    /// The rows whose devices are to do what they say at a later time, named by what they are to do.
    fn due(&self, time: &str) -> Vec<Reading> {
        let due = |row: &Reading| {
            Some(Reading {
                device: row.device.strip_suffix(time)?.to_string(),
                ..row.clone()
            })
        };
        self.later.borrow().iter().filter_map(due).collect()
    }
}

impl GuestUnruly for Unruly {
    fn new() -> Self {
        Unruly {
            later: RefCell::default(),
            _live: LIVE.live(),
        }
    }

    fn process(&self, rows: Vec<Reading>) -> Vec<Alert> {
        let later = rows.iter().filter(|row| row.device.contains("-at-"));
        self.later.borrow_mut().extend(later.cloned());
        rows.into_iter().flat_map(alerts).collect()
    }

    fn finish(&self) -> Vec<Alert> {
        self.due("-at-end").into_iter().flat_map(alerts).collect()
    }
}

impl Drop for Unruly {
    fn drop(&mut self) {
        for row in self.due("-at-drop") {
            harm::by_name(&row.device);
        }
    }
}
