//! `function`: what `def` and `lambda` make.

use crate::heap::{Object, ShapeId};
use crate::layout::{Dict, DictBody, Str, StrBody, TupleBody};
use crate::object::{
    Args, BoundMethodBody, CellBody, Class, ClassFlags, ClassId, CodeBody, Function, FunctionBody, GetSetDef, Raised,
    Result, Runtime, Slots, TypeDef, generic_get_attribute, generic_set_attribute,
};

use crate::types::arity;

fn body(this: &Object) -> &Function {
    this.cast::<FunctionBody>().expect("a slot of `function` gets one")
}

fn call(rt: &mut Runtime, this: &Object, args: Args<'_>) -> Result {
    (rt.hooks.call_function)(rt, body(this), args)
}

fn repr(rt: &mut Runtime, this: &Object) -> Result<Str> {
    let name = body(this).get(&rt.heap).qualname.to_rust().into_owned();
    rt.new_str(&format!("<function {name} at {:#x}>", this.id()))
}

fn get(rt: &mut Runtime, this: &Object, instance: Option<&Object>, _owner: &Object) -> Result {
    match instance {
        None => Ok(this.clone()),
        Some(instance) => {
            let body = BoundMethodBody { function: this.clone(), this: instance.clone() };
            Ok(rt.heap.alloc(ShapeId::BOUND_METHOD, body)?.into())
        }
    }
}

/// `types.FunctionType(code, globals, name=None, argdefs=None, closure=None)`.
fn new(rt: &mut Runtime, _class: &Class, args: Args<'_>) -> Result {
    const NAMES: [&str; 6] = ["code", "globals", "name", "argdefs", "closure", "kwdefaults"];
    let values = arity::matched_from(rt, "function", &NAMES, 2, args)?;
    let wrong = |rt: &mut Runtime, i: usize, kind: &str| {
        let got = match values[i] {
            Some(value) if !value.is_none() => rt.type_name(value),
            _ => "None".to_owned(),
        };
        rt.type_error(format!("function() argument '{}' must be {kind}, not {got}", NAMES[i]))
    };
    let Some(code) = values[0].and_then(|c| c.cast::<CodeBody>()).cloned() else {
        return Err(wrong(rt, 0, "code"));
    };
    let Some(globals) = values[1].and_then(|g| g.cast::<DictBody>()).cloned() else {
        return Err(wrong(rt, 1, "dict"));
    };
    let [_, _, name, defaults, closure, keyword_defaults] =
        values.map(|value| value.filter(|value| !value.is_none()).cloned());
    if name.as_ref().is_some_and(|name| name.cast::<StrBody>().is_none()) {
        return Err(rt.type_error("arg 3 (name) must be None or string"));
    }
    if defaults.as_ref().is_some_and(|defaults| defaults.cast::<TupleBody>().is_none()) {
        return Err(rt.type_error("arg 4 (defaults) must be None or tuple"));
    }
    let free = !code.get(&rt.heap).code.free.is_empty();
    match &closure {
        Some(closure) if closure.cast::<TupleBody>().is_none() => {
            let expected = if free { "tuple" } else { "None or tuple" };
            return Err(rt.type_error(format!("arg 5 (closure) must be {expected}")));
        }
        None if free => return Err(rt.type_error("arg 5 (closure) must be tuple")),
        _ => {}
    }
    if keyword_defaults.as_ref().is_some_and(|defaults| defaults.cast::<DictBody>().is_none()) {
        return Err(rt.type_error("arg 6 (kwdefaults) must be None or dict"));
    }
    let closure = closure.and_then(|c| c.downcast::<TupleBody>().ok());
    let needed = code.get(&rt.heap).code.free.len();
    if closure.as_ref().map_or(0, |c| c.items().len()) != needed {
        let name = code.get(&rt.heap).name.to_rust().into_owned();
        let got = closure.as_ref().map_or(0, |c| c.items().len());
        return Err(rt.value_error(format!("{name} requires closure of length {needed}, not {got}")));
    }
    if closure.as_ref().is_some_and(|c| c.items().iter().any(|cell| cell.cast::<CellBody>().is_none())) {
        let got =
            closure.as_ref().and_then(|c| c.items().iter().find(|cell| cell.cast::<CellBody>().is_none()).cloned());
        let got = got.map_or_else(String::new, |cell| rt.type_name(&cell));
        return Err(rt.type_error(format!("arg 5 (closure) expected cell, found {got}")));
    }
    let name = name.and_then(|n| n.downcast::<StrBody>().ok()).unwrap_or_else(|| code.get(&rt.heap).name.clone());
    let module = {
        let key = rt.names.name.clone();
        globals.get_str(&rt.heap, &key).cloned().unwrap_or(Object::NONE)
    };
    let qualname = code.get(&rt.heap).qualname.clone();
    let doc = rt.code_docstring(&code)?;
    let body = FunctionBody {
        code,
        globals,
        builtins: rt.builtins.clone(),
        closure,
        defaults: defaults.and_then(|d| d.downcast::<TupleBody>().ok()),
        keyword_defaults: keyword_defaults.and_then(|d| d.downcast::<DictBody>().ok()),
        name,
        qualname,
        module,
        doc,
        annotations: None,
        type_params: None,
        dict: None,
    };
    Ok(rt.heap.alloc(ShapeId::FUNCTION, body)?.into())
}

