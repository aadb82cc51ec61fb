//! File systems, owners, devices and extended attributes.

use super::argument::{done, folder, no_directory, on_path, path, target};
use super::children::place;
use super::identity::identity;
use super::process::text;
use super::records::STATVFS_RESULT;
use crate::base::system::storage;
use crate::heap::Object;
use crate::layout::{Bytes, List};
use crate::methods;
use crate::modules::path::decode;
use crate::object::{Result, Runtime};
use crate::types::bytes::Data;
use crate::types::struct_sequence;

methods! {
    pub static FUNCTIONS = [
        /// Change the owner and group id of path to the numeric uid and gid.
        @function "chown"(path, uid, gid, *, dir_fd=None, follow_symlinks=True) => chown;
        /// Change the owner and group id of path to the numeric uid and gid.
        ///
        /// This function will not follow symbolic links.
        /// Equivalent to os.chown(path, uid, gid, follow_symlinks=False).
        @function "lchown"(path, uid, gid) => |rt: &mut Runtime, name: &Object, user: &Object, group: &Object| {
            let name = path(rt, "lchown", "path", name)?;
            let (user, group) = (identity(rt, user, "uid")?, identity(rt, group, "gid")?);
            on_path(rt, &name, storage::change_owner(&name.system, user, group, false).map(drop))
        };
        /// Change the owner and group id of the file specified by file descriptor.
        ///
        /// Equivalent to os.chown(fd, uid, gid).
        @function "fchown"(fd, uid, gid) => |rt: &mut Runtime, fd: i32, user: &Object, group: &Object| {
            let (user, group) = (identity(rt, user, "uid")?, identity(rt, group, "gid")?);
            done(rt, storage::fchown(fd, user, group).map(drop))
        };
        /// Change root directory to path.
        @function "chroot"(path) => |rt: &mut Runtime, name: &Object| {
            let name = path(rt, "chroot", "path", name)?;
            on_path(rt, &name, storage::change_root(&name.system).map(drop))
        };
        /// Change to the directory of the given file descriptor.
        ///
        /// fd must be opened on a directory, not a file.
        /// Equivalent to os.chdir(fd).
        @function "fchdir"(fd) => |rt: &mut Runtime, fd: i32| done(rt, storage::fchdir(fd).map(drop));
        /// Create a node in the file system.
        @function "mknod"(path, mode=384, device=0, *, dir_fd=None) => |rt: &mut Runtime, name: &Object, mode: Option<i32>, device: Option<i64>, dir_fd: Option<&Object>| {
            no_directory(rt, dir_fd)?;
            let name = path(rt, "mknod", "path", name)?;
            on_path(rt, &name, storage::make_node(&name.system, mode.unwrap_or(0o600) as u32, device.unwrap_or(0) as u64).map(drop))
        };
        /// Extracts a device major number from a raw device number.
        @function "major"(device, /) => |_: &mut Runtime, device: i64| storage::device_numbers(device as u64).0;
        /// Extracts a device minor number from a raw device number.
        @function "minor"(device, /) => |_: &mut Runtime, device: i64| storage::device_numbers(device as u64).1;
        /// Composes a raw device number from the major and minor device numbers.
        @function "makedev"(major, minor, /) => |_: &mut Runtime, major: i64, minor: i64| storage::device(major as u32, minor as u32);
        /// Perform a statvfs system call on the given path.
        ///
        /// path may always be specified as a string.
        /// On some platforms, path may also be specified as an open file descriptor.
        ///   If this functionality is unavailable, using it raises an exception.
        @function "statvfs"(path) => |rt: &mut Runtime, name: &Object| {
            let file = target(rt, "statvfs", name)?;
            let found = storage::file_system(place(&file, true)).map_err(|error| file.error(rt, &error))?;
            file_system(rt, found)
        };
        /// Perform an fstatvfs system call on the given fd.
        ///
        /// Equivalent to statvfs(fd).
        @function "fstatvfs"(fd, /) => |rt: &mut Runtime, fd: i32| {
            let found = done(rt, storage::file_system(storage::Place::Descriptor(fd)))?;
            file_system(rt, found)
        };
        /// Force write of everything to disk.
        @function "sync"() => |_: &mut Runtime| storage::sync_all();
        /// Return the value of extended attribute attribute on path.
        ///
        /// path may be either a string, a path-like object, or an open file descriptor.
        /// If follow_symlinks is False, and the last element of the path is a symbolic
        ///   link, getxattr will examine the symbolic link itself instead of the file
        ///   the link points to.
        @function "getxattr"(path, attribute, *, follow_symlinks=True) => |rt: &mut Runtime, name: &Object, attribute: &Object, follow: Option<bool>| -> Result<Bytes> {
            let (file, attribute) = (target(rt, "getxattr", name)?, text(rt, attribute)?);
            let value = storage::attribute(place(&file, follow.unwrap_or(true)), &attribute).map_err(|error| file.error(rt, &error))?;
            Ok(rt.bytes.copy(&rt.heap, &value)?)
        };
        /// Set extended attribute attribute on path to value.
        ///
        /// path may be either a string, a path-like object,  or an open file descriptor.
        /// If follow_symlinks is False, and the last element of the path is a symbolic
        ///   link, setxattr will modify the symbolic link itself instead of the file
        ///   the link points to.
        @function "setxattr"(path, attribute, value, flags=0, *, follow_symlinks=True) => set_attribute;
        /// Remove extended attribute attribute on path.
        ///
        /// path may be either a string, a path-like object, or an open file descriptor.
        /// If follow_symlinks is False, and the last element of the path is a symbolic
        ///   link, removexattr will modify the symbolic link itself instead of the file
        ///   the link points to.
        @function "removexattr"(path, attribute, *, follow_symlinks=True) => |rt: &mut Runtime, name: &Object, attribute: &Object, follow: Option<bool>| {
            let (file, attribute) = (target(rt, "removexattr", name)?, text(rt, attribute)?);
            storage::remove_attribute(place(&file, follow.unwrap_or(true)), &attribute).map(drop).map_err(|error| file.error(rt, &error))
        };
        /// Return a list of extended attributes on path.
        ///
        /// path may be either None, a string, a path-like object, or an open file descriptor.
        /// if path is None, listxattr will examine the current directory.
        /// If follow_symlinks is False, and the last element of the path is a symbolic
        ///   link, listxattr will examine the symbolic link itself instead of the file
        ///   the link points to.
        @function "listxattr"(path=None, *, follow_symlinks=True) => attributes;
    ];
}

