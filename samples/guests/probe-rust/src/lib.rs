//! A guest that reaches for everything around it: streams, environment, clocks, random numbers and files.

use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;
use std::io::{self, Read};
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use std::{env, fs, process, thread};

use wasip2::cli::{environment, exit};
use wasip2::clocks::monotonic_clock;
use wasip2::random::{insecure, insecure_seed, random};

wit_bindgen::generate!({ world: "probe" });

struct Probe;

impl Guest for Probe {
    fn print(text: String) {
        println!("{text}");
    }

    fn print_error(text: String) {
        eprintln!("{text}");
    }

    fn read_stdin() -> Vec<u8> {
        let mut bytes = Vec::new();
        io::stdin().read_to_end(&mut bytes).expect("standard input can be read");
        bytes
    }

    fn environment() -> Vec<(String, String)> {
        env::vars().collect()
    }

    fn command_line() -> Vec<String> {
        env::args().collect()
    }

    fn first_folder() -> Option<String> {
        environment::initial_cwd()
    }

    fn wall_clock_seconds() -> u64 {
        SystemTime::now().duration_since(UNIX_EPOCH).expect("the clock is not before 1970").as_secs()
    }

    fn monotonic_nanoseconds() -> u64 {
        monotonic_clock::now()
    }

    fn sleep_for(milliseconds: u32) {
        thread::sleep(Duration::from_millis(milliseconds.into()));
    }

    fn random_bytes(count: u32) -> Vec<u8> {
        random::get_random_bytes(count.into())
    }

    fn insecure_random_bytes(count: u32) -> Vec<u8> {
        insecure::get_insecure_random_bytes(count.into())
    }

    fn random_numbers() -> (u64, u64) {
        (random::get_random_u64(), insecure::get_insecure_random_u64())
    }

    fn insecure_seed() -> (u64, u64) {
        insecure_seed::insecure_seed()
    }

    fn random_hash() -> u64 {
        RandomState::new().hash_one(())
    }

    fn open_file(path: String) -> Result<String, String> {
        fs::read_to_string(path).map_err(|error| error.to_string())
    }

    fn write_file(path: String, text: String) -> Result<(), String> {
        fs::write(path, text).map_err(|error| error.to_string())
    }

    fn list_directory(path: String) -> Result<Vec<String>, String> {
        names_in(&path).map_err(|error| error.to_string())
    }

    fn exit_with(code: i32) {
        process::exit(code)
    }

    fn leave_with(status: u8) {
        exit::exit_with_code(status)
    }

    fn panic(message: String) {
        panic!("{message}")
    }
}

fn names_in(path: &str) -> io::Result<Vec<String>> {
    let mut names = fs::read_dir(path)?
        .map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()))
        .collect::<io::Result<Vec<String>>>()?;
    names.sort();
    Ok(names)
}

export!(Probe);
