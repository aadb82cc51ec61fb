//! Generators: frames that leave the stack for the heap and come back.
//!
//! While a generator is suspended its body owns the function and the registers in use; resuming moves them to the top
//! of the stack, suspending moves them back into the same buffer (V9).

use super::enter::{drive, recursion_error};
use super::frame::{At, Frame, GENERATOR_HEADER, Kind, Link, clear, take, top, word};
use super::ops::unpack;
use super::run::{Exit, body};
use super::safe_point;
use super::site::Site;
use super::unwind::raised_as;
use crate::bytecode::{Op, Word, flags};
use crate::heap::{Header, HeapVec, Layout, Object, ShapeEntry, ShapeFlags, ShapeId, Value, release};
use crate::object::{
    ClassId, CodeBody, Feeding, Function, Generator, GeneratorBody, Raised, Result, Resumed, Runtime, Step, Take,
    generator_state as state,
};

/// Makes the shape of generators that must be closed when they die.
pub(super) fn make_shapes(rt: &mut Runtime) {
    let class = rt.class(ClassId::Generator).value();
    let entry = ShapeEntry {
        layout: GeneratorBody::info(),
        class,
        flags: ShapeFlags(ShapeFlags::CONTAINER | ShapeFlags::FINALIZER),
        slots: 0,
        inline: 0,
    };
    rt.machine.guarded_generator = rt.heap.add_shape(entry);
}

/// Whether objects of this shape are generators that `FOR_ITER` resumes itself.
#[inline(always)]
pub(super) fn is_resumable(rt: &Runtime, shape: ShapeId) -> bool {
    shape == ShapeId::GENERATOR || shape == rt.machine.guarded_generator
}

/// Whether a call of the function makes a generator or coroutine.
pub(super) fn makes_generator(rt: &Runtime, function: &Function) -> bool {
    let code = &function.get(&rt.heap).code.get(&rt.heap).code;
    code.flags & (flags::GENERATOR | flags::COROUTINE | flags::ASYNC_GENERATOR) != 0
}

/// Whether so many positional arguments are all that a call of the function needs.
pub(super) fn takes_just(rt: &Runtime, function: &Function, count: usize) -> bool {
    let code = function.get(&rt.heap).code.get(&rt.heap);
    code.argument_count as usize == count
        && code.code.keyword_only == 0
        && code.code.flags & (flags::VARARGS | flags::VARKEYWORDS) == 0
}

/// Makes the generator of a call whose arguments are bound at `base`. The registers are moved out.
///
/// # Safety
/// The words at `base` are the bound registers of a call of `function`, owned by the caller, who gives them up.
pub(super) unsafe fn create(rt: &mut Runtime, function: &Function, base: *mut Value) -> Result {
    let code = function.get(&rt.heap).code.clone();
    let locals = code.get(&rt.heap).local_count as usize;
    let bits = code.get(&rt.heap).code.flags;
    let shape = if bits & flags::GENERATOR != 0 {
        Ok(ShapeId::GENERATOR)
    } else {
        let id = if bits & flags::COROUTINE != 0 { ClassId::Coroutine } else { ClassId::AsyncGenerator };
        let root = rt.class(id).get(&rt.heap).instance.root;
        if rt.heap.shape(root).layout.is::<GeneratorBody>() {
            Ok(root)
        } else {
            Err(rt.not_implemented("asynchronous functions cannot be run yet"))
        }
    };
    // SAFETY: as promised; each word is moved once.
    unsafe {
        let room = buffer_size(locals);
        let frame = shape.and_then(|shape| Ok((shape, HeapVec::<Object>::with_capacity(&rt.heap, room)?)));
        let (shape, mut frame) = match frame {
            Ok(made) => made,
            Err(raised) => {
                clear(base, 0, locals);
                return Err(raised);
            }
        };
        let words = frame.as_mut_ptr().cast::<Value>();
        *words = function.as_object().clone().into_value();
        take_words(base, words.wrapping_add(1), locals);
        frame.set_len(locals + 1);
        let name = function.get(&rt.heap).name.clone();
        let qualname = function.get(&rt.heap).qualname.clone();
        let body =
            GeneratorBody { frame, code, name, qualname, handled: Object::NONE, offset: 0, state: state::CREATED };
        Ok(rt.heap.alloc(shape, body)?.into())
    }
}

/// Sets the shape between plain and guarded.
///
/// # Safety
/// `generator` points to a generator of one of the two shapes.
unsafe fn guard(rt: &Runtime, generator: Value, on: bool) {
    // SAFETY: both shapes have the same layout (H4).
    unsafe {
        let header = generator.header();
        if is_resumable(rt, (*header).shape) {
            (*header).shape = if on { rt.machine.guarded_generator } else { ShapeId::GENERATOR };
        }
    }
}

/// Puts a suspended or new generator's frame on the stack at `base`, ready to go on at its offset. The header's link
/// and return words are the caller's to write.
///
/// # Safety
/// `base` is above every frame, with room (V5); the generator is suspended or new.
unsafe fn mount(rt: &mut Runtime, generator: &Object, base: *mut Value) {
    // SAFETY: as promised. V9: the buffer's words are moved, its length says that they are gone.
    unsafe {
        let value = generator.value();
        guard(rt, value, false);
        let gen_body = body::<GeneratorBody>(value);
        let frame = &(*gen_body).frame;
        let count = frame.len();
        let words = (*gen_body).frame.as_mut_ptr().cast::<Value>();
        (*gen_body).frame.set_len(0);
        *base.wrapping_sub(4) = *words;
        move_words(words.wrapping_add(1), base, count - 1);
        *word(base, -1) = body::<CodeBody>((*gen_body).code.value()) as u64;
        *base.wrapping_sub(6) = generator.clone().into_value();
        let own = std::mem::replace(&mut (*gen_body).handled, Object::NONE);
        let effective = rt.machine.current_exception().clone();
        *base.wrapping_sub(7) = std::mem::replace(&mut rt.machine.handled, own).into_value();
        *base.wrapping_sub(8) = std::mem::replace(&mut rt.machine.outer_handled, effective).into_value();
        (*gen_body).state = state::RUNNING;
        rt.machine.remaining -= 1;
    }
}

