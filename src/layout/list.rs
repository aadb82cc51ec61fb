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
}

impl Drop for ListBody {
    #[inline]
    fn drop(&mut self) {
        // Back to front, as CPython does.
        while let Some(item) = self.items.pop() {
            drop(item);
        }
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
        List::new(heap, HeapVec::from_exact(heap, items.iter().cloned())?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
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
}
