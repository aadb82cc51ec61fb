//! Attribute access: the generic forms of `__getattribute__` and `__setattr__`, and the doors that everyone calls.

use super::args::Args;
use super::class::{Class, ClassFlags};
use super::class_id::ClassId;
use super::function::{FunctionBody, SlotWrapperBody};
use super::raise::{Raised, Result};
use super::runtime::Runtime;
use super::shape::{MAX_SLOTS, ShapeKeys};
use super::slot_table::call_slot_wrapper;
use crate::heap::{Object, Ref, ShapeEntry, ShapeFlags, ShapeId};
use crate::layout::{Dict, DictBody, Str, StrBuilder};

/// So many inline slots a class's instances get at most because of attributes that its own methods do not name.
const WIDEST: u16 = 12;

impl Runtime {
    /// `object.name`; `name` need not be interned.
    #[inline]
    pub fn get_attr(&mut self, object: &Object, name: &Str) -> Result {
        if let Some(own) = self.known_own(object, name) {
            return Ok(own.clone());
        }
        let slot = self.class_of(object).get(&self.heap).slots.get_attribute;
        let found = match slot {
            Some(get) => self.native_call("", |rt| get(rt, object, name)),
            None => generic_get_attribute(self, object, name),
        };
        found.map_err(|raised| self.with_attribute_context(raised, object, name))
    }

    /// An attribute of the instance itself, where it is remembered that the class has no say in its look-up.
    #[inline(always)]
    pub fn known_own<'a>(&'a self, object: &'a Object, name: &Str) -> Option<&'a Object> {
        self.heap.slot(object, self.method_cache.own_slot(object.shape(), name)?)
    }

    /// Gives an AttributeError that knows neither object nor name those of the access that it leaves: for suggestions.
    #[cold]
    fn with_attribute_context(&mut self, raised: Raised, object: &Object, name: &Str) -> Raised {
        if !self.is_raised(&raised, ClassId::AttributeError) {
            return raised;
        }
        let exception = self.exception(raised);
        if let Some(body) = exception.cast::<super::ExceptionBody>()
            && body.get(&self.heap).fields.iter().all(|field| field.is_none() || field.is_unbound())
        {
            self.set_attribute_context(body, object, name);
        }
        Raised::new(exception)
    }

    /// Sets the fields of an AttributeError: name, obj.
    fn set_attribute_context(&mut self, exception: &Ref<super::ExceptionBody>, object: &Object, name: &Str) {
        let fields = [name.as_object().clone(), object.clone()];
        if let Ok(fresh) = crate::heap::HeapVec::from_exact(&self.heap, fields.into_iter()) {
            let old = std::mem::replace(&mut exception.get_mut(&mut self.heap).0.fields, fresh);
            drop(old);
        }
    }

    /// `object.name` for a name known to Rust code.
    pub fn get_attr_str(&mut self, object: &Object, name: &str) -> Result {
        let name = self.intern(name);
        self.get_attr(object, &name)
    }

    /// `getattr(object, name, None)`: absence (AttributeError) is `None`.
    pub fn get_attr_opt(&mut self, object: &Object, name: &Str) -> Result<Option<Object>> {
        if let Some(own) = self.known_own(object, name) {
            return Ok(Some(own.clone()));
        }
        // The common case raises nothing: look before the generic function would raise.
        let plain = self.class_of(object).get(&self.heap).slots.get_attribute.is_none_or(|function| {
            std::ptr::fn_addr_eq(function, generic_get_attribute as fn(&mut Runtime, &Object, &Str) -> Result)
        });
        if plain {
            let name = self.intern_str(name);
            let found = find_attribute(self, object, &name);
            return self.catch(found, ClassId::AttributeError).map(Option::flatten);
        }
        if self.lacks(object, name) {
            return Ok(None);
        }
        let result = self.get_attr(object, name);
        self.catch(result, ClassId::AttributeError)
    }

