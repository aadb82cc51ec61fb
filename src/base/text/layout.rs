//! Padding and tabs: `center`, `ljust`, `rjust`, `zfill`, `expandtabs`.

use super::builder::{TextBuf, TextBuilder};
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
