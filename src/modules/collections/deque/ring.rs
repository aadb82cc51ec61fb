//! The body of a deque: a ring buffer whose places are all initialised, the free ones with `UNBOUND`.

use crate::base::watch::{LONG_STRETCH, STRETCH};
use crate::heap::{Allocator, HeapVec, Object, OutOfMemory};
use crate::layout;

/// Smallest buffer.
const LEAST: usize = 8;

/// Above this size a buffer is replaced so that being stopped changes nothing.
const LARGE: usize = 4 * LONG_STRETCH;

/// More items than these are put into another order in a new buffer, so that being stopped changes nothing; it takes
/// several times as long as in place, which is over soon for fewer.
const MANY: usize = 2 * LARGE;

layout! {
    /// Body of a deque.
    pub struct DequeBody as "collections.deque" {
        /// The places; their number is 0 or a power of two.
        places: HeapVec<Object>,
        /// The place of the first item.
        head: usize,
        /// Number of items.
        len: usize,
        /// `maxlen`.
        pub limit: Option<usize>,
        /// Counts changes, by which iterators notice them.
        pub changes: u64,
    }
}

impl DequeBody {
    /// An empty deque.
    pub const fn new(limit: Option<usize>) -> DequeBody {
        DequeBody { places: HeapVec::new(), head: 0, len: 0, limit, changes: 0 }
    }

    /// Number of items.
    #[inline(always)]
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether it is as long as it may be.
    #[inline(always)]
    pub fn is_full(&self) -> bool {
        self.limit.is_some_and(|limit| self.len >= limit)
    }

    #[inline(always)]
    fn place(&self, index: usize) -> usize {
        self.head.wrapping_add(index) & self.places.len().wrapping_sub(1)
    }

    /// The item at an index.
    #[inline]
    pub fn get(&self, index: usize) -> Option<&Object> {
        if index < self.len { self.places.get(self.place(index)) } else { None }
    }

    /// Replaces the item at an index below the length; gives back the old one.
    pub fn replace(&mut self, index: usize, item: Object) -> Object {
        let place = self.place(index);
        std::mem::replace(&mut self.places[place], item)
    }

    /// The items, as the stretch from the first and the one that begins at place 0.
    pub fn slices(&self) -> (&[Object], &[Object]) {
        let end = (self.head + self.len).min(self.places.len());
        (&self.places[self.head..end], &self.places[..self.len - (end - self.head)])
    }

    /// New handles on all items, in a buffer whose making and freeing give way to Ctrl-C.
    pub fn copied(&self, heap: &Allocator) -> Result<HeapVec<Object>, OutOfMemory> {
        let (first, second) = self.slices();
        let mut items = HeapVec::with_capacity(heap, self.len)?;
        items.extend_from_slice(heap, first)?;
        items.extend_from_slice(heap, second)?;
        Ok(items)
    }

    /// Appends `count` items from an index on to a buffer, forwards or backwards.
    pub fn append_to(
        &self,
        heap: &Allocator,
        items: &mut HeapVec<Object>,
        (from, count, backwards): (usize, usize, bool),
    ) -> Result<(), OutOfMemory> {
        let (first, second) = self.slices();
        let lowest = if backwards { (from + 1).saturating_sub(count) } else { from };
        let part = |slice: &[Object], start: usize| {
            let fit = |index: usize| index.saturating_sub(start).min(slice.len());
            fit(lowest)..fit(lowest + count)
        };
        let (one, two) = (&first[part(first, 0)], &second[part(second, first.len())]);
        if !backwards {
            items.extend_from_slice(heap, one)?;
            return items.extend_from_slice(heap, two);
        }
        for part in [two, one].into_iter().filter(|part| !part.is_empty()) {
            items.extend_stepped(heap, part, (part.len() - 1, -1, part.len()))?;
        }
        Ok(())
    }

    /// Gives the buffer room for `wanted` items.
    fn resize(&mut self, heap: &Allocator, wanted: usize) -> Result<(), OutOfMemory> {
        let size = wanted.max(LEAST).checked_next_power_of_two().ok_or(OutOfMemory)?;
        // What grows where it is is cut again when it was stopped, which takes less time than what moves.
        if size > if self.head == 0 { 8 * LARGE } else { LARGE } {
            return self.resize_large(heap, size);
        }
        let old = self.places.len();
        if self.head == 0 && size > old {
            // The items stay where they are.
            let grown = self.places.extend_repeated(heap, &[const { Object::UNBOUND }; LEAST], (size - old) / LEAST);
            if grown.is_err() {
                self.places.truncate(old);
            }
            return grown;
        }
        let mut places = HeapVec::with_capacity(heap, size)?;
        for i in 0..self.len {
            let place = self.place(i);
            places.push(heap, std::mem::replace(&mut self.places[place], Object::UNBOUND))?;
        }
        for _ in self.len..size {
            places.push(heap, Object::UNBOUND)?;
        }
        self.places = places;
        self.head = 0;
        Ok(())
    }

