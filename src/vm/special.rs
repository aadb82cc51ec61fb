//! Operators, comparisons, subscripts and steps of iteration whose method is written in Python: its frame is laid above
//! the running one, so that they cost no native recursion and no more than a call.
//!
//! Such a frame is entered only where the left operand's method is the first that CPython would try. When it returns,
//! `leave` does the rest: other attempts after NotImplemented, the operands' release, the jump of a comparison.

use super::frame::{At, Frame, Kind, Link, clear, lay, word};
use super::ops::{iterate, subscript, wide_int, with};
use super::run::{body, shape};
use super::safe_point;
use super::site::{Cold, Site};
use crate::bytecode::Op;
use crate::heap::{Object, ShapeFlags, ShapeId, Value};
use crate::layout::{Str, TupleBody};
use crate::object::{
    BinaryOp, Class, ClassFlags, ClassId, CodeBody, CompareOp, FunctionBody, Raised, Result, Runtime, Step,
};
use crate::types::sequence::quick_compare;

/// Which operator an instruction asks for, and where its operands are: a number below 32 with bits above. It stands in
/// the header word `base[-5]` of the frame.
pub(super) mod which {
    /// The number is a [`super::CompareOp`]'s; without it, and without `ITEM`, a [`super::BinaryOp`]'s.
    pub const COMPARE: u16 = 32;
    /// `object[key]`; with a number, one of the other methods below.
    pub const ITEM: u16 = 64;
    /// `__next__`.
    pub const NEXT: u16 = ITEM | 1;
    /// `__enter__`.
    pub const ENTER: u16 = ITEM | 2;
    /// `__exit__`.
    pub const EXIT: u16 = ITEM | 3;
    /// An in-place operator.
    pub const IN_PLACE: u16 = 128;
    /// The right operand is the number in field c.
    pub const IMMEDIATE: u16 = 256;
    /// The left operand is a number: no method of its own.
    pub const NONE: u16 = 1024;
    /// A comparison whose answer decides a jump: the operands are R[a] and R[b].
    pub const TEST: u16 = 512;
}

/// The instruction's registers of its operands.
fn operands(site: Site, which: u16) -> (usize, usize) {
    if which & which::TEST != 0 { (site.a(), site.b()) } else { (site.b(), site.c()) }
}

fn right_operand(site: Site, which: u16) -> Value {
    if which & which::IMMEDIATE != 0 {
        Value::small(site.c_signed())
    } else {
        site.get(operands(site, which).1).value()
    }
}

fn method_name(which: u16) -> &'static str {
    let number = (which & 31) as usize;
    if which & which::ITEM != 0 {
        ["__getitem__", "__next__", "__enter__", "__exit__"][number]
    } else if which & which::COMPARE != 0 {
        CompareOp::ALL[number].names().1
    } else {
        BinaryOp::ALL[number].names().1
    }
}

/// Lays a frame of `function` with these arguments above the running one, which goes on at `next`. `None` if its call is
/// no plain one.
fn enter(rt: &mut Runtime, site: Site, function: Object, args: &[Value], link: Link, next: *const u64) -> Option<At> {
    // SAFETY: V1, V5: the words above the running frame's registers hold nothing; a shape says what it is (H4).
    unsafe {
        let code = body::<CodeBody>((*body::<FunctionBody>(function.value())).code.value());
        let base = Frame(site.base).end().add(5);
        if (*code).call_key as usize != args.len()
            || base >= rt.machine.limit
            || rt.machine.remaining <= 0
            || rt.machine.observers.attention()
        {
            return None;
        }
        *base.sub(4) = function.into_value();
        for (i, &value) in args.iter().enumerate() {
            super::run::count(value);
            *base.add(i) = value;
        }
        for i in args.len()..(*code).local_count as usize {
            *base.add(i) = Value::UNBOUND;
        }
        *word(base, -5) = 0;
        let link = link.at(base as usize - site.base as usize);
        Some(lay(&mut rt.machine, code, base, link, next))
    }
}

/// Whether an object may have operators written in Python: not one of a fixed shape.
#[inline(always)]
fn has_own_operators(object: &Object) -> bool {
    object.is_pointer() && object.shape().0 >= ShapeId::FIXED
}

