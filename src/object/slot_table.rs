//! The one table that ties `__dunder__` names to slots.
//!
//! A row says which names fill a slot, how a class inherits it, which trampoline calls the Python method, and how the
//! slot is called when a builtin type's `__dunder__` is used as an ordinary method (`int.__add__(1, 2)`).

use super::args::Args;
use super::class::{Class, ClassFlags, TypeDef};
use super::class_id::ClassId;
use super::field_methods::{HASH as HASH_MARK, comparison_mark};
use super::function::FunctionBody;
use super::protocols::unhashable;
use super::raise::Result;
use super::runtime::Runtime;
use super::slots::{BinaryFn, BinaryOp, CompareOp, Slots, UnaryFn, UnaryOp};
use crate::heap::{Object, ShapeId};
use crate::layout::{Str, StrBody};
use std::sync::LazyLock;

/// A row: one slot and its names.
pub struct Row {
    /// Names that fill the slot, in the order of `which`.
    pub names: &'static [&'static str],
    /// Copies the slot if `from` has it; false if it has not.
    pub inherit: fn(from: &Slots, to: &mut Slots) -> bool,
    /// Sets the slot to the function that calls the Python method.
    pub trampoline: fn(&mut Slots),
    /// Calls the slot of `owner` as the method `names[which]`.
    pub call: fn(&mut Runtime, &Class, usize, &Object, Args<'_>) -> Result,
}

macro_rules! inherit {
    ($($field:tt)+) => {
        |from, to| {
            if from.$($field)+.is_some() { to.$($field)+ = from.$($field)+; true } else { false }
        }
    };
}

macro_rules! binary_rows {
    ($($op:ident: $name:literal, $reflected:literal;)*) => { [$(Row {
        names: &[$name, $reflected],
        inherit: inherit!(binary[BinaryOp::$op as usize]),
        trampoline: |slots| slots.binary[BinaryOp::$op as usize] = Some(user_binary::<{ BinaryOp::$op as usize }>),
        call: |rt, owner, which, this, args| {
            if BinaryOp::$op as usize == BinaryOp::Power as usize && args.values.len() != 1 {
                return call_power(rt, owner, which, this, args);
            }
            if BinaryOp::$op as usize == BinaryOp::Multiply as usize {
                check_repetition(rt, owner, args)?;
            }
            let [other] = exactly(rt, args, if which == 0 { $name } else { $reflected })?;
            call_binary(rt, owner, BinaryOp::$op, which, this, other)
        },
    }),*] };
}

macro_rules! in_place_rows {
    ($($op:ident: $name:literal;)*) => { [$(Row {
        names: &[$name],
        inherit: inherit!(in_place[BinaryOp::$op as usize]),
        trampoline: |slots| slots.in_place[BinaryOp::$op as usize] = Some(user_in_place::<{ BinaryOp::$op as usize }>),
        call: |rt, owner, _, this, args| {
            if BinaryOp::$op as usize == BinaryOp::Multiply as usize {
                check_repetition(rt, owner, args)?;
            }
            let [other] = exactly(rt, args, $name)?;
            match owner.get(&rt.heap).slots.in_place[BinaryOp::$op as usize] {
                Some(function) => {
                    let result = function(rt, this, other)?;
                    // A sequence's own `__imul__` wants a count.
                    let refuses = matches!(BinaryOp::$op, BinaryOp::Multiply)
                        && owner.get(&rt.heap).flags.has(ClassFlags::SEQUENCE_SLOTS);
                    if refuses && result.is_not_implemented() { rt.index_object(other) } else { Ok(result) }
                }
                None => Ok(Object::NOT_IMPLEMENTED),
            }
        },
    }),*] };
}

macro_rules! unary_rows {
    ($($op:ident: $name:literal;)*) => { [$(Row {
        names: &[$name],
        inherit: inherit!(unary[UnaryOp::$op as usize]),
        trampoline: |slots| slots.unary[UnaryOp::$op as usize] = Some(user_unary::<{ UnaryOp::$op as usize }>),
        call: |rt, owner, _, this, args| {
            let [] = exactly(rt, args, $name)?;
            match owner.get(&rt.heap).slots.unary[UnaryOp::$op as usize] {
                Some(function) => function(rt, this),
                None => Ok(Object::NOT_IMPLEMENTED),
            }
        },
    }),*] };
}

/// `this.__op__(other)`, or `__rop__` if `which` is not 0. Where `+` and `*` are a sequence's, a wrong operand is an error.
fn call_binary(rt: &mut Runtime, owner: &Class, op: BinaryOp, which: usize, this: &Object, other: &Object) -> Result {
    let body = owner.get(&rt.heap);
    let Some(function) = body.slots.binary[op as usize] else { return Ok(Object::NOT_IMPLEMENTED) };
    let of_sequence = body.flags.has(ClassFlags::SEQUENCE_SLOTS) && body.def.is_some();
    let result = if which == 0 { function(rt, this, other)? } else { function(rt, other, this)? };
    if !of_sequence || !result.is_not_implemented() {
        return Ok(result);
    }
    match op {
        BinaryOp::Add => Err(rt.unsupported(op, this, other, "")),
        BinaryOp::Multiply => rt.index_object(other),
        _ => Ok(result),
    }
}

