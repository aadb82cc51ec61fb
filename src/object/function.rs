//! Callable things and descriptors: their bodies. The types that show them to Python stand on the floor above.

use super::class::Class;
use super::machine::CodeWords;
use super::native::{GetSetDef, MethodDef};
use crate::bytecode::Code;
use crate::heap::{HeapVec, Object, Opaque, Ref, ShapeId};
use crate::layout;
use crate::layout::{Dict, Str, Tuple};
use std::sync::Arc;

layout! {
    /// Body of a code object: the compiled code and what the VM made of it when it was loaded.
    pub struct CodeBody as "code" (ShapeId::CODE) {
        /// Address of the first instruction word.
        pub entry: u64,
        /// The number of positional arguments with which a call needs no further binding: no `*args`, `**kwargs`,
        /// keyword-only parameters, and no generator. `u32::MAX` if there is none.
        pub call_key: u32,
        /// The number of parameters if they are positional or keyword-only ones and the function is no generator, so that
        /// a call has but to complete them with defaults; else `u32::MAX`.
        pub parameter_count: u32,
        /// The number of positional parameters if `*args` is the only other one and the function is no generator; else
        /// `u32::MAX`.
        pub rest_key: u32,
        /// Number of registers of a frame.
        pub register_count: u32,
        /// Number of locals among them.
        pub local_count: u32,
        /// Positional parameters.
        pub argument_count: u32,
        /// Whether it has no exception handlers.
        pub quiet: bool,
        /// Constants as values; `UNBOUND` where nested code is not loaded yet.
        pub constants: HeapVec<Object>,
        /// Names, interned.
        pub names: HeapVec<Object>,
        /// Names of the parameters, interned.
        pub parameters: HeapVec<Object>,
        /// Instruction words, with inline caches and specialised ops: this interpreter's own copy.
        pub words: Opaque<Arc<CodeWords>>,
        /// What the function does with the fields that `field_names` names, see `field_methods`; 0 for all other code.
        pub field_mark: u32,
        /// A number that no other code object of this interpreter ever has, once a call with keywords has remembered
        /// something of it; else 0.
        pub version: u32,
        /// Names of fields.
        pub field_names: Option<Tuple>,
        /// `co_name`.
        pub name: Str,
        /// `co_qualname`.
        pub qualname: Str,
        /// `co_filename`.
        pub filename: Str,
        /// Everything else, as the compiler made it.
        pub code: Opaque<Arc<Code>>,
    }
}
/// A code object.
pub type CodeObject = Ref<CodeBody>;

layout! {
    /// Body of a function made by `def` or `lambda`. Module, class and exec code run as functions too.
    pub struct FunctionBody as "function" (ShapeId::FUNCTION) {
        /// The code.
        pub code: CodeObject,
        /// Where global names live.
        pub globals: Dict,
        /// Where builtin names live.
        pub builtins: Dict,
        /// Cells of the free variables.
        pub closure: Option<Tuple>,
        /// Defaults of the last positional parameters.
        pub defaults: Option<Tuple>,
        /// Defaults of keyword-only parameters.
        pub keyword_defaults: Option<Dict>,
        /// `__name__`.
        pub name: Str,
        /// `__qualname__`.
        pub qualname: Str,
        /// `__module__`.
        pub module: Object,
        /// `__doc__`.
        pub doc: Object,
        /// `__annotations__`, made on demand.
        pub annotations: Option<Dict>,
        /// `__type_params__`.
        pub type_params: Option<Tuple>,
        /// `__dict__`, made on demand.
        pub dict: Option<Dict>,
    }
}
/// A Python function.
pub type Function = Ref<FunctionBody>;

layout! {
    /// Body of a native function: of a module, or bound to an object (`[].append`), or `classmethod`-like.
    pub struct BuiltinFunctionBody as "builtin_function_or_method" (ShapeId::BUILTIN_FUNCTION) {
        /// The declaration.
        pub def: Opaque<&'static MethodDef>,
        /// The object that it is bound to: passed as first value if the declaration wants one.
        pub this: Option<Object>,
        /// `__module__`.
        pub module: Object,
    }
}
/// A native function.
pub type BuiltinFunction = Ref<BuiltinFunctionBody>;

layout! {
    /// Body of a builtin type's method in its class's namespace.
    pub struct MethodDescriptorBody as "method_descriptor" (ShapeId::BUILTIN_METHOD) {
        /// The declaration.
        pub def: Opaque<&'static MethodDef>,
        /// The class that defines it.
        pub owner: Class,
    }
}
/// A method descriptor.
pub type MethodDescriptor = Ref<MethodDescriptorBody>;

layout! {
    /// Body of a bound method of a Python function (or another callable).
    pub struct BoundMethodBody as "method" (ShapeId::BOUND_METHOD) {
        /// `__func__`.
        pub function: Object,
        /// `__self__`.
        pub this: Object,
    }
}
/// A bound method.
pub type BoundMethod = Ref<BoundMethodBody>;

layout! {
    /// Body of a cell: a variable shared by a function and the functions inside it.
    pub struct CellBody as "cell" (ShapeId::CELL) {
        /// The contents; `UNBOUND` when empty.
        pub contents: Object,
    }
}
/// A cell.
pub type Cell = Ref<CellBody>;

layout! {
    /// Body of a computed attribute of a builtin type.
    pub struct GetSetBody as "getset_descriptor" (ShapeId::GETSET_DESCRIPTOR) {
        /// The declaration.
        pub def: Opaque<&'static GetSetDef>,
        /// The class that defines it.
        pub owner: Class,
    }
}

layout! {
    /// Body of a `__slots__` member.
    pub struct MemberBody as "member_descriptor" (ShapeId::MEMBER_DESCRIPTOR) {
        /// The attribute's name.
        pub name: Str,
        /// The class that defines it.
        pub owner: Class,
        /// Index of the inline slot, or of the item of a tuple.
        pub slot: u32,
        /// For a field of a struct sequence, what sets it apart.
        pub field: Opaque<Option<RecordField>>,
    }
}

/// A field of a struct sequence: an attribute that cannot be set.
#[derive(Clone, Copy)]
pub struct RecordField {
    /// Whether it is an item of the tuple.
    pub item: bool,
    /// Its `__doc__`.
    pub doc: &'static str,
}

layout! {
    /// Body of a slot wrapper: `int.__add__` and the like.
    pub struct SlotWrapperBody as "wrapper_descriptor" (ShapeId::SLOT_WRAPPER) {
        /// Row of the slot table.
        pub row: u16,
        /// Which of the row's names.
        pub which: u16,
        /// The class that defines it.
        pub owner: Class,
    }
}

layout! {
    /// Body of a builtin type's class method in its namespace (`dict.fromkeys`).
    pub struct ClassMethodDescriptorBody as "classmethod_descriptor" (ShapeId::CLASSMETHOD_DESCRIPTOR) {
        /// The declaration.
        pub def: Opaque<&'static MethodDef>,
        /// The class that defines it.
        pub owner: Class,
    }
}

layout! {
    /// Body of `staticmethod` and `classmethod`: a wrapped callable.
    pub struct WrapperBody as "staticmethod" (ShapeId::STATICMETHOD, ShapeId::CLASSMETHOD) {
        /// `__func__`.
        pub function: Object,
        /// `__dict__`, made on demand.
        pub dict: Option<Dict>,
    }
}

impl WrapperBody {
    /// Wraps `function`.
    pub fn new(function: Object) -> WrapperBody {
        WrapperBody { function, dict: None }
    }
}
