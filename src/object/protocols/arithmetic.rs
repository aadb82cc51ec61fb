//! Binary, in-place and unary operators, with CPython's order of attempts.

use crate::heap::Object;
use crate::object::{BinaryOp, ClassId, Raised, Result, Runtime, UnaryOp};

/// The sum, difference or product of two small ints that is small too.
#[inline(always)]
fn quick_ints(op: BinaryOp, left: &Object, right: &Object) -> Option<Object> {
    let (a, b) = (left.value().as_int()?, right.value().as_int()?);
    Object::int(match op {
        BinaryOp::Add => a + b,
        BinaryOp::Subtract => a - b,
        BinaryOp::Multiply => a.checked_mul(b)?,
        _ => return None,
    })
}

impl Runtime {
    /// `left op right`.
    pub fn binary(&mut self, op: BinaryOp, left: &Object, right: &Object) -> Result {
        if let Some(result) = quick_ints(op, left, right) {
            return Ok(result);
        }
        let result = self.binary_attempts(op, left, right)?;
        if result.is_not_implemented() { Err(self.unsupported(op, left, right, "")) } else { Ok(result) }
    }

    /// `left op= right`.
    pub fn in_place(&mut self, op: BinaryOp, left: &Object, right: &Object) -> Result {
        let slot = self.class_of(left).get(&self.heap).slots.in_place[op as usize];
        if let Some(function) = slot {
            let result = self.native_call("", |rt| function(rt, left, right))?;
            if !result.is_not_implemented() {
                return Ok(result);
            }
        }
        if op == BinaryOp::Multiply && self.is_left_alone(left, right) {
            if let Some(function) = self.class_of(left).get(&self.heap).slots.binary[op as usize] {
                let result = self.native_call("", |rt| function(rt, left, right))?;
                if !result.is_not_implemented() {
                    return Ok(result);
                }
            }
            let (a, b) = (self.type_name(left), self.type_name(right));
            return Err(self.type_error(format!("unsupported operand type(s) for *=: '{a}' and '{b}'")));
        }
        let result = self.binary_attempts(op, left, right)?;
        if result.is_not_implemented() { Err(self.unsupported(op, left, right, "=")) } else { Ok(result) }
    }

    /// Whether `left *= right` does not ask the sequence on the right, as CPython does not if the left operand's class
    /// was made by a class statement: that has slots of a sequence, if only empty ones.
    fn is_left_alone(&self, left: &Object, right: &Object) -> bool {
        const SEQUENCES: [ClassId; 4] = [ClassId::Str, ClassId::Bytes, ClassId::List, ClassId::Tuple];
        let (left_class, right_class) = (self.class_of(left), self.class_of(right));
        let multiply = |class: &crate::object::Class| class.get(&self.heap).slots.binary[BinaryOp::Multiply as usize];
        left_class.get(&self.heap).flags.has(crate::object::ClassFlags::HEAP)
            && SEQUENCES.iter().any(|&id| {
                let own = self.class(id);
                let untouched = |a, b| std::ptr::fn_addr_eq::<crate::object::BinaryFn, crate::object::BinaryFn>(a, b);
                self.is_subclass(right_class, own)
                    && multiply(right_class).zip(multiply(own)).is_some_and(|(a, b)| untouched(a, b))
            })
            && !SEQUENCES.iter().any(|&id| self.is_subclass(left_class, self.class(id)))
    }

    /// `left + right` or `left += right`; NotImplemented if neither operand can.
    pub fn try_add(&mut self, left: &Object, right: &Object, in_place: bool) -> Result {
        let slot = self.class_of(left).get(&self.heap).slots.in_place[BinaryOp::Add as usize];
        if let Some(function) = slot.filter(|_| in_place) {
            let result = self.native_call("", |rt| function(rt, left, right))?;
            if !result.is_not_implemented() {
                return Ok(result);
            }
        }
        self.binary_attempts(BinaryOp::Add, left, right)
    }

    /// The operator without the final TypeError. A subclass's reflected form goes first (CPython's `binary_op1`).
    fn binary_attempts(&mut self, op: BinaryOp, left: &Object, right: &Object) -> Result {
        let left_class = self.class_of(left);
        let right_class = self.class_of(right);
        let left_slot = left_class.get(&self.heap).slots.binary[op as usize];
        let mut right_slot = None;
        if !left_class.is(right_class) {
            right_slot = right_class.get(&self.heap).slots.binary[op as usize];
            if let (Some(a), Some(b)) = (left_slot, right_slot)
                && std::ptr::fn_addr_eq(a, b)
            {
                right_slot = None;
            }
        }
        if let Some(function) = left_slot {
            if let Some(reflected) = right_slot
                && self.is_subclass(right_class, left_class)
            {
                let result = self.native_call("", |rt| reflected(rt, left, right))?;
                if !result.is_not_implemented() {
                    return Ok(result);
                }
                right_slot = None;
            }
            let result = self.native_call("", |rt| function(rt, left, right))?;
            if !result.is_not_implemented() {
                return Ok(result);
            }
        }
        match right_slot {
            Some(function) => self.native_call("", |rt| function(rt, left, right)),
            None => Ok(Object::NOT_IMPLEMENTED),
        }
    }

