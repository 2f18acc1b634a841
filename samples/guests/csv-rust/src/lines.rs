//! Lines as they are.

use crate::exports::nacre::csv::tables::{GuestLines, Line};
use crate::reader::{batch, Reader, Record};
use std::cell::RefCell;

pub struct LineCursor(RefCell<State>);

struct State {
    reader: Reader,
    error: Option<String>,
}

impl LineCursor {
    pub fn new(text: String, separator: char) -> Result<Self, String> {
        let reader = Reader::new(text, separator, false)?;
        Ok(Self(RefCell::new(State { reader, error: None })))
    }
}

impl GuestLines for LineCursor {
    fn next(&self, max: u32) -> Result<Vec<Line>, String> {
        let State { reader, error } = &mut *self.0.borrow_mut();
        batch(max, error, || Ok(reader.next()?.map(line)))
    }
}

fn line((line_number, record): Record) -> Line {
    let fields = record.iter().map(str::to_string).collect();
    Line { line_number, fields }
}