/// Takes the handled exceptions of the outside back, giving the generator's own.
unsafe fn restore_handled(rt: &mut Runtime, base: *mut Value) -> Object {
    // SAFETY: V1: a generator's frame has these words.
    unsafe {
        let outer = take(base.wrapping_sub(8));
        let handled = take(base.wrapping_sub(7));
        drop(std::mem::replace(&mut rt.machine.outer_handled, outer));
        std::mem::replace(&mut rt.machine.handled, handled)
    }
}

/// Where a resumed generator goes on, with what is sent in its place.
enum Sent {
    Value(Object),
    Raise(Object),
}

/// Resumes a mounted generator: the place to go on.
unsafe fn go_on(rt: &mut Runtime, generator: &Object, base: *mut Value, fresh: bool, sent: Sent) -> At {
    // SAFETY: V1, V3: the frame is mounted, its offset an instruction.
    unsafe {
        let gen_body = body::<GeneratorBody>(generator.value());
        let pc = (Frame(base).code().entry as *const u64).wrapping_add((*gen_body).offset as usize);
        let site = Site { base, pc };
        let at = match sent {
            Sent::Raise(exception) => {
                rt.machine.base = base;
                rt.machine.pc = pc.wrapping_add(1);
                if !rt.machine.handled.is_none() {
                    // What came out of a delegate has a traceback, and so counts as raised before.
                    super::unwind::set_context(rt, &exception);
                }
                rt.machine.raised = exception;
                rt.machine.raised_as = if fresh { raised_as::BEFORE } else { raised_as::NATIVE };
                if rt.machine.observers.present() {
                    super::observe::thrown(rt, base, pc.wrapping_add(1));
                }
                At::raise(base)
            }
            Sent::Value(_) if fresh => At { pc, base },
            Sent::Value(value) => {
                match site.op() {
                    Some(Op::YIELD_DISCARD) => drop(value),
                    _ => site.set(site.a(), value),
                }
                let words = if is_delegate(site) { 2 } else { 1 };
                At { pc: pc.wrapping_add(words), base }
            }
        };
        if rt.machine.observers.present() && !at.pc.is_null() {
            let tell = if fresh { super::observe::called } else { super::observe::resumed };
            return At { pc: tell(rt, base, at.pc), base };
        }
        at
    }
}

fn is_delegate(site: Site) -> bool {
    site.op() == Some(Op::YIELD_DELEGATE)
}

/// Whether no exception is being handled, in the running generator or outside. Then the words of its frame that keep what
/// is handled outside hold None: the outside of a generator is what was being handled there, or outside of that.
#[inline(always)]
fn handles_nothing(rt: &Runtime) -> bool {
    rt.machine.handled.is_none() && rt.machine.outer_handled.is_none()
}

/// Whether the generator can be resumed by `mount_plain` at `base`.
///
/// # Safety
/// `generator` points to a generator (H4).
#[inline(always)]
unsafe fn is_plain(rt: &Runtime, generator: Value, base: *mut Value) -> bool {
    // SAFETY: as promised.
    unsafe {
        let gen_body = &*body::<GeneratorBody>(generator);
        gen_body.state <= state::SUSPENDED
            && gen_body.frame.len() <= FEW + 1
            && gen_body.handled.is_none()
            && handles_nothing(rt)
            && rt.machine.remaining > 0
            && base < rt.machine.limit
    }
}

/// FOR_ITER and FOR_ITER_PAIR over a generator: the plain case of one that is new, or whose yield drops what is sent.
/// `link` says which of them it is.
#[inline(never)]
pub(super) fn for_iter(rt: &mut Runtime, site: Site, iterator: Value, link: Link) -> At {
    let base = site.frame().end().wrapping_add(GENERATOR_HEADER);
    // SAFETY: the caller has seen a generator's shape (H4); V5: everything above the running frame is free; V9.
    unsafe {
        let gen_body = body::<GeneratorBody>(iterator);
        if !is_plain(rt, iterator, base) || !rt.machine.observers.idle() {
            return for_iter_other(rt, site, iterator, link);
        }
        let code = body::<CodeBody>((*gen_body).code.value());
        let mut pc = ((*code).entry as *const u64).wrapping_add((*gen_body).offset as usize);
        if (*gen_body).state != state::CREATED {
            if Word(*pc).op_number() != Op::YIELD_DISCARD as u16 {
                return for_iter_other(rt, site, iterator, link);
            }
            pc = pc.add(1);
        }
        *word(base, -2) = link.at(base as usize - site.base as usize).0;
        *word(base, -3) = site.pc.wrapping_add(1) as u64;
        mount_words(rt, iterator, code, base);
        At { pc, base }
    }
}

/// The other plain cases.
#[inline(never)]
fn for_iter_other(rt: &mut Runtime, site: Site, iterator: Value, link: Link) -> At {
    let base = site.frame().end().wrapping_add(GENERATOR_HEADER);
    // SAFETY: as in `for_iter`.
    unsafe {
        let plain = is_plain(rt, iterator, base)
            && (!rt.machine.observers.attention() || rt.machine.observers.is_profile_only());
        if !plain {
            return for_iter_slow(rt, site, link.kind());
        }
        let fresh = (*body::<GeneratorBody>(iterator)).state == state::CREATED;
        *word(base, -2) = link.at(base as usize - site.base as usize).0;
        *word(base, -3) = site.pc.wrapping_add(1) as u64;
        let at = mount_plain(rt, iterator, base, Object::NONE);
        if rt.machine.observers.present() {
            let tell = if fresh { super::observe::called } else { super::observe::resumed };
            return At { pc: tell(rt, base, at.pc), base };
        }
        at
    }
}

fn for_iter_slow(rt: &mut Runtime, site: Site, kind: Kind) -> At {
    rt.machine.base = site.base;
    rt.machine.pc = site.pc.wrapping_add(1);
    let register = iterator_register(site, kind);
    let iterator = site.get(register).clone();
    match resume_here(rt, site, &iterator, Sent::Value(Object::NONE), kind) {
        Ok(Some(at)) => at,
        Ok(None) => {
            drop(site.take(register));
            after_events(rt, At { pc: site.pc.wrapping_add(2), base: site.base })
        }
        Err(raised) => {
            rt.machine.raised = raised.into_object();
            At::raise(site.base)
        }
    }
}

/// Where the loop instruction at `site` has its iterator.
fn iterator_register(site: Site, kind: Kind) -> usize {
    if kind == Kind::GeneratorForPair { site.c() } else { site.b() }
}

