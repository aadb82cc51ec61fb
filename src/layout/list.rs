//! `list`: a growable buffer of items.

use crate::heap::{Allocator, HeapVec, Layout, Object, OutOfMemory, Ref, ShapeId, Trace, Visitor};

/// A handle on a list.
pub type List = Ref<ListBody>;

/// Body of a list. The VM reads address and length of the items in place.
#[repr(C)]
#[derive(Default)]
pub struct ListBody {
    /// The items.
    pub items: HeapVec<Object>,
}

// SAFETY: H5: the items, with which the body begins, are visited, and `Drop` gives them up; H6: nothing else happens there.
unsafe impl Layout for ListBody {
    const NAME: &'static str = "list";
    const CONTAINER: bool = true;
    const EXACT: Option<ShapeId> = Some(ShapeId::LIST);
    const BUFFER: bool = true;
    fn trace<V: Visitor>(&self, visitor: &mut V) {
        self.items.trace(visitor);
    }
    fn buffers(&self) -> usize {
        self.items.buffer_bytes()
    }
    unsafe fn drop_quietly(body: *mut Self) -> bool {
        // SAFETY: as promised: the body is whole and nobody else's.
        unsafe { (*body).items.drop_leaves() }
    }
}

impl Drop for ListBody {
    #[inline]
    fn drop(&mut self) {
        // Back to front, as CPython does.
        self.items.drop_backwards();
    }
}

impl List {
    /// A list of the given items.
    #[inline]
    pub fn new(heap: &Allocator, items: HeapVec<Object>) -> Result<List, OutOfMemory> {
        heap.alloc(ShapeId::LIST, ListBody { items })
    }

    /// A list of the given objects.
    pub fn from_owned(heap: &Allocator, items: Vec<Object>) -> Result<List, OutOfMemory> {
        List::new(heap, HeapVec::from_exact(heap, items.into_iter())?)
    }

