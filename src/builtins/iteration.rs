//! Functions over iterables: `len`, `iter`, `next`, `sum`, `min`, `max`, `sorted`, `any`, `all`.

use crate::base::watch::{LONG_STRETCH, STRETCH};
use crate::heap::{Object, Value};
use crate::layout::{BytesBody, List, ListBody, Str, StrBody, TupleBody};
use crate::methods;
use crate::object::{Args, BinaryOp, ClassId, CompareOp, Keywords, Result, Runtime};
use crate::types::str::are_long;

methods! {
    pub static FUNCTIONS = [
        /// Return the number of items in a container.
        @function "len"(obj, /) => len;
        /// iter(iterable) -> iterator
        /// iter(callable, sentinel) -> iterator
        ///
        /// Get an iterator from an object.
        /// In the first form, the argument must supply its own iterator, or be a sequence.
        /// In the second form, the callable is called until it returns the sentinel.
        @function "iter"(object, sentinel=None, /) => iter;
        /// Return the next item from the iterator.
        ///
        /// If default is given and the iterator is exhausted,
        /// it is returned instead of raising StopIteration.
        @function "next"(iterator, default=None, /) => next;
        /// Return an AsyncIterator for an AsyncIterable object.
        @function "aiter"(async_iterable, /) => aiter;
        /// Return the next item from the async iterator.
        @function "anext"(aiterator, default=None, /) => anext;
        /// Return True if bool(x) is True for all values x in the iterable.
        ///
        /// If the iterable is empty, return True.
        @function "all"(iterable, /) => all;
        /// Return True if bool(x) is True for any x in the iterable.
        ///
        /// If the iterable is empty, return False.
        @function "any"(iterable, /) => any;
        /// Return the sum of a 'start' value (default: 0) plus an iterable of numbers
        ///
        /// When the iterable is empty, return the start value.
        /// This function is intended specifically for use with numeric values and may
        /// reject non-numeric types.
        @function "sum"(iterable, /, start=0) => sum;
        /// min(iterable, *[, default=obj, key=func]) -> value
        /// min(arg1, arg2, *args, *[, key=func]) -> value
        ///
        /// With a single iterable argument, return its smallest item. The
        /// default keyword-only argument specifies an object to return if
        /// the provided iterable is empty.
        /// With two or more positional arguments, return the smallest argument.
        @function "min"(*args, **kwargs) => min;
        /// max(iterable, *[, default=obj, key=func]) -> value
        /// max(arg1, arg2, *args, *[, key=func]) -> value
        ///
        /// With a single iterable argument, return its biggest item. The
        /// default keyword-only argument specifies an object to return if
        /// the provided iterable is empty.
        /// With two or more positional arguments, return the largest argument.
        @function "max"(*args, **kwargs) => max;
        /// Return a new list containing all items from the iterable in ascending order.
        ///
        /// A custom key function can be supplied to customize the sort order, and the
        /// reverse flag can be set to request the result in descending order.
        @function "sorted"(*args, **kwargs) => sorted;
    ];
}

fn len(rt: &mut Runtime, object: &Object) -> Result<usize> {
    rt.len(object)
}

fn iter(rt: &mut Runtime, object: &Object, sentinel: Option<&Object>) -> Result {
    let Some(sentinel) = sentinel else { return rt.iter(object) };
    if rt.class_of(object).get(&rt.heap).slots.call.is_none() {
        return Err(rt.type_error("iter(v, w): v must be callable"));
    }
    (rt.hooks.callable_iterator)(rt, object, sentinel)
}

fn next(rt: &mut Runtime, iterator: &Object, default: Option<&Object>) -> Result {
    let result = rt.next_or_stop(iterator);
    let found = match default {
        // A default also covers a StopIteration that arrives as an exception.
        Some(_) => rt.catch(result, ClassId::StopIteration)?.flatten(),
        None => result?,
    };
    match (found, default) {
        (Some(item), _) => Ok(item),
        (None, Some(default)) => Ok(default.clone()),
        (None, None) => Err(rt.stop_iteration(&Object::NONE)),
    }
}

fn aiter(rt: &mut Runtime, iterable: &Object) -> Result {
    let name = rt.intern("__aiter__");
    if rt.lookup_special(iterable, &name).is_none() {
        let got = rt.type_name(iterable);
        return Err(rt.type_error(format!("'{got}' object is not an async iterable")));
    }
    Err(rt.not_implemented("asynchronous iteration is not implemented"))
}

