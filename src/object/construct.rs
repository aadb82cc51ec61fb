//! Making classes: `type(name, bases, namespace)`, the MRO, `__slots__`, and calling a class.

use super::args::Args;
use super::class::{Class, ClassBody, ClassFlags, InstanceLayout};
use super::class_id::ClassId;
use super::function::{MemberBody, WrapperBody};
use super::raise::Result;
use super::runtime::Runtime;
use super::shape::ShapeKeys;
use super::slots::Slots;
use crate::base::watch::STRETCH;
use crate::heap::{HeapVec, Layout, Object, Opaque, Ref, ShapeEntry, ShapeFlags, ShapeId, WeakBody};
use crate::layout::{Dict, Str, StrBody, Tuple, TupleBody};

impl Runtime {
    /// The C3 linearisation of a class with these bases, the class itself first.
    pub fn linearize(&mut self, class: &Object, bases: &[Class]) -> Result<Tuple> {
        if let [base] = bases {
            let above = base.get(&self.heap).mro.items();
            let mut mro = Vec::with_capacity(above.len() + 1);
            mro.push(class.clone());
            mro.extend_from_slice(above);
            return Ok(Tuple::from_owned(&self.heap, mro)?);
        }
        let mut lists: Vec<Vec<Object>> = bases.iter().map(|base| base.get(&self.heap).mro.items().to_vec()).collect();
        lists.push(bases.iter().map(|b| b.as_object().clone()).collect());
        let mut starts = vec![0usize; lists.len()];
        let mut mro = vec![class.clone()];
        loop {
            if lists.iter().zip(&starts).all(|(list, &start)| start >= list.len()) {
                return Ok(Tuple::from_slice(&self.heap, &mro)?);
            }
            let (mut candidate, mut refused) = (None, None);
            for head in lists.iter().zip(&starts).filter_map(|(list, &start)| list.get(start)) {
                // Many bases have the same one.
                if refused.is_some_and(|refused: &Object| refused.is(head)) {
                    continue;
                }
                self.heap.go_on()?;
                if lists.iter().zip(&starts).any(|(list, &start)| list.iter().skip(start + 1).any(|c| c.is(head))) {
                    refused = Some(head);
                } else {
                    candidate = Some(head);
                    break;
                }
            }
            let Some(next) = candidate.cloned() else {
                let names: Vec<String> = lists.iter().zip(&starts).filter_map(|(list, &start)| list.get(start)).fold(
                    Vec::new(),
                    |mut names, head| {
                        let name = Class::from_object(head).map(|c| c.get(&self.heap).name.to_rust().into_owned());
                        let name = name.unwrap_or_default();
                        if !names.contains(&name) {
                            names.push(name);
                        }
                        names
                    },
                );
                return Err(self.type_error(format!(
                    "Cannot create a consistent method resolution order (MRO) for bases {}",
                    names.join(", ")
                )));
            };
            for (list, start) in lists.iter().zip(&mut starts) {
                if list.get(*start).is_some_and(|head| head.is(&next)) {
                    *start += 1;
                }
            }
            mro.push(next);
        }
    }

    /// The most derived metaclass of `start` and the bases' classes.
    pub fn winning_metaclass(&mut self, start: &Class, bases: &[Object]) -> Result<Class> {
        let mut winner = start.clone();
        for base in bases {
            let class = self.class_of(base).clone();
            if self.is_subclass(&winner, &class) {
                continue;
            }
            if self.is_subclass(&class, &winner) {
                winner = class;
                continue;
            }
            return Err(self.type_error(
                "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses \
                 of all its bases",
            ));
        }
        Ok(winner)
    }

    /// The class whose layout an instance of `class` extends: the nearest one that adds to its base's layout.
    fn solid(&self, class: &Class) -> Class {
        let mut class = class.clone();
        loop {
            let body = class.get(&self.heap);
            let Some(base) = body.base.clone() else { return class };
            let (own, below) = (&*body.instance, &*base.get(&self.heap).instance);
            if !std::ptr::eq(own.layout, below.layout) || own.fixed != below.fixed {
                return class;
            }
            class = base;
        }
    }

