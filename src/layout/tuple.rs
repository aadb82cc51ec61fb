//! `tuple`: `[Header][meta][items…]` (TUPLE), or a buffer of items above [`INLINE_MAX`] (TUPLE_LARGE). Instances of
//! subclasses use the second form or hold one item in place, so that their attribute slots have a fixed offset.

use super::StrBody;
use crate::base::bigint::hash_i64;
use crate::base::container_hash::TupleHasher;
use crate::base::hash::HashKey;
use crate::base::watch::STRETCH;
use crate::heap::{
    Allocator, Frozen, HeapVec, Layout, MANY, Object, OutOfMemory, Ref, ShapeId, Trace, Value, Visitor, put_leaves,
    put_objects, trace_items,
};
use std::mem::{ManuallyDrop, MaybeUninit};

/// A handle on a tuple.
pub type Tuple = Ref<TupleBody>;

/// Tuples of so many items are made without a call where a block lies ready.
const FEW: usize = 8;

/// Most items that lie in the object's own block.
pub const INLINE_MAX: usize = (512 - 16) / 8;

const LARGE: usize = 1;
const LENGTH_SHIFT: u32 = 1;

/// Body of a tuple. Never changes.
#[repr(C)]
pub struct TupleBody {
    /// Number of items above bit 1, and the flag `LARGE`.
    meta: usize,
    /// The first item, or with `LARGE` the buffer, exactly as long as the items.
    word: MaybeUninit<*mut Object>,
}

// SAFETY: H5: `trace` visits the items, which `Drop` gives up; H6: nothing else happens there.
unsafe impl Layout for TupleBody {
    const NAME: &'static str = "tuple";
    const CONTAINER: bool = true;
    const EXACT: Option<ShapeId> = Some(ShapeId::TUPLE);
    const EXACT_ALSO: Option<ShapeId> = Some(ShapeId::TUPLE_LARGE);
    fn trace<V: Visitor>(&self, visitor: &mut V) {
        trace_items(self.items(), visitor, |visitor, item| item.trace(visitor));
    }
    fn buffers(&self) -> usize {
        if self.meta & LARGE != 0 { Allocator::rounded(8 * self.len()) } else { 0 }
    }
    unsafe fn drop_quietly(body: *mut Self) -> bool {
        // SAFETY: as promised: the body is whole and nobody else's.
        unsafe {
            let meta = (*body).meta;
            if meta & LARGE != 0 {
                return false;
            }
            let left = put_leaves((&raw mut (*body).word).cast(), meta >> LENGTH_SHIFT);
            (*body).meta = left << LENGTH_SHIFT;
            left == 0
        }
    }
}

// SAFETY: H8: nothing calls `get_mut` on tuples.
unsafe impl Frozen for TupleBody {}

impl Drop for TupleBody {
    #[inline]
    fn drop(&mut self) {
        let (items, len) = (self.data(), self.len());
        if len > MANY {
            // SAFETY: the items are initialised and given up once; the buffer, a large one, is this body's own.
            unsafe { Allocator::put_elements(items, len, 8 * len, true) };
            return;
        }
        // Back to front, as CPython does.
        // SAFETY: each item is initialised and given up once.
        unsafe { put_objects(items, len) };
        if self.meta & LARGE != 0 {
            // SAFETY: the buffer is this body's own, of its length.
            unsafe { Allocator::put_buffer(items.cast(), 8 * len) };
        }
    }
}

impl TupleBody {
    #[inline(always)]
    fn len(&self) -> usize {
        self.meta >> LENGTH_SHIFT
    }

    /// Address of the items. Inline ones follow `meta` and may reach beyond the fixed body, to the block's end.
    #[inline(always)]
    fn data(&self) -> *mut Object {
        if self.meta & LARGE != 0 {
            // SAFETY: with `LARGE`, the word was written as the buffer's address.
            unsafe { self.word.assume_init() }
        } else {
            (&raw const self.word).cast_mut().cast()
        }
    }

    /// The items in place.
    #[inline(always)]
    pub fn items(&self) -> &[Object] {
        // SAFETY: `data` holds `len` items, which never change.
        unsafe { std::slice::from_raw_parts(self.data(), self.len()) }
    }

