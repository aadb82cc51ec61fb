//! The virtual machine's state as plain data: the value stack, depth counters, the exception being handled.
//!
//! The logic that drives it stands in `vm`; it lies here so that a `Runtime` owns all that an interpreter uses.

use crate::heap::{Object, Value};

/// Registers of all active frames lie on one contiguous stack of words that never moves: a large stretch of address
/// space is reserved once, and the system maps pages as they are touched.
pub struct Machine {
    pub(crate) stack: Box<[std::mem::MaybeUninit<Value>]>,
    /// Index of the first free word above the running frame's window; natives that call back start there.
    pub(crate) top: usize,
    /// Python calls in progress.
    pub(crate) depth: usize,
    /// `sys.getrecursionlimit()`.
    pub(crate) recursion_limit: usize,
    /// Native recursion in progress (repr of nested lists, sort keys that call back, …).
    pub(crate) native_depth: usize,
    /// The exception being handled (`sys.exception()`), or None.
    pub(crate) handled: Object,
}

/// Words of the value stack: 64 Mi words are 512 MiB of reserved address space.
const STACK_WORDS: usize = 64 << 20;

/// Native recursion that an 8 MiB thread stack bears in every build.
pub const NATIVE_LIMIT: usize = 400;

impl Machine {
    /// An idle machine.
    pub fn new() -> Machine {
        let mut words = STACK_WORDS;
        let stack = loop {
            let mut memory = Vec::new();
            if memory.try_reserve_exact(words).is_ok() {
                let mut memory: Vec<std::mem::MaybeUninit<Value>> = memory;
                memory.resize_with(0, std::mem::MaybeUninit::uninit);
                let capacity = memory.capacity().min(words);
                let mut boxed = std::mem::ManuallyDrop::new(memory);
                let data = boxed.as_mut_ptr();
                // The elements are `MaybeUninit`: any length up to the capacity is initialised in that sense.
                break Machine::assume(data, capacity);
            }
            words /= 4;
        };
        Machine { stack, top: 0, depth: 0, recursion_limit: 1000, native_depth: 0, handled: Object::NONE }
    }

    #[allow(unsafe_code)]
    fn assume(data: *mut std::mem::MaybeUninit<Value>, words: usize) -> Box<[std::mem::MaybeUninit<Value>]> {
        // SAFETY: `data` is a vector's buffer of exactly `words` elements, given up by that vector.
        unsafe { Box::from_raw(std::ptr::slice_from_raw_parts_mut(data, words)) }
    }
}

impl Default for Machine {
    fn default() -> Machine {
        Machine::new()
    }
}
