//! Calling any object.

use crate::heap::{Object, ShapeId};
use crate::object::{
    Args, Binding, BoundMethodBody, BuiltinFunction, BuiltinFunctionBody, Class, FunctionBody, Matched, MethodDef,
    MethodDescriptorBody, NAMED, Raised, Result, Runtime, signature_errors,
};

/// Whether positional arguments alone fill the parameters.
#[inline]
fn fits(def: &MethodDef, args: &Args<'_>, offset: usize) -> bool {
    args.names.is_none() && def.signature.accepts(args.values.len() - offset.min(args.values.len()))
}

/// Calls `body` with `first` in front of the others.
#[inline]
fn with_first<R>(first: &Object, others: &[Object], body: impl FnOnce(&[Object]) -> R) -> R {
    match others {
        [] => body(std::slice::from_ref(first)),
        [a] => body(&[first.clone(), a.clone()]),
        [a, b] => body(&[first.clone(), a.clone(), b.clone()]),
        [a, b, c] => body(&[first.clone(), a.clone(), b.clone(), c.clone()]),
        _ => {
            let mut values = Vec::with_capacity(others.len() + 1);
            values.push(first.clone());
            values.extend_from_slice(others);
            body(&values)
        }
    }
}

impl Runtime {
    /// `callable(*args)`.
    #[inline]
    pub fn call(&mut self, callable: &Object, args: &[Object]) -> Result {
        match callable.shape() {
            ShapeId::FUNCTION if let Some(function) = callable.cast_exact::<FunctionBody>() => {
                return (self.hooks.call_plain)(self, function, None, args);
            }
            ShapeId::BUILTIN_FUNCTION if let Some(function) = callable.cast_exact::<BuiltinFunctionBody>() => {
                let def = *function.get(&self.heap).def;
                if matches!(def.binding, Binding::Static | Binding::Function) {
                    if def.signature.accepts(args.len()) {
                        return (def.call)(self, def, args, None);
                    }
                } else {
                    return self.call_builtin(function, Args::positional_only(args));
                }
            }
            ShapeId::BUILTIN_METHOD
                if let (Some(method), Some(this)) = (callable.cast_exact::<MethodDescriptorBody>(), args.first()) =>
            {
                let body = method.get(&self.heap);
                let def = *body.def;
                if self.class_of(this).is(&body.owner) && def.signature.accepts(args.len() - 1) {
                    return (def.call)(self, def, args, None);
                }
            }
            // No kind that this knows: a type made by a module.
            shape if shape.0 >= ShapeId::FIXED => return self.call_object(callable, Args::positional_only(args)),
            _ => {}
        }
        self.call_args(callable, Args::positional_only(args))
    }

    /// `callable(*args, **kwargs)`.
    pub fn call_args(&mut self, callable: &Object, args: Args<'_>) -> Result {
        match callable.shape() {
            ShapeId::FUNCTION => {
                let function = callable.cast::<FunctionBody>().expect("by its shape");
                (self.hooks.call_function)(self, function, args)
            }
            ShapeId::BUILTIN_FUNCTION => {
                let function = callable.cast::<BuiltinFunctionBody>().expect("by its shape");
                self.call_builtin(function, args)
            }
            ShapeId::BUILTIN_METHOD => {
                let method = callable.cast::<MethodDescriptorBody>().expect("by its shape");
                self.call_method_descriptor(method, args)
            }
            ShapeId::BOUND_METHOD => {
                let method = callable.cast::<BoundMethodBody>().expect("by its shape").get(&self.heap);
                let (function, this) = (method.function.clone(), method.this.clone());
                self.call_with_this(&function, &this, args)
            }
            ShapeId::TYPE if let Some(class) = Class::from_object(callable) => {
                self.native_call("", |rt| rt.call_class(class, args))
            }
            _ => self.call_object(callable, args),
        }
    }

    /// Calls an object by its type's slot.
    #[inline]
    fn call_object(&mut self, callable: &Object, args: Args<'_>) -> Result {
        match self.class_of(callable).get(&self.heap).slots.call {
            Some(function) => self.native_call("", |rt| function(rt, callable, args)),
            None => Err(self.not_callable(callable)),
        }
    }