/// The number of arguments of a sequence's `__mul__`, which CPython words without a name.
fn check_repetition(rt: &mut Runtime, owner: &Class, args: Args<'_>) -> Result<()> {
    let got = args.positional().len();
    let of_sequence = owner.get(&rt.heap).flags.has(ClassFlags::SEQUENCE_SLOTS);
    match of_sequence && got != 1 && args.keyword_count() == 0 {
        true => Err(rt.type_error(format!(" expected 1 argument, got {got}"))),
        false => Ok(()),
    }
}

/// `this.__pow__(exponent, modulus)`, or `__rpow__` if `which` is not 0.
fn call_power(rt: &mut Runtime, owner: &Class, which: usize, this: &Object, args: Args<'_>) -> Result {
    let values = args.positional();
    match values {
        _ if args.keyword_count() > 0 => {
            let name = ["__pow__", "__rpow__"][which.min(1)];
            Err(rt.type_error(format!("wrapper {name}() takes no keyword arguments")))
        }
        [other, modulus] if modulus.is_none() => call_binary(rt, owner, BinaryOp::Power, which, this, other),
        [other, modulus] => match owner.get(&rt.heap).slots.power_modulo {
            Some(function) if which == 0 => function(rt, this, other, modulus),
            Some(function) => function(rt, other, this, modulus),
            None => Ok(Object::NOT_IMPLEMENTED),
        },
        [] => Err(rt.type_error(" expected at least 1 argument, got 0")),
        _ => Err(rt.type_error(format!(" expected at most 2 arguments, got {}", values.len()))),
    }
}

static BINARY: [Row; 14] = binary_rows! {
    Add: "__add__", "__radd__"; Subtract: "__sub__", "__rsub__"; Multiply: "__mul__", "__rmul__";
    TrueDivide: "__truediv__", "__rtruediv__"; FloorDivide: "__floordiv__", "__rfloordiv__";
    Remainder: "__mod__", "__rmod__"; Power: "__pow__", "__rpow__"; And: "__and__", "__rand__";
    Or: "__or__", "__ror__"; Xor: "__xor__", "__rxor__"; LeftShift: "__lshift__", "__rlshift__";
    RightShift: "__rshift__", "__rrshift__"; MatrixMultiply: "__matmul__", "__rmatmul__";
    DivMod: "__divmod__", "__rdivmod__";
};

static IN_PLACE: [Row; 13] = in_place_rows! {
    Add: "__iadd__"; Subtract: "__isub__"; Multiply: "__imul__"; TrueDivide: "__itruediv__";
    FloorDivide: "__ifloordiv__"; Remainder: "__imod__"; Power: "__ipow__"; And: "__iand__"; Or: "__ior__";
    Xor: "__ixor__"; LeftShift: "__ilshift__"; RightShift: "__irshift__"; MatrixMultiply: "__imatmul__";
};

static UNARY: [Row; 7] = unary_rows! {
    Negative: "__neg__"; Positive: "__pos__"; Invert: "__invert__"; Absolute: "__abs__"; Int: "__int__";
    Float: "__float__"; Index: "__index__";
};

