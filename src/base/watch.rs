//! Long work that can be stopped: how often it looks, and what it says when it was.
//!
//! Work that may take long gets a [`Watch`] and asks it after every [`STRETCH`] of simple steps. What was stopped has
//! no result; whoever gave the watch knows why it was stopped.

/// Says whether work is to stop.
pub type Watch<'a> = &'a dyn Fn() -> bool;

/// The work was stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stopped;

/// How many elements or bytes are dealt with between two looks: a few milliseconds' work at most.
pub const STRETCH: usize = 1 << 18;

/// How many bytes are copied or compared between two looks.
pub const LONG_STRETCH: usize = 1 << 22;

/// Looks once a stretch of a walk over positions.
#[derive(Default)]
pub struct Pace {
    next: usize,
}

impl Pace {
    /// An error if the work is to stop, whose walk has come to position `at`.
    #[inline]
    pub fn look(&mut self, at: usize, watch: Watch<'_>) -> Result<(), Stopped> {
        if at < self.next {
            return Ok(());
        }
        self.next = at + STRETCH;
        look(watch)
    }
}

/// An error if the work is to stop.
#[inline]
pub fn look(watch: Watch<'_>) -> Result<(), Stopped> {
    if watch() { Err(Stopped) } else { Ok(()) }
}

/// The first place among what may be very many bytes that `search` finds in a part of them.
#[inline]
pub fn find(bytes: &[u8], watch: Watch<'_>, search: impl Fn(&[u8]) -> Option<usize>) -> Result<Option<usize>, Stopped> {
    for (number, part) in bytes.chunks(LONG_STRETCH).enumerate() {
        if let Some(at) = search(part) {
            return Ok(Some(number * LONG_STRETCH + at));
        }
        if part.len() == LONG_STRETCH {
            look(watch)?;
        }
    }
    Ok(None)
}

/// A copy of what may be very much.
pub fn copy<T: Copy>(items: &[T], watch: Watch<'_>) -> Result<Box<[T]>, Stopped> {
    let mut copy = Vec::with_capacity(items.len());
    for part in items.chunks(LONG_STRETCH) {
        copy.extend_from_slice(part);
        if part.len() == LONG_STRETCH {
            look(watch)?;
        }
    }
    Ok(copy.into())
}

/// A copy of a text that may be very long.
pub fn copy_text(text: &str, watch: Watch<'_>) -> Result<Box<str>, Stopped> {
    let (mut copy, mut rest) = (String::with_capacity(text.len()), text);
    while rest.len() > LONG_STRETCH {
        let (part, more) = rest.split_at(rest.floor_char_boundary(LONG_STRETCH));
        copy.push_str(part);
        rest = more;
        look(watch)?;
    }
    copy.push_str(rest);
    Ok(copy.into())
}

/// Whether two rows of what may be very much are equal.
pub fn equal<T: PartialEq>(left: &[T], right: &[T], watch: Watch<'_>) -> Result<bool, Stopped> {
    if left.len() != right.len() {
        return Ok(false);
    }
    for (left, right) in left.chunks(STRETCH).zip(right.chunks(STRETCH)) {
        if left != right {
            return Ok(false);
        }
        if left.len() == STRETCH {
            look(watch)?;
        }
    }
    Ok(true)
}
