//! What a guest must not do.

use std::hint::black_box;

pub const MEBIBYTE: usize = 1 << 20;

pub fn trap() -> ! {
    core::arch::wasm32::unreachable()
}

pub fn spin() -> ! {
    loop {
        black_box(());
    }
}

/// Asks for memory until there is no more, which is a trap in the end.
pub fn hog() -> ! {
    loop {
        black_box(mebibyte().leak());
    }
}

/// A mebibyte that was written to.
pub fn mebibyte() -> Vec<u8> {
    black_box(vec![1; MEBIBYTE])
}

/// Does what the name says; comes back when it says nothing.
pub fn by_name(name: &str) {
    match name {
        "trap" => trap(),
        "loop" => spin(),
        "memory" => hog(),
        _ => (),
    }
}
