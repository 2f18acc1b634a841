//! The interface `processors`: rows in, rows out.

mod partition;
mod unruly;

use crate::exports::nacre::kinds::processors::{Alert, Guest, Reading};
use crate::{live, Kinds};
use partition::{Guard, Hoard, Relabel, Smooth, Tally};
use unruly::Unruly;

static LIVE: live::Counter = live::Counter::new();

impl Guest for Kinds {
    type Smooth = Smooth;
    type Tally = Tally;
    type Guard = Guard;
    type Picky = Relabel;
    type Hoard = Hoard;
    type Unruly = Unruly;

    fn relabel(rows: Vec<Reading>) -> Vec<Alert> {
        rows.into_iter().map(relabel).collect()
    }

    fn above(rows: Vec<Reading>, limit: f64) -> Vec<Alert> {
        let text = format!("above {limit}");
        let alert = |row: Reading| Alert {
            device: row.device,
            at: row.at,
            text: text.clone(),
        };
        rows.into_iter()
            .filter(|row| row.value.is_some_and(|value| value > limit))
            .map(alert)
            .collect()
    }

    fn relabel_checked(rows: Vec<Reading>) -> Result<Vec<Alert>, String> {
        rows.into_iter().map(relabel_unless_error).collect()
    }

    fn batch_size(rows: Vec<Reading>) -> Vec<Alert> {
        let text = rows.len().to_string();
        let alert = |row: Reading| Alert {
            device: row.device,
            at: row.at,
            text: text.clone(),
        };
        rows.into_iter().map(alert).collect()
    }

    fn fragile(rows: Vec<Reading>) -> Vec<Alert> {
        rows.into_iter().flat_map(unruly::alerts).collect()
    }

    fn live() -> i64 {
        LIVE.get()
    }
}

fn relabel(row: Reading) -> Alert {
    let text = row
        .value
        .map_or_else(|| "no value".to_string(), |value| value.to_string());
    Alert {
        device: row.device,
        at: row.at,
        text,
    }
}

fn relabel_unless_error(row: Reading) -> Result<Alert, String> {
    if row.device == "error" {
        return Err(failure(row.at));
    }
    Ok(relabel(row))
}

fn failure(at: i64) -> String {
    format!("device error at {at}")
}
