//! The index: slots that hold positions of entries. Up to 16 slots lie in the body, more in a buffer.
//!
//! Invariant of this file: `place` holds `1 << log2` slots of the width that `log2` calls for, each EMPTY, DELETED
//! or the position of an entry.

use super::DictBody;
use crate::base::watch::LONG_STRETCH;
use crate::heap::{Allocator, OutOfMemory};

/// Where the slots are: in place if `log2 <= INLINE_LOG2`, else behind the address.
pub(super) union Place {
    inline: [u8; 16],
    buffer: *mut u8,
}

/// Smallest table.
pub(super) const MIN_LOG2: u8 = 3;
const INLINE_LOG2: u8 = 4;
const MAX_LOG2: u8 = 31;

/// A slot's integer type.
pub(super) trait Slot: Copy {
    /// No entry, and none behind it in the walk.
    const EMPTY: usize;
    /// No entry any more.
    const DELETED: usize = Self::EMPTY - 1;
    fn get(self) -> usize;
}

macro_rules! slot {
    ($($ty:ty),*) => { $(impl Slot for $ty {
        const EMPTY: usize = <$ty>::MAX as usize;
        #[inline(always)]
        fn get(self) -> usize { self as usize }
    })* };
}
slot!(u8, u16, u32);

/// Runs the same expression with the slots in their width.
macro_rules! with_slots {
    ($dict:expr, $slots:ident => $body:expr) => {
        match $dict.log2 {
            0..=8 => {
                let $slots = $dict.slots::<u8>();
                $body
            }
            9..=16 => {
                let $slots = $dict.slots::<u16>();
                $body
            }
            _ => {
                let $slots = $dict.slots::<u32>();
                $body
            }
        }
    };
}
pub(super) use with_slots;

/// The walk along slots for a hash: CPython's, by which every slot is reached in the end.
#[derive(Clone, Copy)]
pub(super) struct Walk {
    pub slot: usize,
    perturb: u64,
    mask: usize,
}

impl Walk {
    #[inline(always)]
    pub fn new(hash: i64, log2: u8) -> Walk {
        let mask = (1usize << log2) - 1;
        Walk { slot: hash as usize & mask, perturb: hash as u64, mask }
    }

    #[inline(always)]
    pub fn step(&mut self) {
        self.perturb >>= 5;
        self.slot = self.slot.wrapping_mul(5).wrapping_add(self.perturb as usize).wrapping_add(1) & self.mask;
    }
}

/// Entries that a table of `1 << log2` slots takes: two thirds.
#[inline]
pub(super) fn usable(log2: u8) -> usize {
    ((1usize << log2) << 1) / 3
}

/// The table for `len` entries with nothing to spare, or `None` if there is none so large.
pub(super) fn log2_for(slots: usize) -> Option<u8> {
    let log2 = slots.checked_next_power_of_two()?.trailing_zeros() as u8;
    if log2 > MAX_LOG2 { None } else { Some(log2.max(MIN_LOG2)) }
}

fn bytes_for(log2: u8) -> usize {
    match log2 {
        0..=INLINE_LOG2 => 0,
        5..=8 => 1 << log2,
        9..=16 => 2 << log2,
        _ => 4 << log2,
    }
}

/// An index without entries, to be put into a body.
pub(super) fn new_place(heap: &Allocator, log2: u8) -> Result<Place, OutOfMemory> {
    let bytes = bytes_for(log2);
    if bytes == 0 {
        return Ok(Place::SMALL);
    }
    let buffer = heap.take_buffer(bytes)?;
    let mut done = 0;
    loop {
        let stretch = (bytes - done).min(LONG_STRETCH);
        // SAFETY: the buffer is that large. All bits set is EMPTY in every width.
        unsafe { buffer.add(done).write_bytes(0xff, stretch) };
        done += stretch;
        if done == bytes {
            return Ok(Place { buffer });
        }
        if let Err(stopped) = heap.go_on() {
            // SAFETY: it came from the heap just now.
            unsafe { Allocator::put_buffer(buffer, bytes) };
            return Err(stopped);
        }
    }
}

impl Place {
    /// Up to 16 empty slots.
    pub const SMALL: Place = Place { inline: [0xff; 16] };
}