static OTHERS: [Row; 18] = [
    Row {
        names: &["__init__"],
        inherit: inherit!(init),
        trampoline: |slots| slots.init = Some(user_init),
        call: |rt, owner, _, this, args| match owner.get(&rt.heap).slots.init {
            Some(function) => function(rt, this, args).map(|()| Object::NONE),
            None => Ok(Object::NONE),
        },
    },
    Row {
        names: &["__call__"],
        inherit: inherit!(call),
        trampoline: |slots| slots.call = Some(user_call),
        call: |rt, owner, _, this, args| match owner.get(&rt.heap).slots.call {
            Some(function) => function(rt, this, args),
            None => Ok(Object::NOT_IMPLEMENTED),
        },
    },
    Row {
        names: &["__repr__"],
        inherit: inherit!(repr),
        trampoline: |slots| slots.repr = Some(user_repr),
        call: |rt, owner, _, this, args| {
            let [] = exactly(rt, args, "__repr__")?;
            match owner.get(&rt.heap).slots.repr {
                Some(function) => function(rt, this).map(Into::into),
                None => rt.default_repr(this).map(Into::into),
            }
        },
    },
    Row {
        names: &["__str__"],
        inherit: inherit!(str),
        trampoline: |slots| slots.str = Some(user_str),
        call: |rt, owner, _, this, args| {
            let [] = exactly(rt, args, "__str__")?;
            match owner.get(&rt.heap).slots.str {
                Some(function) => function(rt, this).map(Into::into),
                None => rt.repr(this).map(Into::into),
            }
        },
    },
    Row {
        names: &["__hash__"],
        inherit: inherit!(hash),
        trampoline: |slots| slots.hash = Some(user_hash),
        call: |rt, owner, _, this, args| {
            let [] = exactly(rt, args, "__hash__")?;
            let hash = match owner.get(&rt.heap).slots.hash {
                Some(function) => function(rt, this)?,
                None => unhashable(rt, this)?,
            };
            rt.new_int(hash.into())
        },
    },
    Row {
        names: &["__iter__"],
        inherit: inherit!(iter),
        trampoline: |slots| slots.iter = Some(user_iter),
        call: |rt, owner, _, this, args| {
            let [] = exactly(rt, args, "__iter__")?;
            match owner.get(&rt.heap).slots.iter {
                Some(function) => function(rt, this),
                None => rt.iter(this),
            }
        },
    },
    Row {
        names: &["__next__"],
        inherit: |from, to| {
            if from.next.is_some() {
                (to.next, to.fill, to.feed) = (from.next, from.fill, from.feed);
            }
            from.next.is_some()
        },
        trampoline: |slots| {
            slots.next = Some(crate::next_slot!(user_next));
            (slots.fill, slots.feed) = (None, None);
        },
        call: |rt, owner, _, this, args| {
            let [] = exactly(rt, args, "__next__")?;
            let next = match owner.get(&rt.heap).slots.next {
                Some(function) => Result::from(function(rt, this))?,
                None => rt.next(this)?,
            };
            match next {
                Some(item) => Ok(item),
                None => Err(rt.stop_iteration(&Object::NONE)),
            }
        },
    },
    Row {
        names: &["__getattribute__", "__getattr__"],
        inherit: inherit!(get_attribute),
        trampoline: |slots| slots.get_attribute = Some(user_get_attribute),
        call: |rt, owner, _, this, args| {
            let [name] = exactly(rt, args, "__getattribute__")?;
            let name = attribute_name(rt, name)?;
            match owner.get(&rt.heap).slots.get_attribute {
                Some(function) => function(rt, this, &name),
                None => super::generic_get_attribute(rt, this, &name),
            }
        },
    },
    Row {
        names: &["__setattr__", "__delattr__"],
        inherit: inherit!(set_attribute),
        trampoline: |slots| slots.set_attribute = Some(user_set_attribute),
        call: |rt, owner, which, this, args| {
            let (name, value) = if which == 0 {
                let [name, value] = exactly(rt, args, "__setattr__")?;
                (name, Some(value))
            } else {
                let [name] = exactly(rt, args, "__delattr__")?;
                (name, None)
            };
            let name = attribute_name(rt, name)?;
            match owner.get(&rt.heap).slots.set_attribute {
                Some(function) => function(rt, this, &name, value)?,
                None => super::generic_set_attribute(rt, this, &name, value)?,
            }
            Ok(Object::NONE)
        },
    },
    Row {
        names: &["__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__"],
        inherit: inherit!(compare),
        trampoline: |slots| slots.compare = Some(user_compare),
        call: |rt, owner, which, this, args| {
            let op = [
                CompareOp::Equal,
                CompareOp::NotEqual,
                CompareOp::Less,
                CompareOp::LessEqual,
                CompareOp::Greater,
                CompareOp::GreaterEqual,
            ][which];
            let [other] = exactly(rt, args, op.names().1)?;
            match owner.get(&rt.heap).slots.compare {
                Some(function) => function(rt, this, other, op),
                None => Ok(Object::NOT_IMPLEMENTED),
            }
        },
    },
    Row {
        names: &["__bool__"],
        inherit: inherit!(truth),
        trampoline: |slots| slots.truth = Some(user_truth),
        call: |rt, owner, _, this, args| {
            let [] = exactly(rt, args, "__bool__")?;
            match owner.get(&rt.heap).slots.truth {
                Some(function) => function(rt, this).map(Object::bool),
                None => rt.truth(this).map(Object::bool),
            }
        },
    },
    Row {
        names: &["__len__"],
        inherit: inherit!(len),
        trampoline: |slots| slots.len = Some(user_len),
        call: |rt, owner, _, this, args| {
            let [] = exactly(rt, args, "__len__")?;
            let len = match owner.get(&rt.heap).slots.len {
                Some(function) => function(rt, this)?,
                None => rt.len(this)?,
            };
            rt.new_int(len as i128)
        },
    },
    Row {
        names: &["__getitem__"],
        inherit: inherit!(get_item),
        trampoline: |slots| slots.get_item = Some(user_get_item),
        call: |rt, owner, _, this, args| {
            let [key] = exactly(rt, args, "__getitem__")?;
            match owner.get(&rt.heap).slots.get_item {
                Some(function) => function(rt, this, key),
                None => rt.get_item(this, key),
            }
        },
    },
    Row {
        names: &["__setitem__", "__delitem__"],
        inherit: inherit!(set_item),
        trampoline: |slots| slots.set_item = Some(user_set_item),
        call: |rt, owner, which, this, args| {
            let (key, value) = if which == 0 {
                let [key, value] = exactly(rt, args, "__setitem__")?;
                (key, Some(value))
            } else {
                let [key] = exactly(rt, args, "__delitem__")?;
                (key, None)
            };
            if let Some(function) = owner.get(&rt.heap).slots.set_item {
                function(rt, this, key, value)?;
            }
            Ok(Object::NONE)
        },
    },
    Row {
        names: &["__contains__"],
        inherit: inherit!(contains),
        trampoline: |slots| slots.contains = Some(user_contains),
        call: |rt, owner, _, this, args| {
            let [item] = exactly(rt, args, "__contains__")?;
            match owner.get(&rt.heap).slots.contains {
                Some(function) => function(rt, this, item).map(Object::bool),
                None => rt.contains(this, item).map(Object::bool),
            }
        },
    },
    Row {
        names: &["__get__"],
        inherit: inherit!(descriptor_get),
        trampoline: |slots| slots.descriptor_get = Some(user_descriptor_get),
        call: |rt, owner, _, this, args| {
            if args.keyword_count() > 0 {
                return Err(rt.type_error("wrapper __get__() takes no keyword arguments"));
            }
            let values = args.positional();
            let (instance, class) = match values {
                [instance] => (instance, Object::NONE),
                [instance, class] => (instance, class.clone()),
                [] => return Err(rt.type_error(" expected at least 1 argument, got 0")),
                _ => {
                    let got = values.len();
                    return Err(rt.type_error(format!(" expected at most 2 arguments, got {got}")));
                }
            };
            if instance.is_none() && class.is_none() {
                return Err(rt.type_error("__get__(None, None) is invalid"));
            }
            let instance = if instance.is_none() { None } else { Some(instance) };
            match owner.get(&rt.heap).slots.descriptor_get {
                Some(function) => function(rt, this, instance, &class),
                None => Ok(this.clone()),
            }
        },
    },
    Row {
        names: &["__set__", "__delete__"],
        inherit: inherit!(descriptor_set),
        trampoline: |slots| slots.descriptor_set = Some(user_descriptor_set),
        call: |rt, owner, which, this, args| {
            let (instance, value) = if which == 0 {
                let [instance, value] = exactly(rt, args, "__set__")?;
                (instance, Some(value))
            } else {
                let [instance] = exactly(rt, args, "__delete__")?;
                (instance, None)
            };
            if let Some(function) = owner.get(&rt.heap).slots.descriptor_set {
                function(rt, this, instance, value)?;
            }
            Ok(Object::NONE)
        },
    },
    Row {
        names: &["__new__"],
        inherit: inherit!(new),
        trampoline: |slots| slots.new = Some(user_new),
        // `__new__` is a builtin function in the class's namespace, never a slot wrapper.
        call: |rt, _, _, _, _| Err(rt.type_error("__new__ is not a slot wrapper")),
    },
];

