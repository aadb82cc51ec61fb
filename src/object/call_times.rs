//! The bookkeeping of a profile: who was called how often, for how long, by whom. It lies beside the observers, so that
//! the VM can write it down without calling anybody while the profiler is the only one who is told.
//!
//! Times are ticks of whatever clock the profiler uses. The rules are CPython's: the time of a recursive call counts
//! once in the total of its function, at the outermost level; a call that is left takes the innermost call in progress
//! off the stack, whatever its function.

use std::time::Instant;

/// The figures of a function, or of a function as called by one other.
#[derive(Clone, Copy, Default)]
pub struct Figures {
    /// Ticks in it and what it called; recursive calls count once.
    pub total: i64,
    /// Ticks in itself.
    pub own: i64,
    /// Calls that have ended.
    pub calls: u64,
    /// Those of them that ended while another call of it was in progress.
    pub recursive: u64,
    /// Calls in progress.
    level: u64,
}

impl Figures {
    fn add(&mut self, total: i64, own: i64) {
        self.level -= 1;
        if self.level == 0 {
            self.total += total;
        } else {
            self.recursive += 1;
        }
        self.own += own;
        self.calls += 1;
    }
}

/// A function as called by another.
pub struct Edge {
    /// Index of the function that was called.
    pub callee: u32,
    /// Its figures for calls by this caller.
    pub figures: Figures,
    /// The caller's next edge, +1; 0 at the end.
    pub next: u32,
}

/// A function.
#[derive(Default)]
pub struct Function {
    /// The figures.
    pub figures: Figures,
    /// First edge to what it called, +1; 0 if there is none.
    pub first: u32,
    last: u32,
}

/// A call in progress.
struct Call {
    function: u32,
    /// The caller's edge, +1; 0 without a caller.
    edge: u32,
    start: i64,
    /// Ticks of the calls that it made.
    inner: i64,
}

/// A profile.
pub struct Calls {
    /// Whether callers are noted.
    pub edges: bool,
    /// Whether the times are those of the profiler's own clock, not of a timer written in Python.
    pub own_clock: bool,
    /// Whether that clock is the processor's counter.
    pub counter: bool,
    /// Where it begins else.
    pub origin: Instant,
    functions: Vec<Function>,
    edge_list: Vec<Edge>,
    by_key: Table,
    by_pair: Table,
    stack: Vec<Call>,
}

impl Calls {
    /// An empty profile. `counter`: whether its clock is the processor's counter.
    pub fn new(counter: bool) -> Calls {
        Calls {
            edges: true,
            own_clock: true,
            counter,
            origin: Instant::now(),
            functions: Vec::new(),
            edge_list: Vec::new(),
            by_key: Table::default(),
            by_pair: Table::default(),
            stack: Vec::new(),
        }
    }

    /// Forgets everything but the settings.
    pub fn clear(&mut self) {
        let settings = (self.edges, self.own_clock);
        *self = Calls::new(self.counter);
        (self.edges, self.own_clock) = settings;
    }

    /// The function with this key, an address; `None` if it was not seen before.
    #[inline]
    pub fn find(&self, key: u64) -> Option<u32> {
        self.by_key.find(key)
    }

    /// Enters a function under its key.
    pub fn insert(&mut self, key: u64) -> u32 {
        let index = self.functions.len() as u32;
        self.functions.push(Function::default());
        self.by_key.insert(key, index);
        index
    }

    /// A call of `function` begins. The clock is read last.
    #[inline]
    pub fn enter(&mut self, function: u32, clock: impl FnOnce() -> i64) {
        self.functions[function as usize].figures.level += 1;
        let edge = match self.stack.last() {
            Some(caller) if self.edges => {
                let caller = caller.function;
                let pair = u64::from(caller) << 32 | u64::from(function);
                let edge = match self.by_pair.find(pair) {
                    Some(edge) => edge,
                    None => self.insert_edge(pair, caller, function),
                };
                self.edge_list[edge as usize].figures.level += 1;
                edge + 1
            }
            _ => 0,
        };
        self.stack.push(Call { function, edge, start: 0, inner: 0 });
        if let Some(call) = self.stack.last_mut() {
            call.start = clock();
        }
    }

