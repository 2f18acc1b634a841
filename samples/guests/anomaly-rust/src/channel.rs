//! What is usual for one channel: mean and variance, exponentially weighted.

/// What a new value counts: those of about the last ten together make up most of the mean.
const WEIGHT: f64 = 0.1;

/// As long as it has seen fewer values, a channel judges none.
const FEWEST: u32 = 10;

#[derive(Default)]
pub struct Channel {
    mean: f64,
    variance: f64,
    /// Values so far.
    pub count: u32,
    moved: bool,
}

impl Channel {
    /// Returns how many deviations the value lies from the mean, then lets it count. None while that says nothing:
    /// for the first values, and where there was no deviation so far.
    pub fn score(&mut self, value: f64) -> Option<f64> {
        let distance = value - self.mean;
        let judged = self.count >= FEWEST && self.variance > 0.0;
        let score = judged.then(|| distance.abs() / self.variance.sqrt());
        self.learn(value, distance);
        score
    }

    /// Says whether it has seen enough values, and all were the same.
    pub fn is_stuck(&self) -> bool {
        self.count >= FEWEST && !self.moved
    }

    pub fn mean(&self) -> f64 {
        self.mean
    }

    fn learn(&mut self, value: f64, distance: f64) {
        self.count += 1;
        if self.count == 1 {
            self.mean = value;
            return;
        }
        self.moved |= distance != 0.0;
        self.mean += WEIGHT * distance;
        self.variance = (1.0 - WEIGHT) * (self.variance + WEIGHT * distance * distance);
    }
}
