//! Fields under the names that the first line gives them.

use crate::exports::nacre::csv::tables::{Cell, GuestCells};
use crate::reader::{batch, Reader};
use csv::StringRecord;
use std::cell::RefCell;

pub struct CellCursor(RefCell<State>);

struct State {
    fields: Fields,
    error: Option<String>,
}

/// Hands out field after field; a batch may end within a record.
struct Fields {
    reader: Reader,
    names: Option<StringRecord>,
    record: StringRecord,
    line: u32,
    field: usize,
}

impl CellCursor {
    pub fn new(text: String, separator: char) -> Result<Self, String> {
        let fields = Fields {
            reader: Reader::new(text, separator, true)?,
            names: None,
            record: StringRecord::new(),
            line: 0,
            field: 0,
        };
        Ok(Self(RefCell::new(State { fields, error: None })))
    }
}

impl GuestCells for CellCursor {
    fn next(&self, max: u32) -> Result<Vec<Cell>, String> {
        let State { fields, error } = &mut *self.0.borrow_mut();
        batch(max, error, || fields.next())
    }
}

impl Fields {
    fn next(&mut self) -> Result<Option<Cell>, String> {
        if self.names.is_none() {
            self.names = self.reader.next()?.map(|(_, names)| names);
        }
        if self.field == self.record.len() {
            match self.reader.next()? {
                None => return Ok(None),
                Some((line, record)) => {
                    self.line = line;
                    self.record = record;
                    self.field = 0;
                }
            }
        }
        Ok(self
            .names
            .as_ref()
            .and_then(|names| self.cell(names))
            .inspect(|_| self.field += 1))
    }

    fn cell(&self, names: &StringRecord) -> Option<Cell> {
        let content = self.record.get(self.field)?;
        Some(Cell {
            line_number: self.line,
            name: names.get(self.field)?.to_string(),
            content: (!content.is_empty()).then(|| content.to_string()),
        })
    }
}
