//! Pattern matching.

use super::attribute::{Place, has_plain_get, place};
use super::build::each_pair;
use super::unpack;
use crate::heap::{Object, ShapeFlags, ShapeId, Value};
use crate::layout::{DictBody, ListBody, Str, StrBody, Tuple, TupleBody};
use crate::object::{Class, ClassFlags, ClassId, Raised, Result, Runtime};
use crate::vm::run::{body, shape};
use crate::vm::site::Site;

/// JUMP_IF_NOT_SEQUENCE: whether it is one.
pub fn is_sequence(rt: &mut Runtime, site: Site) -> Result<bool> {
    Ok(rt.class_of(site.get(site.a())).get(&rt.heap).flags.has(ClassFlags::SEQUENCE))
}

/// MATCH_SEQUENCE: whether it is one of that length; its items are then in their registers.
pub fn sequence(rt: &mut Runtime, site: Site) -> Result<bool> {
    let subject = site.get(site.a()).clone();
    if !rt.class_of(&subject).get(&rt.heap).flags.has(ClassFlags::SEQUENCE) {
        return Ok(false);
    }
    let (first, count) = (site.b(), site.c());
    // SAFETY: H4; the handle keeps the container, which nothing here changes.
    let items: Option<&[Object]> = unsafe {
        match subject.shape() {
            ShapeId::TUPLE => Some((*body::<TupleBody>(subject.value())).items()),
            ShapeId::LIST => Some(&(*body::<ListBody>(subject.value())).items),
            _ => None,
        }
    };
    if let Some(items) = items {
        if items.len() != count {
            return Ok(false);
        }
        items.iter().enumerate().for_each(|(i, item)| site.set(first + i, item.clone()));
        return Ok(true);
    }
    if rt.len(&subject)? != count {
        return Ok(false);
    }
    unpack::into_registers(rt, site, &subject, first, count)?;
    Ok(true)
}

/// JUMP_IF_NOT_MAPPING: whether it is one.
pub fn is_mapping(rt: &mut Runtime, site: Site) -> Result<bool> {
    Ok(rt.class_of(site.get(site.a())).get(&rt.heap).flags.has(ClassFlags::MAPPING))
}

/// What a pattern has found; a few values need no memory of their own.
struct Values {
    few: [Object; Values::FEW],
    count: usize,
    more: Vec<Object>,
}

impl Values {
    const FEW: usize = 4;

    fn new() -> Values {
        Values { few: [const { Object::NONE }; Values::FEW], count: 0, more: Vec::new() }
    }

    fn push(&mut self, value: Object) {
        match self.few.get_mut(self.count) {
            Some(place) => *place = value,
            None => self.more.push(value),
        }
        self.count += 1;
    }
}

/// Puts what a pattern has found into the registers from `R[c]` on; false if it has not matched.
fn deliver(site: Site, found: Option<Values>) -> bool {
    // The pattern's own register may be the first of those.
    site.finish(site.b());
    let Some(values) = found else { return false };
    for (i, value) in values.few.into_iter().take(values.count).chain(values.more).enumerate() {
        site.set(site.c() + i, value);
    }
    true
}

/// MATCH_KEYS: whether all keys are there; their values are then in their registers.
pub fn keys(rt: &mut Runtime, site: Site) -> Result<bool> {
    let subject = site.get(site.a());
    let keys = site.get(site.b()).cast::<TupleBody>().expect("a tuple of keys").clone();
    let found = key_values(rt, subject, &keys)?;
    Ok(deliver(site, found))
}

