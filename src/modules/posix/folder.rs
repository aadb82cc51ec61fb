//! What folders hold: `listdir`, `scandir` and its entries, the present directory.

use super::argument::{done, folder, on_path, path};
use super::status;
use crate::heap::{HeapVec, Layout, Object, Opaque, Ref};
use crate::layout::{List, Str};
use crate::modules::path::{PathName, shown};
use crate::modules::set;
use crate::object::{Class, ClassFlags, GetSetDef, Rest, Result, Runtime, Slots, TypeDef};
use crate::types::module::Module;
use crate::{layout, methods};
use std::ffi::CString;
use std::fs::{DirEntry, ReadDir};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::DirEntryExt;

methods! {
    pub static FUNCTIONS = [
        /// Return a list containing the names of the files in the directory.
        @function "listdir"(path=None) => listdir;
        /// Return an iterator of DirEntry objects for given path.
        @function "scandir"(path=None) => scandir;
        /// Return a unicode string representing the current working directory.
        @function "getcwd"() => |rt: &mut Runtime| working(rt, false);
        /// Return a bytes string representing the current working directory.
        @function "getcwdb"() => |rt: &mut Runtime| working(rt, true);
        /// Change the current working directory to the specified path.
        @function "chdir"(path) => |rt: &mut Runtime, name: &Object| {
            let name = path(rt, "chdir", "path", name)?;
            on_path(rt, &name, std::env::set_current_dir(name.path()))
        };
    ];
}

fn working(rt: &mut Runtime, as_bytes: bool) -> Result {
    let here = done(rt, std::env::current_dir())?;
    shown(rt, here.as_os_str().as_bytes(), as_bytes)
}

fn listdir(rt: &mut Runtime, name: Option<&Object>) -> Result<List> {
    let name = folder(rt, "listdir", name)?;
    let mut names: HeapVec<Object> = HeapVec::new();
    let entries = on_path(rt, &name, std::fs::read_dir(name.path()))?;
    for entry in entries {
        let entry = on_path(rt, &name, entry)?;
        let text = shown(rt, entry.file_name().as_bytes(), name.is_bytes())?;
        names.push(&rt.heap, text)?;
    }
    Ok(List::new(&rt.heap, names)?)
}

layout! {
    /// Body of an iterator over a folder.
    pub struct ScandirBody as "posix.ScandirIterator" {
        /// The folder as it was named.
        pub folder: Object,
        /// Its path for the system.
        pub path: Opaque<CString>,
        /// What is left; `None` when it is closed or at its end.
        pub entries: Opaque<Option<ReadDir>>,
    }
}
type Scandir = Ref<ScandirBody>;

fn scandir(rt: &mut Runtime, name: Option<&Object>) -> Result<Scandir> {
    let name = folder(rt, "scandir", name)?;
    let entries = on_path(rt, &name, std::fs::read_dir(name.path()))?;
    let class = rt.native_class(&SCANDIR)?;
    let body = ScandirBody { folder: name.shown, path: Opaque(name.system), entries: Opaque(Some(entries)) };
    rt.alloc_for(&class, body)
}

fn next(rt: &mut Runtime, this: &Object) -> Result<Option<Object>> {
    let this: &Scandir = this.cast().expect("by its type");
    let body = this.get_mut(&mut rt.heap).0;
    let Some(entries) = body.entries.as_mut() else { return Ok(None) };
    let found = entries.next();
    let (folder, path) = (body.folder.clone(), body.path.clone());
    match found {
        None => {
            *this.get_mut(&mut rt.heap).0.entries = None;
            Ok(None)
        }
        Some(Err(error)) => Err(PathName { shown: folder, system: path }.error(rt, &error)),
        Some(Ok(entry)) => make_entry(rt, &folder, &path, &entry).map(Some),
    }
}

layout! {
    /// Body of an entry of a folder.
    pub struct EntryBody as "posix.DirEntry" {
        /// `name`
        pub name: Object,
        /// `path`
        pub path: Object,
        /// The path for the system.
        pub system: Opaque<CString>,
        /// `inode()`
        pub inode: u64,
        /// What kind of file it is itself, if the folder tells.
        pub kind: Opaque<Option<std::fs::FileType>>,
        /// What `stat` gave before: following links, and not.
        pub known: [Option<Object>; 2],
    }
}
type Entry = Ref<EntryBody>;

fn make_entry(rt: &mut Runtime, folder: &Object, path: &CString, entry: &DirEntry) -> Result {
    let as_bytes = folder.cast::<crate::layout::BytesBody>().is_some();
    let file_name = entry.file_name();
    let name = shown(rt, file_name.as_bytes(), as_bytes)?;
    let mut joined = path.as_bytes().to_vec();
    if !joined.is_empty() && joined.last() != Some(&b'/') {
        joined.push(b'/');
    }
    joined.extend_from_slice(file_name.as_bytes());
    let whole = shown(rt, &joined, as_bytes)?;
    let class = rt.native_class(&ENTRY)?;
    let body = EntryBody {
        name,
        path: whole,
        system: Opaque(CString::new(joined).unwrap_or_default()),
        inode: entry.ino(),
        kind: Opaque(entry.file_type().ok()),
        known: [None, None],
    };
    Ok(rt.alloc_for(&class, body)?.into())
}