/// Index of the `__new__` row, which makes no slot wrapper.
pub const NEW_ROW: usize = 14 + 13 + 7 + 17;

/// All rows in a fixed order; a slot wrapper names its row by index.
pub fn rows() -> impl Iterator<Item = &'static Row> {
    BINARY.iter().chain(&IN_PLACE).chain(&UNARY).chain(&OTHERS)
}

/// The rows by the names that fill them, sorted.
static BY_NAME: LazyLock<Vec<(&'static str, &'static Row)>> = LazyLock::new(|| {
    let mut all: Vec<_> = rows().flat_map(|row| row.names.iter().map(move |name| (*name, row))).collect();
    all.sort_by_key(|(name, _)| *name);
    all
});

/// A row by index.
pub fn row(index: usize) -> &'static Row {
    let tables: [&'static [Row]; 4] = [&BINARY, &IN_PLACE, &UNARY, &OTHERS];
    let mut index = index;
    for table in tables {
        match table.get(index) {
            Some(row) => return row,
            None => index -= table.len(),
        }
    }
    panic!("slot wrappers hold valid rows")
}

impl Runtime {
    /// The slots of a class as its MRO gives them. Rows whose names are not in `only` keep what `present` has.
    pub(super) fn resolve_slots(&mut self, class: &Class, present: &Slots, only: Option<&str>) -> Slots {
        let Some(only) = only else { return self.all_slots(class) };
        let mut slots = *present;
        for row in rows().filter(|row| row.names.contains(&only)) {
            let mut fresh = Slots::EMPTY;
            self.resolve_row(class, row, &mut fresh);
            if !(row.inherit)(&fresh, &mut slots) {
                // Absent everywhere: clear the slot by copying emptiness through a slot set that lacks only it.
                self.clear_row(row, &mut slots);
            }
        }
        if only == "__pow__" || only == "__rpow__" {
            slots.power_modulo = self.inherited_power_modulo(class);
        }
        slots
    }

    /// All slots of a class as its MRO gives them.
    fn all_slots(&mut self, class: &Class) -> Slots {
        let mro = class.get(&self.heap).mro.items();
        if let Some(next) = mro.get(1).and_then(Class::from_object) {
            let next = next.get(&self.heap);
            let rest = next.mro.items();
            if rest.len() + 1 == mro.len() && rest.iter().zip(&mro[1..]).all(|(one, other)| one.is(other)) {
                // The rest of the MRO has been looked through for the next class already.
                let slots = **next.slots;
                return self.with_own_slots(class, slots);
            }
        }
        let mut slots = Slots::EMPTY;
        let defs: Option<Vec<_>> = mro.iter().map(|base| *Class::from_object(base)?.get(&self.heap).def).collect();
        let Some(defs) = defs else {
            for row in rows() {
                self.resolve_row(class, row, &mut slots);
            }
            slots.power_modulo = self.inherited_power_modulo(class);
            return slots;
        };
        // Builtin types only: the nearest that has a slot is the last to give it.
        for def in defs.iter().rev() {
            for row in rows() {
                (row.inherit)(&def.slots, &mut slots);
            }
            slots.power_modulo = def.slots.power_modulo.or(slots.power_modulo);
        }
        slots
    }

