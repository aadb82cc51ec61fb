//! `operator`: the operators of the language as functions. (`_operator` is another name of the same functions.)
//!
//! - `getters`: `itemgetter`, `attrgetter`, `methodcaller`.

mod getters;

use super::{NativeModule, set};
use crate::heap::Object;
use crate::layout::search::quick_equal;
use crate::layout::{List, Str, StrBody};
use crate::methods;
use crate::object::{BinaryOp, ClassFlags, CompareOp, Keywords, Raised, Rest, Result, Runtime, UnaryOp};
use crate::types::module::{Module, ModuleBody};

/// Declares the table: the operators by their kind, then the rest.
macro_rules! operators {
    (
        binary: $($binary:literal $binary_doc:literal $binary_op:ident,)*
        in_place: $($in_place:literal $in_place_doc:literal $in_place_op:ident,)*
        compare: $($compare:literal $compare_doc:literal $compare_op:ident,)*
        unary: $($unary:literal $unary_doc:literal $unary_op:ident,)*
        other: $($rest:tt)*
    ) => {
        methods! {
            static FUNCTIONS = [
                $(#[doc = $binary_doc] @function $binary(a, b, /) => |rt: &mut Runtime, a: &Object, b: &Object| {
                    rt.binary(BinaryOp::$binary_op, a, b)
                };)*
                $(#[doc = $in_place_doc] @function $in_place(a, b, /) => |rt: &mut Runtime, a: &Object, b: &Object| {
                    rt.in_place(BinaryOp::$in_place_op, a, b)
                };)*
                $(#[doc = $compare_doc] @function $compare(a, b, /) => |rt: &mut Runtime, a: &Object, b: &Object| {
                    rt.compare(CompareOp::$compare_op, a, b)
                };)*
                $(#[doc = $unary_doc] @function $unary(a, /) => |rt: &mut Runtime, a: &Object| {
                    rt.unary(UnaryOp::$unary_op, a)
                };)*
                $($rest)*
            ];
        }
    };
}

operators! {
    binary:
        "add" "Same as a + b." Add,
        "sub" "Same as a - b." Subtract,
        "mul" "Same as a * b." Multiply,
        "matmul" "Same as a @ b." MatrixMultiply,
        "truediv" "Same as a / b." TrueDivide,
        "floordiv" "Same as a // b." FloorDivide,
        "mod" "Same as a % b." Remainder,
        "pow" "Same as a ** b." Power,
        "lshift" "Same as a << b." LeftShift,
        "rshift" "Same as a >> b." RightShift,
        "and_" "Same as a & b." And,
        "or_" "Same as a | b." Or,
        "xor" "Same as a ^ b." Xor,
    in_place:
        "iadd" "Same as a += b." Add,
        "isub" "Same as a -= b." Subtract,
        "imul" "Same as a *= b." Multiply,
        "imatmul" "Same as a @= b." MatrixMultiply,
        "itruediv" "Same as a /= b." TrueDivide,
        "ifloordiv" "Same as a //= b." FloorDivide,
        "imod" "Same as a %= b." Remainder,
        "ipow" "Same as a **= b." Power,
        "ilshift" "Same as a <<= b." LeftShift,
        "irshift" "Same as a >>= b." RightShift,
        "iand" "Same as a &= b." And,
        "ior" "Same as a |= b." Or,
        "ixor" "Same as a ^= b." Xor,
    compare:
        "lt" "Same as a < b." Less,
        "le" "Same as a <= b." LessEqual,
        "eq" "Same as a == b." Equal,
        "ne" "Same as a != b." NotEqual,
        "gt" "Same as a > b." Greater,
        "ge" "Same as a >= b." GreaterEqual,
    unary:
        "neg" "Same as -a." Negative,
        "pos" "Same as +a." Positive,
        "inv" "Same as ~a." Invert,
        "invert" "Same as ~a." Invert,
        "abs" "Same as abs(a)." Absolute,
    other:
    /// Return True if a is true, False otherwise.
    @function "truth"(a, /) => |rt: &mut Runtime, a: &Object| rt.truth(a);
    /// Same as not a.
    @function "not_"(a, /) => |rt: &mut Runtime, a: &Object| rt.truth(a).map(|truth| !truth);
    /// Same as a is b.
    @function "is_"(a, b, /) => |_: &mut Runtime, a: &Object, b: &Object| a.is(b);
    /// Same as a is not b.
    @function "is_not"(a, b, /) => |_: &mut Runtime, a: &Object, b: &Object| !a.is(b);
    /// Same as a.__index__()
    @function "index"(a, /) => |rt: &mut Runtime, a: &Object| {
            let int = rt.index_object(a)?;
            crate::types::int::exact(rt, &int)
        };
    /// Same as a + b, for a and b sequences.
    @function "concat"(a, b, /) => |rt: &mut Runtime, a: &Object, b: &Object| {
        concatenate(rt, a, b, false)
    };
    /// Same as a += b, for a and b sequences.
    @function "iconcat"(a, b, /) => |rt: &mut Runtime, a: &Object, b: &Object| {
        concatenate(rt, a, b, true)
    };
    /// Same as b in a (note reversed operands).
    @function "contains"(a, b, /) => |rt: &mut Runtime, a: &Object, b: &Object| rt.contains(a, b);
    /// Return the number of items in a which are, or which equal, b.
    @function "countOf"(a, b, /) => count_of;
    /// Return the first index of b in a.
    @function "indexOf"(a, b, /) => index_of;
    /// Same as a[b].
    @function "getitem"(a, b, /) => |rt: &mut Runtime, a: &Object, b: &Object| rt.get_item(a, b);
    /// Same as a[b] = c.
    @function "setitem"(a, b, c, /) => |rt: &mut Runtime, a: &Object, b: &Object, c: &Object| rt.set_item(a, b, c);
    /// Same as del a[b].
    @function "delitem"(a, b, /) => |rt: &mut Runtime, a: &Object, b: &Object| rt.del_item(a, b);
    /// Return an estimate of the number of items in obj.
    ///
    /// This is useful for presizing containers when building from an iterable.
    ///
    /// If the object supports len(), the result will be exact.
    /// Otherwise, it may over- or under-estimate by an arbitrary amount.
    @function "length_hint"(obj, default = 0, /) => length_hint;
    /// Same as obj(*args, **kwargs).
    @function "call"(obj, /, *args, **kwargs) => |rt: &mut Runtime, object: &Object, _: Rest<'_>, call: Keywords<'_>| {
        rt.call_args(object, call.0.skip_first())
    };
}