    /// Whether the object is a class of an ordinary metaclass, neither of which knows the name.
    fn lacks(&mut self, object: &Object, name: &Str) -> bool {
        let Some(class) = Class::from_object(object) else { return false };
        let metaclass = self.class_of(object).clone();
        if !self.looks_up_as_type(&metaclass) {
            return false;
        }
        let name = self.intern_str(name);
        self.lookup(class, &name).is_none() && self.lookup(&metaclass, &name).is_none()
    }

    /// Whether attributes of the metaclass's classes are looked up as `type` does it.
    pub fn looks_up_as_type(&self, metaclass: &Class) -> bool {
        let getters = [metaclass, self.class(ClassId::Type)].map(|class| class.get(&self.heap).slots.get_attribute);
        matches!(getters, [Some(own), Some(ordinary)] if std::ptr::fn_addr_eq(own, ordinary))
    }

    /// `object.name = value`.
    #[inline]
    pub fn set_attr(&mut self, object: &Object, name: &Str, value: &Object) -> Result<()> {
        let slot = self.class_of(object).get(&self.heap).slots.set_attribute;
        match slot {
            Some(set) => self.native_call("", |rt| set(rt, object, name, Some(value))),
            None => generic_set_attribute(self, object, name, Some(value)),
        }
    }

    /// `del object.name`.
    pub fn del_attr(&mut self, object: &Object, name: &Str) -> Result<()> {
        let slot = self.class_of(object).get(&self.heap).slots.set_attribute;
        match slot {
            Some(set) => self.native_call("", |rt| set(rt, object, name, None)),
            None => generic_set_attribute(self, object, name, None),
        }
    }

    /// Binds a class attribute to an instance through its descriptor protocol.
    #[inline]
    pub fn bind(&mut self, found: Object, instance: Option<&Object>, owner: &Object) -> Result {
        let get = self.class_of(&found).get(&self.heap).slots.descriptor_get;
        match get {
            Some(get) => get(self, &found, instance, owner),
            None => Ok(found),
        }
    }

    /// The method `name` (interned) of the object's type, bound; `None` if the type has none. The instance's own
    /// attributes are not looked at, as for all implicit calls of special methods.
    pub fn special_method(&mut self, object: &Object, name: &Str) -> Result<Option<Object>> {
        let class = self.class_of(object).clone();
        match self.lookup(&class, name) {
            Some(found) => self.bind(found, Some(object), &class).map(Some),
            None => Ok(None),
        }
    }

    /// Calls the special method `name` of the object's type with `args`; `None` if the type has none.
    pub fn call_special(&mut self, object: &Object, name: &Str, args: &[Object]) -> Result<Option<Object>> {
        let class = self.class_of(object).clone();
        let Some(found) = self.lookup(&class, name) else { return Ok(None) };
        self.call_found(object, found, args).map(Some)
    }

    /// Calls what a lookup in the object's type has found, as its method, with `args`.
    pub fn call_found(&mut self, object: &Object, found: Object, args: &[Object]) -> Result {
        if let Some(function) = found.cast_exact::<FunctionBody>() {
            return (self.hooks.call_plain)(self, function, Some(object), args);
        }
        if found.shape() == ShapeId::BUILTIN_METHOD {
            return match args {
                [] => self.call(&found, std::slice::from_ref(object)),
                [only] => self.call(&found, &[object.clone(), only.clone()]),
                [a, b] => self.call(&found, &[object.clone(), a.clone(), b.clone()]),
                _ => {
                    let mut values = Vec::with_capacity(args.len() + 1);
                    values.push(object.clone());
                    values.extend_from_slice(args);
                    self.call(&found, &values)
                }
            };
        }
        if let Some(wrapper) = found.cast_exact::<SlotWrapperBody>() {
            if self.is_subclass(self.class_of(object), &wrapper.get(&self.heap).owner) {
                let args = Args::positional_only(args);
                return self.native_call("", |rt| call_slot_wrapper(rt, &found, object, args));
            }
            // It is another type's, and says so.
            return self.call(&found, &[std::slice::from_ref(object), args].concat());
        }
        let class = self.class_of(object).clone();
        let bound = self.bind(found, Some(object), &class)?;
        self.call(&bound, args)
    }

