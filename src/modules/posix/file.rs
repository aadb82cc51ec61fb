//! Names of files: made, moved, removed, changed.

use super::argument::{Target, error_of_two, no_directory, on_path, path, target};
use crate::base::system;
use crate::heap::Object;
use crate::layout::TupleBody;
use crate::methods;
use crate::modules::path::{fspath, shown};
use crate::object::{Result, Runtime};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{DirBuilderExt, PermissionsExt, symlink};

methods! {
    pub static FUNCTIONS = [
        /// Return the file system path representation of the object.
        @function "fspath"(path) => |rt: &mut Runtime, path: &Object| fspath(rt, path);
        /// Create a directory.
        @function "mkdir"(path, mode=511, *, dir_fd=None) => mkdir;
        /// Remove a directory.
        @function "rmdir"(path, *, dir_fd=None) => |rt: &mut Runtime, name: &Object, dir_fd: Option<&Object>| {
            no_directory(rt, dir_fd)?;
            let name = path(rt, "rmdir", "path", name)?;
            on_path(rt, &name, std::fs::remove_dir(name.path()))
        };
        /// Remove a file (same as unlink()).
        @function "remove"(path, *, dir_fd=None) => |rt: &mut Runtime, name: &Object, dir_fd: Option<&Object>| unlink(rt, "remove", name, dir_fd);
        /// Remove a file (same as remove()).
        @function "unlink"(path, *, dir_fd=None) => |rt: &mut Runtime, name: &Object, dir_fd: Option<&Object>| unlink(rt, "unlink", name, dir_fd);
        /// Rename a file or directory.
        @function "rename"(src, dst, *, src_dir_fd=None, dst_dir_fd=None) =>
            |rt: &mut Runtime, from: &Object, to: &Object, a: Option<&Object>, b: Option<&Object>| rename(rt, "rename", from, to, [a, b]);
        /// Rename a file or directory, overwriting the destination.
        @function "replace"(src, dst, *, src_dir_fd=None, dst_dir_fd=None) =>
            |rt: &mut Runtime, from: &Object, to: &Object, a: Option<&Object>, b: Option<&Object>| rename(rt, "replace", from, to, [a, b]);
        /// Create a hard link to a file.
        @function "link"(src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True) => link;
        /// Create a symbolic link pointing to src named dst.
        @function "symlink"(src, dst, target_is_directory=False, *, dir_fd=None) => make_symlink;
        /// Return a string representing the path to which the symbolic link points.
        @function "readlink"(path, *, dir_fd=None) => readlink;
        /// Change the access permissions of a file.
        @function "chmod"(path, mode, *, dir_fd=None, follow_symlinks=True) => chmod;
        /// Use the real uid/gid to test for access to a path.
        @function "access"(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True) => access;
        /// Truncate a file, specified by path, to a specific length.
        @function "truncate"(path, length) => truncate;
        /// Set the access and modified time of path.
        @function "utime"(path, times=None, *, ns=None, dir_fd=None, follow_symlinks=True) => utime;
        /// Create a "fifo" (a POSIX named pipe).
        @function "mkfifo"(path, mode=438, *, dir_fd=None) => |rt: &mut Runtime, name: &Object, mode: Option<i32>, dir_fd: Option<&Object>| {
            no_directory(rt, dir_fd)?;
            let name = path(rt, "mkfifo", "path", name)?;
            on_path(rt, &name, system::make_fifo(&name.system, mode.unwrap_or(0o666) as u32))
        };
    ];
}

fn mkdir(rt: &mut Runtime, name: &Object, mode: Option<i32>, dir_fd: Option<&Object>) -> Result<()> {
    no_directory(rt, dir_fd)?;
    let name = path(rt, "mkdir", "path", name)?;
    let result = std::fs::DirBuilder::new().mode(mode.unwrap_or(0o777) as u32).create(name.path());
    on_path(rt, &name, result)
}

fn unlink(rt: &mut Runtime, function: &str, name: &Object, dir_fd: Option<&Object>) -> Result<()> {
    no_directory(rt, dir_fd)?;
    let name = path(rt, function, "path", name)?;
    on_path(rt, &name, std::fs::remove_file(name.path()))
}

fn rename(
    rt: &mut Runtime,
    function: &str,
    from: &Object,
    to: &Object,
    directories: [Option<&Object>; 2],
) -> Result<()> {
    for directory in directories {
        no_directory(rt, directory)?;
    }
    let from = path(rt, function, "src", from)?;
    let to = path(rt, function, "dst", to)?;
    std::fs::rename(from.path(), to.path()).map_err(|error| error_of_two(rt, &error, &from, &to))
}

