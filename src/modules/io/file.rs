//! `FileIO`: a descriptor of the system.

use super::{base, is_native, raw, size_argument, unsupported};
use crate::base::system;
use crate::heap::{Layout, Object, Ref};
use crate::layout::Str;
use crate::modules::path::{PathName, path_name};
use crate::object::{Args, Class, ClassFlags, ClassId, GetSetDef, Result, Runtime, Slots, TypeDef};
use crate::types::exception::{os_error, os_error_with_path};
use crate::{layout, methods};

layout! {
    /// Body of a file. Its name is an ordinary attribute.
    pub struct FileBody as "_io.FileIO" {
        /// The descriptor, -1 when it is closed or not open yet.
        pub descriptor: i32,
        /// Whether closing the file closes the descriptor.
        pub close_descriptor: bool,
        /// Opened for reading.
        pub readable: bool,
        /// Opened for writing.
        pub writable: bool,
        /// Opened with `a`.
        pub appending: bool,
        /// Opened with `x`.
        pub created: bool,
    }
}
/// A file.
pub type File = Ref<FileBody>;

fn new(rt: &mut Runtime, class: &Class, _: Args<'_>) -> Result {
    Ok(allocate(rt, class)?.into())
}

fn allocate(rt: &mut Runtime, class: &Class) -> Result<File> {
    let body = FileBody {
        descriptor: -1,
        close_descriptor: true,
        readable: false,
        writable: false,
        appending: false,
        created: false,
    };
    rt.alloc_for(class, body)
}

/// `FileIO(file, mode='r', closefd=True, opener=None)`.
fn init(rt: &mut Runtime, this: &Object, args: Args<'_>) -> Result<()> {
    let [file, mode, closefd, opener] =
        crate::types::arity::matched(rt, "FileIO", &["file", "mode", "closefd", "opener"], args)?;
    let Some(name) = file else {
        return Err(rt.type_error("FileIO() missing required argument 'file' (pos 1)"));
    };
    let mode = match mode {
        Some(mode) => match mode.cast::<crate::layout::StrBody>() {
            Some(mode) => mode.to_rust().into_owned(),
            None => {
                let got = rt.type_name(mode);
                return Err(rt.type_error(format!("FileIO() argument 'mode' must be str, not {got}")));
            }
        },
        None => "r".to_owned(),
    };
    let closefd = closefd.map_or(Ok(true), |closefd| rt.truth(closefd))?;
    let opener = opener.filter(|opener| !opener.is_none());
    let this: &File = this.cast().expect("by its type");
    open(rt, this, name, &mode, closefd, opener)
}

/// Makes and opens a file.
pub fn make(
    rt: &mut Runtime,
    name: &Object,
    mode: &str,
    close_descriptor: bool,
    opener: Option<&Object>,
) -> Result<File> {
    let class = rt.native_class(&FILE_IO)?;
    let file = allocate(rt, &class)?;
    open(rt, &file, name, mode, close_descriptor, opener)?;
    Ok(file)
}

/// The flags for `open(2)` that a mode means; fills the body.
fn read_mode(rt: &mut Runtime, this: &File, mode: &str) -> Result<i32> {
    const BAD: &str = "Must have exactly one of create/read/write/append mode and at most one plus";
    let (mut kind, mut plus) = (None, false);
    for letter in mode.chars() {
        match letter {
            'r' | 'w' | 'a' | 'x' if kind.is_none() => kind = Some(letter),
            '+' if !plus => plus = true,
            'b' => {}
            'r' | 'w' | 'a' | 'x' | '+' => return Err(rt.value_error(BAD)),
            _ => return Err(rt.value_error(format!("invalid mode: {mode}"))),
        }
    }
    let Some(kind) = kind else { return Err(rt.value_error(BAD)) };
    let body = this.get_mut(&mut rt.heap).0;
    body.readable = kind == 'r' || plus;
    body.writable = kind != 'r' || plus;
    body.appending = kind == 'a';
    body.created = kind == 'x';
    let direction = match (body.readable, body.writable) {
        (true, true) => libc::O_RDWR,
        (true, false) => libc::O_RDONLY,
        _ => libc::O_WRONLY,
    };
    Ok(direction
        | match kind {
            'w' => libc::O_CREAT | libc::O_TRUNC,
            'a' => libc::O_CREAT | libc::O_APPEND,
            'x' => libc::O_CREAT | libc::O_EXCL,
            _ => 0,
        })
}

