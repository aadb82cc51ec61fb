//! Struct sequences: tuples with named fields, as `sys.version_info` and `time.struct_time` are.

use crate::heap::{Object, Opaque, Ref, ShapeId};
use crate::layout::{Dict, Str, Tuple, TupleBody};
use crate::object::{
    Args, Class, ClassId, Keywords, MethodDef, MethodDescriptorBody, Rest, Result, Runtime, Slots, TypeDef,
};
use crate::{layout, methods};

layout! {
    /// Body of a field: a data descriptor that reads one item of the tuple.
    pub struct FieldBody as "struct_field" {
        /// Index of the item.
        pub index: u32,
    }
}

fn field_get(rt: &mut Runtime, this: &Object, instance: Option<&Object>, _owner: &Object) -> Result {
    let Some(instance) = instance else { return Ok(this.clone()) };
    let field: &Ref<FieldBody> = this.cast().expect("by its type");
    let index = field.get(&rt.heap).index as usize;
    match instance.cast::<TupleBody>().and_then(|t| t.items().get(index).cloned()) {
        Some(item) => Ok(item),
        None => Err(rt.type_error("descriptor of a struct sequence used with another object")),
    }
}

fn field_set(rt: &mut Runtime, _this: &Object, _instance: &Object, _value: Option<&Object>) -> Result<()> {
    Err(rt.raise(ClassId::AttributeError, "readonly attribute"))
}

static FIELD: TypeDef = TypeDef {
    name: "member_descriptor",
    layout: <FieldBody as crate::heap::Layout>::info,
    slots: Slots { descriptor_get: Some(field_get), descriptor_set: Some(field_set), ..Slots::EMPTY },
    ..TypeDef::EMPTY
};

layout! {
    /// Body of a field that is no item: a data descriptor that reads what the instance keeps under the field's name.
    pub struct HiddenFieldBody as "hidden_field" {
        /// The field's name.
        pub name: Str,
    }
}

fn hidden_get(rt: &mut Runtime, this: &Object, instance: Option<&Object>, _owner: &Object) -> Result {
    let Some(instance) = instance else { return Ok(this.clone()) };
    let field: &Ref<HiddenFieldBody> = this.cast().expect("by its type");
    let name = field.get(&rt.heap).name.clone();
    Ok(rt.own_attribute(instance, &name).unwrap_or(Object::NONE))
}

static HIDDEN_FIELD: TypeDef = TypeDef {
    name: "member_descriptor",
    layout: <HiddenFieldBody as crate::heap::Layout>::info,
    slots: Slots { descriptor_get: Some(hidden_get), descriptor_set: Some(field_set), ..Slots::EMPTY },
    ..TypeDef::EMPTY
};

/// Gives an instance the value of a hidden field.
pub fn hide(rt: &mut Runtime, instance: &Object, field: &'static str, value: &Object) -> Result<()> {
    let name = rt.intern_static(field);
    rt.set_own_attribute(instance, &name, value.clone()).map(drop)
}

methods! {
    static METHODS = [
        "__repr__"() => repr;
        /// Helper for pickle.
        "__reduce__"() => reduce;
        /// Return a copy of the structure with new values for the specified fields.
        "__replace__"(*args, **changes) => replace;
    ];
}

/// Names of the fields, from the class's `__match_args__`.
fn field_names(rt: &mut Runtime, this: &Object) -> Vec<Object> {
    let key = rt.names.match_args.clone();
    let class = rt.class_of(this).clone();
    match rt.lookup(&class, &key).as_ref().and_then(|names| names.cast::<TupleBody>()) {
        Some(names) => names.items().to_vec(),
        None => Vec::new(),
    }
}

fn repr(rt: &mut Runtime, this: &Object) -> Result<Str> {
    let class = rt.class_of(this).clone();
    let mut text = rt.qualified_class_name(&class)?;
    text.push('(');
    let names = field_names(rt, this);
    let items = this.cast::<TupleBody>().map(|t| t.items().to_vec()).unwrap_or_default();
    for (i, (name, item)) in names.iter().zip(&items).enumerate() {
        if i > 0 {
            text.push_str(", ");
        }
        text.push_str(&rt.str(name)?.to_rust());
        text.push('=');
        rt.push_repr(&mut text, item)?;
    }
    text.push(')');
    rt.new_str(&text)
}

fn replace(rt: &mut Runtime, this: &Object, args: Rest<'_>, changes: Keywords<'_>) -> Result {
    if !args.0.is_empty() {
        return Err(rt.type_error("__replace__() takes no positional arguments"));
    }
    let class = rt.class_of(this).clone();
    let names = field_names(rt, this);
    let mut items = this.cast::<TupleBody>().map(|t| t.items().to_vec()).unwrap_or_default();
    if rt.has_slot_attributes(this) {
        // Some items have no names of their own.
        let name = rt.qualified_class_name(&class)?;
        let text = format!("__replace__() is not supported for {name} because it has unnamed field(s)");
        return Err(rt.type_error(text));
    }
    let mut unknown = Vec::new();
    for (name, value) in changes.0.keywords() {
        let place = names.iter().position(|field| field.is(name)).and_then(|i| items.get_mut(i));
        match place {
            Some(place) => *place = value.clone(),
            None => unknown.push(name.clone().into()),
        }
    }
    if !unknown.is_empty() {
        let unknown: Object = crate::layout::List::from_slice(&rt.heap, &unknown)?.into();
        let shown = rt.repr(&unknown)?;
        return Err(rt.type_error(format!("Got unexpected field name(s): {}", shown.to_rust())));
    }
    make(rt, &class, &items)
}

