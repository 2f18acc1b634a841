//! The interface `compute`: small functions with one obvious answer each.

use std::f64::consts::PI;

use crate::exports::nacre::shapes::compute::{Bits, Guest, Shape};
use crate::Shapes;

pub fn scale(v: f64) -> f64 {
    v * 2.0 + 1.0
}

pub fn scale_long(v: i64) -> i64 {
    v.wrapping_mul(2).wrapping_add(1)
}

pub fn add(a: i32, b: i32) -> i32 {
    a.wrapping_add(b)
}

pub fn upper(s: &str) -> String {
    s.to_uppercase()
}

pub fn divide(a: i64, b: i64) -> Result<i64, String> {
    if b == 0 {
        return Err("division by zero".to_string());
    }
    a.checked_div(b).ok_or_else(|| "overflow".to_string())
}

impl Guest for Shapes {
    fn scale(v: f64) -> f64 {
        scale(v)
    }

    fn scale_long(v: i64) -> i64 {
        scale_long(v)
    }

    fn add(a: i32, b: i32) -> i32 {
        add(a, b)
    }

    fn upper(s: String) -> String {
        upper(&s)
    }

    fn concat(a: String, b: String) -> String {
        a + &b
    }

    fn sum_list(xs: Vec<i64>) -> i64 {
        xs.into_iter().fold(0, i64::wrapping_add)
    }

    fn divide(a: i64, b: i64) -> Result<i64, String> {
        divide(a, b)
    }

    fn coalesce_option(a: Option<i32>, b: i32) -> i32 {
        a.unwrap_or(b)
    }

    #[rustfmt::skip]
    fn many(
        a: bool, b: i8, c: u8, d: i16, e: u16, f: i32, g: u32, h: i64, i: u64,
        j: f32, k: f64, l: char, m: String, n: bool, o: i32, p: i64, q: f64, r: String,
    ) -> String {
        format!("{a},{b},{c},{d},{e},{f},{g},{h},{i},{j},{k},{l},{m},{n},{o},{p},{q},{r}")
    }

    fn swap(a: u32, b: String) -> (String, u32) {
        (b, a)
    }

    fn count_set(f: Bits) -> u32 {
        f.bits().count_ones()
    }

    fn area(s: Shape) -> f64 {
        match s {
            Shape::Circle(radius) => PI * radius * radius,
            Shape::Rectangle(sides) => sides.width * sides.height,
            Shape::Square(side) => f64::from(side) * f64::from(side),
            Shape::Point => 0.0,
        }
    }
}
