//! The 8 bytes in front of every object.

use super::shape::ShapeId;

/// Counts at or above this belong to objects that are never freed.
pub const IMMORTAL: u32 = 1 << 29;
/// The count that an immortal object starts with: far enough from [`IMMORTAL`] on both sides that balanced
/// traffic never leaves the range.
pub const IMMORTAL_START: u32 = 1 << 30;

/// An object's header: reference count and shape. A free block has count 0.
#[repr(C)]
#[derive(Debug)]
pub struct Header {
    /// Number of owning references; 0 marks a free block (H2).
    pub count: u32,
    /// Row of the heap's shape table: class and layout in one number.
    pub shape: ShapeId,
}

impl Header {
    /// Whether the object is never freed.
    #[inline(always)]
    pub fn is_immortal(&self) -> bool {
        self.count >= IMMORTAL
    }
}
