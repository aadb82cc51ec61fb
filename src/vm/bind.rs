//! Binding: from the arguments of a call to the registers of the callee.
//!
//! Arguments lie as owned words where the callee's registers will be: positional ones from register 0, then the
//! values of the keywords. Binding moves them to their parameters and fills in defaults. On an error every register
//! from 0 on is empty.

use super::frame::{clear, take};
use super::run::{body, count as count_up};
use crate::bytecode::flags;
use crate::heap::{Object, Value};
use crate::layout::{Dict, DictBody, Str, StrBody, Tuple};
use crate::object::{CodeBody, Function, FunctionBody, Raised, Result, Runtime};

/// What a binding needs to know of its call.
struct Binding<'a> {
    function: &'a Function,
    base: *mut Value,
    /// Parameters without `*args` and `**kwargs`.
    total: usize,
    /// The first register above both arguments and locals.
    top: usize,
}

/// Binds `count` arguments at `base`, of which the last are the values of `names`.
///
/// # Safety
/// The words at `base` are owned by the caller, which gives them up; there is room for the callee's registers and for
/// the keywords' values above them and above the arguments.
pub(super) unsafe fn bind(
    rt: &mut Runtime,
    function: &Function,
    base: *mut Value,
    count: usize,
    names: &[Object],
) -> Result<()> {
    // SAFETY: V1: the caller keeps the function alive, and that its code: no Python code runs here.
    let code = unsafe { &*body::<CodeBody>((*body::<FunctionBody>(function.value())).code.value()) };
    let total = code.argument_count as usize + code.code.keyword_only as usize;
    let binding = Binding { function, base, total, top: count.max(code.local_count as usize) };
    // SAFETY: as promised.
    let result = unsafe { binding.bind(rt, code, count - names.len(), names) };
    if result.is_err() {
        // SAFETY: every word up to there is an immediate or owned.
        unsafe { clear(base, 0, binding.top + names.len()) };
    }
    result
}

