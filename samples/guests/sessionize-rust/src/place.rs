//! Which session an event belongs to.

use crate::exports::nacre::sessionize::processors::Event;
use crate::instant::Instant;

/// Follows the events of one visitor after the other.
pub struct Tracker {
    gap_seconds: f64,
    last: Option<Last>,
}

struct Last {
    visitor: String,
    at: Instant,
    number: u32,
    step: u32,
}

/// Where an event stands: `number` counts sessions, `step` the events of one. A session begins with step 1.
pub struct Place {
    pub number: u32,
    pub step: u32,
    pub pause_seconds: Option<f64>,
}

impl Tracker {
    pub fn new(gap_seconds: u32) -> Self {
        Self {
            gap_seconds: gap_seconds.into(),
            last: None,
        }
    }

    pub fn place(&mut self, event: &Event) -> Result<Place, String> {
        let at = Instant::of(&event.at);
        let place = match &self.last {
            Some(last) if last.visitor == event.visitor => self.next(last, at)?,
            _ => Place::first(1),
        };
        self.last = Some(Last {
            visitor: event.visitor.clone(),
            at,
            number: place.number,
            step: place.step,
        });
        Ok(place)
    }

    fn next(&self, last: &Last, at: Instant) -> Result<Place, String> {
        let pause = at.seconds_since(last.at);
        if pause < 0.0 {
            return Err(format!(
                "visitor '{}': expected events ordered by time, found one {} s before the last",
                last.visitor, -pause
            ));
        }
        if pause > self.gap_seconds {
            return Ok(Place::first(last.number + 1));
        }
        Ok(Place {
            number: last.number,
            step: last.step + 1,
            pause_seconds: Some(pause),
        })
    }
}

impl Place {
    fn first(number: u32) -> Self {
        Self {
            number,
            step: 1,
            pause_seconds: None,
        }
    }
}
