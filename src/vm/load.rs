//! Loading: from a compiled code object, which knows no heap, to one with values.

use super::site::Site;
use crate::base::watch::STRETCH;
use crate::bytecode::{Code, Constant, flags};
use crate::heap::{HeapVec, Object, Opaque, ShapeId};
use crate::layout::Tuple;
use crate::object::{ClassId, CodeBody, CodeObject, CodeWords, Result, Runtime};
use std::sync::Arc;

/// Makes a code object of compiled code. Nested code objects are loaded when they are first needed.
pub fn load_code(rt: &mut Runtime, code: &Arc<Code>) -> Result<CodeObject> {
    let mut constants = HeapVec::with_capacity(&rt.heap, code.constants.len())?;
    for (index, constant) in code.constants.iter().enumerate() {
        if index % STRETCH == STRETCH - 1 {
            rt.check_interrupts()?;
        }
        let value = match constant {
            Constant::Code(_) => Object::UNBOUND,
            other => constant_value(rt, other)?,
        };
        constants.push(&rt.heap, value)?;
    }
    let names = intern_all(rt, code.names.iter().map(|name| &**name))?;
    let parameters = intern_all(rt, code.locals.iter().take(code.parameter_count()).map(|local| &*local.name))?;
    let addresses = names.iter().map(|name| name.value().bits()).collect();
    let mut words = Vec::new();
    rt.heap.append(&mut words, &code.words)?;
    let mut words = words.into_boxed_slice();
    super::quicken::prepare(&mut words, code.nlocals, &|| rt.interrupt_waits());
    rt.check_interrupts()?;
    // Shared by the code object and the machine of one interpreter; `Arc` because the interpreter may change threads.
    #[allow(clippy::arc_with_non_send_sync)]
    let words = Arc::new(CodeWords::new(words, addresses));
    rt.machine.register_words(&words);
    let special = code.flags
        & (flags::VARARGS | flags::VARKEYWORDS | flags::GENERATOR | flags::COROUTINE | flags::ASYNC_GENERATOR);
    let plain = code.has(flags::OPTIMIZED) && special == 0;
    let rest = code.has(flags::OPTIMIZED) && special == flags::VARARGS && code.keyword_only == 0;
    let body = CodeBody {
        entry: words.start() as u64,
        call_key: if plain && code.keyword_only == 0 { code.positional as u32 } else { u32::MAX },
        parameter_count: if plain { code.positional as u32 + code.keyword_only as u32 } else { u32::MAX },
        rest_key: if rest { code.positional as u32 } else { u32::MAX },
        register_count: code.nregs as u32,
        local_count: code.nlocals as u32,
        argument_count: code.positional as u32,
        quiet: code.handlers.is_empty(),
        constants,
        names,
        parameters,
        words: Opaque(words),
        field_mark: 0,
        version: 0,
        field_names: None,
        name: rt.intern(&code.name),
        qualname: rt.intern(&code.qualname),
        filename: rt.intern(&code.filename),
        code: Opaque(code.clone()),
    };
    Ok(rt.heap.alloc(ShapeId::CODE, body)?)
}

fn intern_all<'a>(rt: &mut Runtime, names: impl ExactSizeIterator<Item = &'a str>) -> Result<HeapVec<Object>> {
    let mut interned = HeapVec::with_capacity(&rt.heap, names.len())?;
    for (index, name) in names.enumerate() {
        if index % STRETCH == STRETCH - 1 || name.len() > STRETCH {
            rt.check_interrupts()?;
        }
        let name = rt.intern_watched(name)?;
        interned.push(&rt.heap, name.into())?;
    }
    Ok(interned)
}