fn after_events(rt: &mut Runtime, at: At) -> At {
    if safe_point::has_events(rt) {
        rt.machine.base = at.base;
        rt.machine.pc = at.pc;
        safe_point::run_events(rt);
    }
    at
}

/// Resumes a generator from the loop; `None` if it has finished already.
fn resume_here(rt: &mut Runtime, site: Site, iterator: &Object, sent: Sent, kind: Kind) -> Result<Option<At>> {
    let Some(generator) = iterator.cast::<GeneratorBody>() else { return Ok(None) };
    let present = generator.get(&rt.heap).state;
    check(rt, generator, present, &sent)?;
    if present == state::FINISHED {
        return Ok(None);
    }
    let base = site.frame().end().wrapping_add(GENERATOR_HEADER);
    if rt.machine.remaining <= 0 || base >= rt.machine.limit {
        return Err(recursion_error(rt));
    }
    // SAFETY: V5: everything above the running frame is free.
    unsafe {
        mount(rt, iterator, base);
        *word(base, -2) = Link::new(kind, 0, base as usize - site.base as usize).0;
        *word(base, -3) = site.pc.wrapping_add(1) as u64;
        Ok(Some(go_on(rt, iterator, base, present == state::CREATED, sent)))
    }
}

/// The errors of resuming.
fn check(rt: &mut Runtime, generator: &Generator, present: u32, sent: &Sent) -> Result<()> {
    let kind = kind_name(rt, generator);
    if present == state::RUNNING {
        return Err(rt.value_error(format!("{kind} already executing")));
    }
    if let Sent::Value(value) = sent
        && present == state::CREATED
        && !value.is_none()
    {
        return Err(rt.type_error(format!("can't send non-None value to a just-started {kind}")));
    }
    Ok(())
}

fn kind_name(rt: &Runtime, generator: &Generator) -> &'static str {
    let bits = generator.get(&rt.heap).code.get(&rt.heap).code.flags;
    if bits & flags::COROUTINE != 0 {
        "coroutine"
    } else if bits & flags::ASYNC_GENERATOR != 0 {
        "async generator"
    } else {
        "generator"
    }
}

/// SEND: None to a new or suspended generator in the plain case.
#[inline(never)]
pub(super) fn send(rt: &mut Runtime, site: Site) -> At {
    let iterator = site.get(site.b()).value();
    let base = site.frame().end().wrapping_add(GENERATOR_HEADER);
    // SAFETY: the shape says that it is a generator (H4); V5: everything above the running frame is free; V9.
    unsafe {
        if iterator.is_pointer()
            && is_resumable(rt, (*iterator.header()).shape)
            && site.get(site.a()).is_none()
            && is_plain(rt, iterator, base)
            && rt.machine.observers.idle()
        {
            *word(base, -2) = Link::new(Kind::GeneratorSend, 0, base as usize - site.base as usize).0;
            *word(base, -3) = site.pc.wrapping_add(1) as u64;
            return mount_plain(rt, iterator, base, Object::NONE);
        }
    }
    send_slow(rt, site)
}

/// The call of `send` in the window at `slot`, in the plain case: the generator's frame runs above the caller's. Its
/// window keeps method and generator until it is over. Null if nothing has been done.
///
/// # Safety
/// The window holds the method, a generator and what is sent (V1).
#[inline(never)]
pub(super) unsafe fn send_method(rt: &mut Runtime, site: Site, slot: *mut Value) -> At {
    let base = site.frame().end().wrapping_add(GENERATOR_HEADER);
    // SAFETY: as promised; V5: everything above the running frame is free; V9.
    unsafe {
        let iterator = *slot.add(4);
        if !is_plain(rt, iterator, base)
            || !((*body::<GeneratorBody>(iterator)).state == state::SUSPENDED || *slot.add(5) == Value::NONE)
            || !rt.machine.observers.idle()
        {
            return At { pc: std::ptr::null(), base };
        }
        *word(base, -2) = Link::new(Kind::GeneratorCall, 0, base as usize - site.base as usize).0;
        *word(base, -3) = site.pc.wrapping_add(1) as u64;
        let sent = take(slot.add(5));
        mount_plain(rt, iterator, base, sent)
    }
}

/// Ends a call of `send` whose generator has yielded.
fn answer(rt: &mut Runtime, caller: Site, value: Object) -> At {
    let window = caller.b();
    drop(caller.take(window + 4));
    drop(caller.take(window));
    caller.set(caller.a(), value);
    after_events(rt, At { pc: caller.pc.wrapping_add(2), base: caller.base })
}

fn send_slow(rt: &mut Runtime, site: Site) -> At {
    rt.machine.base = site.base;
    rt.machine.pc = site.pc.wrapping_add(1);
    let iterator = site.get(site.b()).clone();
    if iterator.cast::<GeneratorBody>().is_some() {
        let value = site.get(site.a()).clone();
        let sent = Sent::Value(value);
        return match resume_here(rt, site, &iterator, sent, Kind::GeneratorSend) {
            Ok(Some(at)) => at,
            Ok(None) => returned(rt, site, Object::NONE),
            Err(raised) => failed_at(rt, site, raised),
        };
    }
    match send_to(rt, &iterator, site.get(site.a())) {
        Ok(Resumed::Yielded(value)) => {
            site.set(site.a(), value);
            after_events(rt, At { pc: site.pc.wrapping_add(2), base: site.base })
        }
        Ok(Resumed::Returned(value)) => returned(rt, site, value),
        Err(raised) => failed_at(rt, site, raised),
    }
}

fn failed_at(rt: &mut Runtime, site: Site, raised: Raised) -> At {
    rt.machine.base = site.base;
    rt.machine.pc = site.pc.wrapping_add(1);
    rt.machine.raised = raised.into_object();
    At::raise(site.base)
}

/// A delegate has returned: its result arrives and the instruction at `site` jumps.
fn returned(rt: &mut Runtime, site: Site, value: Object) -> At {
    site.set(site.a(), value);
    let target = site.pc.wrapping_add(2).wrapping_offset(site.extra(0) as i32 as isize);
    after_events(rt, At { pc: target, base: site.base })
}

