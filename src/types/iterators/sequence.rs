//! `iterator` (over `__getitem__`), `callable_iterator` (`iter(f, sentinel)`), `reversed`.

use crate::heap::{Object, Ref, ShapeId};
use crate::object::{Args, Class, ClassFlags, ClassId, Result, Runtime, Slots, TypeDef, generic_get_attribute};
use crate::types::sequence::{builtin, iterator_state, reduced};
use crate::{layout, methods};

layout! {
    /// Body of the iterator over an object that has only `__getitem__`.
    pub struct SequenceIteratorBody as "iterator" {
        /// The sequence; None once exhausted.
        pub sequence: Object,
        /// Next index.
        pub index: i64,
    }
}

/// `iter(x)` for an object with `__getitem__`.
pub fn sequence_iterator(rt: &mut Runtime, sequence: &Object) -> Result {
    let class = rt.class(ClassId::SequenceIterator).clone();
    let body = SequenceIteratorBody { sequence: sequence.clone(), index: 0 };
    Ok(rt.alloc_for(&class, body)?.into())
}

fn this_iterator(_rt: &mut Runtime, this: &Object) -> Result {
    Ok(this.clone())
}

fn sequence_next(rt: &mut Runtime, this: &Object) -> Result<Option<Object>> {
    let iterator: &Ref<SequenceIteratorBody> = this.cast().expect("by its type");
    let (sequence, index) = {
        let body = iterator.get(&rt.heap);
        (body.sequence.clone(), body.index)
    };
    if sequence.is_none() {
        return Ok(None);
    }
    let key = rt.new_int(index.into())?;
    match rt.get_item(&sequence, &key) {
        Ok(item) => {
            iterator.get_mut(&mut rt.heap).0.index = index + 1;
            Ok(Some(item))
        }
        Err(raised) if rt.is_raised(&raised, ClassId::IndexError) || rt.is_raised(&raised, ClassId::StopIteration) => {
            let old = std::mem::replace(&mut iterator.get_mut(&mut rt.heap).0.sequence, Object::NONE);
            drop(old);
            Ok(None)
        }
        Err(raised) => Err(raised),
    }
}

methods! {
    static SEQUENCE_METHODS = [
        /// Private method returning an estimate of len(list(it)).
        "__length_hint__"() => sequence_hint;
        /// Return state information for pickling.
        "__reduce__"() => sequence_reduce;
        /// Set state information for unpickling.
        "__setstate__"(object, /) => sequence_set_state;
    ];
}

/// The sequence and position of an iterator, or an empty tuple once it is exhausted.
fn sequence_reduce(rt: &mut Runtime, this: &Ref<SequenceIteratorBody>) -> Result {
    let body = this.get(&rt.heap);
    let (sequence, index) = (body.sequence.clone(), body.index);
    let function = builtin(rt, "iter")?;
    if sequence.is_none() {
        let empty = rt.empty_tuple.clone().into();
        return reduced(rt, function, vec![empty], None);
    }
    let index = rt.new_int(index.into())?;
    reduced(rt, function, vec![sequence], Some(index))
}

fn sequence_set_state(rt: &mut Runtime, this: &Ref<SequenceIteratorBody>, state: &Object) -> Result<()> {
    let index = iterator_state(rt, state)?.max(0) as i64;
    if !this.get(&rt.heap).sequence.is_none() {
        this.get_mut(&mut rt.heap).0.index = index;
    }
    Ok(())
}

fn sequence_hint(rt: &mut Runtime, this: &Ref<SequenceIteratorBody>) -> Result {
    let (sequence, index) = {
        let body = this.get(&rt.heap);
        (body.sequence.clone(), body.index)
    };
    if sequence.is_none() {
        return Ok(Object::small(0));
    }
    if rt.class_of(&sequence).get(&rt.heap).slots.len.is_none() {
        return Ok(Object::NOT_IMPLEMENTED);
    }
    let len = rt.len(&sequence)? as i64;
    rt.new_int((len - index).max(0).into())
}

