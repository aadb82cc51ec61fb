//! Ints beyond 62 bits, and instances of subclasses of `int`.
//!
//! `[Header][meta][word…]`: the magnitude's words inline up to [`INLINE_MAX`], else in a buffer. Instances of
//! subclasses hold any value: one word in place or a buffer, so that their attribute slots have a fixed offset.

mod sums;

pub use sums::{difference, logic, parts, sum};

use super::string::{copy_long, repeat_bytes};
use crate::base::bigint::{Draft, Int, IntRef};
use crate::heap::{Allocator, Frozen, Layout, Object, OutOfMemory, Ref, ShapeId, Visitor};

/// A handle on an int that is not immediate.
pub type IntObject = Ref<IntBody>;

/// Most words that lie in the object's own block.
pub const INLINE_MAX: usize = (512 - 16) / 8;

const NEGATIVE: u64 = 1;
const LARGE: u64 = 2;
const SMALL: u64 = 4;
const LENGTH_SHIFT: u32 = 8;
/// `meta` of positive ints of so many words in place.
const ONE_WORD: u64 = 1 << LENGTH_SHIFT;
const TWO_WORDS: u64 = 2 << LENGTH_SHIFT;

/// Body of an int. It changes only in `rewrite`.
#[repr(C)]
pub struct IntBody {
    /// Number of words above bit 8, and the flags `NEGATIVE`, `LARGE`, `SMALL`.
    meta: u64,
    /// The lowest word of the magnitude; with `SMALL` the signed value; with `LARGE` the address of the words.
    word: u64,
}

// SAFETY: H5: no references; H6: `Drop` gives back a buffer.
unsafe impl Layout for IntBody {
    const NAME: &'static str = "int";
    const CONTAINER: bool = false;
    const EXACT: Option<ShapeId> = Some(ShapeId::INT);
    fn trace<V: Visitor>(&self, _: &mut V) {}
    fn buffers(&self) -> usize {
        if self.meta & LARGE != 0 { Allocator::rounded(8 * self.len()) } else { 0 }
    }
}

// SAFETY: H8: nothing changes a body but `rewrite`, which holds the only handle.
unsafe impl Frozen for IntBody {}

impl Drop for IntBody {
    #[inline]
    fn drop(&mut self) {
        if self.meta & LARGE != 0 {
            // SAFETY: the buffer is this body's own, of its length.
            unsafe { Allocator::put_buffer(self.buffer().cast(), 8 * self.len()) };
        }
    }
}

impl IntBody {
    #[inline(always)]
    fn len(&self) -> usize {
        (self.meta >> LENGTH_SHIFT) as usize
    }

    fn buffer(&self) -> *mut u64 {
        std::ptr::with_exposed_provenance_mut(self.word as usize)
    }

    /// The value as a body of fixed size, for an instance of a subclass.
    pub fn detached(heap: &Allocator, value: IntRef<'_>) -> Result<IntBody, OutOfMemory> {
        match value {
            IntRef::Small(n) => Ok(IntBody { meta: SMALL, word: n as u64 }),
            IntRef::Big { negative, words: &[word] } => Ok(IntBody { meta: 1 << LENGTH_SHIFT | negative as u64, word }),
            IntRef::Big { negative, words } => IntBody::with_buffer(heap, negative, words),
        }
    }

    fn with_buffer(heap: &Allocator, negative: bool, words: &[u64]) -> Result<IntBody, OutOfMemory> {
        let buffer = heap.take_buffer(size_of_val(words))?.cast::<u64>();
        // SAFETY: the buffer has room for the words, and is given back with the size that it was taken with.
        unsafe {
            if let Err(stopped) = copy_long(heap, words.as_ptr().cast(), buffer.cast(), size_of_val(words)) {
                Allocator::put_buffer(buffer.cast(), size_of_val(words));
                return Err(stopped);
            }
        }
        let meta = (words.len() as u64) << LENGTH_SHIFT | LARGE | negative as u64;
        Ok(IntBody { meta, word: buffer.expose_provenance() as u64 })
    }
}

impl IntObject {
    /// The value in place.
    #[inline(always)]
    pub fn as_int(&self) -> IntRef<'_> {
        let body = self.frozen();
        if body.meta & SMALL != 0 {
            return IntRef::Small(body.word as i64);
        }
        let words = if body.meta & LARGE != 0 { body.buffer() } else { &raw const body.word };
        // SAFETY: the buffer, or the block behind `meta`, holds `len` words, which never change.
        let words = unsafe { std::slice::from_raw_parts(words, body.len()) };
        IntRef::Big { negative: body.meta & NEGATIVE != 0, words }
    }
}

impl IntObject {
    /// The value, if it has at most 127 bits and lies in the object's own block.
    #[inline(always)]
    pub fn short(&self) -> Option<i128> {
        let body = self.frozen();
        let magnitude = match body.meta & !NEGATIVE {
            ONE_WORD => body.word as i128,
            TWO_WORDS => {
                // SAFETY: the second word lies behind the first.
                let high = unsafe { (&raw const body.word).add(1).read() };
                if high >> 63 != 0 {
                    return None;
                }
                (high as i128) << 64 | body.word as i128
            }
            _ => return None,
        };
        Some(if body.meta & NEGATIVE != 0 { -magnitude } else { magnitude })
    }
}

