//! Tracebacks and frames as Python sees them.

use super::function::Function;
use crate::heap::{HeapVec, Object, Ref, ShapeId};
use crate::layout;
use crate::layout::Dict;

layout! {
    /// Body of a traceback: one frame that an exception passed through.
    pub struct TracebackBody as "traceback" (ShapeId::TRACEBACK) {
        /// `tb_next`: a traceback (nearer to where the exception was raised), or None.
        pub next: Object,
        /// The function that ran; its code and globals are the frame's.
        pub function: Function,
        /// Word in the code.
        pub offset: u32,
        /// `tb_frame`, once it was asked for.
        pub frame: Option<Frame>,
        /// Where the frame lay on the stack: while it runs on, its locals are found there.
        pub base: u64,
        /// The frame's first registers, its locals, once the exception has left it; empty if none was bound.
        pub kept: HeapVec<Object>,
    }
}
/// A traceback.
pub type Traceback = Ref<TracebackBody>;

layout! {
    /// Body of a frame object: a view of a running or finished call.
    pub struct FrameBody as "frame" (ShapeId::FRAME) {
        /// The function; its code and globals are the frame's.
        pub function: Function,
        /// `f_back`: a frame or None.
        pub back: Object,
        /// `f_locals`, as of the time when the frame object was made.
        pub locals: Option<Dict>,
        /// Word in the code, as of that time.
        pub offset: u32,
        /// `f_lineno`, if it does not follow from the word: 0 else.
        pub line: u32,
        /// The frame on the stack as long as the object stays with it; else 0.
        pub base: u64,
        /// The same of a frame object made for a look at it: it is found there only as long as the call lasts.
        pub origin: u64,
        /// Whether `f_locals` follows the frame at `origin`.
        pub follows: u32,
        /// The locals of a frame that an exception has left, until `locals` is made of them.
        pub kept: HeapVec<Object>,
        /// `f_trace`, or None.
        pub trace: Object,
        /// `f_trace_lines` (1) and `f_trace_opcodes` (2).
        pub trace_flags: u32,
    }
}
/// A frame object.
pub type Frame = Ref<FrameBody>;

impl FrameBody {
    /// A frame object that shows a function at a word.
    pub fn new(function: Function, back: Object, locals: Option<Dict>, offset: u32) -> FrameBody {
        FrameBody {
            function,
            back,
            locals,
            offset,
            line: 0,
            base: 0,
            origin: 0,
            follows: 0,
            kept: HeapVec::new(),
            trace: Object::NONE,
            trace_flags: 1,
        }
    }
}

impl TracebackBody {
    /// `tb_lineno`.
    pub fn line(&self, heap: &crate::heap::Heap) -> u32 {
        self.function.get(heap).line(heap, self.offset)
    }
}

impl super::function::FunctionBody {
    /// The source line of a word of the function's code; the code's first line for artificial instructions.
    pub fn line(&self, heap: &crate::heap::Heap, offset: u32) -> u32 {
        let code = &self.code.get(heap).code;
        code.position(offset).map_or(code.first_line, |position| position.line)
    }
}
