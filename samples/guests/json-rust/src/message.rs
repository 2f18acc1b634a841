//! The messages that devices send.

use crate::Reading;
use serde::Deserialize;

#[derive(Deserialize)]
struct Message {
    device: String,
    at: i64,
    value: f64,
    #[serde(default)]
    tags: Vec<String>,
    note: Option<String>,
}

impl From<Message> for Reading {
    fn from(message: Message) -> Self {
        let Message {
            device,
            at,
            value,
            tags,
            note,
        } = message;
        Reading {
            device,
            at,
            value,
            tags,
            note,
        }
    }
}

pub fn parse(document: &str) -> serde_json::Result<Reading> {
    serde_json::from_str::<Message>(document).map(Reading::from)
}