/// The function by which a class written in Python defines an operator, if it is a plain one; it is remembered.
#[inline(never)]
fn find_operator(rt: &mut Runtime, class: &Class, which: u16) -> Option<Object> {
    let own = class.get(&rt.heap);
    let none = !own.flags.has(ClassFlags::HEAP)
        || (which == which::ITEM && !own.slots.has_python_item())
        || (which & which::IN_PLACE != 0 && own.slots.in_place[(which & 31) as usize].is_some());
    let function = if none {
        None
    } else {
        let name = rt.intern_static(method_name(which));
        rt.lookup(class, &name).filter(|found| found.shape() == ShapeId::FUNCTION)
    };
    rt.method_cache.remember_operator(class, which, function.as_ref());
    function
}

/// The same, remembered or not.
#[inline(always)]
fn special_function(rt: &mut Runtime, class: &Class, which: u16) -> Option<Object> {
    match rt.method_cache.operator(class, which) {
        Some(0) => None,
        // SAFETY: V7: a class of the MRO owns it as long as it is remembered.
        Some(function) => Some(unsafe { Object::from_borrowed(Value::from_bits(function)) }),
        None => find_operator(rt, class, which),
    }
}

/// What an operator comes to.
enum Way {
    /// Its method runs there.
    Frame(At),
    /// A comparison of fields, made already.
    Answer(bool),
    /// The cold operation knows.
    Other,
}

/// The left operand's method, if that is a plain Python function and comes first; its frame returns to `next`. The left
/// operand has own operators.
#[inline(always)]
fn enter_operator(
    rt: &mut Runtime,
    site: Site,
    which: u16,
    (left, right): (&Object, Value),
    link: Link,
    next: *const u64,
) -> Way {
    let class = rt.class_of(left);
    let what = which & (31 | which::COMPARE | which::ITEM | which::IN_PLACE);
    let known = rt.method_cache.operator(class, what);
    if known == Some(0) {
        return Way::Other;
    }
    if which & which::ITEM == 0 && right.is_pointer() {
        // SAFETY: V6: the register stays as it is.
        let right = unsafe { Object::borrow(&raw const right as *mut Value) };
        let other = rt.class_of(right);
        // A subclass's reflected method may come first.
        if !other.is(class) && other.get(&rt.heap).flags.has(ClassFlags::HEAP) {
            return Way::Other;
        }
    }
    let function = match known {
        // V7: a class of the MRO owns it as long as it is remembered.
        Some(function) => function,
        None => {
            let class = class.clone();
            match find_operator(rt, &class, what) {
                Some(function) => function.value().bits(),
                None => return Way::Other,
            }
        }
    };
    if which & (which::COMPARE | which::IMMEDIATE) == which::COMPARE {
        // SAFETY: V6, V7: borrowed words.
        let (method, right) = unsafe {
            (Object::borrow(&raw const function as *mut Value), Object::borrow(&raw const right as *mut Value))
        };
        if let Some(method) = method.cast_exact::<FunctionBody>()
            && let Some(answer) = rt.compare_fields(method, CompareOp::ALL[(which & 31) as usize], left, right)
        {
            return Way::Answer(answer);
        }
    }
    // SAFETY: what is remembered is a function; this operand is a pointer.
    match unsafe { enter_with_two(rt, site, Value::from_bits(function), (left.value(), right), which, (link, next)) } {
        Some(at) => Way::Frame(at),
        None => Way::Other,
    }
}

/// Lays the frame of an operator's method above the running one. `None` if its call is no plain one.
///
/// # Safety
/// The method is a function; the left operand is a pointer.
#[inline(always)]
unsafe fn enter_with_two(
    rt: &mut Runtime,
    site: Site,
    function: Value,
    (left, right): (Value, Value),
    which: u16,
    (link, next): (Link, *const u64),
) -> Option<At> {
    // SAFETY: as promised (H4). V1, V5: the words above the running frame's registers hold nothing.
    unsafe {
        let code = body::<CodeBody>((*body::<FunctionBody>(function)).code.value());
        let base = Frame(site.base).end().add(5);
        if (*code).call_key != 2
            || base >= rt.machine.limit
            || rt.machine.remaining <= 0
            || rt.machine.observers.attention()
        {
            return None;
        }
        (*function.header()).count += 1;
        (*left.header()).count += 1;
        super::run::count(right);
        *base.sub(4) = function;
        *word(base, -5) = (which as u64) << 8;
        *base = left;
        *base.add(1) = right;
        for i in 2..(*code).local_count as usize {
            *base.add(i) = Value::UNBOUND;
        }
        let link = link.at(base as usize - site.base as usize);
        Some(lay(&mut rt.machine, code, base, link, next))
    }
}