    /// The slots that a class inherits, with those that it gives itself.
    fn with_own_slots(&self, class: &Class, mut slots: Slots) -> Slots {
        let body = class.get(&self.heap);
        if let Some(def) = *body.def {
            if !std::ptr::eq(def, &TypeDef::EMPTY) {
                for row in rows() {
                    (row.inherit)(&def.slots, &mut slots);
                }
                slots.power_modulo = def.slots.power_modulo.or(slots.power_modulo);
            }
            return slots;
        }
        for (key, value) in body.dict.pairs(&self.heap) {
            let Some(name) = key.cast::<StrBody>().map(|name| name.to_rust()).filter(|name| name.starts_with("__"))
            else {
                continue;
            };
            let first = BY_NAME.partition_point(|(other, _)| *other < &*name);
            for (_, row) in BY_NAME[first..].iter().take_while(|(other, _)| *other == name) {
                match row.names[0] {
                    "__hash__" if value.is_none() => slots.hash = Some(unhashable),
                    "__pow__" => {
                        (row.trampoline)(&mut slots);
                        if name == "__pow__" {
                            slots.power_modulo = Some(user_power_modulo);
                        }
                    }
                    _ => (row.trampoline)(&mut slots),
                }
            }
        }
        slots
    }

    fn resolve_row(&mut self, class: &Class, row: &Row, slots: &mut Slots) {
        let mut names = [const { None }; 6];
        for (name, place) in row.names.iter().zip(&mut names) {
            *place = Some(self.intern_static(name));
        }
        for base in class.get(&self.heap).mro.items() {
            let Some(base) = Class::from_object(base) else { continue };
            let body = base.get(&self.heap);
            if let Some(def) = *body.def {
                if (row.inherit)(&def.slots, slots) {
                    return;
                }
                // `object.__new__` cannot make what has a layout of its own.
                if row.names[0] == "__new__" && !(def.layout)().is::<()>() {
                    return;
                }
            } else {
                for name in names.iter().flatten() {
                    if let Some(found) = body.dict.get_str(&self.heap, name) {
                        if row.names[0] == "__hash__" && found.is_none() {
                            slots.hash = Some(unhashable);
                        } else {
                            (row.trampoline)(slots);
                        }
                        return;
                    }
                }
            }
        }
    }

    fn clear_row(&self, row: &Row, slots: &mut Slots) {
        let mut only_this = Slots::EMPTY;
        (row.trampoline)(&mut only_this);
        macro_rules! clear {
            ($($field:ident),*) => { $(if only_this.$field.is_some() { slots.$field = None; })* };
        }
        clear!(
            new,
            init,
            call,
            repr,
            str,
            hash,
            iter,
            next,
            get_attribute,
            set_attribute,
            compare,
            truth,
            len,
            get_item,
            set_item,
            contains,
            descriptor_get,
            descriptor_set
        );
        if slots.next.is_none() {
            (slots.fill, slots.feed) = (None, None);
        }
        for i in 0..BinaryOp::COUNT {
            if only_this.binary[i].is_some() {
                slots.binary[i] = None;
            }
            if only_this.in_place[i].is_some() {
                slots.in_place[i] = None;
            }
        }
        for i in 0..UnaryOp::COUNT {
            if only_this.unary[i].is_some() {
                slots.unary[i] = None;
            }
        }
    }

    #[allow(clippy::type_complexity)]
    fn inherited_power_modulo(
        &mut self,
        class: &Class,
    ) -> Option<fn(&mut Runtime, &Object, &Object, &Object) -> Result> {
        let name = self.intern("__pow__");
        for base in class.get(&self.heap).mro.items() {
            let body = Class::from_object(base)?.get(&self.heap);
            match *body.def {
                Some(def) if def.slots.power_modulo.is_some() => return def.slots.power_modulo,
                None if body.dict.get_str(&self.heap, &name).is_some() => return Some(user_power_modulo),
                _ => {}
            }
        }
        None
    }
}

/// The positional arguments of a slot wrapper's call, which takes exactly `N` and no keywords.
fn exactly<'a, const N: usize>(rt: &mut Runtime, args: Args<'a>, name: &str) -> Result<&'a [Object; N]> {
    if args.keyword_count() > 0 {
        return Err(rt.type_error(format!("wrapper {name}() takes no keyword arguments")));
    }
    match args.positional().try_into() {
        Ok(values) => Ok(values),
        Err(_) => {
            // CPython unpacks two arguments by a function that puts a name in front, which is empty here.
            let (space, s) = if N == 2 { (" ", "s") } else { ("", if N == 1 { "" } else { "s" }) };
            let got = args.positional().len();
            Err(rt.type_error(format!("{space}expected {N} argument{s}, got {got}")))
        }
    }
}

fn attribute_name(rt: &mut Runtime, name: &Object) -> Result<Str> {
    match name.cast::<StrBody>() {
        Some(name) => Ok(name.clone()),
        None => {
            let got = rt.type_name(name);
            Err(rt.type_error(format!("attribute name must be string, not '{got}'")))
        }
    }
}

/// Calls `object.name(*args)` as an implicit special-method call; NotImplemented if the type lacks it.
fn call_or_not_implemented(rt: &mut Runtime, object: &Object, name: &'static str, args: &[Object]) -> Result {
    let name = rt.intern_static(name);
    special_or_not_implemented(rt, object, &name, args)
}

/// The same for an interned name.
#[inline]
fn special_or_not_implemented(rt: &mut Runtime, object: &Object, name: &Str, args: &[Object]) -> Result {
    match rt.lookup_special(object, name) {
        Some(found) if found.shape() == ShapeId::FUNCTION => {
            let function = found.cast::<FunctionBody>().expect("by its shape");
            (rt.hooks.call_plain)(rt, function, Some(object), args)
        }
        // None blocks the operator: it is called, in vain.
        Some(found) => rt.call_found(object, found, args),
        None => Ok(Object::NOT_IMPLEMENTED),
    }
}

