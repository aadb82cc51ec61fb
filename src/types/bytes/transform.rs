//! Case, predicates, padding, `translate`, hexadecimal text.

use super::data::{Data, data};
use super::slots::exact;
use crate::base::text as algorithms;
use crate::base::text::{TextBuf, TextRef, copy_short, fill_short};
use crate::base::watch::{LONG_STRETCH, Pace, STRETCH, Stopped, Watch};
use crate::heap::{Object, OutOfMemory};
use crate::layout::{Bytes, BytesBody, Str, StrBody};
use crate::object::{Class, ClassId, Index, OrNone, Result, Runtime};
use crate::types::format::longest;
use crate::types::str::{capitalize_ascii, swap_ascii, title_ascii};

/// Copies bytes of which there may be very many.
fn copy(rt: &Runtime, target: &mut [u8], source: &[u8]) -> std::result::Result<(), OutOfMemory> {
    if source.len() <= LONG_STRETCH {
        copy_short(target, source);
        return Ok(());
    }
    for (target, source) in target.chunks_mut(LONG_STRETCH).zip(source.chunks(LONG_STRETCH)) {
        target.copy_from_slice(source);
        rt.heap.go_on()?;
    }
    Ok(())
}

/// A changed copy of the same length, each byte by itself.
fn mapped(rt: &Runtime, this: &Bytes, change: impl Fn(&mut [u8])) -> Result<Bytes> {
    mapped_in_order(rt, this, |target, _| change(target))
}

/// The same, where bytes depend on the one before them.
fn mapped_in_order(rt: &Runtime, this: &Bytes, change: impl Fn(&mut [u8], Option<u8>)) -> Result<Bytes> {
    let source = this.as_slice();
    Ok(Bytes::build(&rt.heap, source.len(), |target| -> std::result::Result<(), OutOfMemory> {
        if source.len() <= LONG_STRETCH {
            copy_short(target, source);
            if !source.is_empty() {
                change(target, None);
            }
            return Ok(());
        }
        let mut before = None;
        for (target, source) in target.chunks_mut(LONG_STRETCH).zip(source.chunks(LONG_STRETCH)) {
            target.copy_from_slice(source);
            change(target, before);
            before = source.last().copied();
            rt.heap.go_on()?;
        }
        Ok(())
    })?)
}

pub fn lower(rt: &mut Runtime, this: &Bytes) -> Result<Bytes> {
    mapped(rt, this, <[u8]>::make_ascii_lowercase)
}

pub fn upper(rt: &mut Runtime, this: &Bytes) -> Result<Bytes> {
    mapped(rt, this, <[u8]>::make_ascii_uppercase)
}

pub fn capitalize(rt: &mut Runtime, this: &Bytes) -> Result<Bytes> {
    mapped_in_order(rt, this, |target, before| match before {
        None => capitalize_ascii(target),
        Some(_) => target.make_ascii_lowercase(),
    })
}

pub fn title(rt: &mut Runtime, this: &Bytes) -> Result<Bytes> {
    mapped_in_order(rt, this, |target, before| {
        title_ascii(target);
        if before.is_some_and(|before| before.is_ascii_alphabetic()) {
            target[0].make_ascii_lowercase();
        }
    })
}

pub fn swapcase(rt: &mut Runtime, this: &Bytes) -> Result<Bytes> {
    mapped(rt, this, swap_ascii)
}

/// Whether `test` holds for every part of what may be very many bytes.
fn all_parts(rt: &Runtime, this: &Bytes, mut test: impl FnMut(&[u8]) -> bool) -> Result<bool> {
    for part in this.as_slice().chunks(LONG_STRETCH) {
        if !test(part) {
            return Ok(false);
        }
        rt.heap.go_on()?;
    }
    Ok(true)
}

/// The predicates that hold for every byte, of which there must be one.
macro_rules! predicates {
    ($($name:ident: $test:expr;)*) => { $(
        pub fn $name(rt: &mut Runtime, this: &Bytes) -> Result<bool> {
            Ok(!this.as_slice().is_empty() && all_parts(rt, this, |part| part.iter().all($test))?)
        }
    )* };
}

predicates! {
    isalpha: u8::is_ascii_alphabetic;
    isalnum: u8::is_ascii_alphanumeric;
    isdigit: u8::is_ascii_digit;
    isspace: |&byte| algorithms::is_ascii_space(byte.into());
}

pub fn isascii(rt: &mut Runtime, this: &Bytes) -> Result<bool> {
    all_parts(rt, this, <[u8]>::is_ascii)
}

