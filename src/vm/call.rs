//! Calls from the loop that are not plain ones: natives, classes, bound methods, keywords, unpacked arguments; and
//! returns from frames that are not plain calls.
//!
//! Python functions are entered by laying a frame over the call's window, whatever the road to them; only natives that
//! call back use the native stack.

use super::bind::{bind, bind_rest};
use super::builtin_class::builtin_class;
use super::enter::{has_room, recursion_error};
use super::frame::{At, Frame, Kind, Link, clear, lay, word};
use super::generate;
use super::keywords::fill_places;
use super::ops::with;
use super::run::{Exit, body, count as count_up};
use super::safe_point;
use super::site::Site;
use crate::bytecode::Op;
use crate::heap::{Object, OutOfMemory, ShapeId, Value};
use crate::layout::{DictBody, StrBody, Tuple};
use crate::object::{
    Args, Binding, BoundMethodBody, BuiltinFunctionBody, Class, ClassBody, ClassFlags, ClassId,
    ClassMethodDescriptorBody, CodeBody, FunctionBody, MethodDef, MethodDescriptorBody, Raised, Result, Runtime,
};

/// A call in progress: where its window is and where it goes on.
#[derive(Clone, Copy)]
pub(super) struct Call<'a> {
    pub site: Site,
    pub next: *const u64,
    /// The register of the callee.
    pub window: usize,
    /// Arguments from register `window + 4`.
    pub count: usize,
    pub names: Option<&'a Tuple>,
}

pub(super) fn begin(rt: &mut Runtime, site: Site) {
    rt.machine.base = site.base;
    rt.machine.pc = site.pc.wrapping_add(1);
}

/// Turns a failure into where the unwinder starts.
pub(super) fn raise(rt: &mut Runtime, site: Site, raised: Raised) -> At {
    rt.machine.base = site.base;
    rt.machine.pc = site.pc.wrapping_add(1);
    rt.machine.raised = raised.into_object();
    At::raise(site.base)
}

/// CALL, in general.
pub(super) fn call(rt: &mut Runtime, site: Site, next: *const u64) -> At {
    begin(rt, site);
    Call { site, next, window: site.b(), count: site.c(), names: None }.dispatch(rt)
}

/// How a call goes on that is not a plain one.
pub(super) type General = fn(&mut Runtime, Site, *const u64) -> At;

/// A call that the value stack has no room for.
#[cold]
#[inline(never)]
pub(super) fn no_room(rt: &mut Runtime, site: Site, next: *const u64, general: General) -> At {
    general(rt, site, next)
}

/// A call beyond the recursion limit, counted already.
#[cold]
#[inline(never)]
pub(super) fn too_deep(rt: &mut Runtime, site: Site, next: *const u64, general: General) -> At {
    rt.machine.remaining += 1;
    general(rt, site, next)
}

/// CALL_METHOD with self in its place.
pub(super) fn call_method(rt: &mut Runtime, site: Site, next: *const u64) -> At {
    begin(rt, site);
    Call { site, next, window: site.b(), count: site.c() + 1, names: None }.dispatch(rt)
}

/// Moves the arguments of a method call down over the empty place of self.
pub(super) fn unshift(site: Site, window: usize, count: usize) {
    // SAFETY: V1: the words move within the window; the last place is left empty.
    unsafe {
        let first = site.base.add(window + 4);
        std::ptr::copy(first.add(1), first, count);
        *first.add(count) = Value::UNBOUND;
    }
}

/// CALL_METHOD without self: what a module or an object holds is called as by CALL.
pub(super) fn call_unshifted(rt: &mut Runtime, site: Site, next: *const u64) -> At {
    let (window, count) = (site.b(), site.c());
    let kind = site.get(window).shape();
    if kind == ShapeId::BUILTIN_FUNCTION && !rt.machine.observers.attention() {
        specialise(rt, site);
    }
    unshift(site, window, count);
    match kind {
        ShapeId::FUNCTION => function(rt, site, next, window, count, call),
        ShapeId::TYPE => construct(rt, site, next, window, count, call),
        ShapeId::BOUND_METHOD => call(rt, site, next),
        _ => native(rt, site, next, window, count, call),
    }
}

