//! `collections.OrderedDict`: a dict, which is ordered anyhow, with moves to both ends in constant time. The hidden word
//! behind its layout remembers where the first entry lies, so that taking entries from the front does not walk over the
//! holes that others have left.
//!
//! - `methods`: the methods.
//! - `update`: taking over other mappings, through `__setitem__` of subclasses.
//! - `views`: views and iterators.

mod methods;
mod update;
mod views;

use crate::heap::Object;
use crate::layout::{Dict, DictBody, Str};
use crate::object::{Args, BinaryOp, Class, ClassFlags, ClassId, CompareOp, Result, Runtime, Slots, TypeDef};

/// The hidden word: 65536 times a position before which there are only holes, plus the dict's count of resizes then.
const FRONT: usize = 0;

pub(super) fn expect(object: &Object) -> &Dict {
    object.cast().expect("slots of OrderedDict get dicts")
}

/// Whether the object is an OrderedDict or an instance of a subclass.
fn is_ordered(rt: &mut Runtime, object: &Object) -> Result<bool> {
    let own = rt.native_class(&TYPE)?;
    Ok(rt.is_subclass(rt.class_of(object), &own))
}

/// Whether the object is an OrderedDict and no instance of a subclass.
fn is_exact(rt: &Runtime, object: &Object) -> bool {
    (*rt.class_of(object).get(&rt.heap).def).is_some_and(|def| std::ptr::eq(def, &TYPE))
}

/// The position of the first entry.
fn front(rt: &mut Runtime, this: &Object) -> Option<usize> {
    let dict = expect(this);
    let known = rt.heap.slot(this, FRONT).and_then(|word| word.value().as_int()).unwrap_or(0);
    let resizes = dict.get(&rt.heap).resizes();
    let start = if known as u16 == resizes { (known >> 16) as usize } else { 0 };
    let (at, _) = dict.get(&rt.heap).next(start)?;
    if at > start {
        set_front(rt, this, at);
    }
    Some(at)
}

fn set_front(rt: &mut Runtime, this: &Object, position: usize) {
    let resizes = expect(this).get(&rt.heap).resizes();
    let word = Object::int((position as i64) << 16 | i64::from(resizes)).unwrap_or(Object::NONE);
    drop(rt.heap.replace_slot(this, FRONT, word));
}

fn create(rt: &mut Runtime, class: &Class, _: Args<'_>) -> Result {
    Ok(rt.alloc_for(class, DictBody::new())?.into())
}

fn init(rt: &mut Runtime, this: &Object, args: Args<'_>) -> Result<()> {
    let positional = args.positional();
    if positional.len() > 1 {
        let got = positional.len();
        return Err(rt.type_error(format!("expected at most 1 arguments, got {got}")));
    }
    update::update(rt, this, args)
}

fn repr(rt: &mut Runtime, this: &Object) -> Result<Str> {
    let name = rt.class_of(this).get(&rt.heap).name.to_rust().into_owned();
    let text = rt.with_repr_guard(this, |rt| {
        if expect(this).get(&rt.heap).is_empty() {
            return Ok(format!("{name}()"));
        }
        let plain: Object = expect(this).copy(&rt.heap)?.into();
        let inner = rt.repr(&plain)?;
        Ok(format!("{name}({})", inner.to_rust()))
    })?;
    rt.new_str(text.as_deref().unwrap_or("..."))
}

/// Two ordered dicts are equal if their entries are, in the same order.
fn compare(rt: &mut Runtime, left: &Object, right: &Object, op: CompareOp) -> Result {
    if right.cast::<DictBody>().is_none() || !matches!(op, CompareOp::Equal | CompareOp::NotEqual) {
        return Ok(Object::NOT_IMPLEMENTED);
    }
    let Some(function) = rt.class(ClassId::Dict).get(&rt.heap).slots.compare else {
        return Ok(Object::NOT_IMPLEMENTED);
    };
    let same = function(rt, left, right, CompareOp::Equal)?;
    let mut equal = rt.truth(&same)?;
    if equal && is_ordered(rt, right)? && is_ordered(rt, left)? {
        equal = same_order(rt, expect(left), expect(right))?;
    }
    Ok(Object::bool(equal == (op == CompareOp::Equal)))
}

fn same_order(rt: &mut Runtime, left: &Dict, right: &Dict) -> Result<bool> {
    let (mut i, mut j) = (0, 0);
    loop {
        match (left.next_pair(rt, i), right.next_pair(rt, j)) {
            (Some((at, a, _)), Some((other, b, _))) => {
                if !rt.equal(&a, &b)? {
                    return Ok(false);
                }
                (i, j) = (at + 1, other + 1);
            }
            (None, None) => return Ok(true),
            _ => return Ok(false),
        }
    }
}

fn union(rt: &mut Runtime, left: &Object, right: &Object) -> Result {
    if left.cast::<DictBody>().is_none() || right.cast::<DictBody>().is_none() {
        return Ok(Object::NOT_IMPLEMENTED);
    }
    let own = if is_ordered(rt, left)? { left } else { right };
    let class = rt.class_of(own).as_object().clone();
    let result = rt.call(&class, std::slice::from_ref(left))?;
    update::update_from(rt, &result, right)?;
    Ok(result)
}

fn union_in_place(rt: &mut Runtime, this: &Object, other: &Object) -> Result {
    update::update_from(rt, this, other)?;
    Ok(this.clone())
}

fn iter(rt: &mut Runtime, this: &Object) -> Result {
    views::iterator(rt, this, views::KEYS_OF, false)
}

/// The type.
pub static TYPE: TypeDef = TypeDef {
    name: "OrderedDict",
    module: "collections",
    doc: "Dictionary that remembers insertion order",
    base: ClassId::Dict,
    layout: <DictBody as crate::heap::Layout>::info,
    flags: ClassFlags::BASE
        | ClassFlags::MAPPING
        | ClassFlags::MATCH_SELF
        | ClassFlags::HAS_DICT
        | ClassFlags::WEAKREFABLE,
    hidden: 1,
    slots: Slots {
        new: Some(create),
        init: Some(init),
        repr: Some(repr),
        compare: Some(compare),
        iter: Some(iter),
        ..Slots::EMPTY
    }
    .with_binary(BinaryOp::Or, union)
    .with_in_place(BinaryOp::Or, union_in_place),
    methods: methods::METHODS,
    extra: Some(|rt, class: &Class| {
        // Equality is its own, and so is being unhashable.
        let dict = class.get(&rt.heap).dict.clone();
        rt.put_attribute(&dict, "__hash__", Object::NONE)
    }),
    ..TypeDef::EMPTY
};
