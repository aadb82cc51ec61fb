//! The names that `site` adds to the builtins for people at a prompt: `exit`, `quit`, `copyright`, `credits`, `license`.

use crate::builtins::write_stdout;
use crate::heap::Object;
use crate::layout;
use crate::layout::Str;
use crate::object::{Args, ClassFlags, ClassId, Result, Runtime, Slots, TypeDef};

layout! {
    /// Body of `exit` and `quit`.
    pub struct QuitterBody as "Quitter" {
        /// Index in `QUITTERS`.
        pub which: u32,
    }
}

layout! {
    /// Body of `copyright` and its like.
    pub struct PrinterBody as "_Printer" {
        /// Index in `TEXTS`.
        pub which: u32,
    }
}

const QUITTERS: &[&str] = &["quit", "exit"];

const TEXTS: &[(&str, &str)] = &[
    ("copyright", "Copyright (c) The Anthill developers.\nAll Rights Reserved."),
    (
        "credits",
        "    Anthill is written by the Anthill developers, after the language that Guido van Rossum\n    and the Python developers made. See https://www.python.org for more about Python.",
    ),
    ("license", "Anthill may be used under the MIT license or the Apache License, Version 2.0."),
];

fn which(rt: &Runtime, this: &Object) -> usize {
    let quitter = this.cast::<QuitterBody>().map(|body| body.get(&rt.heap).which);
    let printer = this.cast::<PrinterBody>().map(|body| body.get(&rt.heap).which);
    quitter.or(printer).unwrap_or(0) as usize
}

fn quitter_repr(rt: &mut Runtime, this: &Object) -> Result<Str> {
    let name = QUITTERS[which(rt, this).min(1)];
    rt.new_str(&format!("Use {name}() or Ctrl-D (i.e. EOF) to exit"))
}

fn quit(rt: &mut Runtime, _this: &Object, args: Args<'_>) -> Result {
    let code = args.values.first().filter(|code| !code.is_none()).cloned();
    Err(rt.raise_with(ClassId::SystemExit, code.as_slice()))
}

fn printer_repr(rt: &mut Runtime, this: &Object) -> Result<Str> {
    let text = TEXTS[which(rt, this).min(TEXTS.len() - 1)].1;
    rt.new_str(text)
}

fn print(rt: &mut Runtime, this: &Object, _args: Args<'_>) -> Result {
    let text = TEXTS[which(rt, this).min(TEXTS.len() - 1)].1;
    let text = rt.new_str(&format!("{text}\n"))?;
    write_stdout(rt, &text)?;
    Ok(Object::NONE)
}

static QUITTER: TypeDef = TypeDef {
    name: "Quitter",
    module: "_sitebuiltins",
    layout: <QuitterBody as crate::heap::Layout>::info,
    flags: ClassFlags::HAS_DICT,
    slots: Slots { repr: Some(quitter_repr), call: Some(quit), ..Slots::EMPTY },
    ..TypeDef::EMPTY
};

static PRINTER: TypeDef = TypeDef {
    name: "_Printer",
    module: "_sitebuiltins",
    layout: <PrinterBody as crate::heap::Layout>::info,
    flags: ClassFlags::HAS_DICT,
    slots: Slots { repr: Some(printer_repr), call: Some(print), ..Slots::EMPTY },
    ..TypeDef::EMPTY
};

/// Adds the names to `builtins`.
pub fn install(rt: &mut Runtime) -> Result<()> {
    let builtins = rt.builtins.clone();
    let class = rt.native_class(&QUITTER)?;
    for (which, name) in QUITTERS.iter().enumerate() {
        let quitter: Object = rt.alloc_for(&class, QuitterBody { which: which as u32 })?.into();
        rt.put_attribute(&builtins, name, quitter)?;
    }
    let class = rt.native_class(&PRINTER)?;
    for (which, (name, _)) in TEXTS.iter().enumerate() {
        let printer: Object = rt.alloc_for(&class, PrinterBody { which: which as u32 })?.into();
        rt.put_attribute(&builtins, name, printer)?;
    }
    Ok(())
}
