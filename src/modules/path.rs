//! Arguments that name files.

use crate::base::text::codec::{self, Codec, Errors};
use crate::base::watch;
use crate::heap::Object;
use crate::layout::{BytesBody, Str, StrBody};
use crate::object::{Raised, Result, Runtime};
use crate::types::exception::os_error_with_path;
use crate::types::str::{Text, in_parts, text};
use std::ffi::{CString, OsStr};
use std::os::unix::ffi::OsStrExt;

/// A path as the system takes it, and as the caller gave it.
pub struct PathName {
    /// What error texts show: the str, bytes, or what `__fspath__` gave.
    pub shown: Object,
    /// The bytes.
    pub system: CString,
}

impl PathName {
    /// For the functions of `std`.
    pub fn path(&self) -> &std::path::Path {
        std::path::Path::new(OsStr::from_bytes(self.system.as_bytes()))
    }

    /// Whether the caller gave bytes and gets bytes back.
    pub fn is_bytes(&self) -> bool {
        self.shown.cast::<BytesBody>().is_some()
    }

    /// OSError with this path.
    #[cold]
    pub fn error(&self, rt: &mut Runtime, error: &std::io::Error) -> Raised {
        os_error_with_path(rt, error, &self.shown)
    }
}

/// `os.fspath`: str or bytes.
pub fn fspath(rt: &mut Runtime, object: &Object) -> Result {
    if object.cast::<StrBody>().is_some() || object.cast::<BytesBody>().is_some() {
        return Ok(object.clone());
    }
    let name = rt.names.fspath.clone();
    let kind = rt.type_name(object);
    match rt.call_special(object, &name, &[])? {
        None => Err(rt.type_error(format!("expected str, bytes or os.PathLike object, not {kind}"))),
        Some(path) if path.cast::<StrBody>().is_some() || path.cast::<BytesBody>().is_some() => Ok(path),
        Some(other) => {
            let got = rt.type_name(&other);
            Err(rt.type_error(format!("expected {kind}.__fspath__() to return str or bytes, not {got}")))
        }
    }
}

/// A copy of the bytes of a file name, with room for the 0 that ends it.
pub fn copied(rt: &Runtime, bytes: &[u8]) -> Result<Vec<u8>> {
    let mut copy = Vec::with_capacity(bytes.len() + 1);
    rt.heap.append(&mut copy, bytes)?;
    Ok(copy)
}

/// The bytes that stand for a file name of text: UTF-8, with bytes that were none brought back.
pub fn encode(rt: &mut Runtime, string: &Str) -> Result<Vec<u8>> {
    if let Some(ascii) = string.as_ascii() {
        return copied(rt, ascii.as_bytes());
    }
    let text = string.text();
    let mut bytes = Vec::new();
    let good = in_parts(rt, text, |part| match codec::encode(Codec::Utf8, part, Errors::SurrogateEscape) {
        Ok(part) => {
            bytes.extend_from_slice(&part);
            Ok(true)
        }
        Err(_) => Ok(false),
    })?;
    if good {
        return Ok(bytes);
    }
    // The error tells places in the whole text.
    match codec::encode(Codec::Utf8, text, Errors::SurrogateEscape) {
        Ok(bytes) => Ok(bytes),
        Err(codec::CodecError::Problem(problem)) => {
            Err(crate::types::codec::codec_error(rt, crate::object::ClassId::UnicodeEncodeError, problem, string))
        }
        Err(_) => Err(rt.value_error("cannot encode file name")),
    }
}

/// The longest file name that the system is given whole; there is no system that takes more.
const LONGEST: usize = 1 << 16;

/// As much of a file name as the system needs to see: of one that is too long only the start, which is too long as well.
/// None if there is a 0 anywhere.
fn seen<'a>(rt: &Runtime, name: &'a [u8]) -> Result<Option<&'a [u8]>> {
    if name.len() <= LONGEST {
        return Ok(Some(name));
    }
    let zero = watch::find(name, &|| rt.heap.interrupt_waits(), |part| memchr::memchr(0, part))?;
    Ok(if zero.is_none() { Some(&name[..LONGEST]) } else { None })
}

/// A file name, str or bytes, as the system takes it; None if there is a 0 in it.
pub fn for_system(rt: &mut Runtime, name: &Object) -> Result<Option<CString>> {
    let string = name.cast::<StrBody>();
    let bytes = match string.and_then(|string| string.as_ascii()) {
        Some(ascii) => ascii.as_bytes(),
        None => match string {
            Some(string) => {
                let encoded = encode(rt, string)?;
                return Ok(match seen(rt, &encoded)? {
                    Some(part) if part.len() < encoded.len() => CString::new(part).ok(),
                    Some(_) => CString::new(encoded).ok(),
                    None => None,
                });
            }
            None => name.cast::<BytesBody>().map_or(&[][..], |bytes| bytes.as_slice()),
        },
    };
    let Some(part) = seen(rt, bytes)? else { return Ok(None) };
    Ok(CString::new(copied(rt, part)?).ok())
}

/// The text of a file name.
pub fn decode(rt: &Runtime, bytes: &[u8]) -> Result<Str> {
    match codec::decode(Codec::Utf8, bytes, Errors::SurrogateEscape) {
        Ok(decoded) => text::from_buf(rt, &decoded),
        Err(_) => rt.new_str(&String::from_utf8_lossy(bytes)),
    }
}

/// A file name for the caller: bytes if it asked with bytes.
pub fn shown(rt: &Runtime, bytes: &[u8], as_bytes: bool) -> Result {
    if as_bytes { Ok(rt.bytes.copy(&rt.heap, bytes)?.into()) } else { Ok(decode(rt, bytes)?.into()) }
}

/// The path that an argument names.
pub fn path_name(rt: &mut Runtime, object: &Object) -> Result<PathName> {
    let shown = fspath(rt, object)?;
    match for_system(rt, &shown)? {
        Some(system) => Ok(PathName { shown, system }),
        None => Err(rt.value_error("embedded null byte")),
    }
}