    /// `object.name(*args)`.
    pub fn call_method(&mut self, object: &Object, name: &str, args: &[Object]) -> Result {
        let name = self.intern(name);
        self.call_named(object, &name, args)
    }

    /// The same for an interned name. A method that the class holds is called without being bound first.
    #[inline]
    pub fn call_named(&mut self, object: &Object, name: &Str, args: &[Object]) -> Result {
        match self.unbound_method(object, name) {
            Some(found) => self.call_found(object, found, args),
            None => {
                let method = self.get_attr(object, name)?;
                self.call(&method, args)
            }
        }
    }

    /// The function that `object.name` (interned) would bind to the object, if that is all that getting it would do.
    #[inline]
    pub fn unbound_method(&mut self, object: &Object, name: &Str) -> Option<Object> {
        let class = self.class_of(object).clone();
        if !class.get(&self.heap).flags.has(ClassFlags::PLAIN_ATTRIBUTES) {
            return None;
        }
        let found = self.lookup(&class, name)?;
        let binds = matches!(found.shape(), ShapeId::FUNCTION | ShapeId::BUILTIN_METHOD);
        (binds && self.own_attribute(object, name).is_none()).then_some(found)
    }

    /// The AttributeError for a missing attribute, with `name` and `obj` set for suggestions.
    #[cold]
    pub fn no_attribute(&mut self, object: &Object, name: &Str) -> Raised {
        let owner = match Class::from_object(object) {
            Some(class) => format!("type object '{}' has no attribute '", class.get(&self.heap).name.to_rust()),
            None => format!("'{}' object has no attribute '", self.type_name(object)),
        };
        self.attribute_error([&owner, "'"], object, name)
    }

    /// An error whose text is a name, which may be very long, between two others.
    #[cold]
    fn raise_around(&mut self, class: ClassId, around: [&str; 2], name: &Str) -> Raised {
        let text = || {
            let mut text = StrBuilder::new();
            text.push_str(&self.heap, around[0])?;
            text.push_string(&self.heap, name)?;
            text.push_str(&self.heap, around[1])?;
            text.finish(&self.heap, &self.strings)
        };
        match text() {
            Ok(text) => self.raise_with(class, &[text.into()]),
            Err(stopped) => stopped.into(),
        }
    }

    /// An AttributeError that carries the object and the name; its text is the name, which may be very long, between two
    /// others.
    #[cold]
    pub fn attribute_error(&mut self, around: [&str; 2], object: &Object, name: &Str) -> Raised {
        let raised = self.raise_around(ClassId::AttributeError, around, name);
        if let Some(exception) = raised.object().cast::<super::ExceptionBody>() {
            self.set_attribute_context(exception, object, name);
        }
        raised
    }

    /// The instance's dict: made now, moving the attributes into it, if they lie in slots. `None` if instances of this
    /// class have no `__dict__`.
    pub fn instance_dict(&mut self, object: &Object) -> Result<Option<Dict>> {
        if let Some(dict) = self.heap.instance_dict(object) {
            return Ok(dict.cast::<DictBody>().cloned());
        }
        let shape = object.shape();
        let entry = *self.heap.shape(shape);
        if !entry.flags.has(ShapeFlags::EXTRA) {
            return Ok(None);
        }
        let fixed = self.class_of(object).get(&self.heap).instance.fixed;
        let target = self.dict_shape(shape);
        let dict = self.new_dict()?;
        let names: Vec<Str> = self.shapes.row(shape).map(|row| row.names.clone()).unwrap_or_default();
        for (i, name) in names.iter().enumerate().skip(fixed as usize) {
            if let Some(value) = self.heap.slot(object, i).cloned() {
                dict.set_str(&mut self.heap, name, value, &self.hash_key)?;
            }
        }
        drop(self.heap.enter_dict_mode(object, target, dict.clone().into()));
        Ok(Some(dict))
    }

    /// Replaces the instance's dict (`x.__dict__ = d`).
    pub fn set_instance_dict(&mut self, object: &Object, dict: &Dict) -> Result<bool> {
        let shape = object.shape();
        if !self.heap.shape(shape).flags.has(ShapeFlags::EXTRA) {
            return Ok(false);
        }
        let target = self.dict_shape(shape);
        drop(self.heap.enter_dict_mode(object, target, dict.clone().into()));
        Ok(true)
    }

