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
