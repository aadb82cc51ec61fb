//! Frames: how a call's registers lie on the value stack.
//!
//! `base` is the address of register 0. Below it lies the header, whose words look like immediates to whoever clears
//! registers (V5):
//!
//! | word | content |
//! |---|---|
//! | `base[-1]` | address of the code's body; the function owns the code |
//! | `base[-2]` | the link: how far below the caller's base lies, where the result goes, what kind of call it is |
//! | `base[-3]` | where the caller goes on; in an entry frame the `base` of the frame below |
//! | `base[-4]` | the function, owned |
//! | `base[-5]` | only in entry frames: the `pc` of the frame below; in those of operators: which one |
//! | `base[-6]` | only in generator frames: the generator, owned |
//! | `base[-7]`, `base[-8]` | only there: the exceptions that were being handled outside, owned |

use crate::heap::{Heap, Object, Value};
use crate::object::{CodeBody, Function, FunctionBody, Machine};

/// Header words of a frame that native code entered.
pub(super) const ENTRY_HEADER: usize = 5;
/// Header words of a generator's frame.
pub(super) const GENERATOR_HEADER: usize = 8;

/// Where to go on: instruction and frame. A null `pc` means that `machine.raised` holds an exception, raised in the
/// frame `base`.
#[derive(Clone, Copy)]
#[repr(C)]
pub(super) struct At {
    pub pc: *const u64,
    pub base: *mut Value,
}

impl At {
    /// The exception in `machine.raised` goes to a handler of the frame `base` (whose `pc` is in `machine.pc`) or
    /// outward.
    pub const fn raise(base: *mut Value) -> At {
        At { pc: std::ptr::null(), base }
    }
}

/// The kinds that are no plain calls have this bit: the link's sign.
const OTHER: u16 = 1 << 15;

/// What becomes of a frame's result.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u16)]
pub(super) enum Kind {
    /// It goes to the caller's register.
    Plain = 0,
    /// It leaves the loop: native code made the call.
    Entry = OTHER,
    /// The call is `__init__`'s: the result must be None, the new object lies where the caller's window began.
    Init = OTHER + 1,
    /// A generator resumed by native code.
    GeneratorEntry = OTHER + 2,
    /// A generator resumed by `FOR_ITER`.
    GeneratorFor = OTHER + 3,
    /// A generator resumed by `FOR_ITER_PAIR`.
    GeneratorForPair = OTHER + 4,
    /// A generator resumed by `SEND`.
    GeneratorSend = OTHER + 5,
    /// A generator resumed by a call of its method `send`.
    GeneratorCall = OTHER + 6,
    /// The method of an operator: `special::leave` finishes the instruction.
    Operator = OTHER + 7,
    /// The method of a comparison that decides a jump.
    Test = OTHER + 8,
    /// `__next__`, called by `FOR_ITER`.
    Next = OTHER + 9,
}

/// The link word: the distance to the caller's base in bytes, from bit 32 the register for the result, from 48 the kind,
/// which is 0 in a plain call's. Distances are multiples of 8: so it looks like an int.
#[derive(Clone, Copy)]
pub(super) struct Link(pub u64);

const DST: u32 = 32;
const KIND: u32 = 48;

impl Link {
    /// `distance` is in bytes.
    #[inline(always)]
    pub fn new(kind: Kind, dst: u16, distance: usize) -> Link {
        Link((kind as u64) << KIND | (dst as u64) << DST | distance as u64)
    }

    /// The same link over a distance in bytes, where it had none.
    #[inline(always)]
    pub fn at(self, distance: usize) -> Link {
        Link(self.0 | distance as u64)
    }

    #[inline(always)]
    pub fn is_plain(self) -> bool {
        self.0 as i64 >= 0
    }

    /// The kind's number.
    #[inline(always)]
    pub fn kind_number(self) -> u64 {
        self.0 >> KIND
    }

    pub fn kind(self) -> Kind {
        const ALL: [Kind; 10] = [
            Kind::Entry,
            Kind::Init,
            Kind::GeneratorEntry,
            Kind::GeneratorFor,
            Kind::GeneratorForPair,
            Kind::GeneratorSend,
            Kind::GeneratorCall,
            Kind::Operator,
            Kind::Test,
            Kind::Next,
        ];
        match self.is_plain() {
            true => Kind::Plain,
            false => ALL[(self.kind_number() as u16 - OTHER) as usize],
        }
    }

    #[inline(always)]
    pub fn dst(self) -> usize {
        (self.0 >> DST) as u16 as usize
    }

    /// The distance in bytes.
    #[inline(always)]
    pub fn distance(self) -> usize {
        self.0 as u32 as usize
    }

    /// Whether the frame below is a native one.
    pub fn is_entry(self) -> bool {
        matches!(self.kind(), Kind::Entry | Kind::GeneratorEntry)
    }

    /// Whether the call is a special method's.
    pub fn is_special(self) -> bool {
        self.kind_number() >= Kind::Operator as u64
    }

