//! Conversion of arguments to what a native function's Rust signature asks for, and of its result to an object.

use super::args::{Args, Bound};
use super::class::{Class, ClassBody};
use super::class_id::ClassId;
use super::raise::Result;
use super::runtime::Runtime;
use super::signature;
use crate::heap::{Layout, Object, Ref};
use crate::layout::{Str, StrBody};

/// A parameter's type.
pub trait FromArg<'a>: Sized {
    /// Converts parameter `index`.
    fn from_arg(rt: &mut Runtime, bound: Bound<'a>, index: usize) -> Result<Self>;

    /// Converts the object that the method is called on. Calls check its class first, so this cannot fail for the
    /// type's own body.
    fn from_this(rt: &mut Runtime, bound: Bound<'a>) -> Result<Self> {
        let _ = bound;
        Err(rt.type_error("this type cannot be a method's receiver"))
    }
}

/// An index or count through `__index__`, clamped to the range of `isize` as slices do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SizeIndex(pub isize);

/// An index or count through `__index__`; OverflowError outside `isize`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Index(pub isize);

/// All further positional arguments (`*args`).
#[derive(Clone, Copy)]
pub struct Rest<'a>(pub &'a [Object]);

/// All keyword arguments in call order (`**kwargs`).
#[derive(Clone, Copy)]
pub struct Keywords<'a>(pub Args<'a>);

/// How error texts name a parameter: `argument`, `argument 2`, `argument 'key'`.
fn argument_name(bound: Bound<'_>, index: usize) -> String {
    let counts = &bound.def.signature;
    if index < counts.positional_only as usize {
        if counts.total == 1 { "argument".into() } else { format!("argument {}", index + 1) }
    } else {
        match signature::parameters(bound.def.text).nth(index) {
            Some((name, _)) => format!("argument '{name}'"),
            None => format!("argument {}", index + 1),
        }
    }
}

/// The TypeError for an argument of the wrong type: `f() argument 1 must be str, not int`.
#[cold]
#[inline(never)]
pub fn wrong_type(rt: &mut Runtime, bound: Bound<'_>, index: usize, expected: &str, got: &Object) -> super::Raised {
    let name = argument_name(bound, index);
    let got = if got.is_none() { "None".to_owned() } else { rt.type_name(got) };
    rt.type_error(format!("{}() {name} must be {expected}, not {got}", bound.def.name))
}

#[cold]
#[inline(never)]
fn missing(rt: &mut Runtime, bound: Bound<'_>, index: usize) -> super::Raised {
    rt.type_error(format!("{}() missing {}", bound.def.name, argument_name(bound, index)))
}

#[inline(always)]
fn required<'a>(rt: &mut Runtime, bound: Bound<'a>, index: usize) -> Result<&'a Object> {
    match bound.get(index) {
        Some(object) => Ok(object),
        None => Err(missing(rt, bound, index)),
    }
}

impl<'a> FromArg<'a> for &'a Object {
    #[inline(always)]
    fn from_arg(rt: &mut Runtime, bound: Bound<'a>, index: usize) -> Result<Self> {
        required(rt, bound, index)
    }
    #[inline(always)]
    fn from_this(_: &mut Runtime, bound: Bound<'a>) -> Result<Self> {
        Ok(bound.this())
    }
}

impl<'a, T: Layout> FromArg<'a> for &'a Ref<T> {
    #[inline(always)]
    fn from_arg(rt: &mut Runtime, bound: Bound<'a>, index: usize) -> Result<Self> {
        let object = required(rt, bound, index)?;
        match object.cast::<T>() {
            Some(typed) => Ok(typed),
            None => Err(wrong_type(rt, bound, index, T::NAME, object)),
        }
    }
    #[inline(always)]
    fn from_this(rt: &mut Runtime, bound: Bound<'a>) -> Result<Self> {
        match bound.this().cast::<T>() {
            Some(typed) => Ok(typed),
            None => Err(wrong_receiver(rt, bound, T::NAME)),
        }
    }
}

#[cold]
#[inline(never)]
fn wrong_receiver(rt: &mut Runtime, bound: Bound<'_>, expected: &str) -> super::Raised {
    let got = rt.type_name(bound.this());
    rt.type_error(format!("descriptor '{}' for '{expected}' objects doesn't apply to a '{got}' object", bound.def.name))
}

impl<'a, T: FromArg<'a>> FromArg<'a> for Option<T> {
    /// Absent parameters are `None`. (A parameter given as Python's `None` is converted like any other, but see
    /// [`OrNone`].)
    #[inline(always)]
    fn from_arg(rt: &mut Runtime, bound: Bound<'a>, index: usize) -> Result<Self> {
        match bound.get(index) {
            Some(_) => T::from_arg(rt, bound, index).map(Some),
            None => Ok(None),
        }
    }
}

/// An optional parameter for which Python's `None` means the same as absence.
#[derive(Clone, Copy, Debug)]
pub struct OrNone<T>(pub Option<T>);

impl<'a, T: FromArg<'a>> FromArg<'a> for OrNone<T> {
    fn from_arg(rt: &mut Runtime, bound: Bound<'a>, index: usize) -> Result<Self> {
        match bound.get(index) {
            Some(object) if !object.is_none() => T::from_arg(rt, bound, index).map(|v| OrNone(Some(v))),
            _ => Ok(OrNone(None)),
        }
    }
}

