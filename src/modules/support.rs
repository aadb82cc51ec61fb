//! What several native modules need: arguments of constructors, callability, small slots.

use crate::heap::Object;
use crate::object::{Args, Result, Runtime};

/// Whether the object can be called.
pub fn is_callable(rt: &Runtime, object: &Object) -> bool {
    rt.class_of(object).get(&rt.heap).slots.call.is_some()
}

/// Up to this number joined arguments need no buffer of their own.
const FEW: usize = 6;

/// Calls `body` with the objects of both slices in one.
#[inline]
pub fn with_joined<T>(first: &[Object], second: &[Object], body: impl FnOnce(&[Object]) -> T) -> T {
    match (first, second) {
        ([], _) => return body(second),
        (_, []) => return body(first),
        ([a], [b]) => return body(&[a.clone(), b.clone()]),
        ([a], [b, c]) | ([a, b], [c]) => return body(&[a.clone(), b.clone(), c.clone()]),
        _ => {}
    }
    let (split, len) = (first.len(), first.len() + second.len());
    if len > FEW {
        return body(&[first, second].concat());
    }
    let mut joined = [const { Object::NONE }; FEW];
    joined[..split].clone_from_slice(first);
    joined[split..len].clone_from_slice(second);
    body(&joined[..len])
}

/// Arguments of a constructor that may be given by name: `N` parameters, of which `positional` may be given by position
/// and the first `required` must be given. Errors are those of CPython's argument parser.
#[inline]
pub fn matched<'a, const N: usize>(
    rt: &mut Runtime,
    function: &str,
    parameters: &[&str; N],
    (required, positional): (usize, usize),
    args: Args<'a>,
) -> Result<[Option<&'a Object>; N]> {
    match args.by_place(required, positional) {
        Some(places) => Ok(places),
        None => match_names(rt, function, parameters, (required, positional), args),
    }
}

#[inline(never)]
fn match_names<'a, const N: usize>(
    rt: &mut Runtime,
    function: &str,
    parameters: &[&str; N],
    (required, positional): (usize, usize),
    args: Args<'a>,
) -> Result<[Option<&'a Object>; N]> {
    let (values, total) = (args.positional(), args.values.len());
    let plural = |n: usize| if n == 1 { "" } else { "s" };
    if total > N {
        let kind = if values.is_empty() { "keyword " } else { "" };
        return Err(
            rt.type_error(format!("{function}() takes at most {N} {kind}argument{} ({total} given)", plural(N)))
        );
    }
    if values.len() > positional {
        let bound = if required >= positional { "exactly" } else { "at most" };
        let (got, s) = (values.len(), plural(positional));
        return Err(
            rt.type_error(format!("{function}() takes {bound} {positional} positional argument{s} ({got} given)"))
        );
    }
    let mut places = [None; N];
    for (place, value) in places.iter_mut().zip(values) {
        *place = Some(value);
    }
    let mut misfit = None;
    for (name, value) in args.keywords() {
        match parameters.iter().position(|parameter| name.equals_text(parameter)) {
            Some(i) if places[i].is_none() => places[i] = Some(value),
            Some(i) => {
                let (name, place) = (parameters[i], i + 1);
                misfit = Some(format!("argument for {function}() given by name ('{name}') and position ({place})"));
            }
            None => misfit = Some(format!("{function}() got an unexpected keyword argument '{}'", name.to_rust())),
        }
    }
    if let Some(missing) = places[..required].iter().position(Option::is_none) {
        let (name, place) = (parameters[missing], missing + 1);
        return Err(rt.type_error(format!("{function}() missing required argument '{name}' (pos {place})")));
    }
    match misfit {
        Some(message) => Err(rt.type_error(message)),
        None => Ok(places),
    }
}

/// The slot by which an iterator is its own iterator.
pub fn this_iterator(_: &mut Runtime, this: &Object) -> Result {
    Ok(this.clone())
}

/// Says that an iterator is exhausted: what it held is dropped.
pub fn end<T>(held: Option<T>) -> Result<Option<Object>> {
    drop(held);
    Ok(None)
}
