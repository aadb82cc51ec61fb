//! `OSError` and its choice of subclass by errno.

use super::base::{body, new as base_new, no_keywords, set_args};
use super::fields::{field, field_attribute, set_field, set_fields};
use super::{Piece, joined};
use crate::heap::Object;
use crate::layout::{Str, Tuple};
use crate::methods;
use crate::object::{Args, Class, ClassFlags, ClassId, GetSetDef, Raised, Result, Runtime, Slots, TypeDef};

/// The subclass for an errno, as PEP 3151 lists them.
fn class_for(errno: i64) -> Option<ClassId> {
    let errno = i32::try_from(errno).ok()?;
    Some(match errno {
        libc::EAGAIN | libc::EALREADY | libc::EINPROGRESS => ClassId::BlockingIOError,
        libc::ECHILD => ClassId::ChildProcessError,
        libc::EPIPE | libc::ESHUTDOWN => ClassId::BrokenPipeError,
        libc::ECONNABORTED => ClassId::ConnectionAbortedError,
        libc::ECONNREFUSED => ClassId::ConnectionRefusedError,
        libc::ECONNRESET => ClassId::ConnectionResetError,
        libc::EEXIST => ClassId::FileExistsError,
        libc::ENOENT => ClassId::FileNotFoundError,
        libc::EINTR => ClassId::InterruptedError,
        libc::EISDIR => ClassId::IsADirectoryError,
        libc::ENOTDIR => ClassId::NotADirectoryError,
        libc::EACCES | libc::EPERM => ClassId::PermissionError,
        libc::ESRCH => ClassId::ProcessLookupError,
        libc::ETIMEDOUT => ClassId::TimeoutError,
        _ => return None,
    })
}

fn new(rt: &mut Runtime, class: &Class, args: Args<'_>) -> Result {
    let values = args.positional();
    if args.keyword_count() > 0 && class.is(rt.class(ClassId::OSError)) {
        return Err(rt.type_error("OSError() takes no keyword arguments"));
    }
    let mut class = class.clone();
    if class.is(rt.class(ClassId::OSError))
        && (2..=5).contains(&values.len())
        && let Some(errno) = Runtime::exact_i64(&values[0])
        && let Some(id) = class_for(errno)
    {
        class = rt.class(id).clone();
    }
    if fills_in_init(rt, &class) {
        return base_new(rt, &class, Args::positional_only(&[]));
    }
    let object = base_new(rt, &class, args)?;
    fill(rt, &object, values)?;
    Ok(object)
}

/// Whether `__init__` takes the arguments, not `__new__`: where a subclass defines only the former.
fn fills_in_init(rt: &Runtime, class: &Class) -> bool {
    let slots = &class.get(&rt.heap).slots;
    let own = &rt.class(ClassId::OSError).get(&rt.heap).slots;
    slots.init.map(|f| f as usize) != own.init.map(|f| f as usize)
        && slots.new.map(|f| f as usize) == own.new.map(|f| f as usize)
}

/// Fields: errno, strerror, filename, filename2.
fn fill(rt: &mut Runtime, this: &Object, values: &[Object]) -> Result<()> {
    if !(2..=5).contains(&values.len()) {
        return set_fields(rt, this, [const { Object::UNBOUND }; 4]);
    }
    let get = |i: usize| values.get(i).filter(|v| !v.is_none()).cloned().unwrap_or(Object::UNBOUND);
    set_fields(rt, this, [values[0].clone(), values[1].clone(), get(2), get(4)])?;
    if rt.is_instance_of(this, ClassId::BlockingIOError)
        && values.len() >= 3
        && Runtime::small_int(&values[2]).is_some()
    {
        set_field(rt, this, 2, Object::UNBOUND)?;
        return set_field(rt, this, 4, values[2].clone());
    }
    if !get(2).is_unbound() {
        // `args` keeps errno and strerror only.
        set_args(rt, this, &values[..2])?;
    }
    Ok(())
}

pub(super) fn init(rt: &mut Runtime, this: &Object, args: Args<'_>) -> Result<()> {
    let class = rt.class_of(this).clone();
    if fills_in_init(rt, &class) {
        no_keywords(rt, this, &args)?;
        set_args(rt, this, args.positional())?;
        return fill(rt, this, args.positional());
    }
    // `__new__` has done the work, and has seen keywords, unless a subclass has one of its own.
    let own_new = class.get(&rt.heap).slots.new.map(|f| f as usize);
    let plain = own_new == rt.class(ClassId::OSError).get(&rt.heap).slots.new.map(|f| f as usize);
    match plain && class.get(&rt.heap).flags.has(ClassFlags::HEAP) {
        true => no_keywords(rt, this, &args),
        false => Ok(()),
    }
}

