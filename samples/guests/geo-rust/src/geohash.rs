//! Geohashes: halving longitude and latitude in turns gives a bit each time, and five bits make a digit.

const DIGITS: &[u8; 32] = b"0123456789bcdefghjkmnpqrstuvwxyz";
const MOST_DIGITS: u32 = 12;

pub fn encode(lat: f64, lon: f64, digits: u32) -> Option<String> {
    let place = (-90.0..=90.0).contains(&lat) && (-180.0..=180.0).contains(&lon);
    if !place || !(1..=MOST_DIGITS).contains(&digits) {
        return None;
    }
    let (mut lat_range, mut lon_range) = ((-90.0, 90.0), (-180.0, 180.0));
    let mut hash = String::with_capacity(digits as usize);
    for digit in 0..digits {
        let mut index = 0;
        for bit in 0..5 {
            let east_west = (5 * digit + bit) % 2 == 0;
            let upper = if east_west {
                halve(&mut lon_range, lon)
            } else {
                halve(&mut lat_range, lat)
            };
            index = 2 * index + usize::from(upper);
        }
        hash.push(DIGITS[index].into());
    }
    Some(hash)
}

/// Leaves the half of the range in which the value lies, and says whether it is the upper one.
fn halve(range: &mut (f64, f64), value: f64) -> bool {
    let middle = (range.0 + range.1) / 2.0;
    let upper = value >= middle;
    if upper {
        range.0 = middle;
    } else {
        range.1 = middle;
    }
    upper
}
