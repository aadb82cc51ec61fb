//! `_abc`: what abstract base classes ask of the runtime.

use super::NativeModule;
use crate::methods;
use crate::object::{Class, ClassFlags, Result, Runtime};

methods! {
    static FUNCTIONS = [
        /// Makes instances of a class, and of its present subclasses, match the patterns (32: sequences, 64: mappings)
        /// that `flags` names.
        @function "_set_patterns"(cls, flags, /) => |rt: &mut Runtime, class: &Class, flags: i32| -> Result<()> {
            let bits = if flags & 32 != 0 { ClassFlags::SEQUENCE } else { 0 } | if flags & 64 != 0 { ClassFlags::MAPPING } else { 0 };
            mark(rt, class, bits);
            Ok(())
        };
        /// The same with the patterns of another class.
        @function "_share_patterns"(cls, other, /) => |rt: &mut Runtime, class: &Class, other: &Class| -> Result<()> {
            let bits = (*other.get(&rt.heap).flags).0 & (ClassFlags::SEQUENCE | ClassFlags::MAPPING);
            mark(rt, class, bits);
            Ok(())
        };
    ];
}

/// Sets the bits, unless the class is builtin or matches one of the patterns already.
fn mark(rt: &mut Runtime, class: &Class, bits: u32) {
    let mut waiting = vec![class.clone()];
    while let Some(class) = waiting.pop() {
        let flags = *class.get(&rt.heap).flags;
        if bits == 0 || !flags.has(ClassFlags::HEAP) || flags.has(ClassFlags::SEQUENCE | ClassFlags::MAPPING) {
            continue;
        }
        class.get_mut(&mut rt.heap).0.flags.0.0 |= bits;
        waiting.extend(rt.subclasses(&class));
    }
}

/// The description of module `_abc`.
pub static MODULE: NativeModule = NativeModule {
    name: "_abc",
    doc: "Module contains faster C implementation of abc.ABCMeta",
    functions: FUNCTIONS,
    init: |_, _| Ok(()),
};
