//! Arguments of constructors (`slots.new`, `slots.init`), which get them as they were passed.

use crate::heap::Object;
use crate::object::{Args, Class, ClassId, Result, Runtime};

/// The positional arguments, between `least` and `most`; keywords are refused.
pub fn positional<'a>(rt: &mut Runtime, name: &str, args: Args<'a>, least: usize, most: usize) -> Result<&'a [Object]> {
    if args.keyword_count() > 0 {
        return Err(rt.type_error(format!("{name}() takes no keyword arguments")));
    }
    let values = args.positional();
    let got = values.len();
    let (bound, number) = match () {
        _ if got < least => ("at least ", least),
        _ if got > most => ("at most ", most),
        _ => return Ok(values),
    };
    let bound = if least == most { "" } else { bound };
    let plural = if number == 1 { "" } else { "s" };
    Err(rt.type_error(format!("{name} expected {bound}{number} argument{plural}, got {got}")))
}

/// The arguments of a builtin's `__new__`, without the keywords if they are meant for the `__init__` that a subclass
/// `class` of the builtin defines.
pub fn without_foreign_keywords<'a>(rt: &Runtime, class: &Class, args: Args<'a>) -> Args<'a> {
    let body = class.get(&rt.heap);
    if args.keyword_count() == 0 || body.def.is_some() {
        return args;
    }
    let init = |class: &Class| class.get(&rt.heap).slots.init.map(|function| function as usize);
    let builtin = body.mro.items().iter().filter_map(Class::from_object).find(|base| base.get(&rt.heap).def.is_some());
    match builtin.is_some_and(|builtin| init(builtin) == init(class)) {
        true => args,
        false => Args::positional_only(args.positional()),
    }
}

/// The arguments of a builtin's `__init__`, without the keywords if they were meant for the `__new__` that the class of
/// `this` defines.
pub fn without_new_keywords<'a>(rt: &Runtime, builtin: ClassId, this: &Object, args: Args<'a>) -> Args<'a> {
    let new = |class: &Class| class.get(&rt.heap).slots.new.map(|function| function as usize);
    let class = rt.class_of(this);
    if args.keyword_count() == 0 || new(class) == new(rt.class(builtin)) {
        return args;
    }
    Args::positional_only(args.positional())
}

/// Arguments that may be given by position or name, all of them optional; `N` parameters.
#[inline]
pub fn matched<'a, const N: usize>(
    rt: &mut Runtime,
    function: &str,
    parameters: &[&str; N],
    args: Args<'a>,
) -> Result<[Option<&'a Object>; N]> {
    matched_from(rt, function, parameters, 0, args)
}

/// [`matched`] where the first `required` parameters must be given; to miss one is graver than to give an unknown one.
#[inline]
pub fn matched_from<'a, const N: usize>(
    rt: &mut Runtime,
    function: &str,
    parameters: &[&str; N],
    required: usize,
    args: Args<'a>,
) -> Result<[Option<&'a Object>; N]> {
    match args.by_place(required, N) {
        Some(places) => Ok(places),
        None => match_names(rt, function, parameters, required, args),
    }
}

#[inline(never)]
fn match_names<'a, const N: usize>(
    rt: &mut Runtime,
    function: &str,
    parameters: &[&str; N],
    required: usize,
    args: Args<'a>,
) -> Result<[Option<&'a Object>; N]> {
    let values = args.positional();
    let total = args.values.len();
    if total > N {
        let kind = if args.keyword_count() == 0 { "" } else { "keyword " };
        let kind = if values.is_empty() { kind } else { "" };
        return Err(rt.type_error(format!(
            "{function}() takes at most {N} {kind}argument{} ({total} given)",
            if N == 1 { "" } else { "s" }
        )));
    }
    let (mut places, mut unknown) = ([None; N], None);
    for (place, value) in places.iter_mut().zip(values) {
        *place = Some(value);
    }
    for (name, value) in args.keywords() {
        let Some(i) = parameters.iter().position(|parameter| name.equals_text(parameter)) else {
            unknown = unknown.or(Some(name.to_rust().into_owned()));
            continue;
        };
        if places[i].is_some() {
            let (name, place) = (parameters[i], i + 1);
            return Err(
                rt.type_error(format!("argument for {function}() given by name ('{name}') and position ({place})"))
            );
        }
        places[i] = Some(value);
    }
    for (i, name) in parameters.iter().enumerate().take(required) {
        if places[i].is_none() {
            return Err(rt.type_error(format!("{function}() missing required argument '{name}' (pos {})", i + 1)));
        }
    }
    match unknown {
        Some(name) => {
            let hint = crate::base::suggest::hint(&name, parameters);
            Err(rt.type_error(format!("{function}() got an unexpected keyword argument '{name}'{hint}")))
        }
        None => Ok(places),
    }
}
