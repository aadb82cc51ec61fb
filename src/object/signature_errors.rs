//! Matching a native call's arguments with parameters, and the families of TypeErrors when they do not fit.

use super::args::Args;
use super::function::BuiltinFunction;
use super::native::{Binding, MethodDef};
use super::raise::{Raised, Result};
use super::runtime::Runtime;
use super::signature::{NAMED, parameters};
use crate::heap::Object;
use crate::layout::StrBody;

/// Module functions that CPython gives a tuple of arguments: their texts do not name the module.
const OLD_STYLE: [&str; 8] = ["asctime", "ctime", "gmtime", "localtime", "reduce", "strftime", "strptime", "waitpid"];

/// Those of them whose arguments are counted when they are parsed.
const COUNTING: [&str; 5] = ["ctime", "gmtime", "localtime", "strftime", "waitpid"];

/// Functions with a part by keyword only that count all of their arguments first.
const NEWER: [&str; 2] = ["nextafter", "prod"];

fn plural(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}

/// The function's name as the error texts of functions without keywords show it: with the type for methods.
///
/// A function object shows its receiver's class or its module, a method found on a class the class that defines it.
fn qualified(rt: &Runtime, def: &'static MethodDef, function: Option<&BuiltinFunction>, args: &Args<'_>) -> String {
    if let Some(body) = function.map(|function| function.get(&rt.heap)) {
        let name = |class: &super::Class| format!("{}.{}", class.get(&rt.heap).qualname.to_rust(), def.name);
        return match (&body.this, def.binding, body.module.cast::<StrBody>()) {
            (Some(this), Binding::Instance | Binding::Class | Binding::Static, _) => {
                match super::Class::from_object(this) {
                    Some(class) => name(class),
                    None => name(rt.class_of(this)),
                }
            }
            (_, _, Some(module)) if !module.equals_text("builtins") => format!("{}.{}", module.to_rust(), def.name),
            _ => match (rt.hooks.function_module)(def) {
                Some(module) => format!("{module}.{}", def.name),
                None => def.name.to_owned(),
            },
        };
    }
    match (def.binding, args.values.first()) {
        (Binding::Instance, Some(this)) => {
            // The class that defines the method, which the receiver's may only inherit from.
            let classes = rt.class_of(this).get(&rt.heap).mro.items().iter().filter_map(super::Class::from_object);
            let defines = |class: &&super::Class| {
                (*class.get(&rt.heap).def).is_some_and(|d| d.methods.iter().any(|method| std::ptr::eq(method, def)))
            };
            let owner = classes.clone().find(defines).map(|class| class.get(&rt.heap).name.to_rust().into_owned());
            format!("{}.{}", owner.unwrap_or_else(|| rt.type_name(this)), def.name)
        }
        (Binding::Class, Some(this)) => match super::Class::from_object(this) {
            Some(class) => format!("{}.{}", class.get(&rt.heap).name.to_rust(), def.name),
            None => def.name.to_owned(),
        },
        _ => match (rt.hooks.function_module)(def) {
            Some(module) => format!("{module}.{}", def.name),
            None => def.name.to_owned(),
        },
    }
}

/// The same for calls in which every keyword names a parameter that is free and nothing is missing; false, and places
/// filled as may be, for all others.
pub(super) fn match_quickly<'a>(
    def: &'static MethodDef,
    args: Args<'a>,
    offset: usize,
    matched: &mut [Option<&'a Object>],
) -> bool {
    let signature = &def.signature;
    let positional = args.positional().get(offset..).unwrap_or(&[]);
    let most = signature.positional as usize;
    if matched.len() > NAMED || positional.len() > most && !signature.var_positional {
        return false;
    }
    for (place, value) in matched.iter_mut().zip(positional.iter().take(most)) {
        *place = Some(value);
    }
    for (name, value) in args.keywords() {
        let mut free = signature.positional_only as usize..matched.len();
        // The texts are ASCII: most differ by their lengths.
        let length = name.len();
        let fits = |index: usize| usize::from(signature.names[index].1) == length;
        let is_named = |&index: &usize| fits(index) && name.equals_text(signature.name(def.text, index));
        let Some(index) = free.find(is_named) else {
            if signature.var_keyword {
                continue;
            }
            return false;
        };
        if matched[index].replace(value).is_some() {
            return false;
        }
    }
    (0..matched.len()).all(|index| matched[index].is_some() || signature.needed >> index & 1 == 0)
}

