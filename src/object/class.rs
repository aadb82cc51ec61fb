//! Classes: the body of a class object and the static description of a builtin type.

use super::class_id::ClassId;
use super::native::{GetSetDef, MethodDef};
use super::slots::Slots;
use crate::heap::{HeapVec, LayoutInfo, Object, Opaque, Ref, ShapeId};
use crate::layout::{Dict, Str, Tuple};

/// Facts about a class, as bits.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct ClassFlags(pub u32);

impl ClassFlags {
    /// May be a base of other classes.
    pub const BASE: u32 = 1;
    /// Made by Python code (`type(name, bases, namespace)`): on the heap, mutable.
    pub const HEAP: u32 = 2;
    /// `match` treats instances as sequences.
    pub const SEQUENCE: u32 = 4;
    /// `match` treats instances as mappings.
    pub const MAPPING: u32 = 8;
    /// Instances have a `__dict__`.
    pub const HAS_DICT: u32 = 16;
    /// Instances can be weakly referenced.
    pub const WEAKREFABLE: u32 = 32;
    /// Abstract methods are left (`__abstractmethods__` is not empty).
    pub const ABSTRACT: u32 = 64;
    /// `class C: case C(x)` matches the subject itself (int, str, …).
    pub const MATCH_SELF: u32 = 128;
    /// `__getattribute__`, `__getattr__` are the generic ones: attribute caches may be used.
    pub const PLAIN_ATTRIBUTES: u32 = 256;
    /// `__setattr__`, `__delattr__` are the generic ones.
    pub const PLAIN_SET: u32 = 512;
    /// Some instance has been weakly referenced: new shapes carry the heap's flag.
    pub const WEAKLY_REFERENCED: u32 = 1024;
    /// The class or a base defines `__del__`.
    pub const FINALIZER: u32 = 2048;
    /// A subclass of BaseException.
    pub const EXCEPTION: u32 = 4096;

    /// `+` and `*` of this type are concatenation and repetition: no `__radd__` is shown.
    pub const SEQUENCE_SLOTS: u32 = 8192;
    /// A dict whose subscripts find the keys that are there, and store, as dict's do.
    pub const PLAIN_ITEMS: u32 = 1 << 14;
    /// Bits that subclasses inherit.
    pub const INHERITED: u32 = ClassFlags::SEQUENCE
        | ClassFlags::MAPPING
        | ClassFlags::HAS_DICT
        | ClassFlags::WEAKREFABLE
        | ClassFlags::MATCH_SELF
        | ClassFlags::FINALIZER
        | ClassFlags::EXCEPTION;

    /// Some inline cache relies on the class or a subclass.
    pub const CACHED: u32 = 1 << 20;

    /// Whether any of `bits` is set.
    #[inline(always)]
    pub const fn has(self, bits: u32) -> bool {
        self.0 & bits != 0
    }
}

/// How instances of a class lie in memory.
#[derive(Clone, Copy)]
pub struct InstanceLayout {
    /// The native body.
    pub layout: &'static LayoutInfo,
    /// Shape of a fresh instance.
    pub root: ShapeId,
    /// Inline attribute slots of a block, `__slots__` included.
    pub capacity: u16,
    /// How many of them are `__slots__`.
    pub fixed: u16,
}

impl InstanceLayout {
    /// How many slots fit behind the body in the largest block that pools serve.
    pub(super) fn most_slots(&self) -> u16 {
        const LARGEST_BLOCK: usize = 512;
        ((LARGEST_BLOCK - 16 - self.layout.body as usize) / 8) as u16
    }
}

crate::layout! {
    /// Body of a class object.
    pub struct ClassBody as "type" (ShapeId::TYPE) {
        /// `__name__`.
        pub name: Str,
        /// `__qualname__`.
        pub qualname: Str,
        /// `__bases__`.
        pub bases: Tuple,
        /// `__mro__`, the class itself first (that edge keeps a class alive until a collection, as in CPython).
        pub mro: Tuple,
        /// The namespace, behind `__dict__`.
        pub dict: Dict,
        /// The base whose layout the instances extend.
        pub base: Option<Class>,
        /// Weak references to the direct subclasses, oldest first.
        pub subclasses: HeapVec<Object>,
        /// Slots in force.
        pub slots: Opaque<Box<Slots>>,
        /// The builtin type's description, absent for classes made by Python code.
        pub def: Opaque<Option<&'static TypeDef>>,
        /// Facts.
        pub flags: Opaque<ClassFlags>,
        /// Memory layout of instances.
        pub instance: Opaque<InstanceLayout>,
        /// How the VM makes instances itself: the word of the `__init__` function, which the class or a base owns; that of
        /// None if `__new__` and `__init__` are those of object; a small int, the way in which a builtin class is called;
        /// 0 if it is not known, or if a call needs more than that.
        pub constructor: u64,
        /// All shapes of the class, the root first.
        pub shapes: Opaque<Vec<ShapeId>>,
    }
}

/// A class object.
pub type Class = Ref<ClassBody>;

/// What a struct sequence consists of: names and docs. An item without a name has an empty one.
pub struct RecordFields {
    /// What the tuple holds.
    pub items: &'static [(&'static str, &'static str)],
    /// What is an attribute only.
    pub hidden: &'static [(&'static str, &'static str)],
}

/// The static description of a builtin type: the last item of a type's file.
pub struct TypeDef {
    /// Its number; types of modules share `None` and are found through their definition.
    pub id: Option<ClassId>,
    /// `__name__`.
    pub name: &'static str,
    /// `__module__`.
    pub module: &'static str,
    /// `__doc__`.
    pub doc: &'static str,
    /// The base class.
    pub base: ClassId,
    /// The base class of a type whose base is a type of a native module; `base` is not looked at then.
    pub base_type: Option<&'static TypeDef>,
    /// The native body of instances.
    pub layout: fn() -> &'static LayoutInfo,
    /// Fixed shapes of exact instances, the main one first. Empty for types without (their root shape is made).
    pub shapes: &'static [ShapeId],
    /// Facts (`BASE`, `SEQUENCE`, …).
    pub flags: u32,
    /// Words that instances hold behind the base's layout, for the type's own use: `Heap::slot` and `replace_slot`
    /// with indices below this number. For types without a fixed shape.
    pub hidden: u16,
    /// What the type does itself; the rest is inherited.
    pub slots: Slots,
    /// Methods.
    pub methods: &'static [MethodDef],
    /// Computed attributes.
    pub getset: &'static [GetSetDef],
    /// The fields of a struct sequence.
    pub record: Option<&'static RecordFields>,
    /// Makes further class attributes (constants, `__class_getitem__`, `__match_args__`, `__hash__ = None`, …).
    pub extra: Option<fn(&mut super::Runtime, &Class) -> super::Result<()>>,
}

impl TypeDef {
    /// An empty description to be completed with `..TypeDef::EMPTY`.
    pub const EMPTY: TypeDef = TypeDef {
        id: None,
        name: "",
        module: "builtins",
        doc: "",
        base: ClassId::Object,
        base_type: None,
        layout: <() as crate::heap::Layout>::info,
        shapes: &[],
        flags: 0,
        hidden: 0,
        slots: Slots::EMPTY,
        methods: &[],
        getset: &[],
        record: None,
        extra: None,
    };
}

impl Class {
    /// The class behind an object, if it is one.
    #[inline(always)]
    pub fn from_object(object: &Object) -> Option<&Class> {
        object.cast::<ClassBody>()
    }
}
