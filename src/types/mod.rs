//! Floor 4: one file or folder per Python type.
//!
//! Each file has the same order: what the type is and its body; slots; methods; the constructor; the type's
//! description (`TYPE`) last. Bodies of the types that the engine itself stands on lie in `layout`; here is what
//! Python sees of them.
//!
//! - `arity`: counts of arguments of constructors, in CPython's words.
//! - `sequence`: what lists and tuples have in common.

pub mod arity;
pub mod slice;

use crate::object::TypeDef;

/// All builtin types that need no import.
pub static TYPES: &[&TypeDef] = &[&slice::TYPE];
