//! Outlines as well-known text: whether a point lies in one.

use std::cell::RefCell;
use wkt::types::{Coord, LineString, Polygon};
use wkt::Wkt;

thread_local! {
    /// The outline asked for last, with its text: a statement mostly asks for one again and again.
    static LAST: RefCell<(String, Vec<Polygon<f64>>)> = const { RefCell::new((String::new(), Vec::new())) };
}

pub fn contains(text: &str, x: f64, y: f64) -> Result<bool, String> {
    LAST.with_borrow_mut(|last| {
        if last.0 != text || text.is_empty() {
            *last = (text.to_string(), read(text)?);
        }
        Ok(last.1.iter().any(|polygon| in_polygon(polygon, x, y)))
    })
}

fn read(text: &str) -> Result<Vec<Polygon<f64>>, String> {
    match without_srid(text).parse::<Wkt<f64>>() {
        Ok(Wkt::Polygon(polygon)) => Ok(vec![polygon]),
        Ok(Wkt::MultiPolygon(polygons)) => Ok(polygons.polygons().to_vec()),
        Ok(_) => Err(format!(
            "outline '{}': expected a POLYGON or a MULTIPOLYGON",
            start(text)
        )),
        Err(reason) => Err(format!("outline '{}': {reason}", start(text))),
    }
}

/// H2 writes the reference system in front of the text, where there is one.
fn without_srid(text: &str) -> &str {
    match text.split_once(';') {
        Some((srid, rest)) if srid.to_ascii_uppercase().starts_with("SRID=") => rest,
        _ => text,
    }
}

/// As much of an outline as a message needs.
fn start(text: &str) -> String {
    text.chars().take(60).collect()
}

/// In the outer ring and in no hole: a ray to the east crosses all rings together an odd number of times.
fn in_polygon(polygon: &Polygon<f64>, x: f64, y: f64) -> bool {
    let crossings: usize = polygon.rings().iter().map(|ring| crossings(ring, x, y)).sum();
    crossings % 2 == 1
}

fn crossings(ring: &LineString<f64>, x: f64, y: f64) -> usize {
    ring.coords()
        .windows(2)
        .filter(|line| crosses(&line[0], &line[1], x, y))
        .count()
}

fn crosses(from: &Coord<f64>, to: &Coord<f64>, x: f64, y: f64) -> bool {
    (from.y > y) != (to.y > y) && x < from.x + (to.x - from.x) * (y - from.y) / (to.y - from.y)
}
