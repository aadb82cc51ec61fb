//! Freeing of very many items outside the heap gives way to Ctrl-C.
//!
//! What `free` is given is dropped slice by slice. If Ctrl-C comes meanwhile, the rest is left; safe points free it slice
//! by slice later.

use std::sync::{Mutex, OnceLock, PoisonError};

/// Items that are dropped between two looks; none of them is big, but it may consist of many parts.
const SLICE: usize = 1 << 10;

/// What an interpreter has to do with waste.
pub struct Hooks {
    /// Whether freeing gives way now.
    pub gives_way: fn() -> bool,
    /// Something was left.
    pub left: fn(),
}

/// What is left, and the interpreter that gets the process's interrupts; without one nothing is left.
struct Bin {
    hooks: OnceLock<Hooks>,
    left: Mutex<Vec<Box<dyn Waste>>>,
}

static BIN: Bin = Bin::new();

trait Waste: Send {
    /// Frees a slice. Whether there is more.
    fn go_on(&mut self) -> bool;
}

impl<T: Send> Waste for Vec<T> {
    fn go_on(&mut self) -> bool {
        self.truncate(self.len().saturating_sub(SLICE));
        !self.is_empty()
    }
}

impl Bin {
    const fn new() -> Bin {
        Bin { hooks: OnceLock::new(), left: Mutex::new(Vec::new()) }
    }

    #[cold]
    #[inline(never)]
    fn free<T: Send + 'static>(&self, mut items: Vec<T>) {
        let hooks = self.hooks.get();
        while items.go_on() {
            if let Some(hooks) = hooks
                && (hooks.gives_way)()
            {
                self.leave(Box::new(items));
                return (hooks.left)();
            }
        }
    }

    fn leave(&self, waste: Box<dyn Waste>) {
        self.left.lock().unwrap_or_else(PoisonError::into_inner).push(waste);
    }

    fn go_on(&self) -> bool {
        let next = self.left.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let Some(mut waste) = next else { return false };
        if waste.go_on() {
            self.leave(waste);
        }
        true
    }
}

/// Lets an interpreter's hooks be asked from now on; those of the first one stay.
pub fn watch(hooks: Hooks) {
    let _: Result<(), Hooks> = BIN.hooks.set(hooks);
}

/// Drops items, the last ones first. If Ctrl-C waits, their rest is dropped later.
#[inline]
pub fn free<T: Send + 'static>(items: Vec<T>) {
    match items.len() > SLICE {
        true => BIN.free(items),
        false => drop(items),
    }
}

/// The same; a long box is empty then, a short one stays.
#[inline]
pub fn free_boxed<T: Send + 'static>(items: &mut Box<[T]>) {
    if items.len() > SLICE {
        BIN.free(std::mem::take(items).into_vec());
    }
}

/// Frees a slice of what was left. Whether there was any.
pub fn go_on() -> bool {
    BIN.go_on()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, Ordering};

    static GIVES_WAY: AtomicBool = AtomicBool::new(false);

    #[test]
    fn the_rest_is_left_and_freed_later() {
        let bin = Bin::new();
        let hooks = Hooks { gives_way: || GIVES_WAY.load(Ordering::Relaxed), left: || {} };
        assert!(bin.hooks.set(hooks).is_ok());
        let item = Arc::new(());
        bin.free(vec![item.clone(); 10 * SLICE]);
        assert_eq!(Arc::strong_count(&item), 1);
        GIVES_WAY.store(true, Ordering::Relaxed);
        bin.free(vec![item.clone(); 10 * SLICE]);
        assert_eq!(Arc::strong_count(&item), 1 + 9 * SLICE);
        bin.free(vec![item.clone(); SLICE]);
        assert_eq!(Arc::strong_count(&item), 1 + 9 * SLICE);
        GIVES_WAY.store(false, Ordering::Relaxed);
        while bin.go_on() {}
        assert_eq!(Arc::strong_count(&item), 1);
    }
}
