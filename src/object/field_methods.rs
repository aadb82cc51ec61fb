//! Comparisons and hashes that `dataclasses` makes, and the making of named tuples: done on the fields themselves where
//! nobody could tell.
//!
//! The library marks the code of such a method with the names of the fields it reads (`_fields.mark`). The method
//! stays an ordinary function; what is found here are only answers that it would give too, without running Python code.

use super::attribute::generic_get_attribute;
use super::class::{Class, ClassFlags};
use super::class_id::ClassId;
use super::function::{Function, FunctionBody, MemberBody};
use super::raise::Result;
use super::runtime::Runtime;
use super::slots::CompareOp;
use crate::base::container_hash::TupleHasher;
use crate::heap::{Object, ShapeId};
use crate::layout::order::order_of;
use crate::layout::search::quick_equal;
use crate::layout::{Str, StrBody, TupleBody};

/// Mark of a `__hash__`; a comparison's is its operator's number and 1, and 0 means none.
pub const HASH: u32 = 7;

/// Mark of a `__new__` of named tuples: `tuple.__new__(cls, (its arguments,))`.
pub const NEW_TUPLE: u32 = 8;

/// The most fields of a method that is marked.
pub const WIDEST: usize = 8;

/// Where the fields that a method reads lie in objects of one shape. Owns nothing; valid for one epoch of the classes.
#[derive(Clone, Copy, Default)]
pub struct FieldPlaces {
    code: u64,
    shape: u32,
    epoch: u32,
    count: u8,
    slots: [u8; WIDEST],
}

impl FieldPlaces {
    /// The values of an object's fields, in the method's order; `None` where one is missing.
    pub fn values<'a>(self, rt: &'a Runtime, object: &'a Object) -> impl Iterator<Item = Option<&'a Object>> {
        (0..self.count as usize).map(move |i| rt.heap.slot(object, self.slots[i] as usize))
    }

    /// How many there are.
    pub fn count(self) -> usize {
        self.count as usize
    }
}

/// The mark of a comparison.
pub fn comparison_mark(op: CompareOp) -> u32 {
    op as u32 + 1
}

impl Runtime {
    /// Where the fields of a marked method lie in an object, if they are plain attributes of it.
    pub fn field_places(&mut self, function: &Function, object: &Object) -> Option<FieldPlaces> {
        let code = function.get(&self.heap).code.value().bits();
        let shape = object.shape();
        let epoch = self.class_epoch();
        let index = ((code >> 4) as usize ^ shape.0 as usize) % self.field_places.len();
        let known = self.field_places[index];
        if known.code == code && known.shape == shape.0 && known.epoch == epoch {
            return Some(known);
        }
        let mut places = self.find_fields(function, object)?;
        (places.code, places.shape, places.epoch) = (code, shape.0, epoch);
        self.field_places[index] = places;
        Some(places)
    }

    fn find_fields(&mut self, function: &Function, object: &Object) -> Option<FieldPlaces> {
        let code = function.get(&self.heap).code.clone();
        let names = code.get(&self.heap).field_names.clone()?;
        let class = self.class_of(object).clone();
        let shape = object.shape();
        let get = class.get(&self.heap).slots.get_attribute;
        let plain = get.is_none_or(|get| {
            std::ptr::fn_addr_eq(get, generic_get_attribute as fn(&mut Runtime, &Object, &Str) -> Result)
        });
        if shape.0 < ShapeId::FIXED || !plain || names.items().len() > WIDEST {
            return None;
        }
        let mut places = FieldPlaces::default();
        for (i, name) in names.items().iter().enumerate() {
            let name = self.intern_str(name.cast_exact::<StrBody>()?);
            let slot = match self.lookup(&class, &name) {
                Some(found) if found.shape() == ShapeId::MEMBER_DESCRIPTOR => {
                    let member = found.cast::<MemberBody>()?.get(&self.heap);
                    let (owner, slot) = (member.owner.clone(), member.slot as usize);
                    if !self.is_subclass(&class, &owner) {
                        return None;
                    }
                    slot
                }
                Some(found) if self.class_of(&found).get(&self.heap).slots.descriptor_set.is_some() => return None,
                _ => self.shapes.slot_of(shape, &name)?,
            };
            places.slots[i] = u8::try_from(slot).ok()?;
            places.count += 1;
        }
        Some(places)
    }