/// The values of the keys, `None` if one is missing. `get` is asked, so that no default is made.
fn key_values(rt: &mut Runtime, subject: &Object, keys: &Tuple) -> Result<Option<Values>> {
    let mut values = Values::new();
    if keys.is_empty() {
        return Ok(Some(values));
    }
    if let Some(dict) = subject.cast_exact::<DictBody>() {
        for (i, key) in keys.items().iter().enumerate() {
            check_duplicate(rt, &keys.items()[..i], key)?;
            match dict.get_key(rt, key)? {
                Some(value) => values.push(value),
                None => return Ok(None),
            }
        }
        return Ok(Some(values));
    }
    let get = rt.get_attr_str(subject, "get")?;
    let object_class = rt.class(ClassId::Object).clone();
    let absent = rt.call(&object_class, &[])?;
    for (i, key) in keys.items().iter().enumerate() {
        check_duplicate(rt, &keys.items()[..i], key)?;
        let value = rt.call(&get, &[key.clone(), absent.clone()])?;
        if value.is(&absent) {
            return Ok(None);
        }
        values.push(value);
    }
    Ok(Some(values))
}

fn check_duplicate(rt: &mut Runtime, earlier: &[Object], key: &Object) -> Result<()> {
    for earlier in earlier {
        if rt.equal(earlier, key)? {
            let text = rt.repr(key)?.to_rust().into_owned();
            return Err(rt.value_error(format!("mapping pattern checks duplicate key ({text})")));
        }
    }
    Ok(())
}

/// MATCH_REST.
pub fn rest(rt: &mut Runtime, site: Site) -> Result<()> {
    let keys = site.get(site.c()).cast::<TupleBody>().expect("a tuple of keys").clone();
    let dict = rt.new_dict()?;
    each_pair(rt, site.get(site.b()), |rt, key, value| dict.set_key(rt, &key, value))?;
    for key in keys.items() {
        rt.del_item(&dict, key)?;
    }
    site.finish(site.c());
    site.set(site.a(), dict.into());
    Ok(())
}

/// MATCH_CLASS: whether the subject fits; its attributes are then in their registers.
pub fn class(rt: &mut Runtime, site: Site) -> Result<bool> {
    let (names, positional) = class_pattern(site);
    let names = names.clone();
    let found = attributes(rt, site.get(site.a()), site.get(site.b()), positional, &names)?;
    remember_class(rt, site, found.is_some());
    Ok(deliver(site, found))
}

/// The names of the keyword patterns, and how many positional ones there are.
fn class_pattern<'a>(site: Site) -> (&'a Tuple, usize) {
    let pattern = site.extra(0);
    let names = site.constant(pattern as u32 as usize).cast::<TupleBody>().expect("a tuple, by the verifier");
    (names, (pattern >> 32) as usize)
}

/// The outcomes that are remembered. The instruction's last word holds the number of its pattern.
mod outcome {
    /// That many attributes are in places of the subject, at most.
    pub const MOST: usize = 4;
    /// The subject itself is the only value.
    pub const ITSELF: usize = 8;
    /// The subject is no instance.
    pub const NO: usize = 9;
}

/// The kind of a subject: its shape, or a number of its own for each kind of immediate; `None` for others.
#[inline(always)]
fn kind_of(subject: Value) -> Option<u32> {
    if subject.is_pointer() {
        // SAFETY: H1: the word of a register is valid.
        return Some(unsafe { shape(subject) }.0);
    }
    if subject.is_int() {
        Some(u32::MAX)
    } else if subject.is_float() {
        Some(u32::MAX - 1)
    } else if subject.is_bool() {
        Some(u32::MAX - 2)
    } else if subject == Value::NONE {
        Some(u32::MAX - 3)
    } else {
        None
    }
}