/// A constant as a value. Strings that could be names are interned and characters shared, as CPython does.
pub fn constant_value(rt: &mut Runtime, constant: &Constant) -> Result {
    Ok(match constant {
        Constant::None => Object::NONE,
        Constant::True => Object::TRUE,
        Constant::False => Object::FALSE,
        Constant::Ellipsis => Object::ELLIPSIS,
        Constant::Int(n) => rt.new_int(*n as i128)?,
        Constant::BigInt(n) => crate::layout::int::from_int(&rt.heap, n)?,
        Constant::Float(x) => crate::layout::float::from_f64(&rt.heap, *x)?,
        Constant::Complex { .. } => return Err(rt.not_implemented("complex numbers are not supported yet")),
        Constant::Str(text) if is_name_like(text) => rt.intern(text).into(),
        Constant::Str(text) => rt.strings.text(&rt.heap, text)?.into(),
        Constant::SurrogateStr(bytes) => {
            let characters = wtf8(rt, bytes)?;
            crate::layout::Str::from_four(&rt.heap, &characters)?.into()
        }
        Constant::Bytes(bytes) => rt.bytes.copy(&rt.heap, bytes)?.into(),
        Constant::Tuple(items) => {
            let items = items.iter().map(|item| constant_value(rt, item)).collect::<Result<Vec<_>>>()?;
            rt.new_tuple(items)?.into()
        }
        Constant::FrozenSet(items) => {
            let items = items.iter().map(|item| constant_value(rt, item)).collect::<Result<Vec<_>>>()?;
            let items = Tuple::from_slice(&rt.heap, &items)?;
            let class = rt.class(ClassId::FrozenSet).clone();
            // CPython's compiler makes one of the items and another of that one, which settles the order.
            let first = rt.call(&class, &[items.into()])?;
            let items = rt.collect(&first)?;
            let items = rt.new_tuple(items)?;
            rt.call(&class, &[items.into()])?
        }
        Constant::Code(code) => load_code(rt, code)?.into(),
    })
}

fn is_name_like(text: &str) -> bool {
    text.len() <= 64 && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
}

/// The characters of WTF-8 text.
fn wtf8(rt: &mut Runtime, bytes: &[u8]) -> Result<Vec<u32>> {
    let mut characters = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        if characters.len() % STRETCH == STRETCH - 1 {
            rt.check_interrupts()?;
        }
        let first = bytes[at] as u32;
        let (length, start) = match first {
            0..0x80 => (1, first),
            0x80..0xe0 => (2, first & 0x1f),
            0xe0..0xf0 => (3, first & 0xf),
            _ => (4, first & 7),
        };
        let rest = bytes.iter().skip(at + 1).take(length - 1);
        characters.push(rest.fold(start, |c, &b| c << 6 | (b as u32 & 0x3f)));
        at += length;
    }
    Ok(characters)
}

/// The code object at a place among the constants, loaded now if it was not before.
pub(super) fn nested(rt: &mut Runtime, site: Site, index: usize) -> Result<CodeObject> {
    let code = site.frame().function_body(&rt.heap).code.clone();
    nested_of(rt, &code, index)
}

/// As [`nested`], of any code object.
pub(super) fn nested_of(rt: &mut Runtime, code: &CodeObject, index: usize) -> Result<CodeObject> {
    let body = code.get(&rt.heap);
    if let Some(loaded) = body.constants[index].cast::<CodeBody>() {
        return Ok(loaded.clone());
    }
    let Constant::Code(inner) = &body.code.constants[index] else {
        return Err(rt.runtime_error("not a code constant"));
    };
    let inner = inner.clone();
    let loaded = load_code(rt, &inner)?;
    code.get_mut(&mut rt.heap).0.constants[index] = loaded.as_object().clone();
    Ok(loaded)
}

/// All constants as Python sees them in `co_consts`.
pub fn all_constants(rt: &mut Runtime, code: &CodeObject) -> Result<Tuple> {
    let count = code.get(&rt.heap).constants.len();
    for index in 0..count {
        if code.get(&rt.heap).constants[index].is_unbound() {
            nested_of(rt, code, index)?;
        }
    }
    Ok(Tuple::from_slice(&rt.heap, &code.get(&rt.heap).constants)?)
}
