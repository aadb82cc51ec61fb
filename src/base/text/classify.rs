//! What kind of character a code point is, as `str`'s predicates see it.

use std::borrow::Cow;

use super::tables::{self, BLOCK, FLAG_BLOCKS, FLAG_INDEX, FLAGS};
use super::unit::{CodeUnit, TextRef};
use crate::base::watch::{STRETCH, Stopped, Watch, look};
use crate::with_units;

/// The property bits of a code point; none beyond U+10FFFF.
#[inline]
pub(super) fn flags(code: u32) -> u16 {
    let code = code as usize;
    match FLAG_INDEX.get(code / BLOCK) {
        Some(&block) => FLAGS[FLAG_BLOCKS[usize::from(block) * BLOCK + code % BLOCK] as usize],
        None => 0,
    }
}

/// A predicate of `str` that holds if it does for every code point, and there is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Test {
    /// `isalpha`
    Alpha,
    /// `isdecimal`
    Decimal,
    /// `isdigit`
    Digit,
    /// `isnumeric`
    Numeric,
    /// `isalnum`
    Alphanumeric,
    /// `isspace`
    Space,
}

impl Test {
    #[inline]
    fn mask(self) -> u16 {
        match self {
            Test::Alpha => tables::ALPHA,
            Test::Decimal => tables::DECIMAL,
            Test::Digit => tables::DIGIT,
            Test::Numeric => tables::NUMERIC,
            Test::Alphanumeric => tables::ALPHA | tables::DECIMAL | tables::DIGIT | tables::NUMERIC,
            Test::Space => tables::SPACE,
        }
    }
}

/// Whether a code point passes the test.
#[inline]
pub fn is(code: u32, test: Test) -> bool {
    flags(code) & test.mask() != 0
}

/// Whether the text is not empty and all of it passes the test.
pub fn all(text: TextRef<'_>, test: Test) -> bool {
    let mask = test.mask();
    !text.is_empty() && with_units!(text, |units| units.iter().all(|unit| flags(unit.code()) & mask != 0))
}

/// `str.isspace` of one code point.
#[inline(always)]
pub fn is_space(code: u32) -> bool {
    /// A bit for each one that is, of those up to the space.
    const FIRST: u64 = 0x1f << 28 | 0x1f << 9;
    match code {
        0..=0x20 => FIRST >> code & 1 != 0,
        0x21..0x80 => false,
        _ => flags(code) & tables::SPACE != 0,
    }
}

/// White space of bytes.
#[inline]
pub fn is_ascii_space(code: u32) -> bool {
    matches!(code, 9..=13 | 32)
}

/// [`is_line_break`] of an ASCII character.
#[inline(always)]
pub fn is_ascii_line_break(code: u32) -> bool {
    matches!(code, 10..=13 | 28..=30)
}

/// Whether `str.splitlines` cuts there.
#[inline]
pub fn is_line_break(code: u32) -> bool {
    match code {
        0..0x80 => is_ascii_line_break(code),
        _ => flags(code) & tables::LINE_BREAK != 0,
    }
}

/// `str.isprintable` of one code point: whether `repr` shows it as it is.
#[inline]
pub fn is_printable(code: u32) -> bool {
    match code {
        0..0x80 => matches!(code, 32..127),
        _ => flags(code) & tables::PRINTABLE != 0,
    }
}

/// Whether the code point is upper, lower or title case.
pub fn is_cased(code: u32) -> bool {
    flags(code) & (tables::LOWER | tables::UPPER | tables::TITLE) != 0
}

/// Whether an identifier may begin with it (the underscore too).
pub fn is_xid_start(code: u32) -> bool {
    flags(code) & tables::XID_START != 0
}

/// Whether an identifier may go on with it.
pub fn is_xid_continue(code: u32) -> bool {
    flags(code) & tables::XID_CONTINUE != 0
}

