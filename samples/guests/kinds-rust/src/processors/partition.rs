//! Processors with a state that keep to the contract.

use std::cell::{Cell, RefCell};
use std::mem::take;

use super::{failure, relabel, relabel_unless_error, LIVE};
use crate::exports::nacre::kinds::processors::{
    Alert, GuestGuard, GuestHoard, GuestPicky, GuestSmooth, GuestTally, Reading, Smoothed, Total,
};
use crate::live::Live;
use crate::not_negative;

pub struct Smooth {
    width: usize,
    group: RefCell<Vec<(Reading, f64)>>,
    _live: Live,
}

impl GuestSmooth for Smooth {
    fn new(width: u32) -> Self {
        Smooth {
            width: width.max(1) as usize,
            group: RefCell::default(),
            _live: LIVE.live(),
        }
    }

    fn process(&self, rows: Vec<Reading>) -> Vec<Smoothed> {
        let mut means = Vec::new();
        for row in rows {
            let Some(value) = row.value else { continue };
            self.group.borrow_mut().push((row, value));
            if self.group.borrow().len() == self.width {
                means.extend(self.finish());
            }
        }
        means
    }

    fn finish(&self) -> Vec<Smoothed> {
        let group = take(&mut *self.group.borrow_mut());
        let sum: f64 = group.iter().map(|(_, value)| value).sum();
        let value = sum / group.len() as f64;
        let mean = |(row, _): (Reading, f64)| Smoothed {
            device: row.device,
            at: row.at,
            value,
        };
        group.into_iter().last().map(mean).into_iter().collect()
    }
}

pub struct Tally {
    total: RefCell<Total>,
    _live: Live,
}

impl GuestTally for Tally {
    fn new() -> Self {
        let total = Total {
            device: None,
            count: 0,
            first: None,
            last: None,
        };
        Tally {
            total: RefCell::new(total),
            _live: LIVE.live(),
        }
    }

    fn process(&self, rows: Vec<Reading>) -> Vec<Total> {
        let mut total = self.total.borrow_mut();
        for row in rows {
            total.count += 1;
            total.last = Some(row.at);
            total.first.get_or_insert(row.at);
            total.device.get_or_insert(row.device);
        }
        Vec::new()
    }

    fn finish(&self) -> Vec<Total> {
        vec![self.total.borrow().clone()]
    }
}

pub struct Guard {
    error_at_end: Cell<Option<i64>>,
    _live: Live,
}

impl GuestGuard for Guard {
    fn new() -> Self {
        Guard {
            error_at_end: Cell::new(None),
            _live: LIVE.live(),
        }
    }

    fn process(&self, rows: Vec<Reading>) -> Result<Vec<Alert>, String> {
        if let Some(row) = rows.iter().find(|row| row.device == "error-at-end") {
            self.error_at_end.set(Some(row.at));
        }
        rows.into_iter().map(relabel_unless_error).collect()
    }

    fn finish(&self) -> Result<Vec<Alert>, String> {
        match self.error_at_end.get() {
            Some(at) => Err(failure(at)),
            None => Ok(vec![Alert {
                device: String::new(),
                at: 0,
                text: "done".to_string(),
            }]),
        }
    }
}

pub struct Relabel {
    _live: Live,
}

impl GuestPicky for Relabel {
    fn new(n: i64) -> Result<Self, String> {
        not_negative(n)?;
        Ok(Relabel { _live: LIVE.live() })
    }

    fn process(&self, rows: Vec<Reading>) -> Vec<Alert> {
        rows.into_iter().map(relabel).collect()
    }

    fn finish(&self) -> Vec<Alert> {
        Vec::new()
    }
}

pub struct Hoard {
    rows: RefCell<Vec<Reading>>,
    _live: Live,
}

impl GuestHoard for Hoard {
    fn new() -> Self {
        Hoard {
            rows: RefCell::default(),
            _live: LIVE.live(),
        }
    }

    fn process(&self, rows: Vec<Reading>) -> Vec<Reading> {
        self.rows.borrow_mut().extend(rows);
        Vec::new()
    }

    fn finish(&self) -> Vec<Reading> {
        take(&mut *self.rows.borrow_mut())
    }
}