    /// Moves what may be very many items to a buffer of `size` places. Nothing has changed when that was stopped.
    #[cold]
    fn resize_large(&mut self, heap: &Allocator, size: usize) -> Result<(), OutOfMemory> {
        self.arrange(heap, size, [(0, self.len, false), (0, 0, false)])
    }

    /// Puts the items, of which there may be very many, in another order: two stretches as for [`DequeBody::append_to`],
    /// together as long as the deque, in a new buffer of `size` places. Nothing has changed when that was stopped.
    #[cold]
    fn arrange(
        &mut self,
        heap: &Allocator,
        size: usize,
        stretches: [(usize, usize, bool); 2],
    ) -> Result<(), OutOfMemory> {
        let mut places = HeapVec::with_capacity(heap, size)?;
        for stretch in stretches {
            self.append_to(heap, &mut places, stretch)?;
        }
        places.extend_repeated(heap, &[Object::UNBOUND], size - self.len)?;
        self.places = places;
        self.head = 0;
        Ok(())
    }

    /// What follows when the items are repeated so many times, at least twice: of a bounded deque only the last rounds
    /// are seen.
    pub fn repeated(&self, heap: &Allocator, times: usize) -> Result<DequeBody, OutOfMemory> {
        let rounds = match self.limit {
            Some(limit) => times.min((limit / self.len.max(1)).saturating_add(2)),
            None => times,
        };
        let total = self.len.checked_mul(rounds).ok_or(OutOfMemory)?;
        let wanted = total.min(self.limit.unwrap_or(usize::MAX));
        let mut body = DequeBody::new(self.limit);
        body.reserve(heap, wanted)?;
        let mut skipped = total - wanted;
        let (first, second) = self.slices();
        while body.len < wanted {
            for slice in [first, second] {
                let part = &slice[skipped.min(slice.len())..];
                skipped -= slice.len() - part.len();
                for stretch in part.chunks(STRETCH) {
                    body.extend_back(heap, stretch)?;
                    if body.changes > STRETCH as u64 {
                        body.changes = 0;
                        heap.go_on()?;
                    }
                }
            }
        }
        body.changes = self.changes + 1;
        Ok(body)
    }

    /// Makes room for `extra` more items.
    pub fn reserve(&mut self, heap: &Allocator, extra: usize) -> Result<(), OutOfMemory> {
        let wanted = self.len.checked_add(extra).ok_or(OutOfMemory)?;
        if wanted > self.places.len() { self.resize(heap, wanted) } else { Ok(()) }
    }

    /// Appends at the right end, whatever the limit.
    #[inline]
    pub fn push_back(&mut self, heap: &Allocator, item: Object) -> Result<(), OutOfMemory> {
        if self.len == self.places.len() {
            self.resize(heap, self.len + 1)?;
        }
        let place = self.place(self.len);
        self.places[place] = item;
        self.len += 1;
        self.changes += 1;
        Ok(())
    }

    /// Appends all items at the right end, whatever the limit.
    pub fn extend_back(&mut self, heap: &Allocator, items: &[Object]) -> Result<(), OutOfMemory> {
        self.reserve(heap, items.len())?;
        let start = self.place(self.len).min(self.places.len());
        let (before, behind) = items.split_at(items.len().min(self.places.len() - start));
        self.places[start..].iter_mut().zip(before).for_each(|(place, item)| *place = item.clone());
        self.places.iter_mut().zip(behind).for_each(|(place, item)| *place = item.clone());
        self.len += items.len();
        self.changes += items.len() as u64;
        Ok(())
    }

    /// Appends at the left end, whatever the limit.
    #[inline]
    pub fn push_front(&mut self, heap: &Allocator, item: Object) -> Result<(), OutOfMemory> {
        if self.len == self.places.len() {
            self.resize(heap, self.len + 1)?;
        }
        self.head = self.place(usize::MAX);
        self.places[self.head] = item;
        self.len += 1;
        self.changes += 1;
        Ok(())
    }

