//! Attributes: reading, writing, methods to be called, `super()`. Fills the inline caches.

use crate::bytecode::{Op, temps};
use crate::heap::{Object, ShapeFlags, ShapeId, Value};
use crate::layout::{Str, TupleBody};
use crate::object::{
    Class, ClassFlags, ClassId, FunctionBody, MemberBody, MethodDescriptorBody, Result, Runtime, SlotWrapperBody,
    WrapperBody, generic_get_attribute, generic_set_attribute,
};
use crate::types::descriptor::PropertyBody;
use crate::types::descriptor::tuple_getter::TupleGetterBody;
use crate::types::module::ModuleBody;
use crate::vm::cache::{locate, watch};
use crate::vm::site::Site;

/// Bytes from an object's header to its body.
const BODY: usize = 8;

/// Whether attribute access on instances of `class` follows the generic rules.
pub(super) fn has_plain_get(rt: &Runtime, class: &Class) -> bool {
    let body = class.get(&rt.heap);
    body.flags.has(ClassFlags::PLAIN_ATTRIBUTES)
        && body.slots.get_attribute.is_none_or(|get| std::ptr::fn_addr_eq(get, generic_get_attribute as Getter))
}

fn has_plain_set(rt: &Runtime, class: &Class) -> bool {
    let body = class.get(&rt.heap);
    body.flags.has(ClassFlags::PLAIN_SET)
        && body.slots.set_attribute.is_none_or(|set| std::ptr::fn_addr_eq(set, generic_set_attribute as Setter))
}

type Getter = fn(&mut Runtime, &Object, &Str) -> Result;
type Setter = fn(&mut Runtime, &Object, &Str, Option<&Object>) -> Result<()>;

/// Where a slot of a shape lies.
pub(super) enum Place {
    /// So many bytes from the header.
    Inline(usize),
    /// So many bytes into the overflow buffer, whose address lies so many bytes from the header.
    Overflow { pointer: usize, offset: usize },
}

pub(super) fn place(rt: &Runtime, shape: ShapeId, slot: usize) -> Place {
    let entry = rt.heap.shape(shape);
    let extra = BODY + entry.layout.body as usize;
    let has_extra = entry.flags.has(ShapeFlags::EXTRA) as usize;
    if slot < entry.inline as usize {
        Place::Inline(extra + 8 * (has_extra + slot))
    } else {
        Place::Overflow { pointer: extra, offset: 8 * (1 + slot - entry.inline as usize) }
    }
}

/// Remembers where `name` of objects like this one is, if that can be remembered.
fn remember(rt: &mut Runtime, site: Site, object: &Object, class: &Class, name: &Str) {
    let shape = object.shape();
    let found = rt.lookup(class, name);
    let slot = match &found {
        Some(found) if found.shape() == ShapeId::MEMBER_DESCRIPTOR => {
            let Some(member) = found.cast::<MemberBody>() else { return };
            let owner = member.get(&rt.heap).owner.clone();
            if !rt.is_subclass(class, &owner) {
                return;
            }
            if member.get(&rt.heap).field.is_some_and(|field| field.item) {
                remember_descriptor(rt, site, object, class, name, found);
                return;
            }
            Some(member.get(&rt.heap).slot as usize)
        }
        Some(found) if found.shape() == ShapeId::PROPERTY => {
            remember_property(rt, site, shape, class, name, found);
            return;
        }
        Some(found) if rt.class_of(found).get(&rt.heap).slots.descriptor_set.is_some() => {
            remember_descriptor(rt, site, object, class, name, found);
            return;
        }
        _ => rt.shapes.slot_of(shape, name),
    };
    if let Some(slot) = slot {
        match place(rt, shape, slot) {
            Place::Inline(offset) => {
                site.set_extra(0, shape.0 as u64 | (offset as u64) << 32);
                site.set_op(match (site.is_temp(site.a()), site.is_temp(site.b())) {
                    (true, false) => Op::LOAD_ATTR_SLOT_TEMP,
                    (true, true) => Op::LOAD_ATTR_SLOT_SELF,
                    _ => Op::LOAD_ATTR_SLOT,
                });
            }
            Place::Overflow { pointer, offset } => {
                site.set_extra(0, shape.0 as u64);
                site.set_extra(1, pointer as u64 | (offset as u64) << 32);
                site.set_op(Op::LOAD_ATTR_OVERFLOW);
            }
        }
        watch(rt, class, name);
        return;
    }
    if rt.heap.shape(shape).flags.has(ShapeFlags::DICT_MODE) {
        return;
    }
    if let Some(found) = found
        && rt.is_plain_attribute(&found)
        && let Some((_, namespace, position)) = locate(rt, class, name)
    {
        // V7: the shape keeps the class alive, and the class its namespace.
        let body = namespace.value().header() as u64 + BODY as u64;
        site.set_extra(0, shape.0 as u64 | (position as u64) << 32);
        site.set_extra(1, body);
        site.set_op(Op::LOAD_ATTR_CLASS);
        watch(rt, class, name);
    }
}