    pub(super) fn best_base(&mut self, bases: &[Object]) -> Result<Class> {
        let mut best: Option<(Class, Class)> = None;
        for base in bases {
            let Some(class) = Class::from_object(base) else {
                return Err(self.type_error("bases must be types"));
            };
            if !class.get(&self.heap).flags.has(ClassFlags::BASE | ClassFlags::HEAP) {
                let name = self.qualified_class_name(class)?;
                return Err(self.type_error(format!("type '{name}' is not an acceptable base type")));
            }
            let solid = self.solid(class);
            best = match best {
                None => Some((class.clone(), solid)),
                Some((winner, winning)) if self.is_subclass(&winning, &solid) => Some((winner, winning)),
                Some((_, winning)) if self.is_subclass(&solid, &winning) => Some((class.clone(), solid)),
                Some(_) => return Err(self.type_error("multiple bases have instance lay-out conflict")),
            };
        }
        match best {
            Some((class, _)) => Ok(class),
            None => Ok(self.class(ClassId::Object).clone()),
        }
    }

    /// `type.__new__(metaclass, name, bases, namespace, **keywords)`.
    pub fn new_class(
        &mut self,
        metaclass: &Class,
        name: &Str,
        bases: &Tuple,
        namespace: &Dict,
        keywords: Args<'_>,
    ) -> Result<Class> {
        let object = self.class(ClassId::Object).clone();
        let bases = if bases.items().is_empty() {
            Tuple::from_slice(&self.heap, &[object.as_object().clone()])?
        } else {
            bases.clone()
        };
        for (i, base) in bases.items().iter().enumerate() {
            if bases.items()[..i].iter().any(|b| b.is(base)) {
                let name = Class::from_object(base).map(|c| c.get(&self.heap).name.to_rust().into_owned());
                return Err(self.type_error(format!("duplicate base class {}", name.unwrap_or_default())));
            }
        }
        let base = self.best_base(bases.items())?;
        let base_classes: Vec<Class> = bases.items().iter().filter_map(Class::from_object).cloned().collect();
        // The name may be very long. Interning asks for its hash.
        let (units, mut has_zero) = (name.units(), false);
        for start in (0..units.len()).step_by(STRETCH) {
            has_zero |= units.slice(start..units.len().min(start + STRETCH)).iter().any(|c| c == 0);
            if start > 0 {
                self.heap.go_on()?;
            }
        }
        name.hash_watched(&self.hash_key, &|| self.interrupt_waits())?;
        if has_zero {
            return Err(self.value_error("type name must not contain null characters"));
        }
        let name = self.intern_str(name);
        let dict = namespace.copy(&self.heap)?;
        dict.get_mut(&mut self.heap).0.set_class_namespace();
        let qualname = match dict.remove_str(&mut self.heap, &self.names.qualname.clone()) {
            None => name.clone(),
            Some(text) => match text.downcast::<StrBody>() {
                Ok(text) => text,
                Err(other) => {
                    let got = self.type_name(&other);
                    return Err(self.type_error(format!("type __qualname__ must be a str, not {got}")));
                }
            },
        };
        let layout = self.slots_layout(&base, &base_classes, &name, &dict)?;
        let mut flags = ClassFlags((*base.get(&self.heap).flags).0 & ClassFlags::INHERITED);
        for other in &base_classes {
            let inherited = (*other.get(&self.heap).flags).0;
            flags.0 |= inherited & ClassFlags::INHERITED;
            if flags.0 & (ClassFlags::SEQUENCE | ClassFlags::MAPPING) == ClassFlags::SEQUENCE | ClassFlags::MAPPING {
                flags.0 &= !ClassFlags::MAPPING;
            }
        }
        flags.0 |= ClassFlags::HEAP | ClassFlags::BASE | ClassFlags::WEAKREFABLE;
        flags.0 &= !ClassFlags::HAS_DICT;
        if layout.has_dict {
            flags.0 |= ClassFlags::HAS_DICT;
        }
        if !layout.has_weakref {
            flags.0 &= !ClassFlags::WEAKREFABLE;
        }
        let body = ClassBody {
            name: name.clone(),
            qualname,
            bases: bases.clone(),
            mro: Tuple::from_slice(&self.heap, &[])?,
            dict: dict.clone(),
            base: Some(base.clone()),
            subclasses: HeapVec::new(),
            slots: Opaque(Box::new(Slots::EMPTY)),
            def: Opaque(None),
            flags: Opaque(flags),
            instance: Opaque(InstanceLayout {
                layout: base.get(&self.heap).instance.layout,
                root: ShapeId::UNBOUND,
                capacity: layout.capacity,
                fixed: layout.fixed,
            }),
            constructor: 0,
            shapes: Opaque(Vec::new()),
        };
        let class = self.alloc_for(metaclass, body)?;
        // A `mro` method written in Python may call methods that use `__class__`.
        if let Some(cell) = dict.remove_str(&mut self.heap, &self.names.classcell.clone()) {
            match cell.cast::<super::CellBody>() {
                Some(cell) => {
                    let old =
                        std::mem::replace(&mut cell.get_mut(&mut self.heap).0.contents, class.as_object().clone());
                    drop(old);
                }
                None => {
                    let got = self.type_name(&cell);
                    return Err(self.type_error(format!("__classcell__ must be a nonlocal cell, not <class '{got}'>")));
                }
            }
        }
        let mro = self.class_mro(metaclass, &class, &base_classes)?;
        class.get_mut(&mut self.heap).0.mro = mro;
        self.method_cache.clear();
        self.add_members(&class, &base, &layout)?;
        self.make_root_shape(&class, &base, &layout);
        for parent in &base_classes {
            self.add_subclass(parent, &class)?;
        }
        // Types that keep their namespace themselves (`type`, modules, exceptions) have a `__dict__` of their own.
        let dict_name = self.names.dict.clone();
        let own_dict = base_classes
            .iter()
            .any(|base| self.lookup(base, &dict_name).is_some_and(|found| found.cast::<super::GetSetBody>().is_some()));
        let given = |flag: u32| base_classes.iter().any(|base| base.get(&self.heap).flags.has(flag));
        let added = (
            layout.has_dict && !own_dict && !given(ClassFlags::HAS_DICT),
            layout.has_weakref && !given(ClassFlags::WEAKREFABLE),
        );
        self.complete_namespace(&class, &dict, added)?;
        self.refresh_slots(&class, None);
        self.call_set_names(&class, &dict)?;
        self.call_init_subclass(&class, keywords)?;
        Ok(class)
    }

