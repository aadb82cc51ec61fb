//! Padding and tabs: `center`, `ljust`, `rjust`, `zfill`, `expandtabs`.

use super::builder::{TextBuf, TextBuilder};
use super::copy::fill_short;
use super::replace::TooLong;
use super::unit::TextRef;

/// The text with `left` and `right` copies of `fill` around it. The caller has checked the length.
pub fn pad(text: TextRef<'_>, left: usize, right: usize, fill: u32) -> TextBuf {
    let mut target = TextBuilder::with_capacity(left + text.len() + right);
    target.push_repeated(fill, left);
    target.push_text(text);
    target.push_repeated(fill, right);
    target.finish()
}

/// `text.zfill(width)`: zeros after a sign. The caller has checked the width.
pub fn zero_fill(text: TextRef<'_>, width: usize) -> TextBuf {
    let zeros = width.saturating_sub(text.len());
    let sign = usize::from(matches!(text.get(0), Some(43 | 45)));
    let mut target = TextBuilder::with_capacity(text.len() + zeros);
    target.push_text(text.slice(0..sign));
    target.push_repeated(u32::from(b'0'), zeros);
    target.push_text(text.slice(sign..text.len()));
    target.finish()
}

/// Expanding tabs in ASCII text, or bytes, that is written where it is to lie.
pub struct TabStops<'a> {
    text: &'a [u8],
    size: usize,
    /// The length of the result.
    pub length: usize,
}

impl<'a> TabStops<'a> {
    /// For `text.expandtabs(size)`: finds the length of the result, `longest` at most.
    pub fn new(text: &'a [u8], size: i64, longest: usize) -> Result<TabStops<'a>, TooLong> {
        let size = usize::try_from(size).unwrap_or(0);
        let (mut length, mut column) = (0usize, 0);
        for &byte in text {
            match byte {
                b'\t' if size == 0 => {}
                b'\t' => {
                    let spaces = size - column % size;
                    column += spaces;
                    length = length.checked_add(spaces).filter(|&length| length <= longest).ok_or(TooLong)?;
                }
                b'\n' | b'\r' => (length, column) = (length + 1, 0),
                _ => (length, column) = (length + 1, column + 1),
            }
        }
        Ok(TabStops { text, size, length })
    }

    /// Writes the result over `length` bytes.
    pub fn write(&self, target: &mut [u8]) {
        let (mut at, mut column) = (0, 0);
        for &byte in self.text {
            match byte {
                b'\t' if self.size == 0 => {}
                b'\t' => {
                    let spaces = self.size - column % self.size;
                    column += spaces;
                    fill_short(&mut target[at..at + spaces], b' ');
                    at += spaces;
                }
                _ => {
                    column = if matches!(byte, b'\n' | b'\r') { 0 } else { column + 1 };
                    target[at] = byte;
                    at += 1;
                }
            }
        }
    }
}

/// `text.expandtabs(size)` with a result of at most `longest` code points. A size below one drops
/// the tabs; columns count from the last `\n` or `\r`.
pub fn expand_tabs(text: TextRef<'_>, size: i64, longest: usize) -> Result<TextBuf, TooLong> {
    expand_tabs_from(text, size, longest, &mut 0)
}

/// The same of a part of a text that begins at a column, which becomes that of its end.
pub fn expand_tabs_from(text: TextRef<'_>, size: i64, longest: usize, column: &mut usize) -> Result<TextBuf, TooLong> {
    let size = usize::try_from(size).unwrap_or(0);
    let mut target = TextBuilder::with_capacity(text.len() + text.len() / 4 + 16);
    let mut start = 0;
    for (index, code) in text.codes().enumerate() {
        match code {
            9 => {
                target.push_text(text.slice(start..index));
                start = index + 1;
                if size > 0 {
                    let spaces = size - *column % size;
                    if target.len().checked_add(spaces).is_none_or(|length| length > longest) {
                        return Err(TooLong);
                    }
                    target.push_repeated(u32::from(b' '), spaces);
                    *column += spaces;
                }
            }
            10 | 13 => *column = 0,
            _ => *column += 1,
        }
    }
    target.push_text(text.slice(start..text.len()));
    Ok(target.finish())
}
