//! The builtin types that are not built yet: they have their names, so that scripts can ask what something is an instance
//! of, and say when one of them is made that they are missing.

use crate::object::{ClassFlags, ClassId, Result, Runtime, Slots, TypeDef};

fn refuse(rt: &mut Runtime, name: &str) -> Result {
    Err(rt.not_implemented(format!("{name} is not supported yet")))
}

/// `complex`, `bytearray` and `memoryview`.
pub static TYPES: [TypeDef; 3] = [
    TypeDef {
        id: Some(ClassId::Complex),
        name: "complex",
        doc: "A complex number. Not supported yet.",
        flags: ClassFlags::BASE,
        slots: Slots { new: Some(|rt, _, _| refuse(rt, "complex")), ..Slots::EMPTY },
        ..TypeDef::EMPTY
    },
    TypeDef {
        id: Some(ClassId::ByteArray),
        name: "bytearray",
        doc: "A mutable sequence of bytes. Not supported yet.",
        flags: ClassFlags::BASE,
        slots: Slots { new: Some(|rt, _, _| refuse(rt, "bytearray")), ..Slots::EMPTY },
        ..TypeDef::EMPTY
    },
    TypeDef {
        id: Some(ClassId::MemoryView),
        name: "memoryview",
        doc: "A view of another object's bytes. Not supported yet.",
        slots: Slots { new: Some(|rt, _, _| refuse(rt, "memoryview")), ..Slots::EMPTY },
        ..TypeDef::EMPTY
    },
];