/// Calls `object.name(*args)`; the name exists in the type, or else TypeError.
fn call_present(rt: &mut Runtime, object: &Object, name: &'static str, args: &[Object]) -> Result {
    let interned = rt.intern_static(name);
    match rt.call_special(object, &interned, args)? {
        Some(result) => Ok(result),
        None => {
            let class = rt.type_name(object);
            Err(rt.type_error(format!("'{class}' object has no {name}")))
        }
    }
}

fn user_binary<const OP: usize>(rt: &mut Runtime, left: &Object, right: &Object) -> Result {
    let (_, name, reflected, _) = BinaryOp::ALL[OP].names();
    let is_user = |rt: &Runtime, class: &Class| {
        class.get(&rt.heap).slots.binary[OP].is_some_and(|f| std::ptr::fn_addr_eq(f, user_binary::<OP> as BinaryFn))
    };
    let (left_class, right_class) = (rt.class_of(left).clone(), rt.class_of(right).clone());
    let mut try_right = !left_class.is(&right_class) && is_user(rt, &right_class);
    if is_user(rt, &left_class) {
        if try_right && rt.is_subclass(&right_class, &left_class) {
            let key = rt.intern_static(reflected);
            let overloaded = match (rt.lookup(&left_class, &key), rt.lookup(&right_class, &key)) {
                (Some(a), Some(b)) => !a.is(&b),
                (None, Some(_)) => true,
                _ => false,
            };
            if overloaded {
                let result = call_or_not_implemented(rt, right, reflected, std::slice::from_ref(left))?;
                if !result.is_not_implemented() {
                    return Ok(result);
                }
                try_right = false;
            }
        }
        let result = call_or_not_implemented(rt, left, name, std::slice::from_ref(right))?;
        if !result.is_not_implemented() || left_class.is(&right_class) {
            return Ok(result);
        }
    }
    if try_right {
        return call_or_not_implemented(rt, right, reflected, std::slice::from_ref(left));
    }
    Ok(Object::NOT_IMPLEMENTED)
}

fn user_in_place<const OP: usize>(rt: &mut Runtime, left: &Object, right: &Object) -> Result {
    call_or_not_implemented(rt, left, BinaryOp::ALL[OP].names().3, std::slice::from_ref(right))
}

fn user_power_modulo(rt: &mut Runtime, base: &Object, exponent: &Object, modulus: &Object) -> Result {
    call_or_not_implemented(rt, base, "__pow__", &[exponent.clone(), modulus.clone()])
}

fn user_unary<const OP: usize>(rt: &mut Runtime, operand: &Object) -> Result {
    const NAMES: [&str; UnaryOp::COUNT] =
        ["__neg__", "__pos__", "__invert__", "__abs__", "__int__", "__float__", "__index__"];
    let _: Option<UnaryFn> = None;
    call_present(rt, operand, NAMES[OP], &[])
}

fn user_init(rt: &mut Runtime, object: &Object, args: Args<'_>) -> Result<()> {
    let name = rt.names.init.clone();
    let Some(found) = rt.lookup_special(object, &name) else { return Ok(()) };
    let result = if found.shape() == crate::heap::ShapeId::FUNCTION {
        rt.call_with_this(&found, object, args)?
    } else {
        let owner = rt.class_of(object).as_object().clone();
        let bound = rt.bind(found, Some(object), &owner)?;
        rt.call_args(&bound, args)?
    };
    if result.is_none() {
        return Ok(());
    }
    let got = rt.type_name(&result);
    Err(rt.type_error(format!("__init__() should return None, not '{got}'")))
}

fn user_new(rt: &mut Runtime, class: &Class, args: Args<'_>) -> Result {
    let name = rt.names.new.clone();
    let Some(found) = rt.lookup(class, &name) else {
        return Err(rt.type_error("object has no __new__"));
    };
    let owner = class.as_object().clone();
    let function = rt.bind(found, None, &owner)?;
    rt.call_with_this(&function, class, args)
}

fn user_call(rt: &mut Runtime, object: &Object, args: Args<'_>) -> Result {
    let name = rt.names.call.clone();
    match rt.special_method(object, &name)? {
        Some(method) => rt.call_args(&method, args),
        None => {
            let class = rt.type_name(object);
            Err(rt.type_error(format!("'{class}' object is not callable")))
        }
    }
}

fn text_result(rt: &mut Runtime, result: Object, name: &str) -> Result<Str> {
    match result.downcast::<StrBody>() {
        Ok(text) => Ok(text),
        Err(other) => {
            let got = rt.type_name(&other);
            Err(rt.type_error(format!("{name} returned non-string (type {got})")))
        }
    }
}

fn user_repr(rt: &mut Runtime, object: &Object) -> Result<Str> {
    let result = call_present(rt, object, "__repr__", &[])?;
    text_result(rt, result, "__repr__")
}

fn user_str(rt: &mut Runtime, object: &Object) -> Result<Str> {
    let result = call_present(rt, object, "__str__", &[])?;
    text_result(rt, result, "__str__")
}

fn user_hash(rt: &mut Runtime, object: &Object) -> Result<i64> {
    let name = rt.names.hash.clone();
    if let Some(function) = rt.marked_method(object, &name, HASH_MARK)
        && let Some(hash) = rt.hash_fields(&function, object)
    {
        return Ok(hash);
    }
    let result = match rt.call_special(object, &name, &[])? {
        Some(result) => result,
        None => call_present(rt, object, "__hash__", &[])?,
    };
    if let Some(n) = Runtime::exact_i64(&result) {
        return Ok(method_hash(n));
    }
    if result.cast::<crate::layout::IntBody>().is_some() {
        return rt.hash(&result);
    }
    Err(rt.type_error("__hash__ method should return an integer"))
}

