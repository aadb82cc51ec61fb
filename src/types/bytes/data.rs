//! Arguments that are bytes, or single bytes as ints.

use crate::heap::Object;
use crate::layout::BytesBody;
use crate::object::{Bound, FromArg, Result, Runtime};
use crate::types::repeat::is_index;

/// The bytes of a bytes-like argument.
#[derive(Clone, Copy)]
pub struct Data<'a>(pub &'a [u8]);

/// The bytes of an object, or the TypeError that asks for them.
pub fn data<'a>(rt: &mut Runtime, object: &'a Object) -> Result<&'a [u8]> {
    match object.cast::<BytesBody>() {
        Some(bytes) => Ok(bytes.as_slice()),
        None => {
            let got = rt.type_name(object);
            Err(rt.type_error(format!("a bytes-like object is required, not '{got}'")))
        }
    }
}

impl<'a> FromArg<'a> for Data<'a> {
    fn from_arg(rt: &mut Runtime, bound: Bound<'a>, index: usize) -> Result<Data<'a>> {
        let object = <&Object>::from_arg(rt, bound, index)?;
        data(rt, object).map(Data)
    }
}

/// What `find` and its like look for: a part, or one byte given as an int.
#[derive(Clone, Copy)]
pub enum Needle<'a> {
    /// A part.
    Part(&'a [u8]),
    /// A byte.
    Byte([u8; 1]),
}

impl Needle<'_> {
    /// The bytes to find.
    pub fn as_slice(&self) -> &[u8] {
        match self {
            Needle::Part(part) => part,
            Needle::Byte(byte) => byte,
        }
    }
}

impl<'a> Needle<'a> {
    /// Reads the argument. CPython does so after the bounds.
    pub fn of(rt: &mut Runtime, object: &'a Object) -> Result<Needle<'a>> {
        if let Some(bytes) = object.cast::<BytesBody>() {
            return Ok(Needle::Part(bytes.as_slice()));
        }
        if !is_index(rt, object) {
            let got = rt.type_name(object);
            return Err(rt.type_error(format!("argument should be integer or bytes-like object, not '{got}'")));
        }
        match u8::try_from(rt.to_size_index(object)?) {
            Ok(byte) => Ok(Needle::Byte([byte])),
            Err(_) => Err(rt.value_error("byte must be in range(0, 256)")),
        }
    }
}
