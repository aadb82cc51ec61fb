//! Floor 4: the builtin types, one file or folder per Python type.
//!
//! What this floor promises: each type's methods, slots and texts as CPython 3.13 has them. A type's file has one
//! order: what it is, its layout, slots, methods, constructor, and last its `TypeDef`. It knows the object floor and
//! the layouts below, no syntax and not the VM; it calls up through `rt.hooks`.
//!
//! Start reading at `object` and `class` (what every type inherits), then any type by its name.

pub mod absent;
mod abstract_class;
pub mod arity;
pub mod bool;
pub mod bytes;
pub mod class;
pub mod codec;
mod codec_long;
pub mod descriptor;
pub mod dict;
pub mod edge;
pub mod ellipsis;
pub mod exception;
pub mod float;
pub mod format;
pub mod function;
pub mod generator;
pub mod generic_alias;
pub mod int;
pub mod iterators;
pub mod list;
pub mod module;
pub mod namespace;
pub mod none;
pub mod not_implemented;
pub mod object;
pub mod percent;
pub mod range;
pub mod reduce;
pub mod repeat;
pub mod sequence;
pub mod set;
pub mod slice;
pub mod str;
pub mod struct_sequence;
pub mod traceback;
pub mod tuple;
pub mod union;
pub mod weakref;

use crate::object::TypeDef;

/// Every builtin type: one row each. The exception classes come from [`exception::ALL`].
pub static ALL: &[&TypeDef] = &[
    &object::OBJECT,
    &class::TYPE,
    &module::MODULE,
    &function::FUNCTION,
    &function::BUILTIN_FUNCTION,
    &function::METHOD_DESCRIPTOR,
    &function::CLASS_METHOD_DESCRIPTOR,
    &function::SLOT_WRAPPER,
    &function::METHOD_WRAPPER,
    &function::BOUND_METHOD,
    &function::CELL,
    &function::CODE,
    &descriptor::PROPERTY,
    &descriptor::CLASS_METHOD,
    &descriptor::STATIC_METHOD,
    &descriptor::SUPER,
    &descriptor::GETSET_DESCRIPTOR,
    &descriptor::MEMBER_DESCRIPTOR,
    &descriptor::MAPPING_PROXY,
    &none::TYPE,
    &not_implemented::TYPE,
    &absent::TYPES[0],
    &absent::TYPES[1],
    &absent::TYPES[2],
    &ellipsis::TYPE,
    &bool::TYPE,
    &int::TYPE,
    &float::TYPE,
    &str::TYPE,
    &str::ASCII_ITERATOR,
    &str::ITERATOR,
    &bytes::TYPE,
    &bytes::ITERATOR,
    &dict::TYPE,
    &dict::KEYS,
    &dict::VALUES,
    &dict::ITEMS,
    &dict::KEY_ITERATOR,
    &dict::VALUE_ITERATOR,
    &dict::ITEM_ITERATOR,
    &dict::REVERSE_KEY_ITERATOR,
    &dict::REVERSE_VALUE_ITERATOR,
    &dict::REVERSE_ITEM_ITERATOR,
    &generic_alias::TYPE,
    &list::TYPE,
    &list::ITERATOR_TYPE,
    &list::REVERSE_ITERATOR_TYPE,
    &range::TYPE,
    &range::ITERATOR_TYPE,
    &range::LONG_ITERATOR_TYPE,
    &set::TYPE,
    &set::FROZENSET_TYPE,
    &set::ITERATOR_TYPE,
    &slice::TYPE,
    &iterators::ENUMERATE,
    &iterators::ZIP,
    &iterators::MAP,
    &iterators::FILTER,
    &iterators::REVERSED,
    &iterators::SEQUENCE_ITERATOR,
    &iterators::CALLABLE_ITERATOR,
    &namespace::SIMPLE_NAMESPACE,
    &generator::GENERATOR,
    &generator::COROUTINE,
    &generator::ASYNC_GENERATOR,
    &traceback::TRACEBACK,
    &traceback::FRAME,
    &weakref::REFERENCE,
    &tuple::TYPE,
    &union::TYPE,
    &tuple::ITERATOR_TYPE,
];
