//! The leak check: at exit no block is live but the immortals and what they hold, and every count equals the number
//! of references to its object.

use super::allocator::Allocator;
use super::header::Header;
use super::object::Object;
use super::shape::ShapeFlags;
use super::value::Value;
use std::collections::{HashMap, HashSet};

/// One finding of the check.
#[derive(Debug)]
pub struct Leak {
    /// The object's layout name.
    pub layout: &'static str,
    /// Its address.
    pub address: u64,
    /// Its count.
    pub count: u32,
    /// References found to it.
    pub references: u32,
}

/// Result of the check.
#[derive(Debug, Default)]
pub struct LeakReport {
    /// Objects that no immortal reaches.
    pub unreachable: Vec<Leak>,
    /// Objects whose count differs from the references to them.
    pub miscounted: Vec<Leak>,
    /// Bytes in use beyond the sizes of all live objects, when the program had ended and nothing was cleared yet.
    pub unaccounted: isize,
}

impl LeakReport {
    /// Whether nothing was found.
    pub fn is_clean(&self) -> bool {
        self.unreachable.is_empty() && self.miscounted.is_empty() && self.unaccounted == 0
    }
}

impl Allocator {
    /// Whether an object is alive whose end a program could notice, but for those at the addresses `known`: it has a
    /// finaliser, or a weak reference to it has a callback.
    pub fn has_finalizable(&self, known: &[u64]) -> bool {
        let mut found = self.has_weak_callbacks();
        for pool in self.object_pools() {
            if found {
                break;
            }
            // SAFETY: pools of objects, whose live blocks begin with headers (H2); nothing is taken or freed.
            unsafe {
                (*pool).each_live(|header| {
                    found |= self.shape((*header).shape).flags.has(ShapeFlags::FINALIZER)
                        && !known.contains(&(header as u64));
                });
            }
        }
        found
    }

    /// Addresses of all live objects that have finalisers.
    pub fn finalizable(&self) -> Vec<u64> {
        let mut found = Vec::new();
        for pool in self.object_pools() {
            // SAFETY: as above.
            unsafe {
                (*pool).each_live(|header| {
                    if self.shape((*header).shape).flags.has(ShapeFlags::FINALIZER) {
                        found.push(header as u64);
                    }
                });
            }
        }
        found
    }

    /// Bytes in use that no live object owns as its block or its buffers; 0 in a sound heap.
    pub fn unaccounted_bytes(&self) -> isize {
        let mut owned = 0;
        self.each_object(|object| owned += self.object_bytes(object));
        self.accounting.bytes() as isize - owned as isize
    }

    /// Addresses of all objects that can be reached from `handles`, themselves included.
    pub fn reachable_from(&self, handles: &[&Object]) -> HashSet<u64> {
        let mut work: Vec<*mut Header> =
            handles.iter().filter(|h| h.is_pointer()).map(|h| h.value().header()).collect();
        let mut reached = HashSet::new();
        while let Some(header) = work.pop() {
            if reached.insert(header as u64) {
                // SAFETY: handles are live, and so is what live objects refer to.
                unsafe { self.trace_object(header, &mut |child: Value| work.push(child.header())) };
            }
        }
        reached
    }

    /// Compares every count with the in-edges. `handles` are the objects still held by Rust code, one entry for each
    /// reference.
    pub fn check_leaks(&self, handles: &[&Object]) -> LeakReport {
        let mut edges: HashMap<u64, u32> = HashMap::new();
        let mut work: Vec<*mut Header> = Vec::new();
        for handle in handles.iter().filter(|h| h.is_pointer()) {
            *edges.entry(handle.value().header() as u64).or_default() += 1;
            work.push(handle.value().header());
        }
        work.extend(self.immortals.borrow().iter().map(|v| v.header()));
        let mut reached: HashSet<u64> = HashSet::new();
        while let Some(header) = work.pop() {
            if reached.insert(header as u64) {
                // SAFETY: roots are live, and so is what live objects refer to.
                unsafe { self.trace_object(header, &mut |child: Value| work.push(child.header())) };
            }
        }
        let mut report = LeakReport::default();
        let mut live = Vec::new();
        self.each_object(|object| live.push(object.value().header()));
        for &header in &live {
            // SAFETY: the object is live.
            unsafe { self.trace_object(header, &mut |child| *edges.entry(child.header() as u64).or_default() += 1) };
        }
        for header in live {
            let references = edges.get(&(header as u64)).copied().unwrap_or(0);
            // SAFETY: the object is live.
            let (count, shape) = unsafe { ((*header).count, (*header).shape) };
            let leak = Leak { layout: self.shape(shape).layout.name, address: header as u64, count, references };
            // SAFETY: as above.
            let immortal = unsafe { (*header).is_immortal() };
            if !reached.contains(&(header as u64)) {
                report.unreachable.push(leak);
            } else if !immortal && count != references {
                report.miscounted.push(leak);
            }
        }
        report
    }
}