/// Names of the functions whose dunder name is not made by underscores around their name.
const DUNDERS: &[(&str, &str)] = &[("__not__", "not_"), ("__and__", "and_"), ("__or__", "or_")];

/// The functions without a dunder name.
const PLAIN: &[&str] = &["truth", "is_", "is_not", "countOf", "indexOf", "length_hint"];

/// `a + b` or `a += b` for sequences: builtin ones by their own addition, others by what their classes define if both
/// have items.
fn concatenate(rt: &mut Runtime, a: &Object, b: &Object, in_place: bool) -> Result {
    use crate::object::ClassId;
    const SEQUENCES: [ClassId; 4] = [ClassId::Str, ClassId::Bytes, ClassId::List, ClassId::Tuple];
    let has_items = |object: &Object| {
        rt.class_of(object).get(&rt.heap).slots.get_item.is_some() && object.cast::<crate::layout::DictBody>().is_none()
    };
    let is_native = !rt.class_of(a).get(&rt.heap).flags.has(ClassFlags::HEAP);
    if (is_native && has_items(a)) || SEQUENCES.iter().any(|&id| rt.is_instance_of(a, id)) {
        return if in_place { rt.in_place(BinaryOp::Add, a, b) } else { rt.binary(BinaryOp::Add, a, b) };
    }
    if has_items(a) && has_items(b) {
        let sum = rt.try_add(a, b, in_place)?;
        if !sum.is_not_implemented() {
            return Ok(sum);
        }
    }
    let got = rt.type_name(a);
    Err(rt.type_error(format!("'{got}' object can't be concatenated")))
}

fn iterate(rt: &mut Runtime, object: &Object) -> Result {
    match rt.iter(object) {
        Err(raised) if rt.is_raised(&raised, crate::object::ClassId::TypeError) => {
            let got = rt.type_name(object);
            Err(rt.type_error(format!("argument of type '{got}' is not iterable")))
        }
        other => other,
    }
}

fn same(rt: &mut Runtime, item: &Object, wanted: &Object) -> Result<bool> {
    match quick_equal(item, wanted) {
        Some(equal) => Ok(equal),
        None => rt.equal(item, wanted),
    }
}

fn count_of(rt: &mut Runtime, iterable: &Object, wanted: &Object) -> Result<usize> {
    let iterator = iterate(rt, iterable)?;
    let mut count = 0;
    while let Some(item) = rt.next(&iterator)? {
        rt.check_interrupts()?;
        count += same(rt, &item, wanted)? as usize;
        rt.check_interrupts()?;
    }
    Ok(count)
}