/// The description of `iterator`.
pub static SEQUENCE_ITERATOR: TypeDef = TypeDef {
    id: Some(ClassId::SequenceIterator),
    name: "iterator",
    layout: <SequenceIteratorBody as crate::heap::Layout>::info,
    slots: Slots { iter: Some(this_iterator), next: Some(crate::next_slot!(sequence_next)), ..Slots::EMPTY },
    methods: SEQUENCE_METHODS,
    ..TypeDef::EMPTY
};

layout! {
    /// Body of `iter(callable, sentinel)`.
    pub struct CallableIteratorBody as "callable_iterator" {
        /// What is called; None once exhausted.
        pub callable: Object,
        /// The value that ends the iteration.
        pub sentinel: Object,
    }
}

/// `iter(callable, sentinel)`.
pub fn callable_iterator(rt: &mut Runtime, callable: &Object, sentinel: &Object) -> Result {
    let class = rt.class(ClassId::CallableIterator).clone();
    let body = CallableIteratorBody { callable: callable.clone(), sentinel: sentinel.clone() };
    Ok(rt.alloc_for(&class, body)?.into())
}

fn callable_next(rt: &mut Runtime, this: &Object) -> Result<Option<Object>> {
    let iterator: &Ref<CallableIteratorBody> = this.cast().expect("by its type");
    let (callable, sentinel) = {
        let body = iterator.get(&rt.heap);
        (body.callable.clone(), body.sentinel.clone())
    };
    if callable.is_none() {
        return Ok(None);
    }
    let result = rt.call(&callable, &[]);
    if iterator.get(&rt.heap).callable.is_none() {
        // The call has itself exhausted the iterator.
        return rt.catch(result, ClassId::StopIteration).map(|_| None);
    }
    let value = match rt.catch(result, ClassId::StopIteration)? {
        Some(value) if !rt.equal(&sentinel, &value)? => return Ok(Some(value)),
        other => other,
    };
    drop(value);
    let old = std::mem::replace(&mut iterator.get_mut(&mut rt.heap).0.callable, Object::NONE);
    drop(old);
    Ok(None)
}

methods! {
    static CALLABLE_METHODS = [
        /// Return state information for pickling.
        "__reduce__"() => callable_reduce;
    ];
}

fn callable_reduce(rt: &mut Runtime, this: &Ref<CallableIteratorBody>) -> Result {
    let body = this.get(&rt.heap);
    let (callable, sentinel) = (body.callable.clone(), body.sentinel.clone());
    let function = builtin(rt, "iter")?;
    let arguments = if callable.is_none() { vec![rt.empty_tuple.clone().into()] } else { vec![callable, sentinel] };
    reduced(rt, function, arguments, None)
}

/// The description of `callable_iterator`.
pub static CALLABLE_ITERATOR: TypeDef = TypeDef {
    id: Some(ClassId::CallableIterator),
    name: "callable_iterator",
    layout: <CallableIteratorBody as crate::heap::Layout>::info,
    slots: Slots { iter: Some(this_iterator), next: Some(crate::next_slot!(callable_next)), ..Slots::EMPTY },
    methods: CALLABLE_METHODS,
    ..TypeDef::EMPTY
};

layout! {
    /// Body of `reversed(sequence)` for sequences without `__reversed__`.
    pub struct ReversedBody as "reversed" (ShapeId::REVERSED) {
        /// The sequence; None once exhausted.
        pub sequence: Object,
        /// Next index; -1 once exhausted.
        pub index: i64,
    }
}

fn reversed_new(rt: &mut Runtime, class: &Class, args: Args<'_>) -> Result {
    if crate::types::arity::without_foreign_keywords(rt, class, args).keyword_count() > 0 {
        return Err(rt.type_error("reversed() takes no keyword arguments"));
    }
    let [sequence] = args.positional() else {
        let got = args.positional().len();
        return Err(rt.type_error(format!("reversed expected 1 argument, got {got}")));
    };
    let name = rt.names.reversed.clone();
    if let Some(method) = rt.lookup_special(sequence, &name) {
        if method.is_none() {
            let kind = rt.type_name(sequence);
            return Err(rt.type_error(format!("'{kind}' object is not reversible")));
        }
        let result = rt.call_special(sequence, &name, &[])?;
        return Ok(result.unwrap_or(Object::NONE));
    }
    let slots = &rt.class_of(sequence).get(&rt.heap).slots;
    if slots.get_item.is_none() || sequence.cast::<crate::layout::DictBody>().is_some() {
        let kind = rt.type_name(sequence);
        return Err(rt.type_error(format!("'{kind}' object is not reversible")));
    }
    let len = rt.len(sequence)? as i64;
    let body = ReversedBody { sequence: sequence.clone(), index: len - 1 };
    Ok(rt.alloc_for(class, body)?.into())
}