fn raise(rt: &mut Runtime, base: *mut Value, raised: Raised) -> At {
    rt.machine.raised = raised.into_object();
    At::raise(base)
}

/// `s += t` of a string that only its register holds, with room for the characters of another one.
#[inline(always)]
fn append_text(site: Site) -> bool {
    let (left, right) = (site.b(), site.c());
    if site.a() != left || left == right || !is_text(site.get(left)) || !is_text(site.get(right)) {
        return false;
    }
    // SAFETY: V6: the register is this instruction's to change, and holds a string; the other one holds another handle.
    let (target, more) = unsafe { (&mut *site.base.add(left).cast::<Str>(), &*site.base.add(right).cast::<Str>()) };
    let done = target.extend_in_room(more);
    if done {
        site.finish(right);
    }
    done
}

#[inline(always)]
fn is_text(object: &Object) -> bool {
    // SAFETY: H1: the word of a handle is valid.
    unsafe { super::run::is_text(object.value()) }
}

/// As `operate` for an operator of two registers: quick for an object of a class written in Python and another of the same
/// class, or a value of a builtin type.
///
/// # Safety
/// The left operand is a pointer.
#[inline(never)]
pub(super) unsafe fn operate_two(rt: &mut Runtime, site: Site, which: u16, operation: Cold) -> At {
    // SAFETY: a shape says what the body is (H4). V6, V7: what is remembered is a function that a class of the MRO owns.
    unsafe {
        let (left, right) = (*site.base.add(site.b()), *site.base.add(site.c()));
        let class = rt.heap.shape(shape(left)).class;
        let function = match rt.method_cache.operator_of(class, which) {
            Some(function) if function != 0 => Value::from_bits(function),
            _ => return operate(rt, site, which, operation),
        };
        if right.is_pointer() {
            let other = rt.heap.shape(shape(right));
            // A subclass's reflected method may come first.
            if other.class.bits() != class.bits() && other.flags.has(ShapeFlags::HEAP_CLASS) {
                return operate(rt, site, which, operation);
            }
        }
        let link = (Link::new(Kind::Operator, site.a() as u16, 0), site.pc.wrapping_add(1));
        match enter_with_two(rt, site, function, (left, right), which, link) {
            Some(at) => at,
            None => operate(rt, site, which, operation),
        }
    }
}

/// An operator, comparison or subscript of one word that the loop's fast path left: enters the method's frame, or runs
/// the cold operation.
#[inline(never)]
pub(super) fn operate(rt: &mut Runtime, site: Site, which: u16, operation: Cold) -> At {
    rt.machine.base = site.base;
    rt.machine.pc = site.pc.wrapping_add(1);
    let left = site.get(site.b());
    if which & which::NONE == 0 && has_own_operators(left) {
        let next = site.pc.wrapping_add(1);
        if which == which::ITEM && subscript::load_plain(rt, site) {
            return At { pc: next, base: site.base };
        }
        let right =
            if which & which::IMMEDIATE != 0 { Value::small(site.c_signed()) } else { site.get(site.c()).value() };
        let link = Link::new(Kind::Operator, site.a() as u16, 0);
        return match enter_operator(rt, site, which, (left, right), link, next) {
            Way::Frame(at) => at,
            Way::Answer(answer) => answered(rt, site, which, answer),
            Way::Other => run_cold(rt, site, operation),
        };
    }
    if which & which::ITEM != 0 {
        return run_cold(rt, site, operation);
    }
    if which & which::COMPARE != 0 {
        return compare_builtin(rt, site, which, operation);
    }
    if wide_int::concerns(site, which) {
        return operate_ints(rt, site, which);
    }
    operate_builtin(rt, site, which, operation)
}

#[inline(never)]
fn compare_builtin(rt: &mut Runtime, site: Site, which: u16, operation: Cold) -> At {
    match wide_int::compare(site, which) {
        Some(answer) => {
            wide_int::answer(site, which, answer);
            finish(rt, site, Ok(()))
        }
        None => compare_by_slot(rt, site, which, operation),
    }
}

