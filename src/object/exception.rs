//! Exception instances: their body, and making them.

use super::class::Class;
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
    pub fn new_exception_of(&mut self, class: &Class, args: &[Object]) -> Result {
        match self.plain_exception(class, args)? {
            Some(exception) => Ok(exception),
            None => self.call(class, args),
        }
    }

    /// The same for a class that makes and initialises its instances as BaseException does, which needs no calls; `None`
    /// for others.
    #[inline]
    pub fn plain_exception(&mut self, class: &Class, args: &[Object]) -> Result<Option<Object>> {
        let usual = &self.class(ClassId::BaseException).get(&self.heap).slots;
        let own = &class.get(&self.heap).slots;
        let (Some(new), Some(init), Some(usual_new), Some(usual_init)) = (own.new, own.init, usual.new, usual.init)
        else {
            return Ok(None);
        };
        if !std::ptr::fn_addr_eq(new, usual_new)
            || !std::ptr::fn_addr_eq(init, usual_init)
            || !self.class_of(class).is(self.class(ClassId::Type))
        {
            return Ok(None);
        }
        let args = if args.is_empty() { self.empty_tuple.clone() } else { Tuple::from_slice(&self.heap, args)? };
        let body = ExceptionBody {
            args,
            traceback: Object::NONE,
            context: Object::NONE,
            cause: Object::NONE,
            suppress_context: false,
            fields: HeapVec::new(),
        };
        Ok(Some(self.alloc_for(class, body)?.into()))
    }
}