    /// The answer of a marked comparison of two objects of one class, if it can be told without Python code.
    pub fn compare_fields(
        &mut self,
        function: &Function,
        op: CompareOp,
        left: &Object,
        right: &Object,
    ) -> Option<bool> {
        if !self.is_marked(function, comparison_mark(op)) || !self.class_of(left).is(self.class_of(right)) {
            return None;
        }
        let places = self.field_places(function, left)?;
        let others = if left.shape() == right.shape() { places } else { self.field_places(function, right)? };
        let is_equality = op == CompareOp::Equal;
        if is_equality && left.is(right) {
            return Some(true);
        }
        for (x, y) in places.values(self, left).zip(others.values(self, right)) {
            let (x, y) = (x?, y?);
            // `==` of single fields, not of tuples: what is identical need not be equal.
            if is_equality && x.is(y) && x.is_pointer() && x.cast_exact::<StrBody>().is_none() {
                return None;
            }
            if !quick_equal(x, y)? {
                return match op {
                    CompareOp::Equal => Some(false),
                    op => order_of(x, y).map(|order| op.test(order)),
                };
            }
        }
        Some(op.test(std::cmp::Ordering::Equal))
    }

    /// The hash of the tuple of fields of which a marked `__hash__` makes one, if they are numbers and strings.
    pub fn hash_fields(&mut self, function: &Function, object: &Object) -> Option<i64> {
        if !self.is_marked(function, HASH) {
            return None;
        }
        let places = self.field_places(function, object)?;
        let mut hasher = TupleHasher::default();
        for value in places.values(self, object) {
            let value = value?;
            hasher.push(match value.cast_exact::<StrBody>() {
                Some(text) => text.hash(&self.hash_key),
                None => crate::base::bigint::hash_i64(value.value().as_int()?),
            });
        }
        Some(hasher.finish())
    }

    /// An instance of a class whose `__new__` is marked as that of a named tuple, made of so many arguments as it has
    /// fields. `None` if the class may do anything else.
    pub fn new_named_tuple(&mut self, class: &Class, values: &[Object]) -> Option<Result> {
        let body = class.get(&self.heap);
        if !body.instance.layout.is::<TupleBody>() || body.flags.has(ClassFlags::ABSTRACT) {
            return None;
        }
        let init = self.class(ClassId::Object).get(&self.heap).slots.init?;
        if !std::ptr::fn_addr_eq(body.slots.init?, init) {
            return None;
        }
        let name = self.names.new.clone();
        let found = self.lookup(class, &name)?;
        let function = self.bind(found, None, class.as_object()).ok()?.downcast::<FunctionBody>().ok()?;
        let code = function.get(&self.heap).code.get(&self.heap);
        let fields = code.field_names.as_ref().map_or(0, |names| names.items().len());
        if code.field_mark != NEW_TUPLE || fields != values.len() {
            return None;
        }
        let body = match TupleBody::detached(&self.heap, values) {
            Ok(body) => body,
            Err(error) => return Some(Err(error.into())),
        };
        Some(self.alloc_for(class, body).map(Into::into))
    }

    /// The function by which the class of an object defines a method, if it is one with that mark.
    pub fn marked_method(&mut self, object: &Object, name: &Str, mark: u32) -> Option<Function> {
        let class = self.class_of(object).clone();
        let function = self.lookup(&class, name)?.downcast::<FunctionBody>().ok()?;
        self.is_marked(&function, mark).then_some(function)
    }

    /// Whether a function has that mark, and nobody watches what is called.
    #[inline]
    fn is_marked(&self, function: &Function, mark: u32) -> bool {
        function.get(&self.heap).code.get(&self.heap).field_mark == mark && !self.machine.observers.attention()
    }
}