fn own_dict(rt: &mut Runtime, this: &Object) -> Result<Dict> {
    if let Some(dict) = &body(this).get(&rt.heap).dict {
        return Ok(dict.clone());
    }
    let dict = rt.new_dict()?;
    body(this).get_mut(&mut rt.heap).0.dict = Some(dict.clone());
    Ok(dict)
}

/// Whether a name is a function's own, like `__name__`, whatever its dict holds.
fn is_own_attribute(rt: &mut Runtime, this: &Object, name: &Str) -> bool {
    let class = rt.class_of(this).clone();
    rt.lookup(&class, name).is_some_and(|found| rt.class_of(&found).get(&rt.heap).slots.descriptor_set.is_some())
}

fn get_attribute(rt: &mut Runtime, this: &Object, name: &Str) -> Result {
    let name = rt.intern_str(name);
    if let Some(dict) = &body(this).get(&rt.heap).dict
        && let Some(found) = dict.get_str(&rt.heap, &name).cloned()
        && !is_own_attribute(rt, this, &name)
    {
        return Ok(found);
    }
    generic_get_attribute(rt, this, &name)
}

fn set_attribute(rt: &mut Runtime, this: &Object, name: &Str, value: Option<&Object>) -> Result<()> {
    let name = rt.intern_str(name);
    if is_own_attribute(rt, this, &name) {
        return generic_set_attribute(rt, this, &name, value);
    }
    match value {
        Some(value) => {
            let dict = own_dict(rt, this)?;
            dict.set_str(&mut rt.heap, &name, value.clone(), &rt.hash_key)?;
            Ok(())
        }
        None => {
            let dict = body(this).get(&rt.heap).dict.clone();
            match dict.and_then(|dict| dict.remove_str(&mut rt.heap, &name)) {
                Some(old) => {
                    drop(old);
                    Ok(())
                }
                None => Err(rt.no_attribute(this, &name)),
            }
        }
    }
}

fn wrong(rt: &mut Runtime, name: &str, what: &str) -> Raised {
    rt.type_error(format!("{name} must be set to a {what} object"))
}

