//! Places on the globe for SQL: whole columns where each place is worked on alone, single rows for outlines.

mod geohash;
mod outline;

use std::iter::zip;

wit_bindgen::generate!({ world: "geo" });

/// The mean radius of the earth after the IUGG, in metres.
const RADIUS: f64 = 6_371_008.8;

struct Geo;

impl Guest for Geo {
    fn distance(lat1: Vec<f64>, lon1: Vec<f64>, lat2: Vec<f64>, lon2: Vec<f64>) -> Vec<f64> {
        zip(zip(lat1, lon1), zip(lat2, lon2))
            .map(|(from, to)| haversine(from, to))
            .collect()
    }

    fn geohash(lat: Vec<f64>, lon: Vec<f64>, digits: Vec<u32>) -> Vec<Option<String>> {
        zip(zip(lat, lon), digits)
            .map(|((lat, lon), digits)| geohash::encode(lat, lon, digits))
            .collect()
    }

    fn within_box(
        lat: Vec<f64>,
        lon: Vec<f64>,
        south: Vec<f64>,
        west: Vec<f64>,
        north: Vec<f64>,
        east: Vec<f64>,
    ) -> Vec<bool> {
        let heights = zip(lat, zip(south, north)).map(|(lat, (south, north))| south <= lat && lat <= north);
        let widths = zip(lon, zip(west, east)).map(|(lon, (west, east))| between(lon, west, east));
        zip(heights, widths).map(|(height, width)| height && width).collect()
    }

    fn within(lat: f64, lon: f64, outline: String) -> Result<bool, String> {
        outline::contains(&outline, lon, lat)
    }
}

fn between(lon: f64, west: f64, east: f64) -> bool {
    if west <= east {
        west <= lon && lon <= east
    } else {
        west <= lon || lon <= east
    }
}

/// The haversine formula, which stays exact for small distances, where that by the cosine does not.
fn haversine((lat1, lon1): (f64, f64), (lat2, lon2): (f64, f64)) -> f64 {
    let height = ((lat2 - lat1).to_radians() / 2.0).sin();
    let width = ((lon2 - lon1).to_radians() / 2.0).sin();
    let part = height * height + lat1.to_radians().cos() * lat2.to_radians().cos() * width * width;
    2.0 * RADIUS * part.sqrt().min(1.0).asin()
}

export!(Geo);