impl Binding<'_> {
    #[inline(always)]
    fn slot(&self, index: usize) -> *mut Value {
        self.base.wrapping_add(index)
    }

    unsafe fn bind(&self, rt: &mut Runtime, code: &CodeBody, given: usize, names: &[Object]) -> Result<()> {
        let positional = code.argument_count as usize;
        let (has_rest, has_extra) = (code.code.flags & flags::VARARGS != 0, code.code.flags & flags::VARKEYWORDS != 0);
        // SAFETY: (for the whole function) registers at `base` are this call's; each word is moved, not copied.
        unsafe {
            if !has_rest && !has_extra && (names.is_empty() || self.in_order(code, given, names)) {
                if given > positional {
                    return Err(self.too_many(rt, code, given, names));
                }
                let bound = given + names.len();
                for i in bound..self.top {
                    *self.slot(i) = Value::UNBOUND;
                }
                return if bound < self.total { self.defaults(rt, code, bound) } else { Ok(()) };
            }
            // Keyword values move aside first: their parameters may lie where other values are.
            for i in 0..names.len() {
                *self.slot(self.top + i) = *self.slot(given + i);
            }
            for i in given..self.top {
                *self.slot(i) = Value::UNBOUND;
            }
            let placed = given.min(positional);
            let mut next = self.total;
            if has_rest {
                let rest = self.rest(rt, placed, given)?;
                *self.slot(next) = rest.into_value();
                next += 1;
            } else if given > positional {
                // Parameters above the placed ones are free only if there is no surplus.
                return Err(self.too_many(rt, code, given, names));
            }
            let mut extra = None;
            if has_extra {
                let values = std::slice::from_raw_parts(self.slot(self.top).cast::<Object>(), names.len());
                if self.takes_none(code, names)
                    && let Some(dict) = Dict::of_distinct(&rt.heap, names, values, &rt.hash_key)?
                {
                    *self.slot(next) = Object::from(dict).into_value();
                    clear(self.slot(self.top), 0, names.len());
                    return if placed < self.total { self.defaults(rt, code, placed) } else { Ok(()) };
                }
                let dict = Dict::with_capacity(&rt.heap, names.len())?;
                *self.slot(next) = dict.as_object().clone().into_value();
                extra = Some(dict);
            }
            for (i, name) in names.iter().enumerate() {
                let value = take(self.slot(self.top + i));
                self.place(rt, code, (name, names), value, extra.as_ref())?;
            }
            if placed < self.total { self.defaults(rt, code, placed) } else { Ok(()) }
        }
    }

    /// The surplus positional arguments, moved into a tuple.
    unsafe fn rest(&self, rt: &mut Runtime, placed: usize, given: usize) -> Result {
        if given == placed {
            return Ok(rt.empty_tuple.as_object().clone());
        }
        // SAFETY: the words are owned, and given up once the tuple has them.
        unsafe {
            let rest = Tuple::from_moved(&rt.heap, self.slot(placed), given - placed)?;
            for i in placed..given {
                *self.slot(i) = Value::UNBOUND;
            }
            Ok(rest.into())
        }
    }

    /// Whether each keyword names the very parameter whose register holds its value already.
    fn in_order(&self, code: &CodeBody, given: usize, names: &[Object]) -> bool {
        given >= code.code.positional_only as usize
            && given <= code.argument_count as usize
            && given + names.len() <= self.total
            && names.iter().zip(&code.parameters[given..]).all(|(name, parameter)| name.is(parameter))
    }

    /// Whether no parameter takes a keyword of these names.
    fn takes_none(&self, code: &CodeBody, names: &[Object]) -> bool {
        code.parameters[code.code.positional_only as usize..self.total]
            .iter()
            .filter_map(|parameter| parameter.cast::<StrBody>())
            .all(|parameter| {
                names.iter().all(|name| name.cast::<StrBody>().is_some_and(|name| !parameter.equals(name)))
            })
    }

    /// Puts a keyword's value into its parameter, or into `**kwargs`. `names` are all the call's keywords, for the error.
    unsafe fn place(
        &self,
        rt: &mut Runtime,
        code: &CodeBody,
        (name, names): (&Object, &[Object]),
        value: Object,
        extra: Option<&Dict>,
    ) -> Result<()> {
        let Some(text) = name.cast::<StrBody>() else { return Err(rt.type_error("keywords must be strings")) };
        let parameters = &code.parameters[..self.total];
        let first = code.code.positional_only as usize;
        let index = parameters.iter().position(|p| p.is(name)).or_else(|| {
            // A name that was not interned.
            parameters.iter().position(|p| p.cast::<StrBody>().is_some_and(|p| p.equals(text)))
        });
        if let Some(index) = index.filter(|&index| index >= first) {
            // SAFETY: the register is this call's.
            unsafe {
                if !(*self.slot(index)).is_unbound() {
                    let (function, name) = (self.name(rt), text.to_rust().into_owned());
                    return Err(rt.type_error(format!("{function}() got multiple values for argument '{name}'")));
                }
                *self.slot(index) = value.into_value();
            }
            return Ok(());
        }
        match extra {
            Some(extra) => {
                extra.set_str(&mut rt.heap, text, value, &rt.hash_key)?;
                Ok(())
            }
            None => Err(self.unexpected(rt, code, text, names)),
        }
    }

    fn name(&self, rt: &Runtime) -> String {
        self.function.get(&rt.heap).qualname.to_rust().into_owned()
    }

    #[cold]
    fn unexpected(&self, rt: &mut Runtime, code: &CodeBody, name: &Str, names: &[Object]) -> Raised {
        let function = self.name(rt);
        let first = code.code.positional_only as usize;
        let refused: Vec<String> = code.parameters[..first]
            .iter()
            .filter_map(|p| p.cast::<StrBody>())
            .filter(|p| names.iter().any(|name| name.cast::<StrBody>().is_some_and(|name| p.equals(name))))
            .map(|p| p.to_rust().into_owned())
            .collect();
        if !refused.is_empty() {
            return rt.type_error(format!(
                "{function}() got some positional-only arguments passed as keyword arguments: '{}'",
                refused.join(", ")
            ));
        }
        let candidates: Vec<String> = code.parameters[first..self.total]
            .iter()
            .filter_map(|p| p.cast::<StrBody>())
            .map(|p| p.to_rust().into_owned())
            .collect();
        let name = name.to_rust().into_owned();
        let candidates: Vec<&str> = candidates.iter().map(String::as_str).collect();
        let hint = crate::base::suggest::hint(&name, &candidates);
        rt.type_error(format!("{function}() got an unexpected keyword argument '{name}'{hint}"))
    }

    /// Fills parameters from `placed` on that got no argument from the defaults, or says which are missing.
    unsafe fn defaults(&self, rt: &mut Runtime, code: &CodeBody, placed: usize) -> Result<()> {
        let positional = code.argument_count as usize;
        let body = self.function.get(&rt.heap);
        // SAFETY: the registers are this call's.
        unsafe {
            if placed < positional {
                let items = body.defaults.as_ref().map_or(&[][..], |defaults| defaults.items());
                let first = positional.saturating_sub(items.len());
                let skip = items.len().saturating_sub(positional);
                for i in placed.max(first)..positional {
                    if (*self.slot(i)).is_unbound() {
                        *self.slot(i) = items[skip + i - first].clone().into_value();
                    }
                }
                if (placed..first).any(|i| (*self.slot(i)).is_unbound()) {
                    return Err(self.missing(rt, code, placed, first, "positional"));
                }
            }
            if positional == self.total {
                return Ok(());
            }
            // The dict mostly has the parameters in their order: each is looked for behind the one before.
            let defaults = body.keyword_defaults.as_ref();
            let (mut position, mut is_missing) = (0, false);
            for i in positional..self.total {
                let name = &code.parameters[i];
                let Some(defaults) = defaults else {
                    is_missing |= (*self.slot(i)).is_unbound();
                    continue;
                };
                let value = match defaults.get(&rt.heap).next(position) {
                    Some((at, entry)) if entry.key.is(name) => {
                        position = at + 1;
                        Some(&entry.value)
                    }
                    _ => defaults.get_str(&rt.heap, name.cast::<StrBody>().expect("names are strings")),
                };
                if (*self.slot(i)).is_unbound() {
                    match value {
                        Some(value) => *self.slot(i) = value.clone().into_value(),
                        None => is_missing = true,
                    }
                }
            }
            if is_missing {
                return Err(self.missing(rt, code, positional, self.total, "keyword-only"));
            }
        }
        Ok(())
    }

    #[cold]
    fn missing(&self, rt: &mut Runtime, code: &CodeBody, first: usize, end: usize, kind: &str) -> Raised {
        let names: Vec<String> = (first..end)
            // SAFETY: the registers are this call's.
            .filter(|&i| unsafe { (*self.slot(i)).is_unbound() })
            .filter_map(|i| code.parameters[i].cast::<StrBody>())
            .map(|name| format!("'{}'", name.to_rust()))
            .collect();
        let list = match &names[..] {
            [only] => only.clone(),
            [first, second] => format!("{first} and {second}"),
            [init @ .., last] => format!("{}, and {last}", init.join(", ")),
            [] => String::new(),
        };
        let plural = if names.len() == 1 { "" } else { "s" };
        let function = self.name(rt);
        rt.type_error(format!("{function}() missing {} required {kind} argument{plural}: {list}", names.len()))
    }

    #[cold]
    fn too_many(&self, rt: &mut Runtime, code: &CodeBody, given: usize, names: &[Object]) -> Raised {
        let positional = code.argument_count as usize;
        // CPython looks at the keywords first.
        let mut keyword_only = 0;
        for name in names {
            let Some(text) = name.cast::<StrBody>() else { continue };
            let same = |p: &Object| p.cast::<StrBody>().is_some_and(|p| p.equals(text));
            match code.parameters[..self.total].iter().position(same) {
                Some(index) if index < code.code.positional_only as usize => {
                    return self.unexpected(rt, code, text, names);
                }
                Some(index) if index < positional => {
                    let (function, name) = (self.name(rt), text.to_rust().into_owned());
                    return rt.type_error(format!("{function}() got multiple values for argument '{name}'"));
                }
                Some(_) => keyword_only += 1,
                None if code.code.flags & flags::VARKEYWORDS == 0 => return self.unexpected(rt, code, text, names),
                None => {}
            }
        }
        let defaults = self.function.get(&rt.heap).defaults.as_ref().map_or(0, |defaults| defaults.len());
        let takes = match defaults {
            0 => format!("{positional}"),
            _ => format!("from {} to {positional}", positional.saturating_sub(defaults)),
        };
        let plural = if positional == 1 && defaults == 0 { "" } else { "s" };
        let function = self.name(rt);
        let was = if keyword_only > 0 {
            let (a, b) = (if given == 1 { "" } else { "s" }, if keyword_only == 1 { "" } else { "s" });
            format!("{given} positional argument{a} (and {keyword_only} keyword-only argument{b}) were")
        } else if given == 1 {
            "1 was".to_owned()
        } else {
            format!("{given} were")
        };
        rt.type_error(format!("{function}() takes {takes} positional argument{plural} but {was} given"))
    }
}

