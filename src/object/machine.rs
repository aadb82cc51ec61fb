//! The virtual machine's state as plain data: the value stack, depth counters, the exception being handled.
//!
//! The logic that drives it stands in `vm`; it lies here so that a `Runtime` owns all that an interpreter uses.
#![allow(unsafe_code)]

use super::Runtime;
use super::match_cache::MatchCache;
use super::observer::Observers;
use crate::heap::{Object, ShapeId, Value};
use crate::layout::Dict;
use std::cell::UnsafeCell;
use std::collections::HashSet;
use std::sync::{Arc, Weak};

/// The state of the virtual machine.
///
/// Registers of all active frames lie on one contiguous stack of words that never moves (V2).
pub struct Machine {
    stack: Stack,
    /// Words from here on are not used by frames.
    pub(crate) limit: *mut Value,
    /// Register 0 of the innermost frame; null if none runs. Valid while native code runs (V4).
    pub(crate) base: *mut Value,
    /// Some word of that frame's present instruction is the one before this (V4).
    pub(crate) pc: *const u64,
    /// Python calls left until the recursion limit is reached.
    pub(crate) remaining: isize,
    recursion_limit: usize,
    /// Native recursion in progress (repr of nested lists, sort keys that call back, …).
    pub(crate) native_depth: usize,
    /// The address below which the native stack must not grow.
    native_floor: usize,
    /// Bytes above it that are known to belong to the same stack.
    native_span: usize,
    /// Whether part of the reserve below is in use for making an error.
    native_reserve_used: bool,
    /// The exception being handled by the innermost generator, or by plain code outside of generators; or None.
    pub(crate) handled: Object,
    /// What is being handled outside the running generator; or None.
    pub(crate) outer_handled: Object,
    /// An exception on its way from an instruction to the unwinder; `UNBOUND` otherwise.
    pub(crate) raised: Object,
    /// Events that wait for an outer level which is running one.
    pub(crate) event_floor: usize,
    /// Ctrl-C has left events behind: they are run some at a time.
    pub(crate) event_backlog: bool,
    /// How the exception in `raised` was raised, see `vm::unwind`.
    pub(crate) raised_as: u8,
    /// Shape of generators that are suspended where closing them runs code.
    pub(crate) guarded_generator: ShapeId,
    /// The last version given to a dict (V8); 0 when all are used up.
    pub(crate) dict_version: u32,
    /// The last version given to a code object.
    pub(crate) code_version: u32,
    /// Instruction words of all loaded code, for clearing caches.
    pub(crate) codes: Vec<Weak<CodeWords>>,
    /// Names (addresses) that some inline cache relies on classes for.
    pub(crate) watched: HashSet<u64>,
    /// Outcomes of class patterns.
    pub(crate) matches: MatchCache,
    /// Who takes what a generator yields without leaving the loop.
    pub(crate) feeding: Feeding,
    /// Who is told of calls, lines and exceptions; without any the plain loop runs.
    pub observers: Observers,
}

/// A generator that native code runs to its end, and what native code does with each item.
#[derive(Clone, Copy)]
pub(crate) struct Feeding {
    /// Register 0 of the generator's frame; null if there is none.
    pub base: *mut Value,
    /// The generator.
    pub generator: Value,
    /// Points to a `&mut Take` while that frame is on the stack.
    pub take: *mut (),
    /// Whether what the generator yielded last was offered and given back.
    pub refused: bool,
}

impl Feeding {
    pub(crate) const NONE: Feeding =
        Feeding { base: std::ptr::null_mut(), generator: Value::NONE, take: std::ptr::null_mut(), refused: false };
}

// SAFETY: the pointers lead into the machine's own stack and into code that the same runtime owns; a machine moves to
// another thread only together with its runtime, and never while it runs.
unsafe impl Send for Machine {}

/// Words of the value stack: 64 Mi words are 512 MiB of reserved address space, touched page by page.
const STACK_WORDS: usize = 64 << 20;

/// Words kept free above `limit`: room for the arguments that a call moves before it checks.
pub(crate) const SLACK: usize = 1 << 17;

/// Levels of native recursion after which there is a RecursionError even if the native stack is large.
const NATIVE_LIMIT: usize = 10_000;

/// Native stack kept free below the deepest counted level, for natives that do not count theirs.
const NATIVE_RESERVE: usize = 256 << 10;

impl Machine {
    /// An idle machine.
    pub fn new() -> Machine {
        let stack = Stack::reserve(STACK_WORDS);
        Machine {
            limit: stack.start.wrapping_add(stack.words - SLACK),
            stack,
            base: std::ptr::null_mut(),
            pc: std::ptr::null(),
            remaining: 1000,
            recursion_limit: 1000,
            native_depth: 0,
            native_floor: 0,
            native_span: 0,
            native_reserve_used: false,
            event_floor: 0,
            event_backlog: false,
            handled: Object::NONE,
            outer_handled: Object::NONE,
            raised: Object::UNBOUND,
            raised_as: 0,
            guarded_generator: ShapeId::GENERATOR,
            dict_version: 1,
            code_version: 0,
            codes: Vec::new(),
            watched: HashSet::new(),
            matches: MatchCache::default(),
            feeding: Feeding::NONE,
            observers: Observers::default(),
        }
    }

