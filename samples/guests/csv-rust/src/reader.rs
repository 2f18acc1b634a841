//! Records out of a text, one after the other.

use csv::{Position, ReaderBuilder, StringRecord};
use std::io::Cursor;

/// A record and the line on which it begins.
pub type Record = (u32, StringRecord);

/// What a cursor reads from. An error ends it: what follows a broken line means nothing.
pub struct Reader {
    source: csv::Reader<Cursor<String>>,
    /// The line that `counted` bytes of the text lead to.
    line: u32,
    counted: usize,
    ended: bool,
}

impl Reader {
    /// `even`: whether each record must have as many fields as the first.
    pub fn new(text: String, separator: char, even: bool) -> Result<Self, String> {
        let source = ReaderBuilder::new()
            .delimiter(separator_byte(separator)?)
            .has_headers(false)
            .flexible(!even)
            .from_reader(Cursor::new(text));
        Ok(Self {
            source,
            line: 1,
            counted: 0,
            ended: false,
        })
    }

    /// Returns the next record; none at the end, and after an error.
    pub fn next(&mut self) -> Result<Option<Record>, String> {
        if self.ended {
            return Ok(None);
        }
        let mut record = StringRecord::new();
        let found = self.source.read_record(&mut record);
        self.ended = !matches!(found, Ok(true));
        match found {
            Ok(true) => Ok(Some((self.line_of(record.position()), record))),
            Ok(false) => Ok(None),
            Err(error) => Err(self.reason(&error)),
        }
    }

    /// Inlined into its caller that would be too long for the compiler of the JVM, which takes methods of up to 8,000 bytes.
    #[inline(never)]
    fn reason(&mut self, error: &csv::Error) -> String {
        match error.kind() {
            csv::ErrorKind::UnequalLengths { pos, expected_len, len } => {
                let line = self.line_of(pos.as_ref());
                format!("line {line}: expected {expected_len} fields, found {len}")
            }
            _ => error.to_string(),
        }
    }

    /// The crate's positions lie before the line ends that it passes over, and it counts the two of a pair apart.
    fn line_of(&mut self, position: Option<&Position>) -> u32 {
        let text = self.source.get_ref().get_ref().as_bytes();
        let mut start = position.map_or(0, |position| position.byte() as usize);
        while start < text.len() && is_line_end(text[start]) {
            start += 1;
        }
        while self.counted < start {
            let pair = text[self.counted..].starts_with(b"\r\n");
            self.line += u32::from(is_line_end(text[self.counted]) && !pair);
            self.counted += 1;
        }
        self.line
    }
}

fn separator_byte(separator: char) -> Result<u8, String> {
    match u8::try_from(separator) {
        Ok(byte) if byte.is_ascii() && !b"\"\r\n".contains(&byte) => Ok(byte),
        _ => Err(format!(
            "separator '{}': expected one ASCII character, neither a quote nor a line end",
            separator.escape_default()
        )),
    }
}

fn is_line_end(byte: u8) -> bool {
    byte == b'\n' || byte == b'\r'
}

/// Collects up to so many rows. An error waits for the next call where there are rows before it.
pub fn batch<T>(
    max: u32,
    waiting: &mut Option<String>,
    mut next: impl FnMut() -> Result<Option<T>, String>,
) -> Result<Vec<T>, String> {
    if let Some(error) = waiting.take() {
        return Err(error);
    }
    let mut rows = Vec::new();
    while rows.len() < max as usize {
        match next() {
            Ok(Some(row)) => rows.push(row),
            Ok(None) => break,
            Err(error) if rows.is_empty() => return Err(error),
            Err(error) => {
                *waiting = Some(error);
                break;
            }
        }
    }
    Ok(rows)
}
