//! `_typing`: what `typing` takes from the runtime.

use super::NativeModule;
use crate::heap::Object;
use crate::methods;
use crate::object::Runtime;
use crate::types::union;

methods! {
    static FUNCTIONS = [
        /// Return the argument.
        @function "_idfunc"(object, /) => |_rt: &mut Runtime, object: &Object| object.clone();
        /// The `types.UnionType` of two operands, one of which is a TypeAliasType.
        @function "_union"(left, right, /) => union::with_alias;
    ];
}

/// The module.
pub static MODULE: NativeModule = NativeModule {
    name: "_typing",
    doc: "Primitives and accelerators for the typing module.\n",
    functions: FUNCTIONS,
    init: |_, _| Ok(()),
};