    #[cold]
    #[inline(never)]
    fn not_callable(&mut self, object: &Object) -> Raised {
        let name = self.type_name(object);
        self.type_error(format!("'{name}' object is not callable"))
    }

    /// Calls `function` with `this` before the other arguments.
    pub fn call_with_this(&mut self, function: &Object, this: &Object, args: Args<'_>) -> Result {
        with_first(this, args.values, |values| self.call_args(function, Args { values, names: args.names }))
    }

    fn call_builtin(&mut self, function: &BuiltinFunction, args: Args<'_>) -> Result {
        let body = function.get(&self.heap);
        let def = *body.def;
        match def.binding {
            Binding::Static | Binding::Function => self.call_bound(function, def, args, 0),
            Binding::Instance | Binding::Class => match body.this.clone() {
                Some(this) => with_first(&this, args.values, |values| {
                    self.call_bound(function, def, Args { values, names: args.names }, 1)
                }),
                None => Err(self.type_error(format!("unbound method {}() needs an argument", def.name))),
            },
        }
    }

    /// Calls a method found on a class: the first argument is the receiver, whose class is checked.
    pub fn call_method_descriptor(&mut self, method: &crate::object::MethodDescriptor, args: Args<'_>) -> Result {
        let body = method.get(&self.heap);
        let def = *body.def;
        let positional = args.positional();
        let Some(this) = positional.first() else {
            let owner = body.owner.get(&self.heap).name.to_rust().into_owned();
            return Err(self.type_error(format!("unbound method {owner}.{}() needs an argument", def.name)));
        };
        if !self.is_subclass(self.class_of(this), &body.owner) {
            let (owner, got) = (self.class_name(&body.owner), self.type_name(this));
            return Err(self.type_error(format!(
                "descriptor '{}' for '{owner}' objects doesn't apply to a '{got}' object",
                def.name
            )));
        }
        self.call_native(def, args, 1)
    }

    /// Calls a native function: counts are checked and keywords matched here. `offset` is 1 if the first value is the
    /// receiver.
    #[inline]
    pub fn call_native(&mut self, def: &'static MethodDef, args: Args<'_>, offset: usize) -> Result {
        if fits(def, &args, offset) {
            return (def.call)(self, def, args.values, None);
        }
        self.call_matched(def, None, args, offset)
    }

    /// [`Self::call_native`] for a function object, by which error texts name it.
    #[inline]
    pub fn call_bound(
        &mut self,
        function: &BuiltinFunction,
        def: &'static MethodDef,
        args: Args<'_>,
        offset: usize,
    ) -> Result {
        if fits(def, &args, offset) {
            return (def.call)(self, def, args.values, None);
        }
        self.call_matched(def, Some(function), args, offset)
    }

    /// The general form: matches keywords with parameters, or says what is wrong.
    fn call_matched(
        &mut self,
        def: &'static MethodDef,
        function: Option<&BuiltinFunction>,
        args: Args<'_>,
        offset: usize,
    ) -> Result {
        if def.signature.total == 0 && def.signature.var_positional && def.signature.var_keyword {
            // There is no parameter to match.
            return (def.call)(self, def, args.values, Some(&Matched { names: args.names, parameters: None }));
        }
        let total = def.signature.total as usize;
        if total <= NAMED && args.names.is_some() {
            let mut places = [None; NAMED];
            let matched = &mut places[..total];
            if signature_errors::match_quickly(def, args, offset, matched) {
                return (def.call)(
                    self,
                    def,
                    args.values,
                    Some(&Matched { names: args.names, parameters: Some(matched) }),
                );
            }
        }
        let mut matched: Vec<Option<&Object>> = vec![None; total];
        signature_errors::match_arguments(self, def, function, args, offset, &mut matched)?;
        (def.call)(self, def, args.values, Some(&Matched { names: args.names, parameters: Some(&matched) }))
    }
}
