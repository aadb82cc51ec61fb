//! UTF-16 and UTF-32.

use super::{Codec, Decoding, Encoding, Order, Problem, Replacement, is_surrogate};
use crate::base::text::builder::{TextBuf, TextBuilder};
use crate::base::text::unit::{CodeUnit, TextRef};
use crate::with_units;

/// Whether units are big-endian, and how many bytes of mark to skip.
fn byte_order(order: Order, bytes: &[u8], little_mark: &[u8]) -> (bool, usize) {
    match order {
        Order::Little => (false, 0),
        Order::Big => (true, 0),
        Order::Marked if bytes.starts_with(little_mark) => (false, little_mark.len()),
        Order::Marked => {
            let big =
                bytes.len() >= little_mark.len() && bytes.iter().zip(little_mark.iter().rev()).all(|(a, b)| a == b);
            (big, if big { little_mark.len() } else { 0 })
        }
    }
}

fn unit16(bytes: &[u8], position: usize, big: bool) -> Option<u32> {
    let pair = [*bytes.get(position)?, *bytes.get(position + 1)?];
    Some(if big { u16::from_be_bytes(pair) } else { u16::from_le_bytes(pair) }.into())
}

/// How many units are looked at for what they are before they are converted.
const BATCH: usize = 256;

/// The first units, up to the first surrogate; no more than a batch.
fn plain_units16(bytes: &[u8], big: bool) -> Vec<u16> {
    let (pairs, _) = bytes[..bytes.len().min(2 * BATCH)].as_chunks::<2>();
    let mut units: Vec<u16> = match big {
        true => pairs.iter().map(|&pair| u16::from_be_bytes(pair)).collect(),
        false => pairs.iter().map(|&pair| u16::from_le_bytes(pair)).collect(),
    };
    units.truncate(clean(&units));
    units
}

/// The first units, up to the first one that is no character; no more than a batch.
fn plain_units32(bytes: &[u8], big: bool) -> Vec<u32> {
    let (units, _) = bytes[..bytes.len().min(4 * BATCH)].as_chunks::<4>();
    let mut units: Vec<u32> = match big {
        true => units.iter().map(|&unit| u32::from_be_bytes(unit)).collect(),
        false => units.iter().map(|&unit| u32::from_le_bytes(unit)).collect(),
    };
    let is_bad = |unit: u32| is_surrogate(unit) | (unit > 0x10ffff);
    if units.iter().fold(false, |any, &unit| any | is_bad(unit)) {
        units.truncate(units.iter().take_while(|&&unit| !is_bad(unit)).count());
    }
    units
}

/// Decodes UTF-16.
pub(super) fn decode_utf16<E>(
    bytes: &[u8],
    order: Order,
    last: bool,
    handler: Decoding<'_, E>,
) -> Result<(TextBuf, usize), E> {
    let (big, mut position) = byte_order(order, bytes, b"\xff\xfe");
    let encoding = if big { "utf-16-be" } else { "utf-16-le" };
    let mut target = TextBuilder::with_capacity(bytes.len() / 2);
    while position < bytes.len() {
        let plain = plain_units16(&bytes[position..], big);
        if !plain.is_empty() {
            position += 2 * plain.len();
            target.push_text(TextRef::Ucs2(&plain));
            continue;
        }
        let (end, reason) = match unit16(bytes, position, big) {
            None if !last => break,
            None => (bytes.len(), "truncated data"),
            Some(0xdc00..0xe000) => (position + 2, "illegal encoding"),
            Some(high @ 0xd800..0xdc00) => match unit16(bytes, position + 2, big) {
                Some(low @ 0xdc00..0xe000) => {
                    target.push(0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00));
                    position += 4;
                    continue;
                }
                Some(_) => (position + 2, "illegal UTF-16 surrogate"),
                None if !last => break,
                None => (bytes.len(), "unexpected end of data"),
            },
            Some(code) => {
                target.push(code);
                position += 2;
                continue;
            }
        };
        let problem = Problem { encoding, start: position, end, reason };
        position = handler(problem, &mut target)?.min(bytes.len());
    }
    Ok((target.finish(), position))
}

/// Decodes UTF-32.
pub(super) fn decode_utf32<E>(
    bytes: &[u8],
    order: Order,
    last: bool,
    handler: Decoding<'_, E>,
) -> Result<(TextBuf, usize), E> {
    let (big, mut position) = byte_order(order, bytes, b"\xff\xfe\0\0");
    let encoding = if big { "utf-32-be" } else { "utf-32-le" };
    let mut target = TextBuilder::with_capacity(bytes.len() / 4);
    while position < bytes.len() {
        let plain = plain_units32(&bytes[position..], big);
        if !plain.is_empty() {
            position += 4 * plain.len();
            target.push_text(TextRef::Ucs4(&plain));
            continue;
        }
        let (end, reason) = match bytes[position..].first_chunk::<4>() {
            None if !last => break,
            None => (bytes.len(), "truncated data"),
            Some(unit) => match if big { u32::from_be_bytes(*unit) } else { u32::from_le_bytes(*unit) } {
                0xd800..0xe000 => (position + 4, "code point in surrogate code point range(0xd800, 0xe000)"),
                0x110000.. => (position + 4, "code point not in range(0x110000)"),
                code => {
                    target.push(code);
                    position += 4;
                    continue;
                }
            },
        };
        let problem = Problem { encoding, start: position, end, reason };
        position = handler(problem, &mut target)?.min(bytes.len());
    }
    Ok((target.finish(), position))
}