fn anext(rt: &mut Runtime, iterator: &Object, _default: Option<&Object>) -> Result {
    let name = rt.intern("__anext__");
    if rt.lookup_special(iterator, &name).is_none() {
        let got = rt.type_name(iterator);
        return Err(rt.type_error(format!("'{got}' object is not an async iterator")));
    }
    Err(rt.not_implemented("asynchronous iteration is not implemented"))
}

/// What is iterated over: a list without an iterator object, which would look at it in the same way.
enum Source {
    List(List, usize),
    Iterator(Object),
}

impl Source {
    fn of(rt: &mut Runtime, iterable: &Object) -> Result<Source> {
        match iterable.cast_exact::<ListBody>() {
            Some(list) => Ok(Source::List(list.clone(), 0)),
            None => rt.iter(iterable).map(Source::Iterator),
        }
    }

    #[inline(always)]
    fn next(&mut self, rt: &mut Runtime) -> Result<Option<Object>> {
        match self {
            Source::List(list, at) => {
                let item = list.get(&rt.heap).items.get(*at).cloned();
                *at += 1;
                Ok(item)
            }
            Source::Iterator(iterator) => rt.next(iterator),
        }
    }

    /// As [`Runtime::feed`].
    #[inline(always)]
    fn feed(
        &mut self,
        rt: &mut Runtime,
        mut take: impl FnMut(&mut Runtime, Object) -> Option<Object>,
    ) -> Result<Option<Object>> {
        if let Source::Iterator(iterator) = self {
            return rt.feed(iterator, take);
        }
        loop {
            let Some(item) = self.next(rt)? else { return Ok(None) };
            rt.check_interrupts()?;
            if let Some(back) = take(rt, item) {
                return Ok(Some(back));
            }
        }
    }
}

/// Gives an item back unless its truth is `usual` and no Python code needs to be asked.
fn pass(item: Object, usual: bool) -> Option<Object> {
    let truth = match item.value() {
        Value::TRUE => true,
        Value::FALSE | Value::NONE => false,
        value => match value.as_int() {
            Some(number) => number != 0,
            None => return Some(item),
        },
    };
    (truth != usual).then_some(item)
}

fn all(rt: &mut Runtime, iterable: &Object) -> Result<bool> {
    let mut source = Source::of(rt, iterable)?;
    while let Some(item) = source.feed(rt, |_, item| pass(item, true))? {
        if !rt.truth(&item)? {
            return Ok(false);
        }
    }
    Ok(true)
}

