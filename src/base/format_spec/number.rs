//! The layout of numbers: sign, prefix, grouped digits, the rest, and padding around or inside.

use super::FormatError;
use super::spec::{Align, Spec};
use crate::base::text::{TextBuf, TextBuilder, TextRef};
use crate::base::watch::{LONG_STRETCH, Pace, Stopped, Watch, look};
use std::borrow::Cow;

/// A number in pieces, all ASCII but `rest`, which may be one character of type `c`.
pub(super) struct Parts<'a> {
    pub(super) sign: Option<u8>,
    pub(super) prefix: &'a str,
    /// The digits before the point: these are grouped and filled up with zeros.
    pub(super) digits: &'a str,
    /// Point, fraction, exponent, percent sign; or `inf`, `nan`.
    pub(super) rest: TextRef<'a>,
    /// Digits between separators.
    pub(super) group: usize,
}

/// Lays the parts out. The result has at most `longest` characters.
pub(super) fn layout(parts: &Parts<'_>, spec: &Spec, longest: usize, watch: Watch<'_>) -> Result<TextBuf, FormatError> {
    let width = spec.width.unwrap_or(0);
    let fixed = usize::from(parts.sign.is_some()) + parts.prefix.len() + parts.rest.len();
    // Grouped digits take at most twice their number of places.
    let size = fixed.saturating_add(parts.digits.len().saturating_mul(2)).max(width);
    if width > longest || size > longest.saturating_mul(2) {
        return Err(FormatError::Memory);
    }
    let zero_filled = spec.fill == u32::from(b'0') && spec.align == Align::AfterSign;
    let least = if zero_filled { width.saturating_sub(fixed) } else { 0 };
    let grouped;
    let mut zeros = 0;
    let digits = match spec.grouping {
        _ if parts.digits.is_empty() => "",
        None => {
            zeros = least.saturating_sub(parts.digits.len());
            parts.digits
        }
        Some(separator) => {
            grouped = group_digits(parts.digits, char::from(separator), parts.group, least, watch)
                .map_err(|Stopped| FormatError::Interrupted)?;
            &grouped
        }
    };
    let padding = width.saturating_sub(fixed + zeros + digits.len());
    let (before, inside, after) = match spec.align {
        Align::Left => (0, 0, padding),
        Align::Right => (padding, 0, 0),
        Align::Center => (padding / 2, 0, padding - padding / 2),
        Align::AfterSign => (0, padding, 0),
    };
    let mut text = TextBuilder::with_capacity(fixed + zeros + digits.len() + padding);
    push_many(&mut text, spec.fill, before, watch)?;
    if let Some(sign) = parts.sign {
        text.push(sign.into());
    }
    text.push_str(parts.prefix);
    push_many(&mut text, spec.fill, inside, watch)?;
    push_many(&mut text, '0'.into(), zeros, watch)?;
    text.push_str(digits);
    push_long(&mut text, parts.rest, watch)?;
    push_many(&mut text, spec.fill, after, watch)?;
    Ok(text.finish())
}

/// Appends a character, perhaps very many times.
pub(super) fn push_many(
    target: &mut TextBuilder,
    character: u32,
    count: usize,
    watch: Watch<'_>,
) -> Result<(), FormatError> {
    for start in (0..count).step_by(LONG_STRETCH) {
        look(watch).map_err(|Stopped| FormatError::Interrupted)?;
        target.push_repeated(character, (count - start).min(LONG_STRETCH));
    }
    Ok(())
}

/// Appends a text that may be long.
pub(super) fn push_long(target: &mut TextBuilder, text: TextRef<'_>, watch: Watch<'_>) -> Result<(), FormatError> {
    for start in (0..text.len()).step_by(LONG_STRETCH) {
        target.push_text(text.slice(start..text.len().min(start + LONG_STRETCH)));
        look(watch).map_err(|Stopped| FormatError::Interrupted)?;
    }
    Ok(())
}

/// Puts a separator after every `size` digits from the right, with zeros in front up to a width of
/// `least`; a separator never comes first, so the result may be one wider.
fn group_digits(digits: &str, separator: char, size: usize, least: usize, watch: Watch<'_>) -> Result<String, Stopped> {
    // At least one digit more than needed at first.
    let mut count = digits.len().max(least - least / (size + 1) + 1);
    while count > digits.len() && count - 1 + (count - 2) / size >= least {
        count -= 1;
    }
    let padded = match count - digits.len() {
        0 => Cow::Borrowed(digits),
        zeros => Cow::Owned("0".repeat(zeros) + digits),
    };
    let (first, others) = padded.split_at((count - 1) % size + 1);
    let mut text = String::with_capacity(count + count / size);
    text.push_str(first);
    let mut pace = Pace::default();
    for start in (0..others.len()).step_by(size) {
        pace.look(start, watch)?;
        text.push(separator);
        text.push_str(&others[start..start + size]);
    }
    Ok(text)
}

/// The sign to show.
pub(super) fn sign_of(negative: bool, wanted: Option<u8>) -> Option<u8> {
    if negative { Some(b'-') } else { wanted.filter(|&sign| sign != b'-') }
}