impl DictBody {
    /// Bytes of the buffer of slots.
    pub(super) fn index_bytes(&self) -> usize {
        bytes_for(self.log2)
    }

    /// Gives the buffer back. Another place or the end of the body must follow.
    #[inline(always)]
    pub(super) fn free_index(&mut self) {
        let bytes = self.index_bytes();
        if bytes > 0 {
            // SAFETY: by the invariant the place holds the address of a buffer of this size, which is ours.
            unsafe { Allocator::put_buffer(self.place.buffer, bytes) };
        }
    }

    #[inline(always)]
    fn slots_ptr(&self) -> *mut u8 {
        if self.log2 <= INLINE_LOG2 {
            (&raw const self.place).cast_mut().cast()
        } else {
            // SAFETY: the invariant.
            unsafe { self.place.buffer }
        }
    }

    /// The slots, of a width that fits `log2`.
    #[inline(always)]
    pub(super) fn slots<S: Slot>(&self) -> &[S] {
        debug_assert!(
            self.log2 <= INLINE_LOG2 && size_of::<S>() == 1 || self.index_bytes() == size_of::<S>() << self.log2
        );
        // SAFETY: the invariant; callers choose the width with `with_slots`.
        unsafe { std::slice::from_raw_parts(self.slots_ptr().cast(), 1 << self.log2) }
    }

    /// Takes over the slots of a table of the same size.
    pub(super) fn copy_slots(&mut self, other: &DictBody) {
        assert_eq!(self.log2, other.log2);
        if self.log2 <= INLINE_LOG2 {
            // SAFETY: the invariant: slots in place.
            self.place = Place { inline: unsafe { other.place.inline } };
            return;
        }
        // SAFETY: the invariant: both have a buffer of the size that `log2` calls for.
        unsafe { std::ptr::copy_nonoverlapping(other.place.buffer, self.place.buffer, bytes_for(self.log2)) };
    }

    /// Writes one slot, which is taken modulo the number of slots.
    #[inline(always)]
    pub(super) fn set_slot(&mut self, slot: usize, position: Option<usize>) {
        let (slot, data) = (slot & ((1 << self.log2) - 1), self.slots_ptr());
        // SAFETY: the invariant, and `slot` is in range. `data` of inline slots comes from `&mut self`.
        unsafe {
            match self.log2 {
                0..=8 => data.add(slot).write(position.unwrap_or(u8::DELETED) as u8),
                9..=16 => data.cast::<u16>().add(slot).write(position.unwrap_or(u16::DELETED) as u16),
                _ => data.cast::<u32>().add(slot).write(position.unwrap_or(u32::DELETED) as u32),
            }
        }
    }

    /// The slot that holds `position`, whose entry has `hash`.
    pub(super) fn slot_of(&self, hash: i64, position: usize) -> Option<usize> {
        let mut walk = Walk::new(hash, self.log2);
        with_slots!(self, slots => loop {
            let at = slots[walk.slot].get();
            if at == position {
                return Some(walk.slot);
            }
            if is_empty(slots, at) {
                return None;
            }
            walk.step();
        })
    }

    /// The slot for an entry of a hash; `None` if there is one of that hash. No entry was ever deleted.
    pub(super) fn vacant_slot_for(&self, hash: i64) -> Option<usize> {
        let mut walk = Walk::new(hash, self.log2);
        with_slots!(self, slots => loop {
            let at = slots[walk.slot].get();
            if is_empty(slots, at) {
                return Some(walk.slot);
            }
            if self.entries[at].hash == hash {
                return None;
            }
            walk.step();
        })
    }

    /// The first slot for `hash` that holds no entry.
    #[inline]
    pub(super) fn vacant_slot(&self, hash: i64) -> usize {
        let mut walk = Walk::new(hash, self.log2);
        with_slots!(self, slots => loop {
            if slots[walk.slot].get() >= deleted(slots) {
                return walk.slot;
            }
            walk.step();
        })
    }
}

#[inline(always)]
pub(super) fn is_empty<S: Slot>(_: &[S], at: usize) -> bool {
    at == S::EMPTY
}

#[inline(always)]
fn deleted<S: Slot>(_: &[S]) -> usize {
    S::DELETED
}