/// Calls R[b], in whose window nothing but itself lies, with three arguments.
fn call_with_three(rt: &mut Runtime, site: Site, args: [Object; 3]) -> At {
    begin(rt, site);
    let (window, next) = (site.b(), site.pc.wrapping_add(1));
    let first = site.base.wrapping_add(window + 4);
    let method = site.get(window).cast_exact::<BoundMethodBody>().map(|method| method.get(&rt.heap));
    // SAFETY: V1, V5: nothing lies above the callee; a shape says what it is (H4).
    unsafe {
        if let Some(method) = method
            && method.function.shape() == ShapeId::FUNCTION
            && let code = body::<CodeBody>((*body::<FunctionBody>(method.function.value())).code.value())
            && (*code).call_key == 4
            && first < rt.machine.limit
            && rt.machine.remaining > 0
            && !rt.machine.observers.attention()
        {
            let function = method.function.clone();
            *first = method.this.clone().into_value();
            for (i, arg) in args.into_iter().enumerate() {
                *first.add(1 + i) = arg.into_value();
            }
            for i in 4..(*code).local_count as usize {
                *first.add(i) = Value::UNBOUND;
            }
            site.set(window, function);
            let link = Link::new(Kind::Plain, site.a() as u16, (window + 4) * 8);
            return lay(&mut rt.machine, code, first, link, next);
        }
        for (i, arg) in args.into_iter().enumerate() {
            *first.add(i) = arg.into_value();
        }
    }
    Call { site, next, window, count: 3, names: None }.dispatch(rt)
}

/// CALL_EXIT.
pub(super) fn call_exit(rt: &mut Runtime, site: Site) -> At {
    call_with_three(rt, site, [Object::NONE, Object::NONE, Object::NONE])
}

/// WITH_EXCEPT_START.
pub(super) fn except_start(rt: &mut Runtime, site: Site) -> At {
    let parts = with::exception_parts(rt, site);
    call_with_three(rt, site, parts)
}