/// Where the keywords of a call belong, if the function takes plain parameters only and the others have defaults.
pub(super) struct Places {
    /// The parameter of each keyword.
    pub(super) index: [u8; Places::MOST],
    /// The parameters that keywords are for, a bit each.
    pub(super) taken: u64,
}

impl Places {
    const MOST: usize = 16;

    /// Looks the names up for a call with `given` positional arguments. `None` if the general way must be gone; nothing
    /// has been done then.
    ///
    /// # Safety
    /// `function` is a Python function; the names are valid words (H1).
    #[inline(always)]
    pub(super) unsafe fn find(function: Value, given: usize, names: impl Iterator<Item = Value>) -> Option<Places> {
        // SAFETY: H4; the indices are below the number of parameters.
        unsafe {
            let function = body::<FunctionBody>(function);
            let code = body::<CodeBody>((*function).code.value());
            let (wanted, compiled): (_, &crate::bytecode::Code) = ((*code).parameter_count as usize, &(*code).code);
            if wanted > 64 || given > (*code).argument_count as usize || given < compiled.positional_only as usize {
                return None;
            }
            let parameters = (*code).parameters.as_ptr();
            let mut places = Places { index: [0; Places::MOST], taken: 0 };
            let mut next = given;
            for (i, name) in names.enumerate() {
                // Mostly they come in the order of the parameters.
                if next >= wanted || (*parameters.add(next)).value() != name {
                    next = (given..wanted).find(|&p| (*parameters.add(p)).value() == name)?;
                }
                if places.taken & 1 << next != 0 {
                    return None;
                }
                *places.index.get_mut(i)? = next as u8;
                places.taken |= 1 << next;
                next += 1;
            }
            for p in given..wanted {
                if places.taken & 1 << p == 0 && default_of(function, code, p).is_unbound() {
                    return None;
                }
            }
            Some(places)
        }
    }

