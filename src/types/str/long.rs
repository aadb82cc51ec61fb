//! Long texts part by part, so that Ctrl-C ends what is done with them.

use super::text::{self, Text};
use crate::base::text as algorithms;
use crate::base::text::{TextBuf, TextBuilder, TextRef};
use crate::base::watch::{LONG_STRETCH, STRETCH};
use crate::layout::{Str, StrBuilder};
use crate::object::{Result, Runtime};

/// Whether a text is long enough for this.
pub(super) fn is_long(text: &Str) -> bool {
    text.len() > LONG_STRETCH
}

/// Calls `each` with the text part by part, until it says false. Whether it never did.
pub fn in_parts<'a>(
    rt: &Runtime,
    text: TextRef<'a>,
    mut each: impl FnMut(TextRef<'a>) -> Result<bool>,
) -> Result<bool> {
    let len = text.len();
    for start in (0..len).step_by(STRETCH) {
        if !each(text.slice(start..len.min(start + STRETCH)))? {
            return Ok(false);
        }
        rt.heap.go_on()?;
    }
    Ok(true)
}

/// `islower` and the like, by a test for whole texts: something is cased, and all that is cased is of the one case.
pub(super) fn is_of_case(rt: &Runtime, text: TextRef<'_>, test: fn(TextRef<'_>) -> bool) -> Result<bool> {
    let mut found = false;
    let good = in_parts(rt, text, |part| {
        let passes = test(part);
        found |= passes;
        Ok(passes || !part.codes().any(algorithms::is_cased))
    })?;
    Ok(good && found)
}

pub(super) fn is_title(rt: &Runtime, text: TextRef<'_>) -> Result<bool> {
    let mut state = algorithms::TitleState::default();
    Ok(in_parts(rt, text, |part| Ok(state.accepts(part)))? && state.found)
}

pub(super) fn is_identifier(rt: &Runtime, text: TextRef<'_>) -> Result<bool> {
    let begins = text.get(0).is_some_and(algorithms::is_xid_start);
    Ok(begins && in_parts(rt, text, |part| Ok(part.codes().all(algorithms::is_xid_continue)))?)
}

/// What the mapping of a letter depends on besides itself.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Context {
    /// Nothing.
    Letter,
    /// A capital sigma's lower case: whether cased letters stand around it.
    Sigma,
    /// Whether a cased letter stands before it, and for a sigma behind it.
    Word,
}

/// A case mapping.
pub(super) fn mapped(rt: &Runtime, this: &Str, context: Context, map: fn(TextRef<'_>) -> TextBuf) -> Result<Str> {
    let (text, len) = (this.text(), this.len());
    let mut builder = StrBuilder::with_capacity(&rt.heap, len)?;
    let mut start = 0;
    while start < len {
        rt.heap.go_on()?;
        let mut end = len.min(start + STRETCH);
        while end < len && !may_part(text, end, context) {
            end += 1;
            if end.is_multiple_of(STRETCH) {
                rt.heap.go_on()?;
            }
        }
        builder.push_units(&rt.heap, text::units(map(text.slice(start..end)).as_ref()))?;
        start = end;
    }
    Ok(builder.finish(&rt.heap, &rt.strings)?)
}

/// Whether what lies before `at` and what begins there can be mapped each for itself.
fn may_part(text: TextRef<'_>, at: usize, context: Context) -> bool {
    let (before, after) = (text.get(at - 1).unwrap_or(0), text.get(at).unwrap_or(0));
    let is_sigma = |code: u32| matches!(code, 0x3a3 | 0x3c2 | 0x3c3);
    // Of the letters that say what becomes of a sigma, those next to it that are no marks count.
    let settles = |code: u32| {
        let letter = algorithms::is_cased(code) && !algorithms::is_case_ignorable(code) && !is_sigma(code);
        letter || matches!(code, 9 | 10 | 32)
    };
    match context {
        Context::Letter => true,
        Context::Sigma if matches!(text, TextRef::Ascii(_)) => true,
        Context::Sigma => settles(before) && settles(after),
        Context::Word => matches!(before, 9 | 10 | 32),
    }
}

/// `repr` of a text.
pub(super) fn repr(rt: &Runtime, this: &Str) -> Result<Str> {
    let text = this.text();
    let quote = algorithms::quote_watched(text, &|| rt.interrupt_waits())?;
    let mut builder = StrBuilder::with_capacity(&rt.heap, text.len() + 2)?;
    builder.push(&rt.heap, quote.into())?;
    in_parts(rt, text, |part| {
        let mut target = TextBuilder::with_capacity(part.len());
        algorithms::push_escaped(&mut target, part, quote.into(), false);
        builder.push_units(&rt.heap, text::units(target.as_ref()))?;
        Ok(true)
    })?;
    builder.push(&rt.heap, quote.into())?;
    Ok(builder.finish(&rt.heap, &rt.strings)?)
}

/// `expandtabs`: the text in pieces, each with the column at which it begins.
pub(super) fn expand_tabs(rt: &mut Runtime, this: &Str, size: i64, longest: usize) -> Result<Str> {
    let mut builder = StrBuilder::with_capacity(&rt.heap, this.len())?;
    let (text, mut column, mut fits) = (this.text(), 0, true);
    in_parts(rt, text, |part| {
        match algorithms::expand_tabs_from(part, size, longest - builder.len().min(longest), &mut column) {
            Ok(expanded) => builder.push_units(&rt.heap, text::units(expanded.as_ref()))?,
            Err(_) => fits = false,
        }
        Ok(fits)
    })?;
    match fits {
        true => Ok(builder.finish(&rt.heap, &rt.strings)?),
        false => Err(rt.overflow_error("new string is too long")),
    }
}
