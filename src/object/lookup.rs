//! Looking names up in a class and its bases, with a cache.

use super::class::Class;
use super::runtime::Runtime;
use crate::heap::{Object, ShapeId, Value};
use crate::layout::Str;

const ENTRIES: usize = 1024;

/// Remembers in which class of the MRO a name was found; forgotten when any class is made or changed. It owns nothing, so
/// it shows in no reference count.
pub struct MethodCache {
    entries: Vec<Entry>,
    operators: Vec<Operator>,
    supers: Vec<Super>,
    owns: Vec<Own>,
    epoch: u32,
    generation: u64,
}

/// The function that `super()` finds for instances of a class behind another one in its MRO.
#[derive(Clone, Copy, Default)]
struct Super {
    class: u64,
    start: u64,
    name: u64,
    function: u64,
    epoch: u32,
}

const SUPERS: usize = 64;

/// The function by which a class written in Python defines an operator.
#[derive(Clone, Copy, Default)]
struct Operator {
    class: u64,
    function: u64,
    which: u32,
    epoch: u32,
}

const OPERATORS: usize = 128;

/// No operators' numbers: stand for `__class__`, and for what `copy` and `deepcopy` ask of a class.
const CLASS: u16 = u16::MAX;
const COPY: u16 = u16::MAX - 1;
const DEEP_COPY: u16 = u16::MAX - 2;

/// The slot of the instance in which `object.name` is found for objects of a shape.
#[derive(Clone, Copy, Default)]
struct Own {
    name: u64,
    shape: u32,
    slot: u32,
    epoch: u32,
}

const OWNS: usize = 256;

#[derive(Clone, Copy, Default)]
struct Entry {
    class: u64,
    name: u64,
    epoch: u32,
    /// Index in the MRO; `ABSENT` remembers that no class has the name.
    place: u32,
    /// Where the name was in that class's namespace.
    position: u32,
}

const ABSENT: u32 = u32::MAX;

impl Default for MethodCache {
    fn default() -> MethodCache {
        let operators = vec![Operator::default(); OPERATORS];
        let supers = vec![Super::default(); SUPERS];
        let owns = vec![Own::default(); OWNS];
        MethodCache { entries: vec![Entry::default(); ENTRIES], operators, supers, owns, epoch: 1, generation: 1 }
    }
}

impl MethodCache {
    #[inline]
    fn index(class: u64, name: u64) -> usize {
        ((class >> 4) ^ (name >> 4).wrapping_mul(0x9e37) ^ (name >> 13)) as usize & (ENTRIES - 1)
    }

    #[inline(always)]
    fn operator_index(class: u64, which: u16) -> usize {
        ((class >> 4) ^ (class >> 11) ^ which as u64 ^ (which >> 3) as u64) as usize & (OPERATORS - 1)
    }

    /// The word of the function remembered for an operator of `class`; the namespace that defines it owns it. 0 if there
    /// is known to be none.
    #[inline(always)]
    pub(crate) fn operator(&self, class: &Class, which: u16) -> Option<u64> {
        self.operator_of(class.value(), which)
    }

    /// The same for the word of a class.
    #[inline(always)]
    pub(crate) fn operator_of(&self, class: Value, which: u16) -> Option<u64> {
        let class = class.bits();
        let entry = self.operators.get(Self::operator_index(class, which))?;
        let known = entry.class == class && entry.which == which as u32 && entry.epoch == self.epoch;
        known.then_some(entry.function)
    }

    /// Remembers the function, or that there is none, until any class is made or changed.
    pub(crate) fn remember_operator(&mut self, class: &Class, which: u16, function: Option<&Object>) {
        let class = class.value().bits();
        let (epoch, function) = (self.epoch, function.map_or(0, |function| function.value().bits()));
        self.operators[Self::operator_index(class, which)] = Operator { class, function, which: which as u32, epoch };
    }

    /// Whether an object of the class is known to have no other `__class__` than that.
    #[inline(always)]
    pub(crate) fn is_itself(&self, class: &Class) -> bool {
        self.operator(class, CLASS).is_some()
    }

    /// Remembers that.
    pub(crate) fn remember_itself(&mut self, class: &Class) {
        self.remember_operator(class, CLASS, None);
    }

    /// Whether nothing in the class is known to say how its instances are copied, or copied deeply.
    #[inline]
    pub(crate) fn is_copied_plainly(&self, class: &Class, deep: bool) -> bool {
        self.operator(class, if deep { DEEP_COPY } else { COPY }).is_some()
    }

    /// Remembers that.
    pub(crate) fn remember_copied_plainly(&mut self, class: &Class, deep: bool) {
        self.remember_operator(class, if deep { DEEP_COPY } else { COPY }, None);
    }

    #[inline(always)]
    fn super_index(class: u64, start: u64, name: u64) -> usize {
        ((class >> 4) ^ (start >> 5) ^ (name >> 4)) as usize & (SUPERS - 1)
    }

    /// The word of the function that `super(start, instance of class).name` is known to be bound from; a namespace of the
    /// MRO owns it.
    #[inline(always)]
    pub(crate) fn behind(&self, class: Value, start: Value, name: Value) -> Option<u64> {
        let (class, start, name) = (class.bits(), start.bits(), name.bits());
        let entry = self.supers.get(Self::super_index(class, start, name))?;
        let known = entry.class == class && entry.start == start && entry.name == name && entry.epoch == self.epoch;
        known.then_some(entry.function)
    }

