//! Struct sequences: tuples with named fields, as `sys.version_info` and `time.struct_time` are. Some have fields that
//! are no items (`tm_zone`), which lie in words behind the tuple, and items without a name (the times of `os.stat`).

use super::arity;
use crate::heap::{Object, Opaque, ShapeId};
use crate::layout::{DictBody, List, Str, TupleBody};
use crate::methods;
use crate::object::{
    Args, Class, ClassId, Keywords, MemberBody, RecordField, RecordFields, Rest, Result, Runtime, TypeDef,
};

/// What the type of a struct sequence declares.
fn fields_of(rt: &Runtime, class: &Class) -> &'static RecordFields {
    class.get(&rt.heap).def.and_then(|def| def.record).expect("struct sequences declare their fields")
}

impl RecordFields {
    /// The named fields in order, as the attributes of the instances are numbered.
    fn named(&self) -> impl Iterator<Item = &'static str> {
        self.items.iter().chain(self.hidden).map(|(name, _)| *name).filter(|name| !name.is_empty())
    }

    fn unnamed(&self) -> usize {
        self.items.iter().filter(|(name, _)| name.is_empty()).count()
    }

    /// The names under which `repr` shows the items: those without one go by the hidden fields that follow.
    fn shown(&self) -> impl Iterator<Item = &'static str> {
        self.named().take(self.items.len())
    }
}