    /// Whether the object can have attributes of its own and keeps them in slots, not in a dict.
    pub fn has_slot_attributes(&self, object: &Object) -> bool {
        let flags = self.heap.shape(object.shape()).flags;
        flags.has(ShapeFlags::EXTRA) && !flags.has(ShapeFlags::DICT_MODE)
    }

    /// The names of the attributes that objects of the same shape keep in slots.
    pub fn slot_names(&self, object: &Object) -> &[Str] {
        self.shapes.row(object.shape()).map_or(&[], |row| &row.names)
    }

    /// The names and values of the attributes that an object keeps in slots.
    pub fn slot_attributes(&self, object: &Object) -> Vec<(Str, Object)> {
        let names = self.shapes.row(object.shape()).map_or(&[][..], |row| &row.names);
        let value = |i| self.heap.slot(object, i).cloned();
        names.iter().enumerate().filter_map(|(i, name)| Some((name.clone(), value(i)?))).collect()
    }

    /// A dict with the instance's attributes, without changing how they are kept. `None` if it can have none.
    pub fn instance_dict_copy(&mut self, object: &Object) -> Result<Option<Object>> {
        if let Some(dict) = self.heap.instance_dict(object).and_then(|d| d.cast::<DictBody>()) {
            return Ok(Some(dict.copy(&self.heap)?.into()));
        }
        let shape = object.shape();
        if !self.heap.shape(shape).flags.has(ShapeFlags::EXTRA) {
            return Ok(None);
        }
        let fixed = self.class_of(object).get(&self.heap).instance.fixed;
        let dict = self.new_dict()?;
        let names: Vec<Str> = self.shapes.row(shape).map(|row| row.names.clone()).unwrap_or_default();
        for (i, name) in names.iter().enumerate().skip(fixed as usize) {
            if let Some(value) = self.heap.slot(object, i).cloned() {
                dict.set_str(&mut self.heap, name, value, &self.hash_key)?;
            }
        }
        Ok(Some(dict.into()))
    }

    /// Makes the object an instance of `class`, if the layouts allow it.
    pub fn change_class(&mut self, object: &Object, class: &Class) -> Result<bool> {
        if let Some(itself) = Class::from_object(object) {
            // Its new metaclass may call it differently.
            itself.get_mut(&mut self.heap).0.constructor = 0;
        }
        let old_shape = object.shape();
        let fixed = self.class_of(object).get(&self.heap).instance.fixed;
        let target = *class.get(&self.heap).instance;
        if fixed != target.fixed {
            return Ok(false);
        }
        // The shape of the new class with the same attributes in the same order.
        let mut shape = target.root;
        if self.heap.shape(old_shape).flags.has(ShapeFlags::DICT_MODE) {
            let inline = self.heap.shape(old_shape).inline;
            shape = self.dict_shape_of(class, target.root, inline);
        } else {
            let names: Vec<Str> = self.shapes.row(old_shape).map(|row| row.names.clone()).unwrap_or_default();
            for name in names.iter().skip(fixed as usize) {
                match self.shape_with(shape, name)? {
                    Some(next) => shape = next,
                    None => return Ok(false),
                }
            }
        }
        if self.heap.change_class(object, shape) {
            return Ok(true);
        }
        // Another number of inline slots: the attributes move to a dict first, of which every class has a form.
        if self.instance_dict(object)?.is_none() {
            return Ok(false);
        }
        let inline = self.heap.shape(object.shape()).inline;
        let shape = self.dict_shape_of(class, target.root, inline);
        Ok(self.heap.change_class(object, shape))
    }

    /// The shape in dict mode that belongs to the class of `shape`.
    fn dict_shape(&mut self, shape: ShapeId) -> ShapeId {
        let entry = *self.heap.shape(shape);
        if entry.flags.has(ShapeFlags::DICT_MODE) {
            return shape;
        }
        let class = self.heap.shape_class_of_entry(shape).clone();
        let root = class.get(&self.heap).instance.root;
        self.dict_shape_of(&class, root, entry.inline)
    }

