//! The loop: one arm an opcode. An arm is a fast path of a few lines, else a call to a cold function of `ops/`.
//!
//! `pc` and `base` live in machine registers. No arm holds a value with drop glue or takes the address of a local; what
//! needs either stands outside, behind `cold`.

use super::cache;
use super::call;
use super::frame::{At, Frame, Kind, Link, clear};
use super::generate;
use super::keywords;
use super::observe;
use super::ops::{
    arithmetic, attribute, build, compare, exception, format, function, import, iterate, jump, name, pattern,
    subscript, unpack,
};
use super::quicken;
use super::safe_point;
use super::site::{Cold, ColdTest, Site};
use super::special::{self, which};
use super::spread;
use super::unwind;
use crate::bytecode::{Op, temps};
use crate::heap::{Header, Object, ShapeId, Value, release};
use crate::layout::{DictBody, ListBody, TupleBody};
use crate::object::{
    BinaryOp, Binding, BuiltinFunctionBody, CellBody, ClassMethodDescriptorBody, CodeBody, CompareOp, FunctionBody,
    MethodDef, MethodDescriptorBody, Runtime, UnaryOp, WrapperBody,
};
use crate::types::descriptor::PropertyBody;
use crate::types::list::ListIteratorBody;
use crate::types::module::ModuleBody;
use crate::types::range::RangeIteratorBody;
use crate::types::str::StrIteratorBody;
use crate::types::tuple::TupleIteratorBody;
use std::sync::atomic::Ordering;

/// How the loop ends. (A tag and a word: it goes back in registers.)
pub(super) enum Exit {
    /// The entry frame returned (or its generator yielded) this value, owned.
    Value(Value),
    /// The entry frame's generator returned this value, owned.
    Finished(Value),
    /// An exception left the entry frame; it lies in `machine.raised`.
    Raised,
    /// Go on at `machine.pc` in the frame `machine.base`, in the other instantiation of the loop: an observer came or went.
    Switch,
}

/// The body behind a pointer word.
///
/// # Safety
/// `value` points to a live object whose body is a `T` (H1, H4).
#[inline(always)]
pub(super) unsafe fn body<T>(value: Value) -> *mut T {
    value.header().wrapping_add(1).cast::<T>()
}

/// The shape of a pointer word's object.
///
/// # Safety
/// `value` points to a live object (H1).
#[inline(always)]
pub(super) unsafe fn shape(value: Value) -> ShapeId {
    // SAFETY: as promised.
    unsafe { (*value.header()).shape }
}

/// Whether the word is an exact string.
///
/// # Safety
/// The word is valid (H1).
#[inline(always)]
pub(super) unsafe fn is_text(value: Value) -> bool {
    // SAFETY: as promised.
    value.is_pointer() && matches!(unsafe { shape(value) }, ShapeId::STR | ShapeId::STR_LARGE)
}

/// The word of an item of what may be a list, if it is one and has it; none at an index from the end.
///
/// # Safety
/// The word is valid (H1); the index is an immediate int.
#[inline(always)]
unsafe fn list_item(list: Value, index: Value) -> Option<Value> {
    // SAFETY: as promised; a shape says what the body is (H4).
    unsafe {
        if !list.is_pointer() || shape(list) != ShapeId::LIST {
            return None;
        }
        // An index from the end is as large as none can be.
        let items: &[Object] = &(*body::<ListBody>(list)).items;
        items.get(index.int_unchecked() as usize).map(Object::value)
    }
}

/// Counts one more reference to whatever the word stands for.
///
/// # Safety
/// The word is valid (H1).
#[inline(always)]
pub(super) unsafe fn count(value: Value) {
    if value.is_pointer() {
        // SAFETY: as promised.
        unsafe { (*value.header()).count += 1 };
    }
}

/// Field of an instruction by its number; 0 is the opcode.
#[inline(always)]
unsafe fn field(pc: *const u64, index: usize) -> u16 {
    let index = if cfg!(target_endian = "little") { index } else { 3 - index };
    // SAFETY: V3: a word has four fields.
    unsafe { *pc.cast::<u16>().add(index) }
}

/// The link of a plain call whose result goes to R[a] and whose window begins at register `window`.
#[inline(always)]
unsafe fn call_link(pc: *const u64, window: usize) -> u64 {
    // SAFETY: V3.
    unsafe { Link::new(Kind::Plain, field(pc, 1), (window + 4) * 8).0 }
}

/// The wide field.
#[inline(always)]
unsafe fn wide(pc: *const u64) -> u32 {
    // SAFETY: V3.
    unsafe { *pc.cast::<u32>().add(cfg!(target_endian = "little") as usize) }
}

/// Frees an object inside an instruction whose effect is complete, then runs what must be run.
#[cold]
#[inline(never)]
unsafe fn free(rt: &mut Runtime, base: *mut Value, next: *const u64, header: *mut Header) {
    // SAFETY: the caller has given up the last reference (H3).
    unsafe { release(header) };
    rt.machine.base = base;
    rt.machine.pc = next;
    if safe_point::has_events(rt) {
        safe_point::run_events(rt);
    }
}

/// Frees an object, and releases the words from `slot` to `end`, which are left empty.
///
/// # Safety
/// The caller has given up the last reference to the object (H3); the words are a frame's (V1).
#[inline(never)]
unsafe fn release_locals(header: *mut Header, slot: *mut Value, end: *mut Value) {
    // SAFETY: as promised.
    unsafe {
        release(header);
        clear(slot, 0, end.offset_from_unsigned(slot));
    }
}

/// Runs a cold operation. False if it raised: the exception is in `machine.raised`.
#[inline(never)]
fn cold(rt: &mut Runtime, base: *mut Value, pc: *const u64, operation: Cold) -> bool {
    rt.machine.base = base;
    rt.machine.pc = pc.wrapping_add(1);
    let result = operation(rt, Site { base, pc });
    if safe_point::has_events(rt) {
        safe_point::run_events(rt);
    }
    match result {
        Ok(()) => true,
        Err(raised) => {
            rt.machine.raised = raised.into_object();
            false
        }
    }
}

/// Runs a cold test: 0 no, 1 yes, 2 raised.
#[inline(never)]
fn cold_test(rt: &mut Runtime, base: *mut Value, pc: *const u64, operation: ColdTest) -> u32 {
    rt.machine.base = base;
    rt.machine.pc = pc.wrapping_add(1);
    let result = operation(rt, Site { base, pc });
    if safe_point::has_events(rt) {
        safe_point::run_events(rt);
    }
    match result {
        Ok(answer) => answer as u32,
        Err(raised) => {
            rt.machine.raised = raised.into_object();
            2
        }
    }
}

