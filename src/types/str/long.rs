//! Long texts part by part, so that Ctrl-C ends what is done with them.

use super::text::{self, Text};
use crate::base::text as algorithms;
use crate::base::text::{TextBuf, TextBuilder, TextRef};
use crate::base::watch::{LONG_STRETCH, STRETCH};
use crate::layout::{Str, StrBuilder};
use crate::object::{CompareOp, Result, Runtime};

/// Whether a text is long enough for this.
pub(super) fn is_long(text: &Str) -> bool {
    text.len() > LONG_STRETCH
}

/// Whether it is to be looked for Ctrl-C while two texts are compared.
#[inline]
pub fn are_long(a: &Str, b: &Str) -> bool {
    a.len().min(b.len()) > LONG_STRETCH
}

/// Compares two long texts.
pub(super) fn compare(rt: &Runtime, a: &Str, b: &Str, op: CompareOp) -> Result<bool> {
    let decided = match op {
        CompareOp::Equal | CompareOp::NotEqual if a.len() != b.len() || a.is(b) => Some(a.is(b)),
        _ => None,
    };
    Ok(match decided {
        Some(equal) => equal == matches!(op, CompareOp::Equal),
        None => op.test(a.text().compare_watched(b.text(), &|| rt.interrupt_waits())?),
    })
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

/// A case mapping of a text in parts. With `in_words` it looks at the letters around a letter: each part is mapped between
/// others that stand for what lies before and behind it.
pub(super) fn mapped(rt: &Runtime, this: &Str, in_words: bool, map: fn(TextRef<'_>) -> TextBuf) -> Result<Str> {
    let (text, len) = (this.text(), this.len());
    let mut builder = StrBuilder::with_capacity(&rt.heap, len)?;
    let (mut before, mut behind) = (NO_LETTER, Behind::default());
    for start in (0..len).step_by(STRETCH) {
        rt.heap.go_on()?;
        let part = text.slice(start..len.min(start + STRETCH));
        if !in_words {
            builder.push_units(&rt.heap, text::units(map(part).as_ref()))?;
            continue;
        }
        let mut around = TextBuilder::with_capacity(part.len() + 3);
        if start > 0 {
            around.push(before);
            around.push(text.get(start - 1).unwrap_or(NO_LETTER));
        }
        let front = map(around.as_ref()).as_ref().len();
        around.push_text(part);
        around.push(behind.find(rt, text, start + part.len())?);
        let result = map(around.as_ref());
        let result = result.as_ref();
        builder.push_units(&rt.heap, text::units(result.slice(front..result.len() - 1)))?;
        if let Some(last) = part.codes().rev().find(is_seen) {
            before = stand_in(last);
        }
    }
    Ok(builder.finish(&rt.heap, &rt.strings)?)
}

/// What stands for letters that have no case; it is mapped to itself.
const NO_LETTER: u32 = ' ' as u32;

/// A letter that is mapped to one letter, cased if `code` is.
fn stand_in(code: u32) -> u32 {
    if algorithms::is_cased(code) { 'a' as u32 } else { NO_LETTER }
}

/// Whether a letter counts for a sigma beside it, or beside marks next to it.
fn is_seen(code: &u32) -> bool {
    !algorithms::is_case_ignorable(*code)
}

/// The next letter that counts for a sigma.
struct Behind {
    at: usize,
    letter: u32,
}

impl Default for Behind {
    fn default() -> Behind {
        Behind { at: 0, letter: NO_LETTER }
    }
}

impl Behind {
    /// What stands for the first one from `from` on; each look begins behind the one before, or where that one ended.
    fn find(&mut self, rt: &Runtime, text: TextRef<'_>, from: usize) -> Result<u32> {
        if self.at < from {
            (self.at, self.letter) = (from, NO_LETTER);
            in_parts(rt, text.slice(from..text.len()), |part| match part.codes().position(|code| is_seen(&code)) {
                Some(index) => {
                    self.at += index;
                    self.letter = text.get(self.at).map_or(NO_LETTER, stand_in);
                    Ok(false)
                }
                None => {
                    self.at += part.len();
                    Ok(true)
                }
            })?;
        }
        Ok(self.letter)
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
