//! `iter(s)`: the characters one by one. As in CPython, ASCII strings have a type of iterator of their own.

use super::slots::expect;
use crate::heap::{Layout, Object, Ref, ShapeId};
use crate::layout::int::as_int;
use crate::layout::{Str, StrBody, Tuple};
use crate::object::{ClassId, Result, Runtime, Slots, TypeDef};
use crate::{layout, methods};

layout! {
    /// State of an iterator over a string.
    pub struct StrIteratorBody as "str_iterator" (ShapeId::STR_ITERATOR) {
        /// The string, gone once it is exhausted.
        pub string: Option<Str>,
        /// The next character's index.
        pub index: usize,
    }
}

fn expect_iterator(this: &Object) -> &Ref<StrIteratorBody> {
    this.cast().expect("slots of str_iterator get string iterators")
}

pub fn iter(rt: &mut Runtime, this: &Object) -> Result {
    let string = expect(this);
    let body = StrIteratorBody { string: Some(string.clone()), index: 0 };
    if string.as_ascii().is_some() && string.cast_exact::<StrBody>().is_some() {
        return Ok(rt.heap.alloc(ShapeId::STR_ITERATOR, body)?.into());
    }
    let class = rt.class(ClassId::StrIterator);
    Ok(rt.alloc_for(class, body)?.into())
}

fn same(_: &mut Runtime, this: &Object) -> Result {
    Ok(this.clone())
}

fn next(rt: &mut Runtime, this: &Object) -> Result<Option<Object>> {
    next_character(rt, expect_iterator(this))
}

/// The next character's string.
#[inline]
pub fn next_character(rt: &mut Runtime, iterator: &Ref<StrIteratorBody>) -> Result<Option<Object>> {
    let (body, _) = iterator.get_mut(&mut rt.heap);
    let index = body.index;
    if let Some(string) = &body.string
        && let Some(character) = string.shared_character(&rt.strings, index as i64)
    {
        body.index = index + 1;
        return Ok(Some(character.as_object().clone()));
    }
    let character = match &body.string {
        Some(string) if index < string.len() => string.char_at(index),
        Some(_) => {
            let exhausted = body.string.take();
            drop(exhausted);
            return Ok(None);
        }
        None => return Ok(None),
    };
    body.index = index + 1;
    Ok(Some(rt.strings.character(&rt.heap, character)?.into()))
}

methods! {
    static METHODS = [
        /// Private method returning an estimate of len(list(it)).
        "__length_hint__"() => length_hint;
        /// Return state information for pickling.
        "__reduce__"() => reduce;
        /// Set state information for unpickling.
        "__setstate__"(object, /) => set_state;
    ];
}

fn length_hint(rt: &mut Runtime, this: &Object) -> usize {
    let body = expect_iterator(this).get(&rt.heap);
    body.string.as_ref().map_or(0, |string| string.len() - body.index.min(string.len()))
}

fn reduce(rt: &mut Runtime, this: &Object) -> Result<Tuple> {
    let name = rt.intern("iter");
    let builtin = rt.builtins.get_str(&rt.heap, &name).cloned().unwrap_or(Object::NONE);
    let body = expect_iterator(this).get(&rt.heap);
    let (string, index) = (body.string.clone(), body.index);
    match string {
        Some(string) => {
            let arguments = Tuple::from_array(&rt.heap, [string.into()])?;
            let index = rt.new_int(index as i128)?;
            Ok(Tuple::from_array(&rt.heap, [builtin, arguments.into(), index])?)
        }
        None => {
            let arguments = Tuple::from_array(&rt.heap, [rt.strings.empty().into()])?;
            Ok(Tuple::from_array(&rt.heap, [builtin, arguments.into()])?)
        }
    }
}

fn set_state(rt: &mut Runtime, this: &Object, state: &Object) -> Result<()> {
    let Some(state) = as_int(state) else { return Err(rt.type_error("an integer is required")) };
    let Some(state) = state.to_i64() else {
        return Err(rt.overflow_error("Python int too large to convert to C ssize_t"));
    };
    let (body, _) = expect_iterator(this).get_mut(&mut rt.heap);
    if let Some(string) = &body.string {
        body.index = state.clamp(0, string.len() as i64) as usize;
    }
    Ok(())
}

const SLOTS: Slots = Slots { iter: Some(same), next: Some(crate::next_slot!(next)), ..Slots::EMPTY };

/// `str_ascii_iterator`.
pub static ASCII_ITERATOR: TypeDef = TypeDef {
    id: Some(ClassId::StrAsciiIterator),
    name: "str_ascii_iterator",
    layout: StrIteratorBody::info,
    shapes: &[ShapeId::STR_ITERATOR],
    slots: SLOTS,
    methods: METHODS,
    ..TypeDef::EMPTY
};

/// `str_iterator`.
pub static ITERATOR: TypeDef = TypeDef {
    id: Some(ClassId::StrIterator),
    name: "str_iterator",
    layout: StrIteratorBody::info,
    slots: SLOTS,
    methods: METHODS,
    ..TypeDef::EMPTY
};
