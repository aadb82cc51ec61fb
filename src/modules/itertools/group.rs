//! `groupby` and the iterators over its groups, which share its source.

use super::copying;
use crate::heap::{Object, Ref};
use crate::layout::Tuple;
use crate::modules::support::{matched, this_iterator};
use crate::object::{Args, Class, ClassFlags, Result, Runtime, Slots, TypeDef};
use crate::types::iterators;
use crate::types::sequence;
use crate::{layout, methods};

layout! {
    /// Body of `groupby`.
    pub struct GroupByBody as "itertools.groupby" {
        /// The source.
        pub iterator: Object,
        /// The key function; None for the items themselves.
        pub function: Object,
        /// The key of the group given last.
        pub target: Option<Object>,
        /// The key of the item taken last.
        pub key: Option<Object>,
        /// The item taken last, unless its group has given it.
        pub item: Option<Object>,
        /// Number of the group given last; older ones have ended.
        pub group: u64,
        /// The class of groups.
        pub grouper: Class,
    }
}

layout! {
    /// Body of a group's iterator.
    pub struct GrouperBody as "itertools._grouper" {
        /// The `groupby` that it belongs to.
        pub parent: Ref<GroupByBody>,
        /// Its key.
        pub target: Object,
        /// Its number.
        pub group: u64,
    }
}

fn new(rt: &mut Runtime, class: &Class, args: Args<'_>) -> Result {
    let [Some(iterable), function] = matched(rt, "groupby", &["iterable", "key"], (1, 2), args)? else {
        return Ok(Object::NONE);
    };
    let iterator = rt.iter(iterable)?;
    let function = function.cloned().unwrap_or(Object::NONE);
    let grouper = rt.native_class(&GROUPER)?;
    let body = GroupByBody { iterator, function, target: None, key: None, item: None, group: 0, grouper };
    Ok(rt.alloc_for(class, body)?.into())
}

/// Takes the next item; false at the end.
fn step(rt: &mut Runtime, this: &Ref<GroupByBody>) -> Result<bool> {
    let body = this.get(&rt.heap);
    let (iterator, function) = (body.iterator.clone(), body.function.clone());
    let Some(item) = iterators::next(rt, &iterator)? else { return Ok(false) };
    let key = if function.is_none() { item.clone() } else { rt.call(&function, std::slice::from_ref(&item))? };
    let body = this.get_mut(&mut rt.heap).0;
    let old = (body.item.replace(item), body.key.replace(key));
    drop(old);
    Ok(true)
}

#[inline(always)]
fn next(rt: &mut Runtime, this: &Object) -> Result<Option<Object>> {
    let groups: &Ref<GroupByBody> = this.cast().expect("slots of groupby get one");
    groups.get_mut(&mut rt.heap).0.group += 1;
    let key = loop {
        let body = groups.get(&rt.heap);
        match (body.key.clone(), body.target.clone()) {
            (None, _) => {}
            (Some(key), None) => break key,
            (Some(key), Some(target)) => {
                if !rt.equal(&target, &key)? {
                    break key;
                }
            }
        }
        if !step(rt, groups)? {
            return Ok(None);
        }
        rt.check_interrupts()?;
    };
    let body = groups.get_mut(&mut rt.heap).0;
    let old = body.target.replace(key.clone());
    let (group, class) = (body.group, body.grouper.clone());
    drop(old);
    let grouper = rt.alloc_for(&class, GrouperBody { parent: groups.clone(), target: key.clone(), group })?;
    Ok(Some(Tuple::from_array(&rt.heap, [key, grouper.into()])?.into()))
}

fn grouper_new(rt: &mut Runtime, class: &Class, args: Args<'_>) -> Result {
    let values = crate::types::arity::positional(rt, "_grouper", args, 2, 2)?;
    let Some(parent) = values[0].cast::<GroupByBody>() else {
        let got = rt.type_name(&values[0]);
        return Err(rt.type_error(format!("_grouper() argument 1 must be itertools.groupby, not {got}")));
    };
    let body = parent.get_mut(&mut rt.heap).0;
    body.group += 1;
    let group = body.group;
    Ok(rt.alloc_for(class, GrouperBody { parent: parent.clone(), target: values[1].clone(), group })?.into())
}

