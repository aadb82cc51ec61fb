//! A heap for the tests of this floor.

use crate::heap::{Heap, Object, ShapeId};

/// A heap whose fixed shapes have the layouts of this floor, without classes.
pub fn heap() -> Heap {
    let heap = Heap::new();
    macro_rules! shapes {
        ($($shape:ident: $body:ty),* $(,)?) => {
            $(heap.set_fixed_shape::<$body>(ShapeId::$shape, &Object::NONE, 0);)*
        };
    }
    shapes! {
        INT: super::IntBody, FLOAT: super::FloatBody, STR: super::StrBody, STR_LARGE: super::StrBody,
        BYTES: super::BytesBody, BYTES_LARGE: super::BytesBody, TUPLE: super::TupleBody,
        TUPLE_LARGE: super::TupleBody, LIST: super::ListBody, DICT: super::DictBody, SET: super::SetBody,
        FROZENSET: super::SetBody,
    }
    heap
}

/// A linear congruential generator, the same as in the scripts that recorded CPython's answers.
pub struct Random(pub u64);

impl Random {
    /// The next 31 bits.
    pub fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        self.0 >> 33
    }
}
