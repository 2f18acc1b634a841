//! Files by the standard library.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufRead, BufReader, Seek, SeekFrom, Write};

use crate::exports::nacre::files::standard::Guest;
use crate::Files;

impl Guest for Files {
    fn read_text(path: String) -> Result<String, String> {
        fs::read_to_string(path).map_err(text)
    }

    fn write_text(path: String, text: String) -> Result<(), String> {
        fs::write(path, text).map_err(self::text)
    }

    fn append_text(path: String, text: String) -> Result<(), String> {
        let mut file = OpenOptions::new().append(true).open(path).map_err(self::text)?;
        file.write_all(text.as_bytes()).map_err(self::text)
    }

    fn names(path: String) -> Result<Vec<String>, String> {
        names_in(&path).map_err(text)
    }

    fn rename(path: String, new_path: String) -> Result<(), String> {
        fs::rename(path, new_path).map_err(text)
    }

    fn copy(path: String, new_path: String) -> Result<u64, String> {
        fs::copy(path, new_path).map_err(text)
    }

    fn remove(path: String) -> Result<(), String> {
        fs::remove_file(path).map_err(text)
    }

    fn remove_tree(path: String) -> Result<(), String> {
        fs::remove_dir_all(path).map_err(text)
    }

    fn make_folders(path: String) -> Result<(), String> {
        fs::create_dir_all(path).map_err(text)
    }

    fn facts(path: String) -> Result<(String, u64), String> {
        let facts = fs::symlink_metadata(path).map_err(text)?;
        let kind = if facts.is_dir() {
            "folder"
        } else if facts.is_symlink() {
            "link"
        } else {
            "file"
        };
        Ok((kind.to_string(), facts.len()))
    }

    fn second_line(path: String) -> Result<String, String> {
        second_line_of(&path).map_err(text)
    }

    fn resize(path: String, size: u64) -> Result<(), String> {
        let file = OpenOptions::new().write(true).open(path).map_err(text)?;
        file.set_len(size).map_err(text)
    }

    fn hold_open(path: String, count: u32) -> u32 {
        let files: Vec<File> = (0..count).map_while(|_| File::open(&path).ok()).collect();
        files.len() as u32
    }
}

fn text(error: io::Error) -> String {
    error.to_string()
}

fn names_in(path: &str) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(path)? {
        let entry = entry?;
        let slash = if entry.file_type()?.is_dir() { "/" } else { "" };
        names.push(format!("{}{slash}", entry.file_name().to_string_lossy()));
    }
    names.sort();
    Ok(names)
}

fn second_line_of(path: &str) -> io::Result<String> {
    let mut reader = BufReader::new(File::open(path)?);
    let mut line = String::new();
    let first = reader.read_line(&mut line)?;
    reader.seek(SeekFrom::Start(first as u64))?;
    line.clear();
    reader.read_line(&mut line)?;
    Ok(line.trim_end().to_string())
}