/// Runs the loop from `at` until the entry frame is left. A null `pc` starts with the exception in `machine.raised`.
///
/// # Safety
/// `at` is a frame on the value stack and an instruction of its code (V1, V3).
pub(super) unsafe fn run<const OBSERVED: bool>(rt: &mut Runtime, at: At) -> Exit {
    let mut pc = at.pc;
    let mut base = at.base;
    // Whether the observer knows of the next instruction, which is one that starts again.
    let mut told = false;

    // SAFETY: V1 to V6 for every access of registers and words below; the arms' own comments say what is special.
    unsafe {
        if pc.is_null() {
            match unwind::unwind(rt, base) {
                Ok(at) => At { pc, base } = at,
                Err(exit) => return exit,
            }
        }
        // One loop and no other around it: so that every arm can go straight to the next one's.
        'run: loop {
            'unwind: {
                'raise: {
                    /// Operand fields.
                    macro_rules! a {
                        () => {
                            field(pc, 1) as usize
                        };
                    }
                    macro_rules! b {
                        () => {
                            field(pc, 2) as usize
                        };
                    }
                    macro_rules! c {
                        () => {
                            field(pc, 3) as usize
                        };
                    }
                    macro_rules! imm_b {
                        () => {
                            Value::small(field(pc, 2) as i16 as i32)
                        };
                    }
                    macro_rules! imm_c {
                        () => {
                            Value::small(field(pc, 3) as i16 as i32)
                        };
                    }
                    /// An extra word, from 1.
                    macro_rules! extra {
                        ($index:expr) => {
                            *pc.add($index)
                        };
                    }
                    /// The address of a register.
                    macro_rules! reg {
                        ($index:expr) => {
                            *base.add($index)
                        };
                    }
                    /// Goes on behind this instruction of so many words.
                    macro_rules! next {
                        ($words:expr) => {{
                            pc = pc.add($words);
                            continue 'run;
                        }};
                    }
                    /// Writes a register and releases what was there.
                    macro_rules! set {
                        ($index:expr, $value:expr, $words:expr) => {{
                            let slot = base.add($index);
                            let old = *slot;
                            *slot = $value;
                            drop_word!(old, $words);
                        }};
                    }
                    /// Writes a temp, which holds nothing that is to be released: the verifier sees to it, but for an
                    /// operand that the instruction consumes, and on the paths that use this operands are immediates.
                    macro_rules! put {
                        ($index:expr, $value:expr, $words:expr) => {{
                            *base.add($index) = $value;
                        }};
                    }
                    /// Gives up a pointer word. Everything else the instruction does has been done.
                    macro_rules! drop_pointer {
                        ($old:expr, $words:expr) => {{
                            let header = $old.header();
                            (*header).count -= 1;
                            if (*header).count == 0 {
                                free(rt, base, pc.add($words), header);
                            }
                        }};
                    }
                    /// The same of any word.
                    macro_rules! drop_word {
                        ($old:expr, $words:expr) => {{
                            let old = $old;
                            if old.is_pointer() {
                                drop_pointer!(old, $words);
                            }
                        }};
                    }
                    /// Gives up a word; what that leaves to be done is looked at later.
                    macro_rules! release_word {
                        ($old:expr) => {{
                            let old = $old;
                            if old.is_pointer() {
                                let header = old.header();
                                (*header).count -= 1;
                                if (*header).count == 0 {
                                    release(header);
                                }
                            }
                        }};
                    }
                    /// Gives a specialisation up: the instruction starts again in its generic form; it has been told of.
                    macro_rules! generic {
                        ($op:expr) => {{
                            told = OBSERVED;
                            let word = pc.cast_mut();
                            *word = (*word & !0xffff) | $op as u64;
                            continue 'run;
                        }};
                    }
                    /// Runs a cold operation and goes on.
                    macro_rules! cold {
                        ($operation:path, $words:expr) => {{
                            if !cold(rt, base, pc, $operation) {
                                break 'raise;
                            }
                            next!($words)
                        }};
                    }
                    /// As `cold!` for an instruction of one word; a method written in Python is entered.
                    macro_rules! operate {
                        ($which:expr, $operation:path) => {{
                            let site = Site { base, pc };
                            // Of two registers, and the left one's object has a shape of its own.
                            if $which & !(which::IN_PLACE | 31) == 0 {
                                let left = reg!(b!());
                                if left.is_pointer() && shape(left).0 >= ShapeId::FIXED {
                                    go!(special::operate_two(rt, site, $which, $operation))
                                }
                            }
                            go!(special::operate(rt, site, $which, $operation))
                        }};
                    }
                    /// Goes where a call or return leads.
                    macro_rules! go {
                        ($at:expr) => {{
                            let at: At = $at;
                            base = at.base;
                            pc = at.pc;
                            if pc.is_null() {
                                break 'unwind;
                            }
                            continue 'run;
                        }};
                    }
                    /// Goes on at `$next` after a look at the eval breaker. (The expression is evaluated in either branch, so
                    /// that the old and the new `pc` need not live at the same time on the plain path.)
                    macro_rules! edge {
                        ($next:expr) => {
                            edge!(pc, $next)
                        };
                        ($pc:expr, $next:expr) => {{
                            if rt.heap.breaker().load(Ordering::Relaxed) != 0 {
                                look_up!($pc, $next)
                            }
                            pc = $next;
                            continue 'run;
                        }};
                    }
                    /// The breaker is set: does what that asks for, then goes on.
                    macro_rules! look_up {
                        ($pc:expr, $next:expr) => {{
                            // Keeps the arms apart: what they have in common would be joined, and what leads there too.
                            std::arch::asm!("/* {} */", const line!(), options(nomem, nostack, preserves_flags));
                            let at = safe_point::at_breaker(rt, base, $pc, $next);
                            if !at.pc.is_null() && rt.machine.observers.want_instrumented() != OBSERVED {
                                rt.machine.pc = at.pc;
                                rt.machine.base = at.base;
                                return Exit::Switch;
                            }
                            go!(at)
                        }};
                    }
                    /// The target of a jump whose distance is in the first extra word.
                    macro_rules! target {
                        () => {
                            pc.add(2).offset(extra!(1) as i32 as isize)
                        };
                    }
                    /// The answer of a cold test.
                    macro_rules! ask {
                        ($test:path) => {
                            match cold_test(rt, base, pc, $test) {
                                0 => false,
                                1 => true,
                                _ => break 'raise,
                            }
                        };
                    }
                    /// `R[a] = x op y` for two ints or two floats; else the cold form.
                    macro_rules! add_like {
                        ($write:ident, $x:expr, $y:expr, $int:ident, $float:tt, $cold:path, $which:expr $(, $quick:expr)?) => {{
                            let (x, y) = ($x, $y);
                            if (x.bits() | y.bits()) & 3 == 0 {
                                let (sum, overflow) = (x.bits() as i64).$int(y.bits() as i64);
                                if !overflow {
                                    $write!(a!(), Value::from_bits(sum as u64), 1);
                                    next!(1);
                                }
                            } else if x.bits() & y.bits() & 2 != 0 {
                                $(generic!($quick);)?
                                #[allow(unreachable_code)]
                                if let Some(value) = Value::float(x.float_unchecked() $float y.float_unchecked()) {
                                    $write!(a!(), value, 1);
                                    next!(1);
                                }
                            } else if let Some(value) = arithmetic::mixed_values($which, x, y) {
                                $write!(a!(), value, 1);
                                next!(1);
                            }
                            if $which & 31 == BinaryOp::Add as u16 && is_text(x) && is_text(y) {
                                if !arithmetic::add_texts(rt, Site { base, pc }, $which & which::IN_PLACE != 0) {
                                    break 'raise;
                                }
                                next!(1)
                            }
                            operate!($which, $cold)
                        }};
                    }
                    /// `R[a] op= R[c]` for two ints or two floats; no old content to release.
                    macro_rules! add_to {
                        ($int:ident, $float:tt, $generic:expr) => {{
                            let slot = base.add(a!());
                            let (x, y) = (*slot, reg!(c!()));
                            if (x.bits() | y.bits()) & 3 == 0 {
                                let (sum, overflow) = (x.bits() as i64).$int(y.bits() as i64);
                                if overflow {
                                    generic!($generic)
                                }
                                *slot = Value::from_bits(sum as u64);
                                next!(1)
                            }
                            if x.bits() & y.bits() & 2 != 0
                                && let Some(value) = Value::float(x.float_unchecked() $float y.float_unchecked())
                            {
                                *slot = value;
                                next!(1)
                            }
                            generic!($generic)
                        }};
                    }
                    /// `R[a] += c` for an int.
                    macro_rules! add_imm_to {
                        ($generic:expr) => {{
                            let slot = base.add(a!());
                            let x = *slot;
                            if !x.is_int() {
                                generic!($generic)
                            }
                            let step = (field(pc, 3) as i16 as i64) << 2;
                            let (sum, overflow) = (x.bits() as i64).overflowing_add(step);
                            if overflow {
                                generic!($generic)
                            }
                            *slot = Value::from_bits(sum as u64);
                            next!(1)
                        }};
                    }
                    macro_rules! multiply {
                        ($write:ident, $x:expr, $y:expr, $cold:path, $which:expr $(, $quick:expr)?) => {{
                            let (x, y) = ($x, $y);
                            if (x.bits() | y.bits()) & 3 == 0 {
                                let (product, overflow) = x.int_unchecked().overflowing_mul(y.bits() as i64);
                                if !overflow {
                                    $write!(a!(), Value::from_bits(product as u64), 1);
                                    next!(1);
                                }
                            } else if x.bits() & y.bits() & 2 != 0 {
                                $(generic!($quick);)?
                                #[allow(unreachable_code)]
                                if let Some(value) = Value::float(x.float_unchecked() * y.float_unchecked()) {
                                    $write!(a!(), value, 1);
                                    next!(1);
                                }
                            } else if let Some(value) = arithmetic::mixed_values($which, x, y) {
                                $write!(a!(), value, 1);
                                next!(1);
                            }
                            operate!($which, $cold)
                        }};
                    }
                    /// `R[a] = x op y` for two ints, `$int` giving an optional result; else the cold form.
                    macro_rules! int_only {
                        ($write:ident, $x:expr, $y:expr, $int:path, $cold:path, $which:expr) => {{
                            let (x, y) = ($x, $y);
                            if (x.bits() | y.bits()) & 3 == 0
                                && let Some(value) = $int(x.int_unchecked(), y.int_unchecked())
                            {
                                $write!(a!(), value, 1);
                                next!(1);
                            }
                            operate!($which, $cold)
                        }};
                    }
                    /// `R[a] = x op y` for two floats, R[a] being a temp.
                    macro_rules! float_only {
                        ($float:tt, $which:expr, $generic:expr) => {{
                            let (x, y) = (reg!(b!()), reg!(c!()));
                            if x.bits() & y.bits() & 2 != 0 {
                                if let Some(value) = Value::float(x.float_unchecked() $float y.float_unchecked()) {
                                    put!(a!(), value, 1);
                                    next!(1)
                                }
                                // A float that is no immediate is made there.
                                operate!($which, arithmetic::binary::<{ $which as u8 }>)
                            }
                            generic!($generic)
                        }};
                    }
                    /// The product of two floats and its sum or difference with another one, which is the next instruction.
                    macro_rules! float_product {
                        ($combine:expr) => {{
                            let next = pc.add(1);
                            let (left, right) = (field(next, 2) as usize, field(next, 3) as usize);
                            let is_left = left == a!();
                            let (x, y, other) = (reg!(b!()), reg!(c!()), reg!(if is_left { right } else { left }));
                            if !OBSERVED && x.bits() & y.bits() & other.bits() & 2 != 0 {
                                let product = x.float_unchecked() * y.float_unchecked();
                                let combine: fn(f64, f64, bool) -> f64 = $combine;
                                if let Some(value) = Value::float(combine(product, other.float_unchecked(), is_left)) {
                                    set!(field(next, 1) as usize, value, 2);
                                    next!(2)
                                }
                            }
                            generic!(Op::MUL_FLOAT)
                        }};
                    }
                    /// True division: floats, or an int and a float in either order, are for the fast path too.
                    macro_rules! true_divide {
                        ($x:expr, $y:expr, $cold:path, $which:expr) => {{
                            let (x, y) = ($x, $y);
                            if let Some(value) = arithmetic::fast_divide(x, y) {
                                set!(a!(), value, 1);
                                next!(1);
                            }
                            operate!($which, $cold)
                        }};
                    }
                    macro_rules! bitwise {
                        ($write:ident, $operator:tt, $cold:path, $which:expr) => {{
                            let (x, y) = (reg!(b!()), reg!(c!()));
                            if (x.bits() | y.bits()) & 3 == 0 {
                                $write!(a!(), Value::from_bits(x.bits() $operator y.bits()), 1);
                                next!(1);
                            }
                            operate!($which, $cold)
                        }};
                    }
                    /// The number of a comparison.
                    macro_rules! operator {
                        (<) => {
                            CompareOp::Less as u8
                        };
                        (<=) => {
                            CompareOp::LessEqual as u8
                        };
                        (==) => {
                            CompareOp::Equal as u8
                        };
                        (!=) => {
                            CompareOp::NotEqual as u8
                        };
                        (>) => {
                            CompareOp::Greater as u8
                        };
                        (>=) => {
                            CompareOp::GreaterEqual as u8
                        };
                    }
                    /// Whether R[a] equals a constant.
                    macro_rules! equals_constant {
                        () => {
                            match is_text(reg!(a!())) {
                                true => compare::equals_text(Site { base, pc }),
                                false => ask!(compare::equals_constant),
                            }
                        };
                    }
                    /// Whether an item is in a container: 1 or 0, or 2 if it is not told quickly.
                    macro_rules! quick_contains {
                        ($item:expr, $container:expr) => {
                            match is_text(reg!($container)) {
                                true => compare::text_contains(rt, Site { base, pc }, $item, $container),
                                false => compare::quick_contains(rt, Site { base, pc }, $item, $container),
                            }
                        };
                    }
                    /// Whether R[a] is in R[b].
                    macro_rules! contains {
                        () => {
                            match quick_contains!(a!(), b!()) {
                                0 => false,
                                1 => true,
                                _ => ask!(compare::test_contains),
                            }
                        };
                    }
                    macro_rules! compare {
                        ($x:expr, $y:expr, $operator:tt, $cold:path, $which:expr) => {{
                            let (x, y) = ($x, $y);
                            if (x.bits() | y.bits()) & 3 == 0 {
                                set!(a!(), Value::bool((x.bits() as i64) $operator (y.bits() as i64)), 1);
                                next!(1);
                            }
                            if x.bits() & y.bits() & 2 != 0 {
                                set!(a!(), Value::bool(x.float_unchecked() $operator y.float_unchecked()), 1);
                                next!(1);
                            }
                            if is_text(x) && is_text(y) {
                                let told = compare::texts::<{ operator!($operator) }>(Site { base, pc }, b!(), c!());
                                if told < 2 {
                                    set!(a!(), Value::bool(told == 1), 1);
                                    next!(1);
                                }
                            }
                            operate!($which, $cold)
                        }};
                    }
                    /// The answer of a comparison.
                    macro_rules! test {
                        ($x:expr, $y:expr, $operator:tt, $cold:path $(, $which:expr)?) => {{
                            let (x, y) = ($x, $y);
                            if (x.bits() | y.bits()) & 3 == 0 {
                                (x.bits() as i64) $operator (y.bits() as i64)
                            } else if x.bits() & y.bits() & 2 != 0 {
                                x.float_unchecked() $operator y.float_unchecked()
                            } else if is_text(x) && is_text(y) {
                                match compare::texts::<{ operator!($operator) }>(Site { base, pc }, a!(), b!()) {
                                    0 => false,
                                    1 => true,
                                    _ => ask!($cold),
                                }
                            } else {
                                $(if x.is_pointer() && shape(x).0 >= ShapeId::FIXED {
                                    let at = special::test(rt, Site { base, pc }, $which);
                                    if !at.pc.is_null() {
                                        go!(at)
                                    }
                                })?
                                ask!($cold)
                            }
                        }};
                    }
                    macro_rules! jump_if {
                        ($answer:expr) => {{
                            if $answer {
                                pc = target!();
                                continue 'run;
                            }
                            next!(2)
                        }};
                    }
                    macro_rules! edge_if {
                        ($answer:expr) => {{
                            if $answer {
                                edge!(target!())
                            }
                            next!(2)
                        }};
                    }
                    /// The truth of R[a], which is consumed if it is a temp.
                    macro_rules! truth {
                        () => {{
                            let value = reg!(a!());
                            if value == Value::TRUE {
                                true
                            } else if value == Value::FALSE || value == Value::NONE {
                                false
                            } else if value.is_int() {
                                value != Value::small(0)
                            } else {
                                ask!(jump::truth)
                            }
                        }};
                    }
                    macro_rules! wide_target {
                        () => {
                            pc.add(1).offset(wide(pc) as i32 as isize)
                        };
                    }
                    /// Whether R[a] is None; a temp is consumed.
                    macro_rules! is_none {
                        () => {{
                            let value = reg!(a!());
                            if value.is_pointer() && a!() >= Frame(base).code().local_count as usize {
                                reg!(a!()) = Value::UNBOUND;
                                drop_pointer!(value, 1);
                            }
                            value == Value::NONE
                        }};
                    }
                    /// Leaves the frame with a value.
                    macro_rules! leave {
                        ($value:expr) => {{
                            let mut value: Value = $value;
                            let link = Frame(base).link();
                            if !link.is_plain() {
                                if link.kind_number() == Kind::Operator as u64 && value != Value::NOT_IMPLEMENTED {
                                    end_operator!(value, link)
                                }
                                if link.kind_number() == Kind::Entry as u64 {
                                    call::leave_entry(rt, base);
                                    return Exit::Value(value);
                                }
                                if link.kind_number() != Kind::Init as u64 || value != Value::NONE {
                                    match call::leave(rt, base, value) {
                                        Ok(at) => go!(at),
                                        Err(exit) => return exit,
                                    }
                                }
                                // V1: the new object lies five words below the frame.
                                value = *base.sub(5);
                                *base.sub(5) = Value::UNBOUND;
                            }
                            release_frame!();
                            pc = Frame(base).return_pc();
                            base = base.byte_sub(link.distance());
                            return_to!(link.dst(), value)
                        }};
                    }
                    /// Releases the locals and the function of the frame that is left.
                    macro_rules! release_frame {
                        () => {{
                            let code = Frame(base).code();
                            let mut slot = base;
                            let end = base.add(code.local_count as usize);
                            // No call stands in this loop: what it needed would be kept in registers on every return.
                            while slot < end {
                                let old = *slot;
                                if old.is_pointer() {
                                    *slot = Value::UNBOUND;
                                    let header = old.header();
                                    (*header).count -= 1;
                                    if (*header).count == 0 {
                                        release_locals(header, slot.add(1), end);
                                        break;
                                    }
                                }
                                slot = slot.add(1);
                            }
                            let function = *base.sub(4);
                            *base.sub(4) = Value::UNBOUND;
                            let header = function.header();
                            (*header).count -= 1;
                            if (*header).count == 0 {
                                release(header);
                            }
                            rt.machine.remaining += 1;
                        }};
                    }
                    /// Writes what a call has given, when its frame is left, and goes on.
                    macro_rules! return_to {
                        ($register:expr, $value:expr) => {{
                            let slot = base.add($register);
                            let old = *slot;
                            *slot = $value;
                            release_word!(old);
                            if rt.heap.breaker().load(Ordering::Relaxed) != 0 {
                                look_up!(pc.sub(1), pc)
                            }
                            continue 'run;
                        }};
                    }
                    /// Leaves the frame of an operator's method, whose instruction this ends: operands that are temps are
                    /// released.
                    macro_rules! end_operator {
                        ($value:expr, $link:expr) => {{
                            let link: Link = $link;
                            let which = (*super::frame::word(base, -5) >> 8) as u16;
                            release_frame!();
                            pc = Frame(base).return_pc();
                            base = base.byte_sub(link.distance());
                            let operator = pc.sub(1);
                            let locals = Frame(base).code().local_count as usize;
                            let (left, right) = (field(operator, 2) as usize, field(operator, 3) as usize);
                            if which & which::ITEM == 0 && left >= locals {
                                let old = reg!(left);
                                reg!(left) = Value::UNBOUND;
                                release_word!(old);
                            }
                            if which & which::IMMEDIATE == 0 && right >= locals {
                                let old = reg!(right);
                                reg!(right) = Value::UNBOUND;
                                release_word!(old);
                            }
                            return_to!(field(operator, 1) as usize, $value)
                        }};
                    }
                    /// Goes on at once if native code is being fed with what this frame yields and takes the value.
                    macro_rules! offer {
                        ($value:expr) => {
                            if !OBSERVED && rt.machine.feeding.base == base {
                                let on = generate::offer(rt, Site { base, pc }, $value);
                                if !on.is_null() {
                                    pc = on;
                                    continue 'run;
                                }
                            }
                        };
                    }
                    /// Yields a register, with so many others in use: a temp is moved out.
                    macro_rules! suspend {
                        ($register:expr, $live:expr) => {{
                            let slot = base.add($register);
                            let value = *slot;
                            if OBSERVED && !observe::returning(rt, base, pc, value, true) {
                                break 'raise;
                            }
                            if $register >= Frame(base).code().local_count as usize {
                                *slot = Value::UNBOUND;
                            } else {
                                count(value);
                            }
                            give!(value, $live)
                        }};
                    }
                    /// Leaves a generator's frame with so many registers in use.
                    macro_rules! give {
                        ($value:expr, $live:expr) => {{
                            let kind = Frame(base).link().kind_number();
                            if kind == Kind::GeneratorFor as u64 || kind == Kind::GeneratorSend as u64 {
                                go!(generate::suspend_to_loop(rt, Site { base, pc }, $live, $value))
                            }
                            offer!($value);
                            if kind == Kind::GeneratorEntry as u64
                                && generate::suspend_to_native(rt, Site { base, pc }, $live)
                            {
                                return Exit::Value($value);
                            }
                            match generate::suspend(rt, Site { base, pc }, $live, $value) {
                                Ok(at) => go!(at),
                                Err(exit) => return exit,
                            }
                        }};
                    }
                    /// Calls R[w] with `$count` arguments in its window: plain Python functions here, the rest there.
                    macro_rules! call {
                        ($window:expr, $count:expr, $words:expr, $cold:expr) => {{
                            let slot = base.add($window);
                            let count = $count;
                            let callee = *slot;
                            if callee.is_pointer() && shape(callee) == ShapeId::FUNCTION {
                                let function = body::<FunctionBody>(callee);
                                let code = body::<CodeBody>((*function).code.value());
                                let callee_base = slot.add(4);
                                if (*code).call_key == count as u32 {
                                    // The tests stand one by one, each with a step of its own behind it: as one test of
                                    // several conditions they would all be evaluated.
                                    if callee_base >= rt.machine.limit {
                                        go!(call::no_room(rt, Site { base, pc }, pc.add($words), $cold))
                                    }
                                    rt.machine.remaining -= 1;
                                    if rt.machine.remaining < 0 {
                                        go!(call::too_deep(rt, Site { base, pc }, pc.add($words), $cold))
                                    }
                                    *super::frame::word(callee_base, -1) = code as u64;
                                    *super::frame::word(callee_base, -2) = call_link(pc, $window);
                                    *super::frame::word(callee_base, -3) = pc.add($words) as u64;
                                    let mut local = count;
                                    while local < (*code).local_count as usize {
                                        *callee_base.add(local) = Value::UNBOUND;
                                        local += 1;
                                    }
                                    base = callee_base;
                                    pc = (*code).entry as *const u64;
                                    if OBSERVED {
                                        pc = observe::called(rt, base, pc);
                                        if pc.is_null() {
                                            break 'unwind;
                                        }
                                    }
                                    continue 'run;
                                }
                            }
                            if callee.is_pointer() {
                                let (site, next) = (Site { base, pc }, pc.add($words));
                                if shape(callee) == ShapeId::FUNCTION {
                                    go!(call::function(rt, site, next, $window, count, $cold))
                                }
                                if shape(callee) == ShapeId::TYPE {
                                    go!(call::construct(rt, site, next, $window, count, $cold))
                                }
                                if shape(callee) != ShapeId::BOUND_METHOD {
                                    go!(call::native(rt, site, next, $window, count, $cold))
                                }
                            }
                            go!($cold(rt, Site { base, pc }, pc.add($words)))
                        }};
                    }
                    /// Calls the native function `$def`, found in the window at `$slot`, with `$total` values from `$first`
                    /// on, whose number it accepts. Values and callee are released.
                    macro_rules! native {
                        ($def:expr, $slot:expr, $first:expr, $total:expr) => {{
                            let (slot, first, total): (_, *mut Value, usize) = ($slot, $first, $total);
                            let value = call_native!($def, first, total, total);
                            finish_native!(slot, first, total, value)
                        }};
                    }
                    /// The result of a native function of `$total` values from `$first` on. If it raises, `$owned` of them
                    /// are released.
                    macro_rules! call_native {
                        ($def:expr, $first:expr, $total:expr, $owned:expr) => {{
                            let (def, first): (&'static MethodDef, *mut Value) = ($def, $first);
                            rt.machine.base = base;
                            rt.machine.pc = pc.add(1);
                            let values = std::slice::from_raw_parts(first.cast::<Object>(), $total);
                            match (def.call)(rt, def, values, None) {
                                Ok(value) => value.into_value(),
                                Err(raised) => {
                                    go!(call::native_raised(rt, Site { base, pc }, first, $owned, raised))
                                }
                            }
                        }};
                    }
                    /// While observed, the general way tells of the call. (To begin the instruction again would be told.)
                    macro_rules! observed_call {
                        () => {
                            if OBSERVED {
                                go!(call::call(rt, Site { base, pc }, pc.add(2)))
                            }
                        };
                    }
                    /// Releases values and callee of a native call, whose result goes to R[a].
                    macro_rules! finish_native {
                        ($slot:expr, $first:expr, $total:expr, $value:expr) => {{
                            let (slot, first, total, value): (*mut Value, *mut Value, usize, Value) =
                                ($slot, $first, $total, $value);
                            let mut at = first;
                            let end = first.add(total);
                            while at != end {
                                let old = *at;
                                *at = Value::UNBOUND;
                                at = at.add(1);
                                release_word!(old);
                            }
                            let callee = *slot;
                            *slot = Value::UNBOUND;
                            release_word!(callee);
                            deliver_native!(value)
                        }};
                    }
                    /// Writes the result of a native call, when all else is released, and goes on.
                    macro_rules! deliver_native {
                        ($value:expr) => {{
                            let target = base.add(a!());
                            let old = *target;
                            *target = $value;
                            release_word!(old);
                            if rt.machine.observers.attention() || safe_point::has_events(rt) {
                                go!(call::after_native(rt, base, pc.add(2)))
                            }
                            next!(2)
                        }};
                    }
                    /// The same where no foreign code has run: only what dies here can leave anything to be done.
                    macro_rules! finish_quick {
                        ($slot:expr, $total:expr, $value:expr) => {{
                            let (slot, total, value): (*mut Value, usize, Value) = ($slot, $total, $value);
                            let mut died = false;
                            let mut i = 0;
                            while i <= total {
                                let at = if i == total { slot } else { slot.add(4 + i) };
                                i += 1;
                                let old = *at;
                                if old.is_pointer() {
                                    *at = Value::UNBOUND;
                                    let header = old.header();
                                    (*header).count -= 1;
                                    if (*header).count == 0 {
                                        release(header);
                                        died = true;
                                    }
                                }
                            }
                            if died {
                                Site { base, pc }.set(a!(), Object::from_owned(value));
                                go!(call::after_native(rt, base, pc.add(2)))
                            }
                            set!(a!(), value, 2);
                            next!(2)
                        }};
                    }
                    /// The length of the object in a register, a pointer; `usize::MAX` if it is none of the plain ones.
                    macro_rules! length_of {
                        ($slot:expr) => {{
                            let slot: *mut Value = $slot;
                            match shape(*slot) {
                                ShapeId::STR | ShapeId::STR_LARGE => (*slot.cast::<crate::layout::Str>()).len(),
                                ShapeId::LIST => (*slot.cast::<crate::layout::List>()).get(&rt.heap).items.len(),
                                ShapeId::TUPLE => (*slot.cast::<crate::layout::Tuple>()).len(),
                                ShapeId::DICT => (*body::<DictBody>(*slot)).len(),
                                _ => usize::MAX,
                            }
                        }};
                    }
                    /// A reference to a local for somewhere else to keep.
                    macro_rules! shared {
                        ($from:expr) => {{
                            let value = *$from;
                            count(value);
                            value
                        }};
                    }
                    /// The content of a temp, which holds nothing afterwards.
                    macro_rules! moved {
                        ($from:expr) => {{
                            let from = $from;
                            let value = *from;
                            *from = Value::UNBOUND;
                            value
                        }};
                    }
                    /// `R[a].slot = R[c]` for the cached shape; `$take` says how the value is taken.
                    macro_rules! store_slot {
                        ($take:ident) => {{
                            let object = reg!(a!());
                            if object.is_pointer() && shape(object).0 == extra!(2) as u32 {
                                let slot = object.header().byte_add(extra!(1) as u32 as usize).cast::<Value>();
                                let value = $take!(base.add(c!()));
                                let old = *slot;
                                *slot = value;
                                drop_word!(old, 3);
                                next!(3)
                            }
                            cold!(attribute::store, 3)
                        }};
                    }
                    /// The same where the slot is new.
                    macro_rules! add_slot {
                        ($take:ident) => {{
                            let object = reg!(a!());
                            let shapes = extra!(2);
                            if object.is_pointer() && shape(object).0 == shapes as u32 {
                                let slot = object.header().byte_add(extra!(1) as u32 as usize).cast::<Value>();
                                *slot = $take!(base.add(c!()));
                                (*object.header()).shape = ShapeId((shapes >> 32) as u32);
                                next!(3)
                            }
                            cold!(attribute::store, 3)
                        }};
                    }
                    /// What follows is done with the builtin that the instruction has found before, unless names have come
                    /// or gone since.
                    macro_rules! with_builtin {
                        (|$value:ident| $then:block) => {{
                            let function = Frame(base).body();
                            let globals = body::<DictBody>((*function).globals.value());
                            let builtins = body::<DictBody>((*function).builtins.value());
                            let cached = extra!(1);
                            if (*globals).version() == cached as u32 && (*builtins).version() == (cached >> 32) as u32 {
                                let $value = (*(*builtins).entries_ptr().add(extra!(2) as usize)).value.value();
                                $then
                            }
                            cold!(name::load_global, 3)
                        }};
                    }
                    /// `R[a] = list[R[c]]` of the list in a register, which `$release` gives up if it is a temp.
                    macro_rules! list_item {
                        ($list:expr $(, $release:ident)?) => {{
                            let (object, key) = (reg!($list), reg!(c!()));
                            if key.is_int()
                                && let Some(value) = list_item(object, key)
                            {
                                count(value);
                                *base.add(a!()) = value;
                                $($release!(object, 1);)?
                                next!(1)
                            }
                            generic!(Op::LOAD_SUBSCR)
                        }};
                    }
                    if OBSERVED && !std::mem::take(&mut told) && !observe::instruction(rt, base, pc) {
                        break 'raise;
                    }
                    // V3: the number is an opcode's.
                    let op: Op = std::mem::transmute::<u16, Op>(field(pc, 0));
                    match op {
                        Op::NOP => next!(1),
                        Op::MOVE => {
                            let slot = base.add(b!());
                            let value = *slot;
                            *slot = Value::UNBOUND;
                            set!(a!(), value, 1);
                            next!(1)
                        }
                        Op::COPY => {
                            let value = reg!(b!());
                            count(value);
                            set!(a!(), value, 1);
                            next!(1)
                        }
                        Op::COPY_TEMP => {
                            let value = reg!(b!());
                            count(value);
                            put!(a!(), value, 1);
                            next!(1)
                        }
                        Op::COPY_PAIR => {
                            let (first, second) = (reg!(b!()), reg!(c!()));
                            count(first);
                            count(second);
                            *base.add(a!()) = first;
                            *base.add(a!() + 1) = second;
                            next!(1)
                        }
                        Op::SWAP => {
                            std::ptr::swap(base.add(a!()), base.add(b!()));
                            next!(1)
                        }
                        Op::RELEASE => {
                            set!(a!(), Value::UNBOUND, 1);
                            next!(1)
                        }
                        Op::LOAD_CONST => {
                            let value = (*Frame(base).code().constants.as_ptr().add(wide(pc) as usize)).value();
                            count(value);
                            set!(a!(), value, 1);
                            next!(1)
                        }
                        Op::LOAD_CONST_TEMP => {
                            let value = (*Frame(base).code().constants.as_ptr().add(wide(pc) as usize)).value();
                            count(value);
                            put!(a!(), value, 1);
                            next!(1)
                        }
                        Op::LOAD_INT => {
                            set!(a!(), Value::small(wide(pc) as i32), 1);
                            next!(1)
                        }
                        Op::LOAD_INT_TEMP => {
                            put!(a!(), Value::small(wide(pc) as i32), 1);
                            next!(1)
                        }
                        Op::LOAD_NONE => {
                            set!(a!(), Value::NONE, 1);
                            next!(1)
                        }
                        Op::LOAD_TRUE => {
                            set!(a!(), Value::TRUE, 1);
                            next!(1)
                        }
                        Op::LOAD_FALSE => {
                            set!(a!(), Value::FALSE, 1);
                            next!(1)
                        }
                        Op::CHECK_LOCAL => {
                            if reg!(a!()).is_unbound() {
                                cold!(name::unbound_local, 1)
                            }
                            next!(1)
                        }
                        Op::DELETE_LOCAL => {
                            if reg!(a!()).is_unbound() {
                                cold!(name::unbound_local, 1)
                            }
                            set!(a!(), Value::UNBOUND, 1);
                            next!(1)
                        }

                        Op::LOAD_GLOBAL => cold!(name::load_global, 3),
                        Op::LOAD_GLOBAL_MODULE => {
                            let globals = body::<DictBody>((*Frame(base).body()).globals.value());
                            let cached = extra!(1);
                            if (*globals).version() == cached as u32 {
                                let value = *(*globals).entries_ptr().byte_add((cached >> 32) as usize).cast::<Value>();
                                count(value);
                                set!(a!(), value, 3);
                                next!(3)
                            }
                            cold!(name::load_global, 3)
                        }
                        Op::LOAD_GLOBAL_MODULE_TEMP => {
                            let globals = body::<DictBody>((*Frame(base).body()).globals.value());
                            let cached = extra!(1);
                            if (*globals).version() == cached as u32 {
                                let value = *(*globals).entries_ptr().byte_add((cached >> 32) as usize).cast::<Value>();
                                count(value);
                                put!(a!(), value, 3);
                                next!(3)
                            }
                            cold!(name::load_global, 3)
                        }
                        Op::LOAD_GLOBAL_BUILTIN => with_builtin!(|value| {
                            count(value);
                            set!(a!(), value, 3);
                            next!(3)
                        }),
                        Op::LOAD_GLOBAL_BUILTIN_TEMP => with_builtin!(|value| {
                            count(value);
                            put!(a!(), value, 3);
                            next!(3)
                        }),
                        Op::LOAD_GLOBAL_LEN => with_builtin!(|callee| {
                            let slot = base.add(field(pc.add(3), 2) as usize);
                            // The extra word of CALL_LEN is the declaration of `len`.
                            if !OBSERVED
                                && callee.is_pointer()
                                && shape(callee) == ShapeId::BUILTIN_FUNCTION
                                && &raw const **(*body::<BuiltinFunctionBody>(callee)).def as u64 == extra!(5)
                                && (*slot).is_pointer()
                            {
                                let length = length_of!(slot);
                                if length != usize::MAX {
                                    let target = field(pc.add(4), 1) as usize;
                                    set!(target, Value::from_bits((length as u64) << 2), 6);
                                    next!(6)
                                }
                            }
                            count(callee);
                            put!(a!(), callee, 3);
                            next!(3)
                        }),
                        Op::STORE_GLOBAL => cold!(name::store_global, 2),
                        Op::STORE_GLOBAL_MODULE => {
                            let globals = body::<DictBody>((*Frame(base).body()).globals.value());
                            let cached = extra!(1);
                            if (*globals).version() == cached as u32 {
                                let slot =
                                    &raw mut (*(*globals).entries_ptr().add((cached >> 32 & 0xfff_ffff) as usize))
                                        .value;
                                let slot = slot.cast::<Value>();
                                let from = base.add(a!());
                                let value = *from;
                                if cached & temps::VALUE != 0 {
                                    *from = Value::UNBOUND;
                                } else {
                                    count(value);
                                }
                                let old = *slot;
                                *slot = value;
                                drop_word!(old, 2);
                                next!(2)
                            }
                            cold!(name::store_global, 2)
                        }
                        Op::DELETE_GLOBAL => cold!(name::delete_global, 1),
                        Op::LOAD_NAME => cold!(name::load_name, 3),
                        Op::LOAD_NAME_MODULE => {
                            let namespace = *base;
                            let cached = extra!(1);
                            if namespace == (*Frame(base).body()).globals.value() {
                                let globals = body::<DictBody>(namespace);
                                if (*globals).version() == cached as u32 {
                                    let value =
                                        *(*globals).entries_ptr().byte_add((cached >> 32) as usize).cast::<Value>();
                                    count(value);
                                    set!(a!(), value, 3);
                                    next!(3)
                                }
                            }
                            cold!(name::load_name, 3)
                        }
                        Op::LOAD_NAME_BUILTIN => {
                            let function = Frame(base).body();
                            let namespace = *base;
                            let cached = extra!(1);
                            if namespace == (*function).globals.value() {
                                let globals = body::<DictBody>(namespace);
                                let builtins = body::<DictBody>((*function).builtins.value());
                                if (*globals).version() == cached as u32
                                    && (*builtins).version() == (cached >> 32) as u32
                                {
                                    let value = (*(*builtins).entries_ptr().add(extra!(2) as usize)).value.value();
                                    count(value);
                                    set!(a!(), value, 3);
                                    next!(3)
                                }
                            }
                            cold!(name::load_name, 3)
                        }
                        Op::STORE_NAME => cold!(name::store_name, 2),
                        Op::STORE_NAME_MODULE => {
                            let namespace = *base;
                            let cached = extra!(1);
                            if namespace == (*Frame(base).body()).globals.value() {
                                let globals = body::<DictBody>(namespace);
                                if (*globals).version() == cached as u32 {
                                    let slot =
                                        &raw mut (*(*globals).entries_ptr().add((cached >> 32 & 0xfff_ffff) as usize))
                                            .value;
                                    let slot = slot.cast::<Value>();
                                    let from = base.add(a!());
                                    let value = *from;
                                    if cached & temps::VALUE != 0 {
                                        *from = Value::UNBOUND;
                                    } else {
                                        count(value);
                                    }
                                    let old = *slot;
                                    *slot = value;
                                    drop_word!(old, 2);
                                    next!(2)
                                }
                            }
                            cold!(name::store_name, 2)
                        }
                        Op::DELETE_NAME => cold!(name::delete_name, 1),
                        Op::MAKE_CELL => cold!(name::make_cell, 1),
                        Op::LOAD_CELL => {
                            let value = (*body::<CellBody>(reg!(b!()))).contents.value();
                            if value.is_unbound() {
                                cold!(name::empty_cell, 1)
                            }
                            count(value);
                            set!(a!(), value, 1);
                            next!(1)
                        }
                        Op::STORE_CELL => {
                            let slot = (&raw mut (*body::<CellBody>(reg!(a!()))).contents).cast::<Value>();
                            let from = base.add(b!());
                            let value = *from;
                            if c!() & 1 != 0 {
                                *from = Value::UNBOUND;
                            } else {
                                count(value);
                            }
                            let old = *slot;
                            *slot = value;
                            drop_word!(old, 1);
                            next!(1)
                        }
                        Op::DELETE_CELL => cold!(name::delete_cell, 1),
                        Op::LOAD_FREE => {
                            let cell = name::free_cell(base, b!());
                            let value = (*body::<CellBody>(cell)).contents.value();
                            if value.is_unbound() {
                                cold!(name::empty_free, 1)
                            }
                            count(value);
                            set!(a!(), value, 1);
                            next!(1)
                        }
                        Op::LOAD_FREE_TEMP => {
                            let cell = name::free_cell(base, b!());
                            let value = (*body::<CellBody>(cell)).contents.value();
                            if value.is_unbound() {
                                cold!(name::empty_free, 1)
                            }
                            count(value);
                            put!(a!(), value, 1);
                            next!(1)
                        }
                        Op::STORE_FREE => {
                            let cell = name::free_cell(base, a!());
                            let slot = (&raw mut (*body::<CellBody>(cell)).contents).cast::<Value>();
                            let from = base.add(b!());
                            let value = *from;
                            if c!() & 1 != 0 {
                                *from = Value::UNBOUND;
                            } else {
                                count(value);
                            }
                            let old = *slot;
                            *slot = value;
                            drop_word!(old, 1);
                            next!(1)
                        }
                        Op::DELETE_FREE => cold!(name::delete_free, 1),
                        Op::LOAD_FROM_DICT_OR_FREE => cold!(name::load_from_dict_or_free, 1),
                        Op::LOAD_FROM_DICT_OR_GLOBALS => cold!(name::load_from_dict_or_globals, 1),
                        Op::SETUP_ANNOTATIONS => cold!(name::setup_annotations, 1),

                        Op::ADD => {
                            add_like!(set, reg!(b!()), reg!(c!()), overflowing_add, +, arithmetic::binary::<{ BinaryOp::Add as u8 }>, BinaryOp::Add as u16)
                        }
                        Op::SUB => {
                            add_like!(set, reg!(b!()), reg!(c!()), overflowing_sub, -, arithmetic::binary::<{ BinaryOp::Subtract as u8 }>, BinaryOp::Subtract as u16)
                        }
                        Op::MUL => {
                            multiply!(
                                set,
                                reg!(b!()),
                                reg!(c!()),
                                arithmetic::binary::<{ BinaryOp::Multiply as u8 }>,
                                BinaryOp::Multiply as u16
                            )
                        }
                        Op::MATMUL => operate!(
                            BinaryOp::MatrixMultiply as u16,
                            arithmetic::binary::<{ BinaryOp::MatrixMultiply as u8 }>
                        ),
                        Op::TRUEDIV => {
                            true_divide!(
                                reg!(b!()),
                                reg!(c!()),
                                arithmetic::binary::<{ BinaryOp::TrueDivide as u8 }>,
                                BinaryOp::TrueDivide as u16
                            )
                        }
                        Op::FLOORDIV => int_only!(
                            set,
                            reg!(b!()),
                            reg!(c!()),
                            arithmetic::floor_divide,
                            arithmetic::binary::<{ BinaryOp::FloorDivide as u8 }>,
                            BinaryOp::FloorDivide as u16
                        ),
                        Op::MOD => int_only!(
                            set,
                            reg!(b!()),
                            reg!(c!()),
                            arithmetic::remainder,
                            arithmetic::binary::<{ BinaryOp::Remainder as u8 }>,
                            BinaryOp::Remainder as u16
                        ),
                        Op::POW => {
                            if let Some(value) = arithmetic::fast_power(reg!(b!()), reg!(c!())) {
                                set!(a!(), value, 1);
                                next!(1)
                            }
                            operate!(BinaryOp::Power as u16, arithmetic::binary::<{ BinaryOp::Power as u8 }>)
                        }
                        Op::LSHIFT => int_only!(
                            set,
                            reg!(b!()),
                            reg!(c!()),
                            arithmetic::left_shift,
                            arithmetic::binary::<{ BinaryOp::LeftShift as u8 }>,
                            BinaryOp::LeftShift as u16
                        ),
                        Op::RSHIFT => int_only!(
                            set,
                            reg!(b!()),
                            reg!(c!()),
                            arithmetic::right_shift,
                            arithmetic::binary::<{ BinaryOp::RightShift as u8 }>,
                            BinaryOp::RightShift as u16
                        ),
                        Op::AND => {
                            bitwise!(set, &, arithmetic::binary::<{ BinaryOp::And as u8 }>, BinaryOp::And as u16)
                        }
                        Op::OR => bitwise!(set, |, arithmetic::binary::<{ BinaryOp::Or as u8 }>, BinaryOp::Or as u16),
                        Op::XOR => {
                            bitwise!(set, ^, arithmetic::binary::<{ BinaryOp::Xor as u8 }>, BinaryOp::Xor as u16)
                        }
                        Op::INPLACE_ADD => {
                            add_like!(set, reg!(b!()), reg!(c!()), overflowing_add, +, arithmetic::in_place::<{ BinaryOp::Add as u8 }>, BinaryOp::Add as u16 | which::IN_PLACE)
                        }
                        Op::INPLACE_SUB => {
                            add_like!(set, reg!(b!()), reg!(c!()), overflowing_sub, -, arithmetic::in_place::<{ BinaryOp::Subtract as u8 }>, BinaryOp::Subtract as u16 | which::IN_PLACE)
                        }
                        Op::INPLACE_MUL => {
                            multiply!(
                                set,
                                reg!(b!()),
                                reg!(c!()),
                                arithmetic::in_place::<{ BinaryOp::Multiply as u8 }>,
                                BinaryOp::Multiply as u16 | which::IN_PLACE
                            )
                        }
                        Op::INPLACE_MATMUL => operate!(
                            BinaryOp::MatrixMultiply as u16 | which::IN_PLACE,
                            arithmetic::in_place::<{ BinaryOp::MatrixMultiply as u8 }>
                        ),
                        Op::INPLACE_TRUEDIV => {
                            true_divide!(
                                reg!(b!()),
                                reg!(c!()),
                                arithmetic::in_place::<{ BinaryOp::TrueDivide as u8 }>,
                                BinaryOp::TrueDivide as u16 | which::IN_PLACE
                            )
                        }
                        Op::INPLACE_FLOORDIV => int_only!(
                            set,
                            reg!(b!()),
                            reg!(c!()),
                            arithmetic::floor_divide,
                            arithmetic::in_place::<{ BinaryOp::FloorDivide as u8 }>,
                            BinaryOp::FloorDivide as u16 | which::IN_PLACE
                        ),
                        Op::INPLACE_MOD => int_only!(
                            set,
                            reg!(b!()),
                            reg!(c!()),
                            arithmetic::remainder,
                            arithmetic::in_place::<{ BinaryOp::Remainder as u8 }>,
                            BinaryOp::Remainder as u16 | which::IN_PLACE
                        ),
                        Op::INPLACE_POW => operate!(
                            BinaryOp::Power as u16 | which::IN_PLACE,
                            arithmetic::in_place::<{ BinaryOp::Power as u8 }>
                        ),
                        Op::INPLACE_LSHIFT => int_only!(
                            set,
                            reg!(b!()),
                            reg!(c!()),
                            arithmetic::left_shift,
                            arithmetic::in_place::<{ BinaryOp::LeftShift as u8 }>,
                            BinaryOp::LeftShift as u16 | which::IN_PLACE
                        ),
                        Op::INPLACE_RSHIFT => int_only!(
                            set,
                            reg!(b!()),
                            reg!(c!()),
                            arithmetic::right_shift,
                            arithmetic::in_place::<{ BinaryOp::RightShift as u8 }>,
                            BinaryOp::RightShift as u16 | which::IN_PLACE
                        ),
                        Op::INPLACE_AND => {
                            bitwise!(set, &, arithmetic::in_place::<{ BinaryOp::And as u8 }>, BinaryOp::And as u16 | which::IN_PLACE)
                        }
                        Op::INPLACE_OR => {
                            bitwise!(set, |, arithmetic::in_place::<{ BinaryOp::Or as u8 }>, BinaryOp::Or as u16 | which::IN_PLACE)
                        }
                        Op::INPLACE_XOR => {
                            bitwise!(set, ^, arithmetic::in_place::<{ BinaryOp::Xor as u8 }>, BinaryOp::Xor as u16 | which::IN_PLACE)
                        }
                        Op::ADD_IMM => {
                            add_like!(set, reg!(b!()), imm_c!(), overflowing_add, +, arithmetic::binary_imm::<{ BinaryOp::Add as u8 }>, BinaryOp::Add as u16 | which::IMMEDIATE)
                        }
                        Op::SUB_IMM => {
                            add_like!(set, reg!(b!()), imm_c!(), overflowing_sub, -, arithmetic::binary_imm::<{ BinaryOp::Subtract as u8 }>, BinaryOp::Subtract as u16 | which::IMMEDIATE)
                        }
                        Op::MUL_IMM => {
                            multiply!(
                                set,
                                reg!(b!()),
                                imm_c!(),
                                arithmetic::binary_imm::<{ BinaryOp::Multiply as u8 }>,
                                BinaryOp::Multiply as u16 | which::IMMEDIATE
                            )
                        }
                        Op::TRUEDIV_IMM => {
                            true_divide!(
                                reg!(b!()),
                                imm_c!(),
                                arithmetic::binary_imm::<{ BinaryOp::TrueDivide as u8 }>,
                                BinaryOp::TrueDivide as u16 | which::IMMEDIATE
                            )
                        }
                        Op::FLOORDIV_IMM => int_only!(
                            set,
                            reg!(b!()),
                            imm_c!(),
                            arithmetic::floor_divide,
                            arithmetic::binary_imm::<{ BinaryOp::FloorDivide as u8 }>,
                            BinaryOp::FloorDivide as u16 | which::IMMEDIATE
                        ),
                        Op::MOD_IMM => int_only!(
                            set,
                            reg!(b!()),
                            imm_c!(),
                            arithmetic::remainder,
                            arithmetic::binary_imm::<{ BinaryOp::Remainder as u8 }>,
                            BinaryOp::Remainder as u16 | which::IMMEDIATE
                        ),
                        Op::POW_IMM => {
                            if let Some(value) = arithmetic::fast_power(reg!(b!()), imm_c!()) {
                                set!(a!(), value, 1);
                                next!(1)
                            }
                            operate!(
                                BinaryOp::Power as u16 | which::IMMEDIATE,
                                arithmetic::binary_imm::<{ BinaryOp::Power as u8 }>
                            )
                        }
                        Op::LSHIFT_IMM => int_only!(
                            set,
                            reg!(b!()),
                            imm_c!(),
                            arithmetic::left_shift,
                            arithmetic::binary_imm::<{ BinaryOp::LeftShift as u8 }>,
                            BinaryOp::LeftShift as u16 | which::IMMEDIATE
                        ),
                        Op::RSHIFT_IMM => int_only!(
                            set,
                            reg!(b!()),
                            imm_c!(),
                            arithmetic::right_shift,
                            arithmetic::binary_imm::<{ BinaryOp::RightShift as u8 }>,
                            BinaryOp::RightShift as u16 | which::IMMEDIATE
                        ),
                        Op::AND_IMM => int_only!(
                            set,
                            reg!(b!()),
                            imm_c!(),
                            arithmetic::and,
                            arithmetic::binary_imm::<{ BinaryOp::And as u8 }>,
                            BinaryOp::And as u16 | which::IMMEDIATE
                        ),
                        Op::INPLACE_ADD_IMM => {
                            add_like!(set, reg!(b!()), imm_c!(), overflowing_add, +, arithmetic::in_place_imm::<{ BinaryOp::Add as u8 }>, BinaryOp::Add as u16 | which::IMMEDIATE | which::IN_PLACE)
                        }
                        Op::INPLACE_SUB_IMM => {
                            add_like!(set, reg!(b!()), imm_c!(), overflowing_sub, -, arithmetic::in_place_imm::<{ BinaryOp::Subtract as u8 }>, BinaryOp::Subtract as u16 | which::IMMEDIATE | which::IN_PLACE)
                        }
                        Op::INPLACE_MUL_IMM => {
                            multiply!(
                                set,
                                reg!(b!()),
                                imm_c!(),
                                arithmetic::in_place_imm::<{ BinaryOp::Multiply as u8 }>,
                                BinaryOp::Multiply as u16 | which::IMMEDIATE | which::IN_PLACE
                            )
                        }
                        Op::INPLACE_TRUEDIV_IMM => true_divide!(
                            reg!(b!()),
                            imm_c!(),
                            arithmetic::in_place_imm::<{ BinaryOp::TrueDivide as u8 }>,
                            BinaryOp::TrueDivide as u16 | which::IMMEDIATE | which::IN_PLACE
                        ),
                        Op::INPLACE_FLOORDIV_IMM => int_only!(
                            set,
                            reg!(b!()),
                            imm_c!(),
                            arithmetic::floor_divide,
                            arithmetic::in_place_imm::<{ BinaryOp::FloorDivide as u8 }>,
                            BinaryOp::FloorDivide as u16 | which::IMMEDIATE | which::IN_PLACE
                        ),
                        Op::INPLACE_MOD_IMM => int_only!(
                            set,
                            reg!(b!()),
                            imm_c!(),
                            arithmetic::remainder,
                            arithmetic::in_place_imm::<{ BinaryOp::Remainder as u8 }>,
                            BinaryOp::Remainder as u16 | which::IMMEDIATE | which::IN_PLACE
                        ),
                        Op::INPLACE_POW_IMM => operate!(
                            BinaryOp::Power as u16 | which::IMMEDIATE | which::IN_PLACE,
                            arithmetic::in_place_imm::<{ BinaryOp::Power as u8 }>
                        ),
                        Op::INPLACE_LSHIFT_IMM => int_only!(
                            set,
                            reg!(b!()),
                            imm_c!(),
                            arithmetic::left_shift,
                            arithmetic::in_place_imm::<{ BinaryOp::LeftShift as u8 }>,
                            BinaryOp::LeftShift as u16 | which::IMMEDIATE | which::IN_PLACE
                        ),
                        Op::INPLACE_RSHIFT_IMM => int_only!(
                            set,
                            reg!(b!()),
                            imm_c!(),
                            arithmetic::right_shift,
                            arithmetic::in_place_imm::<{ BinaryOp::RightShift as u8 }>,
                            BinaryOp::RightShift as u16 | which::IMMEDIATE | which::IN_PLACE
                        ),
                        Op::INPLACE_AND_IMM => int_only!(
                            set,
                            reg!(b!()),
                            imm_c!(),
                            arithmetic::and,
                            arithmetic::in_place_imm::<{ BinaryOp::And as u8 }>,
                            BinaryOp::And as u16 | which::IMMEDIATE | which::IN_PLACE
                        ),
                        Op::IMM_ADD => {
                            add_like!(set, imm_b!(), reg!(c!()), overflowing_add, +, arithmetic::imm_binary::<{ BinaryOp::Add as u8 }>, BinaryOp::Add as u16 | which::NONE)
                        }
                        Op::IMM_SUB => {
                            add_like!(set, imm_b!(), reg!(c!()), overflowing_sub, -, arithmetic::imm_binary::<{ BinaryOp::Subtract as u8 }>, BinaryOp::Subtract as u16 | which::NONE)
                        }
                        Op::IMM_MUL => {
                            multiply!(
                                set,
                                imm_b!(),
                                reg!(c!()),
                                arithmetic::imm_binary::<{ BinaryOp::Multiply as u8 }>,
                                BinaryOp::Multiply as u16 | which::NONE
                            )
                        }
                        Op::IMM_TRUEDIV => {
                            true_divide!(
                                imm_b!(),
                                reg!(c!()),
                                arithmetic::imm_binary::<{ BinaryOp::TrueDivide as u8 }>,
                                BinaryOp::TrueDivide as u16 | which::NONE
                            )
                        }
                        Op::IMM_LSHIFT => int_only!(
                            set,
                            imm_b!(),
                            reg!(c!()),
                            arithmetic::left_shift,
                            arithmetic::imm_binary::<{ BinaryOp::LeftShift as u8 }>,
                            BinaryOp::LeftShift as u16 | which::NONE
                        ),
                        Op::IMM_POW => cold!(arithmetic::imm_binary::<{ BinaryOp::Power as u8 }>, 1),
                        Op::ADD_TO => add_to!(overflowing_add, +, Op::INPLACE_ADD),
                        Op::SUB_TO => add_to!(overflowing_sub, -, Op::INPLACE_SUB),
                        Op::ADD_IMM_TO => add_imm_to!(Op::INPLACE_ADD_IMM),
                        Op::ADD_IMM_SELF => add_imm_to!(Op::ADD_IMM),
                        Op::ADD_COUNT_LOOP => {
                            /// Goes on as ADD_TO.
                            macro_rules! part {
                                () => {{
                                    quicken::part(Site { base, pc });
                                    continue 'run;
                                }};
                            }
                            if OBSERVED {
                                part!()
                            }
                            let (total, slot) = (base.add(a!()), base.add(field(pc.add(1), 1) as usize));
                            let limit = *base.add(field(pc.add(2), 2) as usize);
                            let (x, y, count) = (*total, reg!(c!()), *slot);
                            if (x.bits() | y.bits() | count.bits() | limit.bits()) & 3 != 0 {
                                part!()
                            }
                            let (sum, overflow) = (x.bits() as i64).overflowing_add(y.bits() as i64);
                            if overflow {
                                part!()
                            }
                            let (next, overflow) =
                                (count.bits() as i64).overflowing_add(field(pc.add(1), 3) as i16 as i64);
                            if overflow {
                                part!()
                            }
                            *total = Value::from_bits(sum as u64);
                            *slot = Value::from_bits(next as u64);
                            if next < limit.bits() as i64 {
                                edge!(pc.add(1), pc.offset(field(pc, 2) as i16 as isize))
                            }
                            next!(4)
                        }
                        Op::COUNT_LOOP => {
                            let slot = base.add(a!());
                            let (count, limit) = (*slot, *base.add(field(pc.add(1), 2) as usize));
                            let (sum, overflow) = (count.bits() as i64).overflowing_add(field(pc, 3) as i16 as i64);
                            if overflow || (count.bits() | limit.bits()) & 3 != 0 {
                                quicken::uncount(Site { base, pc });
                                continue 'run;
                            }
                            *slot = Value::from_bits(sum as u64);
                            if OBSERVED {
                                next!(1)
                            }
                            if sum < limit.bits() as i64 {
                                edge!(pc, pc.offset(field(pc, 2) as i16 as isize))
                            }
                            next!(3)
                        }
                        Op::ADD_TEMP => {
                            add_like!(put, reg!(b!()), reg!(c!()), overflowing_add, +, arithmetic::binary::<{ BinaryOp::Add as u8 }>, BinaryOp::Add as u16, Op::ADD_FLOAT)
                        }
                        Op::ADD_FLOAT => float_only!(+, BinaryOp::Add as u16, Op::ADD_TEMP),
                        Op::SUB_TEMP => {
                            add_like!(put, reg!(b!()), reg!(c!()), overflowing_sub, -, arithmetic::binary::<{ BinaryOp::Subtract as u8 }>, BinaryOp::Subtract as u16, Op::SUB_FLOAT)
                        }
                        Op::SUB_FLOAT => float_only!(-, BinaryOp::Subtract as u16, Op::SUB_TEMP),
                        Op::MUL_TEMP => multiply!(
                            put,
                            reg!(b!()),
                            reg!(c!()),
                            arithmetic::binary::<{ BinaryOp::Multiply as u8 }>,
                            BinaryOp::Multiply as u16,
                            quicken::float_product(Site { base, pc })
                        ),
                        Op::MUL_FLOAT => float_only!(*, BinaryOp::Multiply as u16, Op::MUL_TEMP),
                        Op::MUL_FLOAT_ADD => float_product!(|product, other, _| product + other),
                        Op::MUL_FLOAT_SUB => float_product!(|product, other, is_left| match is_left {
                            true => product - other,
                            false => other - product,
                        }),
                        Op::MOD_TEMP => int_only!(
                            put,
                            reg!(b!()),
                            reg!(c!()),
                            arithmetic::remainder,
                            arithmetic::binary::<{ BinaryOp::Remainder as u8 }>,
                            BinaryOp::Remainder as u16
                        ),
                        Op::FLOORDIV_TEMP => int_only!(
                            put,
                            reg!(b!()),
                            reg!(c!()),
                            arithmetic::floor_divide,
                            arithmetic::binary::<{ BinaryOp::FloorDivide as u8 }>,
                            BinaryOp::FloorDivide as u16
                        ),
                        Op::AND_TEMP => {
                            bitwise!(put, &, arithmetic::binary::<{ BinaryOp::And as u8 }>, BinaryOp::And as u16)
                        }
                        Op::OR_TEMP => {
                            bitwise!(put, |, arithmetic::binary::<{ BinaryOp::Or as u8 }>, BinaryOp::Or as u16)
                        }
                        Op::XOR_TEMP => {
                            bitwise!(put, ^, arithmetic::binary::<{ BinaryOp::Xor as u8 }>, BinaryOp::Xor as u16)
                        }
                        Op::ADD_IMM_TEMP => {
                            add_like!(put, reg!(b!()), imm_c!(), overflowing_add, +, arithmetic::binary_imm::<{ BinaryOp::Add as u8 }>, BinaryOp::Add as u16 | which::IMMEDIATE)
                        }
                        Op::SUB_IMM_TEMP => {
                            add_like!(put, reg!(b!()), imm_c!(), overflowing_sub, -, arithmetic::binary_imm::<{ BinaryOp::Subtract as u8 }>, BinaryOp::Subtract as u16 | which::IMMEDIATE)
                        }
                        Op::MUL_IMM_TEMP => multiply!(
                            put,
                            reg!(b!()),
                            imm_c!(),
                            arithmetic::binary_imm::<{ BinaryOp::Multiply as u8 }>,
                            BinaryOp::Multiply as u16 | which::IMMEDIATE
                        ),
                        Op::MOD_IMM_TEMP => int_only!(
                            put,
                            reg!(b!()),
                            imm_c!(),
                            arithmetic::remainder,
                            arithmetic::binary_imm::<{ BinaryOp::Remainder as u8 }>,
                            BinaryOp::Remainder as u16 | which::IMMEDIATE
                        ),
                        Op::FLOORDIV_IMM_TEMP => int_only!(
                            put,
                            reg!(b!()),
                            imm_c!(),
                            arithmetic::floor_divide,
                            arithmetic::binary_imm::<{ BinaryOp::FloorDivide as u8 }>,
                            BinaryOp::FloorDivide as u16 | which::IMMEDIATE
                        ),
                        Op::RSHIFT_IMM_TEMP => int_only!(
                            put,
                            reg!(b!()),
                            imm_c!(),
                            arithmetic::right_shift,
                            arithmetic::binary_imm::<{ BinaryOp::RightShift as u8 }>,
                            BinaryOp::RightShift as u16 | which::IMMEDIATE
                        ),
                        Op::AND_IMM_TEMP => int_only!(
                            put,
                            reg!(b!()),
                            imm_c!(),
                            arithmetic::and,
                            arithmetic::binary_imm::<{ BinaryOp::And as u8 }>,
                            BinaryOp::And as u16 | which::IMMEDIATE
                        ),
                        Op::NEGATIVE => {
                            let value = reg!(b!());
                            if value.is_int()
                                && let Some(value) = Value::int(-value.int_unchecked())
                            {
                                set!(a!(), value, 1);
                                next!(1)
                            }
                            if let Some(value) = arithmetic::negative_float(value) {
                                set!(a!(), value, 1);
                                next!(1)
                            }
                            cold!(arithmetic::unary::<{ UnaryOp::Negative as u8 }>, 1)
                        }
                        Op::POSITIVE => cold!(arithmetic::unary::<{ UnaryOp::Positive as u8 }>, 1),
                        Op::INVERT => cold!(arithmetic::unary::<{ UnaryOp::Invert as u8 }>, 1),
                        Op::NOT => {
                            let value = reg!(b!());
                            if value.is_bool() {
                                set!(a!(), Value::bool(value == Value::FALSE), 1);
                                next!(1)
                            }
                            cold!(jump::not, 1)
                        }

                        Op::LT => {
                            compare!(reg!(b!()), reg!(c!()), <, compare::binary::<{ CompareOp::Less as u8 }>, CompareOp::Less as u16 | which::COMPARE)
                        }
                        Op::LE => {
                            compare!(reg!(b!()), reg!(c!()), <=, compare::binary::<{ CompareOp::LessEqual as u8 }>, CompareOp::LessEqual as u16 | which::COMPARE)
                        }
                        Op::EQ => {
                            compare!(reg!(b!()), reg!(c!()), ==, compare::binary::<{ CompareOp::Equal as u8 }>, CompareOp::Equal as u16 | which::COMPARE)
                        }
                        Op::NE => {
                            compare!(reg!(b!()), reg!(c!()), !=, compare::binary::<{ CompareOp::NotEqual as u8 }>, CompareOp::NotEqual as u16 | which::COMPARE)
                        }
                        Op::GT => {
                            compare!(reg!(b!()), reg!(c!()), >, compare::binary::<{ CompareOp::Greater as u8 }>, CompareOp::Greater as u16 | which::COMPARE)
                        }
                        Op::GE => {
                            compare!(reg!(b!()), reg!(c!()), >=, compare::binary::<{ CompareOp::GreaterEqual as u8 }>, CompareOp::GreaterEqual as u16 | which::COMPARE)
                        }
                        Op::LT_IMM => {
                            compare!(reg!(b!()), imm_c!(), <, compare::binary_imm::<{ CompareOp::Less as u8 }>, CompareOp::Less as u16 | which::COMPARE | which::IMMEDIATE)
                        }
                        Op::LE_IMM => {
                            compare!(reg!(b!()), imm_c!(), <=, compare::binary_imm::<{ CompareOp::LessEqual as u8 }>, CompareOp::LessEqual as u16 | which::COMPARE | which::IMMEDIATE)
                        }
                        Op::EQ_IMM => {
                            compare!(reg!(b!()), imm_c!(), ==, compare::binary_imm::<{ CompareOp::Equal as u8 }>, CompareOp::Equal as u16 | which::COMPARE | which::IMMEDIATE)
                        }
                        Op::NE_IMM => {
                            compare!(reg!(b!()), imm_c!(), !=, compare::binary_imm::<{ CompareOp::NotEqual as u8 }>, CompareOp::NotEqual as u16 | which::COMPARE | which::IMMEDIATE)
                        }
                        Op::GT_IMM => {
                            compare!(reg!(b!()), imm_c!(), >, compare::binary_imm::<{ CompareOp::Greater as u8 }>, CompareOp::Greater as u16 | which::COMPARE | which::IMMEDIATE)
                        }
                        Op::GE_IMM => {
                            compare!(reg!(b!()), imm_c!(), >=, compare::binary_imm::<{ CompareOp::GreaterEqual as u8 }>, CompareOp::GreaterEqual as u16 | which::COMPARE | which::IMMEDIATE)
                        }
                        Op::IS => {
                            let (x, y) = (reg!(b!()), reg!(c!()));
                            if x.is_pointer() || y.is_pointer() {
                                cold!(compare::is, 1)
                            }
                            set!(a!(), Value::bool(x == y), 1);
                            next!(1)
                        }
                        Op::IS_NOT => {
                            let (x, y) = (reg!(b!()), reg!(c!()));
                            if x.is_pointer() || y.is_pointer() {
                                cold!(compare::is_not, 1)
                            }
                            set!(a!(), Value::bool(x != y), 1);
                            next!(1)
                        }
                        Op::IN => {
                            let told = quick_contains!(b!(), c!());
                            if told > 1 {
                                cold!(compare::contains, 1)
                            }
                            set!(a!(), Value::bool(told == 1), 1);
                            next!(1)
                        }
                        Op::NOT_IN => {
                            let told = quick_contains!(b!(), c!());
                            if told > 1 {
                                cold!(compare::not_contains, 1)
                            }
                            set!(a!(), Value::bool(told == 0), 1);
                            next!(1)
                        }

                        Op::JUMP => {
                            pc = wide_target!();
                            continue 'run;
                        }
                        Op::JUMP_BACK => edge!(wide_target!()),
                        Op::JUMP_IF_TRUE => {
                            if truth!() {
                                pc = wide_target!();
                                continue 'run;
                            }
                            next!(1)
                        }
                        Op::JUMP_IF_FALSE => {
                            if !truth!() {
                                pc = wide_target!();
                                continue 'run;
                            }
                            next!(1)
                        }
                        Op::JUMP_IF_NONE => {
                            if is_none!() {
                                pc = wide_target!();
                                continue 'run;
                            }
                            next!(1)
                        }
                        Op::JUMP_IF_NOT_NONE => {
                            if !is_none!() {
                                pc = wide_target!();
                                continue 'run;
                            }
                            next!(1)
                        }
                        Op::JUMP_IF_TRUE_OR_POP => {
                            if ask!(jump::true_or_pop) {
                                pc = wide_target!();
                                continue 'run;
                            }
                            next!(1)
                        }
                        Op::JUMP_IF_FALSE_OR_POP => {
                            if ask!(jump::false_or_pop) {
                                pc = wide_target!();
                                continue 'run;
                            }
                            next!(1)
                        }
                        Op::JUMP_BACK_IF_TRUE => {
                            if truth!() {
                                edge!(wide_target!())
                            }
                            next!(1)
                        }
                        Op::JUMP_BACK_IF_FALSE => {
                            if !truth!() {
                                edge!(wide_target!())
                            }
                            next!(1)
                        }
                        Op::JUMP_BACK_IF_NONE => {
                            if is_none!() {
                                edge!(wide_target!())
                            }
                            next!(1)
                        }
                        Op::JUMP_BACK_IF_NOT_NONE => {
                            if !is_none!() {
                                edge!(wide_target!())
                            }
                            next!(1)
                        }

                        Op::JUMP_IF_LT => {
                            jump_if!(
                                test!(reg!(a!()), reg!(b!()), <, compare::test::<{ CompareOp::Less as u8 }>, CompareOp::Less as u16)
                            )
                        }
                        Op::JUMP_IF_NOT_LT => {
                            jump_if!(
                                !test!(reg!(a!()), reg!(b!()), <, compare::test::<{ CompareOp::Less as u8 }>, CompareOp::Less as u16)
                            )
                        }
                        Op::JUMP_BACK_IF_LT => {
                            edge_if!(
                                test!(reg!(a!()), reg!(b!()), <, compare::test::<{ CompareOp::Less as u8 }>, CompareOp::Less as u16)
                            )
                        }
                        Op::JUMP_IF_LT_IMM => {
                            jump_if!(test!(reg!(a!()), imm_b!(), <, compare::test_imm::<{ CompareOp::Less as u8 }>))
                        }
                        Op::JUMP_IF_NOT_LT_IMM => {
                            jump_if!(!test!(reg!(a!()), imm_b!(), <, compare::test_imm::<{ CompareOp::Less as u8 }>))
                        }
                        Op::JUMP_BACK_IF_LT_IMM => {
                            edge_if!(test!(reg!(a!()), imm_b!(), <, compare::test_imm::<{ CompareOp::Less as u8 }>))
                        }
                        Op::JUMP_IF_LE => {
                            jump_if!(
                                test!(reg!(a!()), reg!(b!()), <=, compare::test::<{ CompareOp::LessEqual as u8 }>, CompareOp::LessEqual as u16)
                            )
                        }
                        Op::JUMP_IF_NOT_LE => jump_if!(
                            !test!(reg!(a!()), reg!(b!()), <=, compare::test::<{ CompareOp::LessEqual as u8 }>, CompareOp::LessEqual as u16)
                        ),
                        Op::JUMP_BACK_IF_LE => {
                            edge_if!(
                                test!(reg!(a!()), reg!(b!()), <=, compare::test::<{ CompareOp::LessEqual as u8 }>, CompareOp::LessEqual as u16)
                            )
                        }
                        Op::JUMP_IF_LE_IMM => jump_if!(
                            test!(reg!(a!()), imm_b!(), <=, compare::test_imm::<{ CompareOp::LessEqual as u8 }>)
                        ),
                        Op::JUMP_IF_NOT_LE_IMM => jump_if!(
                            !test!(reg!(a!()), imm_b!(), <=, compare::test_imm::<{ CompareOp::LessEqual as u8 }>)
                        ),
                        Op::JUMP_BACK_IF_LE_IMM => edge_if!(
                            test!(reg!(a!()), imm_b!(), <=, compare::test_imm::<{ CompareOp::LessEqual as u8 }>)
                        ),
                        Op::JUMP_IF_EQ => {
                            jump_if!(
                                test!(reg!(a!()), reg!(b!()), ==, compare::test::<{ CompareOp::Equal as u8 }>, CompareOp::Equal as u16)
                            )
                        }
                        Op::JUMP_IF_NOT_EQ => {
                            jump_if!(
                                !test!(reg!(a!()), reg!(b!()), ==, compare::test::<{ CompareOp::Equal as u8 }>, CompareOp::Equal as u16)
                            )
                        }
                        Op::JUMP_BACK_IF_EQ => {
                            edge_if!(
                                test!(reg!(a!()), reg!(b!()), ==, compare::test::<{ CompareOp::Equal as u8 }>, CompareOp::Equal as u16)
                            )
                        }
                        Op::JUMP_IF_EQ_IMM => {
                            jump_if!(test!(reg!(a!()), imm_b!(), ==, compare::test_imm::<{ CompareOp::Equal as u8 }>))
                        }
                        Op::JUMP_IF_NOT_EQ_IMM => {
                            jump_if!(!test!(reg!(a!()), imm_b!(), ==, compare::test_imm::<{ CompareOp::Equal as u8 }>))
                        }
                        Op::JUMP_BACK_IF_EQ_IMM => {
                            edge_if!(test!(reg!(a!()), imm_b!(), ==, compare::test_imm::<{ CompareOp::Equal as u8 }>))
                        }
                        Op::JUMP_IF_NE => {
                            jump_if!(
                                test!(reg!(a!()), reg!(b!()), !=, compare::test::<{ CompareOp::NotEqual as u8 }>, CompareOp::NotEqual as u16)
                            )
                        }
                        Op::JUMP_IF_NOT_NE => {
                            jump_if!(
                                !test!(reg!(a!()), reg!(b!()), !=, compare::test::<{ CompareOp::NotEqual as u8 }>, CompareOp::NotEqual as u16)
                            )
                        }
                        Op::JUMP_BACK_IF_NE => {
                            edge_if!(
                                test!(reg!(a!()), reg!(b!()), !=, compare::test::<{ CompareOp::NotEqual as u8 }>, CompareOp::NotEqual as u16)
                            )
                        }
                        Op::JUMP_IF_NE_IMM => jump_if!(
                            test!(reg!(a!()), imm_b!(), !=, compare::test_imm::<{ CompareOp::NotEqual as u8 }>)
                        ),
                        Op::JUMP_IF_NOT_NE_IMM => jump_if!(
                            !test!(reg!(a!()), imm_b!(), !=, compare::test_imm::<{ CompareOp::NotEqual as u8 }>)
                        ),
                        Op::JUMP_BACK_IF_NE_IMM => edge_if!(
                            test!(reg!(a!()), imm_b!(), !=, compare::test_imm::<{ CompareOp::NotEqual as u8 }>)
                        ),
                        Op::JUMP_IF_GT => {
                            jump_if!(
                                test!(reg!(a!()), reg!(b!()), >, compare::test::<{ CompareOp::Greater as u8 }>, CompareOp::Greater as u16)
                            )
                        }
                        Op::JUMP_IF_NOT_GT => {
                            jump_if!(
                                !test!(reg!(a!()), reg!(b!()), >, compare::test::<{ CompareOp::Greater as u8 }>, CompareOp::Greater as u16)
                            )
                        }
                        Op::JUMP_BACK_IF_GT => {
                            edge_if!(
                                test!(reg!(a!()), reg!(b!()), >, compare::test::<{ CompareOp::Greater as u8 }>, CompareOp::Greater as u16)
                            )
                        }
                        Op::JUMP_IF_GT_IMM => {
                            jump_if!(test!(reg!(a!()), imm_b!(), >, compare::test_imm::<{ CompareOp::Greater as u8 }>))
                        }
                        Op::JUMP_IF_NOT_GT_IMM => {
                            jump_if!(!test!(reg!(a!()), imm_b!(), >, compare::test_imm::<{ CompareOp::Greater as u8 }>))
                        }
                        Op::JUMP_BACK_IF_GT_IMM => {
                            edge_if!(test!(reg!(a!()), imm_b!(), >, compare::test_imm::<{ CompareOp::Greater as u8 }>))
                        }
                        Op::JUMP_IF_GE => jump_if!(
                            test!(reg!(a!()), reg!(b!()), >=, compare::test::<{ CompareOp::GreaterEqual as u8 }>, CompareOp::GreaterEqual as u16)
                        ),
                        Op::JUMP_IF_NOT_GE => jump_if!(
                            !test!(reg!(a!()), reg!(b!()), >=, compare::test::<{ CompareOp::GreaterEqual as u8 }>, CompareOp::GreaterEqual as u16)
                        ),
                        Op::JUMP_BACK_IF_GE => edge_if!(
                            test!(reg!(a!()), reg!(b!()), >=, compare::test::<{ CompareOp::GreaterEqual as u8 }>, CompareOp::GreaterEqual as u16)
                        ),
                        Op::JUMP_IF_GE_IMM => jump_if!(
                            test!(reg!(a!()), imm_b!(), >=, compare::test_imm::<{ CompareOp::GreaterEqual as u8 }>)
                        ),
                        Op::JUMP_IF_NOT_GE_IMM => jump_if!(
                            !test!(reg!(a!()), imm_b!(), >=, compare::test_imm::<{ CompareOp::GreaterEqual as u8 }>)
                        ),
                        Op::JUMP_BACK_IF_GE_IMM => edge_if!(
                            test!(reg!(a!()), imm_b!(), >=, compare::test_imm::<{ CompareOp::GreaterEqual as u8 }>)
                        ),
                        Op::JUMP_IF_EQ_CONST => jump_if!(equals_constant!()),
                        Op::JUMP_IF_NOT_EQ_CONST => jump_if!(!equals_constant!()),
                        Op::JUMP_IF_IS => {
                            let (x, y) = (reg!(a!()), reg!(b!()));
                            if x.is_pointer() || y.is_pointer() {
                                jump_if!(match compare::quick_is(Site { base, pc }) {
                                    Some(same) => same,
                                    None => ask!(compare::test_is),
                                })
                            }
                            jump_if!(x == y)
                        }
                        Op::JUMP_IF_IS_NOT => {
                            let (x, y) = (reg!(a!()), reg!(b!()));
                            if x.is_pointer() || y.is_pointer() {
                                jump_if!(match compare::quick_is(Site { base, pc }) {
                                    Some(same) => !same,
                                    None => !ask!(compare::test_is),
                                })
                            }
                            jump_if!(x != y)
                        }
                        Op::JUMP_IF_IN => jump_if!(contains!()),
                        Op::JUMP_IF_NOT_IN => jump_if!(!contains!()),

                        Op::LOAD_SUBSCR_LIST => list_item!(b!()),
                        Op::LOAD_SUBSCR_LIST_SELF => list_item!(a!(), drop_pointer),
                        Op::LOAD_SUBSCR_LIST_TWO => {
                            let (object, first, second) = (reg!(b!()), reg!(c!()), reg!(field(pc.add(1), 3) as usize));
                            if !OBSERVED
                                && (first.bits() | second.bits()) & 3 == 0
                                && let Some(row) = list_item(object, first)
                                && let Some(value) = list_item(row, second)
                            {
                                count(value);
                                *base.add(a!()) = value;
                                next!(2)
                            }
                            generic!(Op::LOAD_SUBSCR_LIST)
                        }
                        Op::LOAD_SUBSCR => {
                            let (object, key) = (reg!(b!()), reg!(c!()));
                            if object.is_pointer() && key.is_int() {
                                if shape(object) == ShapeId::LIST {
                                    let items = &(*body::<ListBody>(object)).items;
                                    let mut index = key.int_unchecked() as usize;
                                    if key.int_unchecked() < 0 {
                                        index = index.wrapping_add(items.len());
                                    }
                                    if index < items.len() {
                                        if key.int_unchecked() >= 0
                                            && let Some(quick) = quicken::list_item(Site { base, pc })
                                        {
                                            generic!(quick)
                                        }
                                        let value = items.get_unchecked(index).value();
                                        count(value);
                                        set!(a!(), value, 1);
                                        next!(1)
                                    }
                                } else if shape(object) == ShapeId::TUPLE {
                                    let items = (*base.add(b!()).cast::<crate::layout::Tuple>()).items();
                                    let mut index = key.int_unchecked() as usize;
                                    if key.int_unchecked() < 0 {
                                        index = index.wrapping_add(items.len());
                                    }
                                    if index < items.len() {
                                        let value = items.get_unchecked(index).value();
                                        count(value);
                                        set!(a!(), value, 1);
                                        next!(1)
                                    }
                                } else if matches!(shape(object), ShapeId::STR | ShapeId::STR_LARGE)
                                    && let Some(character) = (*base.add(b!()).cast::<crate::layout::Str>())
                                        .shared_character(&rt.strings, key.int_unchecked())
                                {
                                    let value = character.value();
                                    count(value);
                                    set!(a!(), value, 1);
                                    next!(1)
                                }
                            }
                            if object.is_pointer() && shape(object) == ShapeId::DICT {
                                let value = subscript::dict_value(rt, Site { base, pc });
                                if !value.is_unbound() {
                                    set!(a!(), value, 1);
                                    next!(1)
                                }
                            }
                            operate!(which::ITEM, subscript::load)
                        }
                        Op::LOAD_SUBSCR_IMM => {
                            let object = reg!(b!());
                            if object.is_pointer() {
                                let mut index = field(pc, 3) as i16 as isize as usize;
                                if shape(object) == ShapeId::LIST {
                                    let items = &(*body::<ListBody>(object)).items;
                                    if (index as isize) < 0 {
                                        index = index.wrapping_add(items.len());
                                    }
                                    if index < items.len() {
                                        let value = items.get_unchecked(index).value();
                                        count(value);
                                        set!(a!(), value, 1);
                                        next!(1)
                                    }
                                } else if shape(object) == ShapeId::TUPLE {
                                    let items = (*base.add(b!()).cast::<crate::layout::Tuple>()).items();
                                    if (index as isize) < 0 {
                                        index = index.wrapping_add(items.len());
                                    }
                                    if index < items.len() {
                                        let value = items.get_unchecked(index).value();
                                        count(value);
                                        set!(a!(), value, 1);
                                        next!(1)
                                    }
                                } else if matches!(shape(object), ShapeId::STR | ShapeId::STR_LARGE)
                                    && let Some(character) = (*base.add(b!()).cast::<crate::layout::Str>())
                                        .shared_character(&rt.strings, index as i64)
                                {
                                    let value = character.value();
                                    count(value);
                                    set!(a!(), value, 1);
                                    next!(1)
                                }
                            }
                            operate!(which::ITEM | which::IMMEDIATE, subscript::load_imm)
                        }
                        Op::LOAD_SUBSCR_CONST => {
                            let object = reg!(b!());
                            if object.is_pointer() && shape(object) == ShapeId::DICT {
                                let value = subscript::dict_value_of_constant(rt, Site { base, pc });
                                if !value.is_unbound() {
                                    set!(a!(), value, 1);
                                    next!(1)
                                }
                            }
                            cold!(subscript::load_const, 1)
                        }
                        Op::STORE_SUBSCR => {
                            let (object, key) = (reg!(a!()), reg!(b!()));
                            let flags = extra!(1);
                            if object.is_pointer()
                                && key.is_int()
                                && flags & temps::OBJECT == 0
                                && shape(object) == ShapeId::LIST
                            {
                                let items = &mut (*body::<ListBody>(object)).items;
                                let index = key.int_unchecked() as usize;
                                if index < items.len() {
                                    let from = base.add(c!());
                                    let value = *from;
                                    if flags & temps::VALUE != 0 {
                                        *from = Value::UNBOUND;
                                    } else {
                                        count(value);
                                    }
                                    let slot = items.as_mut_ptr().add(index).cast::<Value>();
                                    let old = *slot;
                                    *slot = value;
                                    drop_word!(old, 2);
                                    next!(2)
                                }
                            }
                            if object.is_pointer()
                                && shape(object) == ShapeId::DICT
                                && subscript::store_dict(rt, Site { base, pc })
                            {
                                next!(2)
                            }
                            cold!(subscript::store, 2)
                        }
                        Op::DELETE_SUBSCR => cold!(subscript::delete, 1),
                        Op::LOAD_SLICE => cold!(subscript::load_slice, 1),
                        Op::STORE_SLICE => cold!(subscript::store_slice, 2),
                        Op::BUILD_SLICE => cold!(subscript::build_slice, 1),

                        Op::LOAD_ATTR => cold!(attribute::load, 3),
                        Op::LOAD_ATTR_SLOT => {
                            let object = reg!(b!());
                            let cached = extra!(1);
                            if object.is_pointer() && shape(object).0 == cached as u32 {
                                let value = *object.header().byte_add((cached >> 32) as usize).cast::<Value>();
                                if value.is_pointer() || !value.is_unbound() {
                                    count(value);
                                    set!(a!(), value, 3);
                                    next!(3)
                                }
                            }
                            cold!(attribute::load, 3)
                        }
                        Op::LOAD_ATTR_SLOT_TEMP => {
                            let object = reg!(b!());
                            let cached = extra!(1);
                            if object.is_pointer() && shape(object).0 == cached as u32 {
                                let value = *object.header().byte_add((cached >> 32) as usize).cast::<Value>();
                                if value.is_pointer() || !value.is_unbound() {
                                    count(value);
                                    put!(a!(), value, 3);
                                    next!(3)
                                }
                            }
                            cold!(attribute::load, 3)
                        }
                        Op::LOAD_ATTR_SLOT_SELF => {
                            let object = reg!(a!());
                            let cached = extra!(1);
                            if object.is_pointer() && shape(object).0 == cached as u32 {
                                let value = *object.header().byte_add((cached >> 32) as usize).cast::<Value>();
                                if value.is_pointer() || !value.is_unbound() {
                                    count(value);
                                    *base.add(a!()) = value;
                                    drop_pointer!(object, 3);
                                    next!(3)
                                }
                            }
                            cold!(attribute::load, 3)
                        }
                        Op::LOAD_ATTR_OVERFLOW => {
                            let object = reg!(b!());
                            let cached = extra!(1);
                            if object.is_pointer() && shape(object).0 == cached as u32 {
                                let places = extra!(2);
                                let overflow = *object.header().byte_add(places as u32 as usize).cast::<*mut u8>();
                                let value = *overflow.byte_add((places >> 32) as usize).cast::<Value>();
                                if !value.is_unbound() {
                                    count(value);
                                    set!(a!(), value, 3);
                                    next!(3)
                                }
                            }
                            cold!(attribute::load, 3)
                        }
                        Op::LOAD_ATTR_CLASS => {
                            let object = reg!(b!());
                            let cached = extra!(1);
                            if object.is_pointer() && shape(object).0 == cached as u32 {
                                let namespace = extra!(2) as *mut DictBody;
                                let value = cache::class_value(base, namespace, (cached >> 32) as usize, c!());
                                if !value.is_unbound() {
                                    count(value);
                                    set!(a!(), value, 3);
                                    next!(3)
                                }
                            }
                            cold!(attribute::load, 3)
                        }
                        Op::LOAD_ATTR_CONSTANT => {
                            let object = reg!(b!());
                            if object.is_pointer() && shape(object).0 == extra!(1) as u32 {
                                // V7: the shape keeps its class.
                                let value = Value::from_bits(extra!(2));
                                count(value);
                                set!(a!(), value, 3);
                                next!(3)
                            }
                            cold!(attribute::load, 3)
                        }
                        Op::LOAD_ATTR_ITEM => {
                            let object = reg!(b!());
                            if object.is_pointer() && shape(object).0 == extra!(1) as u32 {
                                // The shape is that of a subclass of tuple (H4).
                                let items = (*body::<TupleBody>(object)).items();
                                let index = extra!(2) as usize;
                                if index < items.len() {
                                    let value = items.get_unchecked(index).value();
                                    count(value);
                                    set!(a!(), value, 3);
                                    next!(3)
                                }
                            }
                            cold!(attribute::load, 3)
                        }
                        Op::LOAD_ATTR_NATIVE => cold!(attribute::load_native, 3),
                        Op::LOAD_ATTR_TYPE => {
                            let object = reg!(b!());
                            let cached = extra!(1);
                            if object.is_pointer() && shape(object).0 == cached as u32 {
                                let value = cache::type_value(base, object, cached, extra!(2), c!());
                                if !value.is_unbound() {
                                    count(value);
                                    set!(a!(), value, 3);
                                    next!(3)
                                }
                            }
                            cold!(attribute::load, 3)
                        }
                        Op::LOAD_ATTR_MODULE => {
                            let object = reg!(b!());
                            if object.is_pointer() && shape(object) == ShapeId::MODULE {
                                let namespace = body::<DictBody>((*body::<ModuleBody>(object)).dict.value());
                                let cached = extra!(1);
                                if (*namespace).version() == cached as u32 {
                                    let value =
                                        (*(*namespace).entries_ptr().add((cached >> 32) as usize)).value.value();
                                    count(value);
                                    set!(a!(), value, 3);
                                    next!(3)
                                }
                            }
                            cold!(attribute::load, 3)
                        }
                        Op::LOAD_ATTR_PROPERTY => {
                            let object = reg!(b!());
                            if object.is_pointer() && shape(object).0 == extra!(1) as u32 {
                                let function = (*body::<PropertyBody>(Value::from_bits(extra!(2)))).getter.value();
                                let callee_base = Frame(base).end().add(4);
                                if function.is_pointer()
                                    && shape(function) == ShapeId::FUNCTION
                                    && let code = body::<CodeBody>((*body::<FunctionBody>(function)).code.value())
                                    && (*code).call_key == 1
                                    && callee_base < rt.machine.limit
                                    && rt.machine.remaining > 0
                                {
                                    rt.machine.remaining -= 1;
                                    (*function.header()).count += 1;
                                    (*object.header()).count += 1;
                                    let distance = callee_base as usize - base as usize;
                                    *super::frame::word(callee_base, -1) = code as u64;
                                    *super::frame::word(callee_base, -2) =
                                        Link::new(Kind::Plain, field(pc, 1), distance).0;
                                    *super::frame::word(callee_base, -3) = pc.add(3) as u64;
                                    *callee_base.sub(4) = function;
                                    *callee_base = object;
                                    let mut local = 1;
                                    while local < (*code).local_count as usize {
                                        *callee_base.add(local) = Value::UNBOUND;
                                        local += 1;
                                    }
                                    base = callee_base;
                                    pc = (*code).entry as *const u64;
                                    if OBSERVED {
                                        pc = observe::called(rt, base, pc);
                                        if pc.is_null() {
                                            break 'unwind;
                                        }
                                    }
                                    continue 'run;
                                }
                            }
                            cold!(attribute::load, 3)
                        }
                        Op::STORE_ATTR => cold!(attribute::store, 3),
                        Op::STORE_ATTR_SLOT => store_slot!(shared),
                        Op::STORE_ATTR_SLOT_MOVE => store_slot!(moved),
                        Op::STORE_ATTR_ADD => add_slot!(shared),
                        Op::STORE_ATTR_ADD_MOVE => add_slot!(moved),
                        Op::DELETE_ATTR => cold!(attribute::delete, 1),
                        Op::LOAD_METHOD => cold!(attribute::load_method, 3),
                        Op::LOAD_METHOD_CACHED => {
                            let object = reg!(b!());
                            if object.is_pointer() && shape(object).0 == extra!(1) as u32 {
                                let function = Value::from_bits(extra!(2));
                                (*function.header()).count += 1;
                                let (a, b) = (a!(), b!());
                                *base.add(a) = function;
                                *base.add(a + 4) = object;
                                if a != b {
                                    (*object.header()).count += 1;
                                }
                                next!(3)
                            }
                            if !object.is_pointer() && ShapeId::of_immediate(object).0 == extra!(1) as u32 {
                                let function = Value::from_bits(extra!(2));
                                (*function.header()).count += 1;
                                let a = a!();
                                *base.add(a) = function;
                                *base.add(a + 4) = object;
                                next!(3)
                            }
                            cold!(attribute::load_method, 3)
                        }
                        Op::LOAD_METHOD_CALL => {
                            let slot = base.add(b!());
                            let object = *slot;
                            if !OBSERVED && object.is_pointer() && shape(object).0 == extra!(1) as u32 {
                                let def = *(*body::<MethodDescriptorBody>(Value::from_bits(extra!(2)))).def;
                                let is_temp = a!() == b!();
                                pc = pc.add(3);
                                // V6: a local stays where it is.
                                let value = call_native!(def, slot, 1, is_temp as usize);
                                if is_temp {
                                    *slot = Value::UNBOUND;
                                    release_word!(object);
                                }
                                deliver_native!(value)
                            }
                            if !OBSERVED && !object.is_pointer() && ShapeId::of_immediate(object).0 == extra!(1) as u32
                            {
                                let def = *(*body::<MethodDescriptorBody>(Value::from_bits(extra!(2)))).def;
                                let is_temp = a!() == b!();
                                pc = pc.add(3);
                                let value = call_native!(def, slot, 1, 0);
                                if is_temp {
                                    *slot = Value::UNBOUND;
                                }
                                deliver_native!(value)
                            }
                            cold!(attribute::load_method, 3)
                        }
                        Op::LOAD_METHOD_WRAPPED => {
                            let object = reg!(b!());
                            if object.is_pointer() && shape(object).0 == extra!(1) as u32 {
                                let wrapper = Value::from_bits(extra!(2));
                                let function = (*body::<WrapperBody>(wrapper)).function.value();
                                if function.is_pointer() && shape(function) == ShapeId::FUNCTION {
                                    let this = if shape(wrapper) == ShapeId::CLASSMETHOD {
                                        rt.heap.shape(shape(object)).class
                                    } else {
                                        Value::UNBOUND
                                    };
                                    count(function);
                                    count(this);
                                    *base.add(a!() + 4) = this;
                                    set!(a!(), function, 3);
                                    next!(3)
                                }
                            }
                            cold!(attribute::load_method, 3)
                        }
                        Op::LOAD_METHOD_TYPE => {
                            let object = reg!(b!());
                            let cached = extra!(1);
                            if object.is_pointer() && shape(object).0 == cached as u32 {
                                let value = cache::type_value(base, object, cached, extra!(2), c!());
                                let (value, this) = cache::called_through_class::<OBSERVED>(value, object);
                                if !value.is_unbound() {
                                    count(value);
                                    count(this);
                                    *base.add(a!() + 4) = this;
                                    set!(a!(), value, 3);
                                    next!(3)
                                }
                            }
                            cold!(attribute::load_method, 3)
                        }
                        Op::LOAD_METHOD_MODULE => {
                            let object = reg!(b!());
                            if object.is_pointer() && shape(object) == ShapeId::MODULE {
                                let namespace = body::<DictBody>((*body::<ModuleBody>(object)).dict.value());
                                let cached = extra!(1);
                                if (*namespace).version() == cached as u32 {
                                    let value =
                                        (*(*namespace).entries_ptr().add((cached >> 32) as usize)).value.value();
                                    count(value);
                                    *base.add(a!() + 4) = Value::UNBOUND;
                                    set!(a!(), value, 3);
                                    next!(3)
                                }
                            }
                            cold!(attribute::load_method, 3)
                        }
                        Op::LOAD_SUPER_ATTR => cold!(attribute::load_super, 1),
                        Op::LOAD_SUPER_METHOD => {
                            if attribute::quick_super_method(rt, Site { base, pc }) {
                                next!(1)
                            }
                            cold!(attribute::load_super_method, 1)
                        }

                        Op::CALL => call!(b!(), c!(), 2, call::call),
                        Op::CALL_METHOD => {
                            let window = b!();
                            if reg!(window + 4).is_unbound() {
                                go!(call::call_unshifted(rt, Site { base, pc }, pc.add(2)))
                            }
                            call!(window, c!() + 1, 2, call::call_method)
                        }
                        Op::CALL_NATIVE => {
                            let slot = base.add(b!());
                            let callee = *slot;
                            observed_call!();
                            if !callee.is_pointer() || shape(callee) != ShapeId::BUILTIN_FUNCTION {
                                generic!(Op::CALL)
                            }
                            let function = body::<BuiltinFunctionBody>(callee);
                            let def = *(*function).def;
                            if !def.signature.accepts(c!()) {
                                generic!(Op::CALL)
                            }
                            if matches!(def.binding, Binding::Static | Binding::Function) {
                                native!(def, slot, slot.add(4), c!())
                            }
                            let Some(this) = &(*function).this else { generic!(Op::CALL) };
                            // V5: the word before the arguments is free during a native call.
                            count(this.value());
                            *slot.add(3) = this.value();
                            native!(def, slot, slot.add(3), c!() + 1)
                        }
                        Op::CALL_LEN => {
                            let slot = base.add(b!());
                            let (callee, object) = (*slot, *slot.add(4));
                            observed_call!();
                            if !callee.is_pointer() || shape(callee) != ShapeId::BUILTIN_FUNCTION {
                                generic!(Op::CALL)
                            }
                            let def = *(*body::<BuiltinFunctionBody>(callee)).def;
                            if &raw const *def as u64 != extra!(1) {
                                generic!(Op::CALL)
                            }
                            if object.is_pointer() {
                                let length = length_of!(slot.add(4));
                                if length != usize::MAX {
                                    // Memory ends long before the range of small ints.
                                    let length = Value::from_bits((length as u64) << 2);
                                    if (*object.header()).count > 1 && (*callee.header()).count > 1 {
                                        (*object.header()).count -= 1;
                                        (*callee.header()).count -= 1;
                                        *slot = Value::UNBOUND;
                                        *slot.add(4) = Value::UNBOUND;
                                        set!(a!(), length, 2);
                                        next!(2)
                                    }
                                    finish_quick!(slot, 1, length)
                                }
                            }
                            native!(def, slot, slot.add(4), 1)
                        }
                        Op::CALL_ISINSTANCE => {
                            let slot = base.add(b!());
                            let callee = *slot;
                            observed_call!();
                            if !callee.is_pointer() || shape(callee) != ShapeId::BUILTIN_FUNCTION {
                                generic!(Op::CALL)
                            }
                            let def = *(*body::<BuiltinFunctionBody>(callee)).def;
                            if &raw const *def as u64 != extra!(1) {
                                generic!(Op::CALL)
                            }
                            if call::is_plain_instance(rt, slot) {
                                finish_quick!(slot, 2, Value::TRUE)
                            }
                            native!(def, slot, slot.add(4), 2)
                        }
                        Op::CALL_METHOD_NATIVE => {
                            let slot = base.add(b!());
                            let (callee, this) = (*slot, *slot.add(4));
                            if OBSERVED {
                                if this.is_unbound() {
                                    go!(call::call_unshifted(rt, Site { base, pc }, pc.add(2)))
                                }
                                go!(call::call_method(rt, Site { base, pc }, pc.add(2)))
                            }
                            if !callee.is_pointer() {
                                generic!(Op::CALL_METHOD)
                            }
                            let is_known = callee.bits() == extra!(1);
                            if (is_known || shape(callee) == ShapeId::BUILTIN_METHOD) && this.is_pointer() {
                                let method = body::<MethodDescriptorBody>(callee);
                                let def = *(*method).def;
                                if (is_known || def.signature.accepts(c!()))
                                    && rt.heap.shape(shape(this)).class == (*method).owner.value()
                                {
                                    if !is_known && generate::is_resumable(rt, shape(this)) && def.name == "send" {
                                        let at = generate::send_method(rt, Site { base, pc }, slot);
                                        if !at.pc.is_null() {
                                            go!(at)
                                        }
                                    }
                                    native!(def, slot, slot.add(4), c!() + 1)
                                }
                                go!(call::native(rt, Site { base, pc }, pc.add(2), b!(), c!() + 1, call::call_method))
                            }
                            if shape(callee) == ShapeId::CLASSMETHOD_DESCRIPTOR {
                                let method = body::<ClassMethodDescriptorBody>(callee);
                                let def = *(*method).def;
                                if def.signature.accepts(c!()) && this == (*method).owner.value() {
                                    native!(def, slot, slot.add(4), c!() + 1)
                                }
                            }
                            if shape(callee) == ShapeId::BUILTIN_FUNCTION && this.is_unbound() {
                                let def = *(*body::<BuiltinFunctionBody>(callee)).def;
                                if def.signature.accepts(c!())
                                    && matches!(def.binding, Binding::Static | Binding::Function)
                                {
                                    native!(def, slot, slot.add(5), c!())
                                }
                                go!(call::call_unshifted(rt, Site { base, pc }, pc.add(2)))
                            }
                            generic!(Op::CALL_METHOD)
                        }
                        Op::CALL_METHOD_APPEND => {
                            let slot = base.add(b!());
                            let (callee, this) = (*slot, *slot.add(4));
                            if !OBSERVED
                                && callee.bits() == extra!(1)
                                && this.is_pointer()
                                && shape(this) == ShapeId::LIST
                            {
                                let items = &mut (*body::<ListBody>(this)).items;
                                let length = items.len();
                                // The class keeps its method, and what is called here is no last reference either way.
                                if length < items.capacity() && (*this.header()).count > 1 {
                                    *items.as_mut_ptr().add(length).cast::<Value>() = *slot.add(5);
                                    items.set_len(length + 1);
                                    (*callee.header()).count -= 1;
                                    (*this.header()).count -= 1;
                                    *slot = Value::UNBOUND;
                                    *slot.add(4) = Value::UNBOUND;
                                    *slot.add(5) = Value::UNBOUND;
                                    set!(a!(), Value::NONE, 2);
                                    next!(2)
                                }
                            }
                            if OBSERVED || callee.bits() != extra!(1) || !this.is_pointer() {
                                generic!(Op::CALL_METHOD)
                            }
                            if shape(this) == ShapeId::LIST {
                                let def = *(*body::<MethodDescriptorBody>(callee)).def;
                                native!(def, slot, slot.add(4), 2)
                            }
                            go!(call::native(rt, Site { base, pc }, pc.add(2), b!(), c!() + 1, call::call_method))
                        }
                        Op::CALL_KW => go!(keywords::call_kw(rt, Site { base, pc }, pc.add(4))),
                        Op::CALL_METHOD_KW => go!(keywords::call_method_kw(rt, Site { base, pc }, pc.add(4))),
                        Op::CALL_EX => go!(spread::call_ex(rt, Site { base, pc }, pc.add(1))),
                        Op::RETURN_VALUE => {
                            let slot = base.add(a!());
                            let value = *slot;
                            if OBSERVED && !observe::returning(rt, base, pc, value, false) {
                                break 'raise;
                            }
                            *slot = Value::UNBOUND;
                            leave!(value)
                        }
                        Op::RETURN_CONST => {
                            let value = (*Frame(base).code().constants.as_ptr().add(wide(pc) as usize)).value();
                            if OBSERVED && !observe::returning(rt, base, pc, value, false) {
                                break 'raise;
                            }
                            count(value);
                            leave!(value)
                        }
                        Op::RETURN_NONE => {
                            if OBSERVED && !observe::returning(rt, base, pc, Value::NONE, false) {
                                break 'raise;
                            }
                            leave!(Value::NONE)
                        }

                        Op::BUILD_TUPLE => {
                            if !build::quick_tuple(rt, Site { base, pc }) {
                                cold!(build::tuple, 1)
                            }
                            next!(1)
                        }
                        Op::BUILD_LIST => cold!(build::list, 1),
                        Op::BUILD_SET => cold!(build::set, 1),
                        Op::BUILD_MAP => cold!(build::map, 1),
                        Op::BUILD_CONST_KEY_MAP => cold!(build::const_key_map, 2),
                        Op::BUILD_STRING => cold!(build::string, 1),
                        Op::LIST_APPEND => {
                            let items = &mut (*body::<ListBody>(reg!(a!()))).items;
                            let length = items.len();
                            if length < items.capacity() {
                                let from = base.add(b!());
                                let value = *from;
                                if c!() & 1 != 0 {
                                    *from = Value::UNBOUND;
                                } else {
                                    count(value);
                                }
                                *items.as_mut_ptr().add(length).cast::<Value>() = value;
                                items.set_len(length + 1);
                                next!(1)
                            }
                            cold!(build::list_append, 1)
                        }
                        Op::SET_ADD => cold!(build::set_add, 1),
                        Op::MAP_ADD => cold!(build::map_add, 2),
                        Op::LIST_EXTEND => cold!(build::list_extend, 1),
                        Op::SET_UPDATE => cold!(build::set_update, 1),
                        Op::DICT_UPDATE => cold!(build::dict_update, 1),
                        Op::DICT_MERGE => cold!(build::dict_merge, 1),
                        Op::LIST_TO_TUPLE => cold!(build::list_to_tuple, 1),

                        Op::UNPACK_PAIR => {
                            let (a, b, c) = (a!(), b!(), c!());
                            let pair = reg!(c);
                            if let Some((first, second)) = unpack::two_items(pair) {
                                count(first);
                                count(second);
                                let is_temp = c >= Frame(base).code().local_count as usize;
                                if is_temp {
                                    *base.add(c) = Value::UNBOUND;
                                }
                                let (old_first, old_second) = (reg!(a), reg!(b));
                                reg!(a) = first;
                                reg!(b) = second;
                                release_word!(old_first);
                                release_word!(old_second);
                                if is_temp {
                                    drop_pointer!(pair, 1);
                                }
                                if safe_point::has_events(rt) {
                                    go!(call::after_native(rt, base, pc.add(1)))
                                }
                                next!(1)
                            }
                            cold!(unpack::pair, 1)
                        }
                        Op::UNPACK_SEQUENCE => {
                            let (a, target, wanted) = (a!(), b!(), c!());
                            let source = reg!(a);
                            if source.is_pointer()
                                && (shape(source) == ShapeId::TUPLE || shape(source) == ShapeId::LIST)
                            {
                                let items = if shape(source) == ShapeId::TUPLE {
                                    (*base.add(a).cast::<crate::layout::Tuple>()).items()
                                } else {
                                    &(&(*body::<ListBody>(source)).items)[..]
                                };
                                if items.len() == wanted {
                                    // Held while the targets are written: one of them may be the register itself.
                                    if a >= Frame(base).code().local_count as usize {
                                        reg!(a) = Value::UNBOUND;
                                    } else {
                                        (*source.header()).count += 1;
                                    }
                                    let mut i = 0;
                                    while i < wanted {
                                        let value = items.get_unchecked(i).value();
                                        count(value);
                                        let old = reg!(target + i);
                                        reg!(target + i) = value;
                                        i += 1;
                                        if old.is_pointer() {
                                            let header = old.header();
                                            (*header).count -= 1;
                                            if (*header).count == 0 {
                                                release(header);
                                            }
                                        }
                                    }
                                    drop_word!(source, 1);
                                    // What was released may have left events.
                                    edge!(pc.add(1))
                                }
                            }
                            cold!(unpack::sequence, 1)
                        }
                        Op::UNPACK_EX => cold!(unpack::starred, 2),

                        Op::GET_ITER => cold!(iterate::get_iter, 1),
                        Op::FOR_ITER => {
                            let iterator = reg!(b!());
                            if iterator.is_pointer() && shape(iterator) == ShapeId::STR_ITERATOR {
                                let walk = body::<StrIteratorBody>(iterator);
                                if let Some(string) = &(*walk).string
                                    && let Some(character) = string.shared_character(&rt.strings, (*walk).index as i64)
                                {
                                    (*walk).index += 1;
                                    let value = character.value();
                                    count(value);
                                    set!(a!(), value, 2);
                                    edge!(target!())
                                }
                            }
                            if iterator.is_pointer() && generate::is_resumable(rt, shape(iterator)) {
                                let link = Link::new(Kind::GeneratorFor, 0, 0);
                                go!(generate::for_iter(rt, Site { base, pc }, iterator, link))
                            }
                            if iterator.is_pointer() {
                                go!(special::next_item(rt, Site { base, pc }))
                            }
                            edge_if!(ask!(iterate::for_iter))
                        }
                        Op::FOR_ITER_RANGE => {
                            let iterator = reg!(b!());
                            if !iterator.is_pointer() || shape(iterator) != ShapeId::RANGE_ITERATOR {
                                generic!(Op::FOR_ITER)
                            }
                            let range = body::<RangeIteratorBody>(iterator);
                            if (*range).left <= 0 {
                                if (*range).left < 0 {
                                    generic!(Op::FOR_ITER)
                                }
                                set!(b!(), Value::UNBOUND, 2);
                                next!(2)
                            }
                            (*range).left -= 1;
                            let word = (*range).next;
                            (*range).next = word.wrapping_add((*range).step);
                            set!(a!(), Value::from_bits(word as u64), 2);
                            edge!(target!())
                        }
                        Op::FOR_ITER_LIST => {
                            let iterator = reg!(b!());
                            if !iterator.is_pointer() || shape(iterator) != ShapeId::LIST_ITERATOR {
                                generic!(Op::FOR_ITER)
                            }
                            let list_iterator = body::<ListIteratorBody>(iterator);
                            if let Some(list) = &(*list_iterator).list {
                                let items = &(*body::<ListBody>(list.value())).items;
                                let index = (*list_iterator).index;
                                if index < items.len() {
                                    let value = items.get_unchecked(index).value();
                                    (*list_iterator).index = index + 1;
                                    count(value);
                                    set!(a!(), value, 2);
                                    edge!(target!())
                                }
                                // Whoever else holds it finds it at its end for good.
                                (*list_iterator).index = usize::MAX;
                            }
                            set!(b!(), Value::UNBOUND, 2);
                            next!(2)
                        }
                        Op::FOR_ITER_TUPLE => {
                            let iterator = reg!(b!());
                            if !iterator.is_pointer() || shape(iterator) != ShapeId::TUPLE_ITERATOR {
                                generic!(Op::FOR_ITER)
                            }
                            let tuple_iterator = body::<TupleIteratorBody>(iterator);
                            if let Some(tuple) = &(*tuple_iterator).tuple {
                                let items = tuple.items();
                                let index = (*tuple_iterator).index;
                                if index < items.len() {
                                    let value = items.get_unchecked(index).value();
                                    (*tuple_iterator).index = index + 1;
                                    count(value);
                                    set!(a!(), value, 2);
                                    edge!(target!())
                                }
                            }
                            set!(b!(), Value::UNBOUND, 2);
                            next!(2)
                        }
                        Op::FOR_ITER_PAIR => {
                            let iterator = reg!(c!());
                            if let Some((first, second)) = iterate::list_pair(iterator) {
                                count(first);
                                count(second);
                                let (old_first, old_second) = (reg!(a!()), reg!(b!()));
                                reg!(a!()) = first;
                                reg!(b!()) = second;
                                release_word!(old_first);
                                release_word!(old_second);
                                // What was released may have left events.
                                edge!(target!())
                            }
                            if iterator.is_pointer() && generate::is_resumable(rt, shape(iterator)) {
                                let link = Link::new(Kind::GeneratorForPair, 0, 0);
                                go!(generate::for_iter(rt, Site { base, pc }, iterator, link))
                            }
                            match cold_test(rt, base, pc, iterate::for_iter_pair) {
                                0 => next!(2),
                                1 => edge!(target!()),
                                // An error of the unpacking has the position of the extra word.
                                _ if rt.machine.pc == pc.add(2) => {
                                    rt.machine.base = base;
                                    break 'unwind;
                                }
                                _ => break 'raise,
                            }
                        }
                        Op::GET_LEN => cold!(iterate::get_len, 1),

                        Op::YIELD_VALUE => suspend!(b!(), c!()),
                        Op::YIELD_DISCARD => suspend!(a!(), b!()),
                        Op::GET_YIELD_FROM_ITER => cold!(iterate::get_yield_from_iter, 1),
                        Op::GET_AWAITABLE => cold!(iterate::asynchronous, 1),
                        Op::SEND => go!(generate::send(rt, Site { base, pc })),
                        Op::YIELD_DELEGATE => {
                            let slot = base.add(a!());
                            let value = *slot;
                            if OBSERVED && !observe::returning(rt, base, pc, value, true) {
                                break 'raise;
                            }
                            *slot = Value::NONE;
                            give!(value, c!())
                        }
                        Op::GET_AITER => cold!(iterate::asynchronous, 1),
                        Op::GET_ANEXT => cold!(iterate::asynchronous, 1),
                        Op::END_ASYNC_FOR => cold!(iterate::asynchronous, 1),

                        Op::MAKE_FUNCTION => cold!(function::make, 1),
                        Op::SET_FUNCTION_ATTRIBUTE => cold!(function::set_attribute, 1),
                        Op::LOAD_BUILD_CLASS => cold!(function::load_build_class, 1),
                        Op::CALL_INTRINSIC_1 => cold!(function::intrinsic_1, 1),
                        Op::CALL_INTRINSIC_2 => cold!(function::intrinsic_2, 1),

                        Op::PUSH_EXC_INFO => {
                            let exception = reg!(b!());
                            count(exception);
                            let exception = Object::from_owned(exception);
                            let before = std::mem::replace(&mut rt.machine.handled, exception).into_value();
                            put!(a!(), before, 1);
                            next!(1)
                        }
                        Op::POP_EXCEPT => {
                            let before = Object::from_owned(reg!(a!()));
                            reg!(a!()) = Value::UNBOUND;
                            let exception = std::mem::replace(&mut rt.machine.handled, before).into_value();
                            drop_word!(exception, 1);
                            next!(1)
                        }
                        Op::JUMP_IF_NOT_EXC_MATCH => {
                            let (exception, pattern) = (reg!(a!()), reg!(b!()));
                            // What has an instance that was raised is an exception class, and lives on.
                            if exception.is_pointer() && rt.heap.shape(shape(exception)).class.bits() == pattern.bits()
                            {
                                if b!() >= Frame(base).code().local_count as usize {
                                    (*pattern.header()).count -= 1;
                                    reg!(b!()) = Value::UNBOUND;
                                }
                                next!(2)
                            }
                            if !ask!(exception::matches) {
                                pc = target!();
                                continue 'run;
                            }
                            next!(2)
                        }
                        Op::CHECK_EG_MATCH => cold!(exception::match_group, 1),
                        Op::RERAISE => {
                            unwind::reraise(rt, Site { base, pc });
                            break 'unwind;
                        }
                        Op::RAISE => cold!(exception::raise, 1),
                        Op::RAISE_FROM => cold!(exception::raise_from, 1),
                        Op::RAISE_CURRENT => {
                            if unwind::reraise_current(rt, Site { base, pc }) {
                                break 'unwind;
                            }
                            break 'raise;
                        }
                        Op::LOAD_ASSERTION_ERROR => cold!(exception::load_assertion_error, 1),
                        Op::BEFORE_WITH => go!(special::before_with(rt, Site { base, pc })),
                        Op::BEFORE_ASYNC_WITH => cold!(iterate::asynchronous, 1),
                        Op::CALL_EXIT => go!(call::call_exit(rt, Site { base, pc })),
                        Op::WITH_EXCEPT_START => go!(call::except_start(rt, Site { base, pc })),

                        Op::IMPORT_NAME => cold!(import::name, 2),
                        Op::IMPORT_FROM => cold!(import::from, 1),
                        Op::IMPORT_STAR => cold!(import::star, 1),

                        Op::FORMAT_SIMPLE => cold!(format::simple, 1),
                        Op::FORMAT_WITH_SPEC => cold!(format::with_spec, 1),
                        Op::CONVERT_VALUE => cold!(format::convert, 1),
                        Op::PRINT_EXPR => cold!(format::print, 1),

                        Op::JUMP_IF_NOT_SEQUENCE => {
                            if !ask!(pattern::is_sequence) {
                                pc = wide_target!();
                                continue 'run;
                            }
                            next!(1)
                        }
                        Op::JUMP_IF_NOT_MAPPING => {
                            if !ask!(pattern::is_mapping) {
                                pc = wide_target!();
                                continue 'run;
                            }
                            next!(1)
                        }
                        Op::MATCH_SEQUENCE => {
                            if !ask!(pattern::sequence) {
                                pc = target!();
                                continue 'run;
                            }
                            next!(2)
                        }
                        Op::MATCH_KEYS => {
                            if !ask!(pattern::keys) {
                                pc = pc.add(3).offset(extra!(2) as i32 as isize);
                                continue 'run;
                            }
                            next!(3)
                        }
                        Op::MATCH_REST => cold!(pattern::rest, 1),
                        Op::MATCH_CLASS => {
                            let matches = match pattern::quick_class(rt, Site { base, pc }) {
                                0 => false,
                                1 => true,
                                _ => ask!(pattern::class),
                            };
                            if !matches {
                                pc = pc.add(4).offset(extra!(2) as i32 as isize);
                                continue 'run;
                            }
                            next!(4)
                        }
                    }
                }
                // An exception was raised in the frame `base` by the instruction at `pc`.
                rt.machine.base = base;
                rt.machine.pc = pc.add(1);
            }
            match unwind::unwind(rt, base) {
                Ok(at) => At { pc, base } = at,
                Err(exit) => return exit,
            }
        }
    }
}
