//! Iteration.

use crate::base::watch::LONG_STRETCH;
use crate::heap::{HeapVec, Object, OutOfMemory};
use crate::layout::{BytesBody, DictBody, ListBody, StrBody, TupleBody};
use crate::object::{ClassFlags, ClassId, Filled, GeneratorBody, Raised, Result, Runtime, Step};

/// So many items are taken between two looks at Ctrl-C.
const AT_ONCE: usize = 1 << 12;

/// After so many steps that led nowhere an iterator is not asked for many items again.
const TRIES: u32 = 3;

impl Runtime {
    /// Raises KeyboardInterrupt if Ctrl-C was pressed: for native loops over iterables that may never end.
    #[inline(always)]
    pub fn check_interrupts(&mut self) -> Result<()> {
        if self.interrupt_waits() {
            return (self.hooks.safe_point)(self);
        }
        Ok(())
    }

    /// Whether Ctrl-C waits to be looked at.
    #[inline]
    pub fn interrupt_waits(&self) -> bool {
        self.heap.interrupt_waits()
    }

    /// What is raised when native work has ended because `interrupt_waits`.
    #[cold]
    pub fn interrupted(&mut self) -> Raised {
        self.heap.interrupt_raised();
        self.raise_with(ClassId::KeyboardInterrupt, &[])
    }

    /// `iter(object)`.
    pub fn iter(&mut self, object: &Object) -> Result {
        let slots = &self.class_of(object).get(&self.heap).slots;
        if let Some(function) = slots.iter {
            let iterator = self.native_call("", |rt| function(rt, object))?;
            if self.class_of(&iterator).get(&self.heap).slots.next.is_none() {
                let name = self.type_name(&iterator);
                return Err(self.type_error(format!("iter() returned non-iterator of type '{name}'")));
            }
            return Ok(iterator);
        }
        if slots.get_item.is_some() && object.cast::<crate::layout::DictBody>().is_none() {
            return (self.hooks.sequence_iterator)(self, object);
        }
        let name = self.type_name(object);
        Err(self.type_error(format!("'{name}' object is not iterable")))
    }

    /// The next item of an iterator; `None` when it is exhausted. The value of a StopIteration is lost.
    #[inline(always)]
    pub fn next(&mut self, iterator: &Object) -> Result<Option<Object>> {
        match self.step(iterator) {
            Step::Item(item) => Ok(Some(item)),
            Step::End => Ok(None),
            Step::Raise(raised) => self.stopped(raised),
        }
    }

    /// A step of any iterator.
    #[inline]
    fn step(&mut self, iterator: &Object) -> Step {
        let slot = self.class_of(iterator).get(&self.heap).slots.next;
        match slot {
            // Iterators over iterators may be stacked to any height.
            Some(function) if self.machine.has_native_stack() => function(self, iterator),
            Some(_) => self.step_counted(iterator),
            None => Step::Raise(self.no_iterator(iterator)),
        }
    }

    /// The same where the native stack is short or was not looked at yet.
    #[cold]
    #[inline(never)]
    fn step_counted(&mut self, iterator: &Object) -> Step {
        let slot = self.class_of(iterator).get(&self.heap).slots.next;
        let step = |rt: &mut Runtime| match slot {
            Some(function) => function(rt, iterator).into(),
            None => Err(rt.no_iterator(iterator)),
        };
        self.native_call("", step).into()
    }

    /// StopIteration as the end.
    #[cold]
    #[inline(never)]
    fn stopped(&mut self, raised: Raised) -> Result<Option<Object>> {
        self.catch(Err(raised), ClassId::StopIteration).map(Option::flatten)
    }

    /// As [`Runtime::next`], but an iterator that ends with a value (a generator's return value) raises StopIteration.
    #[inline]
    pub fn next_or_stop(&mut self, iterator: &Object) -> Result<Option<Object>> {
        self.step(iterator).into()
    }