methods! {
    static ENTRY_METHODS = [
        /// Return True if the entry is a directory; cached per entry.
        "is_dir"(*, follow_symlinks=True) => |rt: &mut Runtime, this: &Entry, follow: Option<bool>| test(rt, this, follow, |kind| kind.is_dir());
        /// Return True if the entry is a file; cached per entry.
        "is_file"(*, follow_symlinks=True) => |rt: &mut Runtime, this: &Entry, follow: Option<bool>| test(rt, this, follow, |kind| kind.is_file());
        /// Return True if the entry is a symbolic link; cached per entry.
        "is_symlink"() => |rt: &mut Runtime, this: &Entry| this.get(&rt.heap).kind.is_some_and(|kind| kind.is_symlink());
        /// Return True if the entry is a junction; cached per entry.
        "is_junction"() => |_: &mut Runtime, _: &Entry| false;
        /// Return stat_result object for the entry; cached per entry.
        "stat"(*, follow_symlinks=True) => stat;
        /// Return inode of the entry; cached per entry.
        "inode"() => |rt: &mut Runtime, this: &Entry| this.get(&rt.heap).inode;
        /// Returns the path for the entry.
        "__fspath__"() => |rt: &mut Runtime, this: &Entry| this.get(&rt.heap).path.clone();
        /// See PEP 585
        @class "__class_getitem__"(object, /) => |rt: &mut Runtime, class: &Class, item: &Object| (rt.hooks.generic_alias)(rt, class, item);
    ];
}

fn path_of(rt: &Runtime, this: &Entry) -> PathName {
    let body = this.get(&rt.heap);
    PathName { shown: body.path.clone(), system: body.system.clone() }
}

fn test(
    rt: &mut Runtime,
    this: &Entry,
    follow: Option<bool>,
    question: impl Fn(&std::fs::FileType) -> bool,
) -> Result<bool> {
    if let Some(kind) = *this.get(&rt.heap).kind
        && (!kind.is_symlink() || follow == Some(false))
    {
        return Ok(question(&kind));
    }
    let path = path_of(rt, this);
    match std::fs::metadata(path.path()) {
        Ok(data) => Ok(question(&data.file_type())),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(path.error(rt, &error)),
    }
}

fn stat(rt: &mut Runtime, this: &Entry, follow: Option<bool>) -> Result {
    let follow = follow.unwrap_or(true);
    if let Some(known) = &this.get(&rt.heap).known[usize::from(!follow)] {
        return Ok(known.clone());
    }
    let path = path_of(rt, this);
    let found = status::of_path(rt, &path, follow)?;
    let old = this.get_mut(&mut rt.heap).0.known[usize::from(!follow)].replace(found.clone());
    drop(old);
    Ok(found)
}

fn repr(rt: &mut Runtime, this: &Object) -> Result<Str> {
    let entry: &Entry = this.cast().expect("by its type");
    let name = entry.get(&rt.heap).name.clone();
    let shown = rt.repr(&name)?;
    rt.new_str(&format!("<DirEntry {}>", shown.to_rust()))
}

static ENTRY: TypeDef = TypeDef {
    name: "DirEntry",
    module: "posix",
    layout: <EntryBody as Layout>::info,
    slots: Slots { repr: Some(repr), ..Slots::EMPTY },
    methods: ENTRY_METHODS,
    getset: &[
        GetSetDef {
            name: "name",
            doc: "the entry's base filename, relative to scandir() \"path\" argument",
            get: |rt, this| {
                let entry: &Entry = this.cast().expect("by its type");
                Ok(entry.get(&rt.heap).name.clone())
            },
            set: Some(crate::modules::read_only),
        },
        GetSetDef {
            name: "path",
            doc: "the entry's full path name; equivalent to os.path.join(scandir_path, entry.name)",
            get: |rt, this| {
                let entry: &Entry = this.cast().expect("by its type");
                Ok(entry.get(&rt.heap).path.clone())
            },
            set: Some(crate::modules::read_only),
        },
    ],
    ..TypeDef::EMPTY
};

methods! {
    static SCANDIR_METHODS = [
        "close"() => close;
        "__enter__"() => |_: &mut Runtime, this: &Object| this.clone();
        "__exit__"(*args) => |rt: &mut Runtime, this: &Scandir, _: Rest<'_>| close(rt, this);
    ];
}

fn close(rt: &mut Runtime, this: &Scandir) {
    *this.get_mut(&mut rt.heap).0.entries = None;
}

static SCANDIR: TypeDef = TypeDef {
    name: "ScandirIterator",
    module: "posix",
    layout: <ScandirBody as Layout>::info,
    flags: ClassFlags::BASE,
    slots: Slots { iter: Some(|_, this| Ok(this.clone())), next: Some(crate::next_slot!(next)), ..Slots::EMPTY },
    methods: SCANDIR_METHODS,
    ..TypeDef::EMPTY
};

/// Makes the class of entries.
pub fn install(rt: &mut Runtime, module: &Module) -> Result<()> {
    let class = rt.native_class(&ENTRY)?;
    set(rt, module, "DirEntry", class.into())
}
