//! Streams and pollables.

use wasip2::cli::{stderr, stdin, stdout, terminal_stderr, terminal_stdin, terminal_stdout};
use wasip2::clocks::{monotonic_clock, wall_clock};
use wasip2::filesystem::types::{filesystem_error_code, DescriptorFlags};
use wasip2::io::poll;
use wasip2::io::streams::StreamError;

use crate::exports::nacre::files::streams::Guest;
use crate::raw::{name, open};
use crate::Files;

const MILLISECOND: u64 = 1_000_000;

impl Guest for Files {
    fn read_from(path: String, offset: u64, most: u64) -> Result<String, String> {
        let file = open(&path, "", DescriptorFlags::READ)?;
        let stream = file.read_via_stream(offset).map_err(name)?;
        drop(file);
        stream.subscribe().block();
        stream.read(most).map(text).map_err(words)
    }

    fn skip_then_read(path: String, skipped: u64) -> Result<String, String> {
        let stream = open(&path, "", DescriptorFlags::READ)?.read_via_stream(0).map_err(name)?;
        let half = skipped / 2;
        let first = stream.skip(half).map_err(words)?;
        let second = stream.blocking_skip(skipped - half).map_err(words)?;
        let rest = stream.blocking_read(u64::MAX).map_err(words)?;
        Ok(format!("{first}+{second}:{}", text(rest)))
    }

    fn write_from(path: String, offset: u64, text: String, zeroes: u64) -> Result<(), String> {
        let stream = open(&path, "", DescriptorFlags::WRITE)?.write_via_stream(offset).map_err(name)?;
        stream.subscribe().block();
        assert!(stream.check_write().map_err(words)? >= text.len() as u64);
        stream.write(text.as_bytes()).map_err(words)?;
        stream.flush().map_err(words)?;
        stream.blocking_write_zeroes_and_flush(zeroes).map_err(words)
    }

    fn append(path: String, text: String) -> Result<(), String> {
        let stream = open(&path, "", DescriptorFlags::WRITE)?.append_via_stream().map_err(name)?;
        stream.write(text.as_bytes()).map_err(words)?;
        stream.blocking_write_and_flush(text.as_bytes()).map_err(words)?;
        stream.blocking_flush().map_err(words)
    }

    fn append_lines(path: String, line: String, count: u32) -> Result<(), String> {
        let stream = open(&path, "", DescriptorFlags::WRITE)?.append_via_stream().map_err(name)?;
        for _ in 0..count {
            stream.write(line.as_bytes()).map_err(words)?;
        }
        stream.flush().map_err(words)
    }

    fn splice_files(path: String, new_path: String) -> Result<u64, String> {
        let source = open(&path, "", DescriptorFlags::READ)?.read_via_stream(0).map_err(name)?;
        let target = open(&new_path, "ct", DescriptorFlags::WRITE)?.write_via_stream(0).map_err(name)?;
        let first = target.splice(&source, 3).map_err(words)?;
        let rest = target.blocking_splice(&source, u64::MAX).map_err(words)?;
        Ok(first + rest)
    }

    fn splice_input() -> u64 {
        stdout::get_stdout().splice(&stdin::get_stdin(), u64::MAX).unwrap_or(0)
    }

    fn print(bytes: Vec<u8>, to_error: bool) -> Result<(), String> {
        let stream = if to_error { stderr::get_stderr() } else { stdout::get_stdout() };
        stream.blocking_write_and_flush(&bytes).map_err(words)
    }

    fn print_zeroes(count: u64) -> Result<(), String> {
        stdout::get_stdout().blocking_write_zeroes_and_flush(count).map_err(words)
    }

    fn room() -> Result<u64, String> {
        stdout::get_stdout().check_write().map_err(words)
    }

    fn input_in_pieces(bytes: u64) -> Vec<String> {
        let mut pieces = Vec::new();
        while let Ok(piece) = stdin::get_stdin().blocking_read(bytes) {
            pieces.push(text(piece));
        }
        pieces
    }

    fn write_zeroes(path: String, count: u64) -> Result<(), String> {
        let stream = open(&path, "", DescriptorFlags::WRITE)?.write_via_stream(0).map_err(name)?;
        stream.write_zeroes(count).map_err(words)
    }

    fn poll_timers(milliseconds: Vec<u32>) -> Vec<u32> {
        let timers: Vec<_> = milliseconds
            .iter()
            .map(|&wait| monotonic_clock::subscribe_duration(u64::from(wait) * MILLISECOND))
            .collect();
        let ready = poll::poll(&timers.iter().collect::<Vec<_>>());
        assert!(ready.iter().all(|&index| timers[index as usize].ready()));
        ready
    }

    fn poll_thrice(milliseconds: u32) -> Vec<u32> {
        let timer = monotonic_clock::subscribe_duration(u64::from(milliseconds) * MILLISECOND);
        poll::poll(&[&timer, &timer, &timer])
    }

    fn is_ready_at_once(milliseconds: u32) -> bool {
        monotonic_clock::subscribe_duration(u64::from(milliseconds) * MILLISECOND).ready()
    }

    fn wait_until(milliseconds: u32) -> u64 {
        let before = monotonic_clock::now();
        monotonic_clock::subscribe_instant(before + u64::from(milliseconds) * MILLISECOND).block();
        monotonic_clock::now() - before
    }

    fn poll_nothing() {
        poll::poll(&[]);
    }

    fn ready_streams() -> Vec<String> {
        vec![
            format!("stdin {}", stdin::get_stdin().subscribe().ready()),
            format!("stdout {}", stdout::get_stdout().subscribe().ready()),
            format!("stderr {}", stderr::get_stderr().subscribe().ready()),
            format!("terminal-stdin {}", terminal_stdin::get_terminal_stdin().is_some()),
            format!("terminal-stdout {}", terminal_stdout::get_terminal_stdout().is_some()),
            format!("terminal-stderr {}", terminal_stderr::get_terminal_stderr().is_some()),
            format!("monotonic {}", monotonic_clock::resolution()),
            format!("wall {:?}", wall_clock::resolution()),
        ]
    }
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8_lossy(&bytes).into_owned()
}

/// What a stream's error says, both ways that there are.
fn words(error: StreamError) -> String {
    match error {
        StreamError::Closed => "closed".to_string(),
        StreamError::LastOperationFailed(error) => {
            let code = filesystem_error_code(&error).map_or("none", |code| code.name());
            format!("{} {code}", error.to_debug_string())
        }
    }
}
