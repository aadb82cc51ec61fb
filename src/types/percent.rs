//! What `%` formatting of str and bytes shares: who gives the next value, and numbers out of values.

use crate::base::format_spec::{Conversion, FormatError, PercentPiece, PercentPieces};
use crate::heap::Object;
use crate::layout::TupleBody;
use crate::layout::int::as_int;
use crate::object::{ClassId, Raised, Result, Runtime, UnaryOp};
use crate::types::format::format_error;
use crate::types::int;

/// The right operand: a tuple of values, or one value that may be a mapping too.
pub struct Values<'a> {
    operand: &'a Object,
    /// Index of the tuple's next value.
    next: usize,
    /// Without a tuple: the value that has not been used yet.
    single: Option<Object>,
    /// Whether the operand can be asked for keys.
    pub is_mapping: bool,
}

/// An error on the way: of the format, or raised by the values.
pub enum Failure {
    Format(FormatError),
    Raised(Raised),
}

impl From<FormatError> for Failure {
    fn from(error: FormatError) -> Failure {
        Failure::Format(error)
    }
}

impl<'a> Values<'a> {
    /// The values that `operand` stands for; `is_text` says that it is no mapping although it has subscripts.
    pub fn new(rt: &Runtime, operand: &'a Object, is_text: bool) -> Values<'a> {
        let is_tuple = operand.cast::<TupleBody>().is_some();
        let is_mapping = !is_tuple && !is_text && rt.class_of(operand).get(&rt.heap).slots.get_item.is_some();
        let single = if is_tuple { None } else { Some(operand.clone()) };
        Values { operand, next: 0, single, is_mapping }
    }

    /// The next value, which stays the next one; `None` also where a mapping may be meant.
    #[inline]
    pub fn peek(&self) -> Option<&'a Object> {
        match &self.single {
            Some(_) if self.is_mapping => None,
            Some(_) => Some(self.operand),
            None => self.operand.cast::<TupleBody>()?.items().get(self.next),
        }
    }

    /// Steps over what `peek` gave.
    #[inline]
    pub fn skip(&mut self) {
        if self.single.take().is_none() {
            self.next += 1;
        }
    }

    /// The next value.
    pub fn take(&mut self, rt: &mut Runtime) -> Result {
        if let Some(value) = self.single.take() {
            return Ok(value);
        }
        if let Some(tuple) = self.operand.cast::<TupleBody>()
            && let Some(value) = tuple.items().get(self.next)
        {
            self.next += 1;
            return Ok(value.clone());
        }
        Err(rt.type_error("not enough arguments for format string"))
    }

    /// Looks `key` up; what is found is the next value.
    pub fn select(&mut self, rt: &mut Runtime, key: &Object) -> Result<()> {
        self.single = Some(rt.get_item(self.operand, key)?);
        Ok(())
    }

    /// Whether a value is left that should have been used.
    pub fn is_left_over(&self) -> bool {
        let rest = self.operand.cast::<TupleBody>().is_some_and(|tuple| self.next < tuple.len());
        !self.is_mapping && (rest || self.single.is_some())
    }

    /// The next piece of the format; `*` takes its number from the values.
    pub fn piece(&mut self, rt: &mut Runtime, pieces: &mut PercentPieces<'_>) -> Result<Option<PercentPiece>> {
        let result = pieces.next(|is_precision| -> std::result::Result<i64, Failure> {
            let value = self.take(rt).map_err(Failure::Raised)?;
            match as_int(&value) {
                Some(number) => number.to_i64().ok_or_else(|| {
                    let kind = if is_precision { "int" } else { "ssize_t" };
                    Failure::Raised(rt.overflow_error(format!("Python int too large to convert to C {kind}")))
                }),
                None => Err(FormatError::Type("* wants int".to_owned()).into()),
            }
        });
        result.map_err(|failure| match failure {
            Failure::Format(error) => format_error(rt, error),
            Failure::Raised(raised) => raised,
        })
    }
}

/// The value of `%d` (floats are truncated) or `%x` (`__index__` only) as an int object.
pub fn integer(rt: &mut Runtime, value: &Object, conversion: &Conversion) -> Result {
    if as_int(value).is_some() {
        return Ok(value.clone());
    }
    let code = conversion.code as u8 as char;
    let whole_only = matches!(code, 'o' | 'x' | 'X');
    let unary = &rt.class_of(value).get(&rt.heap).slots.unary;
    let is_number = [UnaryOp::Index, UnaryOp::Int, UnaryOp::Float].iter().any(|&op| unary[op as usize].is_some());
    if is_number {
        let result = if whole_only { rt.index_object(value) } else { int::from_object(rt, value) };
        if let Some(number) = rt.catch(result, ClassId::TypeError)? {
            return Ok(number);
        }
    }
    let wanted = if whole_only { "an integer" } else { "a real number" };
    let got = rt.type_name(value);
    Err(rt.type_error(format!("%{code} format: {wanted} is required, not {got}")))
}