    pub(super) fn class_mro(&mut self, metaclass: &Class, class: &Class, bases: &[Class]) -> Result<Tuple> {
        let type_class = self.class(ClassId::Type).clone();
        if !metaclass.is(&type_class) {
            let name = self.names.mro_method.clone();
            if let Some((owner, _)) = self.lookup_where(metaclass, &name)
                && owner.get(&self.heap).flags.has(ClassFlags::HEAP)
            {
                // A first linearisation, so that the overriding `mro` can call `super().mro()`.
                let plain = self.linearize(class, bases)?;
                class.get_mut(&mut self.heap).0.mro = plain;
                let result = self.call_special(class, &name, &[])?.unwrap_or(Object::NONE);
                let items = self.collect(&result)?;
                self.check_mro(class, &items)?;
                return Ok(Tuple::from_slice(&self.heap, &items)?);
            }
        }
        self.linearize(class, bases)
    }

    /// Whether an overriding `mro` gave classes that instances of `class` can be used as.
    fn check_mro(&mut self, class: &Class, items: &[Object]) -> Result<()> {
        /// The class that says how instances are laid out: the nearest one that is no program's.
        fn native(rt: &Runtime, class: &Class) -> Class {
            let mut class = class.clone();
            while class.get(&rt.heap).flags.has(ClassFlags::HEAP) {
                match &class.get(&rt.heap).base {
                    Some(base) => class = base.clone(),
                    None => break,
                }
            }
            class
        }
        if items.is_empty() {
            return Err(self.type_error("type MRO must not be empty"));
        }
        let own = native(self, class);
        for item in items {
            let Some(base) = Class::from_object(item).cloned() else {
                let got = self.type_name(item);
                return Err(self.type_error(format!("mro() returned a non-class ('{got}')")));
            };
            if !self.is_subclass(&own, &native(self, &base)) {
                let name = self.class_name(&base);
                return Err(self.type_error(format!("mro() returned base with unsuitable layout ('{name}')")));
            }
        }
        Ok(())
    }

