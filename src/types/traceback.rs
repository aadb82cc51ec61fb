//! `traceback` and `frame`.

use crate::heap::{HeapVec, Object, ShapeId};
use crate::layout::{DictBody, List, Str};
use crate::methods;
use crate::object::{
    Args, Class, ClassId, Frame, FrameBody, GetSetDef, Result, Runtime, Slots, Traceback, TracebackBody, TypeDef,
};

/// `tb_lasti` and `f_lasti` count as if a word were a code unit of CPython, of two bytes: `lasti // 2` is then the index
/// into `co_positions()`.
const UNIT: u32 = 2;

fn body(this: &Object) -> &Traceback {
    this.cast::<TracebackBody>().expect("a slot of `traceback` gets one")
}

fn frame(this: &Object) -> &Frame {
    this.cast::<FrameBody>().expect("a slot of `frame` gets one")
}

/// `types.TracebackType(next, frame, lasti, lineno)`: the line follows from `lasti`.
fn new(rt: &mut Runtime, _class: &Class, args: Args<'_>) -> Result {
    const NAMES: [&str; 4] = ["tb_next", "tb_frame", "tb_lasti", "tb_lineno"];
    let given = crate::types::arity::matched(rt, "traceback", &NAMES, args)?;
    let [Some(next), Some(frame_object), Some(last), Some(_)] = given else {
        let missing = given.iter().position(Option::is_none).unwrap_or(0);
        let (name, place) = (NAMES[missing], missing + 1);
        return Err(rt.type_error(format!("traceback() missing required argument '{name}' (pos {place})")));
    };
    if !next.is_none() && next.cast::<TracebackBody>().is_none() {
        let got = rt.type_name(next);
        return Err(rt.type_error(format!("expected traceback object or None, got '{got}'")));
    }
    let Some(frame) = frame_object.cast::<FrameBody>().cloned() else {
        let got = rt.type_name(frame_object);
        return Err(rt.type_error(format!("traceback() argument 'tb_frame' must be frame, not {got}")));
    };
    let offset = (rt.to_index(last)?.max(0) / UNIT as isize) as u32;
    let function = frame.get(&rt.heap).function.clone();
    let body =
        TracebackBody { next: next.clone(), function, offset, frame: Some(frame), base: 0, kept: HeapVec::new() };
    Ok(rt.heap.alloc(ShapeId::TRACEBACK, body)?.into())
}

methods! {
    static TRACEBACK_METHODS = [
        "__dir__"() => |rt: &mut Runtime, _this: &Object| -> Result<List> {
            let names = ["tb_frame", "tb_next", "tb_lasti", "tb_lineno"].map(|name| Object::from(rt.intern(name)));
            Ok(List::from_slice(&rt.heap, &names)?)
        };
    ];
}

/// The frame object of an entry: with the locals of a frame that was left, else it follows the frame as it runs on.
fn make_frame(rt: &mut Runtime, entry: &Traceback, back: Object) -> Result<Frame> {
    let body = entry.get(&rt.heap);
    let (origin, follows) = (body.base, u32::from(body.kept.is_empty()));
    let made = FrameBody { origin, follows, ..FrameBody::new(body.function.clone(), back, None, body.offset) };
    let made = rt.heap.alloc(ShapeId::FRAME, made)?;
    let kept = entry.get_mut(&mut rt.heap).0.kept.take();
    made.get_mut(&mut rt.heap).0.kept = kept;
    entry.get_mut(&mut rt.heap).0.frame = Some(made.clone());
    Ok(made)
}

/// The frame object of an entry, which the frame of the next one then has as its caller.
fn linked_frame(rt: &mut Runtime, entry: &Traceback) -> Result<Frame> {
    let known = entry.get(&rt.heap).frame.clone();
    let made = match known {
        Some(frame) => frame,
        None => make_frame(rt, entry, Object::NONE)?,
    };
    let next = entry.get(&rt.heap).next.clone();
    if let Some(next) = next.cast::<TracebackBody>()
        && next.get(&rt.heap).frame.is_none()
    {
        make_frame(rt, next, made.clone().into())?;
    }
    Ok(made)
}