    /// What is left of `left op right` when the left operand's own method, which came first, has given NotImplemented.
    /// `suffix` is `=` for the in-place form.
    pub fn binary_reflected(&mut self, op: BinaryOp, left: &Object, right: &Object, suffix: &str) -> Result {
        let (left_class, right_class) = (self.class_of(left), self.class_of(right));
        if !left_class.is(right_class)
            && let Some(function) = right_class.get(&self.heap).slots.binary[op as usize]
        {
            let result = function(self, left, right)?;
            if !result.is_not_implemented() {
                return Ok(result);
            }
        }
        Err(self.unsupported(op, left, right, suffix))
    }

    /// `pow(base, exponent, modulus)`.
    pub fn power_modulo(&mut self, base: &Object, exponent: &Object, modulus: &Object) -> Result {
        if modulus.is_none() {
            return self.binary(BinaryOp::Power, base, exponent);
        }
        for operand in [base, exponent, modulus] {
            let slot = self.class_of(operand).get(&self.heap).slots.power_modulo;
            if let Some(function) = slot {
                let result = self.native_call("", |rt| function(rt, base, exponent, modulus))?;
                if !result.is_not_implemented() {
                    return Ok(result);
                }
            }
        }
        let names = [base, exponent, modulus].map(|o| self.type_name(o));
        let [a, b, c] = names;
        Err(self.type_error(format!("unsupported operand type(s) for ** or pow(): '{a}', '{b}', '{c}'")))
    }

    /// The TypeError for operands that no side supports.
    #[cold]
    pub(in crate::object) fn unsupported(
        &mut self,
        op: BinaryOp,
        left: &Object,
        right: &Object,
        suffix: &str,
    ) -> Raised {
        let symbol = op.names().0;
        let (a, b) = (self.type_name(left), self.type_name(right));
        // Sequences have error texts of their own for + and *.
        let sequence = |rt: &Runtime, o: &Object| {
            [ClassId::Str, ClassId::Bytes, ClassId::List, ClassId::Tuple].iter().any(|&id| rt.is_instance_of(o, id))
        };
        if op == BinaryOp::Add && sequence(self, left) {
            let base = ["str", "bytes", "list", "tuple"].into_iter().zip([
                ClassId::Str,
                ClassId::Bytes,
                ClassId::List,
                ClassId::Tuple,
            ]);
            let name = base.into_iter().find(|(_, id)| self.is_instance_of(left, *id)).map_or("sequence", |(n, _)| n);
            return self.type_error(if name == "bytes" {
                format!("can't concat {b} to {a}")
            } else {
                format!("can only concatenate {name} (not \"{b}\") to {name}")
            });
        }
        // The right operand of `*=` is asked only if the left one is nothing like a sequence.
        let slots = &self.class_of(left).get(&self.heap).slots;
        let left_decides = suffix == "="
            && !sequence(self, left)
            && (slots.len.is_some() || slots.contains.is_some() || slots.get_item.is_some());
        let sequence = |rt: &Runtime, o: &Object| {
            sequence(rt, o) || rt.class_of(o).get(&rt.heap).flags.has(crate::object::ClassFlags::SEQUENCE_SLOTS)
        };
        if op == BinaryOp::Multiply && !left_decides && (sequence(self, left) || sequence(self, right)) {
            let other = if sequence(self, left) { &b } else { &a };
            return self.type_error(format!("can't multiply sequence by non-int of type '{other}'"));
        }
        let hint = if op == BinaryOp::RightShift && a == "builtin_function_or_method" {
            let named = left.cast::<crate::object::BuiltinFunctionBody>();
            let is_print = named.is_some_and(|f| f.get(&self.heap).def.name == "print");
            if is_print { ". Did you mean \"print(<message>, file=<output_stream>)\"?" } else { "" }
        } else {
            ""
        };
        let symbol = match (op, suffix) {
            (BinaryOp::Power, "=") => "**=".to_owned(),
            _ => format!("{symbol}{suffix}"),
        };
        self.type_error(format!("unsupported operand type(s) for {symbol}: '{a}' and '{b}'{hint}"))
    }

    /// `-x`, `+x`, `~x`, `abs(x)`.
    pub fn unary(&mut self, op: UnaryOp, operand: &Object) -> Result {
        let slot = self.class_of(operand).get(&self.heap).slots.unary[op as usize];
        match slot {
            Some(function) => self.native_call("", |rt| function(rt, operand)),
            None => {
                let name = self.type_name(operand);
                Err(self.type_error(format!("bad operand type for {}: '{name}'", op.names().0)))
            }
        }
    }
}