/// Sends a value to any iterator.
fn send_to(rt: &mut Runtime, iterator: &Object, value: &Object) -> Result<Resumed> {
    if !value.is_none() {
        let result = rt.call_method(iterator, "send", std::slice::from_ref(value));
        return stopped(rt, result);
    }
    let class = rt.class_of(iterator).clone();
    if class.get(&rt.heap).flags.has(crate::object::ClassFlags::HEAP) {
        // The slot would lose what StopIteration carries.
        let name = rt.names.next.clone();
        if let Some(method) = rt.special_method(iterator, &name)? {
            let result = rt.call(&method, &[]);
            return stopped(rt, result);
        }
    }
    Ok(match rt.next(iterator)? {
        Some(value) => Resumed::Yielded(value),
        None => Resumed::Returned(Object::NONE),
    })
}

/// StopIteration as an ordinary outcome.
fn stopped(rt: &mut Runtime, result: Result) -> Result<Resumed> {
    match result {
        Ok(value) => Ok(Resumed::Yielded(value)),
        Err(raised) if rt.is_raised(&raised, ClassId::StopIteration) => {
            let exception = rt.exception(raised);
            Ok(Resumed::Returned(stop_value(rt, &exception)))
        }
        Err(raised) => Err(raised),
    }
}

/// `StopIteration.value`.
fn stop_value(rt: &Runtime, exception: &Object) -> Object {
    let Some(body) = exception.cast::<crate::object::ExceptionBody>() else { return Object::NONE };
    let body = body.get(&rt.heap);
    match body.fields.first().or_else(|| body.args.items().first()) {
        Some(value) if !value.is_unbound() => value.clone(),
        _ => Object::NONE,
    }
}

/// How many words move at once between stack and buffer. A buffer has room for the function and a multiple of this, and
/// behind what it holds there are immediates, as above a frame's registers: so nobody looks at the last few.
const STEP: usize = 4;

/// The words of a buffer for so many registers.
fn buffer_size(registers: usize) -> usize {
    registers.next_multiple_of(STEP).max(STEP) + 1
}

type Words = [Value; STEP];

/// The most that the quick ways move: no call stands in them that would come back, and no loop.
const FEW: usize = 3 * STEP;

/// Moves a step of words.
///
/// # Safety
/// There are as many at `from`, and there is room for them at `to`.
#[inline(always)]
unsafe fn step(from: *const Value, to: *mut Value) {
    // SAFETY: as promised.
    unsafe {
        for i in 0..STEP {
            // A register was often written just before. One wide load of two words would have to wait until both
            // have reached the cache: volatile reads stay single ones.
            to.add(i).write(from.add(i).read_volatile());
        }
    }
}

/// Moves a step of words of a frame, where nothing is left.
///
/// # Safety
/// As for `step`.
#[inline(always)]
unsafe fn take_step(from: *mut Value, to: *mut Value) {
    // SAFETY: as promised.
    unsafe {
        step(from, to);
        from.cast::<Words>().write([Value::UNBOUND; STEP]);
    }
}

/// Moves a buffer's words to the stack.
///
/// # Safety
/// At `from` lie the registers in a buffer, at `to` there is room for them (V5).
#[inline(always)]
unsafe fn move_words(from: *const Value, to: *mut Value, count: usize) {
    // SAFETY: as promised; `STEP` says what lies behind.
    unsafe {
        step(from, to);
        if count > STEP {
            step(from.add(STEP), to.add(STEP));
        }
        if count > 2 * STEP {
            step(from.add(2 * STEP), to.add(2 * STEP));
        }
        for i in (FEW..count).step_by(STEP) {
            step(from.add(i), to.add(i));
        }
    }
}

/// Moves the words of a frame to a buffer: on the stack nothing is left.
///
/// # Safety
/// At `from` lie the live registers of the innermost frame, all others hold nothing (V5); at `to` a buffer has room.
#[inline(always)]
unsafe fn take_words(from: *mut Value, to: *mut Value, count: usize) {
    // SAFETY: as promised.
    unsafe {
        take_step(from, to);
        if count > STEP {
            take_step(from.add(STEP), to.add(STEP));
        }
        if count > 2 * STEP {
            take_step(from.add(2 * STEP), to.add(2 * STEP));
        }
        for i in (FEW..count).step_by(STEP) {
            take_step(from.add(i), to.add(i));
        }
    }
}

/// The last reference of what the target held has gone with the item that a generator yielded.
#[cold]
#[inline(never)]
unsafe fn release_old(rt: &mut Runtime, header: *mut Header, site: Site, target: *const u64) -> At {
    // SAFETY: the caller has given up the last reference (H3).
    unsafe { release(header) };
    safe_point::at_edge(rt, site.base, site.pc, target)
}

/// Moves the live registers of a generator's frame to its buffer, if that is a plain matter: nothing is being handled, no
/// handler of the code has to be seen to, they are few, there is room. The caller's frame is not yet the innermost one.
/// Gives the frame's reference to the generator; `None` if nothing has been done.
///
/// # Safety
/// `site` is a yield of the generator whose frame is the innermost, with registers `0..live` in use.
#[inline(always)]
unsafe fn unmount(rt: &mut Runtime, site: Site, live: usize) -> Option<Value> {
    let base = site.base;
    // SAFETY: V1, V9, as in `suspend_slow`.
    unsafe {
        let generator = *base.wrapping_sub(6);
        let gen_body = body::<GeneratorBody>(generator);
        if !handles_nothing(rt) || live > FEW || (*gen_body).frame.capacity() <= live || !site.code().quiet {
            return None;
        }
        let words = (*gen_body).frame.as_mut_ptr().cast::<Value>();
        *words = *base.wrapping_sub(4);
        take_words(base, words.add(1), live);
        left(rt, site, gen_body, live);
        *base.wrapping_sub(4) = Value::UNBOUND;
        *base.wrapping_sub(6) = Value::UNBOUND;
        Some(generator)
    }
}

/// Notes where a generator whose live registers are in its buffer has stopped.
///
/// # Safety
/// As for `unmount`; `gen_body` is that generator's.
#[inline(always)]
unsafe fn left(rt: &mut Runtime, site: Site, gen_body: *mut GeneratorBody, live: usize) {
    let code = site.code();
    // SAFETY: as promised (H4).
    unsafe {
        (*gen_body).frame.set_len(live + 1);
        (*gen_body).offset = ((site.pc as usize - code.entry as usize) / 8) as u32;
        (*gen_body).state = state::SUSPENDED;
        rt.machine.remaining += 1;
    }
}