/// `str.isidentifier`.
pub fn is_identifier(text: TextRef<'_>) -> bool {
    let mut codes = text.codes();
    codes.next().is_some_and(is_xid_start) && codes.all(is_xid_continue)
}

/// `str.islower`: something is cased, and all that is cased is lower case.
pub fn is_lower_text(text: TextRef<'_>) -> bool {
    only(text, tables::LOWER, tables::UPPER | tables::TITLE)
}

/// `str.isupper`: something is cased, and all that is cased is upper case.
pub fn is_upper_text(text: TextRef<'_>) -> bool {
    only(text, tables::UPPER, tables::LOWER | tables::TITLE)
}

fn only(text: TextRef<'_>, wanted: u16, forbidden: u16) -> bool {
    let mut found = false;
    for code in text.codes() {
        let flags = flags(code);
        if flags & forbidden != 0 {
            return false;
        }
        found |= flags & wanted != 0;
    }
    found
}

/// Whether marks and the like that stand beside a letter are passed by when its neighbours are asked for.
pub fn is_case_ignorable(code: u32) -> bool {
    flags(code) & tables::CASE_IGNORABLE != 0
}

/// `str.istitle`: every run of cased characters begins with upper or title case and goes on in
/// lower case, and there is one.
pub fn is_title_text(text: TextRef<'_>) -> bool {
    let mut state = TitleState::default();
    state.accepts(text) && state.found
}

/// What [`is_title_text`] knows after a part of a text.
#[derive(Default)]
pub struct TitleState {
    /// There was a cased character.
    pub found: bool,
    inside: bool,
}

impl TitleState {
    /// Goes on with the next part. Whether all is in title case so far.
    pub fn accepts(&mut self, part: TextRef<'_>) -> bool {
        let (mut found, mut inside) = (self.found, self.inside);
        for code in part.codes() {
            let flags = flags(code);
            if flags & (tables::UPPER | tables::TITLE) != 0 {
                if inside {
                    return false;
                }
                (found, inside) = (true, true);
            } else if flags & tables::LOWER != 0 {
                if !inside {
                    return false;
                }
                found = true;
            } else {
                inside = false;
            }
        }
        *self = TitleState { found, inside };
        true
    }
}

/// Value of a decimal digit (`unicodedata.decimal`).
pub fn decimal_value(code: u32) -> Option<u8> {
    if code < 0x80 {
        return (48..58).contains(&code).then(|| code as u8 - 48);
    }
    let index = tables::ZEROS.partition_point(|&zero| zero <= code).checked_sub(1)?;
    let value = code - tables::ZEROS[index];
    (value < 10).then_some(value as u8)
}

/// Value of a digit (`unicodedata.digit`): superscripts and the like too.
pub fn digit_value(code: u32) -> Option<u8> {
    decimal_value(code).or_else(|| {
        let index = tables::DIGITS.binary_search_by_key(&code, |&(digit, _)| digit).ok()?;
        Some(tables::DIGITS[index].1)
    })
}

/// The text as `int()` and `float()` read it: decimal digits of any script as ASCII digits, other
/// white space as spaces, and what is neither as `?`, which no number contains.
///
/// # Errors
/// `watch` said to stop.
pub fn to_ascii_digits<'a>(text: TextRef<'a>, watch: Watch<'_>) -> Result<Cow<'a, [u8]>, Stopped> {
    if let TextRef::Ascii(units) = text {
        return Ok(Cow::Borrowed(units));
    }
    let convert = |code: u32| match code {
        0..127 => code as u8,
        _ if is_space(code) => b' ',
        _ => decimal_value(code).map_or(b'?', |value| b'0' + value),
    };
    let mut digits = Vec::with_capacity(text.len());
    for start in (0..text.len()).step_by(STRETCH) {
        digits.extend(text.slice(start..text.len().min(start + STRETCH)).codes().map(convert));
        look(watch)?;
    }
    Ok(Cow::Owned(digits))
}
