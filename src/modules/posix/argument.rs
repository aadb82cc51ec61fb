//! Arguments that are paths or descriptors, and the errors about them.

use crate::heap::Object;
use crate::layout::{BytesBody, StrBody, int};
use crate::modules::path::{PathName, for_system};
use crate::object::{ClassId, Raised, Result, Runtime};
use crate::types::exception::os_error;

/// A file named by its path, or by an open descriptor.
pub enum Target {
    /// By path.
    Path(PathName),
    /// By descriptor.
    Descriptor(i32),
}

impl Target {
    /// OSError about it.
    #[cold]
    pub fn error(&self, rt: &mut Runtime, error: &std::io::Error) -> Raised {
        match self {
            Target::Path(path) => path.error(rt, error),
            Target::Descriptor(descriptor) => {
                let shown = Object::small(*descriptor);
                crate::types::exception::os_error_with_path(rt, error, &shown)
            }
        }
    }
}

/// The path that an argument of `function` names.
pub fn path(rt: &mut Runtime, function: &str, argument: &str, object: &Object) -> Result<PathName> {
    find(rt, function, argument, object, "string, bytes or os.PathLike")
}

fn find(rt: &mut Runtime, function: &str, argument: &str, object: &Object, expected: &str) -> Result<PathName> {
    let mut shown = object.clone();
    if object.cast::<StrBody>().is_none() && object.cast::<BytesBody>().is_none() {
        let name = rt.names.fspath.clone();
        let kind = rt.type_name(object);
        match rt.call_special(object, &name, &[])? {
            None => return Err(rt.type_error(format!("{function}: {argument} should be {expected}, not {kind}"))),
            Some(found) if found.cast::<StrBody>().is_some() || found.cast::<BytesBody>().is_some() => shown = found,
            Some(other) => {
                let got = rt.type_name(&other);
                return Err(rt.type_error(format!("expected {kind}.__fspath__() to return str or bytes, not {got}")));
            }
        }
    }
    match for_system(rt, &shown)? {
        Some(system) => Ok(PathName { shown, system }),
        None => Err(rt.value_error(format!("{function}: embedded null character in {argument}"))),
    }
}

/// A descriptor.
pub fn descriptor(rt: &mut Runtime, object: &Object) -> Result<i32> {
    match i32::try_from(rt.to_size_index(object)?) {
        Ok(descriptor) => Ok(descriptor),
        Err(_) if Runtime::is_negative_int(object) => Err(rt.overflow_error("fd is less than minimum")),
        Err(_) => Err(rt.overflow_error("fd is greater than maximum")),
    }
}

/// A path or a descriptor.
pub fn target(rt: &mut Runtime, function: &str, object: &Object) -> Result<Target> {
    if int::as_int(object).is_some() || crate::types::repeat::is_index(rt, object) {
        return descriptor(rt, object).map(Target::Descriptor);
    }
    find(rt, function, "path", object, "string, bytes, os.PathLike or integer").map(Target::Path)
}

/// A path, or the present directory if the argument is absent or None.
pub fn folder(rt: &mut Runtime, function: &str, object: Option<&Object>) -> Result<PathName> {
    match object.filter(|object| !object.is_none()) {
        Some(object) if int::as_int(object).is_some() => {
            Err(rt.not_implemented(format!("{function}: descriptors of directories are not supported")))
        }
        Some(object) => find(rt, function, "path", object, "string, bytes, os.PathLike, integer or None"),
        None => {
            let shown = rt.intern(".").into();
            Ok(PathName { shown, system: c".".to_owned() })
        }
    }
}

/// NotImplementedError if a path is to be taken relative to an open directory.
pub fn no_directory(rt: &mut Runtime, argument: Option<&Object>) -> Result<()> {
    match argument.filter(|argument| !argument.is_none()) {
        Some(_) => Err(rt.not_implemented("dir_fd unavailable on this platform")),
        None => Ok(()),
    }
}

/// OSError about two paths.
#[cold]
pub fn error_of_two(rt: &mut Runtime, error: &std::io::Error, first: &PathName, second: &PathName) -> Raised {
    let raised = os_error(rt, error);
    let args = |rt: &mut Runtime| -> Result<[Object; 5]> {
        let exception = raised.object().clone();
        let errno = rt.get_attr_str(&exception, "errno")?;
        let text = rt.get_attr_str(&exception, "strerror")?;
        Ok([errno, text, first.shown.clone(), Object::NONE, second.shown.clone()])
    };
    match args(rt) {
        Ok(args) => rt.raise_with(ClassId::OSError, &args),
        Err(second) => second,
    }
}

/// The result of a system operation without a path.
pub fn done<T>(rt: &mut Runtime, result: std::io::Result<T>) -> Result<T> {
    result.map_err(|error| os_error(rt, &error))
}

/// The result of an operation on a path.
pub fn on_path<T>(rt: &mut Runtime, path: &PathName, result: std::io::Result<T>) -> Result<T> {
    result.map_err(|error| path.error(rt, &error))
}