impl Call<'_> {
    fn raise(self, rt: &mut Runtime, raised: Raised) -> At {
        // An argument put in front may lie beyond the registers that the unwinder clears.
        self.site.clear(self.window + 4, self.count);
        raise(rt, self.site, raised)
    }

    pub(super) fn slot(self, register: usize) -> *mut Value {
        self.site.base.wrapping_add(register)
    }

    pub(super) fn dispatch(mut self, rt: &mut Runtime) -> At {
        loop {
            let callee = self.site.get(self.window);
            match callee.shape() {
                ShapeId::FUNCTION => return self.enter(rt, self.window, Kind::Plain),
                ShapeId::BOUND_METHOD => {
                    let Some(method) = callee.cast::<BoundMethodBody>() else { return self.native(rt) };
                    let method = method.get(&rt.heap);
                    let (function, this) = (method.function.clone(), method.this.clone());
                    self.insert_self(function, this);
                }
                ShapeId::BUILTIN_FUNCTION => return self.builtin(rt),
                ShapeId::BUILTIN_METHOD => return self.builtin_method(rt),
                _ => {
                    if let Some(class) = Class::from_object(callee) {
                        if self.count == 1 && self.names.is_none() && class.is(rt.class(ClassId::Str)) {
                            return self.to_str(rt);
                        }
                        let class = class.clone();
                        return self.instantiate(rt, &class);
                    }
                    match self.python_call(rt, callee) {
                        Some(function) => {
                            let this = self.site.get(self.window).clone();
                            self.insert_self(function, this);
                        }
                        None => return self.native(rt),
                    }
                }
            }
        }
    }

    /// The `__call__` of an object whose class defines it in Python.
    fn python_call(self, rt: &mut Runtime, callee: &Object) -> Option<Object> {
        let class = rt.class_of(callee).clone();
        if !class.get(&rt.heap).flags.has(ClassFlags::HEAP) {
            return None;
        }
        let name = rt.names.call.clone();
        rt.lookup(&class, &name).filter(|found| found.shape() == ShapeId::FUNCTION)
    }

    /// Makes `function` the callee and `this` the first argument.
    fn insert_self(&mut self, function: Object, this: Object) {
        // SAFETY: V1: the arguments move up one place; the words above the window hold nothing (V5).
        unsafe {
            let first = self.slot(self.window + 4);
            std::ptr::copy(first, first.add(1), self.count);
            *first = this.into_value();
        }
        self.count += 1;
        self.site.set(self.window, function);
    }

    fn arguments<'a>(self) -> &'a [Object] {
        self.site.slice(self.window + 4, self.count)
    }

    /// Calls whatever it is natively.
    fn native(self, rt: &mut Runtime) -> At {
        let callee = self.site.get(self.window);
        if rt.machine.observers.present()
            && let Err(raised) = super::observe::native_call(rt, self.site, callee, self.arguments())
        {
            return self.raise(rt, raised);
        }
        let result = rt.call_args(callee, Args { values: self.arguments(), names: self.names });
        self.finish(rt, result)
    }

    /// `str(object)`.
    fn to_str(self, rt: &mut Runtime) -> At {
        if rt.machine.observers.attention() {
            return self.native(rt);
        }
        let result = rt.str(self.site.get(self.window + 4)).map(Into::into);
        self.deliver(rt, result)
    }

    /// Calls a native function; what it is bound to goes into the free word before the arguments.
    fn builtin(self, rt: &mut Runtime) -> At {
        let callee = self.site.get(self.window);
        let Some(function) = callee.cast::<BuiltinFunctionBody>() else { return self.native(rt) };
        let body = function.get(&rt.heap);
        let def = *body.def;
        if !matches!(def.binding, Binding::Static | Binding::Function) && body.this.is_none() {
            return self.native(rt);
        }
        if rt.machine.observers.present()
            && let Err(raised) = super::observe::native_call(rt, self.site, callee, self.arguments())
        {
            return self.raise(rt, raised);
        }
        let function = function.get(&rt.heap);
        let result = match (def.binding, &function.this) {
            (Binding::Static | Binding::Function, _) => {
                let function = callee.cast::<BuiltinFunctionBody>().expect("cast above");
                rt.call_bound(function, def, Args { values: self.arguments(), names: self.names }, 0)
            }
            (_, Some(this)) => {
                let place = self.slot(self.window + 3);
                // SAFETY: V5: header room holds nothing.
                unsafe { *place = this.clone().into_value() };
                let values = self.site.slice(self.window + 3, self.count + 1);
                let function = callee.cast::<BuiltinFunctionBody>().expect("cast above");
                let result = rt.call_bound(function, def, Args { values, names: self.names }, 1);
                drop(self.site.take(self.window + 3));
                result
            }
            (_, None) => return self.native(rt),
        };
        self.finish(rt, result)
    }

    /// Calls a method of a builtin type with its receiver as the first argument.
    fn builtin_method(self, rt: &mut Runtime) -> At {
        let callee = self.site.get(self.window);
        let Some(method) = callee.cast::<MethodDescriptorBody>() else { return self.native(rt) };
        let body = method.get(&rt.heap);
        let def = *body.def;
        let args = Args { values: self.arguments(), names: self.names };
        let Some(this) = args.positional().first() else { return self.native(rt) };
        if !rt.is_subclass(rt.class_of(this), &body.owner) {
            return self.native(rt);
        }
        if rt.machine.observers.present()
            && let Err(raised) = super::observe::native_call(rt, self.site, callee, self.arguments())
        {
            return self.raise(rt, raised);
        }
        let result = rt.call_native(def, args, 1);
        self.finish(rt, result)
    }

    /// Clears the window and delivers the result of a native call.
    pub(super) fn finish(self, rt: &mut Runtime, result: Result) -> At {
        if rt.machine.observers.attention() {
            return self.finish_observed(rt, result, self.arguments());
        }
        self.deliver(rt, result)
    }

    /// The same while observers come, are there, or go.
    #[cold]
    pub(super) fn finish_observed(self, rt: &mut Runtime, result: Result, args: &[Object]) -> At {
        let callee = self.site.get(self.window);
        // Who came during the call was not told of its begin.
        let told = match rt.machine.observers.instrumented() {
            true => super::observe::native_end(rt, self.site, callee, args, result.is_ok()),
            false => Ok(()),
        };
        let result = result.and_then(|value| told.map(|()| value));
        let at = self.deliver(rt, result);
        super::observe::switched(rt, at)
    }

    #[inline(always)]
    fn deliver(self, rt: &mut Runtime, result: Result) -> At {
        self.site.clear(self.window + 4, self.count);
        let outcome = match result {
            Ok(value) => {
                drop(self.site.take(self.window));
                self.site.set(self.site.a(), value);
                None
            }
            Err(raised) => Some(raised),
        };
        if safe_point::has_events(rt) {
            safe_point::run_events(rt);
        }
        match outcome {
            None => At { pc: self.next, base: self.site.base },
            Some(raised) => self.raise(rt, raised),
        }
    }

    /// Lays a frame of the Python function at `callee` over the window that begins there.
    pub(super) fn enter(self, rt: &mut Runtime, callee: usize, kind: Kind) -> At {
        // It stays in the window until its frame ends.
        let function = self.site.get(callee).value();
        let base = self.slot(callee + 4);
        // SAFETY: V1, V5: the arguments lie where the callee's registers will be; a shape says what it is (H4).
        unsafe {
            if self.site.get(callee).shape() == ShapeId::FUNCTION && has_room(rt, base, self.count) {
                let bound = match self.names {
                    None => fill_defaults(function, base, self.count, &[]) || bind_rest(rt, function, base, self.count),
                    Some(names) => {
                        fill_defaults(function, base, self.count, names.items())
                            || fill_places(function, base, self.count, names)
                    }
                };
                if bound {
                    return self.start(rt, function, base, callee, kind);
                }
            }
        }
        self.enter_bound(rt, callee, kind)
    }

    /// The same where the quick ways of binding do not do, or are not worth trying again.
    pub(super) fn enter_bound(self, rt: &mut Runtime, callee: usize, kind: Kind) -> At {
        let Some(function) = self.site.get(callee).cast::<FunctionBody>() else { return self.native(rt) };
        let base = self.slot(callee + 4);
        let names = self.names.map_or(&[][..], |names| names.items());
        if !has_room(rt, base, self.count + names.len()) {
            let raised = recursion_error(rt);
            return self.raise(rt, raised);
        }
        // SAFETY: V1, V5: the arguments lie where the callee's registers will be and are given to `bind`.
        unsafe {
            let fits = names.is_empty() && generate::takes_just(rt, function, self.count);
            if fits {
                let locals = function.get(&rt.heap).code.get(&rt.heap).local_count as usize;
                for i in self.count..locals {
                    *base.add(i) = Value::UNBOUND;
                }
            } else if let Err(raised) = bind(rt, function, base, self.count, names) {
                return self.raise(rt, raised);
            }
            if generate::makes_generator(rt, function) {
                return match generate::create(rt, function, base) {
                    Ok(generator) => {
                        drop(self.site.take(callee));
                        self.site.set(self.site.a(), generator);
                        At { pc: self.next, base: self.site.base }
                    }
                    Err(raised) => self.raise(rt, raised),
                };
            }
            self.start(rt, function.value(), base, callee, kind)
        }
    }

    /// Writes the header of a frame whose arguments are bound.
    #[inline(always)]
    pub(super) unsafe fn start(
        self,
        rt: &mut Runtime,
        function: Value,
        base: *mut Value,
        callee: usize,
        kind: Kind,
    ) -> At {
        // SAFETY: V1: the function lies below the header.
        unsafe {
            let code = body::<CodeBody>((*body::<FunctionBody>(function)).code.value());
            let link = Link::new(kind, self.site.a() as u16, (callee + 4) * 8);
            let mut at = lay(&mut rt.machine, code, base, link, self.next);
            if rt.machine.observers.present() {
                at.pc = super::observe::called(rt, base, at.pc);
            }
            at
        }
    }

    /// The `__init__` in Python and a new instance of a class that needs nothing else to make one, or is an exception.
    fn begin_instance(self, rt: &mut Runtime, class: &Class) -> Result<Option<(Object, Object)>> {
        let known = class.get(&rt.heap).constructor;
        // SAFETY: V7: a known constructor is owned by the class or a base.
        let known = unsafe { Object::borrow(&raw const known as *mut Value) };
        let init = if known.is_pointer() {
            known.clone()
        } else if let Some(init) = plain_init(rt, class) {
            class.get_mut(&mut rt.heap).0.constructor = init.value().bits();
            init
        } else {
            let Some((new, init)) = python_init(rt, class, ClassId::BaseException) else {
                if makes_plain_objects(rt, class) {
                    class.get_mut(&mut rt.heap).0.constructor = Value::NONE.bits();
                }
                return Ok(None);
            };
            let instance = new(rt, class, Args { values: self.arguments(), names: self.names })?;
            return Ok(Some((init, instance)));
        };
        Ok(Some((init, rt.alloc_for(class, ())?.into())))
    }

    /// Calls a class. A plain class with `__init__` in Python gets its instance here and a frame for `__init__`.
    fn instantiate(self, rt: &mut Runtime, class: &Class) -> At {
        let (init, instance) = match self.begin_instance(rt, class) {
            Ok(Some(begun)) => begun,
            Ok(None) => return self.native(rt),
            Err(raised) => return self.raise(rt, raised),
        };
        // The window becomes: instance, `__init__`, header room, self, arguments.
        let window = self.window;
        // SAFETY: V1, V5: words move up by two places above the window; what lay at the class's place is released.
        unsafe {
            let first = self.slot(window + 4);
            std::ptr::copy(first, first.add(2), self.count);
            *first = Value::UNBOUND;
            *first.add(1) = instance.clone().into_value();
            *self.slot(window + 1) = init.into_value();
        }
        self.site.set(window, instance);
        // Its arguments begin one place higher, which matters if they have to be given up.
        let call = Call { window: window + 1, count: self.count + 1, ..self };
        call.enter(rt, window + 1, Kind::Init)
    }
}

