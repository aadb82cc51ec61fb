//! The beginning: a runtime with all builtin classes, from their static descriptions.

use super::class::{Class, ClassBody, ClassFlags, InstanceLayout, TypeDef};
use super::class_id::ClassId;
use super::function::{GetSetBody, MethodDescriptorBody, SlotWrapperBody};
use super::hooks::Hooks;
use super::intern::Interned;
use super::machine::Machine;
use super::native::{Binding, MethodDef};
use super::raise::Result;
use super::runtime::{Names, Runtime};
use super::shape::{ShapeKeys, ShapeTable};
use super::slot_table::{NEW_ROW, rows};
use super::slots::Slots;
use crate::base::hash::HashKey;
use crate::heap::{Heap, HeapVec, Layout, Object, Opaque, ShapeEntry, ShapeFlags, ShapeId};
use crate::layout::{BytesCache, DictBody, Str, StrCache, Tuple};
use crate::methods;
use std::collections::HashMap;

methods! {
    static NEW = [
        /// Create and return a new object.  See help(type) for accurate signature.
        @class "__new__"(*args, **kwargs) => new_wrapper;
    ];
}

methods! {
    static CLASS_GETITEM = [
        /// See PEP 585
        @class "__class_getitem__"(object, /) => class_getitem;
    ];
}

/// `list[int]`: an alias of the class.
fn class_getitem(rt: &mut Runtime, class: &Class, item: &Object) -> Result {
    (rt.hooks.generic_alias)(rt, class, item)
}

/// `Type.__new__(cls, *args, **kwargs)` of a builtin type.
fn new_wrapper(rt: &mut Runtime, owner: &Class, _rest: super::Rest<'_>, call: super::Keywords<'_>) -> Result {
    // The call's values: the builtin class that owns this `__new__`, then what the caller gave.
    let args = call.0.skip_first();
    let owner_name = rt.class_name(owner);
    let Some(first) = args.positional().first() else {
        return Err(rt.type_error(format!("{owner_name}.__new__(): not enough arguments")));
    };
    let Some(class) = Class::from_object(first) else {
        let got = rt.type_name(first);
        return Err(rt.type_error(format!("{owner_name}.__new__(X): X is not a type object ({got})")));
    };
    let class_name = class.get(&rt.heap).name.to_rust().into_owned();
    if !rt.is_subclass(class, owner) {
        return Err(
            rt.type_error(format!("{owner_name}.__new__({class_name}): {class_name} is not a subtype of {owner_name}"))
        );
    }
    // A class whose layout comes from a more special builtin must be made by that one.
    let mut solid = class.clone();
    while solid.get(&rt.heap).flags.has(ClassFlags::HEAP) {
        match solid.get(&rt.heap).base.clone() {
            Some(base) => solid = base,
            None => break,
        }
    }
    let (own, needed) = (owner.get(&rt.heap).slots.new, solid.get(&rt.heap).slots.new);
    match (own, needed) {
        (Some(function), Some(other)) if std::ptr::fn_addr_eq(function, other) => {
            function(rt, class, args.skip_first())
        }
        _ => {
            let safe = solid.get(&rt.heap).name.to_rust().into_owned();
            Err(rt.type_error(format!("{owner_name}.__new__({class_name}) is not safe, use {safe}.__new__()")))
        }
    }
}

type GetAttribute = fn(&mut Runtime, &Object, &Str) -> Result;
type SetAttribute = fn(&mut Runtime, &Object, &Str, Option<&Object>) -> Result<()>;

