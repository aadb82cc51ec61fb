//! Case, predicates, padding.

use super::find::part;
use super::long;
use super::slots::exact;
use super::text::{self, Text};
use crate::base::text as algorithms;
use crate::base::text::{TabStops, Test, TextBuf, TextRef, copy_short, fill_short};
use crate::base::watch::LONG_STRETCH;
use crate::heap::{Object, OutOfMemory};
use crate::layout::string::Kind;
use crate::layout::{Str, StrBody, StrBuilder};
use crate::object::{Index, Result, Runtime};
use crate::types::format::longest;

/// A case mapping: `ascii` changes a copy of ASCII characters in place, `any` does it for all text; with `in_words` they look
/// at the letters around a letter.
fn mapped(
    rt: &mut Runtime,
    this: &Str,
    in_words: bool,
    ascii: impl FnOnce(&mut [u8]),
    any: fn(TextRef<'_>) -> TextBuf,
) -> Result<Str> {
    if long::is_long(this) {
        return long::mapped(rt, this, in_words, any);
    }
    let Some(source) = this.as_ascii() else { return text::from_buf(rt, &any(this.text())) };
    if source.len() > 1 {
        return Ok(Str::build_ascii(&rt.heap, source.len(), |target| {
            copy_short(target, source.as_bytes());
            ascii(target);
        })?);
    }
    let mut single = [0];
    let single = &mut single[..source.len()];
    single.copy_from_slice(source.as_bytes());
    ascii(single);
    text::new(rt, TextRef::Ascii(single))
}

pub fn lower(rt: &mut Runtime, this: &Str) -> Result<Str> {
    mapped(rt, this, true, <[u8]>::make_ascii_lowercase, algorithms::lower)
}

pub fn upper(rt: &mut Runtime, this: &Str) -> Result<Str> {
    mapped(rt, this, false, <[u8]>::make_ascii_uppercase, algorithms::upper)
}

pub fn casefold(rt: &mut Runtime, this: &Str) -> Result<Str> {
    mapped(rt, this, false, <[u8]>::make_ascii_lowercase, algorithms::casefold)
}

pub fn capitalize(rt: &mut Runtime, this: &Str) -> Result<Str> {
    if long::is_long(this) {
        // All as it is in lower case but for the first letter, which a sigma behind it looks at.
        let (first, lowered) = (part(rt, this, 0..1)?, lower(rt, this)?);
        let cut = lower(rt, &first)?.len();
        let (first, rest) = (capitalize(rt, &first)?, part(rt, &lowered, cut..lowered.len())?);
        return Ok(Str::concat(&rt.heap, &first, &rest)?);
    }
    mapped(rt, this, true, capitalize_ascii, algorithms::capitalize)
}

pub fn title(rt: &mut Runtime, this: &Str) -> Result<Str> {
    mapped(rt, this, true, title_ascii, algorithms::title)
}

pub fn swapcase(rt: &mut Runtime, this: &Str) -> Result<Str> {
    mapped(rt, this, true, swap_ascii, algorithms::swapcase)
}

/// The first letter to upper case, the others to lower case.
pub fn capitalize_ascii(bytes: &mut [u8]) {
    bytes.make_ascii_lowercase();
    if let Some(first) = bytes.first_mut() {
        first.make_ascii_uppercase();
    }
}

/// The first letter of each run of letters to upper case, the others to lower case.
pub fn title_ascii(bytes: &mut [u8]) {
    let mut inside = false;
    for byte in bytes {
        *byte = if inside { byte.to_ascii_lowercase() } else { byte.to_ascii_uppercase() };
        inside = byte.is_ascii_alphabetic();
    }
}

/// Upper case to lower case and back.
pub fn swap_ascii(bytes: &mut [u8]) {
    for byte in bytes {
        if byte.is_ascii_alphabetic() {
            *byte ^= 0x20;
        }
    }
}

/// The predicates: for ASCII, for all text, and for long texts.
macro_rules! predicates {
    ($($name:ident: |$ascii:ident| $test:expr, $any:expr, $long:expr;)*) => { $(
        pub fn $name(rt: &mut Runtime, this: &Str) -> Result<bool> {
            #[inline(never)]
            fn other(rt: &mut Runtime, this: &Str) -> Result<bool> {
                let test = |text: TextRef<'_>| match text {
                    TextRef::Ascii($ascii) => $test,
                    text => $any(text),
                };
                if long::is_long(this) { ($long)(rt, this.text(), test) } else { Ok(test(this.text())) }
            }
            match this.as_ascii().map(str::as_bytes) {
                Some($ascii) if $ascii.len() <= LONG_STRETCH => Ok($test),
                _ => other(rt, this),
            }
        }
    )* };
}