/// Gives a call of a native function its quick form.
fn specialise(rt: &Runtime, site: Site) {
    match site.op() {
        Some(Op::CALL) => site.set_op(quick_form(rt, site)),
        Some(Op::CALL_METHOD) => {
            site.set_op(Op::CALL_METHOD_NATIVE);
            // No callee is unbound.
            site.set_extra(0, Value::UNBOUND.bits());
            let callee = site.get(site.b());
            if let Some(method) = callee.cast_exact::<MethodDescriptorBody>() {
                let method = method.get(&rt.heap);
                let is_static = !method.owner.get(&rt.heap).flags.has(ClassFlags::HEAP);
                // The loop does `send` of generators itself, where it finds a method that is not known.
                let is_send = method.def.name == "send" && method.owner.is(rt.class(ClassId::Generator));
                if is_static && method.def.signature.accepts(site.c()) && !is_send {
                    // V7: nobody takes descriptors from a builtin class.
                    site.set_extra(0, callee.value().bits());
                    if method.def.name == "append" && site.c() == 1 && method.owner.is(rt.class(ClassId::List)) {
                        site.set_op(Op::CALL_METHOD_APPEND);
                    }
                }
            }
        }
        _ => {}
    }
}

/// The declaration of a function of `builtins`.
fn builtin(rt: &Runtime, object: &Object) -> Option<&'static MethodDef> {
    let function = object.cast_exact::<BuiltinFunctionBody>()?.get(&rt.heap);
    let module = function.module.cast_exact::<StrBody>()?;
    module.equals_text("builtins").then_some(*function.def)
}