    /// A list of the same objects.
    pub fn from_slice(heap: &Allocator, items: &[Object]) -> Result<List, OutOfMemory> {
        List::new(heap, HeapVec::copied(heap, items)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::heap::{Breaker, Heap};
    use crate::layout::testing::heap;

    #[test]
    fn lists_hold_and_free_their_items() {
        let mut heap = heap();
        let list = List::from_slice(&heap, &[Object::small(1), Object::NONE]).unwrap();
        let (body, allocator) = list.get_mut(&mut heap);
        for n in 0..100 {
            body.items.push(allocator, Object::small(n)).unwrap();
        }
        assert_eq!(list.get(&heap).items.len(), 102);
        // A cycle, taken apart by hand.
        let own = list.as_object().clone();
        let (body, allocator) = list.get_mut(&mut heap);
        body.items.push(allocator, own).unwrap();
        assert_eq!(list.count(), 2);
        let items = list.get_mut(&mut heap).0.items.take();
        drop(items);
        assert_eq!(list.count(), 1);
        drop(list);
        assert_eq!(heap.accounting().bytes(), 0);
    }

    #[test]
    fn a_deep_list_is_freed_with_a_flat_stack() {
        let heap = heap();
        let mut list = List::new(&heap, HeapVec::new()).unwrap();
        for _ in 0..1_000_000 {
            list = List::from_slice(&heap, &[list.as_object().clone()]).unwrap();
        }
        drop(list);
        assert_eq!(heap.accounting().bytes(), 0);
    }

    /// Items on the heap, so many that freeing them looks up now and then.
    fn many(heap: &Allocator) -> List {
        let items = (0..200_000).map(|i| crate::layout::Bytes::new(heap, &[i as u8; 3]).unwrap().into());
        List::from_owned(heap, items.collect()).unwrap()
    }

    #[test]
    fn freeing_much_waits_while_an_interrupt_does() {
        let heap = heap();
        let small = List::from_slice(&heap, &[Object::NONE]).unwrap();
        let before = heap.accounting().bytes();
        let (list, kept) = (many(&heap), many(&heap));
        let item = list.get(&heap).items[0].clone();
        heap.request(Breaker::INTERRUPT);
        let full = heap.accounting().bytes();
        drop(list);
        assert!(heap.accounting().bytes() + 1000 > full, "the items are left for later");
        assert_eq!(item.count(), 2);
        drop(small);
        assert!(heap.accounting().bytes() < full, "what is small goes at once");
        heap.withdraw(Breaker::INTERRUPT);
        assert!(heap.release_leftover());
        assert!(heap.accounting().bytes() < full - 260_000, "a slice has gone");
        assert_eq!(item.count(), 2);
        heap.release_leftovers();
        assert_eq!(item.count(), 1);
        drop((item, kept));
        assert!(heap.accounting().bytes() < before);
    }

    #[test]
    fn masses_of_dead_objects_wait_too() {
        let heap = heap();
        let inner = |i: i32| -> Object { List::from_slice(&heap, &[Object::small(i)]).unwrap().into() };
        let list = List::from_owned(&heap, (0..200_000).map(inner).collect()).unwrap();
        heap.request(Breaker::INTERRUPT);
        drop(list);
        heap.withdraw(Breaker::INTERRUPT);
        let mut slices = 0;
        while heap.release_leftover() {
            slices += 1;
        }
        assert!(slices > 2);
        assert_eq!(heap.accounting().bytes(), 0);
    }

    /// Lists that hold themselves.
    fn rings(heap: &mut Heap, count: usize) {
        for _ in 0..count {
            let list = List::new(heap, HeapVec::new()).unwrap();
            let own = list.as_object().clone();
            let (body, allocator) = list.get_mut(heap);
            body.items.push(allocator, own).unwrap();
        }
    }

    #[test]
    fn a_collection_gives_way_to_an_interrupt() {
        const COUNT: usize = 20_000;
        let mut heap = heap();
        rings(&mut heap, COUNT);
        let full = heap.accounting().bytes();
        heap.request(Breaker::INTERRUPT);
        assert!(heap.begin_collection(2).is_none(), "it ends before it has begun");
        heap.withdraw(Breaker::INTERRUPT);
        // Given up once the garbage is found: it stays what it was.
        let found = heap.begin_collection(2).unwrap();
        assert_eq!(found.garbage.len(), COUNT);
        heap.request(Breaker::INTERRUPT);
        heap.drop_garbage(found.garbage);
        heap.end_collection();
        heap.withdraw(Breaker::INTERRUPT);
        heap.release_leftovers();
        assert_eq!(heap.accounting().bytes(), full);
        // Given up while it is being freed: no walk and no collection meets what is left.
        let found = heap.begin_collection(2).unwrap();
        assert_eq!(found.garbage.len(), COUNT);
        heap.request(Breaker::INTERRUPT);
        // SAFETY: nothing has run since the scan found the set.
        unsafe { heap.free_garbage(found.garbage, found.plain) };
        heap.end_collection();
        heap.withdraw(Breaker::INTERRUPT);
        assert!(heap.release_leftover() && heap.release_leftover());
        assert!(heap.accounting().bytes() > 0 && heap.begin_collection(2).is_none());
        let mut met = 0;
        heap.each_object(|_| met += 1);
        assert_eq!((met, heap.accounting().bytes()), (0, 0));
        rings(&mut heap, 3);
        assert_eq!(heap.begin_collection(2).unwrap().garbage.len(), 3);
    }

    #[test]
    fn a_scan_ends_within_a_large_object() {
        let heap = heap();
        let items = (0..300_000).map(Object::small);
        let list = List::from_owned(&heap, items.collect()).unwrap();
        heap.request(Breaker::INTERRUPT);
        let mut count = 0;
        heap.each_referent_watched(list.as_object(), |_| count += 1);
        assert_eq!(count, 0);
        assert!(heap.begin_collection(2).is_none());
        heap.withdraw(Breaker::INTERRUPT);
        assert!(heap.begin_collection(2).unwrap().garbage.is_empty());
    }

    #[test]
    fn steps_are_removed_in_place_and_beside() {
        let heap = heap();
        for len in [1usize, 2, 7, 100, 70_001] {
            for (first, step) in [(0, 1), (0, 2), (1, 3), (len / 2, 1), (len - 1, 5), (0, len)] {
                let Some(count) = len.checked_sub(first).map(|rest| rest.div_ceil(step)).filter(|count| *count > 0)
                else {
                    continue;
                };
                let mut items = HeapVec::from_exact(&heap, 0..len).unwrap();
                let removed = items.remove_stepped(&heap, first, step, count).unwrap();
                let gone = |i: &usize| *i >= first && (i - first).is_multiple_of(step);
                assert!(removed.iter().copied().eq((0..len).filter(gone)));
                assert!(items.iter().copied().eq((0..len).filter(|i| !gone(i))));
            }
        }
        assert_eq!(heap.accounting().bytes(), 0);
    }
}