    #[cold]
    #[inline(never)]
    fn no_iterator(&mut self, object: &Object) -> Raised {
        let name = self.type_name(object);
        self.type_error(format!("'{name}' object is not an iterator"))
    }

    /// Gives items to `take` for as long as it takes them; the result is the first that it gives back, `None` at the
    /// end. As a generator stays where it runs meanwhile, `take` runs no Python code and drops nothing that might.
    pub fn feed(
        &mut self,
        iterator: &Object,
        mut take: impl FnMut(&mut Runtime, Object) -> Option<Object>,
    ) -> Result<Option<Object>> {
        if iterator.cast::<GeneratorBody>().is_some() {
            return match (self.hooks.generator_feed)(self, iterator, &mut take) {
                Step::Item(item) => Ok(Some(item)),
                Step::End => Ok(None),
                Step::Raise(raised) => self.stopped(raised),
            };
        }
        let fixed = self.fixed_next(iterator);
        if let (Some(_), Some(feed)) = (fixed, self.class_of(iterator).get(&self.heap).slots.feed) {
            return match feed(self, iterator, &mut take) {
                Step::Item(item) => Ok(Some(item)),
                Step::End => Ok(None),
                Step::Raise(raised) => self.stopped(raised),
            };
        }
        loop {
            let Some(item) = self.next_by(fixed, iterator)? else { return Ok(None) };
            self.check_interrupts()?;
            if let Some(back) = take(self, item) {
                return Ok(Some(back));
            }
        }
    }

    /// Appends the next items of an iterator to a buffer that nobody else sees, `limit` at most, as far as no Python code
    /// need run for them.
    #[inline]
    pub fn fill(&mut self, iterator: &Object, items: &mut HeapVec<Object>, limit: usize) -> Result<Filled> {
        match self.class_of(iterator).get(&self.heap).slots.fill {
            // Iterators over iterators may be stacked to any height.
            Some(fill) if self.machine.has_native_stack() => (fill.items)(self, iterator, items, limit),
            _ => Ok(Filled::Stuck),
        }
    }

    /// Appends all items of an iterator to a buffer that nobody else sees.
    pub fn drain(&mut self, iterator: &Object, items: &mut HeapVec<Object>) -> Result<()> {
        let mut in_vain = 0;
        while in_vain < TRIES && self.class_of(iterator).get(&self.heap).slots.fill.is_some() {
            let before = items.len();
            match self.fill(iterator, items, AT_ONCE)? {
                Filled::End => return Ok(()),
                Filled::Full => self.check_interrupts()?,
                Filled::Stuck => {
                    in_vain = if items.len() == before { in_vain + 1 } else { 0 };
                    self.check_interrupts()?;
                    // A step may lead to where many items lie ready again.
                    match self.next(iterator)? {
                        Some(item) => items.push(&self.heap, item)?,
                        None => return Ok(()),
                    }
                }
            }
        }
        if self.feed(iterator, |rt, item| items.push_or_back(&rt.heap, item))?.is_some() {
            return Err(OutOfMemory.into());
        }
        Ok(())
    }

    /// The slot that gives the items of a builtin iterator: it does not change.
    fn fixed_next(&self, iterator: &Object) -> Option<fn(&mut Runtime, &Object) -> Step> {
        let class = self.class_of(iterator).get(&self.heap);
        class.slots.next.filter(|_| !class.flags.has(ClassFlags::HEAP) && self.machine.has_native_stack())
    }

    /// The next item, by `fixed_next` if that gave something.
    #[inline(always)]
    fn next_by(
        &mut self,
        fixed: Option<fn(&mut Runtime, &Object) -> Step>,
        iterator: &Object,
    ) -> Result<Option<Object>> {
        let Some(next) = fixed else { return self.next(iterator) };
        match next(self, iterator) {
            Step::Item(item) => Ok(Some(item)),
            Step::End => Ok(None),
            Step::Raise(raised) => self.stopped(raised),
        }
    }

