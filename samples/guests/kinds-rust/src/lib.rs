//! Every shape in which a component's exports become functions of SQL, well-behaved and ill-behaved.

mod aggregates;
mod harm;
mod live;
mod procedures;
mod processors;
mod tables;
mod vectors;

wit_bindgen::generate!({
    world: "nacre:kinds/kinds",
    path: ["../telemetry-rust/wit", "wit"],
    generate_all,
});

struct Kinds;

/// The error that names a number which may not be negative.
fn not_negative(n: i64) -> Result<i64, String> {
    if n < 0 {
        return Err(format!("negative: {n}"));
    }
    Ok(n)
}

/// a / b, towards zero.
fn divide(a: i64, b: i64) -> Result<i64, String> {
    if b == 0 {
        return Err("division by zero".to_string());
    }
    a.checked_div(b).ok_or_else(|| "overflow".to_string())
}

export!(Kinds);