static GETSET: &[GetSetDef] = &[
    GetSetDef {
        name: "__name__",
        doc: "",
        get: |rt, this| Ok(body(this).get(&rt.heap).name.clone().into()),
        set: Some(|rt, this, value| match value.and_then(|v| v.cast::<StrBody>()) {
            Some(name) => {
                body(this).get_mut(&mut rt.heap).0.name = name.clone();
                Ok(())
            }
            None => Err(wrong(rt, "__name__", "string")),
        }),
    },
    GetSetDef {
        name: "__qualname__",
        doc: "",
        get: |rt, this| Ok(body(this).get(&rt.heap).qualname.clone().into()),
        set: Some(|rt, this, value| match value.and_then(|v| v.cast::<StrBody>()) {
            Some(name) => {
                body(this).get_mut(&mut rt.heap).0.qualname = name.clone();
                Ok(())
            }
            None => Err(wrong(rt, "__qualname__", "string")),
        }),
    },
    GetSetDef {
        name: "__module__",
        doc: "",
        get: |rt, this| Ok(body(this).get(&rt.heap).module.clone()),
        set: Some(|rt, this, value| {
            body(this).get_mut(&mut rt.heap).0.module = value.cloned().unwrap_or(Object::NONE);
            Ok(())
        }),
    },
    GetSetDef {
        name: "__doc__",
        doc: "",
        get: |rt, this| Ok(body(this).get(&rt.heap).doc.clone()),
        set: Some(|rt, this, value| {
            body(this).get_mut(&mut rt.heap).0.doc = value.cloned().unwrap_or(Object::NONE);
            Ok(())
        }),
    },
    GetSetDef {
        name: "__code__",
        doc: "",
        get: |rt, this| Ok(body(this).get(&rt.heap).code.clone().into()),
        set: Some(|rt, this, value| {
            let Some(code) = value.and_then(|v| v.cast::<CodeBody>()) else {
                return Err(wrong(rt, "__code__", "code"));
            };
            let cells = body(this).get(&rt.heap).closure.as_ref().map_or(0, |c| c.items().len());
            let needed = code.get(&rt.heap).code.free.len();
            if cells != needed {
                let name = body(this).get(&rt.heap).name.to_rust().into_owned();
                return Err(
                    rt.value_error(format!("{name}() requires a code object with {cells} free vars, not {needed}"))
                );
            }
            let old = std::mem::replace(&mut body(this).get_mut(&mut rt.heap).0.code, code.clone());
            // Frames and generators of the function may be running the old code: it stays until the end.
            old.make_immortal();
            Ok(())
        }),
    },
    GetSetDef {
        name: "__defaults__",
        doc: "",
        get: |rt, this| Ok(body(this).get(&rt.heap).defaults.clone().map_or(Object::NONE, Into::into)),
        set: Some(|rt, this, value| {
            let defaults = match value {
                Some(value) if !value.is_none() => match value.cast::<TupleBody>() {
                    Some(tuple) => Some(tuple.clone()),
                    None => return Err(wrong(rt, "__defaults__", "tuple")),
                },
                _ => None,
            };
            body(this).get_mut(&mut rt.heap).0.defaults = defaults;
            Ok(())
        }),
    },
    GetSetDef {
        name: "__kwdefaults__",
        doc: "",
        get: |rt, this| Ok(body(this).get(&rt.heap).keyword_defaults.clone().map_or(Object::NONE, Into::into)),
        set: Some(|rt, this, value| {
            let defaults = match value {
                Some(value) if !value.is_none() => match value.cast::<DictBody>() {
                    Some(dict) => Some(dict.clone()),
                    None => return Err(wrong(rt, "__kwdefaults__", "dict")),
                },
                _ => None,
            };
            body(this).get_mut(&mut rt.heap).0.keyword_defaults = defaults;
            Ok(())
        }),
    },
    GetSetDef {
        name: "__annotations__",
        doc: "",
        get: |rt, this| {
            if let Some(dict) = &body(this).get(&rt.heap).annotations {
                return Ok(dict.clone().into());
            }
            let dict = rt.new_dict()?;
            body(this).get_mut(&mut rt.heap).0.annotations = Some(dict.clone());
            Ok(dict.into())
        },
        set: Some(|rt, this, value| {
            let annotations = match value {
                Some(value) if !value.is_none() => match value.cast::<DictBody>() {
                    Some(dict) => Some(dict.clone()),
                    None => return Err(wrong(rt, "__annotations__", "dict")),
                },
                _ => None,
            };
            body(this).get_mut(&mut rt.heap).0.annotations = annotations;
            Ok(())
        }),
    },
    GetSetDef {
        name: "__globals__",
        doc: "",
        get: |rt, this| Ok(body(this).get(&rt.heap).globals.clone().into()),
        set: Some(|rt, _, _| Err(rt.raise(ClassId::AttributeError, "readonly attribute"))),
    },
    GetSetDef {
        name: "__builtins__",
        doc: "",
        get: |rt, this| Ok(body(this).get(&rt.heap).builtins.clone().into()),
        set: None,
    },
    GetSetDef {
        name: "__closure__",
        doc: "",
        get: |rt, this| Ok(body(this).get(&rt.heap).closure.clone().map_or(Object::NONE, Into::into)),
        set: Some(|rt, _, _| Err(rt.raise(ClassId::AttributeError, "readonly attribute"))),
    },
    GetSetDef {
        name: "__type_params__",
        doc: "",
        get: |rt, this| match body(this).get(&rt.heap).type_params.clone() {
            Some(params) => Ok(params.into()),
            None => Ok(rt.empty_tuple.clone().into()),
        },
        set: Some(|rt, this, value| match value.and_then(|v| v.cast::<TupleBody>()) {
            Some(params) => {
                body(this).get_mut(&mut rt.heap).0.type_params = Some(params.clone());
                Ok(())
            }
            None => Err(rt.type_error("__type_params__ must be set to a tuple")),
        }),
    },
    GetSetDef {
        name: "__dict__",
        doc: "",
        get: |rt, this| Ok(own_dict(rt, this)?.into()),
        set: Some(|rt, this, value| {
            let Some(value) = value else { return Err(rt.type_error("cannot delete __dict__")) };
            let dict = rt.expect_dict(value)?.clone();
            body(this).get_mut(&mut rt.heap).0.dict = Some(dict);
            Ok(())
        }),
    },
];

impl Runtime {
    /// The docstring of a code object, or None.
    pub fn code_docstring(&mut self, code: &crate::object::CodeObject) -> Result {
        use crate::bytecode::Constant;
        let text = match &code.get(&self.heap).code.docstring {
            Some(Constant::Str(text)) => text.clone(),
            _ => return Ok(Object::NONE),
        };
        Ok(self.new_str(&text)?.into())
    }
}

/// The description of `function`.
pub static FUNCTION: TypeDef = TypeDef {
    id: Some(ClassId::Function),
    name: "function",
    doc: "Create a function object.\n\n  code\n    a code object\n  globals\n    the globals dictionary\n  name\n    a string that overrides the name from the code object\n  argdefs\n    a tuple that specifies the default argument values\n  closure\n    a tuple that supplies the bindings for free variables\n  kwdefaults\n    a dictionary that specifies the default keyword argument values",
    layout: <FunctionBody as crate::heap::Layout>::info,
    shapes: &[ShapeId::FUNCTION],
    flags: ClassFlags::WEAKREFABLE,
    slots: Slots {
        new: Some(new),
        call: Some(call),
        repr: Some(repr),
        descriptor_get: Some(get),
        get_attribute: Some(get_attribute),
        set_attribute: Some(set_attribute),
        ..Slots::EMPTY
    },
    getset: GETSET,
    ..TypeDef::EMPTY
};
