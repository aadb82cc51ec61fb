//! The heap's view of a shape: one row per (class, layout).
//!
//! The object floor keeps the attribute names of each shape; the heap needs only what freeing, tracing and
//! accounting need.

use super::layout::LayoutInfo;
use super::value::Value;

/// Index of a row in the shape table. Builtin types have fixed rows, so an exact type test is one compare.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
#[repr(transparent)]
pub struct ShapeId(pub u32);

/// Declares the fixed rows; the order is the numbering.
macro_rules! fixed_shapes {
    ($($name:ident),* $(,)?) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        #[repr(u32)]
        enum Fixed { $($name),* , COUNT }
        impl ShapeId {
            $(
                #[doc = concat!("The fixed shape ", stringify!($name), ".")]
                pub const $name: ShapeId = ShapeId(Fixed::$name as u32);
            )*
            /// Number of fixed rows.
            pub const FIXED: u32 = Fixed::COUNT as u32;
        }
    };
}

fixed_shapes! {
    INT_IMMEDIATE, FLOAT_IMMEDIATE, NONE, BOOL, NOT_IMPLEMENTED, ELLIPSIS, UNBOUND,
    INT, FLOAT, STR, STR_LARGE, BYTES, BYTES_LARGE, TUPLE, TUPLE_LARGE, LIST, DICT, SET, FROZENSET,
    RANGE, SLICE, TYPE, CELL, FUNCTION, BUILTIN_FUNCTION, BUILTIN_METHOD, BOUND_METHOD, GENERATOR, CODE, MODULE,
    PROPERTY, CLASSMETHOD, STATICMETHOD, SUPER, RANGE_ITERATOR, LIST_ITERATOR, TUPLE_ITERATOR, STR_ITERATOR,
    DICT_KEYS, DICT_VALUES, DICT_ITEMS, DICT_KEY_ITERATOR, DICT_VALUE_ITERATOR, DICT_ITEM_ITERATOR, SET_ITERATOR,
    WEAKREF, WEAK_PROXY, WEAK_CALLABLE_PROXY, TRACEBACK, FRAME, CLASSMETHOD_DESCRIPTOR, MEMBER_DESCRIPTOR, GETSET_DESCRIPTOR, SLOT_WRAPPER, METHOD_WRAPPER,
    ENUMERATE, ZIP, MAP, FILTER, REVERSED, COMPLEX, MAPPING_PROXY,
}

impl ShapeId {
    /// The fixed shape of an immediate word.
    #[inline]
    pub fn of_immediate(value: Value) -> ShapeId {
        if value.is_int() {
            ShapeId::INT_IMMEDIATE
        } else if value.is_float() {
            ShapeId::FLOAT_IMMEDIATE
        } else {
            match value {
                Value::NONE => ShapeId::NONE,
                Value::TRUE | Value::FALSE => ShapeId::BOOL,
                Value::NOT_IMPLEMENTED => ShapeId::NOT_IMPLEMENTED,
                Value::ELLIPSIS => ShapeId::ELLIPSIS,
                _ => ShapeId::UNBOUND,
            }
        }
    }
}

/// What a shape says about all its objects.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct ShapeFlags(pub u32);

impl ShapeFlags {
    /// Objects may refer to others and so be part of a cycle.
    pub const CONTAINER: u32 = 1;
    /// The class defines `__del__`.
    pub const FINALIZER: u32 = 2;
    /// Some object of the class has been weakly referenced.
    pub const WEAKLY_REFERENCED: u32 = 4;
    /// The body has no children at all: freeing it frees nothing else.
    pub const LEAF: u32 = 8;
    /// Attribute slots follow the body.
    pub const SLOTS: u32 = 16;
    /// The word before the slots (`Tail::extra`) exists: overflow slots or a dict.
    pub const EXTRA: u32 = 32;
    /// The attributes live in the dict in `Tail::extra`, no inline slot is used.
    pub const DICT_MODE: u32 = 64;
    /// The class is itself on the heap: each object owns one count of it.
    pub const HEAP_CLASS: u32 = 128;

    /// Whether any of `bits` is set.
    #[inline(always)]
    pub const fn has(self, bits: u32) -> bool {
        self.0 & bits != 0
    }
}

/// One row of the shape table.
#[derive(Clone, Copy)]
pub struct ShapeEntry {
    /// How the body is traced, dropped and measured.
    pub layout: &'static LayoutInfo,
    /// The class object. Objects of a shape with `HEAP_CLASS` own one count of it each; builtin classes are
    /// immortal.
    pub class: Value,
    /// Flags, see [`ShapeFlags`].
    pub flags: ShapeFlags,
    /// Number of attribute slots in use by objects of this shape.
    pub slots: u16,
    /// Number of slots that lie inline in the block; the rest lie in the overflow buffer.
    pub inline: u16,
}
