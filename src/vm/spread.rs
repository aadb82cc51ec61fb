//! Calls with unpacked arguments, `f(*args, **kwargs)`.

use super::bind::Places;
use super::call::{Call, begin, fill_defaults, plain_init, raise};
use super::enter::{has_room, recursion_error};
use super::frame::{At, Kind, Link, clear, lay};
use super::ops::build::{callable_name, each_pair, merge_keywords};
use super::run::{body, count as count_up, shape};
use super::site::Site;
use crate::heap::{Object, ShapeId, Value};
use crate::layout::dict::Entry;
use crate::layout::{DictBody, ListBody, StrBody, Tuple, TupleBody};
use crate::object::{Args, BoundMethodBody, Class, CodeBody, FunctionBody, Result, Runtime};
use crate::types::tuple;

fn is_text(object: &Object) -> bool {
    object.cast::<StrBody>().is_some()
}

/// CALL_EX.
pub(super) fn call_ex(rt: &mut Runtime, site: Site, next: *const u64) -> At {
    // SAFETY: V1: the window holds what CALL_EX says.
    if let Some(at) = unsafe { spread_plain(rt, site, next) } {
        return at;
    }
    otherwise(rt, site, next)
}

/// The calls that take more.
#[inline(never)]
fn otherwise(rt: &mut Runtime, site: Site, next: *const u64) -> At {
    begin(rt, site);
    // SAFETY: V1: the window holds what CALL_EX says.
    if let Some(at) = unsafe { spread_in_place(rt, site, next) } {
        return at;
    }
    match spread(rt, site) {
        Ok((args, keywords)) => call_spread(rt, site, next, args, keywords),
        Err(raised) => raise(rt, site, raised),
    }
}

/// The items of a tuple or list, if the word is one.
///
/// # Safety
/// The word is valid (H1), and the object is not changed while the items are used.
#[inline(always)]
unsafe fn items_of<'a>(iterable: Value) -> Option<&'a [Object]> {
    // SAFETY: as promised; a shape says what the body is (H4).
    unsafe {
        match iterable.is_pointer().then(|| shape(iterable))? {
            ShapeId::TUPLE | ShapeId::TUPLE_LARGE => Some((*body::<TupleBody>(iterable)).items()),
            ShapeId::LIST => Some(&(*body::<ListBody>(iterable)).items),
            _ => None,
        }
    }
}

/// What CALL_EX unpacks into the parameters of a Python function: the items of a tuple or list, and those of an exact dict
/// without holes, if there is a mapping.
struct Unpacked<'a> {
    function: Value,
    iterable: Value,
    items: &'a [Object],
    mapping: Option<Value>,
    entries: &'a [Entry],
}

impl<'a> Unpacked<'a> {
    /// `None` if the window holds anything else.
    ///
    /// # Safety
    /// The window holds what CALL_EX says (V1); `'a` ends before iterable and mapping are given up.
    #[inline(always)]
    unsafe fn of(site: Site) -> Option<Unpacked<'a>> {
        // SAFETY: as promised; a shape says what the body is (H4).
        unsafe {
            let slot = site.base.add(site.b());
            let (function, iterable) = (*slot, *slot.add(4));
            if !function.is_pointer() || shape(function) != ShapeId::FUNCTION {
                return None;
            }
            let items = items_of(iterable)?;
            if site.c() & 1 == 0 {
                return Some(Unpacked { function, iterable, items, mapping: None, entries: &[] });
            }
            let mapping = *slot.add(5);
            if !mapping.is_pointer() || shape(mapping) != ShapeId::DICT {
                return None;
            }
            let entries = (*body::<DictBody>(mapping)).dense()?;
            Some(Unpacked { function, iterable, items, mapping: Some(mapping), entries })
        }
    }
}

