//! Timestamps as numbers.

use crate::nacre::sql::types::Timestamp;

const NANOSECONDS: i128 = 1_000_000_000;

/// Nanoseconds since 1970-01-01, and before it below zero.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Instant(i128);

impl Instant {
    pub fn of(timestamp: &Timestamp) -> Self {
        let Timestamp { date, time } = timestamp;
        let days = days(date.year.into(), date.month.into(), date.day.into());
        let minutes = i64::from(time.hour) * 60 + i64::from(time.minute);
        let seconds = days * 86_400 + minutes * 60 + i64::from(time.second);
        Self(i128::from(seconds) * NANOSECONDS + i128::from(time.nanosecond))
    }

    pub fn seconds_since(self, earlier: Self) -> f64 {
        (self.0 - earlier.0) as f64 / NANOSECONDS as f64
    }
}

/// Days since 1970-01-01 in the proleptic Gregorian calendar. A year begins with March here, so that the leap day is its
/// last, and 400 years have 146,097 days.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let (year, month) = if month > 2 {
        (year, month - 3)
    } else {
        (year - 1, month + 9)
    };
    let day_of_year = (153 * month + 2) / 5 + day - 1;
    365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + day_of_year - 719_468
}
