//! Files by the functions of wasi:filesystem.

use wasip2::clocks::wall_clock::Datetime;
use wasip2::filesystem::preopens;
use wasip2::filesystem::types::{
    Advice, Descriptor, DescriptorFlags, DescriptorType, ErrorCode, NewTimestamp, OpenFlags, PathFlags,
};

use crate::exports::nacre::files::raw::Guest;
use crate::Files;

impl Guest for Files {
    fn granted() -> Vec<String> {
        preopens::get_directories().into_iter().map(|(_, name)| name).collect()
    }

    fn read(path: String, options: String) -> Result<String, String> {
        read_all(&open(&path, &options, DescriptorFlags::READ)?)
    }

    fn write(path: String, options: String, text: String) -> Result<(), String> {
        let file = open(&path, &options, DescriptorFlags::WRITE)?;
        let written = file.write(text.as_bytes(), 0).map_err(name)?;
        assert_eq!(written, text.len() as u64);
        Ok(())
    }

    fn open(path: String, options: String) -> Result<String, String> {
        let opened = open(&path, &options, DescriptorFlags::READ)?;
        Ok(kind(opened.get_type().map_err(name)?))
    }

    fn read_in(folder: String, path: String) -> Result<String, String> {
        let folder = open(&folder, "f", DescriptorFlags::READ)?;
        let file = folder
            .open_at(PathFlags::SYMLINK_FOLLOW, &path, OpenFlags::empty(), DescriptorFlags::READ)
            .map_err(name)?;
        drop(folder);
        read_all(&file)
    }

    fn make_folder(path: String) -> Result<(), String> {
        first().create_directory_at(&path).map_err(name)
    }

    fn remove_folder(path: String) -> Result<(), String> {
        first().remove_directory_at(&path).map_err(name)
    }

    fn remove_file(path: String) -> Result<(), String> {
        first().unlink_file_at(&path).map_err(name)
    }

    fn symlink(text: String, path: String) -> Result<(), String> {
        first().symlink_at(&text, &path).map_err(name)
    }

    fn read_link(path: String) -> Result<String, String> {
        first().readlink_at(&path).map_err(name)
    }

    fn hard_link(path: String, new_path: String) -> Result<(), String> {
        let folder = first();
        folder.link_at(PathFlags::empty(), &path, &folder, &new_path).map_err(name)
    }

    fn hard_link_across(path: String, new_path: String) -> Result<(), String> {
        let folders = preopens::get_directories();
        folders[0].0.link_at(PathFlags::empty(), &path, &folders[1].0, &new_path).map_err(name)
    }

    fn rename(path: String, new_path: String) -> Result<(), String> {
        let folder = first();
        folder.rename_at(&path, &folder, &new_path).map_err(name)
    }

    fn rename_across(path: String, new_path: String) -> Result<(), String> {
        let folders = preopens::get_directories();
        folders[0].0.rename_at(&path, &folders[1].0, &new_path).map_err(name)
    }

    fn stat(path: String, follow: bool) -> Result<(String, u64, u64, u64), String> {
        let flags = if follow { PathFlags::SYMLINK_FOLLOW } else { PathFlags::empty() };
        let stat = first().stat_at(flags, &path).map_err(name)?;
        let seconds = |time: Option<Datetime>| time.map_or(0, |time| time.seconds);
        Ok((
            kind(stat.type_),
            stat.size,
            seconds(stat.data_access_timestamp),
            seconds(stat.data_modification_timestamp),
        ))
    }

    fn link_counts(path: String) -> Result<(u64, u64), String> {
        let named = first().stat_at(PathFlags::empty(), &path).map_err(name)?;
        let opened = open(&path, "", DescriptorFlags::READ)?.stat().map_err(name)?;
        Ok((named.link_count, opened.link_count))
    }

    fn hash(path: String) -> Result<(u64, u64), String> {
        let hash = first().metadata_hash_at(PathFlags::empty(), &path).map_err(name)?;
        Ok((hash.lower, hash.upper))
    }

    fn set_times(path: String, seconds: Option<u64>) -> Result<(), String> {
        let time = timestamp(seconds);
        first().set_times_at(PathFlags::SYMLINK_FOLLOW, &path, time, time).map_err(name)
    }

    fn set_times_of_name(path: String, seconds: Option<u64>) -> Result<(), String> {
        let time = timestamp(seconds);
        first().set_times_at(PathFlags::empty(), &path, time, time).map_err(name)
    }

    fn set_times_open(path: String, seconds: Option<u64>) -> Result<(), String> {
        let file = open(&path, "", DescriptorFlags::WRITE)?;
        file.set_times(NewTimestamp::NoChange, timestamp(seconds)).map_err(name)
    }

    fn set_size(path: String, size: u64) -> Result<(), String> {
        open(&path, "", DescriptorFlags::WRITE)?.set_size(size).map_err(name)
    }

    fn write_through(path: String, text: String) -> Result<(), String> {
        let file = open(&path, "c", DescriptorFlags::WRITE)?;
        file.write(text.as_bytes(), 0).map_err(name)?;
        file.sync_data().map_err(name)?;
        file.sync().map_err(name)?;
        first().sync().map_err(name)
    }

    fn advise(path: String) -> Vec<String> {
        let file = match open(&path, "", DescriptorFlags::READ) {
            Ok(file) => file,
            Err(error) => return vec![error],
        };
        let every =
            [Advice::Normal, Advice::Sequential, Advice::Random, Advice::WillNeed, Advice::DontNeed, Advice::NoReuse];
        every.map(|advice| error_of(file.advise(u64::MAX, u64::MAX, advice))).to_vec()
    }

