//! `float`: IEEE double precision. Most are immediates, the rest have a body (`layout::float`); texts and the
//! arithmetic beyond IEEE are `base::float_text`'s.
//!
//! - `arithmetic`: the operators, comparison, hash.
//! - `methods`: everything called by name, and `float(…)`.

mod arithmetic;
mod methods;

use crate::heap::{Layout, ShapeId};
use crate::layout::FloatBody;
use crate::object::{BinaryOp, ClassFlags, ClassId, Slots, TypeDef, UnaryOp};

pub use arithmetic::power_of;

/// `float`.
pub static TYPE: TypeDef = TypeDef {
    id: Some(ClassId::Float),
    name: "float",
    doc: "Convert a string or number to a floating-point number, if possible.",
    layout: FloatBody::info,
    shapes: &[ShapeId::FLOAT],
    flags: ClassFlags::BASE | ClassFlags::MATCH_SELF,
    slots: Slots {
        new: Some(methods::new),
        repr: Some(arithmetic::repr),
        hash: Some(arithmetic::hash),
        compare: Some(arithmetic::compare),
        truth: Some(arithmetic::truth),
        power_modulo: Some(arithmetic::power_modulo),
        ..Slots::EMPTY
    }
    .with_binary(BinaryOp::Add, arithmetic::add)
    .with_binary(BinaryOp::Subtract, arithmetic::subtract)
    .with_binary(BinaryOp::Multiply, arithmetic::multiply)
    .with_binary(BinaryOp::TrueDivide, arithmetic::true_divide)
    .with_binary(BinaryOp::FloorDivide, arithmetic::floor_divide)
    .with_binary(BinaryOp::Remainder, arithmetic::remainder)
    .with_binary(BinaryOp::Power, arithmetic::power)
    .with_binary(BinaryOp::DivMod, arithmetic::divmod)
    .with_unary(UnaryOp::Negative, arithmetic::negative)
    .with_unary(UnaryOp::Positive, arithmetic::exact)
    .with_unary(UnaryOp::Absolute, arithmetic::absolute)
    .with_unary(UnaryOp::Int, arithmetic::int)
    .with_unary(UnaryOp::Float, arithmetic::exact),
    methods: methods::METHODS,
    getset: methods::GETSET,
    ..TypeDef::EMPTY
};

#[cfg(test)]
mod tests {
    use crate::base::hash::HashKey;
    use crate::heap::Object;
    use crate::object::{BinaryOp, CompareOp, Runtime};

    /// What `a op b` prints, or the error's class name.
    fn shown(rt: &mut Runtime, op: BinaryOp, a: &Object, b: &Object) -> String {
        match rt.binary(op, a, b) {
            Ok(value) => rt.repr(&value).unwrap().to_rust().into_owned(),
            Err(raised) => rt.type_name(raised.object()),
        }
    }

    #[test]
    fn numbers_mix() {
        let exceptions = crate::types::exception::ALL.iter().copied().flatten();
        let types: Vec<_> = crate::types::ALL.iter().chain(exceptions).copied().collect();
        let mut rt = Runtime::new(&types, HashKey::from_seed(0)).unwrap();
        let (two, half) = (Object::small(2), rt.new_float(0.5).unwrap());
        let big = rt.new_int(1 << 100).unwrap();
        assert_eq!(shown(&mut rt, BinaryOp::Add, &two, &half), "2.5");
        assert_eq!(shown(&mut rt, BinaryOp::Power, &two, &half), "1.4142135623730951");
        assert_eq!(shown(&mut rt, BinaryOp::Multiply, &big, &Object::TRUE), "1267650600228229401496703205376");
        assert_eq!(shown(&mut rt, BinaryOp::Or, &Object::TRUE, &Object::FALSE), "True");
        assert_eq!(shown(&mut rt, BinaryOp::FloorDivide, &two, &Object::FALSE), "ZeroDivisionError");
        let text = rt.new_str("ab").unwrap().into();
        assert_eq!(shown(&mut rt, BinaryOp::Multiply, &two, &text), "'abab'");
        assert_eq!(shown(&mut rt, BinaryOp::Add, &text, &two), "TypeError");
        let less = rt.compare(CompareOp::Less, &half, &big).unwrap();
        assert!(less.is(&Object::TRUE));
    }
}
