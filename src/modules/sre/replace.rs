//! `sub`, `subn`, `Match.expand`: replacing by a text, a template or what a function gives.

use super::cache::pattern_error;
use super::matched::{self, Match};
use super::pattern::{Pattern, with_scratch};
use super::subject::{match_error, not_text, slice, subject, units};
use crate::base::regex::{Method, Piece, Scanner, Subject, Template};
use crate::base::watch::STRETCH;
use crate::heap::{HeapVec, Object, Opaque};
use crate::layout::{BytesBody, Str, StrBody, StrBuilder, Units};
use crate::object::{Result, Runtime};
use std::sync::Arc;

/// Added to the index of a template's literal.
pub const LITERAL: u32 = 1 << 31;

/// The result as it grows. A part of the wrong type is an error, but only at the end: what is called is called for
/// every match.
struct Output {
    text: StrBuilder,
    bytes: Vec<u8>,
    is_text: bool,
    /// Parts so far.
    items: usize,
    misfit: Option<(usize, String)>,
}

impl Output {
    fn new(is_text: bool) -> Output {
        Output { text: StrBuilder::new(), bytes: Vec::new(), is_text, items: 0, misfit: None }
    }

    /// A part of the subject.
    #[inline]
    fn push_range(&mut self, rt: &Runtime, string: &Object, from: usize, to: usize) -> Result<()> {
        if let Some(text) = string.cast::<StrBody>() {
            return Ok(self.text.push_units(&rt.heap, text.units().slice(from..to))?);
        }
        if let Some(bytes) = string.cast::<BytesBody>() {
            self.bytes.extend_from_slice(&bytes.as_slice()[from..to]);
        }
        Ok(())
    }

    /// A part that is an object of its own.
    #[inline]
    fn push(&mut self, rt: &Runtime, part: &Object) -> Result<()> {
        match (self.is_text, part.cast::<StrBody>(), part.cast::<BytesBody>()) {
            (true, Some(text), _) => self.text.push_string(&rt.heap, text)?,
            (false, _, Some(bytes)) => self.bytes.extend_from_slice(bytes.as_slice()),
            _ => {
                if self.misfit.is_none() {
                    self.misfit = Some((self.items, rt.type_name(part)));
                }
            }
        }
        Ok(())
    }

    fn finish(self, rt: &mut Runtime) -> Result {
        if let Some((index, got)) = self.misfit {
            let expected = if self.is_text { "str instance" } else { "a bytes-like object" };
            return Err(rt.type_error(format!("sequence item {index}: expected {expected}, {got} found")));
        }
        if self.is_text {
            return Ok(self.text.finish(&rt.heap, &rt.strings)?.into());
        }
        Ok(rt.bytes.copy(&rt.heap, &self.bytes)?.into())
    }
}

/// What takes the place of a match.
enum Replacement {
    Literal(Object),
    Template { parts: Arc<[u32]>, literals: Vec<Object> },
    Function(Object),
}

fn has_backslash(subject: Subject<'_>) -> bool {
    match subject {
        Subject::Narrow(units) => memchr::memchr(b'\\', units).is_some(),
        Subject::Wide(units) => units.contains(&b'\\'.into()),
        Subject::Widest(units) => units.contains(&b'\\'.into()),
    }
}

/// The characters of a template, of which there may be very many.
fn widened<U: Copy + Into<u32>>(rt: &Runtime, units: &[U]) -> Result<Vec<u32>> {
    let mut text = Vec::with_capacity(units.len());
    for part in units.chunks(STRETCH) {
        rt.heap.go_on()?;
        text.extend(part.iter().map(|&unit| unit.into()));
    }
    Ok(text)
}

