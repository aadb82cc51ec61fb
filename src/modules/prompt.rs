//! `_prompt`: what the commands of the prompt need of the compiler.

use super::NativeModule;
use crate::bytecode::disassemble;
use crate::heap::Object;
use crate::layout::{Str, StrBody};
use crate::methods;
use crate::object::{
    BoundMethodBody, Class, CodeBody, CompileMode, FunctionBody, Result, Runtime, WrapperBody, source_kind,
};
use std::collections::HashMap;

methods! {
    static FUNCTIONS = [
        /// The bytecode of a function, method, class, code object or source text, as text.
        @function "disassemble"(code, /) => listing;
        /// The text of an input of the prompt by the name that its code bears, else None.
        @function "source"(filename, /) => source;
    ];
}

/// The inputs of the prompt by their file names, for `linecache`.
#[derive(Default)]
pub struct Inputs(pub HashMap<String, String>);

fn source(rt: &mut Runtime, filename: &Str) -> Result {
    let name = filename.to_rust().into_owned();
    let text = rt.extension::<Inputs>().0.get(&name).cloned();
    match text {
        Some(text) => Ok(rt.new_str(&text)?.into()),
        None => Ok(Object::NONE),
    }
}

fn listing(rt: &mut Runtime, object: &Object) -> Result<String> {
    if let Some(code) = object.cast::<CodeBody>() {
        return Ok(disassemble(&code.get(&rt.heap).code));
    }
    if let Some(function) = object.cast::<FunctionBody>() {
        let code = function.get(&rt.heap).code.get(&rt.heap).code.clone();
        return Ok(disassemble(&code));
    }
    if let Some(method) = object.cast::<BoundMethodBody>() {
        let function = method.get(&rt.heap).function.clone();
        return listing(rt, &function);
    }
    if let Some(wrapper) = object.cast::<WrapperBody>() {
        let function = wrapper.get(&rt.heap).function.clone();
        return listing(rt, &function);
    }
    if let Some(source) = object.cast::<StrBody>() {
        let source = source.to_wtf8();
        let code = (rt.hooks.compile)(rt, &source, "<dis>", CompileMode::Exec, source_kind::TEXT, -1)?;
        return Ok(disassemble(&code));
    }
    if let Some(class) = Class::from_object(object) {
        let methods = class.get(&rt.heap).dict.clone().pairs(&rt.heap);
        let mut text = String::new();
        for (name, method) in methods {
            let (Some(name), Some(function)) = (name.cast::<StrBody>(), method.cast::<FunctionBody>()) else {
                continue;
            };
            let code = function.get(&rt.heap).code.get(&rt.heap).code.clone();
            text.push_str(&format!("{}:\n{}\n", name.to_rust(), disassemble(&code)));
        }
        return Ok(text);
    }
    let kind = rt.type_name(object);
    Err(rt.type_error(format!("don't know how to disassemble {kind} objects")))
}

/// The description of module `_prompt`.
pub static MODULE: NativeModule = NativeModule {
    name: "_prompt",
    doc: "What the commands of the prompt need of the compiler.",
    functions: FUNCTIONS,
    init: |_, _| Ok(()),
};