    /// Moves the values of the keywords, which lie behind the positional arguments, to their parameters; completes them
    /// with defaults and empties the other locals.
    ///
    /// # Safety
    /// The arguments lie at `base`, with room for the function's registers (V1); `find` was asked about them.
    #[inline(always)]
    pub(super) unsafe fn fill_moved(&self, function: Value, base: *mut Value, given: usize, count: usize) {
        // SAFETY: as promised: each word is moved once.
        unsafe {
            let mut values = [Value::UNBOUND; Places::MOST];
            for i in given..count {
                values[i - given] = *base.add(i);
            }
            self.complete(function, base, given);
            for i in given..count {
                *base.add(self.index[i - given] as usize) = values[i - given];
            }
        }
    }

    /// The same for new references to values that lie elsewhere.
    ///
    /// # Safety
    /// As for `fill_moved`; the values are valid words, as many as there were names.
    #[inline(always)]
    pub(super) unsafe fn fill_shared(
        &self,
        function: Value,
        base: *mut Value,
        given: usize,
        values: impl Iterator<Item = Value>,
    ) {
        // SAFETY: as promised.
        unsafe {
            self.complete(function, base, given);
            for (value, &place) in values.zip(&self.index) {
                count_up(value);
                *base.add(place as usize) = value;
            }
        }
    }