methods! {
    static FRAME_METHODS = [
        /// Clear all references held by the frame.
        "clear"() => |rt: &mut Runtime, this: &Object| {
            if (rt.hooks.frame_runs)(rt, frame(this)) {
                return Err(rt.runtime_error("cannot clear an executing frame"));
            }
            let body = frame(this).get_mut(&mut rt.heap).0;
            body.follows = 0;
            let gone = (body.locals.take(), body.kept.take());
            drop(gone);
            Ok(())
        };
    ];
}

static TRACEBACK_GETSET: &[GetSetDef] = &[
    GetSetDef {
        name: "tb_next",
        doc: "",
        get: |rt, this| {
            // Whoever walks on finds frames that know their callers.
            linked_frame(rt, body(this))?;
            Ok(body(this).get(&rt.heap).next.clone())
        },
        set: Some(|rt, this, value| {
            let Some(value) = value else {
                return Err(rt.type_error("can't delete tb_next attribute"));
            };
            if !value.is_none() && value.cast::<TracebackBody>().is_none() {
                let got = rt.type_name(value);
                return Err(rt.type_error(format!("expected traceback object, got '{got}'")));
            }
            let mut walk = value.clone();
            while let Some(entry) = walk.cast::<TracebackBody>().cloned() {
                if entry.is(this) {
                    return Err(rt.value_error("traceback loop detected"));
                }
                walk = entry.get(&rt.heap).next.clone();
            }
            let old = std::mem::replace(&mut body(this).get_mut(&mut rt.heap).0.next, value.clone());
            drop(old);
            Ok(())
        }),
    },
    GetSetDef {
        name: "tb_lineno",
        doc: "",
        get: |rt, this| {
            let line = body(this).get(&rt.heap).line(&rt.heap);
            rt.new_int(line.into())
        },
        set: None,
    },
    GetSetDef {
        name: "tb_lasti",
        doc: "",
        get: |rt, this| {
            let offset = body(this).get(&rt.heap).offset;
            rt.new_int((offset * UNIT).into())
        },
        set: None,
    },
    GetSetDef { name: "tb_frame", doc: "", get: |rt, this| Ok(linked_frame(rt, body(this))?.into()), set: None },
];

/// The description of `traceback`.
pub static TRACEBACK: TypeDef = TypeDef {
    id: Some(ClassId::Traceback),
    name: "traceback",
    doc: "Create a new traceback object.",
    layout: <TracebackBody as crate::heap::Layout>::info,
    shapes: &[ShapeId::TRACEBACK],
    slots: Slots { new: Some(new), ..Slots::EMPTY },
    methods: TRACEBACK_METHODS,
    getset: TRACEBACK_GETSET,
    ..TypeDef::EMPTY
};

/// Brings a frame object that stays with its frame up to date.
fn refresh(rt: &mut Runtime, this: &Object) -> Result<()> {
    (rt.hooks.refresh_frame)(rt, frame(this), false)
}

fn line_of(rt: &Runtime, this: &Object) -> u32 {
    let body = frame(this).get(&rt.heap);
    if body.line != 0 { body.line } else { body.function.get(&rt.heap).line(&rt.heap, body.offset) }
}

fn set_flag(rt: &mut Runtime, this: &Object, value: Option<&Object>, bit: u32) -> Result<()> {
    let on = rt.bool_member(value)?;
    let flags = &mut frame(this).get_mut(&mut rt.heap).0.trace_flags;
    *flags = *flags & !bit | if on { bit } else { 0 };
    (rt.hooks.trace_flags_changed)(rt);
    Ok(())
}

fn frame_repr(rt: &mut Runtime, this: &Object) -> Result<Str> {
    refresh(rt, this)?;
    let line = line_of(rt, this);
    let body = frame(this).get(&rt.heap);
    let function = body.function.get(&rt.heap);
    let code = function.code.get(&rt.heap);
    let text = format!(
        "<frame at {:#x}, file '{}', line {line}, code {}>",
        this.id(),
        code.filename.to_rust(),
        code.name.to_rust()
    );
    rt.new_str(&text)
}

