//! What the matcher asks about a single code point: classes and simple case, by Unicode or by
//! ASCII alone, and the texts of names in messages.

use super::syntax::Category;
use unicode_properties::{GeneralCategory, GeneralCategoryGroup, UnicodeGeneralCategory};

fn category(c: u32) -> GeneralCategory {
    char::from_u32(c).map_or(GeneralCategory::Surrogate, |c| c.general_category())
}

/// `str.isalpha` of one character.
pub(super) fn is_alpha(c: u32) -> bool {
    match char::from_u32(c) {
        Some(c) if c.is_ascii() => c.is_ascii_alphabetic(),
        Some(c) => c.general_category_group() == GeneralCategoryGroup::Letter,
        None => false,
    }
}

fn is_word(c: u32) -> bool {
    match char::from_u32(c) {
        Some(c) if c.is_ascii() => c.is_ascii_alphanumeric() || c == '_',
        Some(c) => matches!(c.general_category_group(), GeneralCategoryGroup::Letter | GeneralCategoryGroup::Number),
        None => false,
    }
}

fn is_digit(c: u32) -> bool {
    category(c) == GeneralCategory::DecimalNumber
}

fn is_space(c: u32) -> bool {
    match c {
        0x09..=0x0D | 0x1C..=0x20 | 0x85 | 0xA0 => true,
        0..0x100 => false,
        _ => char::from_u32(c).is_some_and(char::is_whitespace),
    }
}

/// Whether a character belongs to a class. `unicode` is false for ASCII and bytes patterns.
pub(super) fn in_category(c: u32, class: Category, unicode: bool) -> bool {
    let ascii = u8::try_from(c).unwrap_or(0xFF);
    match class {
        Category::Digit if unicode => is_digit(c),
        Category::Digit => ascii.is_ascii_digit(),
        Category::Space if unicode => is_space(c),
        Category::Space => matches!(ascii, 0x09..=0x0D | 0x20),
        Category::Word if unicode => is_word(c),
        Category::Word => ascii.is_ascii_alphanumeric() || ascii == b'_',
        Category::NotDigit => !in_category(c, Category::Digit, unicode),
        Category::NotSpace => !in_category(c, Category::Space, unicode),
        Category::NotWord => !in_category(c, Category::Word, unicode),
    }
}

/// What case means to a part of a pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
        Fold::Unicode => simple_lower(c),
    }
}

fn simple_lower(c: u32) -> u32 {
    char::from_u32(c).and_then(|c| c.to_lowercase().next()).map_or(c, u32::from)
}

/// The upper case of a character, or the first character of it.
pub(super) fn upper(c: u32) -> u32 {
    char::from_u32(c).and_then(|c| c.to_uppercase().next()).map_or(c, u32::from)
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
            let lower = simple_lower(c);
            lower != c || upper(c) != c
        }
    }
}

/// `str.isidentifier`.
pub(super) fn is_identifier(name: &[u32]) -> bool {
    let mut chars = name.iter().map(|&c| char::from_u32(c));
    let Some(Some(first)) = chars.next() else {
        return false;
    };
    (first == '_' || unicode_ident::is_xid_start(first)) && chars.all(|c| c.is_some_and(unicode_ident::is_xid_continue))
}

fn is_printable(c: u32) -> bool {
    use GeneralCategory as G;
    c == 0x20
        || !matches!(
            category(c),
            G::Control
                | G::Format
                | G::Surrogate
                | G::PrivateUse
                | G::Unassigned
                | G::LineSeparator
                | G::ParagraphSeparator
                | G::SpaceSeparator
        )
}

/// `repr` of a str, or `ascii` of it.
pub(super) fn repr(text: &[u32], ascii: bool) -> String {
    let has = |quote: char| text.contains(&(quote as u32));
    let quote = if has('\'') && !has('"') { '"' } else { '\'' };
    let mut out = String::with_capacity(text.len() + 2);
    out.push(quote);
    for &c in text {
        match (c, char::from_u32(c)) {
            (0x0A, _) => out.push_str("\\n"),
            (0x0D, _) => out.push_str("\\r"),
            (0x09, _) => out.push_str("\\t"),
            (_, Some(c)) if c == '\\' || c == quote => {
                out.push('\\');
                out.push(c);
            }
            (code, Some(c)) if is_printable(code) && (!ascii || code < 128) => out.push(c),
            (0..0x100, _) => out.push_str(&format!("\\x{c:02x}")),
            (0..0x1_0000, _) => out.push_str(&format!("\\u{c:04x}")),
            _ => out.push_str(&format!("\\U{c:08x}")),
        }
    }
    out.push(quote);
    out
}
