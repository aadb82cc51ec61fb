//! The methods of sets and frozensets.

use super::access::{add, contains_or_frozen, discard_or_frozen};
use super::operations::{
    copy, difference, difference_update, intersection, intersection_update, is_disjoint, is_subset, is_superset,
    symmetric_difference, symmetric_difference_update, take_over, update,
};
use crate::heap::{Object, ShapeId};
use crate::layout::Set;
use crate::methods;
use crate::object::{Class, ClassId, Rest, Result, Runtime};

/// The methods that both types have, with those of one type in front.
macro_rules! tables {
    ($(#[$meta:meta])* $table:ident: $($own:tt)*) => {
        methods! {
            $(#[$meta])*
            pub(super) static $table = [
                $($own)*
                /// Return a new set with elements in the set that are not in the others.
                "difference"(*others) => difference_multi;
                /// Return a new set with elements common to the set and all others.
                "intersection"(*others) => intersection_multi;
                /// Return True if two sets have a null intersection.
                "isdisjoint"(other, /) => is_disjoint;
                /// Report whether another set contains this set.
                "issubset"(other, /) => is_subset;
                /// Report whether this set contains another set.
                "issuperset"(other, /) => is_superset;
                /// Return a new set with elements in either the set or other but not both.
                "symmetric_difference"(other, /) => symmetric_difference;
                /// Return a new set with elements from the set and all others.
                "union"(*others) => union;
                /// x.__contains__(y) <==> y in x.
                "__contains__"(object, /) => contains_or_frozen;
                /// See PEP 585
                @class "__class_getitem__"(object, /) => |rt: &mut Runtime, class: &Class, item: &Object| {
                    crate::types::generic_alias::new(rt, class, item)
                };
                /// Return state information for pickling.
                "__reduce__"() => reduce;
                /// S.__sizeof__() -> size of S in memory, in bytes.
                "__sizeof__"() => |rt: &mut Runtime, this: &Set| rt.heap.object_bytes(this);
            ];
        }
    };
}

tables! { SET:
    /// Add an element to a set.
    ///
    /// This has no effect if the element is already present.
    "add"(object, /) => |rt: &mut Runtime, this: &Set, key: &Object| add(rt, this, key).map(drop);
    /// Remove all elements from this set.
    "clear"() => |rt: &mut Runtime, this: &Set| drop(this.get_mut(&mut rt.heap).0.take());
    /// Return a shallow copy of a set.
    "copy"() => copy;
    /// Remove an element from a set if it is a member.
    ///
    /// Unlike set.remove(), the discard() method does not raise
    /// an exception when an element is missing from the set.
    "discard"(object, /) => |rt: &mut Runtime, this: &Set, key: &Object| discard_or_frozen(rt, this, key).map(drop);
    /// Update the set, removing elements found in others.
    "difference_update"(*others) => |rt: &mut Runtime, this: &Set, others: Rest<'_>| {
        others.0.iter().try_for_each(|other| difference_update(rt, this, other))
    };
    /// Update the set, keeping only elements found in it and all others.
    "intersection_update"(*others) => |rt: &mut Runtime, this: &Set, others: Rest<'_>| -> Result<()> {
        match others.0 {
            [] => Ok(()),
            [only] => intersection_update(rt, this, only),
            _ => {
                let common = intersection_multi(rt, this, others)?;
                take_over(rt, this, &common);
                Ok(())
            }
        }
    };
    /// Remove and return an arbitrary set element.
    ///
    /// Raises KeyError if the set is empty.
    "pop"() => pop;
    /// Remove an element from a set; it must be a member.
    ///
    /// If the element is not a member, raise a KeyError.
    "remove"(object, /) => remove;
    /// Update the set, keeping only elements found in either set, but not in both.
    "symmetric_difference_update"(other, /) => symmetric_difference_update;
    /// Update the set, adding elements from all others.
    "update"(*others) => |rt: &mut Runtime, this: &Set, others: Rest<'_>| {
        others.0.iter().try_for_each(|other| update(rt, this, other))
    };
}

tables! { FROZENSET:
    /// Return a shallow copy of a set.
    "copy"() => copy_frozen;
}

fn copy_frozen(rt: &mut Runtime, this: &Set) -> Result<Set> {
    if this.shape() == ShapeId::FROZENSET { Ok(this.clone()) } else { copy(rt, this) }
}

fn union(rt: &mut Runtime, this: &Set, others: Rest<'_>) -> Result<Set> {
    let result = copy(rt, this)?;
    for other in others.0.iter().filter(|other| !this.is(other)) {
        update(rt, &result, other)?;
    }
    Ok(result)
}

fn intersection_multi(rt: &mut Runtime, this: &Set, others: Rest<'_>) -> Result<Set> {
    let [first, rest @ ..] = others.0 else { return copy(rt, this) };
    let mut result = intersection(rt, this, first)?;
    for other in rest {
        result = intersection(rt, &result, other)?;
    }
    Ok(result)
}

fn difference_multi(rt: &mut Runtime, this: &Set, others: Rest<'_>) -> Result<Set> {
    let [first, rest @ ..] = others.0 else { return copy(rt, this) };
    let result = difference(rt, this, first)?;
    for other in rest {
        difference_update(rt, &result, other)?;
    }
    Ok(result)
}

fn pop(rt: &mut Runtime, this: &Set) -> Result {
    match this.get_mut(&mut rt.heap).0.pop() {
        Some((key, _)) => Ok(key),
        None => Err(rt.raise(ClassId::KeyError, "pop from an empty set")),
    }
}

fn remove(rt: &mut Runtime, this: &Set, key: &Object) -> Result<()> {
    match discard_or_frozen(rt, this, key)? {
        true => Ok(()),
        false => Err(rt.key_error(key)),
    }
}

fn reduce(rt: &mut Runtime, this: &Set) -> Result {
    let class = rt.class_of(this).as_object().clone();
    let keys = super::to_list(rt, this)?;
    let arguments = rt.new_tuple(vec![keys.into()])?;
    let state = match rt.instance_dict(this)? {
        Some(dict) if !dict.get(&rt.heap).is_empty() => dict.into(),
        _ => Object::NONE,
    };
    Ok(rt.new_tuple(vec![class, arguments.into(), state])?.into())
}
