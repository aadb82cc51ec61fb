//! `code`: compiled code as an object.

use crate::heap::{Object, ShapeId};
use crate::layout::{Bytes, Str, Tuple};
use crate::methods;
use crate::object::{ClassFlags, ClassId, CodeBody, CodeObject, GetSetDef, Result, Runtime, Slots, TypeDef};

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
            let names = body(this).get(&rt.heap).names.to_vec();
            Ok(Tuple::from_slice(&rt.heap, &names)?.into())
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
            let bytes: Vec<u8> = code.words.iter().flat_map(|word| word.to_le_bytes()).collect();
            Ok(Bytes::new(&rt.heap, &bytes)?.into())
        },
        set: None,
    },
];

methods! {
    static METHODS = [
        /// Iterate over (start, end, line) for every range of instructions; offsets count 8-byte words.
        "co_lines"() => lines;
    ];
}

fn lines(rt: &mut Runtime, this: &CodeObject) -> Result {
    let code = (*this.get(&rt.heap).code).clone();
    let mut rows: Vec<Object> = Vec::new();
    let mut start = 0usize;
    let line_at = |offset: usize| code.position(offset as u32).map(|p| p.line);
    for end in 1..=code.words.len() {
        if end < code.words.len() && line_at(end) == line_at(start) {
            continue;
        }
        let line = line_at(start).map_or(Object::NONE, |line| Object::small(line as i32));
        let row = [Object::small(start as i32), Object::small(end as i32), line];
        rows.push(Tuple::from_slice(&rt.heap, &row)?.into());
        start = end;
    }
    let rows = crate::layout::List::from_slice(&rt.heap, &rows)?;
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
    slots: Slots { repr: Some(repr), ..Slots::EMPTY },
    methods: METHODS,
    getset: GETSET,
    ..TypeDef::EMPTY
};