/// Fills `matched` (one place for each parameter) from positional values and keywords.
pub(super) fn match_arguments<'a>(
    rt: &mut Runtime,
    def: &'static MethodDef,
    function: Option<&BuiltinFunction>,
    args: Args<'a>,
    offset: usize,
    matched: &mut [Option<&'a Object>],
) -> Result<()> {
    let signature = &def.signature;
    let all = args.positional();
    let positional = all.get(offset..).unwrap_or(&[]);
    if args.keyword_count() > 0 && signature.no_keywords() {
        let name = if OLD_STYLE.contains(&def.name) && def.binding == Binding::Function {
            def.name.to_owned()
        } else {
            qualified(rt, def, function, &args)
        };
        return Err(rt.type_error(format!("{name}() takes no keyword arguments")));
    }
    let (maximum, given) = (signature.positional as usize, positional.len());
    let total = signature.total as usize;
    let is_open = signature.var_positional || signature.var_keyword;
    let counts = !is_split(def) || NEWER.contains(&def.name);
    if !is_open && !signature.no_keywords() && counts && given + args.keyword_count() > total {
        let (kind, all) = (if given == 0 { "keyword " } else { "" }, given + args.keyword_count());
        let (name, s) = (def.name, plural(total));
        return Err(rt.type_error(format!("{name}() takes at most {total} {kind}argument{s} ({all} given)")));
    }
    let required_by_position = signature.required.min(signature.positional_only) as usize;
    if given > maximum && !signature.var_positional || given < required_by_position {
        return Err(wrong_count(rt, def, function, &args, given));
    }
    for (place, value) in matched.iter_mut().zip(positional.iter().take(maximum)) {
        *place = Some(value);
    }
    let names: Vec<(&'static str, bool)> = parameters(def.text).collect();
    // The first keyword that fits no free parameter is an error, but a missing argument is a graver one.
    let mut misfit = None;
    for (name, value) in args.keywords() {
        let text = name.to_rust();
        match names.iter().position(|(n, _)| *n == text) {
            Some(i) if i >= signature.positional_only as usize => {
                if matched[i].is_some() {
                    misfit = misfit.or(Some(format!(
                        "argument for {}() given by name ('{text}') and position ({})",
                        def.name,
                        i + 1
                    )));
                } else {
                    matched[i] = Some(value);
                }
            }
            _ if signature.var_keyword => {}
            _ => {
                let known: Vec<&str> = names[signature.positional_only as usize..].iter().map(|(n, _)| *n).collect();
                let hint = crate::base::suggest::hint(&text, &known);
                misfit = misfit.or(Some(format!("{}() got an unexpected keyword argument '{text}'{hint}", def.name)));
            }
        }
    }
    for (i, (name, optional)) in names.iter().enumerate() {
        if matched[i].is_none() && !optional {
            if signature.no_keywords() || i < signature.positional_only as usize {
                return Err(wrong_count(rt, def, function, &args, given));
            }
            return Err(rt.type_error(format!("{}() missing required argument '{name}' (pos {})", def.name, i + 1)));
        }
    }
    match misfit {
        Some(message) => Err(rt.type_error(message)),
        None => Ok(()),
    }
}

/// Whether a part by position only is followed by a part by keyword only: CPython's functions of that kind count their
/// arguments themselves.
fn is_split(def: &MethodDef) -> bool {
    let signature = &def.signature;
    signature.positional > 0
        && signature.positional_only == signature.positional
        && signature.total > signature.positional
}

/// Too few or too many positional arguments, in the words of the family that the signature belongs to.
#[cold]
fn wrong_count(
    rt: &mut Runtime,
    def: &'static MethodDef,
    function: Option<&BuiltinFunction>,
    args: &Args<'_>,
    given: usize,
) -> Raised {
    let signature = &def.signature;
    let (least, most) = (signature.required.min(signature.positional) as usize, signature.positional as usize);
    let name = def.name;
    if COUNTING.contains(&def.name) && def.binding == Binding::Function {
        let (bound, number) = match given < least {
            _ if least == most => ("exactly", most),
            true => ("at least", least),
            false => ("at most", most),
        };
        let s = plural(number);
        return rt.type_error(format!("{name}() takes {bound} {number} argument{s} ({given} given)"));
    }
    if signature.no_keywords() && !signature.var_positional {
        let qualified = qualified(rt, def, function, args);
        return match (least, most) {
            (0, 0) => rt.type_error(format!("{qualified}() takes no arguments ({given} given)")),
            (1, 1) => rt.type_error(format!("{qualified}() takes exactly one argument ({given} given)")),
            _ if least == most => {
                rt.type_error(format!("{name} expected {most} argument{}, got {given}", plural(most)))
            }
            _ if given < least => {
                rt.type_error(format!("{name} expected at least {least} argument{}, got {given}", plural(least)))
            }
            _ => rt.type_error(format!("{name} expected at most {most} argument{}, got {given}", plural(most))),
        };
    }
    if most == 0 {
        return rt.type_error(format!("{name}() takes no positional arguments"));
    }
    if is_split(def) && (rt.hooks.function_module)(def).is_none() {
        return if least == most {
            rt.type_error(format!("{name} expected {most} argument{}, got {given}", plural(most)))
        } else if given < least {
            rt.type_error(format!("{name} expected at least {least} argument{}, got {given}", plural(least)))
        } else {
            rt.type_error(format!("{name} expected at most {most} argument{}, got {given}", plural(most)))
        };
    }
    let required = signature.required.min(signature.positional_only) as usize;
    let (bound, number) = match given < required {
        true if required == most => ("exactly", required),
        true => ("at least", required),
        false if least == most => ("exactly", most),
        false => ("at most", most),
    };
    rt.type_error(format!("{name}() takes {bound} {number} positional argument{} ({given} given)", plural(number)))
}
