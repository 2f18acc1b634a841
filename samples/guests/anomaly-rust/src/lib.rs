//! Alerts for SQL out of the payloads of devices, as a processor over rows.

mod channel;
mod detector;
mod payload;

use exports::local::telemetry::detection::{Guest, Message};

wit_bindgen::generate!({ world: "anomaly" });

struct Anomaly;

impl Guest for Anomaly {
    type Detector = detector::Rows;

    fn decode(payload: Vec<u8>) -> Result<Message, String> {
        payload::decode(payload)
    }

    fn encode(device: u16, sequence: u32, channels: Vec<f32>) -> Result<Vec<u8>, String> {
        payload::encode(device, sequence, &channels)
    }
}

export!(Anomaly);
