//! The interface `tables`: lists of rows, and cursors.

mod bad;
mod cursor;

use crate::exports::nacre::kinds::tables::{Counter, Guest, Number, Part};
use crate::{harm, live, not_negative, Kinds};
use bad::{Bad, Clingy};
use cursor::{Cursor, Failing};

static LIVE: live::Counter = live::Counter::new();

/// What the name of a huge row has for letters.
const HUGE: usize = 1_000_000;

impl Guest for Kinds {
    type Counter = Cursor;
    type Ladder = Cursor;
    type Stepper = Cursor;
    type Plain = Cursor;
    type Picky = Cursor;
    type Moody = Failing;
    type Hesitant = Failing;
    type Bad = Bad;
    type Clingy = Clingy;

    fn series(first: i64, last: i64) -> Vec<Number> {
        (first..=last).map(number).collect()
    }

    fn split(text: String, by: String) -> Vec<Part> {
        if by.is_empty() {
            return vec![Part {
                position: 1,
                part: text,
            }];
        }
        let part = |(position, part): (i32, &str)| Part {
            position,
            part: part.to_string(),
        };
        (1..).zip(text.split(&by)).map(part).collect()
    }

    fn maybe(n: Option<i64>) -> Vec<Number> {
        match n {
            None => vec![Number {
                n: 0,
                square: 0,
                name: "nothing".to_string(),
            }],
            Some(n) => Self::series(1, n),
        }
    }

    fn failing(n: i64) -> Result<Vec<Number>, String> {
        Ok(Self::series(1, not_negative(n)?))
    }

    fn singles(n: i64) -> Vec<i64> {
        (1..=n).collect()
    }

    fn traps_at_42(n: i64) -> Vec<Number> {
        if n == 42 {
            harm::trap();
        }
        Self::series(1, n)
    }

    fn spin(n: i64) -> Vec<Number> {
        if n == 42 {
            harm::spin();
        }
        Self::series(1, n)
    }

    fn count_from(first: i64) -> Counter {
        Self::count_to(first, i64::MAX)
    }

    fn count_to(first: i64, last: i64) -> Counter {
        Counter::new(Cursor::of(first, last))
    }

    fn try_count(first: i64, last: i64) -> Result<Counter, String> {
        if last < first {
            return Err(format!("no numbers from {first} to {last}"));
        }
        Ok(Self::count_to(first, last))
    }

    fn live() -> i64 {
        LIVE.get()
    }
}

fn number(n: i64) -> Number {
    Number {
        n,
        square: n.wrapping_mul(n),
        name: format!("n{n}"),
    }
}