/// Whether some byte is as `wanted` says, and none as `other` says.
fn of_case(rt: &Runtime, this: &Bytes, wanted: fn(&u8) -> bool, other: fn(&u8) -> bool) -> Result<bool> {
    let mut found = false;
    let good = all_parts(rt, this, |part| {
        found = found || part.iter().any(wanted);
        !part.iter().any(other)
    })?;
    Ok(good && found)
}

pub fn islower(rt: &mut Runtime, this: &Bytes) -> Result<bool> {
    of_case(rt, this, u8::is_ascii_lowercase, u8::is_ascii_uppercase)
}

pub fn isupper(rt: &mut Runtime, this: &Bytes) -> Result<bool> {
    of_case(rt, this, u8::is_ascii_uppercase, u8::is_ascii_lowercase)
}

pub fn istitle(rt: &mut Runtime, this: &Bytes) -> Result<bool> {
    let (mut found, mut inside) = (false, false);
    let good = all_parts(rt, this, |part| {
        part.iter().all(|byte| {
            let good = match byte {
                b'A'..=b'Z' => !inside,
                b'a'..=b'z' => inside,
                _ => true,
            };
            inside = byte.is_ascii_alphabetic();
            found |= inside;
            good
        })
    })?;
    Ok(good && found)
}

fn fill_byte(rt: &mut Runtime, name: &str, fill: Option<&Object>) -> Result<u8> {
    let Some(fill) = fill else { return Ok(b' ') };
    match fill.cast::<BytesBody>().map(|bytes| bytes.as_slice()) {
        Some([byte]) => Ok(*byte),
        _ => {
            let got = if fill.is_none() { "None".to_owned() } else { rt.type_name(fill) };
            Err(rt.type_error(format!("{name}() argument 2 must be a byte string of length 1, not {got}")))
        }
    }
}

/// The longest that CPython tries to make.
pub(super) const LONGEST: usize = isize::MAX as usize - 33;

fn padded(rt: &mut Runtime, this: &Bytes, left: usize, right: usize, fill: u8) -> Result<Bytes> {
    if left == 0 && right == 0 {
        return exact(rt, this);
    }
    let source = this.as_slice();
    let len = left.checked_add(right).and_then(|sum| sum.checked_add(source.len())).ok_or(OutOfMemory)?;
    if len > LONGEST {
        return Err(rt.overflow_error("byte string is too large"));
    }
    Ok(Bytes::build(&rt.heap, len, |target| -> std::result::Result<(), OutOfMemory> {
        match len <= LONG_STRETCH {
            true => fill_short(target, fill),
            false => {
                for part in target.chunks_mut(LONG_STRETCH) {
                    part.fill(fill);
                    rt.heap.go_on()?;
                }
            }
        }
        copy(rt, &mut target[left..left + source.len()], source)
    })?)
}

/// How much is missing to the width.
fn missing(this: &Bytes, width: Index) -> usize {
    usize::try_from(width.0).unwrap_or(0).saturating_sub(this.as_slice().len())
}

pub fn center(rt: &mut Runtime, this: &Bytes, width: Index, fill: Option<&Object>) -> Result<Bytes> {
    let fill = fill_byte(rt, "center", fill)?;
    let missing = missing(this, width);
    let left = missing / 2 + (missing & width.0.max(0) as usize & 1);
    padded(rt, this, left, missing - left, fill)
}

pub fn ljust(rt: &mut Runtime, this: &Bytes, width: Index, fill: Option<&Object>) -> Result<Bytes> {
    let fill = fill_byte(rt, "ljust", fill)?;
    padded(rt, this, 0, missing(this, width), fill)
}

pub fn rjust(rt: &mut Runtime, this: &Bytes, width: Index, fill: Option<&Object>) -> Result<Bytes> {
    let fill = fill_byte(rt, "rjust", fill)?;
    padded(rt, this, missing(this, width), 0, fill)
}

pub fn zfill(rt: &mut Runtime, this: &Bytes, width: Index) -> Result<Bytes> {
    let zeros = missing(this, width);
    let padded = padded(rt, this, zeros, 0, b'0')?;
    match this.as_slice().first() {
        Some(&sign @ (b'+' | b'-')) if zeros > 0 => mapped(rt, &padded, |target| {
            target[zeros] = b'0';
            target[0] = sign;
        }),
        _ => Ok(padded),
    }
}

pub fn expandtabs(rt: &mut Runtime, this: &Bytes, tabsize: Option<i32>) -> Result<Bytes> {
    let bytes = this.as_slice();
    if !bytes.contains(&b'\t') {
        return exact(rt, this);
    }
    let (size, longest, mut column, mut target) = (tabsize.unwrap_or(8).into(), longest(rt), 0, Vec::new());
    for part in bytes.chunks(STRETCH) {
        rt.heap.go_on()?;
        let room = longest - target.len().min(longest);
        match algorithms::expand_tabs_from(TextRef::Latin1(part), size, room, &mut column) {
            Ok(TextBuf::Ascii(expanded) | TextBuf::Latin1(expanded)) => target.extend_from_slice(&expanded),
            _ => return Err(rt.overflow_error("result too long")),
        }
    }
    Ok(rt.bytes.share_empty(Bytes::new(&rt.heap, &target)?))
}