/// The declaration of the built-in `len`, as CALL_LEN remembers it, if the object is that.
pub(super) fn builtin_len(rt: &Runtime, object: &Object) -> Option<u64> {
    builtin(rt, object).filter(|def| def.name == "len").map(|def| &raw const *def as u64)
}

/// The quick form of a CALL of a native function; what its cache needs is put there.
fn quick_form(rt: &Runtime, site: Site) -> Op {
    let Some(def) = builtin(rt, site.get(site.b())) else { return Op::CALL_NATIVE };
    let form = match (def.name, site.c()) {
        ("len", 1) => Op::CALL_LEN,
        ("isinstance", 2) => Op::CALL_ISINSTANCE,
        _ => return Op::CALL_NATIVE,
    };
    site.set_extra(0, &raw const *def as u64);
    form
}

/// Whether the first argument in a window is an instance of the second by its class alone. If not, `isinstance` must
/// look further.
///
/// # Safety
/// Two valid words lie behind the window's header (V1).
#[inline(always)]
pub(super) unsafe fn is_plain_instance(rt: &Runtime, window: *mut Value) -> bool {
    // SAFETY: as promised.
    let (object, kind) = unsafe { (Object::borrow(window.add(4)), Object::borrow(window.add(5))) };
    let class = rt.class_of(object);
    class.is(kind) || (kind.shape() == ShapeId::TYPE && derives(rt, class, kind))
}

#[inline(never)]
fn derives(rt: &Runtime, class: &Class, kind: &Object) -> bool {
    class.get(&rt.heap).mro.items().iter().any(|base| base.is(kind))
}

/// A native call raised: its values are released.
#[cold]
#[inline(never)]
pub(super) fn native_raised(rt: &mut Runtime, site: Site, first: *mut Value, total: usize, raised: Raised) -> At {
    // SAFETY: V1: the values are the call's, and end with it.
    unsafe { clear(first, 0, total) };
    if safe_point::has_events(rt) {
        safe_point::run_events(rt);
    }
    if rt.machine.observers.attention() {
        let at = raise(rt, site, raised);
        return super::observe::switched(rt, at);
    }
    raise(rt, site, raised)
}

/// What is to be done when a native call is over: finalisers, a change of the loop.
#[cold]
#[inline(never)]
pub(super) fn after_native(rt: &mut Runtime, base: *mut Value, next: *const u64) -> At {
    if safe_point::has_events(rt) {
        safe_point::run_events(rt);
    }
    let at = At { pc: next, base };
    if rt.machine.observers.attention() { super::observe::switched(rt, at) } else { at }
}

/// Calls a native function, a method of a builtin type, or an object of a builtin type that can be called, with plain
/// arguments; whatever needs more is left to `cold`.
#[inline(never)]
pub(super) fn native(rt: &mut Runtime, site: Site, next: *const u64, window: usize, count: usize, cold: Door) -> At {
    if rt.machine.observers.attention() {
        return cold(rt, site, next);
    }
    begin(rt, site);
    let callee = site.get(window);
    let values = site.slice(window + 4, count);
    let result = match callee.shape() {
        ShapeId::BUILTIN_METHOD => {
            let (Some(method), Some(this)) = (callee.cast_exact::<MethodDescriptorBody>(), values.first()) else {
                return cold(rt, site, next);
            };
            let method = method.get(&rt.heap);
            let def = *method.def;
            if !rt.is_subclass(rt.class_of(this), &method.owner) {
                return cold(rt, site, next);
            }
            specialise(rt, site);
            rt.call_native(def, Args::positional_only(values), 1)
        }
        ShapeId::CLASSMETHOD_DESCRIPTOR => {
            let (Some(method), Some(this)) = (callee.cast_exact::<ClassMethodDescriptorBody>(), values.first()) else {
                return cold(rt, site, next);
            };
            let method = method.get(&rt.heap);
            let def = *method.def;
            if !this.is(&method.owner) || !def.signature.accepts(count - 1) {
                return cold(rt, site, next);
            }
            specialise(rt, site);
            rt.call_native(def, Args::positional_only(values), 1)
        }
        ShapeId::BUILTIN_FUNCTION => {
            let Some(function) = callee.cast_exact::<BuiltinFunctionBody>() else { return cold(rt, site, next) };
            let function = function.get(&rt.heap);
            let def = *function.def;
            // With other numbers of arguments the quick form would come back here.
            if def.signature.accepts(count) && (function.this.is_some() || !is_method(def)) {
                specialise(rt, site);
            }
            if is_method(def) {
                return cold(rt, site, next);
            }
            rt.call_native(def, Args::positional_only(values), 0)
        }
        _ => {
            let class = rt.class_of(callee).get(&rt.heap);
            // A `__call__` in Python gets a frame.
            let Some(slot) = class.slots.call.filter(|_| !class.flags.has(ClassFlags::HEAP)) else {
                return cold(rt, site, next);
            };
            rt.native_call("", |rt| slot(rt, callee, Args::positional_only(values)))
        }
    };
    after(rt, site, next, window, count, result)
}

