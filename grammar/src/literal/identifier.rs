//! Names with characters beyond ASCII: which are legal (PEP 3131), and their normal form.

use super::newer::is_newer;
use crate::parse::Watch;
use crate::watched::{FEW, Stopped, characters, is_ascii, look, parts};
use bumpalo::Bump;
use bumpalo::collections::String as BumpString;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfkc_quick};
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

/// A character that no name may hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidCharacter {
    /// CPython's message.
    pub message: String,
    /// Where the character ends, in bytes from the start of the text.
    pub end: usize,
}

/// Checks a run of letters, digits, underscores and characters beyond ASCII that does not start
/// with a digit: the first character that cannot stand where it does is the inner error.
///
/// # Errors
/// The watch said to stop.
pub fn check_identifier(text: &str, watch: Watch<'_>) -> Result<Result<(), InvalidCharacter>, Stopped> {
    if is_ascii(text.as_bytes(), watch)? {
        return Ok(Ok(()));
    }
    let (mut bad, mut before) = (None, 0);
    parts(text, FEW, watch, |part| {
        if bad.is_none() {
            let found = part.char_indices().find(|&(at, c)| match before + at {
                0 => c != '_' && !unicode_ident::is_xid_start(c) || is_newer(c),
                _ => !unicode_ident::is_xid_continue(c) || is_newer(c),
            });
            bad = found.map(|(at, c)| (before + at, c));
            before += part.len();
        }
    })?;
    Ok(match bad {
        None => Ok(()),
        Some((at, c)) => Err(InvalidCharacter { message: invalid_character(c), end: at + c.len_utf8() }),
    })
}

/// What CPython's tokenizer says of a character it cannot use.
pub(crate) fn invalid_character(c: char) -> String {
    match is_printable(c) {
        true => format!("invalid character '{c}' (U+{:04X})", c as u32),
        false => format!("invalid non-printable character U+{:04X}", c as u32),
    }
}

/// The form under which a name is known: NFKC. ASCII names and those in normal form already are
/// not copied.
///
/// # Errors
/// The watch said to stop.
pub fn normalize<'a>(name: &'a str, arena: &'a Bump, watch: Watch<'_>) -> Result<&'a str, Stopped> {
    if is_ascii(name.as_bytes(), watch)? || is_nfkc_quick(characters(name, watch)) == IsNormalized::Yes {
        return Ok(name);
    }
    let mut out = BumpString::with_capacity_in(name.len(), arena);
    out.extend(characters(name, watch).nfkc());
    look(watch)?;
    Ok(out.into_bump_str())
}

/// `str.isprintable` for one character.
pub fn is_printable(c: char) -> bool {
    use GeneralCategory as G;
    match c {
        ' '..='~' => true,
        _ if c.is_ascii() || is_newer(c) => false,
        _ => !matches!(
            c.general_category(),
            G::Control
                | G::Format
                | G::Surrogate
                | G::PrivateUse
                | G::Unassigned
                | G::LineSeparator
                | G::ParagraphSeparator
                | G::SpaceSeparator
        ),
    }
}