fn open(
    rt: &mut Runtime,
    this: &File,
    name: &Object,
    mode: &str,
    close_descriptor: bool,
    opener: Option<&Object>,
) -> Result<()> {
    if this.get(&rt.heap).descriptor >= 0 {
        close_own(rt, this)?;
    }
    if name.value().is_bool() {
        (rt.hooks.warn)(rt, ClassId::RuntimeWarning, "bool is used as a file descriptor", 1)?;
    }
    let given = match crate::layout::int::as_int(name) {
        Some(_) => {
            let number = rt.to_size_index(name)?;
            if number < 0 {
                return Err(rt.value_error("negative file descriptor"));
            }
            match i32::try_from(number) {
                Ok(number) => Some(number),
                Err(_) => return Err(rt.overflow_error("Python int too large to convert to C int")),
            }
        }
        None => None,
    };
    let path: Option<PathName> = if given.is_none() { Some(path_name(rt, name)?) } else { None };
    let flags = read_mode(rt, this, mode)?;
    let descriptor = match (given, &path) {
        (Some(number), _) => number,
        (None, Some(path)) => {
            if !close_descriptor {
                return Err(rt.value_error("Cannot use closefd=False with file name"));
            }
            match opener {
                None => match raw::uninterrupted(rt, || system::open(&path.system, flags, 0o666))? {
                    Ok(descriptor) => descriptor,
                    Err(error) => return Err(os_error_with_path(rt, &error, name)),
                },
                Some(opener) => {
                    let flags = rt.new_int((flags | libc::O_CLOEXEC).into())?;
                    let made = rt.call(opener, &[name.clone(), flags])?;
                    if crate::layout::int::as_int(&made).is_none() {
                        return Err(rt.type_error("expected integer from opener"));
                    }
                    match i32::try_from(rt.to_size_index(&made)?) {
                        Ok(descriptor) if descriptor >= 0 => descriptor,
                        Ok(descriptor) => return Err(rt.value_error(format!("opener returned {descriptor}"))),
                        Err(_) => return Err(rt.overflow_error("Python int too large to convert to C int")),
                    }
                }
            }
        }
        (None, None) => return Err(rt.type_error("expected a file name")),
    };
    let own = path.is_some();
    match system::mode_and_size(descriptor) {
        Ok((mode, _)) if mode & libc::S_IFMT == libc::S_IFDIR => {
            if own {
                let _ = system::close(descriptor);
            }
            let error = std::io::Error::from_raw_os_error(libc::EISDIR);
            return Err(os_error_with_path(rt, &error, name));
        }
        Err(error) if error.raw_os_error() == Some(libc::EBADF) => {
            return Err(os_error(rt, &error));
        }
        _ => {}
    }
    let body = this.get_mut(&mut rt.heap).0;
    body.descriptor = descriptor;
    body.close_descriptor = close_descriptor;
    let appending = body.appending;
    let attribute = rt.intern_static("name");
    rt.set_attr(this, &attribute, name)?;
    if appending {
        let _ = system::seek(descriptor, 0, libc::SEEK_END);
    }
    Ok(())
}

fn closed(rt: &mut Runtime) -> crate::object::Raised {
    rt.value_error("I/O operation on closed file")
}

/// The descriptor; ValueError when the file is closed.
pub fn descriptor(rt: &mut Runtime, this: &File) -> Result<i32> {
    match this.get(&rt.heap).descriptor {
        -1 => Err(closed(rt)),
        descriptor => Ok(descriptor),
    }
}

/// UnsupportedOperation unless the file was opened for reading.
pub fn check_readable(rt: &mut Runtime, this: &Object) -> Result<()> {
    match this.cast::<FileBody>() {
        Some(file) if !file.get(&rt.heap).readable => Err(unsupported(rt, "File not open for reading")),
        _ => Ok(()),
    }
}