/// Appends one code point as UTF-16, surrogates too.
pub(super) fn push16(target: &mut Vec<u8>, code: u32, big: bool) {
    let mut unit =
        |unit: u32| target.extend(if big { (unit as u16).to_be_bytes() } else { (unit as u16).to_le_bytes() });
    if code < 0x10000 {
        unit(code);
    } else {
        unit(0xd800 + ((code - 0x10000) >> 10));
        unit(0xdc00 + (code & 0x3ff));
    }
}

/// Appends one code point as UTF-32, surrogates too.
pub(super) fn push32(target: &mut Vec<u8>, code: u32, big: bool) {
    target.extend(if big { code.to_be_bytes() } else { code.to_le_bytes() });
}

/// Appends the text as UTF-16.
pub(super) fn encode_utf16<E: From<Problem>>(
    codec: Codec,
    order: Order,
    text: TextRef<'_>,
    target: &mut Vec<u8>,
    handler: Encoding<'_, E>,
) -> Result<(), E> {
    if order == Order::Marked {
        push16(target, 0xfeff, false);
    }
    let big = order == Order::Big;
    encode_units(codec, text, target, handler, 2, |target, text| match text {
        TextRef::Ucs4(units) if text.code_bits() > 0xffff => units.iter().for_each(|&code| push16(target, code, big)),
        _ => with_units!(text, |units| match big {
            true => push_each(target, units, |unit| (unit.code() as u16).to_be_bytes()),
            false => push_each(target, units, |unit| (unit.code() as u16).to_le_bytes()),
        }),
    })
}

/// Appends the text as UTF-32.
pub(super) fn encode_utf32<E: From<Problem>>(
    codec: Codec,
    order: Order,
    text: TextRef<'_>,
    target: &mut Vec<u8>,
    handler: Encoding<'_, E>,
) -> Result<(), E> {
    if order == Order::Marked {
        push32(target, 0xfeff, false);
    }
    encode_units(codec, text, target, handler, 4, |target, text| {
        with_units!(text, |units| match order == Order::Big {
            true => push_each(target, units, |unit| unit.code().to_be_bytes()),
            false => push_each(target, units, |unit| unit.code().to_le_bytes()),
        })
    })
}

/// Appends the bytes of each unit: into room that is there already, so that the loop is vectorised.
fn push_each<U: CodeUnit, const N: usize>(target: &mut Vec<u8>, units: &[U], bytes: impl Fn(U) -> [u8; N]) {
    let start = target.len();
    target.resize(start + N * units.len(), 0);
    let (places, _) = target[start..].as_chunks_mut::<N>();
    for (place, &unit) in places.iter_mut().zip(units) {
        *place = bytes(unit);
    }
}

/// How many code points from `position` on are no surrogates.
fn plain_length(text: TextRef<'_>, position: usize) -> usize {
    match text {
        TextRef::Ascii(units) | TextRef::Latin1(units) => units.len() - position,
        TextRef::Ucs2(units) => clean(&units[position..]),
        TextRef::Ucs4(units) => clean(&units[position..]),
    }
}

/// How many units at the beginning are no surrogates.
fn clean<U: CodeUnit>(units: &[U]) -> usize {
    let mut start = 0;
    for batch in units.chunks(BATCH) {
        if batch.iter().fold(false, |any, unit| any | is_surrogate(unit.code())) {
            return start + batch.iter().take_while(|unit| !is_surrogate(unit.code())).count();
        }
        start += batch.len();
    }
    start
}

fn encode_units<E: From<Problem>>(
    codec: Codec,
    text: TextRef<'_>,
    target: &mut Vec<u8>,
    handler: Encoding<'_, E>,
    width: usize,
    push: impl Fn(&mut Vec<u8>, TextRef<'_>),
) -> Result<(), E> {
    target.reserve(text.len() * width);
    let mut position = 0;
    while position < text.len() {
        let plain = plain_length(text, position);
        if plain > 0 {
            push(target, text.slice(position..position + plain));
            position += plain;
            continue;
        }
        let problem =
            Problem { encoding: codec.name(), start: position, end: position + 1, reason: "surrogates not allowed" };
        let (replacement, next) = handler(problem)?;
        match replacement {
            Replacement::Bytes(bytes) if bytes.len() % width == 0 => target.extend_from_slice(&bytes),
            Replacement::Text(text) if !text.as_ref().codes().any(is_surrogate) => push(target, text.as_ref()),
            _ => return Err(problem.into()),
        }
        position = next.min(text.len());
    }
    Ok(())
}
