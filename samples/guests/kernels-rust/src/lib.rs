//! Kernels that keep the processor busy, for measurements. The same in Java are in the package `dev.nacre.bench.peers`, and
//! where a result depends on the order of operations, that order is the same.

mod globe;
mod mandelbrot;
mod sha256;

wit_bindgen::generate!({ world: "kernels" });

struct Kernels;

impl Guest for Kernels {
    fn sha256(data: Vec<u8>) -> Vec<u8> {
        sha256::digest(&data).to_vec()
    }

    fn haversine(lat1: Vec<f64>, lon1: Vec<f64>, lat2: Vec<f64>, lon2: Vec<f64>) -> Vec<f64> {
        globe::distances(&lat1, &lon1, &lat2, &lon2)
    }

    fn mandelbrot(width: u32, height: u32, iterations: u32) -> u64 {
        mandelbrot::iterations_of_all(width, height, iterations)
    }
}

export!(Kernels);
