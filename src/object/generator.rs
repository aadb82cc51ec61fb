//! Generators and coroutines: the body that holds a frame while it does not run.

use super::function::CodeObject;
use crate::bytecode::{Op, Word};
use crate::heap::{Heap, HeapVec, Object, Ref, ShapeId};
use crate::layout;
use crate::layout::Str;

/// What a generator is doing.
pub mod state {
    /// Not started.
    pub const CREATED: u32 = 0;
    /// At a `yield`.
    pub const SUSPENDED: u32 = 1;
    /// Its frame is on the stack.
    pub const RUNNING: u32 = 2;
    /// It has returned or raised.
    pub const FINISHED: u32 = 3;
}

layout! {
    /// Body of a generator or coroutine.
    pub struct GeneratorBody as "generator" (ShapeId::GENERATOR) {
        /// While it does not run: the function, then the registers that are in use. Empty while it runs and after.
        pub frame: HeapVec<Object>,
        /// Its code.
        pub code: CodeObject,
        /// `__name__`.
        pub name: Str,
        /// `__qualname__`.
        pub qualname: Str,
        /// The exception that it is handling while suspended, or None.
        pub handled: Object,
        /// Word to go on at.
        pub offset: u32,
        /// See [`state`].
        pub state: u32,
    }
}
/// A generator or coroutine.
pub type Generator = Ref<GeneratorBody>;

impl GeneratorBody {
    /// What it delegates to while it is suspended at a `yield from` or `await`: a register of the frame.
    pub fn delegate(&self, heap: &Heap) -> Option<&Object> {
        let instruction = Word(*self.code.get(heap).code.words.get(self.offset as usize)?);
        match instruction.op_number() == Op::YIELD_DELEGATE as u16 {
            true => self.frame.get(1 + instruction.b() as usize),
            false => None,
        }
    }
}
