//! Case mapping with Unicode's full (one to many) mappings and the final sigma.

use super::builder::{TextBuf, TextBuilder};
use super::classify::{flags, is_cased};
use super::tables::{self, BLOCK, CASE_BLOCKS, CASE_INDEX, CASES, EXTRA, SPECIAL};
use super::unit::{CodeUnit, TextRef};

/// Columns of the table `CASES`.
#[derive(Clone, Copy)]
enum Mapping {
    Upper = 0,
    Lower = 1,
    Title = 2,
    Fold = 3,
}

const CAPITAL_SIGMA: u32 = 0x3a3;
const SMALL_SIGMA: u32 = 0x3c3;
const FINAL_SIGMA: u32 = 0x3c2;

/// Appends what a code point maps to.
#[inline]
fn push(target: &mut TextBuilder, code: u32, mapping: Mapping) {
    let Some(&block) = CASE_INDEX.get(code as usize / BLOCK) else {
        return target.push(code);
    };
    let record = CASE_BLOCKS[usize::from(block) * BLOCK + code as usize % BLOCK];
    let value = CASES[usize::from(record)][mapping as usize];
    if value < SPECIAL {
        return target.push(code.wrapping_add_signed(value));
    }
    let (offset, length) = ((value - SPECIAL) as usize >> 2, (value & 3) as usize);
    for &unit in &EXTRA[offset..offset + length] {
        target.push(unit.into());
    }
}

/// What a code point maps to, or the first of several.
fn first(code: u32, mapping: Mapping) -> u32 {
    let Some(&block) = CASE_INDEX.get(code as usize / BLOCK) else {
        return code;
    };
    let record = CASE_BLOCKS[usize::from(block) * BLOCK + code as usize % BLOCK];
    let value = CASES[usize::from(record)][mapping as usize];
    if value < SPECIAL {
        return code.wrapping_add_signed(value);
    }
    EXTRA[(value - SPECIAL) as usize >> 2].into()
}

/// The lower case of a single code point, or the first of its several code points.
pub fn lower_code(code: u32) -> u32 {
    first(code, Mapping::Lower)
}

/// The upper case of a single code point, or the first of its several code points.
pub fn upper_code(code: u32) -> u32 {
    first(code, Mapping::Upper)
}

/// Appends the lower case of the code point at `index`; a capital sigma at the end of a word, that
/// is after a cased letter and not before one, becomes the final form.
#[inline]
fn push_lower(target: &mut TextBuilder, text: TextRef<'_>, index: usize, code: u32) {
    if code != CAPITAL_SIGMA {
        return push(target, code, Mapping::Lower);
    }
    let visible = |code: &u32| flags(*code) & tables::CASE_IGNORABLE == 0;
    let before = text.slice(0..index).codes().rev().find(visible);
    let after = text.slice(index + 1..text.len()).codes().find(visible);
    let last = before.is_some_and(is_cased) && !after.is_some_and(is_cased);
    target.push(if last { FINAL_SIGMA } else { SMALL_SIGMA });
}

/// Maps text to units of its own width; `None` if a code point maps to several, to a wider one, or
/// by its neighbours.
fn map_units<U: CodeUnit>(units: &[U], mapping: Mapping) -> Option<Vec<U>> {
    let mut target = Vec::with_capacity(units.len());
    let mut current = usize::MAX;
    let mut page: &[u16] = &[];
    for unit in units {
        let code = unit.code();
        let block = code as usize / BLOCK;
        if block != current {
            let start = usize::from(*CASE_INDEX.get(block)?) * BLOCK;
            (current, page) = (block, &CASE_BLOCKS[start..start + BLOCK]);
        }
        let value = CASES[usize::from(page[code as usize % BLOCK])][mapping as usize];
        let mapped = code.wrapping_add_signed(value);
        if value >= SPECIAL || mapped > U::MAX || code == CAPITAL_SIGMA {
            return None;
        }
        target.push(U::cut(mapped));
    }
    Some(target)
}

/// The usual case of a mapping; see [`map_units`].
fn map_same_width(text: TextRef<'_>, mapping: Mapping) -> Option<TextBuf> {
    Some(match text {
        TextRef::Ascii(units) | TextRef::Latin1(units) => TextBuf::from_latin1(map_units(units, mapping)?),
        TextRef::Ucs2(units) => TextBuf::from_ucs2(map_units(units, mapping)?),
        TextRef::Ucs4(units) => TextBuf::from_ucs4(map_units(units, mapping)?),
    })
}

fn map_all(text: TextRef<'_>, mapping: Mapping) -> TextBuf {
    if let Some(mapped) = map_same_width(text, mapping) {
        return mapped;
    }
    let mut target = TextBuilder::with_capacity(text.len());
    for code in text.codes() {
        push(&mut target, code, mapping);
    }
    target.finish()
}

/// `str.upper`.
pub fn upper(text: TextRef<'_>) -> TextBuf {
    match text {
        TextRef::Ascii(units) => TextBuf::Ascii(units.to_ascii_uppercase()),
        _ => map_all(text, Mapping::Upper),
    }
}

/// `str.lower`.
pub fn lower(text: TextRef<'_>) -> TextBuf {
    if let TextRef::Ascii(units) = text {
        return TextBuf::Ascii(units.to_ascii_lowercase());
    }
    if let Some(mapped) = map_same_width(text, Mapping::Lower) {
        return mapped;
    }
    let mut target = TextBuilder::with_capacity(text.len());
    for (index, code) in text.codes().enumerate() {
        push_lower(&mut target, text, index, code);
    }
    target.finish()
}

/// `str.casefold`.
pub fn casefold(text: TextRef<'_>) -> TextBuf {
    match text {
        TextRef::Ascii(units) => TextBuf::Ascii(units.to_ascii_lowercase()),
        _ => map_all(text, Mapping::Fold),
    }
}

/// `str.capitalize`: the first character in title case, the others in lower case.
pub fn capitalize(text: TextRef<'_>) -> TextBuf {
    if let TextRef::Ascii(units) = text {
        let mut units = units.to_ascii_lowercase();
        if let Some(first) = units.first_mut() {
            first.make_ascii_uppercase();
        }
        return TextBuf::Ascii(units);
    }
    let mut target = TextBuilder::with_capacity(text.len());
    for (index, code) in text.codes().enumerate() {
        match index {
            0 => push(&mut target, code, Mapping::Title),
            _ => push_lower(&mut target, text, index, code),
        }
    }
    target.finish()
}

/// `str.title`: the first of each run of cased characters in title case, the others in lower case.
pub fn title(text: TextRef<'_>) -> TextBuf {
    let mut target = TextBuilder::with_capacity(text.len());
    let mut inside = false;
    for (index, code) in text.codes().enumerate() {
        if inside {
            push_lower(&mut target, text, index, code);
        } else {
            push(&mut target, code, Mapping::Title);
        }
        inside = is_cased(code);
    }
    target.finish()
}

/// `str.swapcase`.
pub fn swapcase(text: TextRef<'_>) -> TextBuf {
    let mut target = TextBuilder::with_capacity(text.len());
    for (index, code) in text.codes().enumerate() {
        let flags = flags(code);
        if flags & tables::UPPER != 0 {
            push_lower(&mut target, text, index, code);
        } else if flags & tables::LOWER != 0 {
            push(&mut target, code, Mapping::Upper);
        } else {
            target.push(code);
        }
    }
    target.finish()
}
