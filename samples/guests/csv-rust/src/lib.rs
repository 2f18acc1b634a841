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

    fn read(text: String, separator: char) -> Lines {
        Lines::new(lines::LineCursor::new(text, separator))
    }

    fn records(text: String, separator: char) -> Cells {
        Cells::new(cells::CellCursor::new(text, separator))
    }
}

export!(Csv);
