//! The interface `aggregates`: accumulators.

mod means;
mod sums;
mod touchy;
mod values;

use crate::exports::nacre::kinds::aggregates::Guest;
use crate::{live, Kinds};
use means::{Dot, Mean, Weighted};
use sums::{Account, Sum};
use touchy::{Heavy, Touchy};
use values::{Absent, Collected, Counted, Joined, Range};

static LIVE: live::Counter = live::Counter::new();

impl Guest for Kinds {
    type Mean = Mean;
    type SumOf = Sum;
    type Account = Account;
    type Joined = Joined;
    type Weighted = Weighted;
    type Counted = Counted;
    type Dot = Dot;
    type Absent = Absent;
    type Range = Range;
    type Collected = Collected;
    type Picky = Sum;
    type Touchy = Touchy;
    type Tricky = Touchy;
    type Heavy = Heavy;

    fn live() -> i64 {
        LIVE.get()
    }
}