/// Remembers a property whose getter is a function that takes nothing but self.
fn remember_property(rt: &mut Runtime, site: Site, shape: ShapeId, class: &Class, name: &Str, property: &Object) {
    let Some(getter) = property.cast::<PropertyBody>().map(|p| p.get(&rt.heap).getter.clone()) else { return };
    let Some(function) = getter.cast_exact::<FunctionBody>() else { return };
    if function.get(&rt.heap).code.get(&rt.heap).call_key == 1 {
        // V7: the class's namespace owns the property. Its getter is looked up each time: `__init__` may change it.
        site.set_extra(0, shape.0 as u64);
        site.set_extra(1, property.value().bits());
        site.set_op(Op::LOAD_ATTR_PROPERTY);
        watch(rt, class, name);
    }
}

/// Remembers a data descriptor of a native type; `__class__` and the fields of named tuples as what they are.
fn remember_descriptor(rt: &mut Runtime, site: Site, object: &Object, class: &Class, name: &Str, found: &Object) {
    let native = rt.class_of(found).get(&rt.heap);
    if native.flags.has(ClassFlags::HEAP) || native.slots.descriptor_get.is_none() {
        return;
    }
    let item = match (found.cast::<TupleGetterBody>(), found.cast::<MemberBody>()) {
        (Some(getter), _) => u32::try_from(getter.get(&rt.heap).index).ok(),
        (None, Some(member)) => Some(member.get(&rt.heap).slot),
        _ => None,
    };
    let (op, word) = match item {
        Some(index) if object.cast::<TupleBody>().is_some() => (Op::LOAD_ATTR_ITEM, index as u64),
        _ if name.is(&rt.names.class) && is_class_of_object(rt, found) => {
            (Op::LOAD_ATTR_CONSTANT, class.value().bits())
        }
        // V7: the class's namespace, or a base's, owns the descriptor.
        _ => (Op::LOAD_ATTR_NATIVE, found.value().bits()),
    };
    site.set_extra(0, object.shape().0 as u64);
    site.set_extra(1, word);
    site.set_op(op);
    watch(rt, class, name);
}

/// Whether this is the `__class__` that `object` has.
fn is_class_of_object(rt: &mut Runtime, found: &Object) -> bool {
    let (object, name) = (rt.class(ClassId::Object).clone(), rt.names.class.clone());
    rt.lookup(&object, &name).is_some_and(|own| own.is(found))
}

/// LOAD_ATTR_NATIVE.
pub fn load_native(rt: &mut Runtime, site: Site) -> Result<()> {
    let object = site.get(site.b());
    if object.shape().0 as u64 != site.extra(0) {
        return load(rt, site);
    }
    // SAFETY: V7: as long as the cache is there, a class of the MRO owns the descriptor. The handle is a reference of its
    // own, for the class may lose it meanwhile.
    let descriptor = unsafe { Object::from_borrowed(Value::from_bits(site.extra(1))) };
    let class = rt.class_of(object).clone();
    let value = rt.bind(descriptor, Some(object), &class)?;
    site.set(site.a(), value);
    Ok(())
}

/// Remembers where an attribute of a class object itself is.
fn remember_type(rt: &mut Runtime, site: Site, object: &Object, class: &Class, name: &Str, op: Op) {
    let meta = rt.class_of(object).clone();
    if !rt.looks_up_as_type(&meta) {
        return;
    }
    // What the class has comes before what its metaclass has, but for data descriptors.
    let of_meta = rt.lookup_uncached(&meta, name);
    if of_meta.is_some_and(|found| rt.class_of(found).get(&rt.heap).slots.descriptor_set.is_some()) {
        return;
    }
    let Some((place, namespace, position)) = locate(rt, class, name) else { return };
    let value = namespace.get(&rt.heap).value(position).clone();
    let itself = match value.shape() {
        ShapeId::FUNCTION | ShapeId::BUILTIN_METHOD => true,
        ShapeId::CLASSMETHOD => op == Op::LOAD_METHOD_TYPE && wraps(rt, &value) == ShapeId::FUNCTION,
        ShapeId::STATICMETHOD => {
            let wrapped = wraps(rt, &value);
            op == Op::LOAD_METHOD_TYPE && (wrapped == ShapeId::FUNCTION || wrapped == ShapeId::BUILTIN_FUNCTION)
        }
        ShapeId::CLASSMETHOD_DESCRIPTOR => op == Op::LOAD_METHOD_TYPE,
        // Without an instance it is not bound.
        _ if value.cast::<SlotWrapperBody>().is_some() => true,
        _ => rt.is_plain_attribute(&value),
    };
    let root = class.get(&rt.heap).instance.root;
    if itself && root != ShapeId::UNBOUND {
        site.set_extra(0, object.shape().0 as u64 | (root.0 as u64) << 32);
        site.set_extra(1, position as u64 | (place as u64) << 32);
        site.set_op(op);
        watch(rt, class, name);
        if !meta.is(rt.class(ClassId::Type)) {
            watch(rt, &meta, name);
        }
    }
}

