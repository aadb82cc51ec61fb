//! Raising: the error type of everything that can fail, and the families of errors.

use super::class_id::ClassId;
use super::runtime::Runtime;
use crate::base::watch::Stopped;
use crate::heap::{Object, OutOfMemory, Value};
use crate::layout::Str;

/// A raised exception on its way to a handler. Owns the exception instance, or stands for a MemoryError that has no
/// object yet (while Ctrl-C waits: for the KeyboardInterrupt); [`Runtime::exception`] gives the instance.
#[derive(Debug)]
pub struct Raised(Object);

/// The result of whatever may raise.
pub type Result<T = Object> = std::result::Result<T, Raised>;

impl From<OutOfMemory> for Raised {
    #[cold]
    fn from(_: OutOfMemory) -> Raised {
        Raised(Object::immediate(Value::MEMORY_ERROR).expect("an immediate"))
    }
}

impl From<Stopped> for Raised {
    #[cold]
    fn from(_: Stopped) -> Raised {
        crate::heap::OutOfMemory.into()
    }
}

impl Raised {
    /// Raises `exception`, which must be an instance of BaseException.
    pub fn new(exception: Object) -> Raised {
        Raised(exception)
    }

    /// The instance; `MEMORY_ERROR` may stand for one.
    pub fn into_object(self) -> Object {
        self.0
    }

    /// Views the instance.
    pub fn object(&self) -> &Object {
        &self.0
    }
}

impl Runtime {
    /// The exception instance of a raised error, made now if it has none yet.
    pub fn exception(&mut self, raised: Raised) -> Object {
        let object = raised.into_object();
        if object.value() == Value::MEMORY_ERROR {
            if self.interrupt_waits() {
                let raised = self.interrupted();
                return self.exception(raised);
            }
            return match self.new_exception(ClassId::MemoryError, &[]) {
                Ok(exception) => exception,
                Err(_) => self.spare_memory_error.clone(),
            };
        }
        object
    }

    /// An error of a builtin class with a message.
    #[cold]
    #[inline(never)]
    pub fn raise(&mut self, class: ClassId, message: impl AsRef<str>) -> Raised {
        match Str::new(&self.heap, message.as_ref()) {
            Ok(text) => self.raise_with(class, &[text.into()]),
            Err(error) => error.into(),
        }
    }

    /// An error of a builtin class with the given `args`.
    #[cold]
    #[inline(never)]
    pub fn raise_with(&mut self, class: ClassId, args: &[Object]) -> Raised {
        match self.new_exception(class, args) {
            Ok(exception) => Raised::new(exception),
            Err(raised) => raised,
        }
    }

    /// TypeError.
    #[cold]
    pub fn type_error(&mut self, message: impl AsRef<str>) -> Raised {
        self.raise(ClassId::TypeError, message)
    }

    /// ValueError.
    #[cold]
    pub fn value_error(&mut self, message: impl AsRef<str>) -> Raised {
        self.raise(ClassId::ValueError, message)
    }

    /// IndexError.
    #[cold]
    pub fn index_error(&mut self, message: impl AsRef<str>) -> Raised {
        self.raise(ClassId::IndexError, message)
    }

    /// OverflowError.
    #[cold]
    pub fn overflow_error(&mut self, message: impl AsRef<str>) -> Raised {
        self.raise(ClassId::OverflowError, message)
    }

    /// RuntimeError.
    #[cold]
    pub fn runtime_error(&mut self, message: impl AsRef<str>) -> Raised {
        self.raise(ClassId::RuntimeError, message)
    }

    /// ZeroDivisionError.
    #[cold]
    pub fn zero_division(&mut self, message: impl AsRef<str>) -> Raised {
        self.raise(ClassId::ZeroDivisionError, message)
    }

    /// NotImplementedError: for what Anthill does not do yet.
    #[cold]
    pub fn not_implemented(&mut self, message: impl AsRef<str>) -> Raised {
        self.raise(ClassId::NotImplementedError, message)
    }

    /// KeyError whose argument is the key itself.
    #[cold]
    pub fn key_error(&mut self, key: &Object) -> Raised {
        self.raise_with(ClassId::KeyError, std::slice::from_ref(key))
    }

    /// StopIteration with a value (`None` for none).
    #[cold]
    pub fn stop_iteration(&mut self, value: &Object) -> Raised {
        let args: &[Object] = if value.is_none() { &[] } else { std::slice::from_ref(value) };
        self.raise_with(ClassId::StopIteration, args)
    }

    /// The class name of `object` as error texts show it.
    pub fn type_name(&self, object: &Object) -> String {
        self.class_name(self.class_of(object))
    }

    /// The name of a class for messages.
    pub fn class_name(&self, class: &crate::object::Class) -> String {
        let body = class.get(&self.heap);
        match *body.def {
            // A type of a native module is named with it, as `tp_name` is.
            Some(def) if def.module != "builtins" => format!("{}.{}", def.module, body.name.to_rust()),
            _ => body.name.to_rust().into_owned(),
        }
    }

    /// Whether the raised exception is an instance of a builtin exception class (or of a subclass).
    pub fn is_raised(&self, raised: &Raised, class: ClassId) -> bool {
        let object = raised.object();
        if object.value() == Value::MEMORY_ERROR {
            return match self.interrupt_waits() {
                true => matches!(class, ClassId::KeyboardInterrupt | ClassId::BaseException),
                false => matches!(class, ClassId::MemoryError | ClassId::Exception | ClassId::BaseException),
            };
        }
        self.is_instance_of(object, class)
    }

    /// `Ok(None)` instead of an exception of `class`; other errors pass.
    pub fn catch<T>(&self, result: Result<T>, class: ClassId) -> Result<Option<T>> {
        match result {
            Ok(value) => Ok(Some(value)),
            Err(raised) if self.is_raised(&raised, class) => Ok(None),
            Err(raised) => Err(raised),
        }
    }
}
