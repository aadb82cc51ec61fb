//! Floor 2 of the right tower: the bodies of the types that the engine itself stands on, as data structures.
//!
//! What this floor promises: strings, bytes, ints, floats, tuples, lists, dicts and sets as CPython's are in order,
//! growth and cost, freed and traced as the heap demands. It knows values and memory and nothing of Python's
//! protocols: where a comparison may need Python code, a search stops and asks its caller (`search`).
//!
//! Bodies that never change (`Frozen`) are read without a heap token; lists, dicts and sets are read through `&Heap`
//! and changed through `&mut Heap`, so no borrow of one lives while Python code runs.
//!
//! Start reading at `string`, then `tuple` (two forms of one body), `dict` (index and entries), `set` (CPython's own
//! open addressing, so that sets print in CPython's order).
#![allow(unsafe_code)]

pub mod bytes;
pub mod dict;
pub mod float;
pub mod int;
pub mod list;
pub mod order;
pub mod search;
pub mod set;
pub mod string;
#[cfg(test)]
pub mod testing;
pub mod tuple;

pub use bytes::{Bytes, BytesBody, BytesCache};
pub use dict::{Dict, DictBody};
pub use float::{Float, FloatBody};
pub use int::{IntBody, IntObject};
pub use list::{List, ListBody};
pub use set::{Set, SetBody};
pub use string::{AsciiText, Str, StrBody, StrBuilder, StrCache, Units};
pub use tuple::{Tuple, TupleBody};
