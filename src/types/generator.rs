//! `generator` and `coroutine`.

use crate::heap::Object;
use crate::layout::{Str, StrBody};
use crate::methods;
use crate::object::{
    Class, ClassFlags, ClassId, Generator, GeneratorBody, GetSetDef, Raised, Rest, Result, Resumed, Runtime, Slots,
    Step, TypeDef, generator_state as state,
};

fn body(this: &Object) -> &Generator {
    this.cast::<GeneratorBody>().expect("a slot of `generator` gets one")
}

/// Resumes with `sent`; the value of a return becomes a StopIteration.
fn resume(rt: &mut Runtime, this: &Object, sent: Result) -> Result {
    match (rt.hooks.resume)(rt, this, sent)? {
        Resumed::Yielded(value) => Ok(value),
        Resumed::Returned(value) => Err(rt.stop_iteration(&value)),
    }
}

fn next(rt: &mut Runtime, this: &Object) -> Step {
    (rt.hooks.generator_next)(rt, this)
}

fn iter(_rt: &mut Runtime, this: &Object) -> Result {
    Ok(this.clone())
}

fn repr(rt: &mut Runtime, this: &Object) -> Result<Str> {
    let name = body(this).get(&rt.heap).qualname.to_rust().into_owned();
    let kind = rt.type_name(this);
    rt.new_str(&format!("<{kind} object {name} at {:#x}>", this.id()))
}

methods! {
    static METHODS = [
        /// send(arg) -> send 'arg' into generator,
        /// return next yielded value or raise StopIteration.
        "send"(object, /) => send;
        /// throw(value)
        /// throw(type[,value[,tb]])
        ///
        /// Raise exception in generator, return next yielded value or raise
        /// StopIteration.
        /// the (type, val, tb) signature is deprecated,
        /// and may be removed in a future version of Python.
        "throw"(*args) => throw;
        /// close() -> raise GeneratorExit inside generator.
        "close"() => close;
        /// See PEP 585
        @class "__class_getitem__"(object, /) => class_getitem;
        /// gen.__sizeof__() -> size of gen in memory, in bytes
        "__sizeof__"() => crate::types::object::sizeof;
        /// Called when the instance is about to be destroyed.
        "__del__"() => finalize;
    ];
}

/// What is suspended is closed; what has not begun or has ended has nothing to finish.
fn finalize(rt: &mut Runtime, this: &Object) -> Result<()> {
    if body(this).get(&rt.heap).state == state::SUSPENDED {
        close(rt, this)?;
    }
    Ok(())
}

fn class_getitem(rt: &mut Runtime, class: &Class, item: &Object) -> Result {
    (rt.hooks.generic_alias)(rt, class, item)
}

fn send(rt: &mut Runtime, this: &Object, value: &Object) -> Result {
    if !value.is_none() && body(this).get(&rt.heap).state == state::CREATED {
        let kind = rt.type_name(this);
        return Err(rt.type_error(format!("can't send non-None value to a just-started {kind}")));
    }
    resume(rt, this, Ok(value.clone()))
}

fn throw(rt: &mut Runtime, this: &Object, args: Rest<'_>) -> Result {
    if let [_, _] | [_, _, _] = args.0 {
        let text = "the (type, exc, tb) signature of throw() is deprecated, use the single-arg signature instead.";
        (rt.hooks.warn)(rt, ClassId::DeprecationWarning, text, 1)?;
    }
    if let [_, _, traceback] = args.0
        && !traceback.is_none()
        && !rt.is_instance_of(traceback, ClassId::Traceback)
    {
        return Err(rt.type_error("throw() third argument must be a traceback object"));
    }
    let exception = match args.0 {
        [] => return Err(rt.type_error("throw expected at least 1 argument, got 0")),
        [kind] | [kind, _] => {
            let is_class =
                Class::from_object(kind).is_some_and(|class| rt.is_subclass(class, rt.class(ClassId::BaseException)));
            match rt.exception_from(kind, args.0.get(1)) {
                Ok(exception) => exception,
                // What goes wrong when the exception is made is thrown in its place.
                Err(raised) if is_class => return resume(rt, this, Err(raised)),
                Err(raised) => return Err(raised),
            }
        }
        [kind, value, traceback] => {
            let exception = rt.exception_from(kind, Some(value))?;
            if !traceback.is_none() {
                let name = rt.intern("__traceback__");
                rt.set_attr(&exception, &name, traceback)?;
            }
            exception
        }
        more => {
            let got = more.len();
            return Err(rt.type_error(format!("throw expected at most 3 arguments, got {got}")));
        }
    };
    resume(rt, this, Err(Raised::new(exception)))
}

fn close(rt: &mut Runtime, this: &Object) -> Result {
    (rt.hooks.close)(rt, this)
}