pub fn translate(rt: &mut Runtime, this: &Bytes, table: OrNone<Data<'_>>, delete: Option<&Object>) -> Result<Bytes> {
    let table = table.0.map(|table| table.0);
    if table.is_some_and(|table| table.len() != 256) {
        return Err(rt.value_error("translation table must be 256 characters long"));
    }
    let delete = delete.map_or(Ok(&[][..]), |delete| data(rt, delete))?;
    let mut deleted = [false; 256];
    for &byte in delete {
        deleted[usize::from(byte)] = true;
    }
    if let (Some(table), true) = (table.and_then(|table| <&[u8; 256]>::try_from(table).ok()), delete.is_empty()) {
        return mapped(rt, this, |part| part.iter_mut().for_each(|byte| *byte = table[usize::from(*byte)]));
    }
    let kept = |part: &[u8]| part.iter().filter(|&&byte| !deleted[usize::from(byte)]).count();
    let mut len = 0;
    all_parts(rt, this, |part| {
        len += kept(part);
        true
    })?;
    if table.is_none() && len == this.as_slice().len() {
        return exact(rt, this);
    }
    Ok(Bytes::build(&rt.heap, len, |target| -> std::result::Result<(), OutOfMemory> {
        let mut places = target.iter_mut();
        for part in this.as_slice().chunks(LONG_STRETCH) {
            rt.heap.go_on()?;
            let part = part.iter().filter(|&&byte| !deleted[usize::from(byte)]);
            for (&byte, place) in part.zip(&mut places) {
                *place = table.map_or(byte, |table| table[usize::from(byte)]);
            }
        }
        Ok(())
    })?)
}

/// `bytes.maketrans(from, to)`.
pub fn maketrans(rt: &mut Runtime, from: Data<'_>, to: Data<'_>) -> Result<Bytes> {
    if from.0.len() != to.0.len() {
        return Err(rt.value_error("maketrans arguments must have same length"));
    }
    Ok(Bytes::build(&rt.heap, 256, |table| {
        for (i, place) in table.iter_mut().enumerate() {
            *place = i as u8;
        }
        for (&from, &to) in from.0.iter().zip(to.0) {
            table[usize::from(from)] = to;
        }
    })?)
}

const HEX_DIGITS: &[u8; 16] = b"0123456789abcdef";

/// `bytes.hex(sep, bytes_per_sep)`: groups count from the end, or from the start if their size is negative.
pub fn hex(rt: &mut Runtime, this: &Bytes, sep: Option<&Object>, bytes_per_sep: Option<i32>) -> Result<Str> {
    let separator = match sep {
        None => None,
        Some(sep) => Some(separator(rt, sep)?),
    };
    let size = bytes_per_sep.unwrap_or(1);
    let (bytes, group) = (this.as_slice(), size.unsigned_abs() as usize);
    let (Some(separator), true) = (separator, group > 0) else {
        return plain_hex(rt, bytes);
    };
    let marks = bytes.len().saturating_sub(1) / group;
    hex_text(rt, bytes, 2 * bytes.len() + marks, |i| {
        let distance = if size < 0 { i } else { bytes.len() - i };
        (i > 0 && distance % group == 0).then_some(separator)
    })
}

/// The digits of all bytes.
fn plain_hex(rt: &Runtime, bytes: &[u8]) -> Result<Str> {
    if bytes.is_empty() {
        return Ok(rt.strings.empty());
    }
    Ok(Str::build_ascii(&rt.heap, 2 * bytes.len(), |target| -> std::result::Result<(), OutOfMemory> {
        let (pairs, _) = target.as_chunks_mut::<2>();
        if bytes.len() <= LONG_STRETCH {
            write_hex(pairs, bytes);
            return Ok(());
        }
        for (pairs, bytes) in pairs.chunks_mut(LONG_STRETCH).zip(bytes.chunks(LONG_STRETCH)) {
            write_hex(pairs, bytes);
            rt.heap.go_on()?;
        }
        Ok(())
    })?)
}

/// Two digits for each byte.
fn write_hex(pairs: &mut [[u8; 2]], bytes: &[u8]) {
    for (pair, byte) in pairs.iter_mut().zip(bytes) {
        // Computed, not looked up: so the loop is vectorised.
        let letter = |digit: u8| digit + if digit < 10 { b'0' } else { b'a' - 10 };
        *pair = [letter(byte >> 4), letter(byte & 15)];
    }
}