/// For predicates that hold if they do for every part.
fn all_parts(rt: &mut Runtime, text: TextRef<'_>, test: impl Fn(TextRef<'_>) -> bool) -> Result<bool> {
    long::in_parts(rt, text, |part| Ok(test(part)))
}

fn every(bytes: &[u8], test: impl Fn(&u8) -> bool) -> bool {
    !bytes.is_empty() && bytes.iter().all(test)
}

predicates! {
    isalpha: |ascii| every(ascii, u8::is_ascii_alphabetic), |text| algorithms::all(text, Test::Alpha), all_parts;
    isdecimal: |ascii| every(ascii, u8::is_ascii_digit), |text| algorithms::all(text, Test::Decimal), all_parts;
    isdigit: |ascii| every(ascii, u8::is_ascii_digit), |text| algorithms::all(text, Test::Digit), all_parts;
    isnumeric: |ascii| every(ascii, u8::is_ascii_digit), |text| algorithms::all(text, Test::Numeric), all_parts;
    isalnum: |ascii| every(ascii, u8::is_ascii_alphanumeric), |text| algorithms::all(text, Test::Alphanumeric), all_parts;
    isspace: |ascii| every(ascii, |&c| algorithms::is_space(c.into())), |text| algorithms::all(text, Test::Space), all_parts;
    isprintable: |ascii| ascii.iter().all(|c| matches!(c, 32..127)), printable, all_parts;
    isidentifier: |ascii| ascii_identifier(ascii), algorithms::is_identifier, |rt, text, _| long::is_identifier(rt, text);
    islower: |ascii| only(ascii, u8::is_ascii_lowercase, u8::is_ascii_uppercase), algorithms::is_lower_text, |rt, text, _| long::is_of_case(rt, text, algorithms::is_lower_text);
    isupper: |ascii| only(ascii, u8::is_ascii_uppercase, u8::is_ascii_lowercase), algorithms::is_upper_text, |rt, text, _| long::is_of_case(rt, text, algorithms::is_upper_text);
    istitle: |ascii| algorithms::is_title_text(TextRef::Ascii(ascii)), algorithms::is_title_text, |rt, text, _| long::is_title(rt, text);
}

fn printable(text: TextRef<'_>) -> bool {
    text.codes().all(algorithms::is_printable)
}

fn ascii_identifier(bytes: &[u8]) -> bool {
    bytes.first().is_some_and(|c| !c.is_ascii_digit()) && bytes.iter().all(|&c| c == b'_' || c.is_ascii_alphanumeric())
}

/// Whether there is something wanted and nothing forbidden.
pub fn only(bytes: &[u8], wanted: impl Fn(&u8) -> bool, forbidden: impl Fn(&u8) -> bool) -> bool {
    let mut found = false;
    for byte in bytes {
        if forbidden(byte) {
            return false;
        }
        found |= wanted(byte);
    }
    found
}

pub fn isascii(_: &mut Runtime, this: &Str) -> bool {
    this.as_ascii().is_some()
}

fn fill_character(rt: &mut Runtime, fill: Option<&Object>) -> Result<u32> {
    let Some(fill) = fill else { return Ok(u32::from(b' ')) };
    match fill.cast::<StrBody>() {
        Some(fill) if fill.len() == 1 => Ok(fill.char_at(0)),
        Some(_) => Err(rt.type_error("The fill character must be exactly one character long")),
        None => {
            let got = rt.type_name(fill);
            Err(rt.type_error(format!("The fill character must be a unicode character, not {got}")))
        }
    }
}