    /// Takes the last item.
    #[inline]
    pub fn pop_back(&mut self) -> Option<Object> {
        self.len = self.len.checked_sub(1)?;
        self.changes += 1;
        let place = self.place(self.len);
        Some(std::mem::replace(&mut self.places[place], Object::UNBOUND))
    }

    /// Takes the first item.
    #[inline]
    pub fn pop_front(&mut self) -> Option<Object> {
        self.len = self.len.checked_sub(1)?;
        self.changes += 1;
        let place = self.head;
        self.head = self.place(1);
        Some(std::mem::replace(&mut self.places[place], Object::UNBOUND))
    }

    /// Gives back memory if an eighth would do.
    #[inline]
    pub fn shrink(&mut self, heap: &Allocator) {
        if self.places.len() > 8 * LEAST && self.len < self.places.len() / 8 {
            // A failure to shrink keeps the old buffer.
            let _ = self.resize(heap, self.len * 2);
        }
    }

    /// Turns the order of the items round. When that was stopped they are in their first order.
    pub fn reverse(&mut self, heap: &Allocator) -> Result<(), OutOfMemory> {
        let len = self.len;
        if len > MANY {
            return self.arrange(heap, self.places.len(), [(len - 1, len, true), (0, 0, false)]);
        }
        for i in 0..len / 2 {
            self.swap(i, len - 1 - i);
        }
        Ok(())
    }

    /// Moves every item `steps` places to the right, those at the end to the front. When that was stopped the items are
    /// where they were.
    pub fn rotate(&mut self, heap: &Allocator, steps: isize) -> Result<(), OutOfMemory> {
        if self.len < 2 {
            return Ok(());
        }
        let len = self.len as isize;
        let mut steps = steps % len;
        if steps > len / 2 {
            steps -= len;
        } else if steps < -(len / 2) {
            steps += len;
        }
        if self.len == self.places.len() {
            // A full ring needs another start only.
            self.head = self.place(steps.wrapping_neg() as usize);
            self.changes += 1;
            return Ok(());
        }
        if steps.unsigned_abs() > MANY {
            let first = (-steps).rem_euclid(len) as usize;
            self.arrange(heap, self.places.len(), [(first, self.len - first, false), (0, first, false)])?;
            self.changes += 1;
            return Ok(());
        }
        self.changes += 1;
        for _ in 0..steps.max(0) {
            let last = self.place(self.len - 1);
            self.head = self.place(usize::MAX);
            self.places.swap(last, self.head);
        }
        for _ in 0..(-steps).max(0) {
            let end = self.place(self.len);
            self.places.swap(self.head, end);
            self.head = self.place(1);
        }
        Ok(())
    }

    /// Inserts before `index`, which is at most the length, whatever the limit.
    pub fn insert(&mut self, heap: &Allocator, index: usize, item: Object) -> Result<(), OutOfMemory> {
        if index < self.len / 2 {
            self.push_front(heap, item)?;
            self.turn(0, index + 1, false);
        } else {
            self.push_back(heap, item)?;
            self.turn(index, self.len, true);
        }
        Ok(())
    }

    /// Moves the items from one index up to another by one place, to the right or left; the one that falls out comes in at
    /// the other end.
    fn turn(&mut self, from: usize, to: usize, right: bool) {
        if to - from < 2 {
            return;
        }
        let (first, last) = (self.place(from), self.place(to - 1));
        let turn = |part: &mut [Object]| match right {
            true => part.rotate_right(1),
            false => part.rotate_left(1),
        };
        if first <= last {
            return turn(&mut self.places[first..=last]);
        }
        // The stretch goes on at place 0.
        let end = self.places.len() - 1;
        turn(&mut self.places[first..]);
        turn(&mut self.places[..=last]);
        match right {
            true => self.places.swap(first, 0),
            false => self.places.swap(end, last),
        }
    }

    /// Takes out the item at an index.
    pub fn remove(&mut self, index: usize) -> Option<Object> {
        if index >= self.len {
            return None;
        }
        if index < self.len / 2 {
            self.turn(0, index + 1, true);
            self.pop_front()
        } else {
            self.turn(index, self.len, false);
            self.pop_back()
        }
    }

    /// Exchanges two items.
    fn swap(&mut self, i: usize, j: usize) {
        let (i, j) = (self.place(i), self.place(j));
        self.places.swap(i, j);
    }

    /// Takes all items out.
    pub fn take(&mut self) -> HeapVec<Object> {
        if self.len > 0 {
            self.changes += 1;
        }
        (self.head, self.len) = (0, 0);
        self.places.take()
    }
}
