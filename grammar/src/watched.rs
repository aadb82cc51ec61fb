//! Walks over texts that may be very long: they are made part by part, with a look at the watch between two parts.

use crate::error::SyntaxError;
use crate::parse::Watch;

/// Bytes that are searched, compared or copied between two looks.
pub const PART: usize = 1 << 22;

/// Characters that are dealt with one by one between two looks.
pub const FEW: usize = 1 << 17;

/// The watch said to stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stopped;

impl From<Stopped> for SyntaxError {
    fn from(_: Stopped) -> SyntaxError {
        SyntaxError::stopped()
    }
}

/// Looks once.
pub fn look(watch: Watch<'_>) -> Result<(), Stopped> {
    if watch() { Err(Stopped) } else { Ok(()) }
}

/// The first place that `search` finds. It is given one part after the other, and so must look at single bytes only.
#[inline]
pub fn find(bytes: &[u8], watch: Watch<'_>, search: impl Fn(&[u8]) -> Option<usize>) -> Result<Option<usize>, Stopped> {
    match bytes.len() <= PART {
        true => Ok(search(bytes)),
        false => find_long(bytes, watch, search),
    }
}

fn find_long(
    bytes: &[u8],
    watch: Watch<'_>,
    search: impl Fn(&[u8]) -> Option<usize>,
) -> Result<Option<usize>, Stopped> {
    for (index, part) in bytes.chunks(PART).enumerate() {
        if let Some(at) = search(part) {
            return Ok(Some(index * PART + at));
        }
        look(watch)?;
    }
    Ok(None)
}

/// Whether all bytes are ASCII.
pub fn is_ascii(bytes: &[u8], watch: Watch<'_>) -> Result<bool, Stopped> {
    Ok(find(bytes, watch, |part| (!part.is_ascii()).then_some(0))?.is_none())
}

/// Hands the parts of a text to `take`, each of at most `size` bytes, with a look after each but a last short one.
#[inline]
pub fn parts<'t>(text: &'t str, size: usize, watch: Watch<'_>, mut take: impl FnMut(&'t str)) -> Result<(), Stopped> {
    let mut rest = text;
    while rest.len() > size {
        let (part, more) = rest.split_at(rest.floor_char_boundary(size));
        take(part);
        look(watch)?;
        rest = more;
    }
    take(rest);
    Ok(())
}

/// The characters of a text; they end early when the watch says to stop, and whoever reads them must ask it too.
pub struct Characters<'t, 'w> {
    characters: std::str::Chars<'t>,
    left: usize,
    watch: Watch<'w>,
}

/// See [`Characters`].
pub fn characters<'t, 'w>(text: &'t str, watch: Watch<'w>) -> Characters<'t, 'w> {
    Characters { characters: text.chars(), left: FEW, watch }
}

impl Iterator for Characters<'_, '_> {
    type Item = char;

    #[inline]
    fn next(&mut self) -> Option<char> {
        if self.left == 0 {
            if (self.watch)() {
                return None;
            }
            self.left = FEW;
        }
        self.left -= 1;
        self.characters.next()
    }
}