/// A yield to native code in the plain case. False if nothing has been done.
#[inline(never)]
pub(super) fn suspend_to_native(rt: &mut Runtime, site: Site, live: usize) -> bool {
    // SAFETY: V1, V9: the header of an entry frame tells what was innermost before; the generator's reference is given up.
    unsafe {
        let Some(generator) = unmount(rt, site, live) else { return false };
        rt.machine.base = *word(site.base, -3) as *mut Value;
        rt.machine.pc = *word(site.base, -5) as *const u64;
        drop(Object::from_owned(generator));
        true
    }
}

/// A yield to FOR_ITER or SEND in the plain case: as `suspend`, in which all else ends.
#[inline(never)]
pub(super) fn suspend_to_loop(rt: &mut Runtime, site: Site, live: usize, value: Value) -> At {
    let frame = Frame(site.base);
    // SAFETY: V1, V9.
    unsafe {
        let Some(generator) = unmount(rt, site, live) else { return suspended_otherwise(rt, site, live, value) };
        // The register from which it was resumed holds the generator too: this is not its end.
        (*generator.header()).count -= 1;
        let caller = caller_of(frame);
        let slot = caller.base.add(caller.a());
        let old = *slot;
        *slot = value;
        let mut target = caller.pc.wrapping_add(2);
        if frame.link().kind_number() == Kind::GeneratorFor as u64 {
            target = target.wrapping_offset(caller.extra(0) as i32 as isize);
        }
        if old.is_pointer() {
            (*old.header()).count -= 1;
            if (*old.header()).count == 0 {
                return release_old(rt, old.header(), caller, target);
            }
        }
        safe_point::at_edge(rt, caller.base, caller.pc, target)
    }
}

/// The instruction that resumed the generator whose frame this is; it stands in a frame of the loop.
#[inline(always)]
fn caller_of(frame: Frame) -> Site {
    Site { base: frame.0.wrapping_byte_sub(frame.link().distance()), pc: frame.return_pc().wrapping_sub(1) }
}

#[cold]
#[inline(never)]
fn suspended_otherwise(rt: &mut Runtime, site: Site, live: usize, value: Value) -> At {
    match suspend_slow(rt, site, live, value) {
        Ok(at) => at,
        Err(_) => unreachable!("a frame of the loop has resumed it"),
    }
}

/// The yields: moves the frame back to the heap and delivers `value`, which this takes over.
#[inline(never)]
pub(super) fn suspend(rt: &mut Runtime, site: Site, live: usize, value: Value) -> std::result::Result<At, Exit> {
    // SAFETY: V1, V9: the frame's reference to its generator goes on to `hand_over`.
    unsafe {
        match unmount(rt, site, live) {
            Some(generator) => hand_over(rt, site, Object::from_owned(generator), value),
            None => suspend_slow(rt, site, live, value),
        }
    }
}

/// The same while an exception is handled, with handlers around, or with a buffer that has to grow.
fn suspend_slow(rt: &mut Runtime, site: Site, live: usize, value: Value) -> std::result::Result<At, Exit> {
    let (base, frame) = (site.base, Frame(site.base));
    // SAFETY: V1, V9: the frame is a generator's; its live registers and function are moved into the buffer, of which
    // the rest of the frame holds nothing (the verifier's V5).
    unsafe {
        let generator = take(base.wrapping_sub(6));
        let gen_body = body::<GeneratorBody>(generator.value());
        if (*gen_body).frame.capacity() <= live && (*gen_body).frame.set_capacity(&rt.heap, buffer_size(live)).is_err()
        {
            *base.wrapping_sub(6) = generator.into_value();
            drop(Object::from_owned(value));
            rt.machine.base = base;
            rt.machine.pc = site.pc.wrapping_add(1);
            rt.machine.raised = Raised::from(crate::heap::OutOfMemory).into_object();
            return Ok(At::raise(base));
        }
        let words = (*gen_body).frame.as_mut_ptr().cast::<Value>();
        *words = std::mem::replace(&mut *base.wrapping_sub(4), Value::UNBOUND);
        take_words(base, words.wrapping_add(1), live);
        left(rt, site, gen_body, live);
        (*gen_body).handled = restore_handled(rt, base);
        // What has stopped where a handler would see it closed must be closed when it dies.
        let code = &frame.code().code;
        if !code.handlers.is_empty() && code.handler_at((*gen_body).offset).is_some() {
            guard(rt, generator.value(), true);
        }
        hand_over(rt, site, generator, value)
    }
}

/// Goes back to whoever resumed the generator, whose frame was that of `site` and is empty now.
///
/// # Safety
/// The header still says who that was (V1); `value` is given up.
unsafe fn hand_over(rt: &mut Runtime, site: Site, generator: Object, value: Value) -> std::result::Result<At, Exit> {
    let frame = Frame(site.base);
    let kind = frame.link().kind();
    if kind == Kind::GeneratorEntry {
        // SAFETY: as promised: the header of an entry frame tells what was innermost before.
        unsafe {
            rt.machine.pc = *word(site.base, -5) as *const u64;
            rt.machine.base = *word(site.base, -3) as *mut Value;
        }
        drop(generator);
        return Err(Exit::Value(value));
    }
    let caller = caller_of(frame);
    rt.machine.base = caller.base;
    rt.machine.pc = caller.pc.wrapping_add(1);
    drop(generator);
    // SAFETY: as promised.
    Ok(deliver(rt, caller, kind, unsafe { Object::from_owned(value) }))
}

/// Hands what a generator yielded to the instruction that resumed it.
fn deliver(rt: &mut Runtime, caller: Site, kind: Kind, value: Object) -> At {
    let jump = caller.pc.wrapping_add(2).wrapping_offset(caller.extra(0) as i32 as isize);
    match kind {
        Kind::GeneratorFor => {
            caller.set(caller.a(), value);
            safe_point::at_edge(rt, caller.base, caller.pc, jump)
        }
        Kind::GeneratorForPair => {
            if let Err(raised) = unpack::into_pair(rt, caller, &value, caller.a(), caller.b()) {
                drop(value);
                rt.machine.pc = caller.pc.wrapping_add(2);
                rt.machine.raised = raised.into_object();
                return At::raise(caller.base);
            }
            drop(value);
            safe_point::at_edge(rt, caller.base, caller.pc, jump)
        }
        Kind::GeneratorCall => answer(rt, caller, value),
        _ => {
            caller.set(caller.a(), value);
            after_events(rt, At { pc: caller.pc.wrapping_add(2), base: caller.base })
        }
    }
}

