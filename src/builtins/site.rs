//! `exit`, `quit`, `copyright`, `credits`, `license`, `help`: objects for people at a prompt, and `breakpoint`.

use crate::heap::{Object, Opaque, Ref};
use crate::layout::Str;
use crate::object::{Args, ClassId, GetSetDef, Keywords, Rest, Result, Runtime, Slots, TypeDef};
use crate::{layout, methods};

layout! {
    /// Body of such an object.
    pub struct SiteBody as "site" {
        /// Its name in `builtins`.
        pub name: Opaque<&'static str>,
        /// What `repr` says.
        pub text: Opaque<&'static str>,
    }
}

fn body<'a>(rt: &'a Runtime, this: &'a Object) -> &'a SiteBody {
    let body: &Ref<SiteBody> = this.cast().expect("a slot of a site object gets one");
    body.get(&rt.heap)
}

fn repr(rt: &mut Runtime, this: &Object) -> Result<Str> {
    let text = *body(rt, this).text;
    rt.new_str(text)
}

/// `exit(code=None)`.
fn quit(rt: &mut Runtime, this: &Object, args: Args<'_>) -> Result {
    let name = *body(rt, this).name;
    let [code] = crate::types::arity::matched(rt, name, &["code"], args)?;
    let code = code.cloned().unwrap_or(Object::NONE);
    Err(rt.raise_with(ClassId::SystemExit, &[code]))
}

fn print(rt: &mut Runtime, this: &Object, args: Args<'_>) -> Result {
    let (name, text) = (*body(rt, this).name, *body(rt, this).text);
    crate::types::arity::positional(rt, name, args, 0, 0)?;
    let line = rt.new_str(text)?;
    print_object(rt, &line)
}

fn print_object(rt: &mut Runtime, text: &Str) -> Result {
    let print = crate::types::sequence::builtin(rt, "print")?;
    rt.call(&print, &[text.as_object().clone()])
}

/// `help(object)`: the text is made by a module of the library.
fn help(rt: &mut Runtime, _this: &Object, args: Args<'_>) -> Result {
    let name = rt.intern("_help");
    let module = (rt.hooks.import_name)(rt, &name, None, &Object::NONE, 0)?;
    let function = rt.get_attr_str(&module, "help")?;
    rt.call_args(&function, args)
}

macro_rules! site_type {
    ($(#[$doc:meta])* $id:ident, $name:literal, $call:path) => {
        $(#[$doc])*
        static $id: TypeDef = TypeDef {
            name: $name,
            module: "_sitebuiltins",
            layout: <SiteBody as crate::heap::Layout>::info,
            slots: Slots { repr: Some(repr), call: Some($call), ..Slots::EMPTY },
            getset: NAME,
            ..TypeDef::EMPTY
        };
    };
}

static NAME: &[GetSetDef] = &[GetSetDef {
    name: "name",
    doc: "",
    get: |rt, this| {
        let name = *body(rt, this).name;
        Ok(rt.intern(name).into())
    },
    set: None,
}];

site_type!(
    /// Type of `exit` and `quit`.
    QUITTER, "Quitter", quit
);
site_type!(
    /// Type of `copyright`, `credits`, `license`.
    PRINTER, "_Printer", print
);
site_type!(
    /// Type of `help`.
    HELPER, "_Helper", help
);

const ROWS: &[(&str, &TypeDef, &str)] = &[
    ("exit", &QUITTER, "Use exit() or Ctrl-D (i.e. EOF) to exit"),
    ("quit", &QUITTER, "Use quit() or Ctrl-D (i.e. EOF) to exit"),
    ("copyright", &PRINTER, "Copyright (c) The Anthill developers.\nAll Rights Reserved."),
    (
        "credits",
        &PRINTER,
        "    Anthill is written by the Anthill developers, after the language that Guido van Rossum\n    and the Python developers made. See https://www.python.org for more about Python.",
    ),
    ("license", &PRINTER, "Anthill may be used under the MIT license or the Apache License, Version 2.0."),
    ("help", &HELPER, "Type help(object) for help about object."),
];

/// Puts the objects into the namespace of `builtins`.
pub fn install(rt: &mut Runtime) -> Result<()> {
    let dict = rt.builtins.clone();
    for &(name, def, text) in ROWS {
        let class = rt.native_class(def)?;
        let object = rt.alloc_for(&class, SiteBody { name: Opaque(name), text: Opaque(text) })?;
        rt.put_attribute(&dict, name, object.into())?;
    }
    Ok(())
}

methods! {
    pub static FUNCTIONS = [
        /// Call sys.breakpointhook(*args, **kws).
        ///
        /// sys.breakpointhook() must accept whatever arguments are passed.
        ///
        /// By default, this drops you into the pdb debugger.
        @function "breakpoint"(*args, **kws) => breakpoint;
    ];
}

fn breakpoint(rt: &mut Runtime, _args: Rest<'_>, call: Keywords<'_>) -> Result {
    match rt.system_attribute("breakpointhook") {
        Some(hook) => rt.call_args(&hook, call.0),
        None => Err(rt.not_implemented("breakpoint() needs a debugger, and there is none: set sys.breakpointhook")),
    }
}