/// The object for `n`, which is beyond the immediate ones.
#[inline(always)]
pub fn from_wide(heap: &Allocator, n: i128) -> Result<Object, OutOfMemory> {
    // SAFETY: meta and all words are written; one word more than needed does no harm, the block has it.
    unsafe { Ok(heap.alloc_sized::<IntBody>(ShapeId::INT, 24, |body| write_wide(body.cast(), n))?.into()) }
}

/// Writes meta and two words of magnitude, the higher of which may be 0.
///
/// # Safety
/// There is room for three words behind `body`.
#[inline(always)]
unsafe fn write_wide(body: *mut u64, n: i128) {
    let magnitude = n.unsigned_abs();
    let (low, high) = (magnitude as u64, (magnitude >> 64) as u64);
    let length = if high != 0 { TWO_WORDS } else { ONE_WORD };
    // SAFETY: by the contract.
    unsafe {
        body.write(length | (n < 0) as u64);
        body.add(1).write(low);
        body.add(2).write(high);
    }
}

/// Makes an exact int of one or two words that nobody else holds the int `n`, which is beyond the immediate ones. False
/// if the object is no such int.
#[inline(always)]
pub fn rewrite(object: &mut Object, n: i128) -> bool {
    debug_assert!(i64::try_from(n).ok().and_then(Object::int).is_none());
    let fits = object
        .cast_exact::<IntBody>()
        .is_some_and(|int| int.is_unique() && matches!(int.frozen().meta & !NEGATIVE, ONE_WORD | TWO_WORDS));
    if fits {
        // SAFETY: H8: this is the only handle. Blocks of 24 and of 32 bytes are of one size class: both hold two words.
        unsafe { write_wide(object.value().header().add(1).cast(), n) };
    }
    fits
}

/// The object for a canonical result: immediate, or an int object.
#[inline]
pub fn from_int(heap: &Allocator, value: &Int) -> Result<Object, OutOfMemory> {
    match value.as_ref() {
        IntRef::Small(n) => from_i64(heap, n),
        IntRef::Big { negative, words } => big(heap, negative, words),
    }
}

/// The object for `n`.
#[inline]
pub fn from_i64(heap: &Allocator, n: i64) -> Result<Object, OutOfMemory> {
    match Object::int(n) {
        Some(immediate) => Ok(immediate),
        None => big(heap, n < 0, &[n.unsigned_abs()]),
    }
}

/// The object for `n`.
#[inline]
pub fn from_u64(heap: &Allocator, n: u64) -> Result<Object, OutOfMemory> {
    match i64::try_from(n) {
        Ok(n) => from_i64(heap, n),
        Err(_) => big(heap, false, &[n]),
    }
}

/// The object for `n`.
#[inline]
pub fn from_i128(heap: &Allocator, n: i128) -> Result<Object, OutOfMemory> {
    if let Ok(n) = i64::try_from(n) {
        return from_i64(heap, n);
    }
    let magnitude = n.unsigned_abs();
    let words = [magnitude as u64, (magnitude >> 64) as u64];
    big(heap, n < 0, if words[1] == 0 { &words[..1] } else { &words })
}

/// The object for a sign and a magnitude, of which the highest word is not 0.
pub fn from_words(heap: &Allocator, negative: bool, words: &[u64]) -> Result<Object, OutOfMemory> {
    match words {
        [] => Ok(Object::small(0)),
        &[word] => from_i128(heap, if negative { -i128::from(word) } else { word.into() }),
        words => big(heap, negative, words),
    }
}

/// The object for a result that is computed where it will lie. Compiled into its callers, who know what is to be computed.
#[inline(always)]
pub fn from_draft(heap: &Allocator, draft: &Draft<'_>) -> Result<Object, OutOfMemory> {
    let room = draft.length;
    if room == 0 {
        return Ok(Object::small(0));
    }
    if room > INLINE_MAX {
        // A copy, so that other drafts need not lie in memory.
        return from_long_draft(heap, &draft.clone());
    }
    let mut length = 0;
    // SAFETY: meta and all words are written; there is at least one word, so the fixed body lies in the block.
    let int = unsafe {
        heap.alloc_sized::<IntBody>(ShapeId::INT, 8 + 8 * room, |body| {
            let words = &raw mut (*body).word;
            words.write_bytes(0, room);
            let words = std::slice::from_raw_parts_mut(words, room);
            draft.write(words);
            length = words.iter().rposition(|&word| word != 0).map_or(0, |top| top + 1);
            (&raw mut (*body).meta).write((length as u64) << LENGTH_SHIFT | draft.negative as u64);
        })?
    };
    // Small results, and those much shorter than was thought, go elsewhere.
    if length < 2 || length + 1 < room { shorter(heap, &int) } else { Ok(int.into()) }
}