    /// What `__slots__` and the bases say about the layout of instances.
    fn slots_layout(&mut self, base: &Class, bases: &[Class], name: &Str, dict: &Dict) -> Result<SlotsLayout> {
        let instance = *base.get(&self.heap).instance;
        let base_has_dict = bases.iter().any(|b| b.get(&self.heap).flags.has(ClassFlags::HAS_DICT));
        let weakref_base = bases.iter().any(|b| b.get(&self.heap).flags.has(ClassFlags::WEAKREFABLE));
        let declared = dict.get_str(&self.heap, &self.names.slots.clone()).cloned();
        // Instances of these have CPython's `__itemsize__`: there is no place for a list of weak references.
        let variable = [ClassId::Int, ClassId::Bytes, ClassId::Tuple];
        let variable = variable.into_iter().any(|id| self.is_subclass(base, self.class(id)));
        let limit = instance.most_slots();
        if declared.is_none() && self.is_subclass(base, self.class(ClassId::Module)) {
            // The module's namespace holds their attributes: instances look like modules, which may become some.
            return Ok(SlotsLayout {
                names: Vec::new(),
                fixed: instance.fixed,
                capacity: instance.capacity,
                has_dict: base_has_dict,
                has_weakref: weakref_base,
            });
        }
        let Some(declared) = declared else {
            let own = match dict.get_str(&self.heap, &self.names.static_attributes.clone()) {
                Some(names) => names.cast::<TupleBody>().map_or(0, |t| t.items().len()),
                None => 0,
            };
            let below = (instance.capacity - instance.fixed) as usize;
            let capacity =
                (instance.fixed as usize + own.max(below).max(below + own.min(4))).min(limit as usize) as u16;
            return Ok(SlotsLayout {
                names: Vec::new(),
                fixed: instance.fixed,
                capacity: capacity.max(instance.fixed),
                has_dict: true,
                has_weakref: weakref_base || !variable,
            });
        };
        let items = if declared.cast::<StrBody>().is_some() { vec![declared] } else { self.collect(&declared)? };
        let mut layout = SlotsLayout {
            names: Vec::new(),
            fixed: instance.fixed,
            capacity: instance.capacity,
            has_dict: base_has_dict,
            has_weakref: weakref_base,
        };
        let variable = [ClassId::Int, ClassId::Bytes, ClassId::Tuple, ClassId::Type];
        if !items.is_empty() && variable.into_iter().any(|id| self.is_subclass(base, self.class(id))) {
            let kind = base.get(&self.heap).name.to_rust().into_owned();
            return Err(self.type_error(format!("nonempty __slots__ not supported for subtype of '{kind}'")));
        }
        for item in items {
            let Some(text) = item.cast::<StrBody>().map(|t| t.to_rust().into_owned()) else {
                let got = self.type_name(&item);
                return Err(self.type_error(format!("__slots__ items must be strings, not '{got}'")));
            };
            if !is_identifier(&text) {
                return Err(self.type_error("__slots__ must be identifiers"));
            }
            match text.as_str() {
                "__dict__" if layout.has_dict => {
                    return Err(self.type_error("__dict__ slot disallowed: we already got one"));
                }
                "__dict__" => layout.has_dict = true,
                "__weakref__" if layout.has_weakref => {
                    return Err(self.type_error("__weakref__ slot disallowed: we already got one"));
                }
                "__weakref__" => layout.has_weakref = true,
                _ => {
                    let mangled = mangle(&name.to_rust(), &text);
                    let key = self.intern(&mangled);
                    if dict.get_str(&self.heap, &key).is_some() {
                        let conflict = !matches!(mangled.as_str(), "__classcell__" | "__qualname__");
                        if conflict {
                            return Err(
                                self.value_error(format!("'{mangled}' in __slots__ conflicts with class variable"))
                            );
                        }
                    }
                    layout.names.push(key);
                }
            }
        }
        layout.names.sort_by_key(|name| name.to_wtf8());
        layout.fixed += layout.names.len() as u16;
        let attributes = instance.capacity - instance.fixed;
        layout.capacity = layout.fixed + if layout.has_dict { attributes } else { 0 };
        if layout.fixed > limit {
            return Err(self.not_implemented(format!("more than {limit} __slots__")));
        }
        layout.capacity = layout.capacity.min(limit);
        Ok(layout)
    }

