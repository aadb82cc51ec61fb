//! `_deque_iterator` and `_deque_reverse_iterator`: they end with an error if the deque was changed.

use super::{Deque, DequeBody, expect};
use crate::heap::{Object, Ref};
use crate::object::{Args, Class, Fill, Filled, Result, Runtime, Slots, TypeDef};
use crate::types::arity;
use crate::{layout, methods};

/// Declares one of the two iterators.
macro_rules! iterator {
    ($body:ident, $definition:ident, $table:ident, $name:literal, $make:ident, $backwards:literal, |$len:ident, $left:ident| $at:expr) => {
        layout! {
            /// Body of a deque's iterator.
            pub struct $body as $name {
                /// The deque.
                pub deque: Deque,
                /// Items left.
                pub left: usize,
                /// The deque's count of changes at the start.
                pub changes: u64,
            }
        }

        impl $body {
            #[inline(always)]
            fn next(rt: &mut Runtime, this: &Object) -> Result<Option<Object>> {
                let iterator: &Ref<$body> = this.cast().expect("slots of a deque's iterator get one");
                let body = iterator.get(&rt.heap);
                let deque = body.deque.get(&rt.heap);
                if deque.changes != body.changes {
                    iterator.get_mut(&mut rt.heap).0.left = 0;
                    return Err(rt.runtime_error("deque mutated during iteration"));
                }
                let ($len, $left) = (deque.len(), body.left);
                if $left == 0 {
                    return Ok(None);
                }
                let item = deque.get($at).cloned();
                iterator.get_mut(&mut rt.heap).0.left -= 1;
                Ok(item)
            }

            const FILL: Fill = Fill {
                items: |rt, this, items, limit| {
                    let iterator: &Ref<$body> = this.cast().expect("slots of a deque's iterator get one");
                    let body = iterator.get(&rt.heap);
                    let deque = body.deque.get(&rt.heap);
                    if deque.changes != body.changes {
                        return Ok(Filled::Stuck);
                    }
                    let left = body.left;
                    let count = left.min(limit);
                    items.reserve_steps(&rt.heap, count)?;
                    if count > 0 {
                        let ($len, $left) = (deque.len(), left);
                        deque.append_to(&rt.heap, items, ($at, count, $backwards))?;
                    }
                    iterator.get_mut(&mut rt.heap).0.left = left - count;
                    Ok(if count == limit { Filled::Full } else { Filled::End })
                },
                hint: Some(|rt, this| this.cast::<$body>().map_or(0, |iterator| iterator.get(&rt.heap).left)),
            };

            #[allow(clippy::new_ret_no_self)]
            fn new(rt: &mut Runtime, class: &Class, args: Args<'_>) -> Result {
                let values = arity::positional(rt, $name, args, 1, 2)?;
                let Some(deque) = values[0].cast::<DequeBody>() else {
                    let got = rt.type_name(&values[0]);
                    return Err(rt.type_error(format!("argument 1 must be collections.deque, not {got}")));
                };
                let skip = match values.get(1) {
                    Some(skip) => rt.to_index(skip)?.max(0) as usize,
                    None => 0,
                };
                let (len, changes) = (deque.get(&rt.heap).len(), deque.get(&rt.heap).changes);
                let body = $body { deque: deque.clone(), left: len.saturating_sub(skip), changes };
                Ok(rt.alloc_for(class, body)?.into())
            }

            fn reduce(rt: &mut Runtime, this: &Ref<$body>) -> Result {
                let class = rt.class_of(this).as_object().clone();
                let body = this.get(&rt.heap);
                let (deque, left) = (body.deque.clone(), body.left);
                let done = deque.get(&rt.heap).len().saturating_sub(left);
                let state = rt.new_tuple(vec![deque.into(), Object::small(0)])?;
                let state = match done {
                    0 => state,
                    _ => {
                        let done = rt.new_int(done as i128)?;
                        rt.new_tuple(vec![state.items()[0].clone(), done])?
                    }
                };
                Ok(rt.new_tuple(vec![class, state.into()])?.into())
            }
        }

        methods! {
            static $table = [
                /// Private method returning an estimate of len(list(it)).
                "__length_hint__"() => |rt: &mut Runtime, this: &Ref<$body>| this.get(&rt.heap).left;
                /// Return state information for pickling.
                "__reduce__"() => $body::reduce;
            ];
        }

        /// The type.
        pub static $definition: TypeDef = TypeDef {
            name: $name,
            module: "collections",
            layout: <$body as crate::heap::Layout>::info,
            slots: Slots {
                new: Some($body::new),
                iter: Some(|_, this| Ok(this.clone())),
                next: Some(crate::next_slot!($body::next)),
                fill: Some(&$body::FILL),
                ..Slots::EMPTY
            },
            methods: $table,
            ..TypeDef::EMPTY
        };

        pub(super) fn $make(rt: &mut Runtime, deque: &Object) -> Result {
            let class = rt.native_class(&$definition)?;
            let deque = expect(deque).clone();
            let (left, changes) = (deque.get(&rt.heap).len(), deque.get(&rt.heap).changes);
            Ok(rt.alloc_for(&class, $body { deque, left, changes })?.into())
        }
    };
}

iterator!(IteratorBody, ITERATOR, METHODS, "_deque_iterator", iter, false, |len, left| len.wrapping_sub(left));
iterator!(
    ReverseIteratorBody,
    REVERSE_ITERATOR,
    REVERSE_METHODS,
    "_deque_reverse_iterator",
    reversed,
    true,
    |_len, left| left - 1
);