fn str(rt: &mut Runtime, this: &Object) -> Result<Str> {
    let (errno, strerror) = (field(rt, this, 0), field(rt, this, 1));
    let (first, second) = (field(rt, this, 2), field(rt, this, 3));
    if errno.is_none() && strerror.is_none() {
        let args = body(this).get(&rt.heap).args.clone();
        return match args.items() {
            [] => Ok(rt.names.empty.clone()),
            [only] => rt.str(only),
            _ => rt.str(&args),
        };
    }
    let (errno, strerror) = (rt.str(&errno)?, rt.str(&strerror)?);
    let mut pieces = vec![Piece::Text("[Errno "), Piece::Str(&errno), Piece::Text("] "), Piece::Str(&strerror)];
    let (first, second) = match (first.is_none(), second.is_none()) {
        (true, _) => (None, None),
        (false, true) => (Some(rt.repr(&first)?), None),
        (false, false) => (Some(rt.repr(&first)?), Some(rt.repr(&second)?)),
    };
    for (before, name) in [(": ", &first), (" -> ", &second)] {
        if let Some(name) = name {
            pieces.extend([Piece::Text(before), Piece::Str(name)]);
        }
    }
    joined(rt, &pieces)
}

methods! {
    static METHODS = [
        /// Helper for pickle: the file names are arguments again.
        "__reduce__"() => reduce;
    ];
}

fn reduce(rt: &mut Runtime, this: &Object) -> Result {
    let mut args = body(this).get(&rt.heap).args.items().to_vec();
    let (first, second) = (field(rt, this, 2), field(rt, this, 3));
    if args.len() == 2 && !first.is_none() {
        args.push(first);
        if !second.is_none() {
            args.extend([Object::NONE, second]);
        }
    }
    let args = Tuple::from_slice(&rt.heap, &args)?;
    let mut parts = vec![rt.class_of(this).as_object().clone(), args.into()];
    if let Some(dict) = rt.instance_dict_copy(this)?
        && rt.len(&dict)? > 0
    {
        parts.push(dict);
    }
    Ok(Tuple::from_slice(&rt.heap, &parts)?.into())
}

/// What a BlockingIOError's third argument may be: how much went through before it would have blocked.
const CHARACTERS_WRITTEN: GetSetDef = GetSetDef {
    name: "characters_written",
    doc: "",
    get: |rt, this| match body(this).get(&rt.heap).fields.get(4).cloned() {
        Some(count) if !count.is_unbound() => Ok(count),
        _ => Err(rt.raise(ClassId::AttributeError, "characters_written")),
    },
    set: Some(|rt, this, value| match value {
        Some(value) => {
            let count = rt.to_index(value)?;
            let count = rt.new_int(count as i128)?;
            set_field(rt, this, 4, count)
        }
        None => match body(this).get(&rt.heap).fields.get(4) {
            Some(count) if !count.is_unbound() => set_field(rt, this, 4, Object::UNBOUND),
            _ => Err(rt.raise(ClassId::AttributeError, "characters_written")),
        },
    }),
};

/// What the system calls an errno.
fn strerror(errno: i32) -> String {
    let text = std::io::Error::from_raw_os_error(errno).to_string();
    match text.rfind(" (os error") {
        Some(end) => text[..end].to_owned(),
        None => text,
    }
}

/// The OSError for a failed system operation.
pub fn os_error(rt: &mut Runtime, error: &std::io::Error) -> Raised {
    raise(rt, error, None)
}

/// The OSError for a failed operation on a path.
pub fn os_error_with_path(rt: &mut Runtime, error: &std::io::Error, path: &Object) -> Raised {
    raise(rt, error, Some(path))
}

fn raise(rt: &mut Runtime, error: &std::io::Error, path: Option<&Object>) -> Raised {
    let Some(errno) = error.raw_os_error() else {
        return rt.raise(ClassId::OSError, error.to_string());
    };
    let text = match rt.new_str(&strerror(errno)) {
        Ok(text) => text,
        Err(raised) => return raised,
    };
    let mut args = vec![Object::small(errno), text.into()];
    args.extend(path.cloned());
    rt.raise_with(ClassId::OSError, &args)
}

/// The description of `OSError`.
pub static OS_ERROR: TypeDef = TypeDef {
    id: Some(ClassId::OSError),
    name: "OSError",
    doc: "Base class for I/O related errors.",
    base: ClassId::Exception,
    flags: ClassFlags::BASE,
    slots: Slots { new: Some(new), init: Some(init), str: Some(str), ..Slots::EMPTY },
    methods: METHODS,
    getset: &[
        CHARACTERS_WRITTEN,
        field_attribute!("errno", 0),
        field_attribute!("strerror", 1),
        field_attribute!("filename", 2),
        field_attribute!("filename2", 3),
    ],
    ..TypeDef::EMPTY
};
