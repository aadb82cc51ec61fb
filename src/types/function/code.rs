//! `code`: compiled code as an object.

use crate::base::watch::STRETCH;
use crate::bytecode::{Position, flags};
use crate::heap::{HeapVec, Object, ShapeId};
use crate::layout::{Bytes, List, Str, StrBody, Tuple};
use crate::methods;
use crate::object::{
    ClassFlags, ClassId, CodeBody, CodeObject, CompareOp, GetSetDef, Keywords, Result, Runtime, Slots, TypeDef,
};

use std::sync::Arc;

fn body(this: &Object) -> &CodeObject {
    this.cast::<CodeBody>().expect("a slot of `code` gets one")
}

fn repr(rt: &mut Runtime, this: &Object) -> Result<Str> {
    let code = body(this).get(&rt.heap);
    let text = format!(
        "<code object {} at {:#x}, file \"{}\", line {}>",
        code.name.to_rust(),
        this.id(),
        code.filename.to_rust(),
        code.code.first_line
    );
    rt.new_str(&text)
}

fn strings<'a>(rt: &mut Runtime, texts: impl Iterator<Item = &'a str>) -> Result {
    let mut items: Vec<Object> = Vec::new();
    for text in texts {
        items.push(rt.intern(text).into());
    }
    Ok(Tuple::from_slice(&rt.heap, &items)?.into())
}

/// Names of the locals of a kind of use: what `co_varnames`, `co_cellvars` show.
fn locals(rt: &mut Runtime, this: &Object, cells: bool) -> Result {
    use crate::bytecode::LocalKind;
    let code = (*body(this).get(&rt.heap).code).clone();
    let parameters = code.parameter_count();
    let names = code.locals.iter().enumerate().filter(|(i, local)| match local.kind {
        LocalKind::Local => !cells,
        LocalKind::Cell => cells || *i < parameters,
        LocalKind::Hidden | LocalKind::HiddenCell | LocalKind::Internal => false,
    });
    let names: Vec<&str> = names.map(|(_, local)| &*local.name).collect();
    strings(rt, names.into_iter())
}

macro_rules! number {
    ($name:literal, |$code:ident| $value:expr) => {
        GetSetDef {
            name: $name,
            doc: "",
            get: |rt, this| {
                let $code = (*body(this).get(&rt.heap).code).clone();
                rt.new_int(($value) as i128)
            },
            set: None,
        }
    };
}

static GETSET: &[GetSetDef] = &[
    GetSetDef { name: "co_name", doc: "", get: |rt, this| Ok(body(this).get(&rt.heap).name.clone().into()), set: None },
    GetSetDef {
        name: "co_qualname",
        doc: "",
        get: |rt, this| Ok(body(this).get(&rt.heap).qualname.clone().into()),
        set: None,
    },
    GetSetDef {
        name: "co_filename",
        doc: "",
        get: |rt, this| Ok(body(this).get(&rt.heap).filename.clone().into()),
        set: None,
    },
    number!("co_firstlineno", |code| code.first_line),
    number!("co_argcount", |code| code.positional),
    number!("co_posonlyargcount", |code| code.positional_only),
    number!("co_kwonlyargcount", |code| code.keyword_only),
    number!("co_flags", |code| code.flags),
    number!("co_stacksize", |code| code.nregs - code.nlocals),
    GetSetDef {
        name: "co_nlocals",
        doc: "",
        get: |rt, this| {
            let names = locals(rt, this, false)?;
            let count = rt.len(&names)?;
            rt.new_int(count as i128)
        },
        set: None,
    },
    GetSetDef { name: "co_varnames", doc: "", get: |rt, this| locals(rt, this, false), set: None },
    GetSetDef { name: "co_cellvars", doc: "", get: |rt, this| locals(rt, this, true), set: None },
    GetSetDef {
        name: "co_freevars",
        doc: "",
        get: |rt, this| {
            let code = (*body(this).get(&rt.heap).code).clone();
            strings(rt, code.free.iter().map(|(name, _)| &**name))
        },
        set: None,
    },
    GetSetDef {
        name: "co_names",
        doc: "",
        get: |rt, this| {
            let names = &body(this).get(&rt.heap).names;
            Ok(Tuple::from_slice(&rt.heap, names)?.into())
        },
        set: None,
    },
    GetSetDef {
        name: "co_consts",
        doc: "",
        get: |rt, this| {
            let constants: Vec<Object> =
                body(this).get(&rt.heap).constants.iter().filter(|c| !c.is_unbound()).cloned().collect();
            Ok(Tuple::from_slice(&rt.heap, &constants)?.into())
        },
        set: None,
    },
    GetSetDef {
        name: "co_code",
        doc: "",
        get: |rt, this| {
            let code = (*body(this).get(&rt.heap).code).clone();
            let bytes = Bytes::build(&rt.heap, code.words.len() * 8, |target| {
                for (part, words) in target.chunks_mut(8 * STRETCH).zip(code.words.chunks(STRETCH)) {
                    rt.heap.go_on()?;
                    for (bytes, word) in part.chunks_exact_mut(8).zip(words) {
                        bytes.copy_from_slice(&word.to_le_bytes());
                    }
                }
                Ok(())
            })?;
            Ok(bytes.into())
        },
        set: None,
    },
];

