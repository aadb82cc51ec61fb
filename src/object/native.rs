//! How a native function or method is declared: one row, whose Rust function's signature does the rest.
//!
//! ```ignore
//! methods! { pub static METHODS = [
//!     /// Insert object before index.
//!     "insert"(index, object, /) => insert;
//!     /// Sort the list in ascending order and return None.
//!     "sort"(*, key=None, reverse=False) => sort;
//!     /// Create a new dictionary with keys from iterable and values set to value.
//!     @class "fromkeys"(iterable, value=None, /) => from_keys;
//! ]; }
//! fn insert(rt: &mut Runtime, this: &List, index: Index, object: &Object) -> Result<()> { … }
//! ```
//! The parameter list is CPython's `__text_signature__`; parameters are converted by [`super::FromArg`] from what the
//! Rust types ask for, a parameter with a default arrives as `Option<…>` (or a type whose conversion knows what absence
//! means); the result goes through [`super::IntoResult`]. Counts, keywords and their error texts need no code.
//! Rows marked `@static` and plain functions (`functions!`) have no `this`; `@class` rows get the class as `this: &Class`.

use super::args::Matched;
use super::raise::Result;
use super::runtime::Runtime;
use super::signature::Signature;
use crate::heap::Object;

/// A native function behind its conversion of arguments: its row, the values in call order (the receiver first), and what
/// else came. The values are borrowed from the caller; without [`Matched`] their number has been checked
/// ([`Signature::accepts`]).
pub type NativeFn = for<'a> fn(&mut Runtime, &'static MethodDef, &'a [Object], Option<&'a Matched<'a>>) -> Result;

/// What a method table's row is bound to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Binding {
    /// The instance: a method descriptor.
    Instance,
    /// The class: `classmethod`.
    Class,
    /// Nothing: `staticmethod`.
    Static,
    /// Nothing: a function of a module.
    Function,
}

/// A row of a method table.
pub struct MethodDef {
    /// Python's name.
    pub name: &'static str,
    /// Parameter list as written, see [`super::signature`].
    pub text: &'static str,
    /// Counts of `text`.
    pub signature: Signature,
    /// Docstring.
    pub doc: &'static str,
    /// What it is bound to.
    pub binding: Binding,
    /// The function.
    pub call: NativeFn,
}

/// A computed attribute of a builtin type.
pub struct GetSetDef {
    /// Python's name.
    pub name: &'static str,
    /// Docstring.
    pub doc: &'static str,
    /// Reads it.
    pub get: fn(&mut Runtime, &Object) -> Result,
    /// Writes it, or deletes it with `None`; absent for read-only attributes.
    pub set: Option<fn(&mut Runtime, &Object, Option<&Object>) -> Result<()>>,
}