    #[cold]
    fn insert_edge(&mut self, pair: u64, caller: u32, callee: u32) -> u32 {
        let index = self.edge_list.len() as u32;
        self.edge_list.push(Edge { callee, figures: Figures::default(), next: 0 });
        self.by_pair.insert(pair, index);
        let caller = &mut self.functions[caller as usize];
        match caller.last {
            0 => caller.first = index + 1,
            last => self.edge_list[last as usize - 1].next = index + 1,
        }
        self.functions[(pair >> 32) as usize].last = index + 1;
        index
    }

    /// The innermost call in progress ends, at `now`; nothing if there is none.
    #[inline]
    pub fn leave(&mut self, now: i64) {
        let Some(call) = self.stack.pop() else { return };
        let total = now - call.start;
        let own = total - call.inner;
        if let Some(caller) = self.stack.last_mut() {
            caller.inner += total;
        }
        self.functions[call.function as usize].figures.add(total, own);
        if call.edge != 0 {
            self.edge_list[call.edge as usize - 1].figures.add(total, own);
        }
    }

    /// Whether a call is in progress.
    pub fn is_inside(&self) -> bool {
        !self.stack.is_empty()
    }

    /// All functions, in the order in which they were first called.
    pub fn functions(&self) -> &[Function] {
        &self.functions
    }

    /// What a function called, in the order of the first calls.
    pub fn edges<'a>(&'a self, function: &Function) -> impl Iterator<Item = &'a Edge> + use<'a> {
        let mut next = function.first;
        std::iter::from_fn(move || {
            let edge = self.edge_list.get((next as usize).checked_sub(1)?)?;
            next = edge.next;
            Some(edge)
        })
    }
}

/// Numbers by key: open addressing, a power of two of places, at most half of them taken. Key 0 is no key.
#[derive(Default)]
struct Table {
    places: Vec<(u64, u32)>,
    used: usize,
}

impl Table {
    #[inline]
    fn start(key: u64, mask: usize) -> usize {
        // Fibonacci hashing (Knuth, TAOCP 6.4): the high bits of the product are well mixed.
        (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32) as usize & mask
    }

    #[inline]
    fn find(&self, key: u64) -> Option<u32> {
        let key = key + 1;
        let mask = self.places.len().checked_sub(1)?;
        let mut at = Table::start(key, mask);
        loop {
            let (known, number) = self.places[at];
            if known == key {
                return Some(number);
            }
            if known == 0 {
                return None;
            }
            at = (at + 1) & mask;
        }
    }

    fn insert(&mut self, key: u64, number: u32) {
        if 2 * (self.used + 1) > self.places.len() {
            let size = (self.places.len() * 2).max(64);
            let old = std::mem::replace(&mut self.places, vec![(0, 0); size]);
            for (key, number) in old.into_iter().filter(|(key, _)| *key != 0) {
                self.put(key, number);
            }
        }
        self.used += 1;
        self.put(key + 1, number);
    }

    fn put(&mut self, key: u64, number: u32) {
        let mask = self.places.len() - 1;
        let mut at = Table::start(key, mask);
        while self.places[at].0 != 0 {
            at = (at + 1) & mask;
        }
        self.places[at] = (key, number);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recursion_counts_once_in_the_total() {
        let mut calls = Calls::new(false);
        let f = calls.insert(8);
        calls.enter(f, || 0);
        calls.enter(f, || 10);
        calls.leave(30);
        calls.leave(100);
        calls.leave(100);
        let figures = calls.functions()[f as usize].figures;
        assert_eq!((figures.total, figures.own, figures.calls, figures.recursive), (100, 100, 2, 1));
        let edges: Vec<_> = calls.edges(&calls.functions()[f as usize]).collect();
        assert_eq!(edges.len(), 1);
        assert_eq!((edges[0].figures.total, edges[0].figures.own, edges[0].figures.calls), (20, 20, 1));
    }

    #[test]
    fn tables_find_what_was_put_in() {
        let mut table = Table::default();
        for key in 0..1000 {
            table.insert(key * 8, key as u32);
        }
        assert!((0..1000).all(|key| table.find(key * 8) == Some(key as u32)));
        assert_eq!(table.find(4), None);
    }
}