/// Declares the type of a struct sequence: module, name, constructor (`construct`, `sealed` or an own one), doc, fields.
#[macro_export]
macro_rules! struct_sequence {
    (
        $(#[$meta:meta])*
        $vis:vis static $definition:ident = $module:literal $name:literal, $new:path, $doc:literal;
        items [$($item:literal $item_doc:literal),* $(,)?]
        hidden [$($hidden:literal $hidden_doc:literal),* $(,)?]
    ) => {
        $(#[$meta])*
        $vis static $definition: $crate::object::TypeDef = {
            use $crate::object::{ClassFlags, ClassId, RecordFields, Slots, TypeDef};
            use $crate::types::struct_sequence as sequence;
            const FIELDS: &RecordFields =
                &RecordFields { items: &[$(($item, $item_doc)),*], hidden: &[$(($hidden, $hidden_doc)),*] };
            TypeDef {
                name: $name,
                module: $module,
                doc: $doc,
                base: ClassId::Tuple,
                layout: <$crate::layout::TupleBody as $crate::heap::Layout>::info,
                flags: ClassFlags::SEQUENCE,
                hidden: FIELDS.hidden.len() as u16,
                slots: Slots { new: Some($new), repr: Some(sequence::repr), ..Slots::EMPTY },
                methods: sequence::METHODS,
                extra: Some(sequence::install),
                record: Some(FIELDS),
                ..TypeDef::EMPTY
            }
        };
    };
}

methods! {
    /// What all of them have.
    pub static METHODS = [
        "__reduce__"() => reduce;
        /// Return a copy of the structure with new values for the specified fields.
        "__replace__"(*args, **changes) => replace;
    ];
}

/// Makes the attributes of the class.
pub fn install(rt: &mut Runtime, class: &Class) -> Result<()> {
    let fields = fields_of(rt, class);
    let dict = class.get(&rt.heap).dict.clone();
    let items = fields.items.iter().enumerate().map(|(i, field)| (i, field, true));
    for (i, &(name, doc), item) in items.chain(fields.hidden.iter().enumerate().map(|(i, field)| (i, field, false))) {
        if name.is_empty() {
            continue;
        }
        let field = Opaque(Some(RecordField { item, doc }));
        let body = MemberBody { name: rt.intern_static(name), owner: class.clone(), slot: i as u32, field };
        let member = rt.heap.alloc(ShapeId::MEMBER_DESCRIPTOR, body)?;
        rt.put_attribute(&dict, name, member.into())?;
    }
    let (items, hidden, unnamed) = (fields.items.len(), fields.hidden.len(), fields.unnamed());
    let numbers = [("n_sequence_fields", items), ("n_fields", items + hidden), ("n_unnamed_fields", unnamed)];
    for (name, number) in numbers {
        rt.put_attribute(&dict, name, Object::small(number as i32))?;
    }
    let names: Vec<Object> = fields.named().take(items - unnamed).map(|name| rt.intern_static(name).into()).collect();
    let names = rt.new_tuple(names)?;
    rt.put_attribute(&dict, "__match_args__", names.into())
}

fn items(this: &Object) -> &[Object] {
    this.cast::<TupleBody>().map_or(&[], |tuple| tuple.items())
}

fn hidden(rt: &Runtime, this: &Object, fields: &RecordFields) -> Vec<Object> {
    (0..fields.hidden.len()).map(|slot| rt.heap.slot(this, slot).cloned().unwrap_or(Object::NONE)).collect()
}

/// An instance of a struct sequence's class, with the values of the hidden fields.
fn create(rt: &mut Runtime, class: &Class, items: &[Object], hidden: Vec<Object>) -> Result {
    let body = TupleBody::detached(&rt.heap, items)?;
    let made: Object = rt.alloc_for(class, body)?.into();
    for (slot, value) in hidden.into_iter().enumerate() {
        drop(rt.heap.replace_slot(&made, slot, value));
    }
    Ok(made)
}

/// A struct sequence with the values of all its fields, the hidden ones last.
pub fn make(rt: &mut Runtime, def: &'static TypeDef, values: &[Object]) -> Result {
    let class = rt.native_class(def)?;
    let (items, hidden) = values.split_at(values.len().saturating_sub(def.hidden.into()));
    create(rt, &class, items, hidden.to_vec())
}

/// The class as a type that cannot be called.
pub fn sealed(rt: &mut Runtime, class: &Class, _: Args<'_>) -> Result {
    let name = rt.qualified_class_name(class)?;
    Err(rt.type_error(format!("cannot create '{name}' instances")))
}

/// The class as a type that is called with a sequence, and a dict of fields that it does not give.
pub fn construct(rt: &mut Runtime, class: &Class, args: Args<'_>) -> Result {
    let (items, hidden) = values(rt, class, args)?;
    create(rt, class, &items, hidden)
}

/// [`construct`], where hidden fields that are not given (or as None) take the value of the unnamed item before them.
pub fn construct_with_unnamed(rt: &mut Runtime, class: &Class, args: Args<'_>) -> Result {
    let (items, mut hidden) = values(rt, class, args)?;
    let unnamed = items.iter().zip(fields_of(rt, class).items).filter(|(_, (name, _))| name.is_empty());
    for (value, (item, _)) in hidden.iter_mut().zip(unnamed) {
        if value.is_none() {
            *value = item.clone();
        }
    }
    create(rt, class, &items, hidden)
}

/// What a constructor is given: the items, and the values of the hidden fields.
fn values(rt: &mut Runtime, class: &Class, args: Args<'_>) -> Result<(Vec<Object>, Vec<Object>)> {
    let fields = fields_of(rt, class);
    let [sequence, dict] = arity::matched_from(rt, "structseq", &["sequence", "dict"], 1, args)?;
    let sequence = sequence.cloned().unwrap_or(Object::NONE);
    let mut given = match rt.iter(&sequence) {
        Ok(iterator) => rt.collect(&iterator)?,
        Err(raised) if rt.is_raised(&raised, ClassId::TypeError) => {
            return Err(rt.type_error("constructor requires a sequence"));
        }
        Err(raised) => return Err(raised),
    };
    let name = rt.qualified_class_name(class)?;
    let dict = match dict.map(|dict| dict.cast::<DictBody>().cloned()) {
        Some(None) => return Err(rt.type_error(format!("{name}() takes a dict as second arg, if any"))),
        dict => dict.flatten(),
    };
    let (got, least, most) = (given.len(), fields.items.len(), fields.items.len() + fields.hidden.len());
    if !(least..=most).contains(&got) {
        let bound = match got < least {
            _ if least == most => format!("a {least}"),
            true => format!("an at least {least}"),
            false => format!("an at most {most}"),
        };
        return Err(rt.type_error(format!("{name}() takes {bound}-sequence ({got}-sequence given)")));
    }
    let mut hidden = given.split_off(least);
    let mut taken = 0;
    for (field, _) in &fields.hidden[hidden.len()..] {
        let field = rt.intern_static(field);
        let named = dict.as_ref().and_then(|dict| dict.get_str(&rt.heap, &field).cloned());
        taken += usize::from(named.is_some());
        hidden.push(named.unwrap_or(Object::NONE));
    }
    if dict.is_some_and(|dict| dict.get(&rt.heap).len() > taken) {
        return Err(rt.type_error(format!("{name}() got duplicate or unexpected field name(s)")));
    }
    Ok((given, hidden))
}

/// `__repr__`.
pub fn repr(rt: &mut Runtime, this: &Object) -> Result<Str> {
    let class = rt.class_of(this).clone();
    let fields = fields_of(rt, &class);
    let mut text = rt.qualified_class_name(&class)?;
    text.push('(');
    for (i, (name, item)) in fields.shown().zip(items(this)).enumerate() {
        text.push_str(if i > 0 { ", " } else { "" });
        text.push_str(name);
        text.push('=');
        rt.push_repr(&mut text, item)?;
    }
    text.push(')');
    rt.new_str(&text)
}

/// `__reduce__`: the class, called with the items and a dict of the hidden fields.
fn reduce(rt: &mut Runtime, this: &Object) -> Result {
    let class = rt.class_of(this).clone();
    let fields = fields_of(rt, &class);
    let plain = rt.new_tuple(items(this).to_vec())?;
    let dict = rt.new_dict()?;
    for ((name, _), value) in fields.hidden.iter().zip(hidden(rt, this, fields)) {
        rt.put_attribute(&dict, name, value)?;
    }
    super::sequence::reduced(rt, class.into(), vec![plain.into(), dict.into()], None)
}

/// `__replace__`.
fn replace(rt: &mut Runtime, this: &Object, args: Rest<'_>, changes: Keywords<'_>) -> Result {
    if !args.0.is_empty() {
        return Err(rt.type_error("__replace__() takes no positional arguments"));
    }
    let class = rt.class_of(this).clone();
    let fields = fields_of(rt, &class);
    if fields.unnamed() > 0 {
        let name = rt.qualified_class_name(&class)?;
        let text = format!("__replace__() is not supported for {name} because it has unnamed field(s)");
        return Err(rt.type_error(text));
    }
    let mut values = [items(this), &hidden(rt, this, fields)].concat();
    let mut unknown: Vec<Object> = Vec::new();
    for (name, value) in changes.0.keywords() {
        match fields.named().position(|field| name.equals_text(field)) {
            Some(place) => values[place] = value.clone(),
            None => unknown.push(name.clone().into()),
        }
    }
    if !unknown.is_empty() {
        let unknown: Object = List::from_slice(&rt.heap, &unknown)?.into();
        let shown = rt.repr(&unknown)?;
        return Err(rt.type_error(format!("Got unexpected field name(s): {}", shown.to_rust())));
    }
    let rest = values.split_off(fields.items.len());
    create(rt, &class, &values, rest)
}
