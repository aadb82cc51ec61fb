//! Callable types: Python functions, native functions, methods of builtin types, bound methods, cells, code objects.

mod bound;
mod builtin;
mod cell;
mod code;
mod method_wrapper;
mod python;

pub use bound::BOUND_METHOD;
pub use builtin::{BUILTIN_FUNCTION, CLASS_METHOD_DESCRIPTOR, METHOD_DESCRIPTOR, SLOT_WRAPPER};
pub use cell::CELL;
pub use code::CODE;
pub use method_wrapper::METHOD_WRAPPER;
pub use python::FUNCTION;