    /// A copy of `items` as a body of fixed size, for an instance of a subclass.
    pub fn detached(heap: &Allocator, items: &[Object]) -> Result<TupleBody, OutOfMemory> {
        if items.len() <= 1 {
            let mut word: MaybeUninit<*mut Object> = MaybeUninit::zeroed();
            if let [only] = items {
                // SAFETY: an item is as large as the word.
                unsafe { word.as_mut_ptr().cast::<Object>().write(only.clone()) };
            }
            return Ok(TupleBody { meta: items.len() << LENGTH_SHIFT, word });
        }
        let buffer = heap.take_buffer(size_of_val(items))?.cast::<Object>();
        for (number, part) in items.chunks(STRETCH).enumerate() {
            let start = number * STRETCH;
            if start > 0
                && let Err(stopped) = heap.go_on()
            {
                // SAFETY: this large buffer is nobody else's, and `start` items are in it.
                unsafe { Allocator::put_elements(buffer, start, size_of_val(items), false) };
                return Err(stopped);
            }
            // SAFETY: the buffer has room for the items.
            part.iter().enumerate().for_each(|(i, item)| unsafe { buffer.add(start + i).write(item.clone()) });
        }
        Ok(TupleBody { meta: items.len() << LENGTH_SHIFT | LARGE, word: MaybeUninit::new(buffer) })
    }
}

impl Tuple {
    /// The items in place.
    #[inline(always)]
    pub fn items(&self) -> &[Object] {
        self.frozen().items()
    }

    /// Number of items.
    #[inline(always)]
    pub fn len(&self) -> usize {
        self.frozen().len()
    }

    /// Whether it has no items.
    #[inline(always)]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The items for writing, if this is the only handle: then nobody can see them change.
    #[inline]
    pub fn unique_items(&mut self) -> Option<&mut [Object]> {
        if !self.is_unique() {
            return None;
        }
        let body = self.frozen();
        // SAFETY: H1, H8: the only handle is borrowed exclusively, so no other borrow of the items is alive.
        Some(unsafe { std::slice::from_raw_parts_mut(body.data(), body.len()) })
    }

    /// `kept` with these items, if it is a tuple of as many that nobody else holds; else a new tuple, which is kept if
    /// there was none. So iterators use the tuple that they gave last again. The items that lay there are dropped.
    #[inline]
    pub fn reuse<const N: usize>(
        kept: &mut Option<Tuple>,
        heap: &Allocator,
        items: [Object; N],
    ) -> Result<Tuple, OutOfMemory> {
        if let Some(tuple) = kept {
            if let Some(places) = tuple.unique_items()
                && let Ok(places) = <&mut [Object; N]>::try_from(places)
            {
                let old = std::mem::replace(places, items);
                let tuple = tuple.clone();
                drop(old);
                return Ok(tuple);
            }
            return Tuple::from_array(heap, items);
        }
        let tuple = Tuple::from_array(heap, items)?;
        *kept = Some(tuple.clone());
        Ok(tuple)
    }

    /// A tuple of the same objects. (The one empty tuple of a runtime is its own matter.)
    pub fn from_slice(heap: &Allocator, items: &[Object]) -> Result<Tuple, OutOfMemory> {
        // SAFETY: every item is written, as a new reference.
        unsafe {
            Tuple::allocate(heap, items.len(), |target| {
                items.iter().enumerate().for_each(|(i, item)| target.add(i).write(item.clone()));
            })
        }
    }

    /// The same of a row of references, mostly two or a few.
    #[inline(always)]
    pub fn from_row(heap: &Allocator, items: &[&Object]) -> Result<Tuple, OutOfMemory> {
        match items {
            [a, b] => Tuple::pair(heap, Object::clone(a), Object::clone(b)),
            // SAFETY: the heap is not used.
            _ => unsafe {
                Tuple::of_each(heap, items.len(), |i| items.get(i).map_or(Object::NONE, |&item| item.clone()))
            },
        }
    }

    /// A tuple of those of `items` that lie at the `places`; `None` stands for places beyond the end.
    #[inline(always)]
    pub fn chosen(heap: &Allocator, items: &[Object], places: &[usize]) -> Result<Tuple, OutOfMemory> {
        let item = |i: usize| places.get(i).and_then(|&place| items.get(place)).cloned().unwrap_or(Object::NONE);
        // SAFETY: as above.
        unsafe { Tuple::of_each(heap, places.len(), item) }
    }

    /// A tuple of one item of each of the `pools`, the one at the place that `places` tells; `None` stands for places
    /// beyond the end.
    pub fn one_of_each(heap: &Allocator, pools: &[Tuple], places: &[usize]) -> Result<Tuple, OutOfMemory> {
        let len = pools.len().min(places.len());
        let item = |i: usize| pools[..len][i].items().get(places[..len][i]).cloned().unwrap_or(Object::NONE);
        // SAFETY: as above.
        unsafe { Tuple::of_each(heap, len, item) }
    }