/// A plain Python function called with an item of a tuple or list, or a value of a dict in the parameters' order, for each
/// parameter. `None` if it is not so.
///
/// # Safety
/// The window holds what CALL_EX says (V1).
#[inline(always)]
unsafe fn spread_plain(rt: &mut Runtime, site: Site, next: *const u64) -> Option<At> {
    let window = site.b();
    // SAFETY: a shape says what the body is (H4). V5: the words above the window hold nothing. What is unpacked is this
    // function's once its words have been overwritten; nothing dies with it that has become an argument.
    unsafe {
        let Unpacked { function, iterable, items, mapping, entries } = Unpacked::of(site)?;
        let base = site.base.add(window + 4);
        let code = body::<CodeBody>((*body::<FunctionBody>(function)).code.value());
        if (*code).call_key as usize != items.len() + entries.len()
            || base >= rt.machine.limit
            || rt.machine.remaining <= 0
            || rt.machine.observers.attention()
        {
            return None;
        }
        if !entries.is_empty() {
            let compiled: &crate::bytecode::Code = &(*code).code;
            let parameters: &[Object] = &(*code).parameters;
            let mut pairs = entries.iter().zip(parameters.iter().skip(items.len()));
            let in_order = pairs.all(|(entry, parameter)| entry.key.is(parameter));
            if !in_order || items.len() < compiled.positional_only as usize {
                return None;
            }
        }
        *base = Value::UNBOUND;
        if mapping.is_some() {
            *base.add(1) = Value::UNBOUND;
        }
        for (i, item) in items.iter().enumerate() {
            count_up(item.value());
            *base.add(i) = item.value();
        }
        for (i, entry) in entries.iter().enumerate() {
            count_up(entry.value.value());
            *base.add(items.len() + i) = entry.value.value();
        }
        for i in items.len() + entries.len()..(*code).local_count as usize {
            *base.add(i) = Value::UNBOUND;
        }
        drop(Object::from_owned(iterable));
        if let Some(mapping) = mapping {
            drop(Object::from_owned(mapping));
        }
        Some(lay(&mut rt.machine, code, base, Link::new(Kind::Plain, site.a() as u16, (window + 4) * 8), next))
    }
}

/// A Python function called with a tuple or list, and an exact dict at most: the arguments go straight to their places.
/// `None` if it is not so.
///
/// # Safety
/// The window holds what CALL_EX says (V1).
unsafe fn spread_in_place(rt: &mut Runtime, site: Site, next: *const u64) -> Option<At> {
    let window = site.b();
    // SAFETY: a shape says what the body is (H4). V5: the words above the window hold nothing. The iterable and the
    // mapping are this function's once their words have been overwritten.
    unsafe {
        let Unpacked { function, iterable, items, mapping, entries } = Unpacked::of(site)?;
        let first = site.base.add(window + 4);
        let (given, pairs) = (items.len(), entries.len());
        if !has_room(rt, first, given + 2 * pairs + 2) {
            return None;
        }
        let mut places = None;
        if pairs > 0 {
            places = Places::find(function, given, entries.iter().map(|entry| entry.key.value()));
            if places.is_none() && !entries.iter().all(|entry| is_text(&entry.key)) {
                return None;
            }
        }
        if given == 0 {
            *first = Value::UNBOUND;
        }
        if given < 2 && mapping.is_some() {
            *first.add(1) = Value::UNBOUND;
        }
        for (i, item) in items.iter().enumerate() {
            count_up(item.value());
            *first.add(i) = item.value();
        }
        let call = Call { site, next, window, count: given, names: None };
        let at = match places {
            Some(places) => {
                places.fill_shared(function, first, given, entries.iter().map(|entry| entry.value.value()));
                Some(call.start(rt, function, first, window, Kind::Plain))
            }
            None if pairs > 0 => {
                let at = with_names(rt, call, first, entries);
                drop((Object::from_owned(iterable), mapping.map(|mapping| Object::from_owned(mapping))));
                return Some(at);
            }
            None if fill_defaults(function, first, given, &[]) => {
                Some(call.start(rt, function, first, window, Kind::Plain))
            }
            None => None,
        };
        drop(Object::from_owned(iterable));
        if let Some(mapping) = mapping {
            drop(Object::from_owned(mapping));
        }
        Some(at.unwrap_or_else(|| call.enter(rt, window, Kind::Plain)))
    }
}

