//! The seam for profilers and tracers: who wants to be told what the VM does implements [`Observer`].
//!
//! While there is an observer, an instrumented instantiation of the VM's loop runs; without one the plain loop runs,
//! which carries no test for it.

use super::function::CodeObject;
use super::raise::Result;
use super::runtime::Runtime;
use crate::heap::Object;

/// Something that happened in the running code.
#[derive(Clone, Copy, Debug)]
pub enum Event<'a> {
    /// A Python function, module or class body starts, or a generator resumes.
    Call,
    /// A new source line starts, or a loop jumps back to one.
    Line(u32),
    /// The frame returns or yields this value; with `None` an exception leaves it.
    Return(Option<&'a Object>),
    /// This exception was raised in, or passes through, the frame.
    Exception(&'a Object),
    /// A native callable is called.
    NativeCall(&'a Object),
    /// It has returned.
    NativeReturn(&'a Object),
    /// It has raised.
    NativeException(&'a Object),
}

/// Who is told of events. It is taken out of the machine while it runs, so that code it calls is not reported.
pub trait Observer: Send {
    /// Called for each event with the code of the frame. An error is raised in the observed code.
    fn event(&mut self, rt: &mut Runtime, code: &CodeObject, event: Event<'_>) -> Result<()>;

    /// Whether line events are wanted.
    fn wants_lines(&self) -> bool {
        false
    }

    /// Called with the number of instructions executed since the last call, if instructions are counted.
    fn instructions(&mut self, count: u64) {
        let _ = count;
    }

    /// The references that the observer holds, for the leak check.
    fn references(&self) -> Vec<&Object> {
        Vec::new()
    }
}