/// The digits of all bytes, `mark` telling what to put before each.
fn hex_text(rt: &Runtime, bytes: &[u8], len: usize, mark: impl Fn(usize) -> Option<u8>) -> Result<Str> {
    if len == 0 {
        return Ok(rt.strings.empty());
    }
    Ok(Str::build_ascii(&rt.heap, len, |target| -> std::result::Result<(), OutOfMemory> {
        let mut at = 0;
        for (i, byte) in bytes.iter().enumerate() {
            if i % STRETCH == STRETCH - 1 {
                rt.heap.go_on()?;
            }
            if let Some(mark) = mark(i) {
                target[at] = mark;
                at += 1;
            }
            target[at] = HEX_DIGITS[usize::from(byte >> 4)];
            target[at + 1] = HEX_DIGITS[usize::from(byte & 15)];
            at += 2;
        }
        Ok(())
    })?)
}

fn separator(rt: &mut Runtime, sep: &Object) -> Result<u8> {
    let length = rt.len(sep)?;
    if length != 1 {
        return Err(rt.value_error("sep must be length 1."));
    }
    let code = match (sep.cast::<StrBody>(), sep.cast::<BytesBody>()) {
        (Some(string), _) => string.char_at(0),
        (_, Some(bytes)) => bytes.as_slice()[0].into(),
        _ => return Err(rt.type_error("sep must be str or bytes.")),
    };
    u8::try_from(code).ok().filter(u8::is_ascii).ok_or_else(|| rt.value_error("sep must be ASCII."))
}

/// `bytes.fromhex(string)`: pairs of digits, white space between pairs.
pub fn fromhex(rt: &mut Runtime, class: &Class, string: &Str) -> Result {
    let bytes = match parse_hex(string, &|| rt.interrupt_waits())? {
        Ok(bytes) => rt.bytes.copy(&rt.heap, &bytes)?,
        Err(position) => {
            let message = format!("non-hexadecimal number found in fromhex() arg at position {position}");
            return Err(rt.value_error(message));
        }
    };
    if class.is(rt.class(ClassId::Bytes)) { Ok(bytes.into()) } else { rt.call(class, &[bytes.into()]) }
}

/// The bytes, or the position of what is no digit.
fn parse_hex(string: &Str, watch: Watch<'_>) -> std::result::Result<std::result::Result<Vec<u8>, usize>, Stopped> {
    let mut pace = Pace::default();
    let Some(text) = string.as_ascii() else {
        for (position, code) in string.units().iter().enumerate() {
            pace.look(position, watch)?;
            if code >= 128 {
                return Ok(Err(position));
            }
        }
        return Ok(Err(0));
    };
    let digit = |index: usize| text.as_bytes().get(index).and_then(|&byte| char::from(byte).to_digit(16)).ok_or(index);
    let mut bytes = vec![0; text.len() / 2];
    let (mut index, mut length) = (0, 0);
    while index < text.len() {
        pace.look(index, watch)?;
        let pairs = read_hex_pairs(&text.as_bytes()[index..], &mut bytes[length..]);
        index += 2 * pairs;
        length += pairs;
        let Some(&byte) = text.as_bytes().get(index) else { break };
        if algorithms::is_ascii_space(byte.into()) {
            index += 1;
            continue;
        }
        match (digit(index), digit(index + 1)) {
            (Ok(high), Ok(low)) => bytes[length] = (high << 4 | low) as u8,
            (Err(position), _) | (_, Err(position)) => return Ok(Err(position)),
        }
        index += 2;
        length += 1;
    }
    bytes.truncate(length);
    Ok(Ok(bytes))
}

/// Writes the bytes of the pairs of digits at the beginning, at most a stretch; gives the number of pairs.
fn read_hex_pairs(text: &[u8], bytes: &mut [u8]) -> usize {
    /// The value of each digit, 255 for what is none.
    const DIGITS: [u8; 256] = {
        let (mut digits, mut byte) = ([255; 256], 0);
        while byte < 256 {
            if let Some(value) = (byte as u8 as char).to_digit(16) {
                digits[byte] = value as u8;
            }
            byte += 1;
        }
        digits
    };
    let (pairs, _) = text[..text.len().min(2 * STRETCH)].as_chunks::<2>();
    for (i, (place, &[high, low])) in bytes.iter_mut().zip(pairs).enumerate() {
        let (high, low) = (DIGITS[usize::from(high)], DIGITS[usize::from(low)]);
        if (high | low) >= 16 {
            return i;
        }
        *place = high << 4 | low;
    }
    pairs.len()
}