/// Whether a native function takes what it is bound to as its first value.
fn is_method(def: &MethodDef) -> bool {
    !matches!(def.binding, Binding::Static | Binding::Function)
}

/// Clears the window of a native call and delivers its result.
#[inline(always)]
pub(super) fn after(rt: &mut Runtime, site: Site, next: *const u64, window: usize, count: usize, result: Result) -> At {
    if rt.machine.observers.attention() {
        return Call { site, next, window, count, names: None }.finish(rt, result);
    }
    site.clear(window + 4, count);
    match result {
        Ok(value) => {
            drop(site.take(window));
            site.set(site.a(), value);
            if safe_point::has_events(rt) {
                safe_point::run_events(rt);
            }
            At { pc: next, base: site.base }
        }
        Err(raised) => {
            if safe_point::has_events(rt) {
                safe_point::run_events(rt);
            }
            raise(rt, site, raised)
        }
    }
}

/// Completes the arguments of a function at `base` with its defaults, and empties its other locals. The last of the
/// `count` arguments are the values of the keywords `names`. False, having done nothing, if the function takes more than
/// plain parameters, if keywords are not in the order of their parameters, or if something is missing or too much.
///
/// # Safety
/// `function` is a Python function; the arguments lie at `base`, with room for its registers (V1).
#[inline(always)]
pub(super) unsafe fn fill_defaults(function: Value, base: *mut Value, count: usize, names: &[Object]) -> bool {
    // SAFETY: as promised (H4); the indices are below the number of parameters, and those of the keyword-only ones'
    // defaults below the number of entries.
    unsafe {
        let function = body::<FunctionBody>(function);
        let code = body::<CodeBody>((*function).code.value());
        let wanted = (*code).parameter_count;
        if wanted == u32::MAX || count > wanted as usize {
            return false;
        }
        let (wanted, positional) = (wanted as usize, (*code).argument_count as usize);
        let given = count - names.len();
        if given > positional {
            return false;
        }
        let parameters = (*code).parameters.as_ptr();
        if !names.is_empty() {
            let compiled: &crate::bytecode::Code = &(*code).code;
            if given < compiled.positional_only as usize {
                return false;
            }
            for (i, name) in names.iter().enumerate() {
                if !name.is(&*parameters.add(given + i)) {
                    return false;
                }
            }
        }
        if count < wanted {
            let missing = positional.saturating_sub(count);
            let items = match &(*function).defaults {
                Some(defaults) => defaults.items(),
                None => &[],
            };
            if missing > items.len() {
                return false;
            }
            let first = count.max(positional);
            if first < wanted {
                // Mostly the dict has these parameters and no others, in their order.
                let Some(defaults) = &(*function).keyword_defaults else { return false };
                let defaults = body::<DictBody>(defaults.value());
                if (*defaults).end() != wanted - positional {
                    return false;
                }
                for i in first..wanted {
                    if !(*(*defaults).entries_ptr().add(i - positional)).key.is(&*parameters.add(i)) {
                        return false;
                    }
                }
                for i in first..wanted {
                    let value = (*(*defaults).entries_ptr().add(i - positional)).value.value();
                    count_up(value);
                    *base.add(i) = value;
                }
            }
            for i in 0..missing {
                let value = items.get_unchecked(items.len() - missing + i).value();
                count_up(value);
                *base.add(count + i) = value;
            }
        }
        for i in wanted..(*code).local_count as usize {
            *base.add(i) = Value::UNBOUND;
        }
        true
    }
}