    fn same(path: String, other: String) -> Result<(bool, bool, bool), String> {
        let one = open(&path, "f", DescriptorFlags::READ)?;
        let two = open(&other, "f", DescriptorFlags::READ)?;
        let folder = first();
        let hash = |path: &str| {
            let hash = folder.metadata_hash_at(PathFlags::SYMLINK_FOLLOW, path).map_err(name)?;
            Ok::<_, String>((hash.lower, hash.upper))
        };
        let opened = |file: &Descriptor| {
            let hash = file.metadata_hash().map_err(name)?;
            Ok::<_, String>((hash.lower, hash.upper))
        };
        Ok((one.is_same_object(&two), hash(&path)? == hash(&other)?, opened(&one)? == opened(&two)?))
    }

    fn entries(path: String) -> Result<Vec<(String, String)>, String> {
        let listing = open(&path, "f", DescriptorFlags::READ)?.read_directory().map_err(name)?;
        let mut entries = Vec::new();
        while let Some(entry) = listing.read_directory_entry().map_err(name)? {
            entries.push((entry.name, kind(entry.type_)));
        }
        entries.sort();
        Ok(entries)
    }

    fn odds(path: String) -> Vec<String> {
        let file = match open(&path, "", DescriptorFlags::READ | DescriptorFlags::WRITE) {
            Ok(file) => file,
            Err(error) => return vec![error],
        };
        let folder = first();
        vec![
            format!("{:?}", file.get_flags().map_err(name)),
            format!("{:?}", folder.get_flags().map_err(name)),
            format!("{:?}", folder.get_type().map(kind).map_err(name)),
            format!("{:?}", file.advise(0, 0, Advice::Sequential).map_err(name)),
            format!("{:?}", file.sync().map_err(name)),
            format!("{:?}", file.sync_data().map_err(name)),
            format!("{:?}", folder.sync().map_err(name)),
            format!("{:?}", file.stat().map(|stat| stat.size).map_err(name)),
            format!("{:?}", folder.stat().map(|stat| kind(stat.type_)).map_err(name)),
        ]
    }

    fn misuse(file: String, folder: String) -> Vec<String> {
        let (file, folder) = match (open(&file, "", DescriptorFlags::READ), open(&folder, "", DescriptorFlags::READ)) {
            (Ok(file), Ok(folder)) => (file, folder),
            other => return vec![format!("{other:?}")],
        };
        vec![
            error_of(folder.read(1, 0)),
            error_of(folder.write(b"x", 0)),
            error_of(folder.read_via_stream(0)),
            error_of(folder.set_size(0)),
            error_of(file.write(b"x", 0)),
            error_of(file.set_size(0)),
            error_of(file.read_directory()),
            error_of(file.create_directory_at("x")),
            error_of(file.open_at(PathFlags::empty(), "x", OpenFlags::empty(), DescriptorFlags::READ)),
            error_of(file.stat_at(PathFlags::empty(), ".")),
            error_of(file.rename_at("x", &folder, "y")),
            error_of(folder.rename_at("x", &file, "y")),
        ]
    }
}

fn error_of<T>(result: Result<T, ErrorCode>) -> String {
    result.err().map_or("fine".to_string(), name)
}

/// The first granted folder.
pub fn first() -> Descriptor {
    preopens::get_directories().into_iter().next().expect("a folder was granted").0
}

/// Opens a path as it is.
pub fn open(path: &str, options: &str, flags: DescriptorFlags) -> Result<Descriptor, String> {
    let mut path_flags = PathFlags::empty();
    let mut open_flags = OpenFlags::empty();
    let mut descriptor_flags = flags;
    for option in options.chars() {
        match option {
            'f' => path_flags |= PathFlags::SYMLINK_FOLLOW,
            'c' => open_flags |= OpenFlags::CREATE,
            'x' => open_flags |= OpenFlags::EXCLUSIVE,
            't' => open_flags |= OpenFlags::TRUNCATE,
            'd' => open_flags |= OpenFlags::DIRECTORY,
            's' => descriptor_flags |= DescriptorFlags::FILE_INTEGRITY_SYNC,
            other => panic!("no such option: {other}"),
        }
    }
    first().open_at(path_flags, path, open_flags, descriptor_flags).map_err(name)
}

fn read_all(file: &Descriptor) -> Result<String, String> {
    let mut bytes = Vec::new();
    loop {
        let (part, end) = file.read(1 << 20, bytes.len() as u64).map_err(name)?;
        bytes.extend(part);
        if end {
            return Ok(String::from_utf8_lossy(&bytes).into_owned());
        }
    }
}

fn timestamp(seconds: Option<u64>) -> NewTimestamp {
    seconds.map_or(NewTimestamp::Now, |seconds| NewTimestamp::Timestamp(Datetime { seconds, nanoseconds: 0 }))
}

fn kind(kind: DescriptorType) -> String {
    match kind {
        DescriptorType::Directory => "folder".to_string(),
        DescriptorType::RegularFile => "file".to_string(),
        DescriptorType::SymbolicLink => "link".to_string(),
        other => format!("{other:?}"),
    }
}

/// The name of an error, as WASI's text has it.
pub fn name(error: ErrorCode) -> String {
    error.name().to_string()
}