methods! {
    static METHODS = [
        /// Iterate over (start, end, line) for every range of instructions; offsets count 8-byte words.
        "co_lines"() => lines;
        /// Iterate over (line, end line, column, end column) of every instruction.
        "co_positions"() => positions;
        /// Return a copy of the code object with new values for the specified fields.
        "replace"(**changes) => replace;
        /// The same as replace().
        "__replace__"(**changes) => replace;
        "__sizeof__"() => crate::types::object::sizeof;
    ];
}

fn positions(rt: &mut Runtime, this: &CodeObject) -> Result {
    let code = (*this.get(&rt.heap).code).clone();
    let number = |n: Option<u32>| n.map_or(Object::NONE, |n| Object::small(n as i32));
    let row = |rt: &Runtime, place: Option<Position>| {
        let row = [
            number(place.map(|p| p.line)),
            number(place.map(|p| p.end_line)),
            number(place.map(|p| p.column)),
            number(place.map(|p| p.end_column)),
        ];
        Tuple::from_slice(&rt.heap, &row)
    };
    let mut rows = HeapVec::with_capacity(&rt.heap, code.words.len())?;
    for (_, length, place) in code.positions.runs() {
        for _ in 0..length {
            if rows.len() % STRETCH == STRETCH - 1 {
                rt.check_interrupts()?;
            }
            rows.push(&rt.heap, row(rt, place)?.into())?;
        }
    }
    for _ in rows.len()..code.words.len() {
        rows.push(&rt.heap, row(rt, None)?.into())?;
    }
    let rows = List::new(&rt.heap, rows)?;
    rt.iter(&rows)
}

/// Flags that tell what code is for and do not change how it runs.
const INFORMATION: u32 = flags::NESTED | flags::ITERABLE_COROUTINE | flags::FUTURE_ANNOTATIONS;

/// Names, file, first line and some flags can be replaced; other fields only by what they are.
fn replace(rt: &mut Runtime, this: &CodeObject, changes: Keywords<'_>) -> Result {
    let mut code = this.get(&rt.heap).code.copy(&|| rt.interrupt_waits())?;
    let object = this.as_object().clone();
    for (name, value) in changes.0.keywords() {
        let name = name.to_rust().into_owned();
        let text = |rt: &mut Runtime| match value.cast::<StrBody>() {
            Some(text) => Ok(text.to_rust().into_owned()),
            None => {
                let got = rt.type_name(value);
                Err(rt.type_error(format!("replace() argument '{name}' must be str, not {got}")))
            }
        };
        match name.as_str() {
            "co_name" => code.name = text(rt)?.into(),
            "co_qualname" => code.qualname = text(rt)?.into(),
            "co_filename" => code.filename = text(rt)?.into(),
            "co_firstlineno" => {
                code.first_line = match u32::try_from(rt.to_index(value)?) {
                    Ok(line) => line,
                    Err(_) => return Err(rt.value_error("code: co_firstlineno must be a positive integer")),
                }
            }
            "co_flags" => {
                let wanted = rt.to_index(value)?;
                let changed = code.flags as isize ^ wanted;
                if changed & !(INFORMATION as isize) != 0 {
                    return Err(rt.not_implemented("replacing co_flags of a code object"));
                }
                code.flags = wanted as u32;
            }
            // Code of registers needs no stack.
            "co_stacksize" => {
                rt.to_index(value)?;
            }
            "co_linetable" | "co_exceptiontable" => {}
            _ if !name.starts_with("co_") || !GETSET.iter().any(|row| row.name == name) => {
                return Err(rt.type_error(format!("replace() got an unexpected keyword argument '{name}'")));
            }
            _ => {
                let present = rt.get_attr_str(&object, &name)?;
                if !rt.equal(&present, value)? {
                    return Err(rt.not_implemented(format!("replacing {name} of a code object")));
                }
            }
        }
    }
    Ok((rt.hooks.load_code)(rt, &Arc::new(code))?.into())
}