    /// Remembers it until any class is made or changed.
    pub(crate) fn remember_behind(&mut self, class: &Class, start: &Class, name: &Str, function: &Object) {
        let [class, start, name] = [class.value().bits(), start.value().bits(), name.value().bits()];
        let (function, epoch) = (function.value().bits(), self.epoch);
        self.supers[Self::super_index(class, start, name)] = Super { class, start, name, function, epoch };
    }

    #[inline(always)]
    fn own_index(shape: ShapeId, name: u64) -> usize {
        ((shape.0 as usize).wrapping_mul(7) ^ (name >> 4) as usize ^ (name >> 9) as usize) & (OWNS - 1)
    }

    /// The slot in which objects of that shape are known to have the attribute `name`, if they have it at all, without
    /// their class having a say in its look-up.
    #[inline(always)]
    pub(super) fn own_slot(&self, shape: ShapeId, name: &Str) -> Option<usize> {
        let name = name.value().bits();
        let entry = self.owns.get(Self::own_index(shape, name))?;
        let known = entry.name == name && entry.shape == shape.0 && entry.epoch == self.epoch;
        known.then_some(entry.slot as usize)
    }

    /// Remembers it until any class is made or changed, or shapes die. The shape keeps the (interned) name alive.
    pub(super) fn remember_own_slot(&mut self, shape: ShapeId, name: &Str, slot: usize) {
        let Ok(slot) = u32::try_from(slot) else { return };
        let (name, epoch) = (name.value().bits(), self.epoch);
        self.owns[Self::own_index(shape, name)] = Own { name, shape: shape.0, slot, epoch };
    }

    /// A number that changes whenever a class is made or changed, or shapes die. It is never given twice.
    #[inline(always)]
    pub(crate) fn generation(&self) -> u64 {
        self.generation
    }

    /// Forgets everything.
    pub fn clear(&mut self) {
        let generation = self.generation + 1;
        self.epoch = self.epoch.wrapping_add(1);
        if self.epoch == 0 {
            *self = MethodCache::default();
        }
        self.generation = generation;
    }
}

impl Runtime {
    /// The attribute `name` (interned) of `class` or the first base that has it, raw: no descriptor is bound.
    #[inline]
    pub fn lookup(&mut self, class: &Class, name: &Str) -> Option<Object> {
        let (c, n) = (class.value().bits(), name.value().bits());
        let index = MethodCache::index(c, n);
        let epoch = self.method_cache.epoch;
        let entry = self.method_cache.entries[index];
        if entry.class == c && entry.name == n && entry.epoch == epoch {
            if entry.place == ABSENT {
                return None;
            }
            let base = Class::from_object(class.get(&self.heap).mro.items().get(entry.place as usize)?)?;
            let dict = &base.get(&self.heap).dict;
            let namespace = dict.get(&self.heap);
            let position = entry.position as usize;
            if position < namespace.end() && namespace.entry(position).key.is(name) {
                return Some(namespace.value(position).clone());
            }
            return dict.get_str(&self.heap, name).cloned();
        }
        let (mut place, mut position) = (ABSENT, 0);
        let mut found = None;
        for (i, base) in class.get(&self.heap).mro.items().iter().enumerate() {
            let Some(base) = Class::from_object(base) else { continue };
            let dict = &base.get(&self.heap).dict;
            if let Some(at) = dict.position_of(&self.heap, name) {
                (place, position) = (i as u32, u32::try_from(at).unwrap_or(u32::MAX));
                found = Some(dict.get(&self.heap).value(at).clone());
                break;
            }
        }
        self.method_cache.entries[index] = Entry { class: c, name: n, epoch, place, position };
        found
    }

    /// A number that changes whenever what a name means in some class may have changed.
    pub(super) fn class_epoch(&self) -> u32 {
        self.method_cache.epoch
    }

    /// Forgets where names were found.
    pub fn clear_method_cache(&mut self) {
        self.method_cache.clear();
    }

    /// As [`Runtime::lookup`], in the type of `object`.
    #[inline]
    pub fn lookup_special(&mut self, object: &Object, name: &Str) -> Option<Object> {
        let class = self.class_of(object).clone();
        self.lookup(&class, name)
    }

    /// The lookup itself, borrowing.
    pub fn lookup_uncached<'a>(&'a self, class: &'a Class, name: &Str) -> Option<&'a Object> {
        class.get(&self.heap).mro.items().iter().find_map(|base| {
            let base = Class::from_object(base)?;
            base.get(&self.heap).dict.get_str(&self.heap, name)
        })
    }

    /// The class in the MRO that defines `name`, with the attribute.
    pub fn lookup_where<'a>(&'a self, class: &'a Class, name: &Str) -> Option<(&'a Class, &'a Object)> {
        class.get(&self.heap).mro.items().iter().find_map(|base| {
            let base = Class::from_object(base)?;
            base.get(&self.heap).dict.get_str(&self.heap, name).map(|found| (base, found))
        })
    }

    /// Whether a value in a class's namespace is neither function nor any other descriptor.
    pub fn is_plain_attribute(&self, value: &Object) -> bool {
        let slots = &self.class_of(value).get(&self.heap).slots;
        slots.descriptor_get.is_none() && slots.descriptor_set.is_none()
    }

    /// Tells caches that `class.name` has changed: was added, deleted, or replaced where one of the two values is a
    /// descriptor.
    pub fn class_changed(&mut self, class: &Class, name: &Str) {
        self.method_cache.clear();
        (self.hooks.class_changed)(self, class, name);
    }
}