impl Runtime {
    /// The exception instance that `throw(kind, value)` and `raise kind` mean.
    pub fn exception_from(&mut self, kind: &Object, value: Option<&Object>) -> Result {
        if let Some(class) = Class::from_object(kind)
            && self.is_subclass(class, self.class(ClassId::BaseException))
        {
            let value = value.filter(|v| !v.is_none());
            if let Some(value) = value
                && self.isinstance(value, kind)?
            {
                return Ok(value.clone());
            }
            let made = match value.and_then(|v| v.cast::<crate::layout::TupleBody>()) {
                Some(args) => self.call(kind, args.items())?,
                None => self.call(kind, value.map_or(&[], std::slice::from_ref))?,
            };
            if !self.is_instance_of(&made, ClassId::BaseException) {
                let (kind, got) = (self.repr(kind)?, self.type_name(&made));
                return Err(self.type_error(format!(
                    "calling {} should have returned an instance of BaseException, not {got}",
                    kind.to_rust()
                )));
            }
            return Ok(made);
        }
        if self.is_instance_of(kind, ClassId::BaseException) {
            if value.is_some_and(|v| !v.is_none()) {
                return Err(self.type_error("instance exception may not have a separate value"));
            }
            return Ok(kind.clone());
        }
        let got = self.type_name(kind);
        Err(self.type_error(format!("exceptions must be classes or instances deriving from BaseException, not {got}")))
    }
}

fn set_text(rt: &mut Runtime, value: Option<&Object>, name: &str) -> Result<Str> {
    match value.and_then(|v| v.cast::<StrBody>()) {
        Some(text) => Ok(text.clone()),
        None => Err(rt.type_error(format!("{name} must be set to a string object"))),
    }
}

/// The attributes under the prefix that the kind has (`gi_`, `cr_`).
macro_rules! state_attributes {
    ($frame:literal, $running:literal, $suspended:literal, $code:literal, $delegate:literal) => {
        &[
            GetSetDef {
                name: "__name__",
                doc: "name of the generator",
                get: |rt, this| Ok(body(this).get(&rt.heap).name.clone().into()),
                set: Some(|rt, this, value| {
                    let text = set_text(rt, value, "__name__")?;
                    body(this).get_mut(&mut rt.heap).0.name = text;
                    Ok(())
                }),
            },
            GetSetDef {
                name: "__qualname__",
                doc: "qualified name of the generator",
                get: |rt, this| Ok(body(this).get(&rt.heap).qualname.clone().into()),
                set: Some(|rt, this, value| {
                    let text = set_text(rt, value, "__qualname__")?;
                    body(this).get_mut(&mut rt.heap).0.qualname = text;
                    Ok(())
                }),
            },
            GetSetDef {
                name: $running,
                doc: "",
                get: |rt, this| Ok(Object::bool(body(this).get(&rt.heap).state == state::RUNNING)),
                set: None,
            },
            GetSetDef {
                name: $suspended,
                doc: "",
                get: |rt, this| Ok(Object::bool(body(this).get(&rt.heap).state == state::SUSPENDED)),
                set: None,
            },
            GetSetDef {
                name: $code,
                doc: "",
                get: |rt, this| Ok(body(this).get(&rt.heap).code.clone().into()),
                set: None,
            },
            GetSetDef {
                name: $delegate,
                doc: "object being iterated by yield from, or None",
                get: |rt, this| Ok(body(this).get(&rt.heap).delegate(&rt.heap).cloned().unwrap_or(Object::NONE)),
                set: None,
            },
            GetSetDef {
                name: $frame,
                doc: "",
                get: |rt, this| {
                    let generator = body(this).get(&rt.heap);
                    let (function, offset) = (generator.frame.first().cloned(), generator.offset);
                    match function.and_then(|f| f.downcast::<crate::object::FunctionBody>().ok()) {
                        Some(function) => {
                            let body = crate::object::FrameBody::new(function, Object::NONE, None, offset);
                            Ok(rt.heap.alloc(crate::heap::ShapeId::FRAME, body)?.into())
                        }
                        None => Ok(Object::NONE),
                    }
                },
                set: None,
            },
        ]
    };
}

/// The description of `generator`.
pub static GENERATOR: TypeDef = TypeDef {
    id: Some(ClassId::Generator),
    name: "generator",
    layout: <GeneratorBody as crate::heap::Layout>::info,
    shapes: &[crate::heap::ShapeId::GENERATOR],
    flags: ClassFlags::WEAKREFABLE,
    slots: Slots { iter: Some(iter), next: Some(crate::next_slot!(next)), repr: Some(repr), ..Slots::EMPTY },
    methods: METHODS,
    getset: state_attributes!("gi_frame", "gi_running", "gi_suspended", "gi_code", "gi_yieldfrom"),
    ..TypeDef::EMPTY
};

/// The description of `coroutine`.
pub static COROUTINE: TypeDef = TypeDef {
    id: Some(ClassId::Coroutine),
    name: "coroutine",
    layout: <GeneratorBody as crate::heap::Layout>::info,
    flags: ClassFlags::WEAKREFABLE,
    slots: Slots { repr: Some(repr), ..Slots::EMPTY },
    methods: METHODS,
    getset: state_attributes!("cr_frame", "cr_running", "cr_suspended", "cr_code", "cr_await"),
    ..TypeDef::EMPTY
};

/// The description of `async_generator`.
pub static ASYNC_GENERATOR: TypeDef = TypeDef {
    id: Some(ClassId::AsyncGenerator),
    name: "async_generator",
    layout: <GeneratorBody as crate::heap::Layout>::info,
    flags: ClassFlags::WEAKREFABLE,
    slots: Slots { repr: Some(repr), ..Slots::EMPTY },
    getset: state_attributes!("ag_frame", "ag_running", "ag_suspended", "ag_code", "ag_await"),
    ..TypeDef::EMPTY
};