    /// Enters a level of native recursion, if the native stack has room for it and `reserve` more bytes.
    #[inline]
    pub(crate) fn enter_native(&mut self, reserve: usize) -> bool {
        let mark = 0u8;
        let here = &raw const mark as usize;
        if self.native_depth == 0 && here.wrapping_sub(self.native_floor) > self.native_span {
            self.measure_native(here);
        }
        if here < self.native_floor + reserve || self.native_depth >= NATIVE_LIMIT {
            return false;
        }
        self.native_depth += 1;
        true
    }

    /// Whether the native stack has room for another level; quick, and sometimes too careful.
    #[inline(always)]
    pub(crate) fn has_native_stack(&self) -> bool {
        let mark = 0u8;
        &raw const mark as usize > self.native_floor && self.native_floor != 0
    }

    /// Never measured, or measured on another thread's stack or deeper down on this one.
    #[cold]
    #[inline(never)]
    fn measure_native(&mut self, here: usize) {
        self.native_floor = native_stack_end() + NATIVE_RESERVE;
        self.native_span = here.saturating_sub(self.native_floor);
    }

    /// Leaves it.
    #[inline]
    pub(crate) fn leave_native(&mut self) {
        self.native_depth -= 1;
    }

    /// Lets native calls use half of the reserve, for making an error; `None` if they do so already.
    pub(crate) fn use_native_reserve(&mut self) -> Option<(usize, usize)> {
        const LEVELS: usize = 200;
        if self.native_reserve_used {
            return None;
        }
        let saved = (self.native_depth, self.native_floor);
        self.native_reserve_used = true;
        self.native_depth = self.native_depth.clamp(1, NATIVE_LIMIT - LEVELS);
        self.native_floor = self.native_floor.saturating_sub(NATIVE_RESERVE / 2);
        Some(saved)
    }

    /// Ends that.
    pub(crate) fn restore_native(&mut self, saved: (usize, usize)) {
        (self.native_depth, self.native_floor) = saved;
        self.native_reserve_used = false;
    }

    /// The first word of the stack.
    pub(crate) fn start(&self) -> *mut Value {
        self.stack.start
    }

    /// How many words there are above `base`, less the largest frame.
    pub(crate) fn room_above(&self, base: *mut Value) -> usize {
        let end = self.stack.start as usize + self.stack.words * 8;
        ((end - base as usize) / 8).saturating_sub(SLACK / 2 + 64)
    }

    /// Python calls in progress.
    pub fn depth(&self) -> usize {
        (self.recursion_limit as isize - self.remaining).max(0) as usize
    }

    /// `sys.getrecursionlimit()`.
    pub fn recursion_limit(&self) -> usize {
        self.recursion_limit
    }

    /// `sys.setrecursionlimit()`. False if more calls than that are in progress.
    pub fn set_recursion_limit(&mut self, limit: usize) -> bool {
        let depth = self.depth();
        if depth >= limit {
            return false;
        }
        self.recursion_limit = limit;
        self.remaining = (limit - depth) as isize;
        true
    }

    /// `sys.exception()`: the exception being handled, or None.
    pub fn current_exception(&self) -> &Object {
        if self.handled.is_none() { &self.outer_handled } else { &self.handled }
    }

    /// Enters the words of newly loaded code in the list.
    pub(crate) fn register_words(&mut self, words: &Arc<CodeWords>) {
        if self.codes.len() == self.codes.capacity() {
            self.codes.retain(|words| words.strong_count() > 0);
        }
        self.codes.push(Arc::downgrade(words));
    }
}

impl Default for Machine {
    fn default() -> Machine {
        Machine::new()
    }
}

/// The instruction words of a loaded code object: one interpreter's own copy, which its VM specialises in place.
pub struct CodeWords {
    words: UnsafeCell<Box<[u64]>>,
    names: Box<[u64]>,
}

impl CodeWords {
    /// Takes over the words. `names` are the addresses of the code's names, which are immortal.
    pub fn new(words: Box<[u64]>, names: Box<[u64]>) -> CodeWords {
        CodeWords { words: UnsafeCell::new(words), names }
    }

    /// Addresses of the code's names.
    pub fn names(&self) -> &[u64] {
        &self.names
    }