#[inline(always)]
fn grouper_next(rt: &mut Runtime, this: &Object) -> Result<Option<Object>> {
    let grouper: &Ref<GrouperBody> = this.cast().expect("slots of a group get one");
    let body = grouper.get(&rt.heap);
    let (parent, target, group) = (body.parent.clone(), body.target.clone(), body.group);
    if parent.get(&rt.heap).group != group {
        return Ok(None);
    }
    if parent.get(&rt.heap).item.is_none() && !step(rt, &parent)? {
        return Ok(None);
    }
    let Some(key) = parent.get(&rt.heap).key.clone() else { return Ok(None) };
    if !rt.equal(&target, &key)? {
        return Ok(None);
    }
    let body = parent.get_mut(&mut rt.heap).0;
    let (item, old) = (body.item.take(), body.key.take());
    drop(old);
    Ok(item)
}

methods! {
    static METHODS = [
        /// Return state information for pickling.
        "__reduce__"() => |rt: &mut Runtime, this: &Ref<GroupByBody>| -> Result {
            let body = this.get(&rt.heap);
            let arguments = vec![body.iterator.clone(), body.function.clone()];
            let state = match (&body.key, &body.item, &body.target) {
                (Some(key), Some(item), Some(target)) => {
                    Some(Tuple::from_array(&rt.heap, [key.clone(), item.clone(), target.clone()])?.into())
                }
                _ => None,
            };
            copying::reduce(rt, this, arguments, state)
        };
        /// Set state information for unpickling.
        "__setstate__"(object, /) => |rt: &mut Runtime, this: &Ref<GroupByBody>, state: &Object| -> Result<()> {
            let parts = copying::parts(rt, state, 3, 3)?;
            let [key, item, target] = parts.items() else { return Ok(()) };
            let body = this.get_mut(&mut rt.heap).0;
            let old = body.key.replace(key.clone());
            let old = (old, body.item.replace(item.clone()), body.target.replace(target.clone()));
            drop(old);
            Ok(())
        };
    ];
}

methods! {
    static GROUPER_METHODS = [
        /// Return state information for pickling.
        "__reduce__"() => |rt: &mut Runtime, this: &Ref<GrouperBody>| -> Result {
            let body = this.get(&rt.heap);
            let (parent, target, group) = (body.parent.clone(), body.target.clone(), body.group);
            if parent.get(&rt.heap).group == group {
                return copying::reduce(rt, this, vec![parent.into(), target], None);
            }
            copying::warn(rt)?;
            let iter = sequence::builtin(rt, "iter")?;
            let nothing = rt.empty_tuple.clone().into();
            sequence::reduced(rt, iter, vec![nothing], None)
        };
    ];
}

/// The type `groupby`.
pub static GROUP_BY: TypeDef = TypeDef {
    name: "groupby",
    module: "itertools",
    doc: "make an iterator that returns consecutive keys and groups from the iterable\n\n  iterable\n    Elements to divide into groups according to the key function.\n  key\n    A function for computing the group category for each element.\n    If the key function is not specified or is None, the element itself\n    is used for grouping.",
    layout: <GroupByBody as crate::heap::Layout>::info,
    flags: ClassFlags::BASE,
    slots: Slots { new: Some(new), iter: Some(this_iterator), next: Some(crate::next_slot!(next)), ..Slots::EMPTY },
    methods: METHODS,
    ..TypeDef::EMPTY
};

/// The type of groups.
pub static GROUPER: TypeDef = TypeDef {
    name: "_grouper",
    module: "itertools",
    layout: <GrouperBody as crate::heap::Layout>::info,
    slots: Slots {
        new: Some(grouper_new),
        iter: Some(this_iterator),
        next: Some(crate::next_slot!(grouper_next)),
        ..Slots::EMPTY
    },
    methods: GROUPER_METHODS,
    ..TypeDef::EMPTY
};
