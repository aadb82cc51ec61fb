//! What one interpreter owns: the heap, the classes, the names, the machine.

use super::Result;
use super::class::{Class, TypeDef};
use super::class_id::ClassId;
use super::hooks::Hooks;
use super::machine::Machine;
use super::shape::ShapeTable;
use crate::base::hash::HashKey;
use crate::base::watch::LONG_STRETCH;
use crate::heap::{Heap, Object, PlainHash};
use crate::layout::search::HeapAccess;
use crate::layout::{BytesCache, Dict, DictBody, Str, StrCache, Tuple};
use std::any::Any;
use std::collections::HashMap;

/// Declares the interned names that native code uses: `rt.names.init` is `"__init__"`.
macro_rules! names {
    ($($field:ident = $text:literal),* $(,)?) => {
        /// Interned names that native code uses.
        pub struct Names { $(#[doc = concat!("`", $text, "`")] pub $field: Str),* }
        impl Names {
            /// Interns them all.
            pub(super) fn new(mut intern: impl FnMut(&str) -> Str) -> Names {
                Names { $($field: intern($text)),* }
            }
        }
    };
}

names! {
    abstractmethods = "__abstractmethods__", all = "__all__", annotations = "__annotations__", bases = "__bases__",
    bool = "__bool__", build_class = "__build_class__", builtins = "__builtins__", bytes = "__bytes__",
    call = "__call__", ceil = "__ceil__", class = "__class__", class_getitem = "__class_getitem__",
    classcell = "__classcell__", complex = "__complex__", contains = "__contains__", debug = "__debug__",
    default = "default", del = "__del__", delattr = "__delattr__", delete = "__delete__", delitem = "__delitem__",
    dict = "__dict__", dir = "__dir__", doc = "__doc__", enter = "__enter__", eq = "__eq__", exit = "__exit__",
    file = "__file__", firstlineno = "__firstlineno__", float = "__float__", floor = "__floor__", fn_self = "self",
    format = "__format__", fspath = "__fspath__", get = "__get__", getattr = "__getattr__",
    ge = "__ge__", getattribute = "__getattribute__", getitem = "__getitem__", getstate = "__getstate__", gt = "__gt__",
    hash = "__hash__",
    import = "__import__", index = "__index__", init = "__init__", init_subclass = "__init_subclass__",
    instancecheck = "__instancecheck__", int = "__int__", iter = "__iter__", key = "key", keys = "keys",
    le = "__le__", len = "__len__", lt = "__lt__", ne = "__ne__", length_hint = "__length_hint__", loader = "__loader__", main = "__main__",
    match_args = "__match_args__", metaclass = "metaclass", missing = "__missing__", module = "__module__",
    mro = "__mro__", mro_method = "mro", mro_entries = "__mro_entries__", name = "__name__", new = "__new__",
    next = "__next__", notes = "__notes__", objclass = "__objclass__", orig_bases = "__orig_bases__",
    package = "__package__", path = "__path__", prepare = "__prepare__", qualname = "__qualname__",
    reduce = "__reduce__", reduce_ex = "__reduce_ex__", repr = "__repr__", reversed = "__reversed__",
    round = "__round__", self_ = "__self__", set = "__set__", set_name = "__set_name__", setattr = "__setattr__",
    setitem = "__setitem__", sizeof = "__sizeof__", slots = "__slots__", spec = "__spec__",
    static_attributes = "__static_attributes__", str = "__str__", subclasscheck = "__subclasscheck__",
    subclasshook = "__subclasshook__", trunc = "__trunc__", type_params = "__type_params__",
    weakref = "__weakref__", wrapped = "__wrapped__", send = "send", throw = "throw", close = "close",
    write = "write", flush = "flush", end = "end", sep = "sep", join = "join", sort = "sort", items = "items",
    values = "values", excepthook = "excepthook", displayhook = "displayhook", stdout = "stdout", stderr = "stderr",
    stdin = "stdin", value = "value", args = "args", underscore = "_", empty = "", print_file_and_line = "print_file_and_line",
}

/// One interpreter's state. Native functions get it as their first argument.
///
/// Reading a body needs `&rt.heap`, writing one `&mut rt.heap`, running Python code `&mut rt`: the borrow checker then
/// sees to it that no borrow of a body lives across a call.
pub struct Runtime {
    /// Interned names.
    pub names: Names,
    /// Calls up.
    pub hooks: Hooks,
    /// The VM's state.
    pub machine: Machine,
    /// Attribute names of every shape.
    pub shapes: ShapeTable,
    /// The key of string hashes.
    pub hash_key: HashKey,
    /// The empty string and the characters below 256, each of which exists once.
    pub strings: StrCache,
    /// The empty bytes object and those of one byte, each of which exists once.
    pub bytes: BytesCache,
    /// The empty tuple, which exists once.
    pub empty_tuple: Tuple,
    /// `sys.modules`.
    pub modules: Dict,
    /// The namespace of `builtins`.
    pub builtins: Dict,
    /// The module `builtins`, what `__builtins__` of new namespaces is.
    pub builtins_module: Object,
    /// The one MemoryError for when no other can be made.
    pub spare_memory_error: Object,
    /// A string that no attribute name is equal to by identity: the name of `__slots__` places in shapes.
    pub(super) placeholder: Str,
    /// Command-line settings and other state that upper floors keep here, by type.
    pub(super) extensions: HashMap<std::any::TypeId, Box<dyn Any + Send>, PlainHash>,
    pub(super) classes: Vec<Class>,
    pub(super) native_classes: HashMap<usize, Class, PlainHash>,
    pub(super) interned: super::intern::Interned,
    pub(crate) method_cache: super::lookup::MethodCache,
    pub(super) field_places: [super::FieldPlaces; 16],
    /// Objects in progress of `repr`, for recursive containers.
    pub(super) repr_stack: Vec<u64>,
    /// All memory. The last field: it is dropped after every handle above.
    pub heap: Heap,
}

impl Runtime {
    /// A builtin class.
    #[inline(always)]
    pub fn class(&self, id: ClassId) -> &Class {
        &self.classes[id as usize]
    }

    /// The class of a native module's type, made on first use.
    pub fn native_class(&mut self, def: &'static TypeDef) -> super::Result<Class> {
        let key = def as *const TypeDef as usize;
        if let Some(class) = self.native_classes.get(&key) {
            return Ok(class.clone());
        }
        let class = self.make_native_class(def)?;
        self.native_classes.insert(key, class.clone());
        Ok(class)
    }

    /// The class of an object.
    #[inline(always)]
    pub fn class_of<'a>(&'a self, object: &'a Object) -> &'a Class {
        self.heap.shape_class(object)
    }

    /// Whether the object's class is `id` or a subclass of it.
    pub fn is_instance_of(&self, object: &Object, id: ClassId) -> bool {
        self.is_subclass(self.class_of(object), self.class(id))
    }

    /// Whether `class` has `base` in its MRO.
    pub fn is_subclass(&self, class: &Class, base: &Class) -> bool {
        class.is(base) || class.get(&self.heap).mro.items().iter().any(|c| c.is(base))
    }

    /// The interned string equal to `text`.
    pub fn intern(&mut self, text: &str) -> Str {
        if let Some(found) = self.interned.get(&self.heap, &self.hash_key, text) {
            return found;
        }
        match Str::new(&self.heap, text) {
            Ok(fresh) => self.interned.put(&self.hash_key, &fresh),
            Err(_) => self.names.empty.clone(),
        }
    }

    /// As [`Runtime::intern`], of a text that may be very long.
    pub fn intern_watched(&mut self, text: &str) -> Result<Str> {
        if text.len() <= LONG_STRETCH {
            return Ok(self.intern(text));
        }
        let fresh = Str::new(&self.heap, text)?;
        let hashed = fresh.hash_watched(&self.hash_key, &|| self.interrupt_waits());
        if hashed.is_err() {
            return Err(self.interrupted());
        }
        Ok(self.interned.put(&self.hash_key, &fresh))
    }

    /// As [`Runtime::intern`], quick for a text of the program that is asked for again and again.
    #[inline]
    pub fn intern_static(&mut self, text: &'static str) -> Str {
        if let Some((known, found)) = self.interned.recent(text)
            && std::ptr::eq(*known, text)
        {
            return found.clone();
        }
        let found = self.intern(text);
        *self.interned.recent(text) = Some((text, found.clone()));
        found
    }

    /// The interned string equal to `string`: pointer-equal for equal texts. Strings of a subclass are copied.
    pub fn intern_str(&mut self, string: &Str) -> Str {
        if string.is_interned() {
            return string.clone();
        }
        if self.is_exact_str(string) {
            return self.interned.put(&self.hash_key, string);
        }
        if let Some(found) = self.interned.find(&self.hash_key, string) {
            return found;
        }
        let own = Str::from_units(&self.heap, string.units()).unwrap_or_else(|_| string.clone());
        self.interned.put(&self.hash_key, &own)
    }

    /// How many strings are interned.
    pub fn interned_count(&self) -> usize {
        self.interned.len()
    }

    /// The classes of native modules' types made so far, one handle each: what the leak check must know.
    pub fn native_class_handles(&self) -> Vec<Object> {
        self.native_classes.values().map(|class| class.as_object().clone()).collect()
    }

    /// State of type `T` that an upper floor keeps in the runtime.
    pub fn extension<T: Any + Send + Default>(&mut self) -> &mut T {
        let slot = self.extensions.entry(std::any::TypeId::of::<T>()).or_insert_with(|| Box::new(T::default()));
        slot.downcast_mut::<T>().expect("keyed by type")
    }

    /// A new empty dict.
    pub fn new_dict(&self) -> super::Result<Dict> {
        Ok(self.heap.alloc(crate::heap::ShapeId::DICT, DictBody::new())?)
    }

    /// A new string.
    pub fn new_str(&self, text: &str) -> super::Result<Str> {
        Ok(Str::new(&self.heap, text)?)
    }

    /// A new tuple of the given objects, or the empty one.
    #[inline]
    pub fn new_tuple(&self, items: Vec<Object>) -> super::Result<Tuple> {
        if items.is_empty() {
            return Ok(self.empty_tuple.clone());
        }
        Ok(Tuple::from_owned(&self.heap, items)?)
    }

    /// Runs `body` unless `object` is being printed already; `None` then (recursive containers print `...`).
    pub fn with_repr_guard<T>(
        &mut self,
        object: &Object,
        body: impl FnOnce(&mut Runtime) -> super::Result<T>,
    ) -> super::Result<Option<T>> {
        let id = object.id();
        if self.repr_stack.contains(&id) {
            return Ok(None);
        }
        self.repr_stack.push(id);
        let result = self.native_call(" while getting the repr of an object", body);
        self.repr_stack.pop();
        result.map(Some)
    }

    /// Runs `body` one level of native recursion deeper; RecursionError when the native stack would get too deep.
    /// `place` completes the message, e.g. `" in comparison"`.
    #[inline]
    pub fn native_call<T>(
        &mut self,
        place: &str,
        body: impl FnOnce(&mut Runtime) -> super::Result<T>,
    ) -> super::Result<T> {
        if !self.machine.enter_native(0) {
            return Err(self.native_recursion_error(place));
        }
        let result = body(self);
        self.machine.leave_native();
        result
    }

    /// The RecursionError. Making it needs some levels itself: the reserve of the native stack is for that.
    #[cold]
    #[inline(never)]
    fn native_recursion_error(&mut self, place: &str) -> super::Raised {
        let Some(saved) = self.machine.use_native_reserve() else { return crate::heap::OutOfMemory.into() };
        let raised = self.raise(ClassId::RecursionError, format!("maximum recursion depth exceeded{place}"));
        self.machine.restore_native(saved);
        raised
    }
}

impl HeapAccess for Runtime {
    #[inline(always)]
    fn heap(&self) -> &Heap {
        &self.heap
    }
}

impl Heap {
    /// The class of an object: the shape table's, as a typed handle.
    #[inline(always)]
    #[allow(unsafe_code)]
    pub(super) fn shape_class(&self, object: &Object) -> &Class {
        let entry = self.shape(object.shape());
        // SAFETY: rows are filled with class objects at bootstrap, before any object of the shape exists (H14); a class
        // outlives its instances.
        unsafe { &*(&raw const entry.class).cast::<Class>() }
    }

    /// The class of a shape.
    #[allow(unsafe_code)]
    pub fn shape_class_of_entry(&self, shape: crate::heap::ShapeId) -> &Class {
        let entry = self.shape(shape);
        // SAFETY: as in `shape_class`.
        unsafe { &*(&raw const entry.class).cast::<Class>() }
    }
}
