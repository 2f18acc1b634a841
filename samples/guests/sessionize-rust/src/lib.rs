//! Sessions for SQL, as processors over rows of events.

mod instant;
mod place;
mod processors;

wit_bindgen::generate!({
    world: "nacre:sessionize/sessionize",
    path: ["../../../sql-functions/src/main/resources/wit/nacre-sql", "wit"],
    generate_all,
});

use exports::nacre::sessionize::processors::Guest;

struct Sessionize;

impl Guest for Sessionize {
    type Sessions = processors::Sessions;
    type SessionEvents = processors::SessionEvents;
}

export!(Sessionize);