/// Calls the function in register `window` if its arguments need nothing but defaults; else `cold` does.
#[inline(never)]
pub(super) fn function(rt: &mut Runtime, site: Site, next: *const u64, window: usize, count: usize, cold: Door) -> At {
    // SAFETY: the caller has seen a function (H4). V1, V5: its frame is laid over the window.
    unsafe {
        let slot = site.base.add(window);
        let function = *slot;
        let base = slot.add(4);
        let code = body::<CodeBody>((*body::<FunctionBody>(function)).code.value());
        if rt.machine.observers.attention()
            || base >= rt.machine.limit
            || rt.machine.remaining <= 0
            || !(fill_defaults(function, base, count, &[]) || bind_rest(rt, function, base, count))
        {
            return cold(rt, site, next);
        }
        lay(&mut rt.machine, code, base, Link::new(Kind::Plain, site.a() as u16, (window + 4) * 8), next)
    }
}

/// Calls the class in register `window` if its constructor is known and takes just these arguments; else `cold` does.
#[inline(never)]
pub(super) fn construct(rt: &mut Runtime, site: Site, next: *const u64, window: usize, count: usize, cold: Door) -> At {
    // SAFETY: the caller has seen a class (H4). V1, V5: words move up by two places above the window, which becomes:
    // instance, `__init__`, header room, self, arguments. V7: a known constructor is owned by the class or a base.
    unsafe {
        let slot = site.base.add(window);
        let class = body::<ClassBody>(*slot);
        let init = Value::from_bits((*class).constructor);
        if rt.machine.observers.attention() {
            return cold(rt, site, next);
        }
        if !init.is_pointer() {
            if init == Value::NONE && count == 0 {
                let instance = plain_instance(rt, class);
                return after(rt, site, next, window, 0, instance.map_err(Into::into));
            }
            return builtin_class(rt, site, next, window, count, cold);
        }
        let code = body::<CodeBody>((*body::<FunctionBody>(init)).code.value());
        let base = slot.add(5);
        let (wanted, given) = ((*code).call_key as usize, count + 1);
        let completes = |missing: usize| {
            let defaults = &(*body::<FunctionBody>(init)).defaults;
            defaults.as_ref().is_some_and(|defaults| missing <= defaults.len())
        };
        if wanted != given && (wanted == u32::MAX as usize || given > wanted || !completes(wanted - given))
            || base >= rt.machine.limit
            || rt.machine.remaining <= 0
        {
            return cold(rt, site, next);
        }
        if let Err(error) = place_instance(rt, slot, init, count) {
            return raise(rt, site, error.into());
        }
        if wanted == given {
            for i in wanted..(*code).local_count as usize {
                *base.add(i) = Value::UNBOUND;
            }
        } else {
            let filled = fill_defaults(init, base, given, &[]);
            debug_assert!(filled, "checked above");
        }
        lay(&mut rt.machine, code, base, Link::new(Kind::Init, site.a() as u16, (window + 5) * 8), next)
    }
}

/// A new instance of a class made in Python whose instances have no body of their own.
///
/// # Safety
/// `class` is the body of such a class (H4).
#[inline(always)]
unsafe fn plain_instance(rt: &mut Runtime, class: *mut ClassBody) -> std::result::Result<Object, OutOfMemory> {
    // SAFETY: as promised.
    let layout = unsafe { &*(*class).instance };
    match rt.heap.alloc_plain_instance(layout.root, layout.capacity as usize) {
        Some(instance) => Ok(instance),
        None => Ok(rt.heap.alloc_instance(layout.root, (), layout.capacity as usize)?.into()),
    }
}

/// Makes the instance of the class at `slot`, whose constructor is `init`, and moves the `count` arguments behind it: the
/// window becomes instance, `__init__`, header room, self, arguments.
///
/// # Safety
/// `slot` is a call's window (V1, V5), with room for two words more.
#[inline(always)]
pub(super) unsafe fn place_instance(
    rt: &mut Runtime,
    slot: *mut Value,
    init: Value,
    count: usize,
) -> std::result::Result<(), OutOfMemory> {
    // SAFETY: as promised: words move up by two places.
    unsafe {
        let instance = plain_instance(rt, body::<ClassBody>(*slot))?.into_value();
        (*instance.header()).count += 1;
        (*init.header()).count += 1;
        // The window's reference to the class; its instance has one too.
        (*(*slot).header()).count -= 1;
        for i in (0..count).rev() {
            *slot.add(6 + i) = *slot.add(4 + i);
        }
        *slot.add(5) = instance;
        *slot = instance;
        *slot.add(1) = init;
    }
    Ok(())
}

/// A general form of a call.
pub(super) type Door = fn(&mut Runtime, Site, *const u64) -> At;

