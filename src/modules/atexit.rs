//! `atexit`: functions that are called when the interpreter ends, the last one first.

use super::NativeModule;
use crate::heap::Object;
use crate::layout::TupleBody;
use crate::methods;
use crate::modules::support::is_callable;
use crate::object::{Args, Keywords, Rest, Result, Runtime};

methods! {
    static FUNCTIONS = [
        /// Register a function to be executed upon normal program termination
        ///
        ///     func - function to be called at exit
        ///     args - optional arguments to pass to func
        ///     kwargs - optional keyword arguments to pass to func
        ///
        ///     func is returned to facilitate usage as a decorator.
        @function "register"(*args, **kwargs) => register;
        /// Clear the list of previously registered exit functions.
        @function "_clear"() => |rt: &mut Runtime| drop(take(rt));
        /// Unregister an exit function which was previously registered using
        /// atexit.register
        ///
        ///     func - function to be unregistered
        @function "unregister"(func, /) => unregister;
        /// Run all registered exit functions.
        ///
        /// If a callback raises an exception, it is logged with sys.unraisablehook.
        @function "_run_exitfuncs"() => run;
        /// Return the number of registered exit functions.
        @function "_ncallbacks"() => |rt: &mut Runtime| rt.extension::<Registered>().0.len();
    ];
}

/// A registered call.
#[derive(Clone)]
struct Call {
    function: Object,
    values: Vec<Object>,
    /// The tuple of keyword names.
    names: Option<Object>,
}

/// What was registered, in that order.
#[derive(Default)]
struct Registered(Vec<Call>);

fn take(rt: &mut Runtime) -> Vec<Call> {
    std::mem::take(&mut rt.extension::<Registered>().0)
}

fn register(rt: &mut Runtime, _: Rest<'_>, call: Keywords<'_>) -> Result {
    let args = call.0;
    let Some(function) = args.positional().first().cloned() else {
        return Err(rt.type_error("register() takes at least 1 argument (0 given)"));
    };
    if !is_callable(rt, &function) {
        return Err(rt.type_error("the first argument must be callable"));
    }
    let call = Call {
        function: function.clone(),
        values: args.values[1..].to_vec(),
        names: args.names.map(|names| names.as_object().clone()),
    };
    rt.extension::<Registered>().0.push(call);
    Ok(function)
}

fn unregister(rt: &mut Runtime, function: &Object) -> Result<()> {
    let mut i = rt.extension::<Registered>().0.len();
    while i > 0 {
        i -= 1;
        let Some(known) = rt.extension::<Registered>().0.get(i).map(|call| call.function.clone()) else { continue };
        if rt.equal(&known, function)? && i < rt.extension::<Registered>().0.len() {
            let gone = rt.extension::<Registered>().0.remove(i);
            drop(gone);
        }
    }
    Ok(())
}

/// Calls everything that is registered, the last one first; what is registered meanwhile is forgotten. Errors are
/// reported.
pub fn run(rt: &mut Runtime) {
    for i in (0..rt.extension::<Registered>().0.len()).rev() {
        let Some(call) = rt.extension::<Registered>().0.get(i).cloned() else { continue };
        let args =
            Args { values: &call.values, names: call.names.as_ref().and_then(|names| names.cast::<TupleBody>()) };
        if let Err(raised) = rt.call_args(&call.function, args) {
            let report = rt.hooks.unraisable_in;
            report(rt, raised, "atexit callback", &call.function);
        }
    }
    drop(take(rt));
}

/// The objects that registered calls hold: one entry a reference.
pub fn handles(rt: &mut Runtime) -> Vec<Object> {
    let calls = rt.extension::<Registered>().0.clone();
    calls.into_iter().flat_map(|call| [call.function].into_iter().chain(call.values).chain(call.names)).collect()
}

/// The description of module `atexit`.
pub static MODULE: NativeModule = NativeModule {
    name: "atexit",
    doc: "allow programmer to define multiple exit functions to be executed\nupon normal program termination.\n\nTwo public functions, register and unregister, are defined.\n",
    functions: FUNCTIONS,
    init: |_, _| Ok(()),
};
