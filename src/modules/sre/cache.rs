//! Compiling patterns, and the cache of compiled ones.
//!
//! A few recent patterns are found by the identity of the pattern's text; the others in a dict keyed like CPython's, by
//! class, pattern and flags, in which the oldest makes room for the newest.

use super::matched::MATCH;
use super::pattern::{PATTERN, Pattern, PatternBody};
use super::subject;
use crate::base::regex::{Regex, RegexError, Subject, flags};
use crate::base::watch::STRETCH;
use crate::heap::{HeapVec, Layout, Object, Opaque, Ref};
use crate::layout::{Dict, Tuple, int};
use crate::object::{Args, Class, ClassId, Raised, Result, Runtime, Slots, TypeDef};
use crate::{layout, methods};
use std::sync::Arc;

layout! {
    /// Body of the cache of patterns.
    pub struct CacheBody as "_sre.Cache" {
        /// Recent patterns: text as it was given, and pattern.
        pub recent: Vec<Option<(Object, Pattern)>>,
        /// Flags as they were given with the recent patterns.
        pub flags: Vec<u32>,
        /// All patterns.
        pub table: Dict,
    }
}
type Cache = Ref<CacheBody>;

const RECENT: usize = 32;
const MOST: usize = 512;

fn new(rt: &mut Runtime, class: &Class, _: Args<'_>) -> Result {
    let table = rt.new_dict()?;
    let recent = (0..RECENT).map(|_| None).collect();
    Ok(rt.alloc_for(class, CacheBody { recent, flags: vec![0; RECENT], table })?.into())
}

methods! {
    static METHODS = [
        /// The compiled pattern.
        "compile"(pattern, flags=0, /) => cached;
        /// Forget all patterns.
        "clear"() => clear;
    ];
}

fn clear(rt: &mut Runtime, this: &Cache) {
    let body = this.get_mut(&mut rt.heap).0;
    let old: Vec<_> = body.recent.iter_mut().map(Option::take).collect();
    let table = body.table.clone();
    let entries = table.get_mut(&mut rt.heap).0.take();
    drop((old, entries));
}

/// The flags of a call, through `&` as CPython looks at them.
fn flag_bits(rt: &mut Runtime, flags: &Object) -> Result<u32> {
    match int::as_int(flags) {
        Some(_) => match Runtime::exact_i64(flags) {
            Some(bits) => Ok(bits as u32),
            None => Err(rt.overflow_error("Python int too large to convert to C int")),
        },
        None => {
            let got = rt.type_name(flags);
            Err(rt.type_error(format!("unsupported operand type(s) for &: '{got}' and 'int'")))
        }
    }
}

fn cached(rt: &mut Runtime, this: &Cache, pattern: &Object, flags: Option<&Object>) -> Result<Pattern> {
    let bits = match flags {
        None => 0,
        Some(flags) => match flags.value().as_int() {
            Some(bits) if bits >> 32 == 0 => bits as u32,
            _ => {
                // The cache is asked first in CPython, so both must be hashable.
                rt.hash(pattern)?;
                rt.hash(flags)?;
                if subject::units(pattern).is_none() && pattern.cast::<PatternBody>().is_none() {
                    return Err(rt.type_error("first argument must be string or compiled pattern"));
                }
                flag_bits(rt, flags)?
            }
        },
    };
    let place = ((pattern.id() >> 4) ^ u64::from(bits)) as usize % RECENT;
    let body = this.get(&rt.heap);
    if let Some((text, found)) = &body.recent[place]
        && text.is(pattern)
        && body.flags[place] == bits
    {
        return Ok(found.clone());
    }
    if let Some(compiled) = pattern.cast::<PatternBody>() {
        if bits != 0 {
            return Err(rt.value_error("cannot process flags argument with a compiled pattern"));
        }
        return Ok(compiled.clone());
    }
    if subject::units(pattern).is_none() {
        rt.hash(pattern)?;
        return Err(rt.type_error("first argument must be string or compiled pattern"));
    }
    let table = body.table.clone();
    let class = rt.class_of(pattern).as_object().clone();
    let bits_object = rt.new_int(bits.into())?;
    let key: Object = Tuple::from_array(&rt.heap, [class, pattern.clone(), bits_object])?.into();
    let compiled = match table.get_key(rt, &key)?.and_then(|found| found.downcast::<PatternBody>().ok()) {
        Some(found) => found,
        None => {
            let made = compile(rt, pattern, bits)?;
            let body = table.get(&rt.heap);
            let oldest = if body.len() >= MOST { body.next(0).map(|(position, _)| position) } else { None };
            if let Some(oldest) = oldest {
                let old = table.get_mut(&mut rt.heap).0.remove(oldest);
                drop(old);
            }
            table.set_key(rt, &key, made.as_object().clone())?;
            made
        }
    };
    let body = this.get_mut(&mut rt.heap).0;
    let old = body.recent[place].replace((pattern.clone(), compiled.clone()));
    body.flags[place] = bits;
    drop(old);
    Ok(compiled)
}

