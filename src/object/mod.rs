//! Floor 3 of the right tower: the object model.
//!
//! What this floor promises: classes, attributes, descriptors, protocols (repr, hash, iteration, arithmetic, calls),
//! native functions and their arguments, raising. It knows the heap and the layouts below, not the concrete types
//! above and not the VM: it calls up only through the function pointers in [`Hooks`].
//!
//! Start reading at `runtime` (what an interpreter owns), `native` (how a builtin method is declared), `class` and
//! `slots` (what a type is), then `attribute` and `protocols/`.

mod args;
mod attribute;
mod bootstrap;
pub mod call_times;
mod class;
mod class_id;
mod collector;
mod construct;
mod convert;
mod exception;
mod field_methods;
mod function;
mod generator;
mod hooks;
mod instance_attributes;
pub use instance_attributes::set_lasting_dict;
mod intern;
mod lookup;
pub(crate) mod machine;
mod match_cache;
mod namespace;
mod native;
mod observer;
pub mod protocols;
mod raise;
mod rebase;
mod runtime;
mod shape;
mod signature;
pub(crate) mod signature_errors;
mod slot_docs;
mod slot_table;
mod slots;
pub mod source_kind;
mod traceback;

pub use args::{Args, Bound, Matched};
pub use attribute::{generic_get_attribute, generic_set_attribute};
pub use class::{Class, ClassBody, ClassFlags, InstanceLayout, RecordFields, TypeDef};
pub use class_id::ClassId;
pub use collector::{CollectorState, debug as collector_debug};
pub use construct::mangle;
pub use convert::{FromArg, Index, IntoResult, Keywords, OrNone, Rest, SizeIndex};
pub use exception::{Exception, ExceptionBody};
pub use field_methods::{
    FieldPlaces, HASH as HASH_MARK, NEW_TUPLE as NEW_TUPLE_MARK, WIDEST as MOST_FIELDS, comparison_mark,
};
pub use function::{
    BoundMethod, BoundMethodBody, BuiltinFunction, BuiltinFunctionBody, Cell, CellBody, ClassMethodDescriptorBody,
    CodeBody, CodeObject, Function, FunctionBody, GetSetBody, MemberBody, MethodDescriptor, MethodDescriptorBody,
    RecordField, SlotWrapperBody, WrapperBody,
};
pub use generator::{Generator, GeneratorBody, state as generator_state};
pub use hooks::{CompileMode, Hooks, Resumed, Take};
pub(crate) use machine::Feeding;
pub use machine::{CodeWords, Machine};
pub use native::{Binding, GetSetDef, MethodDef, NativeFn};
pub use observer::{Event, Observer, ObserverId, Observers, Place, native_key, wants};
pub use raise::{Raised, Result};
pub use runtime::{Names, Runtime};
pub use shape::{ShapeKeys, ShapeTable};
pub use signature::{NAMED, Signature, constructor_text, signature_text, squeeze as squeeze_parameter};
pub use slot_docs::slot_text;
pub use slot_table::{PreparedLess, call_slot_wrapper, slot_wrapper_name};
pub use slots::{BinaryFn, BinaryOp, CompareOp, FeedFn, Fill, Filled, Slots, Step, UnaryOp, feed_by};
pub use traceback::{Frame, FrameBody, Traceback, TracebackBody};
