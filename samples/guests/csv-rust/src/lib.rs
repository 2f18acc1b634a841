//! CSV for SQL, by the crate csv.

mod cells;
mod lines;
mod reader;

use exports::nacre::csv::tables::{Cells, Guest, Lines};

wit_bindgen::generate!({ world: "csv" });

struct Csv;

impl Guest for Csv {
    type Lines = lines::LineCursor;
    type Cells = cells::CellCursor;

    fn read(text: String, separator: char) -> Result<Lines, String> {
        lines::LineCursor::new(text, separator).map(Lines::new)
    }

    fn records(text: String, separator: char) -> Result<Cells, String> {
        cells::CellCursor::new(text, separator).map(Cells::new)
    }
}

export!(Csv);