fn file_system(rt: &mut Runtime, found: [u64; 11]) -> Result {
    let values = found.iter().map(|&number| rt.new_int(number.into())).collect::<Result<Vec<_>>>()?;
    struct_sequence::make(rt, &STATVFS_RESULT, &values)
}

fn chown(
    rt: &mut Runtime,
    name: &Object,
    user: &Object,
    group: &Object,
    dir_fd: Option<&Object>,
    follow: Option<bool>,
) -> Result<()> {
    no_directory(rt, dir_fd)?;
    let file = target(rt, "chown", name)?;
    let (user, group) = (identity(rt, user, "uid")?, identity(rt, group, "gid")?);
    let result = match place(&file, follow.unwrap_or(true)) {
        storage::Place::Path(path) => storage::change_owner(path, user, group, true),
        storage::Place::Link(path) => storage::change_owner(path, user, group, false),
        storage::Place::Descriptor(number) => storage::fchown(number, user, group),
    };
    result.map(drop).map_err(|error| file.error(rt, &error))
}

fn set_attribute(
    rt: &mut Runtime,
    name: &Object,
    attribute: &Object,
    value: Data<'_>,
    flags: Option<i32>,
    follow: Option<bool>,
) -> Result<()> {
    let (file, attribute) = (target(rt, "setxattr", name)?, text(rt, attribute)?);
    storage::set_attribute(place(&file, follow.unwrap_or(true)), &attribute, value.0, flags.unwrap_or(0))
        .map(drop)
        .map_err(|error| file.error(rt, &error))
}

fn attributes(rt: &mut Runtime, name: Option<&Object>, follow: Option<bool>) -> Result<List> {
    let file = match name.filter(|name| !name.is_none()) {
        Some(name) => target(rt, "listxattr", name)?,
        None => super::argument::Target::Path(folder(rt, "listxattr", None)?),
    };
    let found = storage::attributes(place(&file, follow.unwrap_or(true))).map_err(|error| file.error(rt, &error))?;
    let mut names = Vec::new();
    for name in found.split(|&byte| byte == 0).filter(|name| !name.is_empty()) {
        let name: Object = decode(rt, name)?.into();
        names.push(name);
    }
    Ok(List::from_slice(&rt.heap, &names)?)
}