    /// Whether the frame is a generator's.
    pub fn is_generator(self) -> bool {
        (Kind::GeneratorEntry as u64..=Kind::GeneratorCall as u64).contains(&self.kind_number())
    }
}

/// A frame on the stack, by its base. Copied freely; valid while that call runs (V1).
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Frame(pub *mut Value);

/// Reads and writes a header word.
///
/// # Safety
/// `base` is a frame's (V1).
#[inline(always)]
pub(super) unsafe fn word(base: *mut Value, index: isize) -> *mut u64 {
    base.wrapping_offset(index).cast()
}

impl Frame {
    /// The code that runs.
    #[inline(always)]
    pub fn code<'a>(self) -> &'a CodeBody {
        // SAFETY: V1: the header of a frame holds the address of its code's body, which lives as long as the frame.
        unsafe { &*(*word(self.0, -1) as *const CodeBody) }
    }

    /// The function that runs.
    #[inline(always)]
    pub fn function<'a>(self) -> &'a Function {
        // SAFETY: V1: the header holds a function, owned.
        unsafe { &*self.0.wrapping_sub(4).cast::<Function>() }
    }

    /// Address of the body of that function.
    #[inline(always)]
    pub fn body(self) -> *mut FunctionBody {
        // SAFETY: V1: the header holds a function.
        unsafe { (*self.0.wrapping_sub(4)).header().wrapping_add(1).cast() }
    }

    /// The body of that function. Not to be kept across anything that may run Python code.
    #[inline(always)]
    pub fn function_body<'a>(self, heap: &'a Heap) -> &'a FunctionBody {
        self.function::<'a>().get(heap)
    }

    /// The link word.
    #[inline(always)]
    pub fn link(self) -> Link {
        // SAFETY: V1.
        unsafe { Link(*word(self.0, -2)) }
    }

    /// Where the caller goes on.
    #[inline(always)]
    pub fn return_pc(self) -> *const u64 {
        // SAFETY: V1.
        unsafe { *word(self.0, -3) as *const u64 }
    }

    /// The offset of the instruction that ends before `pc`, or whose first word does.
    pub fn offset(self, pc: *const u64) -> u32 {
        let words = (pc as usize).wrapping_sub(self.code().entry as usize) / 8;
        (words as u32).saturating_sub(1)
    }

    /// The frame below and its `pc`; `None` at the bottom.
    pub fn caller(self) -> Option<(Frame, *const u64)> {
        let link = self.link();
        if !link.is_entry() {
            return Some((Frame(self.0.wrapping_byte_sub(link.distance())), self.return_pc()));
        }
        // SAFETY: V1: entry frames have these words.
        let (base, pc) = unsafe { (*word(self.0, -3) as *mut Value, *word(self.0, -5) as *const u64) };
        if base.is_null() { None } else { Some((Frame(base), pc)) }
    }

    /// The first word above the frame's registers.
    #[inline(always)]
    pub fn end(self) -> *mut Value {
        self.0.wrapping_add(self.code().register_count as usize)
    }
}

/// Lays the frame of a call by the loop: the link says what becomes of the result, the caller goes on at `next`.
///
/// # Safety
/// The registers at `base` are those of a new frame of `code`, whose function lies below (V1).
#[inline(always)]
pub(super) unsafe fn lay(
    machine: &mut Machine,
    code: *const CodeBody,
    base: *mut Value,
    link: Link,
    next: *const u64,
) -> At {
    machine.remaining -= 1;
    // SAFETY: as promised.
    unsafe {
        *word(base, -1) = code as u64;
        *word(base, -2) = link.0;
        *word(base, -3) = next as u64;
        At { pc: (*code).entry as *const u64, base }
    }
}

/// The innermost frame and its `pc`, if Python code runs.
pub(super) fn innermost(machine: &Machine) -> Option<(Frame, *const u64)> {
    if machine.base.is_null() { None } else { Some((Frame(machine.base), machine.pc)) }
}

/// The first stack word above all frames, and above what a call may have put in front of its arguments: then they reach
/// one word beyond the registers.
pub(super) fn top(machine: &Machine) -> *mut Value {
    match innermost(machine) {
        Some((frame, _)) => frame.end().wrapping_add(1),
        None => machine.start(),
    }
}

/// Releases registers `from..to`, leaving them empty (V5).
///
/// # Safety
/// The registers belong to a frame or window and hold valid words (V1).
#[inline]
pub(super) unsafe fn clear(base: *mut Value, from: usize, to: usize) {
    for i in from..to {
        let slot = base.wrapping_add(i);
        // SAFETY: each word is an immediate or owned (V1); it is replaced before it is released.
        unsafe {
            let old = *slot;
            if old.is_pointer() {
                *slot = Value::UNBOUND;
                drop(Object::from_owned(old));
            }
        }
    }
}

/// Takes the content of a register, leaving it empty.
///
/// # Safety
/// As for `clear`.
#[inline(always)]
pub(super) unsafe fn take(slot: *mut Value) -> Object {
    // SAFETY: as promised.
    unsafe {
        let old = *slot;
        *slot = Value::UNBOUND;
        Object::from_owned(old)
    }
}
