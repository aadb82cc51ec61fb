//! UTF-8.

use super::{Decoding, Encoding, Problem, Replacement, is_surrogate};
use crate::base::text::builder::{TextBuf, TextBuilder};
use crate::base::text::unit::{CodeUnit, TextRef};

/// Decodes.
pub(super) fn decode<E>(bytes: &[u8], last: bool, handler: Decoding<'_, E>) -> Result<(TextBuf, usize), E> {
    if let Some(text) = decode_valid(bytes) {
        return Ok((text, bytes.len()));
    }
    let mut position = 0;
    let mut target = TextBuilder::new();
    loop {
        let rest = &bytes[position..];
        let (valid, bad) = match std::str::from_utf8(rest) {
            Ok(text) => {
                target.push_str(text);
                return Ok((target.finish(), bytes.len()));
            }
            Err(error) => (error.valid_up_to(), error.error_len()),
        };
        target.push_str(std::str::from_utf8(&rest[..valid]).unwrap_or_default());
        let start = position + valid;
        // The library cuts ill-formed sequences as CPython does: at the longest valid beginning.
        let (end, reason) = match (bad, bytes[start]) {
            (None, _) if !last => return Ok((target.finish(), start)),
            (None, _) => (bytes.len(), "unexpected end of data"),
            // It may become a surrogate, which a handler lets pass.
            (Some(_), 0xed) if !last && matches!(bytes[start..], [_, 0xa0..0xc0]) => {
                return Ok((target.finish(), start));
            }
            (Some(length), 0xc2..=0xf4) => (start + length, "invalid continuation byte"),
            (Some(length), _) => (start + length, "invalid start byte"),
        };
        let problem = Problem { encoding: "utf-8", start, end, reason };
        position = handler(problem, &mut target)?.min(bytes.len());
    }
}

/// Decodes what is valid throughout, the usual case, in one pass; else `None`.
fn decode_valid(bytes: &[u8]) -> Option<TextBuf> {
    // The largest byte of valid text is a lead byte and tells the widest code point's range.
    Some(match bytes.iter().fold(0u8, |largest, &byte| largest.max(byte)) {
        0..0x80 => TextBuf::Ascii(bytes.to_vec()),
        0x80..0xc4 => TextBuf::Latin1(decode_units(bytes)?),
        0xc4..0xf0 => TextBuf::Ucs2(decode_units(bytes)?),
        _ => TextBuf::Ucs4(decode_units(bytes)?),
    })
}

fn decode_units<U: CodeUnit>(bytes: &[u8]) -> Option<Vec<U>> {
    let text = std::str::from_utf8(bytes).ok()?;
    let mut units = vec![U::default(); text.chars().count()];
    for (slot, c) in units.iter_mut().zip(text.chars()) {
        *slot = U::cut(c.into());
    }
    Some(units)
}

/// Units that are encoded at a time.
const STRETCH: usize = 64;

/// Writes one code point, surrogates too, to the beginning of a buffer; gives its length.
#[inline(always)]
fn write(buffer: &mut [u8; 4], code: u32) -> usize {
    let tail = |shift: u32| 0x80 | (code >> shift & 0x3f) as u8;
    match code {
        0..0x80 => {
            buffer[0] = code as u8;
            1
        }
        0x80..0x800 => {
            (buffer[0], buffer[1]) = (0xc0 | (code >> 6) as u8, tail(0));
            2
        }
        0x800..0x10000 => {
            (buffer[0], buffer[1], buffer[2]) = (0xe0 | (code >> 12) as u8, tail(6), tail(0));
            3
        }
        _ => {
            *buffer = [0xf0 | (code >> 18) as u8, tail(12), tail(6), tail(0)];
            4
        }
    }
}

/// Appends one code point, surrogates too.
#[inline]
pub(super) fn push(target: &mut Vec<u8>, code: u32) {
    let mut buffer = [0; 4];
    let length = write(&mut buffer, code);
    target.extend_from_slice(&buffer[..length]);
}

/// Appends the text.
pub(super) fn encode<E: From<Problem>>(
    text: TextRef<'_>,
    target: &mut Vec<u8>,
    handler: Encoding<'_, E>,
) -> Result<(), E> {
    match text {
        TextRef::Ascii(units) => target.extend_from_slice(units),
        TextRef::Latin1(units) => {
            target.reserve(units.iter().filter(|&&unit| unit >= 0x80).count() + units.len());
            units.iter().for_each(|&unit| push(target, unit.into()));
        }
        TextRef::Ucs2(units) => encode_units(units, target, handler)?,
        TextRef::Ucs4(units) => encode_units(units, target, handler)?,
    }
    Ok(())
}

fn encode_units<U: CodeUnit, E: From<Problem>>(
    units: &[U],
    target: &mut Vec<u8>,
    handler: Encoding<'_, E>,
) -> Result<(), E> {
    target.reserve(units.len() * 2);
    let mut position = 0;
    while position < units.len() {
        // By stretches through a buffer that is always large enough.
        let stretch = &units[position..units.len().min(position + STRETCH)];
        let mut buffer = [0u8; 4 * STRETCH];
        let (mut filled, mut done) = (0, 0);
        for unit in stretch {
            let code = unit.code();
            let Some(place) = buffer[filled..].first_chunk_mut::<4>().filter(|_| !is_surrogate(code)) else { break };
            filled += write(place, code);
            done += 1;
        }
        target.extend_from_slice(&buffer[..filled]);
        position += done;
        if done == stretch.len() {
            continue;
        }
        let run = units[position..].iter().take_while(|unit| is_surrogate(unit.code())).count();
        let problem =
            Problem { encoding: "utf-8", start: position, end: position + run, reason: "surrogates not allowed" };
        let (replacement, next) = handler(problem)?;
        match replacement {
            Replacement::Bytes(bytes) => target.extend_from_slice(&bytes),
            Replacement::Text(text) if text.as_ref().codes().any(is_surrogate) => return Err(problem.into()),
            Replacement::Text(text) => text.as_ref().codes().for_each(|code| push(target, code)),
        }
        position = next.min(units.len());
    }
    Ok(())
}
