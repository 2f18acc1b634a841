//! Aggregates of text, of NULLs, and with results in several parts.

use std::cell::{Cell, RefCell};

use super::LIVE;
use crate::exports::nacre::kinds::aggregates::{
    AbsentBorrow, GuestAbsent, GuestCollected, GuestCounted, GuestJoined, GuestRange, Span,
};
use crate::live::Live;

pub struct Joined {
    separator: String,
    texts: RefCell<Vec<String>>,
    _live: Live,
}

impl GuestJoined for Joined {
    fn new(separator: String) -> Self {
        Joined {
            separator,
            texts: RefCell::default(),
            _live: LIVE.live(),
        }
    }

    fn add(&self, s: String) {
        self.texts.borrow_mut().push(s);
    }

    fn finish(&self) -> String {
        self.texts.borrow().join(&self.separator)
    }
}

pub struct Counted {
    count: Cell<u64>,
    _live: Live,
}

impl GuestCounted for Counted {
    fn new() -> Self {
        Counted {
            count: Cell::new(0),
            _live: LIVE.live(),
        }
    }

    fn add(&self, _: Option<i64>) {
        self.count.set(self.count.get() + 1);
    }

    fn finish(&self) -> u64 {
        self.count.get()
    }
}

pub struct Absent {
    count: Cell<i64>,
    _live: Live,
}

impl GuestAbsent for Absent {
    fn new() -> Self {
        Absent {
            count: Cell::new(0),
            _live: LIVE.live(),
        }
    }

    fn add(&self, v: Option<i64>) {
        self.count.set(self.count.get() + i64::from(v.is_none()));
    }

    fn add_batch(&self, v: Vec<Option<i64>>) {
        for v in v {
            self.add(v);
        }
    }

    fn remove(&self, v: Option<i64>) {
        self.count.set(self.count.get() - i64::from(v.is_none()));
    }

    fn merge(&self, other: AbsentBorrow<'_>) {
        self.count.set(self.count.get() + other.get::<Absent>().count.get());
    }

    fn finish(&self) -> i64 {
        self.count.get()
    }
}

pub struct Range {
    span: Cell<Option<Span>>,
    _live: Live,
}

impl GuestRange for Range {
    fn new() -> Self {
        Range {
            span: Cell::new(None),
            _live: LIVE.live(),
        }
    }

    fn add(&self, v: i64) {
        let Span { low, high } = self.span.get().unwrap_or(Span { low: v, high: v });
        self.span.set(Some(Span {
            low: low.min(v),
            high: high.max(v),
        }));
    }

    fn finish(&self) -> Option<Span> {
        self.span.get()
    }
}

pub struct Collected {
    values: RefCell<Vec<Option<String>>>,
    _live: Live,
}

impl GuestCollected for Collected {
    fn new() -> Self {
        Collected {
            values: RefCell::default(),
            _live: LIVE.live(),
        }
    }

    fn add(&self, v: Option<String>) {
        self.values.borrow_mut().push(v);
    }

    fn finish(&self) -> Vec<Option<String>> {
        self.values.borrow().clone()
    }
}
