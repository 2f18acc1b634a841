//! The two processors: sessions, and events with their sessions.

use crate::exports::nacre::sessionize::processors::{Event, GuestSessionEvents, GuestSessions, Session, SessionEvent};
use crate::instant::Instant;
use crate::place::{Place, Tracker};
use std::cell::RefCell;

pub struct Sessions(RefCell<Open>);

/// The session that may go on.
struct Open {
    tracker: Tracker,
    session: Option<Session>,
}

impl GuestSessions for Sessions {
    fn new(gap_seconds: u32) -> Self {
        let tracker = Tracker::new(gap_seconds);
        Self(RefCell::new(Open { tracker, session: None }))
    }

    fn process(&self, rows: Vec<Event>) -> Result<Vec<Session>, String> {
        let mut open = self.0.borrow_mut();
        let mut ended = Vec::new();
        for event in rows {
            let place = open.tracker.place(&event)?;
            match &mut open.session {
                Some(session) if place.step > 1 => extend(session, event),
                session => ended.extend(session.replace(begin(event, &place))),
            }
        }
        Ok(ended)
    }

    fn finish(&self) -> Vec<Session> {
        self.0.borrow_mut().session.take().into_iter().collect()
    }
}

fn begin(event: Event, place: &Place) -> Session {
    Session {
        visitor: event.visitor,
        number: place.number,
        started_at: event.at,
        ended_at: event.at,
        seconds: 0.0,
        events: 1,
        first_page: event.page.clone(),
        last_page: event.page,
    }
}

fn extend(session: &mut Session, event: Event) {
    session.seconds = Instant::of(&event.at).seconds_since(Instant::of(&session.started_at));
    session.ended_at = event.at;
    session.events += 1;
    session.last_page = event.page;
}

pub struct SessionEvents(RefCell<Tracker>);

impl GuestSessionEvents for SessionEvents {
    fn new(gap_seconds: u32) -> Self {
        Self(RefCell::new(Tracker::new(gap_seconds)))
    }

    fn process(&self, rows: Vec<Event>) -> Result<Vec<SessionEvent>, String> {
        let mut tracker = self.0.borrow_mut();
        rows.into_iter()
            .map(|event| tracker.place(&event).map(|place| placed(event, place)))
            .collect()
    }

    fn finish(&self) -> Vec<SessionEvent> {
        Vec::new()
    }
}

fn placed(event: Event, place: Place) -> SessionEvent {
    SessionEvent {
        visitor: event.visitor,
        at: event.at,
        page: event.page,
        number: place.number,
        step: place.step,
        pause_seconds: place.pause_seconds,
    }
}