/// Puts the mapping's values behind the positional arguments and calls with their names.
///
/// # Safety
/// There is room for the values and the names behind them (V5).
unsafe fn with_names(rt: &mut Runtime, call: Call, first: *mut Value, entries: &[Entry]) -> At {
    let pairs = entries.len();
    // SAFETY: as promised. The names lie above their values for a moment.
    unsafe {
        let (values, keys) = (first.add(call.count), first.add(call.count + pairs));
        for (i, entry) in entries.iter().enumerate() {
            *values.add(i) = entry.value.clone().into_value();
            *keys.add(i) = entry.key.clone().into_value();
        }
        match Tuple::from_moved(&rt.heap, keys, pairs) {
            Ok(names) => {
                (0..pairs).for_each(|i| *keys.add(i) = Value::UNBOUND);
                let call = Call { count: call.count + pairs, names: Some(&names), ..call };
                call.enter_bound(rt, call.window, Kind::Plain)
            }
            Err(error) => {
                clear(first, 0, call.count + 2 * pairs);
                raise(rt, call.site, error.into())
            }
        }
    }
}

type Keywords = Option<(Tuple, Vec<Object>)>;

/// The arguments of a CALL_EX, taken out of the window.
fn spread(rt: &mut Runtime, site: Site) -> Result<(Tuple, Keywords)> {
    let window = site.b();
    let callee = site.get(window);
    if site.c() & 1 != 0 && site.get(window + 5).cast_exact::<DictBody>().is_none() {
        // Keys that are given twice are found before the callee sees any.
        let dict = rt.new_dict()?;
        merge_keywords(rt, &dict, site.get(window + 5), callee)?;
        site.set(window + 5, dict.into());
    }
    let iterable = site.get(window + 4);
    let args = match iterable.cast_exact::<TupleBody>() {
        Some(tuple) => tuple.clone(),
        None => {
            let slots = &rt.class_of(iterable).get(&rt.heap).slots;
            if slots.iter.is_none() && slots.get_item.is_none() {
                let (function, name) = (callable_name(rt, callee)?, rt.type_name(iterable));
                return Err(rt.type_error(format!("{function} argument after * must be an iterable, not {name}")));
            }
            tuple::of(rt, iterable)?
        }
    };
    drop(site.take(window + 4));
    if site.c() & 1 == 0 {
        return Ok((args, None));
    }
    let mapping = site.get(window + 5);
    let (mut names, mut values) = (Vec::new(), Vec::new());
    each_pair(rt, mapping, |rt, key, value| {
        if key.cast::<StrBody>().is_none() {
            return Err(rt.type_error("keywords must be strings"));
        }
        names.push(key);
        values.push(value);
        Ok(())
    })?;
    drop(site.take(window + 5));
    if names.is_empty() {
        return Ok((args, None));
    }
    Ok((args, Some((Tuple::from_slice(&rt.heap, &names)?, values))))
}

fn call_spread(rt: &mut Runtime, site: Site, next: *const u64, args: Tuple, keywords: Keywords) -> At {
    let window = site.b();
    let callee = site.get(window);
    // Arguments of others must not lie above the window: what they call would lay its frames over them.
    let is_python = callee.shape() == ShapeId::FUNCTION
        || callee
            .cast::<BoundMethodBody>()
            .is_some_and(|method| method.get(&rt.heap).function.shape() == ShapeId::FUNCTION)
        || Class::from_object(callee).cloned().is_some_and(|class| plain_init(rt, &class).is_some());
    let names = keywords.as_ref().map(|(names, _)| names.clone());
    let extra = keywords.as_ref().map_or(0, |(_, values)| values.len());
    let count = args.len() + extra;
    let call = Call { site, next, window, count, names: names.as_ref() };
    if is_python {
        let first = call.slot(window + 4);
        if !has_room(rt, first, count + extra) {
            let raised = recursion_error(rt);
            return raise(rt, site, raised);
        }
        let values = keywords.into_iter().flat_map(|(_, values)| values);
        for (i, value) in args.items().iter().cloned().chain(values).enumerate() {
            // SAFETY: V5: the words above the window hold nothing.
            unsafe { *first.wrapping_add(i) = value.into_value() };
        }
        return call.dispatch(rt);
    }
    let plain = Call { count: 0, ..call };
    if rt.machine.observers.present()
        && let Err(raised) = super::observe::native_call(rt, site, callee, args.items())
    {
        return raise(rt, site, raised);
    }
    let result = match keywords {
        None => rt.call_args(callee, Args::positional_only(args.items())),
        Some((names, values)) => {
            let mut all = args.items().to_vec();
            all.extend(values);
            rt.call_args(callee, Args { values: &all, names: Some(&names) })
        }
    };
    if rt.machine.observers.attention() {
        return plain.finish_observed(rt, result, args.items());
    }
    drop(args);
    plain.finish(rt, result)
}
