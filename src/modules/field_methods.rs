//! `_fields`: what `dataclasses` and `collections.namedtuple` do natively.

use super::NativeModule;
use crate::heap::Object;
use crate::layout::{Str, Tuple};
use crate::methods;
use crate::object::{
    CompareOp, Function, HASH_MARK, MOST_FIELDS, NEW_TUPLE_MARK, Rest, Result, Runtime, comparison_mark,
    generic_set_attribute,
};

methods! {
    static FUNCTIONS = [
        /// Says of a function named as the special method that it is, that it compares the fields of these names, or
        /// hashes the tuple of them: `self.x == other.x and ...`, `(self.x, ...) < (other.x, ...)`, `hash((self.x, ...))`;
        /// or of a `__new__`, that it makes a tuple of its arguments, which have these names.
        @function "mark"(function, names, /) => mark;
        /// `object.__setattr__(instance, name, value)` for each name and value that follow.
        @function "set_fields"(instance, /, *names_and_values) => |rt: &mut Runtime, instance: &Object, rest: Rest<'_>| {
            set_fields(rt, instance, rest.0)
        };
    ];
}

fn mark(rt: &mut Runtime, function: &Function, names: &Tuple) -> Result<()> {
    let text = function.get(&rt.heap).name.to_rust().into_owned();
    let mark = match text.as_str() {
        "__hash__" => HASH_MARK,
        "__new__" => NEW_TUPLE_MARK,
        name => match CompareOp::ALL.iter().find(|op| op.names().1 == name) {
            Some(&op) => comparison_mark(op),
            None => return Ok(()),
        },
    };
    if mark == NEW_TUPLE_MARK || names.items().len() <= MOST_FIELDS {
        let code = function.get(&rt.heap).code.clone();
        let body = code.get_mut(&mut rt.heap).0;
        body.field_mark = mark;
        body.field_names = Some(names.clone());
    }
    Ok(())
}

fn set_fields(rt: &mut Runtime, instance: &Object, names_and_values: &[Object]) -> Result<()> {
    for pair in names_and_values.chunks_exact(2) {
        let Some(name) = pair[0].cast::<crate::layout::StrBody>() else {
            return Err(rt.type_error("attribute name must be string"));
        };
        let name: &Str = name;
        generic_set_attribute(rt, instance, name, Some(&pair[1]))?;
    }
    Ok(())
}

/// The module.
pub static MODULE: NativeModule = NativeModule {
    name: "_fields",
    doc: "Making, comparing and hashing objects by their fields.",
    functions: FUNCTIONS,
    init: |_, _| Ok(()),
};