/// Ends a generator whose frame, with so many registers that may hold something, is on the stack: gives its object back.
unsafe fn dismount(rt: &mut Runtime, base: *mut Value, registers: usize) -> Object {
    // SAFETY: V1: the frame is the innermost and a generator's.
    unsafe {
        let generator = take(base.wrapping_sub(6));
        let gen_body = body::<GeneratorBody>(generator.value());
        (*gen_body).state = state::FINISHED;
        let buffer = std::mem::take(&mut (*gen_body).frame);
        if !handles_nothing(rt) || *base.wrapping_sub(7) != Value::NONE || *base.wrapping_sub(8) != Value::NONE {
            drop(restore_handled(rt, base));
        }
        clear(base, 0, registers);
        clear(base.wrapping_sub(4), 0, 1);
        rt.machine.remaining += 1;
        drop(buffer);
        generator
    }
}

/// A generator returns.
pub(super) fn finish(rt: &mut Runtime, base: *mut Value, value: Value) -> std::result::Result<At, Exit> {
    let frame = Frame(base);
    let link = frame.link();
    let next = frame.return_pc();
    // SAFETY: the loop gives up the value; the frame is innermost.
    unsafe {
        let result = Object::from_owned(value);
        let below = if link.is_entry() { *word(base, -5) as *const u64 } else { std::ptr::null() };
        // At a return only locals hold something.
        let generator = dismount(rt, base, frame.code().local_count as usize);
        if link.is_entry() {
            rt.machine.base = next as *mut Value;
            rt.machine.pc = below;
            drop(generator);
            return Err(Exit::Finished(result.into_value()));
        }
        let caller = Site { base: base.wrapping_byte_sub(link.distance()), pc: next.wrapping_sub(1) };
        rt.machine.base = caller.base;
        rt.machine.pc = next;
        drop(generator);
        Ok(match link.kind() {
            Kind::GeneratorSend => returned(rt, caller, result),
            Kind::GeneratorCall => {
                let raised = rt.stop_iteration(&result);
                drop(result);
                failed_at(rt, caller, raised)
            }
            kind => {
                drop(result);
                drop(caller.take(iterator_register(caller, kind)));
                after_events(rt, At { pc: caller.pc.wrapping_add(2), base: caller.base })
            }
        })
    }
}

/// An exception leaves a generator's frame: the frame is taken down. Gives the exception that goes on.
pub(super) fn failed(rt: &mut Runtime, base: *mut Value, exception: Object, has_begun: bool) -> Object {
    let frame = Frame(base);
    let link = frame.link();
    let bits = frame.code().code.flags;
    // SAFETY: the frame is innermost.
    unsafe {
        let (below, pc) = if link.is_entry() {
            (frame.return_pc() as *mut Value, *word(base, -5) as *const u64)
        } else {
            (base.wrapping_byte_sub(link.distance()), frame.return_pc())
        };
        drop(dismount(rt, base, frame.code().register_count as usize));
        rt.machine.base = below;
        rt.machine.pc = pc;
    }
    let raised = Raised::new(exception);
    let stop = rt.is_raised(&raised, ClassId::StopIteration);
    let stop_async = bits & flags::ASYNC_GENERATOR != 0 && rt.is_raised(&raised, ClassId::StopAsyncIteration);
    if !has_begun || !stop && !stop_async {
        return raised.into_object();
    }
    let kind = if bits & flags::COROUTINE != 0 {
        "coroutine"
    } else if bits & flags::ASYNC_GENERATOR != 0 {
        "async generator"
    } else {
        "generator"
    };
    let name = if stop { "StopIteration" } else { "StopAsyncIteration" };
    let cause = raised.into_object();
    let error = rt.runtime_error(format!("{kind} raised {name}"));
    let error = rt.exception(error);
    if let Some(body) = error.cast::<crate::object::ExceptionBody>() {
        let (body, _) = body.get_mut(&mut rt.heap);
        body.cause = cause.clone();
        body.context = cause;
        body.suppress_context = true;
    }
    error
}

/// Resumes a generator from native code.
pub(super) fn resume(rt: &mut Runtime, object: &Object, sent: Result) -> Result<Resumed> {
    if let Ok(value) = &sent
        && let Some(exit) = resume_plain(rt, object, value)
    {
        return match exit {
            // SAFETY: the loop gives the value's reference up (V1).
            Exit::Value(value) => Ok(Resumed::Yielded(unsafe { Object::from_owned(value) })),
            // SAFETY: as above.
            Exit::Finished(value) => Ok(Resumed::Returned(unsafe { Object::from_owned(value) })),
            Exit::Raised | Exit::Switch => Err(super::enter::take_raised(rt)),
        };
    }
    let Some(generator) = object.cast::<GeneratorBody>().cloned() else {
        return Err(rt.type_error("not a generator"));
    };
    let present = generator.get(&rt.heap).state;
    let sent = match sent {
        Ok(value) => Sent::Value(value),
        Err(raised) => Sent::Raise(rt.exception(raised)),
    };
    check(rt, &generator, present, &sent)?;
    if present == state::FINISHED {
        return match sent {
            Sent::Value(_) => Ok(Resumed::Returned(Object::NONE)),
            Sent::Raise(exception) => Err(Raised::new(exception)),
        };
    }
    if let Sent::Raise(exception) = sent {
        return throw(rt, &generator, exception);
    }
    enter(rt, &generator, sent)
}

/// Resumes a generator from native code in the plain case of a new or suspended one; else `None`.
#[inline(always)]
fn resume_plain(rt: &mut Runtime, object: &Object, sent: &Object) -> Option<Exit> {
    let base = top(&rt.machine).wrapping_add(GENERATOR_HEADER);
    // SAFETY: a generator's shape says what the body is (H4); V5: everything above the innermost frame is free; V9.
    let exit = unsafe {
        let iterator = object.value();
        if !is_resumable(rt, object.shape())
            || !is_plain(rt, iterator, base)
            || !(sent.is_none() || (*body::<GeneratorBody>(iterator)).state == state::SUSPENDED)
            || !rt.machine.observers.idle()
            || !rt.machine.enter_native(0)
        {
            return None;
        }
        *word(base, -2) = Link::new(Kind::GeneratorEntry, 0, 0).0;
        *word(base, -3) = rt.machine.base as u64;
        *word(base, -5) = rt.machine.pc as u64;
        let at = mount_plain(rt, iterator, base, sent.clone());
        drive(rt, at)
    };
    rt.machine.leave_native();
    Some(exit)
}