/// The object for a value that is shorter than the room it got.
#[inline(never)]
fn shorter(heap: &Allocator, int: &IntObject) -> Result<Object, OutOfMemory> {
    match int.as_int() {
        IntRef::Big { negative, words } => from_words(heap, negative, words),
        IntRef::Small(n) => from_i64(heap, n),
    }
}

/// [`from_draft`] for a result that needs a buffer, or nearly.
#[inline(never)]
fn from_long_draft(heap: &Allocator, draft: &Draft<'_>) -> Result<Object, OutOfMemory> {
    let room = draft.length;
    let mut buffer = heap.take_buffer(8 * room)?;
    // SAFETY: the buffer holds `room` words, all of which are zeroed before a slice is made of them; it is given back
    // with the size that it has, or belongs to the object.
    unsafe {
        let words = buffer.cast::<u64>();
        let fill = || {
            repeat_bytes(heap, &[0], words.cast(), 8 * room)?;
            let words = std::slice::from_raw_parts_mut(words, room);
            draft.write_watched(words, &|| heap.interrupt_waits())?;
            Ok::<_, OutOfMemory>(words.iter().rposition(|&word| word != 0).map_or(0, |top| top + 1))
        };
        let length = match fill() {
            Ok(length) if length > INLINE_MAX => length,
            other => {
                let result = other.and_then(|length| {
                    let words = std::slice::from_raw_parts(words, length);
                    from_int(heap, &Int::from_slice(draft.negative, words))
                });
                Allocator::put_buffer(buffer, 8 * room);
                return result;
            }
        };
        if length < room {
            buffer = match heap.resize_buffer(buffer, 8 * room, 8 * length) {
                Ok(buffer) => buffer,
                Err(error) => {
                    Allocator::put_buffer(buffer, 8 * room);
                    return Err(error);
                }
            };
        }
        let meta = (length as u64) << LENGTH_SHIFT | LARGE | draft.negative as u64;
        Ok(heap.alloc(ShapeId::INT, IntBody { meta, word: buffer.expose_provenance() as u64 })?.into())
    }
}

/// The value, if the object is an int, a bool, or an instance of a subclass.
#[inline(always)]
pub fn as_int(object: &Object) -> Option<IntRef<'_>> {
    match object.value().as_int() {
        Some(n) => Some(IntRef::Small(n)),
        None => match object.cast_exact::<IntBody>() {
            Some(int) => Some(int.as_int()),
            None => as_int_object(object),
        },
    }
}

#[inline(never)]
fn as_int_object(object: &Object) -> Option<IntRef<'_>> {
    if object.value().is_bool() {
        return Some(IntRef::Small(object.is(&Object::TRUE) as i64));
    }
    object.cast::<IntBody>().map(|int| int.as_int())
}

fn big(heap: &Allocator, negative: bool, words: &[u64]) -> Result<Object, OutOfMemory> {
    if words.len() > INLINE_MAX {
        return Ok(heap.alloc(ShapeId::INT, IntBody::with_buffer(heap, negative, words)?)?.into());
    }
    debug_assert!(!words.is_empty());
    // SAFETY: meta and all words are written; there is at least one word, so the fixed body lies in the block.
    unsafe {
        let int = heap.alloc_sized::<IntBody>(ShapeId::INT, 8 + size_of_val(words).max(8), |body| {
            (&raw mut (*body).meta).write((words.len() as u64) << LENGTH_SHIFT | negative as u64);
            let target = &raw mut (*body).word;
            match words {
                // Most are this short, and a call of the library's copy costs more.
                [low] => target.write(*low),
                [low, high] => {
                    target.write(*low);
                    target.add(1).write(*high);
                }
                words => std::ptr::copy_nonoverlapping(words.as_ptr(), target, words.len()),
            }
        })?;
        Ok(int.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::testing::heap;

    #[test]
    fn ints_of_every_size_come_back_and_are_freed() {
        let heap = heap();
        for n in [0, 1, -1, i64::MAX, i64::MIN, 1 << 61, -(1 << 61), (1 << 61) - 1] {
            assert_eq!(as_int(&from_i64(&heap, n).unwrap()), Some(IntRef::Small(n)));
        }
        assert_eq!(as_int(&from_u64(&heap, u64::MAX).unwrap()).unwrap().to_u64(), Some(u64::MAX));
        for length in [1, 2, 3, 61, 62, 63, 64, 500] {
            let words: Vec<u64> = (0..length).map(|i| u64::MAX - i).collect();
            let value = Int::from_words(true, words.clone());
            let object = from_int(&heap, &value).unwrap();
            assert_eq!(as_int(&object), Some(value.as_ref()));
            let shape = heap.add_shape(*heap.shape(ShapeId::INT));
            let body = IntBody::detached(&heap, value.as_ref()).unwrap();
            assert_eq!(heap.alloc_instance(shape, body, 0).unwrap().as_int(), value.as_ref());
        }
        assert_eq!(as_int(&Object::TRUE), Some(IntRef::Small(1)));
        assert_eq!(as_int(&Object::NONE), None);
        assert_eq!(heap.accounting().bytes(), 0);
    }
}
