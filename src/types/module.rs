//! `module`.

use crate::heap::{Object, Ref, ShapeId};
use crate::layout::{Dict, List, Str, StrBody};
use crate::object::{
    Args, Class, ClassFlags, ClassId, GetSetDef, Result, Runtime, Slots, TypeDef, generic_get_attribute,
    generic_set_attribute,
};
use crate::types::object::keys;
use crate::{layout, methods};

layout! {
    /// Body of a module.
    pub struct ModuleBody as "module" (ShapeId::MODULE) {
        /// The namespace: `__dict__`.
        pub dict: Dict,
    }
}
/// A module.
pub type Module = Ref<ModuleBody>;

fn body(this: &Object) -> &Module {
    this.cast::<ModuleBody>().expect("a slot of `module` gets one")
}

impl Runtime {
    /// A new module with `__name__`, `__doc__`, `__package__`, `__loader__`, `__spec__` set.
    pub fn new_module(&mut self, name: &str, doc: Object) -> Result<Module> {
        let dict = self.new_dict()?;
        let name_object = self.intern(name).into();
        let [n, d, p, l, s] = [
            self.names.name.clone(),
            self.names.doc.clone(),
            self.names.package.clone(),
            self.names.loader.clone(),
            self.names.spec.clone(),
        ];
        for (key, value) in [(n, name_object), (d, doc), (p, Object::NONE), (l, Object::NONE), (s, Object::NONE)] {
            dict.set_str(&mut self.heap, &key, value, &self.hash_key)?;
        }
        Ok(self.heap.alloc(ShapeId::MODULE, ModuleBody { dict })?)
    }
}

fn new(rt: &mut Runtime, class: &Class, _args: Args<'_>) -> Result {
    let dict = rt.new_dict()?;
    Ok(rt.alloc_for(class, ModuleBody { dict })?.into())
}

fn init(rt: &mut Runtime, this: &Object, args: Args<'_>) -> Result<()> {
    let mut values = [None, None];
    for (place, value) in values.iter_mut().zip(args.positional()) {
        *place = Some(value.clone());
    }
    for (name, value) in args.keywords() {
        match ["name", "doc"].iter().position(|n| name.equals_text(n)) {
            Some(i) => values[i] = Some(value.clone()),
            None => {
                let name = name.to_rust().into_owned();
                return Err(rt.type_error(format!("module() got an unexpected keyword argument '{name}'")));
            }
        }
    }
    let [name, doc] = values;
    let Some(name) = name else {
        return Err(rt.type_error("module() missing required argument 'name' (pos 1)"));
    };
    if name.cast::<StrBody>().is_none() {
        let got = rt.type_name(&name);
        return Err(rt.type_error(format!("module() argument 'name' must be str, not {got}")));
    }
    let dict = body(this).get(&rt.heap).dict.clone();
    for (key, value) in [
        ("__name__", name),
        ("__doc__", doc.unwrap_or(Object::NONE)),
        ("__package__", Object::NONE),
        ("__loader__", Object::NONE),
        ("__spec__", Object::NONE),
    ] {
        rt.put_attribute(&dict, key, value)?;
    }
    Ok(())
}

fn repr(rt: &mut Runtime, this: &Object) -> Result<Str> {
    let dict = body(this).get(&rt.heap).dict.clone();
    let (name_key, file_key) = (rt.names.name.clone(), rt.names.file.clone());
    let name = match dict.get_str(&rt.heap, &name_key).cloned() {
        Some(name) => rt.repr(&name)?.to_rust().into_owned(),
        None => "'?'".to_owned(),
    };
    let text = match dict.get_str(&rt.heap, &file_key).cloned() {
        Some(file) => {
            let file = rt.repr(&file)?;
            format!("<module {name} from {}>", file.to_rust())
        }
        None if rt.is_native_module(&dict) => format!("<module {name} (built-in)>"),
        None => format!("<module {name}>"),
    };
    rt.new_str(&text)
}

impl Runtime {
    /// Whether a module namespace was made by a native module: its loader is a mark, or the class put in its place.
    fn is_native_module(&self, dict: &Dict) -> bool {
        let loader = dict.get_str(&self.heap, &self.names.loader);
        let is_mark = |l: &Object| l.cast::<StrBody>().is_some_and(|l| l.equals_text("built-in"));
        loader.is_some_and(|l| is_mark(l) || Class::from_object(l).is_some())
    }
}

/// `__spec__` or `__loader__` of a module that nobody has asked for them yet: most programs never do.
#[cold]
fn described(rt: &mut Runtime, this: &Object, name: &Str, present: Object) -> Result {
    let library = rt.intern("importlib.machinery");
    let library = (rt.hooks.import)(rt, &library)?;
    rt.call_method(&library, "_described", &[this.clone(), name.as_object().clone(), present])
}