/// The parts of a template for `pattern`; the one that was read last is kept with the pattern.
fn template(rt: &mut Runtime, pattern: &Pattern, source: &Object) -> Result<Replacement> {
    let body = pattern.get(&rt.heap);
    if body.template.is(source) {
        return Ok(Replacement::Template {
            parts: Arc::clone(&body.template_groups),
            literals: body.literals.to_vec(),
        });
    }
    let (text, is_text): (Vec<u32>, bool) = match units(source) {
        Some((Subject::Narrow(units), is_text)) => (widened(rt, units)?, is_text),
        Some((Subject::Wide(units), _)) => (widened(rt, units)?, true),
        Some((Subject::Widest(units), _)) => (widened(rt, units)?, true),
        None => return Err(not_text(rt, source)),
    };
    let regex = Arc::clone(&body.regex);
    let read = match Template::new(&text, is_text, &regex, &|| rt.interrupt_waits()) {
        Ok(read) => read,
        Err(error) => return Err(pattern_error(rt, error, source)),
    };
    let (mut parts, mut literals) = (Vec::new(), Vec::new());
    for piece in read.pieces {
        match piece {
            Piece::Group(group) => parts.push(group as u32),
            Piece::Literal(units) => {
                parts.push(LITERAL | literals.len() as u32);
                literals.push(if is_text {
                    Str::from_units(&rt.heap, Units::Four(&units))?.into()
                } else {
                    let bytes: Vec<u8> = units.iter().map(|&unit| unit as u8).collect();
                    Object::from(rt.bytes.copy(&rt.heap, &bytes)?)
                });
            }
        }
    }
    if is_text != regex.is_text() && literals.is_empty() {
        // Refused where the parts are joined, as literals of the wrong kind are.
        parts.insert(0, LITERAL);
        literals.push(super::subject::empty(rt, source)?);
    }
    let parts: Arc<[u32]> = parts.into();
    let kept = HeapVec::from_exact(&rt.heap, literals.iter().cloned())?;
    let body = pattern.get_mut(&mut rt.heap).0;
    let old = (std::mem::replace(&mut body.template, source.clone()), std::mem::replace(&mut body.literals, kept));
    body.template_groups = Opaque(Arc::clone(&parts));
    drop(old);
    Ok(Replacement::Template { parts, literals })
}

fn replacement(rt: &mut Runtime, pattern: &Pattern, source: &Object) -> Result<Replacement> {
    if rt.class_of(source).get(&rt.heap).slots.call.is_some() {
        return Ok(Replacement::Function(source.clone()));
    }
    match units(source) {
        Some((text, _)) if !has_backslash(text) => Ok(Replacement::Literal(source.clone())),
        Some(_) => template(rt, pattern, source),
        None => {
            // Templates are looked up among those known, first of all.
            rt.hash(source)?;
            let got = rt.type_name(source);
            Err(rt.type_error(format!("decoding to str: need a bytes-like object, {got} found")))
        }
    }
}

/// `Pattern.sub`: the new text and how often something was replaced. `count` of 0 means all.
pub fn substitute(
    rt: &mut Runtime,
    pattern: &Pattern,
    repl: &Object,
    string: &Object,
    count: isize,
) -> Result<(Object, usize)> {
    let by = replacement(rt, pattern, repl)?;
    let text = subject(rt, pattern, string)?;
    with_scratch(rt, pattern, |rt, regex, scratch| {
        let mut output = Output::new(regex.is_text());
        let mut scanner = Scanner::new(0, text.len());
        let (mut done, mut times) = (0, 0);
        while count == 0 || times < count {
            rt.check_interrupts()?;
            let heap = &rt.heap;
            match scanner.next(regex, text, Method::Search, scratch, &mut || heap.interrupt_waits()) {
                Ok(true) => {}
                Ok(false) => break,
                Err(error) => return Err(match_error(rt, error)),
            }
            let (from, to) = scratch.group(0).unwrap_or_default();
            if done < from {
                output.push_range(rt, string, done, from)?;
                output.items += 1;
            }
            match &by {
                Replacement::Literal(literal) => output.push(rt, literal)?,
                Replacement::Template { parts, literals } => {
                    for &part in parts.iter() {
                        if part & LITERAL != 0 {
                            output.push(rt, &literals[(part & !LITERAL) as usize])?;
                        } else if let Some((from, to)) = scratch.group(part as usize) {
                            output.push_range(rt, string, from, to)?;
                        }
                    }
                }
                Replacement::Function(function) => {
                    let found = matched::make(rt, pattern, string, scratch, 0, text.len())?;
                    let part = rt.call(function, &[found.into()])?;
                    if !part.is_none() {
                        output.push(rt, &part)?;
                    }
                }
            }
            output.items += 1;
            done = to;
            times += 1;
        }
        if times == 0 {
            return Ok((slice(rt, string, 0, text.len())?, 0));
        }
        if done < text.len() {
            output.push_range(rt, string, done, text.len())?;
        }
        Ok((output.finish(rt)?, times as usize))
    })
}

/// `Match.expand`.
pub fn expand(rt: &mut Runtime, this: &Match, source: &Object) -> Result {
    let body = this.get(&rt.heap);
    let (pattern, string) = (body.pattern.clone(), body.string.clone());
    let Replacement::Template { parts, literals } = template(rt, &pattern, source)? else {
        return Ok(source.clone());
    };
    let is_text = pattern.get(&rt.heap).regex.is_text();
    let mut output = Output::new(is_text);
    for &part in parts.iter() {
        if part & LITERAL != 0 {
            output.push(rt, &literals[(part & !LITERAL) as usize])?;
        } else if let Some((from, to)) = this.get(&rt.heap).span(part as usize) {
            output.push_range(rt, &string, from, to)?;
        }
        output.items += 1;
    }
    output.finish(rt)
}