    /// Writes the defaults of parameters that got nothing, and empties all other locals behind the given arguments.
    #[inline(always)]
    unsafe fn complete(&self, function: Value, base: *mut Value, given: usize) {
        // SAFETY: as promised to `fill_moved`.
        unsafe {
            let function = body::<FunctionBody>(function);
            let code = body::<CodeBody>((*function).code.value());
            let wanted = (*code).parameter_count as usize;
            for p in given..wanted {
                if self.taken & 1 << p == 0 {
                    let value = default_of(function, code, p);
                    count_up(value);
                    *base.add(p) = value;
                }
            }
            for i in wanted..(*code).local_count as usize {
                *base.add(i) = Value::UNBOUND;
            }
        }
    }
}

/// The default of a parameter, borrowed; `UNBOUND` if there is none, or if only the general way finds it.
///
/// # Safety
/// `function` and `code` belong together, `parameter` is one of its parameters.
#[inline(always)]
pub(super) unsafe fn default_of(function: *mut FunctionBody, code: *mut CodeBody, parameter: usize) -> Value {
    // SAFETY: as promised (H4).
    unsafe {
        let positional = (*code).argument_count as usize;
        if parameter < positional {
            let Some(defaults) = &(*function).defaults else { return Value::UNBOUND };
            let behind = positional - parameter;
            let items = defaults.items();
            return if behind <= items.len() { items[items.len() - behind].value() } else { Value::UNBOUND };
        }
        let Some(defaults) = &(*function).keyword_defaults else { return Value::UNBOUND };
        let defaults = body::<DictBody>(defaults.value());
        let place = parameter - positional;
        if place < (*defaults).end() {
            let entry = &*(*defaults).entries_ptr().add(place);
            if entry.key.is(&*(*code).parameters.as_ptr().add(parameter)) {
                return entry.value.value();
            }
        }
        Value::UNBOUND
    }
}

/// Binds a call of a function with positional parameters and `*args` that has at least the former. False, having done
/// nothing, if it is no such function or call, or if there is no memory.
///
/// # Safety
/// As for `bind`, without keywords.
#[inline(always)]
pub(super) unsafe fn bind_rest(rt: &mut Runtime, function: Value, base: *mut Value, count: usize) -> bool {
    // SAFETY: as promised.
    unsafe {
        let code = body::<CodeBody>((*body::<FunctionBody>(function)).code.value());
        let wanted = (*code).rest_key as usize;
        if wanted > count {
            return false;
        }
        let rest = if count == wanted {
            rt.empty_tuple.as_object().clone()
        } else {
            match Tuple::from_moved(&rt.heap, base.add(wanted), count - wanted) {
                Ok(rest) => rest.into(),
                Err(_) => return false,
            }
        };
        let end = count.max((*code).local_count as usize);
        *base.add(wanted) = rest.into_value();
        for i in wanted + 1..end {
            *base.add(i) = Value::UNBOUND;
        }
        true
    }
}
