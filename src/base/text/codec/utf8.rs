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

/// Decodes into units that hold every code point of the bytes, checking as it goes.
fn decode_units<U: CodeUnit>(bytes: &[u8]) -> Option<Vec<U>> {
    // Sums of bytes are vectorised.
    let starts = |part: &[u8]| part.iter().fold(0u8, |count, &byte| count + u8::from(byte & 0xc0 != 0x80));
    let count: usize = bytes.chunks(255).map(|part| usize::from(starts(part))).sum();
    let mut units = vec![U::default(); count];
    let (mut filled, mut at, mut run) = (0, 0, 0);
    let bits = |byte: u8| u32::from(byte & 0x3f);
    let goes_on = |byte: u8| byte & 0xc0 == 0x80;
    while filled < units.len() {
        let first = *bytes.get(at)?;
        if first < 0x80 {
            units[filled] = U::cut(first.into());
            (filled, at, run) = (filled + 1, at + 1, run + 1);
            if run == 8 {
                // There may be many more.
                run = 0;
                let plain = copy_plain(&mut units[filled..], &bytes[at..]);
                (filled, at) = (filled + plain, at + plain);
            }
            continue;
        }
        run = 0;
        let second = *bytes.get(at + 1)?;
        let code = if first < 0xe0 {
            if first < 0xc2 || !goes_on(second) {
                return None;
            }
            at += 2;
            u32::from(first & 0x1f) << 6 | bits(second)
        } else {
            let third = *bytes.get(at + 2)?;
            let code = u32::from(first & 0xf) << 12 | bits(second) << 6 | bits(third);
            if !(goes_on(second) & goes_on(third)) {
                return None;
            }
            if first < 0xf0 {
                if code < 0x800 || is_surrogate(code) {
                    return None;
                }
                at += 3;
                code
            } else {
                let fourth = *bytes.get(at + 3)?;
                let code = u32::from(first & 7) << 18 | (code & 0xfff) << 6 | bits(fourth);
                if first >= 0xf5 || !goes_on(fourth) || !(0x10000..0x11_0000).contains(&code) {
                    return None;
                }
                at += 4;
                code
            }
        };
        units[filled] = U::cut(code);
        filled += 1;
    }
    (at == bytes.len()).then_some(units)
}

/// Copies ASCII characters from the beginning of `bytes`, by eights. Gives their number.
#[inline]
fn copy_plain<U: CodeUnit>(units: &mut [U], bytes: &[u8]) -> usize {
    let mut count = 0;
    while let (Some(places), Some(stretch)) = (units[count..].first_chunk_mut::<8>(), bytes[count..].first_chunk::<8>())
        && u64::from_ne_bytes(*stretch) & 0x8080_8080_8080_8080 == 0
    {
        for i in 0..8 {
            places[i] = U::cut(stretch[i].into());
        }
        count += 8;
    }
    count
}

/// Units that are encoded at a time where a surrogate is among them.
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
        TextRef::Latin1(units) => encode_units(units, target, handler)?,
        TextRef::Ucs2(units) => encode_units(units, target, handler)?,
        TextRef::Ucs4(units) => encode_units(units, target, handler)?,
    }
    Ok(())
}

/// The number of bytes that the units take; `None` if there are surrogates.
fn encoded_length<U: CodeUnit>(units: &[U]) -> Option<usize> {
    let mut length = 0;
    for part in units.chunks(1 << 12) {
        // Small sums without branches are vectorised.
        let (mut extra, mut surrogates) = (0u16, 0u16);
        for unit in part {
            let code = unit.code();
            extra += u16::from(code >= 0x80) + u16::from(code >= 0x800) + u16::from(code >= 0x10000);
            surrogates |= u16::from(is_surrogate(code));
        }
        if surrogates != 0 {
            return None;
        }
        length += part.len() + usize::from(extra);
    }
    Some(length)
}

/// The number of bytes that the text takes; `None` if there are surrogates.
pub fn utf8_length(text: TextRef<'_>) -> Option<usize> {
    match text {
        TextRef::Ascii(units) => Some(units.len()),
        TextRef::Latin1(units) => encoded_length(units),
        TextRef::Ucs2(units) => encoded_length(units),
        TextRef::Ucs4(units) => encoded_length(units),
    }
}

/// Writes text without surrogates to exactly as many bytes as it takes.
pub fn write_utf8(text: TextRef<'_>, target: &mut [u8]) {
    match text {
        TextRef::Ascii(units) => target.copy_from_slice(units),
        TextRef::Latin1(units) => write_units(units, target),
        TextRef::Ucs2(units) => write_units(units, target),
        TextRef::Ucs4(units) => write_units(units, target),
    }
}

/// The bytes of a character as a little-endian number, and how many bits that has.
#[inline(always)]
fn encoded(code: u32) -> (u64, u32) {
    let tail = |shift: u32| 0x80 | (code >> shift & 0x3f) as u64;
    if code < 0x80 {
        (code.into(), 8)
    } else if code < 0x800 {
        (0xc0 | (code >> 6) as u64 | tail(0) << 8, 16)
    } else if code < 0x10000 {
        (0xe0 | (code >> 12) as u64 | tail(6) << 8 | tail(0) << 16, 24)
    } else {
        (0xf0 | (code >> 18) as u64 | tail(12) << 8 | tail(6) << 16 | tail(0) << 24, 32)
    }
}

/// Writes units without surrogates, for whose bytes there is room: two at a time, whose bytes fit into a word.
fn write_units<U: CodeUnit>(units: &[U], target: &mut [u8]) {
    let (pairs, _) = units.as_chunks::<2>();
    let (mut at, mut done) = (0, 0);
    for [first, second] in pairs {
        let Some(place) = target.get_mut(at..).and_then(<[u8]>::first_chunk_mut) else { break };
        let (head, bits) = encoded(first.code());
        let (tail, more) = encoded(second.code());
        // What is too much is written over by the next.
        *place = (head | tail << bits).to_le_bytes();
        at += ((bits + more) / 8) as usize;
        done += 2;
    }
    for unit in &units[done..] {
        let (bytes, bits) = encoded(unit.code());
        let length = (bits / 8) as usize;
        let Some(place) = target.get_mut(at..at + length) else { return };
        place.copy_from_slice(&bytes.to_le_bytes()[..length]);
        at += length;
    }
}

fn encode_units<U: CodeUnit, E: From<Problem>>(
    units: &[U],
    target: &mut Vec<u8>,
    handler: Encoding<'_, E>,
) -> Result<(), E> {
    if let Some(length) = encoded_length(units) {
        let start = target.len();
        target.resize(start + length, 0);
        write_units(units, &mut target[start..]);
        return Ok(());
    }
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