#[inline(never)]
fn compare_by_slot(rt: &mut Runtime, site: Site, which: u16, operation: Cold) -> At {
    let result = builtin_comparison(rt, site, which);
    gave(rt, site, which, operation, result)
}

/// Ends an instruction with what a builtin type's slot gave, or runs its cold operation if there is none.
#[inline(always)]
fn gave(rt: &mut Runtime, site: Site, which: u16, operation: Cold, result: Option<Result>) -> At {
    match result {
        Some(Ok(result)) => {
            give_result(site, which, result);
            finish(rt, site, Ok(()))
        }
        Some(Err(raised)) => finish(rt, site, Err(raised)),
        None => run_cold(rt, site, operation),
    }
}

/// The comparison of two objects of one builtin type other than texts, which are compared elsewhere.
/// `None` if it is no such one, or the type declines.
#[inline(always)]
fn builtin_comparison(rt: &mut Runtime, site: Site, which: u16) -> Option<Result> {
    if which & which::IMMEDIATE != 0 {
        return None;
    }
    let (left, right) = (site.get(site.b()), site.get(site.c()));
    if !left.is_pointer() || !right.is_pointer() || left.shape() != right.shape() {
        return None;
    }
    if has_own_operators(left) || left.shape() == ShapeId::STR {
        return None;
    }
    let op = CompareOp::ALL[(which & 31) as usize];
    if let (Some(left), Some(right)) = (left.cast_exact::<TupleBody>(), right.cast_exact::<TupleBody>())
        && let Some(answer) = quick_compare(op, left.items(), right.items())
    {
        return Some(Ok(Object::bool(answer)));
    }
    let function = rt.class_of(left).get(&rt.heap).slots.compare?;
    let result = rt.native_call(" in comparison", |rt| function(rt, left, right, op));
    match &result {
        Ok(answer) if answer.is_not_implemented() => None,
        _ => Some(result),
    }
}

#[inline(never)]
fn operate_ints(rt: &mut Runtime, site: Site, which: u16) -> At {
    let result = wide_int::operate(rt, site, which);
    // The old content of the target may have been anything.
    finish(rt, site, result)
}

#[inline(never)]
fn operate_builtin(rt: &mut Runtime, site: Site, which: u16, operation: Cold) -> At {
    if which == BinaryOp::Add as u16 | which::IN_PLACE && append_text(site) {
        return At { pc: site.pc.wrapping_add(1), base: site.base };
    }
    let result = builtin_binary(rt, site, which);
    gave(rt, site, which, operation, result)
}

/// A binary operator of a builtin container or text and another builtin object: no reflected method comes before the left
/// operand's own. `None` if there is none, or if it declines.
#[inline(always)]
fn builtin_binary(rt: &mut Runtime, site: Site, which: u16) -> Option<Result> {
    const OTHERS: u16 = which::COMPARE | which::ITEM | which::IN_PLACE | which::NONE | which::TEST;
    let left = site.get(site.b());
    if which & OTHERS != 0 || !left.is_pointer() || has_own_operators(left) {
        return None;
    }
    let right = Object::small(site.c_signed());
    let right = if which & which::IMMEDIATE != 0 { &right } else { site.get(site.c()) };
    if has_own_operators(right) {
        return None;
    }
    let function = rt.class_of(left).get(&rt.heap).slots.binary[(which & 31) as usize]?;
    let result = rt.native_call("", |rt| function(rt, left, right));
    if let Ok(result) = &result
        && result.is_not_implemented()
    {
        return None;
    }
    Some(result)
}

#[inline(never)]
fn answered(rt: &mut Runtime, site: Site, which: u16, answer: bool) -> At {
    give_result(site, which, Object::bool(answer));
    finish(rt, site, Ok(()))
}

#[inline(never)]
fn run_cold(rt: &mut Runtime, site: Site, operation: Cold) -> At {
    let result = operation(rt, site);
    finish(rt, site, result)
}

/// Where the loop goes on after an instruction of one word.
#[inline(always)]
fn finish(rt: &mut Runtime, site: Site, result: Result<()>) -> At {
    if safe_point::has_events(rt) {
        safe_point::run_events(rt);
    }
    match result {
        Ok(()) => At { pc: site.pc.wrapping_add(1), base: site.base },
        Err(raised) => raise(rt, site.base, raised),
    }
}