impl<'a> FromArg<'a> for Rest<'a> {
    #[inline(always)]
    fn from_arg(_: &mut Runtime, bound: Bound<'a>, index: usize) -> Result<Self> {
        Ok(Rest(bound.rest(index)))
    }
}

impl<'a> FromArg<'a> for Keywords<'a> {
    fn from_arg(_: &mut Runtime, bound: Bound<'a>, _: usize) -> Result<Self> {
        Ok(Keywords(bound.raw()))
    }
}

/// Parameters converted by a method of `Runtime`.
macro_rules! converted {
    ($($ty:ty => |$rt:ident, $object:ident| $body:expr;)*) => { $(
        impl<'a> FromArg<'a> for $ty {
            #[inline(always)]
            fn from_arg($rt: &mut Runtime, bound: Bound<'a>, index: usize) -> Result<Self> {
                let $object = required($rt, bound, index)?;
                $body
            }
            #[inline(always)]
            fn from_this($rt: &mut Runtime, bound: Bound<'a>) -> Result<Self> {
                let $object = bound.this();
                $body
            }
        }
    )* };
}

converted! {
    bool => |rt, object| rt.truth(object);
    f64 => |rt, object| rt.to_f64(object);
    i64 => |rt, object| rt.to_i64(object);
    i32 => |rt, object| match i32::try_from(rt.to_size_index(object)?) {
        Ok(n) => Ok(n),
        Err(_) => Err(rt.overflow_error("Python int too large to convert to C int")),
    };
    Index => |rt, object| rt.to_index(object).map(Index);
    SizeIndex => |rt, object| rt.to_size_index(object).map(SizeIndex);
    Object => |_rt, object| Ok(object.clone());
    String => |rt, object| match object.cast::<StrBody>() {
        Some(text) => Ok(text.to_rust().into_owned()),
        None => {
            let got = rt.type_name(object);
            Err(rt.type_error(format!("expected str, got {got}")))
        }
    };
}

/// A function's result.
pub trait IntoResult {
    /// As an object, or the error.
    fn into_result(self, rt: &mut Runtime) -> Result;
}

impl IntoResult for Object {
    #[inline(always)]
    fn into_result(self, _: &mut Runtime) -> Result {
        Ok(self)
    }
}

impl IntoResult for () {
    #[inline(always)]
    fn into_result(self, _: &mut Runtime) -> Result {
        Ok(Object::NONE)
    }
}

impl IntoResult for bool {
    #[inline(always)]
    fn into_result(self, _: &mut Runtime) -> Result {
        Ok(Object::bool(self))
    }
}

impl<T: Layout> IntoResult for Ref<T> {
    #[inline(always)]
    fn into_result(self, _: &mut Runtime) -> Result {
        Ok(self.into())
    }
}

impl<T: IntoResult> IntoResult for Option<T> {
    #[inline]
    fn into_result(self, rt: &mut Runtime) -> Result {
        self.map_or(Ok(Object::NONE), |value| value.into_result(rt))
    }
}

impl<T: IntoResult> IntoResult for Result<T> {
    #[inline(always)]
    fn into_result(self, rt: &mut Runtime) -> Result {
        self?.into_result(rt)
    }
}

impl IntoResult for f64 {
    #[inline]
    fn into_result(self, rt: &mut Runtime) -> Result {
        rt.new_float(self)
    }
}

impl IntoResult for String {
    fn into_result(self, rt: &mut Runtime) -> Result {
        self.as_str().into_result(rt)
    }
}

impl IntoResult for &str {
    fn into_result(self, rt: &mut Runtime) -> Result {
        Ok(Str::new(&rt.heap, self)?.into())
    }
}

macro_rules! int_results {
    ($($ty:ty),*) => { $(impl IntoResult for $ty {
        #[inline]
        fn into_result(self, rt: &mut Runtime) -> Result {
            rt.new_int(self as i128)
        }
    })* };
}

int_results!(i8, u8, i16, u16, i32, u32, i64, u64, isize, usize);

impl Runtime {
    /// The value that an attribute kept as a C bool is set to (`None`: deleted).
    ///
    /// # Errors
    /// TypeError for a deletion and for anything but True and False.
    pub fn bool_member(&mut self, value: Option<&Object>) -> Result<bool> {
        match value {
            None => Err(self.type_error("can't delete numeric/char attribute")),
            Some(value) if value.is(&Object::TRUE) => Ok(true),
            Some(value) if value.is(&Object::FALSE) => Ok(false),
            Some(_) => Err(self.type_error("attribute value type must be bool")),
        }
    }
}

/// The class receiver of `@class` methods.
impl Runtime {
    /// The class behind an argument, or TypeError with CPython's family text.
    pub fn expect_class<'a>(&mut self, object: &'a Object, function: &str) -> Result<&'a Class> {
        match object.cast::<ClassBody>() {
            Some(class) => Ok(class),
            None => {
                let got = self.type_name(object);
                Err(self.raise(ClassId::TypeError, format!("{function}() argument must be a class, not {got}")))
            }
        }
    }
}
