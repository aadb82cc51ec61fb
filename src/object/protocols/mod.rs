//! The protocols of the data model: what `repr(x)`, `x + y`, `for … in x`, `x[k]`, `x(…)` do for any object.
//!
//! Each is a method of `Runtime` that goes through the type's slots; special methods written in Python are reached
//! through the trampolines of `slot_table`.

mod arithmetic;
mod call;
mod compare;
mod format;
mod hash;
mod item;
mod iterate;
mod number;
mod text;
mod truth;

pub use hash::unhashable;