/// The next item for native code.
pub(super) fn next(rt: &mut Runtime, object: &Object) -> Step {
    match resume_plain(rt, object, &Object::NONE) {
        None => next_slow(rt, object).into(),
        // SAFETY: the loop gives the value's reference up (V1).
        Some(Exit::Value(value)) => Step::Item(unsafe { Object::from_owned(value) }),
        Some(Exit::Finished(Value::NONE)) => Step::End,
        // SAFETY: as above.
        Some(Exit::Finished(value)) => ended(rt, unsafe { Object::from_owned(value) }).into(),
        Some(Exit::Raised | Exit::Switch) => Step::Raise(super::enter::take_raised(rt)),
    }
}

/// Gives a generator's items to `take` for as long as that takes them, and the frame stays on the stack meanwhile; what
/// is given back, the end or an exception is the result.
pub(super) fn feed(rt: &mut Runtime, object: &Object, mut take: &mut Take<'_>) -> Step {
    struct Restored<'a>(&'a mut Runtime, Feeding);
    impl Drop for Restored<'_> {
        fn drop(&mut self) {
            self.0.machine.feeding = self.1;
        }
    }
    let base = top(&rt.machine).wrapping_add(GENERATOR_HEADER);
    let feeding = Feeding { base, generator: object.value(), take: (&raw mut take).cast(), refused: false };
    let outer = std::mem::replace(&mut rt.machine.feeding, feeding);
    let restored = Restored(rt, outer);
    loop {
        let item = match next(restored.0, object) {
            Step::Item(item) => item,
            end => return end,
        };
        if restored.0.machine.feeding.refused {
            return Step::Item(item);
        }
        // The loop that tells observers offers nothing.
        if let Some(back) = take(restored.0, item) {
            return Step::Item(back);
        }
    }
}

/// Offers what is yielded to native code that is being fed: where the generator goes on, or null if it was not taken.
///
/// # Safety
/// `site` is a yield of a generator's frame at the base in `machine.feeding`; no observer is there. The reference to the
/// value is given up if it is taken.
#[inline(never)]
pub(super) unsafe fn offer(rt: &mut Runtime, site: Site, value: Value) -> *const u64 {
    // SAFETY: V1: a generator's frame has this word. V10: `feed` still runs, so the closure is there, and it is not
    // running: it calls nothing that would come here.
    unsafe {
        // Where the generator has ended, a callback may have brought another one to the same place.
        if *site.base.wrapping_sub(6) != rt.machine.feeding.generator {
            return std::ptr::null();
        }
        rt.machine.base = site.base;
        rt.machine.pc = site.pc.wrapping_add(1);
        let take: &mut &mut Take<'_> = &mut *rt.machine.feeding.take.cast();
        if let Some(back) = take(rt, Object::from_owned(value)) {
            debug_assert!(back.value() == value);
            std::mem::forget(back);
            rt.machine.feeding.refused = true;
            return std::ptr::null();
        }
    }
    match site.op() {
        Some(Op::YIELD_DISCARD) => site.pc.wrapping_add(1),
        Some(Op::YIELD_DELEGATE) => site.pc.wrapping_add(2),
        _ => {
            site.set(site.a(), Object::NONE);
            site.pc.wrapping_add(1)
        }
    }
}

#[cold]
fn next_slow(rt: &mut Runtime, object: &Object) -> Result<Option<Object>> {
    match resume(rt, object, Ok(Object::NONE))? {
        Resumed::Yielded(value) => Ok(Some(value)),
        Resumed::Returned(value) => ended(rt, value),
    }
}

fn ended(rt: &mut Runtime, value: Object) -> Result<Option<Object>> {
    if value.is_none() { Ok(None) } else { Err(rt.stop_iteration(&value)) }
}

/// Puts the frame of a new or suspended generator that handles no exception on the stack, where it goes on with what is
/// sent (None to a new one). The header's link and return words are the caller's to write.
///
/// # Safety
/// As for `mount`; `is_plain` was asked.
#[inline(always)]
unsafe fn mount_plain(rt: &mut Runtime, generator: Value, base: *mut Value, sent: Object) -> At {
    // SAFETY: as promised.
    unsafe {
        let gen_body = body::<GeneratorBody>(generator);
        let code = body::<CodeBody>((*gen_body).code.value());
        let fresh = (*gen_body).state == state::CREATED;
        mount_words(rt, generator, code, base);
        let pc = ((*code).entry as *const u64).wrapping_add((*gen_body).offset as usize);
        if fresh {
            return At { pc, base };
        }
        let resumed = Site { base, pc };
        let op = resumed.word().op_number();
        let mut words = 1;
        if op != Op::YIELD_DISCARD as u16 {
            resumed.set(resumed.a(), sent);
            if op == Op::YIELD_DELEGATE as u16 {
                words = 2;
            }
        }
        At { pc: pc.wrapping_add(words), base }
    }
}

/// Moves the words of such a generator to the stack.
///
/// # Safety
/// As for `mount_plain`.
#[inline(always)]
unsafe fn mount_words(rt: &mut Runtime, generator: Value, code: *const CodeBody, base: *mut Value) {
    // SAFETY: as promised. V9: the buffer's words are moved, its length says that they are gone.
    unsafe {
        let gen_body = body::<GeneratorBody>(generator);
        let frame = &mut (*gen_body).frame;
        let (words, count) = (frame.as_mut_ptr().cast::<Value>(), frame.len());
        frame.set_len(0);
        // `is_plain` says so.
        std::hint::assert_unchecked(count <= FEW + 1);
        *base.wrapping_sub(4) = *words;
        move_words(words.wrapping_add(1), base, count - 1);
        *word(base, -1) = code as u64;
        *base.wrapping_sub(6) = generator;
        *base.wrapping_sub(7) = Value::NONE;
        *base.wrapping_sub(8) = Value::NONE;
        let header = generator.header();
        (*header).count += 1;
        (*header).shape = ShapeId::GENERATOR;
        (*gen_body).state = state::RUNNING;
        rt.machine.remaining -= 1;
    }
}

