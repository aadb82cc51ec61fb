//! `stat`, `lstat`, `fstat`, and their result.

use super::argument::{Target, done, no_directory, path, target};
use super::records::STAT_RESULT;
use crate::base::system;
use crate::heap::Object;
use crate::methods;
use crate::modules::path::PathName;
use crate::object::{Result, Runtime};
use crate::types::struct_sequence;
use std::os::unix::fs::MetadataExt;

methods! {
    pub static FUNCTIONS = [
        /// Perform a stat system call on the given path.
        @function "stat"(path, *, dir_fd=None, follow_symlinks=True) => stat;
        /// Perform a stat system call on the given path, without following symbolic links.
        @function "lstat"(path, *, dir_fd=None) => lstat;
        /// Perform a stat system call on the given file descriptor.
        @function "fstat"(fd) => fstat;
        /// Test whether a path exists.  Returns False for broken symbolic links.
        @function "_path_exists"(path) => |rt: &mut Runtime, path: &Object| test(rt, path, |_| true);
        /// Test whether a path is a directory.
        @function "_path_isdir"(path) => |rt: &mut Runtime, path: &Object| test(rt, path, std::fs::Metadata::is_dir);
        /// Test whether a path is a regular file.
        @function "_path_isfile"(path) => |rt: &mut Runtime, path: &Object| test(rt, path, std::fs::Metadata::is_file);
    ];
}

/// What is known of a file, from either source.
pub struct Status {
    numbers: [i128; 7],
    /// Access, modification and change: seconds and nanoseconds.
    times: [(i64, i64); 3],
    block_size: i128,
    blocks: i128,
    device: i128,
}

impl From<&std::fs::Metadata> for Status {
    fn from(data: &std::fs::Metadata) -> Status {
        Status {
            numbers: [
                data.mode().into(),
                data.ino().into(),
                data.dev().into(),
                data.nlink().into(),
                data.uid().into(),
                data.gid().into(),
                data.size().into(),
            ],
            times: [
                (data.atime(), data.atime_nsec()),
                (data.mtime(), data.mtime_nsec()),
                (data.ctime(), data.ctime_nsec()),
            ],
            block_size: data.blksize().into(),
            blocks: data.blocks().into(),
            device: data.rdev().into(),
        }
    }
}

impl From<&libc::stat> for Status {
    #[allow(clippy::unnecessary_cast)]
    fn from(data: &libc::stat) -> Status {
        Status {
            numbers: [
                data.st_mode as i128,
                data.st_ino as i128,
                data.st_dev as i128,
                data.st_nlink as i128,
                data.st_uid as i128,
                data.st_gid as i128,
                data.st_size as i128,
            ],
            times: [
                (data.st_atime as i64, data.st_atime_nsec as i64),
                (data.st_mtime as i64, data.st_mtime_nsec as i64),
                (data.st_ctime as i64, data.st_ctime_nsec as i64),
            ],
            block_size: data.st_blksize as i128,
            blocks: data.st_blocks as i128,
            device: data.st_rdev as i128,
        }
    }
}

/// The `os.stat_result`.
pub fn result(rt: &mut Runtime, status: &Status) -> Result {
    let mut values = Vec::with_capacity(19);
    for number in status.numbers {
        values.push(rt.new_int(number)?);
    }
    for (seconds, _) in status.times {
        values.push(rt.new_int(seconds.into())?);
    }
    for (seconds, nanoseconds) in status.times {
        values.push(rt.new_float(seconds as f64 + 1e-9 * nanoseconds as f64)?);
    }
    for (seconds, nanoseconds) in status.times {
        values.push(rt.new_int(i128::from(seconds) * 1_000_000_000 + i128::from(nanoseconds))?);
    }
    for number in [status.block_size, status.blocks, status.device] {
        values.push(rt.new_int(number)?);
    }
    struct_sequence::make(rt, &STAT_RESULT, &values)
}

/// The status of a path.
pub fn of_path(rt: &mut Runtime, path: &PathName, follow: bool) -> Result {
    let data = if follow { std::fs::metadata(path.path()) } else { std::fs::symlink_metadata(path.path()) };
    match data {
        Ok(data) => result(rt, &Status::from(&data)),
        Err(error) => Err(path.error(rt, &error)),
    }
}

fn stat(rt: &mut Runtime, name: &Object, dir_fd: Option<&Object>, follow: Option<bool>) -> Result {
    no_directory(rt, dir_fd)?;
    let file = target(rt, "stat", name)?;
    match &file {
        Target::Path(name) => of_path(rt, name, follow.unwrap_or(true)),
        Target::Descriptor(descriptor) => match system::status(*descriptor) {
            Ok(status) => result(rt, &Status::from(&status)),
            Err(error) => Err(file.error(rt, &error)),
        },
    }
}

fn lstat(rt: &mut Runtime, name: &Object, dir_fd: Option<&Object>) -> Result {
    no_directory(rt, dir_fd)?;
    let name = path(rt, "lstat", "path", name)?;
    of_path(rt, &name, false)
}

fn fstat(rt: &mut Runtime, descriptor: i32) -> Result {
    let status = done(rt, system::status(descriptor))?;
    result(rt, &Status::from(&status))
}

/// A question about a path, or a descriptor, that may not exist.
fn test(rt: &mut Runtime, name: &Object, question: impl Fn(&std::fs::Metadata) -> bool) -> Result<bool> {
    match target(rt, "stat", name) {
        Ok(Target::Path(name)) => Ok(std::fs::metadata(name.path()).is_ok_and(|data| question(&data))),
        Ok(Target::Descriptor(descriptor)) => {
            let link = format!("/proc/self/fd/{descriptor}");
            Ok(system::status(descriptor).is_ok() && std::fs::metadata(link).is_ok_and(|data| question(&data)))
        }
        Err(raised) if rt.is_raised(&raised, crate::object::ClassId::ValueError) => Ok(false),
        Err(raised) => Err(raised),
    }
}