    /// The shape in dict mode of instances of `class` whose blocks have `inline` slots. `root` is the class's.
    fn dict_shape_of(&mut self, class: &Class, root: ShapeId, inline: u16) -> ShapeId {
        let mut row = *self.heap.shape(root);
        let usual = row.inline == inline;
        if usual && let Some(id) = self.shapes.row(root).and_then(|row| row.dict_mode) {
            return id;
        }
        let is_it = |entry: &ShapeEntry| entry.flags.has(ShapeFlags::DICT_MODE) && entry.inline == inline;
        let made = class.get(&self.heap).shapes.iter().copied().find(|&id| is_it(self.heap.shape(id)));
        let id = made.unwrap_or_else(|| {
            row.flags.0 |= ShapeFlags::DICT_MODE;
            row.slots = class.get(&self.heap).instance.fixed;
            row.inline = inline;
            let id = self.heap.add_shape(row);
            let names = self.shapes.row(root).map(|r| r.names.clone()).unwrap_or_default();
            self.shapes.insert(id, ShapeKeys::with_names(names));
            class.get_mut(&mut self.heap).0.shapes.push(id);
            id
        });
        if usual {
            self.shapes.row_mut(root).dict_mode = Some(id);
        }
        id
    }

    /// Gives instances of `class` that are made from now on `wanted` inline slots: it turned out that they get so many
    /// attributes. They start from another root shape; instances that are there stay as they are.
    fn widen(&mut self, class: &Class, wanted: u16) {
        let instance = *class.get(&self.heap).instance;
        let most = (instance.fixed + WIDEST).min(instance.most_slots());
        if wanted <= instance.capacity || wanted > most || !class.get(&self.heap).flags.has(ClassFlags::HEAP) {
            return;
        }
        let mut row = *self.heap.shape(instance.root);
        row.inline = wanted;
        let root = self.heap.add_shape(row);
        let names = self.shapes.row(instance.root).map(|row| row.names.clone()).unwrap_or_default();
        self.shapes.insert(root, ShapeKeys::with_names(names));
        let body = class.get_mut(&mut self.heap).0;
        body.shapes.push(root);
        body.instance.root = root;
        body.instance.capacity = wanted;
    }

    /// The shape reached from `shape` by adding `name`; `None` if the object should use a dict.
    pub fn shape_with(&mut self, shape: ShapeId, name: &Str) -> Result<Option<ShapeId>> {
        if let Some(id) = self.shapes.row(shape).and_then(|row| row.transition(name)) {
            return Ok(Some(id));
        }
        let mut row = *self.heap.shape(shape);
        if row.slots >= MAX_SLOTS {
            return Ok(None);
        }
        row.slots += 1;
        row.flags.0 |= ShapeFlags::SLOTS;
        let overflows = row.slots > row.inline;
        let slots = row.slots;
        let keys = self.shapes.row(shape).map(|r| r.extended(name));
        let keys = keys.unwrap_or_else(|| ShapeKeys::with_names(vec![name.clone()]));
        let id = self.heap.add_shape(row);
        self.shapes.insert(id, keys);
        self.shapes.row_mut(shape).add_transition(name, id);
        let class = self.heap.shape_class_of_entry(id).clone();
        class.get_mut(&mut self.heap).0.shapes.push(id);
        if overflows {
            self.widen(&class, slots);
        }
        Ok(Some(id))
    }

    /// Sets an attribute in the instance itself, past all descriptors. False if it can have none.
    pub fn set_own_attribute(&mut self, object: &Object, name: &Str, value: Object) -> Result<bool> {
        let shape = object.shape();
        if let Some(slot) = self.shapes.slot_of(shape, name) {
            drop(self.heap.replace_slot(object, slot, value));
            return Ok(true);
        }
        if let Some(dict) = self.heap.instance_dict(object).and_then(|d| d.cast::<DictBody>()).cloned() {
            dict.set_str(&mut self.heap, name, value, &self.hash_key)?;
            return Ok(true);
        }
        if !self.heap.shape(shape).flags.has(ShapeFlags::EXTRA) {
            return Ok(false);
        }
        match self.shape_with(shape, name)? {
            Some(next) => self.heap.add_slot(object, next, value)?,
            None => {
                if let Some(dict) = self.instance_dict(object)? {
                    dict.set_str(&mut self.heap, name, value, &self.hash_key)?;
                }
            }
        }
        Ok(true)
    }