fn enter(rt: &mut Runtime, generator: &Generator, sent: Sent) -> Result<Resumed> {
    let fresh = generator.get(&rt.heap).state == state::CREATED;
    // SAFETY: `enter_by` has mounted the frame.
    enter_by(rt, generator, |rt, base| unsafe { go_on(rt, generator, base, fresh, sent) })
}

/// Runs a generator for native code, from where `start` says, once its frame is mounted at a base.
fn enter_by(
    rt: &mut Runtime,
    generator: &Generator,
    start: impl FnOnce(&mut Runtime, *mut Value) -> At,
) -> Result<Resumed> {
    rt.native_call("", |rt| {
        let base = top(&rt.machine).wrapping_add(GENERATOR_HEADER);
        if rt.machine.remaining <= 0 || base >= rt.machine.limit {
            return Err(recursion_error(rt));
        }
        // SAFETY: V5: everything above the innermost frame is free.
        unsafe {
            mount(rt, generator, base);
            *word(base, -2) = Link::new(Kind::GeneratorEntry, 0, 0).0;
            *word(base, -3) = rt.machine.base as u64;
            *word(base, -5) = rt.machine.pc as u64;
            let at = start(rt, base);
            match drive(rt, at) {
                Exit::Value(value) => Ok(Resumed::Yielded(Object::from_owned(value))),
                Exit::Finished(value) => Ok(Resumed::Returned(Object::from_owned(value))),
                Exit::Raised | Exit::Switch => Err(super::enter::take_raised(rt)),
            }
        }
    })
}

/// Throws an exception into a suspended or new generator: into what it delegates to first.
fn throw(rt: &mut Runtime, generator: &Generator, exception: Object) -> Result<Resumed> {
    let Some(delegate) = generator.get(&rt.heap).delegate(&rt.heap).cloned() else {
        return enter(rt, generator, Sent::Raise(exception));
    };
    generator.get_mut(&mut rt.heap).0.state = state::RUNNING;
    let outcome = rt.native_call("", |rt| forward(rt, &delegate, &exception));
    generator.get_mut(&mut rt.heap).0.state = state::SUSPENDED;
    match outcome {
        Ok(Some(Resumed::Yielded(value))) => Ok(Resumed::Yielded(value)),
        // The delegate has ended: its result is what the delegating instruction gives.
        Ok(Some(Resumed::Returned(value))) => enter_returned(rt, generator, value),
        Ok(None) => enter(rt, generator, Sent::Raise(exception)),
        Err(raised) => {
            let exception = rt.exception(raised);
            enter(rt, generator, Sent::Raise(exception))
        }
    }
}

/// Forwards an exception to a delegate; `None` if it cannot take one.
fn forward(rt: &mut Runtime, delegate: &Object, exception: &Object) -> Result<Option<Resumed>> {
    if rt.is_instance_of(exception, ClassId::GeneratorExit) {
        match delegate.cast::<GeneratorBody>().cloned() {
            Some(inner) => drop(close(rt, &inner)?),
            None => {
                let name = rt.names.close.clone();
                if let Some(close) = rt.get_attr_opt(delegate, &name)? {
                    rt.call(&close, &[])?;
                }
            }
        }
        return Ok(None);
    }
    if delegate.cast::<GeneratorBody>().is_some() {
        return resume(rt, delegate, Err(Raised::new(exception.clone()))).map(Some);
    }
    let name = rt.names.throw.clone();
    let Some(throw) = rt.get_attr_opt(delegate, &name)? else { return Ok(None) };
    let result = rt.call(&throw, std::slice::from_ref(exception));
    stopped(rt, result).map(Some)
}

/// Goes on behind a delegation that has ended with `value`.
fn enter_returned(rt: &mut Runtime, generator: &Generator, value: Object) -> Result<Resumed> {
    let body = generator.get(&rt.heap);
    let code = body.code.get(&rt.heap);
    let pc = (code.entry as *const u64).wrapping_add(body.offset as usize);
    // SAFETY: V3: the offset is that of the delegating instruction; the word behind it holds its jump.
    let (instruction, jump) = unsafe { (Word(*pc), *pc.add(1) as i32) };
    // The value goes into its register now, the generator goes on at the jump's target: an instruction before which
    // the sent value would be put. Registers are found in the buffer, one word up.
    let (register, target) = (instruction.a() as usize, body.offset as i64 + 2 + jump as i64);
    enter_by(rt, generator, |rt, base| {
        let entry = Frame(base).code().entry as *const u64;
        let mut at = At { pc: entry.wrapping_offset(target as isize), base };
        Site { base, pc: at.pc }.set(register, value);
        if rt.machine.observers.present() {
            at.pc = super::observe::resumed(rt, base, at.pc);
        }
        at
    })
}

/// `generator.close()`: the value that it returned, or None.
pub(super) fn close(rt: &mut Runtime, generator: &Generator) -> Result {
    let present = generator.get(&rt.heap).state;
    let body = generator.get(&rt.heap);
    // Where no handler waits, nothing would run.
    let idle = present == state::SUSPENDED
        && body.delegate(&rt.heap).is_none()
        && body.code.get(&rt.heap).code.handler_at(body.offset).is_none();
    if idle || present == state::CREATED || present == state::FINISHED {
        let (body, _) = generator.get_mut(&mut rt.heap);
        body.state = state::FINISHED;
        let frame = body.frame.take();
        drop(frame);
        return Ok(Object::NONE);
    }
    let exit = rt.raise_with(ClassId::GeneratorExit, &[]);
    match resume(rt, generator, Err(exit)) {
        Ok(Resumed::Yielded(value)) => {
            drop(value);
            let kind = kind_name(rt, generator);
            Err(rt.runtime_error(format!("{kind} ignored GeneratorExit")))
        }
        Ok(Resumed::Returned(value)) => Ok(value),
        Err(raised)
            if rt.is_raised(&raised, ClassId::GeneratorExit) || rt.is_raised(&raised, ClassId::StopIteration) =>
        {
            Ok(Object::NONE)
        }
        Err(raised) => Err(raised),
    }
}
