//! `_tuplegetter`: the descriptor of a named tuple's field.

use crate::heap::{Object, Ref};
use crate::layout::{Str, TupleBody};
use crate::object::{Args, Class, ClassId, GetSetDef, Result, Runtime, Slots, TypeDef};
use crate::types::arity;
use crate::{layout, methods};

layout! {
    /// Body of a field's descriptor.
    pub struct TupleGetterBody as "_collections._tuplegetter" {
        /// Index of the item.
        pub index: isize,
        /// `__doc__`.
        pub doc: Object,
    }
}

fn expect(object: &Object) -> &Ref<TupleGetterBody> {
    object.cast().expect("slots of _tuplegetter get one")
}

fn new(rt: &mut Runtime, class: &Class, args: Args<'_>) -> Result {
    let values = arity::positional(rt, "_tuplegetter", args, 2, 2)?;
    let index = rt.to_index(&values[0])?;
    Ok(rt.alloc_for(class, TupleGetterBody { index, doc: values[1].clone() })?.into())
}

fn descriptor_get(rt: &mut Runtime, this: &Object, instance: Option<&Object>, _owner: &Object) -> Result {
    let Some(instance) = instance else { return Ok(this.clone()) };
    let index = expect(this).get(&rt.heap).index;
    let Some(tuple) = instance.cast::<TupleBody>() else {
        let got = rt.type_name(instance);
        return Err(rt.type_error(format!(
            "descriptor for index '{index}' for tuple subclasses doesn't apply to '{got}' object"
        )));
    };
    match usize::try_from(index).ok().and_then(|index| tuple.items().get(index)) {
        Some(item) => Ok(item.clone()),
        None => Err(rt.index_error("tuple index out of range")),
    }
}

fn descriptor_set(rt: &mut Runtime, _: &Object, _: &Object, value: Option<&Object>) -> Result<()> {
    let what = if value.is_some() { "can't set attribute" } else { "can't delete attribute" };
    Err(rt.raise(ClassId::AttributeError, what))
}

fn repr(rt: &mut Runtime, this: &Object) -> Result<Str> {
    let body = expect(this).get(&rt.heap);
    let (index, doc) = (body.index, body.doc.clone());
    let doc = rt.repr(&doc)?;
    rt.new_str(&format!("_tuplegetter({index}, {})", doc.to_rust()))
}

methods! {
    static METHODS = [
        "__reduce__"() => |rt: &mut Runtime, this: &Ref<TupleGetterBody>| -> Result {
            let class = rt.class_of(this).as_object().clone();
            let body = this.get(&rt.heap);
            let (index, doc) = (body.index, body.doc.clone());
            let index = rt.new_int(index as i128)?;
            let state = rt.new_tuple(vec![index, doc])?;
            Ok(rt.new_tuple(vec![class, state.into()])?.into())
        };
    ];
}

static GETSET: &[GetSetDef] = &[GetSetDef {
    name: "__doc__",
    doc: "",
    get: |rt, this| match this.cast::<TupleGetterBody>() {
        Some(getter) => Ok(getter.get(&rt.heap).doc.clone()),
        None => Ok(Object::NONE),
    },
    set: Some(|rt, this, value| {
        let value = value.cloned().unwrap_or(Object::NONE);
        let old = std::mem::replace(&mut expect(this).get_mut(&mut rt.heap).0.doc, value);
        drop(old);
        Ok(())
    }),
}];

/// The type.
pub static TYPE: TypeDef = TypeDef {
    name: "_tuplegetter",
    module: "collections",
    layout: <TupleGetterBody as crate::heap::Layout>::info,
    slots: Slots {
        new: Some(new),
        repr: Some(repr),
        descriptor_get: Some(descriptor_get),
        descriptor_set: Some(descriptor_set),
        ..Slots::EMPTY
    },
    methods: METHODS,
    getset: GETSET,
    ..TypeDef::EMPTY
};