fn any(rt: &mut Runtime, iterable: &Object) -> Result<bool> {
    let mut source = Source::of(rt, iterable)?;
    while let Some(item) = source.feed(rt, |_, item| pass(item, false))? {
        if rt.truth(&item)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Summation in three gears, as CPython has them: small ints, floats with compensation (Neumaier), then objects.
fn sum(rt: &mut Runtime, iterable: &Object, start: Option<&Object>) -> Result {
    let mut source = Source::of(rt, iterable)?;
    let start = start.cloned().unwrap_or(Object::small(0));
    for (id, text) in [
        (ClassId::Str, "sum() can't sum strings [use ''.join(seq) instead]"),
        (ClassId::Bytes, "sum() can't sum bytes [use b''.join(seq) instead]"),
        (ClassId::ByteArray, "sum() can't sum bytearray [use b''.join(seq) instead]"),
    ] {
        if rt.is_instance_of(&start, id) {
            return Err(rt.type_error(text));
        }
    }
    let mut total = start;
    if let (Some(bytes), Some(small)) = (iterable.cast_exact::<BytesBody>(), total.value().as_int()) {
        let mut sum = i128::from(small);
        for part in bytes.as_slice().chunks(LONG_STRETCH) {
            rt.heap.go_on()?;
            sum += i128::from(part.iter().map(|&byte| u64::from(byte)).sum::<u64>());
        }
        return rt.new_int(sum);
    }
    if let Some(mut small) = total.value().as_int() {
        let add = |_: &mut Runtime, item: Object| match Runtime::small_int(&item).and_then(|n| small.checked_add(n)) {
            Some(sum) => {
                small = sum;
                None
            }
            None => Some(item),
        };
        let Some(other) = source.feed(rt, add)? else { return rt.new_int(small.into()) };
        total = rt.new_int(small.into())?;
        if let Some(first) = exact_float(rt, &other) {
            return sum_floats(rt, &mut source, small as f64 + first);
        }
        total = rt.binary(BinaryOp::Add, &total, &other)?;
    }
    if let Some(x) = exact_float(rt, &total) {
        return sum_floats(rt, &mut source, x);
    }
    while let Some(item) = source.next(rt)? {
        rt.check_interrupts()?;
        total = rt.binary(BinaryOp::Add, &total, &item)?;
    }
    Ok(total)
}

/// The value of a float that is no instance of a subclass.
#[inline]
fn exact_float(rt: &Runtime, object: &Object) -> Option<f64> {
    object
        .value()
        .as_float()
        .or_else(|| rt.float_value(object).filter(|_| rt.class_of(object).is(rt.class(ClassId::Float))))
}

fn sum_floats(rt: &mut Runtime, source: &mut Source, start: f64) -> Result {
    let (mut total, mut compensation) = (start, 0.0f64);
    let add = |total: &mut f64, compensation: &mut f64, x: f64| {
        let t = *total + x;
        *compensation += if total.abs() >= x.abs() { (*total - t) + x } else { (x - t) + *total };
        *total = t;
    };
    let finish = |total: f64, compensation: f64| {
        // An infinite or undefined compensation would spoil a right total.
        if compensation != 0.0 && compensation.is_finite() { total + compensation } else { total }
    };
    loop {
        let immediate = |_: &mut Runtime, item: Object| match item.value().as_float() {
            Some(x) => {
                add(&mut total, &mut compensation, x);
                None
            }
            None => Some(item),
        };
        let Some(item) = source.feed(rt, immediate)? else { break };
        if let Some(x) = exact_float(rt, &item) {
            add(&mut total, &mut compensation, x);
        } else if let Some(n) = Runtime::small_int(&item) {
            // Ints among floats are added plainly, as 3.13 does.
            total += n as f64;
        } else {
            let sum = rt.new_float(finish(total, compensation))?;
            let mut rest = rt.binary(BinaryOp::Add, &sum, &item)?;
            while let Some(item) = source.next(rt)? {
                rt.check_interrupts()?;
                rest = rt.binary(BinaryOp::Add, &rest, &item)?;
            }
            return Ok(rest);
        }
    }
    rt.new_float(finish(total, compensation))
}

fn min(rt: &mut Runtime, _args: crate::object::Rest<'_>, call: Keywords<'_>) -> Result {
    extreme(rt, call.0, "min", CompareOp::Less)
}

fn max(rt: &mut Runtime, _args: crate::object::Rest<'_>, call: Keywords<'_>) -> Result {
    extreme(rt, call.0, "max", CompareOp::Greater)
}

/// The greatest or least of a list or tuple that holds nothing but small ints, or nothing but floats; the first of equals.
/// `None` if it holds other things or nothing.
fn extreme_number(rt: &Runtime, iterable: &Object, op: CompareOp) -> Result<Option<Object>> {
    let items = match (iterable.cast_exact::<ListBody>(), iterable.cast_exact::<TupleBody>()) {
        (Some(list), _) => &list.get(&rt.heap).items[..],
        (_, Some(tuple)) => tuple.items(),
        _ => return Ok(None),
    };
    let best = match items.first().is_some_and(|first| first.value().is_int()) {
        true => extreme_by(rt, items, op, |item| item.value().as_int()),
        false => extreme_by(rt, items, op, |item| item.value().as_float()),
    };
    Ok(best?.cloned())
}

/// Makes an immediate number the leader if it is better; gives back what cannot be told apart by numbers alone.
fn lead(leader: &mut Option<Object>, item: Object, op: CompareOp) -> Option<Object> {
    let number = item.value();
    let better = match leader.as_ref().map(Object::value) {
        None if number.is_int() || number.is_float() => true,
        Some(best) if number.is_int() && best.is_int() => op.test(number.int_unchecked().cmp(&best.int_unchecked())),
        Some(best) => match number.as_float().partial_cmp(&best.as_float()) {
            Some(order) if number.is_float() && best.is_float() => op.test(order),
            _ => return Some(item),
        },
        None => return Some(item),
    };
    if better {
        *leader = Some(item);
    }
    None
}

/// The greatest or least item by its number, if each has one.
fn extreme_by<'a, N: PartialOrd>(
    rt: &Runtime,
    items: &'a [Object],
    op: CompareOp,
    number: impl Fn(&Object) -> Option<N>,
) -> Result<Option<&'a Object>> {
    let greatest = matches!(op, CompareOp::Greater);
    let Some(first) = items.first() else { return Ok(None) };
    let Some(measure) = number(first) else { return Ok(None) };
    let mut best = (first, measure);
    for stretch in items.chunks(LONG_STRETCH) {
        rt.heap.go_on()?;
        for item in stretch {
            let Some(other) = number(item) else { return Ok(None) };
            if if greatest { other > best.1 } else { other < best.1 } {
                best = (item, other);
            }
        }
    }
    Ok(Some(best.0))
}