/// A comparison that decides a jump, of an object with own operators; null if it is to be made by the cold test.
#[inline(never)]
pub(super) fn test(rt: &mut Runtime, site: Site, which: u16) -> At {
    rt.machine.base = site.base;
    rt.machine.pc = site.pc.wrapping_add(1);
    let operands = (site.get(site.a()), site.get(site.b()).value());
    let (link, next) = (Link::new(Kind::Test, 0, 0), site.pc.wrapping_add(2));
    match enter_operator(rt, site, which | which::COMPARE | which::TEST, operands, link, next) {
        Way::Frame(at) => at,
        Way::Answer(answer) => branch(rt, site, answer),
        Way::Other => At { pc: std::ptr::null(), base: std::ptr::null_mut() },
    }
}

/// Ends the instruction of a comparison that decides a jump.
fn branch(rt: &mut Runtime, site: Site, answer: bool) -> At {
    site.finish(site.a());
    site.finish(site.b());
    let target = if answer != is_negated(site) { jump_target(site) } else { site.pc.wrapping_add(2) };
    safe_point::at_edge(rt, site.base, site.pc, target)
}

/// `FOR_ITER` over any object but the loop's own: asks an iterator of a builtin type, or enters `__next__` of a class made
/// in Python.
#[inline(never)]
pub(super) fn next_item(rt: &mut Runtime, site: Site) -> At {
    rt.machine.base = site.base;
    rt.machine.pc = site.pc.wrapping_add(1);
    let next = site.pc.wrapping_add(2);
    let class = rt.class_of(site.get(site.b())).get(&rt.heap);
    let result = match class.slots.next {
        Some(step) if !class.flags.has(ClassFlags::HEAP) => {
            iterate::specialize(site);
            match step(rt, site.get(site.b())) {
                Step::Item(item) => {
                    iterate::deliver(site, item);
                    return safe_point::at_edge(rt, site.base, site.pc, jump_target(site));
                }
                Step::End => {
                    drop(site.take(site.b()));
                    Ok(false)
                }
                Step::Raise(raised) => iterate::stopped(rt, site, raised),
            }
        }
        _ => {
            if let Some(at) = enter_next(rt, site, next) {
                return at;
            }
            iterate::for_iter(rt, site)
        }
    };
    if safe_point::has_events(rt) {
        safe_point::run_events(rt);
    }
    match result {
        Ok(true) => safe_point::at_edge(rt, site.base, site.pc, jump_target(site)),
        Ok(false) => At { pc: next, base: site.base },
        Err(raised) => raise(rt, site.base, raised),
    }
}

fn enter_next(rt: &mut Runtime, site: Site, next: *const u64) -> Option<At> {
    let iterator = site.get(site.b());
    let class = rt.class_of(iterator).clone();
    let function = special_function(rt, &class, which::NEXT)?;
    enter(rt, site, function, &[iterator.value()], Link::new(Kind::Next, site.a() as u16, 0), next)
}

/// BEFORE_WITH: the frame of `__enter__`, whose result goes behind the bound `__exit__`; or all of it natively.
#[inline(never)]
pub(super) fn before_with(rt: &mut Runtime, site: Site) -> At {
    rt.machine.base = site.base;
    rt.machine.pc = site.pc.wrapping_add(1);
    let next = site.pc.wrapping_add(1);
    match enter_with(rt, site, next) {
        Ok(Some(at)) => return at,
        Ok(None) => {}
        Err(raised) => return raise(rt, site.base, raised),
    }
    let result = with::before(rt, site);
    if safe_point::has_events(rt) {
        safe_point::run_events(rt);
    }
    match result {
        Ok(()) => super::observe::switched(rt, At { pc: next, base: site.base }),
        Err(raised) => raise(rt, site.base, raised),
    }
}

fn enter_with(rt: &mut Runtime, site: Site, next: *const u64) -> Result<Option<At>> {
    let manager = site.get(site.b());
    let class = rt.class_of(manager).clone();
    let Some(function) = special_function(rt, &class, which::ENTER) else { return Ok(None) };
    let Some(exit) = special_function(rt, &class, which::EXIT) else { return Ok(None) };
    let exit = rt.bind(exit, Some(manager), &class)?;
    let link = Link::new(Kind::Plain, site.a() as u16 + 1, 0);
    let at = enter(rt, site, function, &[manager.value()], link, next);
    if at.is_some() {
        // The frame has a reference to the manager of its own.
        site.set(site.a(), exit);
    }
    Ok(at)
}