fn reduce(rt: &mut Runtime, this: &Object) -> Result {
    let class = rt.class_of(this).as_object().clone();
    let items = this.cast::<TupleBody>().map(|t| t.items().to_vec()).unwrap_or_default();
    let plain: Object = Tuple::from_slice(&rt.heap, &items)?.into();
    let args: Object = Tuple::from_slice(&rt.heap, &[plain])?.into();
    Ok(Tuple::from_slice(&rt.heap, &[class, args])?.into())
}

/// Makes the class of a struct sequence: a subclass of `tuple` with a descriptor for each field.
pub fn make_class(rt: &mut Runtime, module: &str, name: &str, fields: &[&str]) -> Result<Class> {
    make_class_with(rt, module, name, fields, &[])
}

/// The same with further fields that are no items: instances have them as attributes. One of them may bear the name of
/// an item, which then is found by its index only (`st_atime`).
pub fn make_class_with(rt: &mut Runtime, module: &str, name: &str, fields: &[&str], hidden: &[&str]) -> Result<Class> {
    make_class_from(rt, module, name, fields, hidden, &[])
}

/// The same with static functions of its own, `__new__` for one.
pub fn make_class_from(
    rt: &mut Runtime,
    module: &str,
    name: &str,
    fields: &[&str],
    hidden: &[&str],
    statics: &'static [MethodDef],
) -> Result<Class> {
    let dict: Dict = rt.new_dict()?;
    let field_class = rt.native_class(&FIELD)?;
    let mut names: Vec<Object> = Vec::new();
    for (index, field) in fields.iter().enumerate() {
        if !hidden.contains(field) {
            let descriptor = rt.alloc_for(&field_class, FieldBody { index: index as u32 })?;
            rt.put_attribute(&dict, field, descriptor.into())?;
        }
        names.push(rt.intern(field).into());
    }
    let count = Object::small(fields.len() as i32);
    let own = hidden.iter().filter(|name| !fields.contains(name)).count();
    let all = Object::small((fields.len() + own) as i32);
    for (key, value) in [("n_fields", &all), ("n_sequence_fields", &count)] {
        rt.put_attribute(&dict, key, value.clone())?;
    }
    rt.put_attribute(&dict, "n_unnamed_fields", Object::small(0))?;
    let names = Tuple::from_slice(&rt.heap, &names)?;
    rt.put_attribute(&dict, "__match_args__", names.into())?;
    for field in hidden {
        let class = rt.native_class(&HIDDEN_FIELD)?;
        let name = rt.intern(field);
        let descriptor = rt.alloc_for(&class, HiddenFieldBody { name })?;
        rt.put_attribute(&dict, field, descriptor.into())?;
    }
    for def in statics {
        let function = rt.new_builtin_function(def, None, Object::NONE)?;
        rt.put_attribute(&dict, def.name, function)?;
    }
    if hidden.is_empty() {
        let slots = Tuple::from_slice(&rt.heap, &[])?;
        rt.put_attribute(&dict, "__slots__", slots.into())?;
    }
    let module = rt.intern(module);
    rt.put_attribute(&dict, "__module__", module.into())?;
    let tuple = rt.class(ClassId::Tuple).clone();
    for def in METHODS {
        let method =
            rt.heap.alloc(ShapeId::BUILTIN_METHOD, MethodDescriptorBody { def: Opaque(def), owner: tuple.clone() })?;
        rt.put_attribute(&dict, def.name, method.into())?;
    }
    let metaclass = rt.class(ClassId::Type).clone();
    let bases = Tuple::from_slice(&rt.heap, &[tuple.into()])?;
    let name = rt.intern(name);
    rt.new_class(&metaclass, &name, &bases, &dict, Args::positional_only(&[]))
}

/// An instance of a struct sequence's class.
pub fn make(rt: &mut Runtime, class: &Class, items: &[Object]) -> Result {
    let plain: Object = Tuple::from_slice(&rt.heap, items)?.into();
    let new = rt.class(ClassId::Tuple).get(&rt.heap).slots.new;
    match new {
        Some(new) => new(rt, class, Args::positional_only(std::slice::from_ref(&plain))),
        None => Err(rt.type_error("tuple cannot be made")),
    }
}

/// Class and instance at once, for records that exist once.
pub fn record(rt: &mut Runtime, module: &str, name: &str, fields: &[(&str, Object)]) -> Result {
    let names: Vec<&str> = fields.iter().map(|(name, _)| *name).collect();
    let class = make_class(rt, module, name, &names)?;
    let items: Vec<Object> = fields.iter().map(|(_, value)| value.clone()).collect();
    make(rt, &class, &items)
}
