//! Numbers in and out of objects: `__index__`, `__float__`, ints of any size.

use crate::heap::{Object, Value};
use crate::layout::IntBody;
use crate::object::{ClassId, Result, Runtime, UnaryOp};

impl Runtime {
    /// An int object.
    #[inline]
    pub fn new_int(&mut self, n: i128) -> Result {
        if let Ok(small) = i64::try_from(n)
            && let Some(object) = Object::int(small)
        {
            return Ok(object);
        }
        Ok(crate::layout::int::from_i128(&self.heap, n)?)
    }

    /// A float object.
    #[inline]
    pub fn new_float(&self, x: f64) -> Result {
        if !x.is_nan()
            && let Some(value) = Value::float(x)
            && let Some(object) = Object::immediate(value)
        {
            return Ok(object);
        }
        Ok(crate::layout::float::boxed(&self.heap, x)?)
    }

    /// The float behind an exact float or an instance of a subclass.
    #[inline]
    pub fn float_value(&self, object: &Object) -> Option<f64> {
        if let Some(x) = object.value().as_float() {
            return Some(x);
        }
        crate::layout::float::as_f64(object)
    }

    /// The object as an int object (exact int, bool or subclass) through `__index__`.
    pub fn index_object(&mut self, object: &Object) -> Result {
        if object.value().is_int() || object.cast::<IntBody>().is_some() {
            return Ok(object.clone());
        }
        if object.value().is_bool() {
            return Ok(Object::small((object.value() == Value::TRUE) as i32));
        }
        let slot = self.class_of(object).get(&self.heap).slots.unary[UnaryOp::Index as usize];
        let Some(function) = slot else {
            let name = self.type_name(object);
            return Err(self.type_error(format!("'{name}' object cannot be interpreted as an integer")));
        };
        let result = self.native_call("", |rt| function(rt, object))?;
        if result.value().is_int() || result.cast_exact::<IntBody>().is_some() {
            return Ok(result);
        }
        let name = self.type_name(&result);
        if result.value().is_bool() || result.cast::<IntBody>().is_some() {
            self.warn_of_subclass(&format!("__index__ returned non-int (type {name})"), "int")?;
            return Ok(result);
        }
        Err(self.type_error(format!("__index__ returned non-int (type {name})")))
    }

    /// The DeprecationWarning for a conversion method whose result is of a subclass.
    #[cold]
    pub fn warn_of_subclass(&mut self, complaint: &str, class: &str) -> Result<()> {
        let text = format!(
            "{complaint}.  The ability to return an instance of a strict subclass of {class} is deprecated, and may be \
             removed in a future version of Python."
        );
        (self.hooks.warn)(self, crate::object::ClassId::DeprecationWarning, &text, 1)
    }

    /// An immediate int or bool as a number; `None` for others.
    #[inline]
    pub fn small_int(object: &Object) -> Option<i64> {
        let value = object.value();
        if value.is_int() {
            Some(value.int_unchecked())
        } else if value.is_bool() {
            Some((value == Value::TRUE) as i64)
        } else {
            None
        }
    }

    /// An int object as an `i64`, if it fits.
    #[inline]
    pub fn exact_i64(object: &Object) -> Option<i64> {
        Runtime::small_int(object).or_else(|| crate::layout::int::as_int(object)?.to_i64())
    }

    /// Whether an int object is below 0.
    pub fn is_negative_int(object: &Object) -> bool {
        crate::layout::int::as_int(object).is_some_and(|n| n.is_negative())
    }

    /// The object as an `i64` through `__index__`; OverflowError beyond.
    pub fn to_i64(&mut self, object: &Object) -> Result<i64> {
        if let Some(n) = Runtime::small_int(object) {
            return Ok(n);
        }
        let int = self.index_object(object)?;
        match Runtime::exact_i64(&int) {
            Some(n) => Ok(n),
            None => Err(self.overflow_error("Python int too large to convert to C long")),
        }
    }

    /// The object as an index; OverflowError if it does not fit `isize`.
    #[inline]
    pub fn to_index(&mut self, object: &Object) -> Result<isize> {
        if let Some(n) = object.value().as_int() {
            return Ok(n as isize);
        }
        let int = self.index_object(object)?;
        match Runtime::exact_i64(&int) {
            Some(n) => Ok(n as isize),
            None => Err(self.overflow_error("Python int too large to convert to C ssize_t")),
        }
    }

    /// The object as a subscript of a sequence: IndexError if it does not fit `isize`.
    pub fn to_subscript(&mut self, object: &Object) -> Result<isize> {
        if let Some(n) = object.value().as_int() {
            return Ok(n as isize);
        }
        let int = self.index_object(object)?;
        match Runtime::exact_i64(&int) {
            Some(n) => Ok(n as isize),
            None => {
                let name = self.type_name(object);
                Err(self.raise(ClassId::IndexError, format!("cannot fit '{name}' into an index-sized integer")))
            }
        }
    }

    /// The object as an index, clamped to `isize` (slice bounds).
    pub fn to_size_index(&mut self, object: &Object) -> Result<isize> {
        if let Some(n) = object.value().as_int() {
            return Ok(n as isize);
        }
        let int = self.index_object(object)?;
        Ok(match Runtime::exact_i64(&int) {
            Some(n) => n as isize,
            None if Runtime::is_negative_int(&int) => isize::MIN,
            None => isize::MAX,
        })
    }

    /// The object as a float: a float, an int, or through `__float__` and `__index__`.
    pub fn to_f64(&mut self, object: &Object) -> Result<f64> {
        if let Some(x) = self.float_value(object) {
            return Ok(x);
        }
        if let Some(n) = Runtime::small_int(object) {
            return Ok(n as f64);
        }
        if object.cast::<IntBody>().is_some() {
            let value = crate::layout::int::as_int(object).and_then(|n| crate::base::bigint::to_f64(n).ok());
            return match value {
                Some(x) => Ok(x),
                None => Err(self.overflow_error("int too large to convert to float")),
            };
        }
        let slots = &self.class_of(object).get(&self.heap).slots;
        if let Some(function) = slots.unary[UnaryOp::Float as usize] {
            let result = self.native_call("", |rt| function(rt, object))?;
            let exact = result.value().is_float() || result.cast_exact::<crate::layout::FloatBody>().is_some();
            return match self.float_value(&result) {
                Some(x) if exact => Ok(x),
                Some(x) => {
                    let (class, name) = (self.type_name(object), self.type_name(&result));
                    let complaint = format!("{class}.__float__ returned non-float (type {name})");
                    self.warn_of_subclass(&complaint, "float").map(|()| x)
                }
                None => {
                    let (class, name) = (self.type_name(object), self.type_name(&result));
                    Err(self.type_error(format!("{class}.__float__ returned non-float (type {name})")))
                }
            };
        }
        if slots.unary[UnaryOp::Index as usize].is_some() {
            let int = self.index_object(object)?;
            return self.to_f64(&int);
        }
        let name = self.type_name(object);
        Err(self.type_error(format!("must be real number, not {name}")))
    }
}