/// The shape of what a static or class method wraps.
fn wraps(rt: &Runtime, wrapper: &Object) -> ShapeId {
    let wrapper = wrapper.cast_exact::<WrapperBody>();
    wrapper.map_or(ShapeId::UNBOUND, |wrapper| wrapper.get(&rt.heap).function.shape())
}

/// Remembers a static or class method of instances. V7: the class's namespace owns the wrapper; what it wraps is looked
/// up each time.
fn remember_wrapped(rt: &mut Runtime, site: Site, object: &Object, class: &Class, name: &Str) {
    let Some(found) = rt.lookup(class, name) else { return };
    let is_wrapper = matches!(found.shape(), ShapeId::STATICMETHOD | ShapeId::CLASSMETHOD);
    let shape = object.shape();
    if is_wrapper
        && object.is_pointer()
        && wraps(rt, &found) == ShapeId::FUNCTION
        && !rt.heap.shape(shape).flags.has(ShapeFlags::DICT_MODE)
        && rt.own_attribute(object, name).is_none()
    {
        site.set_extra(0, shape.0 as u64);
        site.set_extra(1, found.value().bits());
        site.set_op(Op::LOAD_METHOD_WRAPPED);
        watch(rt, class, name);
    }
}

/// Remembers where an attribute of a module is, if it lies in its namespace.
fn remember_module(rt: &mut Runtime, site: Site, object: &Object, class: &Class, name: &Str, op: Op) {
    let Some(namespace) = object.cast::<ModuleBody>().map(|module| module.get(&rt.heap).dict.clone()) else { return };
    if rt.lookup(class, name).is_some() {
        return;
    }
    let Some(position) = namespace.position_of(&rt.heap, name) else { return };
    let version = rt.keys_version(&namespace);
    if version != 0 {
        site.set_extra(0, version as u64 | (position as u64) << 32);
        site.set_op(op);
    }
}

/// LOAD_ATTR.
pub fn load(rt: &mut Runtime, site: Site) -> Result<()> {
    let (object, name) = (site.get(site.b()), site.name(site.c()));
    let value = rt.get_attr(object, name)?;
    if object.is_pointer() {
        let class = rt.class_of(object).clone();
        if object.shape() == ShapeId::MODULE {
            remember_module(rt, site, object, &class, name, Op::LOAD_ATTR_MODULE);
        } else if has_plain_get(rt, &class) {
            remember(rt, site, object, &class, name);
        } else if let Some(itself) = Class::from_object(object) {
            remember_type(rt, site, object, itself, name, Op::LOAD_ATTR_TYPE);
        }
    }
    site.set(site.a(), value);
    Ok(())
}

/// STORE_ATTR.
pub fn store(rt: &mut Runtime, site: Site) -> Result<()> {
    let (object, name) = (site.get(site.a()), site.name(site.b()));
    let before = object.shape();
    rt.set_attr(object, name, site.get(site.c()))?;
    if object.is_pointer() {
        let class = rt.class_of(object).clone();
        if has_plain_set(rt, &class) {
            remember_store(rt, site, object, before, &class, name);
        }
    }
    let flags = site.extra(0);
    if flags & temps::VALUE != 0 {
        drop(site.take(site.c()));
    }
    if flags & temps::OBJECT != 0 {
        drop(site.take(site.a()));
    }
    Ok(())
}

