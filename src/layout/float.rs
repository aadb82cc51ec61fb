//! Boxed floats: magnitudes without an immediate form, NaNs made by constructors, instances of subclasses.

use crate::heap::{Allocator, Frozen, Object, OutOfMemory, Ref, ShapeId};

/// A handle on a boxed float.
pub type Float = Ref<FloatBody>;

crate::layout! {
    /// Body of a boxed float. Never changes.
    pub struct FloatBody as "float" (ShapeId::FLOAT) {
        /// The number.
        pub value: f64,
    }
}

// SAFETY: H8: nothing calls `get_mut` on floats.
unsafe impl Frozen for FloatBody {}

/// The object for `x`: immediate, or boxed if it has no such form.
#[inline]
pub fn from_f64(heap: &Allocator, x: f64) -> Result<Object, OutOfMemory> {
    match crate::heap::Value::float(x).and_then(Object::immediate) {
        Some(immediate) => Ok(immediate),
        None => boxed(heap, x),
    }
}

/// A float object with an identity of its own, as a NaN of a constructor needs.
#[cold]
#[inline(never)]
pub fn boxed(heap: &Allocator, x: f64) -> Result<Object, OutOfMemory> {
    Ok(heap.alloc(ShapeId::FLOAT, FloatBody { value: x })?.into())
}

/// The number, if the object is a float or an instance of a subclass.
#[inline(always)]
pub fn as_f64(object: &Object) -> Option<f64> {
    match object.value().as_float() {
        Some(x) => Some(x),
        None => object.cast::<FloatBody>().map(|float| float.frozen().value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_float_comes_back() {
        let heap = crate::layout::testing::heap();
        for x in [0.0, -0.0, 1.5, 1e300, 1e-300, f64::MAX, f64::NAN, f64::NEG_INFINITY] {
            let object = from_f64(&heap, x).unwrap();
            assert_eq!(as_f64(&object).map(f64::to_bits), Some(x.to_bits()));
        }
        assert!(boxed(&heap, 1.0).unwrap().is_pointer());
        assert_eq!(heap.accounting().bytes(), 0);
    }
}