/// UnsupportedOperation unless the file was opened for writing.
pub fn check_writable(rt: &mut Runtime, this: &Object) -> Result<()> {
    match this.cast::<FileBody>() {
        Some(file) if !file.get(&rt.heap).writable => Err(unsupported(rt, "File not open for writing")),
        _ => Ok(()),
    }
}

methods! {
    static METHODS = [
        /// Read at most size bytes, returned as bytes.
        "read"(size=-1, /) => read;
        /// Read all data from the file, returned as bytes.
        "readall"() => readall;
        "readinto"(buffer, /) => |rt: &mut Runtime, _: &File, buffer: &Object| -> Result {
            let got = rt.type_name(buffer);
            Err(rt.type_error(format!("readinto() argument 1 must be read-write bytes-like object, not {got}")))
        };
        /// Write buffer b to file, return number of bytes written.
        "write"(b, /) => write;
        /// Move to new file position and return the file position.
        "seek"(pos, whence=0, /) => seek;
        /// Current file position.
        "tell"() => |rt: &mut Runtime, this: &File| move_to(rt, this, 0, libc::SEEK_CUR);
        /// Truncate the file to at most size bytes and return the truncated size.
        "truncate"(size=None, /) => truncate;
        /// Close the file.
        "close"() => close;
        /// True if file supports random-access.
        "seekable"() => |rt: &mut Runtime, this: &File| {
            descriptor(rt, this).map(|descriptor| system::seek(descriptor, 0, libc::SEEK_CUR).is_ok())
        };
        /// True if file was opened in a read mode.
        "readable"() => |rt: &mut Runtime, this: &File| descriptor(rt, this).map(|_| this.get(&rt.heap).readable);
        /// True if file was opened in a write mode.
        "writable"() => |rt: &mut Runtime, this: &File| descriptor(rt, this).map(|_| this.get(&rt.heap).writable);
        /// Return the underlying file descriptor (an integer).
        "fileno"() => |rt: &mut Runtime, this: &File| descriptor(rt, this);
        /// True if the file is connected to a TTY device.
        "isatty"() => |rt: &mut Runtime, this: &File| descriptor(rt, this).map(system::is_terminal);
        "__reduce__"() => base::refuse_copies;
        "__reduce_ex__"(protocol, /) => base::refuse_copies_by_protocol;
        "__del__"() => base::finalize;
    ];
}

fn read(rt: &mut Runtime, this: &File, size: Option<&Object>) -> Result {
    let descriptor = descriptor(rt, this)?;
    check_readable(rt, this)?;
    let Some(want) = size_argument(rt, size)? else { return readall(rt, this) };
    match raw::read_descriptor(rt, descriptor, want)? {
        Some(bytes) => Ok(bytes.into()),
        None => Ok(Object::NONE),
    }
}

fn readall(rt: &mut Runtime, this: &File) -> Result {
    let descriptor = descriptor(rt, this)?;
    check_readable(rt, this)?;
    match raw::read_all_descriptor(rt, descriptor)? {
        Some(bytes) => Ok(bytes.into()),
        None => Ok(Object::NONE),
    }
}

fn write(rt: &mut Runtime, this: &File, data: &Object) -> Result {
    let bytes = crate::types::bytes::data(rt, data)?;
    let descriptor = descriptor(rt, this)?;
    check_writable(rt, this)?;
    match raw::write_descriptor(rt, descriptor, bytes)? {
        Ok(count) => rt.new_int(count as i128),
        Err(error) if error.raw_os_error() == Some(libc::EAGAIN) => Ok(Object::NONE),
        Err(error) => Err(os_error(rt, &error)),
    }
}

fn move_to(rt: &mut Runtime, this: &File, offset: i64, whence: i32) -> Result<i64> {
    let descriptor = descriptor(rt, this)?;
    system::seek(descriptor, offset, whence).map_err(|error| os_error(rt, &error))
}

fn seek(rt: &mut Runtime, this: &File, position: i64, whence: Option<i32>) -> Result<i64> {
    move_to(rt, this, position, whence.unwrap_or(0))
}

