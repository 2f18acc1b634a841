//! Every kind of WIT value, given back as it came or computed with.

mod compute;
mod echo;

wit_bindgen::generate!({ world: "shapes" });

struct Shapes;

/// The functions at the top level of the world are those of the interface `compute`.
impl Guest for Shapes {
    fn scale(v: f64) -> f64 {
        compute::scale(v)
    }

    fn scale_long(v: i64) -> i64 {
        compute::scale_long(v)
    }

    fn add(a: i32, b: i32) -> i32 {
        compute::add(a, b)
    }

    fn upper(s: String) -> String {
        compute::upper(&s)
    }

    fn divide(a: i64, b: i64) -> Result<i64, String> {
        compute::divide(a, b)
    }
}

export!(Shapes);