impl Runtime {
    /// A runtime with the classes that `defs` describe (the base classes among them) and the exception hierarchy.
    pub fn new(defs: &[&'static TypeDef], hash_key: HashKey) -> Result<Runtime> {
        let heap = Heap::new();
        for def in defs {
            for &shape in def.shapes {
                heap.set_fixed_layout(shape, (def.layout)(), 0);
            }
        }
        let mut interned = Interned::default();
        let strings = StrCache::new(&heap)?;
        let bytes = BytesCache::new(&heap)?;
        let empty_tuple = Tuple::from_slice(&heap, &[])?;
        empty_tuple.make_immortal();
        for shared in strings.all() {
            interned.put(&hash_key, shared);
        }
        let names = Names::new(|text| interned.intern(&heap, &hash_key, text));
        let placeholder = Str::new(&heap, "(slot)")?;
        placeholder.make_immortal();
        let modules = heap.alloc(ShapeId::DICT, DictBody::new())?;
        let builtins = heap.alloc(ShapeId::DICT, DictBody::new())?;
        modules.make_immortal();
        builtins.make_immortal();
        let mut rt = Runtime {
            heap,
            names,
            hooks: Hooks::NONE,
            machine: Machine::new(),
            shapes: ShapeTable::default(),
            hash_key,
            strings,
            bytes,
            empty_tuple,
            modules,
            builtins,
            builtins_module: Object::NONE,
            spare_memory_error: Object::NONE,
            placeholder,
            extensions: HashMap::default(),
            classes: Vec::new(),
            native_classes: HashMap::default(),
            interned,
            method_cache: Default::default(),
            field_places: Default::default(),
            repr_stack: Vec::new(),
        };
        rt.make_builtin_classes(defs)?;
        let spare = rt.call(&rt.class(ClassId::MemoryError).as_object().clone(), &[]);
        if let Ok(spare) = spare {
            spare.make_immortal();
            rt.spare_memory_error = spare;
        }
        Ok(rt)
    }

    fn make_builtin_classes(&mut self, defs: &[&'static TypeDef]) -> Result<()> {
        let mut by_id: HashMap<u16, &'static TypeDef> = HashMap::new();
        for def in defs {
            if let Some(id) = def.id {
                by_id.insert(id as u16, def);
            }
        }
        let exceptions: HashMap<u16, ClassId> =
            ClassId::EXCEPTIONS.iter().map(|&(id, base)| (id as u16, base)).collect();
        let mut made: Vec<Option<Class>> = vec![None; ClassId::ALL.len()];
        let mut order = Vec::with_capacity(ClassId::ALL.len());
        // Bases first; two rounds are enough for the present tree, more do no harm.
        loop {
            let mut progress = false;
            for &id in ClassId::ALL {
                if made[id as usize].is_some() {
                    continue;
                }
                let def = by_id.get(&(id as u16)).copied();
                let base_id = match (def, exceptions.get(&(id as u16))) {
                    _ if id == ClassId::Object => None,
                    (_, Some(&base)) => Some(base),
                    (Some(def), None) => Some(def.base),
                    (None, None) => Some(ClassId::Object),
                };
                let mut bases = Vec::new();
                if let Some(base) = base_id {
                    match &made[base as usize] {
                        Some(base) => bases.push(base.clone()),
                        None => continue,
                    }
                }
                if id == ClassId::ExceptionGroup {
                    match &made[ClassId::Exception as usize] {
                        Some(base) => bases.push(base.clone()),
                        None => continue,
                    }
                }
                made[id as usize] = Some(self.make_builtin_class(id.name(), def, &bases)?);
                order.push(id);
                progress = true;
            }
            if !progress {
                break;
            }
        }
        self.classes = made.into_iter().map(|class| class.expect("every base exists")).collect();
        // Bases first here too: a class begins with its base's slots.
        for id in order {
            let class = self.class(id).clone();
            let def = by_id.get(&(id as u16)).copied();
            self.fill_builtin_class(&class, def)?;
        }
        for id in [ClassId::List, ClassId::Tuple, ClassId::Dict, ClassId::Set, ClassId::FrozenSet] {
            let class = self.class(id).clone();
            let dict = class.get(&self.heap).dict.clone();
            let method = self.method_object(&CLASS_GETITEM[0], &class)?;
            self.put_attribute(&dict, "__class_getitem__", method)?;
        }
        // Immediates have rows of their own, whose classes are those of the boxed forms.
        for (shape, id) in [
            (ShapeId::INT_IMMEDIATE, ClassId::Int),
            (ShapeId::FLOAT_IMMEDIATE, ClassId::Float),
            (ShapeId::NONE, ClassId::NoneType),
            (ShapeId::BOOL, ClassId::Bool),
            (ShapeId::NOT_IMPLEMENTED, ClassId::NotImplementedType),
            (ShapeId::ELLIPSIS, ClassId::EllipsisType),
            (ShapeId::UNBOUND, ClassId::Object),
        ] {
            let class = self.class(id).clone();
            self.heap.set_fixed_shape::<()>(shape, &class, 0);
        }
        Ok(())
    }

    /// The class of a type that lives in a native module.
    pub(super) fn make_native_class(&mut self, def: &'static TypeDef) -> Result<Class> {
        let base = match def.base_type {
            Some(base) => self.native_class(base)?,
            None => self.class(def.base).clone(),
        };
        for &shape in def.shapes {
            self.heap.set_fixed_layout(shape, (def.layout)(), 0);
        }
        let class = self.make_builtin_class(def.name, Some(def), &[base])?;
        self.fill_builtin_class(&class, Some(def))?;
        Ok(class)
    }

    fn make_builtin_class(
        &mut self,
        name: &'static str,
        def: Option<&'static TypeDef>,
        bases: &[Class],
    ) -> Result<Class> {
        let short = name.rsplit('.').next().unwrap_or(name);
        let name = self.intern(short);
        let base = bases.first().cloned();
        let base_values: Vec<Object> = bases.iter().map(|b| b.as_object().clone()).collect();
        let inherited = base.as_ref().map(|b| (*b.get(&self.heap).flags).0 & ClassFlags::INHERITED).unwrap_or(0);
        let own_layout = def.map(|d| (d.layout)()).filter(|l| !l.is::<()>());
        let layout = match (own_layout, &base) {
            (Some(layout), _) => layout,
            (None, Some(base)) => base.get(&self.heap).instance.layout,
            (None, None) => <() as Layout>::info(),
        };
        let mut flags = ClassFlags(inherited | def.map_or(ClassFlags::BASE, |d| d.flags));
        flags.0 |= ClassFlags::PLAIN_ATTRIBUTES | ClassFlags::PLAIN_SET;
        let hidden = def.map_or(0, |d| d.hidden);
        let placeholder_layout = InstanceLayout { layout, root: ShapeId::UNBOUND, capacity: hidden, fixed: hidden };
        let dict = self.new_dict()?;
        dict.get_mut(&mut self.heap).0.set_class_namespace();
        let body = ClassBody {
            name: name.clone(),
            qualname: name,
            bases: Tuple::from_slice(&self.heap, &base_values)?,
            mro: Tuple::from_slice(&self.heap, &[])?,
            dict,
            base,
            subclasses: HeapVec::new(),
            slots: Opaque(Box::new(Slots::EMPTY)),
            def: Opaque(Some(def.unwrap_or(&TypeDef::EMPTY))),
            flags: Opaque(flags),
            instance: Opaque(placeholder_layout),
            constructor: 0,
            shapes: Opaque(Vec::new()),
        };
        let class = self.heap.alloc(ShapeId::TYPE, body)?;
        class.make_immortal();
        let mro = self.linearize(&class, bases)?;
        class.get_mut(&mut self.heap).0.mro = mro;
        let shapes: Vec<ShapeId> = match def.map_or(&[][..], |d| d.shapes) {
            [] => {
                let mut kind = if flags.has(ClassFlags::HAS_DICT) { ShapeFlags::EXTRA } else { 0 };
                if hidden > 0 {
                    kind |= ShapeFlags::SLOTS;
                }
                kind |= if layout.container || kind != 0 { ShapeFlags::CONTAINER } else { ShapeFlags::LEAF };
                let flags = ShapeFlags(kind);
                let entry = ShapeEntry { layout, class: class.value(), flags, slots: hidden, inline: hidden };
                let id = self.heap.add_shape(entry);
                self.shapes.insert(id, ShapeKeys::with_names(vec![self.placeholder.clone(); hidden as usize]));
                vec![id]
            }
            fixed => {
                for &shape in fixed {
                    self.heap.set_fixed_class(shape, &class);
                }
                fixed.to_vec()
            }
        };
        let (body, _) = class.get_mut(&mut self.heap);
        body.instance.root = shapes[0];
        *body.shapes = shapes;
        for base in bases {
            self.add_subclass(base, &class)?;
        }
        Ok(class)
    }

    fn fill_builtin_class(&mut self, class: &Class, def: Option<&'static TypeDef>) -> Result<()> {
        let mut slots = self.resolve_slots(class, &Slots::EMPTY, None);
        let body = class.get(&self.heap);
        if let (Some(def), Some(base)) = (def, &body.base)
            && def.slots.new.is_none()
            && !std::ptr::eq(body.instance.layout, base.get(&self.heap).instance.layout)
        {
            // The base's `new` would make an instance without this type's body.
            slots.new = None;
        }
        let body = class.get_mut(&mut self.heap).0;
        **body.slots = slots;
        let is_generic = |f: GetAttribute| std::ptr::fn_addr_eq(f, super::generic_get_attribute as GetAttribute);
        if !slots.get_attribute.is_some_and(is_generic) {
            body.flags.0.0 &= !ClassFlags::PLAIN_ATTRIBUTES;
        }
        let is_generic = |f: SetAttribute| std::ptr::fn_addr_eq(f, super::generic_set_attribute as SetAttribute);
        if !slots.set_attribute.is_some_and(is_generic) {
            body.flags.0.0 &= !ClassFlags::PLAIN_SET;
        }
        let Some(def) = def else { return Ok(()) };
        let dict = class.get(&self.heap).dict.clone();
        let mut own = Slots::EMPTY;
        for (i, row) in rows().enumerate() {
            if !(row.inherit)(&def.slots, &mut own) {
                continue;
            }
            if i == NEW_ROW {
                let function = self.new_builtin_function(&NEW[0], Some(class.as_object().clone()), Object::NONE)?;
                self.put_attribute(&dict, "__new__", function)?;
                continue;
            }
            for (which, name) in row.names.iter().enumerate() {
                if matches!(*name, "__getattr__")
                    || (def.flags & ClassFlags::SEQUENCE_SLOTS != 0 && is_number_only(name))
                {
                    continue;
                }
                let body = SlotWrapperBody { row: i as u16, which: which as u16, owner: class.clone() };
                let wrapper = self.heap.alloc(ShapeId::SLOT_WRAPPER, body)?;
                self.put_attribute(&dict, name, wrapper.into())?;
            }
        }
        let is_unhashable = def.slots.hash.is_some_and(|f| {
            std::ptr::fn_addr_eq(f, super::protocols::unhashable as fn(&mut Runtime, &Object) -> Result<i64>)
        });
        if is_unhashable {
            self.put_attribute(&dict, "__hash__", Object::NONE)?;
        }
        for method in def.methods {
            let object = self.method_object(method, class)?;
            self.put_attribute(&dict, method.name, object)?;
        }
        if def.methods.iter().any(|method| method.name == "__del__") {
            class.get_mut(&mut self.heap).0.flags.0.0 |= ClassFlags::FINALIZER;
            // Generators have a shape of its own for the time in which closing them runs code.
            let sometimes = (def.layout)().is::<super::GeneratorBody>();
            for &shape in class.get(&self.heap).shapes.iter().filter(|_| !sometimes) {
                self.heap.add_shape_flags(shape, ShapeFlags::FINALIZER);
            }
        }
        for getset in def.getset {
            let body = GetSetBody { def: Opaque(getset), owner: class.clone() };
            let object = self.heap.alloc(ShapeId::GETSET_DESCRIPTOR, body)?;
            self.put_attribute(&dict, getset.name, object.into())?;
        }
        if !def.getset.iter().any(|getset| getset.name == "__doc__") {
            let doc = if def.doc.is_empty() { Object::NONE } else { self.new_str(def.doc)?.into() };
            self.put_attribute(&dict, "__doc__", doc)?;
        }
        if def.module != "builtins" {
            let module = self.intern(def.module);
            self.put_attribute(&dict, "__module__", module.into())?;
        }
        let own_dict = def.getset.iter().any(|getset| getset.name == "__dict__");
        let is_first = def.base == ClassId::Object || def.id.is_none();
        if def.flags & ClassFlags::HAS_DICT != 0 && !own_dict && is_first {
            self.add_instance_attributes(class, &dict, (true, false))?;
        }
        if let Some(extra) = def.extra {
            extra(self, class)?;
        }
        Ok(())
    }

    fn method_object(&mut self, def: &'static MethodDef, owner: &Class) -> Result {
        Ok(match def.binding {
            Binding::Instance => {
                let body = MethodDescriptorBody { def: Opaque(def), owner: owner.clone() };
                self.heap.alloc(ShapeId::BUILTIN_METHOD, body)?.into()
            }
            Binding::Static | Binding::Function => {
                let function = self.new_builtin_function(def, Some(owner.as_object().clone()), Object::NONE)?;
                self.heap.alloc(ShapeId::STATICMETHOD, super::function::WrapperBody::new(function))?.into()
            }
            Binding::Class => {
                let body = super::function::ClassMethodDescriptorBody { def: Opaque(def), owner: owner.clone() };
                self.heap.alloc(ShapeId::CLASSMETHOD_DESCRIPTOR, body)?.into()
            }
        })
    }

    /// A native function object, bound to `this` if given.
    pub fn new_builtin_function(&mut self, def: &'static MethodDef, this: Option<Object>, module: Object) -> Result {
        let body = super::function::BuiltinFunctionBody { def: Opaque(def), this, module };
        Ok(self.heap.alloc(ShapeId::BUILTIN_FUNCTION, body)?.into())
    }

    /// Puts an attribute into a namespace under an interned name.
    pub fn put_attribute(&mut self, dict: &crate::layout::Dict, name: &str, value: Object) -> Result<()> {
        let name = self.intern(name);
        dict.set_str(&mut self.heap, &name, value, &self.hash_key)?;
        Ok(())
    }
}

/// Names that sequences do not show although their concatenation and repetition use number slots.
fn is_number_only(name: &str) -> bool {
    matches!(name, "__radd__")
}