/// What a `__hash__` method's result of 64 bits becomes: -1 is reserved.
fn method_hash(n: i64) -> i64 {
    if n == -1 { -2 } else { n }
}

fn user_iter(rt: &mut Runtime, object: &Object) -> Result {
    let name = rt.names.iter.clone();
    match rt.lookup_special(object, &name) {
        Some(found) if found.is_none() => {
            let class = rt.type_name(object);
            Err(rt.type_error(format!("'{class}' object is not iterable")))
        }
        Some(found) => rt.call_found(object, found, &[]),
        None => call_present(rt, object, "__iter__", &[]),
    }
}

fn user_next(rt: &mut Runtime, object: &Object) -> Result<Option<Object>> {
    let result = call_present(rt, object, "__next__", &[]);
    rt.catch(result, ClassId::StopIteration)
}

fn user_get_attribute(rt: &mut Runtime, object: &Object, name: &Str) -> Result {
    let key = rt.names.getattribute.clone();
    let class = rt.class_of(object).clone();
    let result = match rt.lookup(&class, &key) {
        Some(found) if found.shape() == crate::heap::ShapeId::FUNCTION => {
            rt.call(&found, &[object.clone(), name.as_object().clone()])
        }
        Some(found) if found.cast::<super::SlotWrapperBody>().is_some() => {
            // The nearest builtin's own slot, as if `__getattr__` had not taken its place.
            match native_get_attribute(rt, &class) {
                Some(native) => native(rt, object, name),
                None => super::generic_get_attribute(rt, object, name),
            }
        }
        Some(found) => {
            let bound = rt.bind(found, Some(object), &class)?;
            rt.call(&bound, &[name.as_object().clone()])
        }
        None => super::generic_get_attribute(rt, object, name),
    };
    let raised = match result {
        Err(raised) if rt.is_raised(&raised, ClassId::AttributeError) => raised,
        other => return other,
    };
    let fallback = rt.names.getattr.clone();
    match rt.call_special(object, &fallback, &[name.as_object().clone()])? {
        Some(value) => Ok(value),
        None => Err(raised),
    }
}

#[allow(clippy::type_complexity)]
fn native_get_attribute(rt: &Runtime, class: &Class) -> Option<fn(&mut Runtime, &Object, &Str) -> Result> {
    class.get(&rt.heap).mro.items().iter().find_map(|base| {
        let def = (*Class::from_object(base)?.get(&rt.heap).def)?;
        def.slots.get_attribute
    })
}

fn user_set_attribute(rt: &mut Runtime, object: &Object, name: &Str, value: Option<&Object>) -> Result<()> {
    match value {
        Some(value) => call_present(rt, object, "__setattr__", &[name.as_object().clone(), value.clone()])?,
        None => call_present(rt, object, "__delattr__", &[name.as_object().clone()])?,
    };
    Ok(())
}

fn user_compare(rt: &mut Runtime, left: &Object, right: &Object, op: CompareOp) -> Result {
    let names = &rt.names;
    let name = match op {
        CompareOp::Less => &names.lt,
        CompareOp::LessEqual => &names.le,
        CompareOp::Equal => &names.eq,
        CompareOp::NotEqual => &names.ne,
        CompareOp::Greater => &names.gt,
        CompareOp::GreaterEqual => &names.ge,
    };
    let name = name.clone();
    if let Some(function) = rt.marked_method(left, &name, comparison_mark(op))
        && let Some(answer) = rt.compare_fields(&function, op, left, right)
    {
        return Ok(Object::bool(answer));
    }
    special_or_not_implemented(rt, left, &name, std::slice::from_ref(right))
}

/// How objects of a class compare, found once to be used again and again.
#[derive(Default)]
pub struct PreparedLess(Option<(Class, u32, Less)>);

/// What `left < right` asks, the operands being of one class.
enum Less {
    /// A `__lt__` written in Python.
    Function(Object),
    /// A builtin type's slot.
    Slot(CompareFn),
}

impl PreparedLess {
    /// `left < right`, where the operands are mostly of one class.
    pub fn less(&mut self, rt: &mut Runtime, left: &Object, right: &Object) -> Result<bool> {
        let class = rt.class_of(left);
        if !class.is(rt.class_of(right)) {
            return rt.less(left, right);
        }
        let known = self.0.as_ref().is_some_and(|(of, epoch, _)| of.is(class) && *epoch == rt.class_epoch());
        if !known && !self.prepare(rt, left) {
            return rt.less(left, right);
        }
        // The call may change the class, and with it what is prepared: by another call of this only.
        let mut result = match &self.0 {
            Some((_, _, Less::Slot(slot))) => {
                let slot = *slot;
                rt.native_call(" in comparison", |rt| slot(rt, left, right, CompareOp::Less))?
            }
            Some((_, _, Less::Function(function))) => {
                let Some(function) = function.cast::<FunctionBody>() else { return rt.less(left, right) };
                let call =
                    |rt: &mut Runtime| (rt.hooks.call_plain)(rt, function, Some(left), std::slice::from_ref(right));
                rt.native_call(" in comparison", call)?
            }
            None => return rt.less(left, right),
        };
        if result.is_not_implemented() {
            result = rt.compare_reflected(CompareOp::Less, left, right)?;
        }
        rt.truth(&result)
    }

