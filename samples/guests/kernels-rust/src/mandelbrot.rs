//! The Mandelbrot set, counted rather than drawn.

pub fn iterations_of_all(width: u32, height: u32, iterations: u32) -> u64 {
    let (step_x, step_y) = (3.0 / f64::from(width), 2.0 / f64::from(height));
    let mut sum = 0;
    for row in 0..height {
        let y = -1.0 + f64::from(row) * step_y;
        for column in 0..width {
            let x = -2.0 + f64::from(column) * step_x;
            sum += u64::from(iterations_of(x, y, iterations));
        }
    }
    sum
}

/// How many iterations it took the point to go beyond 2, or the most there may be.
fn iterations_of(point_x: f64, point_y: f64, most: u32) -> u32 {
    let (mut x, mut y) = (0.0, 0.0);
    for done in 0..most {
        let (xx, yy) = (x * x, y * y);
        if xx + yy > 4.0 {
            return done;
        }
        y = 2.0 * x * y + point_y;
        x = xx - yy + point_x;
    }
    most
}