fn remember_store(rt: &mut Runtime, site: Site, object: &Object, before: ShapeId, class: &Class, name: &Str) {
    let shape = object.shape();
    let slot = match rt.lookup(class, name) {
        Some(found) if found.shape() == ShapeId::MEMBER_DESCRIPTOR && shape == before => {
            found.cast::<MemberBody>().map(|member| member.get(&rt.heap).slot as usize)
        }
        Some(found) if rt.class_of(&found).get(&rt.heap).slots.descriptor_set.is_some() => return,
        _ => rt.shapes.slot_of(shape, name),
    };
    let Some(slot) = slot else { return };
    let flags = site.extra(0) & (temps::VALUE | temps::OBJECT | temps::KEY);
    let Place::Inline(offset) = place(rt, shape, slot) else { return };
    if flags & temps::OBJECT != 0 {
        return;
    }
    let moves = flags & temps::VALUE != 0;
    if shape == before {
        site.set_extra(0, flags | offset as u64);
        site.set_extra(1, shape.0 as u64);
        site.set_op(if moves { Op::STORE_ATTR_SLOT_MOVE } else { Op::STORE_ATTR_SLOT });
    } else {
        let (old, new) = (*rt.heap.shape(before), *rt.heap.shape(shape));
        // Only a transition that adds this very slot can be repeated blindly.
        let adds = new.slots == old.slots + 1
            && slot == old.slots as usize
            && new.inline == old.inline
            && new.class == old.class
            && !new.flags.has(ShapeFlags::DICT_MODE)
            && rt.shapes.row(before).and_then(|row| row.transition(name)) == Some(shape);
        if !adds {
            return;
        }
        site.set_extra(0, flags | offset as u64);
        site.set_extra(1, before.0 as u64 | (shape.0 as u64) << 32);
        site.set_op(if moves { Op::STORE_ATTR_ADD_MOVE } else { Op::STORE_ATTR_ADD });
    }
    watch(rt, class, name);
}

/// DELETE_ATTR.
pub fn delete(rt: &mut Runtime, site: Site) -> Result<()> {
    rt.del_attr(site.get(site.a()), site.name(site.b()))?;
    site.finish(site.a());
    Ok(())
}

/// Puts what a call needs where it needs it: the function, and self or nothing.
fn set_method(site: Site, function: Object, this: Option<Object>) {
    site.set(site.a() + 4, this.unwrap_or(Object::UNBOUND));
    site.set(site.a(), function);
}

/// LOAD_METHOD.
pub fn load_method(rt: &mut Runtime, site: Site) -> Result<()> {
    let (object, name) = (site.get(site.b()), site.name(site.c()));
    let class = rt.class_of(object).clone();
    if has_plain_get(rt, &class)
        && let Some(found) = rt.lookup(&class, name)
        && matches!(found.shape(), ShapeId::FUNCTION | ShapeId::BUILTIN_METHOD | ShapeId::SLOT_WRAPPER)
        && rt.own_attribute(object, name).is_none()
    {
        let shape = object.shape();
        if !rt.heap.shape(shape).flags.has(ShapeFlags::DICT_MODE) {
            site.set_extra(0, shape.0 as u64);
            // V7: the class's namespace owns the function as long as the cache is not cleared.
            site.set_extra(1, found.value().bits());
            let at_once = is_called_at_once(rt, site, &class, &found);
            site.set_op(if at_once { Op::LOAD_METHOD_CALL } else { Op::LOAD_METHOD_CACHED });
            watch(rt, &class, name);
        }
        let this = object.clone();
        set_method(site, found, Some(this));
        return Ok(());
    }
    let value = rt.get_attr(object, name)?;
    if object.shape() == ShapeId::MODULE {
        remember_module(rt, site, object, &class, name, Op::LOAD_METHOD_MODULE);
    } else if has_plain_get(rt, &class) {
        remember_wrapped(rt, site, object, &class, name);
    } else if let Some(itself) = Class::from_object(object) {
        remember_type(rt, site, object, itself, name, Op::LOAD_METHOD_TYPE);
    }
    split(rt, site, value);
    Ok(())
}

/// Whether `found` is a native method of the class that the instruction behind this one calls without arguments.
fn is_called_at_once(rt: &Runtime, site: Site, class: &Class, found: &Object) -> bool {
    let Some(method) = found.cast_exact::<MethodDescriptorBody>() else { return false };
    let method = method.get(&rt.heap);
    let call = Site { base: site.base, pc: site.pc.wrapping_add(3) };
    call.op().is_some_and(|op| op == Op::CALL_METHOD || op.info().quick_of == Some(Op::CALL_METHOD))
        && call.b() == site.a()
        && call.c() == 0
        && method.def.signature.accepts(0)
        && rt.is_subclass(class, &method.owner)
}