fn compare(rt: &mut Runtime, left: &Object, right: &Object, op: CompareOp) -> Result {
    let (Some(a), Some(b)) = (left.cast::<CodeBody>(), right.cast::<CodeBody>()) else {
        return Ok(Object::NOT_IMPLEMENTED);
    };
    let negated = match op {
        CompareOp::Equal => false,
        CompareOp::NotEqual => true,
        _ => return Ok(Object::NOT_IMPLEMENTED),
    };
    let mut equal = a.is(b);
    if !equal {
        let constants = |rt: &Runtime, code: &CodeObject| code.get(&rt.heap).constants.len();
        let is_like = a.get(&rt.heap).code.is_like(&b.get(&rt.heap).code, &|| rt.interrupt_waits())?;
        equal = is_like && constants(rt, a) == constants(rt, b);
        let mut at = 0;
        while equal && at < constants(rt, a) {
            let (x, y) = (a.get(&rt.heap).constants[at].clone(), b.get(&rt.heap).constants[at].clone());
            let (x_unset, y_unset) = (x.is_unbound(), y.is_unbound());
            let same_type = !x_unset && !y_unset && rt.class_of(&x).is(rt.class_of(&y));
            equal = if same_type { rt.equal(&x, &y)? } else { x_unset && y_unset };
            at += 1;
            if at.is_multiple_of(STRETCH) {
                rt.check_interrupts()?;
            }
        }
    }
    Ok(Object::bool(equal != negated))
}

fn hash(rt: &mut Runtime, this: &Object) -> Result<i64> {
    let code = (*body(this).get(&rt.heap).code).clone();
    let name = rt.new_str(&code.name)?;
    let shape = (code.first_line as i64) << 20 ^ (code.words.len() as i64) << 4 ^ code.positional as i64;
    Ok(rt.hash(&name)? ^ shape)
}

/// Code is made by the compiler.
fn new(rt: &mut Runtime, _class: &crate::object::Class, args: crate::object::Args<'_>) -> Result {
    let given = args.positional().len();
    if args.keywords().next().is_some() {
        return Err(rt.type_error("code() takes no keyword arguments"));
    }
    if given < 16 {
        return Err(rt.type_error(format!("code expected at least 16 arguments, got {given}")));
    }
    if given > 18 {
        return Err(rt.type_error(format!("code expected at most 18 arguments, got {given}")));
    }
    Err(rt.not_implemented("code objects are made by compile() and code.replace() only"))
}

fn lines(rt: &mut Runtime, this: &CodeObject) -> Result {
    let code = (*this.get(&rt.heap).code).clone();
    let mut rows = HeapVec::with_capacity(&rt.heap, 0)?;
    let row = |rt: &Runtime, start: u32, end: u32, line: Option<u32>| {
        let line = line.map_or(Object::NONE, |line| Object::small(line as i32));
        Tuple::from_slice(&rt.heap, &[Object::small(start as i32), Object::small(end as i32), line])
    };
    let (mut start, mut end, mut line) = (0, 0, None);
    for (count, (first, length, place)) in code.positions.runs().enumerate() {
        if count % STRETCH == STRETCH - 1 {
            rt.check_interrupts()?;
        }
        let next = place.map(|p| p.line);
        if first > 0 && next != line {
            rows.push(&rt.heap, row(rt, start, first, line)?.into())?;
            start = first;
        }
        (end, line) = (first + length, next);
    }
    if start < end {
        rows.push(&rt.heap, row(rt, start, end, line)?.into())?;
    }
    let rows = List::new(&rt.heap, rows)?;
    rt.iter(&rows)
}

/// The description of `code`.
pub static CODE: TypeDef = TypeDef {
    id: Some(ClassId::Code),
    name: "code",
    doc: "Create a code object.  Not for mere mortals.",
    layout: <CodeBody as crate::heap::Layout>::info,
    shapes: &[ShapeId::CODE],
    flags: ClassFlags::WEAKREFABLE,
    slots: Slots { new: Some(new), repr: Some(repr), hash: Some(hash), compare: Some(compare), ..Slots::EMPTY },
    methods: METHODS,
    getset: GETSET,
    ..TypeDef::EMPTY
};
