//! Hooks of `sys`: for errors that nobody can handle, for `breakpoint()`, for audits, for asynchronous generators.

use super::records::{ASYNCGEN_HOOKS, UNRAISABLE};
use crate::heap::Object;
use crate::layout::{StrBody, TupleBody};
use crate::methods;
use crate::object::{ExceptionBody, Keywords, Rest, Result, Runtime};
use crate::types::struct_sequence;

/// What programs have registered.
#[derive(Default)]
pub struct SystemHooks {
    /// `sys.addaudithook`, oldest first.
    pub audit: Vec<Object>,
    /// `sys.set_asyncgen_hooks`: firstiter, finalizer.
    pub asynchronous: Option<[Object; 2]>,
}

methods! {
    pub(super) static FUNCTIONS = [
        /// Handle an unraisable exception.
        ///
        /// The unraisable argument has the following attributes:
        ///
        /// * exc_type: Exception type.
        /// * exc_value: Exception value, can be None.
        /// * exc_traceback: Exception traceback, can be None.
        /// * err_msg: Error message, can be None.
        /// * object: Object causing the exception, can be None.
        @function "unraisablehook"(unraisable, /) => unraisablehook;
        /// breakpointhook(*args, **kws)
        ///
        /// This hook function is called by built-in breakpoint().
        @function "breakpointhook"(*args, **kwargs) => breakpointhook;
        /// Adds a new audit hook callback.
        @function "addaudithook"(hook) => addaudithook;
        /// audit(event, *args)
        ///
        /// Passes the event to any hooks that are attached.
        @function "audit"(*args) => audit;
        /// get_asyncgen_hooks()
        ///
        /// Return a namedtuple of installed asynchronous generators hooks (firstiter, finalizer).
        @function "get_asyncgen_hooks"() => get_asyncgen_hooks;
        /// set_asyncgen_hooks(*, firstiter=None, finalizer=None)
        ///
        /// Set a finalizer for async generators objects.
        @function "set_asyncgen_hooks"(firstiter=None, finalizer=None) => set_asyncgen_hooks;
    ];
}

/// The argument of `sys.unraisablehook`.
pub fn make_unraisable(rt: &mut Runtime, exception: &Object, message: Option<&str>, source: &Object) -> Result {
    let class = rt.class_of(exception).as_object().clone();
    let traceback = exception.cast::<ExceptionBody>().map(|e| e.get(&rt.heap).traceback.clone());
    let message = match message {
        Some(text) => rt.new_str(text)?.into(),
        None => Object::NONE,
    };
    let values = [class, exception.clone(), traceback.unwrap_or(Object::NONE), message, source.clone()];
    struct_sequence::make(rt, &UNRAISABLE, &values)
}

fn unraisablehook(rt: &mut Runtime, unraisable: &Object) -> Result<()> {
    let is_record = rt.type_name(unraisable) == UNRAISABLE.name;
    let items = unraisable.cast::<TupleBody>().map(|t| t.items().to_vec());
    let (true, Some([_, exception, _, message, source])) = (is_record, items.as_deref()) else {
        return Err(rt.type_error("sys.unraisablehook argument type must be UnraisableHookArgs"));
    };
    let message = message.cast::<StrBody>().map(|m| m.to_rust().into_owned());
    let print = rt.hooks.print_unraisable;
    print(rt, exception, message.as_deref(), source);
    Ok(())
}

fn breakpointhook(rt: &mut Runtime, _args: Rest<'_>, call: Keywords<'_>) -> Result {
    let wanted = std::env::var("PYTHONBREAKPOINT").ok().filter(|text| !text.is_empty());
    let name = wanted.as_deref().unwrap_or("pdb.set_trace");
    if name == "0" {
        return Ok(Object::NONE);
    }
    let (module, attribute) = name.rsplit_once('.').unwrap_or(("builtins", name));
    let module = rt.new_str(module)?;
    let found = match (rt.hooks.import)(rt, &module) {
        Ok(module) => rt.get_attr_str(&module, attribute),
        Err(raised) => Err(raised),
    };
    match found {
        Ok(function) => rt.call_args(&function, call.0),
        Err(raised) if wanted.is_none() => Err(raised),
        Err(_) => {
            let text = format!("Ignoring unimportable $PYTHONBREAKPOINT: \"{name}\"");
            crate::modules::warnings::warn(rt, crate::object::ClassId::RuntimeWarning, &text, 1)?;
            Ok(Object::NONE)
        }
    }
}

fn addaudithook(rt: &mut Runtime, hook: &Object) {
    rt.extension::<SystemHooks>().audit.push(hook.clone());
}

fn audit(rt: &mut Runtime, args: Rest<'_>) -> Result<()> {
    let Some((event, rest)) = args.0.split_first() else {
        return Err(rt.type_error("audit() missing 1 required positional argument: 'event'"));
    };
    if rt.extension::<SystemHooks>().audit.is_empty() {
        return Ok(());
    }
    if event.cast::<StrBody>().is_none() {
        let got = rt.type_name(event);
        return Err(rt.type_error(format!("expected str for argument 'event', not {got}")));
    }
    let rest: Object = rt.new_tuple(rest.to_vec())?.into();
    let mut index = 0;
    while let Some(hook) = rt.extension::<SystemHooks>().audit.get(index).cloned() {
        rt.call(&hook, &[event.clone(), rest.clone()])?;
        index += 1;
    }
    Ok(())
}

fn get_asyncgen_hooks(rt: &mut Runtime) -> Result {
    let [first, last] = rt.extension::<SystemHooks>().asynchronous.clone().unwrap_or([Object::NONE, Object::NONE]);
    struct_sequence::make(rt, &ASYNCGEN_HOOKS, &[first, last])
}

fn set_asyncgen_hooks(rt: &mut Runtime, first: Option<&Object>, last: Option<&Object>) -> Result<()> {
    for (name, hook) in [("finalizer", last), ("firstiter", first)] {
        let Some(hook) = hook.filter(|h| !h.is_none()) else { continue };
        if rt.class_of(hook).get(&rt.heap).slots.call.is_none() {
            let got = rt.type_name(hook);
            return Err(rt.type_error(format!("callable {name} expected, got {got}")));
        }
    }
    let old = rt.extension::<SystemHooks>().asynchronous.take().unwrap_or([Object::NONE, Object::NONE]);
    let [old_first, old_last] = old;
    let hooks = [first.cloned().unwrap_or(old_first), last.cloned().unwrap_or(old_last)];
    rt.extension::<SystemHooks>().asynchronous = Some(hooks);
    Ok(())
}