    fn add_members(&mut self, class: &Class, base: &Class, layout: &SlotsLayout) -> Result<()> {
        let dict = class.get(&self.heap).dict.clone();
        let first = base.get(&self.heap).instance.fixed;
        for (i, name) in layout.names.iter().enumerate() {
            let body = MemberBody {
                name: name.clone(),
                owner: class.clone(),
                slot: (first as usize + i) as u32,
                field: Opaque(None),
            };
            let member = self.heap.alloc(ShapeId::MEMBER_DESCRIPTOR, body)?;
            dict.set_str(&mut self.heap, name, member.into(), &self.hash_key)?;
        }
        Ok(())
    }

    fn make_root_shape(&mut self, class: &Class, base: &Class, layout: &SlotsLayout) {
        let instance_layout = base.get(&self.heap).instance.layout;
        let mut flags = ShapeFlags::CONTAINER | ShapeFlags::HEAP_CLASS;
        if layout.has_dict {
            flags |= ShapeFlags::EXTRA;
        }
        if layout.fixed > 0 {
            flags |= ShapeFlags::SLOTS;
        }
        let entry = ShapeEntry {
            layout: instance_layout,
            class: class.value(),
            flags: ShapeFlags(flags),
            slots: layout.fixed,
            inline: layout.capacity,
        };
        let root = self.heap.add_shape(entry);
        self.shapes.insert(root, ShapeKeys::with_names(vec![self.placeholder.clone(); layout.fixed as usize]));
        let body = class.get_mut(&mut self.heap).0;
        body.instance.root = root;
        body.shapes.push(root);
    }

    /// `__module__`, `__doc__`, implicit classmethods and staticmethods, `__hash__ = None` beside `__eq__`.
    fn complete_namespace(&mut self, class: &Class, dict: &Dict, added: (bool, bool)) -> Result<()> {
        let names = [self.names.module.clone(), self.names.doc.clone()];
        if dict.get_str(&self.heap, &names[0]).is_none()
            && let Some(globals) = (self.hooks.current_globals)(self)
        {
            let key = self.names.name.clone();
            if let Some(module) = globals.get_str(&self.heap, &key).cloned() {
                dict.set_str(&mut self.heap, &names[0], module, &self.hash_key)?;
            }
        }
        self.add_instance_attributes(class, dict, added)?;
        if dict.get_str(&self.heap, &names[1]).is_none() {
            dict.set_str(&mut self.heap, &names[1], Object::NONE, &self.hash_key)?;
        }
        let new = self.names.new.clone();
        let function = dict.get_str(&self.heap, &new).cloned();
        if let Some(function) = function.filter(|f| f.shape() == ShapeId::FUNCTION) {
            let wrapped = self.heap.alloc(ShapeId::STATICMETHOD, WrapperBody::new(function))?;
            dict.set_str(&mut self.heap, &new, wrapped.into(), &self.hash_key)?;
        }
        for name in [self.names.init_subclass.clone(), self.names.class_getitem.clone()] {
            let function = dict.get_str(&self.heap, &name).cloned();
            if let Some(function) = function.filter(|f| f.shape() == ShapeId::FUNCTION) {
                let wrapped = self.heap.alloc(ShapeId::CLASSMETHOD, WrapperBody::new(function))?;
                dict.set_str(&mut self.heap, &name, wrapped.into(), &self.hash_key)?;
            }
        }
        let (eq, hash) = (self.names.eq.clone(), self.names.hash.clone());
        if dict.get_str(&self.heap, &eq).is_some() && dict.get_str(&self.heap, &hash).is_none() {
            dict.set_str(&mut self.heap, &hash, Object::NONE, &self.hash_key)?;
        }
        Ok(())
    }

    /// Whether a class made in Python with these slots has subscripts of a builtin class with plain ones.
    fn has_plain_items(&self, class: &Class, slots: &Slots) -> bool {
        let own = class.get(&self.heap);
        if !own.flags.has(ClassFlags::HEAP) {
            return own.flags.has(ClassFlags::PLAIN_ITEMS);
        }
        own.mro.items().iter().filter_map(Class::from_object).any(|base| {
            let base = base.get(&self.heap);
            let get = base.slots.get_item.zip(slots.get_item).is_some_and(|(a, b)| std::ptr::fn_addr_eq(a, b));
            let set = base.slots.set_item.zip(slots.set_item).is_some_and(|(a, b)| std::ptr::fn_addr_eq(a, b));
            !base.flags.has(ClassFlags::HEAP) && base.flags.has(ClassFlags::PLAIN_ITEMS) && get && set
        })
    }