fn get_attribute(rt: &mut Runtime, this: &Object, name: &Str) -> Result {
    let name = rt.intern_str(name);
    let dict = body(this).get(&rt.heap).dict.clone();
    let class = rt.class_of(this).clone();
    // Data descriptors of the class (`__dict__`, `__annotations__`) come first; ordinary names never meet them.
    if let Some(found) = dict.get_str(&rt.heap, &name)
        && !name.equals_text("__dict__")
        && !name.equals_text("__class__")
    {
        let vague = found.is_none() || found.cast::<StrBody>().is_some();
        if vague && (name.is(&rt.names.spec) || name.is(&rt.names.loader)) {
            return described(rt, this, &name, found.clone());
        }
        return Ok(found.clone());
    }
    if let Some(found) = rt.lookup(&class, &name) {
        return rt.bind(found, Some(this), &class);
    }
    // Modules of the library have attributes that are made when they are asked for.
    let lazily = rt.intern_static("_lazy_attribute");
    if let Some(function) = dict.get_str(&rt.heap, &lazily).cloned() {
        let made = rt.call(&function, &[name.clone().into()])?;
        if !made.is_not_implemented() {
            return Ok(made);
        }
    }
    let fallback = rt.names.getattr.clone();
    if let Some(function) = dict.get_str(&rt.heap, &fallback).cloned() {
        return rt.call(&function, &[name.into()]);
    }
    let name_key = rt.names.name.clone();
    let module = dict.get_str(&rt.heap, &name_key).and_then(|n| n.cast::<StrBody>()).map(|n| n.to_rust().into_owned());
    let (owner, reason) = match module {
        Some(module) if (rt.hooks.is_initializing)(rt, this) => {
            let key = rt.names.file.clone();
            let file = dict.get_str(&rt.heap, &key).and_then(|file| file.cast::<StrBody>());
            let from = file.map_or(String::new(), |file| format!(" from '{}'", file.to_rust()));
            let owner = format!("partially initialized module '{module}'{from} has no attribute '");
            (owner, "' (most likely due to a circular import)")
        }
        Some(module) => (format!("module '{module}' has no attribute '"), "'"),
        None => ("module has no attribute '".to_string(), "'"),
    };
    Err(rt.attribute_error([&owner, reason], this, &name))
}

fn set_attribute(rt: &mut Runtime, this: &Object, name: &Str, value: Option<&Object>) -> Result<()> {
    let name = rt.intern_str(name);
    let class = rt.class_of(this).clone();
    if let Some(found) = rt.lookup(&class, &name)
        && rt.class_of(&found).get(&rt.heap).slots.descriptor_set.is_some()
    {
        return generic_set_attribute(rt, this, &name, value);
    }
    let dict = body(this).get(&rt.heap).dict.clone();
    match value {
        Some(value) => {
            dict.set_str(&mut rt.heap, &name, value.clone(), &rt.hash_key)?;
            Ok(())
        }
        None => match dict.remove_str(&mut rt.heap, &name) {
            Some(old) => {
                drop(old);
                Ok(())
            }
            None => generic_get_attribute(rt, this, &name).and_then(|_| Err(rt.no_attribute(this, &name))),
        },
    }
}

methods! {
    static METHODS = [
        /// __dir__() -> list
        /// specialized dir() implementation
        "__dir__"() => dir;
    ];
}

fn dir(rt: &mut Runtime, this: &Module) -> Result {
    let dict = this.get(&rt.heap).dict.clone();
    let name = rt.names.dir.clone();
    // The library's own hooks are no attributes that CPython's modules would have.
    let lazily = rt.intern_static("_lazy_attribute");
    let is_lazy = dict.get_str(&rt.heap, &lazily).is_some();
    let names = match dict.get_str(&rt.heap, &name).cloned() {
        Some(function) => rt.call(&function, &[])?,
        None => keys(rt, &dict)?.into(),
    };
    if !is_lazy {
        return Ok(names);
    }
    let mut names = rt.collect(&names)?;
    names.retain(|shown| !shown.cast::<StrBody>().is_some_and(|shown| shown.equals(&lazily) || shown.equals(&name)));
    Ok(List::from_slice(&rt.heap, &names)?.into())
}

static GETSET: &[GetSetDef] = &[
    GetSetDef {
        name: "__dict__",
        doc: "",
        get: |rt, this| Ok(body(this).get(&rt.heap).dict.clone().into()),
        set: None,
    },
    GetSetDef {
        name: "__annotations__",
        doc: "",
        get: |rt, this| {
            let (dict, name) = (body(this).get(&rt.heap).dict.clone(), rt.names.annotations.clone());
            if let Some(found) = dict.get_str(&rt.heap, &name) {
                return Ok(found.clone());
            }
            let fresh: Object = rt.new_dict()?.into();
            dict.set_str(&mut rt.heap, &name, fresh.clone(), &rt.hash_key)?;
            Ok(fresh)
        },
        set: Some(|rt, this, value| {
            let (dict, name) = (body(this).get(&rt.heap).dict.clone(), rt.names.annotations.clone());
            match value {
                Some(value) => dict.set_str(&mut rt.heap, &name, value.clone(), &rt.hash_key)?,
                None => drop(dict.remove_str(&mut rt.heap, &name)),
            }
            Ok(())
        }),
    },
];

/// The description of `module`.
pub static MODULE: TypeDef = TypeDef {
    id: Some(ClassId::Module),
    name: "module",
    doc: "Create a module object.\n\nThe name must be a string; the optional docstring can have any type.",
    layout: <ModuleBody as crate::heap::Layout>::info,
    shapes: &[ShapeId::MODULE],
    flags: ClassFlags::BASE | ClassFlags::WEAKREFABLE,
    slots: Slots {
        new: Some(new),
        init: Some(init),
        repr: Some(repr),
        get_attribute: Some(get_attribute),
        set_attribute: Some(set_attribute),
        ..Slots::EMPTY
    },
    methods: METHODS,
    getset: GETSET,
    ..TypeDef::EMPTY
};
