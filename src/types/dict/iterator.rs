//! The iterators over a dict's keys, values and items, forwards and backwards.
//!
//! One position among the entries and the number of entries expected: when the dict has another number of entries
//! than at the start, the iterator raises RuntimeError, and stays broken.

use super::expect;
use crate::heap::{HeapVec, Object, ShapeId};
use crate::layout::dict::Entry;
use crate::layout::{Dict, Tuple};
use crate::object::{ClassId, Fill, Filled, Result, Runtime, Slots, TypeDef};
use crate::{layout, methods};

/// What an iterator has seen.
enum Step<'a> {
    /// The next entry, and its position.
    At(usize, &'a Entry),
    /// No more entries.
    End,
    /// The dict has grown or shrunk.
    Resized,
    /// As many entries as before, but not the same ones.
    Changed,
}

/// The next step of an iterator that began with `used` entries, stands at `position` and expects `left` more.
#[inline(always)]
fn step<'a>(rt: &'a Runtime, dict: &'a Dict, used: usize, position: usize, left: usize, backwards: bool) -> Step<'a> {
    let body = dict.get(&rt.heap);
    if body.len() != used {
        return Step::Resized;
    }
    let found = if backwards { body.previous(position) } else { body.next(position) };
    match found {
        None => Step::End,
        Some(_) if left == 0 => Step::Changed,
        Some((at, entry)) => Step::At(at, entry),
    }
}

fn item(rt: &Runtime, entry: &Entry) -> Result {
    Ok(Tuple::from_array(&rt.heap, [entry.key.clone(), entry.value.clone()])?.into())
}

macro_rules! iterators {
    ($($body:ident $(($shape:ident))?, $definition:ident, $class:ident, $name:literal, $backwards:literal,
       $make:ident, $methods:ident, |$rt:ident, $entry:ident| $result:expr;)*) => { $(
        layout! {
            /// Body of one of a dict's iterators.
            pub struct $body as $name $((ShapeId::$shape))? {
                /// The dict, until it is exhausted.
                pub dict: Option<Dict>,
                /// Entries that the dict had at the start; `usize::MAX` once a change was noticed.
                pub used: usize,
                /// The next position; backwards, the one behind it.
                pub position: usize,
                /// Entries still expected.
                pub left: usize,
            }
        }

        pub(super) fn $make(rt: &mut Runtime, dict: &Dict) -> Result {
            let body = dict.get(&rt.heap);
            let (used, position) = (body.len(), if $backwards { body.end() } else { 0 });
            let class = rt.class(ClassId::$class);
            Ok(rt.alloc_for(class, $body { dict: Some(dict.clone()), used, position, left: used })?.into())
        }

        impl $body {
            #[inline(always)]
            fn next(rt: &mut Runtime, this: &Object) -> Result<Option<Object>> {
                let iterator = this.cast::<$body>().expect("slots of an iterator get one");
                let body = iterator.get(&rt.heap);
                let Some(dict) = &body.dict else { return Ok(None) };
                match step(rt, dict, body.used, body.position, body.left, $backwards) {
                    Step::At(at, entry) => {
                        let result = {
                            let ($rt, $entry) = (&*rt, entry);
                            $result
                        };
                        let body = iterator.get_mut(&mut rt.heap).0;
                        body.position = if $backwards { at } else { at + 1 };
                        body.left -= 1;
                        result.map(Some)
                    }
                    Step::End => {
                        iterator.get_mut(&mut rt.heap).0.dict = None;
                        Ok(None)
                    }
                    Step::Resized => {
                        iterator.get_mut(&mut rt.heap).0.used = usize::MAX;
                        Err(rt.runtime_error("dictionary changed size during iteration"))
                    }
                    Step::Changed => {
                        iterator.get_mut(&mut rt.heap).0.dict = None;
                        Err(rt.runtime_error("dictionary keys changed during iteration"))
                    }
                }
            }

            const FILL: Fill = Fill {
                items: $body::fill,
                hint: Some($body::length_hint),
            };

            fn length_hint(rt: &Runtime, this: &Object) -> usize {
                let Some(iterator) = this.cast::<$body>() else { return 0 };
                let body = iterator.get(&rt.heap);
                match &body.dict {
                    Some(dict) if dict.get(&rt.heap).len() == body.used => body.left,
                    _ => 0,
                }
            }

            fn fill(rt: &mut Runtime, this: &Object, items: &mut HeapVec<Object>, limit: usize) -> Result<Filled> {
                let iterator = this.cast::<$body>().expect("slots of an iterator get one");
                let body = iterator.get(&rt.heap);
                let Some(dict) = &body.dict else { return Ok(Filled::End) };
                let (mut position, mut left, least) = (body.position, body.left, body.left.saturating_sub(limit));
                items.reserve_steps(&rt.heap, left - least)?;
                let filled = loop {
                    if left == least && left > 0 {
                        break Ok(Filled::Full);
                    }
                    match step(rt, dict, body.used, position, left, $backwards) {
                        Step::At(at, entry) => {
                            let ($rt, $entry) = (&*rt, entry);
                            if let Err(raised) = $result.and_then(|item| Ok(items.push(&rt.heap, item)?)) {
                                break Err(raised);
                            }
                            position = if $backwards { at } else { at + 1 };
                            left -= 1;
                        }
                        Step::End => break Ok(Filled::End),
                        Step::Resized | Step::Changed => break Ok(Filled::Stuck),
                    }
                };
                let body = iterator.get_mut(&mut rt.heap).0;
                (body.position, body.left) = (position, left);
                if let Ok(Filled::End) = filled {
                    drop(body.dict.take());
                }
                filled
            }

            /// `(iter, (list of the rest,))`: a copy is an iterator over a list.
            fn reduce(rt: &mut Runtime, this: &Object) -> Result {
                let Some(iterator) = this.cast::<$body>() else { return Ok(Object::NONE) };
                let body = iterator.get(&rt.heap);
                let body = $body { dict: body.dict.clone(), used: body.used, position: body.position, left: body.left };
                let class = rt.class(ClassId::$class);
                let copy = rt.alloc_for(class, body)?;
                let rest = rt.collect(&copy)?;
                let rest = crate::types::list::new(rt, rest)?;
                crate::types::sequence::reduce_iterator(rt, "iter", None, rest.into())
            }
        }

        methods! {
            static $methods = [
                /// Private method returning an estimate of len(list(it)).
                "__length_hint__"() => |rt: &mut Runtime, this: &Object| $body::length_hint(rt, this);
                /// Return state information for pickling.
                "__reduce__"() => $body::reduce;
            ];
        }

        /// The type of one of a dict's iterators.
        pub static $definition: TypeDef = TypeDef {
            id: Some(ClassId::$class),
            name: $name,
            layout: <$body as crate::heap::Layout>::info,
            shapes: &[$(ShapeId::$shape)?],
            slots: Slots { iter: Some(|_, this| Ok(this.clone())), next: Some(crate::next_slot!($body::next)), fill: Some(&$body::FILL), ..Slots::EMPTY },
            methods: $methods,
            ..TypeDef::EMPTY
        };
    )* };
}

