//! Making functions and classes.

use crate::bytecode::{Capture, Constant};
use crate::heap::{Object, ShapeId};
use crate::layout::{Dict, DictBody, StrBody, Tuple, TupleBody};
use crate::object::{CodeObject, Function, FunctionBody, Result, Runtime};
use crate::vm::load;
use crate::vm::site::Site;

fn function_with(
    rt: &mut Runtime,
    code: &CodeObject,
    globals: &Dict,
    builtins: &Dict,
    closure: Option<Tuple>,
) -> Result<Function> {
    let key = rt.names.name.clone();
    let module = globals.get_str(&rt.heap, &key).cloned().unwrap_or(Object::NONE);
    let body = code.get(&rt.heap);
    let (name, qualname) = (body.name.clone(), body.qualname.clone());
    let docstring = body.code.docstring.clone();
    let doc = match &docstring {
        Some(constant) => load::constant_value(rt, constant)?,
        None => Object::NONE,
    };
    let body = FunctionBody {
        code: code.clone(),
        globals: globals.clone(),
        builtins: builtins.clone(),
        closure,
        defaults: None,
        keyword_defaults: None,
        name,
        qualname,
        module,
        doc,
        annotations: None,
        type_params: None,
        dict: None,
    };
    Ok(rt.heap.alloc(ShapeId::FUNCTION, body)?)
}

/// MAKE_FUNCTION.
pub fn make(rt: &mut Runtime, site: Site) -> Result<()> {
    let index = site.bc();
    let code = load::nested(rt, site, index)?;
    let body = site.frame().function_body(&rt.heap);
    let (globals, builtins, own) = (body.globals.clone(), body.builtins.clone(), body.closure.clone());
    let free = match &site.code().code.constants[index] {
        Constant::Code(inner) => &inner.free,
        _ => return Err(rt.runtime_error("not a code constant")),
    };
    let closure = if free.is_empty() {
        None
    } else {
        let cells: Vec<Object> = free
            .iter()
            .map(|(_, capture)| match *capture {
                Capture::Register(register) => site.get(register as usize).clone(),
                Capture::Free(index) => own.as_ref().expect("a closure").items()[index as usize].clone(),
            })
            .collect();
        Some(Tuple::from_slice(&rt.heap, &cells)?)
    };
    let function = function_with(rt, &code, &globals, &builtins, closure)?;
    site.set(site.a(), function.into());
    Ok(())
}

/// SET_FUNCTION_ATTRIBUTE.
pub fn set_attribute(rt: &mut Runtime, site: Site) -> Result<()> {
    let value = site.take(site.b());
    let function = site.get(site.a()).cast::<FunctionBody>().expect("a function that the code made").clone();
    match site.c() {
        1 => {
            let defaults = value.downcast::<TupleBody>().ok();
            let old = std::mem::replace(&mut function.get_mut(&mut rt.heap).0.defaults, defaults);
            drop(old);
        }
        2 => {
            let defaults = value.downcast::<DictBody>().ok();
            let old = std::mem::replace(&mut function.get_mut(&mut rt.heap).0.keyword_defaults, defaults);
            drop(old);
        }
        _ => {
            let dict = rt.new_dict()?;
            let pairs = value.cast::<TupleBody>().expect("a tuple of names and values");
            for pair in pairs.items().chunks_exact(2) {
                if let Some(name) = pair[0].cast::<StrBody>() {
                    dict.set_str(&mut rt.heap, name, pair[1].clone(), &rt.hash_key)?;
                }
            }
            let old = function.get_mut(&mut rt.heap).0.annotations.replace(dict);
            drop(old);
        }
    }
    Ok(())
}

/// LOAD_BUILD_CLASS.
pub fn load_build_class(rt: &mut Runtime, site: Site) -> Result<()> {
    let builtins = site.frame().function_body(&rt.heap).builtins.clone();
    let name = rt.names.build_class.clone();
    match builtins.get_str(&rt.heap, &name).cloned() {
        Some(function) => {
            site.set(site.a(), function);
            Ok(())
        }
        None => Err(rt.raise(crate::object::ClassId::NameError, "__build_class__ not found")),
    }
}

/// CALL_INTRINSIC_1.
pub fn intrinsic_1(rt: &mut Runtime, site: Site) -> Result<()> {
    let name = crate::bytecode::INTRINSICS_1.get(site.c()).copied().unwrap_or("INVALID");
    let hook = rt.hooks.intrinsic;
    let result = hook(rt, name, std::slice::from_ref(site.get(site.b())))?;
    site.set(site.a(), result);
    Ok(())
}

/// CALL_INTRINSIC_2.
pub fn intrinsic_2(rt: &mut Runtime, site: Site) -> Result<()> {
    let name = crate::bytecode::INTRINSICS_2.get(site.c()).copied().unwrap_or("INVALID");
    let first = site.b();
    let operands = site.slice(first, 2);
    let result = match name {
        "PREP_RERAISE_STAR" => super::exception::prepare_star(rt, &operands[0], &operands[1])?,
        "SET_FUNCTION_TYPE_PARAMS" => {
            if let (Some(function), Some(params)) =
                (operands[0].cast::<FunctionBody>(), operands[1].cast::<TupleBody>())
            {
                let params = params.clone();
                let old = function.get_mut(&mut rt.heap).0.type_params.replace(params);
                drop(old);
            }
            operands[0].clone()
        }
        _ => {
            let hook = rt.hooks.intrinsic;
            hook(rt, name, operands)?
        }
    };
    site.clear(first, 2);
    site.set(site.a(), result);
    Ok(())
}