/// MATCH_CLASS as the cache knows it: 0 no, 1 yes, 2 not known, and nothing has been done.
#[inline(never)]
pub fn quick_class(rt: &Runtime, site: Site) -> u32 {
    let subject = site.get(site.a()).value();
    let Some(kind) = kind_of(subject) else { return 2 };
    let (generation, class) = (rt.method_cache.generation(), site.get(site.b()).value().bits());
    let Some(known) = rt.machine.matches.find(site.extra(2) as u32, kind, generation, class) else { return 2 };
    let outcome = known.outcome;
    if outcome == outcome::NO {
        site.finish(site.b());
        return 0;
    }
    let mut values = [const { Object::NONE }; outcome::MOST];
    let count = if outcome == outcome::ITSELF {
        values[0] = site.get(site.a()).clone();
        1
    } else {
        let offsets = known.offsets;
        for (i, value) in values.iter_mut().enumerate().take(outcome) {
            let offset = (offsets >> (16 * i)) as u16 as usize;
            // SAFETY: V7: objects of this shape have a slot there.
            let found = unsafe { *subject.header().byte_add(offset).cast::<Value>() };
            if found.is_unbound() {
                return 2;
            }
            // SAFETY: H1.
            *value = unsafe { Object::from_borrowed(found) };
        }
        outcome
    };
    // The pattern's own register may be the first of those.
    site.finish(site.b());
    for (i, value) in values.into_iter().enumerate().take(count) {
        site.set(site.c() + i, value);
    }
    1
}

/// Remembers an outcome that the classes of subject and pattern alone decide, and the places of plain attributes.
fn remember_class(rt: &mut Runtime, site: Site, fits: bool) {
    let (subject, pattern) = (site.get(site.a()), site.get(site.b()));
    let (names, positional) = class_pattern(site);
    let Some(kind) = kind_of(subject.value()) else { return };
    let Some(class) = Class::from_object(pattern).cloned() else { return };
    if !rt.class_of(pattern).is(rt.class(ClassId::Type)) {
        return;
    }
    let own = rt.class_of(subject).clone();
    let body = own.get(&rt.heap);
    let (mut outcome, mut offsets) = (outcome::NO, 0);
    if rt.is_subclass(&own, &class) {
        if !fits {
            return;
        }
        match places(rt, subject, &own, &class, positional, names) {
            Some(found) => (outcome, offsets) = found,
            None => return,
        }
    } else if fits
        || !(rt.method_cache.is_itself(&own)
            || (!body.flags.has(ClassFlags::HEAP) && body.flags.has(ClassFlags::PLAIN_ATTRIBUTES)))
    {
        return;
    }
    if site.extra(2) == 0 {
        let Some(place) = rt.machine.matches.new_place() else { return };
        site.set_extra(2, place as u64);
    }
    let generation = rt.method_cache.generation();
    rt.machine.matches.put(site.extra(2) as u32, kind, generation, class.value().bits(), (outcome, offsets));
}

/// The outcome for a subject that fits, and the places of its attributes, 16 bits each.
fn places(
    rt: &mut Runtime,
    subject: &Object,
    own: &Class,
    class: &Class,
    positional: usize,
    names: &Tuple,
) -> Option<(usize, u64)> {
    let mut wanted: Vec<Object> = Vec::new();
    if positional > 0 {
        let key = rt.names.match_args.clone();
        match rt.lookup(class, &key) {
            Some(listed) => wanted.extend_from_slice(listed.cast_exact::<TupleBody>()?.items().get(..positional)?),
            None if positional == 1 && names.is_empty() => return Some((outcome::ITSELF, 0)),
            None => return None,
        }
    }
    wanted.extend_from_slice(names.items());
    if wanted.is_empty() {
        return Some((0, 0));
    }
    let shape = subject.shape();
    if wanted.len() > outcome::MOST
        || !subject.is_pointer()
        || !has_plain_get(rt, own)
        || rt.heap.shape(shape).flags.has(ShapeFlags::DICT_MODE)
    {
        return None;
    }
    let mut offsets = 0;
    for (i, name) in wanted.iter().enumerate() {
        let name = name.cast_exact::<StrBody>()?;
        if let Some(found) = rt.lookup(own, name)
            && rt.class_of(&found).get(&rt.heap).slots.descriptor_set.is_some()
        {
            return None;
        }
        let slot = rt.shapes.slot_of(shape, name)?;
        let Place::Inline(offset) = place(rt, shape, slot) else { return None };
        offsets |= (u16::try_from(offset).ok()? as u64) << (16 * i);
    }
    Some((wanted.len(), offsets))
}

