//! Matching a native call's arguments with parameters, and the families of TypeErrors when they do not fit.

use super::args::Args;
use super::native::{Binding, MethodDef};
use super::raise::{Raised, Result};
use super::runtime::Runtime;
use super::signature::parameters;
use crate::heap::Object;

fn plural(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}

/// The function's name as the error texts of functions without keywords show it: with the type for methods.
fn qualified(rt: &Runtime, def: &MethodDef, args: &Args<'_>) -> String {
    match (def.binding, args.values.first()) {
        (Binding::Instance, Some(this)) => format!("{}.{}", rt.type_name(this), def.name),
        (Binding::Class, Some(this)) => match super::Class::from_object(this) {
            Some(class) => format!("{}.{}", class.get(&rt.heap).name.to_rust(), def.name),
            None => def.name.to_owned(),
        },
        _ => def.name.to_owned(),
    }
}

/// Fills `matched` (one place for each parameter) from positional values and keywords.
pub(super) fn match_arguments<'a>(
    rt: &mut Runtime,
    def: &'static MethodDef,
    args: Args<'a>,
    offset: usize,
    matched: &mut [Option<&'a Object>],
) -> Result<()> {
    let signature = &def.signature;
    let all = args.positional();
    let positional = all.get(offset..).unwrap_or(&[]);
    if args.keyword_count() > 0 && signature.no_keywords() {
        let name = qualified(rt, def, &args);
        return Err(rt.type_error(format!("{name}() takes no keyword arguments")));
    }
    let maximum = signature.positional as usize;
    if positional.len() > maximum && !signature.var_positional {
        return Err(wrong_count(rt, def, &args, positional.len()));
    }
    for (place, value) in matched.iter_mut().zip(positional.iter().take(maximum)) {
        *place = Some(value);
    }
    let names: Vec<(&'static str, bool)> = parameters(def.text).collect();
    for (name, value) in args.keywords() {
        let text = name.to_rust();
        match names.iter().position(|(n, _)| *n == text) {
            Some(i) if i >= signature.positional_only as usize => {
                if matched[i].is_some() {
                    return Err(rt.type_error(format!(
                        "argument for {}() given by name ('{text}') and position ({})",
                        def.name,
                        i + 1
                    )));
                }
                matched[i] = Some(value);
            }
            _ if signature.var_keyword => {}
            _ => {
                return Err(rt.type_error(format!("{}() got an unexpected keyword argument '{text}'", def.name)));
            }
        }
    }
    for (i, (name, optional)) in names.iter().enumerate() {
        if matched[i].is_none() && !optional {
            if signature.no_keywords() || i < signature.positional_only as usize {
                return Err(wrong_count(rt, def, &args, positional.len()));
            }
            return Err(rt.type_error(format!("{}() missing required argument '{name}' (pos {})", def.name, i + 1)));
        }
    }
    Ok(())
}

/// Too few or too many positional arguments, in the words of the family that the signature belongs to.
#[cold]
fn wrong_count(rt: &mut Runtime, def: &MethodDef, args: &Args<'_>, given: usize) -> Raised {
    let signature = &def.signature;
    let (least, most) = (signature.required.min(signature.positional) as usize, signature.positional as usize);
    let name = def.name;
    if signature.no_keywords() && !signature.var_positional {
        let qualified = qualified(rt, def, args);
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
    if signature.positional_only as usize == most {
        // A positional part followed by keyword-only parameters.
        return if least == most {
            rt.type_error(format!("{name} expected {most} argument{}, got {given}", plural(most)))
        } else if given < least {
            rt.type_error(format!("{name} expected at least {least} argument{}, got {given}", plural(least)))
        } else {
            rt.type_error(format!("{name} expected at most {most} argument{}, got {given}", plural(most)))
        };
    }
    let total = signature.total as usize;
    let kind = if total > most { "positional " } else { "" };
    let bound = if least == most {
        "exactly"
    } else if given < least {
        "at least"
    } else {
        "at most"
    };
    let number = if given < least { least } else { most };
    rt.type_error(format!("{name}() takes {bound} {number} {kind}argument{} ({given} given)", plural(number)))
}
