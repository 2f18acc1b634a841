//! Watches devices: payloads in, alerts out.

use crate::channel::Channel;
use crate::exports::local::telemetry::detection::{Alert, AlertKind, GuestDetector, Message, Reading};
use crate::local::telemetry::logger;
use crate::payload;
use std::cell::RefCell;
use std::collections::BTreeMap;

/// The rows of one partition, or of all.
pub struct Rows(RefCell<Detector>);

struct Detector {
    threshold: f64,
    devices: BTreeMap<u16, Device>,
    rows: u64,
    alerts: u64,
}

#[derive(Default)]
struct Device {
    last_id: i64,
    last_sequence: Option<u32>,
    channels: Vec<Channel>,
}

impl GuestDetector for Rows {
    fn new(threshold: f64) -> Self {
        Self(RefCell::new(Detector {
            threshold,
            devices: BTreeMap::new(),
            rows: 0,
            alerts: 0,
        }))
    }

    fn process(&self, rows: Vec<Reading>) -> Vec<Alert> {
        let mut detector = self.0.borrow_mut();
        let mut alerts = Vec::new();
        for reading in rows {
            detector.read(reading, &mut alerts);
        }
        detector.alerts += alerts.len() as u64;
        alerts
    }

    fn finish(&self) -> Vec<Alert> {
        let mut detector = self.0.borrow_mut();
        let alerts: Vec<Alert> = detector
            .devices
            .iter()
            .flat_map(|(id, device)| device.stuck(*id))
            .collect();
        detector.alerts += alerts.len() as u64;
        let Detector {
            rows, alerts: count, ..
        } = &*detector;
        logger::log("info", &format!("{rows} readings, {count} alerts"));
        alerts
    }
}

impl Detector {
    fn read(&mut self, reading: Reading, alerts: &mut Vec<Alert>) {
        self.rows += 1;
        let id = reading.id;
        match payload::decode(reading.payload) {
            Ok(message) => {
                let device = self.devices.entry(message.device).or_default();
                device.read(id, &message, self.threshold, alerts);
            }
            Err(reason) => {
                logger::log("warn", &format!("reading {id}: {reason}"));
                alerts.push(unreadable(id, reason));
            }
        }
    }
}

impl Device {
    /// Inlined into its caller it would be too long for the compiler of the JVM, which takes methods of up to 8,000 bytes.
    #[inline(never)]
    fn read(&mut self, id: i64, message: &Message, threshold: f64, alerts: &mut Vec<Alert>) {
        self.last_id = id;
        alerts.extend(self.gap(id, message));
        self.last_sequence = Some(message.sequence);
        if self.channels.len() < message.channels.len() {
            self.channels.resize_with(message.channels.len(), Channel::default);
        }
        for (index, value) in message.channels.iter().enumerate() {
            let channel = &mut self.channels[index];
            let usual = channel.mean();
            if let Some(score) = channel.score((*value).into()).filter(|score| *score >= threshold) {
                let detail = format!("{value:.2} where {usual:.2} is usual");
                alerts.push(about(id, AlertKind::Spike, message.device, Some(index), score, detail));
            }
        }
    }

    /// A device counts its messages; one that starts again from a lower number has no gap.
    fn gap(&self, id: i64, message: &Message) -> Option<Alert> {
        let last = self.last_sequence?;
        let missing = message
            .sequence
            .checked_sub(last)?
            .checked_sub(1)
            .filter(|missing| *missing > 0)?;
        let detail = format!("message {} came after {last}", message.sequence);
        Some(about(id, AlertKind::Gap, message.device, None, missing.into(), detail))
    }

    fn stuck(&self, device: u16) -> Vec<Alert> {
        let stuck = self
            .channels
            .iter()
            .enumerate()
            .filter(|(_, channel)| channel.is_stuck());
        stuck
            .map(|(index, channel)| {
                let detail = format!("always {:.2}", channel.mean());
                let score = channel.count.into();
                about(self.last_id, AlertKind::Stuck, device, Some(index), score, detail)
            })
            .collect()
    }
}

/// The number of a channel fits, because a payload has at most 255.
fn about(id: i64, kind: AlertKind, device: u16, channel: Option<usize>, score: f64, detail: String) -> Alert {
    Alert {
        id,
        kind,
        device: Some(device),
        channel: channel.map(|index| index as u8),
        score,
        detail,
    }
}

fn unreadable(id: i64, detail: String) -> Alert {
    Alert {
        id,
        kind: AlertKind::Unreadable,
        device: None,
        channel: None,
        score: 0.0,
        detail,
    }
}