fn attributes(
    rt: &mut Runtime,
    subject: &Object,
    pattern: &Object,
    positional: usize,
    names: &Tuple,
) -> Result<Option<Values>> {
    let Some(class) = Class::from_object(pattern).cloned() else {
        return Err(rt.type_error("called match pattern must be a class"));
    };
    if !rt.isinstance(subject, pattern)? {
        return Ok(None);
    }
    let mut values = Values::new();
    let mut seen: &[Object] = &[];
    let listed;
    if positional > 0 {
        let key = rt.names.match_args.clone();
        listed = match match_args(rt, pattern, &class, &key)? {
            Some(listed) => match listed.cast_exact::<TupleBody>() {
                Some(tuple) => Some(tuple.clone()),
                None => {
                    let (class_name, got) = (name_of(rt, &class), rt.type_name(&listed));
                    return Err(rt.type_error(format!("{class_name}.__match_args__ must be a tuple (got {got})")));
                }
            },
            None => None,
        };
        let itself = listed.is_none() && class.get(&rt.heap).flags.has(ClassFlags::MATCH_SELF);
        let allowed = if itself { 1 } else { listed.as_ref().map_or(0, |listed| listed.len()) };
        if allowed < positional {
            let class_name = name_of(rt, &class);
            let plural = if allowed == 1 { "" } else { "s" };
            return Err(rt.type_error(format!(
                "{class_name}() accepts {allowed} positional sub-pattern{plural} ({positional} given)"
            )));
        }
        if itself {
            values.push(subject.clone());
        } else if let Some(listed) = &listed {
            seen = &listed.items()[..positional];
            for (i, name) in seen.iter().enumerate() {
                if name.cast_exact::<StrBody>().is_none() {
                    let got = rt.type_name(name);
                    return Err(rt.type_error(format!("__match_args__ elements must be strings (got {got})")));
                }
                match attribute(rt, subject, &class, name, [&seen[..i], &[]])? {
                    Some(value) => values.push(value),
                    None => return Ok(None),
                }
            }
        }
    }
    for (i, name) in names.items().iter().enumerate() {
        match attribute(rt, subject, &class, name, [seen, &names.items()[..i]])? {
            Some(value) => values.push(value),
            None => return Ok(None),
        }
    }
    Ok(Some(values))
}

/// `class.__match_args__`, if there is one.
fn match_args(rt: &mut Runtime, pattern: &Object, class: &Class, key: &Str) -> Result<Option<Object>> {
    if rt.class_of(pattern).is(rt.class(ClassId::Type)) {
        match rt.lookup(class, key) {
            // `type` has no such attribute of its own.
            None => return Ok(None),
            Some(found) if found.cast_exact::<TupleBody>().is_some() => return Ok(Some(found)),
            Some(_) => {}
        }
    }
    rt.get_attr_opt(pattern, key)
}

fn name_of(rt: &Runtime, class: &Class) -> String {
    class.get(&rt.heap).name.to_rust().into_owned()
}

/// The subject's attribute, unless the name was among the earlier ones.
fn attribute(
    rt: &mut Runtime,
    subject: &Object,
    class: &Class,
    name: &Object,
    seen: [&[Object]; 2],
) -> Result<Option<Object>> {
    let Some(text) = name.cast::<StrBody>() else { return Ok(None) };
    let mut seen = seen.into_iter().flatten();
    if seen.any(|earlier| earlier.cast::<StrBody>().is_some_and(|earlier| earlier.equals(text))) {
        return Err(duplicate(rt, class, name));
    }
    rt.get_attr_opt(subject, text)
}

#[cold]
fn duplicate(rt: &mut Runtime, class: &Class, name: &Object) -> Raised {
    let class = name_of(rt, class);
    match rt.repr(name) {
        Ok(name) => rt.type_error(format!("{class}() got multiple sub-patterns for attribute {}", name.to_rust())),
        Err(raised) => raised,
    }
}
