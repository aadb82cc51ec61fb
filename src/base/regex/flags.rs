//! The flag bits of a pattern, with CPython's values.

/// Matching ignores case (`re.I`).
pub const IGNORECASE: u32 = 2;
/// Bytes patterns only: classes and case follow the locale (`re.L`); here, the C locale.
pub const LOCALE: u32 = 4;
/// `^` and `$` match at line breaks too (`re.M`).
pub const MULTILINE: u32 = 8;
/// `.` matches a line break too (`re.S`).
pub const DOTALL: u32 = 16;
/// Classes and case follow Unicode: what str patterns do unless told otherwise (`re.U`).
pub const UNICODE: u32 = 32;
/// White space and comments in the pattern are skipped (`re.X`).
pub const VERBOSE: u32 = 64;
/// `re.DEBUG`: accepted, without effect in this library.
pub const DEBUG: u32 = 128;
/// Classes and case follow ASCII alone (`re.A`).
pub const ASCII: u32 = 256;

/// The flags of which a pattern, or a part of it, has exactly one.
pub(super) const TYPE_FLAGS: u32 = ASCII | LOCALE | UNICODE;

/// The flag that an inline letter stands for, as in `(?i)`.
pub(super) fn from_letter(letter: u32) -> Option<u32> {
    Some(match char::from_u32(letter)? {
        'i' => IGNORECASE,
        'L' => LOCALE,
        'm' => MULTILINE,
        's' => DOTALL,
        'x' => VERBOSE,
        'a' => ASCII,
        'u' => UNICODE,
        _ => return None,
    })
}

/// The flags inside a group that adds and removes some, as in `(?a-i:…)`.
pub(super) fn combine(flags: u32, add: u32, remove: u32) -> u32 {
    let kept = if add & TYPE_FLAGS != 0 { flags & !TYPE_FLAGS } else { flags };
    (kept | add) & !remove
}

/// The flags of a finished pattern: a str pattern is Unicode unless it is ASCII.
/// `Err` holds the text of CPython's ValueError for a combination that makes no sense.
pub(super) fn settle(flags: u32, is_text: bool) -> Result<u32, &'static str> {
    if is_text {
        if flags & LOCALE != 0 {
            return Err("cannot use LOCALE flag with a str pattern");
        }
        if flags & ASCII == 0 {
            return Ok(flags | UNICODE);
        }
        if flags & UNICODE != 0 {
            return Err("ASCII and UNICODE flags are incompatible");
        }
    } else {
        if flags & UNICODE != 0 {
            return Err("cannot use UNICODE flag with a bytes pattern");
        }
        if flags & LOCALE != 0 && flags & ASCII != 0 {
            return Err("ASCII and LOCALE flags are incompatible");
        }
    }
    Ok(flags)
}