/// A pattern's characters.
fn characters<T: Copy + Into<u32>>(rt: &Runtime, units: &[T]) -> Result<Vec<u32>> {
    let mut characters = Vec::with_capacity(units.len());
    for part in units.chunks(STRETCH) {
        characters.extend(part.iter().map(|&unit| unit.into()));
        if part.len() == STRETCH {
            rt.heap.go_on()?;
        }
    }
    Ok(characters)
}

/// Compiles a str or bytes pattern.
fn compile(rt: &mut Runtime, pattern: &Object, bits: u32) -> Result<Pattern> {
    if bits & flags::DEBUG != 0 {
        return Err(rt.not_implemented("re.DEBUG is not supported"));
    }
    let (units, is_text): (Vec<u32>, bool) = match subject::units(pattern) {
        Some((Subject::Narrow(units), is_text)) => (characters(rt, units)?, is_text),
        Some((Subject::Wide(units), _)) => (characters(rt, units)?, true),
        Some((Subject::Widest(units), _)) => (characters(rt, units)?, true),
        None => return Err(rt.type_error("first argument must be string or compiled pattern")),
    };
    let lookup = |name: &str| unicode_names2::character(name).map(u32::from);
    let mut warnings = Vec::new();
    let made = Regex::with_warnings(&units, is_text, bits, &lookup, &mut warnings, &|| rt.interrupt_waits());
    for warning in warnings {
        // Reported where the function of `re` was called.
        crate::modules::warnings::warn(rt, ClassId::FutureWarning, &warning.message, 2)?;
    }
    let regex = match made {
        Ok(regex) => regex,
        Err(error) => return Err(pattern_error(rt, error, pattern)),
    };
    let index = rt.new_dict()?;
    for (name, number) in regex.group_names() {
        rt.put_attribute(&index, name, Object::small(*number as i32))?;
    }
    let class = rt.native_class(&PATTERN)?;
    let match_class = rt.native_class(&MATCH)?;
    let body = PatternBody {
        match_class,
        pattern: pattern.clone(),
        index,
        template: Object::NONE,
        literals: HeapVec::new(),
        template_groups: Opaque(Arc::new([])),
        regex: Opaque(Arc::new(regex)),
        scratch: Opaque(None),
    };
    rt.alloc_for(&class, body)
}

/// The exception for a pattern or template that cannot be used.
#[cold]
pub fn pattern_error(rt: &mut Runtime, error: RegexError, pattern: &Object) -> Raised {
    let error = match error {
        RegexError::Value(text) => return rt.value_error(text),
        RegexError::Overflow(text) => return rt.overflow_error(text),
        RegexError::Index(text) => return rt.index_error(text),
        RegexError::Stopped => return rt.interrupted(),
        RegexError::Pattern(error) => error,
    };
    let make = |rt: &mut Runtime| -> Result {
        let name = rt.intern("re");
        let module = (rt.hooks.import)(rt, &name)?;
        let class = rt.get_attr_str(&module, "PatternError")?;
        let message: Object = rt.new_str(&error.message)?.into();
        match error.position {
            Some(position) => {
                let position = rt.new_int(position as i128)?;
                rt.call(&class, &[message, pattern.clone(), position])
            }
            None => rt.call(&class, &[message]),
        }
    };
    match make(rt) {
        Ok(exception) => Raised::new(exception),
        Err(raised) => raised,
    }
}

/// The description of `_sre.Cache`.
pub static CACHE: TypeDef = TypeDef {
    name: "Cache",
    module: "_sre",
    layout: <CacheBody as Layout>::info,
    slots: Slots { new: Some(new), ..Slots::EMPTY },
    methods: METHODS,
    ..TypeDef::EMPTY
};