/// A bound method is taken apart, so that the call needs no detour.
fn split(rt: &mut Runtime, site: Site, value: Object) {
    match value.cast_exact::<crate::object::BoundMethodBody>() {
        Some(method) => {
            let body = method.get(&rt.heap);
            set_method(site, body.function.clone(), Some(body.this.clone()));
        }
        None => set_method(site, value, None),
    }
}

/// What `super` finds: the raw attribute with the object it is bound to, or the finished value.
enum Found {
    Method(Object),
    Value(Object),
}

fn find_super(rt: &mut Runtime, site: Site) -> Result<Found> {
    let first = site.b();
    let (callee, class, this) = (site.get(first), site.get(first + 1), site.get(first + 2));
    let name = site.name(site.c());
    let builtin = callee.is(rt.class(ClassId::Super));
    if !builtin || class.is_unbound() {
        let args: &[Object] = if class.is_unbound() { &[] } else { &[class.clone(), this.clone()] };
        let object = rt.call(callee, args)?;
        return Ok(Found::Value(rt.get_attr(&object, name)?));
    }
    let start = Class::from_object(class).cloned();
    let (Some(start), false) = (start, name.is(&rt.names.class)) else {
        let object = rt.call(callee, &[class.clone(), this.clone()])?;
        return Ok(Found::Value(rt.get_attr(&object, name)?));
    };
    let own = rt.class_of(this).clone();
    let (place, instance) = match Class::from_object(this) {
        Some(itself) if rt.is_subclass(itself, &start) => (itself.clone(), None),
        _ if rt.is_subclass(&own, &start) => (own, Some(this)),
        _ => {
            // The builtin knows the error, and the rare case of a lying `__class__`.
            let object = rt.call(callee, &[class.clone(), this.clone()])?;
            return Ok(Found::Value(rt.get_attr(&object, name)?));
        }
    };
    let mro = place.get(&rt.heap).mro.clone();
    let after = mro.items().iter().skip_while(|c| !c.is(&start)).skip(1);
    for base in after.filter_map(Class::from_object) {
        let Some(found) = base.get(&rt.heap).dict.get_str(&rt.heap, name).cloned() else { continue };
        if instance.is_some()
            && matches!(found.shape(), ShapeId::FUNCTION | ShapeId::BUILTIN_METHOD | ShapeId::SLOT_WRAPPER)
        {
            if Class::from_object(this).is_none() {
                rt.method_cache.remember_behind(&place, &start, name, &found);
            }
            return Ok(Found::Method(found));
        }
        return Ok(Found::Value(rt.bind(found, instance, &place)?));
    }
    let object = rt.call(callee, &[class.clone(), this.clone()])?;
    Ok(Found::Value(rt.get_attr(&object, name)?))
}

/// LOAD_SUPER_ATTR.
pub fn load_super(rt: &mut Runtime, site: Site) -> Result<()> {
    let first = site.b();
    let value = match find_super(rt, site)? {
        Found::Value(value) => value,
        Found::Method(function) => {
            let this = site.get(first + 2);
            let owner = rt.class_of(this).as_object().clone();
            rt.bind(function, Some(this), &owner)?
        }
    };
    site.clear(first, 3);
    site.set(site.a(), value);
    Ok(())
}

/// LOAD_SUPER_METHOD where it is known what the built-in `super` finds. False, having done nothing, if it is not.
#[inline(never)]
pub fn quick_super_method(rt: &mut Runtime, site: Site) -> bool {
    let first = site.b();
    let (callee, start, this) = (site.get(first), site.get(first + 1), site.get(first + 2));
    if !callee.is(rt.class(ClassId::Super)) || !this.is_pointer() || this.shape() == ShapeId::TYPE {
        return false;
    }
    let own = rt.class_of(this).value();
    let name = site.name(site.c());
    let Some(function) = rt.method_cache.behind(own, start.value(), name.value()) else { return false };
    if Class::from_object(this).is_some() {
        return false;
    }
    // SAFETY: V7: a namespace of the MRO owns the function.
    let function = unsafe { Object::from_borrowed(Value::from_bits(function)) };
    let this = site.take(first + 2);
    drop(site.take(first + 1));
    site.set(site.a() + 4, this);
    site.set(site.a(), function);
    true
}

/// LOAD_SUPER_METHOD.
pub fn load_super_method(rt: &mut Runtime, site: Site) -> Result<()> {
    let first = site.b();
    match find_super(rt, site)? {
        Found::Value(value) => {
            site.clear(first, 3);
            split(rt, site, value);
        }
        Found::Method(function) => {
            let this = site.take(first + 2);
            site.clear(first, 2);
            set_method(site, function, Some(this));
        }
    }
    Ok(())
}