fn index_of(rt: &mut Runtime, iterable: &Object, wanted: &Object) -> Result<usize> {
    let iterator = iterate(rt, iterable)?;
    let mut index = 0;
    while let Some(item) = rt.next(&iterator)? {
        rt.check_interrupts()?;
        if same(rt, &item, wanted)? {
            return Ok(index);
        }
        index += 1;
        rt.check_interrupts()?;
    }
    Err(missing(rt))
}

#[cold]
fn missing(rt: &mut Runtime) -> Raised {
    rt.value_error("sequence.index(x): x not in sequence")
}

fn length_hint(rt: &mut Runtime, object: &Object, default: Option<&Object>) -> Result {
    let default = match default {
        Some(default) => rt.index_object(default)?,
        None => Object::small(0),
    };
    if rt.class_of(object).get(&rt.heap).slots.len.is_some() {
        let len = rt.len(object)?;
        return rt.new_int(len as i128);
    }
    let name = rt.names.length_hint.clone();
    let hint = match rt.call_special(object, &name, &[]) {
        Ok(None) => return Ok(default),
        Err(raised) if rt.is_raised(&raised, crate::object::ClassId::TypeError) => return Ok(default),
        Ok(Some(hint)) => hint,
        Err(raised) => return Err(raised),
    };
    if hint.is_not_implemented() {
        return Ok(default);
    }
    if crate::layout::int::as_int(&hint).is_none() {
        let got = rt.type_name(&hint);
        return Err(rt.type_error(format!("__length_hint__ must be an integer, not {got}")));
    }
    match rt.to_index(&hint)? {
        n if n < 0 => Err(rt.value_error("__length_hint__() should return >= 0")),
        n => rt.new_int(n as i128),
    }
}

fn init(rt: &mut Runtime, module: &Module) -> Result<()> {
    let dict = module.get(&rt.heap).dict.clone();
    for def in FUNCTIONS {
        let name = rt.intern(def.name);
        let Some(function) = dict.get_str(&rt.heap, &name).cloned() else { continue };
        let alias = DUNDERS.iter().find(|(_, plain)| *plain == def.name).map(|(dunder, _)| (*dunder).to_owned());
        let alias = alias.or_else(|| (!PLAIN.contains(&def.name)).then(|| format!("__{}__", def.name)));
        if let Some(alias) = alias {
            set(rt, module, &alias, function)?;
        }
    }
    for def in [&getters::ITEM_GETTER, &getters::ATTRIBUTE_GETTER, &getters::METHOD_CALLER] {
        let class = rt.native_class(def)?;
        set(rt, module, def.name, class.into())?;
    }
    Ok(())
}

/// Takes over what `_operator` has.
fn init_public(rt: &mut Runtime, module: &Module) -> Result<()> {
    let name = rt.intern("_operator");
    let own = (rt.hooks.import)(rt, &name)?;
    let mut all: Vec<Str> = Vec::new();
    let pairs = own.cast::<ModuleBody>().map(|own| own.get(&rt.heap).dict.pairs(&rt.heap)).unwrap_or_default();
    for (name, value) in pairs {
        let Some(name) = name.cast::<StrBody>() else { continue };
        let text = name.to_rust().into_owned();
        if matches!(text.as_str(), "__name__" | "__doc__" | "__package__" | "__loader__" | "__spec__") {
            continue;
        }
        if !text.starts_with('_') {
            all.push(name.clone());
        }
        set(rt, module, &text, value)?;
    }
    all.sort_by(Str::compare);
    let all: Vec<Object> = all.into_iter().map(Into::into).collect();
    let all = List::from_slice(&rt.heap, &all)?;
    set(rt, module, "__all__", all.into())
}

/// The description of module `operator`.
pub static MODULE: NativeModule = NativeModule {
    name: "operator",
    doc: "Operator interface.\n\nThis module exports a set of functions corresponding to the intrinsic\noperators of Python.  For example, operator.add(x, y) is equivalent\nto the expression x+y.",
    functions: &[],
    init: init_public,
};

/// The description of module `_operator`.
pub static OTHER: NativeModule = NativeModule {
    name: "_operator",
    doc: "Operator interface.\n\nThis module exports a set of functions implemented natively corresponding\nto the intrinsic operators of Python.",
    functions: FUNCTIONS,
    init,
};