/// Declares a table of methods; see the module's text.
#[macro_export]
macro_rules! methods {
    ($(#[$meta:meta])* $vis:vis static $table:ident = [ $( $(#[doc = $doc:literal])* $(@ $binding:ident)? $name:literal ( $($sig:tt)* ) => $func:expr ; )* ] ;) => {
        $(#[$meta])*
        $vis static $table: &[$crate::object::MethodDef] = &[ $(
            $crate::object::MethodDef {
                name: $name,
                text: stringify!($($sig)*),
                signature: $crate::object::Signature::parse(stringify!($($sig)*)),
                doc: $crate::native_doc!($($doc),*),
                binding: $crate::native_binding!($($binding)?),
                call: $crate::native_shim!($($binding)? ; $func ; $($sig)*),
            }
        ),* ];
    };
}

/// Joins the lines of a doc comment.
#[doc(hidden)]
#[macro_export]
macro_rules! native_doc {
    () => { "" };
    ($first:literal $(, $rest:literal)*) => { concat!($first $(, "\n", $rest)*) };
}

#[doc(hidden)]
#[macro_export]
macro_rules! native_binding {
    () => {
        $crate::object::Binding::Instance
    };
    (class) => {
        $crate::object::Binding::Class
    };
    (static) => {
        $crate::object::Binding::Static
    };
    (function) => {
        $crate::object::Binding::Function
    };
}

/// Writes the conversion of arguments around a native function.
///
/// `@go` eats the parameter list; it carries the parameter indices used so far, the tuple indices used so far, and what
/// is left of both. `*args` and `**kwargs` use no parameter index.
#[doc(hidden)]
#[macro_export]
macro_rules! native_shim {
    (static ; $f:expr ; $($sig:tt)*) => { $crate::native_shim!(@start plain; $f; $($sig)*) };
    (function ; $f:expr ; $($sig:tt)*) => { $crate::native_shim!(@start plain; $f; $($sig)*) };
    ($($binding:ident)? ; $f:expr ; $($sig:tt)*) => { $crate::native_shim!(@start method; $f; $($sig)*) };
    (@start $kind:ident; $f:expr; $($sig:tt)*) => {
        $crate::native_shim!(@go $kind [$($sig)*]; $f; []; []; [0 1 2 3 4 5 6 7 8 9 10 11]; [0 1 2 3 4 5 6 7 8 9 10 11]; $($sig)*)
    };
    // The end: convert every parameter, call, convert the result.
    (@go plain [$($all:tt)*]; $f:expr; [$($param:tt)*]; [$($place:tt)*]; [$($ps:tt)*]; [$($ts:tt)*]; ) => {
        |rt, def, values, matched| {
            const POSITIONAL: usize = $crate::object::Signature::parse(stringify!($($all)*)).positional as usize;
            let bound = $crate::object::Bound::new::<0>(def, values, matched, POSITIONAL);
            let _ = bound;
            let converted = ($($crate::object::FromArg::from_arg(rt, bound, $param)?,)*);
            let _ = &converted;
            $crate::object::IntoResult::into_result($f(rt, $(converted.$place),*), rt)
        }
    };
    (@go method [$($all:tt)*]; $f:expr; [$($param:tt)*]; [$($place:tt)*]; [$($ps:tt)*]; [$($ts:tt)*]; ) => {
        |rt, def, values, matched| {
            const POSITIONAL: usize = $crate::object::Signature::parse(stringify!($($all)*)).positional as usize;
            let bound = $crate::object::Bound::new::<1>(def, values, matched, POSITIONAL);
            let this = $crate::object::FromArg::from_this(rt, bound)?;
            let converted = ($($crate::object::FromArg::from_arg(rt, bound, $param)?,)*);
            let _ = &converted;
            $crate::object::IntoResult::into_result($f(rt, this, $(converted.$place),*), rt)
        }
    };
    (@go $kind:ident $all:tt; $f:expr; $param:tt; $place:tt; $ps:tt; $ts:tt; , $($rest:tt)*) => {
        $crate::native_shim!(@go $kind $all; $f; $param; $place; $ps; $ts; $($rest)*)
    };
    (@go $kind:ident $all:tt; $f:expr; $param:tt; $place:tt; $ps:tt; $ts:tt; / $($rest:tt)*) => {
        $crate::native_shim!(@go $kind $all; $f; $param; $place; $ps; $ts; $($rest)*)
    };
    (@go $kind:ident $all:tt; $f:expr; [$($param:tt)*]; [$($place:tt)*]; [$pn:tt $($ps:tt)*]; [$tn:tt $($ts:tt)*]; ** $p:ident $($rest:tt)*) => {
        $crate::native_shim!(@go $kind $all; $f; [$($param)* $pn]; [$($place)* $tn]; [$pn $($ps)*]; [$($ts)*]; $($rest)*)
    };
    (@go $kind:ident $all:tt; $f:expr; [$($param:tt)*]; [$($place:tt)*]; [$pn:tt $($ps:tt)*]; [$tn:tt $($ts:tt)*]; * * $p:ident $($rest:tt)*) => {
        $crate::native_shim!(@go $kind $all; $f; [$($param)* $pn]; [$($place)* $tn]; [$pn $($ps)*]; [$($ts)*]; $($rest)*)
    };
    (@go $kind:ident $all:tt; $f:expr; [$($param:tt)*]; [$($place:tt)*]; [$pn:tt $($ps:tt)*]; [$tn:tt $($ts:tt)*]; * $p:ident $($rest:tt)*) => {
        $crate::native_shim!(@go $kind $all; $f; [$($param)* $pn]; [$($place)* $tn]; [$pn $($ps)*]; [$($ts)*]; $($rest)*)
    };
    (@go $kind:ident $all:tt; $f:expr; $param:tt; $place:tt; $ps:tt; $ts:tt; * $($rest:tt)*) => {
        $crate::native_shim!(@go $kind $all; $f; $param; $place; $ps; $ts; $($rest)*)
    };
    (@go $kind:ident $all:tt; $f:expr; [$($param:tt)*]; [$($place:tt)*]; [$pn:tt $($ps:tt)*]; [$tn:tt $($ts:tt)*]; $p:ident = - $d:tt $($rest:tt)*) => {
        $crate::native_shim!(@go $kind $all; $f; [$($param)* $pn]; [$($place)* $tn]; [$($ps)*]; [$($ts)*]; $($rest)*)
    };
    (@go $kind:ident $all:tt; $f:expr; [$($param:tt)*]; [$($place:tt)*]; [$pn:tt $($ps:tt)*]; [$tn:tt $($ts:tt)*]; $p:ident = $a:ident . $d:ident $($rest:tt)*) => {
        $crate::native_shim!(@go $kind $all; $f; [$($param)* $pn]; [$($place)* $tn]; [$($ps)*]; [$($ts)*]; $($rest)*)
    };
    (@go $kind:ident $all:tt; $f:expr; [$($param:tt)*]; [$($place:tt)*]; [$pn:tt $($ps:tt)*]; [$tn:tt $($ts:tt)*]; $p:ident = $d:tt $($rest:tt)*) => {
        $crate::native_shim!(@go $kind $all; $f; [$($param)* $pn]; [$($place)* $tn]; [$($ps)*]; [$($ts)*]; $($rest)*)
    };
    (@go $kind:ident $all:tt; $f:expr; [$($param:tt)*]; [$($place:tt)*]; [$pn:tt $($ps:tt)*]; [$tn:tt $($ts:tt)*]; $p:ident $($rest:tt)*) => {
        $crate::native_shim!(@go $kind $all; $f; [$($param)* $pn]; [$($place)* $tn]; [$($ps)*]; [$($ts)*]; $($rest)*)
    };
}