iterators! {
    KeyIteratorBody (DICT_KEY_ITERATOR), KEY_ITERATOR, DictKeyIterator, "dict_keyiterator", false,
        keys, KEY_METHODS, |_rt, entry| Ok(entry.key.clone());
    ValueIteratorBody (DICT_VALUE_ITERATOR), VALUE_ITERATOR, DictValueIterator, "dict_valueiterator", false,
        values, VALUE_METHODS, |_rt, entry| Ok(entry.value.clone());
    ItemIteratorBody (DICT_ITEM_ITERATOR), ITEM_ITERATOR, DictItemIterator, "dict_itemiterator", false,
        items, ITEM_METHODS, |rt, entry| item(rt, entry);
    ReverseKeyIteratorBody, REVERSE_KEY_ITERATOR, DictReverseKeyIterator, "dict_reversekeyiterator", true,
        reverse_keys, REVERSE_KEY_METHODS, |_rt, entry| Ok(entry.key.clone());
    ReverseValueIteratorBody, REVERSE_VALUE_ITERATOR, DictReverseValueIterator, "dict_reversevalueiterator", true,
        reverse_values, REVERSE_VALUE_METHODS, |_rt, entry| Ok(entry.value.clone());
    ReverseItemIteratorBody, REVERSE_ITEM_ITERATOR, DictReverseItemIterator, "dict_reverseitemiterator", true,
        reverse_items, REVERSE_ITEM_METHODS, |rt, entry| item(rt, entry);
}

/// `iter(dict)`.
pub fn iter_keys(rt: &mut Runtime, dict: &Object) -> Result {
    keys(rt, expect(dict))
}
