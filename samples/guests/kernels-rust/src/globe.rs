//! Distances between places, by the haversine formula.

use std::iter::zip;

/// The mean radius of the earth after the IUGG, in metres.
const RADIUS: f64 = 6_371_008.8;

pub fn distances(lat1: &[f64], lon1: &[f64], lat2: &[f64], lon2: &[f64]) -> Vec<f64> {
    zip(zip(lat1, lon1), zip(lat2, lon2))
        .map(|((lat1, lon1), (lat2, lon2))| distance(*lat1, *lon1, *lat2, *lon2))
        .collect()
}

fn distance(lat1: f64, lon1: f64, lat2: f64, lon2: f64) -> f64 {
    let height = ((lat2 - lat1).to_radians() / 2.0).sin();
    let width = ((lon2 - lon1).to_radians() / 2.0).sin();
    let part = height * height + lat1.to_radians().cos() * lat2.to_radians().cos() * width * width;
    // rounding may take the part of antipodes beyond 1; `clamp`, other than `min`, leaves a NaN one
    2.0 * RADIUS * part.clamp(0.0, 1.0).sqrt().asin()
}