static FRAME_GETSET: &[GetSetDef] = &[
    GetSetDef {
        name: "f_back",
        doc: "",
        get: |rt, this| {
            refresh(rt, this)?;
            let body = frame(this).get(&rt.heap);
            if body.base != 0 || body.origin != 0 && body.back.is_none() {
                return (rt.hooks.frame_caller)(rt, frame(this));
            }
            Ok(frame(this).get(&rt.heap).back.clone())
        },
        set: None,
    },
    GetSetDef {
        name: "f_code",
        doc: "",
        get: |rt, this| {
            let function = frame(this).get(&rt.heap).function.clone();
            Ok(function.get(&rt.heap).code.clone().into())
        },
        set: None,
    },
    GetSetDef {
        name: "f_globals",
        doc: "",
        get: |rt, this| {
            let function = frame(this).get(&rt.heap).function.clone();
            Ok(function.get(&rt.heap).globals.clone().into())
        },
        set: None,
    },
    GetSetDef {
        name: "f_builtins",
        doc: "",
        get: |rt, this| {
            let function = frame(this).get(&rt.heap).function.clone();
            Ok(function.get(&rt.heap).builtins.clone().into())
        },
        set: None,
    },
    GetSetDef {
        name: "f_locals",
        doc: "",
        get: |rt, this| {
            (rt.hooks.refresh_frame)(rt, frame(this), true)?;
            let body = frame(this).get(&rt.heap);
            match body.locals.clone() {
                Some(locals) => Ok(locals.into()),
                None if !body.kept.is_empty() => {
                    let (function, kept) = (body.function.clone(), body.kept.to_vec());
                    let made = (rt.hooks.kept_locals)(rt, &function, &kept)?;
                    if let Some(dict) = made.cast::<DictBody>() {
                        let body = frame(this).get_mut(&mut rt.heap).0;
                        let gone = (body.locals.replace(dict.clone()), body.kept.take());
                        drop(gone);
                    }
                    Ok(made)
                }
                None => Ok(rt.new_dict()?.into()),
            }
        },
        set: None,
    },
    GetSetDef {
        name: "f_trace",
        doc: "",
        get: |rt, this| Ok(frame(this).get(&rt.heap).trace.clone()),
        set: Some(|rt, this, value| {
            let value = value.cloned().unwrap_or(Object::NONE);
            let old = std::mem::replace(&mut frame(this).get_mut(&mut rt.heap).0.trace, value);
            drop(old);
            Ok(())
        }),
    },
    GetSetDef {
        name: "f_trace_lines",
        doc: "",
        get: |rt, this| Ok(Object::bool(frame(this).get(&rt.heap).trace_flags & 1 != 0)),
        set: Some(|rt, this, value| set_flag(rt, this, value, 1)),
    },
    GetSetDef {
        name: "f_trace_opcodes",
        doc: "",
        get: |rt, this| Ok(Object::bool(frame(this).get(&rt.heap).trace_flags & 2 != 0)),
        set: Some(|rt, this, value| set_flag(rt, this, value, 2)),
    },
    GetSetDef {
        name: "f_lineno",
        doc: "",
        get: |rt, this| {
            refresh(rt, this)?;
            let line = line_of(rt, this);
            rt.new_int(line.into())
        },
        set: Some(|rt, _this, value| {
            let Some(value) = value else {
                return Err(rt.raise(ClassId::AttributeError, "cannot delete attribute"));
            };
            let text = match rt.class_of(value).is(rt.class(ClassId::Int)) {
                true => "f_lineno can only be set in a trace function",
                false => "lineno must be an integer",
            };
            Err(rt.value_error(text))
        }),
    },
    GetSetDef {
        name: "f_lasti",
        doc: "",
        get: |rt, this| {
            refresh(rt, this)?;
            let offset = frame(this).get(&rt.heap).offset;
            rt.new_int((offset * UNIT).into())
        },
        set: None,
    },
];

/// The description of `frame`.
pub static FRAME: TypeDef = TypeDef {
    id: Some(ClassId::Frame),
    name: "frame",
    layout: <FrameBody as crate::heap::Layout>::info,
    shapes: &[ShapeId::FRAME],
    slots: Slots { repr: Some(frame_repr), ..Slots::EMPTY },
    methods: FRAME_METHODS,
    getset: FRAME_GETSET,
    ..TypeDef::EMPTY
};