    /// Finds it. False if the class has no comparison, or one in Python that is no plain function.
    fn prepare(&mut self, rt: &mut Runtime, object: &Object) -> bool {
        let class = rt.class_of(object).clone();
        let compare = class.get(&rt.heap).slots.compare;
        let own = compare.is_some_and(|own| std::ptr::fn_addr_eq(own, user_compare as CompareFn));
        let less = if own {
            let name = rt.names.lt.clone();
            let found = rt.lookup(&class, &name).filter(|found| found.shape() == ShapeId::FUNCTION);
            found.map(Less::Function)
        } else {
            compare.map(Less::Slot)
        };
        let epoch = rt.class_epoch();
        self.0 = less.map(|less| (class, epoch, less));
        self.0.is_some()
    }
}

type CompareFn = fn(&mut Runtime, &Object, &Object, CompareOp) -> Result;

fn user_truth(rt: &mut Runtime, object: &Object) -> Result<bool> {
    let result = call_present(rt, object, "__bool__", &[])?;
    if result.value().is_bool() {
        return Ok(result.is(&Object::TRUE));
    }
    let got = rt.type_name(&result);
    Err(rt.type_error(format!("__bool__ should return bool, returned {got}")))
}

fn user_len(rt: &mut Runtime, object: &Object) -> Result<usize> {
    let result = call_present(rt, object, "__len__", &[])?;
    let len = rt.index_object(&result)?;
    match Runtime::small_int(&len).or_else(|| Runtime::exact_i64(&len)) {
        Some(n) if n >= 0 => Ok(n as usize),
        None if !Runtime::is_negative_int(&len) => {
            Err(rt.overflow_error("cannot fit 'int' into an index-sized integer"))
        }
        _ => Err(rt.value_error("__len__() should return >= 0")),
    }
}

fn user_get_item(rt: &mut Runtime, object: &Object, key: &Object) -> Result {
    call_present(rt, object, "__getitem__", std::slice::from_ref(key))
}

impl Slots {
    /// Whether `object[key]` is a method written in Python.
    pub fn has_python_item(&self) -> bool {
        self.get_item.is_some_and(|get| std::ptr::fn_addr_eq(get, user_get_item as BinaryFn))
    }
}

fn user_set_item(rt: &mut Runtime, object: &Object, key: &Object, value: Option<&Object>) -> Result<()> {
    let name = if value.is_some() { "__setitem__" } else { "__delitem__" };
    let interned = rt.intern_static(name);
    let Some(found) = rt.lookup_special(object, &interned) else {
        return Err(rt.raise(ClassId::AttributeError, name));
    };
    match value {
        Some(value) => rt.call_found(object, found, &[key.clone(), value.clone()])?,
        None => rt.call_found(object, found, std::slice::from_ref(key))?,
    };
    Ok(())
}

fn user_contains(rt: &mut Runtime, object: &Object, item: &Object) -> Result<bool> {
    let name = rt.names.contains.clone();
    let result = match rt.lookup_special(object, &name) {
        Some(found) if found.is_none() => {
            let class = rt.type_name(object);
            return Err(rt.type_error(format!("'{class}' object is not a container")));
        }
        Some(found) => rt.call_found(object, found, std::slice::from_ref(item))?,
        None => call_present(rt, object, "__contains__", std::slice::from_ref(item))?,
    };
    rt.truth(&result)
}

fn user_descriptor_get(rt: &mut Runtime, this: &Object, instance: Option<&Object>, owner: &Object) -> Result {
    let name = rt.names.get.clone();
    let Some(found) = rt.lookup_special(this, &name) else { return Ok(this.clone()) };
    let instance = instance.cloned().unwrap_or(Object::NONE);
    rt.call_found(this, found, &[instance, owner.clone()])
}

fn user_descriptor_set(rt: &mut Runtime, this: &Object, instance: &Object, value: Option<&Object>) -> Result<()> {
    let name = if value.is_some() { "__set__" } else { "__delete__" };
    let interned = rt.intern_static(name);
    let Some(found) = rt.lookup_special(this, &interned) else {
        return Err(rt.raise(ClassId::AttributeError, name));
    };
    match value {
        Some(value) => rt.call_found(this, found, &[instance.clone(), value.clone()])?,
        None => rt.call_found(this, found, std::slice::from_ref(instance))?,
    };
    Ok(())
}

/// Calls a slot wrapper's slot on `this`.
pub fn call_slot_wrapper(rt: &mut Runtime, wrapper: &Object, this: &Object, args: Args<'_>) -> Result {
    let Some(body) = wrapper.cast::<super::SlotWrapperBody>() else {
        return Err(rt.type_error("not a slot wrapper"));
    };
    let body = body.get(&rt.heap);
    let (index, which, owner) = (body.row as usize, body.which as usize, body.owner.clone());
    (row(index).call)(rt, &owner, which, this, args)
}

/// The name of a slot wrapper; empty for other objects.
pub fn slot_wrapper_name(rt: &Runtime, wrapper: &Object) -> &'static str {
    match wrapper.cast::<super::SlotWrapperBody>() {
        Some(body) => {
            let body = body.get(&rt.heap);
            row(body.row as usize).names[body.which as usize]
        }
        None => "",
    }
}
