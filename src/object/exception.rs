//! Exception instances: their body, and making them.

use super::class_id::ClassId;
use super::raise::Result;
use super::runtime::Runtime;
use crate::heap::{HeapVec, Object, Ref};
use crate::layout;
use crate::layout::Tuple;

layout! {
    /// Body of every exception.
    pub struct ExceptionBody as "BaseException" {
        /// `args`.
        pub args: Tuple,
        /// `__traceback__`: a traceback or None.
        pub traceback: Object,
        /// `__context__`: an exception or None.
        pub context: Object,
        /// `__cause__`: an exception or None.
        pub cause: Object,
        /// `__suppress_context__`.
        pub suppress_context: bool,
        /// Further attributes of the builtin class (`StopIteration.value`, `OSError.errno`, …) in the order in which the
        /// type declares them; `UNBOUND` where unset.
        pub fields: HeapVec<Object>,
    }
}
/// An exception instance.
pub type Exception = Ref<ExceptionBody>;

impl Runtime {
    /// A new instance of a builtin exception class; runs the class's native `init`, never Python code.
    pub fn new_exception(&mut self, class: ClassId, args: &[Object]) -> Result {
        let class = self.class(class).clone();
        self.new_exception_of(&class, args)
    }

    /// A new instance of an exception class through its slots `new` and `init` (subclasses in Python may run code).
    pub fn new_exception_of(&mut self, class: &super::Class, args: &[Object]) -> Result {
        self.call(class, args)
    }
}