    /// Computes the slots of a class (and of its subclasses) again after `name` changed, or all with `None`.
    pub fn refresh_slots(&mut self, class: &Class, name: Option<&str>) {
        let present = **class.get(&self.heap).slots;
        let slots = self.resolve_slots(class, &present, name);
        let del = self.names.del.clone();
        let finalizer = self.lookup_uncached(class, &del).is_some();
        let getattribute = self.names.getattribute.clone();
        let setattr = [self.names.setattr.clone(), self.names.delattr.clone()];
        // Builtin types that list the generic function as their own follow the rules too.
        let is_plain = |rt: &Runtime, name: &Str, flag: u32| {
            rt.lookup_where(class, name).is_none_or(|(owner, _)| {
                let flags = &owner.get(&rt.heap).flags;
                owner.is(rt.class(ClassId::Object)) || !flags.has(ClassFlags::HEAP) && flags.has(flag)
            })
        };
        let plain = is_plain(self, &getattribute, ClassFlags::PLAIN_ATTRIBUTES);
        let plain_set =
            is_plain(self, &setattr[0], ClassFlags::PLAIN_SET) && is_plain(self, &setattr[1], ClassFlags::PLAIN_SET);
        let plain_items = self.has_plain_items(class, &slots);
        let body = class.get_mut(&mut self.heap).0;
        **body.slots = slots;
        let mut set = |bit: u32, on: bool| {
            if on {
                body.flags.0.0 |= bit;
            } else {
                body.flags.0.0 &= !bit;
            }
        };
        set(ClassFlags::FINALIZER, finalizer);
        set(ClassFlags::PLAIN_ATTRIBUTES, plain);
        set(ClassFlags::PLAIN_SET, plain_set);
        set(ClassFlags::PLAIN_ITEMS, plain_items);
        let shapes: Vec<ShapeId> = body.shapes.to_vec();
        if finalizer {
            for shape in shapes {
                self.heap.add_shape_flags(shape, ShapeFlags::FINALIZER);
            }
        }
        for subclass in self.subclasses(class) {
            self.refresh_slots(&subclass, name);
        }
    }

    /// The live direct subclasses, oldest first.
    pub fn subclasses(&self, class: &Class) -> Vec<Class> {
        let references = &class.get(&self.heap).subclasses;
        let targets = references.iter().filter_map(|r| r.cast::<WeakBody>()?.get(&self.heap).target());
        targets.filter_map(|o| o.downcast().ok()).collect()
    }

    /// Records a direct subclass, weakly; forgets those that have died, of many only when there is no room for one more.
    pub(super) fn add_subclass(&mut self, base: &Class, class: &Class) -> Result<()> {
        const FEW: usize = 16;
        self.heap.add_shape_flags(class.shape(), ShapeFlags::WEAKLY_REFERENCED);
        let reference = self.heap.alloc(ShapeId::WEAKREF, WeakBody::new(class, None))?;
        self.heap.register_weakref(&reference);
        let is_dead = |r: &Object| r.cast::<WeakBody>().is_none_or(|w| w.get(&self.heap).target().is_none());
        let references = &base.get(&self.heap).subclasses;
        let mut dead: Vec<usize> = Vec::new();
        if references.len() < FEW || references.len() == references.capacity() {
            dead.extend(references.iter().enumerate().filter(|(_, r)| is_dead(r)).map(|(i, _)| i));
        }
        let (body, heap) = base.get_mut(&mut self.heap);
        if let Some(&first) = dead.first() {
            let (mut kept, mut dead) = (first, dead.into_iter().peekable());
            for i in first..body.subclasses.len() {
                if dead.next_if_eq(&i).is_none() {
                    body.subclasses.swap(kept, i);
                    kept += 1;
                }
            }
            body.subclasses.truncate(kept);
        }
        body.subclasses.push(heap, reference.into())?;
        Ok(())
    }

    /// Marks the class so that dying instances look for weak references.
    pub fn mark_weakly_referenced(&mut self, class: &Class) {
        if class.get(&self.heap).flags.has(ClassFlags::WEAKLY_REFERENCED) {
            return;
        }
        class.get_mut(&mut self.heap).0.flags.0.0 |= ClassFlags::WEAKLY_REFERENCED;
        for &shape in class.get(&self.heap).shapes.iter() {
            self.heap.add_shape_flags(shape, ShapeFlags::WEAKLY_REFERENCED);
        }
    }