fn jump_target(site: Site) -> *const u64 {
    site.pc.wrapping_add(2).wrapping_offset(site.extra(0) as i32 as isize)
}

/// A frame of one of these kinds returns `value`; but the loop itself takes what an operator's method returns, unless that
/// is NotImplemented.
pub(super) fn leave(rt: &mut Runtime, base: *mut Value, value: Value) -> At {
    let frame = Frame(base);
    let (link, next) = (frame.link(), frame.return_pc());
    let caller = base.wrapping_byte_sub(link.distance());
    // SAFETY: V1: at a return only locals and the function hold something; the loop gives the value up.
    let (which, result) = unsafe {
        let which = (*word(base, -5) >> 8) as u16;
        clear(base, 0, frame.code().local_count as usize);
        clear(base.wrapping_sub(4), 0, 1);
        (which, Object::from_owned(value))
    };
    rt.machine.remaining += 1;
    rt.machine.base = caller;
    match link.kind() {
        Kind::Next => {
            let site = Site { base: caller, pc: next.wrapping_sub(2) };
            site.set(site.a(), result);
            safe_point::at_edge(rt, caller, site.pc, jump_target(site))
        }
        Kind::Test => {
            let site = Site { base: caller, pc: next.wrapping_sub(2) };
            rt.machine.pc = site.pc.wrapping_add(1);
            match answer(rt, site, which, result) {
                Ok(answer) => branch(rt, site, answer),
                Err(raised) => raise(rt, caller, raised),
            }
        }
        _ => {
            let site = Site { base: caller, pc: next.wrapping_sub(1) };
            rt.machine.pc = next;
            match settled(rt, site, which, result) {
                Ok(result) => {
                    give_result(site, which, result);
                    safe_point::at_edge(rt, caller, site.pc, next)
                }
                Err(raised) => raise(rt, caller, raised),
            }
        }
    }
}

/// Ends the instruction of an operator: operands that are temps are released, the result is written.
#[inline(always)]
fn give_result(site: Site, which: u16, result: Object) {
    let locals = site.code().local_count as usize;
    if which & which::ITEM == 0 && site.b() >= locals {
        drop(site.take(site.b()));
    }
    if which & which::IMMEDIATE == 0 && site.c() >= locals {
        drop(site.take(site.c()));
    }
    site.set(site.a(), result);
}

/// An exception has left a frame of `__next__`: whether it ends the loop. Then the iterator is released.
pub(super) fn ends_loop(rt: &mut Runtime, caller: *mut Value, next: *const u64, exception: &Object) -> bool {
    if !rt.is_instance_of(exception, ClassId::StopIteration) {
        return false;
    }
    let site = Site { base: caller, pc: next.wrapping_sub(2) };
    drop(site.take(site.b()));
    true
}

/// The result after the other attempts that NotImplemented calls for.
fn settled(rt: &mut Runtime, site: Site, which: u16, result: Object) -> Result {
    if !result.is_not_implemented() || which & which::ITEM != 0 {
        return Ok(result);
    }
    let left = site.get(operands(site, which).0);
    let right = right_operand(site, which);
    // SAFETY: V6: a borrowed word; what it stands for stays in its register.
    let right = unsafe { Object::borrow(&raw const right as *mut Value) };
    let number = (which & 31) as usize;
    if which & which::COMPARE != 0 {
        return rt.compare_reflected(CompareOp::ALL[number], left, right);
    }
    let suffix = if which & which::IN_PLACE != 0 { "=" } else { "" };
    rt.binary_reflected(BinaryOp::ALL[number], left, right, suffix)
}

fn answer(rt: &mut Runtime, site: Site, which: u16, result: Object) -> Result<bool> {
    let result = settled(rt, site, which, result)?;
    rt.truth(&result)
}

/// Whether the instruction jumps if the comparison is false.
fn is_negated(site: Site) -> bool {
    matches!(
        site.op(),
        Some(
            Op::JUMP_IF_NOT_LT
                | Op::JUMP_IF_NOT_LE
                | Op::JUMP_IF_NOT_EQ
                | Op::JUMP_IF_NOT_NE
                | Op::JUMP_IF_NOT_GT
                | Op::JUMP_IF_NOT_GE
        )
    )
}