    /// A tuple of so many items, told by their numbers; where it is short and a block lies ready, nothing is called.
    ///
    /// # Safety
    /// `item` does not use the heap.
    #[inline(always)]
    unsafe fn of_each(heap: &Allocator, len: usize, item: impl Fn(usize) -> Object) -> Result<Tuple, OutOfMemory> {
        // SAFETY: as promised: meta and every item are written, the items as new references.
        unsafe {
            if (1..=FEW).contains(&len) {
                let ready = heap.alloc_ready::<TupleBody>(ShapeId::TUPLE, 8 + 8 * len, |body| {
                    (&raw mut (*body).meta).write(len << LENGTH_SHIFT);
                    let target = (&raw mut (*body).word).cast::<Object>();
                    (0..len).for_each(|i| target.add(i).write(item(i)));
                });
                if let Some(tuple) = ready {
                    return Ok(tuple);
                }
            }
            Tuple::allocate(heap, len, |target| (0..len).for_each(|i| target.add(i).write(item(i))))
        }
    }

    /// A tuple of the given objects. They are dropped on failure.
    #[inline(always)]
    pub fn from_array<const N: usize>(heap: &Allocator, items: [Object; N]) -> Result<Tuple, OutOfMemory> {
        let items = ManuallyDrop::new(items);
        // SAFETY: the items are moved: on success they are the tuple's, on failure they are given up.
        unsafe {
            if N == 2 {
                // In registers: what was just written word by word and is moved in one piece is waited for.
                return Tuple::pair(heap, std::ptr::read(&items[0]), std::ptr::read(&items[1]));
            }
            let result = Tuple::from_moved(heap, items.as_ptr().cast(), N);
            if result.is_err() {
                drop(ManuallyDrop::into_inner(items));
            }
            result
        }
    }

    /// A tuple of two. They are dropped on failure.
    #[inline(never)]
    pub fn pair(heap: &Allocator, first: Object, second: Object) -> Result<Tuple, OutOfMemory> {
        let (first, second) = (first.into_value(), second.into_value());
        // SAFETY: both items are written; on failure they are given up.
        unsafe {
            let pair = Tuple::allocate(heap, 2, |target| {
                let target = target.cast::<Value>();
                target.write(first);
                target.add(1).write(second);
            });
            if pair.is_err() {
                drop((Object::from_owned(first), Object::from_owned(second)));
            }
            pair
        }
    }

    /// A tuple of the items of a buffer, which is taken over if it is large. They are dropped on failure.
    pub fn from_vec(heap: &Allocator, mut items: HeapVec<Object>) -> Result<Tuple, OutOfMemory> {
        let len = items.len();
        if len > INLINE_MAX {
            items.set_capacity(heap, len)?;
            let mut items = ManuallyDrop::new(items);
            let body = TupleBody { meta: len << LENGTH_SHIFT | LARGE, word: MaybeUninit::new(items.as_mut_ptr()) };
            // The body owns buffer and items now: its drop gives them up if this fails.
            return heap.alloc(ShapeId::TUPLE_LARGE, body);
        }
        // SAFETY: on success the items are the tuple's, and the buffer is left without them.
        unsafe {
            let tuple = Tuple::from_moved(heap, items.as_ptr().cast(), len)?;
            items.set_len(0);
            Ok(tuple)
        }
    }

    /// A tuple of the given objects. They are dropped on failure.
    pub fn from_owned(heap: &Allocator, mut items: Vec<Object>) -> Result<Tuple, OutOfMemory> {
        // SAFETY: on success the items are the tuple's, and the vector is left without them.
        unsafe {
            let tuple = Tuple::from_moved(heap, items.as_ptr().cast(), items.len())?;
            items.set_len(0);
            Ok(tuple)
        }
    }

    /// The hash, if the items are a few immediate numbers and strings.
    #[inline]
    pub fn quick_hash(&self, key: &HashKey) -> Option<i64> {
        if self.len() > INLINE_MAX {
            return None;
        }
        let mut hasher = TupleHasher::default();
        for item in self.items() {
            hasher.push(match (item.value().as_int(), item.value().as_float()) {
                (Some(n), _) => hash_i64(n),
                (_, Some(x)) => crate::base::float_text::hash(x)?,
                _ => item.cast_exact::<StrBody>()?.hash(key),
            });
        }
        Some(hasher.finish())
    }

    /// As `from_moved` of a few references, if a block lies ready: then nothing is called.
    ///
    /// # Safety
    /// As for `from_moved`.
    #[inline(always)]
    pub unsafe fn from_few(heap: &Allocator, items: *const Value, len: usize) -> Option<Tuple> {
        if len == 0 || len > FEW {
            return None;
        }
        // SAFETY: as in `from_moved`.
        unsafe {
            heap.alloc_ready::<TupleBody>(ShapeId::TUPLE, 8 + 8 * len, |body| {
                (&raw mut (*body).meta).write(len << LENGTH_SHIFT);
                let target = (&raw mut (*body).word).cast::<Value>();
                for i in 0..len {
                    *target.add(i) = *items.add(i);
                }
            })
        }
    }

