//! Aggregates for SQL: HyperLogLog++ and DDSketch by the crates of these names, the variance by Welford.
//!
//! A resource's methods have `&self`, so what changes stands in a cell. `merge` borrows another accumulator, which may be
//! the same one.

mod distinct;
mod moments;
mod quantile;

use exports::nacre::stats::aggregates::Guest;

wit_bindgen::generate!({ world: "stats" });

struct Stats;

impl Guest for Stats {
    type DistinctCount = distinct::Distinct;
    type Quantile = quantile::Quantiles;
    type Variance = moments::Moments;
}

export!(Stats);
