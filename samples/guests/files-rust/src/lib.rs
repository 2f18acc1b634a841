//! A guest that works with files and streams as programs do, and as attackers do.

mod raw;
mod standard;
mod streams;

wit_bindgen::generate!({ world: "files" });

struct Files;

export!(Files);