    fn call_set_names(&mut self, class: &Class, dict: &Dict) -> Result<()> {
        let name = self.names.set_name.clone();
        for (key, value) in dict.pairs(&self.heap) {
            if self.lookup_special(&value, &name).is_none() {
                continue;
            }
            let result = self.call_special(&value, &name, &[class.as_object().clone(), key.clone()]);
            if let Err(raised) = result {
                let exception = self.exception(raised);
                let (kind, owner) = (self.type_name(&value), class.get(&self.heap).name.to_rust().into_owned());
                let key = self.repr(&key)?.to_rust().into_owned();
                let note = format!("Error calling __set_name__ on '{kind}' instance {key} in '{owner}'");
                let note = self.new_str(&note)?;
                self.call_method(&exception, "add_note", &[note.into()])?;
                return Err(super::Raised::new(exception));
            }
        }
        Ok(())
    }

    fn call_init_subclass(&mut self, class: &Class, keywords: Args<'_>) -> Result<()> {
        let name = self.names.init_subclass.clone();
        // `super(cls, cls).__init_subclass__(**kwargs)`: the first class behind `cls` in its MRO that has it.
        let found = class
            .get(&self.heap)
            .mro
            .items()
            .iter()
            .skip(1)
            .find_map(|base| Class::from_object(base)?.get(&self.heap).dict.get_str(&self.heap, &name).cloned());
        if let Some(found) = found {
            let owner = class.as_object().clone();
            let bound = self.bind(found, None, &owner)?;
            self.call_args(&bound, keywords)?;
        }
        Ok(())
    }

    /// A new instance of `class` with the native body: exact instances of a builtin go to their fixed shape, others get
    /// their tail of attribute slots.
    #[inline(always)]
    pub fn alloc_for<T: Layout>(&self, class: &Class, body: T) -> Result<Ref<T>> {
        let instance = *class.get(&self.heap).instance;
        Ok(self.heap.alloc_of(instance.root, body, instance.capacity as usize)?)
    }

    /// `class(*args, **kwargs)`: `type.__call__`.
    pub fn call_class(&mut self, class: &Class, args: Args<'_>) -> Result {
        if class.is(self.class(ClassId::Type)) {
            match args.positional() {
                [object] if args.names.is_none() => return Ok(self.class_of(object).as_object().clone()),
                [_] => return Err(self.type_error("type() takes no keyword arguments")),
                [_, _, _] => {}
                _ => return Err(self.type_error("type() takes 1 or 3 arguments")),
            }
        }
        let Some(new) = class.get(&self.heap).slots.new else {
            let name = match class.get(&self.heap).flags.has(ClassFlags::HEAP) {
                true => self.class_name(class),
                false => self.qualified_class_name(class)?,
            };
            return Err(self.type_error(format!("cannot create '{name}' instances")));
        };
        let object = new(self, class, args)?;
        let made = self.class_of(&object);
        if !made.is(class) && !self.is_subclass(made, class) {
            return Ok(object);
        }
        let Some(init) = made.get(&self.heap).slots.init else { return Ok(object) };
        // `object`'s own does nothing for a class that makes its instances itself.
        let plain = &self.class(ClassId::Object).get(&self.heap).slots;
        let is_plain = plain.init.is_some_and(|own| std::ptr::fn_addr_eq(own, init))
            && plain.new.is_some_and(|own| !std::ptr::fn_addr_eq(own, new));
        if !is_plain {
            init(self, &object, args)?;
        }
        Ok(object)
    }
}

struct SlotsLayout {
    names: Vec<Str>,
    fixed: u16,
    capacity: u16,
    has_dict: bool,
    has_weakref: bool,
}

fn is_identifier(text: &str) -> bool {
    use crate::base::text::{is_xid_continue, is_xid_start};
    let mut characters = text.chars().map(|c| c as u32);
    let start = characters.next().is_some_and(|c| c == '_' as u32 || is_xid_start(c));
    start && characters.all(is_xid_continue)
}

/// A private name as it is seen inside class `class` (`__x` becomes `_class__x`).
pub fn mangle(class: &str, name: &str) -> String {
    if !name.starts_with("__") || name.ends_with("__") || name.contains('.') {
        return name.to_owned();
    }
    let class = class.trim_start_matches('_');
    if class.is_empty() { name.to_owned() } else { format!("_{class}{name}") }
}