/// The `__init__` of a class that needs nothing else to make an instance: `type.__call__`, `object.__new__`.
pub(super) fn plain_init(rt: &mut Runtime, class: &Class) -> Option<Object> {
    if !class.get(&rt.heap).instance.layout.is::<()>() {
        return None;
    }
    python_init(rt, class, ClassId::Object).map(|(_, init)| init)
}

/// What makes instances: the slot `new`.
type New = fn(&mut Runtime, &Class, Args<'_>) -> Result;

/// The `__new__` of a class made in Python that `type.__call__` calls, if it is that of `base`.
fn usual_new(rt: &Runtime, class: &Class, base: ClassId) -> Option<New> {
    let body = class.get(&rt.heap);
    if !body.flags.has(ClassFlags::HEAP) || body.flags.has(ClassFlags::ABSTRACT) {
        return None;
    }
    let type_call = rt.class(ClassId::Type).get(&rt.heap).slots.call?;
    let meta_call = rt.class_of(class).get(&rt.heap).slots.call?;
    let usual = rt.class(base).get(&rt.heap).slots.new?;
    (std::ptr::fn_addr_eq(meta_call, type_call) && std::ptr::fn_addr_eq(body.slots.new?, usual)).then_some(usual)
}

/// Whether the instances of a class made in Python have no body of their own, and are made by `type.__call__`,
/// `object.__new__` and `object.__init__`.
fn makes_plain_objects(rt: &Runtime, class: &Class) -> bool {
    let init = |class: &Class| class.get(&rt.heap).slots.init;
    class.get(&rt.heap).instance.layout.is::<()>()
        && usual_new(rt, class, ClassId::Object).is_some()
        && init(class).zip(init(rt.class(ClassId::Object))).is_some_and(|(own, usual)| std::ptr::fn_addr_eq(own, usual))
}

/// The `__init__` in Python of a class whose `usual_new` is that of `base`; and that.
fn python_init(rt: &mut Runtime, class: &Class, base: ClassId) -> Option<(New, Object)> {
    let usual_new = usual_new(rt, class, base)?;
    let name = rt.names.init.clone();
    let init = rt.lookup(class, &name).filter(|found| found.shape() == ShapeId::FUNCTION)?;
    let function = init.cast::<FunctionBody>()?;
    if generate::makes_generator(rt, function) { None } else { Some((usual_new, init)) }
}

/// Empties a frame: registers, function. The caller's frame is then the innermost.
///
/// # Safety
/// `base` is the innermost frame (V1).
pub(super) unsafe fn pop(rt: &mut Runtime, base: *mut Value) {
    let frame = Frame(base);
    let registers = frame.code().register_count as usize;
    // SAFETY: as promised.
    unsafe {
        clear(base, 0, registers);
        clear(base.wrapping_sub(4), 0, 1);
    }
    rt.machine.remaining += 1;
}

/// Leaves a frame that native code has entered.
///
/// # Safety
/// `base` is the innermost frame (V1), at a return.
#[inline(never)]
pub(super) unsafe fn leave_entry(rt: &mut Runtime, base: *mut Value) {
    // SAFETY: V1: at a return only locals and the function hold something; the header of an entry frame tells what was
    // innermost before.
    unsafe {
        clear(base, 0, Frame(base).code().local_count as usize);
        clear(base.wrapping_sub(4), 0, 1);
        rt.machine.base = *word(base, -3) as *mut Value;
        rt.machine.pc = *word(base, -5) as *const u64;
    }
    rt.machine.remaining += 1;
}

/// Leaves a frame that is neither a plain call's nor one that native code has entered.
pub(super) fn leave(rt: &mut Runtime, base: *mut Value, value: Value) -> std::result::Result<At, Exit> {
    let frame = Frame(base);
    let link = frame.link();
    if link.is_generator() {
        return generate::finish(rt, base, value);
    }
    if link.is_special() {
        return Ok(super::special::leave(rt, base, value));
    }
    let next = frame.return_pc();
    // SAFETY: V1: the loop gives the value's reference to this function.
    let result = unsafe { Object::from_owned(value) };
    let caller = base.wrapping_byte_sub(link.distance());
    // SAFETY: the frame is innermost.
    unsafe { pop(rt, base) };
    rt.machine.base = caller;
    rt.machine.pc = next;
    if !result.is_none() {
        let name = rt.type_name(&result);
        let raised = rt.type_error(format!("__init__() should return None, not '{name}'"));
        rt.machine.raised = raised.into_object();
        return Ok(At::raise(caller));
    }
    // The instance lies five words below the frame of `__init__`.
    // SAFETY: V1: it is owned there.
    let instance = unsafe { super::frame::take(base.wrapping_sub(5)) };
    let site = Site { base: caller, pc: next };
    site.set(link.dst(), instance);
    Ok(safe_point::at_edge(rt, caller, next.wrapping_sub(1), next))
}
