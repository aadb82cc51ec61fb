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