fn link(
    rt: &mut Runtime,
    from: &Object,
    to: &Object,
    a: Option<&Object>,
    b: Option<&Object>,
    _follow: Option<bool>,
) -> Result<()> {
    no_directory(rt, a)?;
    no_directory(rt, b)?;
    let from = path(rt, "link", "src", from)?;
    let to = path(rt, "link", "dst", to)?;
    std::fs::hard_link(from.path(), to.path()).map_err(|error| error_of_two(rt, &error, &from, &to))
}

fn make_symlink(
    rt: &mut Runtime,
    from: &Object,
    to: &Object,
    _is_directory: Option<bool>,
    dir_fd: Option<&Object>,
) -> Result<()> {
    no_directory(rt, dir_fd)?;
    let from = path(rt, "symlink", "src", from)?;
    let to = path(rt, "symlink", "dst", to)?;
    symlink(from.path(), to.path()).map_err(|error| error_of_two(rt, &error, &from, &to))
}

fn readlink(rt: &mut Runtime, name: &Object, dir_fd: Option<&Object>) -> Result {
    no_directory(rt, dir_fd)?;
    let name = path(rt, "readlink", "path", name)?;
    let found = on_path(rt, &name, std::fs::read_link(name.path()))?;
    shown(rt, found.as_os_str().as_bytes(), name.is_bytes())
}

fn chmod(rt: &mut Runtime, name: &Object, mode: i32, dir_fd: Option<&Object>, follow: Option<bool>) -> Result<()> {
    no_directory(rt, dir_fd)?;
    if follow == Some(false) {
        return Err(rt.not_implemented("chmod: follow_symlinks unavailable on this platform"));
    }
    let file = target(rt, "chmod", name)?;
    let result = match &file {
        Target::Path(name) => {
            std::fs::set_permissions(name.path(), std::fs::Permissions::from_mode(mode as u32 & 0o7777))
        }
        Target::Descriptor(descriptor) => system::set_mode(*descriptor, mode as u32),
    };
    result.map_err(|error| file.error(rt, &error))
}

fn access(
    rt: &mut Runtime,
    name: &Object,
    mode: i32,
    dir_fd: Option<&Object>,
    _effective: Option<bool>,
    _follow: Option<bool>,
) -> Result<bool> {
    no_directory(rt, dir_fd)?;
    let name = path(rt, "access", "path", name)?;
    Ok(system::access(&name.system, mode))
}

fn truncate(rt: &mut Runtime, name: &Object, length: i64) -> Result<()> {
    let file = target(rt, "truncate", name)?;
    let result = match &file {
        Target::Descriptor(descriptor) => system::truncate(*descriptor, length),
        Target::Path(name) => system::open(&name.system, libc::O_WRONLY, 0).and_then(|descriptor| {
            let result = system::truncate(descriptor, length);
            let _ = system::close(descriptor);
            result
        }),
    };
    result.map_err(|error| file.error(rt, &error))
}

/// A pair of times, in nanoseconds.
fn pair(rt: &mut Runtime, times: &Object, nanoseconds: bool) -> Result<(i128, i128)> {
    let Some([access, change]) = times.cast::<TupleBody>().map(|times| times.items()) else {
        let which = if nanoseconds { "'ns'" } else { "'times'" };
        let kind = if nanoseconds { "a tuple of two ints" } else { "either a tuple of two ints or None" };
        return Err(rt.type_error(format!("utime: {which} must be {kind}")));
    };
    let mut values = [0; 2];
    for (value, time) in values.iter_mut().zip([access, change]) {
        *value = if nanoseconds {
            rt.to_i64(time)?.into()
        } else if let Some(seconds) = rt.float_value(time) {
            if !seconds.is_finite() || seconds.abs() > 9e18 {
                return Err(rt.overflow_error("timestamp out of range for platform time_t"));
            }
            let whole = seconds.floor();
            whole as i128 * 1_000_000_000 + ((seconds - whole) * 1e9).floor() as i128
        } else {
            i128::from(rt.to_i64(time)?) * 1_000_000_000
        };
    }
    Ok((values[0], values[1]))
}

fn utime(
    rt: &mut Runtime,
    name: &Object,
    times: Option<&Object>,
    nanoseconds: Option<&Object>,
    dir_fd: Option<&Object>,
    follow: Option<bool>,
) -> Result<()> {
    no_directory(rt, dir_fd)?;
    let times = times.filter(|times| !times.is_none());
    let nanoseconds = nanoseconds.filter(|times| !times.is_none());
    let name = path(rt, "utime", "path", name)?;
    let pair = match (times, nanoseconds) {
        (Some(_), Some(_)) => {
            return Err(rt.value_error("utime: you may specify either 'times' or 'ns' but not both"));
        }
        (Some(times), None) => Some(pair(rt, times, false)?),
        (None, Some(times)) => Some(pair(rt, times, true)?),
        (None, None) => None,
    };
    on_path(rt, &name, system::set_times(&name.system, pair, follow.unwrap_or(true)))
}