fn truncate(rt: &mut Runtime, this: &File, size: Option<&Object>) -> Result {
    let descriptor = descriptor(rt, this)?;
    check_writable(rt, this)?;
    let size = match size.filter(|size| !size.is_none()) {
        Some(size) => rt.to_i64(size)?,
        None => move_to(rt, this, 0, libc::SEEK_CUR)?,
    };
    match raw::uninterrupted(rt, || system::truncate(descriptor, size))? {
        Ok(()) => rt.new_int(size.into()),
        Err(error) => Err(os_error(rt, &error)),
    }
}

/// Gives the descriptor up, and closes it if it is the file's own.
fn close_own(rt: &mut Runtime, this: &File) -> Result<()> {
    let body = this.get_mut(&mut rt.heap).0;
    let descriptor = std::mem::replace(&mut body.descriptor, -1);
    if descriptor < 0 || !body.close_descriptor {
        return Ok(());
    }
    match system::close(descriptor) {
        // The descriptor is gone even if the call was interrupted.
        Err(error) if error.raw_os_error() != Some(libc::EINTR) => Err(os_error(rt, &error)),
        _ => Ok(()),
    }
}

fn close(rt: &mut Runtime, this: &File) -> Result<()> {
    // A subclass may define `flush`.
    let flushed = if is_native(rt, this) || this.get(&rt.heap).descriptor < 0 {
        Ok(Object::NONE)
    } else {
        rt.call_method(this, "flush", &[])
    };
    close_own(rt, this)?;
    flushed.map(drop)
}

fn mode(rt: &Runtime, this: &File) -> &'static str {
    let body = this.get(&rt.heap);
    match (body.created, body.appending, body.readable, body.writable) {
        (true, _, true, _) => "xb+",
        (true, ..) => "xb",
        (_, true, true, _) => "ab+",
        (_, true, ..) => "ab",
        (_, _, true, true) => "rb+",
        (_, _, true, false) => "rb",
        _ => "wb",
    }
}

fn repr(rt: &mut Runtime, this: &Object) -> Result<Str> {
    let file: &File = this.cast().expect("by its type");
    let body = file.get(&rt.heap);
    let (descriptor, close_descriptor, mode) = (body.descriptor, body.close_descriptor, mode(rt, file));
    let class = rt.type_name(this);
    if descriptor < 0 {
        return rt.new_str(&format!("<{class} [closed]>"));
    }
    let closefd = if close_descriptor { "True" } else { "False" };
    let attribute = rt.intern_static("name");
    let shown = match rt.get_attr_opt(this, &attribute)? {
        None => format!("fd={descriptor}"),
        Some(name) => {
            let mut text = "name=".to_owned();
            match rt.with_repr_guard(this, |rt| rt.push_repr(&mut text, &name))? {
                Some(()) => text,
                None => return Err(rt.runtime_error(format!("reentrant call inside {class}.__repr__"))),
            }
        }
    };
    rt.new_str(&format!("<{class} {shown} mode='{mode}' closefd={closefd}>"))
}

fn file_of(this: &Object) -> &File {
    this.cast().expect("by its type")
}

/// The description of `_io.FileIO`.
pub static FILE_IO: TypeDef = TypeDef {
    name: "FileIO",
    module: "_io",
    doc: "Open a file.",
    base_type: Some(&base::RAW_BASE),
    layout: <FileBody as Layout>::info,
    flags: ClassFlags::BASE,
    slots: Slots { new: Some(new), init: Some(init), repr: Some(repr), ..Slots::EMPTY },
    methods: METHODS,
    getset: &[
        GetSetDef {
            name: "closed",
            doc: "True if the file is closed",
            get: |rt, this| Ok(Object::bool(file_of(this).get(&rt.heap).descriptor < 0)),
            set: None,
        },
        GetSetDef {
            name: "closefd",
            doc: "True if the file descriptor will be closed by close().",
            get: |rt, this| Ok(Object::bool(file_of(this).get(&rt.heap).close_descriptor)),
            set: None,
        },
        GetSetDef {
            name: "mode",
            doc: "String giving the file mode",
            get: |rt, this| Ok(rt.intern(mode(rt, file_of(this))).into()),
            set: None,
        },
    ],
    ..TypeDef::EMPTY
};