    /// Address of the first word; valid as long as this lives.
    #[inline(always)]
    pub(crate) fn start(&self) -> *mut u64 {
        // SAFETY: only the address is taken; the box is never replaced (V3).
        unsafe { (*self.words.get()).as_mut_ptr() }
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        // SAFETY: the length never changes.
        unsafe { (&*self.words.get()).len() }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// The reserved stretch of address space. All its words start as the int 0.
struct Stack {
    start: *mut Value,
    words: usize,
}

#[cfg(unix)]
impl Stack {
    fn reserve(mut words: usize) -> Stack {
        loop {
            let flags = libc::MAP_PRIVATE | libc::MAP_ANONYMOUS | libc::MAP_NORESERVE;
            let access = libc::PROT_READ | libc::PROT_WRITE;
            // SAFETY: a fresh anonymous mapping touches no existing memory.
            let memory = unsafe { libc::mmap(std::ptr::null_mut(), words * 8, access, flags, -1, 0) };
            if memory != libc::MAP_FAILED {
                return Stack { start: memory.cast(), words };
            }
            words /= 2;
            assert!(words > 2 * SLACK, "the system has no address space for the value stack");
        }
    }
}

#[cfg(unix)]
impl Drop for Stack {
    fn drop(&mut self) {
        // SAFETY: the mapping is ours and nothing refers to it any more.
        unsafe { libc::munmap(self.start.cast(), self.words * 8) };
    }
}

#[cfg(not(unix))]
impl Stack {
    fn reserve(words: usize) -> Stack {
        let words = words / 16;
        let layout = std::alloc::Layout::array::<Value>(words).expect("a sane size");
        // SAFETY: the size is not 0.
        let start = unsafe { std::alloc::alloc_zeroed(layout) }.cast::<Value>();
        assert!(!start.is_null(), "no memory for the value stack");
        Stack { start, words }
    }
}

#[cfg(not(unix))]
impl Drop for Stack {
    fn drop(&mut self) {
        let layout = std::alloc::Layout::array::<Value>(self.words).expect("a sane size");
        // SAFETY: allocated with this layout.
        unsafe { std::alloc::dealloc(self.start.cast(), layout) };
    }
}

/// The lowest address of this thread's stack.
fn native_stack_end() -> usize {
    thread_local! {
        // A fact about the thread, not state of an interpreter.
        static END: usize = find_stack_end();
    }
    END.with(|end| *end)
}

/// The main thread's stack ends a page behind the program's name, which the system puts there, and may grow to its
/// limit. The library of threads would read and parse the list of all mappings to say so.
#[cfg(target_os = "linux")]
fn main_stack_end() -> Option<usize> {
    let mut limit = libc::rlimit { rlim_cur: 0, rlim_max: 0 };
    // SAFETY: the calls ask for facts about the process; the last one fills in the variable that it is given.
    let name = unsafe {
        if libc::getpid() != libc::gettid() || libc::getrlimit(libc::RLIMIT_STACK, &mut limit) != 0 {
            return None;
        }
        libc::getauxval(libc::AT_EXECFN) as usize
    };
    let size = usize::try_from(limit.rlim_cur).ok()?;
    // A stack without a usual limit ends where other mappings begin.
    if !(2 * NATIVE_RESERVE..=64 << 20).contains(&size) || name < size {
        return None;
    }
    Some(name.next_multiple_of(4096) - size)
}

#[cfg(any(target_os = "linux", target_os = "android"))]
fn find_stack_end() -> usize {
    #[cfg(target_os = "linux")]
    if let Some(end) = main_stack_end() {
        return end;
    }
    // SAFETY: the calls fill in the variables that they are given; the attributes are destroyed once.
    unsafe {
        let mut attributes = std::mem::MaybeUninit::<libc::pthread_attr_t>::uninit();
        if libc::pthread_getattr_np(libc::pthread_self(), attributes.as_mut_ptr()) != 0 {
            return assumed_stack_end();
        }
        let (mut lowest, mut size) = (std::ptr::null_mut(), 0);
        let failed = libc::pthread_attr_getstack(attributes.as_ptr(), &mut lowest, &mut size) != 0;
        libc::pthread_attr_destroy(attributes.as_mut_ptr());
        // A stack without limit may be reported as one of no useful size.
        if failed || size < 2 * NATIVE_RESERVE { assumed_stack_end() } else { lowest as usize }
    }
}

#[cfg(target_vendor = "apple")]
fn find_stack_end() -> usize {
    // SAFETY: both functions only look at the thread.
    unsafe {
        let thread = libc::pthread_self();
        libc::pthread_get_stackaddr_np(thread) as usize - libc::pthread_get_stacksize_np(thread)
    }
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn find_stack_end() -> usize {
    assumed_stack_end()
}

/// Where the stack ends if it has the 1 MiB that every system gives, most of it unused.
#[allow(dead_code)]
fn assumed_stack_end() -> usize {
    let mark = 0u8;
    (&raw const mark as usize).saturating_sub(900 << 10)
}

impl Runtime {
    /// The version of a dict's present set of keys, given now if it has none. 0 if there are no more numbers (V8).
    pub fn keys_version(&mut self, dict: &Dict) -> u32 {
        let present = dict.get(&self.heap).version();
        if present != 0 || self.machine.dict_version == 0 {
            return present;
        }
        let fresh = self.machine.dict_version;
        self.machine.dict_version = fresh.wrapping_add(1);
        dict.get_mut(&mut self.heap).0.set_version(fresh);
        fresh
    }
}
