//! Calls of builtin classes, and of classes in Python that take what a builtin base takes.
//!
//! A builtin class is never changed, so how it is called is found out once and kept as a number in its `constructor`.

use super::call::{Door, after, begin};
use super::frame::At;
use super::site::Site;
use crate::base::watch::STRETCH;
use crate::heap::{HeapVec, Object, Value};
use crate::layout::{DictBody, List, ListBody, Set, StrBody, Tuple, TupleBody};
use crate::object::{Args, Class, ClassFlags, ClassId, Result, Runtime};
use crate::types::{int, list, set, tuple};

/// Declares the ways with their numbers.
macro_rules! ways {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        /// How a builtin class whose metaclass is `type` is called.
        #[derive(Clone, Copy, PartialEq, Eq)]
        enum Way { $($(#[$doc])* $name,)* }

        const WAYS: &[Way] = &[$(Way::$name,)*];
    };
}

ways! {
    /// `int` of a number or digits.
    Int,
    /// `float` of a number.
    Float,
    /// `str` of anything.
    Str,
    /// The truth of anything.
    Bool,
    /// `list` of anything.
    List,
    /// `tuple` of anything.
    Tuple,
    /// `set` of anything.
    Set,
    /// `dict` of a dict.
    Dict,
    /// The class of anything.
    Type,
    /// `object()`.
    Object,
    /// An exception with nothing but its arguments.
    Exception,
    /// As `type.__call__` does it.
    Other,
}

impl Way {
    /// What the `constructor` of a class holds: a small int, while functions are pointers and 0 means unknown.
    fn bits(self) -> u64 {
        Value::small(1 + self as i32).bits()
    }

    fn from_bits(bits: u64) -> Option<Way> {
        // SAFETY: a constructor is the word of a function, of None or of a small int (its field).
        let number = unsafe { Value::from_bits(bits) }.as_int()?;
        WAYS.get(usize::try_from(number - 1).ok()?).copied()
    }

    /// The way of a class, now remembered; `None` if it is made in Python, or its metaclass is not `type`.
    #[cold]
    #[inline(never)]
    fn find(rt: &mut Runtime, class: &Class) -> Option<Way> {
        if class.get(&rt.heap).flags.has(ClassFlags::HEAP) || !rt.class_of(class).is(rt.class(ClassId::Type)) {
            return None;
        }
        const KNOWN: [(ClassId, Way); 10] = [
            (ClassId::Int, Way::Int),
            (ClassId::Float, Way::Float),
            (ClassId::Str, Way::Str),
            (ClassId::Bool, Way::Bool),
            (ClassId::List, Way::List),
            (ClassId::Tuple, Way::Tuple),
            (ClassId::Set, Way::Set),
            (ClassId::Dict, Way::Dict),
            (ClassId::Type, Way::Type),
            (ClassId::Object, Way::Object),
        ];
        let known = KNOWN.iter().find(|(id, _)| class.is(rt.class(*id)));
        let way = match known {
            Some((_, way)) => *way,
            None if rt.is_subclass(class, rt.class(ClassId::BaseException)) => Way::Exception,
            None => Way::Other,
        };
        class.get_mut(&mut rt.heap).0.constructor = way.bits();
        Some(way)
    }
}

/// `int` of an immediate number or of a text of a few digits; `None` for all else.
#[inline]
fn to_int(value: &Object) -> Option<Object> {
    if let Some(text) = value.cast_exact::<StrBody>() {
        return int::of_plain_digits(text);
    }
    let value = value.value();
    let whole = |number: f64| (number.abs() < 1e15).then_some(number as i64);
    Object::int(value.as_int().or_else(|| value.as_float().and_then(whole))?)
}

/// `float` of an immediate number; `None` for all else.
#[inline]
fn to_float(value: &Object) -> Option<Object> {
    let value = value.value();
    Object::immediate(Value::float(value.as_float().or(value.as_int().map(|n| n as f64))?)?)
}

/// The items of an exact list or tuple that is neither empty nor long; `None` of all else.
#[inline]
fn few_items<'a>(rt: &'a Runtime, value: &'a Object) -> Option<&'a [Object]> {
    let items = match (value.cast_exact::<ListBody>(), value.cast_exact::<TupleBody>()) {
        (Some(list), _) => &list.get(&rt.heap).items[..],
        (_, Some(tuple)) => tuple.items(),
        _ => return None,
    };
    (!items.is_empty() && items.len() <= STRETCH).then_some(items)
}

/// The class called with one value, if that is quickly done.
#[inline(always)]
fn of_one(rt: &mut Runtime, site: Site, way: Way, value: &Object) -> Option<Result> {
    match way {
        Way::Int => to_int(value).map(Ok),
        Way::Float => to_float(value).map(Ok),
        Way::Str => {
            begin(rt, site);
            Some(rt.str(value).map(Into::into))
        }
        Way::Bool => {
            begin(rt, site);
            Some(rt.truth(value).map(Object::bool))
        }
        Way::Type => Some(Ok(rt.class_of(value).as_object().clone())),
        Way::List => {
            if let Some(items) = few_items(rt, value) {
                return Some(List::from_slice(&rt.heap, items).map(Into::into).map_err(Into::into));
            }
            begin(rt, site);
            Some(rt.native_call("", |rt| {
                let made = List::new(&rt.heap, HeapVec::new())?;
                list::extend_own(rt, &made, value)?;
                Ok(made.into())
            }))
        }
        Way::Tuple => {
            if value.cast_exact::<TupleBody>().is_some() {
                return Some(Ok(value.clone()));
            }
            if let Some(items) = few_items(rt, value) {
                return Some(Tuple::from_slice(&rt.heap, items).map(Into::into).map_err(Into::into));
            }
            begin(rt, site);
            Some(rt.native_call("", |rt| tuple::of(rt, value).map(Into::into)))
        }
        Way::Set => {
            begin(rt, site);
            Some(rt.native_call("", |rt| {
                let made = Set::new(&rt.heap)?;
                set::update(rt, &made, value)?;
                Ok(made.into())
            }))
        }
        Way::Dict => {
            let dict = value.cast_exact::<DictBody>()?;
            Some(dict.copy(&rt.heap).map(Into::into).map_err(Into::into))
        }
        _ => None,
    }
}

/// Calls a class whose `__init__` is not known to be in Python, with plain arguments; what needs more is left to `cold`.
#[inline(never)]
pub(super) fn builtin_class(
    rt: &mut Runtime,
    site: Site,
    next: *const u64,
    window: usize,
    count: usize,
    cold: Door,
) -> At {
    let Some(class) = Class::from_object(site.get(window)) else { return cold(rt, site, next) };
    let values = site.slice(window + 4, count);
    let known = Way::from_bits(class.get(&rt.heap).constructor);
    let Some(way) = known.or_else(|| Way::find(rt, class)) else {
        return python_class(rt, site, next, class, window, count, cold);
    };
    if let [value] = values
        && let Some(result) = of_one(rt, site, way, value)
    {
        return after(rt, site, next, window, count, result);
    }
    begin(rt, site);
    let plain = match way {
        Way::Exception => rt.plain_exception(class, values).transpose(),
        Way::Object if count == 0 => Some(rt.alloc_for(class, ()).map(Into::into)),
        _ => None,
    };
    let result = match plain {
        Some(result) => result,
        None => rt.native_call("", |rt| rt.call_class(class, Args::positional_only(values))),
    };
    after(rt, site, next, window, count, result)
}

/// The same for a class made in Python: an exception without `__init__`, a named tuple.
fn python_class(
    rt: &mut Runtime,
    site: Site,
    next: *const u64,
    class: &Class,
    window: usize,
    count: usize,
    cold: Door,
) -> At {
    if !rt.class_of(class).is(rt.class(ClassId::Type)) {
        return cold(rt, site, next);
    }
    let values = site.slice(window + 4, count);
    begin(rt, site);
    let made = match rt.plain_exception(class, values).transpose() {
        Some(made) => Some(made),
        None => rt.new_named_tuple(class, values),
    };
    match made {
        Some(result) => after(rt, site, next, window, count, result),
        None => cold(rt, site, next),
    }
}
