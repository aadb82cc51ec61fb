//! `isinstance` and `issubclass` for objects that are no classes but behave as some: they have a tuple `__bases__`.

use crate::heap::Object;
use crate::layout::{Tuple, TupleBody};
use crate::object::{Class, Result, Runtime};

/// What `issubclass` says of a second argument that is no class.
const NO_CLASS: &str = "issubclass() arg 2 must be a class, a tuple of classes, or a union";

impl Runtime {
    /// The bases of what passes for a class; `None` for anything without a tuple `__bases__`. Errors other than a
    /// missing attribute pass.
    fn abstract_bases(&mut self, object: &Object) -> Result<Option<Tuple>> {
        let name = self.intern_static("__bases__");
        let bases = self.get_attr_opt(object, &name)?;
        Ok(bases.and_then(|bases| bases.cast::<TupleBody>().cloned()))
    }

    /// Raises TypeError with `message` for what does not pass for a class.
    fn check_class(&mut self, object: &Object, message: &'static str) -> Result<()> {
        match Class::from_object(object).is_some() || self.abstract_bases(object)?.is_some() {
            true => Ok(()),
            false => Err(self.type_error(message)),
        }
    }

    /// Whether `class` is among the bases of `derived`, or theirs.
    fn reaches_base(&mut self, derived: Object, class: &Object) -> Result<bool> {
        let mut derived = derived;
        loop {
            if derived.is(class) {
                return Ok(true);
            }
            let Some(bases) = self.abstract_bases(&derived)? else { return Ok(false) };
            match bases.items() {
                [] => return Ok(false),
                // A long line of single bases takes no native stack, an endless one is left by Ctrl-C.
                [only] => derived = only.clone(),
                several => {
                    for base in several {
                        let next = |rt: &mut Runtime| rt.reaches_base(base.clone(), class);
                        if self.native_call(" in __issubclass__", next)? {
                            return Ok(true);
                        }
                    }
                    return Ok(false);
                }
            }
            self.check_interrupts()?;
        }
    }

    /// `isinstance(object, kind)` for a `kind` that is no class: by the object's `__class__`.
    pub(super) fn abstract_isinstance(&mut self, object: &Object, kind: &Object) -> Result<bool> {
        self.check_class(kind, "isinstance() arg 2 must be a type, a tuple of types, or a union")?;
        let name = self.names.class.clone();
        match self.get_attr_opt(object, &name)? {
            Some(own) => self.reaches_base(own, kind),
            None => Ok(false),
        }
    }

    /// `issubclass(derived, kind)` where at least one of the two is no class.
    pub(super) fn abstract_issubclass(&mut self, derived: &Object, kind: &Object) -> Result<bool> {
        self.check_class(derived, "issubclass() arg 1 must be a class")?;
        self.check_class(kind, NO_CLASS)?;
        self.reaches_base(derived.clone(), kind)
    }
}