    /// An attribute of the instance itself.
    #[inline]
    pub fn own_attribute(&self, object: &Object, name: &Str) -> Option<Object> {
        let shape = object.shape();
        if let Some(slot) = self.shapes.slot_of(shape, name) {
            return self.heap.slot(object, slot).cloned();
        }
        let dict = self.heap.instance_dict(object)?.cast::<DictBody>()?;
        dict.get_str(&self.heap, name).cloned()
    }
}

/// The attribute if there is one, by the generic rules: data descriptor, instance, other class attribute.
fn find_attribute(rt: &mut Runtime, object: &Object, name: &Str) -> Result<Option<Object>> {
    let class = rt.class_of(object).clone();
    let found = rt.lookup(&class, name);
    if let Some(found) = &found {
        let slots = &rt.class_of(found).get(&rt.heap).slots;
        if let (Some(get), Some(_)) = (slots.descriptor_get, slots.descriptor_set) {
            return match get(rt, found, Some(object), &class) {
                Err(raised) if rt.is_raised(&raised, ClassId::AttributeError) && is_member(found) => Ok(None),
                result => result.map(Some),
            };
        }
    }
    if let Some(own) = rt.own_attribute(object, name) {
        if found.is_none()
            && class.get(&rt.heap).flags.has(ClassFlags::PLAIN_ATTRIBUTES)
            && let Some(slot) = rt.shapes.slot_of(object.shape(), name)
        {
            rt.method_cache.remember_own_slot(object.shape(), name, slot);
        }
        return Ok(Some(own));
    }
    match found {
        Some(found) => rt.bind(found, Some(object), &class).map(Some),
        None => Ok(None),
    }
}

fn is_member(object: &Object) -> bool {
    object.shape() == ShapeId::MEMBER_DESCRIPTOR
}

/// `object.__getattribute__(name)`.
pub fn generic_get_attribute(rt: &mut Runtime, object: &Object, name: &Str) -> Result {
    let name = rt.intern_str(name);
    match find_attribute(rt, object, &name)? {
        Some(value) => Ok(value),
        None => Err(rt.no_attribute(object, &name)),
    }
}

/// `object.__setattr__(name, value)`, or `__delattr__` with `None`.
pub fn generic_set_attribute(rt: &mut Runtime, object: &Object, name: &Str, value: Option<&Object>) -> Result<()> {
    let name = &rt.intern_str(name);
    let class = rt.class_of(object).clone();
    let found = rt.lookup(&class, name);
    if let Some(found) = &found {
        let set = rt.class_of(found).get(&rt.heap).slots.descriptor_set;
        if let Some(set) = set {
            return set(rt, found, object, value);
        }
    }
    let done = match value {
        Some(value) => rt.set_own_attribute(object, name, value.clone())?,
        None => match rt.instance_dict(object)? {
            Some(dict) => {
                if dict.remove_str(&mut rt.heap, name).is_none() {
                    let layout = *class.get(&rt.heap).instance;
                    if layout.fixed > 0 || !layout.layout.is::<()>() {
                        return Err(rt.no_attribute(object, name));
                    }
                    let owner = format!("'{}' object has no attribute '", rt.type_name(object));
                    return Err(rt.raise_around(ClassId::AttributeError, [&owner, "'"], name));
                }
                true
            }
            None => false,
        },
    };
    if done {
        return Ok(());
    }
    let type_name = rt.type_name(object);
    if found.is_some() {
        let text = name.to_rust();
        let message = format!("'{type_name}' object attribute '{text}' is read-only");
        return Err(rt.raise(ClassId::AttributeError, message));
    }
    let owner = format!("'{type_name}' object has no attribute '");
    Err(rt.attribute_error([&owner, "' and no __dict__ for setting new attributes"], object, name))
}