    /// A tuple of `len` references that lie at `items`. On failure they still are the caller's.
    ///
    /// # Safety
    /// The words are owned references (H1, H3), which on success the tuple has taken over.
    #[inline]
    pub unsafe fn from_moved(heap: &Allocator, items: *const Value, len: usize) -> Result<Tuple, OutOfMemory> {
        // SAFETY: every item is written; the caller gives the references up.
        unsafe {
            Tuple::allocate(heap, len, |target| {
                let target = target.cast::<Value>();
                // The commonest lengths need no call.
                match len {
                    1 => *target = *items,
                    2 => target.cast::<[Value; 2]>().write(items.cast::<[Value; 2]>().read()),
                    3 => target.cast::<[Value; 3]>().write(items.cast::<[Value; 3]>().read()),
                    _ => std::ptr::copy_nonoverlapping(items, target, len),
                }
            })
        }
    }

    /// # Safety
    /// `fill` initialises `len` items and does not use the heap.
    #[inline(always)]
    unsafe fn allocate(heap: &Allocator, len: usize, fill: impl FnOnce(*mut Object)) -> Result<Tuple, OutOfMemory> {
        if len > INLINE_MAX {
            let buffer = heap.take_buffer(len.checked_mul(8).ok_or(OutOfMemory)?)?.cast::<Object>();
            // The object comes first, empty: then a failure leaves the items to the caller.
            let empty = TupleBody { meta: 0, word: MaybeUninit::new(buffer) };
            let Ok(tuple) = heap.alloc(ShapeId::TUPLE_LARGE, empty) else {
                // SAFETY: the buffer is fresh and used by nobody.
                unsafe { Allocator::put_buffer(buffer.cast(), 8 * len) };
                return Err(OutOfMemory);
            };
            fill(buffer);
            // SAFETY: nobody else has a handle yet (H8).
            unsafe { (*tuple.value().header().wrapping_add(1).cast::<TupleBody>()).meta = len << LENGTH_SHIFT | LARGE };
            return Ok(tuple);
        }
        // SAFETY: meta and all items are written; the fixed body lies wholly in the block.
        unsafe {
            heap.alloc_sized::<TupleBody>(ShapeId::TUPLE, 8 + 8 * len.max(1), |body| {
                (&raw mut (*body).meta).write(len << LENGTH_SHIFT);
                fill((&raw mut (*body).word).cast());
            })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::testing::heap;

    #[test]
    fn tuples_of_every_length_come_back_and_are_freed() {
        let heap = heap();
        for len in (0..5).chain(60..65).chain([1000]) {
            let inner = Tuple::from_array(&heap, [Object::small(1), Object::NONE]).unwrap();
            let items: Vec<Object> = (0..len).map(|_| inner.as_object().clone()).collect();
            let tuple = Tuple::from_slice(&heap, &items).unwrap();
            assert_eq!(tuple.len(), len);
            assert_eq!(inner.count() as usize, 1 + 2 * len);
            assert!(tuple.items().iter().all(|item| item.is(&inner)));
            let vec = HeapVec::from_exact(&heap, items.iter().cloned()).unwrap();
            let moved = Tuple::from_vec(&heap, vec).unwrap();
            let shape = heap.add_shape(*heap.shape(ShapeId::TUPLE));
            let body = TupleBody::detached(&heap, moved.items()).unwrap();
            let instance = heap.alloc_instance(shape, body, 0).unwrap();
            assert_eq!(inner.count() as usize, 1 + 4 * len);
            assert_eq!(instance.items().len(), len);
            assert!(heap.check_leaks(&[&tuple, &moved, &instance, &inner]).miscounted.is_empty() || len > 0);
            drop((tuple, moved, instance, items));
            assert_eq!(inner.count(), 1);
        }
        assert_eq!(heap.accounting().bytes(), 0);
    }

    #[test]
    fn a_failed_allocation_loses_nothing() {
        let heap = heap();
        let inner = Tuple::from_array(&heap, [Object::NONE]).unwrap();
        for len in [3, 100] {
            for fail in 0..2 {
                let items: Vec<Object> = (0..len).map(|_| inner.as_object().clone()).collect();
                heap.fail_after(fail);
                let result = Tuple::from_slice(&heap, &items);
                heap.fail_after(u64::MAX);
                drop((result, items));
                assert_eq!(inner.count(), 1);
            }
        }
        drop(inner);
        assert_eq!(heap.accounting().bytes(), 0);
    }
}