fn reversed_next(rt: &mut Runtime, this: &Object) -> Result<Option<Object>> {
    let iterator: &Ref<ReversedBody> = this.cast().expect("by its type");
    let (sequence, index) = {
        let body = iterator.get(&rt.heap);
        (body.sequence.clone(), body.index)
    };
    if index >= 0 {
        let key = rt.new_int(index.into())?;
        match rt.get_item(&sequence, &key) {
            Ok(item) => {
                iterator.get_mut(&mut rt.heap).0.index = index - 1;
                return Ok(Some(item));
            }
            Err(raised)
                if rt.is_raised(&raised, ClassId::IndexError) || rt.is_raised(&raised, ClassId::StopIteration) => {}
            Err(raised) => return Err(raised),
        }
    }
    let old = {
        let body = iterator.get_mut(&mut rt.heap).0;
        body.index = -1;
        std::mem::replace(&mut body.sequence, Object::NONE)
    };
    drop(old);
    Ok(None)
}

methods! {
    static REVERSED_METHODS = [
        /// Private method returning an estimate of len(list(it)).
        "__length_hint__"() => reversed_hint;
        /// Return state information for pickling.
        "__reduce__"() => reversed_reduce;
        /// Set state information for unpickling.
        "__setstate__"(object, /) => reversed_set_state;
    ];
}

fn reversed_hint(rt: &mut Runtime, this: &Ref<ReversedBody>) -> Result<i64> {
    let (sequence, index) = (this.get(&rt.heap).sequence.clone(), this.get(&rt.heap).index);
    if sequence.is_none() {
        return Ok(0);
    }
    // The sequence may have become shorter since.
    let len = rt.len(&sequence)? as i64;
    Ok(if len < index + 1 { 0 } else { index + 1 })
}

fn reversed_reduce(rt: &mut Runtime, this: &Ref<ReversedBody>) -> Result {
    let (sequence, index) = (this.get(&rt.heap).sequence.clone(), this.get(&rt.heap).index);
    let class = rt.class_of(this).as_object().clone();
    if sequence.is_none() {
        let empty = rt.empty_tuple.clone().into();
        return reduced(rt, class, vec![empty], None);
    }
    let index = rt.new_int(index.into())?;
    reduced(rt, class, vec![sequence], Some(index))
}

fn reversed_set_state(rt: &mut Runtime, this: &Ref<ReversedBody>, state: &Object) -> Result<()> {
    let index = iterator_state(rt, state)? as i64;
    let sequence = this.get(&rt.heap).sequence.clone();
    if sequence.is_none() {
        return Ok(());
    }
    let len = rt.len(&sequence)? as i64;
    this.get_mut(&mut rt.heap).0.index = index.clamp(-1, len - 1);
    Ok(())
}

/// The description of `reversed`.
pub static REVERSED: TypeDef = TypeDef {
    id: Some(ClassId::Reversed),
    name: "reversed",
    doc: "Return a reverse iterator over the values of the given sequence.",
    layout: <ReversedBody as crate::heap::Layout>::info,
    shapes: &[ShapeId::REVERSED],
    flags: ClassFlags::BASE,
    slots: Slots {
        new: Some(reversed_new),
        iter: Some(this_iterator),
        next: Some(crate::next_slot!(reversed_next)),
        get_attribute: Some(generic_get_attribute),
        ..Slots::EMPTY
    },
    methods: REVERSED_METHODS,
    ..TypeDef::EMPTY
};
