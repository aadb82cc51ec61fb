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

/// An error if the work is to stop.
#[inline]
pub fn look(watch: Watch<'_>) -> Result<(), Stopped> {
    if watch() { Err(Stopped) } else { Ok(()) }
}