/// `measure op present` for what is not two small ints.
#[inline(never)]
fn is_better(rt: &mut Runtime, op: CompareOp, measure: &Object, present: &Object) -> Result<bool> {
    if let (Some(a), Some(b)) = (measure.cast_exact::<StrBody>(), present.cast_exact::<StrBody>())
        && !are_long(a, b)
    {
        return Ok(op.test(a.compare(b)));
    }
    let result = rt.compare(op, measure, present)?;
    rt.truth(&result)
}

fn extreme(rt: &mut Runtime, args: Args<'_>, name: &str, op: CompareOp) -> Result {
    let (mut key, mut default) = (None, None);
    if args.positional().is_empty() {
        return Err(rt.type_error(format!("{name} expected at least 1 argument, got 0")));
    }
    for (keyword, value) in args.keywords() {
        if keyword.equals_text("key") {
            key = Some(value).filter(|k| !k.is_none());
        } else if keyword.equals_text("default") {
            default = Some(value);
        } else {
            let keyword: &Str = keyword;
            let text = keyword.to_rust().into_owned();
            let hint = crate::base::suggest::hint(&text, &["key", "default"]);
            return Err(rt.type_error(format!("{name}() got an unexpected keyword argument '{text}'{hint}")));
        }
    }
    let positional = args.positional();
    let mut best: Option<(Object, Object)> = None;
    let greatest = op == CompareOp::Greater;
    let mut consider = |rt: &mut Runtime, item: Object| -> Result<()> {
        let measure = match key {
            Some(key) => rt.call(key, std::slice::from_ref(&item))?,
            None => item.clone(),
        };
        let better = match &best {
            None => true,
            Some((_, present)) => match (measure.value().as_int(), present.value().as_int()) {
                (Some(a), Some(b)) => a != b && (a > b) == greatest,
                _ => is_better(rt, op, &measure, present)?,
            },
        };
        if better {
            best = Some((item, measure));
        }
        Ok(())
    };
    match positional {
        [] => return Err(rt.type_error(format!("{name} expected at least 1 argument, got 0"))),
        [iterable] => {
            if key.is_none()
                && let Some(best) = extreme_number(rt, iterable, op)?
            {
                return Ok(best);
            }
            let mut source = Source::of(rt, iterable)?;
            let mut is_at_end = false;
            if key.is_none() {
                let mut leader = None;
                let other = source.feed(rt, |_, item| lead(&mut leader, item, op))?;
                is_at_end = other.is_none();
                for item in leader.into_iter().chain(other) {
                    consider(rt, item)?;
                }
            }
            while !is_at_end && let Some(item) = source.next(rt)? {
                rt.check_interrupts()?;
                consider(rt, item)?;
            }
        }
        several => {
            if default.is_some() {
                return Err(
                    rt.type_error(format!("Cannot specify a default for {name}() with multiple positional arguments"))
                );
            }
            for part in several.chunks(STRETCH) {
                rt.check_interrupts()?;
                for item in part {
                    consider(rt, item.clone())?;
                }
            }
        }
    }
    match (best, default) {
        (Some((item, _)), _) => Ok(item),
        (None, Some(default)) => Ok(default.clone()),
        (None, None) => Err(rt.value_error(format!("{name}() iterable argument is empty"))),
    }
}

fn sorted(rt: &mut Runtime, args: crate::object::Rest<'_>, call: Keywords<'_>) -> Result {
    let [iterable] = args.0 else {
        return Err(rt.type_error(format!("sorted expected 1 argument, got {}", args.0.len())));
    };
    let items = rt.gather(iterable)?;
    let list = List::new(&rt.heap, items)?;
    let given = call.0;
    let (mut key, mut reverse, mut is_usual) = (None, false, true);
    for (name, value) in given.keywords() {
        if name.equals_text("key") {
            key = Some(value).filter(|key| !key.is_none());
        } else if name.equals_text("reverse") && (value.is(&Object::TRUE) || value.is(&Object::FALSE)) {
            reverse = value.is(&Object::TRUE);
        } else {
            is_usual = false;
        }
    }
    if is_usual && !rt.machine.observers.present() {
        crate::types::list::sort(rt, &list, key, reverse)?;
        return Ok(list.into());
    }
    let sort = rt.get_attr_str(&list, "sort")?;
    rt.call_args(&sort, Args { values: &given.values[given.positional().len()..], names: given.names })?;
    Ok(list.into())
}