/// The string with characters on both sides.
fn padded(rt: &mut Runtime, this: &Str, left: usize, right: usize, fill: u32) -> Result<Str> {
    if left == 0 && right == 0 {
        return exact(rt, this);
    }
    let kind = Kind::of(fill).max(this.kind());
    let len = left.checked_add(right).and_then(|sum| sum.checked_add(this.len())).ok_or(OutOfMemory)?;
    if let (Some(text), Kind::Ascii, ..=LONG_STRETCH) = (this.as_ascii(), kind, len) {
        return Ok(Str::build_ascii(&rt.heap, len, |target| {
            fill_short(target, fill as u8);
            copy_short(&mut target[left..left + text.len()], text.as_bytes());
        })?);
    }
    let mut builder = StrBuilder::new();
    builder.reserve(&rt.heap, len, kind)?;
    builder.push_repeated(&rt.heap, fill, left)?;
    builder.push_string(&rt.heap, this)?;
    builder.push_repeated(&rt.heap, fill, right)?;
    Ok(builder.finish(&rt.heap, &rt.strings)?)
}

/// How much is missing to the width.
fn missing(this: &Str, width: Index) -> usize {
    usize::try_from(width.0).unwrap_or(0).saturating_sub(this.len())
}

pub fn center(rt: &mut Runtime, this: &Str, width: Index, fill: Option<&Object>) -> Result<Str> {
    let fill = fill_character(rt, fill)?;
    let missing = missing(this, width);
    // CPython's rule for where the odd one goes.
    let left = missing / 2 + (missing & width.0.max(0) as usize & 1);
    padded(rt, this, left, missing - left, fill)
}

pub fn ljust(rt: &mut Runtime, this: &Str, width: Index, fill: Option<&Object>) -> Result<Str> {
    let fill = fill_character(rt, fill)?;
    padded(rt, this, 0, missing(this, width), fill)
}

pub fn rjust(rt: &mut Runtime, this: &Str, width: Index, fill: Option<&Object>) -> Result<Str> {
    let fill = fill_character(rt, fill)?;
    padded(rt, this, missing(this, width), 0, fill)
}

pub fn zfill(rt: &mut Runtime, this: &Str, width: Index) -> Result<Str> {
    let zeros = missing(this, width);
    if zeros == 0 {
        return exact(rt, this);
    }
    let sign = usize::from(matches!(this.text().get(0), Some(43 | 45)));
    let len = this.len() + zeros;
    if let (Some(text), ..=LONG_STRETCH) = (this.as_ascii(), len) {
        return Ok(Str::build_ascii(&rt.heap, len, |target| {
            let (sign, digits) = text.as_bytes().split_at(sign);
            fill_short(target, b'0');
            target[..sign.len()].copy_from_slice(sign);
            copy_short(&mut target[len - digits.len()..], digits);
        })?);
    }
    let mut builder = StrBuilder::new();
    builder.reserve(&rt.heap, this.len() + zeros, this.kind())?;
    builder.push_units(&rt.heap, this.units().slice(0..sign))?;
    builder.push_repeated(&rt.heap, u32::from(b'0'), zeros)?;
    builder.push_units(&rt.heap, this.units().slice(sign..this.len()))?;
    Ok(builder.finish(&rt.heap, &rt.strings)?)
}

pub fn expandtabs(rt: &mut Runtime, this: &Str, tabsize: Option<i32>) -> Result<Str> {
    if let (Some(text), false) = (this.as_ascii(), long::is_long(this)) {
        if !text.as_bytes().contains(&b'\t') {
            return exact(rt, this);
        }
        let Ok(tabs) = TabStops::new(text.as_bytes(), tabsize.unwrap_or(8).into(), longest(rt)) else {
            return Err(rt.overflow_error("new string is too long"));
        };
        if tabs.length == 0 {
            return Ok(rt.strings.empty());
        }
        return Ok(Str::build_ascii(&rt.heap, tabs.length, |target| tabs.write(target))?);
    }
    if algorithms::find_watched(this.text(), TextRef::Ascii(b"\t"), &|| rt.interrupt_waits())?.is_none() {
        return exact(rt, this);
    }
    if long::is_long(this) {
        let longest = longest(rt);
        return long::expand_tabs(rt, this, tabsize.unwrap_or(8).into(), longest);
    }
    match algorithms::expand_tabs(this.text(), tabsize.unwrap_or(8).into(), longest(rt)) {
        Ok(expanded) => text::from_buf(rt, &expanded),
        Err(_) => Err(rt.overflow_error("new string is too long")),
    }
}
