//! What the matcher asks about a single code point: classes and simple case, by Unicode or by
//! ASCII alone, and the texts of names in messages.

use super::syntax::Category;
use crate::base::text::{self, Test, TextRef};

/// `str.isalpha` of one character.
pub(super) fn is_alpha(c: u32) -> bool {
    text::is(c, Test::Alpha)
}

/// Whether a character belongs to a class. `unicode` is false for ASCII and bytes patterns.
pub(super) fn in_category(c: u32, class: Category, unicode: bool) -> bool {
    let ascii = u8::try_from(c).unwrap_or(0xFF);
    match class {
        Category::Digit if unicode => text::is(c, Test::Decimal),
        Category::Digit => ascii.is_ascii_digit(),
        Category::Space if unicode => text::is_space(c),
        Category::Space => matches!(ascii, 0x09..=0x0D | 0x20),
        Category::Word if unicode && c >= 128 => text::is(c, Test::Alphanumeric),
        Category::Word => ascii.is_ascii_alphanumeric() || ascii == b'_',
        Category::NotDigit => !in_category(c, Category::Digit, unicode),
        Category::NotSpace => !in_category(c, Category::Space, unicode),
        Category::NotWord => !in_category(c, Category::Word, unicode),
    }
}

/// What case means to a part of a pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Fold {
    /// Case matters.
    None,
    Ascii,
    /// The C locale's case, which is ASCII's; sets are asked for either case.
    Locale,
    Unicode,
}

/// The lower case of a character, where it is one character.
pub(super) fn lower(c: u32, fold: Fold) -> u32 {
    match fold {
        Fold::None => c,
        Fold::Ascii | Fold::Locale => {
            if matches!(c, 0x41..=0x5A) {
                c + 32
            } else {
                c
            }
        }
        Fold::Unicode => text::lower_code(c),
    }
}

/// The upper case of a character, or the first character of it.
pub(super) fn upper(c: u32) -> u32 {
    text::upper_code(c)
}

/// Lower-case characters that share an upper case with others: each row is one family.
/// (Unicode's simple case mappings, as `str.upper` sees them.)
const FAMILIES: [&[u32]; 24] = [
    &[0x0069, 0x0131],
    &[0x0073, 0x017F],
    &[0x00B5, 0x03BC],
    &[0x0345, 0x03B9, 0x1FBE],
    &[0x0390, 0x1FD3],
    &[0x03B0, 0x1FE3],
    &[0x03B2, 0x03D0],
    &[0x03B5, 0x03F5],
    &[0x03B8, 0x03D1],
    &[0x03BA, 0x03F0],
    &[0x03C0, 0x03D6],
    &[0x03C1, 0x03F1],
    &[0x03C2, 0x03C3],
    &[0x03C6, 0x03D5],
    &[0x0432, 0x1C80],
    &[0x0434, 0x1C81],
    &[0x043E, 0x1C82],
    &[0x0441, 0x1C83],
    &[0x0442, 0x1C84, 0x1C85],
    &[0x044A, 0x1C86],
    &[0x0463, 0x1C87],
    &[0x1C88, 0xA64B],
    &[0x1E61, 0x1E9B],
    &[0xFB05, 0xFB06],
];

/// The lower-case characters, itself included, that match a lower-case character when case is
/// ignored; empty for one that stands alone.
pub(super) fn family(lower: u32) -> &'static [u32] {
    FAMILIES.iter().find(|family| family.contains(&lower)).copied().unwrap_or(&[])
}

/// Whether any other character differs from this one only in case.
pub(super) fn is_cased(c: u32, fold: Fold) -> bool {
    match fold {
        Fold::None => false,
        Fold::Ascii | Fold::Locale => matches!(c, 0x41..=0x5A | 0x61..=0x7A),
        Fold::Unicode => {
            let lower = text::lower_code(c);
            lower != c || upper(c) != c
        }
    }
}

/// `str.isidentifier`.
pub(super) fn is_identifier(name: &[u32]) -> bool {
    text::is_identifier(TextRef::Ucs4(name))
}

/// `repr` of a str, or `ascii` of it, for a message.
pub(super) fn repr(name: &[u32], ascii: bool) -> String {
    let quoted = text::repr(TextRef::Ucs4(name), ascii);
    let codes: Vec<u32> = quoted.as_ref().codes().collect();
    super::tokens::display(&codes)
}