    /// Calls `body` with each item.
    pub fn for_each(
        &mut self,
        iterable: &Object,
        mut body: impl FnMut(&mut Runtime, Object) -> Result<()>,
    ) -> Result<()> {
        // An iterator of a list or tuple does nothing but count.
        if let Some(list) = iterable.cast_exact::<ListBody>() {
            let mut at = 0;
            while let Some(item) = list.get(&self.heap).items.get(at).cloned() {
                body(self, item)?;
                self.check_interrupts()?;
                at += 1;
            }
            return Ok(());
        }
        if let Some(tuple) = iterable.cast_exact::<TupleBody>() {
            for item in tuple.items() {
                body(self, item.clone())?;
                self.check_interrupts()?;
            }
            return Ok(());
        }
        let iterator = self.iter(iterable)?;
        let fixed = self.fixed_next(&iterator);
        loop {
            let Some(item) = self.next_by(fixed, &iterator)? else { return Ok(()) };
            body(self, item)?;
            self.check_interrupts()?;
        }
    }

    /// The number of items that [`Runtime::each_plain`] would give: those of a string, of bytes, or of a dict that are
    /// just that and not long.
    #[inline]
    pub fn plain_len(&self, iterable: &Object) -> Option<usize> {
        let len = if let Some(string) = iterable.cast_exact::<StrBody>() {
            string.as_ascii()?.len()
        } else if let Some(bytes) = iterable.cast_exact::<BytesBody>() {
            bytes.as_slice().len()
        } else {
            iterable.cast_exact::<DictBody>()?.get(&self.heap).len()
        };
        (len <= LONG_STRETCH).then_some(len)
    }

    /// Gives all items to `take`.
    #[inline]
    pub fn each_plain<E: From<OutOfMemory>>(
        &self,
        iterable: &Object,
        mut take: impl FnMut(Object) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        if let Some(text) = iterable.cast_exact::<StrBody>().and_then(|string| string.as_ascii()) {
            for &byte in text.as_bytes() {
                take(self.strings.character(&self.heap, byte.into())?.into())?;
            }
        } else if let Some(bytes) = iterable.cast_exact::<BytesBody>() {
            for &byte in bytes.as_slice() {
                take(Object::small(byte.into()))?;
            }
        } else if let Some(dict) = iterable.cast_exact::<DictBody>() {
            for (_, entry) in dict.get(&self.heap).iter() {
                take(entry.key.clone())?;
            }
        }
        Ok(())
    }

    /// All items of an iterable of which nobody expects very many.
    pub fn collect(&mut self, iterable: &Object) -> Result<Vec<Object>> {
        Ok(self.gather(iterable)?.into_iter().collect())
    }

    /// All items of an iterable, however many. What is freed of them when Ctrl-C was pressed gives way to it.
    pub fn gather(&mut self, iterable: &Object) -> Result<HeapVec<Object>> {
        if let Some(list) = iterable.cast_exact::<ListBody>() {
            return Ok(HeapVec::copied(&self.heap, &list.get(&self.heap).items)?);
        }
        if let Some(tuple) = iterable.cast_exact::<TupleBody>() {
            return Ok(HeapVec::copied(&self.heap, tuple.items())?);
        }
        let mut items = HeapVec::new();
        let class = self.class_of(iterable).get(&self.heap);
        if class.flags.has(ClassFlags::HEAP) {
            // The hint's errors are seen; as a size it is not believed.
            let iterator = self.iter(iterable)?;
            self.length_hint(iterable)?;
            while let Some(item) = self.next(&iterator)? {
                items.push(&self.heap, item)?;
            }
            return Ok(items);
        }
        if class.slots.len.is_some() {
            // What cannot be held is refused now, not after memory has been filled.
            let len = self.len(iterable)?;
            items.set_capacity(&self.heap, len)?;
        }
        if self.plain_len(iterable).is_some() {
            self.each_plain(iterable, |item| items.push(&self.heap, item))?;
            return Ok(items);
        }
        let iterator = self.iter(iterable)?;
        self.drain(&iterator, &mut items)?;
        Ok(items)
    }
}
